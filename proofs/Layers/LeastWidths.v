(** Irreducible networks of several layers have the least number of units in every layer. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import StepSequences.
From Equiloss.Layers Require Import LayerNormalForms FormalUnits FormalMatching LayersDetermined.
Import ListNotations.

Lemma same_widths : forall {K : Field} (θ : list (matrix K)), Forall2 le (map (@length _) θ) (map (@length _) θ).
Proof. intros K θ. induction θ as [|M θ IH]; constructor; [apply le_n|exact IH]. Qed.

Lemma pair_widths : forall {K : Field} (before after : list (matrix K)) (M M' N N' : matrix K),
  length N <= length M -> length N' = length M' ->
  Forall2 le (map (@length _) (before ++ N :: N' :: after)) (map (@length _) (before ++ M :: M' :: after)).
Proof.
  intros K before after M M' N N' HN HN'.
  rewrite !map_app. apply Forall2_app; [apply same_widths|]. cbn [map]. constructor; [exact HN|].
  constructor; [lia|apply same_widths].
Qed.

Lemma one_layer_widths : forall (K : Field) d_in d_out
    (related : list (list K * list K) -> list (list K * list K) -> Prop) (θ θ' : list (matrix K)),
  (forall l l', related l l' -> length l' <= length l) -> at_one_layer d_in d_out related θ θ' ->
  Forall2 le (map (@length _) θ') (map (@length _) θ).
Proof.
  intros K d_in d_out related θ θ' H (_ & _ & before & M & M' & N & N' & after & -> & -> & Hlength & Hpair).
  apply H in Hpair. unfold pair_units in Hpair. rewrite !map_length, !seq_length in Hpair. now apply pair_widths.
Qed.

Lemma widths_fall : forall (K : Field) (step : list (matrix K) -> list (matrix K) -> Prop),
  (forall θ θ', step θ θ' -> Forall2 le (map (@length _) θ') (map (@length _) θ)) ->
  forall θ θ', clos_refl_trans _ step θ θ' -> Forall2 le (map (@length _) θ') (map (@length _) θ).
Proof.
  intros K step H θ θ' Hsteps.
  apply (steps_keep _ (fun φ => Forall2 le (map (@length _) φ) (map (@length _) θ))) with (2 := Hsteps).
  - intros φ ψ Hstep Hφ. exact (Forall2_trans le Nat.le_trans _ _ _ (H φ ψ Hstep) Hφ).
  - apply same_widths.
Qed.

Theorem irreducible_layers_least : IrreducibleLayersLeast.
Proof.
  intros K L d_in d_out θ θ' infinite Hlength Hθ Hθ' Hirr H.
  destruct (proj1 (functions_determine_layers K L d_in d_out θ' θ infinite (eq_sym Hlength) Hθ' Hθ))
    as (φ' & φ & Hφ' & _ & Hφ & _ & Hπ); [intros σ x Hx; symmetry; now apply H|].
  assert (E : φ = θ).
  { clear - Hφ Hirr. apply clos_rt_rt1n in Hφ. destruct Hφ as [|θ1 φ Hstep _]; [reflexivity|]. now apply Hirr in Hstep.
  }
  subst φ. apply (Forall2_trans le Nat.le_trans _ (map (@length _) φ')).
  - revert Hπ. apply widths_fall. intros a b. apply one_layer_widths. intros l l' Hl.
    now rewrite (Permutation_length Hl).
  - revert Hφ'. apply widths_fall. intros a b. apply one_layer_widths. intros l l' Hl.
    apply unit_reduction_length in Hl. unfold layer_unit in Hl. lia.
Qed.
