(** The derivative of the loss is continuous if those of σ and of the costs are. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies SecondVariation.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule.
Import ListNotations.

Local Open Scope nat_scope.

Section Continuity.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
  (θ δ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A).
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d fA.
Hypothesis Hf : linear_coordinates network_plus (fun δ => length δ = length θ) n f.
Hypothesis Hδ : length δ = length θ.
Add Field continuity_field : (field_laws K).

Variables σ σ' : K -> K.
Hypothesis activations : forall p w, activated L p w = σ (input_product L p w) /\ slope L p w = σ' (input_product L p
  w).
Hypothesis smooth : forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z)).
Hypothesis slopes : forall z, continuous scalar_plus 1 (hd zero) σ' z.
Hypothesis gradients : forall p y v, continuous vector_plus d fA (fun y' => cost_gradient L p y' v) y.

Lemma slope_changes : forall p i, i < length θ -> is n (o 0) (fun x =>
  add (slope L p (fst (nth i (network_plus one θ (f x)) (vzero, vzero)))) (opp (slope L p (fst (nth i θ (vzero,
    vzero)))))).
Proof.
  intros p i Hi. set (u := nth i θ (vzero, vzero)). set (z := input_product L p (fst u)).
  apply (is_ext n _ (fun x => (fun t => add (σ' (scalar_plus one z t)) (opp (σ' z)))
    (input_product L p (fst (place f i x))))).
  - intros x Hx. rewrite network_plus_nth by (symmetry; now apply Hf). fold u. unfold neuron_plus. cbn [fst].
    rewrite !(proj2 (activations p _)). now rewrite input_product_linear.
  - exact (remainder_at_scalar n 0 _ _ (slopes z) (input_is L θ n f Hf p i Hi)).
Qed.

Lemma activation_changes : forall p i, i < length θ -> is n (O 1) (fun x =>
  add (activated L p (fst (nth i (network_plus one θ (f x)) (vzero, vzero)))) (opp (activated L p (fst (nth i θ
    (vzero, vzero)))))).
