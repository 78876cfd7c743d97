(** Lists whose equal elements lie one behind the other. *)

From Coq Require Import List Arith Permutation Lia.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import LabelledPartitions.
Import ListNotations.

Local Open Scope nat_scope.

Section Blocks.

Context {X : Type} (eq_dec : forall x y : X, {x = y} + {x <> y}) (make : nat -> X).

Lemma length_blocks : forall sizes first, length (blocks make first sizes) = list_sum sizes.
Proof.
  intro sizes. induction sizes as [|k sizes IH]; intro first; simpl; [easy|].
  now rewrite app_length, repeat_length, IH.
Qed.

Lemma in_blocks_made : forall x sizes first, In x (blocks make first sizes) ->
  exists t, first <= t < first + length sizes /\ x = make t.
Proof.
  intros x sizes. induction sizes as [|k sizes IH]; intros first H; simpl in *; [easy|].
  apply in_app_iff in H. destruct H as [H|H].
  - apply repeat_spec in H. exists first. split; [lia|exact H].
  - destruct (IH _ H) as (t & Ht & E). exists t. split; [lia|exact E].
Qed.

Lemma made_in_blocks : forall t sizes first, (forall k, In k sizes -> 1 <= k) ->
  first <= t < first + length sizes -> In (make t) (blocks make first sizes).
Proof.
  intros t sizes. induction sizes as [|k sizes IH]; intros first Hpositive Ht; simpl in *; [lia|].
  apply in_app_iff. destruct (Nat.eq_dec t first) as [->|Hne].
  - left. specialize (Hpositive k (or_introl eq_refl)). destruct k as [|k]; [lia|now left].
  - right. apply IH; [intros; apply Hpositive; now right|lia].
Qed.

Lemma count_in_repeats : forall (f : X -> nat) x cs, NoDup cs ->
  count_occ eq_dec (flat_map (fun c => repeat c (f c)) cs) x = if in_dec eq_dec x cs then f x else 0.
Proof.
  intros f x cs Hcs. induction Hcs as [|c cs Hc Hcs IH]; [easy|]. cbn [flat_map].
  rewrite count_occ_app, IH. destruct (eq_dec c x) as [->|Hne].
  - rewrite count_occ_repeat_eq by easy.
    destruct (in_dec eq_dec x cs) as [|_], (in_dec eq_dec x (x :: cs)) as [|Hnot]; [easy|easy|lia|].
    exfalso. apply Hnot. now left.
  - rewrite count_occ_repeat_neq by congruence.
    destruct (in_dec eq_dec x cs) as [Hin|Hout], (in_dec eq_dec x (c :: cs)) as [Hin'|Hout']; try easy.
    + exfalso. apply Hout'. now right.
    + now destruct Hin'.
Qed.

(** As many of each as in [l]: a permutation of [l]. *)
Lemma repeats_permutation : forall cs l, NoDup cs -> incl l cs ->
  Permutation (flat_map (fun c => repeat c (count_occ eq_dec l c)) cs) l.
Proof.
  intros cs l Hcs Hl. apply (Permutation_count_occ eq_dec). intro x. rewrite count_in_repeats by exact Hcs.
  destruct (in_dec eq_dec x cs) as [|Hout]; [easy|]. symmetry. apply count_occ_not_In. intro Hx. now apply Hout, Hl.
Qed.

(** How often the elements occur in a list, as sizes of blocks. *)
Definition occurrences (l : list X) (n : nat) : list nat := map (fun i => count_occ eq_dec l (make i)) (seq 0 n).

Lemma length_occurrences : forall l n, length (occurrences l n) = n.
Proof. intros l n. unfold occurrences. now rewrite map_length, seq_length. Qed.

Lemma occurrences_positive : forall l n, (forall t, t < n -> In (make t) l) ->
  forall k, In k (occurrences l n) -> 1 <= k.
Proof.
  intros l n H k Hk. apply in_map_iff in Hk. destruct Hk as (t & <- & Ht). apply in_seq in Ht.
  apply (count_occ_In eq_dec), H. lia.
Qed.

