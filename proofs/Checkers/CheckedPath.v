(** Paths inside Θ, checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership.
Import ListNotations.

Section Path.

Context {K : Field} (d_in d_out : nat) (base : list (list K * list K)).

(** Whether [points] go on from [θ] to [last], each segment in the subspace of its partition. *)
Fixpoint check_segments (last θ : list (list K * list K)) (points : list (list (list K * list K)))
    (partitions : list (list code)) : bool :=
  match points, partitions with
  | [], [] => same_network θ last
  | φ :: points', P :: partitions' =>
      check_partition (length base) (length θ) P && check_member d_in d_out base P θ &&
      check_member d_in d_out base P φ && check_segments last φ points' partitions'
  | _, _ => false
  end.

End Path.

Definition check_path (K : Field) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code)) : bool :=
  check_shape d_in d_out base && check_irreducible base &&
  match points with
  | [] => false
  | θ :: points' =>
      let P := coarsest_codes base θ in
      same_network θ first && check_partition (length base) (length θ) P && check_member d_in d_out base P θ &&
      check_segments d_in d_out base last θ points' partitions
  end.
