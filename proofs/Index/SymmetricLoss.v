(** The loss is a sum over units: it doesn't depend on their order, and neither does its derivative. *)

From Coq Require Import List Arith Permutation Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces PermutedLists.
From Equiloss.Index Require Import SecondVariation CriticalCopies.
Import ListNotations.

Local Open Scope nat_scope.

Section SymmetricLoss.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X).

Lemma output_permutation : forall (activation : W -> K) (θ θ' : network W A),
  Permutation θ θ' -> output activation θ = output activation θ'.
Proof. intros activation θ θ' H. unfold output. now apply vsum_permutation, Permutation_map. Qed.

Lemma over_units_permutation : forall f (θ δ θ' δ' : network W A),
  Permutation (combine θ δ) (combine θ' δ') -> over_units f θ δ = over_units f θ' δ'.
Proof. intros f θ δ θ' δ' H. unfold over_units. now apply vsum_permutation, Permutation_map. Qed.

Lemma first_variation_permutation : forall θ δ θ' δ', Permutation θ θ' ->
  Permutation (combine θ δ) (combine θ' δ') -> first_variation L θ δ = first_variation L θ' δ'.
Proof.
  intros θ δ θ' δ' Hθ H. unfold first_variation. f_equal. apply map_ext. intro x.
  now rewrite (output_permutation _ θ θ' Hθ), (over_units_permutation _ θ δ θ' δ' H).
Qed.

End SymmetricLoss.

Theorem loss_symmetric : LossSymmetric.
Proof.
  intros K W A X L cost π θ θ' δ δ' Hπ Hδ Hθ Hδ'. pose proof (permuted_permutation θ θ' π Hπ Hθ) as Hunits. split.
  - unfold loss_value. f_equal. apply map_ext. intro x. f_equal. symmetry. now apply output_permutation.
  - symmetry. apply first_variation_permutation; [exact Hunits|].
    now apply (permuted_combine θ θ' δ δ' π Hπ Hδ Hθ Hδ').
Qed.

Theorem gradient_tangent : GradientTangent.
Proof.
  intros K W A X L θ i j v only Hi Hj [_ Hequal].
  assert (E : nth i θ (vzero, vzero) = nth j θ (vzero, vzero)).
  { specialize (Hequal i j (or_introl eq_refl) (or_intror (or_introl eq_refl))).
    rewrite !(nth_error_nth' θ (vzero, vzero)) in Hequal by easy. now injection Hequal. }
  unfold first_variation. f_equal. apply map_ext. intro x. f_equal.
  change (over_units (unit_first L x) θ (alone θ i v) = over_units (unit_first L x) θ (alone θ j v)).
  rewrite !over_units_alone by (easy || apply unit_first_linear). now rewrite E.
Qed.
