(** For m = r + 1 the graph of the subspaces is the star graph with each edge divided into two. *)

From Coq Require Import List Lia.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import Joins Meeting Walks OneSpareUnit.
Import ListNotations.

(** ** When two of the subspaces meet *)

Lemma labels_determine : forall P Q, (forall c, In c P -> exists t, c = Label t) -> length Q = length P ->
  (forall i t, nth_error P i = Some (Label t) -> nth_error Q i = Some (Label t)) -> Q = P.
Proof.
  induction P as [|c P IH]; intros [|d Q] Hlabels Hlength H; try discriminate Hlength; [easy|].
  destruct (Hlabels c) as [t ->]; [now left|]. pose proof (H 0 t eq_refl) as E. injection E as ->. f_equal. apply IH.
  - intros c Hc. apply Hlabels. now right.
  - now injection Hlength.
  - intros i u Hi. exact (H (S i) u Hi).
Qed.

Lemma all_but_one : forall l1 l2 Q, (forall c, In c (l1 ++ l2) -> exists t, c = Label t) ->
  length Q = length (l1 ++ Zero 0 :: l2) ->
  (forall i t, nth_error (l1 ++ Zero 0 :: l2) i = Some (Label t) -> nth_error Q i = Some (Label t)) ->
  exists c, Q = l1 ++ c :: l2.
Proof.
  induction l1 as [|c l1 IH]; intros l2 [|d Q] Hlabels Hlength H; try discriminate Hlength; simpl in Hlabels.
  - exists d. simpl. f_equal. apply labels_determine; [exact Hlabels|now injection Hlength|].
    intros i t Hi. exact (H (S i) t Hi).
  - destruct (Hlabels c) as [t ->]; [now left|]. pose proof (H 0 t eq_refl) as E. injection E as ->.
    destruct (IH l2 Q) as [e ->]; [intros; apply Hlabels; now right|now injection Hlength| |now exists e].
    intros i u Hi. exact (H (S i) u Hi).
Qed.

Lemma filled_labels : forall P D, blank_filled P D ->
  forall i t, nth_error P i = Some (Label t) -> nth_error D i = Some (Label t).
Proof.
  intros P D (l1 & l2 & u & -> & ->). induction l1 as [|c l1 IH]; intros [|i] t; simpl; try easy. apply IH.
Qed.

Lemma joined_in_other : forall P Q i j, NoDup P -> joined P Q i j -> nth_error Q i = nth_error Q j.
Proof.
  intros P Q i j HP. apply joined_along. intros k l Hk Hl [E|E]; [|exact E].
  now rewrite (proj1 (NoDup_nth_error P) HP k l Hk E).
Qed.

(** What [MeetingCriterion] asks. *)
Definition labels_found (P Q : list code) : Prop :=
  forall i t, nth_error P i = Some (Label t) -> exists j, joined P Q i j /\ nth_error Q j = Some (Label t).
Definition one_label (P Q : list code) : Prop :=
  forall i j t u, joined P Q i j -> nth_error P i = Some (Label t) -> nth_error P j = Some (Label u) -> t = u.

Lemma blank_alone : forall r P, arrangement r P -> In (Zero 0) P ->
  exists l1 l2, P = l1 ++ Zero 0 :: l2 /\ forall c, In c (l1 ++ l2) -> exists t, c = Label t.
Proof.
  intros r P HP Hblank. pose proof (arrangement_nodup r P HP Hblank) as Hdistinct.
  apply in_split in Hblank as (l1 & l2 & ->). exists l1, l2. split; [easy|]. intros [t|z] Hc; [now exists t|].
  exfalso. apply NoDup_remove_2 in Hdistinct. destruct HP as (_ & _ & Hzero). rewrite (Hzero z) in Hc; [easy|].
  rewrite in_app_iff in *. simpl. tauto.
Qed.

Lemma found_at_place : forall P Q i t, NoDup P -> labels_found P Q -> nth_error P i = Some (Label t) ->
  nth_error Q i = Some (Label t).
Proof.
  intros P Q i t HP H Hi. destruct (H i t Hi) as (j & Hij & Hj). rewrite <- Hj. now apply (joined_in_other P).
Qed.

Lemma meets_blank : forall r P Q, arrangement r P -> arrangement r Q -> In (Zero 0) P ->
  labels_found P Q -> P = Q \/ blank_filled P Q.
