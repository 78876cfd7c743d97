(** For m = r + 1: which subspaces hold a network, and whether there are so many steps between two subspaces in the
    subdivided star graph. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership.
Import ListNotations.

Fixpoint first_place (c : code) (P : list code) : nat :=
  match P with
  | [] => 0
  | d :: P' => if same_code d c then 0 else S (first_place c P')
  end.

(** A blank in place of a label that other units have. *)
Definition blanked (P : list code) : list (list code) :=
  flat_map (fun i =>
    match skipn i P with
    | [] => []
    | c :: after =>
        let before := firstn i P in
        if existsb (same_code c) before || existsb (same_code c) after then [before ++ Zero 0 :: after] else []
    end) (seq 0 (length P)).

(** Each unit has the label of its incoming vector, or the blank: if others hold the network, they have the blank in
    place of a label. *)
Definition label_or_blank {K : Field} (base θ : list (list K * list K)) : list code :=
  let known := combine (map fst base) (map Label (seq 0 (length base))) in
  map (fun u => match find_code known (fst u) with Some c => c | None => Zero 0 end) θ.
Definition holding {K : Field} (d_in d_out : nat) (base θ : list (list K * list K)) : list (list code) :=
  let P := label_or_blank base θ in
  filter (fun Q => check_partition (length base) (length θ) Q && check_member d_in d_out base Q θ) (P :: blanked P).

(** The nearest placements of a blank, with the number of steps that lead there. *)
Definition exits (P : list code) : list (list code * nat) :=
  if existsb (same_code (Zero 0)) P then [(P, 0)] else map (fun Q => (Q, 1)) (blanked P).

(** ** Cycles of the permutation that takes the symbols of P to their places in Q *)

Definition places_in (P Q : list code) : list nat := map (fun c => first_place c Q) P.
Definition moved_places (permutation : list nat) : list nat :=
  map fst (filter (fun p => negb (fst p =? snd p)) (combine (seq 0 (length permutation)) permutation)).

(** From j on, all places are from i on, until i comes again or there were so many. *)
Fixpoint stays_above (permutation : list nat) (i : nat) (count j : nat) : bool :=
  match count with
  | O => true
  | S count' =>
      if j =? i then true
      else if j <? i then false else stays_above permutation i count' (nth j permutation 0)
  end.

(** A number d for the subspaces of two placements: 2·d steps lead from one to the other, and no fewer. It is the first
    of these numbers less the second. *)
Definition star_steps (P Q : list code) : nat * nat :=
  let permutation := places_in P Q in
  let moved := moved_places permutation in
  let cycles := filter (fun i => stays_above permutation i (length permutation) (nth i permutation 0)) moved in
  (length moved + length cycles, if first_place (Zero 0) P =? first_place (Zero 0) Q then 0 else 2).

Fixpoint same_codes (P Q : list code) : bool :=
  match P, Q with
  | [], [] => true
  | c :: P', d :: Q' => same_code c d && same_codes P' Q'
  | _, _ => false
  end.

(** At least n steps lead from P to Q. *)
Definition far_apart (n : nat) (P Q : list code) : bool :=
  if same_codes P Q then n =? 0
  else forallb (fun exit => forallb (fun entrance =>
    let steps := star_steps (fst exit) (fst entrance) in
    n + (snd steps + snd steps) <=? snd exit + (fst steps + fst steps) + snd entrance) (exits Q)) (exits P).

(** For a path of n segments: subspaces that hold its ends are n − 1 steps apart or more. *)
Definition check_star {K : Field} (d_in d_out : nat) (base first last : list (list K * list K)) (n : nat) : bool :=
  (length first =? S (length base)) &&
  if same_network first last then n =? 0
  else forallb (fun P => forallb (far_apart (pred n) P) (holding d_in d_out base last)) (holding d_in d_out base
    first).
