(** Expansions at 0: they are unique, and sums, multiples, products and σ(γt) expand as series do. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import PowerSums Expansions Negligible.
Import ListNotations.

Local Open Scope nat_scope.

(** The coefficients of a product. *)
Definition series_product {K : Field} (s s' : nat -> K) (n : nat) : K :=
  sum (map (fun k => mul (s k) (s' (n - k))) (seq 0 (S n))).

Section Series.

Context {K : OrderedField}.
Add Field series_field : (field_laws K).

(** ** Polynomials *)

Lemma polynomial_ext : forall (s s' : nat -> K) n t, (forall k, s k = s' k) -> polynomial s n t = polynomial s' n t.
Proof. intros s s' n t E. unfold polynomial. f_equal. apply map_ext. intro k. now rewrite E. Qed.

Lemma polynomial_add : forall (s s' : nat -> K) n t,
  polynomial (fun k => add (s k) (s' k)) n t = add (polynomial s n t) (polynomial s' n t).
Proof.
  intros s s' n t. induction n as [|n IH]; [rewrite !polynomial_0; ring|]. rewrite !polynomial_S, IH. ring.
Qed.

Lemma polynomial_scale : forall (x : K) (s : nat -> K) n t,
  polynomial (fun k => mul x (s k)) n t = mul x (polynomial s n t).
Proof.
  intros x s n t. induction n as [|n IH]; [rewrite !polynomial_0; ring|]. rewrite !polynomial_S, IH. ring.
Qed.

Lemma polynomial_first : forall (s : nat -> K) n t,
  polynomial s (S n) t = add (s 0) (mul t (polynomial (fun k => s (S k)) n t)).
Proof.
  intros s n t. induction n as [|n IH].
  - rewrite polynomial_S, !polynomial_0. cbn [power]. ring.
  - rewrite polynomial_S, IH, (polynomial_S (fun k => s (S k))). cbn [power]. ring.
Qed.

Lemma polynomial_stretched : forall (γ : K) (s : nat -> K) n t,
  polynomial (fun k => mul (power γ k) (s k)) n t = polynomial s n (mul γ t).
Proof.
  intros γ s n t. induction n as [|n IH]; [rewrite !polynomial_0; cbn [power]; ring|].
  rewrite !polynomial_S, IH, power_mul. ring.
Qed.

Lemma series_product_0 : forall s s' : nat -> K, series_product s s' 0 = mul (s 0) (s' 0).
Proof. intros s s'. unfold series_product, sum. simpl. ring. Qed.

Lemma series_product_S : forall (s s' : nat -> K) n,
  series_product s s' (S n) = add (mul (s 0) (s' (S n))) (series_product (fun k => s (S k)) s' n).
Proof.
  intros s s' n. unfold series_product. change (seq 0 (S (S n))) with (0 :: seq 1 (S n)).
  rewrite <- (seq_shift (S n) 0), map_cons, map_map. reflexivity.
Qed.

(** The product of the polynomials is that of the series, up to t^{n+1}. *)
Lemma polynomial_product : forall n (s s' : nat -> K), exists g, bounded g /\ forall t,
  mul (polynomial s n t) (polynomial s' n t) = add (polynomial (series_product s s') n t) (mul (g t) (power t (S n))).
Proof.
  induction n as [|n IH]; intros s s'.
  - exists (fun _ => zero). split; [apply bounded_constant|]. intro t.
    rewrite !polynomial_0, series_product_0. cbn [power]. ring.
  - destruct (IH (fun k => s (S k)) s') as (g & Hg & E).
    exists (fun t => add (g t) (mul (s' (S n)) (polynomial (fun k => s (S k)) n t))). split.
    + apply bounded_add; [exact Hg|]. apply bounded_mul; [apply bounded_constant|apply bounded_polynomial].
    + intro t. specialize (E t). rewrite (polynomial_first (series_product s s')), series_product_0.
      rewrite (polynomial_ext _ _ n t (fun k => series_product_S s s' k)), polynomial_add, polynomial_scale.
      set (P := polynomial (fun k => s (S k)) n t) in *.
      replace (mul (polynomial s (S n) t) (polynomial s' (S n) t)) with
        (add (mul (s 0) (polynomial s' (S n) t)) (mul t (mul P (polynomial s' (S n) t))))
        by (unfold P; rewrite (polynomial_first s); ring).
      rewrite (polynomial_first s') at 1. rewrite polynomial_S.
      replace (mul P (add (polynomial s' n t) (mul (s' (S n)) (power t (S n))))) with
        (add (mul P (polynomial s' n t)) (mul P (mul (s' (S n)) (power t (S n))))) by ring.
      rewrite E. cbn [power]. ring.
Qed.

(** ** Expansions *)

Lemma expands_negligible : forall (σ : K -> K) s,
  expands σ s <-> forall n, negligible n (fun t => add (σ t) (opp (polynomial s n t))).
Proof.
  intros σ s. split; intros H n ε Hε; destruct (H n ε Hε) as (δ & Hδ & Hn); exists δ; (split; [exact Hδ|]);
    intros t u Ht Hu.
  - apply (proj1 (within_absolute _ _)), Hn; [now apply (proj2 (within_absolute t u))|exact Hu].
  - apply (proj2 (within_absolute _ _)), Hn; [now apply (proj1 (within_absolute t u))|exact Hu].
Qed.

(** To order n only. *)
Definition expands_at (n : nat) (σ : K -> K) (s : nat -> K) : Prop :=
  negligible n (fun t => add (σ t) (opp (polynomial s n t))).

Lemma expands_at_ext : forall n (σ τ : K -> K) s s',
  (forall t, σ t = τ t) -> (forall k, s k = s' k) -> expands_at n σ s -> expands_at n τ s'.
Proof. intros n σ τ s s' E E'. apply negligible_ext. intro t. now rewrite E, (polynomial_ext s s' n t E'). Qed.

Lemma expands_at_add : forall n (σ τ : K -> K) s s',
  expands_at n σ s -> expands_at n τ s' -> expands_at n (fun t => add (σ t) (τ t)) (fun k => add (s k) (s' k)).
Proof.
  intros n σ τ s s' H H'. apply (negligible_ext n _ _) with (2 := negligible_add n _ _ H H').
  intro t. rewrite polynomial_add. ring.
Qed.

Lemma expands_at_scale : forall n (x : K) (σ : K -> K) s,
  expands_at n σ s -> expands_at n (fun t => mul x (σ t)) (fun k => mul x (s k)).
Proof.
  intros n x σ s H. apply (negligible_ext n _ _) with (2 := negligible_times n _ _ H (bounded_constant x)).
  intro t. rewrite polynomial_scale. ring.
Qed.

Lemma expands_at_mul : forall n (σ τ : K -> K) s s',
  expands_at n σ s -> expands_at n τ s' -> expands_at n (fun t => mul (σ t) (τ t)) (series_product s s').
Proof.
  intros n σ τ s s' Hr Hr'. destruct (polynomial_product n s s') as (g & Hg & E).
  assert (Hτ : bounded τ).
  { apply (bounded_ext (fun t => add (add (τ t) (opp (polynomial s' n t))) (polynomial s' n t))); [intro t; ring|].
    apply bounded_add; [now apply (negligible_bounded n)|apply bounded_polynomial]. }
  apply (negligible_ext n _ _) with (2 := negligible_add n _ _ (negligible_times n _ _ (negligible_power n) Hg)
    (negligible_add n _ _ (negligible_times n _ _ Hr Hτ) (negligible_times n _ _ Hr' (bounded_polynomial s n)))).
  intro t. specialize (E t).
  replace (mul (g t) (power t (S n))) with
    (add (mul (polynomial s n t) (polynomial s' n t)) (opp (polynomial (series_product s s') n t)))
    by (rewrite E; ring). ring.
Qed.

Lemma expands_ext : forall (σ τ : K -> K) s s',
  (forall t, σ t = τ t) -> (forall n, s n = s' n) -> expands σ s -> expands τ s'.
Proof.
  intros σ τ s s' E E' H. apply expands_negligible. intro n. apply (expands_at_ext n σ τ s s' E E').
  now apply expands_negligible.
Qed.

Lemma expands_add : forall (σ τ : K -> K) s s',
  expands σ s -> expands τ s' -> expands (fun t => add (σ t) (τ t)) (fun n => add (s n) (s' n)).
Proof.
  intros σ τ s s' H H'. apply expands_negligible. intro n. apply expands_at_add; now apply expands_negligible.
Qed.

Lemma expands_scale : forall (x : K) (σ : K -> K) s,
  expands σ s -> expands (fun t => mul x (σ t)) (fun n => mul x (s n)).
Proof. intros x σ s H. apply expands_negligible. intro n. apply expands_at_scale. now apply expands_negligible. Qed.

Lemma expands_mul : forall (σ τ : K -> K) s s',
  expands σ s -> expands τ s' -> expands (fun t => mul (σ t) (τ t)) (series_product s s').
Proof.
  intros σ τ s s' H H'. apply expands_negligible. intro n. apply expands_at_mul; now apply expands_negligible.
Qed.

Lemma expands_stretched : forall (γ : K) (σ : K -> K) s, γ <> zero ->
  expands σ s -> expands (fun t => σ (mul γ t)) (fun n => mul (power γ n) (s n)).
Proof.
  intros γ σ s Hγ H. apply expands_negligible. intros n ε Hε.
  pose proof (absolute_positive γ Hγ) as Ha. set (a := absolute γ) in *.
  pose proof (power_positive a n Ha) as Han. pose proof (positive_not_zero _ Ha) as Ha0.
  pose proof (positive_not_zero _ Han) as Han0.
  destruct (proj1 (expands_negligible σ s) H n (mul ε (inv (power a n)))) as (δ & Hδ & Hn).
  { now apply less_mul, inverse_positive. }
  exists (mul (inv a) δ). split; [apply less_mul; [now apply inverse_positive|exact Hδ]|]. intros t u Ht Hu.
  rewrite polynomial_stretched.
  replace (mul ε (power u n)) with (mul (mul ε (inv (power a n))) (power (mul a u) n))
    by (rewrite power_mul; field; exact Han0).
  apply Hn.
  - rewrite absolute_mul. apply at_most_mul; [now left|exact Ht].
  - replace δ with (mul a (mul (inv a) δ)) by (field; exact Ha0). now apply less_mul_left.
Qed.

Lemma expands_unique : forall (σ : K -> K) s s', expands σ s -> expands σ s' -> forall n, s n = s' n.
Proof.
  intros σ s s' H H' n.
  assert (Hzero : expands (fun _ : K => zero) (fun k => add (s k) (mul (opp one) (s' k)))).
  { apply (expands_ext (fun t => add (σ t) (mul (opp one) (σ t))) _ _ _) with (3 := expands_add _ _ _ _ H
      (expands_scale (opp one) _ _ H')); [intro t; ring|easy]. }
  pose proof (coefficients_vanish _ _ [(one, one)] Hzero) as E. specialize (E (fun t => ltac:(cbn; ring)) n).
  assert (Hone : forall k, power (@one K) k = one) by (induction k as [|k IH]; [easy|]; cbn [power]; rewrite IH; ring).
  unfold power_sum, weighted, sum in E. cbn [map fold_right fst snd] in E. rewrite Hone in E.
  replace (s n) with (add (mul (add (s n) (mul (opp one) (s' n))) (add (mul one one) zero)) (s' n)) by ring.
  rewrite E. ring.
Qed.

Lemma expands_at_zero : forall (σ : K -> K) s, expands σ s -> s 0 = σ zero.
Proof.
  intros σ s H. apply (proj1 (expands_negligible σ s)) with (n := 0) in H.
  assert (E : at_most (absolute (add (σ zero) (opp (polynomial s 0 zero)))) zero).
  { apply (arbitrarily_small _ one); [left; apply one_positive|]. intros ε Hε. destruct (H ε Hε) as (δ & Hδ & Hn).
    apply (at_most_trans _ (mul ε (power zero 0))); [|right; cbn [power]; ring].
    apply Hn; [|exact Hδ]. rewrite absolute_of_positive; apply at_most_refl. }
  apply absolute_zero in E. rewrite polynomial_0 in E. cbn [power] in E.
  replace (σ zero) with (add (add (σ zero) (opp (mul (s 0) one))) (s 0)) by ring. rewrite E. ring.
Qed.

End Series.
