(** An accepted path for an odd or even activation lies in the union of the signed subspaces. *)

From Coq Require Import List Arith ZArith Bool Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import LayerLines.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedMirroredPath.
From Equiloss.Checkers Require Import SoundEnumeration SoundMembership SoundPath SignedUnits.
Import ListNotations.

Local Open Scope nat_scope.

Lemma first_upright_sound : forall coded next, first_upright next coded = true -> zeros_in_order next (map fst coded) ->
  forall l1 z l2, coded = l1 ++ (Zero z, true) :: l2 -> z < next \/ In (Zero z, false) l1.
Proof.
  induction coded as [|[[t|y] mirror] coded IH]; intros next H Horder l1 z l2 E; [now destruct l1| |];
    cbn [first_upright map fst zeros_in_order] in *.
  - destruct l1 as [|q l1]; [easy|]. cbn [app] in E. injection E as _ E.
    destruct (IH next H Horder l1 z l2 E) as [Hz|Hz]; [now left|right; now right].
  - destruct (Nat.ltb_spec y next) as [Hy|Hy].
    + destruct l1 as [|q l1]; [left; now injection E as <- _ _|]. cbn [app] in E. injection E as _ E.
      destruct Horder as [[_ Horder]|[-> _]]; [|lia].
      destruct (IH next H Horder l1 z l2 E) as [Hz|Hz]; [now left|right; now right].
    + destruct Horder as [[Hlt _]|[-> Horder]]; [lia|]. apply andb_true_iff in H as [Hmirror H].
      destruct l1 as [|q l1]; [injection E as _ -> _; easy|]. cbn [app] in E. injection E as <- E.
      destruct (IH (S next) H Horder l1 z l2 E) as [Hz|Hz]; [|right; now right].
      destruct (Nat.eq_dec z next) as [->|Hne]; [|left; lia]. right. left. now destruct mirror.
Qed.

Lemma check_signed_partition_sound : forall p r m P, check_signed_partition p r m P = true -> signed_partition p r m P.
Proof.
  intros p r m P H. unfold check_signed_partition in H. rewrite !andb_true_iff in H.
  destruct H as [[[Hlength Heven] HP] Hfirst]. apply check_partition_sound in HP.
  split; [now apply Nat.eqb_eq|]. split; [|split; [exact HP|]].
  - intros -> Hnone. rewrite forallb_forall in Heven. now specialize (Heven None Hnone).
  - intros l1 z l2 E. destruct HP as (_ & _ & Horder).
    destruct (first_upright_sound _ 0 Hfirst Horder l1 z l2 E) as [Hz|Hz]; [lia|exact Hz].
Qed.

Section Mirrors.

Context {K : Field} (p : parity) (d_in d_out : nat) (base : list (list K * list K)).
Add Field K_field_mirrored_path : (field_laws K).
Context (base_shaped : units_shaped d_in d_out base).

Lemma all_zero_sound : forall v : list K, all_zero v = true -> forall s, In s v -> s = zero.
Proof.
  intros v H s Hs. unfold all_zero in H. rewrite forallb_forall in H. specialize (H s Hs).
  now destruct (scalar_eq_dec s zero).
Qed.

Lemma check_signed_member_sound : forall m P θ, signed_partition p (length base) m P ->
  check_signed_member p d_in d_out base P θ = true -> units_shaped d_in d_out θ /\ units_signed_Gamma p P base θ.
Proof.
  intros m P θ (_ & _ & HP & _) H. unfold check_signed_member in H. rewrite !andb_true_iff in H.
  destruct H as [[[Hlength Hshape] Hsilent] Hmember]. split; [now apply check_shape_sound|].
  split; [now apply Nat.eqb_eq|]. split.
  - intros u s Hu Hs. rewrite forallb_forall in Hsilent. exact (all_zero_sound _ (Hsilent _ Hu) s Hs).
  - exact (proj2 (check_member_sound _ _ _ _ _ _ _ HP base_shaped Hmember)).
Qed.

(** ** Lines *)

Lemma map_towards : forall (f : K -> K) s (x y : list K),
  (forall a b, f (scalar_towards s a b) = scalar_towards s (f a) (f b)) ->
  map f (scalars_towards s x y) = scalars_towards s (map f x) (map f y).
Proof.
  intros f s x y Hf. unfold scalars_towards. revert y. induction x as [|a x IH]; intros [|b y]; try reflexivity.
  cbn [combine map fst snd]. now rewrite Hf, IH.
Qed.

Lemma mirrored_towards : forall s (u v : list K * list K),
  units_mirrored p (unit_towards s u v) = unit_towards s (units_mirrored p u) (units_mirrored p v).
Proof.
  intros s u v. unfold units_mirrored, unit_towards. cbn [fst snd].
  f_equal; apply map_towards; intros a b; unfold scalar_towards; ring.
Qed.

Lemma turned_back_towards : forall s P (θ φ : list (list K * list K)), length θ = length φ ->
  units_turned_back p P (units_towards s θ φ) = units_towards s (units_turned_back p P θ) (units_turned_back p P φ).
Proof.
  intros s. unfold units_turned_back, units_towards.
  induction P as [|c P IH]; intros [|u θ] [|v φ] Hlength; try easy. injection Hlength as Hlength.
  specialize (IH θ φ Hlength). cbn [combine map flat_map fst snd]. rewrite IH. clear IH.
  destruct c as [[c [|]]|]; cbn [app combine map fst snd]; try reflexivity. f_equal. exact (mirrored_towards s u v).
