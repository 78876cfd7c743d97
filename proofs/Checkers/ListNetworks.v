(** The first and second variation of a squared error, for networks of lists of coordinates. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces Coordinates.
From Equiloss.Index Require Import Copies SecondVariation.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedLoss.
Import ListNotations.

Local Open Scope nat_scope.

Section CoordinateMaps.

Context {K : OrderedField} {V : VectorSpace K} (d : nat) (f : list K -> V).
Hypothesis Hf : linear_coordinates vector_plus (fun _ => True) d f.
Add Field maps_field : (field_laws K).

Lemma map_plus : forall s x y, length x = d -> length y = d ->
  f (scalars_plus s x y) = vadd (f x) (scale s (f y)).
Proof. exact (proj2 (proj2 (proj2 Hf))). Qed.

Lemma map_zeros : f (zeros d) = vzero.
Proof.
  pose proof (plus_zeros (opp one) (zeros (K := K) d)) as E. rewrite zeros_length in E. rewrite <- E.
  rewrite map_plus by apply zeros_length. vector_identity.
Qed.

Lemma map_multiple : forall s x, length x = d -> f (map (mul s) x) = scale s (f x).
Proof.
  intros s x Hx. rewrite <- plus_zero_left, Hx, map_plus, map_zeros by (exact Hx || apply zeros_length).
  vector_identity.
Qed.

Lemma map_onto : forall v, exists x, length x = d /\ f x = v.
Proof. intro v. now apply (proj1 (proj2 Hf)). Qed.

Lemma map_injective : forall x y, length x = d -> length y = d -> f x = f y -> x = y.
Proof. apply Hf. Qed.

End CoordinateMaps.

Section ListNetworks.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A) (P Q : list K)
  (data : list (list K * list K)) (L : Loss K W A (list K * list K)).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Add Field lists_field : (field_laws K).

Lemma incoming_coordinates : linear_coordinates vector_plus (fun _ => True) d_in fW.
Proof. apply HL. Qed.

Lemma outgoing_coordinates : linear_coordinates vector_plus (fun _ => True) d_out fA.
Proof. apply HL. Qed.

Lemma loss_values : forall x w, In x data -> length w = d_in ->
  input_product L x (fW w) = dot w (fst x) /\ activated L x (fW w) = quotient P Q (dot w (fst x)) /\
  slope L x (fW w) = quotient_slope P Q (dot w (fst x)) /\ bend L x (fW w) = quotient_bend P Q (dot w (fst x)).
Proof. apply HL. Qed.

Lemma zeros_like_zeros : forall v : list K, zeros_like v = zeros (length v).
Proof. unfold zeros_like, zeros. induction v as [|c v IH]; [easy|]. cbn. now rewrite IH. Qed.

Lemma outputs_length : forall units x, units_shaped d_in d_out units -> In x data ->
  length (outputs_at P Q units x) = d_out.
Proof.
  intros units x Hunits Hx. induction units as [|u units IH].
  - change (outputs_at P Q [] x) with (zeros_like (snd x)). rewrite zeros_like_zeros, zeros_length. now apply Hdata.
  - change (outputs_at P Q (u :: units) x) with
      (scalars_plus (quotient P Q (argument u x)) (outputs_at P Q units x) (snd u)).
    assert (Hrest : length (outputs_at P Q units x) = d_out) by (apply IH; intros v Hv; apply Hunits; now right).
    rewrite plus_length; [exact Hrest|]. rewrite Hrest. symmetry. apply Hunits. now left.
Qed.

Lemma outputs_right : forall units x, units_shaped d_in d_out units -> In x data ->
  output (activated L x) (with_coordinates fW fA units) = fA (outputs_at P Q units x).
Proof.
  intros units x Hunits Hx. induction units as [|u units IH].
  - change (outputs_at P Q [] x) with (zeros_like (snd x)). rewrite zeros_like_zeros, (proj2 (Hdata x Hx)). symmetry.
    apply (map_zeros d_out fA outgoing_coordinates).
  - assert (Hrest : units_shaped d_in d_out units) by (intros v Hv; apply Hunits; now right).
    destruct (Hunits u (or_introl eq_refl)) as [Hw Ha]. change (outputs_at P Q (u :: units) x) with
      (scalars_plus (quotient P Q (argument u x)) (outputs_at P Q units x) (snd u)).
    rewrite (map_plus d_out fA outgoing_coordinates) by (exact Ha || now apply outputs_length).
    rewrite <- IH by exact Hrest. unfold output, with_coordinates. cbn [map fst snd]. rewrite vsum_cons.
    destruct (loss_values x (fst u) Hx Hw) as (_ & -> & _). unfold argument. vector_identity.
