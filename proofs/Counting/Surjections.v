(** Surjections are the labelled partitions without zero blocks, so they are counted too. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums ListFacts.
From Equiloss.Counting Require Import Enumeration PartitionCounts Counts.
Import ListNotations.

Local Open Scope nat_scope.

Definition label_of (c : code) : nat := match c with Label t => t | Zero _ => 0 end.

Definition enumerate_surjections (r m : nat) : list (list nat) :=
  map (map label_of) (partitions_onto (seq 0 r) 0 m).

Lemma labels_of_partition : forall P, zeros_between 0 0 P -> map Label (map label_of P) = P.
Proof.
  induction P as [|[t|z] P IH]; simpl; intro H.
  - easy.
  - now rewrite IH.
  - destruct H as [[Hz _]|[_ H]]; [lia|]. apply zeros_between_bounds in H. lia.
Qed.

Lemma labels_of_labels : forall g, map label_of (map Label g) = g.
Proof. intro g. rewrite map_map. apply map_id. Qed.

Lemma labels_between : forall g, zeros_between 0 0 (map Label g).
Proof. now induction g. Qed.

Lemma surjection_partition : forall r m g, partition_onto (seq 0 r) 0 m (map Label g) <-> surjection r m g.
Proof.
  intros r m g. unfold partition_onto, surjection. rewrite map_length.
  assert (H : (forall t, In (Label t) (map Label g) <-> In t (seq 0 r)) <-> (forall t, In t g <-> t < r)).
  { split; intros H t; specialize (H t).
    - rewrite in_seq in H. split.
      + intro Ht. apply H, in_map, Ht.
      + intro Ht. assert (Hg : In (Label t) (map Label g)) by (apply H; lia).
        apply in_map_iff in Hg. destruct Hg as (s & E & Hs). injection E as ->. easy.
    - rewrite in_seq. split.
      + intro Ht. apply in_map_iff in Ht. destruct Ht as (s & E & Hs). injection E as ->. apply H in Hs. lia.
      + intro Ht. apply in_map, H. lia. }
  rewrite H. assert (Hz := labels_between g). tauto.
Qed.

Theorem enumerate_surjections_complete : forall r m g, In g (enumerate_surjections r m) <-> surjection r m g.
Proof.
  intros r m g. unfold enumerate_surjections. rewrite <- surjection_partition, in_map_iff. split.
  - intros (P & <- & HP). apply partitions_onto_complete in HP. rewrite labels_of_partition; [easy|apply HP].
  - intro H. exists (map Label g). split; [apply labels_of_labels|]. now apply partitions_onto_complete.
Qed.

Theorem enumerate_surjections_nodup : forall r m, NoDup (enumerate_surjections r m).
Proof.
  intros r m. apply nodup_map_on; [|apply partitions_onto_nodup, seq_NoDup].
  intros P Q HP HQ E. apply partitions_onto_complete in HP, HQ.
  rewrite <- (labels_of_partition P), <- (labels_of_partition Q) by (apply HP || apply HQ). now rewrite E.
Qed.

Lemma enumerate_surjections_length : forall r m, Z.of_nat (length (enumerate_surjections r m)) = G r m.
Proof.
  intros r m. unfold enumerate_surjections.
  rewrite map_length, partitions_onto_counted, seq_length by apply seq_NoDup.
  unfold partition_count, G. cbn [Nat.add]. rewrite binomial_diagonal. ring.
Qed.

Lemma surjections_counted_by_g : forall r m, counted (surjection r m) (G r m).
Proof.
  intros r m. exists (enumerate_surjections r m). split; [apply enumerate_surjections_nodup|].
  split; [apply enumerate_surjections_length|apply enumerate_surjections_complete].
Qed.

Theorem surjections_counted : SurjectionsCounted.
Proof. intros r m. split; [apply surjections_counted_by_g|apply g_closed_form]. Qed.
