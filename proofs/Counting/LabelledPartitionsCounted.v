(** Theorem 3.1: there are T(r,m) labelled partitions, those of the enumeration. *)

From Coq Require Import List Arith ZArith.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Enumeration PartitionCounts Counts.

Local Open Scope Z_scope.

Theorem enumerate_counted : forall r m, Z.of_nat (length (enumerate_labelled_partitions r m)) = T r m.
Proof.
  intros r m. unfold enumerate_labelled_partitions.
  rewrite length_flat_map_sum, t_stirling.
  transitivity (factorial r * Zsum 0 (S m) (fun i => stirling2 m i * binomial i r * 1)).
  - rewrite <- (partition_count_sum r m (fun _ => 1)). apply Zsum_ext. intros n _.
    rewrite partitions_onto_counted, seq_length by apply seq_NoDup. ring.
  - f_equal. apply Zsum_ext. intros i _. ring.
Qed.

Theorem labelled_partitions_counted : LabelledPartitionsCounted.
Proof.
  intros r m. exists (enumerate_labelled_partitions r m).
  split; [apply enumerate_nodup|]. split; [apply enumerate_counted|apply enumerate_complete].
Qed.
