(** Over the rationals every series is the expansion at 0 of some function: after Borel, it is cut off at an order that
    grows as t → 0, so slowly that the terms stay small. *)

From Coq Require Import List Arith ZArith QArith Qcanon Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Spaces OrderedFields OrderedRationals Powers.
From Equiloss.Identifiability Require Import Expansions Negligible Series.
Import ListNotations.

Local Open Scope nat_scope.

Section Borel.

Context {K : OrderedField} (s : nat -> K) (size : K -> nat).
Hypothesis size_grows : forall n, exists δ, less zero δ /\
  forall t, t <> zero -> less (absolute t) δ -> n <= size t.
Add Field borel_field : (field_laws K).

Definition fits_at (t : K) (k : nat) : bool :=
  if trichotomy one (mul (absolute (s k)) (absolute t)) then
    if scalar_eq_dec one (mul (absolute (s k)) (absolute t)) then true else false
  else true.

Lemma fits_at_true : forall t k, fits_at t k = true <-> at_most (mul (absolute (s k)) (absolute t)) one.
Proof.
  intros t k. unfold fits_at. set (x := mul (absolute (s k)) (absolute t)). split.
  - destruct (trichotomy one x) as [H|H]; [|now left]. destruct (scalar_eq_dec one x) as [E|]; [now right|easy].
  - intro H. destruct (trichotomy one x) as [[H'|E]|H']; [|now destruct (scalar_eq_dec one x)|easy].
    now apply not_less in H'.
Qed.

(** The largest m ≤ n such that |s_k·t| ≤ 1 for 1 ≤ k ≤ m. *)
Fixpoint depth (t : K) (n : nat) : nat :=
  match n with
  | O => O
  | S n' => if (depth t n' =? n') && fits_at t (S n') then S n' else depth t n'
  end.

Lemma depth_fits : forall t n k, 1 <= k <= depth t n -> at_most (mul (absolute (s k)) (absolute t)) one.
Proof.
  intros t n k. induction n as [|n IH]; intro Hk; cbn [depth] in Hk; [lia|].
  destruct ((depth t n =? n) && fits_at t (S n)) eqn:E; [|now apply IH].
  apply andb_prop in E as [Ed Ef]. apply Nat.eqb_eq in Ed. rewrite Ed in IH.
  destruct (Nat.eq_dec k (S n)) as [->|Hne]; [now apply fits_at_true|apply IH; lia].
Qed.

Lemma depth_at_least : forall t m n, m <= n -> (forall k, k <= m -> fits_at t k = true) -> m <= depth t n.
Proof.
  intros t m n. revert m. induction n as [|n IH]; intros m Hm H; cbn [depth]; [lia|].
  destruct (Nat.eq_dec m (S n)) as [->|Hne].
  - assert (Hn : n <= depth t n) by (apply IH; [lia|intros k Hk; apply H; lia]).
    assert (Hle : depth t n <= n).
    { clear. induction n as [|n IH]; cbn [depth]; [lia|]. destruct ((depth t n =? n) && fits_at t (S n)); lia. }
    replace (depth t n =? n) with true by (symmetry; apply Nat.eqb_eq; lia). rewrite H by lia. cbn [andb]. lia.
  - destruct ((depth t n =? n) && fits_at t (S n)); [lia|]. apply IH; [lia|exact H].
Qed.

Definition borel (t : K) : K := polynomial s (depth t (size t)) t.

(** The terms after that of order n + 1 are less than twice |t|^{n+1} together. *)
Lemma tail_bounded : forall t n m, at_most (mul (add one one) (absolute t)) one -> S n <= m ->
  (forall k, S n < k <= m -> at_most (mul (absolute (s k)) (absolute t)) one) ->
  at_most (add (absolute (add (polynomial s m t) (opp (polynomial s n t)))) (mul (add one one) (power (absolute t) m)))
    (mul (add (absolute (s (S n))) (add one one)) (power (absolute t) (S n))).
