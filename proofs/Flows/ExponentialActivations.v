(** The functions 1/(1 + e^{−x}) and ln(1 + e^x) solve the equations of sigmoid and softplus. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import Negligible.
From Equiloss.Flows Require Import Intervals Taylor SigmoidIdentities.
Import ListNotations.

Local Open Scope nat_scope.

Section Exponential.

Context {K : OrderedField} (E L : K -> K).
Hypothesis Hcomplete : complete K.
Hypothesis HE0 : E zero = one.
Hypothesis HE : derivative_everywhere E E.
Hypothesis Hpositive : forall x, less zero (E x).
Hypothesis HL1 : L one = zero.
Hypothesis HL : forall y, less zero y -> derivative_within (less zero) L y (inv y).
Add Field exponential_field : (field_laws K).

(** ** The sigmoid *)

Definition base (x : K) : K := add one (E (opp x)).

Lemma base_large : forall x, less one (base x).
Proof.
  intro x. apply less_by_difference. unfold base. replace (add (add one (E (opp x))) (opp one)) with (E (opp x)) by
  ring.
  apply Hpositive.
Qed.

Lemma base_positive : forall x, less zero (base x).
Proof. intro x. apply (less_transitive K _ one); [apply one_positive|apply base_large]. Qed.

Lemma inverse_at_most : forall y : K, less one y -> at_most (absolute (inv y)) one.
Proof.
  intros y Hy. assert (Hy0 : less zero y) by (apply (less_transitive K _ one); [apply one_positive|exact Hy]).
  pose proof (inverse_positive y Hy0) as Hinverse. rewrite absolute_of_positive by now left. left.
  apply (less_mul_left _ _ _ Hinverse) in Hy. replace (mul (inv y) one) with (inv y) in Hy by ring.
  now replace (mul (inv y) y) with (@one K) in Hy by (field; now apply positive_not_zero).
Qed.

(** (1/φ)' = −φ'/φ² *)
Lemma slope_inverse : forall (φ : K -> K) t v, (forall x, less one (φ x)) -> has_slope φ t v ->
  has_slope (fun s => inv (φ s)) t (opp (mul v (mul (inv (φ t)) (inv (φ t))))).
Proof.
  intros φ t v Hφ H.
  assert (Hne : forall x, φ x <> zero).
  { intro x. apply positive_not_zero. apply (less_transitive K _ one); [apply one_positive|apply Hφ]. }
  assert (Hinverse : bounded (fun h => inv (φ (add t h)))).
  { exists one, one. split; [apply one_positive|split; [apply one_positive|]]. intros h _. now apply inverse_at_most. }
  pose proof (bounded_mul _ _ (bounded_constant (mul (inv (φ t)) (inv (φ t)))) Hinverse) as Hfactor.
  apply (negligible_ext 1 _ _) with (2 := negligible_times 1 _ _ (negligible_add 1 _ _
    (negligible_times 1 _ _ H (bounded_linear (opp (φ t)) v))
    (negligible_times 1 _ _ (negligible_power 1) (bounded_constant (mul v v)))) Hfactor).
  intro h. pose proof (Hne t). pose proof (Hne (add t h)). cbn [power]. field. now split.
Qed.

Definition sig (x : K) : K := inv (base x).

Lemma base_slope : forall t, has_slope base t (opp (E (opp t))).
Proof.
  intro t. apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ (slope_linear one zero t)
    (reversed_slope E E t HE)); [intro s; unfold base; ring|ring].
Qed.

Lemma sig_derivative : derivative_everywhere sig (fun t => add (sig t) (opp (mul (sig t) (sig t)))).
Proof.
  intro t. apply slope_derivative.
  apply (slope_ext _ _ t _ _) with (3 := slope_inverse base t _ base_large (base_slope t)); [easy|].
  unfold sig. pose proof (positive_not_zero _ (base_positive t)) as Hne. unfold base in *. field. exact Hne.
Qed.

Lemma sig_start : add (sig zero) (sig zero) = one.
Proof.
  unfold sig, base. replace (opp zero) with (@zero K) by ring. rewrite HE0. field. apply two_not_zero.
Qed.

(** ** Softplus *)

Definition soft (x : K) : K := L (add one (E x)).

