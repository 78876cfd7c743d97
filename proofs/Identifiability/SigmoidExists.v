(** The series of the sigmoid exists over every ordered field; so over the rationals there are functions with what
    Remark 4.1 uses of sigmoid and softplus. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields OrderedRationals.
From Equiloss.Identifiability Require Import Series Logistic Borel.
Import ListNotations.

Local Open Scope nat_scope.

Section LogisticSeries.

Context {K : OrderedField}.
Add Field logistic_series_field : (field_laws K).

(** s_n, ..., s_0. *)
Fixpoint coefficients (n : nat) : list K :=
  match n with
  | O => [inv (add one one)]
  | S n' => let l := coefficients n' in let s k := nth (n' - k) l zero in
      mul (inv (of_nat (S n'))) (add (s n') (opp (series_product s s n'))) :: l
  end.

Definition logistic_series (n : nat) : K := hd zero (coefficients n).

Lemma coefficients_nth : forall n k, k <= n -> nth (n - k) (coefficients n) zero = logistic_series k.
Proof.
  assert (Hhead : forall n, nth 0 (coefficients n) zero = logistic_series n).
  { intro n. unfold logistic_series. now destruct (coefficients n). }
  induction n as [|n IH]; intros k Hk.
  - replace k with 0 by lia. apply Hhead.
  - destruct (Nat.eq_dec k (S n)) as [->|Hne]; [rewrite Nat.sub_diag; apply Hhead|].
    replace (S n - k) with (S (n - k)) by lia. apply IH. lia.
Qed.

Lemma series_product_ext : forall (s s' t t' : nat -> K) n,
  (forall k, k <= n -> s k = s' k) -> (forall k, k <= n -> t k = t' k) -> series_product s t n = series_product s' t' n.
Proof.
  intros s s' t t' n H H'. unfold series_product. f_equal. apply map_ext_in. intros k Hk. apply in_seq in Hk.
  rewrite H, H' by lia. reflexivity.
Qed.

Lemma logistic_series_logistic : logistic logistic_series.
Proof.
  split; [unfold logistic_series; cbn [coefficients hd]; field; apply two_not_zero|]. intro n.
  pose proof (positive_not_zero _ (positive_of_nat (K := K) n)) as Hn. unfold series_derivative.
  assert (E : logistic_series (S n) = mul (inv (of_nat (S n)))
    (add (logistic_series n) (opp (series_product logistic_series logistic_series n)))).
  { unfold logistic_series at 1. cbn [coefficients hd]. f_equal. rewrite coefficients_nth by apply le_n. do 2 f_equal.
    apply series_product_ext; intros k Hk; now apply coefficients_nth. }
  rewrite E. field. exact Hn.
Qed.

(** A series is the derivative of one with any first coefficient. *)
Definition primitive (x : K) (s : nat -> K) (n : nat) : K :=
  match n with O => x | S n' => mul (inv (of_nat (S n'))) (s n') end.

Lemma primitive_derivative : forall x s n, series_derivative (primitive x s) n = s n.
Proof.
  intros x s n. unfold series_derivative, primitive. field. exact (positive_not_zero _ (positive_of_nat (K := K) n)).
Qed.

(** A function with the series of the sigmoid has its derivative. *)
Lemma logistic_sigmoid : forall (σ : K -> K) s, expands σ s -> logistic s -> sigmoid_at_zero σ s.
Proof.
  intros σ s Hσ [H0 H]. split; [now rewrite <- (expands_at_zero σ s Hσ)|]. split; [exact Hσ|].
  apply (expands_ext (fun t => add (σ t) (mul (opp one) (mul (σ t) (σ t)))) _
    (fun n => add (s n) (mul (opp one) (series_product s s n))) _); [intro t; ring|intro n; rewrite H; ring|].
  apply expands_add; [exact Hσ|]. now apply expands_scale, expands_mul.
Qed.

End LogisticSeries.

Theorem sigmoid_and_softplus_exist : SigmoidAndSoftplusExist.
Proof.
  exists ordered_rationals. split; [exact rationals_archimedean|]. split; [exact rational_series_expand|].
  destruct (rational_series_expand logistic_series) as [σ Hσ].
  pose proof (logistic_sigmoid σ _ Hσ logistic_series_logistic) as H. split; [now exists σ, logistic_series|].
  destruct (rational_series_expand (primitive one logistic_series)) as [ρ Hρ].
  exists ρ, (primitive one logistic_series). split; [|exists σ, logistic_series; split; [exact H|split; [exact Hρ|]]].
  - rewrite <- (expands_at_zero ρ _ Hρ). apply one_positive.
  - revert Hσ. apply expands_ext; [easy|]. intro n. symmetry. apply primitive_derivative.
Qed.
