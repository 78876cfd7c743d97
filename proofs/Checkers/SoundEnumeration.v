(** An accepted list has all labelled partitions, each once. *)

From Coq Require Import List Arith ZArith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import LabelledPartitionsCounted.
From Equiloss.Subspaces Require Import Distinct.
From Equiloss.Asymptotics Require Import CountRows.
From Equiloss.Checkers Require Import Slots CheckedPartitions.
Import ListNotations.

Lemma same_code_iff : forall c d, same_code c d = true <-> c = d.
Proof.
  intros [s|y] [t|z]; cbn [same_code]; try easy; rewrite Nat.eqb_eq; split; (now intros ->) || now intros [= ->].
Qed.

Lemma in_turn_sound : forall P next, in_turn next P = true -> zeros_in_order next P.
Proof.
  induction P as [|[t|z] P IH]; intros next H; [exact I|now apply IH|]. cbn [in_turn zeros_in_order] in *.
  apply orb_true_iff in H as [H|H]; apply andb_true_iff in H as [Hz H]; [left|right]; (split; [|now apply IH]).
  - now apply Nat.ltb_lt.
  - now apply Nat.eqb_eq.
Qed.

Lemma code_key_of_same : forall places c d, same_code c d = true -> code_key places d = code_key places c.
Proof. intros places c d E. apply same_code_iff in E. now subst d. Qed.

Lemma existsb_filter : forall {X : Type} (has : X -> bool) l, existsb has (filter has l) = existsb has l.
Proof.
  intros X has l. induction l as [|x l IH]; [reflexivity|]. cbn [filter existsb]. destruct (has x) eqn:E; [|exact IH].
  cbn [existsb]. now rewrite E.
Qed.

Lemma has_labels_is : forall r P, has_labels r P = has_labels_plainly r P.
Proof.
  intros r P. unfold has_labels. destruct (is_short r); [reflexivity|]. unfold has_labels_in_slots, has_labels_plainly.
  induction (seq 0 r) as [|t l IH]; [reflexivity|]. cbn [forallb]. rewrite IH. f_equal.
  rewrite <- existsb_filter, filter_slot; [apply existsb_filter|]. intro c. apply code_key_of_same.
Qed.

Lemma check_partition_sound : forall r m P, check_partition r m P = true -> labelled_partition r m P.
Proof.
  intros r m P H. unfold check_partition in H. rewrite has_labels_is in H. unfold has_labels_plainly in H.
  rewrite !andb_true_iff, !forallb_forall in H.
  destruct H as [[[Hlength Hbelow] Hall] Hturn]. split; [now apply Nat.eqb_eq|]. split; [|now apply in_turn_sound].
  intro t. split; intro Ht.
  - apply Hbelow in Ht. now apply Nat.ltb_lt.
  - assert (Hin : In t (seq 0 r)) by (apply in_seq; lia). apply Hall, existsb_exists in Hin as (c & Hc & E).
    apply same_code_iff in E. now subst c.
Qed.

(** ** The order *)

Lemma precedes_irreflexive : forall r P, precedes r P P = false.
Proof. intros r. induction P as [|c P IH]; [easy|]. cbn [precedes]. now rewrite Nat.ltb_irrefl. Qed.

Lemma precedes_transitive : forall r P Q R, precedes r P Q = true -> precedes r Q R = true -> precedes r P R = true.
Proof.
  intros r. induction P as [|c P IH]; intros [|d Q] [|e R] HPQ HQR; try easy. cbn [precedes] in *.
  destruct (Nat.ltb_spec (code_rank r c) (code_rank r d)), (Nat.ltb_spec (code_rank r d) (code_rank r c)),
    (Nat.ltb_spec (code_rank r d) (code_rank r e)), (Nat.ltb_spec (code_rank r e) (code_rank r d)),
    (Nat.ltb_spec (code_rank r c) (code_rank r e)), (Nat.ltb_spec (code_rank r e) (code_rank r c));
    try reflexivity; try discriminate; try lia. now apply IH with Q.
Qed.

