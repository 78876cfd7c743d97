(** Whether two subspaces meet, computed: the blocks of the join P ∨ Q are numbered by merging, pair by pair. *)

From Coq Require Import List Arith Bool Lia Relations.
From Equiloss Require Import Statements.
From Equiloss.Subspaces Require Import Positions.
From Equiloss.Topology Require Import Joins Meeting.
Import ListNotations.

(** ** The blocks of the join, numbered *)

(** As [code_eq_dec], quicker to compute. *)
Definition code_eqb (c d : code) : bool :=
  match c, d with Label t, Label u | Zero t, Zero u => t =? u | _, _ => false end.

Definition same (P : list code) (i j : nat) : bool := code_eqb (nth i P (Zero 0)) (nth j P (Zero 0)).

(** The numbers of i and j become one. *)
Definition merged (numbers : list nat) (p : nat * nat) : list nat :=
  let old := nth (fst p) numbers 0 in
  let new := nth (snd p) numbers 0 in
  map (fun n => if n =? old then new else n) numbers.

Definition linked_pairs (P Q : list code) : list (nat * nat) :=
  filter (fun p => same P (fst p) (snd p) || same Q (fst p) (snd p))
    (list_prod (seq 0 (length P)) (seq 0 (length P))).

Definition join_numbers (P Q : list code) : list nat := fold_left merged (linked_pairs P Q) (seq 0 (length P)).

Lemma code_eqb_iff : forall c d, code_eqb c d = true <-> c = d.
Proof. intros [t|y] [u|z]; simpl; rewrite ?Nat.eqb_eq; split; congruence. Qed.

Lemma same_iff : forall P i j, i < length P -> j < length P ->
  (same P i j = true <-> nth_error P i = nth_error P j).
Proof.
  intros P i j Hi Hj. unfold same. rewrite code_eqb_iff.
  rewrite (nth_error_nth' P (Zero 0) Hi), (nth_error_nth' P (Zero 0) Hj). split; congruence.
Qed.

Lemma linked_pairs_iff : forall P Q i j, length Q = length P ->
  (In (i, j) (linked_pairs P Q) <-> i < length P /\ j < length P /\ linked P Q i j).
Proof.
  intros P Q i j Hlength. unfold linked_pairs, linked. rewrite filter_In, in_prod_iff, !in_seq. simpl.
  rewrite orb_true_iff. split.
  - intros [[[_ Hi] [_ Hj]] H]. rewrite !same_iff in H by (rewrite ?Hlength; assumption). easy.
  - intros (Hi & Hj & H). rewrite !same_iff by (rewrite ?Hlength; assumption). repeat split; (lia || easy).
Qed.

Lemma nth_merged : forall numbers p i, i < length numbers ->
  nth i (merged numbers p) 0 =
  if nth i numbers 0 =? nth (fst p) numbers 0 then nth (snd p) numbers 0 else nth i numbers 0.
Proof.
  intros numbers p i Hi. unfold merged.
  set (f := fun n => if n =? nth (fst p) numbers 0 then nth (snd p) numbers 0 else n).
  rewrite (nth_indep (map f numbers) 0 (f 0)) by now rewrite map_length. apply map_nth.
Qed.

(** Whatever the numbers, merging keeps them the same where they are, makes them the same for all [pairs], and keeps
    every other numbering [block] coarser that is coarser and has the same number for all [pairs]. *)
Lemma fold_merged : forall pairs numbers m, length numbers = m ->
  (forall i j, In (i, j) pairs -> i < m /\ j < m) ->
  let result := fold_left merged pairs numbers in
  (forall i j, i < m -> j < m -> nth i numbers 0 = nth j numbers 0 -> nth i result 0 = nth j result 0) /\
  (forall i j, In (i, j) pairs -> nth i result 0 = nth j result 0) /\
  forall (X : Type) (block : nat -> X), (forall i j, In (i, j) pairs -> block i = block j) ->
    (forall i j, i < m -> j < m -> nth i numbers 0 = nth j numbers 0 -> block i = block j) ->
    forall i j, i < m -> j < m -> nth i result 0 = nth j result 0 -> block i = block j.
