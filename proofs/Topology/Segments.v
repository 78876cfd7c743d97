(** Segments on which the measure stays the same: the moves that connect Θ, and permutations by a vanishing unit. The
    measure is the odd or even one if the activation has a symmetry. *)

From Coq Require Import List Arith Permutation Relations Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure SignedMeasure Parities.
Import ListNotations.

Local Open Scope nat_scope.

Section Level.

Context {K : Field} {W A : VectorSpace K} (symmetry : option parity).
Add Field K_field : (field_laws K).

Lemma network_towards_self : forall (s : K) (θ : network W A), network_towards s θ θ = θ.
Proof.
  intros s. unfold network_towards. induction θ as [|[w a] θ IH]; simpl; [easy|].
  rewrite IH. unfold neuron_towards. simpl. now rewrite !towards_self.
Qed.

Lemma network_towards_app : forall (s : K) (θ θ' φ φ' : network W A), length θ = length θ' ->
  network_towards s (θ ++ φ) (θ' ++ φ') = network_towards s θ θ' ++ network_towards s φ φ'.
Proof.
  intro s. induction θ as [|u θ IH]; intros [|u' θ'] φ φ' H; try discriminate H; [easy|].
  unfold network_towards in *. simpl. f_equal. apply IH. now injection H.
Qed.

