(** Signed labelled partitions: the labelled partitions with signs, spread over the places that aren't silent. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums ListFacts.
From Equiloss.Counting Require Import Enumeration PartitionCounts Spread SignedCounts.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Signs *)

(** Whether a unit with this code may be mirrored: not as the first of a zero block. [seen] are the codes before it. *)
Definition free (seen : list code) (c : code) : bool :=
  match c with Label _ => true | Zero _ => if in_dec code_eq_dec c seen then true else false end.

(** All ways to give signs to the units of P. *)
Fixpoint signings (seen P : list code) : list (list (code * bool)) :=
  match P with
  | [] => [[]]
  | c :: P' =>
      let later := signings (c :: seen) P' in
      map (cons (c, false)) later ++ (if free seen c then map (cons (c, true)) later else [])
  end.

(** The first unit of every zero block that isn't [seen] before isn't mirrored. *)
Definition signed_after (seen : list code) (Q : list (code * bool)) : Prop :=
  forall l1 z l2, Q = l1 ++ (Zero z, true) :: l2 -> In (Zero z) seen \/ In (Zero z, false) l1.

Lemma free_zero : forall seen z, free seen (Zero z) = true <-> In (Zero z) seen.
Proof. intros seen z. simpl. now destruct (in_dec code_eq_dec (Zero z) seen). Qed.

Lemma signed_after_cons : forall seen c s Q,
  signed_after seen ((c, s) :: Q) <-> (s = true -> free seen c = true) /\ signed_after (c :: seen) Q.
Proof.
  intros seen c s Q. split.
  - intro H. assert (Hfree : s = true -> free seen c = true).
    { intros ->. destruct c as [t|z]; [easy|]. apply free_zero. now destruct (H [] z Q eq_refl). }
    split; [exact Hfree|]. intros l1 z l2 ->. destruct (H ((c, s) :: l1) z l2 eq_refl) as [Hz|[[= -> ->]|Hz]].
    + left. now right.
    + left. now left.
    + now right.
  - intros [Hfree H] [|x l1] z l2 E.
    + injection E as -> -> _. left. now apply free_zero, Hfree.
    + injection E as <- E. destruct (H l1 z l2 E) as [[->|Hz]|Hz]; [|now left|right; now right].
      destruct s; [left; now apply free_zero, Hfree|right; now left].
Qed.

