(** Remark 4.1: which derivatives of sigmoid and softplus at 0 vanish, for all orders; so softplus(x) + α·sigmoid(γx)
    meets the condition of Theorem 4.2, and neither alone does. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import Series Logistic.
Import ListNotations.

Local Open Scope nat_scope.

Theorem sigmoid_derivatives : SigmoidDerivatives.
Proof.
  intros K σ s H. apply sigmoid_logistic in H. split; [apply H|split].
  - intros n Hn Hn2. apply (logistic_signs s H); [lia|exact Hn].
  - intro k. apply (logistic_signs s H); [lia|easy].
Qed.

Section Softplus.

Context {K : OrderedField}.
Add Field softplus_field : (field_laws K).

(** (n + 1)·s_{n+1} is the sigmoid's coefficient t_n. *)
Context {s t : nat -> K}.
Hypothesis Ht : logistic t.
Hypothesis Hs : forall n, series_derivative s n = t n.

Lemma softplus_first : add (s 1) (s 1) = one.
Proof.
  rewrite <- (proj1 Ht), <- Hs. unfold series_derivative. cbn [of_nat]. ring.
Qed.

Lemma softplus_odd : forall n, Nat.Odd n -> 2 <= n -> s n = zero.
Proof.
  intros [|n] [k Hk] Hn; [lia|]. apply (factor_zero n). fold (series_derivative s n). rewrite Hs.
  apply (logistic_signs t Ht); [lia|]. exists k. lia.
Qed.

Lemma softplus_even : forall k, less zero (mul (power (opp one) k) (s (2 * k + 2))).
Proof.
  intro k. apply (factor_positive (2 * k + 1)). replace (2 * k + 2) with (S (2 * k + 1)) by lia.
  replace (mul (of_nat (S (2 * k + 1))) (mul (power (opp one) k) (s (S (2 * k + 1))))) with
    (mul (power (opp one) k) (series_derivative s (2 * k + 1))) by (unfold series_derivative; ring).
  rewrite Hs. apply (logistic_signs t Ht); [lia|easy].
Qed.

End Softplus.

Theorem softplus_derivatives : SoftplusDerivatives.
Proof.
  intros K σ s H. pose proof (proj1 H) as Hpositive. apply softplus_series in H as [H0 (t & Ht & Hs)].
  split; [now rewrite H0|]. split; [exact (softplus_first Ht Hs)|]. split; [exact (softplus_odd Ht Hs)|].
  exact (softplus_even Ht Hs).
Qed.

Theorem sigmoid_and_softplus_determined : SigmoidAndSoftplusDetermined.
Proof.
  intros K σ τ s t. split; intros Hs Ht.
  - apply sigmoid_logistic in Hs, Ht. now apply logistic_unique.
  - apply softplus_series in Hs as [_ (s' & Hs' & Hs)]. apply softplus_series in Ht as [_ (t' & Ht' & Ht)].
    intros [|n] Hn; [lia|]. apply (factor_equal n). fold (series_derivative s n). fold (series_derivative t n).
    rewrite Hs, Ht. now apply logistic_unique.
Qed.

(** ** The condition of Theorem 4.2 *)

Section Condition.

Context {K : OrderedField}.
Add Field condition_field : (field_laws K).

Lemma product_nonzero : forall x y : K, x <> zero -> y <> zero -> mul x y <> zero.
Proof.
  intros x y Hx Hy E. apply Hy. replace y with (mul (inv x) (mul x y)) by (field; exact Hx). rewrite E. ring.
Qed.

Lemma power_nonzero : forall (x : K) n, x <> zero -> power x n <> zero.
Proof.
  intros x n Hx. induction n as [|n IH]; [apply positive_not_zero, one_positive|]. now apply product_nonzero.
Qed.

Lemma signed_nonzero : forall x y : K, less zero (mul x y) -> y <> zero.
Proof. intros x y H ->. apply (less_irreflexive K zero). now replace (@zero K) with (mul x zero) at 2 by ring. Qed.

Lemma half_is_positive : forall x : K, add x x = one -> less zero x.
Proof. intros x H. rewrite (half_of x H). apply half_positive, one_positive. Qed.

Context {soft sig : K -> K} {s t : nat -> K}.
Hypothesis Hsoft : softplus_at_zero soft s.
Hypothesis Hsig : sigmoid_at_zero sig t.

Definition mixed (α γ : K) (n : nat) : K := add (s n) (mul α (mul (power γ n) (t n))).

Lemma mixed_expands : forall α γ : K, γ <> zero ->
  expands (fun x => add (soft x) (mul α (sig (mul γ x)))) (mixed α γ).
Proof.
  intros α γ Hγ. destruct Hsoft as (_ & σ' & s' & _ & Hs & _), Hsig as (_ & Ht & _).
  apply expands_add; [exact Hs|]. apply expands_scale. now apply (expands_stretched γ sig t).
Qed.

(** Of the two terms one only isn't 0. *)
Lemma mixed_nonzero : forall α γ n, α <> zero -> γ <> zero -> 2 <= n -> mixed α γ n <> zero.
Proof.
  intros α γ n Hα Hγ Hn. destruct (softplus_derivatives K soft s Hsoft) as (_ & _ & Hodd & Heven).
  destruct (sigmoid_derivatives K sig t Hsig) as (_ & Heven' & Hodd'). unfold mixed.
  destruct (Nat.Even_or_Odd n) as [Hparity|Hparity].
  - rewrite (Heven' n Hparity Hn). destruct Hparity as [[|k] Hk]; [lia|].
    replace (add (s n) (mul α (mul (power γ n) zero))) with (s n) by ring.
    apply (signed_nonzero (power (opp one) k)). replace n with (2 * k + 2) by lia. apply Heven.
  - rewrite (Hodd n Hparity Hn). destruct Hparity as [k Hk].
    replace (add zero (mul α (mul (power γ n) (t n)))) with (mul α (mul (power γ n) (t n))) by ring.
    apply product_nonzero; [exact Hα|]. apply product_nonzero; [now apply power_nonzero|].
    apply (signed_nonzero (power (opp one) k)). rewrite Hk. apply Hodd'.
Qed.

Lemma mixed_positive : forall α γ, less zero α -> less zero γ -> forall n, mixed α γ n <> zero.
Proof.
  intros α γ Hα Hγ n. destruct n as [|[|n]]; [| |apply mixed_nonzero; [now apply positive_not_zero..|lia]];
    apply positive_not_zero; destruct (softplus_derivatives K soft s Hsoft) as (H0 & H1 & _ & _);
    destruct (sigmoid_derivatives K sig t Hsig) as (H0' & _ & Hodd'); unfold mixed; apply add_positive.
  - exact H0.
  - left. apply less_mul; [exact Hα|]. apply less_mul; [apply one_positive|now apply half_is_positive].
  - now apply half_is_positive.
  - left. apply less_mul; [exact Hα|]. apply less_mul; [now apply power_positive|].
    specialize (Hodd' 0). cbn [power Nat.mul Nat.add] in Hodd'. now replace (t 1) with (mul one (t 1)) by ring.
Qed.

Lemma all_nonzero_meets : forall u : nat -> K, (forall n, u n <> zero) -> meets_condition u.
Proof.
  intros u H. split; [apply H|split]; intro first; [exists (2 * first)|exists (2 * first + 1)];
    (split; [lia|split; [now exists first|apply H]]).
Qed.

End Condition.

Theorem softplus_plus_sigmoid_meets_condition : SoftplusPlusSigmoidMeetsCondition.
Proof.
  intros K soft sig s t Hsoft Hsig. split; [|split].
  - intros α γ Hα Hγ. exists (mixed (s := s) (t := t) α γ). split; [now apply mixed_expands|split].
    + intros n Hn. now apply (mixed_nonzero Hsoft Hsig).
    + intros Hα' Hγ'. assert (H : forall n, mixed (s := s) (t := t) α γ n <> zero) by now apply (mixed_positive Hsoft
    Hsig).
      split; [exact H|now apply all_nonzero_meets].
  - intros (_ & _ & Hoften). destruct (Hoften 2) as (n & Hn & Hodd & H). apply H.
    now apply (softplus_derivatives K soft s Hsoft).
  - intros (_ & Hoften & _). destruct (Hoften 2) as (n & Hn & Heven & H). apply H.
    now apply (sigmoid_derivatives K sig t Hsig).
Qed.
