(** The expansion manifold is connected for m > r: its points reduce to one network beside vanishing units. *)

From Coq Require Import List Arith Permutation Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure Reduction.
From Equiloss.Subspaces Require Import Expansion.
From Equiloss.Topology Require Import Segments.
Import ListNotations.

Local Open Scope nat_scope.

Section Paths.

Context {K : Field} {W A : VectorSpace K}.

Lemma level_path_measure : forall θ θ' : network W A, level_path θ θ' -> same_measure θ' θ.
Proof.
  intros θ θ' H. induction H as [θ θ' H| |θ θ' θ'' _ IH _ IH'].
  - now apply level_segment_measure.
  - apply same_measure_refl.
  - now apply same_measure_trans with θ'.
Qed.

(** Segments that keep the measure stay inside Θ. *)
Lemma level_segment_inside : forall (base θ θ' : network W A) (m : nat),
  irreducible base -> Theta base m θ -> level_segment θ θ' ->
  segment_inside (Theta base m) θ θ' /\ Theta base m θ'.
Proof.
  intros base θ θ' m Hirr Hθ [Hlength H].
  assert (Hinside : forall s, Theta base m (network_towards s θ θ')).
  { intro s. apply theta_is_fibre in Hθ as [Hm Hmeasure]; [|exact Hirr]. apply theta_is_fibre; [exact Hirr|]. split.
    - unfold network_towards. rewrite map_length, combine_length, <- Hlength. lia.
    - now apply same_measure_trans with θ. }
  split; [now split|]. rewrite <- (network_towards_one θ θ' Hlength). apply Hinside.
Qed.

Lemma level_path_inside : forall (base θ θ' : network W A) (m : nat),
  irreducible base -> level_path θ θ' -> Theta base m θ ->
  joined_by_segments (Theta base m) θ θ' /\ Theta base m θ'.
Proof.
  intros base θ θ' m Hirr H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH']; intro Hθ.
  - destruct (level_segment_inside base θ θ' m Hirr Hθ H) as [Hinside Hθ']. split; [now apply rt_step|exact Hθ'].
  - split; [apply rt_refl|exact Hθ].
  - destruct (IH Hθ) as [H Hθ']. destruct (IH' Hθ') as [H' Hθ'']. split; [now apply rt_trans with θ'|exact Hθ''].
Qed.

(** A reduction step is a path, if the unit that it takes away stays as one of zeros. *)
Lemma reduction_step_path : forall θ θ' : network W A, reduction_step θ θ' ->
  level_path θ ((vzero, vzero) :: θ').
Proof.
  assert (Hblank : forall (l1 l2 : network W A) w,
    level_path (l1 ++ (w, vzero) :: l2) ((vzero, vzero) :: l1 ++ l2)).
  { intros l1 l2 w. apply rt_trans with ((w, vzero) :: l1 ++ l2); [apply vanishing_to_front|].
    apply rt_step, (level_segment_context [] (l1 ++ l2) [_] [_]), slide_is_level. }
  intros θ θ' H. destruct H as [l1 l2 l3 w a b|l1 l2 w]; [|apply Hblank].
  apply rt_trans with (l1 ++ (w, vzero) :: l2 ++ (w, vadd a b) :: l3); [|apply Hblank].
  apply rt_step, level_segment_pair, shift_is_level. symmetry. apply vadd_zero.
Qed.

Lemma reduction_path : forall θ θ' : network W A, reduces_to θ θ' ->
  exists k, level_path θ (repeat (vzero, vzero) k ++ θ').
Proof.
  intros θ θ' H. apply clos_rt_rt1n in H. induction H as [θ|θ θ' θ'' H _ [k IH]]; [exists 0; apply rt_refl|].
  exists (S k). apply rt_trans with ((vzero, vzero) :: θ'); [now apply reduction_step_path|now apply level_path_cons].
Qed.

(** A network with the measure of [base] reduces to [base], up to permutation. *)
Lemma reduces_to_base : forall base θ : network W A, irreducible base -> same_measure θ base ->
  exists θ', reduces_to θ θ' /\ Permutation base θ'.
Proof.
  intros base θ Hirr Hmeasure. destruct (reduces_to_irreducible (length θ) θ eq_refl) as (θ' & Hreduces & Hirr').
  exists θ'. split; [exact Hreduces|]. apply same_measure_irreducible; try assumption.
  apply same_measure_trans with θ; [now apply same_measure_sym|now apply reduces_to_same_measure].
Qed.

(** Every point of Θ is joined to [base] beside vanishing units, up to permutation. *)
Lemma path_to_placement : forall (base θ : network W A) (m : nat),
  irreducible base -> Theta base m θ ->
  exists θ', Permutation base θ' /\ level_path θ (repeat (vzero, vzero) (m - length base) ++ θ').
Proof.
  intros base θ m Hirr Hθ. apply theta_is_fibre in Hθ as [Hm Hmeasure]; [|exact Hirr].
  destruct (reduces_to_base base θ Hirr Hmeasure) as (θ' & Hreduces & Hperm).
  destruct (reduction_path θ θ' Hreduces) as [k Hpath]. exists θ'. split; [exact Hperm|].
  assert (Hlength : length θ = k + length θ').
  { rewrite (level_path_length _ _ Hpath), app_length, repeat_length. reflexivity. }
  apply Permutation_length in Hperm. now replace (m - length base) with k by lia.
Qed.

End Paths.

Theorem theta_connected : ThetaConnected.
Proof.
  intros K W A base θ θ' m Hirr Hm Hθ Hθ'.
  destruct (path_to_placement base θ m Hirr Hθ) as (φ & Hφ & H).
  destruct (path_to_placement base θ' m Hirr Hθ') as (φ' & Hφ' & H').
  apply (level_path_inside base θ θ' m Hirr); [|exact Hθ].
  apply rt_trans with (repeat (vzero, vzero) (m - length base) ++ φ); [exact H|].
  apply rt_trans with (repeat (vzero, vzero) (m - length base) ++ φ'); [|now apply level_path_symmetric].
  apply permutation_path with vzero.
  - destruct (m - length base) as [|k] eqn:E; [lia|]. now left.
  - apply Permutation_app_head. now rewrite <- Hφ.
Qed.

Theorem transposed_in_three_segments : TransposedInThreeSegments.
Proof.
  intros K W A base l1 l2 l3 m w u Hirr Hθ.
  assert (Hstart : Theta base m (l1 ++ (w, vzero) :: l2 ++ u :: l3)).
  { destruct Hθ as [Hθ|Hθ]; [exact Hθ|].
    apply (level_path_inside base (l1 ++ u :: l2 ++ (w, vzero) :: l3)); try assumption.
    apply level_path_symmetric, exchange_path. }
  split.
  - destruct (exchange_in_three l1 l2 l3 w u) as (p & q & H1 & H2 & H3). exists p, q.
    destruct (level_segment_inside base _ p m Hirr Hstart H1) as [Hfirst Hp].
    destruct (level_segment_inside base p q m Hirr Hp H2) as [Hsecond Hq].
    destruct (level_segment_inside base q _ m Hirr Hq H3) as [Hthird _]. split; [|split]; assumption.
  - intros θ Hperm. apply (level_path_inside base); [exact Hirr| |exact Hstart].
    apply permutation_path with w; [|exact Hperm]. apply in_elt.
Qed.

Theorem zero_loss_connected : ZeroLossConnected.
Proof.
  intros K W A X activation data base m Hirr Hm Hbase.
  assert (Hzero : forall θ, Theta base m θ -> zero_loss activation data θ).
  { intros θ (P & HP & Hθ) x y Hxy.
    destruct (subspace_keeps_function K W A base θ θ m P HP Hθ (Permutation_refl θ)) as [_ Hsame].
    rewrite Hsame. now apply Hbase. }
  split; [exact Hzero|]. intros θ θ' Hθ Hθ'.
  assert (H := theta_connected K W A base θ θ' m Hirr Hm Hθ Hθ'). clear Hθ Hθ'.
  induction H as [θ θ' [Hlength H]| |θ θ' θ'' _ IH _ IH'].
  - apply rt_step. split; [exact Hlength|]. intro s. split; [apply H|apply Hzero, H].
  - apply rt_refl.
  - now apply rt_trans with θ'.
Qed.
