(** Vectors of the kernel, and others on which a form is definite by diagonal dominance: how many eigenvalues there are
    at least. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Subspaces Require Import SignedPoints.
From Equiloss.Index Require Import Order SecondVariation Inertia Sylvester.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedInertia Dominance InertiaBounds MatrixForms SoundMatrices.
Import ListNotations.

Local Open Scope nat_scope.

Lemma combine_seconds : forall {X Y : Type} (x : list X) (y : list Y), length x = length y ->
  map snd (combine x y) = y.
Proof. intros X Y. induction x as [|c x IH]; intros [|d y] H; try easy. injection H as H. cbn. now rewrite IH. Qed.

Section Basis.

Context {K : OrderedField} (H : matrix K) (s : K) (kernel vectors : list (list K)) (places : list nat).
Add Field basis_field : (field_laws K).

Definition signed_form (x y : list K) : K := mul s (matrix_form H x y).

Hypothesis HH : symmetric_matrix H.
Hypothesis Hs : absolute s = one.
Hypothesis Hkernel : forall v, In v kernel -> length v = length H /\ times H v = zeros (length (times H v)).
Hypothesis Hplaces : check_identity kernel places = true.
Hypothesis Hvectors : forall x, In x vectors -> length x = length H /\
  signed_form x x = absolute (matrix_form H x x) /\
  less (sum (map (fun y => absolute (matrix_form H x y)) vectors))
    (add (absolute (matrix_form H x x)) (absolute (matrix_form H x x))).

Definition combination (y : list K) : list K := combined H (combine y (kernel ++ vectors)).
Definition later (y : list K) : list (K * list K) := combine (skipn (length kernel) y) vectors.

Lemma all_fit : forall x, In x (kernel ++ vectors) -> fits H x.
Proof. intros x Hx. apply in_app_iff in Hx as [Hx|Hx]; [now apply Hkernel|now apply Hvectors]. Qed.

Lemma pairs_fit : forall y (p : K * list K), In p (combine y (kernel ++ vectors)) -> fits H (snd p).
Proof. intros y [c x] Hp. apply in_combine_r in Hp. now apply all_fit. Qed.

Lemma split_pairs : forall y, length y = length (kernel ++ vectors) ->
  combine y (kernel ++ vectors) = combine (firstn (length kernel) y) kernel ++ later y.
Proof.
  intros y Hy. rewrite app_length in Hy. rewrite <- (firstn_skipn (length kernel) y) at 1. apply combine_app.
  rewrite firstn_length. lia.
Qed.

Lemma in_later : forall y (p : K * list K), In p (later y) -> In (snd p) vectors.
Proof. intros y [c x] Hp. now apply in_combine_r in Hp. Qed.

(** The vectors of the kernel don't matter. *)
Lemma value_at_combination : forall y, length y = length (kernel ++ vectors) ->
  signed_form (combination y) (combination y) = double_sum signed_form (later y).
Proof.
  intros y Hy. transitivity (double_sum signed_form (combine y (kernel ++ vectors))).
  - unfold signed_form at 1, combination. rewrite (form_double H HH) by apply pairs_fit.
    unfold double_sum. rewrite <- sum_map_mul. apply sum_ext. intros p _. rewrite <- sum_map_mul. apply sum_ext.
    intros q _. unfold product, signed_form. ring.
  - rewrite split_pairs by exact Hy. apply double_sum_null. intros [c v] q Hp Hq. apply in_combine_r in Hp.
    assert (Hfits : fits H (snd q)) by (apply (pairs_fit y); now rewrite split_pairs).
    assert (E : matrix_form H (snd q) v = zero)
      by (unfold matrix_form; rewrite (proj2 (Hkernel v Hp)); apply dot_zeros).
    unfold product, signed_form. cbn [fst snd].
    rewrite (form_symmetric H HH v) by (exact Hfits || now apply Hkernel). rewrite E. split; ring.
Qed.

(** The other vectors have positive values, but where all of their coefficients are 0. *)
Lemma later_positive : forall y, length y = length (kernel ++ vectors) ->
  skipn (length kernel) y = zeros (length vectors) \/ less zero (double_sum signed_form (later y)).
Proof.
  intros y Hy. rewrite app_length in Hy.
  assert (Hlater : length (skipn (length kernel) y) = length vectors) by (rewrite skipn_length; lia).
  assert (Hcases : (forall p, In p (later y) -> fst p = zero) \/ less zero (double_sum signed_form (later y))).
  { apply (dominant_positive signed_form (fits H)).
    - intros x x' Hx Hx'. unfold signed_form. now rewrite (form_symmetric H HH).
    - intros p Hp. apply in_later in Hp. now apply Hvectors.
    - intros p Hp. apply in_later in Hp. destruct (Hvectors _ Hp) as (_ & -> & Hless).
      replace (row_size signed_form (later y) (snd p)) with
        (sum (map (fun x => absolute (matrix_form H (snd p) x)) vectors)).
      + now replace (mul (add one one) (absolute (matrix_form H (snd p) (snd p)))) with
          (add (absolute (matrix_form H (snd p) (snd p))) (absolute (matrix_form H (snd p) (snd p)))) by ring.
      + unfold row_size, later. rewrite <- (combine_seconds _ _ Hlater) at 1. rewrite map_map. apply sum_ext.
        intros q _. unfold signed_form. rewrite absolute_mul, Hs. ring. }
  destruct Hcases as [Hzero|Hpositive].
  - left. unfold later in Hzero. revert Hzero Hlater. clear. revert vectors. unfold zeros.
    induction (skipn (length kernel) y) as [|c l IH]; intros [|v vectors] Hzero Hl; try easy. injection Hl as Hl.
    cbn [length repeat]. f_equal; [apply (Hzero (c, v)); now left|]. apply IH; [|exact Hl]. intros p Hp. apply Hzero.
    now right.
  - now right.
Qed.

Lemma combination_keeps : keeps scalars_plus (length (kernel ++ vectors)) combination.
Proof. apply (combined_keeps H). exact all_fit. Qed.

Lemma combination_length : forall y, length y = length (kernel ++ vectors) -> length (combination y) = length H.
Proof. intros y Hy. apply combined_length, pairs_fit. Qed.

Lemma nth_keeps : forall place n, keeps scalar_plus n (fun x : list K => nth place x zero).
Proof.
  intro i. induction i as [|i IH]; intros [|n] t [|c x] [|d y] Hx Hy; try easy; try (unfold scalar_plus; simpl; ring).
  injection Hx as Hx. injection Hy as Hy. rewrite plus_cons. now apply (IH n).
Qed.

(** With the vectors of the kernel they are independent. *)
Lemma combination_injective : forall y, length y = length (kernel ++ vectors) ->
  skipn (length kernel) y = zeros (length vectors) -> combination y = zeros (length H) ->
  y = zeros (length (kernel ++ vectors)).
Proof.
  intros y Hy Hlater Hzero. rewrite <- (firstn_skipn (length kernel) y), Hlater. unfold zeros.
  rewrite !app_length, repeat_app in *. f_equal.
  assert (Hfirst : length (firstn (length kernel) y) = length kernel) by (rewrite firstn_length; lia).
  apply (identity_independent kernel places _ Hplaces Hfirst). intros place _.
  assert (E : nth place (combination y) zero = zero) by (rewrite Hzero; apply nth_repeat).
  etransitivity; [|exact E]. unfold combination.
  rewrite (form_combined H (fun x => nth place x zero)) by (apply nth_keeps || apply pairs_fit).
  rewrite split_pairs, map_app, sum_of_app by (now rewrite app_length). symmetry.
  rewrite (sum_of_zeros _ (later y)); [ring|]. intros [c v] Hp. unfold later in Hp. rewrite Hlater in Hp.
  apply in_combine_l, repeat_spec in Hp. subst. cbn [fst snd]. ring.
Qed.

Theorem nonnegative_vectors : forall p q z,
  inertia_on scalars_plus (fun x => length x = length H) (fun x => signed_form x x) p q z ->
  length kernel + length vectors <= p + z.
Proof.
  intros p q z Hinertia. rewrite <- app_length.
  apply (nonnegative_bound scalars_plus _ _ _ combination combination_keeps combination_length p q z Hinertia).
  intros y Hy Hne. rewrite value_at_combination by exact Hy.
  assert (E0 : combination (zeros (length (kernel ++ vectors))) = zeros (length H)).
  { apply (vectors_zeros (length (kernel ++ vectors))); [exact combination_keeps|].
    apply combination_length, zeros_length. }
  rewrite E0. destruct (later_positive y Hy) as [E|Hpositive].
  - split; [right|].
    + symmetry. apply sum_of_zeros. intros [c v] Hp. unfold later in Hp. rewrite E in Hp.
      apply in_combine_l, repeat_spec in Hp. subst. apply sum_of_zeros. intros q' _. unfold product.
      cbn [fst snd]. ring.
    + intro E'. apply Hne. now apply combination_injective.
  - split; [now left|]. intro E'. apply (less_irreflexive K zero).
    rewrite <- value_at_combination, E' in Hpositive by exact Hy. unfold signed_form, matrix_form in Hpositive.
    replace (mul s (dot (zeros (length H)) (times H (zeros (length H))))) with (@zero K) in Hpositive; [easy|].
    destruct (form_bilinear H HH) as [Hkeeps _]. symmetry.
    change (mul s (matrix_form H (zeros (length H)) (zeros (length H))) = zero).
    rewrite (form_zeros (length H)) by (apply Hkeeps, zeros_length). ring.
Qed.

Theorem positive_vectors : forall p q z, kernel = [] ->
  inertia_on scalars_plus (fun x => length x = length H) (fun x => signed_form x x) p q z -> length vectors <= p.
Proof.
  intros p q z Hnone Hinertia. replace (length vectors) with (length (kernel ++ vectors)) by now rewrite Hnone.
  apply (positive_bound scalars_plus _ _ _ combination combination_keeps combination_length p q z Hinertia).
  intros y Hy Hne. rewrite value_at_combination by exact Hy. destruct (later_positive y Hy) as [E|H']; [|exact H'].
  elim Hne. rewrite Hnone in *. exact E.
Qed.

End Basis.
