(** Segments on which the odd or even measure stays the same: a vanishing unit lets another one be mirrored. *)

From Coq Require Import List Arith Permutation Relations Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure SignedMeasure Parities.
From Equiloss.Topology Require Import Segments.
Import ListNotations.

Section Mirrors.

Context {K : Field} {W A : VectorSpace K} (p : parity).
Add Field K_field : (field_laws K).

Lemma mirrored_vanishing : forall w : W, mirrored p (w, vzero : A) = (opposite w, vzero).
Proof. intro w. unfold mirrored. simpl. now rewrite scale_vzero. Qed.

(** A mirrored unit can hand over its output, as an unmirrored one could. *)
Lemma mirror_shift_is_level : forall (w : W) (a b a' b' : A), vadd a b = vadd a' b' ->
  level_segment (Some p) [(w, a); mirrored p (w, b)] [(w, a'); mirrored p (w, b')].
Proof.
  intros w a b a' b' H. split; [easy|]. intro s.
  assert (Hturned : forall x y : A, same_signed_measure p [(w, x); mirrored p (w, y)] [(w, x); (w, y)]).
  { intros x y v. rewrite (signed_measure_cons p _ [mirrored p (w, y)]), (signed_measure_cons p _ [(w, y)]).
    f_equal. apply signed_measure_mirrored. }
  assert (E : network_towards s [(w, a); mirrored p (w, b)] [(w, a'); mirrored p (w, b')] =
    [(w, vector_towards s a a'); mirrored p (w, vector_towards s b b')]).
  { unfold network_towards, neuron_towards, mirrored. simpl. rewrite !towards_self.
    do 4 f_equal. unfold vector_towards. vector_identity. }
  rewrite E. intro v. simpl. rewrite Hturned, Hturned.
  destruct (shift_is_level (Some p) w a b a' b' H) as [_ Hlevel]. specialize (Hlevel s v). simpl in Hlevel.
  rewrite <- Hlevel. unfold network_towards, neuron_towards. simpl. now rewrite towards_self.
Qed.

(** The outgoing vector of a silent unit can move freely. *)
Lemma silence_is_level : forall a b : A, p = Odd -> level_segment (Some p) [(vzero : W, a)] [(vzero, b)].
Proof.
  intros a b Hp. split; [easy|]. intros s v. unfold network_towards, neuron_towards. simpl. rewrite towards_self.
  rewrite (signed_measure_silent p a) by exact Hp. now apply signed_measure_silent.
Qed.

Lemma mirror_path : forall (v : W) (u : W * A) (θ : network W A),
  level_path (Some p) ((v, vzero) :: u :: θ) ((v, vzero) :: mirrored p u :: θ).
Proof.
  intros v [w a] θ. set (u := mirrored p (w, a)).
  apply rt_trans with ((opposite w, vzero) :: (w, a) :: θ).
  { apply rt_step, (level_segment_context _ [] ((w, a) :: θ) [_] [_]), slide_is_level. }
  apply rt_trans with (u :: (w, vzero) :: θ).
  { apply rt_step. replace (w, a) with (mirrored p u) by apply mirrored_mirrored.
    replace (w, vzero : A) with (mirrored p (opposite w, vzero : A))
      by now rewrite mirrored_vanishing, opposite_opposite.
    apply (level_segment_context _ [] θ [_; _] [_; _]), mirror_shift_is_level. apply vadd_comm. }
  apply rt_trans with ((w, vzero) :: u :: θ); [apply level_path_symmetric, (exchange_path _ [] [])|].
  apply rt_step, (level_segment_context _ [] (u :: θ) [_] [_]), slide_is_level.
Qed.

Lemma flipped_path : forall (v : W) (θ θ' : network W A), flipped p θ θ' ->
  level_path (Some p) ((v, vzero) :: θ) ((v, vzero) :: θ').
Proof.
  intros v θ θ' H. induction H as [|u u' θ θ' Hu _ IH]; [apply rt_refl|].
  apply rt_trans with ((v, vzero) :: u' :: θ).
  { destruct Hu as [->| ->]; [apply rt_refl|apply mirror_path]. }
  apply rt_trans with (u' :: (v, vzero) :: θ); [apply (exchange_path _ [] [])|].
  apply rt_trans with (u' :: (v, vzero) :: θ'); [now apply level_path_cons|].
  apply level_path_symmetric, (exchange_path _ [] []).
Qed.

End Mirrors.
