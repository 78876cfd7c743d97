(** Labelled partitions, checked: one of them, and a list that has all. *)

From Coq Require Import List Arith ZArith Bool.
From Equiloss Require Import Statements.
From Equiloss.Asymptotics Require Import CountRows.
From Equiloss.Checkers Require Import Slots.
Import ListNotations.

(** The place of a code in the canonical order: labels first. *)
Definition code_rank (r : nat) (c : code) : nat := match c with Label t => t | Zero z => r + z end.
Definition same_code (c d : code) : bool :=
  match c, d with
  | Label s, Label t => s =? t
  | Zero y, Zero z => y =? z
  | _, _ => false
  end.

Fixpoint in_turn (next : nat) (P : list code) : bool :=
  match P with
  | [] => true
  | Label _ :: P' => in_turn next P'
  | Zero z :: P' => (z <? next) && in_turn next P' || (z =? next) && in_turn (S next) P'
  end.

Definition label_below (r : nat) (c : code) : bool := match c with Label t => t <? r | Zero _ => true end.

Definition has_labels_plainly (r : nat) (P : list code) : bool :=
  forallb (fun t => existsb (same_code (Label t)) P) (seq 0 r).

(** Where a code is found. *)
Definition code_key (places : list nat) (c : code) : list bool :=
  match c with Label t => true :: digits places 0 t | Zero z => false :: digits places 0 z end.
Definition has_labels_in_slots (r : nat) (P : list code) : bool :=
  let places := powers r r 1 [] in
  let all := shared_out (code_key places) P in
  forallb (fun t => existsb (same_code (Label t)) (slot (code_key places (Label t)) all)) (seq 0 r).

(** Short lists are searched faster than they are shared out. *)
Definition is_short (length : nat) : bool := length <=? 32.
Definition has_labels (r : nat) (P : list code) : bool :=
  if is_short r then has_labels_plainly r P else has_labels_in_slots r P.

Definition check_partition (r m : nat) (P : list code) : bool :=
  (length P =? m) && forallb (label_below r) P && has_labels r P && in_turn 0 P.

(** The order of words: by the first place where they differ. *)
Fixpoint precedes (r : nat) (P Q : list code) : bool :=
  match P, Q with
  | c :: P', d :: Q' =>
      if code_rank r c <? code_rank r d then true
      else if code_rank r d <? code_rank r c then false else precedes r P' Q'
  | _, _ => false
  end.
Fixpoint ascending (r : nat) (before : list code) (l : list (list code)) : bool :=
  match l with
  | [] => true
  | P :: l' => precedes r before P && ascending r P l'
  end.

(** T(r,m) by its recurrence, from the row of the T(k,0). *)
Definition count_by_rows (r m : nat) : Z :=
  nth r (Nat.iter m (t_next 0 0) (1%Z :: repeat 0%Z (r + m))) 0%Z.

Definition check_enumeration (r m : nat) (partitions : list (list code)) : bool :=
  forallb (check_partition r m) partitions &&
  match partitions with [] => true | P :: l => ascending r P l end &&
  Z.eqb (Z.of_nat (length partitions)) (count_by_rows r m).
