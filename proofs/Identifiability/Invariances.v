(** Remark 4.1: σ(x) + σ(−x) = 1, as for the sigmoid, and σ(x) − σ(−x) = x, as for softplus, let irreducible networks of
    different measures give the same outputs. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure SignedMeasure.
From Equiloss.Subspaces Require Import Expansion.
From Equiloss.Identifiability Require Import Separation.
Import ListNotations.

Section Invariances.

Context {K : Field} {W A : VectorSpace K}.
Add Field invariances_field : (field_laws K).
Hypothesis two : @add K one one <> zero.

Lemma double_nonzero : forall a : A, a <> vzero -> vadd a a <> vzero.
Proof.
  intros a Ha E. apply Ha, (scale_cancel (add one one)); [exact two|]. rewrite <- E. now rewrite scale_add_scalar,
  scale_one.
Qed.

Lemma scale_nonzero : forall {V : VectorSpace K} (r : K) (v : V), r <> zero -> v <> vzero -> scale r v <> vzero.
Proof. intros V r v Hr Hv E. now apply Hv, (scale_cancel r). Qed.

(** Multiples of one vector are distinct. *)
Lemma scale_injective : forall (r r' : K) (v : W), v <> vzero -> scale r v = scale r' v -> r = r'.
Proof.
  intros r r' v Hv E. destruct (scalar_eq_dec (add r (opp r')) zero) as [Ez|Hne].
  - replace r with (add (add r (opp r')) r') by ring. rewrite Ez. ring.
  - elim Hv. apply (scale_cancel (add r (opp r'))); [exact Hne|].
    transitivity (vadd (scale r v) (vopp (scale r' v))); [vector_identity|]. rewrite E. apply vadd_opp.
Qed.

Lemma minus_one_nonzero : @opp K one <> zero.
Proof.
  intro E. apply two. transitivity (@mul K (opp one) (add (opp one) (opp one))); [ring|]. rewrite E. ring.
Qed.

Lemma opposite_nonzero : forall v : W, v <> vzero -> opposite v <> vzero.
Proof. intros v. apply scale_nonzero, minus_one_nonzero. Qed.

Lemma not_in_theta : forall teacher θ : network W A,
  irreducible teacher -> ~ same_measure θ teacher -> ~ Theta teacher (length θ) θ.
Proof. intros teacher θ Hirr H HTheta. apply H. now apply (theta_is_fibre K W A teacher θ (length θ) Hirr). Qed.

Context {d : nat} {c : W -> list K}.
Hypothesis Hc : coordinates d c.

Lemma sigmoid_outputs : forall (σ : K -> K) (w : W) (a : A), (forall x, add (σ x) (σ (opp x)) = one) ->
  same_outputs d c σ [(w, a); (opposite w, a)] [(vzero, vadd a a)].
Proof.
  intros σ w a Hσ x _. unfold output, vsum. cbn [map fold_right fst snd]. unfold opposite.
  rewrite (dot_vscale Hc), <- (scale_zero K W w), (dot_vscale Hc). set (z := dot x (c w)).
  replace (mul (opp one) z) with (opp z) by ring. replace (mul zero z) with (@zero K) by ring.
  transitivity (scale (add (σ z) (σ (opp z))) a); [vector_identity|]. rewrite Hσ, <- (Hσ zero).
  replace (opp zero) with (@zero K) by ring. vector_identity.
Qed.

Lemma softplus_outputs : forall (σ : K -> K) (r : K) (v : W) (a : A), (forall x, add (σ x) (opp (σ (opp x))) = x) ->
  same_outputs d c σ [(opposite (scale r v), a); (v, scale r a); (opposite v, opposite (scale r a))] [(scale r v, a)].
Proof.
  intros σ r v a Hσ x _. unfold output, vsum. cbn [map fold_right fst snd]. unfold opposite.
  rewrite !(dot_vscale Hc). set (z := dot x (c v)).
  replace (mul (opp one) z) with (opp z) by ring. replace (mul (opp one) (mul r z)) with (opp (mul r z)) by ring.
  transitivity (scale (add (σ (opp (mul r z))) (mul r (add (σ z) (opp (σ (opp z)))))) a); [vector_identity|].
  rewrite Hσ. rewrite <- (Hσ (mul r z)) at 2. vector_identity.
Qed.

End Invariances.

Theorem sigmoid_invariance : SigmoidInvariance.
Proof.
  intros K W A d c σ w a two Hc Hw Ha Hσ teacher student.
  assert (Hirr : irreducible teacher).
  { split; [constructor; [easy|constructor]|]. intros [E|[]]. now apply (double_nonzero two a Ha). }
  assert (Hmeasure : ~ same_measure student teacher).
  { intro H. specialize (H vzero). revert H. unfold teacher, student.
    rewrite measure_cons_same, !measure_cons_other; [|now apply opposite_nonzero|exact Hw].
    change (measure [] vzero) with (@vzero K A). rewrite vadd_zero_r. intro E. now apply (double_nonzero two a Ha). }
  split; [exact Hirr|split; [|split; [now apply sigmoid_outputs|split; [exact Hmeasure|now apply not_in_theta]]]].
  split.
  - repeat constructor; [|easy]. intros [E|[]]. now apply Hw, (opposite_self two).
  - now intros [E|[E|[]]].
Qed.

Theorem softplus_invariance : SoftplusInvariance.
Proof.
  intros K W A d c σ r v a two Hc Hv Ha Hr Hr1 Hr2 Hσ teacher student.
  assert (Hra : scale r a <> vzero) by now apply scale_nonzero.
  assert (Hvr : v <> scale r v).
  { intro E. apply Hr1, (scale_injective r one v Hv). now rewrite scale_one. }
  assert (Hopposite : opposite v <> scale r v).
  { intro E. apply Hr2. now apply (scale_injective r (opp one) v Hv). }
  assert (Hself : opposite v <> v) by (intro E; now apply Hv, (opposite_self two)).
  assert (Hmirror : opposite (scale r v) <> v).
  { intro E. apply Hopposite. transitivity (opposite (opposite (scale r v))); [now rewrite E|apply opposite_opposite]. }
  assert (Hirr : irreducible teacher).
  { split; [constructor; [easy|constructor]|]. now intros [E|[]]. }
  assert (Hmeasure : ~ same_measure student teacher).
  { intro H. specialize (H v). revert H. unfold teacher, student.
    rewrite measure_cons_other, measure_cons_same, !measure_cons_other
      by solve [exact Hmirror | exact Hself | exact (not_eq_sym Hvr)].
    change (measure [] v) with (@vzero K A). rewrite vadd_zero_r. exact Hra. }
  split; [exact Hirr|split; [|split; [now apply softplus_outputs|split; [exact Hmeasure|now apply not_in_theta]]]].
  split.
  - constructor; [|constructor; [|repeat constructor; easy]].
    + intros [E|[E|[]]]; [now apply Hmirror|]. apply Hvr. transitivity (opposite (opposite v)).
      * symmetry. apply opposite_opposite.
      * cbn [fst] in E. rewrite E. apply opposite_opposite.
    + intros [E|[]]. now apply Hself.
  - intros [E|[E|[E|[]]]]; [easy|easy|]. cbn [snd] in E. now apply (opposite_nonzero (W := A) two (scale r a) Hra).
Qed.
