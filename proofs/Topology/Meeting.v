(** When two subspaces Γ_P and Γ_Q meet: what they need is decided block by block of the join P ∨ Q. *)

From Coq Require Import List Arith Bool Lia Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Subspaces Require Import Positions.
From Equiloss.Topology Require Import Joins.
Import ListNotations.

Section Meeting.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

(** ** A common point gives every block of the join at most one label, the same by P as by Q *)

(** The sum over a union of blocks is 0 if each of them has sum 0. *)
Lemma vanishing_union : forall (P : list code) (a : nat -> A) (union : nat -> bool),
  (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> union i = union j) ->
  (forall i c, nth_error P i = Some c -> union i = true -> total (coded P c) (length P) a = vzero) ->
  total union (length P) a = vzero.
Proof.
  intros P a.
  enough (H : forall (codes : list code) (union : nat -> bool),
    (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> union i = union j) ->
    (forall i c, nth_error P i = Some c -> union i = true ->
      In c codes /\ total (coded P c) (length P) a = vzero) ->
    total union (length P) a = vzero).
  { intros union Hunion Hzero. apply (H P union Hunion). intros i c Hi Hu.
    split; [now apply nth_error_In with i|now apply Hzero with i]. }
  induction codes as [|c codes IH]; intros union Hunion Hzero.
  - apply total_none. intros i Hi Hu. destruct (position_exists P i Hi) as [c Hc].
    now destruct (Hzero i c Hc Hu).
  - rewrite (total_split union (coded P c)).
    assert (Hother : total (fun i => union i && negb (coded P c i)) (length P) a = vzero).
    { apply IH.
      - intros i j d Hi Hj. rewrite (Hunion i j d Hi Hj). unfold coded. now rewrite Hi, Hj.
      - intros i d Hi Hu. apply andb_true_iff in Hu. destruct Hu as [Hu Hc].
        destruct (Hzero i d Hi Hu) as [[<-|Hd] Hsum]; [|easy].
        apply coded_iff in Hi. now rewrite Hi in Hc. }
    rewrite Hother, vadd_zero_r.
    destruct (existsb (fun i => union i && coded P c i) (seq 0 (length P))) eqn:E.
    + apply existsb_exists in E. destruct E as [i [_ Hi]]. apply andb_true_iff in Hi. destruct Hi as [Hu Hi].
      apply coded_iff in Hi. rewrite <- (proj2 (Hzero i c Hi Hu)). apply total_ext; [|easy].
      intros j _. destruct (coded P c j) eqn:Hj; [|apply andb_false_r].
      apply coded_iff in Hj. now rewrite (Hunion j i c Hj Hi), Hu.
    + apply total_none. intros i Hi Hboth. exfalso. enough (true = false) by easy. rewrite <- E.
      symmetry. apply existsb_exists. exists i. split; [apply in_seq; lia|exact Hboth].
Qed.


(** Of the labels, a union of blocks of one incoming vector can only hold the one that has this vector. *)
Lemma union_without_label : forall (base : network W A) P w a (union : nat -> bool) t,
  irreducible base -> all_labels (length base) P ->
  Gamma base P (network_of (length P) w a) -> t < length base ->
  (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> union i = union j) ->
  (forall i, i < length P -> union i = true -> w i = fst (labelled base t)) ->
  (forall i, union i = true -> nth_error P i <> Some (Label t)) ->
  total union (length P) a = vzero.
Proof.
  intros base P w a union t Hbase HP HG Ht Hunion Hw Hnone.
  apply (gamma_by_labels base P w a HP) in HG. destruct HG as [HL [_ Ha]].
  apply vanishing_union; [exact Hunion|]. intros i [u|z] Hi Hu; rewrite Ha; [|easy].
  exfalso. apply (Hnone i Hu). rewrite Hi. do 2 f_equal.
  apply (labelled_incoming_injective base); [exact Hbase| |exact Ht|].
  - apply HP. now apply nth_error_In with i.
  - rewrite <- (HL i u Hi). apply Hw; [now apply position_below in Hi|exact Hu].
Qed.

Lemma union_with_label : forall (base : network W A) P w a (union : nat -> bool) t i,
  irreducible base -> all_labels (length base) P ->
  Gamma base P (network_of (length P) w a) -> t < length base ->
  (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> union i = union j) ->
  (forall i, i < length P -> union i = true -> w i = fst (labelled base t)) ->
  union i = true -> nth_error P i = Some (Label t) ->
  total union (length P) a = snd (labelled base t).
