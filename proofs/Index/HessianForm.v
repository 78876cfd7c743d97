(** The second variation is a quadratic form, so it has an inertia. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps Coordinates.
From Equiloss.Index Require Import Copies SecondVariation Inertia Sylvester MixedForms MixedInertia UnitForms.
Import ListNotations.

Local Open Scope nat_scope.

Section SecondVariation.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X).
Add Field K_field : (field_laws K).

Lemma network_coordinates : forall d_in d_out, vector_dimension W d_in -> vector_dimension A d_out ->
  forall m, exists n F, linear_coordinates network_plus (fun δ : network W A => length δ = m) n F.
Proof.
  intros d_in d_out HW HA. destruct (vector_coordinates W d_in HW) as (fW & CW).
  destruct (vector_coordinates A d_out HA) as (fA & CA).
  pose proof (sum_coordinates vector_plus vector_plus neuron_plus (fun _ => True) (fun _ => True) (fun _ => True)
    (fun (ω : W) (α : A) => (ω, α)) d_in d_out fW fA) as C. cbv beta in C.
  induction m as [|m (n & F & CF)].
  - exists 0, (fun _ => []). split; [easy|]. split; [intros [|] Hδ; [now exists []|easy]|].
    split; [now intros [|] [|]|easy].
  - exists (d_in + d_out + n). eexists.
    apply (sum_coordinates neuron_plus network_plus network_plus (fun _ => True) (fun δ => length δ = m)
      (fun δ : network W A => length δ = S m) cons) with (6 := CF); try easy.
    + intros u δ _ Hδ. simpl. congruence.
    + intros [|u δ] Hδ; [easy|]. injection Hδ as Hδ. now exists u, δ.
    + intros u δ u' δ' _ _ _ _ E. now injection E.
    + apply C; try easy.
      * intros [ω α] _. now exists ω, α.
      * intros ω α ω' α' _ _ _ _ E. now injection E.
Qed.

