(** The expansion manifold is connected for m > r: its points reduce to one network beside vanishing units. *)

From Coq Require Import List Arith Permutation Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure Reduction Parities.
From Equiloss.Subspaces Require Import Expansion SignedExpansion.
From Equiloss.Topology Require Import Segments MirrorSegments.
Import ListNotations.

Local Open Scope nat_scope.

Section Paths.

Context {K : Field} {W A : VectorSpace K} (symmetry : option parity).

(** Segments that keep the measure stay inside Θ. *)
Lemma level_segment_inside : forall (base θ θ' : network W A) (m : nat),
  field_for (K := K) symmetry -> irreducible_of symmetry base ->
  Theta_of symmetry base m θ -> level_segment symmetry θ θ' ->
  segment_inside (Theta_of symmetry base m) θ θ' /\ Theta_of symmetry base m θ'.
Proof.
  intros base θ θ' m Hfield Hirr Hθ [Hlength H].
  assert (Hinside : forall s, Theta_of symmetry base m (network_towards s θ θ')).
  { intro s. apply theta_of_is_fibre in Hθ as [Hm Hmeasure]; [|exact Hfield|exact Hirr].
    apply theta_of_is_fibre; [exact Hfield|exact Hirr|]. split.
    - unfold network_towards. rewrite map_length, combine_length, <- Hlength. lia.
    - now apply same_measure_of_trans with θ. }
  split; [now split|]. rewrite <- (network_towards_one θ θ' Hlength). apply Hinside.
Qed.

Lemma level_path_inside : forall (base θ θ' : network W A) (m : nat),
  field_for (K := K) symmetry -> irreducible_of symmetry base ->
  level_path symmetry θ θ' -> Theta_of symmetry base m θ ->
  joined_by_segments (Theta_of symmetry base m) θ θ' /\ Theta_of symmetry base m θ'.
Proof.
  intros base θ θ' m Hfield Hirr H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH']; intro Hθ.
  - destruct (level_segment_inside base θ θ' m Hfield Hirr Hθ H) as [Hinside Hθ'].
    split; [now apply rt_step|exact Hθ'].
  - split; [apply rt_refl|exact Hθ].
  - destruct (IH Hθ) as [H Hθ']. destruct (IH' Hθ') as [H' Hθ'']. split; [now apply rt_trans with θ'|exact Hθ''].
Qed.

Lemma blank_path : forall (l1 l2 : network W A) (w : W),
  level_path symmetry (l1 ++ (w, vzero) :: l2) ((vzero, vzero) :: l1 ++ l2).
Proof.
  intros l1 l2 w. apply rt_trans with ((w, vzero) :: l1 ++ l2); [apply vanishing_to_front|].
  apply rt_step, (level_segment_context _ [] (l1 ++ l2) [_] [_]), slide_is_level.
Qed.

(** A reduction step is a path, if the unit that it takes away stays as one of zeros. *)
Lemma reduction_step_path : forall θ θ' : network W A, reduction_step θ θ' ->
  level_path symmetry θ ((vzero, vzero) :: θ').
Proof.
  intros θ θ' H. destruct H as [l1 l2 l3 w a b|l1 l2 w]; [|apply blank_path].
  apply rt_trans with (l1 ++ (w, vzero) :: l2 ++ (w, vadd a b) :: l3); [|apply blank_path].
  apply rt_step, level_segment_pair, shift_is_level. symmetry. apply vadd_zero.
Qed.

End Paths.

Section Placements.

Context {K : Field} {W A : VectorSpace K}.

Lemma signed_step_path : forall (p : parity) (θ θ' : network W A), signed_step p θ θ' ->
  level_path (Some p) θ ((vzero, vzero) :: θ').
Proof.
  intros p θ θ' H. destruct H as [θ θ' H|l1 l2 l3 w a b|l1 l2 a Hp].
  - now apply reduction_step_path.
  - apply rt_trans with (l1 ++ (w, vadd a b) :: l2 ++ mirrored p (w, vzero) :: l3).
    { apply rt_step, level_segment_pair, mirror_shift_is_level. symmetry. apply vadd_zero_r. }
    rewrite mirrored_vanishing, app_comm_cons, app_assoc.
    apply rt_trans with ((vzero, vzero) :: (l1 ++ (w, vadd a b) :: l2) ++ l3); [apply blank_path|].
    apply permutation_behind. rewrite <- app_assoc. apply Permutation_app_head, (Permutation_middle l2 l3).
  - apply rt_trans with (l1 ++ (vzero, vzero) :: l2); [|apply blank_path].
    now apply rt_step, (level_segment_context _ l1 l2 [_] [_]), silence_is_level.
Qed.

Lemma step_of_path : forall symmetry (θ θ' : network W A), step_of symmetry θ θ' ->
  level_path symmetry θ ((vzero, vzero) :: θ').
Proof. intros [p|]; [apply signed_step_path|apply reduction_step_path]. Qed.

Lemma reduction_path : forall symmetry (θ θ' : network W A), reduces_to_of symmetry θ θ' ->
  exists k, level_path symmetry θ (repeat (vzero, vzero) k ++ θ').
Proof.
  intros symmetry θ θ' H. apply clos_rt_rt1n in H.
  induction H as [θ|θ θ' θ'' H _ [k IH]]; [exists 0; apply rt_refl|].
  exists (S k). apply rt_trans with ((vzero, vzero) :: θ'); [now apply step_of_path|now apply level_path_cons].
Qed.

(** Every point of Θ is joined to [base] beside vanishing units, up to permutation and mirrored units. *)
Lemma path_to_placement : forall symmetry (base θ : network W A) (m : nat),
  field_for (K := K) symmetry -> irreducible_of symmetry base -> Theta_of symmetry base m θ ->
  exists θ', equal_of symmetry base θ' /\
    level_path symmetry θ (repeat (vzero, vzero) (m - length base) ++ θ').
Proof.
  intros symmetry base θ m Hfield Hirr Hθ. apply theta_of_is_fibre in Hθ as [Hm Hmeasure]; [|exact Hfield|exact Hirr].
  destruct (reduces_to_base symmetry base θ Hfield Hirr Hmeasure) as (θ' & Hreduces & Hequal).
  destruct (reduction_path symmetry θ θ' Hreduces) as [k Hpath]. exists θ'. split; [exact Hequal|].
  assert (Hlength : length θ = k + length θ').
  { rewrite (level_path_length _ _ _ Hpath), app_length, repeat_length. reflexivity. }
  apply equal_of_length in Hequal. now replace (m - length base) with k by lia.
Qed.

(** Beside a vanishing unit, units can be mirrored and permuted. *)
Lemma equal_of_path : forall symmetry (w : W) (θ θ' : network W A), equal_of symmetry θ θ' ->
  level_path symmetry ((w, vzero) :: θ) ((w, vzero) :: θ').
Proof.
  intros [p|] w θ θ' H; [|now apply permutation_behind]. destruct H as (φ & Hflipped & Hperm).
  apply rt_trans with ((w, vzero) :: φ); [now apply flipped_path|now apply permutation_behind].
Qed.

Theorem theta_of_connected : forall symmetry (base θ θ' : network W A) (m : nat),
  field_for (K := K) symmetry -> irreducible_of symmetry base -> length base < m ->
  Theta_of symmetry base m θ -> Theta_of symmetry base m θ' ->
  joined_by_segments (Theta_of symmetry base m) θ θ'.
Proof.
  intros symmetry base θ θ' m Hfield Hirr Hm.
  assert (H : forall point, Theta_of symmetry base m point ->
    level_path symmetry point (repeat (vzero, vzero) (m - length base) ++ base)).
  { intros point Hpoint. destruct (path_to_placement symmetry base point m Hfield Hirr Hpoint) as (φ & Hequal & Hpath).
    apply rt_trans with (repeat (vzero, vzero) (m - length base) ++ φ); [exact Hpath|]. apply level_path_symmetric.
    destruct (m - length base) as [|k] eqn:E; [lia|]. cbn [repeat]. rewrite repeat_cons, <- !app_assoc.
    apply (equal_of_path symmetry vzero), (level_path_context _ (repeat (vzero, vzero) k) []) in Hequal.
    now rewrite !app_nil_r in Hequal. }
  intros Hθ Hθ'. apply (level_path_inside symmetry base θ θ' m Hfield Hirr); [|exact Hθ].
  apply rt_trans with (repeat (vzero, vzero) (m - length base) ++ base); [now apply H|].
  now apply level_path_symmetric, H.
Qed.

End Placements.

Theorem theta_connected : ThetaConnected.
Proof. intros K W A base θ θ' m Hirr. now apply (theta_of_connected None). Qed.

Theorem signed_theta_connected : SignedThetaConnected.
Proof. intros K W A p base θ θ' m two Hirr. now apply (theta_of_connected (Some p)). Qed.

Theorem transposed_in_three_segments : TransposedInThreeSegments.
Proof.
  intros K W A base l1 l2 l3 m w u Hirr Hθ.
  assert (Hstart : Theta base m (l1 ++ (w, vzero) :: l2 ++ u :: l3)).
  { destruct Hθ as [Hθ|Hθ]; [exact Hθ|].
    apply (level_path_inside None base (l1 ++ u :: l2 ++ (w, vzero) :: l3)); try easy.
    apply level_path_symmetric, exchange_path. }
  split.
  - destruct (exchange_in_three None l1 l2 l3 w u) as (p & q & H1 & H2 & H3). exists p, q.
    destruct (level_segment_inside None base _ p m I Hirr Hstart H1) as [Hfirst Hp].
    destruct (level_segment_inside None base p q m I Hirr Hp H2) as [Hsecond Hq].
    destruct (level_segment_inside None base q _ m I Hirr Hq H3) as [Hthird _]. split; [|split]; assumption.
  - intros θ Hperm. apply (level_path_inside None base); [exact I|exact Hirr| |exact Hstart].
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
