(** How the values of a layer change to first order, as its matrix and the values before it do. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers Coordinates.
From Equiloss.Layers Require Import Layers PairUnits LayerCopies.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule.
Import ListNotations.

Local Open Scope nat_scope.

Section Lists.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Lemma dot_of_sums : forall r v x y : list K, length v = length r -> length x = length r -> length y = length r ->
  dot (scalars_plus one r v) (scalars_plus one x y) =
  add (dot r x) (add (add (dot v x) (dot r y)) (dot v y)).
Proof.
  unfold dot. induction r as [|a r IH]; intros [|b v] [|c x] [|d y] Hv Hx Hy; try easy; [unfold sum; simpl; ring|].
  injection Hv as Hv. injection Hx as Hx. injection Hy as Hy. rewrite !plus_cons. cbn [combine map fst snd].
  rewrite !sum_cons, IH by assumption. unfold scalar_plus. ring.
Qed.

Lemma nth_map_seq : forall (F : nat -> K) i m, i < m -> nth i (map F (seq 0 m)) zero = F i.
Proof.
  intros F i m Hi. rewrite (nth_indep _ zero (F 0)) by now rewrite map_length, seq_length.
  now rewrite map_nth, seq_nth.
Qed.

Lemma map_of_sum : forall (σ : K -> K) z c, map σ (scalars_plus one z (map c (seq 0 (length z)))) =
  scalars_plus one (map σ z)
    (map (fun i => add (σ (add (nth i z zero) (c i))) (opp (σ (nth i z zero)))) (seq 0 (length z))).
Proof.
  intros σ z. induction z as [|a z IH]; intro c; [reflexivity|]. cbn [length seq map]. rewrite !plus_cons.
  cbn [map]. f_equal.
  - unfold scalar_plus. cbn [nth]. transitivity (σ (add a (c 0))); [f_equal; ring|ring].
  - rewrite <- seq_shift, !map_map. apply (IH (fun i => c (S i))).
Qed.

Lemma nth_list_plus : forall {Y : Type} (plus : K -> Y -> Y -> Y) s (y0 : Y) l l' i, plus s y0 y0 = y0 ->
  length l = length l' -> nth i (list_plus plus s l l') y0 = plus s (nth i l y0) (nth i l' y0).
Proof.
  intros Y plus s y0. induction l as [|y l IH]; intros [|y' l'] i H0 H; try easy; [now destruct i|].
  destruct i as [|i]; [reflexivity|]. apply (IH l' i H0). now injection H.
Qed.

Lemma list_plus_length : forall {Y : Type} (plus : K -> Y -> Y -> Y) s l l', length l = length l' ->
  length (list_plus plus s l l') = length l.
Proof. intros Y plus s l l' H. unfold list_plus. rewrite map_length, combine_length, H. apply Nat.min_id. Qed.

Lemma forall2_nth : forall {Y : Type} (R : Y -> Y -> Prop) (y0 : Y) l l' i, R y0 y0 -> Forall2 R l l' ->
  R (nth i l y0) (nth i l' y0).
Proof.
  intros Y R y0 l l' i H0 H. revert i. induction H as [|y y' l l' Hy H IH]; intros [|i]; auto. exact (IH i).
Qed.

Lemma forall2_length : forall {Y : Type} (R : Y -> Y -> Prop) l l', Forall2 R l l' -> length l = length l'.
Proof. intros Y R l l' H. induction H; simpl; congruence. Qed.

Lemma weight_cons : forall l i j (M : matrix K) θ, weight (S l) i j (M :: θ) = weight l i j θ.
Proof. reflexivity. Qed.

(** The first matrix apart. *)
Lemma over_weights_cons : forall (M : matrix K) θ f, over_weights (M :: θ) f =
  add (sum (map (fun i => sum (map (f 0 i) (seq 0 (length (nth i M []))))) (seq 0 (length M))))
    (over_weights θ (fun l => f (S l))).
Proof.
  intros M θ f. unfold over_weights. cbn [length seq map nth]. rewrite sum_cons, <- seq_shift, map_map. reflexivity.
Qed.

Lemma weight_of_plus : forall s l i j (θ δ δ' : list (matrix K)), same_shape θ δ -> same_shape θ δ' ->
  weight l i j (layers_plus s δ δ') = scalar_plus s (weight l i j δ) (weight l i j δ').
Proof.
  intros s l i j θ δ δ' H H'. unfold weight, layers_plus.
  assert (H1 : Forall2 (fun row row' => length row = length row') (nth l θ []) (nth l δ []))
    by (apply (forall2_nth _ [] θ δ l); [constructor|exact H]).
  assert (H1' : Forall2 (fun row row' => length row = length row') (nth l θ []) (nth l δ' []))
    by (apply (forall2_nth _ [] θ δ' l); [constructor|exact H']).
  pose proof (forall2_nth _ [] _ _ i eq_refl H1) as H2. pose proof (forall2_nth _ [] _ _ i eq_refl H1') as H2'.
  rewrite nth_list_plus; [|reflexivity|].
  - rewrite nth_list_plus; [|reflexivity|].
    + unfold scalars_plus. rewrite nth_list_plus; [reflexivity|unfold scalar_plus; ring|].
      exact (eq_trans (eq_sym H2) H2').
    + exact (eq_trans (eq_sym (forall2_length _ _ _ H1)) (forall2_length _ _ _ H1')).
  - exact (eq_trans (eq_sym (forall2_length _ _ _ H)) (forall2_length _ _ _ H')).
Qed.

End Lists.

Section Orders.

Context {K : OrderedField} (n : nat).
Add Field K_field2 : (field_laws K).

(** A list of d entries, each of order s. *)
Definition entries_are (d : nat) (s : order) (v : list K -> list K) : Prop :=
  (forall h, length h = n -> length (v h) = d) /\ forall j, is n s (fun h => nth j (v h) zero).

Lemma remainder_at_entries : forall d (ρ : list K -> K) v, negligible d (fun x => x) 1 ρ -> entries_are d (O 1) v ->
  is n (o 1) (fun h => ρ (v h)).
Proof.
  intros d ρ v Hρ [Hlength H]. destruct (common_bound n (fun j x => nth j (v x) zero) d H) as (M & δ & HM & Hδ &
  Hbound).
  intros ε Hε. destruct (Hρ (mul ε (inv M))) as (δ' & Hδ' & Hsmall); [now apply less_mul, inverse_positive|].
  destruct (smaller δ (mul δ' (inv M))) as (e & He & He1 & He2); [easy|now apply less_mul, inverse_positive|].
  exists e. split; [easy|]. intros u x Hu Hue Hx. destruct Hx as [Hx Hentries].
  apply (proj1 (within_absolute _ _)).
  replace (mul ε (power u 1)) with (mul (mul ε (inv M)) (power (mul M u) 1))
    by (simpl; field; now apply positive_not_zero).
  apply Hsmall; [now apply less_mul| |].
  - replace δ' with (mul M (mul δ' (inv M))) by (field; now apply positive_not_zero).
    apply less_mul_left; [easy|]. now apply (less_at_most _ e).
  - exists (v x). split; [now apply Hlength|]. split; [easy|]. intros c Hc. apply (In_nth _ _ zero) in Hc as (j & Hj &
  <-).
    apply within_absolute. rewrite Hlength in Hj by exact Hx.
    apply Hbound; [exact Hj|easy|now apply (less_at_most _ e)|now split].
Qed.

(** Products of rows and columns that vary. *)
Lemma dot_is : forall d k s (u v : list K -> list K), (forall h, length h = n -> length (v h) = d) ->
  (forall j, is n (O k) (fun h => nth j (u h) zero)) -> (forall j, is n s (fun h => nth j (v h) zero)) ->
  is n (times_order k s) (fun h => dot (u h) (v h)).
Proof.
  intros d k s u v Hlength Hu Hv.
  apply (is_ext n _ (fun h => sum (map (fun i => mul (nth i (u h) zero) (nth i (v h) zero)) (seq 0 d)))).
  - intros h Hh. now rewrite dot_by_places, Hlength.
  - apply (is_sum n _ (fun i h => mul (nth i (u h) zero) (nth i (v h) zero))). intros i _. now apply is_mul.
Qed.

Lemma negligible_remainder : forall (ρ h : list K -> K), is n (o 1) (fun x => add (ρ x) (h x)) -> is n (o 1) h ->
  is n (o 1) ρ.
Proof.
  intros ρ h H H'. apply (is_ext n _ (fun x => add (add (ρ x) (h x)) (mul (opp one) (h x)))); [intros; ring|].
  apply is_add; [exact H|now apply (is_scaled n (o 1))].
Qed.

Context (σ σ' : K -> K) (smooth : forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z))).
(** What the entries of M + Δ and x + ξ make of Mx: M's rows have d entries. *)
Section Step.

Context (d : nat) (M : matrix K) (x : list K) (Δ : list K -> matrix K) (ξ : list K -> list K).
Context (HM : rows_of_length d M) (Hx : length x = d) (Hξ : entries_are d (O 1) ξ).
Context (HΔ : forall h, length h = n -> Forall2 (fun row row' => length row = length row') M (Δ h)).
Context (HΔ1 : forall i j, is n (O 1) (fun h => nth j (nth i (Δ h) []) zero)).

(** The linear part, and the change itself. *)
Definition linear_change (i : nat) (h : list K) : K := add (dot (nth i (Δ h) []) x) (dot (nth i M []) (ξ h)).
Definition change (i : nat) (h : list K) : K := add (linear_change i h) (dot (nth i (Δ h) []) (ξ h)).

Lemma linear_change_is : forall i, is n (O 1) (linear_change i).
Proof.
  intro i. unfold linear_change. apply is_add.
  - apply (dot_is d 1 (O 0) (fun h => nth i (Δ h) []) (fun _ => x)); [easy|apply HΔ1|]. intro j. apply is_constant.
  - apply (dot_is d 0 (O 1) (fun _ => nth i M []) ξ); [apply Hξ| |apply Hξ]. intro j. apply is_constant.
Qed.

Lemma second_change_is : forall i, is n (o 1) (fun h => dot (nth i (Δ h) []) (ξ h)).
Proof.
  intro i. apply bounded_small.
  apply (dot_is d 1 (O 1) (fun h => nth i (Δ h) []) ξ); [apply Hξ|apply HΔ1|apply Hξ].
Qed.

Lemma change_is : forall i, is n (O 1) (change i).
Proof. intro i. apply is_add; [apply linear_change_is|]. apply small_bounded, second_change_is. Qed.

Lemma times_changed : forall h, length h = n -> times (list_plus scalars_plus one M (Δ h)) (scalars_plus one x (ξ h)) =
  scalars_plus one (times M x) (map (fun i => change i h) (seq 0 (length M))).
Proof.
  intros h Hh. specialize (HΔ h Hh). pose proof (forall2_length _ _ _ HΔ) as Hl.
  assert (Hle : length (times M x) = length (map (fun i => change i h) (seq 0 (length M))))
    by (unfold times; now rewrite !map_length, seq_length).
  apply (nth_ext _ _ zero zero).
  - rewrite plus_length by exact Hle. unfold times. rewrite !map_length. now apply list_plus_length.
  - intros i Hi. unfold times in Hi. rewrite map_length, list_plus_length in Hi by exact Hl.
    unfold scalars_plus at 3. rewrite nth_list_plus; [|unfold scalar_plus; ring|exact Hle].
    rewrite !nth_times, nth_list_plus by (reflexivity || exact Hl).
    rewrite nth_map_seq by exact Hi.
    assert (Hrow : length (nth i M []) = d) by (apply HM, nth_In, Hi).
    pose proof (forall2_nth _ [] _ _ i eq_refl HΔ) as Hrow'. cbv beta in Hrow'.
    rewrite dot_of_sums; [unfold change, linear_change, scalar_plus; ring|congruence|congruence|].
    rewrite (proj1 Hξ) by exact Hh. now symmetry.
Qed.

(** σ of it. *)
Definition activated_change (h : list K) : list K :=
  map (fun i => add (σ (add (nth i (times M x) zero) (change i h))) (opp (σ (nth i (times M x) zero))))
    (seq 0 (length M)).

Lemma activated_changed : forall h,
  map σ (scalars_plus one (times M x) (map (fun i => change i h) (seq 0 (length M)))) =
  scalars_plus one (map σ (times M x)) (activated_change h).
Proof.
  intro h. unfold activated_change.
  assert (Ht : length (times M x) = length M) by apply map_length. rewrite <- Ht.
  exact (map_of_sum σ (times M x) (fun i => change i h)).
Qed.

Lemma activated_remainder_is : forall i, is n (o 1) (fun h => add
  (add (σ (add (nth i (times M x) zero) (change i h))) (opp (σ (nth i (times M x) zero))))
  (opp (mul (σ' (nth i (times M x) zero)) (linear_change i h)))).
Proof.
  intro i. set (z := nth i (times M x) zero).
  apply (is_ext n _ (fun h => add ((fun t => add (σ (scalar_plus one z t)) (opp (add (σ z) (mul (σ' z) t))))
    (change i h)) (mul (σ' z) (dot (nth i (Δ h) []) (ξ h))))).
  - intros h _. unfold scalar_plus. replace (mul one (change i h)) with (change i h) by ring. unfold change at 2. ring.
  - apply is_add; [|apply (is_scaled n (o 1)), second_change_is].
    exact (remainder_at_scalar n 1 _ _ (smooth z) (change_is i)).
Qed.

Lemma activated_change_is : entries_are (length M) (O 1) activated_change.
Proof.
  split; [intros h _; unfold activated_change; now rewrite map_length, seq_length|]. intro i.
  destruct (lt_dec i (length M)) as [Hi|Hi].
  - apply (is_ext n _ (fun h => add (add (add (σ (add (nth i (times M x) zero) (change i h)))
      (opp (σ (nth i (times M x) zero)))) (opp (mul (σ' (nth i (times M x) zero)) (linear_change i h))))
      (mul (σ' (nth i (times M x) zero)) (linear_change i h)))).
    + intros h _. unfold activated_change. rewrite nth_map_seq by exact Hi. ring.
    + apply is_add; [apply small_bounded, activated_remainder_is|]. apply (is_scaled n (O 1)), linear_change_is.
  - apply (is_ext n _ (fun _ => zero)); [|apply is_zero]. intros h _. symmetry. apply nth_overflow.
    unfold activated_change. rewrite map_length, seq_length. lia.
Qed.

End Step.

End Orders.
