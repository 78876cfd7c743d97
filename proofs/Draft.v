(** Draft of statements. *)
From Coq Require Import List Arith ZArith QArith Permutation Relations.
From Equiloss Require Import Statements.
Import ListNotations.
Local Open Scope nat_scope.

(** R_k(r,m) *)
Definition level_ratio (k r m : nat) : Q := (inject_Z (G (r - k) m) / inject_Z (T r m))%Q.
(** The critical subspaces of all levels k = 1, ..., r − 1, one for each (a_k = 1). *)
Definition all_levels (r m : nat) : Z := Zsum 1 (r - 1) (fun k => G (r - k) m).
Definition higher_levels (r m : nat) : Z := Zsum 2 (r - 2) (fun k => G (r - k) m).

Definition RatioFalls : Prop :=
  forall r m, 2 <= r <= m ->
    (forall k, 1 <= k < r -> (level_ratio k r (S m) < level_ratio k r m)%Q) /\
    (inject_Z (all_levels r (S m)) / inject_Z (T r (S m)) < inject_Z (all_levels r m) / inject_Z (T r m))%Q.

Definition CrossingExists : Prop :=
  forall r ε, 2 <= r -> (0 < ε)%Q ->
    (forall k layers, 1 <= k < r -> 1 <= layers -> exists least, forall m, r <= m ->
      ((level_ratio k r m ^ Z.of_nat layers < ε)%Q <-> least <= m)) /\
    exists least, forall m, r <= m -> ((inject_Z (all_levels r m) / inject_Z (T r m) < ε)%Q <-> least <= m).

Definition Figure6Crossings : Prop :=
  forall m, 30 <= m ->
    ((G 29 m < T 30 m)%Z <-> 37 <= m) /\ ((all_levels 30 m < T 30 m)%Z <-> 42 <= m).

Definition BlueCurve : Prop :=
  forall r m, 3 <= r <= m ->
    let s := (Z.of_nat r - 1)%Z in
    ((s ^ Z.of_nat m - s * (s - 1) ^ Z.of_nat m) * higher_levels r m <=
      (s - 1) * (s - 1) ^ Z.of_nat m * G (r - 1) m)%Z /\
    (higher_levels r (S m) * G (r - 1) m < higher_levels r m * G (r - 1) (S m))%Z /\
    forall n, (0 < n)%Z -> exists least, forall m, least <= m -> (n * higher_levels r m < G (r - 1) m)%Z.

Definition BlueCurveAtThirty : Prop :=
  (6 * G 29 37 < higher_levels 30 37)%Z /\ (G 29 42 < higher_levels 30 42)%Z /\
  forall m, 30 <= m ->
    ((higher_levels 30 m < G 29 m)%Z <-> 46 <= m) /\ ((10 * higher_levels 30 m < G 29 m)%Z <-> 77 <= m).

Definition RatioOverLayers : Prop :=
  forall k r m layers,
    (inject_Z (product (repeat (G (r - k) m) layers)) / inject_Z (product (repeat (T r m) layers)) ==
     level_ratio k r m ^ Z.of_nat layers)%Q.

Definition RatioByDepth : Prop :=
  forall k r m, 1 <= k < r -> r <= m ->
    let power layers := (level_ratio k r m ^ Z.of_nat layers)%Q in
    ((1 < level_ratio k r m)%Q -> forall layers, (power layers < power (S layers))%Q) /\
    ((level_ratio k r m < 1)%Q ->
      (forall layers, (power (S layers) < power layers)%Q) /\
      forall ε, (0 < ε)%Q -> exists least, forall layers, (power layers < ε)%Q <-> least <= layers).

Definition MixedLevelsExceed : Prop :=
  ((G 4 5 + all_levels 4 5) ^ 3 - G 4 5 ^ 3 > T 4 5 ^ 3 /\ all_levels 4 5 ^ 3 < T 4 5 ^ 3)%Z.

Local Open Scope nat_scope.

Section Sequential.

Context {K : Field}.

(** The subspace of P as [Gamma] has it, for units that are lists of coordinates. *)
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

