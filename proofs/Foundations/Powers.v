(** Powers in an ordered field, and their growth in an Archimedean one. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
Import ListNotations.

Section Powers.

Context {K : OrderedField}.
Add Field powers_field : (field_laws K).

Lemma power_positive : forall (x : K) n, less zero x -> less zero (power x n).
Proof. intros x n H. induction n as [|n IH]; [apply one_positive|]. now apply less_mul. Qed.

Lemma power_at_least_zero : forall (x : K) n, at_most zero x -> at_most zero (power x n).
Proof. intros x n H. induction n as [|n IH]; [left; apply one_positive|]. now apply product_at_least_zero. Qed.

Lemma power_mul : forall (x y : K) n, power (mul x y) n = mul (power x n) (power y n).
Proof. intros x y n. induction n as [|n IH]; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma power_zero : forall n, power (@zero K) (S n) = zero.
Proof. intro n. simpl. ring. Qed.

Lemma power_monotone : forall (x y : K) n, at_most zero x -> at_most x y -> at_most (power x n) (power y n).
Proof.
  intros x y n Hx H. assert (Hy : at_most zero y) by now apply (at_most_trans _ x).
  induction n as [|n IH]; [apply at_most_refl|]. simpl. apply (at_most_trans _ (mul y (power x n))).
  - replace (mul x (power x n)) with (mul (power x n) x) by ring.
    replace (mul y (power x n)) with (mul (power x n) y) by ring. apply at_most_mul; [now apply power_at_least_zero|easy].
  - now apply at_most_mul.
Qed.

Lemma bernoulli : forall (h : K) n, at_most zero h -> at_most (add one (mul (of_nat n) h)) (power (add one h) n).
Proof.
  intros h n Hh. induction n as [|n IH]; [right; simpl; ring|]. simpl.
  apply (at_most_trans _ (mul (add one h) (add one (mul (of_nat n) h)))).
  - apply at_most_by_difference.
    replace (add (mul (add one h) (add one (mul (of_nat n) h))) (opp (add one (mul (add one (of_nat n)) h))))
      with (mul (of_nat n) (mul h h)) by ring.
    apply product_at_least_zero; [apply of_nat_at_least_zero|now apply product_at_least_zero].
  - apply at_most_mul; [|exact IH]. left. now apply add_positive; [apply one_positive|].
Qed.

(** Of two powers the larger one prevails, whatever the factors. *)
Lemma larger_power_prevails : forall (low high factor bound : K),
  archimedean K -> less zero low -> less low high -> less zero factor ->
  exists first, forall n, first <= n -> less (mul bound (power low n)) (mul factor (power high n)).
Proof.
  intros low high factor bound Harchimedean Hlow Hhigh Hfactor.
  set (h := add (mul high (inv low)) (opp one)). pose proof (positive_not_zero low Hlow) as Hlow0.
  assert (Eh : mul low (add one h) = high) by (unfold h; field; exact Hlow0).
  assert (Hh : less zero h).
  { apply less_by_difference in Hhigh. apply (less_mul K _ (inv low)) in Hhigh; [|now apply inverse_positive].
    now replace h with (mul (add high (opp low)) (inv low)) by (unfold h; field; exact Hlow0). }
  pose proof (less_mul K _ _ Hfactor Hh) as Hstep. pose proof (positive_not_zero _ Hstep) as Hstep0.
  destruct (Harchimedean (mul bound (inv (mul factor h)))) as [first Hfirst].
  exists first. intros n Hn. rewrite <- Eh, power_mul.
  replace (mul factor (mul (power low n) (power (add one h) n)))
    with (mul (power low n) (mul factor (power (add one h) n))) by ring.
  replace (mul bound (power low n)) with (mul (power low n) bound) by ring.
  apply less_mul_left; [now apply power_positive|].
  apply (less_at_most _ (mul factor (add one (mul (of_nat n) h)))).
  - apply (less_at_most _ _ (of_nat n)) in Hfirst; [|now apply of_nat_monotone].
    apply (less_mul_left _ _ (mul factor h)) in Hfirst; [|exact Hstep].
    replace (mul (mul factor h) (mul bound (inv (mul factor h)))) with bound in Hfirst
      by (field; split; now apply positive_not_zero).
    apply (less_transitive K _ _ _ Hfirst). apply less_by_difference.
    now replace (add (mul factor (add one (mul (of_nat n) h))) (opp (mul (mul factor h) (of_nat n)))) with factor by ring.
  - apply at_most_mul; [now left|]. apply bernoulli. now left.
Qed.

End Powers.
