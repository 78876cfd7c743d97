(** Flows and the expansion manifold: it is invariant where θ^r has zero loss, and isn't where θ^r isn't critical. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Subspaces Require Import Expansion.
From Equiloss.Index Require Import Copies SecondVariation CriticalCopies.
From Equiloss.Derivatives Require Import Orders Stationary.
From Equiloss.Flows Require Import SymmetricGradients StationaryPoints LevelFlows.
Import ListNotations.

Local Open Scope nat_scope.

Section Losses.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K)
  (base : network W A) (m : nat).
Add Field losses_field : (field_laws K).

Lemma theta_loss : forall θ, Theta base m θ -> loss_value L cost θ = loss_value L cost base.
Proof.
  intros θ (P & HP & Hθ). unfold loss_value. apply sum_ext. intros x _. f_equal.
  exact (proj2 (subspace_keeps_function K W A base θ θ m P HP Hθ (Permutation.Permutation_refl θ)) (activated L x)).
Qed.

Lemma loss_at_least_zero : (forall x y, at_most zero (cost x y)) -> forall θ : network W A,
  at_most zero (loss_value L cost θ).
Proof.
  intros Hcost θ. unfold loss_value. induction (data_points L) as [|x l IH]; [apply at_most_refl|]. unfold sum in *.
  cbn [map fold_right]. replace (@zero K) with (@add K zero zero) at 1 by ring. now apply at_most_add.
Qed.

(** The points of Γ̄ are critical only if [base] is. *)
Lemma critical_below : forall g θ, surjection (length base) m g -> Gamma_bar base g θ -> critical L θ -> critical L
  base.
Proof.
  intros g θ Hg Hθ Hcritical x Hx. apply (gamma_bar_copies base m g θ Hg) in Hθ as (β & Hβ & ->).
  rewrite <- (gathered_network_copies (length base) g β x Hβ Hx).
  rewrite <- first_variation_copies by (easy || (intros t; apply Hg)). apply Hcritical.
  rewrite !copies_length by apply Hβ. easy.
Qed.

End Losses.

Theorem zero_loss_invariant : ZeroLossInvariant.
Proof.
  intros K W A X L cost base m D f G loss in_Theta _ Hcost Hzero Hgradient.
  assert (H : forall θ i k, parameters m D θ -> in_Theta θ -> i < m -> k < D -> coordinate (G θ) i k = zero).
  { intros θ i k Hp Hθ Hi Hk. apply (gradient_at_minimum m D loss G Hgradient θ i k Hp); try easy. intros θ' _.
    unfold loss. rewrite (theta_loss L cost base m _ Hθ), Hzero. now apply loss_at_least_zero. }
  split; [exact H|]. intros J ρ t0 t Hcomplete Hlipschitz Hflow H0 Ht Hin.
  apply (flow_stays m D G J ρ t0 Hcomplete Hlipschitz Hflow H0); [|exact Ht]. intros i k Hi Hk. apply H; try easy.
  now apply Hflow.
Qed.

Section Critical.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K) (m D d : nat)
  (fA : list K -> A) (f : list K -> network W A) (G : list (list K) -> list (list K)).
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d fA.
Hypothesis Hf : linear_coordinates network_plus (fun δ => length δ = m) (m * D) f.
Hypothesis Hsmooth : differentiable_loss L cost d fA.
Hypothesis Hgradient : gradient_of m D (fun θ => loss_value L cost (f (concat θ))) G.
Add Field critical_field : (field_laws K).

Lemma zero_gradient_critical : forall θ, parameters m D θ ->
  (forall i k, i < m -> k < D -> coordinate (G θ) i k = zero) -> critical L (f (concat θ)).
Proof.
  intros θ Hθ Hzero. destruct (Hgradient θ Hθ) as [HG Hd]. fold (pairing (G θ)) in Hd.
  destruct (cut_concat D m θ Hθ) as [Eθ Hl]. set (a := concat θ) in *.
  assert (Hfa : length (f a) = m) by now apply Hf. assert (Hf' : linear_coordinates network_plus
    (fun δ => length δ = length (f a)) (m * D) f) by now rewrite Hfa.
  apply (critical_is_stationary K W A X L cost (f a) d (m * D) fA f HA Hf' Hsmooth).
  intros ε Hε. destruct (Hd ε Hε) as (δ & Hδ & H). exists δ. split; [exact Hδ|]. intros u h Hu Huδ (x & Hx & <- &
  Hsize).
  assert (Hcut : parameters m D (cut D m x)) by now apply cut_parameters.
  specialize (H u (cut D m x) Hu Huδ). cbv beta in H |- *. rewrite (pairing_places m D _ _ HG Hcut) in H.
  replace (sum (map (fun y => mul (at_place (G θ) y) (at_place (cut D m x) y)) (all_places m D))) with (@zero K) in H.
  - replace (network_plus one (f a) (f x)) with (f (concat (units_plus one θ (cut D m x)))).
    + unfold a. apply H. now exists x.
    + rewrite <- Eθ, <- cut_keeps by congruence. rewrite concat_cut by (rewrite plus_length; congruence).
      apply Hf; easy.
  - symmetry. assert (Hplaces : forall y, In y (all_places m D) -> at_place (G θ) y = zero).
    { intros [i k] Hy. apply in_places in Hy as [Hi Hk]. now apply Hzero. }
    revert Hplaces. clear. induction (all_places m D) as [|y l IH]; intro Hplaces; [easy|]. unfold sum in *.
    cbn [map fold_right]. rewrite IH by (intros y' Hy'; apply Hplaces; now right).
    rewrite Hplaces by now left. ring.
Qed.

End Critical.

Theorem flows_inside_are_critical : FlowsInsideAreCritical.
Proof.
  intros K W A X L cost base m D d fA f G J ρ t t' loss HA Hf Hsmooth Hgradient Hflow Ht Ht' Hne Hinside.
  assert (H : critical L (f (concat (ρ t)))).
  { apply (zero_gradient_critical L cost m D d fA f G HA Hf Hsmooth Hgradient); [now apply Hflow|].
    apply (level_gradient m D loss G J ρ Hgradient Hflow t t' Ht Ht' Hne). intros s Hs. unfold loss.
    rewrite (theta_loss L cost base m _ (Hinside s Hs)). symmetry. exact (theta_loss L cost base m _ (Hinside t Ht)). }
  split; [exact H|]. intros g Hg Hθ. now apply (critical_below L base m g (f (concat (ρ t)))).
Qed.