Proof.
  intros r P Q HP HQ Hblank H. destruct (blank_alone r P HP Hblank) as (l1 & l2 & E & Hlabels).
  destruct (all_but_one l1 l2 Q Hlabels) as [[t|z] ->].
  - rewrite <- E. now destruct HP as [-> _], HQ as [-> _].
  - intros i t. rewrite <- E. apply found_at_place; [now apply (arrangement_nodup r)|exact H].
  - right. now exists l1, l2, t.
  - left. destruct HQ as (_ & _ & Hzero). rewrite (Hzero z); [exact E|]. apply in_elt.
Qed.

Lemma without_blank : forall r P c, arrangement r P -> ~ In (Zero 0) P -> In c P -> exists t, c = Label t.
Proof.
  intros r P [t|z] (_ & _ & Hzero) Hnone Hc; [now exists t|]. elim Hnone. now rewrite <- (Hzero z).
Qed.

Lemma meets_without_blank : forall r P Q, arrangement r P -> arrangement r Q ->
  ~ In (Zero 0) P -> ~ In (Zero 0) Q ->
  labels_found P Q ->
  (forall i t, nth_error Q i = Some (Label t) -> exists j, joined P Q i j /\ nth_error P j = Some (Label t)) ->
  one_label P Q -> P = Q.
