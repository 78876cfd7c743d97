(** A move changes the parity of the inversions, so the two ends of an edge aren't equally far from a placement. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import Placements StarDistance.
Import ListNotations.

Definition inverted (c d : code) : bool :=
  match c, d with
  | Label t, Label u => u <? t
  | Label _, Zero _ => true
  | Zero _, Label _ => false
  | Zero y, Zero z => z <? y
  end.

Lemma inverted_once : forall c d, c <> d -> xorb (inverted c d) (inverted d c) = true.
Proof.
  assert (H : forall t u, t <> u -> xorb (u <? t) (t <? u) = true).
  { intros t u H. destruct (Nat.ltb_spec u t), (Nat.ltb_spec t u); simpl; lia. }
  intros [t|y] [u|z] Hne; try easy; apply H; congruence.
Qed.

(** Whether the inversions of c with those behind it, or before it, are odd in number. *)
Definition odd_behind (c : code) (l : list code) : bool := fold_right (fun d b => xorb (inverted c d) b) false l.
Definition odd_before (l : list code) (c : code) : bool := fold_right (fun d b => xorb (inverted d c) b) false l.
Fixpoint odd_inversions (P : list code) : bool :=
  match P with [] => false | c :: P' => xorb (odd_behind c P') (odd_inversions P') end.

Lemma odd_behind_app : forall c l k, odd_behind c (l ++ k) = xorb (odd_behind c l) (odd_behind c k).
Proof.
  intros c l k. induction l as [|d l IH]; [symmetry; apply xorb_false_l|]. simpl. rewrite IH. now rewrite xorb_assoc.
Qed.

Lemma odd_inversions_middle : forall c l k,
  odd_inversions (l ++ c :: k) = xorb (odd_inversions (l ++ k)) (xorb (odd_before l c) (odd_behind c k)).
Proof.
  intros c l k. induction l as [|d l IH]; simpl.
  - now destruct (odd_behind c k), (odd_inversions k).
  - rewrite IH, !odd_behind_app. simpl. destruct (odd_behind d l), (odd_behind d k), (inverted d c),
      (odd_inversions (l ++ k)), (odd_before l c), (odd_behind c k); reflexivity.
Qed.

Lemma odd_around : forall c l, ~ In c l -> xorb (odd_behind c l) (odd_before l c) = Nat.odd (length l).
Proof.
  intros c l. induction l as [|d l IH]; intro H; [easy|]. simpl length. rewrite Nat.odd_succ, <- Nat.negb_odd, <- IH.
  - simpl. assert (E : xorb (inverted c d) (inverted d c) = true).
    { apply inverted_once. intros ->. apply H. now left. }
    destruct (inverted c d), (inverted d c), (odd_behind c l), (odd_before l c); easy.
  - intro Hin. apply H. now right.
Qed.

Lemma exchange_odd : forall x y l1 l2 l3, NoDup (l1 ++ x :: l2 ++ y :: l3) ->
  odd_inversions (l1 ++ y :: l2 ++ x :: l3) = negb (odd_inversions (l1 ++ x :: l2 ++ y :: l3)).
Proof.
  intros x y l1 l2 l3. induction l1 as [|z l1 IH]; intro H.
  - simpl in *. rewrite !odd_inversions_middle, !odd_behind_app. simpl. inversion H as [|x' l Hx Hl]. subst.
    pose proof (NoDup_remove_2 _ _ _ Hl) as Hy.
    assert (Ex : xorb (odd_behind x l2) (odd_before l2 x) = Nat.odd (length l2)).
    { apply odd_around. intro Hin. apply Hx, in_or_app. now left. }
    assert (Ey : xorb (odd_behind y l2) (odd_before l2 y) = Nat.odd (length l2)).
    { apply odd_around. intro Hin. apply Hy, in_or_app. now left. }
    rewrite <- Ey in Ex. assert (Exy : xorb (inverted x y) (inverted y x) = true).
    { apply inverted_once. intros ->. apply Hx, in_elt. }
    destruct (odd_behind x l2), (odd_before l2 x), (odd_behind y l2), (odd_before l2 y); try discriminate Ex;
      destruct (inverted x y), (inverted y x); try discriminate Exy;
      destruct (odd_behind x l3), (odd_behind y l3), (odd_inversions (l2 ++ l3)); reflexivity.
  - simpl in *. inversion H as [|z' l Hz Hl]. subst. rewrite (IH Hl), !odd_behind_app. simpl.
    rewrite !odd_behind_app. simpl. destruct (odd_behind z l1), (inverted z x), (inverted z y), (odd_behind z l2),
      (odd_behind z l3), (odd_inversions (l1 ++ x :: l2 ++ y :: l3)); reflexivity.
Qed.

Lemma moved_odd : forall r P P', placement r P -> moved P P' -> odd_inversions P' = negb (odd_inversions P).
Proof.
  intros r P P' HP (l1 & l2 & l3 & t & [[-> ->]|[-> ->]]); apply exchange_odd; now apply (placement_nodup r).
Qed.

Lemma moves_odd : forall r Q n P, placement r P -> moves Q n P ->
  Nat.odd n = xorb (odd_inversions P) (odd_inversions Q).
Proof.
  intros r Q. induction n as [|n IH]; intros P HP H.
  - simpl in H. subst. now rewrite xorb_nilpotent.
  - destruct H as (P' & Hmoved & H). rewrite Nat.odd_succ, <- Nat.negb_odd.
    rewrite (IH P') by (try exact H; now apply (moved_placement r P)). rewrite (moved_odd r P P' HP Hmoved).
    now destruct (odd_inversions P), (odd_inversions Q).
Qed.

Lemma star_distance_odd : forall r P Q, placement r P -> placement r Q ->
  Nat.odd (star_distance P Q) = xorb (odd_inversions P) (odd_inversions Q).
Proof. intros r P Q HP HQ. apply (moves_odd r Q _ P HP). now apply (star_distance_moves r). Qed.
