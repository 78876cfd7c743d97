(** Lemma 2.1 as it is printed, for all C¹ losses, fails: with d = ϑ_1 − ϑ_2 the loss −4|d|^{3/2} has the flow
    (18t², −18t²), which leaves H_12, and 4|d|^{3/2} the same backwards. *)

From Coq Require Import List Arith Permutation Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Index Require Import Order.
From Equiloss.Derivatives Require Import Orders.
From Equiloss.Flows Require Import Intervals Roots.
Import ListNotations.

Local Open Scope nat_scope.

Section Times.

Context {K : Field}.
Add Field times_field : (field_laws K).

Lemma negative_time : forall t : K, add zero (opp (mul (opp one) t)) = t.
Proof. intro t. ring. Qed.
Lemma positive_time : forall t : K, mul one t = t.
Proof. intro t. ring. Qed.
Lemma minus_zero : forall t : K, add t (opp zero) = t.
Proof. intro t. ring. Qed.
Lemma minus_self : forall t : K, add t (opp t) = zero.
Proof. intro t. ring. Qed.

End Times.

Section Example.

Context {K : OrderedField} (root : K -> K).
Hypothesis Hroot : forall x, at_most zero x -> at_most zero (root x) /\ mul (root x) (root x) = x.
Add Field example_field : (field_laws K).

(** ** The losses σ·4|ϑ_1 − ϑ_2|^{3/2}, σ = 1 and −1 *)

Variable σ : K.
Hypothesis Hσ : σ = one \/ σ = opp one.

Definition difference (θ : list (list K)) : K := minus (coordinate θ 0 0) (coordinate θ 1 0).
Definition loss (θ : list (list K)) : K := mul σ (mul four (three_halves root (difference θ))).
Definition slope_at (θ : list (list K)) : K := mul σ (mul six (signed_root root (difference θ))).
Definition gradient (θ : list (list K)) : list (list K) := [[slope_at θ]; [opp (slope_at θ)]].

Lemma absolute_sign : absolute σ = one.
Proof.
  assert (H : absolute (@one K) = one) by (apply absolute_of_positive; left; apply one_positive).
  destruct Hσ as [->| ->]; [exact H|now rewrite absolute_opp].
Qed.

Lemma two_units : forall θ : list (list K), parameters 2 1 θ -> exists x y, θ = [[x]; [y]].
Proof.
  intros [|[|x [|]] [|[|y [|]] [|]]] [Hl Hu]; try easy; try (specialize (Hu _ (or_introl eq_refl)); easy);
    try (specialize (Hu _ (or_intror (or_introl eq_refl))); easy). now exists x, y.
Qed.

(** A permutation of two units exchanges them or does nothing. *)
Lemma exchanged_or_not : forall π θ θ', parameters 2 1 θ -> Permutation π (seq 0 2) -> permuted π θ θ' ->
  exists x y : K, θ = [[x]; [y]] /\ (θ' = [[x]; [y]] \/ θ' = [[y]; [x]]).
Proof.
  intros π θ θ' Hθ Hπ [Hl Hp]. destruct (two_units θ Hθ) as (x & y & ->). exists x, y. split; [easy|].
  pose proof (Permutation_length Hπ) as Hlength. destruct π as [|a [|b [|]]]; try easy.
  assert (Hcases : (a = 0 /\ b = 1) \/ (a = 1 /\ b = 0)).
  { assert (Ha : In a [0; 1]) by (apply (Permutation_in a Hπ); now left).
    assert (Hb : In b [0; 1]) by (apply (Permutation_in b Hπ); right; now left).
    assert (Hne : a <> b).
    { intros ->. assert (Hnodup : NoDup [b; b]) by (apply (Permutation_NoDup (Permutation_sym Hπ));
      repeat constructor; simpl; lia).
      inversion Hnodup as [|? ? Hin _]. apply Hin. now left. }
    destruct Ha as [<-|[<-|[]]], Hb as [<-|[<-|[]]]; auto; now elim Hne. }
  simpl in Hl. destruct θ' as [|u [|w [|]]]; try easy.
  pose proof (Hp 0 a eq_refl) as H0. pose proof (Hp 1 b eq_refl) as H1. simpl in H0, H1.
  destruct Hcases as [[-> ->]|[-> ->]]; simpl in H0, H1; injection H0 as ->; injection H1 as ->; [now left|now right].
