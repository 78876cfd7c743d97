(** The subspaces of signed labelled partitions are, with the mirror images, among those of labelled partitions of twice
    as many units, for the base with its images. *)

From Coq Require Import List Arith Bool Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Subspaces Require Import Positions.
From Equiloss.Checkers Require Import CheckedShortestMirroredPath MirrorCovers.
Import ListNotations.

Local Open Scope nat_scope.

Section Cover.

Context {K : Field} (p : parity) (base : list (list K * list K)).
Add Field K_field_cover_subspaces : (field_laws K).

Context (d_in d_out : nat) (P : list signed_code) (m : nat).
Context (P_signed : signed_partition p (length base) m P).

Lemma cover_labels : all_labels (length base + length base) (cover (length base) P).
Proof.
destruct P_signed as (_ & _ & (_ & Hlabels & _) & _).
assert (Haudible : forall c s, In (c, s) (audible P) <-> In (Some (c, s)) P).
{ intros c s. unfold audible. rewrite in_flat_map. split.
    - intros ([d|] & Hd & Hin); [|easy]. destruct Hin as [->|[]]. exact Hd.
    - intro H. exists (Some (c, s)). split; [exact H|now left]. }
  assert (Hin : forall t, In (Label t) (map fst (audible P)) <-> exists s, In (Some (Label t, s)) P).
  { intro t. rewrite in_map_iff. split.
    - intros ([c s] & E & H). cbn in E. subst c. exists s. now apply Haudible.
    - intros (s & H). exists (Label t, s). split; [reflexivity|now apply Haudible]. }
  intro t. unfold cover. rewrite in_app_iff, !in_map_iff. split.
  - intros H. assert (Hd : exists d mirror, In d P /\ cover_code (length base) mirror d = Label t).
    { destruct H as [(d & E & Hd)|(d & E & Hd)]; exists d; eauto. }
    destruct Hd as ([[[u|z] s]|] & mirror & Hd & E); cbn [cover_code side] in E; try discriminate E.
    assert (Hu : u < length base) by (apply Hlabels, Hin; now exists s). injection E as <-. destruct (xorb s mirror);
      lia.
  - intro Ht. assert (Hu : exists u mirror, u < length base /\ t = if mirror : bool then length base + u else u).
    { destruct (Nat.lt_ge_cases t (length base)); [exists t, false|exists (t - length base), true]; split; lia. }
    destruct Hu as (u & mirror & Hu & ->). apply Hlabels, Hin in Hu as (s & Hs).
    destruct s, mirror; [left|right|right|left]; eexists; (split; [|exact Hs]); reflexivity.
Qed.

Lemma labels_below : forall (θ : list (list K * list K)) t s u, In (Some (Label t, s), u) (combine P θ) ->
  t < length base.
Proof.
intros θ t s u H. apply in_combine_l in H. destruct P_signed as (_ & _ & (_ & Hlabels & _) & _). apply Hlabels.
apply in_map_iff. exists (Label t, s). split; [reflexivity|]. apply in_flat_map. exists (Some (Label t, s)).
split; [exact H|now left].
Qed.

Lemma base_image : forall t v, nth_error (base ++ map (units_mirrored p) base) t = Some v ->
  exists u s, t = (if s : bool then length base + u else u) /\ u < length base /\ exists v', nth_error base u =
    Some v' /\
    v = if s : bool then units_mirrored p v' else v'.
