(** The form of the checker's matrix is twice the second variation. *)

From Coq Require Import List Arith Field.
From Equiloss Require Import Statements.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Checkers Require Import CheckedLoss Dominance ListNetworks ListVariations GramMatrices HessianMatrix.
Import ListNotations.

Local Open Scope nat_scope.

Section SecondVariation.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (P Q : list K) (data units : list (list K * list K)) (L : Loss K W A (list K * list K)).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Hypothesis Hunits : units_shaped d_in d_out units.
Add Field sound_loss_field : (field_laws K).

Definition numbered : list (nat * (list K * list K)) := numbered_units units.
Definition form_entry (c c' : nat * (list K * list K) * (list K * list K)) : K := entry P Q data units c c'.

Lemma numbered_places : forall l : list (list K * list K), length l = length units ->
  map (fun c => fst (fst c)) (combine numbered l) = seq 0 (length units) /\
  map (fun c => (snd (fst c), snd c)) (combine numbered l) = combine units l.
Proof.
  unfold numbered, numbered_units. generalize 0. induction units as [|u us IH]; intros n [|v l] Hl; try easy.
  injection Hl as Hl. destruct (IH (fun x Hx => Hunits x (or_intror Hx)) (S n) l Hl) as [E E'].
  cbn [length seq combine map fst snd].
  now rewrite E, E'.
Qed.

(** The sum over all coordinates is one over the units. *)
Lemma double_sum_by_units : forall δ, units_shaped d_in d_out δ -> length δ = length units ->
  double_sum form_entry (combine (flat δ) (all_coordinates d_in d_out numbered)) =
  sum (map (fun c => sum (map (form_entry c) (combine numbered δ))) (combine numbered δ)).
Proof.
  intros δ Hδ Hlength. set (l := combine (flat δ) (all_coordinates d_in d_out numbered)).
  assert (Hsame : length δ = length numbered)
    by (unfold numbered, numbered_units; rewrite combine_length, seq_length, Nat.min_id; exact Hlength).
  assert (Hfine : forall p, In p l -> fine d_in d_out (snd p)).
  { intros [s c] Hp. apply in_combine_r in Hp. now apply (coordinates_fine d_in d_out units Hunits). }
  assert (Hfull : forall c, In c (combine numbered δ) -> fine d_in d_out c).
  { intros [p v] Hc. split; [apply in_combine_l in Hc; now apply (numbered_shaped d_in d_out units Hunits)|].
    apply in_combine_r in Hc. now apply Hδ. }
  transitivity (sum (map (fun p => mul (fst p) (sum (map (form_entry (snd p)) (combine numbered δ)))) l)).
  - apply sum_ext. intros p Hp. rewrite <- (sum_over_coordinates d_in d_out (form_entry (snd p)) numbered δ Hsame Hδ).
    + rewrite <- sum_map_mul. apply sum_ext. intros q _. unfold product. ring.
    + intros q Hq s v v' Hv Hv'. apply (entry_linear d_in d_out P Q data units Hdata Hunits); auto.
      now apply (numbered_shaped d_in d_out units Hunits).
  - apply (sum_over_coordinates d_in d_out (fun c => sum (map (form_entry c) (combine numbered δ))) numbered δ
      Hsame Hδ).
    intros q Hq s v v' Hv Hv'. unfold scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext.
    intros c Hc. unfold form_entry. rewrite !(entry_symmetric P Q data units _ c).
    apply (entry_linear d_in d_out P Q data units Hdata Hunits); auto.
    now apply (numbered_shaped d_in d_out units Hunits).
Qed.

Theorem matrix_is_hessian : forall δ, units_shaped d_in d_out δ -> length δ = length units ->
  matrix_form (twice_hessian P Q d_in d_out data units) (flat δ) (flat δ) =
  mul (add one one) (second_variation L (with_coordinates fW fA units) (with_coordinates fW fA δ)).
Proof.
  intros δ Hδ Hlength. rewrite (hessian_is_gram d_in d_out P Q data units Hunits), gram_form.
  fold numbered form_entry. rewrite double_sum_by_units by easy.
  rewrite (second_variation_lists d_in d_out fW fA P Q data L HL Hdata units δ Hunits Hδ).
  destruct (numbered_places δ Hlength) as [Elabels Epairs]. rewrite <- Epairs. set (full := combine numbered δ) in *.
  unfold form_entry, entry.
  rewrite (sum_ext _ (fun c => sum (map (fun x => sum (map (fun c' => entry_at P Q units x c c') full)) data)))
    by (intros; apply sum_exchange).
  rewrite sum_exchange, <- sum_map_mul. apply sum_ext. intros x _. rewrite !map_map. cbn [fst snd].
  unfold entry_at.
  rewrite (sum_ext _ (fun c => add (mul (add one one) (sum (map (fun c' =>
    dot (change_at P Q x (snd (fst c)) (snd c)) (change_at P Q x (snd (fst c')) (snd c'))) full)))
    (sum (map (fun c' => if fst (fst c) =? fst (fst c')
      then add (bend_of P Q units x c c') (bend_of P Q units x c' c) else zero) full))))
    by (intros; now rewrite sum_map_add, sum_map_mul).
  rewrite sum_map_add, sum_map_mul, (same_labels (fun c : place => fst (fst c))
    (fun c c' => add (bend_of P Q units x c c') (bend_of P Q units x c' c))) by
    exact (eq_ind_r (@NoDup nat) (seq_NoDup _ _) Elabels).
  rewrite sum_map_add.
  rewrite (sum_ext (fun c => sum (map (fun q => dot (change_at P Q x (snd (fst c)) (snd c))
    (change_at P Q x (fst q) (snd q))) (map (fun c' => (snd (fst c'), snd c')) full)))
    (fun c => sum (map (fun c' => dot (change_at P Q x (snd (fst c)) (snd c))
      (change_at P Q x (snd (fst c')) (snd c'))) full))) by (intros; now rewrite map_map).
  unfold bend_of, error_of, place. ring.
Qed.

End SecondVariation.
