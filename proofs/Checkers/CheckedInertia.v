(** The inertia of a symmetric matrix, checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Checkers Require Import CheckedMembership.
Import ListNotations.

Section Matrices.

Context {K : Field}.

(** The columns of a matrix, in the order of [row0]. *)
Definition columns (row0 : list K) (M : matrix K) : matrix K :=
  fold_right (fun row rest => map (fun p => fst p :: snd p) (combine row rest)) (map (fun _ => []) row0) M.
Fixpoint same_rows (M N : matrix K) : bool :=
  match M, N with
  | [], [] => true
  | row :: M', row' :: N' => same_entries row row' && same_rows M' N'
  | _, _ => false
  end.
Definition rows_of_length (n : nat) (M : matrix K) : bool := forallb (fun row => length row =? n) M.
Definition check_symmetric (H : matrix K) : bool :=
  match H with
  | [] => false
  | row :: _ => rows_of_length (length H) H && same_rows (columns row H) H
  end.

Definition is_entry (x : K) (v : list K) (place : nat) : bool :=
  match nth_error v place with
  | None => false
  | Some y => if scalar_eq_dec y x then true else false
  end.

(** Vector i has 1 at place i of these, and 0 at the others. *)
Fixpoint check_identity (vectors : list (list K)) (places : list nat) : bool :=
  match vectors, places with
  | [], [] => true
  | v :: vectors', place :: places' =>
      is_entry one v place && forallb (is_entry zero v) places' &&
      forallb (fun w => is_entry zero w place) vectors' && check_identity vectors' places'
  | _, _ => false
  end.

(** Vectors x, each with Hx. *)
Definition with_images (H : matrix K) (vectors : list (list K)) : list (list K * list K) :=
  map (fun x => (x, times H x)) vectors.

End Matrices.

Section Order.

Context {K : OrderedField}.

Definition is_less (x y : K) : bool := match trichotomy x y with inleft (left _) => true | _ => false end.

(** |xᵀHx| is more than the sum of the |xᵀHy| of all others. *)
Definition check_dominant (vectors : list (list K * list K)) : bool :=
  forallb (fun x =>
    let own := absolute (dot (fst x) (snd x)) in
    is_less (sum (map (fun y => absolute (dot (fst x) (snd y))) vectors)) (add own own)) vectors.

Definition count_positive (vectors : list (list K * list K)) : nat :=
  length (filter (fun x => is_less zero (dot (fst x) (snd x))) vectors).

End Order.

Definition check_inertia_of (K : OrderedField) (H : matrix K) (block : inertia_block K) : bool :=
  let kernel := fst (fst (fst block)) in
  let places := snd (fst (fst block)) in
  let congruence := with_images H (snd (fst block)) in
  let numbers := snd block in
  let positive := count_positive congruence in
  (length kernel + length congruence =? length H) && rows_of_length (length H) kernel &&
  rows_of_length (length H) (snd (fst block)) && forallb (fun v => all_zero (times H v)) kernel &&
  check_identity kernel places && check_dominant congruence && (fst (fst numbers) =? positive) &&
  (snd (fst numbers) =? length congruence - positive) && (snd numbers =? length kernel).

Definition check_inertia (K : OrderedField) (H : matrix K) (block : inertia_block K) : bool :=
  check_symmetric H && check_inertia_of K H block.
