(** The symbols of a placement and their places, and moves of the blank. *)

From Coq Require Import List Lia Permutation.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import OneSpareUnit.
Import ListNotations.

(** ** Places of symbols *)

Definition placement (r : nat) (P : list code) : Prop := arrangement r P /\ In (Zero 0) P.

Lemma in_placement : forall r P c, placement r P -> (In c P <-> In c (symbols r)).
Proof.
  intros r P c [(Hlength & Hlabels & Hzero) Hblank]. split; [|now apply symbols_included].
  intro Hc. apply in_symbols. destruct c as [t|z]; [right; exists t; split; [now apply Hlabels|easy]|left].
  now rewrite (Hzero z).
Qed.

Lemma placement_nodup : forall r P, placement r P -> NoDup P.
Proof. intros r P [H Hblank]. now apply (arrangement_nodup r). Qed.

Lemma placement_length : forall r P, placement r P -> length P = S r.
Proof. now intros r P [[H _] _]. Qed.

Lemma placement_permutation : forall r P P', Permutation P P' -> placement r P -> placement r P'.
Proof.
  intros r P P' H [(Hlength & Hlabels & Hzero) Hblank]. split; [split; [|split]|].
  - now rewrite <- (Permutation_length H).
  - intro t. rewrite <- Hlabels. split; apply Permutation_in; [now symmetry|exact H].
  - intros z Hz. apply Hzero. now apply (Permutation_in _ (Permutation_sym H)).
  - now apply (Permutation_in _ H).
Qed.

Lemma place_in : forall c Q, In c Q -> place c Q < length Q /\ nth (place c Q) Q (Zero 0) = c.
Proof.
  intros c. induction Q as [|d Q IH]; intro H; [easy|]. simpl. destruct (code_eq_dec d c) as [->|Hne]; [split;
  [lia|easy]|].
  destruct IH as [Hlt E]; [now destruct H|]. split; [lia|exact E].
Qed.

Lemma place_after : forall c l1 l2, ~ In c l1 -> place c (l1 ++ c :: l2) = length l1.
Proof.
  intros c l1 l2. induction l1 as [|d l1 IH]; simpl; intro H.
  - now destruct (code_eq_dec c c).
  - destruct (code_eq_dec d c) as [->|_]; [tauto|]. rewrite IH; tauto.
Qed.

Lemma place_nth : forall Q i, NoDup Q -> i < length Q -> place (nth i Q (Zero 0)) Q = i.
Proof.
  intros Q i HQ Hi. destruct (place_in (nth i Q (Zero 0)) Q (nth_In Q (Zero 0) Hi)) as [Hlt E].
  now apply (proj1 (NoDup_nth Q (Zero 0)) HQ).
Qed.

(** ** Moves of the blank *)

(** The blank and a label are exchanged. *)
Definition moved (P P' : list code) : Prop :=
  exists l1 l2 l3 t,
    (P = l1 ++ Zero 0 :: l2 ++ Label t :: l3 /\ P' = l1 ++ Label t :: l2 ++ Zero 0 :: l3) \/
    (P = l1 ++ Label t :: l2 ++ Zero 0 :: l3 /\ P' = l1 ++ Zero 0 :: l2 ++ Label t :: l3).

Lemma exchange_permutation : forall (x y : code) l1 l2 l3,
  Permutation (l1 ++ x :: l2 ++ y :: l3) (l1 ++ y :: l2 ++ x :: l3).
Proof.
  intros x y l1 l2 l3. apply Permutation_app_head. transitivity (y :: x :: l2 ++ l3).
  - transitivity (x :: y :: l2 ++ l3); [constructor; symmetry; apply Permutation_middle|constructor].
  - constructor. apply Permutation_middle.
Qed.

Lemma moved_placement : forall r P P', moved P P' -> placement r P -> placement r P'.
Proof.
  intros r P P' (l1 & l2 & l3 & t & [[-> ->]|[-> ->]]); apply placement_permutation, exchange_permutation.
Qed.

Lemma nth_others : forall (x y : code) l1 l2 l3 i, i <> length l1 -> i <> length l1 + S (length l2) ->
  nth i (l1 ++ x :: l2 ++ y :: l3) (Zero 0) = nth i (l1 ++ y :: l2 ++ x :: l3) (Zero 0).
Proof.
  intros x y. induction l1 as [|z l1 IH]; intros l2 l3 [|i] H H'; simpl in *; try easy.
  - clear H. revert i H'. induction l2 as [|z l2 IH]; intros [|i] H'; simpl in *; try easy. apply IH. lia.
  - apply IH; lia.
Qed.

Lemma nth_second : forall (x y : code) l1 l2 l3,
  nth (length l1 + S (length l2)) (l1 ++ x :: l2 ++ y :: l3) (Zero 0) = y.
Proof.
  intros x y l1 l2 l3. rewrite app_nth2 by lia. replace (_ + _ - _) with (S (length l2)) by lia. simpl.
  apply nth_middle.
Qed.