(** (N, N') replaces (M, M') in a network: rows of N have d_in entries, those of N' one for each row of N, and N' has
    as many rows as M'. *)
Definition pair_replaced (d_in : nat) (related : list (list K * list K) -> list (list K * list K) -> Prop)
    (M M' N N' : matrix K) : Prop :=
  (forall row, In row N -> length row = d_in) /\ (forall row, In row N' -> length row = length N) /\
  length N' = length M' /\ related (pair_units M M') (pair_units N N').

(** Equation (8): the pair of the last hidden layer is expanded first; then that of the hidden layer before, with its
    second matrix as it is by now; and so on to the first. Each of the [choices] belongs to a hidden layer. *)
Fixpoint last_to_first {C : Type} (related : C -> list (list K * list K) -> list (list K * list K) -> Prop)
    (d_in : nat) (θ : list (matrix K)) (choices : list C) (φ : list (matrix K)) : Prop :=
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

(** Of a tuple of labelled partitions, of surjections, one for each hidden layer: the affine subspace, and the critical
    one. *)
Definition layers_Gamma := last_to_first units_Gamma.
Definition layers_Gamma_bar := last_to_first units_Gamma_bar.
(** The expansion manifold in networks of widths m_1, ..., m_{L−1}. *)
Definition layers_Theta := last_to_first units_Theta.

Definition hidden_widths (θ : list (matrix K)) : list nat := map (@length (list K)) (removelast θ).

(** An entry for each hidden layer, of width r_l in θ and m_l in the expansion. *)
Definition for_widths {C : Type} (fits : nat -> nat -> C -> Prop) (θ : list (matrix K)) (m : list nat)
    (choices : list C) : Prop :=
  length m = length (hidden_widths θ) /\
  Forall2 (fun rm c => fits (fst rm) (snd rm) c) (combine (hidden_widths θ) m) choices.

(** The product over the hidden layers. *)
Definition over_layers (count : nat -> nat -> Z) (θ : list (matrix K)) (m : list nat) : Z :=
  product (map (fun rm => count (fst rm) (snd rm)) (combine (hidden_widths θ) m)).

Definition layers_towards (s : K) (φ φ' : list (matrix K)) : list (matrix K) :=
  map (fun p => map (fun q => scalars_towards s (fst q) (snd q)) (combine (fst p) (snd p))) (combine φ φ').

End Sequential.

(** What §5 supposes of θ. *)
Definition irreducible_base {K : Field} (d_in d_out : nat) (θ : list (matrix K)) : Prop :=
  θ <> [] /\ 1 <= d_in /\ shaped d_in d_out θ /\ irreducible_layers d_in d_out θ /\ ~ In 0 (hidden_widths θ).

Definition NoLayerSubspaceIncludesAnother : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat) (P Q : list (list code)),
    characteristic_zero K -> irreducible_base d_in d_out θ ->
    for_widths labelled_partition θ m P -> for_widths labelled_partition θ m Q ->
    (forall φ, layers_Gamma d_in θ P φ -> layers_Gamma d_in θ Q φ) -> P = Q.

Definition LayerSubspacesCounted : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat),
    characteristic_zero K -> irreducible_base d_in d_out θ -> length m = length (hidden_widths θ) ->
    exists l : list (list (matrix K) -> Prop),
      Z.of_nat (length l) = over_layers T θ m /\
      (forall S, In S l -> exists P, for_widths labelled_partition θ m P /\ S = layers_Gamma d_in θ P) /\
      (forall i j S S', nth_error l i = Some S -> nth_error l j = Some S' -> (forall φ, S φ -> S' φ) -> i = j) /\
      (forall S φ φ' s, In S l -> S φ -> S φ' -> S (layers_towards s φ φ')) /\
      (forall φ, layers_Theta d_in θ m φ <-> exists S, In S l /\ S φ).

Definition CriticalLayerSubspaces : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ : list (matrix K)) (m : list nat),
    irreducible_base d_in d_out θ -> length m = length (hidden_widths θ) ->
    counted (for_widths surjection θ m) (over_layers G θ m) /\
    (forall g, for_widths surjection θ m g -> exists φ, layers_Gamma_bar d_in θ g φ) /\
    (forall g h φ, for_widths surjection θ m g -> for_widths surjection θ m h ->
      layers_Gamma_bar d_in θ g φ -> layers_Gamma_bar d_in θ h φ -> g = h).

Definition layers_segment_inside {K : Field} (S : list (matrix K) -> Prop) (φ φ' : list (matrix K)) : Prop :=
  S φ /\ S φ' /\ forall s, S (layers_towards s φ φ').

Definition LayerThetaConnected : Prop :=
  forall (K : Field) (d_in d_out : nat) (θ φ φ' : list (matrix K)) (m : list nat),
    irreducible_base d_in d_out θ -> Forall2 lt (hidden_widths θ) m ->
    layers_Theta d_in θ m φ -> layers_Theta d_in θ m φ' ->
    clos_refl_trans _ (layers_segment_inside (layers_Theta d_in θ m)) φ φ'.
