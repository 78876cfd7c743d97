(** Where formal sums of distinct things agree row by row, the things agree up to a permutation, and the rows too. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers FormalUnits.
Import ListNotations.

(** The columns of a row, permuted. *)
Definition permuted_row {K : Field} (π : list nat) (row : list K) : list K := map (fun i => nth i row zero) π.

Lemma Forall2_nth : forall {X Y : Type} (R : X -> Y -> Prop) l l', Forall2 R l l' ->
  forall k x, nth_error l k = Some x -> exists y, nth_error l' k = Some y /\ R x y.
Proof.
  intros X Y R l l' H. induction H as [|x y l l' Hxy H IH]; intros [|k] z Hz; try easy.
  - injection Hz as <-. now exists y.
  - exact (IH k z Hz).
Qed.

Lemma Forall2_lengths : forall {X Y : Type} (R : X -> Y -> Prop) l l', Forall2 R l l' -> length l = length l'.
Proof. intros X Y R l l' H. induction H; cbn [length]; congruence. Qed.

Lemma Forall2_flip : forall {X Y : Type} (R : X -> Y -> Prop) l l', Forall2 R l l' -> Forall2 (fun y x => R x y) l' l.
Proof. intros X Y R l l' H. induction H; now constructor. Qed.

Lemma Forall2_weaker : forall {X Y : Type} (R R' : X -> Y -> Prop) l l',
  (forall x y, R x y -> R' x y) -> Forall2 R l l' -> Forall2 R' l l'.
Proof. intros X Y R R' l l' HR H. induction H; constructor; auto. Qed.

Lemma Forall2_choice : forall {X Y : Type} (R : X -> Y -> Prop) l, (forall x, In x l -> exists y, R x y) ->
  exists l', Forall2 R l l'.
Proof.
  intros X Y R. induction l as [|x l IH]; intro H; [exists []; constructor|].
  destruct (H x (or_introl eq_refl)) as [y Hy]. destruct IH as [l' Hl']; [intros z Hz; apply H; now right|].
  exists (y :: l'). now constructor.
Qed.

Section Matching.

Context {K : Field} {X : Type} (E : X -> X -> bool) (HE : equivalence E).
Add Field K_field6 : (field_laws K).

(** No two of the list are equivalent. *)
Definition distinct (xs : list X) : Prop :=
  forall i j x y, nth_error xs i = Some x -> nth_error xs j = Some y -> E x y = true -> i = j.

Lemma distinct_cons : forall x xs, distinct (x :: xs) -> distinct xs /\ forall y, In y xs -> E y x = false.
Proof.
  intros x xs H. split.
  - intros i j y z Hy Hz Hyz. specialize (H (S i) (S j) y z Hy Hz Hyz). now injection H.
  - intros y Hy. destruct (E y x) eqn:Hyx; [|reflexivity]. apply In_nth_error in Hy as [i Hi].
    now specialize (H (S i) 0 y x Hi eq_refl Hyx).
Qed.

(** The mass at one of distinct things is the entry of the row. *)
Lemma class_mass_entry : forall xs (row : list K) k x, distinct xs -> length row = length xs ->
  nth_error xs k = Some x -> class_mass E (combine xs row) x = nth k row zero.
Proof.
  induction xs as [|z xs IH]; intros [|s row] k x Hdistinct Hlength Hk; try easy; [now destruct k|].
  pose proof (distinct_cons _ _ Hdistinct) as [Hrest Hz]. cbn [combine]. rewrite class_mass_cons.
  injection Hlength as Hlength. destruct k as [|k]; cbn [nth nth_error] in *.
  - injection Hk as <-. rewrite (proj1 HE), class_mass_absent; [ring|].
    intros y Hy. apply Hz. apply in_map_iff in Hy as ((y' & t) & <- & Hy). now apply in_combine_l in Hy.
  - rewrite (IH row k x Hrest Hlength Hk). destruct (E z x) eqn:Hzx; [|ring].
    specialize (Hdistinct 0 (S k) z x eq_refl Hk Hzx). discriminate.
Qed.

(** Rows of one length with the same formal sum are equal. *)
Lemma rows_equal : forall xs (row row' : list K), distinct xs -> length row = length xs -> length row' = length xs ->
  same_sum E (combine xs row) (combine xs row') = true -> row = row'.
Proof.
  intros xs row row' Hdistinct Hrow Hrow' H. apply (nth_ext _ _ zero zero); [congruence|].
  intros k Hk. destruct (nth_error xs k) as [x|] eqn:Hx.
  - rewrite <- (class_mass_entry xs row k x), <- (class_mass_entry xs row' k x) by assumption.
    now apply same_sum_spec.
  - apply nth_error_None in Hx. lia.
Qed.

(** The [i]-th of [ys] is equivalent to x. *)
Definition found (ys : list X) (x : X) (i : nat) : Prop := exists y, nth_error ys i = Some y /\ E x y = true.

(** Each thing counts in some row. *)
Definition full (xs : list X) (M : matrix K) : Prop :=
  forall k, k < length xs -> exists row, In row M /\ nth k row zero <> zero.

Definition agree (xs ys : list X) (M N : matrix K) : Prop :=
  Forall2 (fun row row' => same_sum E (combine xs row) (combine ys row') = true) M N.

Lemma agree_sym : forall xs ys M N, agree xs ys M N -> agree ys xs N M.
Proof.
  intros xs ys M N H. apply Forall2_flip in H. revert H. apply Forall2_weaker. intros row row'.
  apply (same_sum_equivalence E HE).
Qed.

Lemma all_found : forall xs ys M N, distinct xs -> (forall row, In row M -> length row = length xs) -> full xs M ->
  agree xs ys M N -> forall k x, nth_error xs k = Some x -> exists i, found ys x i.
Proof.
  intros xs ys M N Hdistinct Hrows Hfull H k x Hx.
  destruct (Hfull k) as (row & Hrow & Hnonzero); [apply nth_error_Some; congruence|].
  apply In_nth_error in Hrow as [j Hj]. destruct (Forall2_nth _ _ _ H j row Hj) as (row' & Hj' & Hsame).
  rewrite <- (class_mass_entry xs row k x Hdistinct) in Hnonzero;
    [|apply Hrows; now apply nth_error_In in Hj|exact Hx].
  rewrite (proj1 (same_sum_spec E HE _ _) Hsame) in Hnonzero.
  apply class_mass_nonzero in Hnonzero as (y & Hy & Hyx). apply in_map_iff in Hy as ((y' & t) & <- & Hy).
  apply in_combine_l, In_nth_error in Hy as [i Hi]. exists i, y'. split; [exact Hi|]. now apply HE.
Qed.

Lemma matching : forall xs ys M N, distinct xs -> distinct ys ->
  (forall row, In row M -> length row = length xs) -> (forall row, In row N -> length row = length ys) ->
  full xs M -> full ys N -> agree xs ys M N ->
  exists π, Permutation π (seq 0 (length ys)) /\ Forall2 (found ys) xs π /\ M = map (permuted_row π) N.
Proof.
  intros xs ys M N Hxs Hys HM HN HfullM HfullN H.
  destruct (Forall2_choice (found ys) xs) as [π Hπ].
  { intros x Hx. apply In_nth_error in Hx as [k Hk]. exact (all_found xs ys M N Hxs HM HfullM H k x Hk). }
  exists π. pose proof (Forall2_lengths _ _ _ Hπ) as Hlength. split; [|split; [exact Hπ|]].
  - apply NoDup_Permutation; [|apply seq_NoDup|].
    + apply NoDup_nth_error. intros k k' Hk E'.
      destruct (nth_error π k) as [i|] eqn:Hi; [|apply nth_error_None in Hi; lia].
      apply Forall2_flip in Hπ. destruct (Forall2_nth _ _ _ Hπ k i Hi) as (x & Hx & y & Hy & Hxy).
      destruct (Forall2_nth _ _ _ Hπ k' i (eq_sym E')) as (x' & Hx' & y' & Hy' & Hxy').
      apply (Hxs k k' x x' Hx Hx'). destruct HE as (_ & Hsym & Htrans). apply (Htrans x y x' Hxy).
      apply Hsym. congruence.
    + intro i. rewrite in_seq. split.
      * intro Hi. apply In_nth_error in Hi as [k Hk]. apply Forall2_flip in Hπ.
        destruct (Forall2_nth _ _ _ Hπ k i Hk) as (x & _ & y & Hy & _). split; [lia|]. apply nth_error_Some. congruence.
      * intros [_ Hi]. apply nth_error_Some in Hi. destruct (nth_error ys i) as [y|] eqn:Hy; [|easy].
        destruct (all_found ys xs N M Hys HN HfullN (agree_sym _ _ _ _ H) i y Hy) as (k & x & Hx & Hyx).
        destruct (Forall2_nth _ _ _ Hπ k x Hx) as (i' & Hi' & y' & Hy' & Hxy').
        replace i with i'; [now apply nth_error_In in Hi'|]. symmetry. apply (Hys i i' y y' Hy Hy').
        destruct HE as (_ & _ & Htrans). exact (Htrans _ _ _ Hyx Hxy').
  - assert (Hrow : forall row row' : list K, length row = length xs -> length row' = length ys ->
      same_sum E (combine xs row) (combine ys row') = true -> row = permuted_row π row').
    { clear M N HM HN HfullM HfullN H. intros row row' Hrow Hrow' Hsame.
      unfold permuted_row. apply (nth_ext _ _ zero zero); [rewrite map_length; congruence|].
      intros k Hk. destruct (nth_error xs k) as [x|] eqn:Hx; [|apply nth_error_None in Hx; lia].
      destruct (Forall2_nth _ _ _ Hπ k x Hx) as (i & Hi & y & Hy & Hxy).
      rewrite (nth_indep (map _ π) zero (nth 0 row' zero)) by (rewrite map_length; lia).
      rewrite (map_nth (fun i => nth i row' zero)), (nth_error_nth _ _ 0 Hi).
      rewrite <- (class_mass_entry xs row k x), <- (class_mass_entry ys row' i y) by assumption.
      rewrite (proj1 (same_sum_spec E HE _ _) Hsame). now apply class_mass_same. }
    clear HfullM HfullN. induction H as [|row row' M N Hsame H IH]; [reflexivity|]. cbn [map]. f_equal.
    + apply Hrow; [apply HM; now left|apply HN; now left|exact Hsame].
    + apply IH; intros; [apply HM|apply HN]; now right.
Qed.

End Matching.
