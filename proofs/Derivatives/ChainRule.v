(** The formula of the first variation is the derivative of the loss. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies SecondVariation.
From Equiloss.Derivatives Require Import Orders SmallVectors.
Import ListNotations.

Local Open Scope nat_scope.

Section Scalars.

Context {K : OrderedField}.
Add Field scalars_field : (field_laws K).

Lemma negligible_at_coordinates : forall {X : Type} n (f : list K -> X) k r,
  is n (o k) (fun x => r (f x)) <-> negligible n f k r.
Proof.
  intros X n f k r. split; intros H ε Hε; destruct (H ε Hε) as (δ & Hδ & H'); exists δ; (split; [easy|]).
  - intros u h Hu Huδ (x & Hx & <- & Hentries). apply within_absolute. now apply H'.
  - intros u x Hu Huδ [Hx Hentries]. apply (proj1 (within_absolute _ _)), H'; try easy. now exists x.
Qed.

Lemma scalar_coordinates : @linear_coordinates K (@scalar_space K) vector_plus (fun _ => True) 1 (hd zero).
Proof.
  split; [easy|]. split; [intros c _; now exists [c]|]. split.
  - intros [|a [|]] [|b [|]] Ha Hb E; try easy. simpl in E. now subst.
  - intros s [|a [|]] [|b [|]] Ha Hb; try easy.
Qed.

Lemma scalar_is_vector : forall n s (r : list K -> K), is n s r -> @vector_is K n scalar_space 1 (hd zero) s r.
Proof.
  intros n s r H. exists (fun x => [r x]). split; [easy|]. intros [|j]; [exact H|].
  apply (is_ext n s (fun _ => zero)); [intros; now destruct j|apply is_zero].
Qed.

(** A remainder of σ at a number that is O(|x|). *)
Lemma remainder_at_scalar : forall n k (ρ h : _ -> K), @negligible K K 1 (hd zero) k ρ -> is n (O 1) h ->
  is n (o k) (fun x => ρ (h x)).
Proof.
  intros n k ρ h Hρ Hh. apply (@remainder_at_vector K n scalar_space 1 (hd zero)); [exact Hρ|].
  now apply scalar_is_vector.
Qed.

End Scalars.

Section ChainRule.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
  (θ : network W A) (d n : nat) (fA : list K -> A) (f : list K -> network W A).
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d fA.
Hypothesis Hf : linear_coordinates network_plus (fun δ => length δ = length θ) n f.
Add Field chain_field : (field_laws K).

Definition place (i : nat) (x : list K) : W * A := nth i (f x) (vzero, vzero).

Lemma variation_length : forall x, length x = n -> length (f x) = length θ.
Proof. apply Hf. Qed.

Lemma place_keeps : forall i, i < length θ -> keeps neuron_plus n (place i).
Proof.
  intros i Hi s x y Hx Hy. unfold place. destruct Hf as (_ & _ & _ & Hkeeps). rewrite Hkeeps by easy.
  apply network_plus_nth. now rewrite !variation_length.
Qed.

Lemma input_is : forall p i, i < length θ -> is n (O 1) (fun x => input_product L p (fst (place i x))).
Proof.
  intros p i Hi. apply form_is. intros s x y Hx Hy. rewrite place_keeps by easy. unfold neuron_plus. cbn [fst].
  apply input_product_linear.
Qed.

Lemma outgoing_is : forall i, i < length θ -> vector_is n d fA (O 1) (fun x => snd (place i x)).
Proof.
  intros i Hi. apply linear_is_vector; [exact HA|]. intros s x y Hx Hy. now rewrite place_keeps.
Qed.

Lemma over_units_is : forall s (F : W * A -> W * A -> A),
  (forall i, i < length θ -> vector_is n d fA s (fun x => F (nth i θ (vzero, vzero)) (place i x))) ->
  vector_is n d fA s (fun x => over_units F θ (f x)).
Proof.
  intros s F H.
  apply (vector_ext n d fA s (fun x => vsum (map (fun i => F (nth i θ (vzero, vzero)) (place i x)) (seq 0 (length
    θ))))).
  - intros x Hx. unfold over_units. symmetry. apply (vsum_places F). now rewrite variation_length.
  - apply (vector_sum n d fA HA s (fun i x => F (nth i θ (vzero, vzero)) (place i x))). intros i Hi. apply in_seq in Hi.
    apply H. lia.
Qed.

Lemma first_is : forall p, vector_is n d fA (O 1) (fun x => over_units (unit_first L p) θ (f x)).
Proof.
  intro p. apply over_units_is. intros i Hi. unfold unit_first.
  apply (vector_add n d fA HA); [now apply vector_scaled, outgoing_is|].
  apply (vector_scale n d fA HA 0 (O 1)); [|now apply vector_constant].
  now apply (is_scaled n (O 1)), input_is.
Qed.

(** ** First order *)

Section First.

Variables σ σ' : K -> K.
Hypothesis activations : forall p w, activated L p w = σ (input_product L p w) /\ slope L p w = σ' (input_product L p
  w).
Hypothesis smooth : forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z)).
Hypothesis costs : forall p y, derivative vector_plus d fA (cost p) y (cost_gradient L p y).

