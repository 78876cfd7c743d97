(** Nonincreasing tuples, and how they arise from those of one part less. *)

From Coq Require Import List Arith Permutation Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Compositions *)

Lemma in_compositions : forall j u b,
  In b (compositions j u) <-> length b = j /\ list_sum b = u /\ forall x, In x b -> 1 <= x.
Proof.
  induction j as [|j IH]; intros u b; simpl.
  - destruct (Nat.eqb_spec u 0) as [-> | Hu]; simpl; (split; [intros H | intros (H & Hs & _)]).
    + destruct H as [<- | []]. now repeat split.
    + left. now destruct b.
    + contradiction.
    + destruct b; simpl in *; congruence.
  - rewrite in_flat_map. split.
    + intros (k & Hk & Hb). apply in_seq in Hk. apply in_map_iff in Hb. destruct Hb as (b' & <- & Hb').
      apply IH in Hb'. destruct Hb' as (Hl & Hs & Hp). simpl.
      repeat split; [lia | lia | intros x [<- | Hx]; [lia | now apply Hp]].
    + intros (Hl & Hs & Hp). destruct b as [|k b]; [discriminate|]. simpl in *.
      pose proof (Hp k (or_introl eq_refl)) as Hk. exists k. rewrite in_seq, in_map_iff. split; [lia|].
      exists b. split; [reflexivity|]. apply IH. repeat split; [lia | lia | intros x Hx; apply Hp; now right].
Qed.

Lemma compositions_nodup : forall j u, NoDup (compositions j u).
Proof.
  induction j as [|j IH]; intro u; simpl.
  - destruct (u =? 0); repeat constructor. easy.
  - apply (nodup_flat_map _ _ (fun b k => hd_error b = Some k)).
    + apply seq_NoDup.
    + intros k _. apply FinFun.Injective_map_NoDup; [intros b c Hbc; congruence | apply IH].
    + intros k b Hb. apply in_map_iff in Hb. now destruct Hb as (c & <- & _).
    + congruence.
Qed.

(** ** Putting a part in and taking it out *)

Fixpoint insert (i : nat) (b : list nat) : list nat :=
  match b with [] => [i] | x :: b' => if x <=? i then i :: b else x :: insert i b' end.

(** The first i that occurs is taken out. *)
Fixpoint take (i : nat) (b : list nat) : list nat :=
  match b with [] => [] | x :: b' => if x =? i then b' else x :: take i b' end.

Lemma insert_permutation : forall i b, Permutation (insert i b) (i :: b).
Proof.
  intros i b. induction b as [|x b IH]; simpl; [reflexivity|]. destruct (x <=? i); [reflexivity|].
  rewrite IH. apply perm_swap.
Qed.

Lemma take_insert : forall i b, take i (insert i b) = b.
Proof.
  intros i b. induction b as [|x b IH]; simpl; [now rewrite Nat.eqb_refl|].
  destruct (Nat.leb_spec x i) as [Hx | Hx]; simpl; [now rewrite Nat.eqb_refl|].
  rewrite (proj2 (Nat.eqb_neq x i)), IH by lia. reflexivity.
Qed.

Lemma nonincreasing_cons : forall x b,
  nonincreasing (x :: b) = true <-> nonincreasing b = true /\ forall y, In y b -> y <= x.
Proof.
  intros x b. revert x. induction b as [|y b IH]; intro x; [now split|].
  change (nonincreasing (x :: y :: b)) with ((y <=? x) && nonincreasing (y :: b))%bool.
  rewrite Bool.andb_true_iff, Nat.leb_le. split.
  - intros [Hyx Hb]. split; [exact Hb|]. apply IH in Hb. destruct Hb as [_ Hb].
    intros z [<- | Hz]; [exact Hyx | specialize (Hb z Hz); lia].
  - intros [Hb H]. split; [apply H; now left | exact Hb].
Qed.

Lemma insert_nonincreasing : forall i b, nonincreasing b = true -> nonincreasing (insert i b) = true.
Proof.
  intros i b. induction b as [|x b IH]; intro H; [reflexivity|]. simpl.
  destruct (Nat.leb_spec x i) as [Hx | Hx].
  - apply nonincreasing_cons. split; [exact H|]. apply nonincreasing_cons in H. destruct H as [_ H].
    intros y [<- | Hy]; [exact Hx | specialize (H y Hy); lia].
  - apply nonincreasing_cons in H. destruct H as [Hb H]. apply nonincreasing_cons. split; [now apply IH|].
    intros y Hy. apply (Permutation_in _ (insert_permutation i b)) in Hy.
    destruct Hy as [<- | Hy]; [lia | now apply H].
