(** The distance in the star graph: the fewest moves of the blank from one placement to another. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import OneSpareUnit Placements StarMoves Cycles.
Import ListNotations.

Section FixedGoal.

Variables (r : nat) (Q : list code).
Hypothesis goal_placement : placement r Q.

Lemma goes_to_permutes : forall P, placement r P -> permutes (S r) (goes_to P Q).
Proof.
  intros P HP. assert (Hin : forall i, i < S r -> In (nth i P (Zero 0)) Q).
  { intros i Hi. rewrite <- (placement_length r P HP) in Hi. rewrite in_placement by exact goal_placement.
    rewrite <- (in_placement r P) by exact HP. now apply nth_In. }
  split.
  - intros i Hi. rewrite <- (placement_length r Q goal_placement). now apply place_in, Hin.
  - intros i j Hi Hj E. apply (proj1 (NoDup_nth P (Zero 0)) (placement_nodup r P HP)).
    + now rewrite (placement_length r P HP).
    + now rewrite (placement_length r P HP).
    + rewrite <- (proj2 (place_in _ Q (Hin i Hi))), <- (proj2 (place_in _ Q (Hin j Hj))). now f_equal.
Qed.

Definition blank (P : list code) : nat := place (Zero 0) P.

Lemma blank_below : forall P, placement r P -> blank P < S r.
Proof. intros P HP. rewrite <- (placement_length r P HP). apply place_in, HP. Qed.

Lemma blank_goes : forall P, placement r P -> goes_to P Q (blank P) = blank Q.
Proof. intros P HP. unfold goes_to, blank. now rewrite (proj2 (place_in (Zero 0) P (proj2 HP))). Qed.

Lemma two_places : forall x y l1 l2 l3, placement r (l1 ++ x :: l2 ++ y :: l3) ->
  place x (l1 ++ x :: l2 ++ y :: l3) = length l1 /\ place y (l1 ++ x :: l2 ++ y :: l3) = length l1 + S (length l2).
Proof.
  intros x y l1 l2 l3 H. apply placement_nodup in H. split.
  - apply place_after. intro Hx. apply NoDup_remove_2 in H. apply H, in_or_app. now left.
  - replace (l1 ++ x :: l2 ++ y :: l3) with ((l1 ++ x :: l2) ++ y :: l3) in * by now rewrite <- app_assoc.
    rewrite place_after; [now rewrite app_length|]. intro Hy. apply NoDup_remove_2 in H. apply H, in_or_app. now left.
Qed.

(** So the map of the places is changed at two of them. *)
Lemma moved_exchanged : forall P P', placement r P -> moved P P' ->
  blank P <> blank P' /\ exchanged (S r) (goes_to P Q) (blank P) (blank P') (goes_to P' Q).
Proof.
  intros P P' HP Hmoved. pose proof (moved_placement r P P' Hmoved HP) as HP'.
  destruct Hmoved as (l1 & l2 & l3 & t & [[-> ->]|[-> ->]]); unfold blank;
    rewrite ?(proj1 (two_places _ _ _ _ _ HP)), ?(proj2 (two_places _ _ _ _ _ HP)),
      ?(proj1 (two_places _ _ _ _ _ HP')), ?(proj2 (two_places _ _ _ _ _ HP'));
    (split; [lia|]); unfold exchanged, goes_to; rewrite !nth_middle, !nth_second; repeat split;
    intros i _ H H'; f_equal; now apply nth_others.
Qed.

Lemma split_twice : forall (P : list code) i j, i < j -> j < length P ->
  exists l1 l2 l3, P = l1 ++ nth i P (Zero 0) :: l2 ++ nth j P (Zero 0) :: l3 /\
    length l1 = i /\ length l1 + S (length l2) = j.
Proof.
  intros P i j Hij Hj. destruct (nth_split P (Zero 0) Hj) as (l & l3 & E & Hl).
  assert (Hi : i < length l) by lia. destruct (nth_split l (Zero 0) Hi) as (l1 & l2 & El & Hl1).
  exists l1, l2, l3. assert (Ei : nth i P (Zero 0) = nth i l (Zero 0)) by (rewrite E; now apply app_nth1).
  rewrite Ei. split; [|split; [exact Hl1|]].
  - rewrite E at 1. rewrite El at 1. now rewrite <- app_assoc.
  - rewrite <- Hl, El at 1. now rewrite app_length.
Qed.

(** The blank can move to any other place. *)
Lemma move_exists : forall P q, placement r P -> q < S r -> q <> blank P ->
  exists P', moved P P' /\ placement r P' /\ blank P' = q.
