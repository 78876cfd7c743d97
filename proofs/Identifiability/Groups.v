(** Remark 4.2: at zero loss the units form groups of copies of the teacher's units, and groups whose outgoing vectors
    sum to 0; reduction leaves the teacher. *)

From Coq Require Import List Permutation.
From Equiloss Require Import Statements.
From Equiloss.Reduction Require Import Measure Reduction.
From Equiloss.Subspaces Require Import Expansion.
From Equiloss.Identifiability Require Import ZeroLoss.
Import ListNotations.

Theorem zero_loss_groups : ZeroLossGroups.
Proof.
  intros K W A d_in d_out c c' σ s teacher θ Harchimedean Hc Hc' Hσ (H0 & Heven & Hodd) Hirr Hsame.
  destruct (zero_loss_only_in_theta K W A d_in d_out c c' σ s teacher θ Harchimedean Hc Hc' Hσ H0 Heven Hodd Hsame)
    as (Hmeasure & _).
  split; [|split; [|split; [|split]]].
  - destruct (fibre_codes teacher θ Hirr Hmeasure) as (group & _ & H). now exists group.
  - intros w _. rewrite Hmeasure. destruct (in_dec vector_eq_dec w (map fst teacher)) as [Hin|Hout].
    + left. apply in_map_iff in Hin as ([v a] & E & Hin). simpl in E. subst v.
      now rewrite (measure_irreducible teacher w a Hirr Hin).
    + right. split; [exact Hout|now apply measure_absent].
  - intros [w a] Hin. assert (E : measure θ w = a) by (rewrite Hmeasure; now apply measure_irreducible).
    split; [|exact E]. cbn [fst]. assert (Hne : measure θ w <> vzero).
    { rewrite Hmeasure. apply measure_irreducible_nonzero; [exact Hirr|]. now apply (in_map fst) in Hin. }
    apply measure_nonzero_present in Hne as [b Hb]. now apply (in_map fst) in Hb.
  - apply reduction_normal_forms.
  - intros θ' Hreduces Hirr'. destruct (reduction_invariant K W A θ θ' Hreduces) as [Hsame' Hfunction].
    split; [|exact Hfunction]. apply same_measure_irreducible; [exact Hirr'|exact Hirr|].
    apply (same_measure_trans _ θ); [now apply same_measure_sym|exact Hmeasure].
Qed.