Lemma exponential_mirrored : forall x, mul (E x) (E (opp x)) = one.
Proof.
  assert (Hlater : forall x, at_most zero x -> mul (E x) (E (opp x)) = one).
  { intros x Hx. set (P s := mul (E s) (E (opp s))). assert (Hstart : P zero = one).
    { unfold P. replace (opp zero) with (@zero K) by ring. rewrite HE0. ring. }
    assert (Hslope : forall t, derivative_within (fun _ => True) P t zero).
    { intro t. apply slope_derivative. pose proof (proj2 (slope_derivative _ _ _) (HE t)) as H.
      apply (slope_ext _ _ t _ _) with (3 := slope_mul _ _ t _ _ H (reversed_slope E E t HE)); [easy|ring]. }
    fold (P x). assert (Hzero : minus (P x) (P zero) = zero).
    { apply absolute_zero, (at_most_trans _ (mul zero (minus x zero))); [|right; ring].
      apply (mean_value Hcomplete (fun _ => True) P (fun _ => zero)); [exact Hx|]. intros t _.
      split; [easy|]. split; [apply Hslope|]. rewrite absolute_of_positive; apply at_most_refl. }
    rewrite Hstart in Hzero. transitivity (add (minus (P x) one) one); [unfold minus; ring|]. rewrite Hzero. ring. }
  intro x. destruct (trichotomy x zero) as [[H|H]|H].
  - transitivity (mul (E (opp x)) (E (opp (opp x)))); [replace (opp (opp x)) with x by ring; ring|].
    now apply Hlater, opposite_positive.
  - apply Hlater. right. now symmetry.
  - apply Hlater. now left.
Qed.

