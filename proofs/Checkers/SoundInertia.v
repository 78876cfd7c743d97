(** What the checker of inertias accepts is so. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import Order Inertia Sylvester.
From Equiloss.Checkers Require Import CheckedInertia Dominance MatrixForms SoundMatrices InertiaBasis.
Import ListNotations.

Local Open Scope nat_scope.

Section Dominant.

Context {K : OrderedField} (H : matrix K) (vectors : list (list K)).
Add Field dominant_field : (field_laws K).

Lemma is_less_sound : forall x y : K, is_less x y = true <-> less x y.
Proof.
  intros x y. unfold is_less. destruct (trichotomy x y) as [[Hx|E]|Hy]; split; try easy.
  - intro Hx. subst. now elim (less_irreflexive K y).
  - intro Hx. now elim (less_asymmetric x y).
Qed.

Definition has_positive (x : list K) : bool := is_less zero (matrix_form H x x).

Lemma count_positive_of_images : count_positive (with_images H vectors) = length (filter has_positive vectors).
Proof.
  unfold count_positive, with_images. induction vectors as [|x l IH]; [easy|]. cbn [map filter fst snd].
  unfold has_positive, matrix_form at 1. destruct (is_less zero (dot x (times H x))); cbn [length]; now rewrite IH.
Qed.

Lemma count_others :
  length (filter has_positive vectors) + length (filter (fun x => negb (has_positive x)) vectors) = length vectors.
Proof.
  induction vectors as [|x l IH]; [easy|]. cbn [filter]. destruct (has_positive x); cbn [negb length]; lia.
Qed.

Lemma filter_sum : forall (keep : list K -> bool) (f : list K -> K), (forall x, at_most zero (f x)) ->
  at_most (sum (map f (filter keep vectors))) (sum (map f vectors)).
Proof.
  intros keep f Hf. induction vectors as [|x l IH]; [apply at_most_refl|]. cbn [filter]. rewrite sum_of_cons.
  destruct (keep x).
  - rewrite sum_of_cons. apply at_most_add; [apply at_most_refl|exact IH].
  - replace (sum (map f (filter keep l))) with (add zero (sum (map f (filter keep l)))) by ring.
    now apply at_most_add.
Qed.

Hypothesis Hfull : forall x, In x vectors -> length x = length H.
Hypothesis Hdominant : check_dominant (with_images H vectors) = true.

Lemma check_dominant_sound : forall keep x, In x (filter keep vectors) ->
  less (sum (map (fun y => absolute (matrix_form H x y)) (filter keep vectors)))
    (add (absolute (matrix_form H x x)) (absolute (matrix_form H x x))).
Proof.
  intros keep x Hx. apply filter_In in Hx as [Hx _].
  apply (at_most_less _ (sum (map (fun y => absolute (matrix_form H x y)) vectors))).
  - apply filter_sum. intro y. apply absolute_at_least_zero.
  - apply is_less_sound. unfold check_dominant in Hdominant. rewrite forallb_forall in Hdominant.
    specialize (Hdominant (x, times H x)). cbn [fst snd] in Hdominant. rewrite <- Hdominant.
    + f_equal. unfold with_images. rewrite map_map. easy.
    + apply in_map_iff. now exists x.
Qed.

(** The vectors of positive and of other values, as [InertiaBasis] needs them. *)
Lemma positive_ones : forall x, In x (filter has_positive vectors) ->
  length x = length H /\ signed_form H one x x = absolute (matrix_form H x x) /\
  less (sum (map (fun y => absolute (matrix_form H x y)) (filter has_positive vectors)))
    (add (absolute (matrix_form H x x)) (absolute (matrix_form H x x))).
Proof.
  intros x Hx. pose proof (check_dominant_sound _ x Hx) as Hless. apply filter_In in Hx as [Hx Hp].
  apply is_less_sound in Hp. split; [now apply Hfull|]. split; [|exact Hless].
  rewrite absolute_of_positive by now left. unfold signed_form. ring.
Qed.

Lemma other_ones : forall x, In x (filter (fun x => negb (has_positive x)) vectors) ->
  length x = length H /\ signed_form H (opp one) x x = absolute (matrix_form H x x) /\
  less (sum (map (fun y => absolute (matrix_form H x y)) (filter (fun x => negb (has_positive x)) vectors)))
    (add (absolute (matrix_form H x x)) (absolute (matrix_form H x x))).
Proof.
  intros x Hx. pose proof (check_dominant_sound _ x Hx) as Hless. apply filter_In in Hx as [Hx Hp].
  split; [now apply Hfull|]. split; [|exact Hless]. unfold signed_form.
  destruct (absolute_cases (matrix_form H x x)) as [[_ ->]|[[Hn|E] ->]]; [ring| |rewrite <- E; ring].
  apply is_less_sound in Hn. unfold has_positive in Hp. now rewrite Hn in Hp.
Qed.

End Dominant.

Section Inertia.

Context {K : OrderedField} (H : matrix K).
Add Field inertia_field : (field_laws K).

(** The check of an inertia, for a matrix that is known to be symmetric. *)
Theorem check_inertia_of_sound : forall kernel congruence places p q z, symmetric_matrix H ->
  check_inertia_of K H (kernel, places, congruence, (p, q, z)) = true ->
  inertia_on scalars_plus (fun x => length x = length H) (fun x => matrix_form H x x) p q z.
Proof.
  intros kernel congruence places p q z HH E. unfold check_inertia_of in E. cbn [fst snd] in E.
  repeat (let Eb := fresh "E" in apply andb_prop in E as [E Eb]).
  apply Nat.eqb_eq in E, E0, E1, E2. unfold with_images at 1 in E1. unfold with_images at 1 in E.
  rewrite map_length in E, E1. rewrite count_positive_of_images in E1, E2.
  pose proof (rows_have_length _ _ E7) as Hkernel. pose proof (rows_have_length _ _ E6) as Hfull.
  assert (Hnull : forall v, In v kernel -> length v = length H /\ times H v = zeros (length (times H v))).
  { intros v Hv. split; [now apply Hkernel|]. apply all_are_zero.
    exact (proj1 (forallb_forall _ _) E5 v Hv). }
  destruct (inertia_exists_on_lists (length H) (matrix_form H) (form_bilinear H HH)) as (p' & q' & z' & Hinertia).
  assert (Hone : inertia_on scalars_plus (fun x => length x = length H) (fun x => signed_form H one x x) p' q' z').
  { apply (inertia_ext _ (fun x => length x = length H) _ (fun x => matrix_form H x x)); [easy| |exact Hinertia].
    intros x _. unfold signed_form. ring. }
  assert (Hopp : inertia_on scalars_plus (fun x => length x = length H) (fun x => signed_form H (opp one) x x) q' p'
    z').
  { apply (inertia_ext _ (fun x => length x = length H) _ (fun x => opp (matrix_form H x x)));
      [easy| |exact (inertia_opp _ _ _ _ _ _ Hinertia)].
    intros x _. unfold signed_form. ring. }
  assert (Aone : absolute (@one K) = one) by (apply absolute_of_positive; left; apply one_positive).
  assert (Aopp : absolute (opp (@one K)) = one) by now rewrite absolute_opp.
  pose proof (nonnegative_vectors H one kernel _ places HH Aone Hnull E4
    (positive_ones H congruence Hfull E3) p' q' z' Hone) as B1.
  pose proof (nonnegative_vectors H (opp one) kernel _ places HH Aopp Hnull E4
    (other_ones H congruence Hfull E3) q' p' z' Hopp) as B2.
  pose proof (positive_vectors H one [] _ [] HH Aone (fun v Hv => match Hv with end) eq_refl
    (positive_ones H congruence Hfull E3) p' q' z' eq_refl Hone) as B3.
  pose proof (positive_vectors H (opp one) [] _ [] HH Aopp (fun v Hv => match Hv with end) eq_refl
    (other_ones H congruence Hfull E3) q' p' z' eq_refl Hopp) as B4.
  destruct (inertia_coordinates _ _ _ _ _ _ Hinertia) as (f & Hf).
  pose proof (coordinates_unique scalars_plus _ _ _ _ _ Hf (own_coordinates (length H))) as Hsum.
  pose proof (count_others H congruence) as Hcount.
  replace p with p' by lia. replace q with q' by lia. replace z with z' by lia. exact Hinertia.
Qed.

End Inertia.

Theorem sound_inertia : SoundInertia check_inertia.
Proof.
  intros K H kernel congruence places p q z E. unfold check_inertia in E. apply andb_prop in E as [Esymmetric E].
  apply check_symmetric_sound in Esymmetric. split; [exact Esymmetric|].
  now apply (check_inertia_of_sound H kernel congruence places).
Qed.
