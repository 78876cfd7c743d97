(** What an expansion of σ at 0 says of a sum Σ_i a_i σ(λ_i t) that vanishes for all t: s_n·Σ_i a_i λ_i^n = 0 for
    every n. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import PowerSums.
Import ListNotations.

Section Expansions.

Context {K : OrderedField}.
Add Field expansions_field : (field_laws K).

Lemma weighted_add : forall f g (l : list (K * K)),
  weighted (fun λ => add (f λ) (g λ)) l = add (weighted f l) (weighted g l).
Proof.
  intros f g l. induction l as [|u l IH]; [unfold weighted; simpl; ring|]. rewrite !weighted_cons, IH. ring.
Qed.

Lemma weighted_scale : forall c f (l : list (K * K)), weighted (fun λ => mul c (f λ)) l = mul c (weighted f l).
Proof.
  intros c f l. induction l as [|u l IH]; [unfold weighted; simpl; ring|]. rewrite !weighted_cons, IH. ring.
Qed.

Lemma weighted_ext : forall f g (l : list (K * K)), (forall λ, f λ = g λ) -> weighted f l = weighted g l.
Proof. intros f g l H. unfold weighted. f_equal. apply map_ext. intro u. now rewrite H. Qed.

Lemma polynomial_0 : forall (s : nat -> K) t, polynomial s 0 t = mul (s 0) (power t 0).
Proof. intros s t. unfold polynomial, sum. simpl. ring. Qed.

Lemma polynomial_S : forall (s : nat -> K) n t,
  polynomial s (S n) t = add (polynomial s n t) (mul (s (S n)) (power t (S n))).
Proof.
  intros s n t. unfold polynomial. rewrite (seq_S (S n)), map_app. rewrite Nat.add_0_l.
  generalize (map (fun k => mul (s k) (power t k)) (seq 0 (S n))) as l. cbn [map].
  generalize (mul (s (S n)) (power t (S n))) as y. intros y l.
  induction l as [|x l IH]; unfold sum in *; cbn [app fold_right]; [ring|]. rewrite IH. ring.
Qed.

(** If s_k·Σ_i a_i λ_i^k = 0 for k < n, only the last term is left. *)
Lemma weighted_polynomial : forall (s : nat -> K) t l n,
  (forall k, k < n -> mul (s k) (power_sum l k) = zero) ->
  weighted (fun λ => polynomial s n (mul t λ)) l = mul (power t n) (mul (s n) (power_sum l n)).
Proof.
  intros s t l. assert (Hterm : forall k,
    weighted (fun λ => mul (s k) (power (mul t λ) k)) l = mul (power t k) (mul (s k) (power_sum l k))).
  { intro k. transitivity (mul (mul (s k) (power t k)) (power_sum l k)); [|ring]. unfold power_sum.
    rewrite <- weighted_scale. apply weighted_ext. intro λ. rewrite power_mul. ring. }
  induction n as [|n IH]; intro H.
  - rewrite <- Hterm. apply weighted_ext. intro λ. apply polynomial_0.
  - rewrite <- Hterm, (weighted_ext _ (fun λ => add (polynomial s n (mul t λ)) (mul (s (S n)) (power (mul t λ) (S n)))))
      by (intro λ; apply polynomial_S).
    rewrite weighted_add, IH, (H n) by auto with arith. ring.
Qed.

Lemma bound_of : forall l : list (K * K),
  exists bound, less zero bound /\ forall u, In u l -> at_most (absolute (fst u)) bound.
Proof.
  induction l as [|u l (bound & Hpositive & H)]; [exists one; split; [apply one_positive|easy]|].
  exists (add bound (absolute (fst u))). split; [apply add_positive; [easy|apply absolute_at_least_zero]|].
  intros v [<-|Hv].
  - replace (absolute (fst u)) with (add zero (absolute (fst u))) at 1 by ring.
    apply at_most_add; [now left|apply at_most_refl].
  - apply (at_most_trans _ bound); [now apply H|]. replace bound with (add bound zero) at 1 by ring.
    apply at_most_add; [apply at_most_refl|apply absolute_at_least_zero].
Qed.

Lemma coefficients_vanish : forall (σ : K -> K) (s : nat -> K) (l : list (K * K)),
  expands σ s -> (forall t, weighted (fun λ => σ (mul t λ)) l = zero) ->
  forall n, mul (s n) (power_sum l n) = zero.
Proof.
  intros σ s l Hσ Hzero n. induction n as [n IH] using lt_wf_ind.
  destruct (bound_of l) as (bound & Hbound & Hl). pose proof (positive_not_zero _ Hbound) as Hbound0.
  apply absolute_zero, (arbitrarily_small _ (mul (absolute_sum l) (power bound n))).
  { apply product_at_least_zero; [apply absolute_sum_at_least_zero|]. left. now apply power_positive. }
  intros ε Hε. destruct (Hσ n ε Hε) as (δ & Hδ & H).
  set (t := mul (mul δ (inv bound)) (inv (add one one))).
  assert (Ht : less zero t) by now apply half_positive, less_mul, inverse_positive.
  assert (Htδ : less (mul t bound) δ).
  { replace (mul t bound) with (mul δ (inv (add one one))); [now apply half_less|].
    unfold t. field. split; [apply two_not_zero|easy]. }
  (* Both sides times t^n. *)
  pose proof (power_positive t n Ht) as Htn. apply not_less. intro Hless. apply (less_mul_left _ _ _ Htn) in Hless.
  revert Hless. apply not_less.
  replace (mul (power t n) (absolute (mul (s n) (power_sum l n))))
    with (absolute (weighted (fun λ => add (σ (mul t λ)) (opp (polynomial s n (mul t λ)))) l)).
  - replace (mul (power t n) (mul (mul (absolute_sum l) (power bound n)) ε))
      with (mul (absolute_sum l) (mul ε (power (mul t bound) n))) by (rewrite power_mul; ring).
    apply weighted_bounded. intros u Hu. apply (proj1 (within_absolute _ _)), H; [|exact Htδ].
    apply within_absolute. rewrite absolute_mul, (absolute_of_positive t) by now left.
    apply at_most_mul; [now left|now apply Hl].
  - rewrite weighted_add, Hzero.
    rewrite (weighted_ext _ (fun λ => mul (opp one) (polynomial s n (mul t λ)))) by (intro λ; ring).
    rewrite weighted_scale, weighted_polynomial by exact IH.
    replace (add zero (mul (opp one) (mul (power t n) (mul (s n) (power_sum l n)))))
      with (opp (mul (power t n) (mul (s n) (power_sum l n)))) by ring.
    rewrite absolute_opp, absolute_mul, (absolute_of_positive (power t n)) by now left. reflexivity.
Qed.

End Expansions.