(** The bilinear form of [unit_second]. *)
Definition unit_polar (x : X) (u v v' : W * A) : A :=
  vadd (vadd (scale (mul (slope L x (fst u)) (input_product L x (fst v))) (snd v'))
    (scale (mul (slope L x (fst u)) (input_product L x (fst v'))) (snd v)))
    (scale (mul (bend L x (fst u)) (mul (input_product L x (fst v)) (input_product L x (fst v')))) (snd u)).

Lemma unit_polar_diagonal : forall x u v, unit_polar x u v v = unit_second L x u v.
Proof. intros x u v. unfold unit_polar, unit_second. vector_identity. Qed.

Lemma unit_polar_symmetric : forall x u v v', unit_polar x u v v' = unit_polar x u v' v.
Proof. intros x u v v'. unfold unit_polar. vector_identity. Qed.

Lemma unit_polar_linear : forall x u v, linear_in_units (unit_polar x u v).
Proof.
  intros x u v s v' v''. unfold unit_polar, neuron_plus, vector_plus. cbn [fst snd].
  rewrite !(linear_form_add (input_product L x)), !(linear_form_scale (input_product L x)) by apply
    input_product_linear.
  vector_identity.
Qed.

Definition polar_at (θ δ δ' : network W A) (x : X) (t : nat) : A :=
  unit_polar x (nth t θ (vzero, vzero)) (nth t δ (vzero, vzero)) (nth t δ' (vzero, vzero)).

Definition hessian (θ δ δ' : network W A) : K :=
  sum (map (fun x =>
    let y := output (activated L x) θ in
    add (cost_hessian L x y (over_units (unit_first L x) θ δ) (over_units (unit_first L x) θ δ'))
      (cost_gradient L x y (vsum (map (polar_at θ δ δ' x) (seq 0 (length θ)))))) (data_points L)).

Lemma hessian_diagonal : forall θ δ, length δ = length θ -> hessian θ δ δ = second_variation L θ δ.
Proof.
  intros θ δ Hδ. unfold hessian, second_variation. apply sum_ext. intros x _. do 2 f_equal. unfold over_units.
  rewrite (vsum_places (unit_second L x) (vzero, vzero) (vzero, vzero)) by (symmetry; exact Hδ).
  apply vsum_ext_in. intros t _. apply unit_polar_diagonal.
Qed.

Lemma hessian_symmetric : forall θ δ δ', hessian θ δ δ' = hessian θ δ' δ.
Proof.
  intros θ δ δ'. unfold hessian. apply sum_ext. intros x _. f_equal; [apply cost_hessian_symmetric|]. f_equal.
  apply vsum_ext_in. intros t _. apply unit_polar_symmetric.
Qed.

Lemma vsum_plus : forall {V : VectorSpace K} {Y : Type} s (f f' : Y -> V) l,
  vsum (map (fun y => vector_plus s (f y) (f' y)) l) = vector_plus s (vsum (map f l)) (vsum (map f' l)).
Proof.
  intros V Y s f f' l. unfold vector_plus. rewrite vsum_vadd. f_equal.
  rewrite <- (map_map f' (scale s)). apply vsum_scale.
Qed.

Lemma over_units_plus : forall (f : W * A -> W * A -> A) (θ : network W A) s δ δ', (forall u, linear_in_units (f u)) ->
  length δ = length θ -> length δ' = length θ ->
  over_units f θ (network_plus s δ δ') = vector_plus s (over_units f θ δ) (over_units f θ δ').
Proof.
  intros f θ s δ δ' Hf Hδ Hδ'. unfold over_units.
  assert (Hlength : length (network_plus s δ δ') = length θ) by (rewrite network_plus_length; congruence).
  rewrite !(vsum_places f (vzero, vzero) (vzero, vzero)) by (symmetry; assumption).
  rewrite <- vsum_plus. apply vsum_ext_in. intros t _.
  etransitivity; [apply f_equal, network_plus_nth; congruence|apply Hf].
Qed.

Lemma hessian_linear : forall θ δ s δ' δ'', length δ' = length θ -> length δ'' = length θ ->
  hessian θ δ (network_plus s δ' δ'') = scalar_plus s (hessian θ δ δ') (hessian θ δ δ'').
Proof.
  intros θ δ s δ' δ'' Hδ' Hδ''. unfold hessian, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext.
  intros x _.
  assert (Hpolar : vsum (map (polar_at θ δ (network_plus s δ' δ'') x) (seq 0 (length θ))) =
    vector_plus s (vsum (map (polar_at θ δ δ' x) (seq 0 (length θ)))) (vsum (map (polar_at θ δ δ'' x) (seq 0 (length
      θ))))).
  { rewrite <- vsum_plus. apply vsum_ext_in. intros t _. unfold polar_at.
    etransitivity; [apply f_equal, network_plus_nth; congruence|apply unit_polar_linear]. }
  cbv zeta. rewrite over_units_plus by (easy || apply unit_first_linear). rewrite Hpolar, (cost_hessian_linear _ _ _ _ L x), (cost_gradient_linear _ _ _ _ L x).
  unfold scalar_plus. ring.
Qed.

Theorem loss_inertia_exists : forall d_in d_out (θ : network W A), vector_dimension W d_in -> vector_dimension A d_out
    ->
  exists p q z, loss_inertia L θ p q z.
Proof.
  intros d_in d_out θ HW HA.
  destruct (network_coordinates d_in d_out HW HA (length θ)) as (n & F & HF & OF & JF & LF).
  destruct (inertia_exists_on_lists n (fun x y => hessian θ (F x) (F y))) as (p & q & z & H).
  { split; [|intros; apply hessian_symmetric]. intros x Hx s y y' Hy Hy'. rewrite LF by easy.
    apply hessian_linear; auto. }
  exists p, q, z. apply (inertia_image scalars_plus network_plus (fun x => length x = n) _ F) with (6 := H); try easy.
  - intros x Hx. symmetry. apply hessian_diagonal. auto.
Qed.

End SecondVariation.
