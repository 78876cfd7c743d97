(** Reduction at the layers of a deep network: it ends, where no step is possible any more. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import StepSequences.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms.
Import ListNotations.

Section Reduction.

Context {K : Field}.

(** A change further on is one of the network with a matrix before it. *)
Lemma at_one_layer_cons : forall n d_in d_out related (M : matrix K) (θ θ' : list (matrix K)),
  (forall row, In row M -> length row = n) -> length M = d_in ->
  at_one_layer d_in d_out related θ θ' -> at_one_layer n d_out related (M :: θ) (M :: θ').
Proof.
  intros n d_in d_out related M θ θ' HM <- (Hθ & Hθ' & before & L & L' & N & N' & after & -> & -> & H).
  split; [now split|]. split; [now split|]. now exists (M :: before), L, L', N, N', after.
Qed.

Lemma sequence_cons : forall n d_in d_out related (M : matrix K) (θ θ' : list (matrix K)),
  (forall row, In row M -> length row = n) -> length M = d_in ->
  clos_refl_trans _ (at_one_layer d_in d_out related) θ θ' ->
  clos_refl_trans _ (at_one_layer n d_out related) (M :: θ) (M :: θ').
Proof.
  intros n d_in d_out related M θ θ' HM Hlength H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'].
  - apply rt_step. now apply (at_one_layer_cons n d_in).
  - apply rt_refl.
  - now apply rt_trans with (M :: θ').
Qed.

(** A step of the units of the first pair. *)
Lemma first_pair_step : forall d_in d_out (M M' : matrix K) (after : list (matrix K)) units',
  shaped d_in d_out (M :: M' :: after) -> unit_reduction (pair_units M M') units' ->
  exists θ', layer_reduction d_in d_out (M :: M' :: after) θ'.
Proof.
  intros d_in d_out M M' after units' Hshaped H. set (d := length M').
  pose proof (unit_reduction_outgoing d _ _ H (pair_units_outgoing M M')) as Hd.
  exists (incoming_rows units' :: outgoing_rows d units' :: after). split; [exact Hshaped|].
  assert (Hlength : length (outgoing_rows d units') = d) by (unfold outgoing_rows; now rewrite map_length, seq_length).
  split.
  - destruct Hshaped as (HM & HM' & Hafter). split; [|split].
    + intros row Hrow. apply HM. apply (unit_reduction_incoming _ _ H) in Hrow. now rewrite incoming_of_pair in Hrow.
    + intros row Hrow. apply in_map_iff in Hrow as (j & <- & _). unfold incoming_rows. now rewrite !map_length.
    + now rewrite Hlength.
  - exists [], M, M', (incoming_rows units'), (outgoing_rows d units'), after. do 2 (split; [reflexivity|]).
    split; [now rewrite Hlength|]. now rewrite units_of_rows.
Qed.

(** Every pair of neighbouring matrices is settled. *)
Fixpoint settled (θ : list (matrix K)) : Prop :=
  match θ with M :: ((M' :: _) as θ') => settled_pair M M' /\ settled θ' | _ => True end.

Lemma settled_pairs : forall θ : list (matrix K),
  settled θ <-> forall before M M' after, θ = before ++ M :: M' :: after -> settled_pair M M'.
Proof.
  induction θ as [|M θ IH]; [split; [now intros _ [|L before]|easy]|]. destruct θ as [|M' θ].
  - split; [|easy]. intros _ [|L before] N N' after E; [easy|]. injection E as _ E. now destruct before.
  - cbn [settled] in *. rewrite IH. split.
    + intros [H Hθ] [|L before] N N' after E; injection E; [now intros _ -> ->|].
      intros E' _. exact (Hθ before N N' after E').
    + intro H. split; [exact (H [] M M' θ eq_refl)|]. intros before N N' after E.
      apply (H (M :: before) N N' after). cbn [app]. now rewrite E.
Qed.

Lemma step_or_settled : forall (θ : list (matrix K)) d_in d_out, shaped d_in d_out θ ->
  (exists θ', layer_reduction d_in d_out θ θ') \/ settled θ.
Proof.
  induction θ as [|M θ IH]; intros d_in d_out Hshaped; [now right|]. destruct θ as [|M' θ]; [now right|].
  destruct (unit_step_or_settled (pair_units M M')) as [[units' H]|H].
  - left. exact (first_pair_step _ _ _ _ _ _ Hshaped H).
  - destruct Hshaped as [HM Hθ]. destruct (IH _ _ Hθ) as [[θ' H']|H'].
    + left. exists (M :: θ'). now apply (at_one_layer_cons d_in (length M)).
    + right. split; [now apply settled_pair_units|exact H'].
Qed.

Lemma settled_irreducible : forall (θ : list (matrix K)) d_in d_out, settled θ -> irreducible_layers d_in d_out θ.
Proof.
  intros θ d_in d_out H θ' (_ & _ & before & M & M' & N & N' & after & -> & _ & _ & Hstep).
  apply (settled_no_step _ _ (proj2 (settled_pair_units M M') (proj1 (settled_pairs _) H _ _ _ _ eq_refl)) Hstep).
Qed.

Lemma irreducible_settled : forall (θ : list (matrix K)) d_in d_out, shaped d_in d_out θ ->
  irreducible_layers d_in d_out θ -> settled θ.
Proof.
  intros θ d_in d_out Hshaped H. destruct (step_or_settled θ d_in d_out Hshaped) as [[θ' H']|H']; [|exact H'].
  now apply H in H'.
Qed.

(** A step at a pair drops one unit. *)
Lemma pair_step_units : forall (before after : list (matrix K)) (M M' N N' P Q : matrix K), length M' = length N' ->
  unit_reduction (pair_units M P) (pair_units N Q) ->
  list_sum (map (@length _) (before ++ M :: M' :: after)) =
    S (list_sum (map (@length _) (before ++ N :: N' :: after))).
Proof.
  intros before after M M' N N' P Q Hlength H. apply unit_reduction_length in H. unfold layer_unit in H.
  rewrite !pair_units_length in H.
  rewrite !map_app, !list_sum_app. cbn [map list_sum fold_right]. rewrite Hlength, H. lia.
Qed.

Lemma layer_reduction_units : forall d_in d_out (θ θ' : list (matrix K)), layer_reduction d_in d_out θ θ' ->
  list_sum (map (@length _) θ) = S (list_sum (map (@length _) θ')).
Proof.
  intros d_in d_out θ θ' (_ & _ & before & M & M' & N & N' & after & -> & -> & Hlength & H).
  exact (pair_step_units before after M M' N N' M' N' Hlength H).
Qed.

Lemma reduces_to_irreducible_layers : forall d_in d_out (θ : list (matrix K)), shaped d_in d_out θ ->
  exists θ', clos_refl_trans _ (layer_reduction d_in d_out) θ θ' /\ irreducible_layers d_in d_out θ'.
Proof.
  intros d_in d_out. apply (steps_end _ (fun θ => list_sum (map (@length _) θ))).
  - intros θ Hshaped. destruct (step_or_settled θ d_in d_out Hshaped) as [H|H]; [now left|].
    right. now apply settled_irreducible.
  - intros θ θ' H. split; [apply H|]. apply layer_reduction_units in H. lia.
Qed.

Lemma shaped_dec : forall (θ : list (matrix K)) d_in d_out, shaped d_in d_out θ \/ ~ shaped d_in d_out θ.
Proof.
  induction θ as [|M θ IH]; intros d_in d_out; cbn [shaped]; [destruct (Nat.eq_dec d_in d_out); tauto|].
  destruct (IH (length M) d_out) as [H|H]; [|tauto].
  destruct (forallb (fun row => length row =? d_in) M) eqn:E; [left|right].
  - split; [|exact H]. rewrite forallb_forall in E. intros row Hrow. now apply Nat.eqb_eq, E.
  - intros [HM _]. enough (forallb (fun row => length row =? d_in) M = true) by congruence.
    apply forallb_forall. intros row Hrow. now apply Nat.eqb_eq, HM.
Qed.

End Reduction.

Theorem layer_reduction_normal_forms : LayerReductionNormalForms.
Proof.
  intros K d_in d_out θ. split; [|split].
  - intro θ'. apply layer_reduction_units.
  - destruct (shaped_dec θ d_in d_out) as [H|H]; [now apply (reduces_to_irreducible_layers d_in d_out θ)|].
    exists θ. split; [apply rt_refl|]. now intros θ' [Hθ _].
  - intro Hshaped. split.
    + intro H. apply settled_pairs. now apply (irreducible_settled θ d_in d_out).
    + intro H. now apply settled_irreducible, settled_pairs.
Qed.
