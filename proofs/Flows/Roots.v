(** Square roots with the sign of their argument, and 4|x|^{3/2}: continuous, and differentiable everywhere. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Derivatives Require Import Orders.
From Equiloss.Flows Require Import Intervals.
Import ListNotations.

Local Open Scope nat_scope.

Section Roots.

Context {K : OrderedField} (root : K -> K).
Hypothesis Hroot : forall x, at_most zero x -> at_most zero (root x) /\ mul (root x) (root x) = x.
Add Field roots_field : (field_laws K).

(** |x|^{1/2} with the sign of x, and |x|^{3/2}. *)
Definition signed_root (x : K) : K := match trichotomy x zero with inleft (left _) => opp (root (opp x)) | _ => root x
  end.
Definition three_halves (x : K) : K := mul (absolute x) (root (absolute x)).

Lemma sum_zero : forall a b : K, at_most zero a -> at_most zero b -> add a b = zero -> b = zero.
Proof.
  intros a b Ha [Hb|Hb] E; [|easy]. exfalso. apply (positive_not_zero (add b a)); [now apply add_positive|].
  rewrite <- E. ring.
Qed.

Lemma root_of_square : forall s x : K, at_most zero s -> mul s s = x -> root x = s.
Proof.
  intros s x Hs E. assert (Hx : at_most zero x) by (rewrite <- E; now apply product_at_least_zero).
  destruct (Hroot x Hx) as [Hr Er]. assert (Hproduct : mul (minus (root x) s) (add (root x) s) = zero).
  { replace (mul (minus (root x) s) (add (root x) s)) with (minus (mul (root x) (root x)) (mul s s))
    by (unfold minus; ring).
    rewrite Er, E. unfold minus. ring. }
  destruct (scalar_eq_dec (add (root x) s) zero) as [Ez|Hne].
  - rewrite (sum_zero _ _ Hr Hs Ez). apply (sum_zero s); [easy|easy|]. rewrite <- Ez. ring.
  - replace (root x) with (add (mul (mul (minus (root x) s) (add (root x) s)) (inv (add (root x) s))) s)
      by (unfold minus; field; exact Hne).
    rewrite Hproduct. ring.
Qed.

Lemma root_zero : root zero = zero.
Proof. apply root_of_square; [apply at_most_refl|ring]. Qed.

Lemma signed_root_positive : forall x, at_most zero x -> signed_root x = root x.
Proof.
  intros x H. unfold signed_root. destruct (trichotomy x zero) as [[H'|_]|_]; [|easy..]. now apply not_less in H.
Qed.

Lemma signed_root_negative : forall x, at_most x zero -> signed_root x = opp (root (opp x)).
Proof.
  intros x [H| ->].
  - unfold signed_root. destruct (trichotomy x zero) as [[_|E]|H']; [easy|..]; exfalso; apply (less_irreflexive K zero).
    + now rewrite E in H.
    + now apply (less_transitive K _ x).
  - rewrite signed_root_positive by apply at_most_refl. replace (opp zero) with (@zero K) by ring. rewrite root_zero.
      ring.
Qed.

Lemma signed_root_opp : forall x, signed_root (opp x) = opp (signed_root x).
Proof.
  intro x. destruct (less_total x zero) as [H|H].
  - rewrite signed_root_positive by (left; now apply less_opp). rewrite signed_root_negative by now left. ring.
  - assert (Hx : at_most zero x) by (destruct H as [->|H]; [apply at_most_refl|now left]).
    rewrite (signed_root_positive x Hx). rewrite signed_root_negative.
    + f_equal. f_equal. ring.
    + apply opp_at_most in Hx. now replace (opp zero) with (@zero K) in Hx by ring.
Qed.

Lemma absolute_signed_root : forall x, absolute (signed_root x) = root (absolute x).
Proof.
  assert (H : forall x, at_most zero x -> absolute (signed_root x) = root (absolute x)).
  { intros x Hx. rewrite signed_root_positive, (absolute_of_positive x) by exact Hx. apply absolute_of_positive.
    now apply Hroot. }
  intro x. destruct (less_total x zero) as [Hx|Hx].
  - rewrite <- (absolute_opp x), <- absolute_opp, <- signed_root_opp. apply H. left. now apply less_opp.
  - apply H. destruct Hx as [->|Hx]; [apply at_most_refl|now left].
Qed.

Lemma root_small : forall x ε : K, at_most zero x -> less zero ε -> less x (mul ε ε) -> less (root x) ε.
Proof.
  intros x ε Hx Hε H. destruct (less_total (root x) ε) as [Hless|Hge]; [exact Hless|]. exfalso.
  destruct (Hroot x Hx) as [Hr E]. apply (less_irreflexive K x). apply (less_at_most _ (mul ε ε)); [exact H|].
  rewrite <- E. assert (Hle : at_most ε (root x)) by (destruct Hge as [->|Hge]; [apply at_most_refl|now left]).
  apply product_bound; try easy; now left.
Qed.

(** Near x > 0: with r = (x+h)^{1/2} and s = x^{1/2}, h = (r − s)(r + s). *)
Lemma near_positive : forall x h : K, less zero x -> at_most zero (add x h) ->
  let r := root (add x h) in let s := root x in
  less zero s /\ at_most zero r /\ h = mul (minus r s) (add r s) /\ at_most (mul s (absolute (minus r s))) (absolute h).
Proof.
  intros x h Hx Hxh r s. destruct (Hroot x (or_introl Hx)) as [Hs Es], (Hroot _ Hxh) as [Hr Er]. fold s in Hs, Es.
  fold r in Hr, Er. assert (Hs' : less zero s).
  { destruct Hs as [H|E]; [exact H|]. exfalso. apply (positive_not_zero x Hx). rewrite <- Es, <- E. ring. }
  split; [exact Hs'|]. split; [exact Hr|].
  assert (E : h = mul (minus r s) (add r s)).
  { replace (mul (minus r s) (add r s)) with (minus (mul r r) (mul s s)) by (unfold minus; ring). rewrite Er, Es.
    unfold minus. ring. }
  split; [exact E|]. rewrite E, absolute_mul, (absolute_of_positive (add r s)).
  - replace (mul s (absolute (minus r s))) with (mul (absolute (minus r s)) s) by ring.
    apply at_most_mul; [apply absolute_at_least_zero|]. replace s with (add zero s) at 1 by ring.
    apply at_most_add; [exact Hr|apply at_most_refl].
  - replace (@zero K) with (@add K zero zero) by ring. now apply at_most_add.
Qed.

(** The root is continuous, and 4|x|^{3/2} has derivative 6·[signed_root] x. *)
Definition four : K := add (add one one) (add one one).
Definition six : K := add four (add one one).

Definition root_change (x h : K) : K := minus (signed_root (add x h)) (signed_root x).
Definition power_rest (x h : K) : K :=
  minus (mul four (three_halves (add x h))) (add (mul four (three_halves x)) (mul (mul six (signed_root x)) h)).

Lemma power_rest_opp : forall x h, power_rest (opp x) (opp h) = power_rest x h.
Proof.
  intros x h. unfold power_rest, three_halves. replace (add (opp x) (opp h)) with (opp (add x h)) by ring.
  rewrite !absolute_opp, signed_root_opp. unfold minus. ring.
Qed.

Lemma root_change_opp : forall x h, root_change (opp x) (opp h) = opp (root_change x h).
Proof.
  intros x h. unfold root_change. replace (add (opp x) (opp h)) with (opp (add x h)) by ring.
  rewrite !signed_root_opp. unfold minus. ring.
Qed.

Definition eventually (P : K -> K -> Prop) : Prop :=
  exists δ, less zero δ /\ forall h u, less u δ -> at_most (absolute h) u -> P h u.

Lemma eventually_opp : forall P Q : K -> K -> Prop, (forall h u, P (opp h) u -> Q h u) -> eventually P -> eventually Q.
Proof.
  intros P Q H (δ & Hδ & H'). exists δ. split; [exact Hδ|]. intros h u Hu Hh. apply H, H'; [exact Hu|].
  now rewrite absolute_opp.
Qed.

Lemma bound_positive : forall h u : K, at_most (absolute h) u -> at_most zero u.
Proof. intros h u H. apply (at_most_trans _ (absolute h)); [apply absolute_at_least_zero|exact H]. Qed.

Lemma sum_still_positive : forall x h u : K, less u x -> at_most (absolute h) u -> at_most zero (add x h).
Proof.
  intros x h u Hu Hh. apply within_absolute in Hh. destruct Hh as [Hh _]. left. apply (less_at_most _ (add x (opp u))).
  - now apply (proj1 (less_by_difference u x)).
  - apply at_most_add; [apply at_most_refl|exact Hh].
Qed.

Lemma root_continuous : forall x ε, less zero ε -> eventually (fun h u => at_most (absolute (root_change x h)) ε).
Proof.
  assert (Hpositive : forall x ε, less zero x -> less zero ε -> eventually (fun h u => at_most (absolute (root_change
    x h)) ε)).
  { intros x ε Hx Hε. destruct (Hroot x (or_introl Hx)) as [Hs Es].
    assert (Hs' : less zero (root x)).
    { destruct Hs as [H|E]; [exact H|]. exfalso. apply (positive_not_zero x Hx). rewrite <- Es, <- E. ring. }
    destruct (smaller x (mul ε (root x)) Hx (less_mul K _ _ Hε Hs')) as (δ & Hδ & Hδx & Hδε).
    exists δ. split; [exact Hδ|]. intros h u Hu Hh.
    pose proof (sum_still_positive x h u (less_at_most _ _ _ Hu Hδx) Hh) as Hxh.
    destruct (near_positive x h Hx Hxh) as (_ & Hr & _ & Hbound). unfold root_change.
    rewrite !signed_root_positive by (exact Hxh || now left). apply not_less. intro Hless.
    apply (less_mul_left _ _ (root x) Hs') in Hless. revert Hless. apply not_less.
    apply (at_most_trans _ (absolute h)); [exact Hbound|]. apply (at_most_trans _ u); [exact Hh|].
    apply (at_most_trans _ (mul ε (root x))); [left; now apply (less_at_most _ δ)|right; ring]. }
  intros x ε Hε. destruct (less_total x zero) as [Hx|[->|Hx]].
  - apply less_opp in Hx.
    refine (eventually_opp _ _ _ (Hpositive (opp x) ε Hx Hε)). intros h u H. cbv beta in H.
    now rewrite root_change_opp, absolute_opp in H.
  - exists (mul ε ε). split; [now apply less_mul|]. intros h u Hu Hh. unfold root_change.
    rewrite (signed_root_positive zero) by apply at_most_refl. rewrite root_zero.
    replace (add zero h) with h by ring. replace (minus (signed_root h) zero) with (signed_root h) by (unfold minus;
      ring).
    rewrite absolute_signed_root. left. apply root_small; [apply absolute_at_least_zero|easy|now apply (at_most_less _
      u)].
  - now apply Hpositive.
Qed.

Lemma four_positive : less zero four.
Proof. unfold four. assert (H : less zero (add one (@one K))) by (apply add_positive; [|left]; apply one_positive).
  now apply add_positive; [|left]. Qed.

(** 2(r − s)²(2r + s) is at most 4|r − s||h|. *)
Lemma power_rest_bound : forall x, eventually (fun h u =>
  at_most (absolute (power_rest x h)) (mul four (mul (absolute (root_change x h)) (absolute h)))).
Proof.
  assert (Hpositive : forall x, less zero x -> eventually (fun h u =>
    at_most (absolute (power_rest x h)) (mul four (mul (absolute (root_change x h)) (absolute h))))).
  { intros x Hx. exists x. split; [exact Hx|]. intros h u Hu Hh. pose proof (sum_still_positive x h u Hu Hh) as Hxh.
    destruct (near_positive x h Hx Hxh) as (Hs & Hr & E & _). unfold power_rest, root_change, three_halves.
    rewrite !signed_root_positive by (exact Hxh || now left). rewrite (absolute_of_positive (add x h)),
      (absolute_of_positive x) by (exact Hxh || now left).
    pose proof (proj2 (Hroot _ Hxh)) as Er. pose proof (proj2 (Hroot x (or_introl Hx))) as Es.
    set (r := root (add x h)) in *. set (s := root x) in *.
    replace (minus (mul four (mul (add x h) r)) (add (mul four (mul x s)) (mul (mul six s) h)))
      with (mul (mul (minus r s) (minus r s)) (add (mul four r) (mul (add one one) s))).
    - rewrite absolute_mul. rewrite (absolute_of_positive (add (mul four r) (mul (add one one) s))).
      + rewrite E, !absolute_mul, (absolute_of_positive (add r s)).
        * replace (mul four (mul (absolute (minus r s)) (mul (absolute (minus r s)) (add r s))))
            with (mul (mul (absolute (minus r s)) (absolute (minus r s))) (mul four (add r s))) by ring.
          apply at_most_mul; [apply product_at_least_zero; apply absolute_at_least_zero|].
          replace (mul four (add r s)) with (add (mul four r) (add (mul (add one one) s) (mul (add one one) s)))
            by (unfold four; ring).
          apply at_most_add; [apply at_most_refl|]. replace (mul (add one one) s) with (add (mul (add one one) s)
            zero) at 1 by ring.
          apply at_most_add; [apply at_most_refl|]. left. apply less_mul; [|exact Hs].
          apply add_positive; [|left]; apply one_positive.
        * replace (@zero K) with (@add K zero zero) by ring. apply at_most_add; [exact Hr|now left].
      + replace (@zero K) with (@add K zero zero) by ring.
        apply at_most_add; [apply product_at_least_zero; [left; exact four_positive|exact Hr]|].
        left. apply less_mul; [|exact Hs]. apply add_positive; [|left]; apply one_positive.
    - rewrite <- Er, <- Es. clear - E. rewrite E. unfold six, four, minus. ring. }
  intro x. destruct (less_total x zero) as [Hx|[->|Hx]].
  - apply less_opp in Hx. refine (eventually_opp _ _ _ (Hpositive (opp x) Hx)). intros h u H.
    now rewrite power_rest_opp, root_change_opp, !absolute_opp in H.
  - exists one. split; [apply one_positive|]. intros h u _ _. unfold power_rest, root_change, three_halves.
    rewrite (signed_root_positive zero), (absolute_of_positive zero), root_zero by apply at_most_refl.
    replace (add zero h) with h by ring.
    replace (minus (mul four (mul (absolute h) (root (absolute h)))) (add (mul four (mul zero zero)) (mul (mul six
      zero) h)))
      with (mul four (mul (root (absolute h)) (absolute h))) by (unfold minus; ring).
    replace (minus (signed_root h) zero) with (signed_root h) by (unfold minus; ring).
    rewrite absolute_signed_root. rewrite absolute_of_positive; [apply at_most_refl|].
    apply product_at_least_zero; [left; exact four_positive|].
    apply product_at_least_zero; [apply Hroot, absolute_at_least_zero|apply absolute_at_least_zero].
  - now apply Hpositive.
Qed.

Lemma power_differentiable : forall x ε, less zero ε ->
  eventually (fun h u => at_most (absolute (power_rest x h)) (mul ε u)).
Proof.
  intros x ε Hε. assert (Hquarter : less zero (mul ε (inv four))) by (apply less_mul;
    [easy|apply inverse_positive, four_positive]).
  destruct (power_rest_bound x) as (δ & Hδ & H), (root_continuous x _ Hquarter) as (δ' & Hδ' & H').
  destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2). exists e. split; [exact He|]. intros h u Hu Hh.
  apply (at_most_trans _ _ _ (H h u (less_at_most _ _ _ Hu He1) Hh)).
  replace (mul ε u) with (mul four (mul (mul ε (inv four)) u)) by (field; apply positive_not_zero, four_positive).
  apply at_most_mul; [left; exact four_positive|]. apply product_bound; try apply absolute_at_least_zero; [|exact Hh].
  exact (H' h u (less_at_most _ _ _ Hu He2) Hh).
Qed.

End Roots.
