(** From σ' = σ − σ² and σ(0) = 1/2 it follows that σ(x) + σ(−x) = 1; and from ρ' = σ that ρ(x) − ρ(−x) = x. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Identifiability Require Import Negligible.
From Equiloss.Flows Require Import Intervals Vanishing Taylor.
Import ListNotations.

Local Open Scope nat_scope.

Section SigmoidIdentities.

Context {K : OrderedField} (σ : K -> K).
Hypothesis Hcomplete : complete K.
Hypothesis H0 : add (σ zero) (σ zero) = one.
Hypothesis Hσ : derivative_everywhere σ (fun t => add (σ t) (opp (mul (σ t) (σ t)))).
Add Field sigmoid_identities_field : (field_laws K).

(** h(x) = σ(x) + σ(−x) − 1 has the derivative −(σ(x) − σ(−x))·h(x). *)
Definition gap (x : K) : K := add (add (σ x) (σ (opp x))) (opp one).
Definition spread (x : K) : K := add (σ x) (mul (opp one) (σ (opp x))).

Lemma reversed_slope : forall (φ ψ : K -> K) t, derivative_everywhere φ ψ ->
  has_slope (fun s => φ (opp s)) t (opp (ψ (opp t))).
Proof. intros φ ψ t H. apply slope_reversed, slope_derivative, H. Qed.

Lemma gap_slope : forall t, derivative_within (fun _ => True) gap t (mul (opp (spread t)) (gap t)).
Proof.
  intro t. apply slope_derivative. pose proof (proj2 (slope_derivative _ _ _) (Hσ t)) as H.
  apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ (slope_add _ _ t _ _ H (reversed_slope σ _ t Hσ))
    (slope_linear (opp one) zero t)).
  - intro s. unfold gap. ring.
  - unfold gap, spread. ring.
Qed.

Lemma spread_bounded : forall t, bounded (fun h => spread (add t h)).
Proof.
  intro t. pose proof (proj2 (slope_derivative _ _ _) (Hσ t)) as H. unfold spread.
  apply bounded_add; [exact (slope_bounded σ t _ H)|]. apply bounded_mul; [apply bounded_constant|].
  exact (slope_bounded (fun s => σ (opp s)) t _ (reversed_slope σ _ t Hσ)).
Qed.

Lemma gap_zero_later : forall x, at_most zero x -> gap x = zero.
Proof.
  intros x Hx. apply (stays_zero 1 (fun _ => gap) (fun _ t => mul (opp (spread t)) (gap t)) (fun _ => True) x Hcomplete
  zero
    Hx) with (t := x) (l := 0); try easy.
  - intros l t _ _. apply gap_slope.
  - intros t _ _. destruct (spread_bounded t) as (M & δ & HM & Hδ & H). exists M, δ. split; [now left|].
    split; [exact Hδ|]. intros s u B _ Hs Hu HB l Hl. rewrite absolute_mul, absolute_opp.
    apply product_at_most; [apply absolute_at_least_zero| | |apply (HB 0); lia].
    + apply (at_most_trans _ (absolute (gap s))); [apply absolute_at_least_zero|apply (HB 0); lia].
    + replace s with (add t (minus s t)) by (unfold minus; ring). apply H.
      apply (at_most_less _ u); [now apply (proj1 (within_absolute _ _))|exact Hu].
  - intros l _. unfold gap. replace (opp zero) with (@zero K) by ring. rewrite H0. ring.
  - split; [exact Hx|apply at_most_refl].
  - lia.
Qed.

Lemma opposite_positive : forall x : K, less x zero -> at_most zero (opp x).
Proof. intros x H. left. now apply less_opp. Qed.

Lemma gap_zero : forall x, gap x = zero.
Proof.
  intro x. destruct (trichotomy x zero) as [[H|E]|H].
  - replace (gap x) with (gap (opp x)); [now apply gap_zero_later, opposite_positive|].
    unfold gap. replace (opp (opp x)) with x by ring. ring.
  - apply gap_zero_later. right. now symmetry.
  - apply gap_zero_later. now left.
Qed.

Theorem sigmoid_mirrored : forall x, add (σ x) (σ (opp x)) = one.
Proof.
  intro x. transitivity (add (gap x) one); [unfold gap; ring|]. rewrite gap_zero. ring.
Qed.

(** The derivative of ρ(x) − ρ(−x) − x is 0. *)
Definition remainder (ρ : K -> K) (x : K) : K := add (add (ρ x) (mul (opp one) (ρ (opp x)))) (opp x).

Lemma remainder_zero_later : forall ρ, derivative_everywhere ρ σ -> forall x, at_most zero x -> remainder ρ x = zero.
Proof.
  intros ρ Hρ x Hx. assert (Hstart : remainder ρ zero = zero).
  { unfold remainder. replace (opp zero) with (@zero K) by ring. ring. }
  assert (Hslope : forall t, derivative_within (fun _ => True) (remainder ρ) t zero).
  { intro t. apply slope_derivative. pose proof (proj2 (slope_derivative _ _ _) (Hρ t)) as H.
    apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ (slope_add _ _ t _ _ H
      (slope_mul _ _ t _ _ (slope_linear (opp one) zero t) (reversed_slope ρ σ t Hρ))) (slope_linear zero (opp one) t)).
    - intro s. unfold remainder. ring.
    - transitivity (gap t); [unfold gap; ring|apply gap_zero]. }
  apply absolute_zero. replace (remainder ρ x) with (minus (remainder ρ x) (remainder ρ zero))
    by (rewrite Hstart; unfold minus; ring).
  apply (at_most_trans _ (mul zero (minus x zero))); [|right; ring].
  apply (mean_value Hcomplete (fun _ => True) (remainder ρ) (fun _ => zero)); [exact Hx|]. intros t _.
  split; [easy|]. split; [apply Hslope|]. rewrite absolute_of_positive; apply at_most_refl.
Qed.

Theorem softplus_mirrored : forall ρ, derivative_everywhere ρ σ -> forall x, add (ρ x) (opp (ρ (opp x))) = x.
Proof.
  intros ρ Hρ x. assert (E : remainder ρ x = zero).
  { destruct (trichotomy x zero) as [[H|E]|H].
    - replace (remainder ρ x) with (opp (remainder ρ (opp x)));
        [rewrite (remainder_zero_later ρ Hρ); [ring|now apply opposite_positive]|].
      unfold remainder. replace (opp (opp x)) with x by ring. ring.
    - apply (remainder_zero_later ρ Hρ). right. now symmetry.
    - apply (remainder_zero_later ρ Hρ). now left. }
  transitivity (add (remainder ρ x) x); [unfold remainder; ring|]. rewrite E. ring.
Qed.

End SigmoidIdentities.
