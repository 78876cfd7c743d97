(** Reduction with and without mirrored units in one: [None] stands for an activation without a symmetry. *)

From Coq Require Import List Arith Permutation Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure Reduction SignedMeasure SignedReduction.
Import ListNotations.

Local Open Scope nat_scope.

Section Parities.

Context {K : Field} {W A : VectorSpace K} (s : option parity).

Definition measure_of (θ : network W A) (w : W) : A :=
  match s with None => measure θ w | Some p => signed_measure p θ w end.
Definition same_measure_of (θ θ' : network W A) : Prop := forall w, measure_of θ w = measure_of θ' w.
Definition step_of : network W A -> network W A -> Prop :=
  match s with None => reduction_step | Some p => signed_step p end.
Definition reduces_to_of : network W A -> network W A -> Prop := clos_refl_trans (network W A) step_of.
Definition irreducible_of (θ : network W A) : Prop :=
  match s with None => irreducible θ | Some p => signed_irreducible p θ end.
Definition equal_of (θ θ' : network W A) : Prop :=
  match s with None => Permutation θ θ' | Some p => same_up_to_mirrors p θ θ' end.

(** Mirrored units need a field where 1 + 1 is not 0. *)
Definition field_for : Prop := match s with None => True | Some _ => @add K one one <> zero end.

Lemma same_measure_of_sym : forall θ θ', same_measure_of θ θ' -> same_measure_of θ' θ.
Proof. intros θ θ' H w. now rewrite H. Qed.

Lemma same_measure_of_trans : forall θ θ' θ'',
  same_measure_of θ θ' -> same_measure_of θ' θ'' -> same_measure_of θ θ''.
Proof. intros θ θ' θ'' H H' w. now rewrite H. Qed.

Lemma same_measure_for : forall θ θ', same_measure θ θ' -> same_measure_of θ θ'.
Proof. unfold same_measure_of, measure_of. destruct s; [apply same_measure_signed|easy]. Qed.

Lemma measure_of_app : forall (θ θ' : network W A) w,
  measure_of (θ ++ θ') w = vadd (measure_of θ w) (measure_of θ' w).
Proof. unfold measure_of. destruct s; [apply signed_measure_app|apply measure_app]. Qed.

Lemma step_of_measure : forall θ θ', step_of θ θ' -> same_measure_of θ θ'.
Proof.
  unfold step_of, same_measure_of, measure_of.
  destruct s; [apply signed_step_measure|apply reduction_step_same_measure].
Qed.

Lemma step_of_length : forall θ θ', step_of θ θ' -> length θ = S (length θ').
Proof. unfold step_of. destruct s; [apply signed_step_length|apply reduction_step_length]. Qed.

Lemma reduces_to_of_measure : forall θ θ', reduces_to_of θ θ' -> same_measure_of θ θ'.
Proof.
  intros θ θ' H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'].
  - now apply step_of_measure.
  - easy.
  - now apply same_measure_of_trans with θ'.
Qed.

Lemma equal_of_length : forall θ θ', equal_of θ θ' -> length θ = length θ'.
Proof.
  unfold equal_of. destruct s; [|apply Permutation_length].
  intros θ θ' (φ & Hflipped & Hperm). rewrite <- (Permutation_length Hperm). clear Hperm.
  induction Hflipped as [|u v θ φ _ _ IH]; simpl; congruence.
Qed.

Lemma equal_of_measure : forall θ θ', equal_of θ θ' -> same_measure_of θ θ'.
Proof.
  unfold equal_of, same_measure_of, measure_of.
  destruct s; [apply same_up_to_mirrors_measure|apply same_measure_permutation].
Qed.

(** A network with the measure of [base] reduces to [base], up to permutation and mirrored units. *)
Lemma reduces_to_base : forall base θ : network W A, field_for -> irreducible_of base -> same_measure_of θ base ->
  exists θ', reduces_to_of θ θ' /\ equal_of base θ'.
Proof.
  intros base θ Hfield Hirr Hmeasure.
  assert (H : exists θ', reduces_to_of θ θ' /\ irreducible_of θ').
  { unfold reduces_to_of, irreducible_of, step_of, field_for in *. destruct s as [p|].
    - now apply (signed_reduces_to_irreducible p Hfield (length θ)).
    - now apply (reduces_to_irreducible (length θ)). }
  destruct H as (θ' & Hreduces & Hirr'). exists θ'. split; [exact Hreduces|].
  assert (Hsame : same_measure_of base θ').
  { apply same_measure_of_trans with θ; [now apply same_measure_of_sym|now apply reduces_to_of_measure]. }
  unfold irreducible_of, equal_of, same_measure_of, measure_of, field_for in *. destruct s as [p|].
  - now apply signed_irreducible_unique.
  - now apply same_measure_irreducible.
Qed.

Lemma reduces_to_shortens : forall θ θ', reduces_to_of θ θ' -> length θ' <= length θ.
Proof.
  intros θ θ' H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'].
  - apply step_of_length in H. lia.
  - apply le_n.
  - now apply Nat.le_trans with (length θ').
Qed.

(** If it has as many units, no step was taken. *)
Lemma reduces_to_same_length : forall θ θ', reduces_to_of θ θ' -> length θ <= length θ' -> θ = θ'.
Proof.
  intros θ θ' H Hlength. apply clos_rt_rt1n in H. destruct H as [|θ1 θ' H Hreduces]; [easy|]. exfalso.
  apply step_of_length in H. apply clos_rt1n_rt, reduces_to_shortens in Hreduces. lia.
Qed.

End Parities.
