(** What the derivatives say: critical points are stationary, derivatives are unique, and the Hessian of a sum of
    squares at its zeros. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies SecondVariation HessianForm.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule SecondOrder Uniqueness Tests.
Import ListNotations.

Local Open Scope nat_scope.

Theorem gradient_is_derivative : GradientIsDerivative.
Proof.
  intros K W A X L cost θ d n fA f HA Hf (σ & σ' & Hactivated & Hσ & Hcost).
  exact (loss_derivative L cost θ d n fA f HA Hf σ σ' Hactivated Hσ Hcost).
Qed.

Theorem hessian_is_second_derivative : HessianIsSecondDerivative.
Proof.
  intros K W A X L cost θ d n fA f HA Hf (σ & σ' & σ'' & Hactivated & Hσ & Hcost).
  split.
  { exists σ, σ'. split; [intros x w; split; apply (Hactivated x w)|].
    exact (once L cost d fA HA σ σ' σ'' Hσ Hcost). }
  exact (loss_second_derivative L cost θ d n fA f HA Hf σ σ' σ'' Hactivated Hσ Hcost).
Qed.

Theorem derivatives_unique : DerivativesUnique.
Proof.
  intros K X plus S n f F p l l' b b' Hf Hl Hl' Hb Hb'. split.
  - intros H H'. now apply (one_derivative plus S n f Hf F p).
  - intros H H'. now apply (one_second_derivative plus S n f Hf F p).
Qed.

Section Squares.

Context {K : OrderedField} (n : nat) (p : list K).
Add Field squares_field : (field_laws K).

Theorem squares_expand : forall residuals : list ((list K -> K) * list K),
  (forall r row, In (r, row) residuals ->
    length row = n /\ r p = zero /\ derivative scalars_plus n (fun x => x) r p (dot row)) ->
  second_derivative scalars_plus n (fun x => x)
    (fun v => mul (inv (add one one)) (sum (map (fun q => mul (fst q v) (fst q v)) residuals))) p
    (fun _ => zero) (fun v => sum (map (fun q => mul (dot (snd q) v) (dot (snd q) v)) residuals)).
Proof.
  intros residuals H. unfold second_derivative. apply negligible_at_coordinates.
  set (rest := fun (q : (list K -> K) * list K) h => add (fst q (scalars_plus one p h)) (opp (dot (snd q) h))).
  apply (is_ext n (o 2) (fun h => sum (map (fun q => add (mul (dot (snd q) h) (rest q h))
    (mul (inv (add one one)) (mul (rest q h) (rest q h)))) residuals))).
  - intros h Hh. assert (Hzero : sum (map (fun q => mul (fst q p) (fst q p)) residuals) = zero).
    { clear - H. induction residuals as [|[r row] l IH]; [easy|]. cbn [map]. unfold sum in *. cbn [fold_right fst].
      rewrite IH by (intros; apply H; now right). destruct (H r row (or_introl eq_refl)) as (_ & -> & _). ring. }
    rewrite Hzero. clear H Hzero. unfold rest. induction residuals as [|q l IH]; [unfold sum; simpl; field;
      apply two_not_zero|].
    cbn [map]. unfold sum in *. cbn [fold_right]. rewrite IH. field. apply two_not_zero.
  - apply (is_sum n (o 2) (fun q h => add (mul (dot (snd q) h) (rest q h))
      (mul (inv (add one one)) (mul (rest q h) (rest q h))))).
    intros [r row] Hq. destruct (H r row Hq) as (Hrow & Hp & Hr).
    assert (Hrest : is n (o 1) (rest (r, row))).
    { apply negligible_at_coordinates in Hr. revert Hr. apply is_ext. intros h _. unfold rest. cbn [fst snd].
      rewrite Hp. ring. }
    assert (Hdot : is n (O 1) (dot row)).
    { apply form_is. intros s x y Hx Hy. apply dot_plus; congruence. }
    apply is_add; [exact (is_mul n 1 (o 1) _ _ Hdot Hrest)|]. apply (is_scaled n (o 2)).
    exact (is_mul n 1 (o 1) _ _ (small_bounded n 1 _ Hrest) Hrest).
Qed.

End Squares.

Theorem hessian_is_squares : HessianIsSquares.
Proof. intros K n residuals p H. now apply squares_expand. Qed.

(** ** Critical points are stationary *)

Section Variations.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (θ : network W A).
Add Field variations_field : (field_laws K).

Lemma zero_linear : linear_on network_plus (fun δ : network W A => length δ = length θ) (fun _ => @zero K).
Proof. intros s x y _ _. unfold scalar_plus. ring. Qed.

Lemma first_variation_linear : linear_on network_plus (fun δ => length δ = length θ) (first_variation L θ).
Proof.
  intros s δ δ' Hδ Hδ'. unfold first_variation, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext.
  intros x _. rewrite over_units_plus by (easy || apply unit_first_linear). now rewrite cost_gradient_linear.
Qed.

Lemma hessian_bilinear : bilinear_on network_plus (fun δ => length δ = length θ) (hessian L θ).
Proof.
  split.
  - intros δ _ s δ' δ'' Hδ' Hδ''. now apply hessian_linear.
  - intros δ _ s δ' δ'' Hδ' Hδ''. rewrite !(hessian_symmetric L θ _ δ). now apply hessian_linear.
Qed.

End Variations.

Theorem variations_are_linear : VariationsAreLinear.
Proof.
  intros K W A X L θ variations. split; [apply first_variation_linear|]. exists (hessian L θ).
  split; [apply hessian_bilinear|]. intros δ Hδ. symmetry. now apply hessian_diagonal.
Qed.

Theorem critical_is_stationary : CriticalIsStationary.
Proof.
  intros K W A X L cost θ d n fA f HA Hf Hsmooth.
  pose proof (gradient_is_derivative K W A X L cost θ d n fA f HA Hf Hsmooth) as H. split.
  - intros Hcritical. apply negligible_at_coordinates. apply negligible_at_coordinates in H. revert H. apply is_ext.
    intros x Hx. rewrite Hcritical by now apply Hf. easy.
  - intros Hzero δ Hδ. apply (one_derivative network_plus _ n f Hf (loss_value L cost) θ (first_variation L θ) (fun _
      => zero)); try easy.
    + apply first_variation_linear.
    + apply zero_linear.
Qed.

Theorem second_derivative_test : SecondDerivativeTest.
Proof.
  intros K X plus S n f F p b Hf Hp Hb H. split.
  - intros (h & Hh & Hnegative). now apply (lower_values plus S n f F p b Hf Hb H h).
  - now apply (strict_minimum plus S n f F p b Hf Hp).
Qed.
