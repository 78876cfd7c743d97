(** Consequences of the laws of an ordered field: inequalities and absolute values. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
Import ListNotations.

Section Order.

Context {K : OrderedField}.
Add Field ordered_field : (field_laws K).

Lemma less_total : forall x y : K, less x y \/ x = y \/ less y x.
Proof. intros x y. destruct (trichotomy x y) as [[H|E]|H]; auto. Qed.

Lemma less_by_difference : forall x y : K, less x y <-> less zero (add y (opp x)).
Proof.
  intros x y. split; intro H.
  - apply (less_add K x y (opp x)) in H. now replace (add x (opp x)) with (@zero K) in H by ring.
  - apply (less_add K _ _ x) in H.
    replace (add zero x) with x in H by ring. now replace (add (add y (opp x)) x) with y in H by ring.
Qed.

Lemma less_opp : forall x : K, less x zero <-> less zero (opp x).
Proof. intro x. rewrite (less_by_difference x zero). now replace (add zero (opp x)) with (opp x) by ring. Qed.

Lemma at_most_refl : forall x : K, at_most x x.
Proof. now right. Qed.

Lemma at_most_trans : forall x y z : K, at_most x y -> at_most y z -> at_most x z.
Proof.
  intros x y z [Hxy| ->] [Hyz| <-]; [left; now apply (less_transitive K x y)|now left..|now right].
Qed.

Lemma less_at_most : forall x y z : K, less x y -> at_most y z -> less x z.
Proof. intros x y z H [H'| <-]; [|easy]. now apply (less_transitive K x y). Qed.

Lemma at_most_less : forall x y z : K, at_most x y -> less y z -> less x z.
Proof. intros x y z [H| ->] H'; [|easy]. now apply (less_transitive K x y). Qed.

Lemma not_less : forall x y : K, ~ less x y <-> at_most y x.
Proof.
  intros x y. split.
  - intro H. destruct (trichotomy x y) as [[H'|E]|H']; [easy|now right|now left].
  - intros [H| ->] H'; [|now apply (less_irreflexive K x)].
    now apply (less_irreflexive K x), (less_transitive K x y).
Qed.

Lemma at_most_add : forall x y z w : K, at_most x y -> at_most z w -> at_most (add x z) (add y w).
Proof.
  assert (Hright : forall x y z : K, at_most x y -> at_most (add x z) (add y z)).
  { intros x y z [H| ->]; [left; now apply less_add|now right]. }
  intros x y z w Hxy Hzw. apply (at_most_trans _ (add y z)); [now apply Hright|].
  replace (add y z) with (add z y) by ring. replace (add y w) with (add w y) by ring. now apply Hright.
Qed.

Lemma at_most_by_difference : forall x y : K, at_most x y <-> at_most zero (add y (opp x)).
Proof.
  intros x y. unfold at_most. rewrite less_by_difference. split; intros [H|E]; try (now left); right.
  - subst. ring.
  - replace y with (add (add y (opp x)) x) by ring. rewrite <- E. ring.
Qed.

Lemma product_at_least_zero : forall x y : K, at_most zero x -> at_most zero y -> at_most zero (mul x y).
Proof. intros x y [Hx| <-] [Hy| <-]; try (right; ring). left. now apply less_mul. Qed.

Lemma at_most_mul : forall x y z : K, at_most zero z -> at_most x y -> at_most (mul z x) (mul z y).
Proof.
  intros x y z Hz H. apply at_most_by_difference. apply at_most_by_difference in H.
  replace (add (mul z y) (opp (mul z x))) with (mul z (add y (opp x))) by ring. now apply product_at_least_zero.
Qed.

Lemma less_mul_left : forall x y z : K, less zero z -> less x y -> less (mul z x) (mul z y).
Proof.
  intros x y z Hz H. apply less_by_difference. apply less_by_difference in H.
  replace (add (mul z y) (opp (mul z x))) with (mul z (add y (opp x))) by ring. now apply less_mul.
Qed.

Lemma one_positive : less zero (@one K).
Proof.
  destruct (trichotomy (@zero K) one) as [[H|E]|H]; [easy| |].
  - elim (F_1_neq_0 (field_laws K)). now rewrite E.
  - apply less_opp in H. pose proof (less_mul K _ _ H H) as H'.
    now replace (mul (opp one) (opp one)) with (@one K) in H' by ring.
Qed.

Lemma add_positive : forall x y : K, less zero x -> at_most zero y -> less zero (add x y).
Proof.
  intros x y Hx Hy. apply (less_at_most _ x); [easy|].
  replace x with (add x zero) at 1 by ring. apply at_most_add; [apply at_most_refl|easy].
Qed.

Lemma of_nat_at_least_zero : forall n, at_most zero (@of_nat K n).
Proof.
  induction n as [|n IH]; [apply at_most_refl|]. simpl. left. apply add_positive; [apply one_positive|easy].
Qed.

Lemma positive_of_nat : forall n, less zero (@of_nat K (S n)).
Proof. intro n. apply add_positive; [apply one_positive|apply of_nat_at_least_zero]. Qed.

Lemma of_nat_monotone : forall n k, n <= k -> at_most (@of_nat K n) (of_nat k).
Proof.
  intros n k H. induction H as [|k H IH]; [apply at_most_refl|]. apply (at_most_trans _ (of_nat k)); [easy|]. simpl.
  replace (of_nat k) with (add zero (@of_nat K k)) at 1 by ring.
  apply at_most_add; [left; apply one_positive|apply at_most_refl].
Qed.

Lemma ordered_characteristic_zero : characteristic_zero K.
Proof.
  intros n E. apply (less_irreflexive K zero). rewrite <- E at 2. simpl.
  apply add_positive; [apply one_positive|apply of_nat_at_least_zero].
Qed.

Lemma two_not_zero : @add K one one <> zero.
Proof.
  intro E. apply (ordered_characteristic_zero 1). transitivity (@add K one one); [simpl; ring|exact E].
Qed.

Lemma positive_not_zero : forall x : K, less zero x -> x <> zero.
Proof. intros x H ->. now apply (less_irreflexive K zero). Qed.

Lemma inverse_positive : forall x : K, less zero x -> less zero (inv x).
Proof.
  intros x H. pose proof (positive_not_zero x H) as Hx.
  destruct (trichotomy zero (inv x)) as [[Hi|E]|Hi]; [easy| |]; exfalso.
  - apply (F_1_neq_0 (field_laws K)). rewrite <- (Finv_l (field_laws K) x Hx), <- E. ring.
  - apply less_opp in Hi. pose proof (less_mul K _ _ Hi H) as H'.
    replace (mul (opp (inv x)) x) with (opp (@one K)) in H' by (field; easy).
    apply (less_irreflexive K zero). apply (less_transitive K _ one); [apply one_positive|]. now apply less_opp.
Qed.

Lemma half_positive : forall x : K, less zero x -> less zero (mul x (inv (add one one))).
Proof.
  intros x H. apply less_mul; [easy|]. apply inverse_positive, add_positive; [apply one_positive|].
  left. apply one_positive.
Qed.

Lemma half_less : forall x : K, less zero x -> less (mul x (inv (add one one))) x.
Proof.
  intros x H. apply less_by_difference.
  replace (add x (opp (mul x (inv (add one one))))) with (mul x (inv (add one one))) by (field; apply two_not_zero).
  now apply half_positive.
Qed.

(** Nothing positive is below every positive multiple of c. *)
Lemma arbitrarily_small : forall x c : K,
  at_most zero c -> (forall ε, less zero ε -> at_most x (mul c ε)) -> at_most x zero.
Proof.
  intros x c Hc H. apply not_less. intro Hx.
  assert (Hc' : less zero (add one c)) by (apply add_positive; [apply one_positive|exact Hc]).
  pose proof (inverse_positive _ Hc') as Hinverse.
  specialize (H (mul x (inv (add one c))) (less_mul K _ _ Hx Hinverse)). apply not_less in H. apply H.
  apply less_by_difference.
  replace (add x (opp (mul c (mul x (inv (add one c)))))) with (mul x (inv (add one c)))
    by (field; now apply positive_not_zero).
  now apply less_mul.
Qed.

(** ** Absolute values *)

Definition absolute (x : K) : K := match trichotomy x zero with inleft (left _) => opp x | _ => x end.

Lemma absolute_cases : forall x : K,
  (less x zero /\ absolute x = opp x) \/ (at_most zero x /\ absolute x = x).
Proof.
  intro x. unfold absolute. destruct (trichotomy x zero) as [[H|E]|H]; [now left|right..]; split; try easy.
  - now right.
  - now left.
Qed.

Lemma absolute_at_least_zero : forall x, at_most zero (absolute x).
Proof. intro x. destruct (absolute_cases x) as [[H ->]|[H ->]]; [|easy]. left. now apply less_opp. Qed.

Lemma absolute_within : forall x, within x (absolute x).
Proof.
  intro x. destruct (absolute_cases x) as [[H ->]|[H ->]].
  - split; [right; ring|]. left. apply (less_transitive K _ zero); [easy|]. now apply less_opp.
  - split; [|apply at_most_refl]. apply (at_most_trans _ zero); [|easy].
    apply at_most_by_difference. now replace (add zero (opp (opp x))) with x by ring.
Qed.

Lemma within_absolute : forall x b : K, within x b <-> at_most (absolute x) b.
Proof.
  intros x b. split.
  - intros [H H']. destruct (absolute_cases x) as [[_ ->]|[_ ->]]; [|easy].
    apply at_most_by_difference in H. apply at_most_by_difference.
    now replace (add b (opp (opp x))) with (add x (opp (opp b))) by ring.
  - intro H. destruct (absolute_within x) as [Hl Hu]. split; [|now apply (at_most_trans _ (absolute x))].
    apply (at_most_trans _ (opp (absolute x))); [|easy]. apply at_most_by_difference in H.
    apply at_most_by_difference. now replace (add (opp (absolute x)) (opp (opp b))) with (add b (opp (absolute x))) by ring.
Qed.

Lemma absolute_zero : forall x, at_most (absolute x) zero -> x = zero.
Proof.
  intros x H. destruct (absolute_cases x) as [[H' E]|[H' E]]; rewrite E in H.
  - apply not_less in H. elim H. now apply less_opp.
  - destruct H as [H|H]; [|easy]. now apply not_less in H'.
Qed.

Lemma absolute_positive : forall x, x <> zero -> less zero (absolute x).
Proof.
  intros x H. destruct (absolute_at_least_zero x) as [H'|E]; [easy|]. elim H. apply absolute_zero. rewrite <- E.
  apply at_most_refl.
Qed.

Lemma absolute_opp : forall x, absolute (opp x) = absolute x.
Proof.
  assert (H : forall x y : K, less x zero -> absolute x = y -> absolute (opp x) = y).
  { intros x y H <-. destruct (absolute_cases x) as [[_ ->]|[H' _]]; [|now apply not_less in H'].
    destruct (absolute_cases (opp x)) as [[H' _]|[_ E]]; [|easy].
    apply less_opp in H. elim (less_irreflexive K zero). now apply (less_transitive K _ (opp x)). }
  intro x. destruct (trichotomy x zero) as [[Hx| ->]|Hx].
  - now apply H.
  - now replace (opp zero) with (@zero K) by ring.
  - rewrite <- (H (opp x) _ (proj2 (less_opp _) ltac:(now replace (opp (opp x)) with x by ring)) eq_refl).
    now replace (opp (opp x)) with x by ring.
Qed.

Lemma absolute_add : forall x y, at_most (absolute (add x y)) (add (absolute x) (absolute y)).
Proof.
  intros x y. destruct (absolute_within x) as [Hx Hx'], (absolute_within y) as [Hy Hy'].
  apply (proj1 (within_absolute _ _)). split; [|now apply at_most_add].
  replace (opp (add (absolute x) (absolute y))) with (add (opp (absolute x)) (opp (absolute y))) by ring.
  now apply at_most_add.
Qed.

Lemma absolute_of_positive : forall x, at_most zero x -> absolute x = x.
Proof. intros x H. destruct (absolute_cases x) as [[H' _]|[_ E]]; [now apply not_less in H|easy]. Qed.

Lemma absolute_mul : forall x y, absolute (mul x y) = mul (absolute x) (absolute y).
Proof.
  intros x y. destruct (absolute_cases x) as [[Hx Ex]|[Hx Ex]], (absolute_cases y) as [[Hy Ey]|[Hy Ey]];
    rewrite Ex, Ey; try apply less_opp in Hx; try apply less_opp in Hy.
  - rewrite <- absolute_of_positive by (apply product_at_least_zero; now left). f_equal. ring.
  - rewrite <- absolute_opp. replace (opp (mul x y)) with (mul (opp x) y) by ring.
    apply absolute_of_positive, product_at_least_zero; [now left|easy].
  - rewrite <- absolute_opp. replace (opp (mul x y)) with (mul x (opp y)) by ring.
    apply absolute_of_positive, product_at_least_zero; [easy|now left].
  - now apply absolute_of_positive, product_at_least_zero.
Qed.

End Order.
