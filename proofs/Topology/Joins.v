(** The blocks of the join P ∨ Q can be numbered, hence told from each other. *)

From Coq Require Import List Arith Bool Lia Relations.
From Equiloss Require Import Statements.
Import ListNotations.

(** The equivalence that finitely many pairs generate can be told from a number for each element: merge by merge. *)
Lemma components_exist : forall pairs : list (nat * nat), exists component : nat -> nat,
  forall i j, component i = component j <-> clos_refl_sym_trans nat (fun x y => In (x, y) pairs) i j.
Proof.
  induction pairs as [|[x y] pairs [f Hf]].
  - exists (fun i => i). intros i j. split; [intros ->; apply rst_refl|].
    intro H. induction H; [easy|easy|congruence|congruence].
  - exists (fun i => if f i =? f x then f y else f i). intros i j. split.
    + set (R := clos_refl_sym_trans nat (fun u v => In (u, v) ((x, y) :: pairs))).
      assert (HR : forall u v, f u = f v -> R u v).
      { intros u v H. apply Hf in H. induction H; unfold R in *; [|apply rst_refl|now apply rst_sym|];
          [apply rst_step; now right|now apply rst_trans with y0]. }
      assert (Hxy : R x y) by (apply rst_step; now left).
      destruct (Nat.eqb_spec (f i) (f x)) as [Ei|Ei], (Nat.eqb_spec (f j) (f x)) as [Ej|Ej]; intro E.
      * apply HR. congruence.
      * apply rst_trans with x; [now apply HR|]. apply rst_trans with y; [exact Hxy|now apply HR].
      * apply rst_trans with y; [now apply HR|].
        apply rst_trans with x; [apply rst_sym, Hxy|now apply HR, eq_sym].
      * now apply HR.
    + intro H. induction H as [u v Huv|u|u v _ IH|u v v' _ IH _ IH']; [|easy|congruence|congruence].
      destruct Huv as [E|Huv].
      * injection E as -> ->. rewrite Nat.eqb_refl. now destruct (f v =? f u).
      * assert (E : f u = f v) by (apply Hf, rst_step, Huv). now rewrite E.
Qed.

(** Units in one block of P, or of Q. *)
Definition linked (P Q : list code) (i j : nat) : Prop :=
  nth_error P i = nth_error P j \/ nth_error Q i = nth_error Q j.

Lemma linked_dec : forall P Q i j, {linked P Q i j} + {~ linked P Q i j}.
Proof.
  assert (Hdec : forall c d : option code, {c = d} + {c <> d}) by (decide equality; apply code_eq_dec).
  intros P Q i j. unfold linked.
  destruct (Hdec (nth_error P i) (nth_error P j)); [now left; left|].
  destruct (Hdec (nth_error Q i) (nth_error Q j)); [now left; right|].
  right. now intros [|].
Qed.

(** The blocks of the join can be numbered. *)
Lemma join_blocks : forall P Q : list code, exists block : nat -> nat,
  forall i j, block i = block j <-> joined P Q i j.
Proof.
  intros P Q. set (m := length P).
  destruct (components_exist
    (filter (fun p => if linked_dec P Q (fst p) (snd p) then true else false) (list_prod (seq 0 m) (seq 0 m))))
    as [f Hf].
  assert (Hin : forall i j, In (i, j) (filter (fun p => if linked_dec P Q (fst p) (snd p) then true else false)
    (list_prod (seq 0 m) (seq 0 m))) <-> i < m /\ j < m /\ linked P Q i j).
  { intros i j. rewrite filter_In, in_prod_iff, !in_seq. simpl. destruct (linked_dec P Q i j) as [H|H].
    - split; [intros [[[_ Hi] [_ Hj]] _]; now repeat split|intros [Hi [Hj _]]; repeat split; lia].
    - split; [now intros [_ Hf']|tauto]. }
  exists f. intros i j. rewrite Hf. split; intro H.
  - assert (Hsym : forall u v, joined P Q u v -> joined P Q v u).
    { intros u v Huv. induction Huv as [u v [Hu [Hv Huv]]|u|u v v' _ IH _ IH'].
      - apply rt_step. repeat split; [easy|easy|]. destruct Huv; [left|right]; now symmetry.
      - apply rt_refl.
      - now apply rt_trans with v. }
    induction H as [u v Huv|u|u v _ IH|u v v' _ IH _ IH'].
    + apply Hin in Huv. now apply rt_step.
    + apply rt_refl.
    + now apply Hsym.
    + now apply rt_trans with v.
  - induction H as [u v Huv|u|u v v' _ IH _ IH'].
    + apply rst_step, Hin, Huv.
    + apply rst_refl.
    + now apply rst_trans with v.
Qed.

Lemma joined_step : forall P Q i j, i < length P -> j < length P -> linked P Q i j -> joined P Q i j.
Proof. intros P Q i j Hi Hj H. now apply rt_step. Qed.

Lemma joined_swap : forall P Q i j, length P = length Q -> joined P Q i j -> joined Q P i j.
Proof.
  intros P Q i j Hlength H. induction H as [i j [Hi [Hj H]]|i|i j k _ IH _ IH'].
  - apply rt_step. rewrite <- Hlength. repeat split; [exact Hi|exact Hj|]. destruct H; [now right|now left].
  - apply rt_refl.
  - now apply rt_trans with j.
Qed.

(** A property passes along the join if it does within the blocks of P and of Q. *)
Lemma joined_along : forall (X : Type) (f : nat -> X) P Q i j,
  (forall k l, k < length P -> l < length P -> linked P Q k l -> f k = f l) -> joined P Q i j -> f i = f j.
Proof.
  intros X f P Q i j Hf H. induction H as [i j [Hi [Hj H]]|i|i j k _ IH _ IH']; [now apply Hf|easy|congruence].
Qed.
