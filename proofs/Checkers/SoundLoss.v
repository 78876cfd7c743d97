(** What the checker accepts as the inertia of a loss is so. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import Inertia.
From Equiloss.Checkers Require Import CheckedMembership CheckedInertia SoundInertia CheckedLoss ListVariations
  GramMatrices HessianMatrix HessianSums NetworkCoordinates.
Import ListNotations.

Local Open Scope nat_scope.

Section SoundLoss.

Context {K : OrderedField} (d_in d_out : nat) (P Q : list K) (data units : list (list K * list K)).
Add Field sound_loss_field : (field_laws K).

Lemma check_shape_means : forall l : list (list K * list K), check_shape d_in d_out l = true ->
  units_shaped d_in d_out l.
Proof.
  intros l E u Hu. unfold check_shape in E. rewrite forallb_forall in E. apply E, andb_prop in Hu as [Hw Ha].
  now apply Nat.eqb_eq in Hw, Ha.
Qed.

Lemma check_loss_sound : check_loss P Q d_in d_out data units = true -> rational_loss d_in d_out Q data units.
Proof.
  intro E. unfold check_loss in E. apply andb_prop in E as [E Earguments]. apply andb_prop in E as [E Eunits].
  apply andb_prop in E as [_ Edata]. split; [now apply check_shape_means|]. split; [now apply check_shape_means|].
  intros x u Hx Hu Hzero. unfold check_arguments in Earguments. rewrite forallb_forall in Earguments.
  specialize (Earguments u Hu). rewrite forallb_forall in Earguments. specialize (Earguments x Hx).
  unfold argument in Earguments. now destruct (scalar_eq_dec (polynomial_at Q (dot (fst u) (fst x))) zero).
Qed.

Lemma hessian_symmetric : units_shaped d_in d_out units -> symmetric_matrix (twice_hessian P Q d_in d_out data units).
Proof.
  intro Hunits. rewrite (hessian_is_gram d_in d_out P Q data units Hunits). apply gram_symmetric. intros c c' _ _.
  apply entry_symmetric.
Qed.

Lemma hessian_length : length (twice_hessian P Q d_in d_out data units) =
  length units * d_in + length units * d_out.
Proof.
  unfold twice_hessian. rewrite map_length, directions_made, map_length. unfold all_coordinates, labelled.
  rewrite app_length. assert (H : forall (d : nat) (g : list K -> list K * list K) (l : list (nat * (list K * list K))),
    length (flat_map (fun p => map (fun e => (p, g e)) (unit_vectors d)) l) = length l * d).
  { intros d g l. induction l as [|p l IH]; [easy|]. cbn [flat_map].
    now rewrite app_length, map_length, unit_vectors_length, IH. }
  rewrite !H. unfold numbered_units. now rewrite combine_length, seq_length, Nat.min_id.
Qed.

Lemma half_of_twice : forall s : K, mul (inv (add one one)) (mul (add one one) s) = s.
Proof. intro s. field. apply two_not_zero. Qed.

End SoundLoss.

Theorem sound_loss_inertia : SoundLossInertia check_loss_inertia.
Proof.
  intros K d_in d_out P Q data units kernel congruence places p q z E. unfold check_loss_inertia in E.
  apply andb_prop in E as [Eloss E]. apply check_loss_sound in Eloss. split; [exact Eloss|].
  destruct Eloss as (Hdata & Hunits & _). intros W A fW fA L HL.
  apply (check_inertia_of_sound _ kernel congruence places p q z) in E; [|now apply hessian_symmetric].
  apply (inertia_positive_multiple _ _ _ (inv (add one one))) in E;
    [|apply inverse_positive, add_positive; [apply one_positive|left; apply one_positive]].
  rewrite hessian_length in E. set (m := length units) in *.
  destruct (network_list_coordinates d_in d_out fW fA (proj1 HL) (proj1 (proj2 HL)) m) as (I & O & J & M).
  unfold loss_inertia, with_coordinates at 1. rewrite map_length. fold m.
  refine (inertia_image scalars_plus network_plus _ _ (fun x => with_coordinates fW fA (units_at d_in d_out m x)) _ _
    p q z I O (fun x y Hx Hy => J x y Hx Hy) (fun s x y Hx Hy => M s x y Hx Hy) _ E).
  intros x Hx. destruct (units_at_right d_in d_out m x Hx) as (Hshaped & Hlength & Hflat).
  rewrite <- Hflat at 2 3.
  rewrite (matrix_is_hessian d_in d_out fW fA P Q data units L HL Hdata Hunits _ Hshaped Hlength).
  symmetry. apply half_of_twice.
Qed.
