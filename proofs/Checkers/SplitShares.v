(** The factors of a split: an invertible matrix W with orthogonal rows keeps the signs of the shares. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Coordinates.
From Equiloss.Index Require Import Order SecondVariation Inertia Sylvester.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedSplitting Dominance MatrixForms InertiaBasis ListVariations HessianMatrix.
Import ListNotations.

Local Open Scope nat_scope.

Section Numbered.

Context {K : Field}.

Lemma in_numbered_from : forall (M : matrix K) n i row, nth_error M i = Some row ->
  In (n + i, row) (combine (seq n (length M)) M).
Proof.
  induction M as [|first M IH]; intros n [|i] row E; try easy; cbn [length seq combine].
  - injection E as ->. left. now rewrite Nat.add_0_r.
  - right. rewrite Nat.add_succ_r. now apply (IH (S n)).
Qed.

Lemma check_inverse_sound : forall M N : matrix K, check_inverse M N = true ->
  forall i j row row', nth_error M i = Some row -> nth_error N j = Some row' ->
    dot row row' = if i =? j then one else zero.
Proof.
  intros M N E i j row row' Hi Hj. unfold check_inverse in E. rewrite forallb_forall in E.
  specialize (E (i, row) (in_numbered_from M 0 i row Hi)). rewrite forallb_forall in E.
  specialize (E (j, row') (in_numbered_from N 0 j row' Hj)). cbn [fst snd] in E.
  now destruct (scalar_eq_dec (dot row row') (if i =? j then one else zero)).
Qed.

End Numbered.

Section Maps.

Context {K : OrderedField}.
Add Field split_maps_field : (field_laws K).

(** The coefficient of a row, by a vector that is orthogonal to all others. *)
Lemma coefficient : forall (M : matrix K) v p n y, length y = length M ->
  (forall i row, nth_error M i = Some row -> dot row v = if n + i =? p then one else zero) ->
  sum (map (fun c => mul (fst c) (dot (snd c) v)) (combine y M)) = if n <=? p then nth (p - n) y zero else zero.
Proof.
  induction M as [|row M IH]; intros v p n [|c y] Hy Hv; try easy.
  - cbn. now destruct (n <=? p), (p - n).
  - injection Hy as Hy. cbn [combine]. rewrite sum_of_cons. cbn [fst snd].
    rewrite (IH v p (S n) y Hy) by (intros i row' Hi; rewrite (Hv (S i) row' Hi); now rewrite Nat.add_succ_r).
    rewrite (Hv 0 row eq_refl), Nat.add_0_r. destruct (Nat.eqb_spec n p) as [->|Hne].
    + rewrite Nat.leb_refl, Nat.sub_diag. rewrite (proj2 (Nat.leb_gt (S p) p)) by lia. cbn [nth]. ring.
    + destruct (Nat.leb_spec n p) as [H|H].
      * rewrite (proj2 (Nat.leb_le (S n) p)) by lia. replace (p - n) with (S (p - S n)) by lia. cbn [nth]. ring.
      * rewrite (proj2 (Nat.leb_gt (S n) p)) by lia. ring.
Qed.

(** An injective linear map of K^k to itself is onto. *)
Lemma injective_onto : forall k (f : list K -> list K), keeps scalars_plus k f ->
  (forall x, length x = k -> length (f x) = k) -> (forall x, length x = k -> f x = zeros k -> x = zeros k) ->
  forall v, length v = k -> exists x, length x = k /\ f x = v.
Proof.
  intros k f Hf Hlength Hinjective v Hv.
  destruct (common_zero k (S k) (map (fun i (w : list K) => nth i (scalars_plus (hd zero w) (f (tl w)) v) zero) (seq 0
    k))) as (w & Hw & Hne & Hzero).
  - intros l Hl. apply in_map_iff in Hl as (i & <- & _). intros s [|a x] [|b y] Hx Hy; try easy.
    injection Hx as Hx. injection Hy as Hy. rewrite plus_cons. cbn [hd tl]. rewrite Hf by easy.
    rewrite plus_exchange by (rewrite Hlength; congruence).
    apply (nth_keeps i k); rewrite plus_length; rewrite ?Hlength; congruence.
  - now rewrite map_length, seq_length.
  - lia.
  - destruct w as [|a x]; [easy|]. injection Hw as Hx.
    assert (E : scalars_plus a (f x) v = zeros k).
    { assert (Hl : length (scalars_plus a (f x) v) = k) by (rewrite plus_length; rewrite Hlength; congruence).
      apply (nth_ext _ _ zero zero); [now rewrite zeros_length|]. intros i Hi. rewrite Hl in Hi.
      unfold zeros. rewrite nth_repeat.
      apply (Hzero (fun w => nth i (scalars_plus (hd zero w) (f (tl w)) v) zero)). apply in_map_iff. exists i.
      split; [easy|]. apply in_seq. lia. }
    assert (Hzeros : f (zeros k) = zeros k) by (apply (vectors_zeros k k f Hf), Hlength, zeros_length).
    assert (Ha : a <> zero).
    { intros ->. apply Hne. change (zeros (S k)) with (@zero K :: zeros k). f_equal. apply Hinjective; [exact Hx|].
      rewrite <- E. symmetry. apply nth_ext with (d := zero) (d' := zero);
        [rewrite plus_length; rewrite Hlength; congruence|].
      intros i _. rewrite (nth_keeps i k) by (rewrite ?Hlength; congruence). unfold scalar_plus. ring. }
    exists (scalars_plus (opp (inv a)) (zeros k) x).
    assert (Hl : length (scalars_plus (opp (inv a)) (zeros k) x) = k)
      by (rewrite plus_length; rewrite zeros_length; congruence).
    split; [exact Hl|]. apply nth_ext with (d := zero) (d' := zero); [rewrite Hlength; congruence|]. intros i _.
    rewrite Hf, Hzeros by (exact Hx || apply zeros_length).
    rewrite (nth_keeps i k) by (rewrite ?zeros_length, ?Hlength; congruence).
    apply (f_equal (fun l => nth i l zero)) in E. rewrite (nth_keeps i k) in E by (rewrite ?Hlength; congruence).
    unfold zeros in *. rewrite nth_repeat in *. unfold scalar_plus in *.
    replace (nth i (f x) zero) with (add (add (nth i (f x) zero) (mul a (nth i v zero))) (opp (mul a (nth i v zero))))
      by ring. rewrite E. field. exact Ha.
Qed.

Lemma weighted_symmetric : forall s x y : list K, dot (weighted_by s x) y = dot (weighted_by s y) x.
Proof.
  unfold weighted_by. induction s as [|c s IH]; intros [|a x] [|b y]; try easy.
  change (add (mul (mul c a) b) (dot (map (fun p => mul (fst p) (snd p)) (combine s x)) y) =
    add (mul (mul c b) a) (dot (map (fun p => mul (fst p) (snd p)) (combine s y)) x)). rewrite IH. ring.
Qed.

Lemma weighted_diagonal : forall s x : list K, dot (weighted_by s x) x = diagonal s x.
Proof.
  unfold weighted_by. induction s as [|c s IH]; intros [|a x]; try easy. rewrite diagonal_cons, <- IH.
  change (add (mul (mul c a) a) (dot (map (fun p => mul (fst p) (snd p)) (combine s x)) x) =
    add (mul c (mul a a)) (dot (map (fun p => mul (fst p) (snd p)) (combine s x)) x)). ring.
Qed.

End Maps.
