(** A bound by the subdivided star graph, for m = r + 1. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import Enumeration.
From Equiloss.Layers Require Import LayerNormalForms.
From Equiloss.Topology Require Import OneSpareUnit SubdividedStar StarWalks.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedStar SoundEnumeration
  SoundMembership.
From Equiloss.Checkers Require Import Containing CompleteMembership SegmentChains PathsOver SoundStarSteps.
Import ListNotations.

Lemma check_partition_complete : forall r m P, labelled_partition r m P -> check_partition r m P = true.
Proof.
intros r m P (Hlength & Hlabels & Hzeros). unfold check_partition. rewrite has_labels_is. unfold has_labels_plainly.
rewrite !andb_true_iff, !forallb_forall.
    repeat split.
  - now apply Nat.eqb_eq.
  - intros [t|z] Hc; [|reflexivity]. now apply Nat.ltb_lt, Hlabels.
  - intros t Ht. apply in_seq in Ht. apply existsb_exists. exists (Label t).
    split; [now apply Hlabels|now apply same_code_iff].
  - clear Hlength Hlabels. revert Hzeros. generalize 0. induction P as [|[t|z] P IH]; intros next H;
      [reflexivity|now apply IH|].
    cbn [in_turn zeros_in_order] in *. apply orb_true_iff. destruct H as [[Hz H]|[-> H]]; [left|right];
      apply andb_true_iff;
      (split; [|now apply IH]); [now apply Nat.ltb_lt|apply Nat.eqb_refl].
Qed.

(** ** The subspaces that hold a network *)

Section Holding.

Context {K : Field} (d_in d_out : nat) (base : list (list K * list K)).
Context (base_shaped : units_shaped d_in d_out base) (base_irreducible : check_irreducible base = true).

Lemma find_label : forall start t v, nth_error base t = Some v ->
  find_code (combine (map fst base) (map Label (seq start (length base)))) (fst v) = Some (Label (start + t)).
Proof.
destruct (check_irreducible_settled base base_irreducible) as [Hdistinct _]. revert Hdistinct. clear.
induction base as [|u l IH]; intros Hdistinct start t v H; [now destruct t|]. inversion Hdistinct as [|w k Hu Hl].
    subst.
  unfold find_code in *. cbn [map length seq combine find fst snd]. destruct (same_entries (fst u) (fst v)) eqn:E.
  - apply same_entries_iff in E. destruct t as [|t]; [now rewrite Nat.add_0_r|]. elim Hu. rewrite E. apply in_map.
    now apply nth_error_In with t.
  - destruct t as [|t].
    + injection H as <-. assert (same_entries (fst u) (fst u) = true) by now apply same_entries_iff. congruence.
    + rewrite <- Nat.add_succ_comm. now apply IH.
Qed.

Lemma label_or_blank_codes : forall (θ : list (list K * list K)) c, In c (label_or_blank base θ) ->
  c = Zero 0 \/ exists t, t < length base /\ c = Label t.
Proof.
intros θ c H. unfold label_or_blank in H. apply in_map_iff in H as (u & <- & _). unfold find_code.
destruct (find _ _) as [[w d]|] eqn:E; [|now left]. right. apply find_some in E as [E _]. apply in_combine_r in E.
apply in_map_iff in E as (t & <- & Ht). apply in_seq in Ht. exists t. split; [lia|reflexivity].
Qed.

Lemma labels_agree : forall P (θ : list (list K * list K)), arrangement (length base) P -> units_Gamma P base θ ->
  forall i t, nth_error P i = Some (Label t) -> nth_error (label_or_blank base θ) i = Some (Label t).
Proof.
intros P θ HP (Hlength & Hlabel & _) i t Hi. assert (Ht : t < length base) by (apply HP;
    now apply nth_error_In with i).
  destruct (nth_error base t) as [v|] eqn:Ev; [|apply nth_error_None in Ev; lia].
  destruct (nth_error θ i) as [u|] eqn:Eu.
  2: { apply nth_error_None in Eu. assert (i < length P) by (apply nth_error_Some; congruence). lia. }
  unfold label_or_blank.
  rewrite (map_nth_error _ _ _ Eu). f_equal. replace (fst u) with (fst v); [now rewrite (find_label 0 t v Ev)|].
  symmetry.
  apply (Hlabel t u v); [|exact Ev]. clear - Hi Eu. revert P i Hi Eu.
  induction θ as [|x θ IH]; intros [|c P] [|i] Hi Eu; try discriminate; cbn [nth_error combine In] in *.
  - left. congruence.
  - right. now apply (IH P i).
Qed.

Lemma holding_complete : forall P (θ : list (list K * list K)), length θ = S (length base) ->
  labelled_partition (length base) (length θ) P -> check_member d_in d_out base P θ = true ->
  In P (holding d_in d_out base θ).
Proof.
intros P θ Hlength HP Hmember. apply filter_In. split.
2: { apply andb_true_iff. split; [now apply check_partition_complete|exact Hmember]. }
  apply (check_member_sound _ _ _ _ _ _ _ HP base_shaped) in Hmember as [_ HG].
  rewrite Hlength in HP. apply arrangement_iff in HP. assert (Hagree := labels_agree P θ HP HG).
  assert (Hlengths : length (label_or_blank base θ) = length P).
  { unfold label_or_blank. rewrite map_length. apply HG. }
  destruct (in_dec code_eq_dec (Zero 0) P) as [Hblank|Hnone].
  - destruct (blank_alone _ P HP Hblank) as (l1 & l2 & -> & Hlabels).
    destruct (all_but_one l1 l2 (label_or_blank base θ) Hlabels Hlengths Hagree) as [c Hc].
    assert (Hcode : In c (label_or_blank base θ)) by (rewrite Hc; apply in_elt).
    destruct (label_or_blank_codes θ c Hcode) as [->|(t & Ht & ->)]; [left; exact Hc|]. right.
    apply (in_blanked (length base)); [exact HP| |now exists l1, l2, t]. rewrite Hc.
    destruct HP as (Hl & Hall & Hzero).
    split; [rewrite app_length in *; exact Hl|]. split.
    + intro u. rewrite <- Hall. rewrite !in_app_iff. cbn [In]. split; intros [H|[H|H]]; try tauto; try discriminate H.
      apply Hall in Ht. injection H as <-. apply in_app_or in Ht as [Ht|[Ht|Ht]]; [|discriminate Ht|]; tauto.
    + intros z Hz. apply Hzero. rewrite in_app_iff in *. cbn [In] in *. destruct Hz as [H|[H|H]]; try tauto.
      discriminate H.
  - left. apply labels_determine; try assumption. intros c. now apply (without_blank (length base)).
Qed.

End Holding.

(** ** The bound *)

Section Star.

Context {K : Field} {L : OrderedField} (f : K -> L) (f_contains : contains f).
Context (d_in d_out : nat) (base first last : list (list K * list K)).
Context (base_checked : check_shape d_in d_out base = true) (base_irreducible : check_irreducible base = true).

Lemma chain_route : length first = S (length base) -> forall n P Q, labelled_partition (length base) (length first) P
  ->
  chain (inside f d_in d_out base first) (enumerate_labelled_partitions (length base) (length first)) (fun P =>
    units_Gamma P (units_over f base)) n P Q -> route (length base) n P Q.
Proof.
intros Hlength. induction n as [|n IH]; intros P Q HP H; [exact H|].
destruct H as (P' & HP' & (ψ & [Hψ _] & HG & HG') & H). apply enumerate_complete in HP'.
exists P'. split; [apply arrangement_iff; now rewrite <- Hlength|]. split; [|now apply IH].
destruct (as_networks d_in d_out (units_over f base)) as (W & A & base' & Hbase & Hlength' & Has).
  - now apply (base_over_shaped f).
  - now rewrite (over_irreducible f f_contains).
  - destruct (Has ψ Hψ) as [ψ' Hψ']. rewrite over_length in Hlength'.
    apply (proj1 (common_point_iff L W A base' P P' Hbase ltac:(rewrite Hlength', <- Hlength; exact HP)
      ltac:(rewrite Hlength', <- Hlength; exact HP'))).
    exists ψ'. split; now apply Hψ'.
Qed.

Lemma check_star_sound : forall count n, check_star d_in d_out base first last count = true ->
  units_joined_closed (inside f d_in d_out base first) n (units_over f first) (units_over f last) -> count <= n.
Proof.
intros count n H Hjoined. unfold check_star in H. apply andb_true_iff in H as [Hlength H].
    apply Nat.eqb_eq in Hlength.
  destruct (same_network first last) eqn:E; [apply Nat.eqb_eq in H; lia|].
  assert (Hn := segments_between f f_contains d_in d_out base first last n E Hjoined). destruct n as [|n]; [lia|].
  destruct (ends_inside f d_in d_out base first (S n) _ _ Hjoined) as [[Hfirst _] [Hlast HΘ]].
  assert (Hbase := check_shape_sound _ _ _ base_checked).
  assert (Hlengths : length last = length first).
  { rewrite <- (over_length f last). destruct HΘ as (P & HP & HG). rewrite (proj1 HG). apply HP. }
  set (names := enumerate_labelled_partitions (length base) (length first)).
  assert (Hfound : exists P Q, In P names /\ In Q names /\ units_Gamma P (units_over f base) (units_over f first) /\
    units_Gamma Q (units_over f base) (units_over f last) /\
      chain (inside f d_in d_out base first) names (fun P => units_Gamma P (units_over f base)) n P Q).
  { apply (segments_chain d_in d_out (inside f d_in d_out base first) names (fun P => units_Gamma P (units_over f
      base))).
    - apply list_eq_dec, code_eq_dec.
    - intros ψ Hψ. apply Hψ.
    - intros ψ (_ & P & HP & HG). rewrite over_length in HP. exists P. split; [now apply enumerate_complete|exact HG].
    - intros P ψ χ _. exact (inside_line f d_in d_out base first base_checked P ψ χ).
    - exact Hjoined. }
  destruct Hfound as (P & Q & HP & HQ & HGP & HGQ & Hchain).
  apply enumerate_complete in HP, HQ. apply (chain_route Hlength n P Q HP) in Hchain.
  rewrite forallb_forall in H. specialize (H P). rewrite forallb_forall in H.
  assert (HinP : In P (holding d_in d_out base first)).
  { apply holding_complete; try assumption. exact (member_over f f_contains d_in d_out base base_checked P first
      Hfirst HGP). }
  assert (HinQ : In Q (holding d_in d_out base last)).
  { apply holding_complete; try assumption; [congruence|now rewrite Hlengths|].
    exact (member_over f f_contains d_in d_out base base_checked Q last Hlast HGQ). }
  rewrite Hlength in HP, HQ. apply arrangement_iff in HP, HQ.
  pose proof (far_apart_sound (length base) P Q (pred count) n HP HQ (H HinP Q HinQ) Hchain). lia.
Qed.

End Star.
