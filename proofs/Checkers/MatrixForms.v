(** xᵀHy for a symmetric matrix H, as a bilinear form, and its values at linear combinations. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Layers Require Import Layers.
From Equiloss.Index Require Import SecondVariation Sylvester.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import Dominance.
Import ListNotations.

Local Open Scope nat_scope.

Section Matrices.

Context {K : OrderedField} (H : matrix K).
Hypothesis HH : symmetric_matrix H.
Add Field matrices_field : (field_laws K).

Lemma times_nth : forall y i, nth i (times H y) zero = dot (nth i H []) y.
Proof.
  intros y i. unfold times. change (@zero K) with (dot (K := K) [] y). apply (map_nth (fun row => dot row y)).
Qed.

Lemma form_by_places : forall x y, length y = length H -> matrix_form H x y =
  sum (map (fun i => sum (map (fun j => mul (nth i x zero) (mul (nth j (nth i H []) zero) (nth j y zero)))
    (seq 0 (length H)))) (seq 0 (length H))).
Proof.
  intros x y Hy. unfold matrix_form. rewrite dot_by_places. unfold times at 2. rewrite map_length. apply sum_ext.
  intros i Hi. rewrite times_nth, dot_by_places, Hy. now rewrite sum_map_mul.
Qed.

Lemma form_symmetric : forall x y, length x = length H -> length y = length H ->
  matrix_form H x y = matrix_form H y x.
Proof.
  intros x y Hx Hy. rewrite !form_by_places by easy. rewrite sum_exchange. apply sum_ext. intros j _. apply sum_ext.
  intros i _. rewrite (proj2 HH i j). ring.
Qed.

Lemma form_bilinear : bilinear (length H) (matrix_form H).
Proof.
  split; [|exact form_symmetric]. intros x Hx s y y' Hy Hy'. unfold matrix_form.
  rewrite (times_plus (length H) H (proj1 HH)) by easy. apply dot_plus; unfold times; now rewrite map_length.
Qed.

(** ** Linear combinations Σ cx of vectors, for pairs (c, x) *)

Definition combined (l : list (K * list K)) : list K :=
  fold_right (fun p v => scalars_plus (fst p) v (snd p)) (zeros (length H)) l.
Definition fits (x : list K) : Prop := length x = length H.

Lemma combined_length : forall l, (forall p, In p l -> fits (snd p)) -> length (combined l) = length H.
Proof.
  induction l as [|p l IH]; intro Hl; [apply zeros_length|]. change (combined (p :: l)) with
    (scalars_plus (fst p) (combined l) (snd p)). assert (Hp : fits (snd p)) by (apply Hl; now left).
  assert (Hrest : length (combined l) = length H) by (apply IH; intros q Hq; apply Hl; now right).
  rewrite plus_length; [exact Hrest|]. unfold fits in Hp. congruence.
Qed.

(** A form on vectors. *)
Lemma form_combined : forall φ l, keeps scalar_plus (length H) φ -> (forall p, In p l -> fits (snd p)) ->
  φ (combined l) = sum (map (fun p => mul (fst p) (φ (snd p))) l).
Proof.
  intros φ l Hφ. induction l as [|p l IH]; intro Hl; [now apply (form_zeros (length H))|].
  change (combined (p :: l)) with (scalars_plus (fst p) (combined l) (snd p)).
  assert (Hrest : forall q, In q l -> fits (snd q)) by (intros q Hq; apply Hl; now right).
  rewrite Hφ; [|now apply combined_length|apply Hl; now left]. rewrite IH by exact Hrest. rewrite sum_of_cons.
  unfold scalar_plus. ring.
Qed.

Lemma combined_keeps : forall vectors, (forall x, In x vectors -> fits x) ->
  keeps scalars_plus (length vectors) (fun y => combined (combine y vectors)).
Proof.
  induction vectors as [|v vectors IH]; intros Hl s [|a x] [|b y] Hx Hy; try easy.
  - pose proof (plus_zeros s (zeros (K := K) (length H))) as E. rewrite zeros_length in E. symmetry. exact E.
  - injection Hx as Hx. injection Hy as Hy. assert (Hv : fits v) by (apply Hl; now left).
    assert (Hrest : forall x, In x vectors -> fits x) by (intros w Hw; apply Hl; now right).
    rewrite plus_cons. cbn [combine]. unfold combined in *. cbn [fold_right fst snd]. fold combined in *.
    specialize (IH Hrest s x y Hx Hy). cbv beta in IH. rewrite IH. apply plus_exchange;
      rewrite combined_length; (symmetry; exact Hv) || (intros [c w] Hp; apply in_combine_r in Hp; now apply Hrest).
Qed.

Lemma form_double : forall l, (forall p, In p l -> fits (snd p)) ->
  matrix_form H (combined l) (combined l) = double_sum (matrix_form H) l.
Proof.
  intros l Hl. destruct form_bilinear as [Hkeeps _].
  rewrite (form_combined (matrix_form H (combined l))) by (try apply Hkeeps, combined_length; exact Hl).
  apply sum_ext. intros p Hp.
  rewrite form_symmetric, (form_combined (matrix_form H (snd p))), <- sum_map_mul;
    try (apply Hkeeps; now apply Hl); try exact Hl; try (now apply combined_length); try (now apply Hl).
  apply sum_ext. intros q _. unfold product. ring.
Qed.

End Matrices.
