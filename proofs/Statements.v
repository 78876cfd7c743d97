(** * What is proved

    This file holds every definition and every statement that the theories prove, and no proof: read it beside
    Şimşek et al., "Geometry of the loss landscape in overparameterized neural networks" (ICML 2021). A statement
    [ReductionConfluent] is proved by a theorem [reduction_confluent] of the theory that [Audit.v] names.

    Trust in a theorem is trust in Coq's kernel and in this file. *)

From Coq Require Import List Arith ZArith QArith Permutation Relations Field_theory.
From Coq Require Qcanon.
Import ListNotations.

Local Open Scope nat_scope.

(** * Scalars and vectors

    The paper works over the reals. Nothing here needs more than a field with decidable equality: the theorems hold
    over the rationals, where this product computes, and over every larger field. *)

Record Field := {
  scalar :> Type;
  zero : scalar;
  one : scalar;
  add : scalar -> scalar -> scalar;
  mul : scalar -> scalar -> scalar;
  opp : scalar -> scalar;
  inv : scalar -> scalar;
  field_laws :
    field_theory zero one add mul (fun x y => add x (opp y)) opp (fun x y => mul x (inv y)) inv (@eq scalar);
  scalar_eq_dec : forall x y : scalar, {x = y} + {x <> y}
}.

Arguments zero {_}.
Arguments one {_}.
Arguments add {_} _ _.
Arguments mul {_} _ _.
Arguments opp {_} _.
Arguments inv {_} _.
Arguments scalar_eq_dec {_} _ _.

(** The scalar 1 + ... + 1, n times. *)
Fixpoint of_nat {K : Field} (n : nat) : K := match n with O => zero | S n' => add one (of_nat n') end.

(** No multiple of 1 vanishes: the field includes the rationals. *)
Definition characteristic_zero (K : Field) : Prop := forall n, @of_nat K (S n) <> zero.

Record VectorSpace (K : Field) := {
  vector :> Type;
  vzero : vector;
  vadd : vector -> vector -> vector;
  scale : K -> vector -> vector;
  vadd_comm : forall u v, vadd u v = vadd v u;
  vadd_assoc : forall u v w, vadd u (vadd v w) = vadd (vadd u v) w;
  vadd_zero : forall v, vadd vzero v = v;
  scale_zero : forall v, scale zero v = vzero;
  scale_one : forall v, scale one v = v;
  scale_mul : forall s t v, scale (mul s t) v = scale s (scale t v);
  scale_add_scalar : forall s t v, scale (add s t) v = vadd (scale s v) (scale t v);
  scale_add_vector : forall s u v, scale s (vadd u v) = vadd (scale s u) (scale s v);
  vector_eq_dec : forall u v : vector, {u = v} + {u <> v}
}.

Arguments vector {_} _.
Arguments vzero {_ _}.
Arguments vadd {_ _} _ _.
Arguments scale {_ _} _ _.
Arguments vector_eq_dec {_ _} _ _.

(** Sum of a list of vectors, of scalars. *)
Definition vsum {K : Field} {V : VectorSpace K} (l : list V) : V := fold_right vadd vzero l.
Definition sum {K : Field} (l : list K) : K := fold_right add zero l.

(** The point (1 − s)·x + s·y of the line through x and y; s in [0,1] gives the segment. *)
Definition scalar_towards {K : Field} (s x y : K) : K := add (mul (add one (opp s)) x) (mul s y).
Definition scalars_towards {K : Field} (s : K) (x y : list K) : list K :=
  map (fun p => scalar_towards s (fst p) (snd p)) (combine x y).
Definition vector_towards {K : Field} {V : VectorSpace K} (s : K) (x y : V) : V :=
  vadd (scale (add one (opp s)) x) (scale s y).

(** [S] is an affine subspace of dimension [n]: the image of K^n (lists of n scalars, the free coordinates) under an
    injective affine map. A map is affine if it takes lines to lines at the same pace; [towards] says what that means
    in the space at hand. Over the field of two elements, whose lines have two points, this says only that [S] has 2^n
    points. *)
Definition affine_of_dimension {K : Field} {X : Type} (towards : K -> X -> X -> X) (S : X -> Prop) (n : nat) : Prop :=
  exists f : list K -> X,
    (forall x, length x = n -> S (f x)) /\
    (forall p, S p -> exists x, length x = n /\ f x = p) /\
    (forall x y, length x = n -> length y = n -> f x = f y -> x = y) /\
    (forall s x y, length x = n -> length y = n -> f (scalars_towards s x y) = towards s (f x) (f y)).

Definition vector_dimension {K : Field} (V : VectorSpace K) (n : nat) : Prop :=
  affine_of_dimension (@vector_towards K V) (fun _ => True) n.

(** * Networks, §2

    A unit is a pair (w, a) of an incoming vector in [W] = K^{d_in} and an outgoing vector in [A] = K^{d_out}; a network
    θ is a list of units. *)

Section Networks.

Context {K : Field} {W A : VectorSpace K}.

Definition neuron : Type := (W * A)%type.
Definition network : Type := list neuron.

Definition neuron_towards (s : K) (u v : neuron) : neuron :=
  (vector_towards s (fst u) (fst v), vector_towards s (snd u) (snd v)).
