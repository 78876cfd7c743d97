(** The subspaces P_π Γ_s of the paper are the Γ_P, one by one; so their unions agree. *)

From Coq Require Import List Arith Permutation Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces PermutedLists.
From Equiloss.Counting Require Import LabelledPartitions.
From Equiloss.Subspaces Require Import Gamma Blocks.
Import ListNotations.

Local Open Scope nat_scope.

Section Families.

Context {K : Field} {W A : VectorSpace K} (base : network W A).

(** Codes and units permuted together. *)
Lemma gamma_permuted : forall C P θ' θ π, Permutation π (seq 0 (length C)) -> length θ' = length C ->
  permuted π C P -> permuted π θ' θ -> (Gamma base C θ' <-> Gamma base P θ).
Proof.
  intros C P θ' θ π Hπ Hlength HP Hθ.
  destruct (permuted_combine C P θ' θ π Hπ Hlength HP Hθ) as [_ Hpairs]. rewrite !gamma_fits.
  assert (HlengthP : length θ = length P) by (destruct HP as [-> _], Hθ as [-> _]; easy).
  split; intros [_ H]; (split; [easy|]).
  - now apply (fits_permutation base (combine C θ')).
  - now apply (fits_permutation base (combine P θ)).
Qed.

Lemma gamma_family : forall C P π θ, Permutation π (seq 0 (length C)) -> permuted π C P ->
  ((exists θ', Gamma base C θ' /\ permuted π θ' θ) <-> Gamma base P θ).
Proof.
  intros C P π θ Hπ HP. split.
  - intros (θ' & H & Hθ). apply (gamma_permuted C P θ' θ π); try easy. apply H.
  - intro H. assert (Hlength : length θ = length C) by (rewrite (proj1 H); now apply (permuted_length C P π)).
    destruct (unpermuted_exists θ π) as (θ' & Hlength' & Hθ); [now rewrite Hlength|]. exists θ'. split; [|exact Hθ].
    apply (gamma_permuted C P θ' θ π); try easy. congruence.
Qed.

End Families.

Theorem subspaces_as_in_paper : SubspacesAsInPaper.
Proof.
  intros K W A base m S. split.
  - intros (k & b & π & Hk & Hpositive & Hm & Hπ & HS). rewrite <- Hk, <- Hm in *.
    assert (Hlength : length (blocks Label 0 k ++ blocks Zero 0 b) = list_sum k + list_sum b)
      by now rewrite app_length, !length_blocks.
    rewrite <- Hlength in Hπ. destruct (permuted_exists _ π Hπ) as (P & HP & Hblocks).
    exists (renumbered P). split; [now apply partition_of_blocks|]. intro θ.
    rewrite HS, gamma_renumbered. now apply gamma_family.
  - intros (P & HP & HS). destruct (blocks_of_partition _ m P HP) as (k & b & Hk & Hpositive & Hm & Hblocks).
    destruct (permutation_permuted _ _ Hblocks) as (π & Hπ & HPπ). exists k, b, π. repeat split; try assumption.
    + now rewrite app_length, !length_blocks, Hm in Hπ.
    + intro H. apply (gamma_family base _ P π); [exact Hπ|exact HPπ|now apply HS].
    + intro H. apply HS. now apply (gamma_family base _ P π) in H.
Qed.

Theorem theta_as_in_paper : ThetaAsInPaper.
Proof.
  intros K W A base θ m. split.
  - intros (P & HP & H). destruct (proj2 (subspaces_as_in_paper K W A base m (Gamma base P)))
      as (k & b & π & Hk & Hpositive & Hm & Hπ & HS); [now exists P|].
    apply HS in H. destruct H as (θ' & H & Hθ). exists k, b, θ'. repeat split; try assumption; try apply H.
    apply (permuted_permutation _ _ π); [|exact Hθ]. destruct H as [-> _].
    now rewrite app_length, !length_blocks, Hm.
  - intros (k & b & θ' & Hk & Hpositive & Hm & H & Hperm).
    destruct (permutation_permuted _ _ Hperm) as (π & Hπ & Hθ).
    rewrite (proj1 H), app_length, !length_blocks, Hm in Hπ.
    destruct (proj1 (subspaces_as_in_paper K W A base m (fun θ => exists θ', Gamma_s base k b θ' /\ permuted π θ' θ)))
      as (P & HP & HS); [now exists k, b, π|]. exists P. split; [exact HP|]. apply HS. now exists θ'.
Qed.