Lemma network_towards_one : forall θ θ' : network W A, length θ = length θ' -> network_towards one θ θ' = θ'.
Proof.
  unfold network_towards. induction θ as [|[w a] θ IH]; intros [|[w' a'] θ'] H; try discriminate H; [easy|].
  simpl. rewrite IH by now injection H. unfold neuron_towards. simpl. now rewrite !towards_one.
Qed.

Lemma network_towards_reversed : forall (s : K) (θ θ' : network W A),
  network_towards s θ' θ = network_towards (add one (opp s)) θ θ'.
Proof.
  intros s. unfold network_towards. induction θ as [|[w a] θ IH]; intros [|[w' a'] θ']; simpl; try easy.
  rewrite IH. f_equal. unfold neuron_towards, vector_towards. simpl. f_equal; vector_identity.
Qed.

(** The measure is the same all along the line through θ and θ'. *)
Definition level_segment (θ θ' : network W A) : Prop :=
  length θ = length θ' /\ forall s, same_measure_of symmetry (network_towards s θ θ') θ.

Definition level_path : network W A -> network W A -> Prop := clos_refl_trans (network W A) level_segment.

Lemma level_segment_measure : forall θ θ', level_segment θ θ' -> same_measure_of symmetry θ' θ.
Proof. intros θ θ' [Hlength H]. rewrite <- (network_towards_one θ θ' Hlength) at 1. apply H. Qed.

Lemma level_segment_symmetric : forall θ θ', level_segment θ θ' -> level_segment θ' θ.
Proof.
  intros θ θ' H. split; [symmetry; apply H|]. intros s w. rewrite network_towards_reversed.
  rewrite (level_segment_measure θ θ' H w). apply H.
Qed.

(** Two units move, the others rest. *)
Lemma level_segment_pair : forall (l1 l2 l3 : network W A) u v u' v',
  level_segment [u; v] [u'; v'] -> level_segment (l1 ++ u :: l2 ++ v :: l3) (l1 ++ u' :: l2 ++ v' :: l3).
Proof.
  intros l1 l2 l3 u v u' v' [_ H]. split; [now rewrite !app_length; simpl; rewrite !app_length|]. intros s w.
  assert (Htogether : forall x y : W * A,
    measure_of symmetry (l1 ++ x :: l2 ++ y :: l3) w =
    vadd (measure_of symmetry [x; y] w) (measure_of symmetry (l1 ++ l2 ++ l3) w)).
  { intros x y. rewrite <- measure_of_app. apply same_measure_for, same_measure_permutation. simpl.
    rewrite <- Permutation_middle, app_assoc, <- Permutation_middle. now rewrite app_assoc. }
  rewrite network_towards_app by reflexivity. change (u :: l2 ++ v :: l3) with ([u] ++ l2 ++ [v] ++ l3).
  change (u' :: l2 ++ v' :: l3) with ([u'] ++ l2 ++ [v'] ++ l3).
  rewrite !network_towards_app, !network_towards_self by reflexivity. simpl. rewrite !Htogether.
  f_equal. apply (H s w).
Qed.

Lemma level_segment_context : forall (l1 l2 θ θ' : network W A),
  level_segment θ θ' -> level_segment (l1 ++ θ ++ l2) (l1 ++ θ' ++ l2).
Proof.
  intros l1 l2 θ θ' [Hlength H]. split; [now rewrite !app_length, Hlength|]. intros s w.
  rewrite !network_towards_app, !network_towards_self by (try exact Hlength; reflexivity).
  rewrite !measure_of_app. do 2 f_equal. apply H.
Qed.

(** Of two units with the same incoming vector, one can hand over output to the other. *)
Lemma shift_is_level : forall (w : W) (a b a' b' : A), vadd a b = vadd a' b' ->
  level_segment [(w, a); (w, b)] [(w, a'); (w, b')].
Proof.
  intros w a b a' b' H. split; [easy|]. intro s. apply same_measure_for. intro v.
  unfold measure, network_towards, neuron_towards. simpl.
  rewrite towards_self. destruct (vector_eq_dec w v); [|easy]. unfold vsum. simpl.
  transitivity (vector_towards s (vadd a b) (vadd a' b')); [unfold vector_towards; vector_identity|].
  rewrite <- H, towards_self. vector_identity.
Qed.

(** The incoming vector of a unit with outgoing vector 0 can move freely. *)
Lemma slide_is_level : forall w w' : W, level_segment [(w, vzero)] [(w', @vzero K A)].
Proof.
  intros w w'. split; [easy|]. intro s. apply same_measure_for. intro v.
  unfold measure, network_towards, neuron_towards. simpl.
  rewrite towards_self. unfold vsum.
  destruct (vector_eq_dec _ v), (vector_eq_dec w v); simpl; now rewrite ?vadd_zero.
Qed.

Lemma level_path_symmetric : forall θ θ', level_path θ θ' -> level_path θ' θ.
Proof.
  intros θ θ' H. induction H as [θ θ' H| |θ θ' θ'' _ IH _ IH'].
  - now apply rt_step, level_segment_symmetric.
  - apply rt_refl.
  - now apply rt_trans with θ'.
Qed.

Lemma level_path_context : forall (l1 l2 θ θ' : network W A),
  level_path θ θ' -> level_path (l1 ++ θ ++ l2) (l1 ++ θ' ++ l2).
Proof.
  intros l1 l2 θ θ' H. induction H as [θ θ' H| |θ θ' θ'' _ IH _ IH'].
  - now apply rt_step, level_segment_context.
  - apply rt_refl.
  - now apply rt_trans with (l1 ++ θ' ++ l2).
Qed.

Lemma level_path_cons : forall (u : W * A) (θ θ' : network W A), level_path θ θ' -> level_path (u :: θ) (u :: θ').
Proof.
  intros u θ θ' H. apply (level_path_context [u] []) in H. now rewrite !app_nil_r in H.
Qed.

Lemma level_path_length : forall θ θ', level_path θ θ' -> length θ = length θ'.
Proof. intros θ θ' H. induction H as [θ θ' H| |]; [apply H|easy|congruence]. Qed.

(** A vanishing unit takes the incoming vector of another, then its output, and leaves it where it was itself. *)
Lemma exchange_in_three : forall (l1 l2 l3 : network W A) (w : W) (u : W * A),
  exists p q,
    level_segment (l1 ++ (w, vzero) :: l2 ++ u :: l3) p /\ level_segment p q /\
    level_segment q (l1 ++ u :: l2 ++ (w, vzero) :: l3).
Proof.
  intros l1 l2 l3 w [v a].
  exists (l1 ++ (v, vzero) :: l2 ++ (v, a) :: l3), (l1 ++ (v, a) :: l2 ++ (v, vzero) :: l3). split; [|split].
  - apply level_segment_pair. apply (level_segment_context [] [(v, a)] [_] [_]), slide_is_level.
  - apply level_segment_pair, shift_is_level, vadd_comm.
  - apply level_segment_pair. apply (level_segment_context [(v, a)] [] [_] [_]), slide_is_level.
Qed.

Lemma exchange_path : forall (l1 l2 l3 : network W A) (w : W) (u : W * A),
  level_path (l1 ++ (w, vzero) :: l2 ++ u :: l3) (l1 ++ u :: l2 ++ (w, vzero) :: l3).
Proof.
  intros l1 l2 l3 w u. destruct (exchange_in_three l1 l2 l3 w u) as (p & q & H1 & H2 & H3).
  apply rt_trans with p; [now apply rt_step|]. apply rt_trans with q; now apply rt_step.
Qed.

(** The units behind a vanishing unit can be permuted: two of them are exchanged through it. *)
Lemma permutation_behind : forall (w : W) (θ θ' : network W A), Permutation θ θ' ->
  level_path ((w, vzero) :: θ) ((w, vzero) :: θ').
Proof.
  intros w θ θ' H. induction H as [|u θ θ' _ IH|u v θ|θ θ' θ'' _ IH _ IH'].
  - apply rt_refl.
  - apply rt_trans with (u :: (w, vzero) :: θ); [apply (exchange_path [] [])|].
    apply rt_trans with (u :: (w, vzero) :: θ'); [now apply level_path_cons|].
    apply level_path_symmetric, (exchange_path [] []).
  - apply rt_trans with (v :: (w, vzero) :: u :: θ); [apply (exchange_path [] [])|].
    apply rt_trans with (v :: u :: (w, vzero) :: θ); [apply (exchange_path [v] [])|].
    apply level_path_symmetric, (exchange_path [] [u]).
  - now apply rt_trans with ((w, vzero) :: θ').
Qed.

Lemma vanishing_to_front : forall (l1 l2 : network W A) (w : W),
  level_path (l1 ++ (w, vzero) :: l2) ((w, vzero) :: l1 ++ l2).
Proof.
  intros [|u l1] l2 w; simpl; [apply rt_refl|].
  apply rt_trans with ((w, vzero) :: l1 ++ u :: l2); [apply level_path_symmetric, (exchange_path [] l1 l2)|].
  apply permutation_behind. symmetry. apply Permutation_middle.
Qed.

Lemma permutation_path : forall (w : W) (θ θ' : network W A), In (w, vzero) θ -> Permutation θ θ' ->
  level_path θ θ'.
Proof.
  intros w θ θ' Hin H.
  assert (Hin' : In (w, vzero) θ') by now apply (Permutation_in _ H).
  apply in_split in Hin as (l1 & l2 & ->). apply in_split in Hin' as (l1' & l2' & ->).
  apply rt_trans with ((w, vzero) :: l1 ++ l2); [apply vanishing_to_front|].
  apply rt_trans with ((w, vzero) :: l1' ++ l2'); [|apply level_path_symmetric, vanishing_to_front].
  apply permutation_behind. now apply Permutation_app_inv with (w, vzero).
Qed.

End Level.