Proof.
  intros r P Q HP HQ HnoP HnoQ HPQ HQP Hone. symmetry. apply labels_determine.
  - intro c. now apply (without_blank r).
  - now destruct HP as [-> _], HQ as [-> _].
  - intros i t Hi. destruct (nth_error Q i) as [c|] eqn:Ec.
    + destruct (without_blank r Q c HQ HnoQ) as [u ->]; [now apply nth_error_In with i|].
      destruct (HQP i u Ec) as (k & Hik & Hk). now rewrite (Hone i k t u).
    + apply nth_error_None in Ec. exfalso. assert (i < length P) by (apply nth_error_Some; now rewrite Hi).
      destruct HP as [E _], HQ as [E' _]. lia.
Qed.

Lemma filled_meets : forall r P Q, arrangement r P -> arrangement r Q -> blank_filled P Q ->
  labels_found P Q /\
  (forall i t, nth_error Q i = Some (Label t) -> exists j, joined P Q i j /\ nth_error P j = Some (Label t)) /\
  one_label P Q.
Proof.
  intros r P Q HP HQ H. pose proof (filled_labels P Q H) as Hsame.
  assert (HD : NoDup P).
  { apply (arrangement_nodup r P HP). destruct H as (l1 & l2 & t & -> & _). apply in_elt. }
  split; [|split].
  - intros i t Hi. exists i. split; [apply Relation_Operators.rt_refl|now apply Hsame].
  - intros i t Hi. assert (Ht : In (Label t) P).
    { apply HP, HQ. now apply nth_error_In with i. }
    apply In_nth_error in Ht as [j Hj]. exists j. split; [|exact Hj].
    assert (Hlength : length P = length Q) by (destruct HP as [-> _], HQ as [-> _]; easy).
    apply joined_step; [rewrite Hlength; apply nth_error_Some; now rewrite Hi|apply nth_error_Some; now rewrite Hj|].
    right. rewrite Hi. symmetry. now apply Hsame.
  - intros i j t u Hij Hi Hj. apply (joined_in_other P Q i j HD) in Hij.
    apply Hsame in Hi, Hj. rewrite Hi, Hj in Hij. now injection Hij.
Qed.

Lemma common_point_iff : forall (K : Field) (W A : VectorSpace K) (base : network W A) (P Q : list code),
  irreducible base ->
  labelled_partition (length base) (S (length base)) P -> labelled_partition (length base) (S (length base)) Q ->
  ((exists θ, Gamma base P θ /\ Gamma base Q θ) <-> P = Q \/ blank_filled P Q \/ blank_filled Q P).
Proof.
  intros K W A base P Q Hbase HP HQ.
  pose proof (proj1 (arrangement_iff _ P) HP) as HP'. pose proof (proj1 (arrangement_iff _ Q) HQ) as HQ'.
  assert (Hswap : (exists θ, Gamma base P θ /\ Gamma base Q θ) <-> exists θ, Gamma base Q θ /\ Gamma base P θ).
  { split; intros (θ & H & H'); now exists θ. }
  assert (HPQ := meeting_criterion K W A base _ P Q Hbase HP HQ).
  assert (HQP := meeting_criterion K W A base _ Q P Hbase HQ HP). split.
  - intro H. destruct (in_dec code_eq_dec (Zero 0) P) as [HinP|HnoP].
    + apply HPQ in H as (H & _). destruct (meets_blank _ P Q HP' HQ' HinP H); tauto.
    + destruct (in_dec code_eq_dec (Zero 0) Q) as [HinQ|HnoQ].
      * apply Hswap, HQP in H as (H & _). destruct (meets_blank _ Q P HQ' HP' HinQ H); [left; now symmetry|tauto].
      * apply HPQ in H as (H & H' & Hone). left. now apply (meets_without_blank (length base)).
  - intros [<-|[H|H]].
    + apply HPQ. split; [|split]; [intros i t Hi; exists i; split; [apply Relation_Operators.rt_refl|exact Hi]..|].
      intros i j t u Hij Hi Hj. enough (E : nth_error P i = nth_error P j) by congruence.
      apply (joined_along _ (nth_error P) P P); [|exact Hij]. now intros k l _ _ [E|E].
    + apply HPQ. now apply (filled_meets (length base)).
    + apply Hswap, HQP. now apply (filled_meets (length base)).
Qed.

(** ** The middle of an edge *)

Lemma cut : forall (X : Type) (x y : X) l1 l2 k1 k2, l1 ++ x :: l2 = k1 ++ y :: k2 ->
  (l1 = k1 /\ x = y /\ l2 = k2) \/ (exists k, k1 = l1 ++ x :: k /\ l2 = k ++ y :: k2) \/
  exists k, l1 = k1 ++ y :: k /\ k2 = k ++ x :: l2.
Proof.
  intros X x y. induction l1 as [|z l1 IH]; intros l2 [|u k1] k2 E; simpl in E; injection E as -> E.
  - now left.
  - right. left. now exists k1.
  - right. right. now exists l1.
  - apply IH in E as [(-> & -> & ->)|[(k & -> & ->)|(k & -> & ->)]]; [now left|right; left|right; right]; now exists k.
Qed.

Lemma two_ends : forall r D, arrangement r D -> ~ In (Zero 0) D ->
  exists l1 l2 l3 t, D = l1 ++ Label t :: l2 ++ Label t :: l3 /\
    forall P, arrangement r P ->
      (blank_filled P D <-> P = l1 ++ Zero 0 :: l2 ++ Label t :: l3 \/ P = l1 ++ Label t :: l2 ++ Zero 0 :: l3).
Proof.
  intros r D HD Hnone. assert (Hrepeated : ~ NoDup D).
  { intro H. assert (Hincl : incl D (map Label (seq 0 r))).
    { intros c Hc. destruct (without_blank r D c HD Hnone Hc) as [t ->]. apply in_map, in_seq.
      destruct HD as (_ & Hlabels & _). apply Hlabels in Hc. lia. }
    apply (NoDup_incl_length H) in Hincl. rewrite map_length, seq_length in Hincl. destruct HD as [E _]. lia. }
  apply (repeated code_eq_dec) in Hrepeated as (c & l1 & l2 & l3 & E).
  destruct (without_blank r D c HD Hnone) as [t ->]; [rewrite E; apply in_elt|].
  exists l1, l2, l3, t. split; [exact E|]. intros P HP. split.
  - intros (k1 & k2 & u & EP & ED). assert (HnP : NoDup P).
    { apply (arrangement_nodup r P HP). rewrite EP. apply in_elt. }
    rewrite E in ED. apply cut in ED as [(-> & _ & <-)|[(k & -> & Ek)|(k & -> & ->)]]; [now left| |].
    + rewrite <- app_assoc in EP. apply cut in Ek as [(-> & _ & ->)|[(k' & -> & ->)|(k' & -> & ->)]]; [now right| |].
      * exfalso. apply (not_twice _ (Label t) l1 l2 (k' ++ Zero 0 :: k2)). simpl in EP.
        now rewrite EP, <- app_assoc in HnP.
      * exfalso. apply (not_twice _ (Label t) l1 (k ++ Zero 0 :: k') l3). rewrite EP in HnP. now rewrite <- app_assoc.
    + exfalso. apply (not_twice _ (Label t) (k1 ++ Zero 0 :: k) l2 l3). rewrite EP in HnP. now rewrite <- app_assoc.
  - intros [->| ->]; [now exists l1, (l2 ++ Label t :: l3), t|]. exists (l1 ++ Label t :: l2), l3, t.
    now rewrite <- !app_assoc.
Qed.

Theorem subdivided_star_graph : SubdividedStarGraph.
Proof.
  split; [exact common_point_iff|]. intros r D HD Hnone. apply arrangement_iff in HD.
  destruct (two_ends r D HD Hnone) as (l1 & l2 & l3 & t & E & H). exists l1, l2, l3, t. split; [exact E|].
  intros P HP. now apply H, arrangement_iff.
Qed.