Qed.

Lemma loss_is_symmetric : symmetric_loss 2 1 loss.
Proof.
  intros π θ θ' Hθ Hπ Hp. destruct (exchanged_or_not π θ θ' Hθ Hπ Hp) as (x & y & -> & [-> | ->]); [easy|].
  unfold loss, difference, three_halves, coordinate. simpl. now rewrite absolute_minus.
Qed.

Lemma sizes : forall u h, of_size 2 (@cut K 1 2) u h -> exists a b, h = [[a]; [b]] /\
  at_most (absolute (minus a b)) (mul (add one one) u).
Proof.
  intros u h (x & Hx & <- & Hentries). destruct x as [|a [|b [|]]]; try easy. exists a, b. split; [easy|].
  pose proof (proj1 (within_absolute _ _) (Hentries a (or_introl eq_refl))) as Ha.
  pose proof (proj1 (within_absolute _ _) (Hentries b (or_intror (or_introl eq_refl)))) as Hb.
  replace (mul (add one one) u) with (add u u) by ring. apply (at_most_trans _ _ _ (absolute_add _ _)).
  rewrite absolute_opp. now apply at_most_add.
Qed.

Lemma difference_plus : forall x y a b : K, difference (units_plus one [[x]; [y]] [[a]; [b]]) =
  add (difference [[x]; [y]]) (minus a b).
Proof.
  intros x y a b. unfold difference, coordinate, units_plus, list_plus, scalars_plus, scalar_plus, minus. simpl. ring.
Qed.

Lemma half_below : forall u δ : K, less u (mul δ (inv (add one one))) -> less (mul (add one one) u) δ.
Proof.
  intros u δ H. replace δ with (mul (add one one) (mul δ (inv (add one one)))) by (field; apply two_not_zero).
  apply less_mul_left; [|exact H]. apply add_positive; [|left]; apply one_positive.
Qed.

Lemma loss_gradient : gradient_of 2 1 loss gradient.
Proof.
  intros θ Hθ. split; [split; [easy|]; now intros u [<-|[<-|[]]]|]. destruct (two_units θ Hθ) as (x & y & ->).
  intros ε Hε. destruct (power_differentiable root Hroot (difference [[x];
    [y]]) _ (half_positive ε Hε)) as (δ & Hδ & H).
  exists (mul δ (inv (add one one))). split; [now apply half_positive|]. intros u h Hu Huδ Hh.
  destruct (sizes u h Hh) as (a & b & -> & Hab). apply (proj2 (within_absolute _ _)).
  specialize (H (minus a b) _ (half_below u δ Huδ) Hab).
  replace (mul ε (power u 1)) with (mul (mul ε (inv (add one one))) (mul (add one one) u))
    by (simpl; field; apply two_not_zero).
  replace (absolute (power_rest root (difference [[x]; [y]]) (minus a b)))
    with (absolute (mul σ (power_rest root (difference [[x]; [y]]) (minus a b)))) in H
    by (rewrite absolute_mul, absolute_sign; ring).
  match goal with |- at_most (absolute ?t) _ =>
    replace t with (mul σ (power_rest root (difference [[x]; [y]]) (minus a b))); [exact H|] end.
  unfold loss at 1. rewrite difference_plus. unfold loss, gradient, power_rest, slope_at, dot, sum, minus. simpl. ring.
Qed.

Lemma gradient_is_continuous : forall θ i, parameters 2 1 θ ->
  continuous units_plus 2 (cut 1 2) (fun θ' => coordinate (gradient θ') i 0) θ.
