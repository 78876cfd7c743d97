(** Whether a network lies in the subspace of a labelled partition. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import Slots CheckedPartitions.
Import ListNotations.

Section Membership.

Context {K : Field}.

Fixpoint same_entries (v w : list K) : bool :=
  match v, w with
  | [], [] => true
  | x :: v', y :: w' => if scalar_eq_dec x y then same_entries v' w' else false
  | _, _ => false
  end.
Fixpoint same_network (θ φ : list (list K * list K)) : bool :=
  match θ, φ with
  | [], [] => true
  | u :: θ', v :: φ' => same_entries (fst u) (fst v) && same_entries (snd u) (snd v) && same_network θ' φ'
  | _, _ => false
  end.
Definition all_zero (v : list K) : bool := forallb (fun x => if scalar_eq_dec x zero then true else false) v.

Definition check_shape (d_in d_out : nat) (units : list (list K * list K)) : bool :=
  forallb (fun u => (length (fst u) =? d_in) && (length (snd u) =? d_out)) units.

(** Distinct incoming vectors, and no outgoing vector that is 0. *)
Fixpoint check_irreducible (units : list (list K * list K)) : bool :=
  match units with
  | [] => true
  | u :: units' =>
      negb (existsb (fun v => same_entries (fst u) (fst v)) units') && negb (all_zero (snd u)) &&
      check_irreducible units'
  end.

Definition entries_sum (v w : list K) : list K := map (fun p => add (fst p) (snd p)) (combine v w).

(** The units of one code: all have this incoming vector, and their outgoing vectors sum to that. *)
Definition check_block (w a : list K) (units : list (list K * list K)) : bool :=
  forallb (fun u => same_entries (fst u) w) units &&
  same_entries (fold_right entries_sum (map (fun _ => zero) a) (map snd units)) a.

Definition units_of (c : code) (coded : list (code * (list K * list K))) : list (list K * list K) :=
  map snd (filter (fun p => same_code (fst p) c) coded).

Fixpoint check_labels (t : nat) (base : list (list K * list K)) (coded : list (code * (list K * list K))) : bool :=
  match base with
  | [] => true
  | u :: base' => check_block (fst u) (snd u) (units_of (Label t) coded) && check_labels (S t) base' coded
  end.

(** Zero blocks are numbered below the number of units. *)
Definition check_zeros (d_out : nat) (coded : list (code * (list K * list K))) : bool :=
  forallb (fun z =>
    match units_of (Zero z) coded with
    | [] => true
    | u :: _ => check_block (fst u) (repeat zero d_out) (units_of (Zero z) coded)
    end) (seq 0 (length coded)).

Definition check_member_plainly (d_in d_out : nat) (base : list (list K * list K)) (P : list code)
    (θ : list (list K * list K)) : bool :=
  (length θ =? length P) && check_shape d_in d_out θ && check_labels 0 base (combine P θ) &&
  check_zeros d_out (combine P θ).

(** The same, where a function finds the units of each code. *)
Fixpoint check_found_labels (found : code -> list (list K * list K)) (t : nat) (base : list (list K * list K)) : bool :=
  match base with
  | [] => true
  | u :: base' => check_block (fst u) (snd u) (found (Label t)) && check_found_labels found (S t) base'
  end.
Definition check_found_zeros (found : code -> list (list K * list K)) (d_out n : nat) : bool :=
  forallb (fun z =>
    match found (Zero z) with
    | [] => true
    | u :: units => check_block (fst u) (repeat zero d_out) (u :: units)
    end) (seq 0 n).
Definition check_member_in_slots (d_in d_out : nat) (base : list (list K * list K)) (P : list code)
    (θ : list (list K * list K)) : bool :=
  let coded := combine P θ in
  let n := length coded in
  let places := powers n n 1 [] in
  let all := shared_out (fun p => code_key places (fst p)) coded in
  let found := fun c => units_of c (slot (code_key places c) all) in
  (length θ =? length P) && check_shape d_in d_out θ && check_found_labels found 0 base &&
  check_found_zeros found d_out n.

(** θ has d_in and d_out coordinates, and is in the subspace of P. *)
Definition check_member (d_in d_out : nat) (base : list (list K * list K)) (P : list code)
    (θ : list (list K * list K)) : bool :=
  if is_short (length θ) then check_member_plainly d_in d_out base P θ else check_member_in_slots d_in d_out base P θ.

(** The codes of the coarsest partition: one block for each incoming vector. [known] has the codes given so far. *)
Definition find_code (known : list (list K * code)) (w : list K) : option code :=
  match find (fun p => same_entries (fst p) w) known with Some p => Some (snd p) | None => None end.
Fixpoint coarsest (known : list (list K * code)) (next : nat) (θ : list (list K * list K)) : list code :=
  match θ with
  | [] => []
  | u :: θ' =>
      match find_code known (fst u) with
      | Some c => c :: coarsest known next θ'
      | None => Zero next :: coarsest ((fst u, Zero next) :: known) (S next) θ'
      end
  end.
Definition coarsest_codes (base θ : list (list K * list K)) : list code :=
  coarsest (combine (map fst base) (map Label (seq 0 (length base)))) 0 θ.

End Membership.
