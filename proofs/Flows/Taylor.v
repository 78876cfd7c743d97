(** Taylor's theorem in Peano's form, over complete ordered fields: what has derivatives of every order has an expansion
    at 0 to every order. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import Expansions Negligible Series.
From Equiloss.Flows Require Import Intervals.
Import ListNotations.

Local Open Scope nat_scope.

Section Taylor.

Context {K : OrderedField}.
Add Field taylor_field : (field_laws K).

(** ** Derivatives of polynomials *)

Definition has_slope (φ : K -> K) (t v : K) : Prop :=
  negligible 1 (fun h => add (φ (add t h)) (opp (add (φ t) (mul v h)))).

Lemma slope_derivative : forall φ t v, has_slope φ t v <-> derivative_within (fun _ => True) φ t v.
Proof.
  intros φ t v. split; intros H ε Hε; destruct (H ε Hε) as (δ & Hδ & Hn); exists δ; (split; [exact Hδ|]).
  - intros s u _ Hs Hu. specialize (Hn (add s (opp t)) u (proj1 (within_absolute _ _) Hs) Hu). cbn beta in Hn.
    replace (add t (add s (opp t))) with s in Hn by ring. apply (proj2 (within_absolute _ _)).
    now replace (mul ε u) with (mul ε (power u 1)) by (cbn [power]; ring).
  - intros h u Hh Hu. replace (mul ε (power u 1)) with (mul ε u) by (cbn [power]; ring).
    apply (proj1 (within_absolute _ _)). pose proof (Hn (add t h) u I) as H'. replace (add (add t h) (opp t)) with h in
    H' by ring.
    apply H'; [now apply (proj2 (within_absolute _ _))|exact Hu].
Qed.

Lemma slope_ext : forall φ ψ t v w, (forall s, φ s = ψ s) -> v = w -> has_slope φ t v -> has_slope ψ t w.
Proof. intros φ ψ t v w E <-. apply negligible_ext. intro h. now rewrite !E. Qed.

Lemma slope_linear : forall (a b t : K), has_slope (fun s => add a (mul b s)) t b.
Proof.
  intros a b t. apply (negligible_ext 1 (fun h => mul zero (power h 2))); [intro h; ring|].
  exact (negligible_times 1 _ _ (negligible_power 1) (bounded_constant zero)).
Qed.

Lemma slope_add : forall φ ψ t v w, has_slope φ t v -> has_slope ψ t w ->
  has_slope (fun s => add (φ s) (ψ s)) t (add v w).
Proof.
  intros φ ψ t v w H H'. apply (negligible_ext 1 _ _) with (2 := negligible_add 1 _ _ H H'). intro h. ring.
Qed.

Lemma bounded_linear : forall a b : K, bounded (fun h => add a (mul b h)).
Proof.
  intros a b. apply bounded_add; [apply bounded_constant|]. apply bounded_mul; [apply bounded_constant|].
  apply bounded_identity.
Qed.

Lemma slope_bounded : forall φ t v, has_slope φ t v -> bounded (fun h => φ (add t h)).
Proof.
  intros φ t v H. apply (bounded_ext (fun h => add (add (φ (add t h)) (opp (add (φ t) (mul v h)))) (add (φ t) (mul v
  h))));
    [intro h; ring|]. apply bounded_add; [exact (negligible_bounded 1 _ H)|apply bounded_linear].
Qed.

Lemma slope_reversed : forall φ t v, has_slope φ (opp t) v -> has_slope (fun s => φ (opp s)) t (opp v).
Proof.
  intros φ t v H ε Hε. destruct (H ε Hε) as (δ & Hδ & Hn). exists δ. split; [exact Hδ|]. intros h u Hh Hu.
  rewrite <- absolute_opp in Hh. specialize (Hn (opp h) u Hh Hu). cbn beta in Hn.
  replace (add (opp t) (opp h)) with (opp (add t h)) in Hn by ring.
  now replace (mul (opp v) h) with (mul v (opp h)) by ring.
Qed.

Lemma slope_mul : forall φ ψ t v w, has_slope φ t v -> has_slope ψ t w ->
  has_slope (fun s => mul (φ s) (ψ s)) t (add (mul v (ψ t)) (mul (φ t) w)).
