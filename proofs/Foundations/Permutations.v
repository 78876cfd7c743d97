(** All permutations of a list: those of a list without repetition are distinct, and n! in number. *)

From Coq Require Import List Arith Permutation FinFun Lia.
From Equiloss.Foundations Require Import ListFacts.
Import ListNotations.

Local Open Scope nat_scope.

Section Permutations.

Context {X : Type}.

(** All ways to insert an element into a list, and all permutations of a list. *)
Fixpoint insertions (x : X) (l : list X) : list (list X) :=
  (x :: l) :: match l with [] => [] | y :: l' => map (cons y) (insertions x l') end.

Fixpoint permutations (l : list X) : list (list X) :=
  match l with [] => [[]] | x :: l' => flat_map (insertions x) (permutations l') end.

Lemma insertions_spec : forall x l p, In p (insertions x l) <-> exists l1 l2, l = l1 ++ l2 /\ p = l1 ++ x :: l2.
Proof.
  intros x. induction l as [|y l IH]; intro p; simpl.
  - split.
    + intros [<-|[]]. now exists [], [].
    + intros (l1 & l2 & H & ->). symmetry in H. apply app_eq_nil in H as [-> ->]. now left.
  - split.
    + intros [<-|H]; [now exists [], (y :: l)|]. apply in_map_iff in H as (q & <- & Hq).
      apply IH in Hq as (l1 & l2 & -> & ->). now exists (y :: l1), l2.
    + intros ([|z l1] & l2 & H & ->); simpl in H; [left; now rewrite H|]. injection H as <- ->.
      right. apply (in_map (cons y)), IH. now exists l1, l2.
Qed.

Lemma insertions_length : forall x l, length (insertions x l) = S (length l).
Proof. intro x. induction l as [|y l IH]; simpl; [easy|]. now rewrite map_length, IH. Qed.

Lemma insertions_nodup : forall x l, ~ In x l -> NoDup (insertions x l).
Proof.
  intro x. induction l as [|y l IH]; simpl; intro H; [constructor; [easy|constructor]|]. constructor.
  - intro Hin. apply in_map_iff in Hin as (q & E & _). injection E as E _. apply H. now left.
  - apply Injective_map_NoDup; [intros p q E; now injection E|]. apply IH. intro Hin. apply H. now right.
Qed.

(** Without x, an insertion of x is the list into which it was inserted. *)
Lemma insertions_same : forall x l l' p, ~ In x l -> ~ In x l' ->
  In p (insertions x l) -> In p (insertions x l') -> l = l'.
Proof.
  intros x l l' p Hl Hl' H H'. apply insertions_spec in H as (l1 & l2 & -> & ->).
  apply insertions_spec in H' as (l1' & l2' & -> & E). revert l1' Hl' E.
  induction l1 as [|y l1 IH]; intros [|z l1'] Hl' E; simpl in *.
  - now injection E.
  - injection E as -> _. exfalso. apply Hl'. now left.
  - injection E as -> _. exfalso. apply Hl. now left.
  - injection E as -> E. f_equal. apply IH; [| |exact E]; intro Hin; [apply Hl|apply Hl']; now right.
Qed.

Lemma permutations_spec : forall l p : list X, In p (permutations l) <-> Permutation l p.
Proof.
  induction l as [|x l IH]; intro p; simpl.
  - split; [intros [<-|[]]; constructor|]. intro H. left. now apply Permutation_nil in H.
  - rewrite in_flat_map. split.
    + intros (q & Hq & Hp). apply IH in Hq. apply insertions_spec in Hp as (l1 & l2 & -> & ->).
      now apply Permutation_cons_app.
    + intro H. assert (Hin : In x p) by (apply (Permutation_in x H); now left).
      apply in_split in Hin as (l1 & l2 & ->). apply Permutation_cons_app_inv in H.
      exists (l1 ++ l2). split; [now apply IH|]. apply insertions_spec. now exists l1, l2.
Qed.

Lemma insertions_of_all_nodup : forall x (ls : list (list X)),
  NoDup ls -> (forall l, In l ls -> ~ In x l) -> NoDup (flat_map (insertions x) ls).
Proof.
  intros x ls H. induction H as [|l ls Hl _ IH]; intro Hx; simpl; [constructor|].
  apply NoDup_disjoint.
  - apply insertions_nodup, Hx. now left.
  - apply IH. intros l' Hl'. apply Hx. now right.
  - intros p Hp Hin. apply in_flat_map in Hin as (l' & Hl' & Hp'). apply Hl.
    rewrite (insertions_same x l l' p); try assumption; apply Hx; [now left|now right].
Qed.

Lemma permutations_nodup : forall l : list X, NoDup l -> NoDup (permutations l).
Proof.
  intros l H. induction H as [|x l Hx _ IH]; simpl; [constructor; [easy|constructor]|].
  apply insertions_of_all_nodup; [exact IH|]. intros p Hp Hin. apply Hx. apply permutations_spec in Hp.
  now apply (Permutation_in x (Permutation_sym Hp)).
Qed.

Lemma insertions_of_all_length : forall x (ls : list (list X)) n, (forall l, In l ls -> length l = n) ->
  length (flat_map (insertions x) ls) = S n * length ls.
Proof.
  intros x ls n. induction ls as [|l ls IH]; intro H; simpl; [lia|].
  rewrite app_length, insertions_length, IH, (H l) by (try (intros; apply H); simpl; auto). lia.
Qed.

Lemma permutations_length : forall l : list X, length (permutations l) = fact (length l).
Proof.
  induction l as [|x l IH]; [easy|]. simpl permutations. rewrite (insertions_of_all_length x _ (length l)).
  - now rewrite IH.
  - intros p Hp. apply permutations_spec in Hp. symmetry. now apply Permutation_length.
Qed.

End Permutations.