Proof.
intros t v H. destruct (Nat.lt_ge_cases t (length base)) as [Ht|Ht].
  - rewrite nth_error_app1 in H by exact Ht. exists t, false. eauto.
  - rewrite nth_error_app2 in H by exact Ht. rewrite nth_error_map in H.
    destruct (nth_error base (t - length base)) as [v'|] eqn:E; [|discriminate]. cbn in H. injection H as <-.
    assert (t - length base < length base) by (apply nth_error_Some; congruence). exists (t - length base), true.
    split; [lia|]. eauto.
Qed.

Lemma zero_side : forall z, z = 0 \/ exists y s, Zero z = side (length base) (Zero y) s.
Proof.
intros [|z]; [now left|]. right. destruct (Nat.Even_or_Odd z) as [[y ->]|[y ->]]; [exists y, false|exists y, true];
    cbn [side]; f_equal; lia.
Qed.

Lemma cover_gamma : forall θ : list (list K * list K), units_shaped d_in d_out θ -> units_signed_Gamma p P base θ ->
  units_Gamma (cover (length base) P) (base ++ map (units_mirrored p) base) (θ ++ map (units_mirrored p) θ).
Proof.
intros θ Hθ (Hlength & Hsilent & Hturned). unfold units_Gamma, units_block_sum in *.
rewrite combine_turned in Hturned by exact Hlength. rewrite combine_cover by exact Hlength.
destruct Hturned as (_ & Hlabel & Hzero & Hsum & Hnone).
change (forall t v j, nth_error base t = Some v ->
    block_entry (Label t) (turned p (combine P θ)) j = nth j (snd v) zero) in Hsum.
  change (forall z j, block_entry (Zero z) (turned p (combine P θ)) j = zero) in Hnone.
  assert (Hbelow := labels_below θ). assert (Hz : forall z t, Zero z = Label t -> t < length base) by discriminate.
  assert (Hl : forall u, u < length base -> forall t, Label u = Label t -> t < length base) by (intros u Hu t [= <-];
    exact Hu).
  split; [unfold cover; now rewrite !app_length, !map_length, Hlength|]. split; [|split; [|split]].
  - intros t u v Hu Hv. apply base_image in Hv as (t' & s & -> & Ht & v' & Hv & ->).
    change (Label (if s then length base + t' else t')) with (side (length base) (Label t') s) in Hu.
    apply (in_side p base _ Hbelow) in Hu as (w & Hw & ->); [|now apply Hl].
    specialize (Hlabel t' w v' Hw Hv). destruct s; [|exact Hlabel]. unfold units_mirrored. cbn [fst].
    now rewrite Hlabel.
  - intros z u v Hu Hv. destruct (zero_side z) as [->|(y & s & E)].
    + assert (Hnull : forall w, In (Zero 0, w) (upright_half base (combine P θ) ++ image_half p base (combine P θ)) ->
        fst w = repeat zero d_in).
      { intros w Hw. apply (in_silent p base (combine P θ)) in Hw as (x & Hx & Hw).
        assert (Hxw : length (fst x) = d_in) by (apply Hθ; now apply in_combine_r in Hx).
        assert (Hzeros : fst x = repeat zero d_in).
        { rewrite <- Hxw. assert (Hall : forall a, In a (fst x) -> a = zero) by (intros a Ha; now apply (Hsilent x)).
          revert Hall. generalize (fst x). induction l as [|a l IH]; intro Hall; [reflexivity|]. cbn [length repeat].
          rewrite (Hall a), <- IH; [reflexivity| |now left]. intros b Hb. apply Hall. now right. }
        destruct Hw as [->| ->]; [exact Hzeros|]. unfold units_mirrored. cbn [fst]. rewrite Hzeros. clear.
        induction d_in as [|n IH]; [reflexivity|]. cbn [repeat map]. rewrite IH. f_equal. ring. }
      now rewrite (Hnull u Hu), (Hnull v Hv).
    + rewrite E in Hu, Hv. apply (in_side p base _ Hbelow) in Hu as (u' & Hu & ->); [|apply Hz].
      apply (in_side p base _ Hbelow) in Hv as (v' & Hv & ->); [|apply Hz].
      specialize (Hzero y u' v' Hu Hv). destruct s; [|exact Hzero]. unfold units_mirrored. cbn [fst].
      now rewrite Hzero.
  - intros t v j Hv. apply base_image in Hv as (t' & s & -> & Ht & v' & Hv & ->).
    change (Label (if s then length base + t' else t')) with (side (length base) (Label t') s).
    etransitivity; [exact (cover_block p base (combine P θ) (Label t') s j Hbelow (Hl t' Ht))|].
    rewrite (Hsum t' v' j Hv). destruct s; [symmetry; apply image_entry|ring].
  - intros z j. destruct (zero_side z) as [->|(y & s & ->)].
    + apply (silent_block p base (combine P θ)). intros Heven u Hu. apply in_combine_l in Hu.
      destruct P_signed as (_ & Hno & _). now apply (Hno Heven).
    + etransitivity; [exact (cover_block p base (combine P θ) (Zero y) s j Hbelow (Hz y))|]. rewrite Hnone. ring.
Qed.

End Cover.
