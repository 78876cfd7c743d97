(** Remark 2.1: the flow of L = (ϑ_1 − ϑ_2)² comes arbitrarily near to H_12, and is never in it. *)

From Coq Require Import List Arith Permutation Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Index Require Import Order.
From Equiloss.Derivatives Require Import Orders.
From Equiloss.Flows Require Import Intervals Invariance NotLipschitz.
Import ListNotations.

Local Open Scope nat_scope.

Section Decay.

Context {K : OrderedField} (E : K -> K) (x y : K).
Add Field decay_field : (field_laws K).

Definition square_loss (θ : list (list K)) : K := mul (difference θ) (difference θ).
Definition square_gradient (θ : list (list K)) : list (list K) :=
  [[mul (add one (@one K)) (difference θ)]; [opp (mul (add one (@one K)) (difference θ))]].
Definition decay (t : K) : list (list K) :=
  [[mul (inv (add one (@one K))) (add (add x y) (mul (minus x y) (E t)))];
    [mul (inv (add one (@one K))) (minus (add x y) (mul (minus x y) (E t)))]].

Lemma two_positive : less zero (add one (@one K)).
Proof. apply add_positive; [|left]; apply one_positive. Qed.

Lemma square_symmetric : symmetric_loss 2 1 square_loss.
Proof.
  intros π θ θ' Hθ Hπ Hp. destruct (exchanged_or_not π θ θ' Hθ Hπ Hp) as (a & b & -> & [-> | ->]); [easy|].
  unfold square_loss, difference, coordinate, minus. simpl. ring.
Qed.

Lemma square_derivative : gradient_of 2 1 square_loss square_gradient.
Proof.
  intros θ Hθ. split; [split; [easy|]; now intros u [<-|[<-|[]]]|]. destruct (two_units θ Hθ) as (a & b & ->).
  intros ε Hε. assert (H4 : less zero (mul (add one (@one K)) (add one (@one K)))) by (apply less_mul;
    apply two_positive).
  exists (mul ε (inv (mul (add one (@one K)) (add one (@one K))))). split; [now apply less_mul, inverse_positive|].
  intros u h Hu Huδ Hh. destruct (sizes u h Hh) as (c & e & -> & Hce). apply (proj2 (within_absolute _ _)).
  match goal with |- at_most (absolute ?t) _ => replace t with (mul (minus c e) (minus c e)) end.
  - rewrite absolute_mul. apply (at_most_trans _ (mul (mul (add one (@one K)) u) (mul (add one (@one K)) u))).
    + apply product_bound; try apply absolute_at_least_zero; exact Hce.
    + replace (mul ε (power u 1)) with (mul (mul (mul (add one (@one K)) (add one (@one K))) (mul ε (inv (mul (add one
        (@one K)) (add one (@one K)))))) u)
        by (cbn [power]; field; now apply positive_not_zero).
      replace (mul (mul (add one (@one K)) u) (mul (add one (@one K)) u)) with (mul (mul (mul (add one (@one K)) (add
        one (@one K))) u) u) by ring.
      apply at_most_mul_right; [now left|]. apply at_most_mul; [now left|now left].
  - unfold square_loss. rewrite difference_plus. unfold square_gradient, dot, sum, minus. simpl. ring.
Qed.

