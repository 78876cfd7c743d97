(** An accepted path leads from the one network to the other inside Θ. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import LayerLines.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedPath SoundEnumeration SoundMembership.
Import ListNotations.

Section Path.

Context {K : Field} (d_in d_out : nat) (base : list (list K * list K)).
Context (base_shaped : units_shaped d_in d_out base).

Lemma towards_shaped : forall s (θ φ : list (list K * list K)), units_shaped d_in d_out θ -> units_shaped d_in d_out φ ->
  units_shaped d_in d_out (units_towards s θ φ).
Proof.
  intros s θ φ Hθ Hφ u Hu. unfold units_towards in Hu. apply in_map_iff in Hu as ([v w] & <- & Hvw).
  apply in_combine_l in Hvw as Hv. apply in_combine_r in Hvw as Hw.
  apply Hθ in Hv as [Hv Hv']. apply Hφ in Hw as [Hw Hw'].
  unfold scalars_towards. cbn [fst snd]. rewrite !map_length, !combine_length, Hv, Hv', Hw, Hw'.
  now rewrite !Nat.min_id.
Qed.

Lemma units_towards_self : forall s (θ : list (list K * list K)), units_towards s θ θ = θ.
Proof.
  intros s θ. unfold units_towards. induction θ as [|[w a] θ IH]; [reflexivity|]. cbn [combine map fst snd].
  now rewrite !scalars_towards_self, IH.
Qed.

(** Both ends in one subspace: so is the line. *)
Lemma line_in_subspace : forall m P (θ φ : list (list K * list K)), labelled_partition (length base) m P ->
  units_shaped d_in d_out θ -> units_Gamma P base θ -> units_shaped d_in d_out φ -> units_Gamma P base φ ->
  units_segment_inside (units_point d_in d_out base m) θ φ.
Proof.
  intros m P θ φ HP Hθ HGθ Hφ HGφ. assert (Hlength : length θ = length φ) by (now rewrite (proj1 HGθ), (proj1 HGφ)).
  split; [split; [exact Hθ|now exists P]|]. split; [split; [exact Hφ|now exists P]|]. split; [exact Hlength|].
  intro s. split; [now apply towards_shaped|]. exists P. split; [exact HP|]. rewrite <- (units_towards_self s base). apply (units_gamma_towards s d_out); auto.
  - intros u Hu. now apply base_shaped.
  - intros u Hu. now apply base_shaped.
  - intros u Hu. now apply Hθ.
  - intros u Hu. now apply Hφ.
Qed.

Lemma check_segments_sound : forall m last points partitions (θ : list (list K * list K)), length θ = m ->
  units_point d_in d_out base m θ -> check_segments d_in d_out base last θ points partitions = true ->
  units_joined (units_point d_in d_out base m) (length partitions) θ last.
Proof.
  intros m last. induction points as [|φ points IH]; intros [|P partitions] θ Hm Hθ H; try easy.
  - cbn [check_segments] in H. apply same_network_iff in H. now split.
  - cbn [check_segments] in H. rewrite !andb_true_iff in H. destruct H as [[[HP Hmember] Hmember'] H].
    apply check_partition_sound in HP. rewrite Hm in HP.
    apply (check_member_sound _ _ _ _ _ _ _ HP base_shaped) in Hmember as [Hshape HG].
    apply (check_member_sound _ _ _ _ _ _ _ HP base_shaped) in Hmember' as [Hshape' HG'].
    cbn [length units_joined]. exists φ. split; [now apply (line_in_subspace m P)|].
    apply IH; [|now split; [|exists P]|exact H]. rewrite (proj1 HG'). apply HP.
Qed.

End Path.

Theorem sound_path : SoundPath check_path.
Proof.
  intros K d_in d_out base first last points partitions H. unfold check_path in H.
  rewrite !andb_true_iff in H. destruct H as [[Hbase _] H]. apply check_shape_sound in Hbase.
  destruct points as [|θ points]; [easy|]. rewrite !andb_true_iff in H. destruct H as [[[E HP] Hmember] H].
  apply same_network_iff in E. subst first. apply check_partition_sound in HP.
  apply (check_member_sound _ _ _ _ _ _ _ HP Hbase) in Hmember as [Hshape HG].
  apply (check_segments_sound d_in d_out base Hbase (length θ) last points); [reflexivity| |exact H].
  split; [exact Hshape|]. eexists. split; [exact HP|exact HG].
Qed.
