(** Where a diagonal entry is more than the sizes of all other ones of its row, for each row, a form is positive. *)

From Coq Require Import List Arith Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields.
From Equiloss.Index Require Import Order SecondVariation.
Import ListNotations.

Section Sums.

Context {K : OrderedField} {X : Type}.
Add Field sums_field : (field_laws K).

Lemma sum_of_cons : forall (f : X -> K) x l, sum (map f (x :: l)) = add (f x) (sum (map f l)).
Proof. easy. Qed.

Lemma sum_of_app : forall l l' : list K, sum (l ++ l') = add (sum l) (sum l').
Proof. exact (@vsum_app K scalar_space). Qed.

Lemma sum_of_zeros : forall (f : X -> K) l, (forall x, In x l -> f x = zero) -> sum (map f l) = zero.
Proof.
  intros f l H. apply (@vsum_zeros K scalar_space). intros v Hv. apply in_map_iff in Hv as (x & <- & Hx). auto.
Qed.

Lemma sum_nonnegative : forall (f : X -> K) l, (forall x, In x l -> at_most zero (f x)) ->
  at_most zero (sum (map f l)).
Proof.
  intros f l. induction l as [|x l IH]; intro H; [apply at_most_refl|].
  change (at_most zero (add (f x) (sum (map f l)))). replace (@zero K) with (@add K zero zero) by ring.
  apply at_most_add; [apply H; now left|apply IH; intros y Hy; apply H; now right].
Qed.

Lemma sum_with_positive : forall (f : X -> K) l x, (forall y, In y l -> at_most zero (f y)) -> In x l ->
  less zero (f x) -> less zero (sum (map f l)).
Proof.
  intros f l x. induction l as [|y l IH]; intros H Hin Hx; [easy|].
  change (less zero (add (f y) (sum (map f l)))).
  assert (Hl : forall z, In z l -> at_most zero (f z)) by (intros z Hz; apply H; now right).
  destruct Hin as [->|Hin].
  - apply add_positive; [exact Hx|now apply sum_nonnegative].
  - replace (add (f y) (sum (map f l))) with (add (sum (map f l)) (f y)) by ring.
    apply add_positive; [now apply IH|apply H; now left].
Qed.

Lemma square_nonnegative : forall c : K, at_most zero (mul c c).
Proof. intro c. destruct (scalar_eq_dec c zero) as [->|H]; [right; ring|left; now apply positive_square]. Qed.

(** 2cc'b ≥ −|b|(c² + c'²) *)
Lemma cross_term : forall c c' b : K,
  at_most zero (add (mul (add one one) (mul (mul c c') b)) (mul (absolute b) (add (mul c c) (mul c' c')))).
Proof.
  intros c c' b. destruct (absolute_cases b) as [[H ->]|[H ->]].
  - replace (add _ _) with (mul (opp b) (mul (add c (opp c')) (add c (opp c')))) by ring.
    apply product_at_least_zero; [left; now apply less_opp|apply square_nonnegative].
  - replace (add _ _) with (mul b (mul (add c c') (add c c'))) by ring.
    apply product_at_least_zero; [exact H|apply square_nonnegative].
Qed.

End Sums.

Section Dominance.

Context {K : OrderedField} {X : Type} (b : X -> X -> K) (S : X -> Prop).
Hypothesis symmetric : forall x y, S x -> S y -> b x y = b y x.
Add Field dominance_field : (field_laws K).

(** Σ cc'·b(x, x') over pairs (c, x), (c', x'). *)
Definition product (p q : K * X) : K := mul (mul (fst p) (fst q)) (b (snd p) (snd q)).
Definition double_sum (l : list (K * X)) : K := sum (map (fun p => sum (map (product p) l)) l).
Definition row_size (l : list (K * X)) (x : X) : K := sum (map (fun q => absolute (b x (snd q))) l).

Lemma double_sum_cons : forall p l, S (snd p) -> (forall q, In q l -> S (snd q)) ->
  double_sum (p :: l) =
  add (product p p) (add (sum (map (fun q => mul (add one one) (product p q)) l)) (double_sum l)).
Proof.
  intros p l Hp Hl. unfold double_sum. rewrite sum_of_cons. rewrite (sum_of_cons (product p)).
  rewrite (sum_ext (fun q => sum (map (product q) (p :: l))) (fun q => add (product p q) (sum (map (product q) l)))).
  - rewrite sum_map_add, (sum_map_mul (add one one)). ring.
  - intros q Hq. rewrite sum_of_cons. f_equal. unfold product. rewrite (symmetric (snd q)) by auto. ring.
Qed.

(** Vectors whose products are all 0 don't matter. *)
Lemma double_sum_null : forall l0 l,
  (forall p q, In p l0 -> In q (l0 ++ l) -> product p q = zero /\ product q p = zero) ->
  double_sum (l0 ++ l) = double_sum l.
Proof.
  intros l0 l Hnull. unfold double_sum. rewrite map_app, sum_of_app, (sum_of_zeros _ l0).
  - transitivity (sum (map (fun p => sum (map (product p) (l0 ++ l))) l)); [ring|]. apply sum_ext. intros p Hp.
    rewrite map_app, sum_of_app, (sum_of_zeros _ l0); [ring|]. intros q Hq. apply Hnull; [exact Hq|].
    apply in_app_iff. now right.
  - intros p Hp. apply sum_of_zeros. intros q Hq. now apply (Hnull p q).
Qed.

(** With what a diagonal entry exceeds the others by, or less of that, in place of the form. *)
Lemma slack_bound : forall l (slack : K * X -> K), (forall p, In p l -> S (snd p)) ->
  (forall p, In p l -> at_most (add (row_size l (snd p)) (slack p)) (mul (add one one) (b (snd p) (snd p)))) ->
  at_most (sum (map (fun p => mul (slack p) (mul (fst p) (fst p))) l)) (double_sum l).
Proof.
  induction l as [|p l IH]; intros slack Hl Hslack; [apply at_most_refl|].
  assert (Hp : S (snd p)) by (apply Hl; now left).
  assert (Hrest : forall q, In q l -> S (snd q)) by (intros q Hq; apply Hl; now right).
  rewrite double_sum_cons, sum_of_cons by easy. set (c := fst p). set (x := snd p) in *.
  assert (Hlater : at_most (sum (map (fun q => mul (add (slack q) (absolute (b x (snd q)))) (mul (fst q) (fst q))) l))
    (double_sum l)).
  { apply (IH (fun q => add (slack q) (absolute (b x (snd q)))) Hrest). intros q Hq.
    rewrite (symmetric x) by auto.
    replace (add (row_size l (snd q)) (add (slack q) (absolute (b (snd q) x)))) with
      (add (row_size (p :: l) (snd q)) (slack q)) by (unfold row_size; rewrite sum_of_cons; fold x; ring).
    apply Hslack. now right. }
  assert (Hown : at_most (add (row_size l x) (slack p)) (b x x)).
  { specialize (Hslack p (or_introl eq_refl)). unfold row_size in Hslack. rewrite sum_of_cons in Hslack.
    fold x in Hslack. fold (row_size l x) in Hslack. apply at_most_by_difference in Hslack. apply at_most_by_difference.
    destruct (absolute_within (b x x)) as [_ Hb]. apply at_most_by_difference in Hb.
    replace (add (b x x) (opp (add (row_size l x) (slack p)))) with
      (add (add (mul (add one one) (b x x)) (opp (add (add (absolute (b x x)) (row_size l x)) (slack p))))
        (add (absolute (b x x)) (opp (b x x)))) by ring.
    replace (@zero K) with (@add K zero zero) by ring. now apply at_most_add. }
  apply (at_most_mul _ _ _ (square_nonnegative c)) in Hown.
  pose proof (sum_nonnegative (fun q => add (mul (add one one) (product p q))
    (mul (absolute (b x (snd q))) (add (mul c c) (mul (fst q) (fst q))))) l) as Hcross.
  assert (H : at_most zero (add (sum (map (fun q => mul (add one one) (product p q)) l))
    (add (mul (mul c c) (row_size l x)) (sum (map (fun q => mul (absolute (b x (snd q))) (mul (fst q) (fst q))) l))))).
  { unfold row_size. rewrite <- sum_map_mul, <- !sum_map_add.
    erewrite sum_ext; [apply Hcross; intros q _; apply cross_term|]. intros q _. cbv beta. fold c. ring. }
  rewrite (sum_ext _ (fun q => add (mul (slack q) (mul (fst q) (fst q)))
    (mul (absolute (b x (snd q))) (mul (fst q) (fst q))))) in Hlater by (intros; ring).
  rewrite sum_map_add in Hlater. apply at_most_by_difference in Hlater, Hown. apply at_most_by_difference.
  apply (at_most_add _ _ _ _ Hlater), (at_most_add _ _ _ _ H) in Hown.
  replace (@add K zero (add zero zero)) with (@zero K) in Hown by ring.
  match goal with |- at_most zero ?r => match type of Hown with at_most zero ?t => replace r with t; [exact Hown|] end
    end.
  unfold product. fold c x. ring.
Qed.

(** The form is positive but at 0. *)
Theorem dominant_positive : forall l, (forall p, In p l -> S (snd p)) ->
  (forall p, In p l -> less (row_size l (snd p)) (mul (add one one) (b (snd p) (snd p)))) ->
  (forall p, In p l -> fst p = zero) \/ less zero (double_sum l).
Proof.
  intros l Hl Hdominant.
  set (slack := fun p : K * X => add (mul (add one one) (b (snd p) (snd p))) (opp (row_size l (snd p)))).
  assert (Hslack : forall p, In p l -> less zero (slack p)) by
    (intros p Hp; apply (proj1 (less_by_difference _ _)), Hdominant, Hp).
  destruct (Forall_Exists_dec (fun p : K * X => fst p = zero) (fun p => scalar_eq_dec (fst p) zero) l) as [H|H].
  - left. now apply Forall_forall.
  - right. apply Exists_exists in H as (p & Hp & Hne).
    apply (less_at_most _ (sum (map (fun p => mul (slack p) (mul (fst p) (fst p))) l))).
    + apply (sum_with_positive _ l p); [|exact Hp|apply less_mul; [now apply Hslack|now apply positive_square]].
      intros q Hq. apply product_at_least_zero; [left; now apply Hslack|apply square_nonnegative].
    + apply slack_bound; [exact Hl|]. intros q Hq. right. unfold slack. ring.
Qed.

End Dominance.
