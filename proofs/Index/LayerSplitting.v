(** The second variation above a hidden layer of a deep network splits as that of two layers: what the other parameters
    add depends on the gathered variations only. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation Splitting.
Import ListNotations.

Local Open Scope nat_scope.

Section Layer.

Context {K : Field} {W A : VectorSpace K} {X E : Type} (L : Loss K W A X) (D : Surroundings K W A X E).
Add Field K_field : (field_laws K).

(** The part of [layer_unit_second] that is linear in both variations. *)
Definition unit_cross (x : X) (e : E) (u v : W * A) : A :=
  let k := input_first D x e (fst u) in
  vadd (scale (mul (add one one) (mul (slope L x (fst u)) k)) (snd v))
    (scale (mul (add one one) (add (mul (mul (bend L x (fst u)) k) (input_product L x (fst v)))
      (mul (slope L x (fst u)) (input_first D x e (fst v))))) (snd u)).

(** What the varying inputs add to the output alone, to first and second order. *)
Definition moved_first (x : X) (e : E) (w : W) : K := mul (slope L x w) (input_first D x e w).
Definition moved_second (x : X) (e : E) (w : W) : K :=
  add (mul (bend L x w) (mul (input_first D x e w) (input_first D x e w))) (mul (slope L x w) (input_second D x e w)).

Lemma over_units_split : forall (f f' : W * A -> W * A -> A) (F : W -> K) (θ δ : network W A),
  (forall u v, f u v = vadd (f' u v) (scale (F (fst u)) (snd u))) -> length δ = length θ ->
  over_units f θ δ = vadd (over_units f' θ δ) (output F θ).
Proof.
  intros f f' F θ δ H. unfold over_units, output. revert δ. induction θ as [|u θ IH]; intros [|v δ] Hδ; try easy.
  - cbn. now rewrite vadd_zero.
  - injection Hδ as Hδ. cbn [combine map fst snd]. rewrite !vsum_cons, (IH δ Hδ), H. vector_identity.
Qed.

Lemma first_split : forall x e θ δ, length δ = length θ ->
  over_units (layer_unit_first L D x e) θ δ = vadd (over_units (unit_first L x) θ δ) (output (moved_first x e) θ).
Proof.
  intros x e θ δ. apply over_units_split. intros u v. unfold layer_unit_first, unit_first, moved_first.
  vector_identity.
Qed.

Lemma second_split : forall x e θ δ, length δ = length θ ->
  over_units (layer_unit_second L D x e) θ δ =
  vadd (over_units (unit_second L x) θ δ) (vadd (over_units (unit_cross x e) θ δ) (output (moved_second x e) θ)).
Proof.
  intros x e θ δ Hδ.
  rewrite (over_units_split _ (fun u v => vadd (unit_second L x u v) (unit_cross x e u v)) (moved_second x e)).
  - rewrite vadd_assoc. f_equal. unfold over_units. apply vsum_vadd.
  - intros u v. unfold layer_unit_second, unit_second, unit_cross, moved_second. vector_identity.
  - exact Hδ.
Qed.

(** What the other parameters add to the second variation. *)
Definition surrounding_part (θ : network W A) (e : E) (δ : network W A) : K :=
  sum (map (fun x =>
    let y := output (activated L x) θ in
    let v := over_units (unit_first L x) θ δ in
    let v' := vadd v (output (moved_first x e) θ) in
    add (add (add (cost_hessian L x y v' v') (opp (cost_hessian L x y v v))) (later_variation D x y v' e))
      (cost_gradient L x y (vadd (over_units (unit_cross x e) θ δ) (output (moved_second x e) θ)))) (data_points L)).

Lemma layer_variation_parts : forall θ e δ, length δ = length θ ->
  layer_variation L D θ e δ = add (second_variation L θ δ) (surrounding_part θ e δ).
Proof.
  intros θ e δ Hδ. unfold layer_variation, second_variation, surrounding_part. rewrite <- sum_map_add.
  apply sum_ext. intros x _. cbv zeta. rewrite first_split, second_split by exact Hδ.
  rewrite (linear_form_add (cost_gradient L x _) (over_units (unit_second L x) θ δ)) by apply cost_gradient_linear.
  ring.
Qed.

Lemma unit_cross_linear : forall x e u, linear_in_units (unit_cross x e u).
Proof.
  intros x e u s v v'. unfold unit_cross, neuron_plus, vector_plus. cbn [fst snd].
  rewrite !(linear_form_add (input_product L x)), !(linear_form_scale (input_product L x)) by apply
    input_product_linear.
  rewrite !(linear_form_add (input_first D x e)), !(linear_form_scale (input_first D x e)) by apply
    input_first_linear.
  vector_identity.
Qed.

Context (base : network W A) (g : list nat) (β : list K).
Context (Hg : forall t, In t g -> t < length base) (Hβ : admissible_shares (length base) g β).

Lemma cross_over_copies : forall x e (δ : network W A),
  over_units (unit_cross x e) (copies g β base) δ =
  over_units (unit_cross x e) base (gathered_network (length base) g β δ).
Proof.
  intros x e δ. unfold over_units, copies. rewrite combine_map_left, map_map. cbn [fst snd].
  transitivity (vsum (map (fun p => unit_cross x e (unit_at base (fst (fst p)))
    (scale (snd (fst p)) (fst (snd p)), snd (snd p))) (combine (combine g β) δ))).
  - apply vsum_ext_in. intros [[t b] v] _. cbn [fst snd]. unfold unit_cross, unit_at. cbn [fst snd].
    rewrite (linear_form_scale (input_product L x)) by apply input_product_linear.
    rewrite (linear_form_scale (input_first D x e)) by apply input_first_linear. vector_identity.
  - etransitivity; [apply (sum_over_copies (fun t => unit_cross x e (unit_at base t)) (length base)); [|exact Hg]|].
    { intro t. apply unit_cross_linear. }
    rewrite (vsum_places (unit_cross x e) (vzero, vzero) (vzero, vzero)) by (symmetry; apply gathered_network_length).
    apply vsum_ext_in. intros t Ht. apply in_seq in Ht. unfold unit_at. f_equal. symmetry.
    apply gathered_network_nth, Ht.
Qed.

(** It depends on the gathered variations. *)
Lemma surrounding_part_copies : forall e δ,
  surrounding_part (copies g β base) e δ = surrounding_part base e (gathered_network (length base) g β δ).
Proof.
  intros e δ. unfold surrounding_part. apply sum_ext. intros x _. cbv zeta.
  rewrite first_over_copies, cross_over_copies by exact Hg. now rewrite !output_copies by assumption.
Qed.

Lemma layer_variation_copies : forall e δ, length δ = length g ->
  layer_variation L D (copies g β base) e δ =
  add (second_variation L (copies g β base) δ) (surrounding_part base e (gathered_network (length base) g β δ)).
Proof.
  intros e δ Hδ. rewrite layer_variation_parts by (rewrite copies_length; [exact Hδ|apply Hβ]).
  now rewrite surrounding_part_copies.
Qed.

End Layer.

Theorem layer_variation_splits : LayerVariationSplits.
Proof.
  intros K W A X E L D base m g β e x c [<- Hg] Hβ Hx Hc Hbalanced.
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  assert (Hlength : length (network_plus one (copies g β x) c) = length g).
  { rewrite network_plus_length; [apply copies_length, Hβ|]. rewrite copies_length by apply Hβ. now symmetry. }
  rewrite layer_variation_copies by assumption. rewrite gathered_sum by assumption.
  rewrite second_variation_of_sum by (assumption || now split). rewrite layer_variation_parts by exact Hx.
  pose proof (field_laws K) as [[] _ _ _]. rewrite <- !Radd_assoc. f_equal. apply Radd_comm.
Qed.