Proof.
  intros φ ψ t v w H H'.
  pose proof (slope_bounded ψ t w H') as Hψ.
  apply (negligible_ext 1 _ _) with (2 := negligible_add 1 _ _ (negligible_times 1 _ _ H Hψ)
    (negligible_add 1 _ _ (negligible_times 1 _ _ H' (bounded_linear (φ t) v))
      (negligible_times 1 _ _ (negligible_power 1) (bounded_constant (mul v w))))).
  intro h. cbn [power]. ring.
Qed.

Lemma slope_power : forall k t, has_slope (fun s => power s (S k)) t (mul (of_nat (S k)) (power t k)).
Proof.
  intros k t. assert (Hidentity : has_slope (fun s => s) t one).
  { apply (slope_ext (fun s => add zero (mul one s)) _ t one one); [intro s; ring|easy|apply slope_linear]. }
  induction k as [|k IH].
  - apply (slope_ext (fun s => s) _ t one _); [intro s; cbn [power]; ring|cbn [of_nat power]; ring|exact Hidentity].
  - apply (slope_ext _ _ t _ _) with (3 := slope_mul _ _ t _ _ Hidentity IH); [easy|]. cbn [of_nat power]. ring.
Qed.

Lemma slope_polynomial : forall (s : nat -> K) n t, has_slope (polynomial s (S n)) t (polynomial (series_derivative s)
  n t).
Proof.
  intros s n t. assert (Hterm : forall k, has_slope (fun x => mul (s (S k)) (power x (S k))) t
    (mul (series_derivative s k) (power t k))).
  { intro k. apply (slope_ext _ _ t _ _) with (3 := slope_mul _ _ t _ _ (slope_linear (s (S k)) zero t) (slope_power k
  t)).
    - intro x. ring.
    - unfold series_derivative. ring. }
  induction n as [|n IH].
  - apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ (slope_linear (s 0) zero t) (Hterm 0)).
    + intro x. rewrite polynomial_S, polynomial_0. cbn [power]. ring.
    + rewrite polynomial_0. ring.
  - apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ IH (Hterm (S n))).
    + intro x. symmetry. apply polynomial_S.
    + symmetry. apply polynomial_S.
Qed.

(** ** One order more *)

Hypothesis Hcomplete : complete K.

Lemma difference_slope : forall φ ψ (s : nat -> K) n t, derivative_everywhere φ ψ ->
  derivative_within (fun _ => True) (fun x => add (φ x) (opp (polynomial s (S n) x))) t
    (add (ψ t) (opp (polynomial (series_derivative s) n t))).
Proof.
  intros φ ψ s n t H. apply slope_derivative. specialize (H t). apply slope_derivative in H.
  apply (slope_ext _ _ t _ _) with (3 := slope_add _ _ t _ _ H
    (slope_mul _ _ t _ _ (slope_linear (opp one) zero t) (slope_polynomial s n t))); [intro x; ring|ring].
Qed.

Lemma expands_once_more : forall φ ψ (s : nat -> K) n, derivative_everywhere φ ψ -> φ zero = s 0 ->
  expands_at n ψ (series_derivative s) -> expands_at (S n) φ s.
Proof.
  intros φ ψ s n Hφ H0 Hψ ε Hε. destruct (Hψ ε Hε) as (δ & Hδ & H). exists δ. split; [exact Hδ|]. intros t u Htu Hu.
  set (g x := add (φ x) (opp (polynomial s (S n) x))).
  assert (Hzero : g zero = zero).
  { unfold g. rewrite H0, polynomial_first. ring. }
  assert (Hbound : forall a b, at_most a b -> (forall r, between a b r -> at_most (absolute r) u) ->
    at_most (minus b a) u -> at_most (absolute (minus (g b) (g a))) (mul ε (power u (S n)))).
  { intros a b Hab Hr Hlength. apply (at_most_trans _ (mul (mul ε (power u n)) (minus b a))).
    - apply (mean_value Hcomplete (fun _ => True) g (fun x => add (ψ x) (opp (polynomial (series_derivative s) n x))));
        [exact Hab|]. intros r Hbetween. split; [easy|]. split; [now apply difference_slope|]. apply H; [now apply
        Hr|exact Hu].
    - replace (mul ε (power u (S n))) with (mul (mul ε (power u n)) u) by (cbn [power]; ring).
      apply at_most_mul; [|exact Hlength]. apply product_at_least_zero; [now left|]. apply power_at_least_zero.
      apply (at_most_trans _ (absolute t)); [apply absolute_at_least_zero|exact Htu]. }
  fold (g t). destruct (absolute_cases t) as [[Ht E]|[Ht E]]; rewrite E in Htu.
  - replace (absolute (g t)) with (absolute (minus (g zero) (g t))).
    + apply Hbound; [now left| |]. 2: now replace (minus zero t) with (opp t) by (unfold minus; ring).
      intros r [Htr Hr0]. apply (at_most_trans _ (opp t)); [|exact Htu].
      rewrite <- absolute_opp, absolute_of_positive; [now apply opp_at_most|].
      replace (@zero K) with (@opp K zero) by ring. now apply opp_at_most.
    + rewrite Hzero, <- absolute_opp. f_equal. unfold minus. ring.
  - replace (g t) with (minus (g t) (g zero)) by (rewrite Hzero; unfold minus; ring).
    apply Hbound; [exact Ht| |]. 2: now replace (minus t zero) with t by (unfold minus; ring).
    intros r [H0r Hrt]. rewrite absolute_of_positive by exact H0r. now apply (at_most_trans _ t).