Proof.
  intros t n m Ht Hm. assert (Hpower : forall k, absolute (power t k) = power (absolute t) k).
  { induction k as [|k IH]; cbn [power]; [apply absolute_of_positive; left; apply one_positive|].
    now rewrite absolute_mul, IH. }
  induction Hm as [|m Hm IH]; intro Hfits.
  - right. rewrite polynomial_S. replace (add (add (polynomial s n t) (mul (s (S n)) (power t (S n))))
      (opp (polynomial s n t))) with (mul (s (S n)) (power t (S n))) by ring.
    rewrite absolute_mul, Hpower. ring.
  - specialize (IH ltac:(intros k Hk; apply Hfits; lia)). specialize (Hfits (S m) ltac:(lia)).
    refine (at_most_trans _ _ _ _ IH). rewrite polynomial_S.
    pose proof (power_at_least_zero (absolute t) m (absolute_at_least_zero t)) as Hm0.
    set (a := polynomial s m t) in *. set (b := polynomial s n t) in *. set (P := power (absolute t) m) in *.
    replace (add (add a (mul (s (S m)) (power t (S m)))) (opp b)) with (add (add a (opp b)) (mul (s (S m)) (power t (S
    m))))
      by ring.
    apply (at_most_trans _ (add (add (absolute (add a (opp b))) (absolute (mul (s (S m)) (power t (S m)))))
      (mul (add one one) (power (absolute t) (S m))))).
    { apply at_most_add; [apply absolute_add|apply at_most_refl]. }
    rewrite absolute_mul, Hpower. cbn [power]. fold P.
    replace (add (add (absolute (add a (opp b))) (mul (absolute (s (S m))) (mul (absolute t) P)))
      (mul (add one one) (mul (absolute t) P))) with (add (absolute (add a (opp b)))
      (mul P (add (mul (absolute (s (S m))) (absolute t)) (mul (add one one) (absolute t))))) by ring.
    apply at_most_add; [apply at_most_refl|]. replace (mul (add one one) P) with (mul P (add one one)) by ring.
    apply at_most_mul; [exact Hm0|now apply at_most_add].
Qed.

(** Below some δ every one of finitely many |s_k·t| is at most 1. *)
Lemma fits_below : forall n, exists δ, less zero δ /\
  forall t, less (absolute t) δ -> forall k, k <= n -> fits_at t k = true.