Proof.
  intros θ i Hθ. destruct (two_units θ Hθ) as (x & y & ->). intros ε Hε.
  assert (Hsix : less zero (@six K)) by (unfold six; apply add_positive; [exact four_positive|]; left;
    apply add_positive; [|left]; apply one_positive).
  destruct (root_continuous root Hroot (difference [[x]; [y]]) (mul ε (inv six))) as (δ & Hδ & H);
    [apply less_mul; [easy|now apply inverse_positive]|].
  exists (mul δ (inv (add one one))). split; [now apply half_positive|]. intros u h Hu Huδ Hh.
  destruct (sizes u h Hh) as (a & b & -> & Hab). specialize (H (minus a b) _ (half_below u δ Huδ) Hab).
  apply (proj2 (within_absolute _ _)). simpl.
  assert (Hchange : at_most (absolute (minus (slope_at (units_plus one [[x]; [y]] [[a]; [b]])) (slope_at [[x]; [y]])))
    (mul ε one)).
  { unfold slope_at. rewrite difference_plus.
    replace (minus (mul σ (mul six (signed_root root (add (difference [[x]; [y]]) (minus a b)))))
        (mul σ (mul six (signed_root root (difference [[x]; [y]])))))
      with (mul σ (mul six (root_change root (difference [[x]; [y]]) (minus a b)))) by (unfold root_change, minus;
        ring).
    rewrite !absolute_mul, absolute_sign, (absolute_of_positive six) by now left.
    replace (mul ε one) with (mul one (mul six (mul ε (inv six)))) by (field; now apply positive_not_zero).
    apply at_most_mul; [left; apply one_positive|]. apply at_most_mul; [now left|exact H]. }
  destruct i as [|[|i]].
  - exact Hchange.
  - rewrite <- absolute_opp. match goal with |- at_most (absolute ?t) _ =>
      replace t with (minus (slope_at (units_plus one [[x]; [y]] [[a]; [b]])) (slope_at [[x]; [y]])) end;
        [exact Hchange|].
    unfold coordinate, gradient, minus. simpl. ring.
  - match goal with |- at_most (absolute ?t) _ => replace t with (@zero K) end; [rewrite absolute_zero_value; left;
      now apply less_mul; [|apply one_positive]|].
    unfold coordinate, gradient. simpl. destruct i; simpl; ring.
Qed.

(** The flow (18c², −18c²), c = b − σt. *)
Variable b : K.
Definition time (t : K) : K := minus b (mul σ t).
Hypothesis Htime : forall t, at_most zero t -> at_most t one -> at_most zero (time t).
Definition eighteen : K := mul six (add one (add one one)).
Definition curve (t : K) : list (list K) :=
  [[mul eighteen (mul (time t) (time t))]; [opp (mul eighteen (mul (time t) (time t)))]].

Lemma eighteen_positive : less zero eighteen.
Proof.
  assert (H2 : less zero (add one (@one K))) by (apply add_positive; [|left]; apply one_positive).
  unfold eighteen, six. apply less_mul; apply add_positive; try apply one_positive; [exact four_positive|now left..].
Qed.

Lemma sign_square : mul σ σ = one.
Proof. destruct Hσ as [->| ->]; ring. Qed.

Lemma slope_on_curve : forall t, at_most zero (time t) ->
  slope_at (curve t) = mul σ (mul (add eighteen eighteen) (time t)).
Proof.
  intros t Ht. unfold slope_at, difference, curve, coordinate. simpl.
  assert (Hnonneg : at_most zero (mul six (time t))).
  { apply product_at_least_zero; [|exact Ht]. left. unfold six. apply add_positive; [exact four_positive|].
    left. apply add_positive; [|left]; apply one_positive. }
  replace (minus (mul eighteen (mul (time t) (time t))) (opp (mul eighteen (mul (time t) (time t)))))
    with (mul (mul six (time t)) (mul six (time t))) by (unfold eighteen, six, four, minus; ring).
  rewrite signed_root_positive by now apply product_at_least_zero.
    rewrite (root_of_square root Hroot (mul six (time t))) by easy.
  unfold eighteen, six, four. ring.
Qed.

Lemma curve_derivative : forall (J : K -> Prop) t,
  derivative_within J (fun s => mul eighteen (mul (time s) (time s))) t
    (opp (mul σ (mul (add eighteen eighteen) (time t)))).
Proof.
  intros J t ε Hε. pose proof eighteen_positive as H18.
  exists (mul ε (inv eighteen)). split; [apply less_mul; [easy|now apply inverse_positive]|].
  intros s u _ Hu Huδ. apply (proj2 (within_absolute _ _)). apply within_absolute in Hu.
  replace (add (mul eighteen (mul (time s) (time s))) (opp (add (mul eighteen (mul (time t) (time t)))
      (mul (opp (mul σ (mul (add eighteen eighteen) (time t)))) (add s (opp t))))))
    with (mul eighteen (mul (mul σ σ) (mul (add s (opp t)) (add s (opp t))))) by (unfold time, minus; ring).
  rewrite sign_square, !absolute_mul, (absolute_of_positive eighteen), (absolute_of_positive one)
    by (left; (exact H18 || apply one_positive)).
  apply (at_most_trans _ (mul eighteen (mul (mul ε (inv eighteen)) u))); [|right; field; now apply positive_not_zero].
  apply at_most_mul; [now left|].
  replace (mul one (mul (absolute (add s (opp t))) (absolute (add s (opp t)))))
    with (mul (absolute (add s (opp t))) (absolute (add s (opp t)))) by ring.
  apply product_bound; try apply absolute_at_least_zero; [|exact Hu].
  left. now apply (at_most_less _ u).
