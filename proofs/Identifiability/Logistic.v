(** The series s of σ' = σ − σ² with σ(0) = 1/2: which of its coefficients vanish, and the signs of the others. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import Series.
Import ListNotations.

Local Open Scope nat_scope.

Section Logistic.

Context {K : OrderedField}.
Add Field logistic_field : (field_laws K).

Lemma power_plus : forall (x : K) j k, power x (j + k) = mul (power x j) (power x k).
Proof. intros x j k. induction j as [|j IH]; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma sum_at_least_zero : forall (f : nat -> K) l, (forall k, In k l -> at_most zero (f k)) ->
  at_most zero (sum (map f l)).
Proof.
  intros f l. induction l as [|k l IH]; intro H; [apply at_most_refl|]. unfold sum in *. cbn [map fold_right].
  set (rest := fold_right add zero (map f l)) in *. replace (@zero K) with (add (@zero K) zero) by ring.
  apply at_most_add; [apply H; now left|apply IH; intros i Hi; apply H; now right].
Qed.

Lemma sum_scaled : forall (x : K) f (l : list nat), mul x (sum (map f l)) = sum (map (fun k => mul x (f k)) l).
Proof.
  intros x f l. induction l as [|k l IH]; unfold sum in *; cbn [map fold_right]; [ring|]. rewrite <- IH. ring.
Qed.

Lemma sum_of_zeros : forall (f : nat -> K) l, (forall k, In k l -> f k = zero) -> sum (map f l) = zero.
Proof.
  intros f l. induction l as [|k l IH]; intro H; [easy|]. unfold sum in *. cbn [map fold_right].
  rewrite H, IH by (try (intros i Hi; apply H; now right); now left). ring.
Qed.

Lemma sum_app : forall l l' : list K, sum (l ++ l') = add (sum l) (sum l').
Proof.
  intros l l'. induction l as [|x l IH]; unfold sum in *; cbn [app fold_right]; [ring|]. rewrite IH. ring.
Qed.

Lemma factor_zero : forall n (x : K), mul (of_nat (S n)) x = zero -> x = zero.
Proof.
  intros n x H. pose proof (positive_not_zero _ (positive_of_nat (K := K) n)) as Hn.
  replace x with (mul (inv (of_nat (S n))) (mul (of_nat (S n)) x)) by (field; exact Hn). rewrite H. ring.
Qed.

Lemma factor_equal : forall n (x y : K), mul (of_nat (S n)) x = mul (of_nat (S n)) y -> x = y.
Proof.
  intros n x y H. replace x with (add (add x (opp y)) y) by ring. rewrite (factor_zero n (add x (opp y))); [ring|].
  replace (mul (of_nat (S n)) (add x (opp y))) with (add (mul (of_nat (S n)) x) (opp (mul (of_nat (S n)) y))) by ring.
  rewrite H. ring.
Qed.

Lemma factor_positive : forall n (x : K), less zero (mul (of_nat (S n)) x) -> less zero x.
Proof.
  intros n x H. pose proof (positive_of_nat (K := K) n) as Hn. pose proof (positive_not_zero _ Hn) as Hn0.
  replace x with (mul (inv (of_nat (S n))) (mul (of_nat (S n)) x)) by (field; exact Hn0).
  apply less_mul; [now apply inverse_positive|exact H].
Qed.

(** ** The sigmoid *)

(** The series of σ' = σ − σ² with σ(0) = 1/2. *)
Definition logistic (s : nat -> K) : Prop :=
  add (s 0) (s 0) = one /\ forall n, series_derivative s n = add (s n) (opp (series_product s s n)).

Lemma sigmoid_logistic : forall (σ : K -> K) s, sigmoid_at_zero σ s -> logistic s.
Proof.
  intros σ s (H0 & Hσ & Hderivative). split; [now rewrite (expands_at_zero σ s Hσ)|].
  apply (expands_unique _ _ _ Hderivative).
  apply (expands_ext (fun t => add (σ t) (mul (opp one) (mul (σ t) (σ t)))) _
    (fun n => add (s n) (mul (opp one) (series_product s s n))) _); [intro t; ring|intro n; ring|].
  apply expands_add; [exact Hσ|]. now apply expands_scale, expands_mul.
Qed.

(** The terms of the product without those that have the factor s_0. *)
Definition inner (s : nat -> K) (m : nat) : K := sum (map (fun k => mul (s k) (s (S m - k))) (seq 1 m)).

Lemma product_inner : forall (s : nat -> K) m,
  series_product s s (S m) = add (mul (add (s 0) (s 0)) (s (S m))) (inner s m).
Proof.
  intros s m. unfold series_product, inner. rewrite (seq_S (S m)). change (seq 0 (S m)) with (0 :: seq 1 m).
  rewrite map_app, sum_app. unfold sum at 1 2. cbn [map fold_right].
  rewrite Nat.sub_0_r, Nat.add_0_l, Nat.sub_diag. fold (sum (map (fun k => mul (s k) (s (S m - k))) (seq 1 m))). ring.
Qed.

Lemma logistic_next : forall s m, logistic s -> mul (of_nat (S (S m))) (s (S (S m))) = opp (inner s m).
Proof.
  intros s m [H0 H]. specialize (H (S m)). unfold series_derivative in H. rewrite H, product_inner, H0. ring.
Qed.

Lemma half_of : forall x : K, add x x = one -> x = mul one (inv (add one one)).
Proof.
  intros x H. transitivity (mul (add x x) (inv (add one one))); [field; apply two_not_zero|]. now rewrite H.
Qed.

Lemma logistic_first : forall s, logistic s -> less zero (s 0) /\ s 1 = mul (s 0) (s 0).
Proof.
  intros s [H0 H]. specialize (H 0). unfold series_derivative in H. rewrite series_product_0 in H.
  cbn [of_nat] in H. split; [rewrite (half_of _ H0); apply half_positive, one_positive|].
  transitivity (mul (add one zero) (s 1)); [ring|]. rewrite H.
  replace (s 0) with (mul (add (s 0) (s 0)) (s 0)) at 1 by (rewrite H0; ring). ring.
Qed.

Theorem logistic_signs : forall s, logistic s -> forall n, 1 <= n ->
  (Nat.Even n -> s n = zero) /\ forall k, n = 2 * k + 1 -> less zero (mul (power (opp one) k) (s n)).
Proof.
  intros s Hs n. induction n as [n IH] using lt_wf_ind. intro Hn. destruct n as [|[|m]]; [lia| |].
  - destruct (logistic_first s Hs) as [Hpositive ->]. split; [intros [k Hk]; lia|]. intros k Hk.
    replace k with 0 by lia. cbn [power]. replace (mul one (mul (s 0) (s 0))) with (mul (s 0) (s 0)) by ring.
    now apply less_mul.
  - pose proof (logistic_next s m Hs) as Hnext. split.
    + intros [j Hj]. apply (factor_zero (S m)). rewrite Hnext. unfold inner. rewrite sum_of_zeros; [ring|].
      intros k Hk. apply in_seq in Hk. destruct (Nat.Even_or_Odd k) as [Hk'|Hk'].
      * rewrite (proj1 (IH k ltac:(lia) ltac:(lia)) Hk'). ring.
      * destruct Hk' as [i Hi]. rewrite (proj1 (IH (S m - k) ltac:(lia) ltac:(lia))); [ring|].
        exists (j - i - 1). lia.
    + intros [|j] Hj; [lia|]. apply (factor_positive (S m)).
      assert (Hterm : forall k, In k (seq 1 m) -> Nat.Odd k ->
        less zero (mul (power (opp one) j) (mul (s k) (s (S m - k))))).
      { intros k Hk [i Hi]. apply in_seq in Hk.
        replace j with (i + (j - i)) by lia. rewrite power_plus.
        replace (mul (mul (power (opp one) i) (power (opp one) (j - i))) (mul (s k) (s (S m - k)))) with
          (mul (mul (power (opp one) i) (s k)) (mul (power (opp one) (j - i)) (s (S m - k)))) by ring.
        apply less_mul; apply IH; lia. }
      replace (mul (of_nat (S (S m))) (mul (power (opp one) (S j)) (s (S (S m))))) with
        (mul (power (opp one) j) (inner s m)).
      2: { replace (inner s m) with (opp (mul (of_nat (S (S m))) (s (S (S m))))) by (rewrite Hnext; ring).
           cbn [power]. ring. }
      unfold inner. rewrite sum_scaled. destruct m as [|m]; [lia|]. cbn [seq map]. unfold sum. cbn [fold_right].
      apply add_positive; [apply Hterm; [now left|now exists 0]|].
      apply sum_at_least_zero. intros k Hk. destruct (Nat.Even_or_Odd k) as [Hk'|Hk'].
      * apply in_seq in Hk. rewrite (proj1 (IH k ltac:(lia) ltac:(lia)) Hk'). right. ring.
      * left. apply Hterm; [now right|exact Hk'].
Qed.

Lemma logistic_unique : forall s t, logistic s -> logistic t -> forall n, s n = t n.
Proof.
  intros s t Hs Ht. assert (H0 : s 0 = t 0) by now rewrite (half_of _ (proj1 Hs)), (half_of _ (proj1 Ht)).
  intro n. induction n as [n IH] using lt_wf_ind. destruct n as [|[|m]]; [exact H0| |].
  - rewrite (proj2 (logistic_first s Hs)), (proj2 (logistic_first t Ht)). now rewrite H0.
  - apply (factor_equal (S m)). rewrite !logistic_next by assumption. unfold inner. do 2 f_equal.
    apply map_ext_in. intros k Hk. apply in_seq in Hk. now rewrite !IH by lia.
Qed.

(** ** Softplus *)

Lemma softplus_series : forall (σ : K -> K) s, softplus_at_zero σ s ->
  s 0 = σ zero /\ exists t, logistic t /\ forall n, series_derivative s n = t n.
Proof.
  intros σ s (_ & σ' & t & Ht & Hσ & Hderivative). split; [now apply expands_at_zero|]. exists t.
  split; [now apply (sigmoid_logistic σ')|]. apply (expands_unique σ'); [exact Hderivative|apply Ht].
Qed.

End Logistic.