Lemma ascending_later : forall r l P, ascending r P l = true -> NoDup l /\ forall Q, In Q l -> precedes r P Q = true.
Proof.
  intros r. induction l as [|R l IH]; intros P H; [now split; [constructor|]|]. cbn [ascending] in H.
  apply andb_true_iff in H as [HPR H]. destruct (IH R H) as [Hnodup Hlater]. split.
  - constructor; [|exact Hnodup]. intro Hin. apply Hlater in Hin. now rewrite precedes_irreflexive in Hin.
  - intros Q [<-|HQ]; [exact HPR|]. apply precedes_transitive with R; auto.
Qed.

(** ** The number *)

Lemma t_next_length : forall row n before, length (t_next n before row) = pred (length row).
Proof.
  induction row as [|x [|y row] IH]; intros n before; [reflexivity..|].
  change (S (length (t_next (Z.succ n) x (y :: row))) = S (length row)). f_equal. exact (IH (Z.succ n) x).
Qed.

Lemma rows_are_counts : forall n row, is_row (fun r => T r 0) 0 row ->
  is_row (fun r => T r n) 0 (Nat.iter n (t_next 0 0) row) /\
  length (Nat.iter n (t_next 0 0) row) = length row - n.
Proof.
  intros n row Hrow. induction n as [|n [IH IHlength]]; [split; [exact Hrow|cbn; lia]|].
  change (Nat.iter (S n) (t_next 0 0) row) with (t_next 0 0 (Nat.iter n (t_next 0 0) row)). split.
  - exact (t_next_row n _ 0 IH).
  - rewrite t_next_length, IHlength. lia.
Qed.

Lemma count_by_rows_right : forall r m, count_by_rows r m = T r m.
Proof.
  intros r m. unfold count_by_rows.
  destruct (rows_are_counts m _ (t_first_row (r + m))) as [Hrow Hlength].
  set (row := Nat.iter m (t_next 0 0) (1%Z :: repeat 0%Z (r + m))) in *. cbn [length] in Hlength.
  rewrite repeat_length in Hlength. destruct (nth_error row r) as [z|] eqn:E.
  - rewrite (nth_error_nth row r 0%Z E). exact (Hrow r z E).
  - apply nth_error_None in E. lia.
Qed.

Lemma check_enumeration_complete : forall r m l, check_enumeration r m l = true ->
  NoDup l /\ (forall P, In P l <-> labelled_partition r m P) /\ Z.of_nat (length l) = T r m.
Proof.
  intros r m l H. unfold check_enumeration in H. rewrite !andb_true_iff, forallb_forall in H.
  destruct H as [[Hall Horder] Hcount]. apply Z.eqb_eq in Hcount. rewrite count_by_rows_right in Hcount.
  assert (Hnodup : NoDup l).
  { destruct l as [|P l]; [constructor|]. destruct (ascending_later r l P Horder) as [Hl Hlater].
    constructor; [|exact Hl]. intro Hin. apply Hlater in Hin. now rewrite precedes_irreflexive in Hin. }
  assert (Hsound : forall P, In P l -> labelled_partition r m P) by (intros P HP; now apply check_partition_sound, Hall).
  destruct (labelled_partitions_counted r m) as (every & Hevery & Hnumber & Hiff). split; [exact Hnodup|].
  split; [|exact Hcount]. intro P. split; [apply Hsound|]. intro HP. apply Hiff in HP. revert P HP.
  apply NoDup_length_incl; [exact Hnodup|lia|]. intros P HP. now apply Hiff, Hsound.
Qed.

Theorem sound_enumeration : SoundEnumeration check_enumeration.
Proof.
  intros r m l H. destruct (check_enumeration_complete r m l H) as (Hnodup & Hiff & Hcount).
  repeat (split; [assumption|]). intros K W A base <-. split.
  - intro θ. split; intros (P & HP & HG); exists P; (split; [now apply Hiff|exact HG]).
  - intros Hzero HW HA Hbase P Q HP HQ Hne.
    apply (no_subspace_includes_another K W A base m); try assumption; now apply Hiff.
Qed.