Qed.

Lemma derivative_opposite : forall (J : K -> Prop) φ t v,
  derivative_within J φ t v -> derivative_within J (fun s => opp (φ s)) t (opp v).
Proof.
  intros J φ t v H ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [exact Hδ|]. intros s u Hs Hu Huδ.
  replace (add (opp (φ s)) (opp (add (opp (φ t)) (mul (opp v) (add s (opp t))))))
    with (opp (add (φ s) (opp (add (φ t) (mul v (add s (opp t))))))) by ring.
  apply (proj2 (within_absolute _ _)). rewrite absolute_opp. apply (proj1 (within_absolute _ _)). now apply H'.
Qed.

Lemma curve_flows : gradient_flow 2 1 gradient (fun t => at_most zero t /\ at_most t one) curve.
Proof.
  split.
  - intros s t u [Hs _] [_ Hu] Hst Htu. split; [now apply (at_most_trans _ s)|now apply (at_most_trans _ u)].
  - intros t [Ht0 Ht1]. split; [split; [easy|]; now intros v [<-|[<-|[]]]|]. intros i k Hi Hk.
    assert (Ek : k = 0) by lia. subst k. pose proof (slope_on_curve t (Htime t Ht0 Ht1)) as E.
    destruct i as [|[|i]]; [| |lia]; unfold coordinate at 2; cbn [gradient nth]; rewrite E.
    + apply curve_derivative.
    + apply derivative_opposite, curve_derivative.
Qed.

Lemma curve_in_H : forall t, coordinate (curve t) 0 0 = coordinate (curve t) 1 0 <-> time t = zero.
Proof.
  intro t. unfold coordinate, curve. simpl. split.
  - intro E. destruct (scalar_eq_dec (time t) zero) as [H|H]; [exact H|]. exfalso.
    pose proof (less_mul K _ _ eighteen_positive (positive_square _ H)) as Hp.
    apply (positive_not_zero (add (mul eighteen (mul (time t) (time t))) (mul eighteen (mul (time t) (time t)))));
      [now apply add_positive; [|left]|]. rewrite E at 1. ring.
  - intros ->. ring.
Qed.

End Example.

Theorem lipschitz_is_needed : LipschitzIsNeeded.
Proof.
  intros K root Hroot unit_interval in_H example.
  assert (H : forall σ b : K, σ = one \/ σ = opp one ->
    (forall t, at_most zero t -> at_most t one -> at_most zero (time σ b t)) ->
    example (loss root σ) (gradient root σ) (curve σ b)).
  { intros σ b Hσ Htime. split; [now apply loss_is_symmetric|]. split; [now apply loss_gradient|].
    split; [now apply gradient_is_continuous|now apply curve_flows]. }
  split.
  - exists (loss root (opp one)), (gradient root (opp one)), (curve (opp one) zero). split; [apply H;
      [now right|]|split].
    + intros t Ht _. unfold time, minus. now rewrite negative_time.
    + apply curve_in_H. unfold time, minus. rewrite negative_time. easy.
    + intro E. apply curve_in_H in E. unfold time, minus in E. rewrite negative_time in E.
      now apply (positive_not_zero (K := K) one one_positive).
  - exists (loss root one), (gradient root one), (curve one one). split; [apply H; [now left|]|split].
    + intros t _ Ht. unfold time. rewrite positive_time. now apply (proj1 (minus_at_least_zero t one)).
    + intro E. apply curve_in_H in E. unfold time, minus in E. rewrite positive_time, minus_zero in E.
      now apply (positive_not_zero (K := K) one one_positive).
    + apply curve_in_H. unfold time, minus. rewrite positive_time. apply minus_self.
Qed.
