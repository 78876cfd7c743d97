(** Lists permuted by a list of places: [permuted], beside the [Permutation] of the standard library. *)

From Coq Require Import List Arith Permutation Lia.
From Equiloss Require Import Statements.
Import ListNotations.

Local Open Scope nat_scope.

(** The elements of a list with their places. *)
Definition numbered {X : Type} (l : list X) : list (nat * X) := combine (seq 0 (length l)) l.

Lemma numbered_maps : forall {X : Type} (l : list X),
  map fst (numbered l) = seq 0 (length l) /\ map snd (numbered l) = l.
Proof.
  intros X l. unfold numbered. generalize 0. induction l as [|x l IH]; intro first; simpl; [easy|].
  destruct (IH (S first)) as [H H']. now rewrite H, H'.
Qed.

Lemma nth_error_combine : forall {X Y : Type} (l : list X) (l' : list Y) i,
  nth_error (combine l l') i =
  match nth_error l i, nth_error l' i with Some x, Some y => Some (x, y) | _, _ => None end.
Proof.
  intros X Y l. induction l as [|x l IH]; intros [|y l'] [|i]; simpl; try easy. now destruct (nth_error l i).
Qed.

(** Pairs (j, x) that say that x is at place j of [l], in any order. *)
Lemma permuted_pairs : forall {X : Type} (l : list X) (q : list (nat * X)),
  (forall j x, In (j, x) q -> nth_error l j = Some x) -> permuted (map fst q) l (map snd q).
Proof.
  intros X l q H. split; [now rewrite !map_length|]. intros i j Hj. rewrite nth_error_map in Hj.
  rewrite nth_error_map.
  destruct (nth_error q i) as [[j' x]|] eqn:E; [|easy]. injection Hj as ->. symmetry. apply H.
  now apply nth_error_In in E.
Qed.

Lemma numbered_places : forall {X : Type} (l : list X) j x, In (j, x) (numbered l) -> nth_error l j = Some x.
Proof.
  intros X l j x H. apply In_nth_error in H. destruct H as [i H].
  unfold numbered in H. rewrite nth_error_combine in H.
  destruct (nth_error (seq 0 (length l)) i) as [j'|] eqn:Ej; [|easy].
  destruct (nth_error l i) as [x'|] eqn:Ex; [|easy]. injection H as -> ->.
  assert (Hi : i < length l) by (apply nth_error_Some; congruence).
  rewrite (nth_error_nth' _ 0), seq_nth in Ej by (now rewrite ?seq_length). injection Ej as <-. exact Ex.
Qed.

Lemma permuted_unique : forall {X : Type} (l l' l'' : list X) π, permuted π l l' -> permuted π l l'' -> l' = l''.
Proof.
  intros X l l' l'' π. revert l' l''.
  induction π as [|j π IH]; intros [|x l'] [|y l''] [Hlength H] [Hlength' H']; try easy.
  pose proof (H 0 j eq_refl) as E. rewrite <- (H' 0 j eq_refl) in E. injection E as ->. f_equal.
  injection Hlength as Hlength. injection Hlength' as Hlength'.
  apply IH; (split; [easy|]); intros i k Hk; [exact (H (S i) k Hk)|exact (H' (S i) k Hk)].
Qed.

Lemma permuted_exists : forall {X : Type} (l : list X) π, Permutation π (seq 0 (length l)) ->
  exists l', permuted π l l' /\ Permutation l l'.
Proof.
  intros X l π H. destruct (numbered_maps l) as [Hfst Hsnd]. rewrite <- Hfst in H.
  apply Permutation_map_inv in H. destruct H as (q & -> & Hq). exists (map snd q). split.
  - apply permuted_pairs. intros j x Hj. apply numbered_places. now apply (Permutation_in _ (Permutation_sym Hq)).
  - rewrite <- Hsnd at 1. now apply Permutation_map.
Qed.

Lemma permuted_permutation : forall {X : Type} (l l' : list X) π,
  Permutation π (seq 0 (length l)) -> permuted π l l' -> Permutation l l'.
Proof.
  intros X l l' π Hπ H. destruct (permuted_exists l π Hπ) as (l'' & H' & Hl).
  now rewrite (permuted_unique l l' l'' π H H').
Qed.

Lemma permutation_permuted : forall {X : Type} (l l' : list X), Permutation l l' ->
  exists π, Permutation π (seq 0 (length l)) /\ permuted π l l'.
Proof.
  intros X l l' H. destruct (numbered_maps l) as [Hfst Hsnd]. rewrite <- Hsnd in H. symmetry in H.
  apply Permutation_map_inv in H. destruct H as (q & -> & Hq). exists (map fst q). split.
  - rewrite <- Hfst. apply Permutation_map. now symmetry.
  - apply permuted_pairs. intros j x Hj. apply numbered_places. now apply (Permutation_in _ (Permutation_sym Hq)).
Qed.

(** Back to where each element comes from. *)
Lemma unpermuted_exists : forall {X : Type} (l : list X) π, Permutation π (seq 0 (length l)) ->
  exists l', length l' = length l /\ permuted π l' l.
Proof.
  intros X l π H. assert (Hlength : length l = length π) by now rewrite (Permutation_length H), seq_length.
  destruct (numbered_maps l) as [Hfst Hsnd].
  assert (Hπ : map fst (combine π l) = π /\ map snd (combine π l) = l).
  { clear - Hlength. revert l Hlength. induction π as [|j π IH]; intros [|x l] E; try easy. injection E as E.
    destruct (IH l E) as [H H']. simpl. now rewrite H, H'. }
  destruct Hπ as [Hπ Hl]. rewrite <- Hπ in H. symmetry in H. apply Permutation_map_inv in H.
  destruct H as (q & Hseq & Hq). exists (map snd q).
  assert (Hq' : length q = length l) by now rewrite <- (seq_length (length l) 0), Hseq, map_length.
  split; [now rewrite map_length|].
  enough (Hpermuted : permuted (map fst (combine π l)) (map snd q) (map snd (combine π l)))
    by now rewrite Hπ, Hl in Hpermuted.
  apply permuted_pairs. intros j x Hj. apply (Permutation_in _ Hq) in Hj. apply numbered_places. unfold numbered.
  rewrite map_length, Hq', Hseq. clear - Hj. induction q as [|[k y] q IH]; [easy|].
  destruct Hj as [E|Hj]; [now left|right; now apply IH].
Qed.

Lemma permuted_map : forall {X Y : Type} (f : X -> Y) l l' π,
  permuted π l l' -> permuted π (map f l) (map f l').
Proof.
  intros X Y f l l' π [Hlength H]. split; [now rewrite map_length|]. intros i j Hj. rewrite !nth_error_map.
  now rewrite (H i j Hj).
Qed.

Lemma permuted_length : forall {X : Type} (l l' : list X) π,
  Permutation π (seq 0 (length l)) -> permuted π l l' -> length l' = length l.
Proof. intros X l l' π Hπ [-> _]. now rewrite (Permutation_length Hπ), seq_length. Qed.

(** Two lists permuted together. *)
Lemma permuted_combine : forall {X Y : Type} (l l' : list X) (q q' : list Y) π,
  Permutation π (seq 0 (length l)) -> length q = length l -> permuted π l l' -> permuted π q q' ->
  permuted π (combine l q) (combine l' q') /\ Permutation (combine l q) (combine l' q').
Proof.
  intros X Y l l' q q' π Hπ Hlength [Hl H] [Hq H'].
  enough (Hpermuted : permuted π (combine l q) (combine l' q')).
  { split; [exact Hpermuted|]. apply (permuted_permutation _ _ π); [|exact Hpermuted].
    now rewrite combine_length, Hlength, Nat.min_id. }
  split; [rewrite combine_length; lia|]. intros i j Hj. now rewrite !nth_error_combine, (H i j Hj), (H' i j Hj).
Qed.