Proof.
  intros base P w a union t i Hbase HP HG Ht Hunion Hw Hu Hi. rewrite (total_split union (coded P (Label t))).
  rewrite (union_without_label base P w a (fun j => union j && negb (coded P (Label t) j)) t); try assumption.
  - rewrite vadd_zero_r. apply (gamma_by_labels base P w a HP) in HG. destruct HG as [_ [_ Ha]].
    transitivity (total (coded P (Label t)) (length P) a); [|apply (Ha (Label t))].
    apply total_ext; [|easy]. intros j _.
    destruct (coded P (Label t) j) eqn:Hj; [|apply andb_false_r].
    apply coded_iff in Hj. now rewrite (Hunion j i (Label t) Hj Hi), Hu.
  - intros j k c Hj Hk. rewrite (Hunion j k c Hj Hk). unfold coded. now rewrite Hj, Hk.
  - intros j Hj Hboth. apply andb_true_iff in Hboth. now apply Hw.
  - intros j Hboth Hj. apply andb_true_iff in Hboth. apply coded_iff in Hj. now rewrite Hj in Hboth.
Qed.

(** In a common point, the units of a block of the join sum to a_t if it holds label t, by P or by Q, or else to 0. *)
Lemma common_point_labels : forall (base : network W A) P Q w a, irreducible base ->
  length Q = length P -> all_labels (length base) P -> all_labels (length base) Q ->
  Gamma base P (network_of (length P) w a) -> Gamma base Q (network_of (length P) w a) ->
  (forall i j, joined P Q i j -> w i = w j) /\
  forall i t, nth_error P i = Some (Label t) -> exists j, joined P Q i j /\ nth_error Q j = Some (Label t).
