(** What the theorems on identifiability suppose exists: spaces with coordinates, and a function with an expansion,
    t ↦ 1/(1 − t). *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Spaces OrderedFields Powers.
From Equiloss.Identifiability Require Import Expansions.
Import ListNotations.

Local Open Scope nat_scope.

Section Geometric.

Context {K : OrderedField}.
Add Field geometric_field : (field_laws K).

(** (1 − t)·Σ_{k ≤ n} t^k = 1 − t^{n+1} *)
Lemma geometric_sum : forall n (t : K),
  mul (add one (opp t)) (polynomial (fun _ => one) n t) = add one (opp (power t (S n))).
Proof.
  intros n t. induction n as [|n IH]; [rewrite polynomial_0; simpl; ring|].
  rewrite polynomial_S. transitivity (add (mul (add one (opp t)) (polynomial (fun _ => one) n t))
    (mul (add one (opp t)) (power t (S n)))); [ring|]. rewrite IH. simpl. ring.
Qed.

Lemma absolute_power : forall (t : K) n, absolute (power t n) = power (absolute t) n.
Proof.
  intros t n. induction n as [|n IH]; simpl.
  - apply absolute_of_positive. left. apply one_positive.
  - now rewrite absolute_mul, IH.
Qed.

Lemma geometric_expands : expands (fun t : K => inv (add one (opp t))) (fun _ => one).
Proof.
  intros n ε Hε. assert (Hsum : less zero (add one ε)) by (apply add_positive; [apply one_positive|now left]).
  exists (mul ε (inv (add one ε))). split; [now apply less_mul, inverse_positive|].
  intros t u Htu Hu. pose proof (proj1 (within_absolute t u) Htu) as Habsolute.
  assert (Hu0 : at_most zero u) by (apply (at_most_trans _ (absolute t)); [apply absolute_at_least_zero|easy]).
  (* u < ε(1 − u) ≤ ε(1 − t) *)
  assert (Hless : less u (mul ε (add one (opp t)))).
  { apply (less_mul_left _ _ (add one ε)) in Hu; [|exact Hsum].
    replace (mul (add one ε) (mul ε (inv (add one ε)))) with ε in Hu by (field; now apply positive_not_zero).
    apply (less_at_most _ (mul ε (add one (opp u)))).
    - apply less_by_difference. apply less_by_difference in Hu.
      now replace (add (mul ε (add one (opp u))) (opp u)) with (add ε (opp (mul (add one ε) u))) by ring.
    - apply at_most_mul; [now left|]. apply at_most_add; [apply at_most_refl|].
      destruct Htu as [_ Htu]. apply at_most_by_difference in Htu. apply at_most_by_difference.
      now replace (add (opp t) (opp (opp u))) with (add u (opp t)) by ring. }
  assert (Hpositive : less zero (add one (opp t))).
  { destruct (trichotomy zero (add one (opp t))) as [[H|E]|H]; [easy|exfalso..];
      apply (less_irreflexive K u); apply (less_at_most _ _ _ Hless); apply (at_most_trans _ zero); try exact Hu0.
    - rewrite <- E. right. ring.
    - replace (@zero K) with (mul ε zero) by ring. apply at_most_mul; now left. }
  pose proof (inverse_positive _ Hpositive) as Hinverse. pose proof (positive_not_zero _ Hpositive) as Hne.
  replace (add (inv (add one (opp t))) (opp (polynomial (fun _ => one) n t)))
    with (mul (power t n) (mul t (inv (add one (opp t))))).
  - apply within_absolute. rewrite !absolute_mul, absolute_power, (absolute_of_positive (inv _)) by now left.
    apply (at_most_trans _ (mul (power u n) (mul u (inv (add one (opp t)))))).
    + apply (at_most_trans _ (mul (power u n) (mul (absolute t) (inv (add one (opp t)))))).
      * replace (mul (power (absolute t) n) (mul (absolute t) (inv (add one (opp t)))))
          with (mul (mul (absolute t) (inv (add one (opp t)))) (power (absolute t) n)) by ring.
        replace (mul (power u n) (mul (absolute t) (inv (add one (opp t)))))
          with (mul (mul (absolute t) (inv (add one (opp t)))) (power u n)) by ring.
        apply at_most_mul; [apply product_at_least_zero; [apply absolute_at_least_zero|now left]|].
        apply power_monotone; [apply absolute_at_least_zero|easy].
      * apply at_most_mul; [now apply power_at_least_zero|].
        replace (mul (absolute t) (inv (add one (opp t)))) with (mul (inv (add one (opp t))) (absolute t)) by ring.
        replace (mul u (inv (add one (opp t)))) with (mul (inv (add one (opp t))) u) by ring.
        apply at_most_mul; [now left|easy].
    + replace (mul ε (power u n)) with (mul (power u n) ε) by ring. apply at_most_mul; [now apply power_at_least_zero|].
      left. apply (less_mul_left _ _ _ Hinverse) in Hless.
      replace (mul u (inv (add one (opp t)))) with (mul (inv (add one (opp t))) u) by ring.
      now replace (mul (inv (add one (opp t))) (mul ε (add one (opp t)))) with ε in Hless by (field; exact Hne).
  - pose proof (geometric_sum n t) as E. cbn [power] in E.
    replace (polynomial (fun _ => one) n t)
      with (mul (inv (add one (opp t))) (mul (add one (opp t)) (polynomial (fun _ => one) n t))) by (field; exact Hne).
    rewrite E. field. exact Hne.
Qed.

End Geometric.

Theorem expansions_exist : ExpansionsExist.
Proof.
  split.
  - intros K d. destruct (@coordinates_exist K d) as (V & c & _ & H). now exists V, c.
  - intro K. apply geometric_expands.
Qed.