Lemma blocks_of_occurrences : forall l n,
  blocks make 0 (occurrences l n) = flat_map (fun c => repeat c (count_occ eq_dec l c)) (map make (seq 0 n)).
Proof.
  intros l n. unfold occurrences. generalize 0. induction n as [|n IH]; intro first; simpl; [easy|].
  now rewrite IH.
Qed.

End Blocks.

(** Every labelled partition has its blocks, one behind the other, as a permutation. *)
Lemma blocks_of_partition : forall r m P, labelled_partition r m P ->
  exists k b, length k = r /\ (forall x, In x k -> 1 <= x) /\ list_sum k + list_sum b = m /\
    Permutation (blocks Label 0 k ++ blocks Zero 0 b) P.
Proof.
  intros r m P (Hlength & Hlabels & Hzeros).
  set (k := occurrences code_eq_dec Label P r). set (b := occurrences code_eq_dec Zero P (zero_blocks P)).
  assert (HP : Permutation (blocks Label 0 k ++ blocks Zero 0 b) P).
  { unfold k, b. rewrite !blocks_of_occurrences, <- flat_map_app. apply repeats_permutation; [apply NoDup_codes|].
    intros [t|z] Hin; [now apply in_codes_label, Hlabels|now apply in_codes_zero, in_zero_blocks]. }
  exists k, b. repeat split; [apply length_occurrences| | |exact HP].
  - apply occurrences_positive. intro t. apply Hlabels.
  - rewrite <- Hlength, <- (Permutation_length HP). now rewrite app_length, !length_blocks.
Qed.

(** Conversely, such a permutation becomes a labelled partition when its zero blocks are renumbered. *)
Lemma partition_of_blocks : forall k b P, (forall x, In x k -> 1 <= x) ->
  Permutation (blocks Label 0 k ++ blocks Zero 0 b) P ->
  labelled_partition (length k) (list_sum k + list_sum b) (renumbered P).
Proof.
  intros k b P Hpositive HP.
  replace (list_sum k + list_sum b) with (length P)
    by now rewrite <- (Permutation_length HP), app_length, !length_blocks.
  apply renumbered_partition. intro t. split; intro H.
  - apply (Permutation_in _ (Permutation_sym HP)), in_app_or in H.
    destruct H as [H|H]; apply in_blocks_made in H; destruct H as (t' & Ht & [= ->]). lia.
  - apply (Permutation_in _ HP), in_or_app. left. apply made_in_blocks; [exact Hpositive|lia].
Qed.

(** Likewise for surjections, which have no zero blocks. *)
Lemma blocks_of_surjection : forall r m g, surjection r m g ->
  exists k, length k = r /\ (forall x, In x k -> 1 <= x) /\ list_sum k = m /\
    Permutation (blocks (fun t => t) 0 k) g.
Proof.
  intros r m g [Hlength Hvalues]. set (k := occurrences Nat.eq_dec (fun t => t) g r).
  assert (Hg : Permutation (blocks (fun t => t) 0 k) g).
  { unfold k. rewrite blocks_of_occurrences, map_id. apply repeats_permutation; [apply seq_NoDup|].
    intros t Ht. apply in_seq. apply Hvalues in Ht. lia. }
  exists k. repeat split; [apply length_occurrences| | |exact Hg].
  - apply occurrences_positive. intro t. apply Hvalues.
  - rewrite <- Hlength, <- (Permutation_length Hg). now rewrite length_blocks.
Qed.

Lemma surjection_of_blocks : forall k g, (forall x, In x k -> 1 <= x) ->
  Permutation (blocks (fun t => t) 0 k) g -> surjection (length k) (list_sum k) g.
Proof.
  intros k g Hpositive Hg. split; [now rewrite <- (Permutation_length Hg), length_blocks|]. intro t. split; intro H.
  - apply (Permutation_in _ (Permutation_sym Hg)), in_blocks_made in H. destruct H as (t' & Ht & ->). lia.
  - apply (Permutation_in _ Hg). apply (made_in_blocks (fun t => t)); [exact Hpositive|lia].
Qed.
