(** Walks among the subspaces for m = r + 1 are walks in the star graph, with two steps for each move. *)

From Coq Require Import List Lia.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import OneSpareUnit Placements SubdividedStar StarDistance.
Import ListNotations.

Theorem walks_between_subspaces : WalksBetweenSubspaces.
Proof.
  intros K W A base θ m. induction n as [|n IH]; intros P HP; simpl.
  - split; [intro H; now exists P|]. now intros (Q & _ & H & ->).
  - split.
    + intros (P' & HP' & Hmeet & H). apply (IH P' HP') in H as (Q & HQ & Hθ & H). exists Q. split; [exact HQ|].
      split; [exact Hθ|]. now exists P'.
    + intros (Q & HQ & Hθ & P' & HP' & Hmeet & H). exists P'. split; [exact HP'|]. split; [exact Hmeet|].
      apply (IH P' HP'). now exists Q.
Qed.

(** ** Walks without vectors *)

Definition adjacent (P Q : list code) : Prop := P = Q \/ blank_filled P Q \/ blank_filled Q P.

Fixpoint route (r n : nat) (P Q : list code) : Prop :=
  match n with
  | O => P = Q
  | S n' => exists P', arrangement r P' /\ adjacent P P' /\ route r n' P' Q
  end.

Lemma walk_route : forall (K : Field) (W A : VectorSpace K) (base : network W A) Q n P, irreducible base ->
  arrangement (length base) P -> (walk base (S (length base)) n P Q <-> route (length base) n P Q).
