(** Networks along Γ̄: incoming vectors stay, and so does the output; what outgoing vectors move by leaves the costs'
    slopes alone, as both ends are critical. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation Splitting CriticalCopies.
Import ListNotations.

Local Open Scope nat_scope.

Section Moved.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base θ h : network W A) (m : nat)
  (g : list nat).
Hypothesis Hg : surjection (length base) m g.
Hypothesis Hcritical : critical L base.
Hypothesis Hθ : Gamma_bar base g θ.
Hypothesis Hmoved : Gamma_bar base g (network_plus one θ h).
Hypothesis Hh : length h = length θ.
Add Field moved_field : (field_laws K).

Definition at_place (i : nat) (θ : network W A) : W * A := nth i θ (vzero, vzero).

Lemma gamma_bar_output : forall activation φ, Gamma_bar base g φ -> output activation φ = output activation base.
Proof.
  intros activation φ Hφ. apply (gamma_bar_copies base m g φ Hg) in Hφ as (β & Hβ & ->).
  apply output_copies; [|exact Hβ]. intro t. apply Hg.
Qed.

Lemma gamma_bar_incoming : forall φ, Gamma_bar base g φ -> map fst φ = map (fun t => fst (nth t base (vzero, vzero))) g.
Proof.
  intros φ Hφ. apply (gamma_bar_copies base m g φ Hg) in Hφ as (β & [Hβ _] & ->). unfold copies. rewrite map_map.
  clear - Hβ. revert β Hβ. induction g as [|t g' IH]; intros [|b β] Hβ; try easy. injection Hβ as Hβ.
  cbn [combine map fst]. now rewrite IH.
Qed.

Lemma nothing_incoming : forall i, i < length θ -> fst (at_place i h) = vzero.
Proof.
  intros i Hi. apply (vadd_cancel (fst (at_place i θ))). rewrite vadd_zero_r.
  transitivity (fst (at_place i (network_plus one θ h))).
  - unfold at_place. rewrite network_plus_nth by congruence. unfold neuron_plus, vector_plus. cbn [fst].
    now rewrite scale_one.
  - assert (H : forall φ : network W A, fst (at_place i φ) = nth i (map fst φ) vzero) by
      (intro φ; symmetry; exact (map_nth (@fst W A) φ (vzero, vzero) i)).
    rewrite !H. f_equal. now rewrite (gamma_bar_incoming _ Hmoved), (gamma_bar_incoming _ Hθ).
Qed.

Lemma output_places : forall activation (φ : network W A), output activation φ =
  vsum (map (fun i => scale (activation (fst (at_place i φ))) (snd (at_place i φ))) (seq 0 (length φ))).
Proof. intros activation φ. unfold output. now rewrite (map_places _ (vzero, vzero) φ). Qed.

Lemma at_place_plus : forall i (φ k : network W A), length k = length φ ->
  at_place i (network_plus one φ k) = neuron_plus one (at_place i φ) (at_place i k).
Proof. intros i φ k Hk. apply network_plus_nth. congruence. Qed.

Lemma over_units_places : forall F (φ k : network W A), length k = length φ -> over_units F φ k =
  vsum (map (fun i => F (at_place i φ) (at_place i k)) (seq 0 (length φ))).
Proof. intros F φ k Hk. exact (vsum_places F (vzero, vzero) (vzero, vzero) φ k (eq_sym Hk)). Qed.

(** Σ_i c_i η_i, where η_i is what h adds to the outgoing vector of unit i. *)
Definition over_moved (c : nat -> K) : A := vsum (map (fun i => scale (c i) (snd (at_place i h))) (seq 0 (length θ))).

Lemma moved_length : length (network_plus one θ h) = length θ.
Proof. apply network_plus_length. congruence. Qed.

Lemma moved_sum : forall activation, over_moved (fun i => activation (fst (at_place i θ))) = vzero.
Proof.
  intro activation. apply (vadd_cancel (output activation θ)). rewrite vadd_zero_r.
  transitivity (output activation (network_plus one θ h)); [|now rewrite (gamma_bar_output _ _ Hmoved),
  (gamma_bar_output _ _ Hθ)].
  rewrite !output_places, moved_length. unfold over_moved. rewrite <- vsum_vadd. apply vsum_ext_in. intros i Hi.
  apply in_seq in Hi. unfold at_place at 5 6. rewrite network_plus_nth by congruence. fold (at_place i θ) (at_place i
  h).
  unfold neuron_plus, vector_plus. cbn [fst snd]. rewrite nothing_incoming by lia. rewrite scale_vzero, vadd_zero_r.
  vector_identity.
Qed.

(** The output at a variation of the moved network. *)
Lemma moved_output : forall activation (k : network W A), length k = length θ ->
  output activation (network_plus one (network_plus one θ h) k) =
  vadd (output activation (network_plus one θ k)) (over_moved (fun i =>
    add (activation (fst (neuron_plus one (at_place i θ) (at_place i k)))) (opp (activation (fst (at_place i θ)))))).
Proof.
  intros activation k Hk. transitivity (vadd (vadd (output activation (network_plus one θ k)) (over_moved (fun i =>
    add (activation (fst (neuron_plus one (at_place i θ) (at_place i k)))) (opp (activation (fst (at_place i θ)))))))
    (over_moved (fun i => activation (fst (at_place i θ))))); [|now rewrite moved_sum, vadd_zero_r].
  rewrite !output_places, !network_plus_length by (rewrite ?moved_length; congruence). unfold over_moved.
  rewrite <- !vsum_vadd. apply vsum_ext_in. intros i Hi. apply in_seq in Hi. unfold at_place at 1 2 3 4.
  rewrite !network_plus_nth by (rewrite ?moved_length; congruence). fold (at_place i θ) (at_place i h) (at_place i k).
  unfold neuron_plus, vector_plus. cbn [fst snd]. rewrite nothing_incoming by lia. rewrite scale_vzero, vadd_zero_r.
  vector_identity.
Qed.

(** Both points are critical, so what the costs make of Σ_i σ'(ω_i·x)η_i is 0. *)
Lemma moved_slopes : forall k : network W A, length k = length θ ->
  sum (map (fun x => cost_gradient L x (output (activated L x) θ)
    (over_moved (fun i => mul (slope L x (fst (at_place i θ))) (input_product L x (fst (at_place i k))))))
    (data_points L)) = zero.
Proof.
  intros k Hk.
  assert (H : first_variation L (network_plus one θ h) k = zero).
  { apply (copies_critical L base m g _ Hg Hcritical Hmoved). now rewrite moved_length. }
  assert (H' : first_variation L θ k = zero) by now apply (copies_critical L base m g _ Hg Hcritical Hθ).
  transitivity (add (first_variation L θ k) (sum (map (fun x => cost_gradient L x (output (activated L x) θ)
    (over_moved (fun i => mul (slope L x (fst (at_place i θ))) (input_product L x (fst (at_place i k))))))
    (data_points L)))); [rewrite H'; ring|].
  rewrite <- H. unfold first_variation. rewrite <- sum_map_add. apply sum_ext. intros x _.
  rewrite <- linear_form_add by apply cost_gradient_linear.
  rewrite (gamma_bar_output _ _ Hmoved), (gamma_bar_output _ _ Hθ). f_equal.
  rewrite !over_units_places by (rewrite ?moved_length; congruence). rewrite moved_length. unfold over_moved. rewrite
  <- vsum_vadd. apply vsum_ext_in. intros i Hi. apply in_seq in Hi.
  rewrite at_place_plus by congruence.
  unfold unit_first, neuron_plus, vector_plus. cbn [fst snd]. rewrite nothing_incoming by lia.
  rewrite scale_vzero, vadd_zero_r. vector_identity.
Qed.

End Moved.