Proof.
  induction pairs as [|[x y] pairs IH]; intros numbers m Hm Hpairs; simpl; [easy|].
  assert (Hxy : x < m /\ y < m) by (apply Hpairs; now left). destruct Hxy as [Hx Hy].
  assert (Hmerged : length (merged numbers (x, y)) = m) by (unfold merged; now rewrite map_length).
  destruct (IH (merged numbers (x, y)) m Hmerged) as (Hkept & Hsame & Hcoarser);
    [intros i j H; apply Hpairs; now right|].
  split; [|split].
  - intros i j Hi Hj E. apply Hkept; [exact Hi|exact Hj|]. rewrite !nth_merged by now rewrite Hm. now rewrite E.
  - intros i j [E|H]; [|now apply Hsame]. injection E as <- <-. apply Hkept; [exact Hx|exact Hy|].
    rewrite !nth_merged by now rewrite Hm. cbn [fst snd]. rewrite Nat.eqb_refl.
    now destruct (nth y numbers 0 =? nth x numbers 0).
  - intros X block Hblock Hnumbers. apply (Hcoarser X); [intros i j H; apply Hblock; now right|].
    assert (E : block x = block y) by (apply Hblock; now left).
    intros i j Hi Hj. rewrite !nth_merged by now rewrite Hm. cbn [fst snd].
    destruct (Nat.eqb_spec (nth i numbers 0) (nth x numbers 0)) as [Ei|_],
      (Nat.eqb_spec (nth j numbers 0) (nth x numbers 0)) as [Ej|_]; intro H.
    + apply Hnumbers; congruence.
    + rewrite (Hnumbers i x), E by assumption. now apply Hnumbers.
    + rewrite (Hnumbers j x), E by assumption. now apply Hnumbers.
    + now apply Hnumbers.
Qed.

Definition joins (numbers : list nat) (i j : nat) : bool := nth i numbers 0 =? nth j numbers 0.

Lemma joins_iff : forall P Q i j, length Q = length P -> i < length P -> j < length P ->
  (joins (join_numbers P Q) i j = true <-> joined P Q i j).
Proof.
  intros P Q i j Hlength Hi Hj. unfold joins, join_numbers. rewrite Nat.eqb_eq.
  destruct (fold_merged (linked_pairs P Q) (seq 0 (length P)) (length P)) as (_ & Hsame & Hcoarser).
  - apply seq_length.
  - intros k l H. apply linked_pairs_iff in H; tauto.
  - destruct (join_blocks P Q) as [block Hblock]. split.
    + intro E. apply Hblock. apply (Hcoarser nat); [| |exact Hi|exact Hj|exact E].
      * intros k l H. apply Hblock. apply linked_pairs_iff in H; [|exact Hlength].
        now apply joined_step.
      * intros k l Hk Hl. rewrite !seq_nth by assumption. intro E'. simpl in E'. now rewrite E'.
    + apply (joined_along nat (fun k => nth k (fold_left merged (linked_pairs P Q) (seq 0 (length P))) 0)).
      intros k l Hk Hl H. apply Hsame, linked_pairs_iff; easy.
Qed.

(** ** When two subspaces meet *)

(** Every label of P is in its block of the join a label of Q, too. *)
Definition finds_labels (numbers : list nat) (P Q : list code) : bool :=
  forallb (fun i =>
    match nth i P (Zero 0) with
    | Label t => existsb (fun j => joins numbers i j && code_eqb (nth j Q (Zero 0)) (Label t)) (seq 0 (length P))
    | Zero _ => true
    end) (seq 0 (length P)).

(** No block of the join holds two labels of P. *)
Definition one_label (numbers : list nat) (P : list code) : bool :=
  forallb (fun p =>
    match nth (fst p) P (Zero 0), nth (snd p) P (Zero 0) with
    | Label t, Label u => negb (joins numbers (fst p) (snd p)) || (t =? u)
    | _, _ => true
    end) (list_prod (seq 0 (length P)) (seq 0 (length P))).