Qed.

Lemma signed_line : forall m P (θ φ : list (list K * list K)), signed_partition p (length base) m P ->
  units_shaped d_in d_out θ -> units_signed_Gamma p P base θ ->
  units_shaped d_in d_out φ -> units_signed_Gamma p P base φ ->
  forall s, units_signed_Gamma p P base (units_towards s θ φ).
Proof.
  intros m P θ φ HP Hθ (Hl & Hzero & HG) Hφ (Hl' & Hzero' & HG') s.
  assert (Hlength : length θ = length φ) by congruence. split; [|split].
  - unfold units_towards. rewrite map_length, combine_length, <- Hlength, Nat.min_id. exact Hl.
  - clear - Hzero Hzero' Hlength. revert θ φ Hlength Hzero Hzero'. unfold units_towards.
    induction P as [|c P IH]; intros [|u θ] [|v φ] Hlength Hzero Hzero' w t Hw Ht; try easy.
    injection Hlength as Hlength. cbn [combine map fst snd] in Hw. destruct Hw as [[= -> <-]|Hw].
    + cbn [fst] in Ht. unfold scalars_towards in Ht. apply in_map_iff in Ht as ([a b] & <- & Hab). cbn [fst snd].
      rewrite (Hzero u a), (Hzero' v b); [unfold scalar_towards; ring|now left|now apply in_combine_r in Hab|now left|].
      now apply in_combine_l in Hab.
    + apply (IH θ φ Hlength) with (u := w); try assumption; intros x y Hx; [apply (Hzero x)|apply (Hzero' x)];
        now right.
  - rewrite turned_back_towards by exact Hlength. rewrite <- (units_towards_self s base).
    pose proof (turned_back_shaped p d_in d_out P θ Hθ) as Hturned.
    pose proof (turned_back_shaped p d_in d_out P φ Hφ) as Hturned'.
    apply (units_gamma_towards s d_out); auto.
    + now rewrite (proj1 HG), (proj1 HG').
    + intros u Hu. now apply base_shaped.
    + intros u Hu. now apply base_shaped.
    + intros u Hu. now apply Hturned.
    + intros u Hu. now apply Hturned'.
Qed.

Lemma signed_line_inside : forall m P (θ φ : list (list K * list K)), signed_partition p (length base) m P ->
  units_shaped d_in d_out θ -> units_signed_Gamma p P base θ ->
  units_shaped d_in d_out φ -> units_signed_Gamma p P base φ ->
  units_segment_inside (units_signed_point p d_in d_out base m) θ φ.
Proof.
  intros m P θ φ HP Hθ HGθ Hφ HGφ. split; [split; [exact Hθ|now exists P]|].
  split; [split; [exact Hφ|now exists P]|]. split; [now rewrite (proj1 HGθ), (proj1 HGφ)|]. intro s.
  split; [now apply towards_shaped|]. exists P. split; [exact HP|now apply (signed_line m)].
Qed.

Lemma check_mirrored_segments_sound : forall m last points partitions (θ : list (list K * list K)), length θ = m ->
  units_signed_point p d_in d_out base m θ ->
  check_mirrored_segments p d_in d_out base last θ points partitions = true ->
  units_joined (units_signed_point p d_in d_out base m) (length partitions) θ last.
Proof.
  intros m last. induction points as [|φ points IH]; intros [|partition partitions] θ Hm Hθ H; try easy.
  - cbn [check_mirrored_segments] in H. apply same_network_iff in H. now split.
  - cbn [check_mirrored_segments] in H. rewrite !andb_true_iff in H. destruct H as [[[HP Hmember] Hmember'] H].
    unfold check_signs in HP. rewrite !andb_true_iff in HP. destruct HP as [_ HP].
    apply check_signed_partition_sound in HP. rewrite Hm in HP.
    apply (check_signed_member_sound m _ _ HP) in Hmember as [Hshape HG].
    apply (check_signed_member_sound m _ _ HP) in Hmember' as [Hshape' HG'].
    cbn [length units_joined]. exists φ. split; [now apply (signed_line_inside m (signed_codes partition))|].
    apply IH; [|split; [exact Hshape'|now exists (signed_codes partition)]|exact H].
    rewrite (proj1 HG'). apply HP.
Qed.

End Mirrors.

Theorem sound_mirrored_path : SoundMirroredPath check_mirrored_path.
Proof.
  intros K p d_in d_out base first last points partitions H. unfold check_mirrored_path in H.
  rewrite !andb_true_iff in H. destruct H as [[Hbase _] H]. apply check_shape_sound in Hbase. split.
  - destruct points as [|θ points]; [easy|]. rewrite !andb_true_iff in H. destruct H as [[[E HP] Hmember] H].
    apply same_network_iff in E. subst first. apply check_signed_partition_sound in HP.
    apply (check_signed_member_sound p _ _ _ Hbase _ _ _ HP) in Hmember as [Hshape HG].
    apply (check_mirrored_segments_sound p d_in d_out base Hbase (length θ) last points); [reflexivity| |exact H].
    split; [exact Hshape|]. eexists. split; [exact HP|exact HG].
  - intros L activation θ j two Hparity Hθ.
    exact (signed_point_output activation p two Hparity d_in d_out (length first) base θ j Hbase Hθ).
Qed.