Qed.

Lemma negligible_lower : forall f : K -> K, negligible 1 f -> negligible 0 f.
Proof.
  intros f H ε Hε. destruct (H ε Hε) as (δ & Hδ & Hf), (Negligible.smaller δ one Hδ one_positive) as (δ' & Hδ' & Hless).
  exists δ'. split; [exact Hδ'|]. intros t u Ht Hu. apply Hless in Hu as [Hu Hu1].
  apply (at_most_trans _ (mul ε (power u 1))); [now apply Hf|]. apply at_most_mul; [now left|]. cbn [power].
  replace (mul u one) with u by ring. now left.
Qed.

Lemma expands_at_0 : forall φ v (s : nat -> K), derivative_within (fun _ => True) φ zero v -> φ zero = s 0 ->
  expands_at 0 φ s.
Proof.
  intros φ v s H H0. apply slope_derivative, negligible_lower in H.
  apply (negligible_ext 0 _ _) with (2 := negligible_add 0 _ _ H
    (negligible_times 0 _ _ (negligible_power 0) (bounded_constant v))).
  intro h. rewrite polynomial_0, <- H0. replace (add zero h) with h by ring. cbn [power]. ring.
Qed.

Lemma of_nat_add : forall j k, @of_nat K (j + k) = add (of_nat j) (of_nat k).
Proof. intros j k. induction j as [|j IH]; cbn [Nat.add of_nat]; [ring|]. rewrite IH. ring. Qed.

Lemma of_nat_mul : forall j k, @of_nat K (j * k) = mul (of_nat j) (of_nat k).
Proof. intros j k. induction j as [|j IH]; cbn [Nat.mul of_nat]; [ring|]. rewrite of_nat_add, IH. ring. Qed.

Lemma factorial_positive : forall n, less zero (@of_nat K (fact n)).
Proof. intro n. destruct (fact n) as [|m] eqn:E; [now apply fact_neq_0 in E|]. apply positive_of_nat. Qed.

Lemma taylor_at : forall (σ : nat -> K -> K), all_derivatives σ -> forall n k,
  expands_at n (σ k) (fun j => mul (inv (of_nat (fact j))) (σ (k + j) zero)).
Proof.
  intros σ Hσ n. assert (H0 : forall k, σ k zero = mul (inv (of_nat (fact 0))) (σ (k + 0) zero)).
  { intro k. rewrite Nat.add_0_r. cbn [fact of_nat]. field. replace (@add K one zero) with (@one K) by ring.
    apply positive_not_zero, one_positive. }
  induction n as [|n IH]; intro k; [now apply (expands_at_0 _ _ _ (Hσ k zero))|].
  apply (expands_once_more _ _ _ n (Hσ k)); [apply H0|]. apply (expands_at_ext n _ _ _ _) with (3 := IH (S k)); [easy|].
  intro j. unfold series_derivative. change (fact (S j)) with (S j * fact j). rewrite of_nat_mul, Nat.add_succ_r.
  change (S k + j) with (S (k + j)).
  pose proof (positive_not_zero _ (factorial_positive j)). pose proof (positive_not_zero _ (positive_of_nat (K := K)
  j)). field. now split.
Qed.

End Taylor.

Theorem taylors_theorem : TaylorsTheorem.
Proof. intros K σ Hcomplete Hσ. apply expands_negligible. intro n. exact (taylor_at Hcomplete σ Hσ n 0). Qed.
