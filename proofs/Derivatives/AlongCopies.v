(** The loss near the points of Definition 4.1, uniformly: along Γ̄ incoming vectors stay, and so does the output, so
    that σ and the costs are expanded at the same numbers everywhere. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies SecondVariation Splitting CriticalCopies MovedNetworks.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule SecondOrder Families.
Import ListNotations.

Local Open Scope nat_scope.

Section Expansion.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
  (base θ : network W A) (m : nat) (g : list nat) (d n : nat) (fA : list K -> A) (f : list K -> network W A).
Hypothesis Hg : surjection (length base) m g.
Hypothesis Hcritical : critical L base.
Hypothesis Hθ : Gamma_bar base g θ.
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d fA.
Hypothesis Hf : linear_coordinates network_plus (fun δ => length δ = length θ) n f.
Variables σ σ' σ'' : K -> K.
Hypothesis activations : forall p w, activated L p w = σ (input_product L p w) /\
  slope L p w = σ' (input_product L p w) /\ bend L p w = σ'' (input_product L p w).
Hypothesis smooth : forall z, second_derivative scalar_plus 1 (hd zero) σ z (mul (σ' z)) (fun t => mul (σ'' z) (mul t
  t)).
Hypothesis costs : forall p y,
  second_derivative vector_plus d fA (cost p) y (cost_gradient L p y) (fun v => cost_hessian L p y v v).
Add Field expansion_field : (field_laws K).

(** A direction along Γ̄, and a variation, in coordinates. *)
Definition pair_of (y : list K * list K) : Prop :=
  length (fst y) = n /\ length (snd y) = n /\ Gamma_bar base g (network_plus one θ (f (fst y))).
Definition pair_near (δ u : K) (y : list K * list K) : Prop :=
  pair_of y /\ (exists v, less zero v /\ less v δ /\ in_cube n v (fst y)) /\ in_cube n u (snd y).

Lemma pair_near_pair : forall δ u y, pair_near δ u y -> pair_of y.
Proof. intros δ u y H. apply H. Qed.

Lemma pair_near_wider : forall δ δ' u y, at_most δ δ' -> pair_near δ u y -> pair_near δ' u y.
Proof.
  intros δ δ' u y Hδ (Hy & (v & Hv & Hvδ & Hin) & Hu). split; [easy|]. split; [|easy]. exists v.
  split; [easy|]. split; [now apply (less_at_most _ δ)|easy].
Qed.

Lemma of_variation : forall s r, is n s r -> family pair_near s (fun y => r (snd y)).
Proof.
  intros [k|k] r; simpl.
  - intros (M & δ & HM & Hδ & H). exists M, δ. split; [easy|]. split; [easy|]. intros u y Hu Huδ Hy. now apply H, Hy.
  - intros H ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [easy|]. intros u y Hu Huδ Hy. now apply H', Hy.
Qed.

Lemma of_direction : forall r, is n (o 0) r -> family pair_near (o 0) (fun y => r (fst y)).
Proof.
  intros r H ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [easy|].
  intros u y Hu Huδ (_ & (v & Hv & Hvδ & Hin) & _). exact (H' v (fst y) Hv Hvδ Hin).
Qed.

Lemma vector_of_variation : forall s v, vector_is n d fA s v -> vector_family pair_of pair_near d fA s (fun y => v (snd
  y)).
Proof.
  intros s v (r & Hr & H). exists (fun y => r (snd y)). split; [intros y Hy; apply Hr, Hy|].
  intro j. exact (of_variation s _ (H j)).
Qed.

(** What the direction adds to outgoing vectors is small. *)
Lemma moved_is : forall i, i < length θ ->
  vector_family pair_of pair_near d fA (o 0) (fun y => snd (at_place i (f (fst y)))).
Proof.
  intros i Hi. destruct (outgoing_is θ d n fA f HA Hf i Hi) as (r & Hr & H). exists (fun y => r (fst y)).
  split; [intros y Hy; apply Hr, Hy|]. intro j. exact (of_direction _ (bounded_small n 0 _ (H j))).
Qed.

Lemma over_moved_is : forall k (c : nat -> list K -> K), (forall i, i < length θ -> is n (O k) (c i)) ->
  vector_family pair_of pair_near d fA (o k) (fun y => over_moved θ (f (fst y)) (fun i => c i (snd y))).
Proof.
  intros k c Hc. unfold over_moved.
  apply (vector_family_sum pair_of pair_near pair_near_pair pair_near_wider d fA HA (o k)
    (fun i y => scale (c i (snd y)) (snd (at_place i (f (fst y)))))).
  intros i Hi. apply in_seq in Hi. rewrite <- (Nat.add_0_r k).
  apply (vector_family_scale pair_of pair_near pair_near_pair pair_near_wider d fA HA k (o 0)).
  - apply (of_variation (O k)), Hc. lia.
  - apply moved_is. lia.
Qed.

(** What is left of the activation after its first order. *)
Definition rest (p : X) (i : nat) (x : list K) : K := rest1 L p (at_place i θ) (place f i x).
Definition change (p : X) (i : nat) (x : list K) : K :=
  add (mul (slope L p (fst (at_place i θ))) (input_product L p (fst (place f i x)))) (rest p i x).

Lemma rest_is : forall p i, i < length θ -> is n (O 2) (rest p i).
Proof.
  intros p i Hi. apply (is_ext n _ (fun x => add (curved L p (at_place i θ) (place f i x))
    (rest2 L p (at_place i θ) (place f i x)))); [intros x _; unfold rest, rest1, rest2; ring|].
  apply is_add; [exact (curved_is L θ n f Hf p i Hi)|]. apply small_bounded.
  exact (rest2_is L θ n f Hf σ σ' σ'' activations smooth p i Hi).
Qed.

Lemma change_is : forall p i, i < length θ -> is n (O 1) (change p i).
Proof.
  intros p i Hi. apply is_add; [apply (is_scaled n (O 1)); exact (input_is L θ n f Hf p i Hi)|].
  now apply bounded_less, rest_is.
Qed.

(** The change of the output in the variation, and how that differs at the moved point. *)
Definition varied (p : X) (x : list K) : A := vadd (over_units (unit_first L p) θ (f x)) (later L θ f p x).
Definition extra (p : X) (y : list K * list K) : A := over_moved θ (f (fst y)) (fun i => change p i (snd y)).
Definition extra_rest (p : X) (y : list K * list K) : A := over_moved θ (f (fst y)) (fun i => rest p i (snd y)).

Lemma varied_is : forall p, vector_is n d fA (O 1) (varied p).
Proof.
  intro p. apply (vector_add n d fA HA); [exact (first_is L θ d n fA f HA Hf p)|].
  apply (vector_orders n d fA (O 2)); [intros r Hr; now apply bounded_less|].
  exact (later_is L θ d n fA f HA Hf σ σ' σ'' activations smooth p).
Qed.

Lemma moved_cost : forall p y, pair_of y ->
  cost p (output (activated L p) (network_plus one (network_plus one θ (f (fst y))) (f (snd y)))) =
  cost p (vector_plus one (output (activated L p) θ) (vadd (varied p (snd y)) (extra p y))) /\
  cost p (output (activated L p) (network_plus one θ (f (snd y)))) =
  cost p (vector_plus one (output (activated L p) θ) (varied p (snd y))).
Proof.
  intros p [a x] (Ha & Hx & Hmoved). cbn [fst snd] in *. pose proof (proj1 Hf x Hx) as Hlx.
  pose proof (proj1 Hf a Ha) as Hla.
  assert (E : output (activated L p) (network_plus one θ (f x)) =
    vector_plus one (output (activated L p) θ) (varied p x)).
  { rewrite (output_expands2 L θ p (f x) Hlx). unfold vector_plus. now rewrite scale_one. }
  split; f_equal; [|exact E].
  rewrite (moved_output base θ (f a) m g Hg Hθ Hmoved Hla) by exact Hlx. rewrite E. unfold vector_plus.
  rewrite !scale_one, vadd_assoc. f_equal. unfold extra, over_moved. apply vsum_ext_in. intros i _.
  f_equal. unfold change, rest, rest1, place, at_place. cbn [fst snd]. ring.
Qed.

Definition cost_rest (p : X) (v : A) : K :=
  let y := output (activated L p) θ in
  add (cost p (vector_plus one y v)) (opp (add (cost p y) (add (cost_gradient L p y v)
    (mul (inv (add one one)) (cost_hessian L p y v v))))).

(** All that differs between the two expansions. *)
Definition difference (p : X) (y : list K * list K) : K :=
  let c := output (activated L p) θ in
  add (cost_gradient L p c (extra_rest p y))
    (add (add (cost_hessian L p c (varied p (snd y)) (extra p y))
        (mul (inv (add one one)) (cost_hessian L p c (extra p y) (extra p y))))
      (add (cost_rest p (vadd (varied p (snd y)) (extra p y))) (mul (opp one) (cost_rest p (varied p (snd y)))))).

Lemma difference_is : forall p, family pair_near (o 2) (difference p).
Proof.
  intro p. set (c := output (activated L p) θ).
  assert (Hadd : forall r r', family pair_near (o 2) r -> family pair_near (o 2) r' ->
    family pair_near (o 2) (fun y => add (r y) (r' y))).
  { intros r r'. apply (family_add pair_near pair_near_wider (o 2)). }
  assert (Hvaried : vector_family pair_of pair_near d fA (O 1) (fun y => varied p (snd y))).
  { apply vector_of_variation, varied_is. }
  assert (Hextra : vector_family pair_of pair_near d fA (o 1) (extra p)).
  { apply over_moved_is. intros i Hi. now apply change_is. }
  assert (Hextra' : vector_family pair_of pair_near d fA (O 1) (extra p)).
  { apply (vector_family_orders pair_of pair_near d fA (o 1)); [|exact Hextra]. intros r Hr.
    now apply family_small_bounded. }
  assert (Hhessian : forall v, vector_family pair_of pair_near d fA (O 1) v ->
    family pair_near (o 2) (fun y => cost_hessian L p c (v y) (extra p y))).
  { intros v Hv. apply (bilinear_of_families pair_of pair_near pair_near_pair pair_near_wider d fA HA 1 (o 1)
      (cost_hessian L p c)); try assumption; [apply cost_hessian_linear|apply cost_hessian_symmetric]. }
  unfold difference. cbv zeta. fold c. apply Hadd; [|apply Hadd; apply Hadd].
  - apply (form_of_family pair_of pair_near pair_near_pair pair_near_wider d fA HA (o 2) (cost_gradient L p c));
      [apply cost_gradient_linear|]. apply over_moved_is. intros i Hi. now apply rest_is.
  - now apply Hhessian.
  - apply (family_scaled pair_near pair_near_wider (o 2)). now apply Hhessian.
  - apply (remainder_at_family pair_of pair_near pair_near_pair pair_near_wider d fA 2 (cost_rest p));
      [exact (costs p c)|]. now apply (vector_family_add pair_of pair_near pair_near_pair pair_near_wider d fA HA).
  - apply (family_scaled pair_near pair_near_wider (o 2)).
    apply (remainder_at_family pair_of pair_near pair_near_pair pair_near_wider d fA 2 (cost_rest p));
      [exact (costs p c)|exact Hvaried].
Qed.

Lemma cost_differs : forall p y, pair_of y ->
  add (cost p (output (activated L p) (network_plus one (network_plus one θ (f (fst y))) (f (snd y)))))
    (opp (cost p (output (activated L p) (network_plus one θ (f (snd y)))))) =
  add (difference p y) (cost_gradient L p (output (activated L p) θ) (over_moved θ (f (fst y)) (fun i =>
    mul (slope L p (fst (at_place i θ))) (input_product L p (fst (place f i (snd y))))))).
Proof.
  intros p y Hy. destruct (moved_cost p y Hy) as [-> ->]. set (c := output (activated L p) θ).
  assert (E : cost_gradient L p c (extra p y) = add (cost_gradient L p c (extra_rest p y))
    (cost_gradient L p c (over_moved θ (f (fst y)) (fun i =>
      mul (slope L p (fst (at_place i θ))) (input_product L p (fst (place f i (snd y)))))))).
  { rewrite <- linear_form_add by apply cost_gradient_linear. f_equal. unfold extra, extra_rest, over_moved.
    rewrite <- vsum_vadd. apply vsum_ext_in. intros i _. unfold change. vector_identity. }
  unfold difference, cost_rest. cbv zeta. fold c.
  rewrite hessian_expands, (linear_form_add (cost_gradient L p c)), E by apply cost_gradient_linear.
  field. apply two_not_zero.
Qed.

Theorem expansion_along : second_derivative_along network_plus n f (loss_value L cost) θ
  (fun h => length h = length θ /\ Gamma_bar base g (network_plus one θ h)) (second_variation L θ).
Proof.
  assert (H : family pair_near (o 2) (fun y => add (sum (map (fun p => difference p y) (data_points L)))
    (sum (map (fun p => SecondOrder.remainder L cost θ f p (snd y)) (data_points L))))).
  { apply (family_add pair_near pair_near_wider (o 2)).
    - apply (family_sum pair_near pair_near_wider (o 2) difference). intros p _. apply difference_is.
    - apply (of_variation (o 2) (fun x => sum (map (fun p => SecondOrder.remainder L cost θ f p x) (data_points L)))).
      apply (is_sum n _ (SecondOrder.remainder L cost θ f)). intros p _.
      exact (remainder_is L cost θ d n fA f HA Hf σ σ' σ'' activations smooth costs p). }
  intros ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [exact Hδ|].
  intros v u h k Hv Hvδ Hu Huδ [Hh Hmoved] (a & Ha & <- & Hva) (x & Hx & <- & Hux).
  apply (proj2 (within_absolute _ _)). specialize (H' u (a, x) Hu Huδ).
  match type of H' with _ -> at_most (absolute ?t) _ => match goal with |- at_most (absolute ?s) _ =>
    replace s with t end end.
  - apply H'. split; [now split|]. split; [|now split]. exists v. split; [easy|]. now split.
  - cbv beta. cbn [fst snd]. rewrite (loss_remainder L cost θ n f Hf x Hx).
    assert (Hlx : length (f x) = length θ) by now apply Hf.
    rewrite (copies_critical L base m g θ Hg Hcritical Hθ (f x) Hlx).
    assert (E : loss_value L cost (network_plus one θ (f a)) = loss_value L cost θ).
    { unfold loss_value. apply sum_ext. intros p _. f_equal.
      now rewrite (gamma_bar_output base m g Hg _ _ Hmoved), (gamma_bar_output base m g Hg _ _ Hθ). }
    rewrite E. assert (Hy : pair_of (a, x)) by now split.
    pose proof (moved_slopes L base θ (f a) m g Hg Hcritical Hθ Hmoved Hh (f x) Hlx) as Hslopes.
    assert (E' : add (loss_value L cost (network_plus one (network_plus one θ (f a)) (f x)))
      (opp (loss_value L cost (network_plus one θ (f x)))) = sum (map (fun p => difference p (a, x)) (data_points L))).
    { transitivity (add (sum (map (fun p => difference p (a, x)) (data_points L))) zero); [|ring].
      rewrite <- Hslopes, <- sum_map_add. unfold loss_value.
      transitivity (sum (map (fun p => add
        (cost p (output (activated L p) (network_plus one (network_plus one θ (f a)) (f x))))
        (mul (opp one) (cost p (output (activated L p) (network_plus one θ (f x)))))) (data_points L))).
      - rewrite sum_map_add, sum_map_mul. ring.
      - apply sum_ext. intros p _. etransitivity; [|exact (cost_differs p (a, x) Hy)]. cbn [fst snd]. ring. }
    rewrite <- E'. ring.
Qed.

End Expansion.