(** What is left of σ(z + h) after its expansion, and of a unit's output. *)
Definition rest1 (p : X) (u v : W * A) : K :=
  let h := input_product L p (fst v) in
  add (activated L p (fst (neuron_plus one u v))) (opp (add (activated L p (fst u)) (mul (slope L p (fst u)) h))).
Definition unit_rest1 (p : X) (u v : W * A) : A :=
  vadd (scale (add (mul (slope L p (fst u)) (input_product L p (fst v))) (rest1 p u v)) (snd v))
    (scale (rest1 p u v) (snd u)).

Lemma output_expands1 : forall p δ, length δ = length θ ->
  output (activated L p) (network_plus one θ δ) =
  vadd (output (activated L p) θ) (vadd (over_units (unit_first L p) θ δ) (over_units (unit_rest1 p) θ δ)).
Proof.
  intros p. unfold output, over_units, network_plus, list_plus. clear Hf. induction θ as [|u θ' IH];
    intros [|v δ] Hδ; try easy.
  - cbn. unfold vsum. cbn. now rewrite !vadd_zero.
  - injection Hδ as Hδ. cbn [combine map]. rewrite !vsum_cons, (IH δ Hδ). cbn [fst snd].
    assert (E : scale (activated L p (fst (neuron_plus one u v))) (snd (neuron_plus one u v)) =
      vadd (scale (activated L p (fst u)) (snd u)) (vadd (unit_first L p u v) (unit_rest1 p u v))).
    { unfold unit_first, unit_rest1. set (t := rest1 p u v).
      assert (Et : activated L p (fst (neuron_plus one u v)) =
        add (activated L p (fst u)) (add (mul (slope L p (fst u)) (input_product L p (fst v))) t))
        by (unfold t, rest1; ring).
      rewrite Et. unfold neuron_plus, vector_plus. cbn [fst snd]. vector_identity. }
    rewrite E. vector_identity.
Qed.

Lemma rest1_is : forall p i, i < length θ -> is n (o 1) (fun x => rest1 p (nth i θ (vzero, vzero)) (place i x)).
Proof.
  intros p i Hi. set (u := nth i θ (vzero, vzero)).
  apply (is_ext n _ (fun x => (fun t => add (σ (scalar_plus one (input_product L p (fst u)) t))
    (opp (add (σ (input_product L p (fst u))) (mul (σ' (input_product L p (fst u))) t))))
    (input_product L p (fst (place i x))))).
  - intros x Hx. unfold rest1, neuron_plus. cbn [fst]. destruct (activations p (fst u)) as [-> ->].
    rewrite (proj1 (activations p _)). now rewrite <- input_product_linear.
  - exact (remainder_at_scalar n 1 _ _ (smooth (input_product L p (fst u))) (input_is p i Hi)).
Qed.

Lemma unit_rest1_is : forall p, vector_is n d fA (o 1) (fun x => over_units (unit_rest1 p) θ (f x)).
Proof.
  intro p. apply over_units_is. intros i Hi. unfold unit_rest1. apply (vector_add n d fA HA).
  - apply (vector_orders n d fA (O 2)); [intros r Hr; now apply bounded_small|].
    apply (vector_scale n d fA HA 1 (O 1)); [|now apply outgoing_is].
    apply is_add; [now apply (is_scaled n (O 1)), input_is|]. now apply small_bounded, rest1_is.
  - apply (vector_scale n d fA HA 0 (o 1)); [now apply rest1_is|now apply vector_constant].
Qed.

Theorem loss_derivative : derivative network_plus n f (loss_value L cost) θ (first_variation L θ).
Proof.
  unfold derivative. apply negligible_at_coordinates.
  apply (is_ext n _ (fun x => sum (map (fun p =>
    let y := output (activated L p) θ in
    let v := over_units (unit_first L p) θ (f x) in
    let t := over_units (unit_rest1 p) θ (f x) in
    add (add (cost p (vector_plus one y (vadd v t))) (opp (add (cost p y) (cost_gradient L p y (vadd v t)))))
      (cost_gradient L p y t)) (data_points L)))).
  - intros x Hx. unfold loss_value, first_variation. induction (data_points L) as [|p l IH]; [unfold sum; simpl; ring|].
    cbn [map]. unfold sum in *. cbn [fold_right]. rewrite IH. cbv zeta.
    rewrite (output_expands1 p (f x)) by now apply variation_length. unfold vector_plus. rewrite scale_one.
    rewrite (linear_form_add (cost_gradient L p _)) by apply cost_gradient_linear. ring.
  - apply (is_sum n _ (fun p x => let y := output (activated L p) θ in
      let v := over_units (unit_first L p) θ (f x) in
      let t := over_units (unit_rest1 p) θ (f x) in
      add (add (cost p (vector_plus one y (vadd v t))) (opp (add (cost p y) (cost_gradient L p y (vadd v t)))))
        (cost_gradient L p y t))).
    intros p _. cbv zeta. apply is_add.
    + apply (remainder_at_vector n d fA 1 (fun v => add (cost p (vector_plus one (output (activated L p) θ) v))
        (opp (add (cost p (output (activated L p) θ)) (cost_gradient L p (output (activated L p) θ) v)))));
        [apply costs|].
      apply (vector_add n d fA HA); [apply first_is|].
      apply (vector_orders n d fA (o 1)); [intros r Hr; now apply small_bounded|apply unit_rest1_is].
    + apply (form_of_vector n d fA HA); [apply cost_gradient_linear|apply unit_rest1_is].
Qed.

End First.

End ChainRule.