Lemma square_lipschitz : locally_lipschitz 2 1 square_gradient.
Proof.
  intros θ _. exists (mul (add one (@one K)) (add one (@one K))), one. split; [apply one_positive|].
    intros θ' θ'' b _ _ _ _ Hb i k Hi Hk.
  assert (Ek : k = 0) by lia. subst k.
  pose proof (proj1 (within_absolute _ _) (Hb 0 0 ltac:(lia) ltac:(lia))) as H0.
  pose proof (proj1 (within_absolute _ _) (Hb 1 0 ltac:(lia) ltac:(lia))) as H1.
  assert (H : at_most (absolute (mul (add one (@one K)) (minus (difference θ'') (difference θ')))) (mul (mul (add one
    (@one K)) (add one (@one K))) b)).
  { rewrite absolute_mul, (absolute_of_positive (add one (@one K))) by (left; apply two_positive).
    replace (mul (mul (add one (@one K)) (add one (@one K))) b) with (mul (add one (@one K)) (add b b)) by ring.
      apply at_most_mul; [left; apply two_positive|].
    replace (minus (difference θ'') (difference θ')) with (add (add (coordinate θ'' 0 0) (opp (coordinate θ' 0 0)))
      (opp (add (coordinate θ'' 1 0) (opp (coordinate θ' 1 0))))) by (unfold difference, minus; ring).
    apply (at_most_trans _ _ _ (absolute_add _ _)). rewrite absolute_opp. now apply at_most_add. }
  apply (proj2 (within_absolute _ _)). destruct i as [|[|i]]; [| |lia].
  - match goal with |- at_most (absolute ?t) _ =>
      replace t with (mul (add one (@one K)) (minus (difference θ'') (difference θ'))); [exact H|] end.
    unfold coordinate at 1 2, square_gradient, minus. simpl. ring.
  - rewrite <- absolute_opp. match goal with |- at_most (absolute ?t) _ =>
      replace t with (mul (add one (@one K)) (minus (difference θ'') (difference θ'))); [exact H|] end.
    unfold coordinate at 1 2, square_gradient, minus. simpl. ring.
Qed.

Lemma decay_difference : forall t, difference (decay t) = mul (minus x y) (E t).
Proof. intro t. unfold difference, coordinate, decay, minus. simpl. field. apply two_not_zero. Qed.

Hypothesis Hstart : E zero = one.
Hypothesis Hslope : forall t, (fun t : K => at_most zero t) t -> derivative_within (fun t : K => at_most zero t) E t
  (opp (mul (of_nat 4) (E t))).

Lemma scaled_derivative : forall (J : K -> Prop) φ t v a c, derivative_within J φ t v ->
  derivative_within J (fun s => add a (mul c (φ s))) t (mul c v).
Proof.
  intros J φ t v a c H ε Hε.
  assert (Hc : less zero (add one (absolute c))) by (apply add_positive;
    [apply one_positive|apply absolute_at_least_zero]).
  destruct (H (mul ε (inv (add one (absolute c))))) as (δ & Hδ & H'); [now apply less_mul, inverse_positive|].
  exists δ. split; [exact Hδ|]. intros s u Hs Hu Huδ. specialize (H' s u Hs Hu Huδ). apply within_absolute in H'.
  apply (proj2 (within_absolute _ _)).
  replace (add (add a (mul c (φ s))) (opp (add (add a (mul c (φ t))) (mul (mul c v) (add s (opp t))))))
    with (mul c (add (φ s) (opp (add (φ t) (mul v (add s (opp t))))))) by ring.
  rewrite absolute_mul. apply (at_most_trans _ (mul (add one (absolute c)) (mul (mul ε (inv (add one (absolute c))))
    u))).
  - apply product_bound; try apply absolute_at_least_zero; [|exact H'].
    replace (absolute c) with (add zero (absolute c)) at 1 by ring.
    apply at_most_add; [left; apply one_positive|apply at_most_refl].
  - right. field. now apply positive_not_zero.
Qed.

Lemma derivative_equal : forall (J : K -> Prop) φ ψ t v w, (forall s, φ s = ψ s) -> v = w ->
  derivative_within J φ t v -> derivative_within J ψ t w.
Proof.
  intros J φ ψ t v w H -> H' ε Hε. destruct (H' ε Hε) as (δ & Hδ & B). exists δ. split; [exact Hδ|].
  intros s u Hs Hu Huδ. rewrite <- !H. now apply B.
Qed.

Lemma decay_flows : gradient_flow 2 1 square_gradient (fun t : K => at_most zero t) decay.
Proof.
  split.
  - intros s t u Hs _ Hst _. now apply (at_most_trans _ s).
  - intros t Ht. split; [split; [easy|]; now intros v [<-|[<-|[]]]|]. intros i k Hi Hk.
    assert (Ek : k = 0) by lia. subst k. destruct i as [|[|i]]; [| |lia].
    + apply (derivative_equal (fun t : K => at_most zero t) (fun s => add (mul (inv (add one (@one K))) (add x y))
        (mul (mul (inv
        (add one (@one K))) (minus x y)) (E s))) _ t
        (mul (mul (inv (add one (@one K))) (minus x y)) (opp (mul (of_nat 4) (E t))))).
      * intro s. unfold coordinate, decay. simpl. field. apply two_not_zero.
      * unfold coordinate at 1, square_gradient. cbn [nth]. rewrite decay_difference. simpl. field. apply two_not_zero.
      * now apply scaled_derivative, Hslope.
    + apply (derivative_equal (fun t : K => at_most zero t) (fun s => add (mul (inv (add one (@one K))) (add x y))
        (mul (opp (mul
        (inv (add one (@one K))) (minus x y))) (E s))) _ t
        (mul (opp (mul (inv (add one (@one K))) (minus x y))) (opp (mul (of_nat 4) (E t))))).
      * intro s. unfold coordinate, decay, minus. simpl. field. apply two_not_zero.
      * unfold coordinate at 1, square_gradient. cbn [nth]. rewrite decay_difference. simpl. field. apply two_not_zero.
      * now apply scaled_derivative, Hslope.
Qed.

Lemma decay_start : decay zero = [[x]; [y]].
Proof.
  unfold decay, minus. rewrite Hstart. f_equal; [f_equal; field; apply two_not_zero|].
  f_equal. f_equal. field. apply two_not_zero.
Qed.

Lemma decay_sum : forall t, add (coordinate (decay t) 0 0) (coordinate (decay t) 1 0) = add x y.
Proof. intro t. unfold coordinate, decay, minus. simpl. field. apply two_not_zero. Qed.

Hypothesis Hcomplete : complete K.
Hypothesis Hne : x <> y.

(** Were the difference 0 at one time, it would have been so at the start. *)
Lemma decay_outside : forall t, (fun t : K => at_most zero t) t -> difference (decay t) <> zero.
Proof.
  intros t Ht Hzero. apply Hne.
  assert (H : nth 0 (decay zero) [] = nth 1 (decay zero) []).
  { apply (flows_stay_in_symmetry_subspaces K 2 1 square_loss square_gradient (fun t : K => at_most zero t) decay 0 1
    t zero Hcomplete
      square_symmetric square_derivative square_lipschitz decay_flows); try lia; [exact Ht|apply at_most_refl|].
    unfold difference, coordinate, decay in Hzero. unfold decay. cbn [nth] in *. f_equal.
    set (a := mul (inv (add one (@one K))) (add (add x y) (mul (minus x y) (E t)))) in *.
    set (b := mul (inv (add one (@one K))) (minus (add x y) (mul (minus x y) (E t)))) in *.
    replace a with (add (minus a b) b) by (unfold minus; ring). rewrite Hzero. ring. }
  rewrite decay_start in H. now injection H.
Qed.

Hypothesis Hbound : forall t, (fun t : K => at_most zero t) t -> at_most zero (E t) /\ at_most (mul (add one (mul
  (of_nat 4) t)) (E t)) one.

(** From T = |x − y|/ε on. *)
Lemma decay_small : forall ε, less zero ε -> forall t, (fun t : K => at_most zero t) t -> less (mul (absolute (minus x
  y)) (inv ε)) t ->
  within (difference (decay t)) ε.
Proof.
  intros ε Hε t Ht HT. rewrite decay_difference. destruct (Hbound t Ht) as [HE HE1].
    apply (proj2 (within_absolute _ _)).
  rewrite absolute_mul, (absolute_of_positive (E t)) by exact HE.
  apply (at_most_trans _ (mul (mul ε t) (E t))).
  - apply at_most_mul_right; [exact HE|]. apply (less_mul_left _ _ _ Hε) in HT. left.
    now replace (mul ε (mul (absolute (minus x y)) (inv ε))) with (absolute (minus x y)) in HT
      by (field; now apply positive_not_zero).
  - replace (mul (mul ε t) (E t)) with (mul ε (mul t (E t))) by ring. replace ε with (mul ε one) at 2 by ring.
    apply at_most_mul; [now left|]. apply (at_most_trans _ (mul (add one (mul (of_nat 4) t)) (E t))); [|exact HE1].
    apply at_most_mul_right; [exact HE|]. apply at_most_by_difference.
    replace (add (add one (mul (of_nat 4) t)) (opp t)) with (add one (mul (of_nat 3) t)) by (simpl; ring).
    left. apply add_positive; [apply one_positive|]. apply product_at_least_zero; [left;
      apply positive_of_nat|exact Ht].
Qed.

End Decay.

Theorem reached_in_infinite_time : ReachedInInfiniteTime.
Proof.
  intros K E x y future four gap Hcomplete Hstart Hslope Hbound Hne.
  exists square_loss, square_gradient, (decay E x y). split; [easy|]. split; [apply square_symmetric|].
  split; [apply square_derivative|]. split; [apply square_lipschitz|]. split; [now apply decay_flows|].
  split; [now apply decay_start|]. split.
  - intros t Ht. split; [apply decay_sum|]. split; [apply decay_difference|]. now apply decay_outside.
  - intros ε Hε. exists (mul (absolute (minus x y)) (inv ε)). intros t Ht HT. now apply decay_small.
Qed.