Definition meets (P Q : list code) : bool :=
  let numbers := join_numbers P Q in
  finds_labels numbers P Q && finds_labels numbers Q P && one_label numbers P.

Lemma finds_labels_iff : forall P Q R S, length Q = length P -> length R = length P -> length S = length P ->
  (finds_labels (join_numbers P Q) R S = true <->
   forall i t, nth_error R i = Some (Label t) -> exists j, joined P Q i j /\ nth_error S j = Some (Label t)).
Proof.
  intros P Q R S HQ HR HS. unfold finds_labels. rewrite forallb_forall, HR. split.
  - intros H i t Hi. assert (Hlt := position_below R i _ Hi). rewrite HR in Hlt.
    specialize (H i). rewrite (nth_error_nth R i (Zero 0) Hi), in_seq in H.
    destruct (proj1 (existsb_exists _ _) (H (conj (Nat.le_0_l i) Hlt))) as (j & Hj & E).
    apply in_seq in Hj. apply andb_true_iff in E. destruct E as [E Ej]. apply code_eqb_iff in Ej. exists j.
    split; [apply joins_iff; easy|]. rewrite <- Ej. apply nth_error_nth'. lia.
  - intros H i Hi. apply in_seq in Hi. destruct (nth i R (Zero 0)) as [t|z] eqn:E; [|easy].
    assert (Ht : nth_error R i = Some (Label t)) by (rewrite <- E; apply nth_error_nth'; lia).
    destruct (H i t Ht) as (j & Hj & Ej). apply existsb_exists. exists j.
    assert (Hlt := position_below S j _ Ej). rewrite HS in Hlt. split; [apply in_seq; lia|].
    apply andb_true_iff. split; [apply joins_iff; easy|]. apply code_eqb_iff. now apply nth_error_nth.
Qed.

Lemma one_label_iff : forall P Q, length Q = length P ->
  (one_label (join_numbers P Q) P = true <->
   forall i j t u, joined P Q i j -> nth_error P i = Some (Label t) -> nth_error P j = Some (Label u) -> t = u).
Proof.
  intros P Q HQ. unfold one_label. rewrite forallb_forall. split.
  - intros H i j t u Hij Hi Hj. specialize (H (i, j)). cbn [fst snd] in H.
    assert (Hi' := position_below P i _ Hi). assert (Hj' := position_below P j _ Hj).
    rewrite (nth_error_nth P i (Zero 0) Hi), (nth_error_nth P j (Zero 0) Hj), in_prod_iff, !in_seq in H.
    apply (joins_iff P Q i j HQ Hi' Hj') in Hij. rewrite Hij in H. apply Nat.eqb_eq, H. lia.
  - intros H [i j] Hij. apply in_prod_iff in Hij. rewrite !in_seq in Hij. cbn [fst snd].
    destruct (nth i P (Zero 0)) as [t|] eqn:Ei; [|easy]. destruct (nth j P (Zero 0)) as [u|] eqn:Ej; [|easy].
    destruct (joins (join_numbers P Q) i j) eqn:E; [|easy]. apply joins_iff in E; [|lia..].
    apply Nat.eqb_eq, (H i j t u E); [rewrite <- Ei|rewrite <- Ej]; apply nth_error_nth'; lia.
Qed.

Theorem meets_correct : forall (K : Field) (W A : VectorSpace K) (base : network W A) (m : nat) (P Q : list code),
  irreducible base -> labelled_partition (length base) m P -> labelled_partition (length base) m Q ->
  (meets P Q = true <-> exists θ, Gamma base P θ /\ Gamma base Q θ).
Proof.
  intros K W A base m P Q Hbase HP HQ. rewrite (meeting_criterion K W A base m P Q Hbase HP HQ).
  assert (Hlength : length Q = length P) by (destruct HP as [-> _], HQ as [-> _]; easy).
  unfold meets. rewrite !andb_true_iff, and_assoc.
  now rewrite !finds_labels_iff, one_label_iff by easy.
Qed.