Definition network_towards (s : K) (θ θ' : network) : network :=
  map (fun p => neuron_towards s (fst p) (snd p)) (combine θ θ').

(** f(x|θ) = Σ_i a_i σ(w_i·x). Here [activation w] stands for σ(w·x): a theorem for every [activation] is one for
    every σ and every input x. *)
Definition output (activation : W -> K) (θ : network) : A :=
  vsum (map (fun u => scale (activation (fst u)) (snd u)) θ).
Definition same_function (θ θ' : network) : Prop := forall activation, output activation θ = output activation θ'.

(** μ_θ(w) = Σ_{i : w_i = w} a_i *)
Definition measure (θ : network) (w : W) : A :=
  vsum (map snd (filter (fun u => if vector_eq_dec (fst u) w then true else false) θ)).
Definition same_measure (θ θ' : network) : Prop := forall w, measure θ w = measure θ' w.

(** Definition 2.2: H_{i1,...,ik}, the units of the indices are equal. *)
Definition symmetry_subspace (m : nat) (indices : list nat) (θ : network) : Prop :=
  length θ = m /\ forall i j, In i indices -> In j indices -> nth_error θ i = nth_error θ j.

(** * Reduction, Definition 3.1 *)

Definition irreducible (θ : network) : Prop := NoDup (map fst θ) /\ ~ In vzero (map snd θ).

(** Case 1: two units with the same incoming vector become one; case 2: a unit with outgoing vector 0 is dropped. *)
Inductive reduction_step : network -> network -> Prop :=
  | merge : forall l1 l2 l3 w a b,
      reduction_step (l1 ++ (w, a) :: l2 ++ (w, b) :: l3) (l1 ++ l2 ++ (w, vadd a b) :: l3)
  | drop : forall l1 l2 w, reduction_step (l1 ++ (w, vzero) :: l2) (l1 ++ l2).

Definition reduces_to : network -> network -> Prop := clos_refl_trans network reduction_step.

End Networks.

Arguments network {K} W A.

(** * Labelled partitions

    The paper's subspaces P_π Γ_s, each named once: to every one of m units a code, either the label t of the unit it
    copies (labels start at 0 here), or the number of its zero block; zero blocks are numbered as they first appear. *)

Inductive code := Label (t : nat) | Zero (z : nat).

Definition code_eq_dec : forall c d : code, {c = d} + {c <> d}.
Proof. decide equality; apply Nat.eq_dec. Defined.

Fixpoint zeros_in_order (next : nat) (P : list code) : Prop :=
  match P with
  | [] => True
  | Label _ :: P' => zeros_in_order next P'
  | Zero z :: P' => (z < next /\ zeros_in_order next P') \/ (z = next /\ zeros_in_order (S next) P')
  end.

Definition labelled_partition (r m : nat) (P : list code) : Prop :=
  length P = m /\ (forall t, In (Label t) P <-> t < r) /\ zeros_in_order 0 P.

Definition is_zero (c : code) : bool := match c with Label _ => false | Zero _ => true end.

(** The number j of zero blocks. *)
Definition zero_blocks (P : list code) : nat := length (nodup code_eq_dec (filter is_zero P)).

(** A surjection g of [m] onto [r]: the values g(1), ..., g(m). *)
Definition surjection (r m : nat) (g : list nat) : Prop := length g = m /\ forall t, In t g <-> t < r.

(** A surjective partial map g of [m] onto [r]: the values g(1), ..., g(m), and [None] where g is not defined. *)
Definition partial_surjection (r m : nat) (g : list (option nat)) : Prop :=
  length g = m /\ forall t, In (Some t) g <-> t < r.

(** The values of g where it is defined. *)
Definition defined_values (g : list (option nat)) : list nat :=
  flat_map (fun v => match v with Some t => [t] | None => [] end) g.

(** The cells of X_{r,m} are the products of simplices ∏_t Δ(g⁻¹(t)), one for each surjective partial map g. Such a
    product has dimension Σ_t (|g⁻¹(t)| − 1). *)
Definition cell_of_dimension (r m d : nat) (g : list (option nat)) : Prop :=
  partial_surjection r m g /\ length (defined_values g) = r + d.

(** g is a facet of h: a face of one dimension less. h extends g by one place. *)
Definition facet (g h : list (option nat)) : Prop :=
  exists before after t, g = before ++ None :: after /\ h = before ++ Some t :: after.

(** A matching of the cells of a set: it pairs some of them, and each pair is a cell and a facet of it. A cell that it
    leaves fixed has no partner, and is called critical. *)
Definition matching (cell : list (option nat) -> Prop) (mate : list (option nat) -> list (option nat)) : Prop :=
  forall g, cell g -> cell (mate g) /\ mate (mate g) = g /\ (mate g = g \/ facet g (mate g) \/ facet (mate g) g).

(** From a cell up to its partner, and down to another facet of that. *)
Definition gradient_step (cell : list (option nat) -> Prop) (mate : list (option nat) -> list (option nat))
    (g h : list (option nat)) : Prop :=
  cell g /\ cell h /\ facet g (mate g) /\ facet h (mate g) /\ h <> g.

(** No such steps lead from a cell back to itself. *)
Definition acyclic (cell : list (option nat) -> Prop) (mate : list (option nat) -> list (option nat)) : Prop :=
  forall g, ~ clos_trans _ (gradient_step cell mate) g g.

(** l' = P_π l = (l_π(1), ..., l_π(m)), where [π] is the list of the π(i); places start at 0 here. *)
Definition permuted {X : Type} (π : list nat) (l l' : list X) : Prop :=
  length l' = length π /\ forall i j, nth_error π i = Some j -> nth_error l' i = nth_error l j.

(** * The expansion manifold, Definitions 3.2 and 3.3 *)

Section Expansion.

Context {K : Field} {W A : VectorSpace K}.

(** Sum of the outgoing vectors of the units with code [c]. *)
Definition block_sum (c : code) (P : list code) (θ : network W A) : A :=
  vsum (map (fun p => snd (snd p)) (filter (fun p => if code_eq_dec (fst p) c then true else false) (combine P θ))).

(** The affine subspace of P: incoming vectors are those of [base] on labelled blocks and equal on each zero block;
    outgoing vectors sum to the unit's of [base] on labelled blocks and to 0 on zero blocks. *)
Definition Gamma (base : network W A) (P : list code) (θ : network W A) : Prop :=
  length θ = length P /\
  (forall t u v, In (Label t, u) (combine P θ) -> nth_error base t = Some v -> fst u = fst v) /\
  (forall z u v, In (Zero z, u) (combine P θ) -> In (Zero z, v) (combine P θ) -> fst u = fst v) /\
  (forall t v, nth_error base t = Some v -> block_sum (Label t) P θ = snd v) /\
  (forall z, block_sum (Zero z) P θ = vzero).

(** Θ_{r→m}(base), by labelled partitions. *)
Definition Theta (base : network W A) (m : nat) (θ : network W A) : Prop :=
  exists P, labelled_partition (length base) m P /\ Gamma base P θ.

(** Γ_s as in (3): s = (k_1..k_r, b_1..b_j) puts the blocks one behind the other. *)
Fixpoint blocks {X : Type} (make : nat -> X) (first : nat) (sizes : list nat) : list X :=
  match sizes with [] => [] | k :: sizes' => repeat (make first) k ++ blocks make (S first) sizes' end.
Definition Gamma_s (base : network W A) (k b : list nat) : network W A -> Prop :=
  Gamma base (blocks Label 0 k ++ blocks Zero 0 b).

(** Definition 3.3 as printed: the union of P_π Γ_s over all s with sum m and all permutations π. *)
Definition Theta_as_in_paper (base : network W A) (m : nat) (θ : network W A) : Prop :=
  exists k b θ',
    length k = length base /\ (forall x, In x k -> 1 <= x) /\ list_sum k + list_sum b = m /\
    Gamma_s base k b θ' /\ Permutation θ' θ.

(** [S] is one of the subspaces P_π Γ_s of Definition 3.3. *)
Definition paper_subspace (base : network W A) (m : nat) (S : network W A -> Prop) : Prop :=
  exists k b π,
    length k = length base /\ (forall x, In x k -> 1 <= x) /\ list_sum k + list_sum b = m /\
    Permutation π (seq 0 m) /\ forall θ, S θ <-> exists θ', Gamma_s base k b θ' /\ permuted π θ' θ.

(** A segment from θ to θ' inside S, in fact the whole line through them (over a finite field that is finitely many
    points, over two elements the two ends only). *)
Definition segment_inside (S : network W A -> Prop) (θ θ' : network W A) : Prop :=
  length θ = length θ' /\ forall s, S (network_towards s θ θ').

(** Finitely many segments inside S, one behind the other. *)
Definition joined_by_segments (S : network W A -> Prop) : network W A -> network W A -> Prop :=
  clos_refl_trans (network W A) (segment_inside S).

(** Definition 4.1: w_i = w_{g(i)} and a_i = β_i a_{g(i)}, where the β_i of a block sum to 1. *)
Definition Gamma_bar (base : network W A) (g : list nat) (θ : network W A) : Prop :=
  exists β : list K,
    length β = length g /\
    θ = map (fun p => let u := nth (fst p) base (vzero, vzero) in (fst u, scale (snd p) (snd u))) (combine g β) /\
    forall t, t < length base -> sum (map snd (filter (fun p => fst p =? t) (combine g β))) = one.

(** [S] is one of the subspaces of Definition 4.1 as printed: P_π of the one for s = (k_1..k_r), whose blocks lie one
    behind the other. *)
Definition paper_critical (base : network W A) (m : nat) (S : network W A -> Prop) : Prop :=
  exists k π,
    length k = length base /\ (forall x, In x k -> 1 <= x) /\ list_sum k = m /\ Permutation π (seq 0 m) /\
    forall θ, S θ <-> exists θ', Gamma_bar base (blocks (fun t => t) 0 k) θ' /\ permuted π θ' θ.

(** Units i and j are in one block of the join P ∨ Q. *)
Definition joined (P Q : list code) : nat -> nat -> Prop :=
  clos_refl_trans nat (fun i j => i < length P /\ j < length P /\
    (nth_error P i = nth_error P j \/ nth_error Q i = nth_error Q j)).

(** Zero loss: the network gives every data point (x, y) its y; [activation x] is w ↦ σ(w·x). *)
Definition zero_loss {X : Type} (activation : X -> W -> K) (data : list (X * A)) (θ : network W A) : Prop :=
  forall x y, In (x, y) data -> output (activation x) θ = y.

End Expansion.

(** * Activations with a symmetry

    The paper excludes activations that are odd, as tanh is, or even. For them a unit (w, a) computes the same as its
    mirror image: (−w, −a) if σ is odd, (−w, a) if it is even. *)

Inductive parity := Odd | Even.

Section Mirrored.

Context {K : Field} {W A : VectorSpace K} (p : parity).

(** σ(−z) = ±σ(z) *)
Definition parity_sign : K := match p with Odd => opp one | Even => one end.
Definition opposite (w : W) : W := scale (opp one) w.
Definition mirrored (u : W * A) : W * A := (opposite (fst u), scale parity_sign (snd u)).

(** The same function for every σ of this parity. *)
Definition has_parity (activation : W -> K) : Prop :=
  forall w, activation (opposite w) = mul parity_sign (activation w).
Definition same_signed_function (θ θ' : network W A) : Prop :=
  forall activation, has_parity activation -> output activation θ = output activation θ'.

(** The odd or even measure, μ(w) ± μ(−w). *)
Definition signed_measure (θ : network W A) (w : W) : A :=
  vadd (measure θ w) (scale parity_sign (measure θ (opposite w))).
Definition same_signed_measure (θ θ' : network W A) : Prop := forall w, signed_measure θ w = signed_measure θ' w.

(** Reduction also merges a unit with a mirrored one, and drops a unit of incoming vector 0 if σ is odd: then σ(0) = 0,
    so the unit is silent. *)
Inductive signed_step : network W A -> network W A -> Prop :=
  | unsigned_step : forall θ θ', reduction_step θ θ' -> signed_step θ θ'
  | merge_mirrored : forall l1 l2 l3 w a b,
      signed_step (l1 ++ (w, a) :: l2 ++ mirrored (w, b) :: l3) (l1 ++ l2 ++ (w, vadd a b) :: l3)
  | drop_silent : forall l1 l2 a, p = Odd -> signed_step (l1 ++ (vzero, a) :: l2) (l1 ++ l2).

Definition signed_reduces_to : network W A -> network W A -> Prop := clos_refl_trans (network W A) signed_step.

(** No two incoming vectors are opposite, and none is 0 if σ is odd; if σ is even, 0 is opposite to itself only. *)
Definition signed_irreducible (θ : network W A) : Prop :=
  irreducible θ /\ forall u v, In u θ -> In v θ -> fst u = opposite (fst v) -> p = Even /\ u = v.

(** Some units are mirrored. *)
Definition flipped (θ θ' : network W A) : Prop := Forall2 (fun u v => v = u \/ v = mirrored u) θ θ'.
Definition same_up_to_mirrors (θ θ' : network W A) : Prop := exists φ, flipped θ φ /\ Permutation φ θ'.

(** Every unit has a code and a sign, [true] if it is mirrored, or else it is silent and has [None]. *)
Definition signed_code : Type := option (code * bool).

(** The codes and signs of the units that aren't silent. *)
Definition audible (P : list signed_code) : list (code * bool) :=
  flat_map (fun c => match c with Some d => [d] | None => [] end) P.

(** Signed labelled partitions: for an even σ no unit is silent. Mirroring all units of a zero block changes nothing, so
    its first unit isn't mirrored. *)
Definition signed_partition (r m : nat) (P : list signed_code) : Prop :=
  length P = m /\ (p = Even -> ~ In None P) /\
  labelled_partition r (length (audible P)) (map fst (audible P)) /\
  forall l1 z l2, audible P = l1 ++ (Zero z, true) :: l2 -> In (Zero z, false) l1.

(** The units that aren't silent, those that P says to be mirrored turned back. *)
Definition turned_back (P : list signed_code) (θ : network W A) : network W A :=
  flat_map (fun q : signed_code * (W * A) => match fst q with
    | Some (_, mirror) => [if mirror then mirrored (snd q) else snd q]
    | None => []
    end) (combine P θ).

(** The affine subspace of P: silent units have incoming vector 0; the others, turned back, form a point of the subspace
    of their codes. *)
Definition signed_Gamma (base : network W A) (P : list signed_code) (θ : network W A) : Prop :=
  length θ = length P /\ (forall u, In (None, u) (combine P θ) -> fst u = vzero) /\
  Gamma base (map fst (audible P)) (turned_back P θ).

(** Their union. *)
Definition signed_Theta (base : network W A) (m : nat) (θ : network W A) : Prop :=
  exists P, signed_partition (length base) m P /\ signed_Gamma base P θ.

End Mirrored.

(** * Networks of several layers, §5

    A network is the list of its matrices W^(1), ..., W^(L), each the list of its rows. *)

Section Layers.

Context {K : Field}.

Definition matrix : Type := list (list K).

Definition dot (u v : list K) : K := sum (map (fun p => mul (fst p) (snd p)) (combine u v)).
Definition times (M : matrix) (x : list K) : list K := map (fun row => dot row x) M.

(** f(x|θ) = W^(L) σ(W^(L−1) σ(... σ(W^(1) x))), where σ acts on each entry. *)
Fixpoint layers_output (σ : K -> K) (θ : list matrix) (x : list K) : list K :=
  match θ with
  | [] => x
  | [M] => times M x
  | M :: θ' => layers_output σ θ' (map σ (times M x))
  end.

(** With weights in K such a network computes in every vector space L over K, as a real network with weights in a
    countable field K ⊂ ℝ does in ℝ. No finite number of vectors spans an infinite-dimensional space. *)
Definition times_over {L : VectorSpace K} (M : matrix) (x : list L) : list L :=
  map (fun row => vsum (map (fun p => scale (fst p) (snd p)) (combine row x))) M.
Fixpoint layers_values {L : VectorSpace K} (σ : L -> L) (θ : list matrix) (x : list L) : list L :=
  match θ with
  | [] => x
  | [M] => times_over M x
  | M :: θ' => layers_values σ θ' (map σ (times_over M x))
  end.
Definition infinite_dimensional (L : VectorSpace K) : Prop :=
  forall l : list L, exists v : L, forall terms : list (K * L),
    incl (map snd terms) l -> v <> vsum (map (fun p => scale (fst p) (snd p)) terms).

(** With biases: the first entry of each row is one, and e is what it is multiplied with, 1 in ℝ. *)
Fixpoint biased_values {L : VectorSpace K} (e : L) (σ : L -> L) (θ : list matrix) (x : list L) : list L :=
  match θ with
  | [] => x
  | [M] => times_over M (e :: x)
  | M :: θ' => biased_values e σ θ' (map σ (times_over M (e :: x)))
  end.
Fixpoint biased_shaped (d_in d_out : nat) (θ : list matrix) : Prop :=
  match θ with
  | [] => d_in = d_out
  | M :: θ' => (forall row, In row M -> length row = S d_in) /\ biased_shaped (length M) d_out θ'
  end.
(** In every hidden layer no two units have one row, bias and all, and each unit is read. *)
Definition biased_irreducible (θ : list matrix) : Prop :=
  forall before M M' after, θ = before ++ M :: M' :: after ->
    NoDup M /\ forall i, i < length M -> exists row, In row M' /\ nth (S i) row zero <> zero.
(** θ is θ' with the hidden units of each layer renumbered: unit i of θ is unit π_i of θ'. What enters, and so the
    columns of the first matrix behind the bias, is renumbered by ρ. *)
Fixpoint renumbered (ρ : list nat) (θ θ' : list matrix) : Prop :=
  let columns := map (fun row => map (fun j => nth j row zero) (0 :: map S ρ)) in
  match θ, θ' with
  | [M], [N] => M = columns N
  | M :: θ1, N :: θ1' => exists π, Permutation π (seq 0 (length N)) /\
      M = columns (map (fun i => nth i N []) π) /\ renumbered π θ1 θ1'
  | _, _ => False
  end.

(** The shapes fit: the rows of W^(1) have d_in entries, those of every other matrix one for each row of the matrix
    before it, and W^(L) has d_out rows. *)
Fixpoint shaped (d_in d_out : nat) (θ : list matrix) : Prop :=
  match θ with
  | [] => d_in = d_out
  | M :: θ' => (forall row, In row M -> length row = d_in) /\ shaped (length M) d_out θ'
  end.

(** The pair (W^(l), W^(l+1)) as a list of units: unit i has row i of W^(l) as incoming and column i of W^(l+1) as
    outgoing vector. *)
Definition pair_units (M M' : matrix) : list (list K * list K) :=
  map (fun i => (nth i M [], map (fun row => nth i row zero) M')) (seq 0 (length M)).

(** Entry j of μ(w) = Σ_{i : w_i = w} a_i *)
Definition units_measure (units : list (list K * list K)) (w : list K) (j : nat) : K :=
  sum (map (fun u => nth j (snd u) zero)
    (filter (fun u => if list_eq_dec scalar_eq_dec (fst u) w then true else false) units)).
Definition same_units_measure (units units' : list (list K * list K)) : Prop :=
  forall w j, units_measure units w j = units_measure units' w j.

(** Definition 3.1 for such units. *)
Inductive unit_reduction : list (list K * list K) -> list (list K * list K) -> Prop :=
  | merge_units : forall l1 l2 l3 w a b,
      unit_reduction (l1 ++ (w, a) :: l2 ++ (w, b) :: l3)
        (l1 ++ l2 ++ (w, map (fun p => add (fst p) (snd p)) (combine a b)) :: l3)
  | drop_unit : forall l1 l2 w a, (forall s, In s a -> s = zero) -> unit_reduction (l1 ++ (w, a) :: l2) (l1 ++ l2).

(** One pair of neighbouring matrices is replaced by another, whose units are related to the old ones; d_in and d_out
    are those of the network. *)
Definition at_one_layer (d_in d_out : nat) (related : list (list K * list K) -> list (list K * list K) -> Prop)
    (θ θ' : list matrix) : Prop :=
  shaped d_in d_out θ /\ shaped d_in d_out θ' /\
  exists before M M' N N' after,
    θ = before ++ M :: M' :: after /\ θ' = before ++ N :: N' :: after /\ length M' = length N' /\
    related (pair_units M M') (pair_units N N').

(** Expansion (or its inverse) at one layer: the pair changes within the fibre of its measure. *)
Definition layer_replacement (d_in d_out : nat) : list matrix -> list matrix -> Prop :=
  at_one_layer d_in d_out same_units_measure.
(** A step of reduction at one layer. *)
Definition layer_reduction (d_in d_out : nat) : list matrix -> list matrix -> Prop :=
  at_one_layer d_in d_out unit_reduction.
(** The hidden units of one layer are permuted. *)
Definition layer_permutation (d_in d_out : nat) : list matrix -> list matrix -> Prop :=
  at_one_layer d_in d_out (@Permutation (list K * list K)).

(** With biases the units of a pair have row i of M, bias and all, as incoming vector, and as outgoing one column i of
    M' without its biases. These, the first column of M', stay as they are where a pair is replaced. *)
Definition biased_units (M M' : matrix) : list (list K * list K) := pair_units M (map (@tl K) M').
Definition biased_at_one_layer (d_in d_out : nat) (related : list (list K * list K) -> list (list K * list K) -> Prop)
    (θ θ' : list matrix) : Prop :=
  biased_shaped d_in d_out θ /\ biased_shaped d_in d_out θ' /\
  exists before M M' N N' after,
    θ = before ++ M :: M' :: after /\ θ' = before ++ N :: N' :: after /\ map (hd zero) M' = map (hd zero) N' /\
    related (biased_units M M') (biased_units N N').
Definition biased_replacement (d_in d_out : nat) : list matrix -> list matrix -> Prop :=
  biased_at_one_layer d_in d_out same_units_measure.
Definition biased_reduction (d_in d_out : nat) : list matrix -> list matrix -> Prop :=
  biased_at_one_layer d_in d_out unit_reduction.
Definition biased_permutation (d_in d_out : nat) : list matrix -> list matrix -> Prop :=
  biased_at_one_layer d_in d_out (@Permutation (list K * list K)).

(** No step of reduction is possible at any layer. *)
Definition irreducible_layers (d_in d_out : nat) (θ : list matrix) : Prop :=
  forall θ', ~ layer_reduction d_in d_out θ θ'.

(** The subspace of P as [Gamma] has it, of units that are lists of coordinates; their union over all P. *)
Definition units_block_sum (c : code) (P : list code) (units : list (list K * list K)) (j : nat) : K :=
  sum (map (fun p => nth j (snd (snd p)) zero)
    (filter (fun p => if code_eq_dec (fst p) c then true else false) (combine P units))).
Definition units_Gamma (P : list code) (base units : list (list K * list K)) : Prop :=
  length units = length P /\
  (forall t u v, In (Label t, u) (combine P units) -> nth_error base t = Some v -> fst u = fst v) /\
  (forall z u v, In (Zero z, u) (combine P units) -> In (Zero z, v) (combine P units) -> fst u = fst v) /\
  (forall t v j, nth_error base t = Some v -> units_block_sum (Label t) P units j = nth j (snd v) zero) /\
  (forall z j, units_block_sum (Zero z) P units j = zero).
Definition units_Theta (m : nat) (base units : list (list K * list K)) : Prop :=
  exists P, labelled_partition (length base) m P /\ units_Gamma P base units.

(** Definition 4.1 for such units. *)
Definition units_Gamma_bar (g : list nat) (base units : list (list K * list K)) : Prop :=
  exists β : list K,
    length β = length g /\
    units = map (fun p => let u := nth (fst p) base ([], []) in (fst u, map (mul (snd p)) (snd u))) (combine g β) /\
    forall t, t < length base -> sum (map snd (filter (fun p => fst p =? t) (combine g β))) = one.

(** (N, N') can stand in a network for (M, M'), and its units are related to those: rows of N have d_in entries, those
    of N' one for each row of N, and N' has as many rows as M'. *)
Definition pair_replaced (d_in : nat) (related : list (list K * list K) -> list (list K * list K) -> Prop)
    (M M' N N' : matrix) : Prop :=
  (forall row, In row N -> length row = d_in) /\ (forall row, In row N' -> length row = length N) /\
  length N' = length M' /\ related (pair_units M M') (pair_units N N').

(** Equation (8): the pair of the last hidden layer is expanded first; then that of the hidden layer before, with its
    second matrix as it is by now; and so on to the first. There is one of the [choices] for each hidden layer. *)
Fixpoint last_to_first {C : Type} (related : C -> list (list K * list K) -> list (list K * list K) -> Prop)
    (d_in : nat) (θ : list matrix) (choices : list C) (φ : list matrix) : Prop :=
  match θ with
  | [] => False
  | M :: θ' =>
      match choices with
      | [] => θ' = [] /\ φ = [M]
      | c :: choices' => exists M' N N' after,
          last_to_first related (length M) θ' choices' (M' :: after) /\
          pair_replaced d_in (related c) M M' N N' /\ φ = N :: N' :: after
      end
  end.

(** The other order: the pair of the first hidden layer is expanded first, and so on to the last. *)
Fixpoint first_to_last {C : Type} (related : C -> list (list K * list K) -> list (list K * list K) -> Prop)
    (d_in : nat) (θ : list matrix) (choices : list C) (φ : list matrix) : Prop :=
  match choices with
  | [] => exists M, θ = [M] /\ φ = [M]
  | c :: choices' => exists M M' after N N' ψ,
      θ = M :: M' :: after /\ pair_replaced d_in (related c) M M' N N' /\
      first_to_last related (length N) (N' :: after) choices' ψ /\ φ = N :: ψ
  end.

(** The affine subspace of a tuple of labelled partitions, one for each hidden layer; the critical one of a tuple of
    surjections; and the expansion manifold in networks of hidden widths m_1, ..., m_{L−1}. *)
Definition layers_Gamma : nat -> list matrix -> list (list code) -> list matrix -> Prop := last_to_first units_Gamma.
Definition layers_Gamma_bar : nat -> list matrix -> list (list nat) -> list matrix -> Prop :=
  last_to_first units_Gamma_bar.
Definition layers_Theta : nat -> list matrix -> list nat -> list matrix -> Prop := last_to_first units_Theta.

(** Hidden layers have as many units as the matrix before them has rows. *)
Definition hidden_widths (θ : list matrix) : list nat := map (@length (list K)) (removelast θ).

(** There is one of the [choices] for each hidden layer, and it fits to the widths r_l in θ and m_l. *)
Definition for_widths {C : Type} (fits : nat -> nat -> C -> Prop) (θ : list matrix) (m : list nat)
    (choices : list C) : Prop :=
  length m = length (hidden_widths θ) /\
  Forall2 (fun rm c => fits (fst rm) (snd rm) c) (combine (hidden_widths θ) m) choices.

(** What §5 supposes of θ: it is irreducible in every hidden layer, and no layer is empty. *)
Definition irreducible_base (d_in d_out : nat) (θ : list matrix) : Prop :=
  θ <> [] /\ 1 <= d_in /\ shaped d_in d_out θ /\ irreducible_layers d_in d_out θ /\ ~ In 0 (hidden_widths θ).

(** Φ_P: V^(l), whose columns have the codes Q and whose rows the codes P, stands for W^(l) if over the columns of each
    label the rows of label t sum to the entry of row t of W^(l), and over those of a zero block to 0, and the rows of
    each zero block have the same sums, whatever these are. Inputs and outputs are labelled one by one. *)
Definition row_sum (c : code) (Q : list code) (row : list K) : K :=
  sum (map snd (filter (fun p => if code_eq_dec (fst p) c then true else false) (combine Q row))).
Definition stands_for (Q P : list code) (W V : matrix) : Prop :=
  length V = length P /\ (forall row, In row V -> length row = length Q) /\
  (forall i t row w, nth_error P i = Some (Label t) -> nth_error V i = Some row -> nth_error W t = Some w ->
    (forall s, s < length w -> row_sum (Label s) Q row = nth s w zero) /\ forall z, row_sum (Zero z) Q row = zero) /\
  (forall i j z row row', nth_error P i = Some (Zero z) -> nth_error P j = Some (Zero z) ->
    nth_error V i = Some row -> nth_error V j = Some row' -> forall c, row_sum c Q row = row_sum c Q row').
Fixpoint layers_Phi (Q : list code) (P : list (list code)) (θ φ : list matrix) : Prop :=
  match θ, φ, P with
  | [W], [V], [] => stands_for Q (map Label (seq 0 (length W))) W V
  | W :: θ', V :: φ', P1 :: P' => stands_for Q P1 W V /\ layers_Phi P1 P' θ' φ'
  | _, _, _ => False
  end.

(** The point (1 − s)·φ + s·φ' of the line through two networks; a line inside S. *)
Definition layers_towards (s : K) (φ φ' : list matrix) : list matrix :=
  map (fun p => map (fun q => scalars_towards s (fst q) (snd q)) (combine (fst p) (snd p))) (combine φ φ').
Definition layers_segment_inside (S : list matrix -> Prop) (φ φ' : list matrix) : Prop :=
  S φ /\ S φ' /\ forall s, S (layers_towards s φ φ').

End Layers.

Arguments matrix K : clear implicits.

(** * Ordered fields, and what a function is at 0

    An order that sums and products keep; ℚ and ℝ have one, and are Archimedean. *)

Record OrderedField := {
  ordered :> Field;
  less : ordered -> ordered -> Prop;
  less_irreflexive : forall x, ~ less x x;
  less_transitive : forall x y z, less x y -> less y z -> less x z;
  trichotomy : forall x y, {less x y} + {x = y} + {less y x};
  less_add : forall x y z, less x y -> less (add x z) (add y z);
  less_mul : forall x y, less zero x -> less zero y -> less zero (mul x y)
}.

Arguments less {_} _ _.
Arguments trichotomy {_} _ _.

Definition archimedean (K : OrderedField) : Prop := forall x : K, exists n, less x (of_nat n).

(** x ≤ y, and |x| ≤ b *)
Definition at_most {K : OrderedField} (x y : K) : Prop := less x y \/ x = y.
Definition within {K : OrderedField} (x b : K) : Prop := at_most (opp b) x /\ at_most x b.

Fixpoint power {K : Field} (x : K) (n : nat) : K := match n with O => one | S n' => mul x (power x n') end.

(** Σ_{k ≤ n} s_k t^k *)
Definition polynomial {K : Field} (s : nat -> K) (n : nat) (t : K) : K :=
  sum (map (fun k => mul (s k) (power t k)) (seq 0 (S n))).

(** σ(t) = Σ_{k ≤ n} s_k t^k + o(t^n) as t → 0, for every n: over ℝ every σ that is C^∞ near 0 has this, with s_k =
    σ^(k)(0)/k! (Taylor's theorem in Peano's form), and no other property of σ is used. *)
Definition expands {K : OrderedField} (σ : K -> K) (s : nat -> K) : Prop :=
  forall n ε, less zero ε -> exists δ, less zero δ /\
    forall t u, within t u -> less u δ -> within (add (σ t) (opp (polynomial s n t))) (mul ε (power u n)).

(** For infinitely many n. *)
Definition often (P : nat -> Prop) : Prop := forall first, exists n, first <= n /\ P n.

(** The coefficients of a derivative, term by term. *)
Definition series_derivative {K : Field} (s : nat -> K) (n : nat) : K := mul (of_nat (S n)) (s (S n)).

(** Also the derivative σ' expands, term by term: over ℝ every σ that is C^∞ near 0 has this. *)
Definition expands_with_derivative {K : OrderedField} (σ σ' : K -> K) (s : nat -> K) : Prop :=
  expands σ s /\ expands σ' (series_derivative s).

(** What is used of the sigmoid 1/(1 + e^{−t}): σ(0) = 1/2, and σ' = σ − σ². *)
Definition sigmoid_at_zero {K : OrderedField} (σ : K -> K) (s : nat -> K) : Prop :=
  add (σ zero) (σ zero) = one /\ expands_with_derivative σ (fun t => add (σ t) (opp (mul (σ t) (σ t)))) s.

(** And of softplus ln(1 + e^t): it is ln 2 > 0 at 0, and its derivative is the sigmoid. *)
Definition softplus_at_zero {K : OrderedField} (σ : K -> K) (s : nat -> K) : Prop :=
  less zero (σ zero) /\ exists σ' s', sigmoid_at_zero σ' s' /\ expands_with_derivative σ σ' s.

(** The condition of Theorem 4.2 on the derivatives of σ at 0. *)
Definition meets_condition {K : OrderedField} (s : nat -> K) : Prop :=
  s 0 <> zero /\ often (fun n => Nat.Even n /\ s n <> zero) /\ often (fun n => Nat.Odd n /\ s n <> zero).

(** V is K^d, or a subspace of it: a vector's coordinates. *)
Definition coordinates {K : Field} {V : VectorSpace K} (d : nat) (c : V -> list K) : Prop :=
  (forall v, length (c v) = d) /\ (forall u v, c u = c v -> u = v) /\
  (forall u v j, nth j (c (vadd u v)) zero = add (nth j (c u) zero) (nth j (c v) zero)) /\
  (forall s v j, nth j (c (scale s v)) zero = mul s (nth j (c v) zero)).

(** f(x|θ) = f(x|θ') for all x in K^d, where w·x is formed with the coordinates of w. *)
Definition same_outputs {K : Field} {W A : VectorSpace K} (d : nat) (c : W -> list K) (σ : K -> K)
    (θ θ' : network W A) : Prop :=
  forall x, length x = d -> output (fun w => σ (dot x (c w))) θ = output (fun w => σ (dot x (c w))) θ'.

(** (Σ_i a_i w_iᵀ) x *)
Definition linear_part {K : Field} {W A : VectorSpace K} (c : W -> list K) (θ : network W A) (x : list K) : A :=
  vsum (map (fun u => scale (dot x (c (fst u))) (snd u)) θ).

(** For σ(z) = k + l·z + ρ(z), with an odd or even ρ and ρ(0) = [at_zero]: the signed measures agree, at 0 only if
    ρ(0) ≠ 0, since otherwise a unit of incoming vector 0 adds nothing but k; and so do k·Σ_i a_i and l·Σ_i a_i w_iᵀ. *)
Definition same_form {K : Field} {W A : VectorSpace K} (p : parity) (d : nat) (c : W -> list K) (at_zero k l : K)
    (θ θ' : network W A) : Prop :=
  (forall w, w <> vzero -> signed_measure p θ w = signed_measure p θ' w) /\
  scale at_zero (measure θ vzero) = scale at_zero (measure θ' vzero) /\
  scale k (vsum (map snd θ)) = scale k (vsum (map snd θ')) /\
  forall x, length x = d -> scale l (linear_part c θ x) = scale l (linear_part c θ' x).

(** A segment from θ to θ', s from 0 to 1, inside S; n of them, one behind the other. *)
Definition closed_segment_inside {K : OrderedField} {W A : VectorSpace K} (S : network W A -> Prop)
    (θ θ' : network W A) : Prop :=
  length θ = length θ' /\ forall s : K, at_most zero s -> at_most s one -> S (network_towards s θ θ').
Fixpoint joined_by_closed_segments {K : OrderedField} {W A : VectorSpace K} (S : network W A -> Prop) (n : nat)
    (θ θ' : network W A) : Prop :=
  match n with
  | O => θ = θ'
  | S n' => exists φ, closed_segment_inside S θ φ /\ joined_by_closed_segments S n' φ θ'
  end.

(** A walk of n steps in the graph whose vertices are the subspaces of Θ, and whose edges join those that meet: from
    that of P to one that holds θ. *)
Fixpoint walk_to {K : Field} {W A : VectorSpace K} (base : network W A) (m n : nat) (P : list code)
    (θ : network W A) : Prop :=
  match n with
  | O => Gamma base P θ
  | S n' => exists Q, labelled_partition (length base) m Q /\ (exists φ, Gamma base P φ /\ Gamma base Q φ) /\
      walk_to base m n' Q θ
  end.

(** The same from the subspace of P to that of Q. *)
Fixpoint walk {K : Field} {W A : VectorSpace K} (base : network W A) (m n : nat) (P Q : list code) : Prop :=
  match n with
  | O => P = Q
  | S n' => exists P', labelled_partition (length base) m P' /\ (exists φ, Gamma base P φ /\ Gamma base P' φ) /\
      walk base m n' P' Q
  end.

(** For m = r + 1 a labelled partition with a zero block has one unit for each label, and a blank, the unit of its zero
    block. Here D is such a P but for a label in place of the blank. *)
Definition blank_filled (P D : list code) : Prop :=
  exists l1 l2 t, P = l1 ++ Zero 0 :: l2 /\ D = l1 ++ Label t :: l2.

(** Q has its symbol c, a label or the blank, at this place; that at place i of P is at [goes_to P Q i] in Q. *)
Fixpoint place (c : code) (Q : list code) : nat :=
  match Q with [] => 0 | d :: Q' => if code_eq_dec d c then 0 else S (place c Q') end.
Definition goes_to (P Q : list code) (i : nat) : nat := place (nth i P (Zero 0)) Q.

(** Places whose symbol is at another one in Q, and the cycles that they form, each by its least place. *)
Definition displaced (P Q : list code) : list nat := filter (fun i => negb (goes_to P Q i =? i)) (seq 0 (length P)).
Definition least_places (P Q : list code) : list nat :=
  filter (fun i => forallb (fun k => i <=? Nat.iter k (goes_to P Q) i) (seq 0 (length P))) (displaced P Q).

(** The distance in the star graph (Akers and Krishnamurthy 1989): n' + c' − 2·[blank displaced], for n' displaced
    symbols, the blank among them, in c' cycles. *)
Definition star_distance (P Q : list code) : nat :=
  length (displaced P Q) + length (least_places P Q) - (if place (Zero 0) P =? place (Zero 0) Q then 0 else 2).

(** * Counts, Theorem 3.1 and Proposition 4.5 *)

Local Open Scope Z_scope.

(** Σ_{i = first}^{first + n − 1} f i *)
Definition Zsum (first n : nat) (f : nat -> Z) : Z := fold_right Z.add 0 (map f (seq first n)).

Fixpoint binomial (n k : nat) : Z :=
  match n, k with
  | _, O => 1
  | O, S _ => 0
  | S n', S k' => binomial n' k' + binomial n' k
  end.

Definition factorial (n : nat) : Z := Z.of_nat (fact n).

(** Stirling numbers of the second kind S2(m, n). *)
Fixpoint stirling2 (m n : nat) : Z :=
  match m, n with
  | O, O => 1
  | O, S _ => 0
  | S _, O => 0
  | S m', S n' => Z.of_nat n * stirling2 m' n + stirling2 m' n'
  end.

Definition bell (u : nat) : Z := Zsum 0 (S u) (stirling2 u).

Definition G (r m : nat) : Z := factorial r * stirling2 m r.

(** Proposition 4.5, with g(u) = Σ_j G(j,u)/j! = Bell(u); the term u = 0 is G(r,m), terms u > m − r are 0. *)
Definition T (r m : nat) : Z := Zsum 0 (S m) (fun u => binomial m u * G r (m - u) * bell u).

(** R_k(r,m) = G(r − k, m)/T(r,m); and the numbers of critical subspaces of all levels k = 1, ..., r − 1 together, one
    critical point each (a_k = 1), and of those with k ≥ 2. *)
Definition level_ratio (k r m : nat) : Q := (inject_Z (G (r - k) m) / inject_Z (T r m))%Q.
Definition all_levels (r m : nat) : Z := Zsum 1 (r - 1) (fun k => G (r - k) m).
Definition higher_levels (r m : nat) : Z := Zsum 2 (r - 2) (fun k => G (r - k) m).

(** Exactly n lists satisfy P. *)
Definition counted {X : Type} (P : X -> Prop) (n : Z) : Prop :=
  exists l, NoDup l /\ Z.of_nat (length l) = n /\ forall x, In x l <-> P x.

(** All tuples of n numbers ≥ 1 with a given sum. *)
Fixpoint compositions (n total : nat) : list (list nat) :=
  match n with
  | O => if (total =? 0)%nat then [[]] else []
  | S n' => flat_map (fun k => map (cons k) (compositions n' (total - k))) (seq 1 total)
  end.

Fixpoint nonincreasing (b : list nat) : bool :=
  match b with x :: (y :: _) as b' => (y <=? x)%nat && nonincreasing b' | _ => true end.

Definition product (l : list Z) : Z := fold_right Z.mul 1 l.

(** The product over the hidden layers, of widths r_l in θ and m_l. *)
Definition over_layers {K : Field} (count : nat -> nat -> Z) (θ : list (matrix K)) (m : list nat) : Z :=
  product (map (fun rm => count (fst rm) (snd rm)) (combine (hidden_widths θ) m)).

(** The multinomial coefficient of (k, b), divided by the c_i!, where c_i is how often i occurs in b. *)
Definition term (m : nat) (k b : list nat) : Q :=
  inject_Z (factorial m) /
  inject_Z (product (map factorial (k ++ b)) * product (map (fun i => factorial (count_occ Nat.eq_dec b i)) (seq 1 m))).

Definition Qsum (l : list Q) : Q := fold_right Qplus 0%Q l.

(** The formula for T(r,m) displayed in Theorem 3.1, over those tuples b that [admitted] lets pass. *)
Definition displayed (admitted : list nat -> bool) (r m : nat) : Q :=
  Qsum (flat_map (fun j =>
    flat_map (fun u =>
      flat_map (fun k => map (term m k) (filter admitted (compositions j u))) (compositions r (m - u)))
    (seq 0 (S m)))
  (seq 0 (S (m - r)))).

(** The largest m with T(r,m) < r^m, for r = 2, 3, ..., 60: where (6) fails for the last time. *)
Definition last_failing : list nat :=
  [2; 4; 6; 7; 9; 11; 13; 16; 18; 20; 22; 24; 26; 29; 31; 33; 36; 38; 40; 43; 45; 47; 50; 52; 55; 57; 60; 62; 65; 67;
   70; 72; 75; 77; 80; 83; 85; 88; 90; 93; 96; 98; 101; 104; 106; 109; 112; 115; 117; 120; 123; 125; 128; 131; 134;
   136; 139; 142; 145]%nat.

(** The number β(r,m) of spheres, by its recurrence. *)
Fixpoint beta (r m : nat) : Z :=
  match m with
  | O => 0
  | S m' =>
      if ((r <=? 1) || (m <? r))%nat then 0
      else if (m =? r)%nat then factorial r - 1
      else Z.of_nat r * beta (r - 1) m' + (Z.of_nat r - 1) * beta r m'
  end.

(** Forward difference Δf(x) = f(x + 1) − f(x). *)
Definition difference (f : Z -> Z) (x : Z) : Z := f (x + 1) - f x.
Definition sign (n : nat) : Z := (-1) ^ Z.of_nat n.

(** m·(m − 1)···(m − n + 1), n factors; 0 for n > m. *)
Fixpoint falling (m n : nat) : Z := match n with O => 1 | S n' => falling m n' * (Z.of_nat m - Z.of_nat n') end.

(** The number of signed labelled partitions. If σ is even: of n blocks r have labels; all units of these have a sign,
    and all but the first of the others. If σ is odd: k of the units aren't silent. *)
Definition T_even (r m : nat) : Z :=
  factorial r * Zsum 0 (S m) (fun n => stirling2 m n * binomial n r * 2 ^ Z.of_nat (m + r - n)).
Definition T_odd (r m : nat) : Z := Zsum 0 (S m) (fun k => binomial m k * T_even r k).
Definition T_signed (p : parity) : nat -> nat -> Z := match p with Odd => T_odd | Even => T_even end.

Local Close Scope Z_scope.

(** * The statements

    Each is named as its theorem in words; the claim it belongs to is in brackets. *)

(** [def-2.2] H_{i1,...,ik} has dimension D·(m − k + 1), where D = d_in + d_out. *)
Definition SymmetrySubspaceDimension : Prop :=
  forall (K : Field) (W A : VectorSpace K) (d_in d_out m : nat) (indices : list nat),
    vector_dimension W d_in -> vector_dimension A d_out ->
    NoDup indices -> indices <> [] -> (forall i, In i indices -> i < m) ->
    affine_of_dimension network_towards (@symmetry_subspace K W A m indices)
      ((d_in + d_out) * (m - length indices + 1)).

(** [def-2.2] Every symmetry subspace of two or more indices is the intersection of the H_{ij}. *)
Definition SymmetrySubspaceIntersection : Prop :=
  forall (K : Field) (W A : VectorSpace K) (m : nat) (indices : list nat) (θ : network W A),
    indices <> [] ->
    (symmetry_subspace m indices θ <->
     forall i j, In i indices -> In j indices -> symmetry_subspace m [i; j] θ).

(** An affine subspace has one dimension only, so that the theorems on dimensions say what they seem to say. *)
Definition DimensionUnique : Prop :=
  forall (K : Field) (X : Type) (towards : K -> X -> X -> X) (S : X -> Prop) (n n' : nat),
    characteristic_zero K ->
    affine_of_dimension towards S n -> affine_of_dimension towards S n' -> n = n'.

(** The definitions have instances: one field is the rationals, with their sums and products, and has characteristic
    0; and there are vector spaces of every dimension over every field. *)
Definition SpacesExist : Prop :=
  (exists (K : Field) (h : Qcanon.Qc -> K),
    h (Qcanon.Q2Qc 0) = zero /\ h (Qcanon.Q2Qc 1) = one /\
    (forall x y, h (Qcanon.Qcplus x y) = add (h x) (h y)) /\
    (forall x y, h (Qcanon.Qcmult x y) = mul (h x) (h y)) /\
    (forall x y, h x = h y -> x = y) /\ (forall s, exists x, h x = s) /\
    characteristic_zero K) /\
  forall (K : Field) (d : nat), exists V : VectorSpace K, vector_dimension V d.

(** [def-3.1] Reduction keeps the measure and, for every σ, the function. *)
Definition ReductionInvariant : Prop :=
  forall (K : Field) (W A : VectorSpace K) (θ θ' : network W A),
    reduces_to θ θ' -> same_measure θ θ' /\ same_function θ θ'.

(** [def-3.1] There is no infinite reduction: each step drops a unit. *)
Definition ReductionTerminates : Prop :=
  forall (K : Field) (W A : VectorSpace K) (θ θ' : network W A),
    reduction_step θ θ' -> length θ = S (length θ').

(** [def-3.1] A network can't be reduced further exactly if it is irreducible, and each reduces to such a one. *)
Definition ReductionNormalForms : Prop :=
  forall (K : Field) (W A : VectorSpace K) (θ : network W A),
    ((forall θ', ~ reduction_step θ θ') <-> irreducible θ) /\
    exists θ', reduces_to θ θ' /\ irreducible θ'.

(** [def-3.1] Whatever the order of the steps, the irreducible network is the same up to permutation. *)
Definition ReductionConfluent : Prop :=
  forall (K : Field) (W A : VectorSpace K) (θ θ1 θ2 : network W A),
    reduces_to θ θ1 -> irreducible θ1 -> reduces_to θ θ2 -> irreducible θ2 -> Permutation θ1 θ2.

(** [def-3.1] A network reduces to the one of width 0 exactly if its measure is 0. *)
Definition VanishingReduction : Prop :=
  forall (K : Field) (W A : VectorSpace K) (θ : network W A),
    reduces_to θ [] <-> forall w, measure θ w = vzero.

(** [def-3.2] All points of Γ_P(base), and of its permutations, compute the function of [base]. *)
Definition SubspaceKeepsFunction : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base θ θ' : network W A) (m : nat) (P : list code),
    labelled_partition (length base) m P -> Gamma base P θ -> Permutation θ θ' ->
    same_measure θ' base /\ same_function θ' base.

(** [def-3.2] [def-3.3] Labelled partitions name the paper's subspaces: the union of the Γ_P is the union of the
    P_π Γ_s. *)
Definition ThetaAsInPaper : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base θ : network W A) (m : nat),
    Theta base m θ <-> Theta_as_in_paper base m θ.

(** [thm-3.1-count] [def-3.2] [def-3.3] One by one too: each P_π Γ_s is a Γ_P, and each Γ_P is a P_π Γ_s. *)
Definition SubspacesAsInPaper : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (m : nat) (S : network W A -> Prop),
    paper_subspace base m S <->
    exists P, labelled_partition (length base) m P /\ forall θ, S θ <-> Gamma base P θ.

(** [def-3.3] The expansion manifold is the fibre of the measure. *)
Definition ThetaIsFibre : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base θ : network W A) (m : nat),
    irreducible base ->
    (Theta base m θ <-> length θ = m /\ same_measure θ base).

(** [thm-3.1-count] [prop-4.5] There are exactly T(r,m) labelled partitions. *)
Definition LabelledPartitionsCounted : Prop :=
  forall r m, counted (labelled_partition r m) (T r m).

(** [thm-3.1-count] [prop-4.5] The displayed sum is T(r,m) if it runs over b_1 ≥ b_2 ≥ ... ≥ b_j. *)
Definition SortedSumIsT : Prop :=
  forall r m, r <= m -> (displayed nonincreasing r m == inject_Z (T r m))%Q.

(** [thm-3.1-count] Over all tuples, as printed, it is not: 49 for 37 at r = 1, m = 4. *)
Definition PrintedSumIsNotT : Prop :=
  (displayed (fun _ => true) 1 4 == 49)%Q /\ T 1 4 = 37%Z.

(** [thm-3.1-count] It is T(r,m) for m − r ≤ 2, and too large for all m − r ≥ 3. *)
Definition PrintedSumTooLarge : Prop :=
  forall r m, r <= m ->
    (m <= r + 2 -> (displayed (fun _ => true) r m == inject_Z (T r m))%Q) /\
    (r + 3 <= m -> (inject_Z (T r m) < displayed (fun _ => true) r m)%Q).

(** [thm-3.1-distinct] [thm-3.1-count] None of the subspaces includes another, if the field has characteristic 0 and
    there are nonzero incoming and outgoing vectors. *)
Definition NoSubspaceIncludesAnother : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (m : nat) (P Q : list code),
    characteristic_zero K -> (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) ->
    irreducible base -> labelled_partition (length base) m P -> labelled_partition (length base) m Q -> P <> Q ->
    exists θ, Gamma base P θ /\ ~ Gamma base Q θ.

(** [thm-3.1-count] So there are exactly T(r,m) distinct subspaces P_π Γ_s: a list of so many holds each of them, all in
    it are affine, no two of it have the same points, and Θ is their union. *)
Definition DistinctSubspacesCounted : Prop :=
  forall (K : Field) (W A : VectorSpace K) (d_in d_out m : nat) (base : network W A),
    characteristic_zero K -> vector_dimension W d_in -> vector_dimension A d_out ->
    (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) -> irreducible base ->
    exists l : list (network W A -> Prop),
      Z.of_nat (length l) = T (length base) m /\
      (forall S, In S l -> paper_subspace base m S /\ exists n, affine_of_dimension network_towards S n) /\
      (forall S, paper_subspace base m S -> exists S', In S' l /\ forall θ, S θ <-> S' θ) /\
      (forall i j S S', nth_error l i = Some S -> nth_error l j = Some S' -> (forall θ, S θ <-> S' θ) -> i = j) /\
      (forall θ, Theta base m θ <-> exists S, In S l /\ S θ).

(** [thm-3.1-dim] Γ_P has dimension (m − r − j)·d_out + j·d_in, where j is the number of zero blocks. *)
Definition SubspaceDimension : Prop :=
  forall (K : Field) (W A : VectorSpace K) (d_in d_out m : nat) (base : network W A) (P : list code),
    vector_dimension W d_in -> vector_dimension A d_out -> labelled_partition (length base) m P ->
    let j := zero_blocks P in
    length base + j <= m /\
    affine_of_dimension network_towards (Gamma base P) ((m - length base - j) * d_out + j * d_in).

(** [thm-3.1-dim] That is at least min(d_in, d_out)·(m − r); when it is equal; and some P has equality. *)
Definition SubspaceDimensionBound : Prop :=
  forall d_in d_out r m : nat, 1 <= r <= m ->
    (forall P, labelled_partition r m P ->
      let j := zero_blocks P in
      let dimension := (m - r - j) * d_out + j * d_in in
      Nat.min d_in d_out * (m - r) <= dimension /\
      (dimension = Nat.min d_in d_out * (m - r) <-> (j = 0 \/ d_in <= d_out) /\ (j = m - r \/ d_out <= d_in))) /\
    exists P, labelled_partition r m P /\
      (m - r - zero_blocks P) * d_out + zero_blocks P * d_in = Nat.min d_in d_out * (m - r).

(** [thm-3.1-connected] Γ_P and Γ_Q meet exactly if every block of P ∨ Q holds the same labels in P as in Q, and at
    most one. *)
Definition MeetingCriterion : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (m : nat) (P Q : list code),
    irreducible base -> labelled_partition (length base) m P -> labelled_partition (length base) m Q ->
    ((exists θ, Gamma base P θ /\ Gamma base Q θ) <->
     (forall i t, nth_error P i = Some (Label t) -> exists j, joined P Q i j /\ nth_error Q j = Some (Label t)) /\
     (forall i t, nth_error Q i = Some (Label t) -> exists j, joined P Q i j /\ nth_error P j = Some (Label t)) /\
     (forall i j t u, joined P Q i j -> nth_error P i = Some (Label t) -> nth_error P j = Some (Label u) -> t = u)).

(** [thm-3.1-connected] For m > r any two points of Θ are joined by segments inside Θ. *)
Definition ThetaConnected : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base θ θ' : network W A) (m : nat),
    irreducible base -> length base < m -> Theta base m θ -> Theta base m θ' ->
    joined_by_segments (Theta base m) θ θ'.

(** [thm-3.1-connected] For m = r there are r! points, and no segment joins two of them. *)
Definition ThetaAtMinimalWidth : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A),
    characteristic_zero K -> irreducible base ->
    counted (Theta base (length base)) (factorial (length base)) /\
    forall θ θ', segment_inside (Theta base (length base)) θ θ' -> θ = θ'.

(** [thm-3.1-path] From a point whose unit at one place has outgoing vector 0, three segments inside Θ lead to the
    point with this unit and any other exchanged; so segments lead to every permutation of it. *)
Definition TransposedInThreeSegments : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base l1 l2 l3 : network W A) (m : nat) (w : W) (u : W * A),
    irreducible base ->
    (Theta base m (l1 ++ (w, vzero) :: l2 ++ u :: l3) \/ Theta base m (l1 ++ u :: l2 ++ (w, vzero) :: l3)) ->
    (exists p q,
      segment_inside (Theta base m) (l1 ++ (w, vzero) :: l2 ++ u :: l3) p /\
      segment_inside (Theta base m) p q /\
      segment_inside (Theta base m) q (l1 ++ u :: l2 ++ (w, vzero) :: l3)) /\
    forall θ, Permutation (l1 ++ (w, vzero) :: l2 ++ u :: l3) θ ->
      joined_by_segments (Theta base m) (l1 ++ (w, vzero) :: l2 ++ u :: l3) θ.

(** [cor-4.1] If [base] has zero loss, so have all points of Θ, which is connected for m > r. *)
Definition ZeroLossConnected : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (activation : X -> W -> K) (data : list (X * A))
    (base : network W A) (m : nat),
    irreducible base -> length base < m -> zero_loss activation data base ->
    (forall θ, Theta base m θ -> zero_loss activation data θ) /\
    forall θ θ', Theta base m θ -> Theta base m θ' ->
      joined_by_segments (fun point => Theta base m point /\ zero_loss activation data point) θ θ'.

(** [cor-4.1] If [base] has zero loss and no network of one unit less has, then it is irreducible. *)
Definition MinimalIsIrreducible : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (activation : X -> W -> K) (data : list (X * A))
    (base : network W A),
    zero_loss activation data base ->
    (forall θ : network W A, S (length θ) = length base -> ~ zero_loss activation data θ) ->
    irreducible base.

(** [prop-4.3] The critical subspaces are disjoint, of dimension m − r; there are G(r,m) of them, as many as
    surjections. *)
Definition CriticalSubspaces : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (m : nat),
    irreducible base ->
    counted (surjection (length base) m) (G (length base) m) /\
    (forall g, surjection (length base) m g ->
      affine_of_dimension network_towards (Gamma_bar base g) (m - length base)) /\
    (forall g h θ, surjection (length base) m g -> surjection (length base) m h ->
      Gamma_bar base g θ -> Gamma_bar base h θ -> g = h) /\
    (forall g θ, surjection (length base) m g -> Gamma_bar base g θ -> Gamma base (map Label g) θ).

(** [prop-4.3] [def-4.1] Each subspace of Definition 4.1 as printed is that of a surjection, and the other way round. *)
Definition CriticalSubspacesAsInPaper : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (m : nat) (S : network W A -> Prop),
    paper_critical base m S <->
    exists g, surjection (length base) m g /\ forall θ, S θ <-> Gamma_bar base g θ.

(** [prop-4.5] [thm-3.1-count] G(r,m) counts the surjections, and the closed form. *)
Definition SurjectionsCounted : Prop :=
  forall r m, counted (surjection r m) (G r m) /\
    G r m = Zsum 0 (S r) (fun i => binomial r i * sign (r - i) * Z.of_nat i ^ Z.of_nat m)%Z.

(** [prop-4.5] The paper's G, a sum of multinomial coefficients. *)
Definition MultinomialSumIsG : Prop :=
  forall r m, (Qsum (map (fun k => term m k []) (compositions r m)) == inject_Z (G r m))%Q.

(** [prop-4.5] Both closed forms of T. *)
Definition TClosedForms : Prop :=
  forall r m, r <= m ->
    (T r m = G r m + Zsum 1 (m - r) (fun u => binomial m u * G r (m - u) * bell u))%Z /\
    (T r m = factorial r * Zsum 0 (S m) (fun n => stirling2 m n * binomial n r))%Z.

(** [prop-4.5] The printed g(u) = Σ_j G(j,u)/j! is the Bell number B(u) in the definition of T; no division
    leaves a remainder. *)
Definition BellAsPrinted : Prop :=
  forall u, 1 <= u ->
    (Zsum 1 u (fun j => G j u / factorial j) = bell u)%Z /\ forall j, (G j u mod factorial j = 0)%Z.

(** [prop-4.5] Recurrences of G and T; that of S2 is its definition. *)
Definition Recurrences : Prop :=
  forall r m,
    (G (S r) (S m) = Z.of_nat (S r) * (G (S r) m + G r m))%Z /\
    (T 0 (S m) = T 0 m + T 1 m)%Z /\
    (T (S r) (S m) = Z.of_nat (S r) * T r m + Z.of_nat (S (S r)) * T (S r) m + T (S (S r)) m)%Z.

(** [eq-6] The extreme sum is (r − 1)^m. *)
Definition ExtremeSum : Prop :=
  forall r m, 1 <= r -> 1 <= m ->
    (Zsum 1 (r - 1) (fun k => binomial (r - 1) (k - 1) * G (r - k) m) = (Z.of_nat r - 1) ^ Z.of_nat m)%Z.

(** [eq-6] So (6) holds, for all a_k within the bound, exactly if r^m <= T(r,m). *)
Definition InequalityCriterion : Prop :=
  forall r m, 1 <= r <= m ->
    ((forall a : nat -> Z,
        (forall k, 1 <= k < r -> (0 <= a k <= binomial (r - 1) (k - 1))%Z) ->
        (inject_Z (Zsum 1 (r - 1) (fun k => G (r - k) m * a k)%Z) / inject_Z (T r m) <=
         (inject_Z (Z.of_nat r - 1) / inject_Z (Z.of_nat r)) ^ Z.of_nat m)%Q) <->
     (Z.of_nat r ^ Z.of_nat m <= T r m)%Z).

(** [eq-6] [ext-threshold] T(r,m+1) ≥ (r+1)·T(r,m): once true, (6) stays true. *)
Definition OnceTrueAlwaysTrue : Prop :=
  forall r m,
    (Z.of_nat (S r) * T r m <= T r (S m))%Z /\
    ((Z.of_nat r ^ Z.of_nat m <= T r m)%Z -> forall m', m <= m' -> (Z.of_nat r ^ Z.of_nat m' <= T r m')%Z).

(** [eq-6] [ext-threshold] For every r ≥ 2 there is a last m at which (6) fails: it fails for all m from r up to it,
    and for no other. *)
Definition ThresholdExists : Prop :=
  forall r, 2 <= r -> exists last, r <= last /\
    forall m, r <= m -> ((T r m < Z.of_nat r ^ Z.of_nat m)%Z <-> m <= last).

(** [eq-6] [ext-threshold] The exact meaning of "m much larger than r" for r = 2, ..., 60: (6) fails at the number
    listed and holds for all larger m. *)
Definition Thresholds : Prop :=
  length last_failing = 59 /\
  forall r last, nth_error last_failing (r - 2) = Some last -> 2 <= r ->
    (T r last < Z.of_nat r ^ Z.of_nat last)%Z /\
    forall m, last < m -> (Z.of_nat r ^ Z.of_nat m <= T r m)%Z.

(** [ext-threshold] G(r,m)/r^m ≤ (1 − (1 − 1/r)^m)^r: hits of the r values are no likelier together than if they were
    independent. *)
Definition ShareOnto : Prop :=
  forall r m, 1 <= r ->
    let maps := (Z.of_nat r ^ Z.of_nat m)%Z in
    (maps ^ Z.of_nat r * G r m <= maps * (maps - (Z.of_nat r - 1) ^ Z.of_nat m) ^ Z.of_nat r)%Z.

(** [ext-threshold] (6) fails if (1 + 1/r)^m − 1 ≤ r(1 − 1/r)^m, and so if e^{2m} ≤ r^{r−1}, that is for m up to
    ½(r − 1)·ln r. The number e is the only one that is at most (1 + 1/n)^{n+1} and at least (1 + 1/n)^n for all n, so
    that e^x < y exactly if (1 + 1/n)^{(n+1)x} ≤ y for some n, unless x = 0. *)
Definition FailsUpTo : Prop :=
  forall r m, 2 <= r ->
    let R := Z.of_nat r in
    (((R + 1) ^ Z.of_nat m <= R ^ Z.of_nat m + R * (R - 1) ^ Z.of_nat m)%Z -> (T r m < R ^ Z.of_nat m)%Z) /\
    forall n, 1 <= n ->
      (Z.of_nat (S n) ^ Z.of_nat (S n * (2 * m)) <= R ^ Z.of_nat (r - 1) * Z.of_nat n ^ Z.of_nat (S n * (2 * m)))%Z ->
      (T r m < R ^ Z.of_nat m)%Z.

(** [ext-threshold] (6) holds if (1 + 1/r)^m ≥ r + 2, and so if e^m ≥ (r + 2)^{r+1}, that is from (r + 1)·ln(r + 2)
    on. *)
Definition HoldsFrom : Prop :=
  forall r m,
    let R := Z.of_nat r in
    (((R + 2) * R ^ Z.of_nat m <= (R + 1) ^ Z.of_nat m)%Z -> (R ^ Z.of_nat m <= T r m)%Z) /\
    forall n, 1 <= n ->
      ((R + 2) ^ Z.of_nat (S r) * Z.of_nat n ^ Z.of_nat (n * m) <= Z.of_nat (S n) ^ Z.of_nat (n * m))%Z ->
      (R ^ Z.of_nat m <= T r m)%Z.

(** [ext-threshold] For q ≥ 1 with r + q ≤ 2q², such as ⌈√r⌉, and s = r + q: (6) holds at m = 2s + k if
    (s/(s − 1))^k ≥ q, and so if e^k ≥ q^s. So it holds from (r + q)·(2 + ln q) on, which is about ½·r·ln r. *)
Definition HoldsSooner : Prop :=
  forall r q k, 1 <= r -> 1 <= q -> r + q <= 2 * q * q ->
    let s := r + q in
    let m := 2 * s + k in
    ((Z.of_nat q * Z.of_nat (s - 1) ^ Z.of_nat k <= Z.of_nat s ^ Z.of_nat k)%Z ->
      (Z.of_nat r ^ Z.of_nat m <= T r m)%Z) /\
    forall n, 1 <= n ->
      (Z.of_nat q ^ Z.of_nat s * Z.of_nat n ^ Z.of_nat (n * k) <= Z.of_nat (S n) ^ Z.of_nat (n * k))%Z ->
      (Z.of_nat r ^ Z.of_nat m <= T r m)%Z.

(** [ext-threshold] The last failing m is asymptotic to ½·r·ln r: for every d it is from some r on between
    ½(1 − 1/d)·r·ln r and ½(1 + 1/d)·r·ln r, since r^{(d−1)r} ≤ e^{2d·last} ≤ r^{(d+1)r}. *)
Definition ThresholdGrowth : Prop :=
  forall d, 1 <= d -> exists from, forall r last, from <= r ->
    (T r last < Z.of_nat r ^ Z.of_nat last)%Z -> (Z.of_nat r ^ Z.of_nat (S last) <= T r (S last))%Z ->
    forall n, 1 <= n ->
      let R := Z.of_nat r in
      (R ^ Z.of_nat ((d - 1) * r) * Z.of_nat n ^ Z.of_nat (S n * (2 * d * last)) <=
        Z.of_nat (S n) ^ Z.of_nat (S n * (2 * d * last)))%Z /\
      (Z.of_nat (S n) ^ Z.of_nat (n * (2 * d * last)) <=
        R ^ Z.of_nat ((d + 1) * r) * Z.of_nat n ^ Z.of_nat (n * (2 * d * last)))%Z.

(** [ext-topology] β(r,m) by its recurrence, its closed form, and as a finite difference at −1; beside it G(r,m) as
    one at 0. *)
Definition SphereCount : Prop :=
  forall r m, 1 <= r <= m ->
    (beta r m = Zsum 1 (r - 1) (fun i => sign (r - 1 - i) * binomial r (i + 1) * Z.of_nat i ^ Z.of_nat m))%Z /\
    (Nat.iter r difference (fun x => x ^ Z.of_nat m) (-1) = sign (r + m) + beta r m)%Z /\
    (Nat.iter r difference (fun x => x ^ Z.of_nat m) 0 = G r m)%Z.

(** [lem-4.6] Bounds of the Stirling numbers near the diagonal: m(m − 1)···(m − 2k + 1) ≤ 2^k·k!·S2(m, m − k) ≤
    (m(m − 1))^k. *)
Definition Lemma46Bounds : Prop :=
  forall k m, k <= m ->
    (falling m (2 * k) <= 2 ^ Z.of_nat k * factorial k * stirling2 m (m - k) <=
     (Z.of_nat m * (Z.of_nat m - 1)) ^ Z.of_nat k)%Z.

(** [lem-4.6] G(m − k, m) ~ T(m − k, m) ~ m^k·m!/(2^k·k!) as m → ∞: the relative errors are at most 2k²/m, once m is at
    least 2k². *)
Definition Lemma46Limits : Prop :=
  forall k m, 2 * k * k <= m ->
    let limit := (Z.of_nat m ^ Z.of_nat k * factorial m)%Z in
    (Z.of_nat m * Z.abs (2 ^ Z.of_nat k * factorial k * G (m - k) m - limit) <= 2 * Z.of_nat k ^ 2 * limit)%Z /\
    (Z.of_nat m * Z.abs (2 ^ Z.of_nat k * factorial k * T (m - k) m - limit) <= 2 * Z.of_nat k ^ 2 * limit)%Z.

(** [lem-4.6] G(r,m) ~ r^m as m → ∞: r^m − r(r − 1)^m ≤ G(r,m) ≤ r^m, and the relative error is at most r(r − 1)/m. *)
Definition FixedWidthLimit : Prop :=
  forall r m,
    let R := Z.of_nat r in
    (R ^ Z.of_nat m - R * (R - 1) ^ Z.of_nat m <= G r m <= R ^ Z.of_nat m)%Z /\
    (Z.of_nat m * (R ^ Z.of_nat m - G r m) <= R * (R - 1) * R ^ Z.of_nat m)%Z.

(** [lem-4.6] T(m − k, m) lies between two sums, by the bounds of the Stirling numbers in [Lemma46Bounds]: the i unlabelled blocks are
    chosen among those of a partition into m − k + i blocks. *)
Definition Lemma46Sums : Prop :=
  forall k m, k <= m ->
    let scaled := (2 ^ Z.of_nat k * factorial k * T (m - k) m)%Z in
    (factorial m * Zsum 0 (S k) (fun i => binomial k i * 2 ^ Z.of_nat i * falling (m - k + i) (k - i)) <= scaled)%Z /\
    (scaled <= Zsum 0 (S k) (fun i =>
      binomial k i * 2 ^ Z.of_nat i * (Z.of_nat m * (Z.of_nat m - 1)) ^ Z.of_nat (k - i) * factorial (m - k + i)))%Z.

(** [lem-4.6] With G(m − k, m) = g·m^k·m!/(2^k·k!) and T(m − k, m) = t·m^k·m!/(2^k·k!), the simpler bounds
    1 − k(3k − 1)/(2m) ≤ g ≤ 1/(1 − k(k − 1)/(2m)) and 1 − k(3k − 1)/(2m) ≤ t ≤ 1/(1 − k(k + 3)/(2m)), the upper ones
    where their denominators are positive. *)
Definition Lemma46Simple : Prop :=
  forall k m, k <= m ->
    let M := Z.of_nat m in
    let K := Z.of_nat k in
    let limit := (M ^ K * factorial m)%Z in
    let scaled_g := (2 ^ K * factorial k * G (m - k) m)%Z in
    let scaled_t := (2 ^ K * factorial k * T (m - k) m)%Z in
    ((2 * M - K * (3 * K - 1)) * limit <= 2 * M * scaled_g)%Z /\
    ((2 * M - K * (K - 1)) * scaled_g <= 2 * M * limit)%Z /\
    ((2 * M - K * (3 * K - 1)) * limit <= 2 * M * scaled_t)%Z /\
    ((2 * M - K * (K + 3)) * scaled_t <= 2 * M * limit)%Z.

(** [lem-4.6] G(r,m) ≤ r^m − r(r − 1)^m + C(r,2)(r − 2)^m. *)
Definition FixedWidthUpper : Prop :=
  forall r m,
    let R := Z.of_nat r in
    (2 * G r m <= 2 * R ^ Z.of_nat m - 2 * R * (R - 1) ^ Z.of_nat m + R * (R - 1) * (R - 2) ^ Z.of_nat m)%Z.

(** [eq-5] G(r − k, r + h)/T(r, r + h) ~ r^k/(2^k (h + k)···(h + 1)) as r → ∞: the relative error is at most
    20(h + k)²/r, once r is at least 4(h + k)². *)
Definition Eq5Limit : Prop :=
  forall h k r, 4 * (h + k) * (h + k) <= r ->
    let scaled := (Z.of_nat r ^ Z.of_nat k * T r (r + h))%Z in
    (Z.of_nat r * Z.abs (2 ^ Z.of_nat k * falling (h + k) k * G (r - k) (r + h) - scaled) <=
     20 * Z.of_nat (h + k) ^ 2 * scaled)%Z.

(** [eq-5] With R_k(r, r + h) = q·r^k/(2^k (h + k)···(h + 1)) and s = 2h + k:
    1 − ((h + k)(3(h + k) − 1) + h(h + 3))/(2(r + h)) ≤ q ≤ 1/(1 − C(s,2)/(r + h)), the upper bound where
    C(s,2) < r + h; and |q − 1| ≤ 3s²/(2r) once 4r ≥ 3s². *)
Definition Eq5Bounds : Prop :=
  forall h k r, 1 <= r -> k <= r ->
    let H := Z.of_nat h in
    let K := Z.of_nat k in
    let M := Z.of_nat (r + h) in
    let S := (2 * H + K)%Z in
    let estimate := (Z.of_nat r ^ K * T r (r + h))%Z in
    let scaled := (2 ^ K * falling (h + k) k * G (r - k) (r + h))%Z in
    ((2 * M - ((H + K) * (3 * (H + K) - 1) + H * (H + 3))) * estimate <= 2 * M * scaled)%Z /\
    ((2 * M - S * (S - 1)) * scaled <= 2 * M * estimate)%Z /\
    ((3 * S * S <= 4 * Z.of_nat r)%Z -> (2 * Z.of_nat r * Z.abs (scaled - estimate) <= 3 * S * S * estimate)%Z).

(** [fig-6] [mlp-ratio] R_k(r,m) falls as m grows from r on, for every k from 1 to r − 1, and so does their sum. *)
Definition RatioFalls : Prop :=
  forall r m, 2 <= r <= m ->
    (forall k, 1 <= k < r -> (level_ratio k r (S m) < level_ratio k r m)%Q) /\
    (inject_Z (all_levels r (S m)) / inject_Z (T r (S m)) < inject_Z (all_levels r m) / inject_Z (T r m))%Q.

(** [fig-6] [mlp-ratio] For every ε > 0 there is a least width from which on R_k(r,m)^(L−1) < ε, and it is not so at any
    width before; likewise for the sum of all levels and one hidden layer. *)
Definition CrossingExists : Prop :=
  forall r ε, 2 <= r -> (0 < ε)%Q ->
    (forall k layers, 1 <= k < r -> 1 <= layers -> exists least, forall m, r <= m ->
      ((level_ratio k r m ^ Z.of_nat layers < ε)%Q <-> least <= m)) /\
    exists least, forall m, r <= m -> ((inject_Z (all_levels r m) / inject_Z (T r m) < ε)%Q <-> least <= m).

(** [fig-6] [fig-6-blue] At r = 30 there are fewer critical subspaces of the first level than subspaces of minima from
    m = 37 on, and fewer of all levels together from m = 42 on, and at no m before. *)
Definition Figure6Crossings : Prop :=
  forall m, 30 <= m ->
    ((G 29 m < T 30 m)%Z <-> 37 <= m) /\ ((all_levels 30 m < T 30 m)%Z <-> 42 <= m).

(** [fig-6-blue] With s = r − 1 and q = (s − 1)/s the number for the levels k ≥ 2 is at most (s − 1)q^m/(1 − s·q^m)
    times that of the first, once s·q^m < 1; it falls as m grows; and it is below every share 1/n of that of the first,
    for all large m. *)
Definition BlueCurve : Prop :=
  forall r m, 3 <= r <= m ->
    let s := (Z.of_nat r - 1)%Z in
    ((s ^ Z.of_nat m - s * (s - 1) ^ Z.of_nat m) * higher_levels r m <=
      (s - 1) * (s - 1) ^ Z.of_nat m * G (r - 1) m)%Z /\
    (higher_levels r (S m) * G (r - 1) m < higher_levels r m * G (r - 1) (S m))%Z /\
    forall n, (0 < n)%Z -> exists least, forall m, least <= m -> (n * higher_levels r m < G (r - 1) m)%Z.

(** [fig-6-blue] At r = 30 the higher levels are more than six times as many as the first at m = 37, and more than the
    first at m = 42; they are fewer from m = 46 on, and fewer than a tenth from m = 77 on. *)
Definition BlueCurveAtThirty : Prop :=
  (6 * G 29 37 < higher_levels 30 37)%Z /\ (G 29 42 < higher_levels 30 42)%Z /\
  forall m, 30 <= m ->
    ((higher_levels 30 m < G 29 m)%Z <-> 46 <= m) /\ ((10 * higher_levels 30 m < G 29 m)%Z <-> 77 <= m).

(** [mlp-ratio] With r and m units in each of the L − 1 hidden layers ∏G(r − k, m)/∏T(r,m) = R_k(r,m)^(L−1). *)
Definition RatioOverLayers : Prop :=
  forall k r m layers,
    (inject_Z (product (repeat (G (r - k) m) layers)) / inject_Z (product (repeat (T r m) layers)) ==
     level_ratio k r m ^ Z.of_nat layers)%Q.

(** [mlp-ratio] It increases with depth if R_k > 1, and decreases to 0 if R_k < 1: for every ε > 0 there is a least
    depth from which on it is below ε. *)
Definition RatioByDepth : Prop :=
  forall k r m, 1 <= k < r -> r <= m ->
    let power layers := (level_ratio k r m ^ Z.of_nat layers)%Q in
    ((1 < level_ratio k r m)%Q -> forall layers, (power layers < power (S layers))%Q) /\
    ((level_ratio k r m < 1)%Q ->
      (forall layers, (power (S layers) < power layers)%Q) /\
      forall ε, (0 < ε)%Q -> exists least, forall layers, (power layers < ε)%Q <-> least <= layers).

(** [mlp-ratio] To have a critical subspace above a network of any widths from 1 to r in the hidden layers, but not r in
    all of them, is to have for each a width s and a surjection onto [s]: there are (Σ_{k≥0} G(r − k, m))^(L−1) −
    G(r,m)^(L−1) such choices. *)
Definition MixedLevelsCounted : Prop :=
  forall r m layers, 1 <= r ->
    counted (fun choices : list (nat * list nat) => length choices = layers /\
        (forall s g, In (s, g) choices -> 1 <= s <= r /\ surjection s m g) /\
        exists s g, In (s, g) choices /\ s < r)
      ((G r m + all_levels r m) ^ Z.of_nat layers - G r m ^ Z.of_nat layers)%Z.

(** [mlp-ratio] At the widths of Figure 1(d,e), 4-4-4 to 5-5-5, (Σ_{k≥0} G(4 − k, 5))³ − G(4,5)³ is larger than T(4,5)³,
    while the count of the paper's levels, (Σ_{k≥1} G(4 − k, 5))³ at most, is not. *)
Definition MixedLevelsExceed : Prop :=
  ((G 4 5 + all_levels 4 5) ^ 3 - G 4 5 ^ 3 > T 4 5 ^ 3 /\ all_levels 4 5 ^ 3 < T 4 5 ^ 3)%Z.

(** [ext-topology] The cells of X_{r,m}: C(m, r + d)·G(r, r + d) of dimension d, and r!·S2(m + 1, r + 1) in all. *)
Definition CellsCounted : Prop :=
  forall r m,
    (forall d, counted (cell_of_dimension r m d) (binomial m (r + d) * G r (r + d))%Z) /\
    counted (partial_surjection r m) (factorial r * stirling2 (S m) (S r))%Z.

(** [ext-topology] So the Euler characteristic, the alternating sum of the numbers of cells, is 1 + (−1)^{m−r}·β(r,m),
    as of a wedge of β(r,m) spheres of dimension m − r; each cell has a dimension in the sum. *)
Definition EulerCharacteristic : Prop :=
  forall r m, 1 <= r <= m ->
    Zsum 0 (S (m - r)) (fun d => sign d * (binomial m (r + d) * G r (r + d)))%Z = (1 + sign (m - r) * beta r m)%Z /\
    forall g, partial_surjection r m g -> exists d, d <= m - r /\ cell_of_dimension r m d g.

(** [ext-topology] X_{r,m} has an acyclic matching whose critical cells are a vertex, called root, and β(r,m) others, all
    of dimension m − r. (For m = r these are the r! points: nothing is matched.) *)
Definition AcyclicMatching : Prop :=
  forall r m, r <= m -> exists mate root,
    matching (partial_surjection r m) mate /\ acyclic (partial_surjection r m) mate /\
    cell_of_dimension r m 0 root /\ mate root = root /\
    counted (fun g => cell_of_dimension r m (m - r) g /\ mate g = g /\ g <> root) (beta r m) /\
    forall g, partial_surjection r m g -> mate g = g -> g = root \/ cell_of_dimension r m (m - r) g.

(** [mlp-invariance] Expanding one layer, which keeps the measure of its pair of matrices, keeps the network's function,
    for every σ and every input. *)
Definition LayerExpansionKeepsFunction : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ θ' : list (matrix K)),
    layer_replacement d_in d_out θ θ' ->
    forall (σ : K -> K) (x : list K), layers_output σ θ x = layers_output σ θ' x.

(** [mlp-invariance] Such are the expansions of Definition 3.3: a pair of matrices whose units form the network [base]
    is replaced by one whose units form a point of Θ_{r→m}(base). Here [row] and [column] write vectors of the spaces at
    hand as lists of coordinates. *)
Definition LayerExpansionManifold : Prop :=
  forall (K : Field) (W A : VectorSpace K) (row : W -> list K) (column : A -> list K)
    (d_in d_out m : nat) (before after : list (matrix K)) (M M' N N' : matrix K) (base θ : network W A),
    (forall v w, row v = row w -> v = w) -> (forall i, nth i (column vzero) zero = zero) ->
    (forall a b i, nth i (column (vadd a b)) zero = add (nth i (column a) zero) (nth i (column b) zero)) ->
    shaped d_in d_out (before ++ M :: M' :: after) -> shaped d_in d_out (before ++ N :: N' :: after) ->
    length M' = length N' ->
    pair_units M M' = map (fun u => (row (fst u), column (snd u))) base ->
    pair_units N N' = map (fun u => (row (fst u), column (snd u))) θ ->
    Theta base m θ ->
    layer_replacement d_in d_out (before ++ M :: M' :: after) (before ++ N :: N' :: after).

(** [mlp-invariance] So does any sequence of expansions, at any layers in any order. *)
Definition SequentialExpansionKeepsFunction : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ θ' : list (matrix K)),
    clos_refl_trans _ (layer_replacement d_in d_out) θ θ' ->
    forall (σ : K -> K) (x : list K), layers_output σ θ x = layers_output σ θ' x.

(** [mlp-invariance] Reduction steps and permutations of the units at one layer are such replacements; each network has
    others, of one hidden unit more: with a unit of outgoing vector 0 at any layer, or with a unit split in two. *)
Definition LayerReplacementsExist : Prop :=
  forall (K : Field) (d_in d_out : nat),
    (forall θ θ' : list (matrix K), layer_reduction d_in d_out θ θ' -> layer_replacement d_in d_out θ θ') /\
    (forall θ θ' : list (matrix K), layer_permutation d_in d_out θ θ' -> layer_replacement d_in d_out θ θ') /\
    (forall (before after : list (matrix K)) (M M' : matrix K) (n : nat) (w : list K),
      shaped d_in d_out (before ++ M :: M' :: after) -> shaped d_in n before -> length w = n ->
      layer_reduction d_in d_out (before ++ (w :: M) :: map (cons zero) M' :: after) (before ++ M :: M' :: after)) /\
    (forall (before after : list (matrix K)) (M M' : matrix K) (w : list K) (parts : list (K * K)),
      shaped d_in d_out (before ++ (w :: M) ::
        map (fun p => add (fst (fst p)) (snd (fst p)) :: snd p) (combine parts M') :: after) ->
      layer_reduction d_in d_out
        (before ++ (w :: w :: M) :: map (fun p => fst (fst p) :: snd (fst p) :: snd p) (combine parts M') :: after)
        (before ++ (w :: M) :: map (fun p => add (fst (fst p)) (snd (fst p)) :: snd p) (combine parts M') :: after)).

(** [mlp-invariance] Each step of reduction drops a hidden unit, and every network reduces to one without further steps;
    without further steps means that, at each hidden layer, incoming rows are distinct and no outgoing column is 0. *)
Definition LayerReductionNormalForms : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)),
    (forall θ', layer_reduction d_in d_out θ θ' -> list_sum (map (@length _) θ) = S (list_sum (map (@length _) θ'))) /\
    (exists θ', clos_refl_trans _ (layer_reduction d_in d_out) θ θ' /\ irreducible_layers d_in d_out θ') /\
    (shaped d_in d_out θ ->
      (irreducible_layers d_in d_out θ <->
       forall before M M' after, θ = before ++ M :: M' :: after ->
         NoDup M /\ forall i, i < length M -> exists row, In row M' /\ nth i row zero <> zero)).

(** [mlp-invariance] Whatever the order of the steps and of the layers, the irreducible network is the same, up to
    permutations of the hidden units of a layer. *)
Definition LayerReductionConfluent : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ θ1 θ2 : list (matrix K)),
    clos_refl_trans _ (layer_reduction d_in d_out) θ θ1 -> irreducible_layers d_in d_out θ1 ->
    clos_refl_trans _ (layer_reduction d_in d_out) θ θ2 -> irreducible_layers d_in d_out θ2 ->
    clos_refl_trans _ (layer_permutation d_in d_out) θ1 θ2.

(** [mlp-invariance] Even after expansions at any layers in any order: an irreducible network determines all irreducible
    ones that such a sequence of replacements leads to. *)
Definition IrreducibleLayersUnique : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ θ' : list (matrix K)),
    clos_refl_trans _ (layer_replacement d_in d_out) θ θ' ->
    irreducible_layers d_in d_out θ -> irreducible_layers d_in d_out θ' ->
    clos_refl_trans _ (layer_permutation d_in d_out) θ θ'.

(** [mlp-invariance] The converse, and with it the whole: two networks with the same number of layers compute the same
    for every activation if and only if they reduce to one irreducible network, up to permutations of the hidden units
    of a layer. Their weights are in K, and values and activations in any infinite-dimensional space over K: for real
    weights, K is the field that those of both generate, which is countable, so that ℝ is such a space. *)
Definition FunctionsDetermineLayers : Prop :=
  forall (K : Field) (L : VectorSpace K) (d_in d_out : nat) (θ θ' : list (matrix K)),
    infinite_dimensional L -> length θ = length θ' -> shaped d_in d_out θ -> shaped d_in d_out θ' ->
    ((forall (σ : L -> L) (x : list L), length x = d_in -> layers_values σ θ x = layers_values σ θ' x) <->
     exists φ φ', clos_refl_trans _ (layer_reduction d_in d_out) θ φ /\ irreducible_layers d_in d_out φ /\
       clos_refl_trans _ (layer_reduction d_in d_out) θ' φ' /\ irreducible_layers d_in d_out φ' /\
       clos_refl_trans _ (layer_permutation d_in d_out) φ φ').

(** [mlp-invariance] So an irreducible network has the least number of units in every layer, of all networks with the
    same number of layers that compute the same for every activation. *)
Definition IrreducibleLayersLeast : Prop :=
  forall (K : Field) (L : VectorSpace K) (d_in d_out : nat) (θ θ' : list (matrix K)),
    infinite_dimensional L -> length θ = length θ' -> shaped d_in d_out θ -> shaped d_in d_out θ' ->
    irreducible_layers d_in d_out θ ->
    (forall (σ : L -> L) (x : list L), length x = d_in -> layers_values σ θ x = layers_values σ θ' x) ->
    Forall2 le (map (@length _) θ) (map (@length _) θ').

(** [mlp-count] [mlp-order] The networks with as many layers that compute the function of an irreducible one for every
    activation are the union of the Φ_P, over one labelled partition for each hidden layer. *)
Definition LayerFibre : Prop :=
  forall (K : Field) (L : VectorSpace K) (d_in d_out : nat) (θ φ : list (matrix K)),
    infinite_dimensional L -> length θ = length φ -> θ <> [] -> shaped d_in d_out θ -> shaped d_in d_out φ ->
    irreducible_layers d_in d_out θ ->
    ((forall (σ : L -> L) (x : list L), length x = d_in -> layers_values σ θ x = layers_values σ φ x) <->
     exists P, for_widths labelled_partition θ (hidden_widths φ) P /\ layers_Phi (map Label (seq 0 d_in)) P θ φ).

(** [mlp-invariance] With biases: two irreducible networks with the same number of layers that compute the same for every
    activation are one, up to the order of the units in each hidden layer. *)
Definition BiasedLayersUnique : Prop :=
  forall (K : Field) (L : VectorSpace K) (e : L) (d_in d_out : nat) (θ θ' : list (matrix K)),
    characteristic_zero K -> infinite_dimensional L -> e <> vzero -> length θ = length θ' -> θ <> [] ->
    biased_shaped d_in d_out θ -> biased_shaped d_in d_out θ' -> biased_irreducible θ -> biased_irreducible θ' ->
    (forall (σ : L -> L) (x : list L), length x = d_in -> biased_values e σ θ x = biased_values e σ θ' x) ->
    renumbered (seq 0 d_in) θ θ'.

(** [mlp-invariance] With biases too any sequence of expansions, at any layers in any order, keeps the function. Values
    are in any vector space over K, such as K itself. *)
Definition BiasedExpansionKeepsFunction : Prop :=
  forall (K : Field) (L : VectorSpace K) (e : L) (d_in d_out : nat) (θ θ' : list (matrix K)),
    clos_refl_trans _ (biased_replacement d_in d_out) θ θ' ->
    forall (σ : L -> L) (x : list L), length x = d_in -> biased_values e σ θ x = biased_values e σ θ' x.

(** [mlp-invariance] Such are the expansions of Definition 3.3 with biases: those of the second matrix stay, and the
    units of the pair, which form the network [base], become those of a point of Θ_{r→m}(base). *)
Definition BiasedExpansionManifold : Prop :=
  forall (K : Field) (W A : VectorSpace K) (row : W -> list K) (column : A -> list K)
    (d_in d_out m : nat) (before after : list (matrix K)) (M M' N N' : matrix K) (base θ : network W A),
    (forall v w, row v = row w -> v = w) -> (forall i, nth i (column vzero) zero = zero) ->
    (forall a b i, nth i (column (vadd a b)) zero = add (nth i (column a) zero) (nth i (column b) zero)) ->
    biased_shaped d_in d_out (before ++ M :: M' :: after) -> biased_shaped d_in d_out (before ++ N :: N' :: after) ->
    map (hd zero) M' = map (hd zero) N' ->
    biased_units M M' = map (fun u => (row (fst u), column (snd u))) base ->
    biased_units N N' = map (fun u => (row (fst u), column (snd u))) θ ->
    Theta base m θ ->
    biased_replacement d_in d_out (before ++ M :: M' :: after) (before ++ N :: N' :: after).

(** [mlp-invariance] With biases, reduction steps and permutations of the units at one layer are such replacements; each
    network has others, of one hidden unit more: with a unit of outgoing vector 0 at any layer, or with a unit split in
    two. In a row the entry of the new unit comes after the bias. *)
Definition BiasedReplacementsExist : Prop :=
  forall (K : Field) (d_in d_out : nat),
    (forall θ θ' : list (matrix K), biased_reduction d_in d_out θ θ' -> biased_replacement d_in d_out θ θ') /\
    (forall θ θ' : list (matrix K), biased_permutation d_in d_out θ θ' -> biased_replacement d_in d_out θ θ') /\
    (forall (before after : list (matrix K)) (M M' : matrix K) (n : nat) (w : list K),
      biased_shaped d_in d_out (before ++ M :: M' :: after) -> biased_shaped d_in n before -> length w = S n ->
      biased_reduction d_in d_out (before ++ (w :: M) :: map (fun row => hd zero row :: zero :: tl row) M' :: after)
        (before ++ M :: M' :: after)) /\
    (forall (before after : list (matrix K)) (M M' : matrix K) (w : list K) (parts : list (K * K)),
      let rows := combine parts M' in
      let joined := map (fun p => hd zero (snd p) :: add (fst (fst p)) (snd (fst p)) :: tl (snd p)) rows in
      let split := map (fun p => hd zero (snd p) :: fst (fst p) :: snd (fst p) :: tl (snd p)) rows in
      biased_shaped d_in d_out (before ++ (w :: M) :: joined :: after) ->
      biased_reduction d_in d_out (before ++ (w :: w :: M) :: split :: after)
        (before ++ (w :: M) :: joined :: after)).

(** [mlp-invariance] With biases each step of reduction drops a hidden unit, and every network reduces to one without
    further steps, which is to say to an irreducible one. *)
Definition BiasedReductionNormalForms : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)), biased_shaped d_in d_out θ ->
    (forall θ', biased_reduction d_in d_out θ θ' -> list_sum (map (@length _) θ) = S (list_sum (map (@length _) θ'))) /\
    (exists θ', clos_refl_trans _ (biased_reduction d_in d_out) θ θ' /\ biased_irreducible θ') /\
    (biased_irreducible θ <-> forall θ', ~ biased_reduction d_in d_out θ θ').

(** [mlp-invariance] Whatever the order of the steps and of the layers, and even after expansions: the irreducible
    networks that such sequences of replacements lead to are one, up to the order of the units in each hidden layer. *)
Definition BiasedReductionConfluent : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ θ1 θ2 : list (matrix K)),
    characteristic_zero K -> θ <> [] -> biased_shaped d_in d_out θ ->
    clos_refl_trans _ (biased_replacement d_in d_out) θ θ1 -> biased_irreducible θ1 ->
    clos_refl_trans _ (biased_replacement d_in d_out) θ θ2 -> biased_irreducible θ2 ->
    renumbered (seq 0 d_in) θ1 θ2.

(** [mlp-invariance] The converse, and with it the whole: two networks with biases and the same number of layers compute
    the same for every activation if and only if they reduce to one irreducible network, up to the order of the units in
    each hidden layer. *)
Definition FunctionsDetermineBiasedLayers : Prop :=
  forall (K : Field) (L : VectorSpace K) (e : L) (d_in d_out : nat) (θ θ' : list (matrix K)),
    characteristic_zero K -> infinite_dimensional L -> e <> vzero -> length θ = length θ' -> θ <> [] ->
    biased_shaped d_in d_out θ -> biased_shaped d_in d_out θ' ->
    ((forall (σ : L -> L) (x : list L), length x = d_in -> biased_values e σ θ x = biased_values e σ θ' x) <->
     exists φ φ', clos_refl_trans _ (biased_reduction d_in d_out) θ φ /\ biased_irreducible φ /\
       clos_refl_trans _ (biased_reduction d_in d_out) θ' φ' /\ biased_irreducible φ' /\
       renumbered (seq 0 d_in) φ φ').

(** [mlp-invariance] So an irreducible network with biases has the least number of units in every layer, of all networks
    with the same number of layers that compute the same for every activation. *)
Definition IrreducibleBiasedLayersLeast : Prop :=
  forall (K : Field) (L : VectorSpace K) (e : L) (d_in d_out : nat) (θ θ' : list (matrix K)),
    characteristic_zero K -> infinite_dimensional L -> e <> vzero -> length θ = length θ' -> θ <> [] ->
    biased_shaped d_in d_out θ -> biased_shaped d_in d_out θ' -> biased_irreducible θ ->
    (forall (σ : L -> L) (x : list L), length x = d_in -> biased_values e σ θ x = biased_values e σ θ' x) ->
    Forall2 le (map (@length _) θ) (map (@length _) θ').

(** [mlp-invariance] There are infinite-dimensional spaces over every field. *)
Definition InfiniteDimensionsExist : Prop :=
  forall K : Field, exists L : VectorSpace K, infinite_dimensional L.

(** [mlp-count] [mlp-connected] The subspaces of units that are lists of coordinates are those of Definitions 3.2 and
    4.1: [row] and [column] write the vectors of the spaces at hand as such lists. *)
Definition UnitSubspaces : Prop :=
  forall (K : Field) (W A : VectorSpace K) (row : W -> list K) (column : A -> list K) (d_in d_out : nat)
    (base θ : network W A),
    coordinates d_in row -> coordinates d_out column ->
    let written := map (fun u : W * A => (row (fst u), column (snd u))) in
    (forall P, units_Gamma P (written base) (written θ) <-> Gamma base P θ) /\
    (forall m, units_Theta m (written base) (written θ) <-> Theta base m θ) /\
    forall g, (forall t, In t g -> t < length base) ->
      (units_Gamma_bar g (written base) (written θ) <-> Gamma_bar base g θ).

(** [mlp-count] [mlp-invariance] The points of Θ are reached by expanding one layer after the other, so they compute the
    function of θ for every σ. *)
Definition LayerThetaKeepsFunction : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ φ : list (matrix K)) (m : list nat),
    shaped d_in d_out θ -> layers_Theta d_in θ m φ ->
    clos_refl_trans _ (layer_replacement d_in d_out) θ φ /\
    forall (σ : K -> K) (x : list K), layers_output σ θ x = layers_output σ φ x.

(** [mlp-count] None of the subspaces includes another. *)
Definition NoLayerSubspaceIncludesAnother : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat) (P Q : list (list code)),
    characteristic_zero K -> irreducible_base d_in d_out θ ->
    for_widths labelled_partition θ m P -> for_widths labelled_partition θ m Q ->
    (forall φ, layers_Gamma d_in θ P φ -> layers_Gamma d_in θ Q φ) -> P = Q.

(** [mlp-count] Θ is a union of ∏ T(r_l, m_l) affine subspaces, none of which includes another: a list has so many, each
    of them that of a tuple, and holds with two points the line through them; Θ is their union. *)
Definition LayerSubspacesCounted : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat),
    characteristic_zero K -> irreducible_base d_in d_out θ -> length m = length (hidden_widths θ) ->
    exists l : list (list (matrix K) -> Prop),
      Z.of_nat (length l) = over_layers T θ m /\
      (forall S, In S l -> exists P, for_widths labelled_partition θ m P /\ S = layers_Gamma d_in θ P) /\
      (forall i j S S', nth_error l i = Some S -> nth_error l j = Some S' -> (forall φ, S φ -> S' φ) -> i = j) /\
      (forall S φ φ' s, In S l -> S φ -> S φ' -> S (layers_towards s φ φ')) /\
      (forall φ, layers_Theta d_in θ m φ <-> exists S, In S l /\ S φ).

(** [mlp-count] There are ∏ G(r_l, m_l) critical subspaces, as many as tuples of surjections; they are not empty, and
    disjoint. *)
Definition CriticalLayerSubspaces : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat),
    irreducible_base d_in d_out θ -> length m = length (hidden_widths θ) ->
    counted (for_widths surjection θ m) (over_layers G θ m) /\
    (forall g, for_widths surjection θ m g -> exists φ, layers_Gamma_bar d_in θ g φ) /\
    (forall g h φ, for_widths surjection θ m g -> for_widths surjection θ m h ->
      layers_Gamma_bar d_in θ g φ -> layers_Gamma_bar d_in θ h φ -> g = h).

(** [mlp-connected] If m_l > r_l in every hidden layer, segments inside Θ lead from each of its points to every other.
    *)
Definition LayerThetaConnected : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ φ φ' : list (matrix K)) (m : list nat),
    irreducible_base d_in d_out θ -> Forall2 lt (hidden_widths θ) m ->
    layers_Theta d_in θ m φ -> layers_Theta d_in θ m φ' ->
    clos_refl_trans _ (layers_segment_inside (layers_Theta d_in θ m)) φ φ'.

(** [mlp-order] The order in which hidden layers are expanded changes the manifold: from a network of widths 1-1-1-1 to
    1-2-2-1 there is one that is reached from the last layer to the first and not from the first to the last, and one
    the other way round; so expansion from the last layer to the first doesn't give the largest manifold. *)
Definition OrderMatters : Prop :=
  forall K : Field, characteristic_zero K -> exists θ φ φ' : list (matrix K),
    irreducible_base 1 1 θ /\ hidden_widths θ = [1; 1] /\
    layers_Theta 1 θ [2; 2] φ /\ ~ first_to_last units_Theta 1 θ [2; 2] φ /\
    first_to_last units_Theta 1 θ [2; 2] φ' /\ ~ layers_Theta 1 θ [2; 2] φ'.

(** [mlp-order] Neither order of expansion gives all networks of the function of θ: in the union of the Φ_P there are
    networks that expansion from the last layer to the first doesn't reach, and others that expansion from the first to
    the last doesn't. *)
Definition ForwardPassLarger : Prop :=
  forall K : Field, characteristic_zero K -> exists θ φ φ' : list (matrix K),
    irreducible_base 1 1 θ /\ hidden_widths θ = [1; 1] /\
    (exists P, for_widths labelled_partition θ [2; 2] P /\ layers_Phi [Label 0] P θ φ) /\
    ~ layers_Theta 1 θ [2; 2] φ /\
    (exists P, for_widths labelled_partition θ [2; 2] P /\ layers_Phi [Label 0] P θ φ') /\
    ~ first_to_last units_Theta 1 θ [2; 2] φ'.

(** [ext-parity-count] The signed labelled partitions are counted, T±(r,m) for an odd and T₊(r,m) for an even σ; with a
    recurrence. *)
Definition SignedPartitionsCounted : Prop :=
  forall p r m,
    counted (signed_partition p r m) (T_signed p r m) /\
    T_signed p r (S m) =
      ((2 * Z.of_nat r + match p with Odd => 2 | Even => 1 end) * T_signed p r m +
       2 * Z.of_nat r * T_signed p (r - 1) m + T_signed p (S r) m)%Z.

(** [ext-parity-count] None of their subspaces includes another, if the field has characteristic 0, there are nonzero
    incoming and outgoing vectors, and no unit has incoming vector 0. *)
Definition NoSignedSubspaceIncludesAnother : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (base : network W A) (m : nat) (P Q : list signed_code),
    characteristic_zero K -> (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) ->
    signed_irreducible p base -> ~ In vzero (map fst base) ->
    signed_partition p (length base) m P -> signed_partition p (length base) m Q ->
    (forall θ, signed_Gamma p base P θ -> signed_Gamma p base Q θ) -> P = Q.

(** [ext-parity-count] The subspace of P has dimension (m − r − j)·d_out + j·d_in, where j is the number of zero blocks;
    silent units form none. *)
Definition SignedSubspaceDimension : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (d_in d_out m : nat) (base : network W A)
    (P : list signed_code),
    vector_dimension W d_in -> vector_dimension A d_out -> signed_partition p (length base) m P ->
    let j := zero_blocks (map fst (audible P)) in
    length base + j <= m /\
    affine_of_dimension network_towards (signed_Gamma p base P) ((m - length base - j) * d_out + j * d_in).

(** [ext-parity] Reduction keeps the odd or even measure, hence the function for every σ of that parity. *)
Definition SignedReductionInvariant : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (θ θ' : network W A),
    @add K one one <> zero ->
    (signed_reduces_to p θ θ' -> same_signed_measure p θ θ') /\
    (same_signed_measure p θ θ' -> same_signed_function p θ θ').

(** [ext-parity] Each step drops a unit; a network can't be reduced further exactly if no two of its units can be merged
    and none dropped; and each reduces to such a one. *)
Definition SignedReductionNormalForms : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (θ : network W A),
    @add K one one <> zero ->
    (forall θ', signed_step p θ θ' -> length θ = S (length θ')) /\
    ((forall θ', ~ signed_step p θ θ') <-> signed_irreducible p θ) /\
    exists θ', signed_reduces_to p θ θ' /\ signed_irreducible p θ'.

(** [ext-parity] Two networks have one odd (even) measure exactly if they reduce to the same up to permutation and
    mirrored units, whatever the order of the steps. *)
Definition SignedNormalFormUnique : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (θ θ' φ φ' : network W A),
    @add K one one <> zero ->
    signed_reduces_to p θ φ -> signed_irreducible p φ -> signed_reduces_to p θ' φ' -> signed_irreducible p φ' ->
    (same_signed_measure p θ θ' <-> same_up_to_mirrors p φ φ').

(** [ext-parity] [ext-parity-connected] The union of the subspaces of signed labelled partitions is the fibre of the odd
    or even measure. *)
Definition SignedThetaIsFibre : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (base θ : network W A) (m : nat),
    @add K one one <> zero -> signed_irreducible p base ->
    (signed_Theta p base m θ <-> length θ = m /\ same_signed_measure p θ base).

(** [ext-parity-connected] For m > r any two points of it are joined by segments inside it. *)
Definition SignedThetaConnected : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (base θ θ' : network W A) (m : nat),
    @add K one one <> zero -> signed_irreducible p base -> length base < m ->
    signed_Theta p base m θ -> signed_Theta p base m θ' -> joined_by_segments (signed_Theta p base m) θ θ'.

(** [ext-parity-connected] For m = r there are 2^r·r! points, unless a unit has incoming vector 0, and no segment joins
    two of them. *)
Definition SignedThetaAtMinimalWidth : Prop :=
  forall (K : Field) (W A : VectorSpace K) (p : parity) (base : network W A),
    characteristic_zero K -> signed_irreducible p base ->
    (~ In vzero (map fst base) ->
     counted (signed_Theta p base (length base)) (2 ^ Z.of_nat (length base) * factorial (length base))%Z) /\
    forall θ θ', segment_inside (signed_Theta p base (length base)) θ θ' -> θ = θ'.

(** ** Identifiability, Theorem 4.2 *)

(** The rationals are an ordered field, and Archimedean. *)
Definition OrderedFieldExists : Prop :=
  exists (K : OrderedField) (h : Qcanon.Qc -> K),
    archimedean K /\ h (Qcanon.Q2Qc 0) = zero /\ h (Qcanon.Q2Qc 1) = one /\
    (forall x y, h (Qcanon.Qcplus x y) = add (h x) (h y)) /\
    (forall x y, h (Qcanon.Qcmult x y) = mul (h x) (h y)) /\
    (forall x y, Qcanon.Qclt x y <-> less (h x) (h y)) /\ forall s, exists x, h x = s.

(** The definitions have instances: spaces with coordinates of every dimension, and over every ordered field a function
    all of whose coefficients are 1, t ↦ 1/(1 − t). *)
Definition ExpansionsExist : Prop :=
  (forall (K : Field) (d : nat), exists (V : VectorSpace K) (c : V -> list K),
    coordinates d c /\ forall l, length l = d -> exists v, c v = l) /\
  forall K : OrderedField, expands (fun t : K => inv (add one (opp t))) (fun _ => one).

(** [thm-4.2] The core: Σ_i a_i λ_i^n = 0 for n = 0, infinitely many even and infinitely many odd n, with distinct λ_i,
    only if all a_i = 0. *)
Definition PowerSumsIndependent : Prop :=
  forall (K : OrderedField) (l : list (K * K)),
    archimedean K -> NoDup (map fst l) ->
    let vanishes n := sum (map (fun p => mul (snd p) (power (fst p) n)) l) = zero in
    vanishes 0 -> often (fun n => Nat.Even n /\ vanishes n) -> often (fun n => Nat.Odd n /\ vanishes n) ->
    forall p, In p l -> snd p = zero.

(** [thm-4.2] For given λ_i finitely many n suffice: as many even n as there are |λ_i|, 0 among them if a λ_i is 0, and
    as many odd n as there are pairs λ, −λ other than 0. *)
Definition FinitelyManyExponents : Prop :=
  forall (K : OrderedField) (l : list (K * K)) (evens odds : list nat),
    NoDup (map fst l) -> NoDup evens -> NoDup odds ->
    (forall n, In n evens -> Nat.Even n) -> (forall n, In n odds -> Nat.Odd n) ->
    length (nodup scalar_eq_dec (map (fun p => mul (fst p) (fst p)) l)) <= length evens ->
    (In zero (map fst l) -> In 0 evens) ->
    length (filter (fun λ => if scalar_eq_dec λ zero then false else if in_dec scalar_eq_dec (opp λ) (map fst l)
      then true else false) (map fst l)) <= 2 * length odds ->
    (forall n, In n evens \/ In n odds -> sum (map (fun p => mul (snd p) (power (fst p) n)) l) = zero) ->
    forall p, In p l -> snd p = zero.

(** [thm-4.2] If σ(0) ≠ 0, and σ^(n)(0) ≠ 0 for infinitely many even and odd n, networks that give the same outputs have
    the same measure. So zero loss, on all inputs, with a teacher that is irreducible is reached in Θ(teacher) only; and
    the teacher is unique up to permutation among the irreducible ones, which the paper assumes. *)
Definition ZeroLossOnlyInTheta : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (d_in d_out : nat) (c : W -> list K) (c' : A -> list K)
    (σ : K -> K) (s : nat -> K) (teacher θ : network W A),
    archimedean K -> coordinates d_in c -> coordinates d_out c' ->
    expands σ s -> s 0 <> zero ->
    often (fun n => Nat.Even n /\ s n <> zero) -> often (fun n => Nat.Odd n /\ s n <> zero) ->
    same_outputs d_in c σ θ teacher ->
    same_measure θ teacher /\
    (irreducible teacher -> Theta teacher (length θ) θ) /\
    (irreducible teacher -> irreducible θ -> Permutation θ teacher).

(** [ext-parity] The same with the signed measure: for the odd one infinitely many odd derivatives at 0 suffice, for the
    even one infinitely many even ones and σ(0) ≠ 0. [p] says which measure; σ itself needn't be odd or even, as ½ + odd
    or z/2 + even. *)
Definition ZeroLossOnlyInSignedTheta : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (d_in d_out : nat) (c : W -> list K) (c' : A -> list K)
    (p : parity) (σ : K -> K) (s : nat -> K) (teacher θ : network W A),
    archimedean K -> coordinates d_in c -> coordinates d_out c' ->
    expands σ s ->
    match p with
    | Odd => often (fun n => Nat.Odd n /\ s n <> zero)
    | Even => s 0 <> zero /\ often (fun n => Nat.Even n /\ s n <> zero)
    end ->
    same_outputs d_in c σ θ teacher ->
    same_signed_measure p θ teacher /\
    (signed_irreducible p teacher -> signed_Theta p teacher (length θ) θ).

(** [ext-parity] With the polynomial part this is all: for σ(z) = k + l·z + ρ(z), where ρ is odd and l = 0, or ρ is even
    and k = 0, two networks give the same outputs if and only if signed measure and polynomial part agree. Infinitely
    many derivatives of σ at 0 of the parity of ρ are other than 0; ρ(0) may be 0, as for SiLU and GELU. *)
Definition SameOutputsSameForm : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (d_in d_out : nat) (c : W -> list K) (c' : A -> list K)
    (p : parity) (k l : K) (ρ : K -> K) (s : nat -> K) (θ θ' : network W A),
    archimedean K -> coordinates d_in c -> coordinates d_out c' ->
    (forall z, ρ (opp z) = mul (parity_sign p) (ρ z)) -> match p with Odd => l = zero | Even => k = zero end ->
    let σ z := add (add k (mul l z)) (ρ z) in
    expands σ s -> often (fun n => match p with Odd => Nat.Odd n | Even => Nat.Even n end /\ s n <> zero) ->
    (same_outputs d_in c σ θ θ' <-> same_form p d_in c (ρ zero) k l θ θ').

(** The definitions have instances: over an Archimedean ordered field every series is the expansion of
    some function, and there are functions with what is used of the sigmoid and of softplus. *)
Definition SigmoidAndSoftplusExist : Prop :=
  exists K : OrderedField, archimedean K /\ (forall s : nat -> K, exists σ : K -> K, expands σ s) /\
    (exists (σ : K -> K) (s : nat -> K), sigmoid_at_zero σ s) /\
    exists (σ : K -> K) (s : nat -> K), softplus_at_zero σ s.

(** [rem-4.1] [ext-parity] At 0 the sigmoid's derivatives of even order n ≥ 2 vanish; those of odd order don't, and
    alternate in sign. *)
Definition SigmoidDerivatives : Prop :=
  forall (K : OrderedField) (σ : K -> K) (s : nat -> K), sigmoid_at_zero σ s ->
    add (s 0) (s 0) = one /\ (forall n, Nat.Even n -> 2 <= n -> s n = zero) /\
    forall k, less zero (mul (power (opp one) k) (s (2 * k + 1))).

(** [rem-4.1] [ext-parity] Softplus's derivatives of odd order vanish at 0, but for n = 1; those of even order don't, and
    alternate in sign from n = 2 on. *)
Definition SoftplusDerivatives : Prop :=
  forall (K : OrderedField) (σ : K -> K) (s : nat -> K), softplus_at_zero σ s ->
    less zero (s 0) /\ add (s 1) (s 1) = one /\ (forall n, Nat.Odd n -> 2 <= n -> s n = zero) /\
    forall k, less zero (mul (power (opp one) k) (s (2 * k + 2))).

(** [rem-4.1] The definitions determine all derivatives at 0, but for softplus's value ln 2. *)
Definition SigmoidAndSoftplusDetermined : Prop :=
  forall (K : OrderedField) (σ τ : K -> K) (s t : nat -> K),
    (sigmoid_at_zero σ s -> sigmoid_at_zero τ t -> forall n, s n = t n) /\
    (softplus_at_zero σ s -> softplus_at_zero τ t -> forall n, 1 <= n -> s n = t n).

(** [rem-4.1] softplus(x) + α·sigmoid(γx) has no vanishing derivative at 0 if α, γ > 0, so that it meets the condition
    of Theorem 4.2, and none of order n ≥ 2 if α, γ ≠ 0. Neither sigmoid nor softplus meets it. *)
Definition SoftplusPlusSigmoidMeetsCondition : Prop :=
  forall (K : OrderedField) (soft sig : K -> K) (s t : nat -> K),
    softplus_at_zero soft s -> sigmoid_at_zero sig t ->
    (forall α γ : K, α <> zero -> γ <> zero -> exists u : nat -> K,
      expands (fun x => add (soft x) (mul α (sig (mul γ x)))) u /\
      (forall n, 2 <= n -> u n <> zero) /\
      (less zero α -> less zero γ -> (forall n, u n <> zero) /\ meets_condition u)) /\
    ~ meets_condition s /\ ~ meets_condition t.

(** [rem-4.1] If σ(x) + σ(−x) = 1, as for the sigmoid, then a teacher with the one unit (0, 2a) and a student with the
    two units (±w, a) give the same outputs; both are irreducible, and the student isn't in Θ. *)
Definition SigmoidInvariance : Prop :=
  forall (K : Field) (W A : VectorSpace K) (d : nat) (c : W -> list K) (σ : K -> K) (w : W) (a : A),
    @add K one one <> zero -> coordinates d c -> w <> vzero -> a <> vzero ->
    (forall x, add (σ x) (σ (opp x)) = one) ->
    let teacher := [(vzero, vadd a a)] in
    let student := [(w, a); (opposite w, a)] in
    irreducible teacher /\ irreducible student /\ same_outputs d c σ student teacher /\
    ~ same_measure student teacher /\ ~ Theta teacher (length student) student.

(** [rem-4.1] If σ(x) − σ(−x) = x, as for softplus, then a teacher with the one unit (r·v, a) and a student with the
    units (−r·v, a), (v, r·a) and (−v, −r·a) give the same outputs; both are irreducible if r is none of −1, 0, 1, and
    the student isn't in Θ. *)
Definition SoftplusInvariance : Prop :=
  forall (K : Field) (W A : VectorSpace K) (d : nat) (c : W -> list K) (σ : K -> K) (r : K) (v : W) (a : A),
    @add K one one <> zero -> coordinates d c -> v <> vzero -> a <> vzero ->
    r <> zero -> r <> one -> r <> opp one ->
    (forall x, add (σ x) (opp (σ (opp x))) = x) ->
    let teacher := [(scale r v, a)] in
    let student := [(opposite (scale r v), a); (v, scale r a); (opposite v, opposite (scale r a))] in
    irreducible teacher /\ irreducible student /\ same_outputs d c σ student teacher /\
    ~ same_measure student teacher /\ ~ Theta teacher (length student) student.

(** [rem-4.2] For an activation as in Theorem 4.2 and an irreducible teacher, a student of zero loss has its units in
    groups, those of one incoming vector in one group, that form a labelled partition: a group's incoming vector is a
    teacher's, and its outgoing vectors sum to that unit's; or no unit of the teacher has it, and they sum to 0. Each of
    the teacher's units has a group. Reduction leaves the teacher's units, whatever the order of its steps, and keeps
    the
    function for every activation. *)
Definition ZeroLossGroups : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (d_in d_out : nat) (c : W -> list K) (c' : A -> list K)
    (σ : K -> K) (s : nat -> K) (teacher θ : network W A),
    archimedean K -> coordinates d_in c -> coordinates d_out c' -> expands σ s -> meets_condition s ->
    irreducible teacher -> same_outputs d_in c σ θ teacher ->
    (exists group : W -> code,
      let P := map (fun u => group (fst u)) θ in
      labelled_partition (length teacher) (length θ) P /\ Gamma teacher P θ) /\
    (forall w, In w (map fst θ) ->
      In (w, measure θ w) teacher \/ ~ In w (map fst teacher) /\ measure θ w = vzero) /\
    (forall u, In u teacher -> In (fst u) (map fst θ) /\ measure θ (fst u) = snd u) /\
    (exists θ', reduces_to θ θ' /\ irreducible θ') /\
    forall θ', reduces_to θ θ' -> irreducible θ' -> Permutation θ' teacher /\ same_function θ θ'.

(** ** The fewest segments *)

(** [ext-geodesic] A segment inside Θ lies in one of its subspaces, and so does its whole line. *)
Definition SegmentInOneSubspace : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (base θ θ' : network W A) (m : nat),
    closed_segment_inside (Theta base m) θ θ' ->
    exists P, labelled_partition (length base) m P /\ forall s, Gamma base P (network_towards s θ θ').

(** [ext-geodesic] So n + 1 segments inside Θ lead from θ to θ' exactly if n steps lead from a subspace that holds θ to
    one that holds θ': the fewest segments between different points are 1 plus the least
    distance in the graph. *)
Definition SegmentsAreWalks : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (base θ θ' : network W A) (m n : nat),
    joined_by_closed_segments (Theta base m) (S n) θ θ' <->
    exists P, labelled_partition (length base) m P /\ Gamma base P θ /\ walk_to base m n P θ'.

(** [ext-geodesic] These are walks in the graph, from one subspace to another. *)
Definition WalksBetweenSubspaces : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base θ : network W A) (m n : nat) (P : list code),
    labelled_partition (length base) m P ->
    (walk_to base m n P θ <->
     exists Q, labelled_partition (length base) m Q /\ Gamma base Q θ /\ walk base m n P Q).

(** [ext-geodesic] For m = r + 1 the graph is the star graph with each edge divided into two: two different subspaces
    meet exactly if one fills the blank of the other. If there is no blank, two units have one label, and a blank in place
    of either gives the two neighbours; they differ by an exchange of the blank with this label. *)
Definition SubdividedStarGraph : Prop :=
  (forall (K : Field) (W A : VectorSpace K) (base : network W A) (P Q : list code),
    irreducible base ->
    labelled_partition (length base) (S (length base)) P -> labelled_partition (length base) (S (length base)) Q ->
    ((exists θ, Gamma base P θ /\ Gamma base Q θ) <-> P = Q \/ blank_filled P Q \/ blank_filled Q P)) /\
  forall (r : nat) (D : list code), labelled_partition r (S r) D -> ~ In (Zero 0) D ->
    exists l1 l2 l3 t, D = l1 ++ Label t :: l2 ++ Label t :: l3 /\
      forall P, labelled_partition r (S r) P ->
        (blank_filled P D <-> P = l1 ++ Zero 0 :: l2 ++ Label t :: l3 \/ P = l1 ++ Label t :: l2 ++ Zero 0 :: l3).

(** [ext-geodesic] The distance between two subspaces with a blank is twice that of the star graph. *)
Definition SubdividedStarDistance : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (P Q : list code),
    irreducible base ->
    labelled_partition (length base) (S (length base)) P -> labelled_partition (length base) (S (length base)) Q ->
    In (Zero 0) P -> In (Zero 0) Q ->
    walk base (S (length base)) (2 * star_distance P Q) P Q /\
    forall n, walk base (S (length base)) n P Q -> 2 * star_distance P Q <= n.

(** [ext-geodesic] A subspace without a blank is one step further from all others than the nearer one of its two
    neighbours. *)
Definition MiddleOfEdge : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A) (D Q : list code) (n : nat),
    irreducible base ->
    labelled_partition (length base) (S (length base)) D -> ~ In (Zero 0) D -> D <> Q ->
    ((exists k, k <= n /\ walk base (S (length base)) k D Q) <->
     exists P k, labelled_partition (length base) (S (length base)) P /\ blank_filled P D /\ k < n /\
       walk base (S (length base)) k P Q).

(** [ext-geodesic] The diameter is 2·⌊3r/2⌋: no two subspaces are further apart, and two are as far. *)
Definition SubdividedStarDiameter : Prop :=
  forall (K : Field) (W A : VectorSpace K) (base : network W A), irreducible base ->
    let r := length base in
    (forall P Q, labelled_partition r (S r) P -> labelled_partition r (S r) Q ->
      exists n, n <= 2 * (3 * r / 2) /\ walk base (S r) n P Q) /\
    exists P Q, labelled_partition r (S r) P /\ labelled_partition r (S r) Q /\
      forall n, walk base (S r) n P Q -> 2 * (3 * r / 2) <= n.

(** [ext-geodesic] So for m = r + 1 any two points of Θ are joined by 1 + 2·⌊3r/2⌋ segments or fewer, and some two by no
    fewer, if there is an incoming vector other than 0. *)
Definition SegmentsWithOneSpareUnit : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (base : network W A), irreducible base ->
    let r := length base in
    (forall θ θ', Theta base (S r) θ -> Theta base (S r) θ' ->
      exists n, n <= 1 + 2 * (3 * r / 2) /\ joined_by_closed_segments (Theta base (S r)) n θ θ') /\
    (1 <= r -> (exists w : W, w <> vzero) ->
      exists θ θ', Theta base (S r) θ /\ Theta base (S r) θ' /\
        forall n, joined_by_closed_segments (Theta base (S r)) n θ θ' -> 1 + 2 * (3 * r / 2) <= n).

(** ** Finitely many data, Cooper 2018 *)

(** f(x) = Σ_i a_i σ(w_i·x + b_i), where a unit is ((w, b), a). *)
Definition output_with_biases {K : Field} {A : VectorSpace K} (σ : K -> K) (units : list (list K * K * A))
    (x : list K) : A :=
  vsum (map (fun u => scale (σ (add (dot (fst (fst u)) x) (snd (fst u)))) (snd u)) units).

(** [cooper-3.3] Let σ(z) = 0 for z ≤ 0 and σ(z) > 0 for z > 0. As many units as there are data, or more, fit any
    targets at distinct inputs. *)
Definition WidthFitsData : Prop :=
  forall (K : OrderedField) (A : VectorSpace K) (σ : K -> K) (d_in width : nat) (data : list (list K * A)),
    (forall z, at_most z zero -> σ z = zero) -> (forall z, less zero z -> less zero (σ z)) ->
    (forall x y, In (x, y) data -> length x = d_in) -> NoDup (map fst data) -> length data <= width ->
    exists units, length units = width /\
      (forall w b a, In (w, b, a) units -> length w = d_in) /\
      forall x y, In (x, y) data -> output_with_biases σ units x = y.

(** [cooper-3.3] Fewer than two units don't fit the targets y and −y, y ≠ 0, whatever the two inputs. *)
Definition WidthOneMissesTwoTargets : Prop :=
  forall (K : OrderedField) (A : VectorSpace K) (σ : K -> K) (units : list (list K * K * A)) (x x' : list K) (y : A),
    (forall z, at_most z zero -> σ z = zero) -> (forall z, less zero z -> less zero (σ z)) ->
    length units < 2 -> y <> vzero ->
    ~ (output_with_biases σ units x = y /\ output_with_biases σ units x' = scale (opp one) y).

(** * The second variation above a network, §4

    What follows is on Hessians: the second variation of the loss at the points of Definition 4.1, and its inertia. The
    theorems on inertia need a field with an order. *)

(** x + s·y, for scalars, vectors, units, and for lists of them entry by entry; a map is linear if it keeps this. *)
Definition scalar_plus {K : Field} (s x y : K) : K := add x (mul s y).
Definition vector_plus {K : Field} {V : VectorSpace K} (s : K) (x y : V) : V := vadd x (scale s y).
Definition neuron_plus {K : Field} {W A : VectorSpace K} (s : K) (u v : W * A) : W * A :=
  (vector_plus s (fst u) (fst v), vector_plus s (snd u) (snd v)).
Definition list_plus {K : Field} {X : Type} (plus : K -> X -> X -> X) (s : K) (x y : list X) : list X :=
  map (fun p => plus s (fst p) (snd p)) (combine x y).
Definition scalars_plus {K : Field} : K -> list K -> list K -> list K := list_plus scalar_plus.
Definition network_plus {K : Field} {W A : VectorSpace K} : K -> network W A -> network W A -> network W A :=
  list_plus neuron_plus.
Definition linear_form {K : Field} {V : VectorSpace K} (l : V -> K) : Prop :=
  forall s x y, l (vector_plus s x y) = scalar_plus s (l x) (l y).

(** A loss L(θ) = Σ_x c_x(f(x|θ)) over a list of data points x, to second order: the numbers w·x, σ(w·x), σ'(w·x) and
    σ''(w·x) as functions of w, and the first and second derivatives of the costs c_x at an output y, which are a linear
    form of a v in [A] and a symmetric bilinear form. Nothing relates σ, σ', σ'' here, or c', c'': the theorems need no
    relation. *)
Record Loss (K : Field) (W A : VectorSpace K) (X : Type) := {
  data_points : list X;
  input_product : X -> W -> K;
  activated : X -> W -> K;
  slope : X -> W -> K;
  bend : X -> W -> K;
  cost_gradient : X -> A -> A -> K;
  cost_hessian : X -> A -> A -> A -> K;
  input_product_linear : forall x, linear_form (input_product x);
  cost_gradient_linear : forall x y, linear_form (cost_gradient x y);
  cost_hessian_linear : forall x y v, linear_form (cost_hessian x y v);
  cost_hessian_symmetric : forall x y v v', cost_hessian x y v v' = cost_hessian x y v' v
}.

Arguments data_points {_ _ _ _} _.
Arguments input_product {_ _ _ _} _ _ _.
Arguments activated {_ _ _ _} _ _ _.
Arguments slope {_ _ _ _} _ _ _.
Arguments bend {_ _ _ _} _ _ _.
Arguments cost_gradient {_ _ _ _} _ _ _ _.
Arguments cost_hessian {_ _ _ _} _ _ _ _ _.

Section SecondVariation.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X).

(** Σ over the units of θ and their variations δ, another network of the same width. *)
Definition over_units (f : W * A -> W * A -> A) (θ δ : network W A) : A :=
  vsum (map (fun p => f (fst p) (snd p)) (combine θ δ)).

(** What a unit u = (w, a) with variation v = (δw, δa) adds to the derivatives of f(x|θ + εδ) in ε at 0, of first order,
    σ·δa + σ'(δw·x)·a, and of second order, 2σ'(δw·x)·δa + σ''(δw·x)²·a. *)
Definition unit_first (x : X) (u v : W * A) : A :=
  vadd (scale (activated L x (fst u)) (snd v)) (scale (mul (slope L x (fst u)) (input_product L x (fst v))) (snd u)).
Definition unit_second (x : X) (u v : W * A) : A :=
  let h := input_product L x (fst v) in
  vadd (scale (mul (add one one) (mul (slope L x (fst u)) h)) (snd v))
    (scale (mul (bend L x (fst u)) (mul h h)) (snd u)).

(** The derivative of the loss at θ in the direction δ. *)
Definition first_variation (θ δ : network W A) : K :=
  sum (map (fun x => cost_gradient L x (output (activated L x) θ) (over_units (unit_first x) θ δ)) (data_points L)).
Definition critical (θ : network W A) : Prop := forall δ, length δ = length θ -> first_variation θ δ = zero.

(** δᵀ∇²L(θ)δ: the second derivative of L(θ + εδ) in ε at 0. *)
Definition second_variation (θ δ : network W A) : K :=
  sum (map (fun x =>
    let y := output (activated L x) θ in
    let v := over_units (unit_first x) θ δ in
    add (cost_hessian L x y v v) (cost_gradient L x y (over_units (unit_second x) θ δ))) (data_points L)).

(** αᵀE_uω and ωᵀB_uω' of a unit u of [base]: E_u = Σ_x σ'(w·x) ∂c_x xᵀ, B_u = Σ_x (a·∂c_x) σ''(w·x) x xᵀ. *)
Definition mixed_form (base : network W A) (u : W * A) (α : A) (ω : W) : K :=
  sum (map (fun x => mul (mul (slope L x (fst u)) (input_product L x ω))
    (cost_gradient L x (output (activated L x) base) α)) (data_points L)).
Definition bend_form (base : network W A) (u : W * A) (ω ω' : W) : K :=
  sum (map (fun x => mul (mul (cost_gradient L x (output (activated L x) base) (snd u)) (bend L x (fst u)))
    (mul (input_product L x ω) (input_product L x ω'))) (data_points L)).

(** What a copy of u of share b adds in the direction v = (ω, α): 2αᵀE_uω + b·ωᵀB_uω. *)
Definition copy_form (base : network W A) (u : W * A) (b : K) (v : W * A) : K :=
  add (mul (add one one) (mixed_form base u (snd v) (fst v))) (mul b (bend_form base u (fst v) (fst v))).

End SecondVariation.

(** Definition 4.1 with its shares β: copy i is (w_{g(i)}, β_i a_{g(i)}). The map is linear, and variations of the
    smaller network are copied likewise: this is the M of Proposition 4.4. *)
Definition copies {K : Field} {W A : VectorSpace K} (g : list nat) (β : list K) (θ : network W A) : network W A :=
  map (fun p => let u := nth (fst p) θ (vzero, vzero) in (fst u, scale (snd p) (snd u))) (combine g β).

(** The shares of the copies of unit t. *)
Definition shares_of (t : nat) (g : list nat) {K : Field} (β : list K) : list K :=
  map snd (filter (fun p => fst p =? t) (combine g β)).
Definition admissible_shares (r : nat) (g : list nat) {K : Field} (β : list K) : Prop :=
  length β = length g /\ forall t, t < r -> sum (shares_of t g β) = one.

(** Σ β_iω_i and Σ α_i over the copies i of unit t, for variations c_i = (ω_i, α_i). *)
Definition gathered {K : Field} {W A : VectorSpace K} (g : list nat) (β : list K) (c : network W A) (t : nat) : W * A :=
  let block := filter (fun p => fst (fst p) =? t) (combine (combine g β) c) in
  (vsum (map (fun p => scale (snd (fst p)) (fst (snd p))) block), vsum (map (fun p => snd (snd p)) block)).
Definition balanced {K : Field} {W A : VectorSpace K} (r : nat) (g : list nat) (β : list K) (c : network W A) : Prop :=
  forall t, t < r -> gathered g β c t = (vzero, vzero).

(** A saddle, strict or not: a critical point with lower and higher values of the loss arbitrarily near. Neighbourhoods
    are those of the entries: finitely many linear forms of every unit differ by less than ε. *)
Definition loss_value {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
    (θ : network W A) : K :=
  sum (map (fun x => cost x (output (activated L x) θ)) (data_points L)).
Definition arbitrarily_near {K : OrderedField} {W A : VectorSpace K} (θ : network W A)
    (P : network W A -> Prop) : Prop :=
  forall (forms : list (W * A -> K)) (ε : K),
    (forall l, In l forms -> forall s u v, l (neuron_plus s u v) = scalar_plus s (l u) (l v)) -> less zero ε ->
    exists θ', length θ' = length θ /\ P θ' /\
      forall l u u', In l forms -> In (u, u') (combine θ θ') ->
        less (add (l u') (opp (l u))) ε /\ less (add (l u) (opp (l u'))) ε.
Definition saddle {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
    (θ : network W A) : Prop :=
  critical L θ /\
  arbitrarily_near θ (fun θ' => less (loss_value L cost θ') (loss_value L cost θ)) /\
  arbitrarily_near θ (fun θ' => less (loss_value L cost θ) (loss_value L cost θ')).

(** * Derivatives

    What the formulas above have to do with σ, σ', σ'' and the costs. Sizes are those of coordinates: a map [f] takes
    lists of n scalars to the space at hand, and p has size at most u if it is f(x) for an x of n entries in [−u, u]. *)
Definition of_size {K : OrderedField} {X : Type} (n : nat) (f : list K -> X) (u : K) (p : X) : Prop :=
  exists x, length x = n /\ f x = p /\ forall c, In c x -> within c u.

(** r(h) = o(|h|^k) as h → 0. *)
Definition negligible {K : OrderedField} {X : Type} (n : nat) (f : list K -> X) (k : nat) (r : X -> K) : Prop :=
  forall ε, less zero ε -> exists δ, less zero δ /\
    forall u h, less zero u -> less u δ -> of_size n f u h -> within (r h) (mul ε (power u k)).

(** F is continuous at p; F(p + h) = F(p) + l(h) + o(|h|), as Fréchet's derivative is defined; F(p + h) = F(p) + l(h) +
    ½q(h) + o(|h|²), which over ℝ every F has at p that is twice differentiable there (Taylor's theorem in Peano's
    form). *)
Definition continuous {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) : Prop :=
  negligible n f 0 (fun h => add (F (plus one p h)) (opp (F p))).
Definition derivative {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) (l : X -> K) : Prop :=
  negligible n f 1 (fun h => add (F (plus one p h)) (opp (add (F p) (l h)))).
Definition second_derivative {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) (l q : X -> K) : Prop :=
  negligible n f 2 (fun h => add (F (plus one p h)) (opp (add (F p) (add (l h) (mul (inv (add one one)) (q h)))))).

(** The same at the points p + h with h in N, near p: there the derivative is 0, the second one is near q, and what is
    left is uniformly o(|k|²). Over ℝ every F has this that is C² near p and has derivative 0 at these points. *)
Definition second_derivative_along {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) (N : X -> Prop) (q : X -> K) : Prop :=
  forall ε, less zero ε -> exists δ, less zero δ /\
    forall v u h k, less zero v -> less v δ -> less zero u -> less u δ -> N h -> of_size n f v h -> of_size n f u k ->
      within (add (F (plus one (plus one p h) k)) (opp (add (F (plus one p h)) (mul (inv (add one one)) (q k)))))
        (mul ε (power u 2)).

(** No point near p has a lower value; not all others need have higher ones. *)
Definition local_minimum {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) : Prop :=
  exists δ, less zero δ /\ forall u h, less zero u -> less u δ -> of_size n f u h -> at_most (F p) (F (plus one p h)).

(** σ and the costs are differentiable; continuously; twice. Here fA gives coordinates of the outputs, d of them. *)
Definition differentiable_loss {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X)
    (cost : X -> A -> K) (d : nat) (fA : list K -> A) : Prop :=
  exists σ σ' : K -> K,
    (forall x w, activated L x w = σ (input_product L x w) /\ slope L x w = σ' (input_product L x w)) /\
    (forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z))) /\
    forall x y, derivative vector_plus d fA (cost x) y (cost_gradient L x y).
Definition continuously_differentiable_loss {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X)
    (cost : X -> A -> K) (d : nat) (fA : list K -> A) : Prop :=
  exists σ σ' : K -> K,
    (forall x w, activated L x w = σ (input_product L x w) /\ slope L x w = σ' (input_product L x w)) /\
    (forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z))) /\
    (forall x y, derivative vector_plus d fA (cost x) y (cost_gradient L x y)) /\
    (forall z, continuous scalar_plus 1 (hd zero) σ' z) /\
    forall x y v, continuous vector_plus d fA (fun y' => cost_gradient L x y' v) y.
Definition twice_differentiable_loss {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X)
    (cost : X -> A -> K) (d : nat) (fA : list K -> A) : Prop :=
  exists σ σ' σ'' : K -> K,
    (forall x w, activated L x w = σ (input_product L x w) /\ slope L x w = σ' (input_product L x w) /\
      bend L x w = σ'' (input_product L x w)) /\
    (forall z, second_derivative scalar_plus 1 (hd zero) σ z (mul (σ' z)) (fun t => mul (σ'' z) (mul t t))) /\
    forall x y, second_derivative vector_plus d fA (cost x) y (cost_gradient L x y) (fun v => cost_hessian L x y v v).

(** l is linear on S, and b bilinear. *)
Definition linear_on {K : Field} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (l : X -> K) : Prop :=
  forall s x y, S x -> S y -> l (plus s x y) = scalar_plus s (l x) (l y).
Definition bilinear_on {K : Field} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (b : X -> X -> K) : Prop :=
  (forall x, S x -> linear_on plus S (b x)) /\ forall y, S y -> linear_on plus S (fun x => b x y).

(** * Inertia

    Coordinates on a subspace S of a space X, in which x + s·y is [plus s x y]: a linear bijection of K^n, lists of n
    scalars, and S. *)
Definition linear_coordinates {K : Field} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat)
    (f : list K -> X) : Prop :=
  (forall x, length x = n -> S (f x)) /\
  (forall p, S p -> exists x, length x = n /\ f x = p) /\
  (forall x y, length x = n -> length y = n -> f x = f y -> x = y) /\
  (forall s x y, length x = n -> length y = n -> f (scalars_plus s x y) = plus s (f x) (f y)).

(** Σ d_i x_i² *)
Definition diagonal {K : Field} (d x : list K) : K :=
  sum (map (fun p => mul (fst p) (mul (snd p) (snd p))) (combine d x)).

(** Of these scalars p are positive, q negative and z zero. *)
Inductive signs {K : OrderedField} : list K -> nat -> nat -> nat -> Prop :=
  | no_signs : signs [] 0 0 0
  | positive_first : forall s l p q z, less zero s -> signs l p q z -> signs (s :: l) (S p) q z
  | negative_first : forall s l p q z, less s zero -> signs l p q z -> signs (s :: l) p (S q) z
  | zero_first : forall l p q z, signs l p q z -> signs (zero :: l) p q (S z).

(** Q has inertia (p, q, z) on S: in some coordinates it is Σ d_i x_i², with p of the d_i positive, q negative and z
    zero. For the second derivative at a critical point q is the index, and z the number of zero eigenvalues. *)
Definition inertia_on {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K)
    (p q z : nat) : Prop :=
  exists f d,
    linear_coordinates plus S (length d) f /\ (forall x, length x = length d -> Q (f x) = diagonal d x) /\
    signs d p q z.

(** The kernel of E_u, and its rank: the incoming vectors have dimension d_in, and the kernel has d_in less the rank. *)
Definition mixed_kernel {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A)
    (u : W * A) (ω : W) : Prop :=
  forall α, mixed_form L base u α ω = zero.
Definition mixed_rank {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A)
    (u : W * A) (d_in ρ : nat) : Prop :=
  exists κ, affine_of_dimension vector_towards (mixed_kernel L base u) κ /\ κ + ρ = d_in.

(** Inertias on the variations of a network of width m, and on the kernel of E_u that of B_u. *)
Definition loss_inertia {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (θ : network W A) :
    nat -> nat -> nat -> Prop :=
  inertia_on network_plus (fun δ => length δ = length θ) (second_variation L θ).
Definition bend_inertia {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A)
    (u : W * A) : nat -> nat -> nat -> Prop :=
  inertia_on vector_plus (mixed_kernel L base u) (fun ω => bend_form L base u ω ω).

(** What an index formula needs to know of a unit: rank E, the inertia of B on its kernel, and how many shares are
    positive, negative and 0. *)
Record CopiedUnit := {
  unit_rank : nat;
  bend_positive : nat;
  bend_negative : nat;
  bend_zero : nat;
  shares_positive : nat;
  shares_negative : nat;
  shares_zero : nat
}.

Definition copied_unit {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A)
    (d_in : nat) (g : list nat) (β : list K) (t : nat) (c : CopiedUnit) : Prop :=
  let u := nth t base (vzero, vzero) in
  mixed_rank L base u d_in (unit_rank c) /\ bend_inertia L base u (bend_positive c) (bend_negative c) (bend_zero c) /\
  signs (shares_of t g β) (shares_positive c) (shares_negative c) (shares_zero c).

(** The number k of copies, and what they add to the numbers of positive, negative and zero eigenvalues. *)
Definition copy_number (c : CopiedUnit) : nat := shares_positive c + shares_negative c + shares_zero c.
Definition added_positive (c : CopiedUnit) : nat :=
  (copy_number c - 1) * unit_rank c + (shares_positive c - 1) * bend_positive c + shares_negative c * bend_negative c.
Definition added_negative (c : CopiedUnit) : nat :=
  (copy_number c - 1) * unit_rank c + (shares_positive c - 1) * bend_negative c + shares_negative c * bend_positive c.
Definition added_zero (d_in d_out : nat) (c : CopiedUnit) : nat :=
  (copy_number c - 1) * (d_out - unit_rank c) + (shares_positive c + shares_negative c - 1) * bend_zero c +
  shares_zero c * (d_in - unit_rank c).
Definition over_blocks (r : nat) (f : nat -> nat) : nat := list_sum (map f (seq 0 r)).

(** [ext-inertia] [fukumizu] The second variation above any network splits. Every variation is in one way a copy of one
    of the smaller network, δa_i = β_iα_t, δw_i = u_t, plus a balanced one, Σα_i = 0 and Σβ_iω_i = 0 on each block; and
    the second variation is then that of the smaller network plus Σ_i 2α_iᵀE_tω_i + β_iω_iᵀB_tω_i, without mixed terms.
    *)
Definition SecondVariationSplits : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base : network W A) (m : nat)
    (g : list nat) (β : list K),
    surjection (length base) m g -> admissible_shares (length base) g β ->
    (forall δ : network W A, length δ = m ->
      exists! p : network W A * network W A,
        length (fst p) = length base /\ length (snd p) = m /\ balanced (length base) g β (snd p) /\
        δ = network_plus one (copies g β (fst p)) (snd p)) /\
    forall x c : network W A, length x = length base -> length c = m -> balanced (length base) g β c ->
      second_variation L (copies g β base) (network_plus one (copies g β x) c) =
      add (second_variation L base x)
        (sum (map (fun p => copy_form L base (nth (fst (fst p)) base (vzero, vzero)) (snd (fst p)) (snd p))
          (combine (combine g β) c))).

(** [def-4.1] [prop-4.3] [prop-4.4] The points of Definition 4.1 are the [copies] of [base], and are critical if [base]
    is. *)
Definition CriticalPointsCopied : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base : network W A) (m : nat) (g : list nat),
    surjection (length base) m g ->
    (forall θ, Gamma_bar base g θ <-> exists β, admissible_shares (length base) g β /\ θ = copies g β base) /\
    (critical L base -> forall θ, Gamma_bar base g θ -> critical L θ).

(** [prop-4.4] H_r = MᵀH_mM, at critical points and at all others; so a direction in which the second variation is
    negative, or positive, is copied to such a one, and strict saddles to strict saddles. *)
Definition HessianPulledBack : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base x : network W A) (m : nat)
    (g : list nat) (β : list K),
    surjection (length base) m g -> admissible_shares (length base) g β -> length x = length base ->
    second_variation L (copies g β base) (copies g β x) = second_variation L base x.

(** [prop-4.4] Above a critical point the directions of Γ̄ lie in the kernel of the Hessian: a multiple of one changes
    no second variation. Γ̄ has dimension m − r ([CriticalSubspaces]). *)
Definition NullDirections : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base θ θ' δ : network W A) (m : nat)
    (g : list nat) (s : K),
    surjection (length base) m g -> critical L base -> Gamma_bar base g θ -> Gamma_bar base g θ' -> length δ = m ->
    second_variation L θ (network_plus s δ (network_plus (opp one) θ' θ)) = second_variation L θ δ.

(** [saddles-stay] Every point above a saddle, strict or not, is a saddle. *)
Definition SaddlesStay : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (base θ : network W A) (m : nat) (g : list nat),
    surjection (length base) m g -> saddle L cost base -> Gamma_bar base g θ -> saddle L cost θ.

(** [ext-inertia] [prop-4.4] [fukumizu] Sylvester's law: a form has one inertia, so the word "the" is in order; and (p,
    q, z) add up to the number of coordinates. Neither the space nor the form has to be known to be linear or quadratic.
    *)
Definition InertiaUnique : Prop :=
  forall (K : OrderedField) (X : Type) (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) (p q z p' q' z' : nat),
    inertia_on plus S Q p q z ->
    (inertia_on plus S Q p' q' z' -> p = p' /\ q = q' /\ z = z') /\
    forall n f, linear_coordinates plus S n f -> p + q + z = n.

(** [ext-inertia] [prop-4.4] [fukumizu] Every inertia that the index needs exists: a symmetric bilinear form on a space
    of finite dimension has one, and so have the second variation at any network and the form B_u on the kernel of E_u,
    which has a rank. *)
Definition InertiaExists : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (d_in d_out : nat),
    vector_dimension W d_in -> vector_dimension A d_out ->
    (forall b : W -> W -> K, (forall w, linear_form (b w)) -> (forall v w, b v w = b w v) ->
      exists p q z, inertia_on vector_plus (fun _ => True) (fun w => b w w) p q z) /\
    forall (X : Type) (L : Loss K W A X) (base θ : network W A) (g : list nat) (β : list K) (t : nat),
      (exists p q z, loss_inertia L θ p q z) /\ exists c, copied_unit L base d_in g β t c.

(** [ext-inertia] [fukumizu] The index above any network, critical or not, in arbitrary replications: with n₊ positive
    and n₋ negative shares among the k copies of a unit, i₋(H_m) = i₋(H_r) + Σ_t [(k_t − 1)·rank E_t + (n₊ −
    1)·i₋(B_t|ker E_t) + n₋·i₊(B_t|ker E_t)]; likewise i₊ with i₊, i₋ of B_t exchanged, and the zero eigenvalues. *)
Definition IndexAbove : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base : network W A)
    (d_in d_out m : nat) (g : list nat) (β : list K) (p q z : nat) (units : nat -> CopiedUnit),
    vector_dimension W d_in -> vector_dimension A d_out ->
    surjection (length base) m g -> admissible_shares (length base) g β ->
    loss_inertia L base p q z ->
    (forall t, t < length base -> copied_unit L base d_in g β t (units t)) ->
    loss_inertia L (copies g β base)
      (p + over_blocks (length base) (fun t => added_positive (units t)))
      (q + over_blocks (length base) (fun t => added_negative (units t)))
      (z + over_blocks (length base) (fun t => added_zero d_in d_out (units t))).

(** [ext-inertia] [prop-4.4] No number of the inertia falls under expansion. *)
Definition InertiaNeverFalls : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base : network W A)
    (d_in d_out m : nat) (g : list nat) (β : list K) (p q z p' q' z' : nat),
    vector_dimension W d_in -> vector_dimension A d_out ->
    surjection (length base) m g -> admissible_shares (length base) g β ->
    loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' -> p <= p' /\ q <= q' /\ z <= z'.

(** [prop-4.4] Above a critical point without outgoing vectors 0 the Hessian has at least m − r zero eigenvalues more
    than there, and no fewer negative ones: above a strict saddle, with q > 0, there are only such. *)
Definition ZeroEigenvaluesAbove : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base θ : network W A)
    (d_in d_out m : nat) (g : list nat) (p q z p' q' z' : nat),
    vector_dimension W d_in -> vector_dimension A d_out ->
    surjection (length base) m g -> critical L base -> ~ In vzero (map snd base) -> Gamma_bar base g θ ->
    loss_inertia L base p q z -> loss_inertia L θ p' q' z' -> z + (m - length base) <= z' /\ q <= q'.

(** [ext-saddle] [fukumizu] If E_t ≠ 0 and unit t is copied, every point above a critical one is a strict saddle:
    critical, with a direction in which the second variation is negative. Since a_tᵀE_t = 0, this needs a second
    output. *)
Definition StrictSaddlesAbove : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base : network W A)
    (d_in d_out t : nat),
    vector_dimension W d_in -> vector_dimension A d_out -> critical L base -> t < length base ->
    let u := nth t base (vzero, vzero) in
    (forall ω, mixed_form L base u (snd u) ω = zero) /\
    (d_out = 1 -> snd u <> vzero -> forall α ω, mixed_form L base u α ω = zero) /\
    forall (m : nat) (g : list nat) (θ : network W A),
      surjection (length base) m g -> Gamma_bar base g θ -> 2 <= count_occ Nat.eq_dec g t ->
      (exists α ω, mixed_form L base u α ω <> zero) ->
      critical L θ /\ exists δ, length δ = m /\ less (second_variation L θ δ) zero.

(** [fukumizu] [prop-4.4] For one output, above a critical point without outgoing vectors 0, two matrices are one: E_t =
    0, and the index is i₋(H_r) + Σ_t [(n₊ − 1)·i₋(B_t) + n₋·i₊(B_t)]. So there is no negative eigenvalue exactly if
    there is none below, and for every unit only one share is positive or B_t has no negative eigenvalue, and no share
    is negative or B_t has no positive one. Beside the m − r zero eigenvalues along Γ̄ there are those of B_t, and d_in
    for every share that is 0. *)
Definition IndexForOneOutput : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (base : network W A)
    (d_in m : nat) (g : list nat) (β : list K) (p q z p' q' z' : nat) (units : nat -> CopiedUnit),
    vector_dimension W d_in -> vector_dimension A 1 ->
    surjection (length base) m g -> admissible_shares (length base) g β ->
    critical L base -> ~ In vzero (map snd base) ->
    loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' ->
    (forall t, t < length base ->
      let c := units t in
      inertia_on vector_plus (fun _ => True) (fun ω => bend_form L base (nth t base (vzero, vzero)) ω ω)
        (bend_positive c) (bend_negative c) (bend_zero c) /\
      signs (shares_of t g β) (shares_positive c) (shares_negative c) (shares_zero c)) ->
    q' = q + over_blocks (length base) (fun t => let c := units t in
      (shares_positive c - 1) * bend_negative c + shares_negative c * bend_positive c) /\
    (q' = 0 <-> q = 0 /\ forall t, t < length base -> let c := units t in
      (shares_positive c = 1 \/ bend_negative c = 0) /\ (shares_negative c = 0 \/ bend_positive c = 0)) /\
    z' = z + (m - length base) + over_blocks (length base) (fun t => let c := units t in
      (shares_positive c + shares_negative c - 1) * bend_zero c + shares_zero c * d_in).

(** [ext-inertia] [ext-saddle] The hypotheses can be met, over every ordered field: there is a critical network of one
    unit of inertia (4, 0, 0), a strict minimum, with E of rank 1 and B of inertia (1, 0, 0) on its kernel; copies of
    shares 2, −1 have inertia (5, 2, 1), and of shares 1/2, 1/2 (6, 1, 1). (It has half the squared error, σ(z) = z +
    z² + z³, w = a = (1, 0), inputs (1, 0), (−1, 0), (1, 1) and targets (4, 1), (2, 0), (3, −1).) Its σ and
    costs are twice, and continuously, differentiable. *)
Definition IndexInstance : Prop :=
  forall K : OrderedField, exists (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (target : X -> A) (u : W * A),
    (forall x w, let z := input_product L x w in
      activated L x w = add z (add (power z 2) (power z 3)) /\
      slope L x w = add one (add (mul (of_nat 2) z) (mul (of_nat 3) (power z 2))) /\
      bend L x w = add (of_nat 2) (mul (of_nat 6) z)) /\
    (forall x y v v', let error := vadd y (scale (opp one) (target x)) in
      cost_gradient L x y v = cost_hessian L x (target x) error v /\
      cost_hessian L x y v v' = cost_hessian L x (target x) v v' /\
      (v <> vzero -> less zero (cost_hessian L x y v v))) /\
    vector_dimension W 2 /\ vector_dimension A 2 /\ critical L [u] /\ loss_inertia L [u] 4 0 0 /\
    mixed_rank L [u] u 2 1 /\ bend_inertia L [u] u 1 0 0 /\
    loss_inertia L (copies [0; 0] [add one one; opp one] [u]) 5 2 1 /\
    loss_inertia L (copies [0; 0] [inv (add one one); inv (add one one)] [u]) 6 1 1 /\
    exists (cost : X -> A -> K) (fA : list K -> A), linear_coordinates vector_plus (fun _ => True) 2 fA /\
      twice_differentiable_loss L cost 2 fA /\ continuously_differentiable_loss L cost 2 fA.

(** ** The chain rule

    In all coordinates f of the variations of a network, and fA of its outputs. *)

(** [def-2.1] [def-4.1] [prop-4.3] If σ and the costs are differentiable, the formula of the first variation is the
    derivative of the loss: L(θ + δ) = L(θ) + [first_variation] θ δ + o(|δ|). *)
Definition GradientIsDerivative : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (θ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A),
    linear_coordinates vector_plus (fun _ => True) d fA ->
    linear_coordinates network_plus (fun δ => length δ = length θ) n f ->
    differentiable_loss L cost d fA ->
    derivative network_plus n f (loss_value L cost) θ (first_variation L θ).

(** [def-4.1] [prop-4.3] [prop-4.4] [ext-saddle] [saddles-stay] Critical points are those at which the derivative of
    the loss is 0. *)
Definition CriticalIsStationary : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (θ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A),
    linear_coordinates vector_plus (fun _ => True) d fA ->
    linear_coordinates network_plus (fun δ => length δ = length θ) n f ->
    differentiable_loss L cost d fA ->
    (critical L θ <-> derivative network_plus n f (loss_value L cost) θ (fun _ => zero)).

(** [def-2.1] If σ' and the gradients of the costs are continuous, so is the derivative: the loss is C¹. *)
Definition GradientContinuous : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (θ δ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A),
    linear_coordinates vector_plus (fun _ => True) d fA ->
    linear_coordinates network_plus (fun δ => length δ = length θ) n f ->
    continuously_differentiable_loss L cost d fA -> length δ = length θ ->
    continuous network_plus n f (fun θ' => first_variation L θ' δ) θ.

(** [prop-4.4] [ext-saddle] [ext-inertia] [fukumizu] If σ and the costs are twice differentiable, the formula of the
    second variation is δᵀ∇²L(θ)δ: L(θ + δ) = L(θ) + [first_variation] θ δ + ½ [second_variation] θ δ + o(|δ|²). *)
Definition HessianIsSecondDerivative : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (θ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A),
    linear_coordinates vector_plus (fun _ => True) d fA ->
    linear_coordinates network_plus (fun δ => length δ = length θ) n f ->
    twice_differentiable_loss L cost d fA ->
    differentiable_loss L cost d fA /\
    second_derivative network_plus n f (loss_value L cost) θ (first_variation L θ) (second_variation L θ).

(** [def-4.1] [prop-4.4] Both variations are what derivatives have to be: a linear form, and the form δ ↦ b(δ, δ) of a
    bilinear one. *)
Definition VariationsAreLinear : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (θ : network W A),
    let variations := fun δ : network W A => length δ = length θ in
    linear_on network_plus variations (first_variation L θ) /\
    exists b, bilinear_on network_plus variations b /\ forall δ, variations δ -> second_variation L θ δ = b δ δ.

(** [def-4.1] [prop-4.4] There is only one derivative, and one second one, of any function. *)
Definition DerivativesUnique : Prop :=
  forall (K : OrderedField) (X : Type) (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) (l l' : X -> K) (b b' : X -> X -> K),
    linear_coordinates plus S n f -> linear_on plus S l -> linear_on plus S l' ->
    bilinear_on plus S b -> bilinear_on plus S b' ->
    (derivative plus n f F p l -> derivative plus n f F p l' -> forall h, S h -> l h = l' h) /\
    (second_derivative plus n f F p l (fun h => b h h) -> second_derivative plus n f F p l' (fun h => b' h h) ->
      forall h, S h -> l h = l' h /\ b h h = b' h h).

(** [def-4.1] [prop-4.4] And it doesn't matter in which coordinates |h| is taken. *)
Definition CoordinatesDoNotMatter : Prop :=
  forall (K : OrderedField) (X : Type) (plus : K -> X -> X -> X) (S : X -> Prop) (n n' : nat) (f f' : list K -> X)
    (k : nat) (r : X -> K),
    linear_coordinates plus S n f -> linear_coordinates plus S n' f' -> negligible n f k r -> negligible n' f' k r.

(** [ext-saddle] [fukumizu] Where the derivative is 0: a direction in which the second one is negative, as
    at a strict saddle, leads to lower values arbitrarily near; and if all eigenvalues are positive, all other points
    near have higher ones, so that it is a strict local minimum. *)
Definition SecondDerivativeTest : Prop :=
  forall (K : OrderedField) (X : Type) (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X)
    (F : X -> K) (p : X) (b : X -> X -> K),
    linear_coordinates plus S n f -> S p -> bilinear_on plus S b ->
    second_derivative plus n f F p (fun _ => zero) (fun h => b h h) ->
    ((exists h, S h /\ less (b h h) zero) -> forall u, less zero u ->
      exists h, of_size n f u h /\ less (F (plus one p h)) (F p)) /\
    (inertia_on plus S (fun h => b h h) n 0 0 -> exists δ, less zero δ /\
      forall u h, less zero u -> less u δ -> of_size n f u h -> less (F p) (F (plus one p h)) \/ plus one p h = p).

(** [fukumizu] The same without negative eigenvalues, but with zero ones: if the null vectors lead to points of the same
    value, at which the derivative is 0, it is a local minimum, though not a strict one (Morse and Bott). *)
Definition SemidefiniteTest : Prop :=
  forall (K : OrderedField) (X : Type) (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X)
    (F : X -> K) (x : X) (Q : X -> K) (p z : nat),
    linear_coordinates plus S n f -> S x -> inertia_on plus S Q p 0 z ->
    (forall h, S h -> Q h = zero -> F (plus one x h) = F x) ->
    second_derivative_along plus n f F x (fun h => S h /\ Q h = zero) Q ->
    local_minimum plus n f F x.

(** [fukumizu] A point of Γ̄ above a critical one without outgoing vectors 0, with no negative eigenvalues and m − r
    zero ones: these are those along Γ̄, and the point is a local minimum. σ and the costs need be twice differentiable
    only: along Γ̄ incoming vectors and the output stay, so that the same expansions serve everywhere. *)
Definition MinimaAbove : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (base θ : network W A) (m d n p : nat) (g : list nat) (fA : list K -> A) (f : list K -> network W A),
    linear_coordinates vector_plus (fun _ => True) d fA ->
    linear_coordinates network_plus (fun δ => length δ = m) n f ->
    twice_differentiable_loss L cost d fA ->
    surjection (length base) m g -> critical L base -> ~ In vzero (map snd base) -> Gamma_bar base g θ ->
    loss_inertia L θ p 0 (m - length base) ->
    (forall δ, length δ = m -> second_variation L θ δ = zero -> Gamma_bar base g (network_plus one θ δ)) /\
    local_minimum network_plus n f (loss_value L cost) θ.

(** [fukumizu] For one output, above a critical point with H_r ≻ 0 and without outgoing vectors 0, in arbitrary
    replications: if no share is 0, no B_t of a unit of several copies has an eigenvalue 0, and for every unit only one
    share is positive or B_t has no negative eigenvalue, and no share is negative or B_t has no positive one, it is a
    local minimum; if some unit fails the last two, a strict saddle. *)
Definition MinimaForOneOutput : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (base : network W A) (d_in m n p : nat) (g : list nat) (β : list K) (units : nat -> CopiedUnit)
    (fA : list K -> A) (f : list K -> network W A),
    let semidefinite := fun t => let c := units t in
      (shares_positive c = 1 \/ bend_negative c = 0) /\ (shares_negative c = 0 \/ bend_positive c = 0) in
    vector_dimension W d_in -> linear_coordinates vector_plus (fun _ => True) 1 fA ->
    linear_coordinates network_plus (fun δ => length δ = m) n f ->
    twice_differentiable_loss L cost 1 fA ->
    surjection (length base) m g -> admissible_shares (length base) g β ->
    critical L base -> ~ In vzero (map snd base) -> loss_inertia L base p 0 0 ->
    (forall t, t < length base ->
      let c := units t in
      inertia_on vector_plus (fun _ => True) (fun ω => bend_form L base (nth t base (vzero, vzero)) ω ω)
        (bend_positive c) (bend_negative c) (bend_zero c) /\
      signs (shares_of t g β) (shares_positive c) (shares_negative c) (shares_zero c)) ->
    critical L (copies g β base) /\
    ((forall t, t < length base -> semidefinite t /\ shares_zero (units t) = 0 /\
        (copy_number (units t) = 1 \/ bend_zero (units t) = 0)) ->
      local_minimum network_plus n f (loss_value L cost) (copies g β base)) /\
    ((exists t, t < length base /\ ~ semidefinite t) ->
      exists δ, length δ = m /\ less (second_variation L (copies g β base) δ) zero).

(** [fukumizu] So if all B_t are definite both kinds of points occur in every replication: some shares, none of them 0,
    give a local minimum, and if a unit has several copies, others a strict saddle. *)
Definition BothKindsOccur : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (base : network W A) (d_in m n p : nat) (g : list nat) (fA : list K -> A) (f : list K -> network W A),
    vector_dimension W d_in -> linear_coordinates vector_plus (fun _ => True) 1 fA ->
    linear_coordinates network_plus (fun δ => length δ = m) n f ->
    twice_differentiable_loss L cost 1 fA -> surjection (length base) m g ->
    critical L base -> ~ In vzero (map snd base) -> loss_inertia L base p 0 0 ->
    (forall t, t < length base ->
      let bend := inertia_on vector_plus (fun _ => True) (fun ω => bend_form L base (nth t base (vzero, vzero)) ω ω) in
      bend d_in 0 0 \/ bend 0 d_in 0) ->
    (exists β, admissible_shares (length base) g β /\ ~ In zero β /\
      local_minimum network_plus n f (loss_value L cost) (copies g β base)) /\
    (0 < d_in -> length base < m -> exists β, admissible_shares (length base) g β /\ ~ In zero β /\
      exists δ, length δ = m /\ less (second_variation L (copies g β base) δ) zero).

(** ** The Hessian on the zero-loss set, Cooper 2018 *)

(** [cooper-2.3] Where d residuals that are differentiable are 0, half the sum of their squares has derivative 0 and
    second derivative Σ_k (J_k·v)², where the rows of J are the gradients: the Hessian is JᵀJ. *)
Definition HessianIsSquares : Prop :=
  forall (K : OrderedField) (n : nat) (residuals : list ((list K -> K) * list K)) (p : list K),
    (forall r row, In (r, row) residuals ->
      length row = n /\ r p = zero /\ derivative scalars_plus n (fun x => x) r p (dot row)) ->
    second_derivative scalars_plus n (fun x => x)
      (fun v => mul (inv (add one one)) (sum (map (fun q => mul (fst q v) (fst q v)) residuals))) p
      (fun _ => zero) (fun v => sum (map (fun q => mul (dot (snd q) v) (dot (snd q) v)) residuals)).

(** [cooper-2.3] Let the rows of J be the gradients of d residuals in n parameters, so that Σ_k (J_k·v)² is the second
    variation of half the sum of squares where these are 0. If 0 is a regular value, so that J v takes every value, it
    has d positive and n − d zero eigenvalues. *)
Definition HessianOnZeroLoss : Prop :=
  forall (K : OrderedField) (n : nat) (J : list (list K)),
    (forall row, In row J -> length row = n) ->
    (forall y, length y = length J -> exists v, length v = n /\ times J v = y) ->
    length J <= n /\
    inertia_on scalars_plus (fun v => length v = n) (fun v => sum (map (fun row => mul (dot row v) (dot row v)) J))
      (length J) 0 (n - length J).

(** [cooper-2.3] It isn't enough that every gradient is nonzero, so that every {f_k = y_k} is a smooth hypersurface: two
    equal ones give one positive eigenvalue. *)
Definition HypersurfacesAreNotEnough : Prop :=
  forall K : OrderedField, exists J : list (list K),
    length J = 2 /\ (forall row, In row J -> length row = 2 /\ row <> [zero; zero]) /\
    inertia_on scalars_plus (fun v => length v = 2) (fun v => sum (map (fun row => mul (dot row v) (dot row v)) J))
      1 0 1.

(** [cooper-2.3] That is the second variation where the costs have gradient 0, as they have where the residuals are 0.
    *)
Definition SecondVariationAtZeroLoss : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (θ δ : network W A),
    (forall x v, In x (data_points L) -> cost_gradient L x (output (activated L x) θ) v = zero) ->
    second_variation L θ δ =
    sum (map (fun x => let v := over_units (unit_first L x) θ δ in
      cost_hessian L x (output (activated L x) θ) v v) (data_points L)).

(** ** Symmetric losses *)

(** [def-2.1] L(P_πθ) = L(θ), and ∇L(P_πθ)·P_πδ = ∇L(θ)·δ. *)
Definition LossSymmetric : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (π : list nat) (θ θ' δ δ' : network W A),
    Permutation π (seq 0 (length θ)) -> length δ = length θ -> permuted π θ θ' -> permuted π δ δ' ->
    loss_value L cost θ' = loss_value L cost θ /\ first_variation L θ' δ' = first_variation L θ δ.

(** [lem-2.1] What is left of it for losses that are only C¹, for every symmetric loss F: on H_{ij} moving unit i or
    unit j by sv gives the same loss, so its partial derivatives in them are equal where they exist, and the gradient is
    tangent to H_{ij}. [only i] is the variation of unit i by v and of no other. *)
Definition SymmetricTangent : Prop :=
  forall (K : Field) (W A : VectorSpace K) (Y : Type) (F : network W A -> Y) (θ : network W A) (i j : nat)
    (v : W * A) (s : K),
    let only k := map (fun place => if k =? place then v else (vzero, vzero)) (seq 0 (length θ)) in
    (forall π θ θ', Permutation π (seq 0 (length θ)) -> permuted π θ θ' -> F θ' = F θ) ->
    i < length θ -> j < length θ -> symmetry_subspace (length θ) [i; j] θ ->
    F (network_plus s θ (only i)) = F (network_plus s θ (only j)).

(** [lem-2.1] The same of the formula of the gradient. *)
Definition GradientTangent : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (θ : network W A) (i j : nat) (v : W * A),
    let only k := map (fun place => if k =? place then v else (vzero, vzero)) (seq 0 (length θ)) in
    i < length θ -> j < length θ -> symmetry_subspace (length θ) [i; j] θ ->
    first_variation L θ (only i) = first_variation L θ (only j).

(** * Several layers, to first and second order, §5 *)

(** ** Gradients of several layers, §5

    Nothing relates σ and σ', nor a cost and its gradient, which takes an output to a vector. The data are the inputs,
    each with the gradient of its cost. *)

Section LayerGradients.

Context {K : Field}.

(** The derivatives of c(f(x|θ)) by W^(1)x, the inputs of the units of the first layer: at the output the gradient of c;
    below, σ' times the column of W^(2) times those of the next layer. *)
Fixpoint backpropagated (σ σ' : K -> K) (gradient : list K -> list K) (θ : list (matrix K)) (x : list K) : list K :=
  match θ with
  | [] => []
  | [M] => gradient (times M x)
  | M :: θ' =>
      let above := backpropagated σ σ' gradient θ' (map σ (times M x)) in
      map (fun i => mul (σ' (nth i (times M x) zero)) (dot (map (fun row => nth i row zero) (hd [] θ')) above))
        (seq 0 (length M))
  end.

(** The derivatives by the entries of all matrices, in matrices: those by the inputs of the units, each times the values
    of the layer before. *)
Fixpoint layers_gradient (σ σ' : K -> K) (gradient : list K -> list K) (θ : list (matrix K)) (x : list K) :
    list (matrix K) :=
  match θ with
  | [] => []
  | M :: θ' =>
      map (fun e => map (mul e) x) (backpropagated σ σ' gradient θ x) ::
      layers_gradient σ σ' gradient θ' (map σ (times M x))
  end.

(** W^(l)_ij; matrices, rows and columns are numbered from 0 here. The derivative of the loss by it. *)
Definition weight (l i j : nat) (θ : list (matrix K)) : K := nth j (nth i (nth l θ []) []) zero.
Definition layer_derivative (σ σ' : K -> K) (data : list (list K * (list K -> list K))) (θ : list (matrix K))
    (l i j : nat) : K :=
  sum (map (fun p => weight l i j (layers_gradient σ σ' (snd p) θ (fst p))) data).
Definition critical_layers (σ σ' : K -> K) (data : list (list K * (list K -> list K))) (θ : list (matrix K)) : Prop :=
  forall l i j M row, nth_error θ l = Some M -> nth_error M i = Some row -> j < length row ->
    layer_derivative σ σ' data θ l i j = zero.

(** Inputs have d_in entries, and gradients as many as outputs. *)
Definition data_of_dimension (d_in : nat) (data : list (list K * (list K -> list K))) : Prop :=
  forall x gradient, In (x, gradient) data -> length x = d_in /\ forall y, length (gradient y) = length y.

(** The copies of the units of a layer: for each, the unit that it copies, and its share. Those of inputs and outputs
    are themselves. *)
Definition uncopied (d : nat) : list (nat * K) := map (fun i => (i, one)) (seq 0 d).
Definition unit_copies (d_in d_out : nat) (g : list (list nat)) (β : list (list K)) : list (list (nat * K)) :=
  uncopied d_in :: map (fun p => combine (fst p) (snd p)) (combine g β) ++ [uncopied d_out].

(** V_ij = β_j W_{g(i) g'(j)}, and so for all matrices: V^(l)_ij = β^(l−1)_j W^(l)_{g_l(i) g_{l−1}(j)}. *)
Definition copied_matrix (rows columns : list (nat * K)) (M : matrix K) : matrix K :=
  map (fun p => map (fun q => mul (snd q) (nth (fst q) (nth (fst p) M []) zero)) columns) rows.
Fixpoint copied_layers (columns : list (nat * K)) (θ : list (matrix K)) (copies : list (list (nat * K))) :
    list (matrix K) :=
  match θ with
  | [] => []
  | M :: θ' =>
      match copies with
      | [] => []
      | rows :: copies' => copied_matrix rows columns M :: copied_layers rows θ' copies'
      end
  end.
Definition layer_copies (d_in d_out : nat) (g : list (list nat)) (β : list (list K)) (θ : list (matrix K)) :
    list (matrix K) :=
  let copies := unit_copies d_in d_out g β in copied_layers (hd [] copies) θ (tl copies).

(** The shares β^(l) of each hidden layer sum to 1 over the copies of each unit. *)
Definition layer_shares (θ : list (matrix K)) (g : list (list nat)) (β : list (list K)) : Prop :=
  length β = length g /\
  forall l, l < length g -> admissible_shares (nth l (hidden_widths θ) 0) (nth l g []) (nth l β []).

End LayerGradients.

(** [mlp-critical] [mlp-count] The critical subspaces that are counted are the copies V^(l)_ij = β^(l−1)_j W^(l)_{g_l(i)
    g_{l−1}(j)}, with shares β^(l) that sum to 1 over the copies of each unit; and expansion from the first hidden layer
    to the last gives the same. *)
Definition CriticalLayersAreCopies : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ φ : list (matrix K)) (m : list nat) (g : list (list nat)),
    θ <> [] -> shaped d_in d_out θ -> for_widths surjection θ m g ->
    (layers_Gamma_bar d_in θ g φ <-> exists β, layer_shares θ g β /\ φ = layer_copies d_in d_out g β θ) /\
    (first_to_last units_Gamma_bar d_in θ g φ <-> layers_Gamma_bar d_in θ g φ).

(** [mlp-critical] The derivative by V^(l)_ij is β^(l)_i times that by W^(l)_{g_l(i) g_{l−1}(j)}. *)
Definition DerivativesOfLayerCopies : Prop :=
  forall (K : Field) (σ σ' : K -> K) (data : list (list K * (list K -> list K))) (d_in d_out : nat)
    (θ : list (matrix K)) (m : list nat) (g : list (list nat)) (β : list (list K)) (l i j s t : nat) (b c : K),
    θ <> [] -> shaped d_in d_out θ -> data_of_dimension d_in data -> for_widths surjection θ m g ->
    layer_shares θ g β ->
    let copies := unit_copies d_in d_out g β in
    nth_error (nth (S l) copies []) i = Some (s, b) -> nth_error (nth l copies []) j = Some (t, c) ->
    layer_derivative σ σ' data (layer_copies d_in d_out g β θ) l i j =
    mul b (layer_derivative σ σ' data θ l s t).

(** [mlp-critical] [mlp-count] [mlp-ratio] So the points of the critical subspaces are critical if the network is. *)
Definition CriticalLayersCopied : Prop :=
  forall (K : Field) (σ σ' : K -> K) (data : list (list K * (list K -> list K))) (d_in d_out : nat)
    (θ φ : list (matrix K)) (m : list nat) (g : list (list nat)),
    shaped d_in d_out θ -> data_of_dimension d_in data -> for_widths surjection θ m g ->
    critical_layers σ σ' data θ -> layers_Gamma_bar d_in θ g φ -> critical_layers σ σ' data φ.

(** Copies in one hidden layer, that after matrix l: its rows are copied, and the columns of the next one are multiplied
    by the shares. *)
Fixpoint copied_at {K : Field} (l : nat) (copies : list (nat * K)) (θ : list (matrix K)) : list (matrix K) :=
  match θ with
  | [] => []
  | M :: θ' =>
      match l with
      | O => map (fun p => nth (fst p) M []) copies ::
          match θ' with
          | [] => []
          | M' :: after => map (fun row => map (fun q => mul (snd q) (nth (fst q) row zero)) copies) M' :: after
          end
      | S l' => M :: copied_at l' copies θ'
      end
  end.

(** [mlp-critical] Copying one layer after another gives these copies, in any order of the layers. *)
Definition CopiesInAnyOrder : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat) (g : list (list nat))
    (β : list (list K)) (order : list nat),
    θ <> [] -> shaped d_in d_out θ -> for_widths surjection θ m g -> layer_shares θ g β ->
    Permutation order (seq 0 (length g)) ->
    fold_left (fun φ l => copied_at l (combine (nth l g []) (nth l β [])) φ) order θ = layer_copies d_in d_out g β θ.

(** θ + s·δ, for a variation δ of all entries of all matrices; the loss; and Σ ∂L/∂W^(l)_ij δ^(l)_ij. *)
Definition layers_plus {K : Field} : K -> list (matrix K) -> list (matrix K) -> list (matrix K) :=
  list_plus (list_plus scalars_plus).
Definition same_shape {K : Field} (θ δ : list (matrix K)) : Prop :=
  Forall2 (Forall2 (fun row row' => length row = length row')) θ δ.
Definition layers_loss {K : Field} {X : Type} (σ : K -> K) (input : X -> list K) (cost : X -> list K -> K)
    (points : list X) (θ : list (matrix K)) : K :=
  sum (map (fun p => cost p (layers_output σ θ (input p))) points).
Definition over_weights {K : Field} (θ : list (matrix K)) (f : nat -> nat -> nat -> K) : K :=
  sum (map (fun l => sum (map (fun i => sum (map (f l i) (seq 0 (length (nth i (nth l θ []) [])))))
    (seq 0 (length (nth l θ []))))) (seq 0 (length θ))).
Definition layers_first_variation {K : Field} (σ σ' : K -> K) (data : list (list K * (list K -> list K)))
    (θ δ : list (matrix K)) : K :=
  over_weights θ (fun l i j => mul (layer_derivative σ σ' data θ l i j) (weight l i j δ)).

(** [mlp-critical] The formula is the derivative of the loss by all weights, if σ and the costs are differentiable: L(θ
    + δ) = L(θ) + Σ ∂L/∂W^(l)_ij δ^(l)_ij + o(|δ|), in all coordinates f of the variations. So the derivative is 0
    exactly where the formula is. *)
Definition BackpropagationIsDerivative : Prop :=
  forall (K : OrderedField) (X : Type) (points : list X) (input : X -> list K) (cost : X -> list K -> K)
    (gradient : X -> list K -> list K) (σ σ' : K -> K) (d_in d_out : nat) (θ : list (matrix K)) (n : nat)
    (f : list K -> list (matrix K)),
    let data := map (fun p => (input p, gradient p)) points in
    let L := layers_loss σ input cost points in
    θ <> [] -> shaped d_in d_out θ -> data_of_dimension d_in data ->
    (forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z))) ->
    (forall p y, length y = d_out -> derivative scalars_plus d_out (fun v => v) (cost p) y (dot (gradient p y))) ->
    linear_coordinates layers_plus (same_shape θ) n f ->
    derivative layers_plus n f L θ (layers_first_variation σ σ' data θ) /\
    (critical_layers σ σ' data θ <-> derivative layers_plus n f L θ (fun _ => zero)).

(** ** The index above a hidden layer of a deep network

    One hidden layer, its incoming vectors w_i and outgoing ones a_i, in a network with other parameters before and
    after it: the loss is Σ_x c_x(Σ_i a_i σ(w_i·h_x), q), where the inputs h_x depend on the parameters before, and q
    are those after. In a [Loss] that is said of it, w·x stands for w·h_x at the parameters at hand, and the cost for
    c_x(·, q): its gradient ∂c_x is that of the loss by the preactivations of the next layer, pulled back. To second
    order there is, beyond that, for a variation e of all other parameters:

    - w·h'_x(e) and w·h''_x(e), where h'_x(e) and h''_x(e) are the first and second derivative of the inputs in the
      direction e;
    - for a variation v of the layer's output at y, what e adds to the second derivative of c_x beside ∂²c_x(v, v):
      twice the mixed one, and that by q.

    Nothing relates these, or says how they depend on e. *)
Record Surroundings (K : Field) (W A : VectorSpace K) (X E : Type) := {
  input_first : X -> E -> W -> K;
  input_second : X -> E -> W -> K;
  later_variation : X -> A -> A -> E -> K;
  input_first_linear : forall x e, linear_form (input_first x e);
  input_second_linear : forall x e, linear_form (input_second x e)
}.

Arguments input_first {_ _ _ _ _} _ _ _ _.
Arguments input_second {_ _ _ _ _} _ _ _ _.
Arguments later_variation {_ _ _ _ _} _ _ _ _ _.

Section LayerVariation.

Context {K : Field} {W A : VectorSpace K} {X E : Type} (L : Loss K W A X) (D : Surroundings K W A X E).

(** What a unit u = (w, a) with variation v = (δw, δa) adds to the derivatives of the layer's output, the inputs varying
    too: with k = δw·h + w·h', of first order σ·δa + σ'k·a, and of second order 2σ'k·δa + (σ''k² + σ'(2δw·h' +
    w·h''))·a. *)
Definition layer_unit_first (x : X) (e : E) (u v : W * A) : A :=
  let k := add (input_product L x (fst v)) (input_first D x e (fst u)) in
  vadd (scale (activated L x (fst u)) (snd v)) (scale (mul (slope L x (fst u)) k) (snd u)).
Definition layer_unit_second (x : X) (e : E) (u v : W * A) : A :=
  let k := add (input_product L x (fst v)) (input_first D x e (fst u)) in
  vadd (scale (mul (add one one) (mul (slope L x (fst u)) k)) (snd v))
    (scale (add (mul (bend L x (fst u)) (mul k k)) (mul (slope L x (fst u))
      (add (mul (add one one) (input_first D x e (fst v))) (input_second D x e (fst u))))) (snd u)).

(** The second derivative of the loss where the layer's units are θ, as they vary by δ and all else by e. *)
Definition layer_variation (θ : network W A) (e : E) (δ : network W A) : K :=
  sum (map (fun x =>
    let y := output (activated L x) θ in
    let v := over_units (layer_unit_first x e) θ δ in
    add (add (cost_hessian L x y v v) (later_variation D x y v e))
      (cost_gradient L x y (over_units (layer_unit_second x e) θ δ))) (data_points L)).

End LayerVariation.

(** Its inertia on all variations: those of all other parameters are S, in which x + s·y is [plus s x y]. *)
Definition layer_inertia {K : OrderedField} {W A : VectorSpace K} {X E : Type} (L : Loss K W A X)
    (D : Surroundings K W A X E) (plus : K -> E -> E -> E) (S : E -> Prop) (θ : network W A) :
    nat -> nat -> nat -> Prop :=
  inertia_on (fun s p q => (plus s (fst p) (fst q), network_plus s (snd p) (snd q)))
    (fun p => S (fst p) /\ length (snd p) = length θ) (fun p => layer_variation L D θ (fst p) (snd p)).

(** [ext-inertia] The second variation above a hidden layer of a deep network splits as that of two layers
    ([SecondVariationSplits]): where the units are copied, and their variation is a copy of x plus a balanced one, it is
    that of the smaller network at x plus Σ_i 2α_iᵀE_tω_i + β_iω_iᵀB_tω_i, with E_t and B_t of the layer and ∂c_x pulled
    back to it. There are no mixed terms with the other parameters either. *)
Definition LayerVariationSplits : Prop :=
  forall (K : Field) (W A : VectorSpace K) (X E : Type) (L : Loss K W A X) (D : Surroundings K W A X E)
    (base : network W A) (m : nat) (g : list nat) (β : list K) (e : E) (x c : network W A),
    surjection (length base) m g -> admissible_shares (length base) g β ->
    length x = length base -> length c = m -> balanced (length base) g β c ->
    layer_variation L D (copies g β base) e (network_plus one (copies g β x) c) =
    add (layer_variation L D base e x)
      (sum (map (fun p => copy_form L base (nth (fst (fst p)) base (vzero, vzero)) (snd (fst p)) (snd p))
        (combine (combine g β) c))).

(** [ext-inertia] So the index above it is that of two layers: copies of the units of one hidden layer add Σ_t [(k_t −
    1)·rank E_t + (n₊ − 1)·i₋(B_t|ker E_t) + n₋·i₊(B_t|ker E_t)] negative eigenvalues to the Hessian of all parameters,
    and likewise positive and zero ones, where that has an inertia below and above. *)
Definition IndexAboveLayer : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X E : Type) (L : Loss K W A X) (D : Surroundings K W A X E)
    (plus : K -> E -> E -> E) (S : E -> Prop) (base : network W A) (d_in d_out m : nat) (g : list nat) (β : list K)
    (p q z p' q' z' : nat) (units : nat -> CopiedUnit),
    vector_dimension W d_in -> vector_dimension A d_out ->
    surjection (length base) m g -> admissible_shares (length base) g β ->
    layer_inertia L D plus S base p q z -> layer_inertia L D plus S (copies g β base) p' q' z' ->
    (forall t, t < length base -> copied_unit L base d_in g β t (units t)) ->
    p' = p + over_blocks (length base) (fun t => added_positive (units t)) /\
    q' = q + over_blocks (length base) (fun t => added_negative (units t)) /\
    z' = z + over_blocks (length base) (fun t => added_zero d_in d_out (units t)).

(** * Flows, Lemma 2.1

    Parameters are lists of units, and units lists of scalars here, since gradients are taken in coordinates. *)

(** Every nonempty set that is bounded above has a least upper bound: of all ordered fields ℝ alone is complete. *)
Definition complete (K : OrderedField) : Prop :=
  forall P : K -> Prop, (exists x, P x) -> (exists b, forall x, P x -> at_most x b) ->
    exists s, (forall x, P x -> at_most x s) /\ forall b, (forall x, P x -> at_most x b) -> at_most s b.

(** φ has derivative v at t, among the times in J. *)
Definition derivative_within {K : OrderedField} (J : K -> Prop) (φ : K -> K) (t v : K) : Prop :=
  forall ε, less zero ε -> exists δ, less zero δ /\ forall s u, J s -> within (add s (opp t)) u -> less u δ ->
    within (add (φ s) (opp (add (φ t) (mul v (add s (opp t)))))) (mul ε u).

(** σ' is the derivative of σ; σ_0, σ_1, σ_2, … are the derivatives of σ_0, which is C^∞. *)
Definition derivative_everywhere {K : OrderedField} (σ σ' : K -> K) : Prop :=
  forall t, derivative_within (fun _ => True) σ t (σ' t).
Definition all_derivatives {K : OrderedField} (σ : nat -> K -> K) : Prop :=
  forall n, derivative_everywhere (σ n) (σ (S n)).

(** θ = (ϑ_1, …, ϑ_m), units of D coordinates each; [cut] makes it of the list of all coordinates. *)
Definition parameters {K : Field} (m D : nat) (θ : list (list K)) : Prop :=
  length θ = m /\ forall u, In u θ -> length u = D.
Definition coordinate {K : Field} (θ : list (list K)) (i k : nat) : K := nth k (nth i θ []) zero.
Definition units_plus {K : Field} : K -> list (list K) -> list (list K) -> list (list K) := list_plus scalars_plus.
Fixpoint cut {K : Field} (D m : nat) (x : list K) : list (list K) :=
  match m with O => [] | S m' => firstn D x :: cut D m' (skipn D x) end.

(** No coordinate of one differs from that of the other by more than b. *)
Definition close {K : OrderedField} (m D : nat) (b : K) (θ θ' : list (list K)) : Prop :=
  forall i k, i < m -> k < D -> within (add (coordinate θ' i k) (opp (coordinate θ i k))) b.

(** G(θ) is ∇L(θ), at every θ; it is locally Lipschitz. *)
Definition gradient_of {K : OrderedField} (m D : nat) (L : list (list K) -> K) (G : list (list K) -> list (list K)) :
    Prop :=
  forall θ, parameters m D θ -> parameters m D (G θ) /\
    derivative units_plus (m * D) (cut D m) L θ (fun h => sum (map (fun p => dot (fst p) (snd p)) (combine (G θ) h))).
Definition locally_lipschitz {K : OrderedField} (m D : nat) (G : list (list K) -> list (list K)) : Prop :=
  forall θ, parameters m D θ -> exists Λ δ, less zero δ /\ forall θ' θ'' b, parameters m D θ' -> parameters m D θ'' ->
    close m D δ θ θ' -> close m D δ θ θ'' -> close m D b θ' θ'' -> close m D (mul Λ b) (G θ') (G θ'').

(** ρ' = −G(ρ) on J, an interval. *)
Definition interval {K : OrderedField} (J : K -> Prop) : Prop :=
  forall s t u, J s -> J u -> at_most s t -> at_most t u -> J t.
Definition gradient_flow {K : OrderedField} (m D : nat) (G : list (list K) -> list (list K)) (J : K -> Prop)
    (ρ : K -> list (list K)) : Prop :=
  interval J /\ forall t, J t -> parameters m D (ρ t) /\ forall i k, i < m -> k < D ->
    derivative_within J (fun s => coordinate (ρ s) i k) t (opp (coordinate (G (ρ t)) i k)).

(** L(P_πθ) = L(θ) *)
Definition symmetric_loss {K : Field} (m D : nat) (L : list (list K) -> K) : Prop :=
  forall π θ θ', parameters m D θ -> Permutation π (seq 0 m) -> permuted π θ θ' -> L θ' = L θ.

(** [lem-2.1] A gradient flow of a symmetric loss with locally Lipschitz gradient that is in H_ij at one time t_0 is
    there
    at all times, later and earlier: so one that starts in a symmetry subspace stays in it, and one that starts outside
    all of them reaches none in finite time. *)
Definition FlowsStayInSymmetrySubspaces : Prop :=
  forall (K : OrderedField) (m D : nat) (L : list (list K) -> K) (G : list (list K) -> list (list K)) (J : K -> Prop)
    (ρ : K -> list (list K)) (i j : nat) (t0 t : K),
    complete K -> symmetric_loss m D L -> gradient_of m D L G -> locally_lipschitz m D G -> gradient_flow m D G J ρ ->
    i < m -> j < m -> J t0 -> J t -> nth i (ρ t0) [] = nth j (ρ t0) [] -> nth i (ρ t) [] = nth j (ρ t) [].

(** [lem-2.1] [rem-2.1] It isn't enough that L is C¹, as the lemma has it: there is a flow that starts in H_12 and
    leaves it, and one that starts outside and enters it. This needs square roots, which ℝ has. *)
Definition LipschitzIsNeeded : Prop :=
  forall (K : OrderedField) (root : K -> K),
    (forall x, at_most zero x -> at_most zero (root x) /\ mul (root x) (root x) = x) ->
    let unit_interval := fun t : K => at_most zero t /\ at_most t one in
    let in_H := fun θ : list (list K) => coordinate θ 0 0 = coordinate θ 1 0 in
    let example := fun L G (ρ : K -> list (list K)) => symmetric_loss 2 1 L /\ gradient_of 2 1 L G /\
      (forall θ i, parameters 2 1 θ -> continuous units_plus 2 (cut 1 2) (fun θ' => coordinate (G θ') i 0) θ) /\
      gradient_flow 2 1 G unit_interval ρ in
    (exists L G ρ, example L G ρ /\ in_H (ρ zero) /\ ~ in_H (ρ one)) /\
    exists L G ρ, example L G ρ /\ ~ in_H (ρ zero) /\ in_H (ρ one).

(** [rem-2.1] In infinite time H_12 can be reached, for L = (ϑ_1 − ϑ_2)², whose gradient is Lipschitz: along the flow
    from [[x]; [y]] the sum is constant, and the difference is (x − y)·E(t), never 0, and tends to 0. Of E(t) = e^{−4t}
    only this is used: E(0) = 1, E' = −4E, and 0 ≤ E(t) ≤ 1/(1 + 4t). *)
Definition ReachedInInfiniteTime : Prop :=
  forall (K : OrderedField) (E : K -> K) (x y : K),
    let future := fun t : K => at_most zero t in
    let four := @of_nat K 4 in
    let gap := fun θ : list (list K) => add (coordinate θ 0 0) (opp (coordinate θ 1 0)) in
    complete K -> E zero = one -> (forall t, future t -> derivative_within future E t (opp (mul four (E t)))) ->
    (forall t, future t -> at_most zero (E t) /\ at_most (mul (add one (mul four t)) (E t)) one) -> x <> y ->
    exists L G ρ, (forall θ, L θ = mul (gap θ) (gap θ)) /\ symmetric_loss 2 1 L /\ gradient_of 2 1 L G /\
      locally_lipschitz 2 1 G /\ gradient_flow 2 1 G future ρ /\ ρ zero = [[x]; [y]] /\
      (forall t, future t -> add (coordinate (ρ t) 0 0) (coordinate (ρ t) 1 0) = add x y /\
        gap (ρ t) = mul (add x (opp y)) (E t) /\ gap (ρ t) <> zero) /\
      forall ε, less zero ε -> exists T, forall t, future t -> less T t -> within (gap (ρ t)) ε.

(** ** Taylor's theorem *)

(** [thm-4.2] [rem-4.2] [ext-parity] Over a complete ordered field, as ℝ is, a function with derivatives of every order
    has an expansion at 0 to every order, s_n = σ^(n)(0)/n!. *)
Definition TaylorsTheorem : Prop :=
  forall (K : OrderedField) (σ : nat -> K -> K), complete K -> all_derivatives σ ->
    expands (σ 0) (fun n => mul (inv (of_nat (fact n))) (σ n zero)).

(** [thm-4.2] So Theorem 4.2 holds for C^∞ activations, on their derivatives at 0. *)
Definition SmoothZeroLossOnlyInTheta : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (d_in d_out : nat) (c : W -> list K) (c' : A -> list K)
    (σ : nat -> K -> K) (teacher θ : network W A),
    complete K -> archimedean K -> coordinates d_in c -> coordinates d_out c' ->
    all_derivatives σ -> meets_condition (fun n => σ n zero) ->
    same_outputs d_in c (σ 0) θ teacher ->
    same_measure θ teacher /\
    (irreducible teacher -> Theta teacher (length θ) θ) /\
    (irreducible teacher -> irreducible θ -> Permutation θ teacher).

(** [rem-4.1] [ext-parity] Over a complete ordered field a σ with σ(0) = 1/2 and σ' = σ − σ², and a ρ with ρ' = σ and
    ρ(0) > 0, have what is used of sigmoid and softplus, and the identities that make ½ + odd of the one, and x/2 + even
    of the other. *)
Definition SigmoidAndSoftplusExpand : Prop :=
  forall (K : OrderedField) (σ ρ : K -> K), complete K ->
    add (σ zero) (σ zero) = one -> derivative_everywhere σ (fun t => add (σ t) (opp (mul (σ t) (σ t)))) ->
    derivative_everywhere ρ σ -> less zero (ρ zero) ->
    (exists s, sigmoid_at_zero σ s) /\ (exists s, softplus_at_zero ρ s) /\
    (forall x, add (σ x) (σ (opp x)) = one) /\ forall x, add (ρ x) (opp (ρ (opp x))) = x.

(** [rem-4.1] So for the functions themselves: E = exp has E(0) = 1, E' = E and E > 0, and L = ln has L(1) = 0 and
    L'(y) = 1/y for y > 0. The sigmoid 1/(1 + E(−x)), softplus L(1 + E(x)) and, for α, γ > 0, softplus(x) + α·sigmoid(γx) are
    C^∞. Of their derivatives at 0 the first one's vanish for even n ≥ 2 only, the second one's for odd n ≥ 2 only, and
    the third one's for no n. The first two have their identities. *)
Definition SigmoidAndSoftplusByExponential : Prop :=
  forall (K : OrderedField) (E L : K -> K) (α γ : K), complete K ->
    E zero = one -> derivative_everywhere E E -> (forall x, less zero (E x)) ->
    L one = zero -> (forall y, less zero y -> derivative_within (less zero) L y (inv y)) ->
    less zero α -> less zero γ ->
    let sig x := inv (add one (E (opp x))) in
    let soft x := L (add one (E x)) in
    let mixed x := add (soft x) (mul α (sig (mul γ x))) in
    let derivatives (f : K -> K) (τ : nat -> K -> K) := all_derivatives τ /\ forall x, τ 0 x = f x in
    (forall x, add (sig x) (sig (opp x)) = one) /\ (forall x, add (soft x) (opp (soft (opp x))) = x) /\
    (exists τ, derivatives sig τ) /\ (exists τ, derivatives soft τ) /\ (exists τ, derivatives mixed τ) /\
    (forall τ, derivatives sig τ -> forall n, τ n zero = zero <-> Nat.Even n /\ 2 <= n) /\
    (forall τ, derivatives soft τ -> forall n, τ n zero = zero <-> Nat.Odd n /\ 2 <= n) /\
    forall τ, derivatives mixed τ -> forall n, τ n zero <> zero.

(** ** Flows and the expansion manifold

    A network's m units have D coordinates each: f makes a network of all of them. *)

(** [not-invariant] It is said that Θ is not an invariant manifold. It is one where θ^r has zero loss, which no loss is
    below: the gradient is 0 at all its points; and over a complete ordered field, if the gradient is locally Lipschitz,
    every flow that is in Θ at one time stays where it is. *)
Definition ZeroLossInvariant : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (base : network W A) (m D : nat) (f : list K -> network W A) (G : list (list K) -> list (list K)),
    let loss := fun θ => loss_value L cost (f (concat θ)) in
    let in_Theta := fun θ => Theta base m (f (concat θ)) in
    linear_coordinates network_plus (fun δ => length δ = m) (m * D) f ->
    (forall x y, at_most zero (cost x y)) -> loss_value L cost base = zero -> gradient_of m D loss G ->
    (forall θ i k, parameters m D θ -> in_Theta θ -> i < m -> k < D -> coordinate (G θ) i k = zero) /\
    forall (J : K -> Prop) (ρ : K -> list (list K)) (t0 t : K),
      complete K -> locally_lipschitz m D G -> gradient_flow m D G J ρ -> J t0 -> J t -> in_Theta (ρ t0) ->
      ρ t = ρ t0.

(** [not-invariant] All points of a flow that stays in Θ, at more than one time, are critical. So Θ is no invariant
    manifold if θ^r isn't critical: then no point of Γ̄ is, and every flow through one leaves Θ. *)
Definition FlowsInsideAreCritical : Prop :=
  forall (K : OrderedField) (W A : VectorSpace K) (X : Type) (L : Loss K W A X) (cost : X -> A -> K)
    (base : network W A) (m D d : nat) (fA : list K -> A) (f : list K -> network W A)
    (G : list (list K) -> list (list K)) (J : K -> Prop) (ρ : K -> list (list K)) (t t' : K),
    let loss := fun θ => loss_value L cost (f (concat θ)) in
    linear_coordinates vector_plus (fun _ => True) d fA ->
    linear_coordinates network_plus (fun δ => length δ = m) (m * D) f ->
    differentiable_loss L cost d fA -> gradient_of m D loss G -> gradient_flow m D G J ρ -> J t -> J t' -> t <> t' ->
    (forall s, J s -> Theta base m (f (concat (ρ s)))) ->
    critical L (f (concat (ρ t))) /\
    forall g, surjection (length base) m g -> Gamma_bar base g (f (concat (ρ t))) -> critical L base.

(** * Checkers

    The program runs functions that are extracted from the theories, on certificates. What such a function accepts is
    so: a statement about one has it as its argument [check], and its theorem says which it is. (Two more are proved,
    of the inertia of a loss, which is a part of another, and of splittings, which isn't extracted yet.) A network is
    here a list of units that are lists of coordinates. The functions also ask that θ^r is irreducible; the statements
    on trees, and on paths but for how few segments there can be, hold without that. *)

Section Checkers.

Context {K : Field}.

Definition units_shaped (d_in d_out : nat) (units : list (list K * list K)) : Prop :=
  forall u, In u units -> length (fst u) = d_in /\ length (snd u) = d_out.

(** The points of Θ, and a line inside a set of networks; n segments, one behind the other. *)
Definition units_point (d_in d_out : nat) (base : list (list K * list K)) (m : nat)
    (θ : list (list K * list K)) : Prop :=
  units_shaped d_in d_out θ /\ units_Theta m base θ.
Definition units_towards (s : K) (θ θ' : list (list K * list K)) : list (list K * list K) :=
  map (fun p => (scalars_towards s (fst (fst p)) (fst (snd p)), scalars_towards s (snd (fst p)) (snd (snd p))))
    (combine θ θ').
Definition units_segment_inside (S : list (list K * list K) -> Prop) (θ θ' : list (list K * list K)) : Prop :=
  S θ /\ S θ' /\ length θ = length θ' /\ forall s, S (units_towards s θ θ').
Fixpoint units_joined (S : list (list K * list K) -> Prop) (n : nat) (θ θ' : list (list K * list K)) : Prop :=
  match n with
  | O => S θ /\ θ = θ'
  | Datatypes.S n' => exists φ, units_segment_inside S θ φ /\ units_joined S n' φ θ'
  end.

(** For an odd or even σ: the mirror image of a unit, and the subspaces of signed labelled partitions, as [signed_Gamma]
    has them. *)
Definition units_mirrored (p : parity) (u : list K * list K) : list K * list K :=
  (map opp (fst u), map (mul (parity_sign p)) (snd u)).
Definition units_turned_back (p : parity) (P : list signed_code) (units : list (list K * list K)) :
    list (list K * list K) :=
  flat_map (fun q : signed_code * (list K * list K) => match fst q with
    | Some (_, mirror) => [if mirror then units_mirrored p (snd q) else snd q]
    | None => []
    end) (combine P units).
Definition units_signed_Gamma (p : parity) (P : list signed_code) (base units : list (list K * list K)) : Prop :=
  length units = length P /\ (forall u s, In (None, u) (combine P units) -> In s (fst u) -> s = zero) /\
  units_Gamma (map fst (audible P)) base (units_turned_back p P units).
Definition units_signed_point (p : parity) (d_in d_out : nat) (base : list (list K * list K)) (m : nat)
    (θ : list (list K * list K)) : Prop :=
  units_shaped d_in d_out θ /\
  exists P, signed_partition p (length base) m P /\ units_signed_Gamma p P base θ.

(** Coordinate j of Σ_i a_i σ(w_i·x), where [activation w] is σ(w·x). Its values may be in any vector space over the
    field of the weights, as ℝ is one over ℚ. *)
Definition units_output {L : VectorSpace K} (activation : list K -> L) (units : list (list K * list K)) (j : nat) : L :=
  vsum (map (fun u => scale (nth j (snd u) zero) (activation (fst u))) units).

(** A network of several layers by its biases, none at all or one for each row of each matrix, and its matrices. *)
Definition layered : Type := (list (list K) * list (matrix K))%type.
Definition has_biases (φ : layered) : bool := match fst φ with [] => false | _ => true end.
Definition with_biases (φ : layered) : list (matrix K) :=
  map (fun p => map (fun q => fst q :: snd q) (combine (fst p) (snd p))) (combine (fst φ) (snd φ)).
Definition layered_values {L : VectorSpace K} (e : L) (σ : L -> L) (φ : layered) (x : list L) : list L :=
  if has_biases φ then biased_values e σ (with_biases φ) x else layers_values σ (snd φ) x.

(** Networks whose layers have these widths, with biases if θ has them, that compute what θ does, for every σ and every
    input. Values are in any vector space over K, and e is what biases are multiplied with: in ℝ, over ℚ, that is 1. *)
Definition layered_shaped (d_in d_out : nat) (widths : list nat) (biased : bool) (φ : layered) : Prop :=
  shaped d_in d_out (snd φ) /\ map (@length (list K)) (snd φ) = widths /\
  map (@length K) (fst φ) = if biased then widths else [].
Definition layered_alike (d_in d_out : nat) (widths : list nat) (θ φ : layered) : Prop :=
  layered_shaped d_in d_out widths (has_biases θ) φ /\
  forall (L : VectorSpace K) (e : L) (σ : L -> L) (x : list L),
    length x = d_in -> layered_values e σ φ x = layered_values e σ θ x.

(** A line inside a set of such networks; n segments, one behind the other. *)
Definition layered_towards (s : K) (φ φ' : layered) : layered :=
  (map (fun p => scalars_towards s (fst p) (snd p)) (combine (fst φ) (fst φ')), layers_towards s (snd φ) (snd φ')).
Definition layered_segment_inside (S : layered -> Prop) (φ φ' : layered) : Prop :=
  S φ /\ S φ' /\ forall s, S (layered_towards s φ φ').
Fixpoint layered_joined (S : layered -> Prop) (n : nat) (φ φ' : layered) : Prop :=
  match n with
  | O => S φ /\ φ = φ'
  | Datatypes.S n' => exists ψ, layered_segment_inside S φ ψ /\ layered_joined S n' ψ φ'
  end.

End Checkers.

Arguments layered K : clear implicits.

(** If a function accepts a list, that has all labelled partitions, each once, and T(r,m) of them; so Θ is the union of
    their subspaces, none of which includes another if θ^r is irreducible, over fields of characteristic 0. *)
Definition SoundEnumeration (check : nat -> nat -> list (list code) -> bool) : Prop :=
  forall r m partitions, check r m partitions = true ->
    NoDup partitions /\ (forall P, In P partitions <-> labelled_partition r m P) /\
    Z.of_nat (length partitions) = T r m /\
    forall (K : Field) (W A : VectorSpace K) (base : network W A), length base = r ->
      (forall θ, Theta base m θ <-> exists P, In P partitions /\ Gamma base P θ) /\
      (characteristic_zero K -> (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) -> irreducible base ->
       forall P Q, In P partitions -> In Q partitions -> P <> Q -> exists θ, Gamma base P θ /\ ~ Gamma base Q θ).

(** If a function accepts a path, that leads from the one network to the other inside Θ. *)
Definition SoundPath (check : forall K : Field, nat -> nat -> list (list K * list K) -> list (list K * list K) ->
    list (list K * list K) -> list (list (list K * list K)) -> list (list code) -> bool) : Prop :=
  forall (K : Field) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code)),
    check K d_in d_out base first last points partitions = true ->
    units_joined (units_point d_in d_out base (length first)) (length partitions) first last.

(** A segment from θ to θ', s from 0 to 1, inside a set of networks; n of them, one behind the other. *)
Definition units_closed_segment_inside {K : OrderedField} (S : list (list K * list K) -> Prop)
    (θ θ' : list (list K * list K)) : Prop :=
  S θ /\ S θ' /\ length θ = length θ' /\ forall s : K, at_most zero s -> at_most s one -> S (units_towards s θ θ').
Fixpoint units_joined_closed {K : OrderedField} (S : list (list K * list K) -> Prop) (n : nat)
    (θ θ' : list (list K * list K)) : Prop :=
  match n with
  | O => S θ /\ θ = θ'
  | Datatypes.S n' => exists φ, units_closed_segment_inside S θ φ /\ units_joined_closed S n' φ θ'
  end.

(** The same networks with weights in a field L that contains K, as ℝ contains ℚ: only sums and equality matter. *)
Definition contains {K L : Field} (f : K -> L) : Prop :=
  (forall x y, f (add x y) = add (f x) (f y)) /\ forall x y, f x = f y -> x = y.
Definition units_over {K L : Field} (f : K -> L) (units : list (list K * list K)) : list (list L * list L) :=
  map (fun u => (map f (fst u), map f (snd u))) units.

(** Why no path is shorter: there is at most one segment, and none if the ends are equal; or m = r + 1, and the ends are
    as far apart as in the star graph; or each subspace has a number, and those of two that meet differ by at most 1. *)
Inductive path_bound (partition : Type) :=
  | EndsDiffer
  | StarDistance
  | Potential (values : list (partition * Z)).
Arguments EndsDiffer {partition}.
Arguments StarDistance {partition}.
Arguments Potential {partition} _.

(** If a function accepts a path and the reason why none is shorter, that leads from the one network to the other inside
    Θ, and no path of segments inside Θ between these networks has fewer: over every ordered field that contains the
    weights. *)
Definition SoundShortestPath (check : forall K : Field, nat -> nat -> list (list K * list K) ->
    list (list K * list K) -> list (list K * list K) -> list (list (list K * list K)) -> list (list code) ->
    path_bound (list code) -> bool) : Prop :=
  forall (K : Field) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code)) (bound : path_bound (list code)),
    check K d_in d_out base first last points partitions bound = true ->
    forall (L : OrderedField) (f : K -> L), contains f ->
      let inside := units_point d_in d_out (units_over f base) (length first) in
      units_joined_closed inside (length partitions) (units_over f first) (units_over f last) /\
      forall n, units_joined_closed inside n (units_over f first) (units_over f last) -> length partitions <= n.

(** If a function accepts a tree, in which each subspace comes with the place of its parent, its depth, and a point in
    both, then any two points of Θ are joined by segments inside Θ. *)
Definition SoundConnected (check : forall K : Field, nat -> nat -> nat -> list (list K * list K) ->
    list (list code * (nat * nat) * list (list K * list K)) -> bool) : Prop :=
  forall (K : Field) (d_in d_out m : nat) (base : list (list K * list K))
    (tree : list (list code * (nat * nat) * list (list K * list K))),
    check K d_in d_out m base tree = true ->
    forall θ θ', units_point d_in d_out base m θ -> units_point d_in d_out base m θ' ->
      exists n, units_joined (units_point d_in d_out base m) n θ θ'.

(** If a function accepts a path for a parity, with codes and signs for each segment, that leads from the one network to the
    other inside the union of the subspaces of signed labelled partitions; and all networks in this union compute what θ
    does, for every σ of the parity. A sign is 1, or −1 for a mirrored unit, or 0 for a silent one. *)
Definition SoundMirroredPath (check : forall K : Field, parity -> nat -> nat -> list (list K * list K) ->
    list (list K * list K) -> list (list K * list K) -> list (list (list K * list K)) -> list (list code * list Z) ->
    bool) : Prop :=
  forall (K : Field) (p : parity) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code * list Z)),
    check K p d_in d_out base first last points partitions = true ->
    units_joined (units_signed_point p d_in d_out base (length first)) (length partitions) first last /\
    forall (L : VectorSpace K) (activation : list K -> L) (θ : list (list K * list K)) (j : nat),
      @add K one one <> zero ->
      (forall w, activation (map opp w) = scale (parity_sign p) (activation w)) ->
      units_signed_point p d_in d_out base (length first) θ ->
      units_output activation θ j = units_output activation base j.

(** If a function accepts such a path and the reason why none is shorter, it leads from the one network to the other
    inside this union, and no path of segments inside it between these networks has fewer: over every ordered field that
    contains the weights. And all networks in the union compute what θ does. *)
Definition SoundShortestMirroredPath (check : forall K : Field, parity -> nat -> nat -> list (list K * list K) ->
    list (list K * list K) -> list (list K * list K) -> list (list (list K * list K)) -> list (list code * list Z) ->
    path_bound (list code * list Z) -> bool) : Prop :=
  forall (K : Field) (p : parity) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code * list Z))
    (bound : path_bound (list code * list Z)),
    check K p d_in d_out base first last points partitions bound = true ->
    (forall (L : OrderedField) (f : K -> L), contains f ->
      let inside := units_signed_point p d_in d_out (units_over f base) (length first) in
      units_joined_closed inside (length partitions) (units_over f first) (units_over f last) /\
      forall n, units_joined_closed inside n (units_over f first) (units_over f last) -> length partitions <= n) /\
    forall (L : VectorSpace K) (activation : list K -> L) (θ : list (list K * list K)) (j : nat),
      @add K one one <> zero ->
      (forall w, activation (map opp w) = scale (parity_sign p) (activation w)) ->
      units_signed_point p d_in d_out base (length first) θ ->
      units_output activation θ j = units_output activation base j.

(** [ext-parity-connected] These subspaces are those of networks over spaces whose vectors are written as such lists. *)
Definition SignedUnitSubspaces : Prop :=
  forall (K : Field) (W A : VectorSpace K) (row : W -> list K) (column : A -> list K) (d_in d_out m : nat)
    (p : parity) (base θ : network W A),
    coordinates d_in row -> coordinates d_out column ->
    let written := map (fun u : W * A => (row (fst u), column (snd u))) in
    (forall P, units_signed_Gamma p P (written base) (written θ) <-> signed_Gamma p base P θ) /\
    (units_signed_point p d_in d_out (written base) m (written θ) <-> signed_Theta p base m θ).

(** If a function accepts a path of networks of several layers, with a labelled partition of each hidden layer for each segment,
    that leads from the one network to the other, and all networks on it compute what θ does, for every σ. *)
Definition SoundLayeredPath (check : forall K : Field, nat -> nat -> layered K -> layered K -> layered K ->
    list (layered K) -> list (list (list code)) -> bool) : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ first last : layered K) (points : list (layered K))
    (partitions : list (list (list code))),
    check K d_in d_out θ first last points partitions = true ->
    layered_joined (layered_alike d_in d_out (map (@length _) (snd first)) θ) (length partitions) first last.

(** xᵀHy, for a matrix H, and a matrix that is its own transpose. *)
Definition matrix_form {K : Field} (H : matrix K) (x y : list K) : K := dot x (times H y).
Definition symmetric_matrix {K : Field} (H : matrix K) : Prop :=
  (forall row, In row H -> length row = length H) /\ forall i j, nth j (nth i H []) zero = nth i (nth j H []) zero.

(** What a certificate has of an inertia: vectors that the matrix sends to 0; places at which these are the identity;
    further vectors; and (p, q, z). *)
Definition inertia_block (K : Field) : Type := (list (list K) * list nat * list (list K) * (nat * nat * nat))%type.

(** If a function accepts a matrix H and (p, q, z), then H is
    symmetric, and xᵀHx has this inertia. *)
Definition SoundInertia (check : forall K : OrderedField, matrix K -> inertia_block K -> bool) : Prop :=
  forall (K : OrderedField) (H : matrix K) (kernel congruence : list (list K)) (places : list nat) (p q z : nat),
    check K H (kernel, places, congruence, (p, q, z)) = true ->
    symmetric_matrix H /\
    inertia_on scalars_plus (fun x => length x = length H) (fun x => matrix_form H x x) p q z.

(** ** Losses with a rational activation

    A polynomial c_0 + c_1·t + … by its coefficients, and its derivative. *)
Definition polynomial_at {K : Field} (P : list K) (t : K) : K := fold_right (fun c rest => add c (mul t rest)) zero P.
Definition polynomial_slope {K : Field} (P : list K) : list K :=
  map (fun p => mul (of_nat (fst p)) (snd p)) (combine (seq 1 (length (tl P))) (tl P)).

(** σ = P/Q, and the formulas of σ' = (P'Q − PQ')/Q² and σ'' = ((P''Q − PQ'')Q − 2Q'(P'Q − PQ'))/Q³. *)
Definition quotient {K : Field} (P Q : list K) (t : K) : K := mul (polynomial_at P t) (inv (polynomial_at Q t)).
Definition quotient_slope {K : Field} (P Q : list K) (t : K) : K :=
  let q := polynomial_at Q t in
  mul (add (mul (polynomial_at (polynomial_slope P) t) q) (opp (mul (polynomial_at P t)
    (polynomial_at (polynomial_slope Q) t)))) (inv (mul q q)).
Definition quotient_bend {K : Field} (P Q : list K) (t : K) : K :=
  let P' := polynomial_slope P in
  let Q' := polynomial_slope Q in
  let p := polynomial_at P t in
  let q := polynomial_at Q t in
  let q' := polynomial_at Q' t in
  let first := add (mul (polynomial_at P' t) q) (opp (mul p q')) in
  let second := add (mul (polynomial_at (polynomial_slope P') t) q)
    (opp (mul p (polynomial_at (polynomial_slope Q') t))) in
  mul (add (mul second q) (opp (mul (mul (add one one) q') first))) (inv (mul q (mul q q))).

(** A network of vectors for one of lists of coordinates, by coordinates of incoming and of outgoing vectors. *)
Definition with_coordinates {K : Field} {W A : VectorSpace K} (fW : list K -> W) (fA : list K -> A)
    (units : list (list K * list K)) : network W A :=
  map (fun u => (fW (fst u), fA (snd u))) units.

(** L = Σ ½|f(x) − y|² over the data (x, y), to second order, with σ, σ', σ'' in these coordinates: w·x = Σ w_j x_j, the
    costs have the gradients f(x) − y, and the identity as Hessian. *)
Definition squared_error {K : Field} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
    (σ σ' σ'' : K -> K) (data : list (list K * list K)) (L : Loss K W A (list K * list K)) : Prop :=
  linear_coordinates vector_plus (fun _ => True) d_in fW /\ linear_coordinates vector_plus (fun _ => True) d_out fA /\
  data_points L = data /\
  (forall x w, In x data -> length w = d_in -> let z := dot w (fst x) in
    input_product L x (fW w) = z /\ activated L x (fW w) = σ z /\ slope L x (fW w) = σ' z /\
    bend L x (fW w) = σ'' z) /\
  forall x y v v', In x data -> length y = d_out -> length v = d_out -> length v' = d_out ->
    cost_gradient L x (fA y) (fA v) = dot (scalars_plus (opp one) y (snd x)) v /\
    cost_hessian L x (fA y) (fA v) (fA v') = dot v v'.

(** There is such a loss for all data of these dimensions. *)
Definition SquaredErrorExists : Prop :=
  forall (K : Field) (d_in d_out : nat) (σ σ' σ'' : K -> K) (data : list (list K * list K)),
    units_shaped d_in d_out data ->
    exists (W A : VectorSpace K) (fW : list K -> W) (fA : list K -> A) (L : Loss K W A (list K * list K)),
      squared_error d_in d_out fW fA σ σ' σ'' data L.

(** The formulas of σ' and σ'' are derivatives of σ = P/Q where Q isn't 0. *)
Definition QuotientDerivatives : Prop :=
  forall (K : OrderedField) (P Q : list K) (t : K), polynomial_at Q t <> zero ->
    derivative_within (fun _ => True) (quotient P Q) t (quotient_slope P Q t) /\
    derivative_within (fun _ => True) (quotient_slope P Q) t (quotient_bend P Q t).

(** The data and networks have these dimensions, and no argument of σ = P/Q is a zero of Q. *)
Definition rational_loss {K : Field} (d_in d_out : nat) (Q : list K) (data units : list (list K * list K)) : Prop :=
  units_shaped d_in d_out data /\ units_shaped d_in d_out units /\
  forall x u, In x data -> In u units -> polynomial_at Q (dot (fst u) (fst x)) <> zero.

(** θ^r is irreducible, and θ is a point of Γ̄ above it with the shares β: copies of its units. Both are critical. *)
Definition copies_above {K : Field} {W A : VectorSpace K} (θr θ : network W A) (β : list K) : Prop :=
  irreducible θr /\
  exists g, surjection (length θr) (length θ) g /\ admissible_shares (length θr) g β /\ Gamma_bar θr g θ /\
    θ = copies g β θr.
Definition critical_copies {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (θr θ : network W A)
    (β : list K) : Prop :=
  copies_above θr θ β /\ critical L θr /\ critical L θ.

(** If it accepts θ^r, a network and β, then θ^r is irreducible, the network is a point of Γ̄ by β, so its
    units are copies of those of θ^r, and both are critical. *)
Definition SoundCritical (check : forall K : OrderedField, nat -> nat -> list K -> list K ->
    list (list K * list K) -> list (list K * list K) -> list (list K * list K) -> list K -> bool) : Prop :=
  forall (K : OrderedField) (d_in d_out : nat) (P Q : list K) (data base units : list (list K * list K)) (β : list K),
    check K d_in d_out P Q data base units β = true ->
    rational_loss d_in d_out Q data base /\ rational_loss d_in d_out Q data units /\
    forall (W A : VectorSpace K) (fW : list K -> W) (fA : list K -> A) (L : Loss K W A (list K * list K)),
      squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L ->
      critical_copies L (with_coordinates fW fA base) (with_coordinates fW fA units) β.

(** If a function accepts (p, q, z), then this is the inertia of the
    Hessian at the network. *)
Definition SoundLossInertia (check : forall K : OrderedField, nat -> nat -> list K -> list K ->
    list (list K * list K) -> list (list K * list K) -> inertia_block K -> bool) : Prop :=
  forall (K : OrderedField) (d_in d_out : nat) (P Q : list K) (data units : list (list K * list K))
    (kernel congruence : list (list K)) (places : list nat) (p q z : nat),
    check K d_in d_out P Q data units (kernel, places, congruence, (p, q, z)) = true ->
    rational_loss d_in d_out Q data units /\
    forall (W A : VectorSpace K) (fW : list K -> W) (fA : list K -> A) (L : Loss K W A (list K * list K)),
      squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L ->
      loss_inertia L (with_coordinates fW fA units) p q z.

(** The claims that two inertias can be instances of, that at θ^r, (p, q, z), and that at θ, (p', q', z'). There are at
    least as many zero eigenvalues at θ as Γ̄ has dimensions, and a negative one at θ^r leads to one at θ; or θ is a strict
    saddle, and a unit with two copies has E ≠ 0; or θ has more units than θ^r, and not the loss 0, but is no strict
    saddle; or θ has the loss 0, there are as many positive eigenvalues as numbers in the data, and no negative one. *)
Inductive critical_claim := ZerosAbove | SaddleAbove | NoStrictSaddle | ZeroLossAbove.
Definition critical_instance {K : Field} {W A : VectorSpace K} {X : Type} (claim : critical_claim) (L : Loss K W A X)
    (target : X -> A) (d_out : nat) (θr θ : network W A) (q p' q' z' : nat) : Prop :=
  match claim with
  | ZerosAbove => length θ - length θr <= z' /\ (0 < q -> 0 < q')
  | SaddleAbove => 0 < q' /\
      exists i j u w a b α ω, i <> j /\ nth_error θ i = Some (w, a) /\ nth_error θ j = Some (w, b) /\
        In u θr /\ fst u = w /\ mixed_form L θr u α ω <> zero
  | NoStrictSaddle => q' = 0 /\ length θr < length θ /\
      exists x, In x (data_points L) /\ output (activated L x) θ <> target x
  | ZeroLossAbove => (forall x, In x (data_points L) -> output (activated L x) θ = target x) /\
      p' = length (data_points L) * d_out /\ q' = 0 /\ 0 < z'
  end.

(** If a function accepts both inertias for a claim, then all that is
    so. *)
Definition SoundCriticalInstance (check : forall K : OrderedField, critical_claim -> nat -> nat -> list K -> list K ->
    list (list K * list K) -> list (list K * list K) -> list (list K * list K) -> list K -> inertia_block K ->
    inertia_block K -> bool) : Prop :=
  forall (K : OrderedField) (claim : critical_claim) (d_in d_out : nat) (P Q : list K)
    (data base units : list (list K * list K)) (β : list K) (kernel congruence kernel' congruence' : list (list K))
    (places places' : list nat) (p q z p' q' z' : nat),
    check K claim d_in d_out P Q data base units β (kernel, places, congruence, (p, q, z))
      (kernel', places', congruence', (p', q', z')) = true ->
    rational_loss d_in d_out Q data base /\ rational_loss d_in d_out Q data units /\
    forall (W A : VectorSpace K) (fW : list K -> W) (fA : list K -> A) (L : Loss K W A (list K * list K)),
      squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L ->
      let θr := with_coordinates fW fA base in
      let θ := with_coordinates fW fA units in
      critical_copies L θr θ β /\ loss_inertia L θr p q z /\ loss_inertia L θ p' q' z' /\
      critical_instance claim L (fun x => fA (snd x)) d_out θr θ q p' q' z'.

(** What a certificate has of the k copies of a unit: k − 1 rows of factors by which their incoming vectors move, and as
    many for the outgoing ones; and of the inertias of (B Eᵀ; E 0) and (0 Eᵀ; E 0). *)
Definition unit_split (K : Field) : Type := (list (list K) * list (list K) * (inertia_block K * inertia_block K))%type.

(** If a function accepts an inertia at θ^r, and one at θ, then these are the inertias there; and there are
    two blocks for each unit of θ^r, the second of which has the rank of its E. *)
Definition SoundSplitting (check : forall K : OrderedField, nat -> nat -> list K -> list K ->
    list (list K * list K) -> list (list K * list K) -> list (list K * list K) -> list K -> inertia_block K ->
    list (unit_split K) -> nat * nat * nat -> bool) : Prop :=
  forall (K : OrderedField) (d_in d_out : nat) (P Q : list K) (data base units : list (list K * list K)) (β : list K)
    (kernel congruence : list (list K)) (places : list nat) (splits : list (unit_split K)) (p q z p' q' z' : nat),
    check K d_in d_out P Q data base units β (kernel, places, congruence, (p, q, z)) splits (p', q', z') = true ->
    rational_loss d_in d_out Q data base /\ rational_loss d_in d_out Q data units /\
    forall (W A : VectorSpace K) (fW : list K -> W) (fA : list K -> A) (L : Loss K W A (list K * list K)),
      squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L ->
      let θr := with_coordinates fW fA base in
      let θ := with_coordinates fW fA units in
      copies_above θr θ β /\ loss_inertia L θr p q z /\ loss_inertia L θ p' q' z' /\ length splits = length base /\
      forall t split, nth_error splits t = Some split ->
        mixed_rank L θr (nth t θr (vzero, vzero)) d_in (fst (fst (snd (snd (snd split))))).
