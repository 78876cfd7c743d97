(** The gradient and the Hessian of the squared error of finitely many data, for a rational activation P/Q: checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedMembership CheckedInertia.
Import ListNotations.

Section Loss.

Context {K : Field} (P Q : list K).

Definition zeros_like (v : list K) : list K := map (fun _ => zero) v.
Definition argument (u x : list K * list K) : K := dot (fst u) (fst x).

(** No argument w·x is a zero of Q. *)
Definition check_arguments (data units : list (list K * list K)) : bool :=
  forallb (fun u =>
    forallb (fun x => if scalar_eq_dec (polynomial_at Q (argument u x)) zero then false else true) data) units.

(** f(x) for a datum (x, y), and f(x) − y. *)
Definition outputs_at (units : list (list K * list K)) (x : list K * list K) : list K :=
  fold_right (fun u y => scalars_plus (quotient P Q (argument u x)) y (snd u)) (zeros_like (snd x)) units.
Definition error_at (units : list (list K * list K)) (x : list K * list K) : list K :=
  scalars_plus (opp one) (outputs_at units x) (snd x).
Definition with_errors (units data : list (list K * list K)) : list (list K * list K * list K) :=
  map (fun x => (x, error_at units x)) data.

(** The derivatives in w and in a for a unit (w, a), from the data with their errors e: Σ σ'·(e·a)·x and Σ σ·e. *)
Definition unit_gradient (seen : list (list K * list K * list K)) (u : list K * list K) : list K * list K :=
  fold_right (fun p g =>
    let z := argument u (fst p) in
    (scalars_plus (mul (quotient_slope P Q z) (dot (snd p) (snd u))) (fst g) (fst (fst p)),
      scalars_plus (quotient P Q z) (snd g) (snd p))) (zeros_like (fst u), zeros_like (snd u)) seen.
Definition check_gradient (data units : list (list K * list K)) : bool :=
  let seen := with_errors units data in
  forallb (fun u => let g := unit_gradient seen u in all_zero (fst g) && all_zero (snd g)) units.

(** ** The Hessian *)

(** What is needed of a unit at a datum: x, the error, and σ, σ', σ'' at w·x. *)
Definition view : Type := (list K * list K * (K * K * K))%type.
Definition unit_views (seen : list (list K * list K * list K)) (u : list K * list K) : list view :=
  map (fun p =>
    let z := argument u (fst p) in
    (fst (fst p), snd p, (quotient P Q z, quotient_slope P Q z, quotient_bend P Q z))) seen.

(** The change of f(x), of first order, as (w, a) moves by (ω, α): σ'·(ω·x)·a + σ·α. *)
Definition change (a : list K) (v : view) (δ : list K * list K) : list K :=
  scalars_plus (mul (snd (fst (snd v))) (dot (fst δ) (fst (fst v))))
    (map (mul (fst (fst (snd v)))) (snd δ)) a.
(** ω·x, and e·(σ''·(ω·x)·a + 2σ'·α). *)
Definition turn (a : list K) (v : view) (δ : list K * list K) : K :=
  add (mul (mul (snd (snd v)) (dot (fst δ) (fst (fst v)))) (dot (snd (fst v)) a))
    (mul (add one one) (mul (snd (fst (snd v))) (dot (snd (fst v)) (snd δ)))).

(** A coordinate of the network: the number of its unit, the changes, the ω·x, and the turns, of all data. *)
Definition direction : Type := (nat * (list K * (list K * list K)))%type.
Definition direction_of (t : nat) (a : list K) (views : list view) (δ : list K * list K) : direction :=
  (t, (flat_map (fun v => change a v δ) views,
    (map (fun v => dot (fst δ) (fst (fst v))) views, map (fun v => turn a v δ) views))).

Fixpoint unit_vectors (d : nat) : list (list K) :=
  match d with
  | O => []
  | S d' => (one :: repeat zero d') :: map (cons zero) (unit_vectors d')
  end.

(** The coordinates of all w, and then those of all a. *)
Definition directions (d_in d_out : nat) (data units : list (list K * list K)) : list direction :=
  let seen := with_errors units data in
  let viewed := map (fun u => (snd u, unit_views seen u)) units in
  let numbered := combine (seq 0 (length viewed)) viewed in
  flat_map (fun p => map (fun ω => direction_of (fst p) (fst (snd p)) (snd (snd p)) (ω, repeat zero d_out))
    (unit_vectors d_in)) numbered ++
  flat_map (fun p => map (fun α => direction_of (fst p) (fst (snd p)) (snd (snd p)) (repeat zero d_in, α))
    (unit_vectors d_out)) numbered.

(** Twice the second derivative in two coordinates. *)
Definition second_derivative_of (c c' : direction) : K :=
  add (mul (add one one) (dot (fst (snd c)) (fst (snd c'))))
    (if fst c =? fst c'
     then add (dot (fst (snd (snd c))) (snd (snd (snd c')))) (dot (fst (snd (snd c'))) (snd (snd (snd c))))
     else zero).
Definition twice_hessian (d_in d_out : nat) (data units : list (list K * list K)) : matrix K :=
  let l := directions d_in d_out data units in
  map (fun c => map (second_derivative_of c) l) l.

(** There are data and units, of these dimensions, and P/Q has values at all arguments. *)
Definition check_loss (d_in d_out : nat) (data units : list (list K * list K)) : bool :=
  negb (d_in =? 0) && negb (d_out =? 0) && negb (length P =? 0) && negb (length Q =? 0) &&
  negb (length data =? 0) && negb (length units =? 0) &&
  check_shape d_in d_out data && check_shape d_in d_out units && check_arguments data units.

End Loss.

Definition check_loss_inertia (K : OrderedField) (d_in d_out : nat) (P Q : list K)
    (data units : list (list K * list K)) (block : inertia_block K) : bool :=
  check_loss P Q d_in d_out data units && check_inertia_of K (twice_hessian P Q d_in d_out data units) block.
