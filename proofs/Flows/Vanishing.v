(** Finitely many functions of time whose derivatives are at most a multiple of the largest of them, where all are 0: if
    they are 0 at one time, then always. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Derivatives Require Import Orders.
From Equiloss.Flows Require Import Intervals.
Import ListNotations.

Local Open Scope nat_scope.

Section Vanishing.

Context {K : OrderedField} (D : nat) (φ v : nat -> K -> K) (J : K -> Prop) (b : K).
Hypothesis Hcomplete : complete K.
Add Field vanishing_field : (field_laws K).

Definition all_zero (t : K) : Prop := forall l, l < D -> φ l t = zero.

(** Near t the derivatives are at most Λ times the largest function. *)
Definition driven (t : K) : Prop :=
  exists Λ δ, at_most zero Λ /\ less zero δ /\ forall s u B, J s -> within (minus s t) u -> less u δ ->
    (forall l, l < D -> at_most (absolute (φ l s)) B) -> forall l, l < D -> at_most (absolute (v l s)) (mul Λ B).

Variable a : K.
Hypothesis Hab : at_most a b.
Hypothesis HJ : forall t, between a b t -> J t.
Hypothesis Hderivative : forall l t, l < D -> between a b t -> derivative_within J (φ l) t (v l t).
Hypothesis Hdriven : forall t, between a b t -> all_zero t -> driven t.

(** Where all are 0, they grow linearly at most. *)
Lemma linear_growth : forall t d, d <= D -> between a b t -> all_zero t -> exists M δ, at_most zero M /\ less zero δ /\
  forall l s u, l < d -> J s -> within (minus s t) u -> less u δ -> at_most (absolute (φ l s)) (mul M u).
Proof.
  intros t d Hd Ht Hzero. induction d as [|d IH].
  - exists zero, one. split; [apply at_most_refl|]. split; [apply one_positive|]. intros; lia.
  - destruct IH as (M & δ & HM & Hδ & H); [lia|].
    destruct (Hderivative d t ltac:(lia) Ht one one_positive) as (δ' & Hδ' & H').
    destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2).
    assert (HM' : at_most zero (add M (add (absolute (v d t)) one))).
    { replace (@zero K) with (@add K zero zero) by ring. apply at_most_add; [easy|].
      replace (@zero K) with (@add K zero zero) by ring.
      apply at_most_add; [apply absolute_at_least_zero|left; apply one_positive]. }
    exists (add M (add (absolute (v d t)) one)), e. split; [exact HM'|]. split; [exact He|]. intros l s u Hl Hs Hu Hue.
    assert (Hu0 : at_most zero u).
    { apply within_absolute in Hu. apply (at_most_trans _ (absolute (minus s t)));
      [apply absolute_at_least_zero|easy]. }
    destruct (Nat.eq_dec l d) as [->|Hne].
    + apply (at_most_trans _ (mul (add (absolute (v d t)) one) u)).
      * replace (φ d s) with (minus (φ d s) (φ d t)) by (rewrite Hzero by lia; unfold minus; ring).
        apply (change_bound _ _ (v d t) (minus s t)); [|apply at_most_refl|exact (proj1 (within_absolute _ _) Hu)].
        apply H'; [easy|easy|now apply (less_at_most _ e)].
      * apply at_most_mul_right; [easy|]. replace (add (absolute (v d t)) one) with (add zero (add (absolute (v d t))
          one))
          at 1 by ring. apply at_most_add; [easy|apply at_most_refl].
    + apply (at_most_trans _ (mul M u)).
      * apply H; try easy; [lia|now apply (less_at_most _ e)].
      * apply at_most_mul_right; [easy|]. replace M with (add M zero) at 1 by ring. apply at_most_add;
          [apply at_most_refl|].
        replace (@zero K) with (@add K zero zero) by ring.
        apply at_most_add; [apply absolute_at_least_zero|left; apply one_positive].
Qed.

(** A bound on a short interval can be halved; so there is none but 0. *)
Lemma zero_a_little_longer : forall s, at_most a s -> less s b -> all_zero s ->
  exists e, less s e /\ forall t, at_most s t -> at_most t e -> at_most t b -> all_zero t.
Proof.
  intros s Has Hsb Hzero. assert (Hs : between a b s) by (split; [easy|now left]).
  destruct (Hdriven s Hs Hzero) as (Λ & δ & HΛ & Hδ & Hbound).
  destruct (linear_growth s D (le_n _) Hs Hzero) as (M & δ' & HM & Hδ' & Hgrowth).
  assert (HΛ1 : less zero (add one Λ)) by (apply add_positive; [apply one_positive|easy]).
  destruct (smaller δ δ' Hδ Hδ') as (g & Hg & Hgδ & Hgδ').
  destruct (smaller (mul g (inv (add one (@one K)))) (mul (inv (add one (@one K))) (inv (add one Λ)))) as (h & Hh &
    Hhg & HhΛ).
  { now apply half_positive. }
  { apply less_mul; [|now apply inverse_positive]. replace (inv (add one (@one K))) with (mul one (inv (add one (@one
    K)))) by ring.
    apply half_positive, one_positive. }
  assert (Hhalf : less h g) by (apply (at_most_less _ (mul g (inv (add one (@one K))))); [easy|now apply half_less]).
  exists (add s h). split.
  { apply less_by_difference. now replace (add (add s h) (opp s)) with h by ring. }
  intros t1 Hst1 Ht1e Ht1b.
  assert (Hshort : forall t, between s t1 t -> J t /\ between a b t /\ within (minus t s) (minus t s) /\ at_most
    (minus t s) h).
  { intros t [Hst Htt]. assert (Ht : between a b t) by (split; [now apply (at_most_trans _ s)|now apply (at_most_trans
    _ t1)]).
    split; [now apply HJ|]. split; [exact Ht|]. split; [now apply within_self'|].
    apply (at_most_trans _ _ (add s h)) in Htt; [|exact Ht1e]. apply minus_at_least_zero in Htt.
    apply (proj2 (minus_at_least_zero _ _)). now replace (minus h (minus t s)) with (minus (add s h) t)
      by (unfold minus; ring). }
  intros l0 Hl0. apply absolute_zero.
  set (P := fun x => exists l t, l < D /\ between s t1 t /\ x = absolute (φ l t)).
  destruct (Hcomplete P) as (B & Hupper & Hleast).
  { exists (absolute (φ l0 t1)), l0, t1. split; [easy|]. split; [split; [easy|apply at_most_refl]|easy]. }
  { exists (mul M h). intros x (l & t & Hl & Ht & ->). destruct (Hshort t Ht) as (HJt & _ & Hw & Hth).
    apply (at_most_trans _ (mul M (minus t s))); [|now apply at_most_mul].
    apply Hgrowth; try easy. apply (at_most_less _ h); [easy|]. now apply (less_at_most _ g). }
  assert (HB : forall l t, l < D -> between s t1 t -> at_most (absolute (φ l t)) B).
  { intros l t Hl Ht. apply Hupper. now exists l, t. }
  apply (at_most_trans _ B); [now apply HB; [|split; [|apply at_most_refl]]|].
  assert (HB0 : at_most zero B).
  { apply (at_most_trans _ (absolute (φ l0 t1))); [apply absolute_at_least_zero|]. apply HB; [easy|].
    split; [easy|apply at_most_refl]. }
  assert (Hhalved : at_most B (mul B (inv (add one (@one K))))).
  { apply Hleast. intros x (l & t & Hl & Ht & ->). destruct (Hshort t Ht) as (HJt & Hbt & Hw & Hth).
    replace (φ l t) with (minus (φ l t) (φ l s)) by (rewrite Hzero by easy; unfold minus; ring).
    apply (at_most_trans _ (mul (mul Λ B) (minus t s))).
    - destruct Ht as [Hst Htt1]. apply (mean_value Hcomplete J (φ l) (v l)); [exact Hst|]. intros r [Hsr Hrt].
      assert (Hr : between s t1 r) by (split; [easy|now apply (at_most_trans _ t)]).
      destruct (Hshort r Hr) as (HJr & Hbr & Hwr & Hrh). split; [easy|]. split; [now apply Hderivative|].
      apply (Hbound r (minus r s)); try easy.
      + apply (at_most_less _ h); [easy|]. now apply (less_at_most _ g).
      + intros l' Hl'. now apply HB.
    - apply (at_most_trans _ (mul B (mul Λ h))).
      + replace (mul B (mul Λ h)) with (mul (mul Λ B) h) by ring. apply at_most_mul; [|easy].
        now apply product_at_least_zero.
      + apply at_most_mul; [easy|]. apply (at_most_trans _ (mul (add one Λ) (mul (inv (add one (@one K))) (inv (add
          one Λ))))).
        * apply product_bound; try easy; [now left|]. replace Λ with (add zero Λ) at 1 by ring.
          apply at_most_add; [left; apply one_positive|apply at_most_refl].
        * right. field. split; [apply two_not_zero|now apply positive_not_zero]. }
  apply not_less. intro Hpositive. revert Hhalved. now apply at_most_not_less, half_less.
Qed.

Theorem stays_zero : all_zero a -> forall t, between a b t -> all_zero t.
Proof.
  intro Ha. apply (real_induction Hcomplete a b all_zero); try easy.
  - intros t H l Hl. destruct (scalar_eq_dec (φ l t) zero) as [E|Hne]; [exact E|]. exfalso. apply H. intro H'.
    now apply Hne, H'.
  - intros s Has Hsb Hbelow l Hl. apply absolute_zero.
    assert (Hs : between a b s) by (split; [now left|easy]).
    apply (arbitrarily_small _ (add (absolute (v l s)) one)).
    { replace (@zero K) with (@add K zero zero) by ring.
      apply at_most_add; [apply absolute_at_least_zero|left; apply one_positive]. }
    intros ε Hε. destruct (Hderivative l s Hl Hs one one_positive) as (δ & Hδ & H).
    destruct (smaller δ ε Hδ Hε) as (g & Hg & Hgδ & Hgε).
    destruct (smaller g (minus s a) Hg) as (g' & Hg' & Hgg & Hga); [now apply minus_positive|].
    set (h := mul g' (inv (add one (@one K)))). pose proof (half_positive g' Hg') as Hh.
      pose proof (half_less g' Hg') as Hhg.
    assert (Hts : less (minus s h) s).
    { apply less_by_difference. replace (add s (opp (minus s h))) with h by (unfold minus; ring). exact Hh. }
    assert (Hat : at_most a (minus s h)).
    { apply (proj2 (minus_at_least_zero _ _)). replace (minus (minus s h) a) with (minus (minus s a) h)
      by (unfold minus; ring).
      apply (proj1 (minus_at_least_zero _ _)). left. now apply (less_at_most _ g'). }
    replace (φ l s) with (minus (φ l s) (φ l (minus s h))) by (rewrite (Hbelow _ Hat Hts l Hl); unfold minus; ring).
    rewrite absolute_minus. apply (at_most_trans _ (mul (add (absolute (v l s)) one) h)).
    + apply (change_bound _ _ (v l s) (minus (minus s h) s)); [|apply at_most_refl|].
      * apply H; [apply HJ; split; [easy|apply (at_most_trans _ s); [now left|easy]]| |].
        -- pose proof (within_self (minus s h) s (or_introl Hts)) as Hw.
           now replace (minus s (minus s h)) with h in Hw by (unfold minus; ring).
        -- apply (less_at_most _ g'); [exact Hhg|]. now apply (at_most_trans _ g).
      * pose proof (within_self (minus s h) s (or_introl Hts)) as Hw. apply within_absolute in Hw.
        now replace (minus s (minus s h)) with h in Hw by (unfold minus; ring).
    + apply at_most_mul.
      * replace (@zero K) with (@add K zero zero) by ring.
        apply at_most_add; [apply absolute_at_least_zero|left; apply one_positive].
      * left. apply (less_at_most _ g'); [exact Hhg|]. now apply (at_most_trans _ g).
  - exact zero_a_little_longer.
Qed.

End Vanishing.
