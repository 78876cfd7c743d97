(** What the checks of matrices mean. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Coordinates.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Checkers Require Import CheckedMembership CheckedInertia.
Import ListNotations.

Local Open Scope nat_scope.

Section Matrices.

Context {K : Field}.
Add Field matrices_field : (field_laws K).

Lemma equal_entries : forall v w : list K, same_entries v w = true -> v = w.
Proof.
  induction v as [|x v IH]; intros [|y w] E; try easy. cbn [same_entries] in E.
  destruct (scalar_eq_dec x y) as [->|]; [|easy]. f_equal. now apply IH.
Qed.

Lemma equal_rows : forall M N : matrix K, same_rows M N = true -> M = N.
Proof.
  induction M as [|row M IH]; intros [|row' N] E; try easy. cbn [same_rows] in E. apply andb_prop in E as [E E'].
  f_equal; [now apply equal_entries|now apply IH].
Qed.

Lemma rows_have_length : forall n (M : matrix K), rows_of_length n M = true -> forall row, In row M -> length row = n.
Proof. intros n M E row Hrow. apply Nat.eqb_eq. now apply (proj1 (forallb_forall _ _) E). Qed.

Lemma all_are_zero : forall v : list K, all_zero v = true -> v = zeros (length v).
Proof.
  unfold zeros. induction v as [|x v IH]; intro E; [easy|]. cbn in E |- *. apply andb_prop in E as [Ex E].
  destruct (scalar_eq_dec x zero) as [->|]; [|easy]. f_equal. now apply IH.
Qed.

Lemma columns_nth : forall (row0 : list K) M, (forall row, In row M -> length row = length row0) ->
  length (columns row0 M) = length row0 /\
  forall j i, j < length row0 -> nth i (nth j (columns row0 M) []) zero = nth j (nth i M []) zero.
Proof.
  intros row0. induction M as [|row M IH]; intro HM.
  - split; [apply map_length|]. intros j i Hj. change (columns row0 []) with (map (fun _ : K => @nil K) row0).
    destruct (nth_in_or_default j (map (fun _ : K => @nil K) row0) []) as [Hin| ->]; [|now destruct i, j].
    apply in_map_iff in Hin as (_ & <- & _). now destruct i, j.
  - destruct IH as [Hl Hnth]; [intros r Hr; apply HM; now right|].
    assert (Hrow : length row = length row0) by (apply HM; now left).
    change (columns row0 (row :: M)) with (map (fun p => fst p :: snd p) (combine row (columns row0 M))).
    rewrite map_length, combine_length, Hl, Hrow, Nat.min_id. split; [easy|]. intros j i Hj.
    rewrite (nth_indep _ [] ((fun p : K * list K => fst p :: snd p) (zero, [])))
      by (rewrite map_length, combine_length; lia).
    rewrite (map_nth (fun p : K * list K => fst p :: snd p)), combine_nth by congruence.
    destruct i as [|i]; [easy|]. now apply Hnth.
Qed.

Lemma check_symmetric_sound : forall H : matrix K, check_symmetric H = true -> symmetric_matrix H.
Proof.
  intros [|row0 M] E; [easy|]. unfold check_symmetric in E. apply andb_prop in E as [E E'].
  pose proof (rows_have_length _ _ E) as Hrows. split; [exact Hrows|]. intros i j. set (H := row0 :: M) in *.
  assert (H0 : length row0 = length H) by (apply Hrows; now left).
  destruct (columns_nth row0 H) as [_ Hnth]; [intros row Hrow; rewrite H0; now apply Hrows|].
  apply equal_rows in E'. rewrite E', H0 in Hnth. destruct (Nat.lt_ge_cases i (length H)) as [Hi|Hi].
  - now apply Hnth.
  - rewrite (nth_overflow H) by exact Hi. symmetry.
    destruct (Nat.lt_ge_cases j (length H)) as [Hj|Hj]; [|rewrite (nth_overflow H) by exact Hj; now destruct i, j].
    rewrite nth_overflow; [now destruct j|]. rewrite Hrows; [exact Hi|now apply nth_In].
Qed.

Lemma is_entry_sound : forall x (v : list K) place, is_entry x v place = true -> nth place v zero = x.
Proof.
  intros x v place E. unfold is_entry in E. destruct (nth_error v place) as [y|] eqn:Ey; [|easy].
  destruct (scalar_eq_dec y x) as [->|]; [|easy]. now apply nth_error_nth.
Qed.

(** Combinations of vectors that are the identity at some places are 0 there only if all coefficients are. *)
Lemma identity_independent : forall vectors places (y : list K), check_identity vectors places = true ->
  length y = length vectors ->
  (forall place, In place places ->
    sum (map (fun p => mul (fst p) (nth place (snd p) zero)) (combine y vectors)) = zero) ->
  y = zeros (length vectors).
Proof.
  induction vectors as [|v vectors IH]; intros [|place places] [|c y] E Hy Hzero; try easy. injection Hy as Hy.
  cbn [check_identity] in E. apply andb_prop in E as [E Elater]. apply andb_prop in E as [E Ecolumn].
  apply andb_prop in E as [Eone Erow]. apply is_entry_sound in Eone.
  assert (Hc : c = zero).
  { specialize (Hzero place (or_introl eq_refl)). cbn [combine map fst snd] in Hzero.
    change (add (mul c (nth place v zero))
      (sum (map (fun p => mul (fst p) (nth place (snd p) zero)) (combine y vectors))) = zero) in Hzero.
    rewrite Eone, (sum_ext _ (fun _ => mul zero zero)), sum_map_mul in Hzero; [rewrite <- Hzero; ring|].
    intros [b w] Hp. apply in_combine_r in Hp. cbn [fst snd].
    rewrite (is_entry_sound zero w place) by now apply (proj1 (forallb_forall _ _) Ecolumn). ring. }
  subst c. change (zeros (length (v :: vectors))) with (@zero K :: zeros (length vectors)). f_equal.
  apply (IH places y Elater Hy). intros place' Hplace.
  etransitivity; [|exact (Hzero place' (or_intror Hplace))].
  cbn [combine map fst snd]. change (sum (map (fun p => mul (fst p) (nth place' (snd p) zero)) (combine y vectors)) =
    add (mul zero (nth place' v zero))
      (sum (map (fun p => mul (fst p) (nth place' (snd p) zero)) (combine y vectors)))). ring.
Qed.

End Matrices.
