(** What is o(t^n), and what is bounded, as t → 0. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import PowerSums Expansions.
Import ListNotations.

Local Open Scope nat_scope.

Section Negligible.

Context {K : OrderedField}.
Add Field negligible_field : (field_laws K).

(** o(t^n), and O(1), as t → 0. *)
Definition negligible (n : nat) (f : K -> K) : Prop :=
  forall ε, less zero ε -> exists δ, less zero δ /\
    forall t u, at_most (absolute t) u -> less u δ -> at_most (absolute (f t)) (mul ε (power u n)).
Definition bounded (f : K -> K) : Prop :=
  exists M δ, less zero M /\ less zero δ /\ forall t, less (absolute t) δ -> at_most (absolute (f t)) M.

Lemma negligible_ext : forall n f g, (forall t, f t = g t) -> negligible n f -> negligible n g.
Proof.
  intros n f g E H ε Hε. destruct (H ε Hε) as (δ & Hδ & Hn). exists δ. split; [exact Hδ|]. intros t u. rewrite <- E.
  apply Hn.
Qed.

Lemma smaller : forall x y : K, less zero x -> less zero y ->
  exists z, less zero z /\ forall u, less u z -> less u x /\ less u y.
Proof.
  intros x y Hx Hy. destruct (trichotomy x y) as [[H|E]|H].
  - exists x. split; [exact Hx|]. intros u Hu. split; [exact Hu|now apply (less_transitive K u x)].
  - exists x. split; [exact Hx|]. intros u Hu. split; [exact Hu|now rewrite <- E].
  - exists y. split; [exact Hy|]. intros u Hu. split; [now apply (less_transitive K u y)|exact Hu].
Qed.

Lemma negligible_add : forall n f g, negligible n f -> negligible n g -> negligible n (fun t => add (f t) (g t)).
Proof.
  intros n f g Hf Hg ε Hε. pose proof (half_positive ε Hε) as Hhalf.
  destruct (Hf _ Hhalf) as (δ & Hδ & H), (Hg _ Hhalf) as (δ' & Hδ' & H').
  destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless). exists δ''. split; [exact Hδ''|]. intros t u Ht Hu.
  apply Hless in Hu as [Hu Hu']. apply (at_most_trans _ _ _ (absolute_add _ _)).
  set (half := mul ε (inv (add one one))) in *.
  replace (mul ε (power u n)) with (add (mul half (power u n)) (mul half (power u n)))
    by (unfold half; field; apply two_not_zero).
  apply at_most_add; [now apply H|now apply H'].
Qed.

Lemma product_at_most : forall a b c d : K, at_most zero a -> at_most zero d -> at_most a b -> at_most c d ->
  at_most (mul a c) (mul b d).
Proof.
  intros a b c d Ha Hd Hab Hcd. apply (at_most_trans _ (mul a d)); [now apply at_most_mul|].
  replace (mul a d) with (mul d a) by ring. replace (mul b d) with (mul d b) by ring. now apply at_most_mul.
Qed.

Lemma negligible_times : forall n f g, negligible n f -> bounded g -> negligible n (fun t => mul (g t) (f t)).
Proof.
  intros n f g Hf (M & δ & HM & Hδ & Hg) ε Hε. pose proof (positive_not_zero M HM) as HM0.
  destruct (Hf (mul (inv M) ε)) as (δ' & Hδ' & H); [now apply less_mul; [apply inverse_positive|]|].
  destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless). exists δ''. split; [exact Hδ''|]. intros t u Ht Hu.
  apply Hless in Hu as [Hu Hu']. rewrite absolute_mul.
  replace (mul ε (power u n)) with (mul M (mul (mul (inv M) ε) (power u n))) by (field; exact HM0).
  apply product_at_most; [apply absolute_at_least_zero| | |now apply H].
  - apply (at_most_trans _ (absolute (f t))); [apply absolute_at_least_zero|now apply H].
  - apply Hg. now apply (at_most_less _ u).
Qed.

Lemma bounded_constant : forall c : K, bounded (fun _ => c).
Proof.
  intro c. exists (add one (absolute c)), one. pose proof (@one_positive K) as H1. split; [|split; [exact H1|]].
  - apply add_positive; [exact H1|apply absolute_at_least_zero].
  - intros _ _. replace (absolute c) with (add zero (absolute c)) at 1 by ring.
    apply at_most_add; [now left|apply at_most_refl].
Qed.

Lemma bounded_identity : bounded (fun t : K => t).
Proof. exists one, one. repeat split; try apply one_positive. intros t Ht. now left. Qed.

Lemma bounded_add : forall f g, bounded f -> bounded g -> bounded (fun t => add (f t) (g t)).
Proof.
  intros f g (M & δ & HM & Hδ & H) (M' & δ' & HM' & Hδ' & H').
  destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless). exists (add M M'), δ''.
  split; [apply add_positive; [exact HM|now left]|split; [exact Hδ''|]]. intros t Ht. apply Hless in Ht as [Ht Ht'].
  apply (at_most_trans _ _ _ (absolute_add _ _)), at_most_add; [now apply H|now apply H'].
Qed.

Lemma bounded_mul : forall f g, bounded f -> bounded g -> bounded (fun t => mul (f t) (g t)).
Proof.
  intros f g (M & δ & HM & Hδ & H) (M' & δ' & HM' & Hδ' & H').
  destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless). exists (mul M M'), δ''.
  split; [now apply less_mul|split; [exact Hδ''|]]. intros t Ht. apply Hless in Ht as [Ht Ht'].
  rewrite absolute_mul. apply product_at_most; [apply absolute_at_least_zero|now left|now apply H|now apply H'].
Qed.

Lemma bounded_ext : forall f g, (forall t, f t = g t) -> bounded f -> bounded g.
Proof.
  intros f g E (M & δ & HM & Hδ & H). exists M, δ. split; [exact HM|split; [exact Hδ|]]. intro t. rewrite <- E. apply H.
Qed.

Lemma bounded_power : forall n, bounded (fun t : K => power t n).
Proof.
  induction n as [|n IH]; [exact (bounded_constant one)|]. exact (bounded_mul _ _ bounded_identity IH).
Qed.

Lemma bounded_polynomial : forall (s : nat -> K) n, bounded (polynomial s n).
Proof.
  intros s n. induction n as [|n IH].
  - apply (bounded_ext (fun _ => s 0)); [intro t; rewrite polynomial_0; simpl; ring|apply bounded_constant].
  - apply (bounded_ext (fun t => add (polynomial s n t) (mul (s (S n)) (power t (S n))))).
    + intro t. symmetry. apply polynomial_S.
    + apply bounded_add; [exact IH|]. apply bounded_mul; [apply bounded_constant|apply bounded_power].
Qed.

(** t^n is at most 1 near 0, so what is o(t^n) is bounded. *)
Lemma negligible_bounded : forall n f, negligible n f -> bounded f.
Proof.
  intros n f H. destruct (H one one_positive) as (δ & Hδ & Hf), (bounded_power n) as (M & δ' & HM & Hδ' & Hpower).
  destruct (smaller δ δ' Hδ Hδ') as (δ'' & Hδ'' & Hless). exists M, δ''. split; [exact HM|split; [exact Hδ''|]].
  intros t Ht. apply Hless in Ht as [Ht Ht']. set (u := absolute t) in *.
  assert (Hu : absolute u = u) by apply absolute_of_positive, absolute_at_least_zero.
  apply (at_most_trans _ (mul one (power u n))); [apply Hf; [apply at_most_refl|exact Ht]|].
  replace (mul one (power u n)) with (absolute (power u n)).
  - apply Hpower. now rewrite Hu.
  - rewrite absolute_of_positive; [ring|]. apply power_at_least_zero, absolute_at_least_zero.
Qed.

Lemma negligible_power : forall n, negligible n (fun t : K => power t (S n)).
Proof.
  intros n ε Hε. exists ε. split; [exact Hε|]. intros t u Ht Hu. cbn [power]. rewrite absolute_mul.
  assert (Hpower : forall k, absolute (power t k) = power (absolute t) k).
  { induction k as [|k IH]; simpl; [apply absolute_of_positive; left; apply one_positive|].
    now rewrite absolute_mul, IH. }
  assert (Hu0 : at_most zero u) by (apply (at_most_trans _ (absolute t)); [apply absolute_at_least_zero|exact Ht]).
  rewrite Hpower. apply product_at_most.
  - apply absolute_at_least_zero.
  - now apply power_at_least_zero.
  - apply (at_most_trans _ u); [exact Ht|now left].
  - apply power_monotone; [apply absolute_at_least_zero|exact Ht].
Qed.

End Negligible.