Qed.

(** So every nonincreasing tuple with a part i arises by putting i in. *)
Lemma insert_take : forall i b,
  nonincreasing b = true -> In i b -> nonincreasing (take i b) = true /\ insert i (take i b) = b.
Proof.
  intros i b. induction b as [|x b IH]; intros H Hi; [contradiction|].
  pose proof (proj1 (nonincreasing_cons x b) H) as [Hb Hx]. simpl.
  destruct (Nat.eqb_spec x i) as [<- | Hxi].
  - split; [exact Hb|]. destruct b as [|y b]; [reflexivity|]. simpl.
    now rewrite (proj2 (Nat.leb_le y x)) by (apply Hx; now left).
  - destruct Hi as [-> | Hi]; [contradiction|]. destruct (IH Hb Hi) as [Ht Hit]. split.
    + apply nonincreasing_cons. split; [exact Ht|]. intros y Hy. apply Hx. rewrite <- Hit.
      apply (Permutation_in _ (Permutation_sym (insert_permutation i _))). now right.
    + simpl. pose proof (Hx i Hi). rewrite (proj2 (Nat.leb_gt x i)), Hit by lia. reflexivity.
Qed.

(** ** Nonincreasing tuples *)

Definition sorted_tuples (j u : nat) : list (list nat) := filter nonincreasing (compositions j u).

Lemma in_sorted_tuples : forall j u b,
  In b (sorted_tuples j u) <->
  nonincreasing b = true /\ length b = j /\ list_sum b = u /\ forall x, In x b -> 1 <= x.
Proof. intros j u b. unfold sorted_tuples. rewrite filter_In, in_compositions. tauto. Qed.

Lemma list_sum_permutation : forall l l', Permutation l l' -> list_sum l = list_sum l'.
Proof. intros l l' H. induction H; simpl in *; lia. Qed.

(** The sorted tuples with a part i are those of one part less, with i put in. *)
Lemma sorted_tuples_with : forall i j u, 1 <= i <= u ->
  Permutation (filter (fun b => 0 <? count_occ Nat.eq_dec b i) (sorted_tuples (S j) u))
    (map (insert i) (sorted_tuples j (u - i))).
Proof.
  intros i j u Hi. apply NoDup_Permutation.
  - apply NoDup_filter, NoDup_filter, compositions_nodup.
  - apply FinFun.Injective_map_NoDup; [| apply NoDup_filter, compositions_nodup].
    intros b c Hbc. now rewrite <- (take_insert i b), Hbc, take_insert.
  - intro b. pose proof (count_occ_In Nat.eq_dec b i) as Hcount. unfold gt in Hcount.
    rewrite filter_In, Nat.ltb_lt, <- Hcount, in_sorted_tuples, in_map_iff. split.
    + intros [(Hn & Hl & Hs & Hp) Hb]. destruct (insert_take i b Hn Hb) as [Ht Hit]. exists (take i b).
      split; [exact Hit|]. pose proof (insert_permutation i (take i b)) as P. rewrite Hit in P.
      apply in_sorted_tuples. repeat split.
      * exact Ht.
      * apply Permutation_length in P. simpl in P. lia.
      * apply list_sum_permutation in P. simpl in P. lia.
      * intros x Hx. apply Hp, (Permutation_in _ (Permutation_sym P)). now right.
    + intros (c & <- & Hc). apply in_sorted_tuples in Hc. destruct Hc as (Hn & Hl & Hs & Hp).
      pose proof (insert_permutation i c) as P. repeat split.
      * now apply insert_nonincreasing.
      * apply Permutation_length in P. simpl in P. lia.
      * apply list_sum_permutation in P. simpl in P. lia.
      * intros x Hx. apply (Permutation_in _ P) in Hx. destruct Hx as [<- | Hx]; [lia | now apply Hp].
      * apply (Permutation_in _ (Permutation_sym P)). now left.
Qed.