Proof.
  intros K W A base Q n P Hbase. revert P. induction n as [|n IH]; intros P HP; [easy|]. simpl.
  split; intros (P' & HP' & Hmeet & H); exists P'.
  - pose proof (proj1 (arrangement_iff _ _) HP') as HP''. split; [exact HP''|]. split; [|now apply IH].
    apply (proj1 (common_point_iff K W A base P P' Hbase (proj2 (arrangement_iff _ _) HP) HP') Hmeet).
  - pose proof (proj2 (arrangement_iff _ _) HP') as HP''. split; [exact HP''|]. split; [|now apply IH].
    apply (proj2 (common_point_iff K W A base P P' Hbase (proj2 (arrangement_iff _ _) HP) HP'') Hmeet).
Qed.

Lemma route_through : forall r n k P P' Q, route r n P P' -> route r k P' Q -> route r (n + k) P Q.
Proof.
  intros r n k P P' Q. revert P. induction n as [|n IH]; intros P H H'; simpl in *; [now rewrite H|].
  destruct H as (P'' & HP'' & Hmeet & H). exists P''. split; [exact HP''|]. split; [exact Hmeet|now apply IH].
Qed.

(** ** Middles of edges *)

Lemma filled_without_blank : forall r P D, placement r P -> blank_filled P D -> ~ In (Zero 0) D.
Proof.
  intros r P D HP (l1 & l2 & t & -> & ->) H. apply (placement_nodup r), NoDup_remove_2 in HP. apply HP.
  apply in_app_or in H as [H|[H|H]]; [|discriminate H|]; rewrite in_app_iff; tauto.
Qed.

Lemma filled_placement : forall r P D, arrangement r P -> blank_filled P D -> placement r P.
Proof. intros r P D HP (l1 & l2 & t & -> & _). split; [exact HP|apply in_elt]. Qed.

(** The placements at the two ends of an edge are a move apart. *)
Lemma ends_moved : forall r P P' D, arrangement r P -> arrangement r P' -> arrangement r D ->
  blank_filled P D -> blank_filled P' D -> P = P' \/ moved P P'.
Proof.
  intros r P P' D HP HP' HD H H'.
  pose proof (filled_without_blank r P D (filled_placement r P D HP H) H) as Hnone.
  destruct (two_ends r D HD Hnone) as (l1 & l2 & l3 & t & _ & Hends).
  apply (Hends P HP) in H. apply (Hends P' HP') in H'.
  destruct H as [->| ->], H' as [->| ->]; try (now left); right; exists l1, l2, l3, t; [now left|now right].
Qed.

Lemma filled_arrangement : forall r l1 l2 t, placement r (l1 ++ Zero 0 :: l2) -> t < r ->
  arrangement r (l1 ++ Label t :: l2).
Proof.
  intros r l1 l2 t [(Hlength & Hlabels & Hzero) _] Ht. split; [|split].
  - rewrite app_length in *. exact Hlength.
  - intro u. rewrite <- Hlabels, !in_app_iff. simpl. split; [intros [H|[E|H]]; [tauto| |tauto]|intros [H|[E|H]];
  [tauto| |tauto]].
    + injection E as <-. apply Hlabels, in_app_iff in Ht as [Ht|[E|Ht]]; [tauto|discriminate E|tauto].
    + discriminate E.
  - intros z Hz. apply Hzero. apply in_app_or in Hz as [Hz|[E|Hz]]; [|discriminate E|]; rewrite in_app_iff; simpl;
  tauto.
Qed.

Lemma moved_through : forall r P P', placement r P -> moved P P' ->
  exists D, arrangement r D /\ blank_filled P D /\ blank_filled P' D.
Proof.
  intros r P P' HP Hmoved. pose proof (moved_placement r P P' Hmoved HP) as HP'.
  destruct Hmoved as (l1 & l2 & l3 & t & H). exists (l1 ++ Label t :: l2 ++ Label t :: l3).
  assert (Ht : t < r) by (apply HP; destruct H as [[-> _]|[-> _]]; rewrite !in_app_iff; simpl; rewrite in_app_iff;
  simpl; tauto).
  assert (Hfirst : blank_filled (l1 ++ Zero 0 :: l2 ++ Label t :: l3) (l1 ++ Label t :: l2 ++ Label t :: l3)).
  { now exists l1, (l2 ++ Label t :: l3), t. }
  assert (Hsecond : blank_filled (l1 ++ Label t :: l2 ++ Zero 0 :: l3) (l1 ++ Label t :: l2 ++ Label t :: l3)).
  { exists (l1 ++ Label t :: l2), l3, t. now rewrite <- !app_assoc. }
  destruct H as [[-> ->]|[-> ->]]; (split; [|now split]); now apply filled_arrangement.
Qed.

Lemma moves_route : forall r Q n P, placement r P -> moves Q n P -> route r (2 * n) P Q.
Proof.
  intros r Q. induction n as [|n IH]; intros P HP H; [exact H|]. destruct H as (P' & Hmoved & H).
  pose proof (moved_placement r P P' Hmoved HP) as HP'. destruct (moved_through r P P' HP Hmoved) as (D & HD & H1 & H2).
  replace (2 * S n) with (S (S (2 * n))) by lia. exists D. split; [exact HD|]. split; [right; now left|].
  exists P'. split; [apply HP'|]. split; [right; now right|now apply IH].
Qed.

Lemma route_at_least : forall r Q, placement r Q -> forall n,
  (forall P, placement r P -> route r n P Q -> 2 * star_distance P Q <= n) /\
  forall P D, placement r P -> arrangement r D -> blank_filled P D -> route r n D Q -> 2 * star_distance P Q <= S n.
Proof.
  intros r Q HQ. induction n as [|n [IHplacement IHmiddle]]; split.
  - intros P HP ->. now rewrite (star_distance_self r).
  - intros P D HP _ Hfilled ->. elim (filled_without_blank r P Q HP Hfilled). apply HQ.
  - intros P HP (P' & HP' & Hadjacent & H). destruct Hadjacent as [<-|[Hfilled|(l1 & l2 & t & -> & ->)]].
    + apply le_S. now apply IHplacement.
    + now apply (IHmiddle P P').
    + exfalso. apply (filled_without_blank r (l1 ++ Zero 0 :: l2) (l1 ++ Label t :: l2)); [|now exists l1, l2, t|apply
    HP].
      split; [exact HP'|apply in_elt].
  - intros P D HP HD Hfilled (P' & HP' & Hadjacent & H). destruct Hadjacent as [<-|[Hfilled'|Hfilled']].
    + apply le_S. now apply (IHmiddle P D).
    + exfalso. apply (filled_without_blank r P D HP Hfilled). destruct Hfilled' as (l1 & l2 & t & -> & _). apply in_elt.
    + pose proof (filled_placement r P' D HP' Hfilled') as HP''. specialize (IHplacement P' HP'' H).
      destruct (ends_moved r P P' D (proj1 HP) HP' HD Hfilled Hfilled') as [->|Hmoved]; [lia|].
      pose proof (moved_distance r Q HQ P P' HP Hmoved). lia.
Qed.

Theorem subdivided_star_distance : SubdividedStarDistance.
Proof.
  intros K W A base P Q Hbase HP HQ HinP HinQ. apply arrangement_iff in HP, HQ.
  assert (HP' : placement (length base) P) by now split. assert (HQ' : placement (length base) Q) by now split. split.
  - apply walk_route; [exact Hbase|exact HP|]. apply moves_route; [exact HP'|now apply (star_distance_moves (length
  base))].
  - intros n H. apply (walk_route K W A base Q n P Hbase HP) in H.
    now apply (proj1 (route_at_least _ Q HQ' n) P HP').
Qed.