Qed.

Definition unit_of (u : list K * list K) : W * A := (fW (fst u), fA (snd u)).

(** The derivative of the cost at the outputs of the units. *)
Lemma gradient_right : forall units x v, units_shaped d_in d_out units -> In x data -> length v = d_out ->
  cost_gradient L x (output (activated L x) (with_coordinates fW fA units)) (fA v) = dot (error_at P Q units x) v.
Proof.
  intros units x v Hunits Hx Hv. rewrite outputs_right by easy.
  destruct HL as (_ & _ & _ & _ & Hcost). now apply (Hcost x _ v v Hx (outputs_length units x Hunits Hx)).
Qed.

(** What unit u adds to it as it moves by δ, to first and to second order. *)
Definition first_part (e : list K) (x u δ : list K * list K) : K :=
  let z := argument u x in
  add (mul (quotient P Q z) (dot e (snd δ))) (mul (mul (quotient_slope P Q z) (dot (fst δ) (fst x))) (dot e (snd u))).
Definition change_at (x u δ : list K * list K) : list K :=
  let z := argument u x in
  scalars_plus (mul (quotient_slope P Q z) (dot (fst δ) (fst x))) (map (mul (quotient P Q z)) (snd δ)) (snd u).
Definition turn_at (e : list K) (x u δ : list K * list K) : K :=
  let z := argument u x in
  add (mul (mul (quotient_bend P Q z) (dot (fst δ) (fst x))) (dot e (snd u)))
    (mul (add one one) (mul (quotient_slope P Q z) (dot e (snd δ)))).

Definition shaped_unit (u : list K * list K) : Prop := length (fst u) = d_in /\ length (snd u) = d_out.

Lemma change_length : forall x u δ, shaped_unit u -> shaped_unit δ -> length (change_at x u δ) = d_out.
Proof.
  intros x u δ [_ Ha] [_ Hα]. unfold change_at. cbv zeta. rewrite plus_length; rewrite map_length; congruence.
Qed.

Lemma unit_first_right : forall x u δ, In x data -> shaped_unit u -> shaped_unit δ ->
  unit_first L x (unit_of u) (unit_of δ) = fA (change_at x u δ).
Proof.
  intros x u δ Hx [Hw Ha] [Hω Hα]. unfold unit_first, change_at, unit_of. cbn [fst snd].
  destruct (loss_values x (fst u) Hx Hw) as (_ & -> & -> & _). destruct (loss_values x (fst δ) Hx Hω) as (-> & _).
  cbv zeta. rewrite (map_plus d_out fA outgoing_coordinates) by (rewrite ?map_length; assumption).
  now rewrite (map_multiple d_out fA outgoing_coordinates) by exact Hα.
Qed.

Lemma unit_second_right : forall units x u δ, units_shaped d_in d_out units -> In x data -> shaped_unit u ->
  shaped_unit δ ->
  cost_gradient L x (output (activated L x) (with_coordinates fW fA units)) (unit_second L x (unit_of u) (unit_of δ)) =
  mul (dot (fst δ) (fst x)) (turn_at (error_at P Q units x) x u δ).
Proof.
  intros units x u δ Hunits Hx [Hw Ha] [Hω Hα]. unfold unit_second, turn_at, unit_of. cbn [fst snd]. cbv zeta.
  destruct (loss_values x (fst u) Hx Hw) as (_ & _ & -> & ->). destruct (loss_values x (fst δ) Hx Hω) as (-> & _).
  rewrite linear_form_add, !linear_form_scale by apply cost_gradient_linear.
  rewrite !gradient_right by assumption. unfold argument. ring.
Qed.

Lemma unit_gradient_right : forall units x u δ, units_shaped d_in d_out units -> In x data -> shaped_unit u ->
  shaped_unit δ ->
  cost_gradient L x (output (activated L x) (with_coordinates fW fA units)) (unit_first L x (unit_of u) (unit_of δ)) =
  first_part (error_at P Q units x) x u δ.
Proof.
  intros units x u δ Hunits Hx [Hw Ha] [Hω Hα]. unfold unit_first, first_part, unit_of. cbn [fst snd]. cbv zeta.
  destruct (loss_values x (fst u) Hx Hw) as (_ & -> & -> & _). destruct (loss_values x (fst δ) Hx Hω) as (-> & _).
  rewrite linear_form_add, !linear_form_scale by apply cost_gradient_linear.
  rewrite !gradient_right by assumption. reflexivity.
Qed.

End ListNetworks.
