(** The fewest segments between two points of Θ for m = r + 1. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Subspaces Require Import Positions GenericPoints Distinct.
From Equiloss.Topology Require Import Walks SubdividedStar StarWalks StarDiameter.
Import ListNotations.

Theorem middle_of_edge : MiddleOfEdge.
Proof.
  intros K W A base D Q n Hbase HD Hnone Hne. split.
  - intros (k & Hk & H). revert n Hk. induction k as [|k IH]; intros n Hk; [contradiction|].
    destruct H as (P & HP & Hmeet & H). apply (common_point_iff K W A base D P Hbase HD HP) in Hmeet.
    destruct Hmeet as [<-|[(l1 & l2 & t & E & _)|Hend]].
    + apply IH; [exact H|lia].
    + elim Hnone. rewrite E. apply in_elt.
    + now exists P, k.
  - intros (P & k & HP & Hend & Hk & H). exists (S k). split; [exact Hk|]. exists P. split; [exact HP|].
    split; [|exact H]. apply (common_point_iff K W A base D P Hbase HD HP). right. now right.
Qed.

(** A point of Γ_P that no other of the subspaces has. *)
Lemma point_of_one : forall (K : Field) (W A : VectorSpace K) (base : network W A) m P,
  characteristic_zero K -> (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) -> irreducible base ->
  labelled_partition (length base) m P ->
  exists θ, Gamma base P θ /\ forall Q, labelled_partition (length base) m Q -> Gamma base Q θ -> P = Q.
Proof.
  intros K W A base m P K_zero HW HA Hbase HP. assert (E : length P = m) by apply HP. subst m.
  destruct (generic_incoming K_zero base P HW Hbase) as [w [HwL Hw]]; [intros t; apply HP|].
  destruct (generic_outgoing K_zero base P HA Hbase HP) as [a [Ha Hpart]].
  exists (network_of (length P) (fun i => w (nth i P (Zero 0))) a). split; [now apply named_point|].
  intros Q HQ. now apply generic_point.
Qed.

Lemma walk_segments : forall (K : OrderedField) (W A : VectorSpace K) (base : network W A) m n P Q θ θ',
  labelled_partition (length base) m P -> labelled_partition (length base) m Q -> Gamma base P θ ->
  Gamma base Q θ' -> walk base m n P Q -> joined_by_closed_segments (Theta base m) (S n) θ θ'.
Proof.
  intros K W A base m n P Q θ θ' HP HQ Hθ Hθ' H. apply segments_are_walks. exists P. split; [exact HP|].
  split; [exact Hθ|]. apply (walks_between_subspaces K W A base θ' m n P HP). now exists Q.
Qed.

Theorem segments_with_one_spare_unit : SegmentsWithOneSpareUnit.
Proof.
  intros K W A base Hbase r. destruct (subdivided_star_diameter K W A base Hbase) as [Hnear Hfar]. fold r in Hnear,
  Hfar.
  split.
  - intros θ θ' (P & HP & Hθ) (Q & HQ & Hθ'). destruct (Hnear P Q HP HQ) as (n & Hn & H). exists (S n).
    split; [lia|]. now apply (walk_segments K W A base (S r) n P Q).
  - intros Hr HW. destruct Hfar as (P & Q & HP & HQ & Hfar). assert (HA : exists a : A, a <> vzero).
    { exists (snd (labelled base 0)). now apply labelled_outgoing_nonzero. }
    destruct (point_of_one K W A base (S r) P ordered_characteristic_zero HW HA Hbase HP) as (θ & Hθ & Hone).
    destruct (point_of_one K W A base (S r) Q ordered_characteristic_zero HW HA Hbase HQ) as (θ' & Hθ' & Hone').
    exists θ, θ'. split; [now exists P|]. split; [now exists Q|]. intros [|n] H.
    + exfalso. simpl in H. subst θ'. assert (E : P = Q) by now apply Hone. subst Q. specialize (Hfar 0 eq_refl).
      assert (1 <= 3 * r / 2) by (apply Nat.div_le_lower_bound; lia). lia.
    + apply segments_are_walks in H as (P' & HP' & HθP' & H). rewrite <- (Hone P' HP' HθP') in H.
      apply (walks_between_subspaces K W A base θ' (S r) n P HP) in H as (Q' & HQ' & HθQ' & H).
      rewrite <- (Hone' Q' HQ' HθQ') in H. specialize (Hfar n H). lia.
Qed.
