(** The formulas of σ' and σ'' for a quotient σ of polynomials are its derivatives where the denominator isn't 0. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import Negligible.
From Equiloss.Flows Require Import Taylor.
Import ListNotations.

Local Open Scope nat_scope.

Section Quotients.

Context {K : OrderedField}.
Add Field quotients_field : (field_laws K).

(** ** Polynomials by their coefficients *)

Definition weighted_from (n : nat) (P : list K) : list K :=
  map (fun p => mul (of_nat (fst p)) (snd p)) (combine (seq n (length P)) P).

Lemma weighted_next : forall (P : list K) n t,
  polynomial_at (weighted_from (S n) P) t = add (polynomial_at P t) (polynomial_at (weighted_from n P) t).
Proof.
  unfold weighted_from, polynomial_at. induction P as [|c P IH]; intros n t;
    cbn [length seq combine map fold_right fst snd].
  - ring.
  - rewrite IH. cbn [of_nat]. ring.
Qed.

Lemma slope_of_longer : forall c (P : list K) t,
  polynomial_at (polynomial_slope (c :: P)) t = add (polynomial_at P t) (mul t (polynomial_at (polynomial_slope P) t)).
Proof.
  intros c P t. change (polynomial_slope (c :: P)) with (weighted_from 1 P). rewrite weighted_next. f_equal.
  destruct P as [|c' P]; [cbn; ring|].
  change (add (mul zero c') (mul t (polynomial_at (weighted_from 1 P) t)) =
    mul t (polynomial_at (weighted_from 1 P) t)). ring.
Qed.

Lemma polynomial_has_slope : forall (P : list K) t,
  has_slope (polynomial_at P) t (polynomial_at (polynomial_slope P) t).
Proof.
  induction P as [|c P IH]; intro t.
  - apply (slope_ext (fun s => add zero (mul zero s)) _ t zero _); [intro s; cbn; ring|easy|apply slope_linear].
  - apply (slope_ext (fun s => add (add c (mul zero s)) (mul (add zero (mul one s)) (polynomial_at P s))) _ t
      (add zero (add (mul one (polynomial_at P t))
        (mul (add zero (mul one t)) (polynomial_at (polynomial_slope P) t)))) _).
    + intro s. change (polynomial_at (c :: P) s) with (add c (mul s (polynomial_at P s))). ring.
    + rewrite slope_of_longer. ring.
    + exact (slope_add _ _ t _ _ (slope_linear c zero t) (slope_mul _ _ t _ _ (slope_linear zero one t) (IH t))).
Qed.

(** ** Inverses, where they are defined *)

Lemma negligible_near : forall n (f g : K -> K) δ, less zero δ -> (forall h, less (absolute h) δ -> f h = g h) ->
  negligible n f -> negligible n g.
Proof.
  intros n f g δ Hδ E Hf ε Hε. destruct (Hf ε Hε) as (δ' & Hδ' & H).
  destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless). exists δ''. split; [exact Hδ''|]. intros t u Ht Hu.
  destruct (Hless u Hu) as [Hu1 Hu2]. rewrite <- E by now apply (at_most_less _ u). now apply H.
Qed.

Lemma inverse_bound : forall b y : K, less zero b -> at_most b (absolute y) -> at_most (absolute (inv y)) (inv b).
Proof.
  intros b y Hb H. assert (Hy : y <> zero).
  { intros ->. apply not_less in H. apply H. rewrite absolute_of_positive by apply at_most_refl. exact Hb. }
  pose proof (positive_not_zero b Hb) as Hb0.
  assert (E : mul (absolute (inv y)) (absolute y) = one).
  { rewrite <- absolute_mul. replace (mul (inv y) y) with (@one K) by (field; exact Hy).
    apply absolute_of_positive. left. apply one_positive. }
  replace (absolute (inv y)) with (mul (mul (inv b) (absolute (inv y))) b) by (field; exact Hb0).
  replace (inv b) with (mul (mul (inv b) (absolute (inv y))) (absolute y)) at 2
    by (transitivity (mul (inv b) (mul (absolute (inv y)) (absolute y))); [ring|rewrite E; ring]).
  apply at_most_mul; [|exact H]. apply product_at_least_zero; [left; now apply inverse_positive|].
  apply absolute_at_least_zero.
Qed.

(** Near t a function that has a slope there, and isn't 0, has half of its size at least. *)
Lemma half_size_near : forall (φ : K -> K) t v, has_slope φ t v -> φ t <> zero ->
  exists δ, less zero δ /\ forall h, less (absolute h) δ ->
    at_most (mul (absolute (φ t)) (inv (add one one))) (absolute (φ (add t h))).
Proof.
  intros φ t v H Hne. set (half := mul (absolute (φ t)) (inv (add one one))).
  assert (Hhalf : less zero half) by now apply half_positive, absolute_positive.
  assert (Hnear : negligible 0 (fun h => add (φ (add t h)) (opp (φ t)))).
  { apply (negligible_ext 0 (fun h => add (add (φ (add t h)) (opp (add (φ t) (mul v h)))) (mul v (power h 1)))).
    - intro h. cbn [power]. ring.
    - apply negligible_add; [now apply negligible_lower|].
      exact (negligible_times 0 _ _ (negligible_power 0) (bounded_constant v)). }
  destruct (Hnear half Hhalf) as (δ & Hδ & Hn). exists δ. split; [exact Hδ|]. intros h Hh.
  specialize (Hn h (absolute h) (at_most_refl _) Hh). cbn [power] in Hn. cbv beta in Hn.
  pose proof (absolute_add (φ (add t h)) (opp (add (φ (add t h)) (opp (φ t))))) as Hsum.
  replace (add (φ (add t h)) (opp (add (φ (add t h)) (opp (φ t))))) with (φ t) in Hsum by ring.
  rewrite absolute_opp in Hsum. apply at_most_by_difference. apply at_most_by_difference in Hn, Hsum.
  replace (add (absolute (φ (add t h))) (opp half)) with
    (add (add (mul half one) (opp (absolute (add (φ (add t h)) (opp (φ t))))))
      (add (add (absolute (φ (add t h))) (absolute (add (φ (add t h)) (opp (φ t))))) (opp (absolute (φ t))))).
  - replace (@zero K) with (@add K zero zero) by ring. now apply at_most_add.
  - unfold half. field. apply two_not_zero.
Qed.

Lemma inverse_has_slope : forall (φ : K -> K) t v, φ t <> zero -> has_slope φ t v ->
  has_slope (fun s => inv (φ s)) t (opp (mul v (mul (inv (φ t)) (inv (φ t))))).
Proof.
  intros φ t v Hne H. destruct (half_size_near φ t v H Hne) as (δ & Hδ & Hsize).
  assert (Hhalf : less zero (mul (absolute (φ t)) (inv (add one one)))) by now apply half_positive, absolute_positive.
  assert (Hinverse : bounded (fun h => inv (φ (add t h)))).
  { exists (inv (mul (absolute (φ t)) (inv (add one one)))), δ. split; [now apply inverse_positive|].
    split; [exact Hδ|]. intros h Hh. apply inverse_bound; [exact Hhalf|now apply Hsize]. }
  pose proof (bounded_mul _ _ (bounded_constant (mul (inv (φ t)) (inv (φ t)))) Hinverse) as Hfactor.
  apply (negligible_near 1 _ _ δ Hδ) with (2 := negligible_times 1 _ _ (negligible_add 1 _ _
    (negligible_times 1 _ _ H (bounded_linear (opp (φ t)) v))
    (negligible_times 1 _ _ (negligible_power 1) (bounded_constant (mul v v)))) Hfactor).
  intros h Hh. specialize (Hsize h Hh). assert (Hh0 : φ (add t h) <> zero).
  { intro E. rewrite E in Hsize. rewrite (absolute_of_positive zero (at_most_refl zero)) in Hsize.
    now apply not_less in Hsize. }
  cbn [power]. field. now split.
Qed.

Theorem quotient_has_slopes : forall (P Q : list K) t, polynomial_at Q t <> zero ->
  has_slope (quotient P Q) t (quotient_slope P Q t) /\ has_slope (quotient_slope P Q) t (quotient_bend P Q t).
Proof.
  intros P Q t Hne. pose proof (polynomial_has_slope P t) as HP. pose proof (polynomial_has_slope Q t) as HQ.
  pose proof (polynomial_has_slope (polynomial_slope P) t) as HP'.
  pose proof (polynomial_has_slope (polynomial_slope Q) t) as HQ'. split.
  - apply (slope_ext _ _ t _ _) with (3 := slope_mul _ _ t _ _ HP (inverse_has_slope _ t _ Hne HQ)); [easy|].
    unfold quotient_slope. cbv zeta. field. exact Hne.
  - assert (Hsquare : mul (polynomial_at Q t) (polynomial_at Q t) <> zero).
    { intro E. apply Hne. replace (polynomial_at Q t) with
        (mul (inv (polynomial_at Q t)) (mul (polynomial_at Q t) (polynomial_at Q t))) by (field; exact Hne).
      rewrite E. ring. }
    apply (slope_ext _ _ t _ _) with (3 := slope_mul _ _ t _ _
      (slope_add _ _ t _ _ (slope_mul _ _ t _ _ HP' HQ)
        (slope_mul _ _ t _ _ (slope_linear (opp one) zero t) (slope_mul _ _ t _ _ HP HQ')))
      (inverse_has_slope _ t _ Hsquare (slope_mul _ _ t _ _ HQ HQ))).
    + intro s. unfold quotient_slope. cbv zeta. f_equal. ring.
    + unfold quotient_bend. cbv zeta. field. exact Hne.
Qed.

End Quotients.

Theorem quotient_derivatives : QuotientDerivatives.
Proof.
  intros K P Q t Hne. destruct (quotient_has_slopes P Q t Hne) as [H H']. split; now apply slope_derivative.
Qed.
