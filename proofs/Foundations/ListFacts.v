(** Lists without repetition, and their lengths as integers. *)

From Coq Require Import List Arith ZArith.
Import ListNotations.

Lemma NoDup_disjoint : forall {X : Type} (l l' : list X),
  NoDup l -> NoDup l' -> (forall x, In x l -> ~ In x l') -> NoDup (l ++ l').
Proof.
  intros X l l' Hl Hl'. induction Hl as [|x l Hx Hl IH]; intro Hdisjoint; simpl; [easy|]. constructor.
  - rewrite in_app_iff. intros [H|H]; [easy|]. exact (Hdisjoint x (or_introl eq_refl) H).
  - apply IH. intros y Hy. apply Hdisjoint. now right.
Qed.

(** Lists made of distinct [x], each without repetition, have no repetition together if no two share an element. *)
Lemma nodup_flat_map_apart : forall (X Y : Type) (f : X -> list Y) (l : list X),
  NoDup l -> (forall x, In x l -> NoDup (f x)) ->
  (forall x x' y, In x l -> In x' l -> In y (f x) -> In y (f x') -> x = x') -> NoDup (flat_map f l).
Proof.
  intros X Y f l Hl. induction Hl as [|x l Hx Hl IH]; intros Hf Hapart; simpl; [constructor|].
  apply NoDup_disjoint.
  - apply Hf. now left.
  - apply IH; [intros x' Hx'; apply Hf; now right|]. intros x1 x2 y H1 H2. apply Hapart; now right.
  - intros y Hy Hy'. apply in_flat_map in Hy'. destruct Hy' as (x' & Hx' & Hy').
    rewrite (Hapart x x' y) in Hx; [easy|now left|now right|exact Hy|exact Hy'].
Qed.

(** So if [key] finds x again. *)
Lemma nodup_flat_map : forall (X Y : Type) (key : Y -> X -> Prop) (f : X -> list Y) (l : list X),
  NoDup l -> (forall x, In x l -> NoDup (f x)) -> (forall x y, In y (f x) -> key y x) ->
  (forall y x x', key y x -> key y x' -> x = x') -> NoDup (flat_map f l).
Proof.
  intros X Y key f l Hl Hf Hkey Hunique. apply nodup_flat_map_apart; [exact Hl|exact Hf|].
  intros x x' y _ _ Hy Hy'. now apply (Hunique y); apply Hkey.
Qed.

Lemma in_remove_iff : forall t s labels, In s (remove Nat.eq_dec t labels) <-> In s labels /\ s <> t.
Proof. intros t s labels. split; [apply in_remove|intros [H Hs]; now apply in_in_remove]. Qed.

Lemma nodup_remove : forall t labels, NoDup labels -> NoDup (remove Nat.eq_dec t labels).
Proof.
  intros t labels H. induction H as [|s labels Hs H IH]; simpl; [constructor|].
  destruct (Nat.eq_dec t s); [easy|]. constructor; [|easy]. rewrite in_remove_iff. easy.
Qed.

Lemma nodup_map_on : forall (X Y : Type) (f : X -> Y) (l : list X),
  (forall x y, In x l -> In y l -> f x = f y -> x = y) -> NoDup l -> NoDup (map f l).
Proof.
  intros X Y f l Hf Hl. induction Hl as [|x l Hx Hl IH]; simpl; constructor.
  - intro H. apply in_map_iff in H. destruct H as (y & E & Hy).
    apply Hf in E; [now subst y|now right|now left].
  - apply IH. intros y z Hy Hz. apply Hf; now right.
Qed.

Lemma length_remove : forall t labels,
  NoDup labels -> In t labels -> S (length (remove Nat.eq_dec t labels)) = length labels.
Proof.
  intros t labels H Ht. induction H as [|s labels Hs H IH]; simpl; [easy|]. destruct (Nat.eq_dec t s) as [<-|Hts].
  - now rewrite notin_remove.
  - destruct Ht as [Ht|Ht]; [congruence|]. simpl. now rewrite IH.
Qed.

Local Open Scope Z_scope.

Lemma length_flat_map_constant : forall (X Y : Type) (f : X -> list Y) (c : Z) (l : list X),
  (forall x, In x l -> Z.of_nat (length (f x)) = c) -> Z.of_nat (length (flat_map f l)) = Z.of_nat (length l) * c.
Proof.
  intros X Y f c l H. induction l as [|x l IH]; [easy|]. cbn [flat_map length].
  rewrite app_length, Nat2Z.inj_add, Nat2Z.inj_succ, Z.mul_succ_l, (H x), IH by auto using in_eq, in_cons. ring.
Qed.
