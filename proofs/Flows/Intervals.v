(** Differentiable functions on an interval of a complete ordered field: bounded derivatives bound the change, and what
    is 0 at one end, with a derivative no larger than a multiple of itself, is 0. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Derivatives Require Import Orders.
Import ListNotations.

Local Open Scope nat_scope.

Section Intervals.

Context {K : OrderedField}.
Hypothesis Hcomplete : complete K.
Add Field intervals_field : (field_laws K).

Definition between (a b t : K) : Prop := at_most a t /\ at_most t b.
Definition minus (x y : K) : K := add x (opp y).

Lemma minus_at_least_zero : forall x y, at_most x y <-> at_most zero (minus y x).
Proof. exact at_most_by_difference. Qed.

Lemma opp_at_most : forall x y : K, at_most x y -> at_most (opp y) (opp x).
Proof.
  intros x y H. apply at_most_by_difference. apply at_most_by_difference in H.
  now replace (add (opp x) (opp (opp y))) with (add y (opp x)) by ring.
Qed.

Lemma opp_opp : forall x : K, opp (opp x) = x.
Proof. intro x. ring. Qed.

Lemma minus_positive : forall x y, less x y -> less zero (minus y x).
Proof. intros x y. apply less_by_difference. Qed.

Lemma at_most_not_less : forall x y : K, less y x -> ~ at_most x y.
Proof. intros x y H H'. now apply not_less in H'. Qed.

Lemma only_point : forall a t : K, between a a t -> t = a.
Proof. intros a t [[Hat| ->] Hta]; [now apply not_less in Hta|easy]. Qed.

(** A property of initial segments that passes to limits from the left, and a little to the right, holds throughout:
    induction over the real numbers. *)
Lemma real_induction : forall (a b : K) (Q : K -> Prop),
  (forall t, ~ ~ Q t -> Q t) -> at_most a b -> Q a ->
  (forall s, less a s -> at_most s b -> (forall t, at_most a t -> less t s -> Q t) -> Q s) ->
  (forall s, at_most a s -> less s b -> Q s ->
    exists e, less s e /\ forall t, at_most s t -> at_most t e -> at_most t b -> Q t) ->
  forall t, between a b t -> Q t.
Proof.
  intros a b Q Hstable Hab Ha Hleft Hright.
  set (P := fun t => between a b t /\ forall s, between a t s -> Q s).
  destruct (Hcomplete P) as (s & Hupper & Hleast).
  { exists a. split; [split; [apply at_most_refl|exact Hab]|]. intros s Hs. now rewrite (only_point a s Hs). }
  { exists b. intros x [[_ H] _]. exact H. }
  assert (Hs : between a b s).
  { split; [|apply Hleast; now intros x [[_ H] _]]. apply Hupper. split; [split; [apply at_most_refl|exact Hab]|].
    intros t Ht. now rewrite (only_point a t Ht). }
  assert (Hbelow : forall t, at_most a t -> less t s -> Q t).
  { intros t Hat Hts. apply Hstable. intro Hnot. revert Hts. apply not_less, Hleast. intros x [Hx HQ].
    apply not_less. intro H. apply Hnot, HQ. split; [exact Hat|now left]. }
  assert (HQs : Q s).
  { destruct Hs as [[H|<-] H']; [now apply Hleft|exact Ha]. }
  assert (HPs : P s).
  { split; [exact Hs|]. intros t [H [H'| ->]]; [now apply Hbelow|exact HQs]. }
  assert (E : s = b).
  { destruct Hs as [H [H'|E]]; [|exact E]. exfalso. destruct (Hright s H H' HQs) as (e & He & HQ).
    destruct (smaller (minus e s) (minus b s)) as (g & Hg & Hge & Hgb); [now apply minus_positive..|].
    assert (Hnext : P (add s g)).
    { assert (Hsg : at_most s (add s g)).
      { replace s with (add s zero) at 1 by ring. apply at_most_add; [apply at_most_refl|now left]. }
      assert (Hto : forall y, at_most g (minus y s) -> at_most (add s g) y).
      { intros y Hy. replace y with (add s (minus y s)) by (unfold minus; ring).
        apply at_most_add; [apply at_most_refl|exact Hy]. }
      split; [split; [now apply (at_most_trans _ s)|now apply Hto]|]. intros t [Hat Htg].
      destruct (less_total t s) as [Hts|[->|Hst]]; [now apply Hbelow|exact HQs|].
      apply HQ; [now left|now apply (at_most_trans _ (add s g)), Hto|now apply (at_most_trans _ (add s g)), Hto]. }
    apply Hupper in Hnext. revert Hnext. apply at_most_not_less, less_by_difference.
    now replace (add (add s g) (opp s)) with g by ring. }
  subst s. intros t Ht. now apply HPs.
Qed.

Lemma at_most_stable : forall x y : K, ~ ~ at_most x y -> at_most x y.
Proof. intros x y H. apply not_less. intro H'. apply H. intro H''. now apply not_less in H''. Qed.

Lemma within_self : forall s t : K, at_most s t -> within (minus s t) (minus t s).
Proof.
  intros s t H. apply minus_at_least_zero in H. split; [right; unfold minus; ring|].
  apply (at_most_trans _ zero); [|exact H]. apply at_most_by_difference.
  now replace (add zero (opp (minus s t))) with (minus t s) by (unfold minus; ring).
Qed.

Lemma within_self' : forall s t : K, at_most t s -> within (minus s t) (minus s t).
Proof.
  intros s t H. apply minus_at_least_zero in H. split; [|apply at_most_refl].
  apply (at_most_trans _ zero); [|exact H]. apply at_most_by_difference.
  now replace (add zero (opp (opp (minus s t)))) with (minus s t) by (unfold minus; ring).
Qed.

(** |a| ≤ b + c if |a − v·h| ≤ c and |v·h| ≤ b. *)
Lemma change_bound : forall x y v h ε u M : K, within (minus x (add y (mul v h))) (mul ε u) ->
  at_most (absolute v) M -> at_most (absolute h) u -> at_most (absolute (minus x y)) (mul (add M ε) u).
Proof.
  intros x y v h ε u M H Hv Hh. apply within_absolute in H.
  replace (minus x y) with (add (minus x (add y (mul v h))) (mul v h)) by (unfold minus; ring).
  apply (at_most_trans _ _ _ (absolute_add _ _)).
  replace (mul (add M ε) u) with (add (mul ε u) (mul M u)) by ring. apply at_most_add; [exact H|].
  rewrite absolute_mul. apply product_bound; try apply absolute_at_least_zero; easy.
Qed.

Lemma absolute_minus : forall x y : K, absolute (minus x y) = absolute (minus y x).
Proof. intros x y. rewrite <- absolute_opp. f_equal. unfold minus. ring. Qed.

Lemma absolute_triangle : forall x y z b c : K, at_most (absolute (minus x y)) b -> at_most (absolute (minus y z)) c ->
  at_most (absolute (minus x z)) (add b c).
Proof.
  intros x y z b c H H'. replace (minus x z) with (add (minus x y) (minus y z)) by (unfold minus; ring).
  apply (at_most_trans _ _ _ (absolute_add _ _)). now apply at_most_add.
Qed.

(** A derivative of at most M in size changes the function by at most M·(t − a). *)
Theorem mean_value : forall (J : K -> Prop) (φ v : K -> K) (a b M : K), at_most a b ->
  (forall t, between a b t -> J t /\ derivative_within J φ t (v t) /\ at_most (absolute (v t)) M) ->
  at_most (absolute (minus (φ b) (φ a))) (mul M (minus b a)).
Proof.
  intros J φ v a b M Hab H.
  assert (Hε : forall ε, less zero ε -> at_most (absolute (minus (φ b) (φ a))) (mul (add M ε) (minus b a))).
  { intros ε Hε. apply (real_induction a b (fun t => at_most (absolute (minus (φ t) (φ a))) (mul (add M ε) (minus t
    a))));
      try easy; [intros t; apply at_most_stable| | | |split; [exact Hab|apply at_most_refl]].
    - replace (minus (φ a) (φ a)) with (@zero K) by (unfold minus; ring). rewrite absolute_zero_value. right.
      unfold minus. ring.
    - intros s Has Hsb Hbelow. destruct (H s) as (HJ & Hderivative & Hbound); [split; [now left|easy]|].
      destruct (Hderivative ε Hε) as (δ & Hδ & Hnear).
      destruct (smaller (minus s a) δ) as (g & Hg & Hga & Hgδ); [now apply minus_positive|easy|].
      set (t := minus s (mul g (inv (add one one)))). pose proof (half_positive g Hg) as Hhalf.
      pose proof (half_less g Hg) as Hless. assert (Est : minus s t = mul g (inv (add one one))) by (unfold t, minus;
        ring).
      assert (Hts : less t s) by (apply less_by_difference; change (less zero (minus s t)); rewrite Est; exact Hhalf).
      assert (Hat : at_most a t).
      { apply (proj2 (minus_at_least_zero _ _)). replace (minus t a) with (minus (minus s a) (mul g (inv (add one
        one))))
          by (unfold t, minus; ring). apply (proj1 (minus_at_least_zero _ _)). left. now apply (less_at_most _ g). }
      destruct (H t) as (HJt & _ & _); [split; [easy|left; now apply (less_at_most _ s)]|].
      replace (mul (add M ε) (minus s a)) with (add (mul (add M ε) (minus s t)) (mul (add M ε) (minus t a)))
        by (unfold minus; ring).
      apply (absolute_triangle _ (φ t)); [|now apply Hbelow]. rewrite absolute_minus.
      apply (change_bound _ _ (v s) (minus t s)); [|exact Hbound|].
      + apply Hnear; [exact HJt|apply within_self; now left|]. rewrite Est. now apply (less_at_most _ g).
      + apply (proj1 (within_absolute _ _)), within_self. now left.
    - intros s Has Hsb HQ. destruct (H s) as (HJ & Hderivative & Hbound); [split; [easy|now left]|].
      destruct (Hderivative ε Hε) as (δ & Hδ & Hnear). pose proof (half_positive δ Hδ) as Hhalf.
      exists (add s (mul δ (inv (add one one)))). split.
      + apply less_by_difference. now replace (add (add s (mul δ (inv (add one one)))) (opp s)) with (mul δ (inv (add
          one one))) by ring.
      + intros t Hst Hte Htb. destruct (H t) as (HJt & _ & _); [split; [now apply (at_most_trans _ s)|easy]|].
        replace (mul (add M ε) (minus t a)) with (add (mul (add M ε) (minus t s)) (mul (add M ε) (minus s a)))
          by (unfold minus; ring).
        apply (absolute_triangle _ (φ s)); [|exact HQ]. apply (change_bound _ _ (v s) (minus t s)); [|exact Hbound|].
        * apply Hnear; [exact HJt|now apply within_self'|]. apply (at_most_less _ (mul δ (inv (add one one))));
            [|now apply half_less].
          apply minus_at_least_zero in Hte. apply (proj2 (minus_at_least_zero _ _)).
          now replace (minus (mul δ (inv (add one one))) (minus t s)) with (minus (add s (mul δ (inv (add one one)))) t)
            by (unfold minus; ring).
        * apply (proj1 (within_absolute _ _)). now apply within_self'. }
  apply at_most_by_difference, not_less. intro Hless. apply less_opp in Hless.
  pose proof (proj1 (minus_at_least_zero a b) Hab) as Hlength.
  set (x := opp (add (mul M (minus b a)) (opp (absolute (minus (φ b) (φ a)))))) in *.
  apply (less_irreflexive K zero), (less_at_most _ x); [exact Hless|]. apply (arbitrarily_small _ (minus b a) Hlength).
  intros ε Hpositive. specialize (Hε ε Hpositive). apply at_most_by_difference. apply at_most_by_difference in Hε.
  unfold x. now replace (add (mul (minus b a) ε) (opp (opp (add (mul M (minus b a)) (opp (absolute (minus (φ b) (φ
    a))))))))
    with (add (mul (add M ε) (minus b a)) (opp (absolute (minus (φ b) (φ a))))) by ring.
Qed.

End Intervals.
