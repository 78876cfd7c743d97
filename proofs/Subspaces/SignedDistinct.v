(** None of the subspaces of signed labelled partitions includes another: a generic point tells the codes and signs. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces PermutedLists.
From Equiloss.Counting Require Import LabelledPartitions.
From Equiloss.Reduction Require Import SignedMeasure.
From Equiloss.Subspaces Require Import Gamma Positions GenericPoints Distinct SignedPoints.
Import ListNotations.

Local Open Scope nat_scope.

Lemma same_silence : forall {X : Type} (P Q : list (option X)), length P = length Q ->
  (forall i, nth_error P i = Some None <-> nth_error Q i = Some None) ->
  Forall2 (fun x y => x = None <-> y = None) P Q.
Proof.
  intros X. induction P as [|x P IH]; intros [|y Q] Hlength H; try easy; constructor.
  - specialize (H 0). simpl in H. split; intros ->; [destruct H as [H _]|destruct H as [_ H]];
      specialize (H eq_refl); now injection H.
  - apply IH; [now injection Hlength|]. intro i. apply (H (S i)).
Qed.

Lemma same_signs : forall P Q : list (option (code * bool)),
  Forall2 (fun x y => x = None <-> y = None) P Q -> audible P = audible Q -> P = Q.
Proof.
  intros P Q H. induction H as [|x y P Q Hxy _ IH]; intro E; [easy|].
  destruct x as [x|], y as [y|]; try (destruct Hxy; intuition discriminate).
  - injection E as -> E. f_equal. now apply IH.
  - f_equal. now apply IH.
Qed.

(** The first unit of a zero block isn't mirrored. *)
Lemma first_unmirrored : forall (l : list (code * bool)) z,
  (forall l1 l2, l = l1 ++ (Zero z, true) :: l2 -> In (Zero z, false) l1) ->
  In (Zero z) (map fst l) ->
  nth (position code_eq_dec (Zero z) (map fst l)) (map snd l) false = false.
Proof.
  intros l z H Hin. apply (nth_position code_eq_dec) in Hin as Hfirst.
  set (k := position code_eq_dec (Zero z) (map fst l)) in *.
  rewrite nth_error_map in Hfirst. destruct (nth_error l k) as [[c b]|] eqn:E; [|easy]. injection Hfirst as ->.
  rewrite (nth_error_nth (map snd l) k false (x := b)) by now rewrite nth_error_map, E.
  destruct b; [exfalso|easy]. apply nth_error_split in E as (l1 & l2 & -> & Hk).
  specialize (H l1 l2 eq_refl). apply (in_map fst) in H. simpl in H.
  assert (Hlt : position code_eq_dec (Zero z) (map fst (l1 ++ (Zero z, true) :: l2)) < length l1).
  { rewrite map_app, position_app by exact H. rewrite <- (map_length fst l1). now apply position_lt. }
  fold k in Hlt. lia.
Qed.

(** ** Generic incoming vectors, also up to mirrors *)

Section Generic.

Context {K : Field} {W A : VectorSpace K} (p : parity).
Context (characteristic : characteristic_zero K).

Lemma signed_generic_incoming : forall (base : network W A) C, (exists w : W, w <> vzero) ->
  signed_irreducible p base -> ~ In vzero (map fst base) -> (forall t, In (Label t) C -> t < length base) ->
  exists w : code -> W, (forall t, w (Label t) = fst (labelled base t)) /\
    (forall c, In c C -> w c <> vzero) /\
    forall c d, In c C -> In d C -> w c = w d \/ w c = opposite (w d) -> c = d.
Proof.
  intros base C Hw Hbase Hnonzero HC. destruct (zeros_bounded C) as [n Hn].
  destruct (outside_vectors characteristic Hw
    (vzero :: map fst base ++ map (fun u => opposite (fst u)) base) n) as [u [Hout Hinjective]].
  assert (Hin : forall t, In (Label t) C -> In (labelled base t) base) by (intros t Ht; now apply nth_In, HC).
  assert (Hnew : forall t z, In (Label t) C -> In (Zero z) C ->
    u z <> fst (labelled base t) /\ u z <> opposite (fst (labelled base t))).
  { intros t z Ht Hz. apply Hn, Hout in Hz. apply Hin in Ht. split; intro E; apply Hz; rewrite E; right;
      apply in_or_app; [left; now apply in_map|right]. now apply (in_map (fun u => opposite (fst u))). }
  exists (fun c => match c with Label t => fst (labelled base t) | Zero z => u z end). split; [easy|]. split.
  - intros [t|z] Hc E.
    + apply Hnonzero. rewrite <- E. now apply in_map, Hin.
    + apply (Hout z); [now apply Hn|]. rewrite E. now left.
  - intros [t|z] [t'|z'] Hc Hd E.
    + f_equal. apply (labelled_incoming_injective base); try apply HC; try apply Hbase; try assumption.
      destruct E as [E|E]; [exact E|].
      now destruct (proj2 Hbase (labelled base t) (labelled base t') (Hin t Hc) (Hin t' Hd) E) as [_ ->].
    + destruct (Hnew t z' Hc Hd) as [H H']. exfalso. destruct E as [E|E]; [now apply H|].
      apply H'. now rewrite E, opposite_opposite.
    + destruct (Hnew t' z Hd Hc) as [H H']. now destruct E.
    + f_equal. apply Hinjective; try apply Hn; assumption.
Qed.

End Generic.

Theorem no_signed_subspace_includes_another : NoSignedSubspaceIncludesAnother.
Proof.
  intros K W A p base m P Q characteristic HW HA Hbase Hnonzero HP HQ Hincluded.
  destruct HP as (HmP & _ & HP & HfirstP), HQ as (HmQ & _ & HQ & HfirstQ). unfold signed_code in *.
  set (C := map fst (audible P)) in *. set (D := map fst (audible Q)) in *.
  assert (HCn : length (audible P) = length C) by (symmetry; apply map_length). rewrite HCn in HP.
  assert (HDn : length (audible Q) = length D) by (symmetry; apply map_length).
  destruct (signed_generic_incoming p characteristic base C HW Hbase Hnonzero) as (w & HwL & Hw0 & Hw);
    [intros t; apply HP|].
  destruct (generic_outgoing characteristic base C HA (proj1 Hbase) HP) as [a [Ha Hpart]].
  set (v := fun i => w (nth i C (Zero 0))).
  assert (Hpoint : Gamma base C (network_of (length (audible P)) v a)) by (rewrite HCn; now apply named_point).
  (* The same units are silent. *)
  assert (Hsilent : Forall2 (fun x y => x = None <-> y = None) P Q).
  { apply same_silence; [exact (eq_trans HmP (eq_sym HmQ))|]. intro i. split.
    - exact (silent_included p base P Q _ i HA (eq_trans HmQ (eq_sym HmP)) HQ Hpoint Hincluded).
    - intro HiQ. assert (Hlt : i < length P) by (rewrite HmP, <- HmQ; now apply position_below in HiQ).
      destruct (position_exists P i Hlt) as [[[c b]|] HiP]; [exfalso|exact HiP].
      rewrite <- (placed_length p P (network_of (length (audible P)) v a) []) in Hlt.
      destruct (position_exists _ i Hlt) as [u Hu].
      assert (HuP : nth_error (combine P (placed p P (network_of (length (audible P)) v a) [])) i =
        Some (Some (c, b), u)) by now rewrite nth_error_combine, HiP, Hu.
      assert (HuQ : nth_error (combine Q (placed p P (network_of (length (audible P)) v a) [])) i = Some (None, u))
        by now rewrite nth_error_combine, HiQ, Hu.
      apply nth_error_In in HuP, HuQ. apply (placed_gamma p base P _ []), Hincluded in Hpoint.
      destruct Hpoint as (_ & Hzero & _).
      apply Hzero in HuQ. apply placed_audible in HuP as (x & Hx & ->).
      2:{ unfold network_of. now rewrite map_length, seq_length. }
      fold C in Hx. rewrite HCn in Hx. apply in_combine_network in Hx as (k & Hk & ->).
      apply (Hw0 c); [now apply nth_error_In in Hk|].
      unfold v in HuQ. rewrite (nth_error_nth C k (Zero 0) Hk) in HuQ. destruct b; simpl in HuQ; [|exact HuQ].
      now rewrite <- (opposite_opposite (w c)), HuQ, opposite_zero. }
  (* The point turned back by Q, by positions. *)
  destruct (Hincluded _ (placed_gamma p base P _ [] Hpoint)) as (_ & _ & HG).
  rewrite turned_back_again in HG by exact Hsilent. fold D in HG.
  assert (Hn : length (audible P) = length D).
  { destruct HG as [HG _]. unfold network_of in HG. now rewrite map_length, seq_length in HG. }
  rewrite HDn in HQ. rewrite Hn in HG. apply (gamma_by_positions base _ D _ _ HQ) in HG as (HL & HwD & HaD).
  assert (HinC : forall i, i < length D -> In (nth i C (Zero 0)) C) by (intros i Hi; apply nth_In; lia).
  assert (Hself : forall c d, In c C -> In d C -> w c <> opposite (w d)).
  { intros c d Hc Hd E. assert (Ecd : c = d) by (apply Hw; auto). subst d. apply (Hw0 c Hc).
    now apply (opposite_self (two_nonzero characteristic)). }
  assert (Hlabel : forall i t, nth_error D i = Some (Label t) -> differs P Q i = false).
  { intros i t Hi. specialize (HL i t Hi). destruct (differs P Q i); [exfalso|easy].
    rewrite <- HwL in HL. apply (Hself (Label t) (nth i C (Zero 0))); [|now apply HinC; apply position_below in Hi|].
    - apply HP, HQ. now apply nth_error_In in Hi.
    - now symmetry. }
  assert (Hblock : forall i j c, nth_error D i = Some c -> nth_error D j = Some c -> differs P Q i = differs P Q j).
  { intros i j c Hi Hj. specialize (HwD i j c Hi Hj). apply position_below, HinC in Hi, Hj.
    destruct (differs P Q i), (differs P Q j); try easy; exfalso.
    - apply (Hself _ _ Hj Hi). now symmetry.
    - now apply (Hself _ _ Hi Hj). }
  assert (HCD : C = D).
  { apply (generic_point base C D w a); try assumption.
    - replace (length C) with (length D) by congruence. exact HQ.
    - intros c d Hc Hd E. apply Hw; auto.
    - replace (length C) with (length D) by congruence. apply gamma_by_positions; [exact HQ|]. fold v.
      split; [|split].
      + intros i t Hi. specialize (HL i t Hi). now rewrite (Hlabel i t Hi) in HL.
      + intros i j c Hi Hj. specialize (HwD i j c Hi Hj). rewrite (Hblock i j c Hi Hj) in HwD.
        destruct (differs P Q j); [|exact HwD]. change (v i = v j).
        now rewrite <- (opposite_opposite (v i)), HwD, opposite_opposite.
      + intro c. rewrite <- (HaD c).
        destruct (existsb (fun i => coded D c i && differs P Q i) (seq 0 (length D))) eqn:E.
        * apply existsb_exists in E as (k & _ & Hk). apply andb_true_iff in Hk as [Hk Hdiffers].
          apply coded_iff in Hk. destruct c as [t|z]; [now rewrite (Hlabel k t Hk) in Hdiffers|].
          assert (Hall : total (coded D (Zero z)) (length D) (fun i => scale (parity_sign p) (a i)) = vzero).
          { change (vzero : A) with (required base (Zero z)). rewrite <- HaD. apply total_ext; [easy|].
            intros i _ Hi. apply coded_iff in Hi.
            now rewrite (Hblock i k _ Hi Hk), Hdiffers. }
          rewrite HaD. simpl. rewrite <- (sign_sign p (total _ _ a)), <- total_scale, Hall. apply scale_vzero.
        * apply total_ext; [easy|]. intros i Hi Hc. destruct (differs P Q i) eqn:Hdiffers; [exfalso|easy].
          enough (false = true) by easy. rewrite <- E. apply existsb_exists. exists i.
          split; [apply in_seq; lia|now rewrite Hc]. }
  (* The same codes, and the same signs. *)
  apply same_signs; [exact Hsilent|]. rewrite <- (combine_maps (audible P)), <- (combine_maps (audible Q)).
  fold C D. rewrite <- HCD. f_equal. apply (nth_ext _ _ false false); [now rewrite !map_length; congruence|].
  intros i Hi. rewrite map_length in Hi. apply xorb_eq. change (differs P Q i = false).
  destruct (position_exists D i) as [[t|z] Hc]; [lia|now apply Hlabel in Hc|].
  assert (Hz : In (Zero z) C) by (rewrite HCD; now apply nth_error_In in Hc).
  assert (Hk := nth_position code_eq_dec _ _ Hz). rewrite HCD in Hk. rewrite (Hblock i _ _ Hc Hk), <- HCD.
  assert (EP : nth (position code_eq_dec (Zero z) C) (map snd (audible P)) false = false).
  { apply first_unmirrored; [intros l1 l2; apply HfirstP|exact Hz]. }
  assert (EQ : nth (position code_eq_dec (Zero z) C) (map snd (audible Q)) false = false).
  { rewrite HCD in Hz |- *. apply first_unmirrored; [intros l1 l2; apply HfirstQ|exact Hz]. }
  unfold differs. now rewrite EP, EQ.
Qed.
