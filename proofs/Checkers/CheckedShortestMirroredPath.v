(** That no path for odd or even activations has fewer segments, checked. *)

From Coq Require Import List Arith ZArith Bool.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import SignedPartitionsCounted.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedMirroredPath CheckedStar.
From Equiloss.Checkers Require Import CheckedShortestPath.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Codes of the units and of their mirror images

    The labels of the images come after those of the units; the silent units and their images are the zero block 0. *)

Definition side (r : nat) (c : code) (mirror : bool) : code :=
  match c with
  | Label t => Label (if mirror then r + t else t)
  | Zero z => Zero (if mirror then S (S (z + z)) else S (z + z))
  end.
Definition cover_code (r : nat) (mirror : bool) (c : signed_code) : code :=
  match c with None => Zero 0 | Some (d, s) => side r d (xorb s mirror) end.
Definition cover (r : nat) (P : list signed_code) : list code :=
  map (cover_code r false) P ++ map (cover_code r true) P.

Fixpoint distinct_codes (l : list (list code)) : bool :=
  match l with
  | [] => true
  | P :: l' => negb (existsb (same_codes P) l') && distinct_codes l'
  end.

(** All signed labelled partitions, in any order. *)
Definition check_signed_enumeration (p : parity) (r m : nat) (partitions : list (list code * list Z)) : bool :=
  forallb (check_signs p r m) partitions &&
  distinct_codes (map (fun partition => cover r (signed_codes partition)) partitions) &&
  (length partitions =? length (enumerate_signed_partitions p r m)).

Section Bound.

Context {K : Field} (p : parity) (d_in d_out : nat) (base first last : list (list K * list K)).

Definition signed_values_at (θ : list (list K * list K)) (values : list (list code * list Z * Z)) : list Z :=
  map snd (filter (fun e => check_signed_member p d_in d_out base (signed_codes (fst e)) θ) values).

Definition check_signed_potential (n : nat) (values : list (list code * list Z * Z)) : bool :=
  let r := length base in
  let last_values := signed_values_at last values in
  negb (same_network first last) && check_signed_enumeration p r (length first) (map fst values) &&
  check_close (map (fun e => (sort_out (r + r) (cover r (signed_codes (fst e))), snd e)) values) &&
  forallb (fun x => forallb (leaves_room (pred n) x) last_values) (signed_values_at first values).

(** There is no theorem on the star graph with signs. *)
Definition check_mirrored_bound (n : nat) (bound : path_bound (list code * list Z)) : bool :=
  match bound with
  | EndsDiffer => n =? (if same_network first last then 0 else 1)
  | StarDistance => false
  | Potential values => check_signed_potential n values
  end.

End Bound.

Definition check_shortest_mirrored_path (K : Field) (p : parity) (d_in d_out : nat)
    (base first last : list (list K * list K)) (points : list (list (list K * list K)))
    (partitions : list (list code * list Z)) (bound : path_bound (list code * list Z)) : bool :=
  check_mirrored_path K p d_in d_out base first last points partitions &&
  check_mirrored_bound p d_in d_out base first last (length partitions) bound.
