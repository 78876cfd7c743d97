(** Remark 4.1 for 1/(1 + e^{−x}) and ln(1 + e^x): their derivatives at 0, from their expansions. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Identifiability Require Import Series SigmoidSoftplus.
From Equiloss.Flows Require Import Taylor SmoothActivations SmoothSigmoid ExponentialActivations.
Import ListNotations.

Local Open Scope nat_scope.

Section Derivatives.

Context {K : OrderedField}.
Hypothesis Hcomplete : complete K.
Add Field derivatives_field : (field_laws K).

(** τ_n(0) = 0 exactly if s_n = 0. *)
Lemma derivative_vanishes : forall (f : K -> K) (τ : nat -> K -> K) s, all_derivatives τ -> (forall x, τ 0 x = f x) ->
  expands f s -> forall n, τ n zero = zero <-> s n = zero.
Proof.
  intros f τ s Hτ E Hs n. pose proof (taylors_theorem K τ Hcomplete Hτ) as H.
  apply (expands_ext _ f _ (fun n => mul (inv (of_nat (fact n))) (τ n zero)) E (fun n => eq_refl)) in H.
  rewrite (expands_unique f s _ Hs H n). split; [intros ->; ring|]. intro Hzero.
  pose proof (positive_not_zero _ (factorial_positive (K := K) n)) as Hn.
  replace (τ n zero) with (mul (of_nat (fact n)) (mul (inv (of_nat (fact n))) (τ n zero))) by (field; exact Hn).
  rewrite Hzero. ring.
Qed.

End Derivatives.

Theorem sigmoid_and_softplus_by_exponential : SigmoidAndSoftplusByExponential.
Proof.
  intros K E L α γ Hcomplete HE0 HE Hpositive HL1 HL Hα Hγ σ ρ mixed derivatives.
  pose proof (sig_derivative E HE Hpositive) as Hσ. pose proof (sig_start E HE0) as H0.
  pose proof (soft_derivative E L Hcomplete HE0 HE Hpositive HL) as Hρ.
  destruct (sigmoid_and_softplus_expand K σ ρ Hcomplete H0 Hσ Hρ (soft_start E L Hcomplete HE0 HL1 HL))
    as ([s Hs] & [p Hp] & Hmirrored & Hmirrored').
  destruct (sigmoid_derivatives K σ s Hs) as (Hs0 & Heven & Hodd).
  destruct (softplus_derivatives K ρ p Hp) as (Hp0 & Hp1 & Hodd' & Heven').
  split; [exact Hmirrored|split; [exact Hmirrored'|]].
  split; [exists (sigmoid_order (σ := σ)); split; [now apply sigmoid_smooth|easy]|].
  split; [exists (primitive_order (σ := σ) (ρ := ρ)); split; [now apply primitive_smooth|easy]|].
  split; [exists (mixed_order (σ := σ) (ρ := ρ) α γ); split; [now apply mixed_smooth|apply mixed_order_first]|].
  split; [|split].
  - intros τ [Hτ Eτ] n. rewrite (derivative_vanishes Hcomplete σ τ s Hτ Eτ (proj1 (proj2 Hs)) n).
    split; [|now intros [Hn Hn2]; apply Heven]. intro Hzero. destruct (Nat.Even_or_Odd n) as [Hn|[k Hk]].
    + split; [exact Hn|]. destruct n as [|[|n]]; [|now destruct Hn; lia|lia].
      exfalso. now apply (positive_not_zero _ (half_is_positive _ Hs0)).
    + exfalso. apply (signed_nonzero _ _ (Hodd k)). now rewrite <- Hk.
  - intros τ [Hτ Eτ] n. destruct Hp as (_ & σ' & s' & _ & Hp & _).
    rewrite (derivative_vanishes Hcomplete ρ τ p Hτ Eτ Hp n).
    split; [|now intros [Hn Hn2]; apply Hodd']. intro Hzero. destruct (Nat.Even_or_Odd n) as [[k Hk]|Hn].
    + exfalso. destruct k as [|k]; [replace n with 0 in Hzero by lia; now apply (positive_not_zero _ Hp0)|].
      apply (signed_nonzero _ _ (Heven' k)). now replace (2 * k + 2) with n by lia.
    + split; [exact Hn|]. destruct n as [|[|n]]; [now destruct Hn; lia| |lia].
      exfalso. now apply (positive_not_zero _ (half_is_positive _ Hp1)).
  - intros τ [Hτ Eτ] n.
    destruct (softplus_plus_sigmoid_meets_condition K ρ σ p s Hp Hs) as (H & _).
    destruct (H α γ (positive_not_zero _ Hα) (positive_not_zero _ Hγ)) as (u & Hu & _ & Hnonzero).
    destruct (Hnonzero Hα Hγ) as [Hn _]. intro Hzero. apply (Hn n).
    now apply (derivative_vanishes Hcomplete _ τ u Hτ Eτ Hu n).
Qed.
