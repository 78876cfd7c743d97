(** That no path has fewer segments, checked. *)

From Coq Require Import List Arith ZArith Bool.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import MeetingDecided.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedPath CheckedStar.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Subspaces that have no point in common

    Of a partition: for each unit the first one of its code; the units that aren't the first, with that one;
      and the first
    unit of each label. *)

Definition first_places (P : list code) : list nat := map (fun c => first_place c P) P.
Definition links (P : list code) : list (nat * nat) :=
  filter (fun p => negb (fst p =? snd p)) (combine (seq 0 (length P)) (first_places P)).
Definition label_places (r : nat) (P : list code) : list nat := map (fun t => first_place (Label t) P) (seq 0 r).
Definition sorted_out : Type := (list nat * list (nat * nat) * list nat)%type.
Definition sort_out (r : nat) (P : list code) : sorted_out := (first_places P, links P, label_places r P).

Fixpoint same_numbers (l k : list nat) : bool :=
  match l, k with
  | [], [] => true
  | x :: l', y :: k' => (x =? y) && same_numbers l' k'
  | _, _ => false
  end.
Fixpoint all_different (l : list nat) : bool :=
  match l with
  | [] => true
  | x :: l' => negb (existsb (Nat.eqb x) l') && all_different l'
  end.

(** In the join of the two a label is in two blocks, or a block has two labels. *)
Definition apart (P Q : sorted_out) : bool :=
  let numbers := fold_left merged (snd (fst Q)) (fst (fst P)) in
  let labels_of (places : list nat) := map (fun i => nth i numbers 0) places in
  negb (same_numbers (labels_of (snd P)) (labels_of (snd Q)) && all_different (labels_of (snd P))).

(** ** A number for each subspace *)

Definition differ_by_one (x y : Z) : bool := Z.eqb x y || Z.eqb x (Z.succ y) || Z.eqb y (Z.succ x).
Fixpoint check_close (l : list (sorted_out * Z)) : bool :=
  match l with
  | [] => true
  | x :: l' =>
      forallb (fun y => differ_by_one (snd x) (snd y) || apart (fst x) (fst y)) l' && check_close l'
  end.

(** x + n ≤ y *)
Definition leaves_room (n : nat) (x y : Z) : bool :=
  match Z_dec' (Z.add x (Z.of_nat n)) y with inleft (right _) => false | _ => true end.

Section Bound.

Context {K : Field} (d_in d_out : nat) (base first last : list (list K * list K)).

Definition values_at (θ : list (list K * list K)) (values : list (list code * Z)) : list Z :=
  map snd (filter (fun e => check_member d_in d_out base (fst e) θ) values).

(** A path of k > 0 segments passes through k subspaces, of which each meets the next. *)
Definition check_potential (n : nat) (values : list (list code * Z)) : bool :=
  let last_values := values_at last values in
  negb (same_network first last) && check_enumeration (length base) (length first) (map fst values) &&
  check_close (map (fun e => (sort_out (length base) (fst e), snd e)) values) &&
  forallb (fun x => forallb (leaves_room (pred n) x) last_values) (values_at first values).

Definition check_bound (n : nat) (bound : path_bound (list code)) : bool :=
  match bound with
  | EndsDiffer => n =? (if same_network first last then 0 else 1)
  | StarDistance => check_star d_in d_out base first last n
  | Potential values => check_potential n values
  end.

End Bound.

Definition check_shortest_path (K : Field) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code)) (bound : path_bound (list code)) :
      bool :=
  check_path K d_in d_out base first last points partitions &&
  check_bound d_in d_out base first last (length partitions) bound.
