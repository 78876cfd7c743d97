(** Fukumizu's minima: points of Definition 4.1 whose Hessian has no negative eigenvalues, and no zero ones but those
    along their subspace. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation CriticalCopies MovedNetworks Inertia IndexFormula
  Consequences NullVectors.
From Equiloss.Derivatives Require Import SemidefiniteTest AlongCopies.
Import ListNotations.

Local Open Scope nat_scope.

Theorem semidefinite_test : SemidefiniteTest.
Proof. intros K X plus S n f F x Q p z. apply (semidefinite_minimum plus S n f F x Q p z). Qed.

Theorem minima_above : MinimaAbove.
Proof.
  intros K W A X L cost base θ m d n p g fA f HA Hf (σ & σ' & σ'' & Hactivated & Hσ & Hcost) Hg Hcritical Hout Hθ
    Hinertia.
  assert (Hlength : length θ = m).
  { pose proof Hθ as Hθ'. apply (gamma_bar_copies base m g θ Hg) in Hθ' as (β & Hβ & ->).
    rewrite copies_length by apply Hβ. apply Hg. }
  assert (Hnull : forall δ, length δ = m -> second_variation L θ δ = zero -> Gamma_bar base g (network_plus one θ δ)).
  { pose proof Hθ as Hθ'. apply (gamma_bar_copies base m g θ Hg) in Hθ' as (β & Hβ & ->).
    now apply (null_vectors_along L base m p g β). }
  split; [exact Hnull|]. subst m.
  apply (semidefinite_minimum network_plus (fun δ => length δ = length θ) n f _ _ (second_variation L θ) p
    (length θ - length base) Hf eq_refl Hinertia).
  - intros h Hh Hzero. unfold loss_value. apply sum_ext. intros x _. f_equal.
    rewrite (gamma_bar_output base _ g Hg _ _ (Hnull h Hh Hzero)). symmetry.
    exact (gamma_bar_output base _ g Hg _ _ Hθ).
  - pose proof (expansion_along L cost base θ _ g d n fA f Hg Hcritical Hθ HA Hf σ σ' σ'' Hactivated Hσ Hcost) as H.
    intros ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [exact Hδ|].
    intros v u h k Hv Hvδ Hu Huδ [Hh Hzero]. apply H'; try easy. split; [exact Hh|]. now apply Hnull.
Qed.

Section Dimension.

Context {K : OrderedField} {V : VectorSpace K}.
Add Field dimension_field : (field_laws K).

Lemma dimension_of_coordinates : forall n f, linear_coordinates (@vector_plus K V) (fun _ => True) n f ->
  vector_dimension V n.
Proof.
  intros n f Hf. apply (coordinates_dimension vector_plus vector_towards _ n f); [|exact Hf].
  intros s x y _ _. unfold vector_plus, vector_towards. vector_identity.
Qed.

End Dimension.

Theorem minima_for_one_output : MinimaForOneOutput.
Proof.
  intros K W A X L cost base d_in m n p g β units fA f semidefinite HW HA Hf Hsmooth Hg Hβ Hcritical Hout Hbase Hunits.
  pose proof (dimension_of_coordinates 1 fA HA) as HA1.
  destruct (inertia_exists K W A d_in 1 HW HA1) as [_ H].
  destruct (H X L base (copies g β base) g β 0) as [(p' & q' & z' & Hwide) _]. clear H.
  destruct (index_for_one_output K W A X L base d_in m g β p 0 0 p' q' z' units HW HA1 Hg Hβ Hcritical Hout Hbase
    Hwide Hunits) as (_ & Hindex & Hzeros).
  assert (Hθ : Gamma_bar base g (copies g β base)).
  { apply (gamma_bar_copies base m g _ Hg). exists β. now split. }
  split; [exact (copies_critical L base m g _ Hg Hcritical Hθ)|]. split.
  - intro Hconditions. assert (Hq : q' = 0).
    { apply Hindex. split; [easy|]. intros t Ht. apply (Hconditions t Ht). }
    assert (Hz : z' = m - length base).
    { rewrite Hzeros. rewrite (proj2 (over_blocks_none _ _)); [lia|]. intros t Ht.
      destruct (Hconditions t Ht) as (_ & Hshares & Hbend). cbv zeta. rewrite Hshares. unfold copy_number in Hbend.
      rewrite Hshares, Nat.add_0_r in Hbend. destruct Hbend as [-> | ->]; lia. }
    rewrite Hq, Hz in Hwide. exact (proj2 (minima_above K W A X L cost base _ m 1 n p' g fA f HA Hf Hsmooth Hg
    Hcritical Hout Hθ
      Hwide)).
  - intros (t & Ht & Hfails). destruct (negative_direction network_plus _ _ p' q' z' Hwide) as (δ & Hδ & Hless).
    + destruct q' as [|q']; [|lia]. elim Hfails. now apply (proj1 Hindex eq_refl).
    + exists δ. split; [|exact Hless]. rewrite copies_length in Hδ by apply Hβ. now destruct Hg as [<- _].
Qed.