Proof.
  assert (Hone : forall k, exists δ, less zero δ /\ forall t, less (absolute t) δ -> fits_at t k = true).
  { intro k. set (b := add one (absolute (s k))).
    assert (Hb : less zero b) by (apply add_positive; [apply one_positive|apply absolute_at_least_zero]).
    exists (inv b). split; [now apply inverse_positive|]. intros t Ht. apply fits_at_true.
    apply (at_most_trans _ (mul b (absolute t))).
    - replace (mul b (absolute t)) with (add (absolute t) (mul (absolute (s k)) (absolute t))) by (unfold b; ring).
      replace (mul (absolute (s k)) (absolute t)) with (add zero (mul (absolute (s k)) (absolute t))) at 1 by ring.
      apply at_most_add; [apply absolute_at_least_zero|apply at_most_refl].
    - left. replace (@one K) with (mul b (inv b)) by (field; now apply positive_not_zero). now apply less_mul_left. }
  induction n as [|n (δ & Hδ & H)].
  - destruct (Hone 0) as (δ & Hδ & H). exists δ. split; [exact Hδ|]. intros t Ht k Hk. replace k with 0 by lia. now
  apply H.
  - destruct (Hone (S n)) as (δ' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless).
    exists δ''. split; [exact Hδ''|]. intros t Ht k Hk. apply Hless in Ht as [Ht Ht'].
    destruct (Nat.eq_dec k (S n)) as [->|Hne]; [now apply H'|apply (H t Ht); lia].
Qed.

Lemma polynomial_at_zero : forall n, polynomial s n zero = s 0.
Proof.
  induction n as [|n IH]; [rewrite polynomial_0; cbn [power]; ring|]. rewrite polynomial_S, IH, power_zero. ring.
Qed.

Lemma borel_expands : expands borel s.
Proof.
  apply expands_negligible. intros n ε Hε. set (b := add (absolute (s (S n))) (add one one)).
  assert (H2 : less zero (@add K one one)) by (apply add_positive; [apply one_positive|left; apply one_positive]).
  assert (Hb : less zero b).
  { unfold b. replace (add (absolute (s (S n))) (add one one)) with (add (add one one) (absolute (s (S n)))) by ring.
    apply add_positive; [exact H2|apply absolute_at_least_zero]. }
  pose proof (positive_not_zero _ Hb) as Hb0.
  destruct (size_grows (S n)) as (δ1 & Hδ1 & Hsize), (fits_below (S n)) as (δ2 & Hδ2 & Hfits).
  destruct (smaller δ1 δ2 Hδ1 Hδ2) as (δ3 & Hδ3 & H3).
  destruct (smaller (mul (inv b) ε) (inv (add one one))) as (δ4 & Hδ4 & H4);
    [now apply less_mul; [apply inverse_positive|]|now apply inverse_positive|].
  destruct (smaller δ3 δ4 Hδ3 Hδ4) as (δ & Hδ & H). exists δ. split; [exact Hδ|]. intros t u Htu Hu.
  pose proof (power_at_least_zero u n (at_most_trans _ _ _ (absolute_at_least_zero t) Htu)) as Hun.
  destruct (scalar_eq_dec t zero) as [->|Ht].
  { unfold borel. rewrite !polynomial_at_zero. replace (add (s 0) (opp (s 0))) with (@zero K) by ring.
    rewrite absolute_of_positive by apply at_most_refl. apply product_at_least_zero; [now left|exact Hun]. }
  assert (Hless : less (absolute t) δ) by now apply (at_most_less _ u).
  apply H in Hless as [Ht3 Ht4]. apply H3 in Ht3 as [Ht1 Ht2]. apply H4 in Ht4 as [Hbε Hhalf].
  assert (Hm : S n <= depth t (size t)) by (apply depth_at_least; [now apply Hsize|exact (Hfits t Ht2)]).
  assert (Htwice : at_most (mul (add one one) (absolute t)) one).
  { left. replace (@one K) with (mul (add one one) (inv (@add K one one))) at 3 by (field; apply two_not_zero).
    now apply less_mul_left. }
  pose proof (tail_bounded t n _ Htwice Hm (fun k Hk => depth_fits t (size t) k ltac:(lia))) as Htail.
  fold (borel t) in Htail. fold b in Htail.
  set (m := depth t (size t)) in *. set (r := absolute (add (borel t) (opp (polynomial s n t)))) in *.
  apply (at_most_trans _ (add r (mul (add one one) (power (absolute t) m)))).
  { replace r with (add r zero) at 1 by ring. apply at_most_add; [apply at_most_refl|].
    apply product_at_least_zero; [now left|apply power_at_least_zero, absolute_at_least_zero]. }
  apply (at_most_trans _ _ _ Htail). cbn [power].
  replace (mul b (mul (absolute t) (power (absolute t) n))) with (mul (mul b (absolute t)) (power (absolute t) n)) by
  ring.
  apply product_at_most; [apply product_at_least_zero; [now left|apply absolute_at_least_zero]|exact Hun| |].
  - left. replace ε with (mul b (mul (inv b) ε)) by (field; exact Hb0). now apply less_mul_left.
  - apply power_monotone; [apply absolute_at_least_zero|exact Htu].
Qed.

End Borel.

(** ** The rationals *)

(** A small fraction has a large denominator. *)
Lemma large_denominator : forall (t : ordered_rationals) n, less zero t -> less (mul t (of_nat (S n))) one ->
  n <= Pos.to_nat (Qden t).
Proof.
  intros t n Ht H. change (this (Q2Qc 0) < this t)%Q in Ht.
  change (this (Qcmult t (@of_nat rationals (S n))) < this (Q2Qc 1))%Q in H. unfold Qcmult, Q2Qc in H. cbn [this] in *.
  rewrite !Qred_correct in *. rewrite rational_of_nat in H. unfold Qlt, Qmult, inject_Z in *. cbn [Qnum Qden] in *.
  rewrite !Z.mul_1_r, Pos.mul_1_r in *. rewrite Nat2Z.inj_succ in H.
  change (0 * QDen t < Qnum t)%Z in Ht. set (p := Qnum t) in *. set (q := Qden t) in *. nia.
Qed.

Add Field rationals_field : (field_laws ordered_rationals).

Definition denominators (t : ordered_rationals) : nat := Pos.to_nat (Qden t) + Pos.to_nat (Qden (Qcopp t)).

Lemma denominators_grow : forall n, exists δ : ordered_rationals, less zero δ /\
  forall t, t <> zero -> less (absolute t) δ -> n <= denominators t.
Proof.
  intro n. pose proof (positive_of_nat (K := ordered_rationals) n) as Hn.
  exists (inv (of_nat (S n))). split; [now apply inverse_positive|]. intros t Hne Ht.
  apply (less_mul_left _ _ _ Hn) in Ht. pose proof (positive_not_zero _ Hn) as Hn0.
  assert (Hless : less (mul (absolute t) (of_nat (S n))) one).
  { replace (mul (absolute t) (of_nat (S n))) with (mul (of_nat (S n)) (absolute t)) by ring.
    now replace (@one ordered_rationals) with (mul (of_nat (S n)) (inv (@of_nat ordered_rationals (S n))))
      by (field; exact Hn0). }
  unfold denominators. destruct (absolute_cases t) as [[H E]|[H E]]; rewrite E in Hless.
  - apply less_opp in H. apply (Nat.le_trans _ _ _ (large_denominator _ n H Hless)), Nat.le_add_l.
  - destruct H as [H|H]; [|now elim Hne]. apply (Nat.le_trans _ _ _ (large_denominator _ n H Hless)), Nat.le_add_r.
Qed.

Theorem rational_series_expand : forall s : nat -> ordered_rationals, exists σ : ordered_rationals -> ordered_rationals,
  expands σ s.
Proof. intro s. exists (borel s denominators). apply borel_expands, denominators_grow. Qed.
