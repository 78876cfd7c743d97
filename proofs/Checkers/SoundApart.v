(** Two subspaces that are found to be apart have no point in common. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
From Equiloss.Subspaces Require Import Positions.
From Equiloss.Topology Require Import Joins Meeting MeetingDecided.
From Equiloss.Checkers Require Import CheckedPartitions CheckedStar CheckedShortestPath SoundEnumeration.
Import ListNotations.

Lemma first_place_right : forall c P, In c P -> nth_error P (first_place c P) = Some c.
Proof.
intros c. induction P as [|d P IH]; intro H; [easy|]. cbn [first_place].
destruct (same_code d c) eqn:E; [apply same_code_iff in E; now subst d|]. apply IH.
destruct H as [<-|H]; [|exact H]. assert (same_code d d = true) by now apply same_code_iff. congruence.
Qed.

Lemma nth_first_places : forall P i c, nth_error P i = Some c -> nth i (first_places P) 0 = first_place c P.
Proof.
intros P i c H. unfold first_places. apply nth_error_nth. now apply (map_nth_error (fun d => first_place d P)) in H.
Qed.

Lemma in_links : forall P i c, nth_error P i = Some c -> i <> first_place c P -> In (i, first_place c P) (links P).
Proof.
intros P i c H Hne. apply filter_In. split; [|cbn [fst snd]; now apply negb_true_iff, Nat.eqb_neq].
assert (Hi := position_below P i c H). unfold first_places.
replace (i, first_place c P) with (nth i (combine (seq 0 (length P)) (map (fun d => first_place d P) P)) (0, 0)).
  - apply nth_In. now rewrite combine_length, seq_length, map_length, Nat.min_id.
  - rewrite combine_nth by now rewrite seq_length, map_length. rewrite seq_nth by exact Hi. f_equal.
    exact (nth_first_places P i c H).
Qed.

Lemma links_same : forall P i j, In (i, j) (links P) -> i < length P /\ j < length P /\ nth_error P i = nth_error P j.
Proof.
intros P i j H. apply filter_In in H as [H _]. assert (Hi := in_combine_l _ _ _ _ H). apply in_seq in Hi.
destruct (position_exists P i) as [c Hc]; [lia|].
assert (Hj : j = first_place c P).
{ rewrite <- (nth_first_places P i c Hc). apply In_nth with (d := (0, 0)) in H as (k & Hk & E).
  rewrite combine_length, seq_length in Hk. unfold first_places in *. rewrite map_length, Nat.min_id in Hk.
  rewrite combine_nth in E by now rewrite seq_length, map_length. rewrite seq_nth in E by exact Hk.
  injection E as E1 E2. cbn in E1. now subst k. }
  assert (Hfirst := first_place_right c P (nth_error_In P i Hc)). rewrite <- Hj in Hfirst.
  split; [lia|]. split; [now apply position_below in Hfirst|congruence].
Qed.

Lemma same_numbers_equal : forall l, same_numbers l l = true.
Proof. induction l as [|x l IH]; [reflexivity|]. cbn [same_numbers]. now rewrite Nat.eqb_refl. Qed.

Lemma all_different_iff : forall l, all_different l = true <-> NoDup l.
Proof.
induction l as [|x l IH]; cbn [all_different]; [split; [constructor|easy]|].
rewrite andb_true_iff, IH, negb_true_iff. split.
  - intros [Hx Hl]. constructor; [|exact Hl]. intro Hin. rewrite <- not_true_iff_false in Hx.
    apply Hx, existsb_exists.
    exists x. split; [exact Hin|apply Nat.eqb_refl].
  - intro H. inversion H as [|y k Hx Hl]. subst. split; [|exact Hl]. apply not_true_iff_false. intro E.
    apply existsb_exists in E as (y & Hy & E). apply Nat.eqb_eq in E. now subst y.
Qed.

Lemma apart_sound : forall (K : Field) (W A : VectorSpace K) (base θ : network W A) P Q, irreducible base ->
  all_labels (length base) P -> all_labels (length base) Q -> Gamma base P θ -> Gamma base Q θ ->
  apart (sort_out (length base) P) (sort_out (length base) Q) = false.
Proof.
intros K W A base θ P Q Hbase HP HQ HGP HGQ.
assert (HlengthQ : length Q = length P) by (rewrite <- (proj1 HGP); symmetry; apply HGQ).
destruct (network_by_positions θ) as (w & a & E). rewrite (proj1 HGP) in E. subst θ.
destruct (common_point_labels base P Q w a Hbase HlengthQ HP HQ HGP HGQ) as [Hw HPQ].
destruct (proj1 (gamma_by_labels base P w a HP) HGP) as (HL & HwP & _).
rewrite <- HlengthQ in HGQ. destruct (proj1 (gamma_by_labels base Q w a HQ) HGQ) as (_ & HwQ & _).
destruct (fold_merged (links Q) (first_places P) (length P)) as (Hkept & Hsame & Hcoarser).
{ unfold first_places. apply map_length. }
  { intros i j H. apply links_same in H. rewrite HlengthQ in H. tauto. }
  unfold apart, sort_out. cbn [fst snd]. set (numbers := fold_left merged (links Q) (first_places P)) in *.
  set (number := fun i => nth i numbers 0).
  assert (HnP : forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> number i = number j).
  { intros i j c Hi Hj. apply Hkept; [now apply position_below in Hi|now apply position_below in Hj|].
    now rewrite (nth_first_places P i c Hi), (nth_first_places P j c Hj). }
  assert (HnQ : forall i j c, nth_error Q i = Some c -> nth_error Q j = Some c -> number i = number j).
  { assert (Hfirst : forall i c, nth_error Q i = Some c -> number i = number (first_place c Q)).
    { intros i c Hi. destruct (Nat.eq_dec i (first_place c Q)) as [<-|Hne]; [reflexivity|].
      now apply Hsame, in_links. }
    intros i j c Hi Hj. now rewrite (Hfirst i c Hi), (Hfirst j c Hj). }
  assert (Hjoined : forall i j, joined P Q i j -> number i = number j).
  { intros i j. apply joined_along. intros k l Hk Hl [E|E].
    - destruct (position_exists P k Hk) as [c Hc]. apply (HnP k l c); congruence.
    - rewrite <- HlengthQ in Hk. destruct (position_exists Q k Hk) as [c Hc]. apply (HnQ k l c); congruence. }
  assert (Hincoming : forall i j, i < length P -> j < length P -> number i = number j -> w i = w j).
  { apply (Hcoarser W w).
    - intros i j H. apply links_same in H as (Hi & _ & E). destruct (position_exists Q i Hi) as [c Hc].
      apply (HwQ i j c); congruence.
    - intros i j Hi Hj E. destruct (position_exists P i Hi) as [c Hc], (position_exists P j Hj) as [d Hd].
      rewrite (nth_first_places P i c Hc), (nth_first_places P j d Hd) in E. apply (HwP i j c Hc).
      rewrite Hd, <- (first_place_right d P (nth_error_In P j Hd)), <- E.
      apply first_place_right. now apply nth_error_In with i. }
  assert (Hlabel : forall R t, all_labels (length base) R -> t < length base ->
    nth_error R (first_place (Label t) R) = Some (Label t)) by (intros R t HR Ht; now apply first_place_right, HR).
  apply negb_false_iff, andb_true_iff. split.
  - replace (map number (label_places (length base) Q)) with (map number (label_places (length base) P));
      [apply same_numbers_equal|].
    unfold label_places. rewrite !map_map. apply map_ext_in. intros t Ht. apply in_seq in Ht.
    destruct (HPQ (first_place (Label t) P) t) as (j & Hj & HQj); [apply Hlabel; [exact HP|lia]|].
    rewrite (Hjoined _ _ Hj). apply (HnQ _ _ (Label t) HQj). apply Hlabel; [exact HQ|lia].
  - apply all_different_iff. unfold label_places. rewrite map_map.
    apply nodup_map_on; [|apply seq_NoDup]. intros t u Ht Hu E. apply in_seq in Ht, Hu.
    assert (Ht' := Hlabel P t HP ltac:(lia)). assert (Hu' := Hlabel P u HP ltac:(lia)).
    apply (labelled_incoming_injective base); [exact Hbase|lia|lia|].
    rewrite <- (HL _ t Ht'), <- (HL _ u Hu'). apply Hincoming;
      [now apply position_below in Ht'|now apply position_below in Hu'|].
    exact E.
Qed.
