(** Labelled partitions for m = r + 1: there is a blank and each label once, or no blank and one label twice. *)

From Coq Require Import List Lia FinFun.
From Equiloss Require Import Statements.
Import ListNotations.

(** There is no zero block but the one of the blank. *)
Definition arrangement (r : nat) (P : list code) : Prop :=
  length P = S r /\ (forall t, In (Label t) P <-> t < r) /\ forall z, In (Zero z) P -> z = 0.

Definition symbols (r : nat) : list code := Zero 0 :: map Label (seq 0 r).

Lemma in_symbols : forall r c, In c (symbols r) <-> c = Zero 0 \/ exists t, t < r /\ c = Label t.
Proof.
  intros r c. unfold symbols. simpl. rewrite in_map_iff. split.
  - intros [<-|(t & <- & Ht)]; [now left|]. right. exists t. split; [|easy]. apply in_seq in Ht. lia.
  - intros [->|(t & Ht & ->)]; [now left|]. right. exists t. split; [easy|]. apply in_seq. lia.
Qed.

Lemma symbols_nodup : forall r, NoDup (symbols r).
Proof.
  intro r. constructor.
  - intro H. apply in_map_iff in H as (t & E & _). discriminate E.
  - apply Injective_map_NoDup; [intros t u E; now injection E|apply seq_NoDup].
Qed.

Lemma symbols_length : forall r, length (symbols r) = S r.
Proof. intro r. unfold symbols. simpl. now rewrite map_length, seq_length. Qed.

Lemma symbols_included : forall r P, (forall t, In (Label t) P <-> t < r) -> In (Zero 0) P -> incl (symbols r) P.
Proof. intros r P Hlabels Hblank c Hc. apply in_symbols in Hc as [->|(t & Ht & ->)]; [exact Hblank|now apply Hlabels].
  Qed.

(** With a blank no symbol is there twice. *)
Lemma blank_nodup : forall r P, length P = S r -> (forall t, In (Label t) P <-> t < r) -> In (Zero 0) P -> NoDup P.
Proof.
  intros r P Hlength Hlabels Hblank. apply NoDup_incl_NoDup with (symbols r).
  - apply symbols_nodup.
  - now rewrite Hlength, symbols_length.
  - now apply symbols_included.
Qed.

Lemma zeros_below : forall P n, zeros_in_order n P -> ~ In (Zero n) P -> forall z, In (Zero z) P -> z < n.
Proof.
  induction P as [|[t|y] P IH]; simpl; intros n H Hn z Hz; [easy| |].
  - destruct Hz as [E|Hz]; [discriminate E|]. apply (IH n); tauto.
  - destruct H as [[Hy H]|[-> _]]; [|now elim Hn; left]. destruct Hz as [E|Hz]; [now injection E as <-|].
    apply (IH n); tauto.
Qed.

Lemma one_zero_in_order : forall P, (forall z, In (Zero z) P -> z = 0) -> zeros_in_order 0 P /\ zeros_in_order 1 P.
Proof.
  induction P as [|[t|y] P IH]; simpl; intro H; [easy|apply IH; intros; apply H; now right|].
  assert (E : y = 0) by (apply H; now left). destruct IH as [_ H1]; [intros; apply H; now right|].
  split; [right|left]; split; try exact H1; lia.
Qed.

Lemma arrangement_iff : forall r P, labelled_partition r (S r) P <-> arrangement r P.
Proof.
  intros r P. split.
  - intros (Hlength & Hlabels & Hzeros). repeat split; [exact Hlength|apply Hlabels|apply Hlabels|].
    intros z Hz. destruct (in_dec code_eq_dec (Zero 0) P) as [Hblank|Hnone].
    + assert (Hin : In (Zero z) (symbols r)).
      { refine (NoDup_length_incl (symbols_nodup r) _ (symbols_included r P Hlabels Hblank) _ Hz).
        now rewrite Hlength, symbols_length. }
      apply in_symbols in Hin as [E|(t & _ & E)]; [now injection E|discriminate E].
    + apply (zeros_below P 0 Hzeros Hnone) in Hz. lia.
  - intros (Hlength & Hlabels & Hzeros). split; [exact Hlength|]. split; [exact Hlabels|]. now apply one_zero_in_order.
Qed.

Lemma arrangement_nodup : forall r P, arrangement r P -> In (Zero 0) P -> NoDup P.
Proof. intros r P (Hlength & Hlabels & _). now apply (blank_nodup r). Qed.

Lemma not_twice : forall (X : Type) (x : X) l1 l2 l3, ~ NoDup (l1 ++ x :: l2 ++ x :: l3).
Proof. intros X x l1 l2 l3 H. apply NoDup_remove_2 in H. apply H. rewrite !in_app_iff. simpl. tauto. Qed.
