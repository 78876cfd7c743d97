(** The formula of the second variation is the second derivative of the loss. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies SecondVariation.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule.
Import ListNotations.

Local Open Scope nat_scope.

Section SecondOrder.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
  (θ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A).
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d fA.
Hypothesis Hf : linear_coordinates network_plus (fun δ => length δ = length θ) n f.
Add Field second_field : (field_laws K).

Lemma halves : forall t : K, mul (inv (add one one)) (mul (add one one) t) = t.
Proof. intro t. field. apply two_not_zero. Qed.

Lemma second_is : forall p, vector_is n d fA (O 2) (fun x => over_units (unit_second L p) θ (f x)).
Proof.
  intro p. apply (over_units_is θ d n fA f HA Hf). intros i Hi. unfold unit_second. cbv zeta.
    apply (vector_add n d fA HA).
  - apply (vector_scale n d fA HA 1 (O 1)); [|now apply (outgoing_is θ d n fA f HA Hf)].
    now apply (is_scaled n (O 1)), (is_scaled n (O 1)), (input_is L θ n f Hf).
  - apply (vector_scale n d fA HA 0 (O 2)); [|now apply vector_constant]. apply (is_scaled n (O 2)).
    now apply (is_mul n 1 (O 1)); apply (input_is L θ n f Hf).
Qed.

Variables σ σ' σ'' : K -> K.
Hypothesis activations : forall p w, activated L p w = σ (input_product L p w) /\
  slope L p w = σ' (input_product L p w) /\ bend L p w = σ'' (input_product L p w).
Hypothesis smooth : forall z, second_derivative scalar_plus 1 (hd zero) σ z (mul (σ' z)) (fun t => mul (σ'' z) (mul t
  t)).
Hypothesis costs : forall p y,
  second_derivative vector_plus d fA (cost p) y (cost_gradient L p y) (fun v => cost_hessian L p y v v).

Definition curved (p : X) (u v : W * A) : K :=
  let h := input_product L p (fst v) in mul (inv (add one one)) (mul (bend L p (fst u)) (mul h h)).
Definition rest2 (p : X) (u v : W * A) : K :=
  add (activated L p (fst (neuron_plus one u v)))
    (opp (add (activated L p (fst u)) (add (mul (slope L p (fst u)) (input_product L p (fst v))) (curved p u v)))).
Definition unit_rest2 (p : X) (u v : W * A) : A :=
  vadd (scale (add (curved p u v) (rest2 p u v)) (snd v)) (scale (rest2 p u v) (snd u)).

Lemma half_second : forall p u v, scale (inv (add one one)) (unit_second L p u v) =
  vadd (scale (mul (slope L p (fst u)) (input_product L p (fst v))) (snd v)) (scale (curved p u v) (snd u)).
Proof.
  intros p u v. unfold unit_second, curved. cbv zeta. rewrite scale_add_vector, <- !scale_mul, halves. reflexivity.
Qed.

Lemma output_expands2 : forall p δ, length δ = length θ ->
  output (activated L p) (network_plus one θ δ) =
  vadd (output (activated L p) θ) (vadd (over_units (unit_first L p) θ δ)
    (vadd (scale (inv (add one one)) (over_units (unit_second L p) θ δ)) (over_units (unit_rest2 p) θ δ))).
Proof.
  intros p. unfold output, over_units, network_plus, list_plus. clear Hf. induction θ as [|u θ' IH];
    intros [|v δ] Hδ; try easy.
  - cbn. unfold vsum. cbn. now rewrite scale_vzero, !vadd_zero.
  - injection Hδ as Hδ. cbn [combine map]. rewrite !vsum_cons, (IH δ Hδ), scale_add_vector. cbn [fst snd].
    rewrite half_second.
    assert (E : scale (activated L p (fst (neuron_plus one u v))) (snd (neuron_plus one u v)) =
      vadd (scale (activated L p (fst u)) (snd u)) (vadd (unit_first L p u v)
        (vadd (vadd (scale (mul (slope L p (fst u)) (input_product L p (fst v))) (snd v))
          (scale (curved p u v) (snd u))) (unit_rest2 p u v)))).
    { unfold unit_first, unit_rest2. set (t := rest2 p u v). set (c := curved p u v).
      assert (Et : activated L p (fst (neuron_plus one u v)) = add (activated L p (fst u))
        (add (mul (slope L p (fst u)) (input_product L p (fst v))) (add c t))) by (unfold t, rest2; fold c; ring).
      rewrite Et. unfold neuron_plus, vector_plus. cbn [fst snd]. vector_identity. }
    rewrite E. vector_identity.
Qed.

Lemma curved_is : forall p i, i < length θ -> is n (O 2) (fun x => curved p (nth i θ (vzero, vzero)) (place f i x)).
Proof.
  intros p i Hi. unfold curved. cbv zeta. apply (is_scaled n (O 2)), (is_scaled n (O 2)).
  now apply (is_mul n 1 (O 1)); apply (input_is L θ n f Hf).
Qed.

Lemma rest2_is : forall p i, i < length θ -> is n (o 2) (fun x => rest2 p (nth i θ (vzero, vzero)) (place f i x)).
Proof.
  intros p i Hi. set (u := nth i θ (vzero, vzero)). set (z := input_product L p (fst u)).
  apply (is_ext n _ (fun x => (fun t => add (σ (scalar_plus one z t))
    (opp (add (σ z) (add (mul (σ' z) t) (mul (inv (add one one)) (mul (σ'' z) (mul t t)))))))
    (input_product L p (fst (place f i x))))).
  - intros x Hx. unfold rest2, curved, neuron_plus. cbn [fst]. destruct (activations p (fst u)) as (-> & -> & ->).
    rewrite (proj1 (activations p _)). now rewrite input_product_linear.
  - exact (remainder_at_scalar n 2 _ _ (smooth z) (input_is L θ n f Hf p i Hi)).
Qed.

Lemma unit_rest2_is : forall p, vector_is n d fA (o 2) (fun x => over_units (unit_rest2 p) θ (f x)).
Proof.
  intro p. apply (over_units_is θ d n fA f HA Hf). intros i Hi. unfold unit_rest2. apply (vector_add n d fA HA).
  - apply (vector_orders n d fA (O 3)); [intros r Hr; now apply bounded_small|].
    apply (vector_scale n d fA HA 1 (O 2)); [|now apply (outgoing_is θ d n fA f HA Hf)].
    apply is_add; [now apply curved_is|]. now apply small_bounded, rest2_is.
  - apply (vector_scale n d fA HA 0 (o 2)); [now apply rest2_is|now apply vector_constant].
Qed.

(** The second-order part of the output and what is left. *)
Definition later (p : X) (x : list K) : A :=
  vadd (scale (inv (add one one)) (over_units (unit_second L p) θ (f x))) (over_units (unit_rest2 p) θ (f x)).

Lemma later_is : forall p, vector_is n d fA (O 2) (later p).
Proof.
  intro p. apply (vector_add n d fA HA); [apply vector_scaled, second_is; exact HA|].
  apply (vector_orders n d fA (o 2)); [intros r Hr; now apply small_bounded|apply unit_rest2_is].
Qed.

Lemma hessian_expands : forall p y v w, cost_hessian L p y (vadd v w) (vadd v w) =
  add (cost_hessian L p y v v) (add (mul (add one one) (cost_hessian L p y v w)) (cost_hessian L p y w w)).
Proof.
  intros p y v w. pose proof (cost_hessian_linear _ _ _ _ L p y) as Hlinear.
  rewrite (linear_form_add _ _ _ (Hlinear (vadd v w))).
  rewrite (cost_hessian_symmetric _ _ _ _ L p y (vadd v w) v), (cost_hessian_symmetric _ _ _ _ L p y (vadd v w) w).
  rewrite (linear_form_add _ _ _ (Hlinear v)), (linear_form_add _ _ _ (Hlinear w)).
  rewrite (cost_hessian_symmetric _ _ _ _ L p y w v). ring.
Qed.

Definition remainder (p : X) (x : list K) : K :=
  let y := output (activated L p) θ in
  let v := over_units (unit_first L p) θ (f x) in
  add (add (cost p (vector_plus one y (vadd v (later p x)))) (opp (add (cost p y) (add (cost_gradient L p y (vadd v
    (later p x)))
    (mul (inv (add one one)) (cost_hessian L p y (vadd v (later p x)) (vadd v (later p x))))))))
    (add (cost_gradient L p y (over_units (unit_rest2 p) θ (f x)))
      (add (cost_hessian L p y v (later p x)) (mul (inv (add one one)) (cost_hessian L p y (later p x) (later p x))))).

Lemma remainder_is : forall p, is n (o 2) (remainder p).
Proof.
  intro p. unfold remainder. cbv zeta. set (y := output (activated L p) θ). apply is_add; [|apply is_add;
    [|apply is_add]].
  - apply (remainder_at_vector n d fA 2 (fun v => add (cost p (vector_plus one y v))
      (opp (add (cost p y) (add (cost_gradient L p y v) (mul (inv (add one one)) (cost_hessian L p y v v)))))));
        [apply costs|].
    apply (vector_add n d fA HA); [apply (first_is L θ d n fA f HA Hf)|].
    apply (vector_orders n d fA (O 2)); [intros r Hr; now apply bounded_less|apply later_is].
  - apply (form_of_vector n d fA HA); [apply cost_gradient_linear|apply unit_rest2_is].
  - apply bounded_small. apply (bilinear_of_vectors n d fA HA 1 (O 2) (cost_hessian L p y));
      [apply cost_hessian_linear|apply cost_hessian_symmetric|apply (first_is L θ d n fA f HA Hf)|apply later_is].
  - apply (is_scaled n (o 2)), bounded_small, bounded_less.
    apply (bilinear_of_vectors n d fA HA 2 (O 2) (cost_hessian L p y));
      [apply cost_hessian_linear|apply cost_hessian_symmetric|apply later_is|apply later_is].
Qed.

Lemma loss_remainder : forall x, length x = n -> sum (map (fun p => remainder p x) (data_points L)) =
  add (loss_value L cost (network_plus one θ (f x))) (opp (add (loss_value L cost θ)
    (add (first_variation L θ (f x)) (mul (inv (add one one)) (second_variation L θ (f x)))))).
Proof.
  intros x Hx. unfold loss_value, first_variation, second_variation.
  induction (data_points L) as [|p l IH]; [unfold sum; simpl; ring|].
  cbn [map]. unfold sum in *. cbn [fold_right]. rewrite IH. unfold remainder. cbv zeta.
  rewrite (output_expands2 p (f x)) by exact (variation_length θ n f Hf x Hx). fold (later p x). unfold vector_plus.
  rewrite scale_one, hessian_expands.
  rewrite !(linear_form_add (cost_gradient L p _)) by apply cost_gradient_linear. unfold later at 2.
  rewrite !(linear_form_add (cost_gradient L p _)), (linear_form_scale (cost_gradient L p _))
    by apply cost_gradient_linear.
  field. apply two_not_zero.
Qed.

Theorem loss_second_derivative :
  second_derivative network_plus n f (loss_value L cost) θ (first_variation L θ) (second_variation L θ).
Proof.
  unfold second_derivative. apply negligible_at_coordinates.
  apply (is_ext n _ (fun x => sum (map (fun p => remainder p x) (data_points L)))); [exact loss_remainder|].
  apply (is_sum n _ remainder). intros p _. apply remainder_is.
Qed.

(** What has a second derivative has a first one. *)
Lemma once : (forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z))) /\
  forall p y, derivative vector_plus d fA (cost p) y (cost_gradient L p y).
Proof.
  split.
  - intro z. apply negligible_at_coordinates. pose proof (smooth z) as H. apply negligible_at_coordinates in H.
    apply (is_ext 1 _ (fun x => add (add (σ (scalar_plus one z (hd zero x)))
        (opp (add (σ z) (add (mul (σ' z) (hd zero x)) (mul (inv (add one one)) (mul (σ'' z) (mul (hd zero x) (hd zero
          x))))))))
      (mul (inv (add one one)) (mul (σ'' z) (mul (hd zero x) (hd zero x)))))); [intros; ring|].
    apply is_add; [now apply small_less|].
    apply bounded_small, (is_scaled 1 (O 2)), (is_scaled 1 (O 2)).
    assert (Hentry : is 1 (O 1) (hd (@zero K))).
    { apply (is_ext 1 _ (fun x => nth 0 x zero)); [now intros [|]|apply is_entry]. }
    exact (is_mul 1 1 (O 1) _ _ Hentry Hentry).
  - intros p y. apply negligible_at_coordinates. pose proof (costs p y) as H. apply negligible_at_coordinates in H.
    apply (is_ext d _ (fun x => add (add (cost p (vector_plus one y (fA x))) (opp (add (cost p y)
        (add (cost_gradient L p y (fA x)) (mul (inv (add one one)) (cost_hessian L p y (fA x) (fA x)))))))
      (mul (inv (add one one)) (cost_hessian L p y (fA x) (fA x))))); [intros; ring|].
    apply is_add; [now apply small_less|]. apply bounded_small, (is_scaled d (O 2)).
    assert (Hvector : vector_is d d fA (O 1) fA) by
      exact (linear_is_vector d d fA HA fA (proj2 (proj2 (proj2 HA)))).
    exact (bilinear_of_vectors d d fA HA 1 (O 1) (cost_hessian L p y) fA fA (cost_hessian_linear _ _ _ _ L p y)
      (cost_hessian_symmetric _ _ _ _ L p y) Hvector Hvector).
Qed.

End SecondOrder.
