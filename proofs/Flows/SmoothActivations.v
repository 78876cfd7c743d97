(** Over complete ordered fields: Theorem 4.2 for C^∞ activations, and the expansions of sigmoid and softplus from their
    differential equations. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Identifiability Require Import Expansions Series Logistic SigmoidSoftplus SigmoidExists ZeroLoss.
From Equiloss.Flows Require Import Taylor SigmoidIdentities.
Import ListNotations.

Local Open Scope nat_scope.

Theorem smooth_zero_loss_only_in_theta : SmoothZeroLossOnlyInTheta.
Proof.
  intros K W A d_in d_out c c' σ teacher θ Hcomplete Harchimedean Hc Hc' Hσ (H0 & Heven & Hodd) Hsame.
  assert (Hne : forall n, σ n zero <> zero -> mul (inv (of_nat (fact n))) (σ n zero) <> zero).
  { intros n H. apply product_nonzero; [|exact H]. apply positive_not_zero, inverse_positive, factorial_positive. }
  apply (zero_loss_only_in_theta K W A d_in d_out c c' (σ 0) (fun n => mul (inv (of_nat (fact n))) (σ n zero)));
    try assumption; [now apply taylors_theorem|now apply Hne| |]; intro first.
  - destruct (Heven first) as (n & Hn & Hparity & H). exists n. repeat split; try assumption. now apply Hne.
  - destruct (Hodd first) as (n & Hn & Hparity & H). exists n. repeat split; try assumption. now apply Hne.
Qed.

Section Logistic.

Context {K : OrderedField} (σ : K -> K).
Hypothesis Hcomplete : complete K.
Hypothesis H0 : add (σ zero) (σ zero) = one.
Hypothesis Hσ : derivative_everywhere σ (fun t => add (σ t) (opp (mul (σ t) (σ t)))).
Add Field smooth_field : (field_laws K).

(** If σ has the series to order n, then so has σ − σ², and σ to order n + 1. *)
Lemma sigmoid_expands : expands σ logistic_series.
Proof.
  pose proof (logistic_series_logistic (K := K)) as Hs.
  assert (Hstart : σ zero = logistic_series 0) by now rewrite (half_of _ H0), (half_of _ (proj1 Hs)).
  apply expands_negligible. intro n. induction n as [|n IH]; [exact (expands_at_0 σ _ _ (Hσ zero) Hstart)|].
  apply (expands_once_more Hcomplete _ _ _ n Hσ Hstart).
  apply (expands_at_ext n (fun t => add (σ t) (mul (opp one) (mul (σ t) (σ t)))) _
    (fun k => add (logistic_series k) (mul (opp one) (series_product logistic_series logistic_series k))) _).
  - intro t. ring.
  - intro k. rewrite (proj2 Hs). ring.
  - apply expands_at_add; [exact IH|]. now apply expands_at_scale, expands_at_mul.
Qed.

(** A primitive expands as the primitive series. *)
Lemma primitive_expands : forall (ρ : K -> K) s, derivative_everywhere ρ σ -> expands σ s ->
  expands ρ (primitive (ρ zero) s).
Proof.
  intros ρ s Hρ Hs. apply expands_negligible. intros [|n]; [now apply (expands_at_0 ρ _ _ (Hρ zero))|].
  apply (expands_once_more Hcomplete _ _ _ n Hρ); [easy|]. apply (expands_at_ext n σ σ s _); [easy| |].
  - intro k. symmetry. apply primitive_derivative.
  - now apply expands_negligible.
Qed.

End Logistic.

Theorem sigmoid_and_softplus_expand : SigmoidAndSoftplusExpand.
Proof.
  intros K σ ρ Hcomplete H0 Hσ Hρ Hpositive. pose proof (sigmoid_expands σ Hcomplete H0 Hσ) as Hexpands.
  pose proof (logistic_sigmoid σ _ Hexpands logistic_series_logistic) as Hsigmoid. split; [now exists logistic_series|].
  split; [|split; [exact (sigmoid_mirrored σ Hcomplete H0 Hσ)|exact (softplus_mirrored σ Hcomplete H0 Hσ ρ Hρ)]].
  exists (primitive (ρ zero) logistic_series). split; [exact Hpositive|]. exists σ, logistic_series.
  split; [exact Hsigmoid|]. split; [now apply (primitive_expands σ Hcomplete)|].
  revert Hexpands. apply expands_ext; [easy|]. intro n. symmetry. apply primitive_derivative.
Qed.
