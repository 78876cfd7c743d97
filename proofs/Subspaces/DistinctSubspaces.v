(** The distinct subspaces of the expansion manifold, counted: Theorem 3.1. *)

From Coq Require Import List Arith ZArith.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import LabelledPartitionsCounted.
From Equiloss.Subspaces Require Import SubspacesAsInPaper Dimension Distinct.
Import ListNotations.

Theorem distinct_subspaces_counted : DistinctSubspacesCounted.
Proof.
  intros K W A d_in d_out m base characteristic HdW HdA HW HA Hbase.
  destruct (labelled_partitions_counted (length base) m) as (l & Hnodup & Hlength & Hl).
  exists (map (Gamma base) l). rewrite map_length. split; [exact Hlength|]. split; [|split; [|split]].
  - intros S HS. apply in_map_iff in HS. destruct HS as (P & <- & HP). apply Hl in HP. split.
    + apply subspaces_as_in_paper. now exists P.
    + exists ((m - length base - zero_blocks P) * d_out + zero_blocks P * d_in)%nat.
      now apply (subspace_dimension K W A d_in d_out m base P HdW HdA HP).
  - intros S HS. apply subspaces_as_in_paper in HS. destruct HS as (P & HP & HS).
    exists (Gamma base P). split; [now apply in_map, Hl|exact HS].
  - intros i j S S' Hi Hj Hsame. rewrite nth_error_map in Hi, Hj.
    destruct (nth_error l i) as [P|] eqn:HP; [|easy]. destruct (nth_error l j) as [Q|] eqn:HQ; [|easy].
    simpl in Hi, Hj. injection Hi as <-. injection Hj as <-.
    destruct (list_eq_dec code_eq_dec P Q) as [->|Hne].
    + apply (proj1 (NoDup_nth_error l) Hnodup i j); [|congruence].
      apply nth_error_Some. congruence.
    + apply nth_error_In, Hl in HP. apply nth_error_In, Hl in HQ.
      destruct (no_subspace_includes_another K W A base m P Q characteristic HW HA Hbase HP HQ Hne) as (θ & H & H').
      now apply Hsame in H.
  - intro θ. split.
    + intros (P & HP & H). exists (Gamma base P). split; [now apply in_map, Hl|exact H].
    + intros (S & HS & H). apply in_map_iff in HS. destruct HS as (P & <- & HP). exists P. split; [now apply Hl|exact H].
Qed.
