(** Lists of incoming vectors, pinned on labelled blocks and free once per zero block, form an affine subspace. *)

From Coq Require Import List Arith.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
Import ListNotations.

Local Open Scope nat_scope.

Section Incoming.

Context {K : Field} {W : VectorSpace K} (pinned : nat -> W).

(** Incoming vectors are those pinned on labelled blocks, and equal on each zero block. *)
Definition matching (P : list code) (l : list W) : Prop :=
  length l = length P /\
  (forall t w, In (Label t, w) (combine P l) -> w = pinned t) /\
  (forall z w w', In (Zero z, w) (combine P l) -> In (Zero z, w') (combine P l) -> w = w').

(** The vector of the first unit with code [c]. *)
Fixpoint found (c : code) (P : list code) (l : list W) : W :=
  match P, l with
  | d :: P', w :: l' => if code_eq_dec d c then w else found c P' l'
  | _, _ => vzero
  end.

Lemma found_in : forall c P l, length l = length P -> In c P -> In (c, found c P l) (combine P l).
Proof.
  induction P as [|d P IH]; intros [|w l] Hl Hc; simpl; try easy.
  destruct (code_eq_dec d c) as [->|Hne]; [now left|]. destruct Hc as [->|Hc]; [easy|].
  right. apply IH; [now injection Hl|easy].
Qed.

Lemma found_towards : forall c s P l l', length l = length P -> length l' = length P -> In c P ->
  found c P (list_towards vector_towards s l l') = vector_towards s (found c P l) (found c P l').
Proof.
  intros c s. induction P as [|d P IH]; intros [|w l] [|w' l'] Hl Hl' Hc; simpl; try easy.
  destruct (code_eq_dec d c) as [->|Hne]; [easy|]. destruct Hc as [->|Hc]; [easy|].
  injection Hl as Hl. injection Hl' as Hl'. now apply IH.
Qed.

Lemma matching_tail : forall c w P l, matching (c :: P) (w :: l) -> matching P l.
Proof.
  intros c w P l (Hl & Hlabel & Hzero). repeat split.
  - now injection Hl.
  - intros t v Hv. apply (Hlabel t). now right.
  - intros z v v' Hv Hv'. apply (Hzero z); now right.
Qed.

(** A unit is added to a labelled block. *)
Lemma matching_label : forall P t n,
  affine_of_dimension (list_towards vector_towards) (matching P) n ->
  affine_of_dimension (list_towards vector_towards) (matching (Label t :: P)) n.
Proof.
  intros P t n H. apply (affine_image _ _ _ _ _ (cons (pinned t)) H).
  - intros l (Hl & Hlabel & Hzero). repeat split; simpl; [congruence| |].
    + intros u w [[= <- <-]|Hw]; auto.
    + intros z w w' [[=]|Hw] [[=]|Hw']. eauto.
  - intros [|w l] Hl; [now destruct Hl|]. exists l. split; [now apply matching_tail in Hl|].
    f_equal. symmetry. apply Hl. now left.
  - now intros l l' _ _ [= ->].
  - intros s l l' _ _. unfold list_towards. simpl. now rewrite towards_self.
Qed.

(** A unit is added to a zero block that there is. *)
Lemma matching_zero : forall P z n, In (Zero z) P ->
  affine_of_dimension (list_towards vector_towards) (matching P) n ->
  affine_of_dimension (list_towards vector_towards) (matching (Zero z :: P)) n.
Proof.
  intros P z n Hz H. apply (affine_image _ _ _ _ _ (fun l => found (Zero z) P l :: l) H).
  - intros l (Hl & Hlabel & Hzero). repeat split; simpl; [congruence| |].
    + intros u w [[=]|Hw]. auto.
    + pose proof (found_in (Zero z) P l Hl Hz) as Hfound.
      intros y w w' [E|Hw] [E'|Hw']; [congruence|injection E as <- <-|injection E' as <- <-|]; eauto.
  - intros [|w l] Hl; [now destruct Hl|]. exists l. pose proof (matching_tail _ _ _ _ Hl) as Htail.
    split; [easy|]. f_equal. destruct Hl as (_ & _ & Hzero). apply (Hzero z); [right|now left].
    apply found_in; [apply Htail|easy].
  - now intros l l' _ _ [= _ ->].
  - intros s l l' [Hl _] [Hl' _]. rewrite found_towards by easy. easy.
Qed.

(** The unit of a new zero block is free. *)
Lemma matching_new_zero : forall P z d n, ~ In (Zero z) P -> vector_dimension W d ->
  affine_of_dimension (list_towards vector_towards) (matching P) n ->
  affine_of_dimension (list_towards vector_towards) (matching (Zero z :: P)) (d + n).
Proof.
  intros P z d n Hz HW H.
  assert (Hout : forall (w : W) l, ~ In (Zero z, w) (combine P l)) by (intros w l Hw; now apply in_combine_l in Hw).
  apply (affine_image _ _ _ _ _ (fun p => fst p :: snd p) (affine_product _ _ _ _ _ _ HW H)).
  - intros [v l] (_ & Hl & Hlabel & Hzero). repeat split; simpl in *; [congruence| |].
    + intros u w [[=]|Hw]. auto.
    + intros y w w' [E|Hw] [E'|Hw']; [congruence|injection E as <- <-|injection E' as <- <-|].
      * now apply Hout in Hw'.
      * now apply Hout in Hw.
      * eauto.
  - intros [|w l] Hl; [now destruct Hl|]. apply matching_tail in Hl. now exists (w, l).
  - now intros [w l] [w' l'] _ _ [= -> ->].
  - easy.
Qed.

(** One incoming vector per zero block is free. *)
Lemma matching_dimension : forall P d, vector_dimension W d ->
  affine_of_dimension (list_towards vector_towards) (matching P) (zero_blocks P * d).
Proof.
  intros P d HW. unfold zero_blocks. induction P as [|[t|z] P IH].
  - apply (affine_equivalent _ (fun l => l = [])); [|now apply affine_point].
    intros [|v l]; split; try easy. now intros [H _].
  - now apply matching_label.
  - assert (Hz : In (Zero z) (filter is_zero P) <-> In (Zero z) P) by (rewrite filter_In; tauto).
    simpl. destruct (in_dec code_eq_dec (Zero z) (filter is_zero P)) as [Hin|Hnot].
    + apply matching_zero; [now apply Hz|easy].
    + apply matching_new_zero; [now rewrite <- Hz|easy..].
Qed.

End Incoming.