(** The chain rule, for L after 1 + E. *)
Lemma soft_slope : forall t, has_slope soft t (mul (inv (add one (E t))) (E t)).
Proof.
  intro t. set (y := add one (E t)). pose proof (proj2 (slope_derivative _ _ _) (HE t)) as H.
  assert (Hy : forall x, less zero (add one (E x))).
  { intro x. apply add_positive; [apply one_positive|left; apply Hpositive]. }
  assert (Houter : negligible 1 (fun h => add (soft (add t h)) (opp (add (soft t)
    (mul (inv y) (add (E (add t h)) (opp (E t)))))))).
  { intros ε Hε. pose proof (Hy t) as Hc. fold y in Hc. pose proof (inverse_positive y Hc) as Hinverse.
    destruct (HL y Hc (mul ε (inv y))) as (δ & Hδ & Hn); [now apply less_mul|].
    destruct (H one one_positive) as (δ' & Hδ' & Hn').
    destruct (Negligible.smaller δ' (mul (inv y) δ) Hδ') as (δ'' & Hδ'' & Hless); [now apply less_mul|].
    exists δ''. split; [exact Hδ''|]. intros h u Hh Hu. apply Hless in Hu as [Hu Hu']. specialize (Hn' h u Hh Hu).
    cbn beta in Hn'. set (k := add (E (add t h)) (opp (E t))).
    assert (Hk : at_most (absolute k) (mul y u)).
    { replace k with (add (add (E (add t h)) (opp (add (E t) (mul (E t) h)))) (mul (E t) h)) by (unfold k; ring).
      apply (at_most_trans _ _ _ (absolute_add _ _)). replace (mul y u) with (add u (mul (E t) u)) by (unfold y; ring).
      apply at_most_add; [|rewrite absolute_mul, (absolute_of_positive (E t)) by (left; apply Hpositive);
        apply at_most_mul; [left; apply Hpositive|exact Hh]].
      now replace (mul one (power u 1)) with u in Hn' by (cbn [power]; ring). }
    pose proof (positive_not_zero _ Hc) as Hy0.
    assert (Hclose : less (mul y u) δ).
    { replace δ with (mul y (mul (inv y) δ)) by (field; exact Hy0). now apply less_mul_left. }
    pose proof (Hn (add one (E (add t h))) (mul y u) (Hy (add t h))) as Hn1.
    replace (add (add one (E (add t h))) (opp y)) with k in Hn1 by (unfold k, y; ring).
    specialize (Hn1 (proj2 (within_absolute _ _) Hk) Hclose). apply (proj1 (within_absolute _ _)) in Hn1.
    unfold soft. fold y. fold k. replace (mul ε (power u 1)) with (mul (mul ε (inv y)) (mul y u))
      by (cbn [power]; field; exact Hy0). exact Hn1. }
  apply (negligible_ext 1 _ _) with (2 := negligible_add 1 _ _ Houter
    (negligible_times 1 _ _ H (bounded_constant (inv y)))). intro h. ring.
Qed.

Lemma soft_derivative : derivative_everywhere soft sig.
Proof.
  intro t. apply slope_derivative. apply (slope_ext soft soft t _ _) with (3 := soft_slope t); [easy|].
  assert (Hy : add one (E t) <> zero).
  { apply positive_not_zero, add_positive; [apply one_positive|left; apply Hpositive]. }
  pose proof (positive_not_zero _ (base_positive t)) as Hb. unfold sig. pose proof (exponential_mirrored t) as HEE.
  assert (Hproduct : mul (E t) (base t) = add one (E t)).
  { unfold base. transitivity (add (mul (E t) (E (opp t))) (E t)); [ring|]. now rewrite HEE. }
  rewrite <- Hproduct in *. field. split; [exact Hb|apply positive_not_zero, Hpositive].
Qed.

(** ln 2 ≥ 1/2, as 1/y ≥ 1/2 up to 2. *)
Lemma soft_start : less zero (soft zero).
Proof.
  unfold soft. rewrite HE0. set (two := add one (@one K)). set (half := inv two).
  pose proof (@two_not_zero K) as H2. fold two in H2. pose proof (half_positive one (@one_positive K)) as Hhalf.
  assert (H1 : at_most one two).
  { unfold two. replace (@one K) with (add (@one K) zero) at 1 by ring.
    apply at_most_add; [apply at_most_refl|left; apply one_positive]. }
  assert (H : at_most (absolute (minus (minus (L two) two) (minus (L one) one))) (mul half (minus two one))).
  { apply (mean_value Hcomplete (less zero) (fun y => minus (L y) y) (fun y => minus (inv y) one)); [exact H1|].
    intros y [Hy1 Hy2]. assert (Hy : less zero y) by (apply (less_at_most _ one); [apply one_positive|exact Hy1]).
    pose proof (inverse_positive y Hy) as Hinverse. pose proof (positive_not_zero y Hy) as Hy0.
    split; [exact Hy|]. split.
    - intros ε Hε. destruct (HL y Hy ε Hε) as (δ & Hδ & Hn). exists δ. split; [exact Hδ|]. intros s u Hs Hsu Hu.
      specialize (Hn s u Hs Hsu Hu). unfold minus.
      now replace (add (add (L s) (opp s)) (opp (add (add (L y) (opp y)) (mul (add (inv y) (opp one)) (add s (opp
      y))))))
        with (add (L s) (opp (add (L y) (mul (inv y) (add s (opp y)))))) by ring.
    - assert (Hle : at_most (mul half y) one).
      { replace (@one K) with (mul half two) by (unfold half; field; exact H2).
        apply at_most_mul; [|exact Hy2]. left. unfold half. now replace (inv two) with (mul one (inv two)) by ring. }
      assert (Hinv1 : at_most (inv y) one).
      { apply (at_most_trans _ (mul (inv y) y)); [|right; field; exact Hy0].
        replace (inv y) with (mul (inv y) one) at 1 by ring. apply at_most_mul; [now left|exact Hy1]. }
      assert (Hhalf1 : at_most half (inv y)).
      { apply (at_most_mul _ _ (inv y)) in Hle; [|now left].
        replace (mul (inv y) (mul half y)) with half in Hle by (field; exact Hy0).
        now replace (mul (inv y) one) with (inv y) in Hle by ring. }
      rewrite absolute_minus, absolute_of_positive; [|now apply (proj1 (minus_at_least_zero _ _))].
      apply (proj2 (minus_at_least_zero _ _)). replace (minus half (minus one (inv y))) with (minus (inv y) half);
        [now apply (proj1 (minus_at_least_zero _ _))|]. unfold minus, half, two. field. split; [exact Hy0|exact H2]. }
  apply (proj2 (within_absolute _ _)) in H. destruct H as [H _]. rewrite HL1 in H.
  apply (less_at_most _ half); [unfold half; now replace (inv two) with (mul one (inv two)) by ring|].
  apply at_most_by_difference in H. apply at_most_by_difference.
  replace (add (L two) (opp half)) with (add (minus (minus (L two) two) (minus zero one)) (opp (opp (mul half (minus
  two one)))));
    [exact H|]. unfold minus, half, two. field. exact H2.
Qed.

End Exponential.