Lemma signings_complete : forall P seen Q, In Q (signings seen P) <-> map fst Q = P /\ signed_after seen Q.
Proof.
  induction P as [|c P IH]; intros seen Q.
  - simpl. split.
    + intros [<-|[]]. split; [easy|]. now intros [|x l1] z l2 E.
    + intros [H _]. left. now apply map_eq_nil in H.
  - cbn [signings]. rewrite in_app_iff, in_map_iff. split.
    + intros [(Q' & <- & H)|H].
      * apply IH in H as [<- H]. split; [easy|]. now apply signed_after_cons.
      * destruct (free seen c) eqn:E; [|easy]. apply in_map_iff in H as (Q' & <- & H).
        apply IH in H as [<- H]. split; [easy|]. now apply signed_after_cons.
    + destruct Q as [|[d s] Q]; [easy|]. intros [[= -> HP] H]. apply signed_after_cons in H as [Hfree H].
      destruct s; [right; rewrite Hfree by easy; apply in_map|left; exists Q; split; [easy|]]; now apply IH.
Qed.

Lemma signings_nodup : forall P seen, NoDup (signings seen P).
Proof.
  assert (Hcons : forall (x : code * bool) l, NoDup l -> NoDup (map (cons x) l)).
  { intros x l. apply nodup_map_on. intros y z _ _ E. now injection E. }
  induction P as [|c P IH]; intro seen; [repeat constructor; easy|]. cbn [signings].
  apply NoDup_disjoint; [apply Hcons, IH|destruct (free seen c); [apply Hcons, IH|constructor]|].
  intros Q H H'. apply in_map_iff in H as (Q1 & <- & _). destruct (free seen c); [|easy].
  apply in_map_iff in H' as (Q2 & E & _). discriminate.
Qed.

(** All units but one for each zero block choose. *)
Lemma signings_length : forall P seen next last, zeros_between next last P ->
  (forall z, In (Zero z) seen <-> z < next) ->
  length (signings seen P) * 2 ^ (last - next) = 2 ^ length P.
Proof.
  induction P as [|[t|z] P IH]; intros seen next last H Hseen.
  - simpl in *. subst last. now rewrite Nat.sub_diag.
  - cbn [signings free zeros_between length] in *. rewrite app_length, !map_length, Nat.pow_succ_r'.
    rewrite <- (IH (Label t :: seen) next last H); [ring|]. intro y. rewrite <- Hseen. simpl. intuition congruence.
  - cbn [signings zeros_between length] in *. rewrite app_length, !map_length, Nat.pow_succ_r'.
    destruct H as [[Hz H]|[-> H]].
    + rewrite (proj2 (free_zero seen z)) by now apply Hseen.
      rewrite map_length, <- (IH (Zero z :: seen) next last H); [ring|].
      intro y. rewrite <- Hseen. simpl. split; [intros [[= ->]|]; [now apply Hseen|easy]|now right].
    + destruct (free seen (Zero next)) eqn:E; [apply free_zero, Hseen in E; lia|].
      rewrite <- (IH (Zero next :: seen) (S next) last H).
      * apply zeros_between_bounds in H. replace (last - next) with (S (last - S next)) by lia.
        rewrite Nat.pow_succ_r'. simpl length. ring.
      * intro y. simpl. rewrite Hseen. split; [intros [[= ->]|]; lia|].
        intro Hy. destruct (Nat.eq_dec next y) as [->|]; [now left|right; lia].
Qed.

(** ** Labelled partitions with signs *)

Definition enumerate_signed (r m : nat) : list (list (code * bool)) :=
  flat_map (signings []) (enumerate_labelled_partitions r m).

Lemma enumerate_signed_complete : forall r m Q,
  In Q (enumerate_signed r m) <-> labelled_partition r m (map fst Q) /\ signed_after [] Q.
Proof.
  intros r m Q. unfold enumerate_signed. rewrite in_flat_map. setoid_rewrite signings_complete.
  setoid_rewrite enumerate_complete. split; [now intros (P & HP & <- & H)|intros [HP H]; now exists (map fst Q)].
Qed.

Lemma enumerate_signed_nodup : forall r m, NoDup (enumerate_signed r m).
Proof.
  intros r m. apply (nodup_flat_map _ _ (fun Q P => map fst Q = P)).
  - apply enumerate_nodup.
  - intros P _. apply signings_nodup.
  - intros P Q H. now apply signings_complete in H.
  - intros Q P P' <- <-. easy.
Qed.

Local Open Scope Z_scope.

Lemma enumerate_signed_length : forall r m, Z.of_nat (length (enumerate_signed r m)) = T_even r m.
Proof.
  intros r m. unfold T_even.
  rewrite <- (partition_count_sum r m (fun i => 2 ^ Z.of_nat (m + r - i))).
  transitivity (Z.of_nat (length (flat_map (fun n => flat_map (signings []) (partitions_onto (seq 0 r) n m))
    (seq 0 (S m))))).
  - unfold enumerate_signed, enumerate_labelled_partitions. induction (seq 0 (S m)) as [|n l IH]; [easy|].
    cbn [flat_map]. now rewrite flat_map_app, !app_length, !Nat2Z.inj_add, IH.
  - rewrite length_flat_map_sum. apply Zsum_ext. intros n _.
    rewrite (length_flat_map_constant _ _ _ (2 ^ Z.of_nat (m - n))).
    + rewrite partitions_onto_counted, seq_length by apply seq_NoDup.
      now replace (m + r - (n + r))%nat with (m - n)%nat by lia.
    + intros P HP. apply partitions_onto_complete in HP as (<- & _ & HP).
      assert (Hcount : (length (signings [] P) * 2 ^ (n - 0) = 2 ^ length P)%nat) by now apply signings_length.
      apply zeros_between_bounds in HP. rewrite <- (Nat2Z.inj_pow 2). f_equal.
      apply (Nat.mul_cancel_r _ _ (2 ^ n)); [now apply Nat.pow_nonzero|].
      rewrite <- Nat.pow_add_r. rewrite Nat.sub_0_r in Hcount. rewrite Hcount. f_equal. lia.
Qed.

(** ** Silent units *)

Definition enumerate_signed_partitions (p : parity) (r m : nat) : list (list (option (code * bool))) :=
  match p with
  | Odd => flat_map (fun k => flat_map (spread m) (enumerate_signed r k)) (seq 0 (S m))
  | Even => map (map Some) (enumerate_signed r m)
  end.

Lemma filled_all : forall Q : list (code * bool), filled (map Some Q) = Q.
Proof. unfold filled. induction Q as [|q Q IH]; [easy|]. simpl. now rewrite IH. Qed.

Lemma all_filled : forall P : list (option (code * bool)), ~ In None P -> map Some (filled P) = P.
Proof.
  unfold filled. induction P as [|[q|] P IH]; intro H; [easy| |elim H; now left]. simpl. rewrite IH; [easy|].
  intro Hin. apply H. now right.
Qed.

Theorem enumerate_signed_partitions_complete : forall p r m P,
  In P (enumerate_signed_partitions p r m) <-> signed_partition p r m P.
Proof.
  intros p r m P. unfold signed_partition. change audible with (@filled (code * bool)). unfold signed_code in *.
  assert (Hafter : (forall l1 z l2, filled P = l1 ++ (Zero z, true) :: l2 -> In (Zero z, false) l1) <->
    signed_after [] (filled P)).
  { split; intros H l1 z l2 E; [right; now apply (H l1 z l2)|]. now destruct (H l1 z l2 E). }
  rewrite Hafter. destruct p; cbn [enumerate_signed_partitions]; split.
  - intro H. apply in_flat_map in H as (k & _ & H). apply in_flat_map in H as (Q & HQ & H).
    apply spread_complete in H as [<- <-]. apply enumerate_signed_complete in HQ as [HQ H].
    repeat split; try easy; [apply map_length|apply HQ..].
  - intros (<- & _ & HP & H). apply in_flat_map. exists (length (filled P)).
    split; [apply in_seq; pose proof (filled_length P); lia|]. apply in_flat_map. exists (filled P).
    split; [now apply enumerate_signed_complete|now apply spread_complete].
  - intro H. apply in_map_iff in H as (Q & <- & H). apply enumerate_signed_complete in H as [HQ H].
    rewrite filled_all, map_length. split; [|split; [|split]].
    + rewrite <- (map_length fst). apply HQ.
    + intros _ Hin. now apply in_map_iff in Hin as (q & E & _).
    + split; [apply map_length|apply HQ].
    + exact H.
  - intros (<- & Hnone & HP & H). assert (E := all_filled P (Hnone eq_refl)).
    apply in_map_iff. exists (filled P). split; [exact E|]. apply enumerate_signed_complete.
    split; [|exact H]. replace (length P) with (length (filled P)); [exact HP|].
    rewrite <- E at 2. now rewrite map_length.
Qed.

Theorem enumerate_signed_partitions_nodup : forall p r m, NoDup (enumerate_signed_partitions p r m).
Proof.
  intros [|] r m; cbn [enumerate_signed_partitions].
  - apply (nodup_flat_map _ _ (fun P k => length (filled P) = k)).
    + apply seq_NoDup.
    + intros k _. apply spread_all_nodup, enumerate_signed_nodup.
    + intros k P H. apply in_flat_map in H as (Q & HQ & H). apply spread_complete in H as [_ ->].
      apply enumerate_signed_complete in HQ as [[HQ _] _]. now rewrite map_length in HQ.
    + intros P k k' <- <-. easy.
  - apply nodup_map_on; [|apply enumerate_signed_nodup]. intros Q Q' _ _ E.
    now rewrite <- (filled_all Q), E, filled_all.
Qed.

Theorem enumerate_signed_partitions_counted : forall p r m,
  Z.of_nat (length (enumerate_signed_partitions p r m)) = T_signed p r m.
Proof.
  intros [|] r m; cbn [enumerate_signed_partitions T_signed]; [|now rewrite map_length, enumerate_signed_length].
  unfold T_odd. rewrite length_flat_map_sum. apply Zsum_ext. intros k _.
  rewrite (spread_all_length m k); [now rewrite enumerate_signed_length|].
  intros Q HQ. apply enumerate_signed_complete in HQ as [[HQ _] _]. now rewrite map_length in HQ.
Qed.

Theorem signed_partitions_counted : SignedPartitionsCounted.
Proof.
  intros p r m. split.
  - exists (enumerate_signed_partitions p r m). split; [apply enumerate_signed_partitions_nodup|].
    split; [apply enumerate_signed_partitions_counted|apply enumerate_signed_partitions_complete].
  - destruct p; [apply t_odd_recurrence|apply t_even_recurrence].
Qed.