Proof.
  intros p i Hi. apply (is_ext n _ (fun x => add (rest1 L p (nth i θ (vzero, vzero)) (place f i x))
    (mul (slope L p (fst (nth i θ (vzero, vzero)))) (input_product L p (fst (place f i x)))))).
  - intros x Hx. rewrite network_plus_nth by (symmetry; now apply Hf). unfold rest1, place. ring.
  - apply is_add.
    + apply small_bounded. now apply (rest1_is L θ n f Hf σ σ' activations smooth).
    + now apply (is_scaled n (O 1)), (input_is L θ n f Hf).
Qed.

(** A product of two that are near constants. *)
Lemma scaled_changes : forall (c : list K -> K) (v : list K -> A) c0 v0,
  is n (o 0) (fun x => add (c x) (opp c0)) -> vector_is n d fA (o 0) (fun x => vadd (v x) (scale (opp one) v0)) ->
  vector_is n d fA (o 0) (fun x => vadd (scale (c x) (v x)) (scale (opp one) (scale c0 v0))).
Proof.
  intros c v c0 v0 Hc Hv.
  apply (vector_ext n d fA (o 0) (fun x => vadd (scale (add (c x) (opp c0)) (vadd (v x) (scale (opp one) v0)))
    (vadd (scale (add (c x) (opp c0)) v0) (scale c0 (vadd (v x) (scale (opp one) v0)))))).
  - intros x _. vector_identity.
  - apply (vector_add n d fA HA); [|apply (vector_add n d fA HA)].
    + apply (vector_scale n d fA HA 0 (o 0)); [exact Hc|].
      apply (vector_orders n d fA (o 0)); [intros r Hr; now apply small_bounded|exact Hv].
    + apply (vector_scale n d fA HA 0 (o 0)); [exact Hc|now apply vector_constant].
    + now apply vector_scaled.
Qed.

(** The derivative of the output changes little. *)
Lemma first_changes : forall p, vector_is n d fA (o 0) (fun x =>
  vadd (over_units (unit_first L p) (network_plus one θ (f x)) δ) (scale (opp one) (over_units (unit_first L p) θ δ))).
Proof.
  intro p. apply (vector_ext n d fA (o 0) (fun x => vsum (map (fun i =>
    vadd (unit_first L p (nth i (network_plus one θ (f x)) (vzero, vzero)) (nth i δ (vzero, vzero)))
      (scale (opp one) (unit_first L p (nth i θ (vzero, vzero)) (nth i δ (vzero, vzero))))) (seq 0 (length θ))))).
  - intros x Hx. unfold over_units.
    assert (Hlength : @length (W * A) (network_plus one θ (f x)) = length θ) by
      exact (network_plus_length one θ (f x) (eq_sym (proj1 Hf x Hx))).
    rewrite (vsum_places (unit_first L p) (vzero, vzero) (vzero, vzero) (network_plus one θ (f x)))
      by exact (eq_trans Hlength (eq_sym Hδ)).
    rewrite (vsum_places (unit_first L p) (vzero, vzero) (vzero, vzero) θ) by exact (eq_sym Hδ).
      rewrite Hlength, vsum_vadd. f_equal.
    rewrite <- map_map with (g := scale (opp one)). apply vsum_scale.
  - apply (vector_sum n d fA HA (o 0) (fun i x => vadd (unit_first L p (nth i (network_plus one θ (f x)) (vzero,
      vzero)) (nth i δ (vzero, vzero)))
      (scale (opp one) (unit_first L p (nth i θ (vzero, vzero)) (nth i δ (vzero, vzero)))))).
    intros i Hi. apply in_seq in Hi. assert (Hi' : i < length θ) by lia. unfold unit_first.
    apply (vector_ext n d fA (o 0) (fun x =>
      vadd (vadd (scale (activated L p (fst (nth i (network_plus one θ (f x)) (vzero, vzero)))) (snd (nth i δ (vzero,
        vzero))))
          (scale (opp one) (scale (activated L p (fst (nth i θ (vzero, vzero)))) (snd (nth i δ (vzero, vzero))))))
        (vadd (scale (mul (slope L p (fst (nth i (network_plus one θ (f x)) (vzero, vzero)))) (input_product L p (fst
          (nth i δ (vzero, vzero)))))
            (snd (nth i (network_plus one θ (f x)) (vzero, vzero))))
          (scale (opp one) (scale (mul (slope L p (fst (nth i θ (vzero, vzero)))) (input_product L p (fst (nth i δ
            (vzero, vzero)))))
            (snd (nth i θ (vzero, vzero)))))))).
    { intros x _. vector_identity. }
    apply (vector_add n d fA HA); apply scaled_changes.
    + apply bounded_small. now apply activation_changes.
    + apply (vector_ext n d fA (o 0) (fun _ => vzero)); [intros; vector_identity|now apply vector_zero].
    + apply (is_ext n _ (fun x => mul (input_product L p (fst (nth i δ (vzero, vzero))))
        (add (slope L p (fst (nth i (network_plus one θ (f x)) (vzero, vzero)))) (opp (slope L p (fst (nth i θ (vzero,
          vzero)))))))); [intros; ring|].
      now apply is_scaled, slope_changes.
    + apply (vector_ext n d fA (o 0) (fun x => snd (place f i x))).
      * intros x Hx. rewrite network_plus_nth by (symmetry; now apply Hf). unfold neuron_plus, vector_plus, place.
        cbn [snd]. vector_identity.
      * apply (vector_orders n d fA (O 1)); [intros r Hr; now apply bounded_small|].
        now apply (outgoing_is θ d n fA f HA Hf).
Qed.

Lemma gradient_changes : forall p y (w : list K -> A) (v : list K -> A) v0,
  vector_is n d fA (O 1) w -> vector_is n d fA (o 0) (fun x => vadd (v x) (scale (opp one) v0)) ->
  is n (o 0) (fun x => add (cost_gradient L p (vector_plus one y (w x)) (v x)) (opp (cost_gradient L p y v0))).
Proof.
  intros p y w v v0 Hw Hv.
  assert (Hfixed : forall a, is n (o 0) (fun x =>
    add (cost_gradient L p (vector_plus one y (w x)) a) (opp (cost_gradient L p y a)))).
  { intro a. exact (remainder_at_vector n d fA 0 _ w (gradients p y a) Hw). }
  apply (is_ext n _ (fun x => add (add (cost_gradient L p (vector_plus one y (w x)) v0) (opp (cost_gradient L p y v0)))
    (cost_gradient L p (vector_plus one y (w x)) (vadd (v x) (scale (opp one) v0))))).
  - intros x _. rewrite linear_form_add, linear_form_scale by apply cost_gradient_linear. ring.
  - apply is_add; [apply Hfixed|]. destruct Hv as (r & Hr & H).
    apply (is_ext n _ (fun x => sum (map (fun j => mul (nth j (r x) zero)
      (cost_gradient L p (vector_plus one y (w x)) (fA (unit_vector d j)))) (seq 0 d)))).
    + intros x Hx. destruct (Hr x Hx) as [Hlength <-]. symmetry. apply form_at_entries;
        easy || apply cost_gradient_linear.
    + apply (is_sum n _ (fun j x => mul (nth j (r x) zero)
        (cost_gradient L p (vector_plus one y (w x)) (fA (unit_vector d j))))).
      intros j _. apply (is_ext n _ (fun x => mul (cost_gradient L p (vector_plus one y (w x)) (fA (unit_vector d j)))
        (nth j (r x) zero))); [intros; ring|].
      apply (is_mul n 0 (o 0)); [|apply H].
      apply (is_ext n _ (fun x => add (add (cost_gradient L p (vector_plus one y (w x)) (fA (unit_vector d j)))
        (opp (cost_gradient L p y (fA (unit_vector d j))))) (cost_gradient L p y (fA (unit_vector d j))))); [intros;
          ring|].
      apply is_add; [apply small_bounded, Hfixed|apply is_constant].
Qed.

Theorem gradient_continuous_here : continuous network_plus n f (fun θ' => first_variation L θ' δ) θ.
Proof.
  apply negligible_at_coordinates.
  apply (is_ext n _ (fun x => sum (map (fun p => add
    (cost_gradient L p (vector_plus one (output (activated L p) θ)
      (vadd (over_units (unit_first L p) θ (f x)) (over_units (unit_rest1 L p) θ (f x))))
      (over_units (unit_first L p) (network_plus one θ (f x)) δ))
    (opp (cost_gradient L p (output (activated L p) θ) (over_units (unit_first L p) θ δ)))) (data_points L)))).
  - intros x Hx. unfold first_variation. induction (data_points L) as [|p l IH]; [unfold sum; simpl; ring|].
    cbn [map]. unfold sum in *. cbn [fold_right]. rewrite IH.
    rewrite (output_expands1 L θ p (f x)) by now apply Hf. unfold vector_plus. rewrite scale_one. ring.
  - apply (is_sum n _ (fun p x => add
      (cost_gradient L p (vector_plus one (output (activated L p) θ)
        (vadd (over_units (unit_first L p) θ (f x)) (over_units (unit_rest1 L p) θ (f x))))
        (over_units (unit_first L p) (network_plus one θ (f x)) δ))
      (opp (cost_gradient L p (output (activated L p) θ) (over_units (unit_first L p) θ δ))))).
    intros p _. apply gradient_changes; [|apply first_changes].
    apply (vector_add n d fA HA); [now apply (first_is L θ d n fA f HA Hf)|].
    apply (vector_orders n d fA (o 1)); [intros r Hr; now apply small_bounded|].
    now apply (unit_rest1_is L θ d n fA f HA Hf σ σ' activations smooth).
Qed.

End Continuity.

Theorem gradient_continuous : GradientContinuous.
Proof.
  intros K W A X L cost θ δ d n fA f HA Hf (σ & σ' & Hactivated & Hσ & _ & Hslopes & Hgradients) Hδ.
  exact (gradient_continuous_here L θ δ d n fA f HA Hf Hδ σ σ' Hactivated Hσ Hslopes Hgradients).
Qed.
