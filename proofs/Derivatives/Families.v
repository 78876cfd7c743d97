(** What is O(|x|^k) and o(|x|^k) uniformly in a parameter: [near δ u y] says of a pair y of both that the parameter is
    within δ, and x of size u. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces OrderedFields Powers Coordinates.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Derivatives Require Import Orders SmallVectors.
Import ListNotations.

Local Open Scope nat_scope.

Section Families.

Context {K : OrderedField} {Y : Type} (dom : Y -> Prop) (near : K -> K -> Y -> Prop).
Hypothesis near_dom : forall δ u y, near δ u y -> dom y.
Hypothesis near_wider : forall δ δ' u y, at_most δ δ' -> near δ u y -> near δ' u y.
Add Field families_field : (field_laws K).

Definition family_bounded (k : nat) (r : Y -> K) : Prop :=
  exists M δ, at_most zero M /\ less zero δ /\
    forall u y, less zero u -> less u δ -> near δ u y -> at_most (absolute (r y)) (mul M (power u k)).
Definition family_small (k : nat) (r : Y -> K) : Prop :=
  forall ε, less zero ε -> exists δ, less zero δ /\
    forall u y, less zero u -> less u δ -> near δ u y -> at_most (absolute (r y)) (mul ε (power u k)).
Definition family (s : order) : (Y -> K) -> Prop := match s with O k => family_bounded k | o k => family_small k end.

Lemma family_ext : forall s r r', (forall y, dom y -> r y = r' y) -> family s r -> family s r'.
Proof.
  intros [k|k] r r' E; simpl.
  - intros (M & δ & HM & Hδ & H). exists M, δ. split; [easy|]. split; [easy|]. intros u y Hu Huδ Hy.
    rewrite <- E by exact (near_dom _ _ _ Hy). now apply H.
  - intros H ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [easy|]. intros u y Hu Huδ Hy.
    rewrite <- E by exact (near_dom _ _ _ Hy). now apply H'.
Qed.

Lemma family_zero : forall s, family s (fun _ => zero).
Proof.
  intros [k|k]; simpl.
  - exists zero, one. split; [apply at_most_refl|]. split; [apply one_positive|]. intros u y Hu _ _.
    rewrite absolute_zero_value. right. ring.
  - intros ε Hε. exists one. split; [apply one_positive|]. intros u y Hu _ _. rewrite absolute_zero_value.
    apply product_at_least_zero; [now left|now apply power_nonneg].
Qed.

