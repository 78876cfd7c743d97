(** Critical points above critical points, checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedMembership CheckedLoss.
Import ListNotations.

Section Critical.

Context {K : Field}.

(** The units of [base] that these copy, by the incoming vectors; the number of [base]'s units for none. *)
Definition copied_units (base units : list (list K * list K)) : list nat :=
  map (fun c => match c with Label t => t | Zero _ => length base end) (coarsest_codes base units).

Definition copies_by (g : list nat) (β : list K) (base : list (list K * list K)) : list (list K * list K) :=
  map (fun p => let u := nth (fst p) base ([], []) in (fst u, map (mul (snd p)) (snd u))) (combine g β).

(** The units are copies with shares β, which have sum 1 for the copies of each unit. *)
Definition check_copies (base units : list (list K * list K)) (β : list K) : bool :=
  let g := copied_units base units in
  (length β =? length units) && forallb (fun t => t <? length base) g &&
  forallb (fun t => if scalar_eq_dec (sum (shares_of t g β)) one then true else false) (seq 0 (length base)) &&
  same_network units (copies_by g β base).

End Critical.

Definition check_critical (K : OrderedField) (d_in d_out : nat) (P Q : list K)
    (data base units : list (list K * list K)) (β : list K) : bool :=
  check_loss P Q d_in d_out data base && check_loss P Q d_in d_out data units && check_irreducible base &&
  check_copies base units β && check_gradient P Q data base && check_gradient P Q data units.
