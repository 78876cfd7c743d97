(** The loss of the known network is twice differentiable, so the hypotheses of the theorems on derivatives can be
    met. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps Spaces OrderedFields.
From Equiloss.Index Require Import Order KnownInertias.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule SecondOrder.
Import ListNotations.

Local Open Scope nat_scope.

Section KnownLoss.

Context {K : OrderedField}.
Add Field known_field : (field_laws K).

Definition plane_coordinates (x : list K) : @plane K := (nth 0 x zero, nth 1 x zero).

Lemma plane_linear : linear_coordinates (@vector_plus K plane) (fun _ => True) 2 plane_coordinates.
Proof.
  split; [easy|]. split; [intros [a b] _; now exists [a; b]|]. split.
  - intros [|a [|b [|]]] [|c [|e [|]]] Hx Hy H; try easy. now injection H as -> ->.
  - intros s [|a [|b [|]]] [|c [|e [|]]] Hx Hy; easy.
Qed.

Definition square_cost (x : point) (y : @plane K) : K :=
  mul (inv (add one one)) (let e := vadd y (scale (opp one) (snd x : plane)) in scalar_product e e).

Lemma entry_power : forall k, is 1 (O k) (fun x => power (hd (@zero K) x) k).
Proof.
  assert (Hentry : is 1 (O 1) (hd (@zero K))).
  { apply (is_ext 1 _ (fun x => nth 0 x zero)); [now intros [|]|apply is_entry]. }
  induction k as [|k IH]; [exact (is_constant 1 one)|]. exact (is_mul 1 1 (O k) _ _ Hentry IH).
Qed.

Lemma cubic_twice : forall z : K,
  second_derivative scalar_plus 1 (hd zero) cubic z (mul (cubic_slope z)) (fun t => mul (cubic_bend z) (mul t t)).
Proof.
  intro z. apply negligible_at_coordinates, bounded_small.
  apply (is_ext 1 _ (fun x => power (hd (@zero K) x) 3)); [|apply entry_power].
  intros x _. unfold cubic, cubic_slope, cubic_bend, scalar_plus, number. simpl. field. apply two_not_zero.
Qed.

Lemma cubic_slope_continuous : forall z : K, continuous scalar_plus 1 (hd zero) cubic_slope z.
Proof.
  intro z. apply negligible_at_coordinates, bounded_small.
  apply (is_ext 1 _ (fun x => add (mul (cubic_bend z) (power (hd zero x) 1))
    (mul (number 3) (mul (power (hd zero x) 1) (power (hd zero x) 1))))).
  - intros x _. unfold cubic_slope, cubic_bend, scalar_plus, number. simpl. ring.
  - apply is_add; [apply (is_scaled 1 (O 1)), entry_power|].
    apply (is_scaled 1 (O 1)), bounded_less. exact (is_mul 1 1 (O 1) _ _ (entry_power 1) (entry_power 1)).
Qed.

Lemma square_cost_twice : forall (x : point) (y : plane), second_derivative (@vector_plus K plane) 2 plane_coordinates
  (square_cost x) y (cost_gradient square_loss x y) (fun v => cost_hessian square_loss x y v v).
Proof.
  intros x y. apply negligible_at_coordinates. apply (is_ext 2 _ (fun _ => zero)); [|apply is_zero].
  intros w _. unfold square_cost, vector_plus, scalar_product. simpl. unfold error_form, scalar_product. simpl.
  field. apply two_not_zero.
Qed.

Lemma error_continuous : forall (x : point) (y v : plane), continuous (@vector_plus K plane) 2 plane_coordinates
  (fun y' => cost_gradient square_loss x y' v) y.
Proof.
  intros x y v. apply negligible_at_coordinates, bounded_small.
  apply (is_ext 2 _ (fun w => add (mul (fst v) (nth 0 w zero)) (mul (snd v) (nth 1 w zero)))).
  - intros w _. unfold vector_plus. simpl. unfold error_form. simpl. ring.
  - apply is_add; apply (is_scaled 2 (O 1)), is_entry.
Qed.

Lemma square_loss_twice : twice_differentiable_loss square_loss square_cost 2 plane_coordinates.
Proof.
  exists cubic, cubic_slope, cubic_bend. split; [easy|]. split; [exact cubic_twice|exact square_cost_twice].
Qed.

Lemma square_loss_continuous : continuously_differentiable_loss square_loss square_cost 2 plane_coordinates.
Proof.
  destruct (once square_loss square_cost 2 plane_coordinates plane_linear cubic cubic_slope cubic_bend
    cubic_twice square_cost_twice) as [Hσ Hcost].
  exists cubic, cubic_slope. split; [easy|]. split; [exact Hσ|]. split; [exact Hcost|].
  split; [exact cubic_slope_continuous|exact error_continuous].
Qed.

End KnownLoss.

Theorem index_instance : IndexInstance.
Proof.
  intro K. pose proof (@one_positive K) as H1. assert (H2 : less zero (@add K one one)) by now apply positive_sum.
  exists plane, plane, point, square_loss, snd, unit_of_one.
  split; [exact square_loss_activation|]. split; [exact square_loss_cost|].
  split; [exact plane_dimension|]. split; [exact plane_dimension|]. split; [exact known_critical|].
  split; [exact known_inertia|]. split; [exact known_rank|]. split; [exact known_bend_inertia|].
  split; [|split].
  - apply (known_above (add one one) (opp one) 1 1 0).
    + apply two_less_one.
    + apply positive_first; [exact H2|]. apply negative_first; [now apply opp_less|constructor].
  - apply (known_above (inv (add one one)) (inv (add one one)) 2 0 0).
    + apply half_sum.
    + apply positive_first; [now apply half_one_positive|]. apply positive_first;
        [now apply half_one_positive|constructor].
  - exists square_cost, plane_coordinates. split; [exact plane_linear|].
    split; [exact square_loss_twice|exact square_loss_continuous].
Qed.
