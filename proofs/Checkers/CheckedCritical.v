(** Critical points above critical points, checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedMembership CheckedInertia CheckedLoss.
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

(** ** What two inertias are instances of *)

Section Instances.

Context {K : Field} (P Q : list K).

Definition check_no_error (data units : list (list K * list K)) : bool :=
  forallb (fun x => all_zero (error_at P Q units x)) data.

(** E ≠ 0 for the unit: some row of it is not 0. *)
Definition has_mixed (d_out : nat) (seen : list (list K * list K * list K)) (u : list K * list K) : bool :=
  existsb (fun α => negb (all_zero (fst (unit_gradient P Q seen (fst u, α))))) (unit_vectors d_out).

Definition check_pulled (d_out : nat) (data base units : list (list K * list K)) : bool :=
  let seen := with_errors P Q base data in
  existsb (fun u =>
    (1 <? length (filter (fun v => same_entries (fst v) (fst u)) units)) && has_mixed d_out seen u) base.

Definition check_instance (claim : critical_claim) (d_out : nat) (data base units : list (list K * list K))
    (below above : nat * nat * nat) : bool :=
  let negative := snd (fst above) in
  match claim with
  | ZerosAbove => (length units - length base <=? snd above) && ((snd (fst below) =? 0) || negb (negative =? 0))
  | SaddleAbove => negb (negative =? 0) && check_pulled d_out data base units
  | NoStrictSaddle => (negative =? 0) && (length base <? length units) && negb (check_no_error data units)
  | ZeroLossAbove =>
      check_no_error data units && (fst (fst above) =? length data * d_out) && (negative =? 0) && negb (snd above =? 0)
  end.

End Instances.

Definition check_critical_instance (K : OrderedField) (claim : critical_claim) (d_in d_out : nat) (P Q : list K)
    (data base units : list (list K * list K)) (β : list K) (below above : inertia_block K) : bool :=
  check_critical K d_in d_out P Q data base units β && check_loss_inertia K d_in d_out P Q data base below &&
  check_loss_inertia K d_in d_out P Q data units above &&
  check_instance P Q claim d_out data base units (snd below) (snd above).
