(** A tree of all subspaces, each of which shares a point with its parent, checked. *)

From Coq Require Import List Arith ZArith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership.
Import ListNotations.

(** A list that is read at any place: item number p, in binary, is where its digits lead. *)
Inductive places (X : Type) : Type :=
  | Nothing : places X
  | Branch : places X -> option X -> places X -> places X.
Arguments Nothing {X}.
Arguments Branch {X} _ _ _.

Section Places.

Context {X : Type}.

Fixpoint item (p : positive) (t : places X) {struct t} : option X :=
  match t with
  | Nothing => None
  | Branch even here odd =>
      match p with
      | xH => here
      | xO q => item q even
      | xI q => item q odd
      end
  end.

Fixpoint with_item (p : positive) (x : X) (t : places X) : places X :=
  let even := match t with Branch even _ _ => even | Nothing => Nothing end in
  let here := match t with Branch _ here _ => here | Nothing => None end in
  let odd := match t with Branch _ _ odd => odd | Nothing => Nothing end in
  match p with
  | xH => Branch even (Some x) odd
  | xO q => Branch (with_item q x even) here odd
  | xI q => Branch even here (with_item q x odd)
  end.

Fixpoint placed (p : positive) (l : list X) : places X :=
  match l with
  | [] => Nothing
  | x :: l' => with_item p x (placed (Pos.succ p) l')
  end.

End Places.

Section Tree.

Context {K : Field} (d_in d_out : nat) (base : list (list K * list K)).

(** The first entry is the root, of depth 0. Every other has a parent of one depth less, and a point in both. *)
Definition check_entry (m : nat) (entries : places (list code * nat))
    (entry : list code * (nat * nat) * list (list K * list K)) : bool :=
  match item (Pos.of_succ_nat (fst (snd (fst entry)))) entries with
  | None => false
  | Some parent =>
      (length (snd entry) =? m) && (snd (snd (fst entry)) =? S (snd parent)) &&
      check_member d_in d_out base (fst (fst entry)) (snd entry) &&
      check_member d_in d_out base (fst parent) (snd entry)
  end.

End Tree.

Definition check_connected (K : Field) (d_in d_out m : nat) (base : list (list K * list K))
    (tree : list (list code * (nat * nat) * list (list K * list K))) : bool :=
  check_shape d_in d_out base && check_irreducible base && (length base <? m) &&
  check_enumeration (length base) m (map (fun entry => fst (fst entry)) tree) &&
  match tree with
  | [] => false
  | root :: rest =>
      let entries := placed 1 (map (fun entry => (fst (fst entry), snd (snd (fst entry)))) tree) in
      (fst (snd (fst root)) =? 0) && (snd (snd (fst root)) =? 0) && (length (snd root) =? m) &&
      check_member d_in d_out base (fst (fst root)) (snd root) && forallb (check_entry d_in d_out base m entries) rest
  end.
