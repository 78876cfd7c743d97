(** The Hessian above a network, split into one at the network and blocks of its units: checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedMembership CheckedInertia CheckedLoss CheckedCritical.
Import ListNotations.

Section Splitting.

Context {K : Field} (P Q : list K).

Definition is_zero_scalar (x : K) : bool := if scalar_eq_dec x zero then true else false.

(** The changes of one unit: of w, and of a. *)
Definition w_directions (d_in d_out : nat) (a : list K) (views : list (@view K)) : list direction :=
  map (fun ω => direction_of 0 a views (ω, repeat zero d_out)) (unit_vectors d_in).
Definition a_directions (d_in d_out : nat) (a : list K) (views : list (@view K)) : list direction :=
  map (fun α => direction_of 0 a views (repeat zero d_in, α)) (unit_vectors d_out).

(** Twice (B Eᵀ; E 0), and (0 Eᵀ; E 0) with 0 for a. *)
Definition bend_entry (c c' : @direction K) : K :=
  add (dot (fst (snd (snd c))) (snd (snd (snd c')))) (dot (fst (snd (snd c'))) (snd (snd (snd c)))).
Definition unit_matrix (d_in d_out : nat) (a : list K) (views : list (@view K)) : matrix K :=
  let l := w_directions d_in d_out a views ++ a_directions d_in d_out a views in
  map (fun c => map (bend_entry c) l) l.
Definition has_no_bend (d_in d_out : nat) (a : list K) (views : list (@view K)) : bool :=
  let l := w_directions d_in d_out a views in
  forallb (fun c => forallb (fun c' => is_zero_scalar (bend_entry c c')) l) l.

(** The factors for w, times those for a, are the identity; and Σ β_i·W_qi·W_q'i is 0 for q ≠ q'. *)
Definition numbered_rows (M : matrix K) : list (nat * list K) := combine (seq 0 (length M)) M.
Definition check_inverse (M N : matrix K) : bool :=
  forallb (fun p => forallb (fun q =>
    if scalar_eq_dec (dot (snd p) (snd q)) (if fst p =? fst q then one else zero) then true else false)
    (numbered_rows N)) (numbered_rows M).
Definition weighted_by (shares row : list K) : list K := map (fun p => mul (fst p) (snd p)) (combine shares row).
Definition check_orthogonal (shares : list K) (M : matrix K) : bool :=
  forallb (fun p => forallb (fun q =>
    (fst p =? fst q) || is_zero_scalar (dot (weighted_by shares (snd p)) (snd q))) (numbered_rows M))
    (numbered_rows M).
Definition gammas (shares : list K) (M : matrix K) : list K := map (fun row => dot (weighted_by shares row) row) M.

Definition check_factors (shares : list K) (incoming outgoing : matrix K) : bool :=
  let W := map (fun _ => one) shares :: incoming in
  let A := shares :: outgoing in
  (length W =? length shares) && (length A =? length shares) && rows_of_length (length shares) W &&
  rows_of_length (length shares) A && check_inverse W A.

End Splitting.

Section Inertias.

Context {K : OrderedField} (P Q : list K) (d_in d_out : nat).

Definition plus_inertia (x y : nat * nat * nat) : nat * nat * nat :=
  (fst (fst x) + fst (fst y), snd (fst x) + snd (fst y), snd x + snd y).

(** What a direction of the copies adds. *)
Definition added_inertia (bent mixed : nat * nat * nat) (γ : K) : nat * nat * nat :=
  match trichotomy γ zero with
  | inleft (left _) => (snd (fst bent), fst (fst bent), snd bent)
  | inleft (right _) => mixed
  | inright _ => bent
  end.

(** Unit t of the network, and its copies. *)
Definition check_split (seen : list (list K * list K * list K)) (u : list K * list K) (shares : list K)
    (split : unit_split K) : bool :=
  let views := unit_views P Q seen u in
  let incoming := fst (fst split) in
  check_factors shares incoming (snd (fst split)) &&
  (check_orthogonal shares (map (fun _ => one) shares :: incoming) || has_no_bend d_in d_out (snd u) views) &&
  check_inertia_of K (unit_matrix d_in d_out (snd u) views) (fst (snd split)) &&
  check_inertia_of K (unit_matrix d_in d_out (zeros_like (snd u)) views) (snd (snd split)).
Definition split_inertia (shares : list K) (split : unit_split K) : nat * nat * nat :=
  fold_right plus_inertia (0, 0, 0)
    (map (added_inertia (snd (fst (snd split))) (snd (snd (snd split)))) (gammas shares (fst (fst split)))).

End Inertias.

Definition check_splitting (K : OrderedField) (d_in d_out : nat) (P Q : list K)
    (data base units : list (list K * list K)) (β : list K) (below : inertia_block K) (splits : list (unit_split K))
    (stated : nat * nat * nat) : bool :=
  let seen := with_errors P Q base data in
  let g := copied_units base units in
  let labelled := combine (combine (map (fun t => shares_of t g β) (seq 0 (length base))) base) splits in
  let total := fold_right plus_inertia (snd below) (map (fun p => split_inertia (fst (fst p)) (snd p)) labelled) in
  check_loss P Q d_in d_out data base && check_loss P Q d_in d_out data units && check_irreducible base &&
  check_copies base units β && check_loss_inertia K d_in d_out P Q data base below && (length splits =? length base) &&
  forallb (fun p => check_split P Q d_in d_out seen (snd (fst p)) (fst (fst p)) (snd p)) labelled &&
  (fst (fst stated) =? fst (fst total)) && (snd (fst stated) =? snd (fst total)) && (snd stated =? snd total).
