(** None of the subspaces Γ_P includes another: a generic point of Γ_P tells P. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Subspaces Require Import Positions GenericPoints.
Import ListNotations.

(** Partitions with the same labels and the same blocks are equal, as zero blocks are numbered in order. *)
Lemma same_blocks : forall P Q next, length P = length Q ->
  zeros_in_order next P -> zeros_in_order next Q ->
  (forall i t, nth_error P i = Some (Label t) <-> nth_error Q i = Some (Label t)) ->
  (forall i z, z < next -> nth_error P i = Some (Zero z) <-> nth_error Q i = Some (Zero z)) ->
  (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> nth_error Q i = nth_error Q j) ->
  (forall i j c, nth_error Q i = Some c -> nth_error Q j = Some c -> nth_error P i = nth_error P j) ->
  P = Q.
Proof.
  induction P as [|c P IH]; intros [|d Q] next Hlength HP HQ Hlabel Hold HPQ HQP; try easy.
  assert (Htail : forall next', zeros_in_order next' P -> zeros_in_order next' Q ->
    (forall i z, z < next' -> nth_error P i = Some (Zero z) <-> nth_error Q i = Some (Zero z)) -> P = Q).
  { intros next' HP' HQ' Hold'. apply (IH Q next'); try assumption.
    - now injection Hlength.
    - intros i. apply (Hlabel (S i)).
    - intros i j. apply (HPQ (S i) (S j)).
    - intros i j. apply (HQP (S i) (S j)). }
  assert (Hhead : forall i, nth_error (c :: P) i = Some c <-> nth_error (d :: Q) i = Some d).
  { intro i. split; intro H; [apply (HPQ i 0 c H eq_refl)|apply (HQP i 0 d H eq_refl)]. }
  destruct c as [t|z].
  - assert (E : Some d = Some (Label t)) by now apply (Hlabel 0). injection E as ->. f_equal.
    apply (Htail next HP HQ). intros i. apply (Hold (S i)).
  - destruct d as [t|z']; [now assert (E : Some (Zero z) = Some (Label t)) by now apply (Hlabel 0)|].
    destruct HP as [[Hz HP]|[-> HP]].
    + assert (E : Some (Zero z') = Some (Zero z)) by now apply (Hold 0). injection E as ->. f_equal.
      destruct HQ as [[_ HQ]|[-> HQ]]; [|lia]. apply (Htail next HP HQ). intros i. apply (Hold (S i)).
    + destruct HQ as [[Hz' HQ]|[-> HQ]].
      * assert (E : Some (Zero next) = Some (Zero z')) by now apply (Hold 0). injection E as ->. lia.
      * f_equal. apply (Htail (S next) HP HQ). intros i z Hz.
        destruct (Nat.eq_dec z next) as [->|Hne]; [apply (Hhead (S i))|apply (Hold (S i)); lia].
Qed.

(** The point of Γ_P with these incoming vectors for the codes. *)
Lemma named_point :
  forall {K : Field} {W A : VectorSpace K} (base : network W A) P (w : code -> W) (a : nat -> A),
  labelled_partition (length base) (length P) P -> (forall t, w (Label t) = fst (labelled base t)) ->
  (forall c, total (coded P c) (length P) a = required base c) ->
  Gamma base P (network_of (length P) (fun i => w (nth i P (Zero 0))) a).
Proof.
  intros K W A base P w a HP HwL Ha. apply gamma_by_positions; [exact HP|]. split; [|split; [|exact Ha]].
  - intros i t Hi. now rewrite (nth_error_nth P i (Zero 0) Hi).
  - intros i j c Hi Hj. now rewrite (nth_error_nth P i (Zero 0) Hi), (nth_error_nth P j (Zero 0) Hj).
Qed.

(** If a point has incoming vectors that tell the blocks of P from each other, and no sum over a part of such a block
    is 0, then its only partition is P: Q's blocks are parts of those of P, and its zero blocks sum to 0. *)
Lemma generic_point :
  forall {K : Field} {W A : VectorSpace K} (base : network W A) P Q (w : code -> W) (a : nat -> A),
  labelled_partition (length base) (length P) P -> labelled_partition (length base) (length P) Q ->
  (forall t, w (Label t) = fst (labelled base t)) -> (forall c d, In c P -> In d P -> w c = w d -> c = d) ->
  (forall c (part : nat -> bool) i j, (forall l, part l = true -> coded P c l = true) ->
    i < length P -> part i = true -> nth_error P j = Some c -> part j = false -> total part (length P) a <> vzero) ->
  Gamma base Q (network_of (length P) (fun i => w (nth i P (Zero 0))) a) -> P = Q.
Proof.
  intros K W A base P Q w a HP HQ HwL Hw Ha HG.
  apply (gamma_by_positions base _ Q _ a HQ) in HG. destruct HG as [HL [HwQ HaQ]].
  assert (Hlength : length Q = length P) by apply HQ.
  assert (HPi : forall i c, nth_error Q i = Some c -> exists d, nth_error P i = Some d /\ In d P).
  { intros i c Hi. apply position_below in Hi. rewrite Hlength in Hi. apply position_exists in Hi.
    destruct Hi as [d Hd]. exists d. split; [exact Hd|now apply nth_error_In with i]. }
  assert (HQi : forall i c, nth_error P i = Some c -> exists d, nth_error Q i = Some d).
  { intros i c Hi. apply position_below in Hi. rewrite <- Hlength in Hi. now apply position_exists. }
  assert (HQP : forall i j c, nth_error Q i = Some c -> nth_error Q j = Some c -> nth_error P i = nth_error P j).
  { intros i j c Hi Hj. destruct (HPi i c Hi) as [d [Hd Hdin]], (HPi j c Hj) as [e [He Hein]].
    rewrite Hd, He. f_equal. apply Hw; [exact Hdin|exact Hein|].
    rewrite <- (nth_error_nth P i (Zero 0) Hd), <- (nth_error_nth P j (Zero 0) He). now apply (HwQ i j c). }
  assert (HlabelQ : forall i t, nth_error Q i = Some (Label t) -> nth_error P i = Some (Label t)).
  { intros i t Hi. destruct (HPi i _ Hi) as [d [Hd Hdin]]. rewrite Hd. f_equal. apply Hw; [exact Hdin| |].
    - apply HP, HQ. now apply nth_error_In with i.
    - rewrite <- (nth_error_nth P i (Zero 0) Hd), HwL. now apply HL. }
  assert (Hzero : forall i j c z, nth_error P i = Some c -> nth_error P j = Some c ->
    nth_error Q i = Some (Zero z) -> nth_error Q j = Some (Zero z)).
  { intros i j c z Hi Hj Hz. apply coded_iff. destruct (coded Q (Zero z) j) eqn:E; [easy|]. exfalso.
    apply (Ha c (coded Q (Zero z)) i j); try assumption; [|now apply position_below in Hi|now apply coded_iff|].
    - intros l Hl. apply coded_iff in Hl. apply coded_iff. now rewrite (HQP l i (Zero z)).
    - apply HaQ. }
  assert (HlabelP : forall i t, nth_error P i = Some (Label t) -> nth_error Q i = Some (Label t)).
  { intros i t Hi. destruct (HQi i _ Hi) as [[u|z] Hd].
    - apply HlabelQ in Hd as Hu. congruence.
    - assert (Hin : In (Label t) Q) by (apply HQ, HP; now apply nth_error_In with i).
      apply In_nth_error in Hin. destruct Hin as [j Hj].
      rewrite (Hzero i j (Label t) z Hi (HlabelQ j t Hj) Hd) in Hj. easy. }
  apply (same_blocks P Q 0); try assumption; [easy|apply HP|apply HQ|split; [apply HlabelP|apply HlabelQ]|lia|].
  intros i j [t|z] Hi Hj; [now rewrite (HlabelP i t Hi), (HlabelP j t Hj)|].
  destruct (HQi i _ Hi) as [[t|z'] Hd]; [apply HlabelQ in Hd; congruence|].
  now rewrite Hd, (Hzero i j (Zero z) z' Hi Hj Hd).
Qed.

Theorem no_subspace_includes_another : NoSubspaceIncludesAnother.
Proof.
  intros K W A base m P Q characteristic HW HA Hbase HP HQ Hne.
  assert (Hlength : length P = m) by apply HP. subst m.
  destruct (generic_incoming characteristic base P HW Hbase) as [w [HwL Hw]]; [intros t; apply HP|].
  destruct (generic_outgoing characteristic base P HA Hbase HP) as [a [Ha Hpart]].
  exists (network_of (length P) (fun i => w (nth i P (Zero 0))) a). split; [now apply named_point|].
  intro HG. apply Hne. now apply (generic_point base P Q w a).
Qed.