Proof.
  intros base P Q w a Hbase Hlength HP HQ HGP HGQ.
  destruct (proj1 (gamma_by_labels base P w a HP) HGP) as [HL [HwP _]].
  assert (HGQ' := HGQ). rewrite <- Hlength in HGQ'.
  destruct (proj1 (gamma_by_labels base Q w a HQ) HGQ') as [_ [HwQ _]].
  assert (Hw : forall i j, joined P Q i j -> w i = w j).
  { intros i j. apply joined_along. intros k l Hk Hl [E|E].
    - destruct (position_exists P k Hk) as [c Hc]. apply (HwP k l c); congruence.
    - rewrite <- Hlength in Hk. destruct (position_exists Q k Hk) as [c Hc]. apply (HwQ k l c); congruence. }
  split; [exact Hw|]. intros i t Hi.
  destruct (join_blocks P Q) as [block Hblock]. set (union := fun j => block i =? block j).
  assert (Hunion : forall j, union j = true <-> joined P Q i j).
  { intro j. unfold union. rewrite Nat.eqb_eq. apply Hblock. }
  assert (Hlinked : forall j k, j < length P -> k < length P -> linked P Q j k -> union j = union k).
  { intros j k Hj Hk H. unfold union. now rewrite (proj2 (Hblock j k) (joined_step P Q j k Hj Hk H)). }
  assert (Ht : t < length base) by (apply HP; now apply nth_error_In with i).
  assert (Hwt : forall j, j < length P -> union j = true -> w j = fst (labelled base t)).
  { intros j _ Hj. apply Hunion, Hw in Hj. now rewrite <- Hj, (HL i t Hi). }
  destruct (existsb (fun j => union j && coded Q (Label t) j) (seq 0 (length P))) eqn:E.
  - apply existsb_exists in E. destruct E as [j [_ Hj]]. apply andb_true_iff in Hj.
    exists j. now rewrite <- Hunion, <- coded_iff.
  - exfalso. apply (labelled_outgoing_nonzero base t Hbase Ht).
    rewrite <- (union_with_label base P w a union t i); try assumption.
    + rewrite <- Hlength. apply union_without_label with base w t; rewrite ?Hlength; try assumption.
      * intros j k c Hj Hk. apply Hlinked; [| |right; congruence];
          rewrite <- Hlength; [now apply position_below in Hj|now apply position_below in Hk].
      * intros j Hu Hj. enough (true = false) by easy. rewrite <- E. symmetry. apply existsb_exists. exists j.
        rewrite Hu, (proj2 (coded_iff _ _ _) Hj). split; [|easy].
        apply in_seq. apply position_below in Hj. lia.
    + intros j k c Hj Hk. apply Hlinked; [now apply position_below in Hj|now apply position_below in Hk|].
      left. congruence.
    + apply Hunion, rt_refl.
Qed.

(** ** A common point *)

(** The outgoing vector v can be moved along the join: as P sees it, it is at i, as Q sees it, it is at j. *)
Lemma moved_outgoing : forall (P Q : list code) i j (v : A), joined P Q i j -> i < length P ->
  j < length P /\ exists a : nat -> A,
    (forall c, total (coded P c) (length P) a = if coded P c i then v else vzero) /\
    (forall c, total (coded Q c) (length P) a = if coded Q c j then v else vzero).
Proof.
  intros P Q i j v H Hi. apply clos_rt_rtn1 in H. induction H as [|j k [Hj [Hk Hjk]] _ [_ [a [HaP HaQ]]]].
  - split; [exact Hi|]. exists (at_position i v). split; intro c; now apply total_at_position.
  - split; [exact Hk|]. destruct Hjk as [E|E].
    + exists (fun l => vadd (a l) (vadd (at_position j (vopp v) l) (at_position k v l))).
      split; intro c; rewrite !total_vadd, !total_at_position by assumption.
      * rewrite HaP. unfold coded at 2 3. rewrite E. fold (coded P c k).
        destruct (coded P c i), (coded P c k); vector_identity.
      * rewrite HaQ. destruct (coded Q c j), (coded Q c k); vector_identity.
    + exists a. split; [exact HaP|]. intro c. rewrite HaQ. unfold coded. now rewrite E.
Qed.

Lemma common_outgoing : forall (base : network W A) (P Q : list code),
  (forall t, t < length base -> exists i j,
    joined P Q i j /\ nth_error P i = Some (Label t) /\ nth_error Q j = Some (Label t)) ->
  exists a : nat -> A, forall c,
    total (coded P c) (length P) a = required base c /\ total (coded Q c) (length P) a = required base c.
Proof.
  intros base P Q Hshared.
  enough (H : forall n, n <= length base -> exists a : nat -> A, forall c,
    let v := match c with Label t => if t <? n then snd (labelled base t) else vzero | Zero _ => vzero end in
    total (coded P c) (length P) a = v /\ total (coded Q c) (length P) a = v).
  { destruct (H (length base) (le_n _)) as [a Ha]. exists a. intros [t|z]; [|apply (Ha (Zero z))].
    destruct (Ha (Label t)) as [HP HQ]. simpl. rewrite HP, HQ. destruct (Nat.ltb_spec t (length base)); [easy|].
    unfold labelled. now rewrite nth_overflow. }
  induction n as [|n IH]; intro Hn.
  - exists (fun _ => vzero). intros [t|z]; simpl; split; now apply total_none.
  - destruct IH as [a Ha]; [lia|]. destruct (Hshared n) as [i [j [Hij [Hi Hj]]]]; [lia|].
    destruct (moved_outgoing P Q i j (snd (labelled base n)) Hij) as [_ [b [HbP HbQ]]];
      [now apply position_below in Hi|].
    exists (fun l => vadd (a l) (b l)). intro c. rewrite !total_vadd, HbP, HbQ.
    destruct (Ha c) as [-> ->]. unfold coded. rewrite Hi, Hj. destruct (code_eq_dec (Label n) c) as [<-|Hne].
    + rewrite Nat.ltb_irrefl, (proj2 (Nat.ltb_lt n (S n)) (Nat.lt_succ_diag_r n)). now rewrite vadd_zero.
    + rewrite vadd_zero_r. destruct c as [t|z]; [|easy]. assert (t <> n) by congruence.
      destruct (Nat.ltb_spec t n), (Nat.ltb_spec t (S n)); try easy; lia.
Qed.

(** Incoming vectors that are constant on the blocks of the join and right where there are labels. *)
Lemma common_incoming : forall (base : network W A) (P Q : list code), length Q = length P ->
  (forall i t, nth_error Q i = Some (Label t) -> exists j, joined P Q i j /\ nth_error P j = Some (Label t)) ->
  (forall i j t u, joined P Q i j -> nth_error P i = Some (Label t) -> nth_error P j = Some (Label u) -> t = u) ->
  exists w : nat -> W,
    (forall i j, joined P Q i j -> w i = w j) /\
    (forall i t, nth_error P i = Some (Label t) -> w i = fst (labelled base t)) /\
    (forall i t, nth_error Q i = Some (Label t) -> w i = fst (labelled base t)).
Proof.
  intros base P Q Hlength Hlabels Hone. destruct (join_blocks P Q) as [block Hblock].
  set (is_label := fun j => match nth_error P j with Some (Label _) => true | _ => false end).
  set (w := fun i => match find (fun j => (block i =? block j) && is_label j) (seq 0 (length P)) with
    | Some j => match nth_error P j with Some (Label t) => fst (labelled base t) | _ => vzero end
    | None => vzero
    end).
  assert (Hw : forall i j, joined P Q i j -> w i = w j).
  { intros i j H. apply Hblock in H. unfold w. now rewrite H. }
  assert (HwP : forall i t, nth_error P i = Some (Label t) -> w i = fst (labelled base t)).
  { intros i t Hi. unfold w. destruct (find _ _) as [j|] eqn:E.
    - apply find_some in E. destruct E as [_ E]. apply andb_true_iff in E. destruct E as [E Hj].
      apply Nat.eqb_eq, Hblock in E. unfold is_label in Hj.
      destruct (nth_error P j) as [[u|z]|] eqn:Hu; try easy. now rewrite (Hone i j t u E Hi Hu).
    - apply find_none with (x := i) in E.
      + unfold is_label in E. now rewrite Nat.eqb_refl, Hi in E.
      + apply in_seq. apply position_below in Hi. lia. }
  exists w. split; [exact Hw|split; [exact HwP|]]. intros i t Hi. destruct (Hlabels i t Hi) as [j [Hij Hj]].
  rewrite (Hw i j Hij). now apply HwP.
Qed.

End Meeting.

Theorem meeting_criterion : MeetingCriterion.
Proof.
  intros K W A base m P Q Hbase HP HQ.
  assert (HlengthP : length P = m) by apply HP. assert (HlengthQ : length Q = m) by apply HQ. subst m. split.
  - intros [θ [HGP HGQ]]. destruct (network_by_positions θ) as [w [a E]].
    assert (Hθ : length θ = length P) by apply HGP. rewrite Hθ in E. subst θ.
    destruct (common_point_labels base P Q w a Hbase HlengthQ (proj1 (proj2 HP)) (proj1 (proj2 HQ)) HGP HGQ) as [Hw HPQ]. split; [exact HPQ|split].
    + intros i t Hi. rewrite <- HlengthQ in HGP, HGQ.
      destruct (common_point_labels base Q P w a Hbase (eq_sym HlengthQ) (proj1 (proj2 HQ)) (proj1 (proj2 HP)) HGQ HGP)
        as [_ HQP].
      destruct (HQP i t Hi) as [j [Hij Hj]]. exists j. split; [now apply joined_swap|exact Hj].
    + intros i j t u Hij Hi Hj. apply (gamma_by_positions base _ P w a HP) in HGP. destruct HGP as [HL _].
      apply (labelled_incoming_injective base); [exact Hbase| | |].
      * apply HP. now apply nth_error_In with i.
      * apply HP. now apply nth_error_In with j.
      * now rewrite <- (HL i t Hi), <- (HL j u Hj), (Hw i j Hij).
  - intros [HPQ [HQP Hone]]. destruct (common_incoming base P Q HlengthQ HQP Hone) as [w [Hw [HwP HwQ]]].
    destruct (common_outgoing base P Q) as [a Ha].
    { intros t Ht. apply HP in Ht. apply In_nth_error in Ht. destruct Ht as [i Hi].
      destruct (HPQ i t Hi) as [j [Hij Hj]]. now exists i, j. }
    assert (Hbelow : forall (R : list code) i c, length R = length P -> nth_error R i = Some c -> i < length P).
    { intros R i c <-. apply position_below. }
    exists (network_of (length P) w a). split.
    + apply gamma_by_positions; [exact HP|]. split; [exact HwP|split; [|intro c; apply Ha]].
      intros i j c Hi Hj. apply Hw, joined_step; [now apply Hbelow in Hi|now apply Hbelow in Hj|left; congruence].
    + apply gamma_by_positions; [exact HQ|]. split; [exact HwQ|split; [|intro c; apply Ha]].
      intros i j c Hi Hj. apply Hw, joined_step; [now apply Hbelow in Hi|now apply Hbelow in Hj|right; congruence].
Qed.
