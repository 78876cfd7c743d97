(** What solves σ' = σ − σ² has derivatives of every order, which are polynomials in σ; so have its primitives, and
  their
    sum with α·σ(γt). *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import Negligible.
From Equiloss.Flows Require Import Taylor.
Import ListNotations.

Local Open Scope nat_scope.

(** Polynomials in the value σ(t), and their derivatives by t. *)
Inductive formula := Value | Sum (f g : formula) | Product (f g : formula) | Negative (f : formula).

Fixpoint formula_derivative (f : formula) : formula :=
  match f with
  | Value => Sum Value (Negative (Product Value Value))
  | Sum g h => Sum (formula_derivative g) (formula_derivative h)
  | Product g h => Sum (Product (formula_derivative g) h) (Product g (formula_derivative h))
  | Negative g => Negative (formula_derivative g)
  end.

Section SmoothSigmoid.

Context {K : OrderedField}.
Add Field smooth_sigmoid_field : (field_laws K).

Fixpoint at_value (f : formula) (x : K) : K :=
  match f with
  | Value => x
  | Sum g h => add (at_value g x) (at_value h x)
  | Product g h => mul (at_value g x) (at_value h x)
  | Negative g => opp (at_value g x)
  end.

Context {σ : K -> K}.
Hypothesis Hσ : derivative_everywhere σ (fun t => add (σ t) (opp (mul (σ t) (σ t)))).

Lemma formula_slope : forall f t, has_slope (fun s => at_value f (σ s)) t (at_value (formula_derivative f) (σ t)).
Proof.
  intros f t. induction f as [|f IHf g IHg|f IHf g IHg|f IHf]; cbn [at_value formula_derivative].
  - apply slope_derivative, Hσ.
  - exact (slope_add _ _ t _ _ IHf IHg).
  - exact (slope_mul _ _ t _ _ IHf IHg).
  - apply (slope_ext _ _ t _ _) with (3 := slope_mul _ _ t _ _ (slope_linear (opp one) zero t) IHf);
      [intro s; ring|ring].
Qed.

Definition sigmoid_order (n : nat) (t : K) : K := at_value (Nat.iter n formula_derivative Value) (σ t).

Lemma sigmoid_smooth : all_derivatives sigmoid_order.
Proof. intros n t. apply slope_derivative. exact (formula_slope (Nat.iter n formula_derivative Value) t). Qed.

Context {ρ : K -> K}.
Hypothesis Hρ : derivative_everywhere ρ σ.

Definition primitive_order (n : nat) : K -> K := match n with O => ρ | S n' => sigmoid_order n' end.

Lemma primitive_smooth : all_derivatives primitive_order.
Proof. intros [|n]; [exact Hρ|exact (sigmoid_smooth n)]. Qed.

Lemma slope_stretched : forall (γ : K) (φ : K -> K) t v, less zero γ -> has_slope φ (mul γ t) v ->
  has_slope (fun s => φ (mul γ s)) t (mul γ v).
Proof.
  intros γ φ t v Hγ H ε Hε. pose proof (inverse_positive γ Hγ) as Hinverse. pose proof (positive_not_zero γ Hγ) as Hγ0.
  destruct (H (mul ε (inv γ))) as (δ & Hδ & Hn); [now apply less_mul|].
  exists (mul (inv γ) δ). split; [now apply less_mul|]. intros h u Hh Hu.
  replace (mul ε (power u 1)) with (mul (mul ε (inv γ)) (power (mul γ u) 1)) by (cbn [power]; field; exact Hγ0).
  replace (mul γ (add t h)) with (add (mul γ t) (mul γ h)) by ring.
  replace (mul (mul γ v) h) with (mul v (mul γ h)) by ring. apply Hn.
  - rewrite absolute_mul, (absolute_of_positive γ) by now left. apply at_most_mul; [now left|exact Hh].
  - replace δ with (mul γ (mul (inv γ) δ)) by (field; exact Hγ0). now apply less_mul_left.
Qed.

Definition mixed_order (α γ : K) (n : nat) (t : K) : K :=
  add (primitive_order n t) (mul (mul α (power γ n)) (sigmoid_order n (mul γ t))).

Lemma mixed_smooth : forall α γ, less zero γ -> all_derivatives (mixed_order α γ).
Proof.
  intros α γ Hγ n t. apply slope_derivative.
  pose proof (proj2 (slope_derivative _ _ _) (primitive_smooth n t)) as H.
  pose proof (slope_stretched γ _ t _ Hγ (proj2 (slope_derivative _ _ _) (sigmoid_smooth n (mul γ t)))) as H'.
  apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ H
    (slope_mul _ _ t _ _ (slope_linear (mul α (power γ n)) zero t) H')).
  - intro s. unfold mixed_order. ring.
  - unfold mixed_order. cbn [power]. ring.
Qed.

Lemma mixed_order_first : forall α γ t, mixed_order α γ 0 t = add (ρ t) (mul α (σ (mul γ t))).
Proof. intros α γ t. unfold mixed_order, sigmoid_order. cbn. ring. Qed.

End SmoothSigmoid.
