(** Lists of vectors with prescribed sums over the blocks of a partition form an affine subspace. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
Import ListNotations.

Local Open Scope nat_scope.

Section BlockSums.

Context {K : Field} {V : VectorSpace K}.
Add Field K_field : (field_laws K).

(** The sum of the vectors with code [c]. *)
Fixpoint part (c : code) (P : list code) (l : list V) : V :=
  match P, l with
  | d :: P', v :: l' => if code_eq_dec d c then vadd v (part c P' l') else part c P' l'
  | _, _ => vzero
  end.

(** Adds [b] to the first vector with code [c]. *)
Fixpoint shift (c : code) (b : V) (P : list code) (l : list V) : list V :=
  match P, l with
  | d :: P', v :: l' => if code_eq_dec d c then vadd v b :: l' else v :: shift c b P' l'
  | _, _ => l
  end.

(** The sums over the blocks that occur are those of [target]. *)
Definition prescribed (P : list code) (target : code -> V) (l : list V) : Prop :=
  length l = length P /\ forall c, In c P -> part c P l = target c.

Lemma part_absent : forall c P l, ~ In c P -> part c P l = vzero.
Proof.
  induction P as [|d P IH]; intros [|v l] H; simpl; try easy.
  destruct (code_eq_dec d c) as [->|_]; [elim H; now left|]. apply IH. intro Hin. apply H. now right.
Qed.

Lemma shift_length : forall c b P l, length (shift c b P l) = length l.
Proof.
  induction P as [|d P IH]; intros [|v l]; simpl; try easy. destruct (code_eq_dec d c); simpl; congruence.
Qed.

Lemma part_shift_same : forall c b P l,
  length l = length P -> In c P -> part c P (shift c b P l) = vadd (part c P l) b.
Proof.
  induction P as [|d P IH]; intros [|v l] Hl Hin; simpl; try easy.
  destruct (code_eq_dec d c) as [->|Hne]; simpl.
  - destruct (code_eq_dec c c); [vector_identity|easy].
  - destruct (code_eq_dec d c); [easy|]. destruct Hin as [->|Hin]; [easy|]. apply IH; [now injection Hl|easy].
Qed.

Lemma part_shift_other : forall c d b P l, c <> d -> part d P (shift c b P l) = part d P l.
Proof.
  intros c d b P. induction P as [|e P IH]; intros [|v l] Hne; simpl; try easy.
  destruct (code_eq_dec e c) as [->|_]; simpl; [now destruct (code_eq_dec c d)|].
  destruct (code_eq_dec e d); now rewrite IH.
Qed.

Lemma shift_shift : forall c b b' P l, vadd b b' = vzero -> shift c b' P (shift c b P l) = l.
Proof.
  intros c b b' P l H. revert l. induction P as [|d P IH]; intros [|v l]; simpl; try easy.
  destruct (code_eq_dec d c) as [->|Hne]; simpl.
  - destruct (code_eq_dec c c); [|easy]. now rewrite <- vadd_assoc, H, vadd_zero_r.
  - destruct (code_eq_dec d c); [easy|]. now rewrite IH.
Qed.

Lemma shift_towards : forall c s b b' P l l', length l = length l' ->
  shift c (vopp (vector_towards s b b')) P (list_towards vector_towards s l l') =
  list_towards vector_towards s (shift c (vopp b) P l) (shift c (vopp b') P l').
Proof.
  intros c s b b'. induction P as [|d P IH]; intros [|v l] [|v' l'] H; simpl; try easy.
  unfold list_towards in *. simpl. injection H as H. destruct (code_eq_dec d c); simpl; [|now rewrite IH].
  f_equal. unfold vector_towards. vector_identity.
Qed.

(** A unit whose block occurs again is free: what it adds to the sum is taken from the next of its block. *)
Lemma prescribed_repeated : forall P c target d n, In c P -> vector_dimension V d ->
  affine_of_dimension (list_towards vector_towards) (prescribed P target) n ->
  affine_of_dimension (list_towards vector_towards) (prescribed (c :: P) target) (d + n).
Proof.
  intros P c target d n Hc HV HP.
  apply (affine_image _ _ _ _ _ (fun p => fst p :: shift c (vopp (fst p)) P (snd p))
    (affine_product _ _ _ _ _ _ HV HP)).
  - intros [b l] [_ [Hl Hsums]]; simpl in *. split; simpl; [now rewrite shift_length, Hl|].
    intros e [->|He].
    + destruct (code_eq_dec e e); [|easy]. rewrite part_shift_same, <- (Hsums e) by easy. vector_identity.
    + destruct (code_eq_dec c e) as [->|Hne]; [|rewrite part_shift_other; auto].
      rewrite part_shift_same, <- (Hsums e) by easy. vector_identity.
  - intros [|b l] [Hl Hsums]; [easy|]. injection Hl as Hl. exists (b, shift c b P l). simpl. repeat split.
    + now rewrite shift_length.
    + intros e He. specialize (Hsums e (or_intror He)). simpl in Hsums.
      destruct (code_eq_dec c e) as [->|Hne]; [|now rewrite part_shift_other].
      rewrite part_shift_same by easy. now rewrite vadd_comm.
    + now rewrite shift_shift by apply vadd_opp.
  - intros [b l] [b' l'] [_ [Hl _]] [_ [Hl' _]] [= <- H]; simpl in *. f_equal.
    apply (f_equal (shift c b P)) in H. now rewrite !shift_shift in H by (rewrite vadd_comm; apply vadd_opp).
  - intros s [b l] [b' l'] [_ [Hl _]] [_ [Hl' _]]; simpl in *.
    rewrite shift_towards by congruence. easy.
Qed.

(** A unit alone in its block is determined. *)
Lemma prescribed_alone : forall P c target n, ~ In c P ->
  affine_of_dimension (list_towards vector_towards) (prescribed P target) n ->
  affine_of_dimension (list_towards vector_towards) (prescribed (c :: P) target) n.
Proof.
  intros P c target n Hc HP. apply (affine_image _ _ _ _ _ (cons (target c)) HP).
  - intros l [Hl Hsums]. split; simpl; [now rewrite Hl|]. intros e [->|He].
    + destruct (code_eq_dec e e); [|easy]. rewrite part_absent by easy. apply vadd_zero_r.
    + destruct (code_eq_dec c e) as [->|]; auto. easy.
  - intros [|b l] [Hl Hsums]; [easy|]. injection Hl as Hl. exists l. repeat split; try easy.
    + intros e He. specialize (Hsums e (or_intror He)). simpl in Hsums.
      now destruct (code_eq_dec c e) as [->|].
    + f_equal. specialize (Hsums c (or_introl eq_refl)). simpl in Hsums.
      destruct (code_eq_dec c c); [|easy]. rewrite part_absent, vadd_zero_r in Hsums by easy. easy.
  - now intros l l' _ _ [= ->].
  - intros s l l' _ _. unfold list_towards. simpl. now rewrite towards_self.
Qed.

Lemma distinct_at_most_all : forall P : list code, length (nodup code_eq_dec P) <= length P.
Proof. intro P. apply NoDup_incl_length; [apply NoDup_nodup|]. intros c. apply nodup_In. Qed.

(** All are free but one per block. *)
Lemma prescribed_dimension : forall P target d, vector_dimension V d ->
  affine_of_dimension (list_towards vector_towards) (prescribed P target)
    ((length P - length (nodup code_eq_dec P)) * d).
Proof.
  intros P target d HV. induction P as [|c P IH].
  - apply (affine_equivalent _ (fun l => l = [])); [|now apply affine_point].
    intros [|v l]; split; try easy. now intros [H _].
  - simpl nodup. destruct (in_dec code_eq_dec c P) as [Hc|Hc].
    + replace (length (c :: P) - _) with (S (length P - length (nodup code_eq_dec P)))
        by (pose proof (distinct_at_most_all P); cbn [length]; lia).
      now apply prescribed_repeated.
    + now apply prescribed_alone.
Qed.

End BlockSums.