Proof.
  intros P q HP Hq Hne. pose proof (placement_length r P HP) as Hlength. pose proof (blank_below P HP) as Hp.
  assert (Eblank : nth (blank P) P (Zero 0) = Zero 0) by apply place_in, HP.
  assert (Elabel : exists t, nth q P (Zero 0) = Label t).
  { assert (Hin : In (nth q P (Zero 0)) (symbols r)).
    { rewrite <- (in_placement r P) by exact HP. apply nth_In. now rewrite Hlength. }
    apply in_symbols in Hin as [E|(t & _ & E)]; [|now exists t]. exfalso. apply Hne. unfold blank.
    rewrite <- E. symmetry. apply place_nth; [now apply (placement_nodup r)|now rewrite Hlength]. }
  destruct Elabel as [t Et]. destruct (Nat.lt_total (blank P) q) as [H|[H|H]]; [|congruence|].
  - destruct (split_twice P (blank P) q H) as (l1 & l2 & l3 & E & H1 & H2); [lia|]. rewrite Eblank, Et in E.
    assert (Hmoved : moved P (l1 ++ Label t :: l2 ++ Zero 0 :: l3)) by (exists l1, l2, l3, t; now left).
    pose proof (moved_placement r _ _ Hmoved HP) as HP'.
    exists (l1 ++ Label t :: l2 ++ Zero 0 :: l3). split; [exact Hmoved|]. split; [exact HP'|].
    unfold blank. now rewrite (proj2 (two_places _ _ _ _ _ HP')).
  - destruct (split_twice P q (blank P) H) as (l1 & l2 & l3 & E & H1 & H2); [lia|]. rewrite Eblank, Et in E.
    assert (Hmoved : moved P (l1 ++ Zero 0 :: l2 ++ Label t :: l3)) by (exists l1, l2, l3, t; now right).
    pose proof (moved_placement r _ _ Hmoved HP) as HP'.
    exists (l1 ++ Zero 0 :: l2 ++ Label t :: l3). split; [exact Hmoved|]. split; [exact HP'|].
    unfold blank. now rewrite (proj1 (two_places _ _ _ _ _ HP')).
Qed.

(** ** The fewest moves *)

Fixpoint moves (n : nat) (P : list code) : Prop :=
  match n with O => P = Q | S n' => exists P', moved P P' /\ moves n' P' end.

Definition off_labels (P : list code) : nat := length (labels_off (S r) (goes_to P Q) (blank P)).

Lemma moves_at_least : forall n P, placement r P -> moves n P -> forall g classes,
  separated (S r) (goes_to P Q) (blank P) g classes -> off_labels P + length classes <= n.
Proof.
  induction n as [|n IH]; intros P HP H g classes Hseparated.
  - simpl in H. subst P. unfold off_labels. erewrite nothing_off; [easy| |exact Hseparated].
    intros i Hi. apply place_nth; [now apply (placement_nodup r)|now rewrite (placement_length r)].
  - destruct H as (P' & Hmoved & H). pose proof (moved_placement r P P' Hmoved HP) as HP'.
    destruct (moved_exchanged P P' HP Hmoved) as [_ Hexchanged].
    destruct (saves_at_most_one (S r) _ _ _ _ g classes (blank_below P HP) (blank_below P' HP') Hexchanged Hseparated)
      as (classes' & Hseparated' & Hcount).
    specialize (IH P' HP' H g classes' Hseparated'). unfold off_labels in *. lia.
Qed.

Lemma same_placement : forall P, placement r P -> (forall i, i < S r -> goes_to P Q i = i) -> P = Q.
Proof.
  intros P HP Hid. pose proof (placement_length r P HP) as HlP. pose proof (placement_length r Q goal_placement) as HlQ.
  apply nth_ext with (Zero 0) (Zero 0); [congruence|]. intros i Hi. rewrite HlP in Hi. rewrite <- (Hid i Hi) at 2.
  symmetry. apply place_in. apply in_placement with r; [exact goal_placement|].
  apply (in_placement r P); [exact HP|]. apply nth_In. now rewrite HlP.
Qed.

Lemma moves_at_most : forall N P marks, placement r P ->
  hitting (S r) (goes_to P Q) (blank P) marks -> off_labels P + length marks <= N -> exists n, n <= N /\ moves n P.
Proof.
  induction N as [N IH] using lt_wf_ind. intros P marks HP Hhitting Hcount.
  pose proof (goes_to_permutes P HP) as Hpermutes. pose proof (blank_below P HP) as Hp.
  assert (Hstep : forall P' marks', moved P P' -> placement r P' ->
    hitting (S r) (goes_to P' Q) (blank P') marks' -> off_labels P' + length marks' < N -> exists n, n <= N /\ moves n
    P).
  { intros P' marks' Hmoved HP' Hhitting' Hless.
    destruct (IH _ Hless P' marks' HP' Hhitting' (le_n _)) as (n & Hn & H). exists (S n). split; [lia|]. now exists P'.
    }
  destruct (Nat.eq_dec (goes_to P Q (blank P)) (blank P)) as [E|Hne].
  - destruct marks as [|j marks].
    + exists 0. split; [lia|]. apply (same_placement P HP). now apply (unmarked (S r) _ (blank P)).
    + simpl in Hcount. destruct (le_lt_dec (S r) j) as [Hj|Hj]; [|destruct (Nat.eq_dec (goes_to P Q j) j) as [Ej|Ej]].
      * apply mark_dropped in Hhitting; [|exact Hpermutes|tauto].
        destruct (IH (off_labels P + length marks) ltac:(lia) P marks HP Hhitting (le_n _)) as (n & Hn & H).
        exists n. split; [lia|exact H].
      * apply mark_dropped in Hhitting; [|exact Hpermutes|tauto].
        destruct (IH (off_labels P + length marks) ltac:(lia) P marks HP Hhitting (le_n _)) as (n & Hn & H).
        exists n. split; [lia|exact H].
      * destruct (move_exists P j HP Hj) as (P' & Hmoved & HP' & <-); [congruence|].
        destruct (moved_exchanged P P' HP Hmoved) as [_ Hexchanged].
        destruct (blank_enters (S r) _ _ _ _ marks Hpermutes Hp Hj E Ej Hexchanged Hhitting) as [Hhitting' Hoff].
        apply (Hstep P' marks Hmoved HP' Hhitting'). unfold off_labels in *. lia.
  - destruct (goes_there (S r) _ _ Hpermutes Hp) as (q & Hq & Eq).
    destruct (move_exists P q HP Hq) as (P' & Hmoved & HP' & <-); [congruence|].
    destruct (moved_exchanged P P' HP Hmoved) as [Hother Hexchanged].
    destruct (blank_follows (S r) _ _ _ _ marks Hpermutes Hp Hq Eq (not_eq_sym Hother) Hexchanged Hhitting)
      as [Hhitting' Hoff].
    apply (Hstep P' marks Hmoved HP' Hhitting'). unfold off_labels in *. lia.
Qed.

Lemma star_distance_is : forall P, placement r P ->
  star_distance P Q = off_labels P + length (other_cycles (S r) (goes_to P Q) (blank P)).
Proof.
  intros P HP. unfold off_labels.
  rewrite <- symbols_and_cycles by (try apply goes_to_permutes; try apply blank_below; exact HP).
  unfold star_distance, least_places, displaced. rewrite blank_goes by exact HP. fold (blank P) (blank Q).
  rewrite (placement_length r P HP), (Nat.eqb_sym (blank Q)). reflexivity.
Qed.

Lemma star_distance_least : forall P n, placement r P -> moves n P -> star_distance P Q <= n.
Proof.
  intros P n HP H. rewrite star_distance_is by exact HP. apply (moves_at_least n P HP H) with (least (S r) (goes_to P
  Q)).
  now apply cycles_separate, goes_to_permutes.
Qed.

Lemma star_distance_moves : forall P, placement r P -> moves (star_distance P Q) P.
Proof.
  intros P HP. destruct (moves_at_most (star_distance P Q) P (other_cycles (S r) (goes_to P Q) (blank P)) HP)
    as (n & Hn & H).
  - apply cycles_hit; [now apply goes_to_permutes|now apply blank_below].
  - now rewrite star_distance_is.
  - pose proof (star_distance_least P n HP H). now replace (star_distance P Q) with n by lia.
Qed.

Lemma moved_distance : forall P P', placement r P -> moved P P' -> star_distance P Q <= S (star_distance P' Q).
Proof.
  intros P P' HP H. apply star_distance_least; [exact HP|]. exists P'. split; [exact H|].
  apply star_distance_moves. now apply (moved_placement r P).
Qed.

Lemma star_distance_self : star_distance Q Q = 0.
Proof. enough (star_distance Q Q <= 0) by lia. now apply star_distance_least. Qed.

End FixedGoal.
