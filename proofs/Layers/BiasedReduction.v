(** Reduction of networks with biases: steps at a pair are those at the pair without its biases. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import StepSequences.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerReduction BiasedPairs.
Import ListNotations.

Section Steps.

Context {K : Field}.

Lemma two_layers : forall d d' related (M M' : matrix K) (θ : list (matrix K)),
  at_one_layer d d' related [M; M'] θ -> exists N N', θ = [N; N'] /\ related (pair_units M M') (pair_units N N').
Proof.
  intros d d' related M M' θ (_ & _ & before & P & P' & N & N' & after & E & -> & _ & H).
  destruct before as [|Q [|Q' before]]; [|discriminate E|now destruct before].
  injection E as -> -> <-. now exists N, N'.
Qed.

(** A step from a pair without its biases to another is one from the pair with them, in a network around it. *)
Lemma step_to_pair : forall d_in d_out n related (before after : list (matrix K)) (M M' N N' : matrix K),
  biased_shaped d_in d_out (before ++ M :: M' :: after) -> biased_shaped d_in n before ->
  at_one_layer (S n) (length M') related [N; without_biases N'] [M; without_biases M'] ->
  map (hd zero) N' = map (hd zero) M' -> (forall row, In row N' -> row <> []) ->
  biased_at_one_layer d_in d_out related (before ++ N :: N' :: after) (before ++ M :: M' :: after).
Proof.
  intros d_in d_out n related before after M M' N N' HM Hbefore H Hbias Hne.
  split; [apply (replaced_shaped _ _ M M' N N' _ _ n HM Hbefore); [apply H|exact Hne]|]. split; [exact HM|].
  exists before, N, N', M, M', after. do 3 (split; [easy|]).
  apply two_layers in H as (P & P' & E & H). injection E as <- <-. exact H.
Qed.

Lemma first_biased_step : forall d_in d_out (M M' : matrix K) (after : list (matrix K)) units,
  biased_shaped d_in d_out (M :: M' :: after) -> unit_reduction (biased_units M M') units ->
  exists θ', biased_reduction d_in d_out (M :: M' :: after) θ'.
Proof.
  intros d_in d_out M M' after units Hshaped H.
  pose proof (pair_shaped [] after M M' d_in d_out d_in Hshaped eq_refl) as Hpair.
  destruct (first_pair_step _ _ _ _ _ _ Hpair H) as [θ' Hstep].
  destruct (two_layers _ _ _ _ _ _ Hstep) as (N & P & -> & Hunits). destruct Hstep as (_ & HN & _).
  assert (HP : length P = length M') by apply HN.
  set (N' := map (fun p => fst p :: snd p) (combine (map (hd zero) M') P)).
  assert (E : without_biases N' = P).
  { unfold without_biases, N'. rewrite map_map. cbn [tl]. change (map snd (combine (map (hd zero) M') P) = P).
    clear - HP. revert P HP. induction M' as [|row M' IH]; intros [|row' P] HP; try easy.
    injection HP as HP. cbn [map combine snd]. f_equal. now apply IH. }
  assert (Hbias : map (hd zero) M' = map (hd zero) N').
  { unfold N'. rewrite map_map. cbn [hd]. change (map (hd zero) M' = map fst (combine (map (hd zero) M') P)).
    clear - HP. revert P HP. induction M' as [|row M' IH]; intros [|row' P] HP; try easy.
    injection HP as HP. cbn [map combine fst]. f_equal. now apply IH. }
  rewrite <- E in *. exists (N :: N' :: after). split; [exact Hshaped|]. split.
  - apply (replaced_shaped [] after M M' N N' _ _ d_in Hshaped eq_refl HN).
    intros row Hrow ->. now apply in_map_iff in Hrow as (p & Hp & _).
  - now exists [], M, M', N, N', after.
Qed.

(** ** Without further steps *)

Lemma nth_without_bias : forall (row : list K) i, nth i (tl row) zero = nth (S i) row zero.
Proof. intros [|b row] i; [now destruct i|reflexivity]. Qed.

Lemma biased_settled_pair : forall M M' : matrix K, settled_pair M (without_biases M') <->
  NoDup M /\ forall i, i < length M -> exists row, In row M' /\ nth (S i) row zero <> zero.
Proof.
  intros M M'. split; intros [Hdistinct H]; (split; [exact Hdistinct|]); intros i Hi;
    destruct (H i Hi) as (row & Hrow & Hne).
  - apply in_map_iff in Hrow as (row' & <- & Hrow). rewrite nth_without_bias in Hne. now exists row'.
  - exists (tl row). rewrite nth_without_bias. split; [now apply in_map|exact Hne].
Qed.

Lemma biased_step_or_irreducible : forall (θ : list (matrix K)) d_in d_out, biased_shaped d_in d_out θ ->
  (exists θ', biased_reduction d_in d_out θ θ') \/ biased_irreducible θ.
Proof.
  induction θ as [|M θ IH]; intros d_in d_out Hshaped; [right; now intros [|P before]|].
  destruct θ as [|M' θ]; [right; now intros [|P [|P' before]]|].
  destruct (unit_step_or_settled (biased_units M M')) as [[units H]|H].
  - left. exact (first_biased_step _ _ _ _ _ _ Hshaped H).
  - destruct Hshaped as [HM Hθ]. destruct (IH _ _ Hθ) as [[θ' H']|H'].
    + left. exists (M :: θ'). now apply biased_at_one_layer_cons.
    + right. intros [|P before] N N' after E; injection E.
      * intros _ -> ->. now apply biased_settled_pair, settled_pair_units.
      * intros E' _. exact (H' before N N' after E').
Qed.

Lemma biased_irreducible_no_step : forall d_in d_out (θ θ' : list (matrix K)),
  biased_irreducible θ -> ~ biased_reduction d_in d_out θ θ'.
Proof.
  intros d_in d_out θ θ' H (_ & _ & before & M & M' & N & N' & after & E & _ & _ & Hstep).
  refine (settled_no_step _ _ _ Hstep). apply settled_pair_units, biased_settled_pair. exact (H _ _ _ _ E).
Qed.

Lemma biased_reduction_units : forall d_in d_out (θ θ' : list (matrix K)), biased_reduction d_in d_out θ θ' ->
  list_sum (map (@length _) θ) = S (list_sum (map (@length _) θ')).
Proof.
  intros d_in d_out θ θ' (_ & _ & before & M & M' & N & N' & after & -> & -> & Hbias & H).
  exact (pair_step_units before after M M' N N' _ _ (same_biases_length _ _ Hbias) H).
Qed.

End Steps.

Theorem biased_reduction_normal_forms : BiasedReductionNormalForms.
Proof.
  intros K d_in d_out θ Hshaped. split; [|split; [|split]].
  - intro θ'. apply biased_reduction_units.
  - revert θ Hshaped. apply (steps_end _ (fun θ => list_sum (map (@length _) θ))).
    + intros θ Hθ. now apply biased_step_or_irreducible.
    + intros θ θ' H. split; [apply H|]. apply biased_reduction_units in H. lia.
  - intros H θ'. now apply biased_irreducible_no_step.
  - intro H. destruct (biased_step_or_irreducible θ d_in d_out Hshaped) as [[θ' H']|H']; [now apply H in H'|exact H'].
Qed.

Theorem biased_replacements_exist : BiasedReplacementsExist.
Proof.
  intros K d_in d_out. split; [|split; [|split]].
  - intros θ θ'. apply biased_weaker. intros M M' N N'. apply (unit_reduction_measure (length M')).
    apply pair_units_outgoing.
  - intros θ θ'. apply biased_weaker. intros M M' N N'. apply permutation_measure.
  - intros before after M M' n w H Hbefore Hw. apply (step_to_pair d_in d_out n _ _ _ _ _ _ _ H Hbefore).
    + unfold without_biases at 1. rewrite map_map. cbn [tl]. rewrite <- (map_map (@tl K) (cons zero)).
      apply (with_zero_unit _ _ [] [] M (without_biases M') (S n) w); [|reflexivity|exact Hw].
      exact (pair_shaped before after M M' d_in d_out n H Hbefore).
    + now rewrite map_map.
    + intros row Hrow ->. now apply in_map_iff in Hrow as (row & E & _).
  - intros before after M M' w parts rows joined split H.
    pose proof (proj1 (biased_shaped_app _ _ _ _) H) as (n & Hbefore & _).
    pose proof (pair_shaped before after (w :: M) joined d_in d_out n H Hbefore) as Hpair.
    apply (step_to_pair d_in d_out n _ _ _ _ _ _ _ H Hbefore).
    + assert (E : combine parts (without_biases M') = map (fun p => (fst p, tl (snd p))) (combine parts M')).
      { unfold without_biases. clear. revert M'. induction parts as [|part parts IH]; intros [|row M']; try easy.
        cbn [combine map fst snd]. f_equal. apply IH. }
      pose proof (with_unit_halved (S n) (length joined) [] [] M (without_biases M') w parts) as Hstep.
      rewrite E, !map_map in Hstep. cbn [fst snd app] in Hstep.
      unfold without_biases at 1 2. unfold joined at 2, split, rows. rewrite !map_map. cbn [tl].
      apply Hstep. unfold without_biases, joined at 2, rows in Hpair. rewrite map_map in Hpair. exact Hpair.
    + unfold joined, split. now rewrite !map_map.
    + intros row Hrow ->. now apply in_map_iff in Hrow as (p & E & _).
Qed.