Lemma family_add : forall s r r', family s r -> family s r' -> family s (fun y => add (r y) (r' y)).
Proof.
  intros [k|k] r r'; simpl.
  - intros (M & δ & HM & Hδ & H) (M' & δ' & HM' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2).
    exists (add M M'), d. split; [|split; [easy|]].
    { replace (@zero K) with (@add K zero zero) by ring. now apply at_most_add. }
    intros u y Hu Hud Hy. apply (at_most_trans _ _ _ (absolute_add _ _)).
    replace (mul (add M M') (power u k)) with (add (mul M (power u k)) (mul M' (power u k))) by ring.
    apply at_most_add; [apply H|apply H']; try easy; solve [now apply (less_at_most _ d)|now apply (near_wider d)].
  - intros H H' ε Hε. destruct (H _ (half_positive ε Hε)) as (δ & Hδ & Hr).
    destruct (H' _ (half_positive ε Hε)) as (δ' & Hδ' & Hr'). destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2).
    exists d. split; [easy|]. intros u y Hu Hud Hy. apply (at_most_trans _ _ _ (absolute_add _ _)).
    replace (mul ε (power u k)) with
      (add (mul (mul ε (inv (add one one))) (power u k)) (mul (mul ε (inv (add one one))) (power u k)))
      by (field; apply two_not_zero).
    apply at_most_add; [apply Hr|apply Hr']; try easy; solve [now apply (less_at_most _ d)|now apply (near_wider d)].
Qed.

Lemma family_mul : forall k s r r', family (O k) r -> family s r' -> family (times_order k s) (fun y => mul (r y) (r'
  y)).
Proof.
  intros k s r r' (M & δ & HM & Hδ & H). destruct s as [k'|k']; simpl.
  - intros (M' & δ' & HM' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2).
    exists (mul M M'), d. split; [now apply product_at_least_zero|]. split; [easy|]. intros u y Hu Hud Hy.
    rewrite absolute_mul, power_plus.
    replace (mul (mul M M') (mul (power u k) (power u k'))) with (mul (mul M (power u k)) (mul M' (power u k')))
      by ring.
    apply product_bound; try apply absolute_at_least_zero; [apply H|apply H']; try easy;
      solve [now apply (less_at_most _ d)|now apply (near_wider d)].
  - intros H' ε Hε. assert (HM1 : less zero (add one M)) by (apply add_positive; [apply one_positive|easy]).
    destruct (H' (mul ε (inv (add one M)))) as (δ' & Hδ' & Hr'); [now apply less_mul, inverse_positive|].
    destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2). exists d. split; [easy|]. intros u y Hu Hud Hy.
    rewrite absolute_mul, power_plus. apply (at_most_trans _ (mul (mul (add one M) (power u k))
      (mul (mul ε (inv (add one M))) (power u k')))).
    + apply product_bound; try apply absolute_at_least_zero.
      * apply (at_most_trans _ (mul M (power u k))).
        { apply H; try easy; solve [now apply (less_at_most _ d)|now apply (near_wider d)]. }
        apply at_most_mul_right; [now apply power_nonneg|]. replace M with (add zero M) at 1 by ring.
        apply at_most_add; [left; apply one_positive|apply at_most_refl].
      * apply Hr'; try easy; solve [now apply (less_at_most _ d)|now apply (near_wider d)].
    + right. field. now apply positive_not_zero.
Qed.

Lemma family_scaled : forall s c r, family s r -> family s (fun y => mul c (r y)).
Proof.
  assert (Hc : forall c, family (O 0) (fun _ => c)).
  { intro c. exists (absolute c), one. split; [apply absolute_at_least_zero|]. split; [apply one_positive|].
    intros u y _ _ _. right. simpl. ring. }
  intros [k|k] c r H; [exact (family_mul 0 (O k) _ _ (Hc c) H)|exact (family_mul 0 (o k) _ _ (Hc c) H)].
Qed.

Lemma family_sum : forall {Z : Type} s (r : Z -> Y -> K) (l : list Z), (forall z, In z l -> family s (r z)) ->
  family s (fun y => sum (map (fun z => r z y) l)).
Proof.
  intros Z s r l H. induction l as [|z l IH]; [apply family_zero|].
  apply (family_add s (r z) (fun y => sum (map (fun z => r z y) l))); [apply H; now left|].
  apply IH. intros z' Hz'. apply H. now right.
Qed.

Lemma family_small_bounded : forall k r, family (o k) r -> family (O k) r.
Proof.
  intros k r H. destruct (H one one_positive) as (δ & Hδ & H'). exists one, δ. split; [left; apply one_positive|].
  now split.
Qed.

(** ** Vectors *)

Context {A : VectorSpace K} (d : nat) (f : list K -> A).
Hypothesis Hf : linear_coordinates vector_plus (fun _ => True) d f.

Definition vector_family (s : order) (v : Y -> A) : Prop :=
  exists r, (forall y, dom y -> length (r y) = d /\ f (r y) = v y) /\ forall j, family s (fun y => nth j (r y) zero).

Lemma vector_family_add : forall s v v', vector_family s v -> vector_family s v' ->
  vector_family s (fun y => vadd (v y) (v' y)).
Proof.
  intros s v v' (r & Hr & H) (r' & Hr' & H'). exists (fun y => scalars_plus one (r y) (r' y)). split.
  - intros y Hy. destruct (Hr y Hy) as [Hl E], (Hr' y Hy) as [Hl' E']. split; [rewrite plus_length; congruence|].
    rewrite (coordinates_keep d f Hf), E, E' by easy. unfold vector_plus. now rewrite scale_one.
  - intro j. apply (family_ext s (fun y => add (nth j (r y) zero) (nth j (r' y) zero))); [|now apply family_add].
    intros y Hy. destruct (Hr y Hy) as [Hl _], (Hr' y Hy) as [Hl' _]. rewrite nth_plus by congruence. ring.
Qed.

Lemma vector_family_zero : forall s, vector_family s (fun _ => vzero).
Proof.
  intro s. exists (fun _ => zeros d). split.
  - intros y _. split; [apply zeros_length|exact (coordinates_zero d f Hf)].
  - intro j. apply (family_ext s (fun _ => zero)); [|apply family_zero]. intros y _. now rewrite nth_zeros.
Qed.

Lemma vector_family_scale : forall k s c v, family (O k) c -> vector_family s v ->
  vector_family (times_order k s) (fun y => scale (c y) (v y)).
Proof.
  intros k s c v Hc (r & Hr & H). exists (fun y => scalars_plus (c y) (zeros d) (r y)). split.
  - intros y Hy. destruct (Hr y Hy) as [Hl E]. split; [rewrite plus_length; rewrite zeros_length; congruence|].
    rewrite (coordinates_keep d f Hf), (coordinates_zero d f Hf), E by (easy || apply zeros_length).
    unfold vector_plus. apply vadd_zero.
  - intro j. apply (family_ext _ (fun y => mul (c y) (nth j (r y) zero))).
    + intros y Hy. destruct (Hr y Hy) as [Hl _]. rewrite nth_plus by (rewrite zeros_length; congruence).
      rewrite nth_zeros. ring.
    + exact (family_mul k s _ _ Hc (H j)).
Qed.

Lemma vector_family_sum : forall {Z : Type} s (v : Z -> Y -> A) (l : list Z),
  (forall z, In z l -> vector_family s (v z)) -> vector_family s (fun y => vsum (map (fun z => v z y) l)).
Proof.
  intros Z s v l H. induction l as [|z l IH]; [apply vector_family_zero|].
  apply (vector_family_add s (v z) (fun y => vsum (map (fun z => v z y) l))); [apply H; now left|].
  apply IH. intros z' Hz'. apply H. now right.
Qed.

Lemma vector_family_orders : forall s s' v, (forall r : Y -> K, family s r -> family s' r) -> vector_family s v ->
  vector_family s' v.
Proof. intros s s' v H (r & Hr & H'). exists r. split; [exact Hr|]. intro j. now apply H. Qed.

Lemma form_of_family : forall s (l : A -> K) v, linear_form l -> vector_family s v -> family s (fun y => l (v y)).
Proof.
  intros s l v Hl (r & Hr & H). destruct (form_by_entries d (fun x => l (f x))) as (c & Hc).
  { intros a x x' Hx Hx'. now rewrite (coordinates_keep d f Hf), Hl. }
  apply (family_ext s (fun y => sum (map (fun j => mul (nth j c zero) (nth j (r y) zero)) (seq 0 d)))).
  - intros y Hy. destruct (Hr y Hy) as [Hlength E]. now rewrite <- E, Hc.
  - apply (family_sum s (fun j y => mul (nth j c zero) (nth j (r y) zero))). intros j _. now apply family_scaled.
Qed.

Lemma bilinear_of_families : forall k s (b : A -> A -> K) v v',
  (forall v, linear_form (b v)) -> (forall v v', b v v' = b v' v) -> vector_family (O k) v -> vector_family s v' ->
  family (times_order k s) (fun y => b (v y) (v' y)).
Proof.
  intros k s b v v' Hb Hsymmetric (r & Hr & H) Hv'.
  apply (family_ext _ (fun y => sum (map (fun j => mul (nth j (r y) zero) (b (f (unit_vector d j)) (v' y)))
    (seq 0 d)))).
  - intros y Hy. destruct (Hr y Hy) as [Hlength E]. rewrite <- E. symmetry.
    rewrite Hsymmetric, (form_at_entries d f Hf _ (Hb (v' y)) _ Hlength). f_equal. apply map_ext. intro j. f_equal.
      apply Hsymmetric.
  - apply (family_sum _ (fun j y => mul (nth j (r y) zero) (b (f (unit_vector d j)) (v' y)))). intros j _.
    apply (family_mul k s); [apply H|]. now apply form_of_family.
Qed.

Lemma family_common_bound : forall (r : nat -> Y -> K) k, (forall j, family (O 1) (r j)) -> exists M δ, less zero M /\
  less zero δ /\
  forall j u y, j < k -> less zero u -> less u δ -> near δ u y -> at_most (absolute (r j y)) (mul M u).
Proof.
  intros r k H. induction k as [|k (M & δ & HM & Hδ & IH)].
  - exists one, one. split; [apply one_positive|]. split; [apply one_positive|]. intros. lia.
  - destruct (H k) as (M' & δ' & HM' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2).
    exists (add M M'), e. split; [now apply add_positive|]. split; [easy|]. intros j u y Hj Hu Hue Hy.
    assert (Hu0 : at_most zero u) by now left. destruct (Nat.eq_dec j k) as [->|Hne].
    + apply (at_most_trans _ (mul M' u)).
      * replace (mul M' u) with (mul M' (power u 1)) by (simpl; ring).
        apply H'; [easy|now apply (less_at_most _ e)|now apply (near_wider e)].
      * apply at_most_mul_right; [exact Hu0|]. replace M' with (add zero M') at 1 by ring.
        apply at_most_add; [now left|apply at_most_refl].
    + apply (at_most_trans _ (mul M u)).
      * apply IH; [lia|easy|now apply (less_at_most _ e)|now apply (near_wider e)].
      * apply at_most_mul_right; [exact Hu0|]. replace M with (add M zero) at 1 by ring.
        apply at_most_add; [apply at_most_refl|easy].
Qed.

Lemma remainder_at_family : forall k (ρ : A -> K) v, negligible d f k ρ -> vector_family (O 1) v ->
  family (o k) (fun y => ρ (v y)).
Proof.
  intros k ρ v Hρ (r & Hr & H).
  destruct (family_common_bound (fun j y => nth j (r y) zero) d H) as (M & δ & HM & Hδ & Hbound).
  intros ε Hε. pose proof (power_positive M k HM) as HMk.
  destruct (Hρ (mul ε (inv (power M k)))) as (δ' & Hδ' & Hsmall); [now apply less_mul, inverse_positive|].
  destruct (smaller δ (mul δ' (inv M))) as (e & He & He1 & He2); [easy|now apply less_mul, inverse_positive|].
  exists e. split; [easy|]. intros u y Hu Hue Hy. destruct (Hr y (near_dom _ _ _ Hy)) as [Hlength E].
  apply (proj1 (within_absolute _ _)).
  replace (mul ε (power u k)) with (mul (mul ε (inv (power M k))) (power (mul M u) k))
    by (rewrite power_mul; field; now apply positive_not_zero).
  apply Hsmall; [now apply less_mul| |].
  - replace δ' with (mul M (mul δ' (inv M))) by (field; now apply positive_not_zero).
    apply less_mul_left; [easy|]. now apply (less_at_most _ e).
  - exists (r y). split; [easy|]. split; [easy|]. intros c Hc. apply (In_nth _ _ zero) in Hc as (j & Hj & <-).
    apply within_absolute. apply Hbound; [congruence|easy|now apply (less_at_most _ e)|now apply (near_wider e)].
Qed.

End Families.
