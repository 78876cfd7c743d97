(** Sums of rationals over lists, up to [==]. *)

From Coq Require Import List Arith ZArith QArith Permutation Lia.
From Equiloss Require Import Statements.
Import ListNotations.

Local Open Scope Q_scope.

Lemma Qsum_app : forall l l', Qsum (l ++ l') == Qsum l + Qsum l'.
Proof. induction l as [|x l IH]; intro l'; simpl; [ring | rewrite IH; ring]. Qed.

Lemma Qsum_flat_map : forall {X : Type} (f : X -> list Q) (l : list X),
  Qsum (flat_map f l) == Qsum (map (fun x => Qsum (f x)) l).
Proof. intros X f l. induction l as [|x l IH]; simpl; [reflexivity | now rewrite Qsum_app, IH]. Qed.

Lemma Qsum_ext : forall {X : Type} (f g : X -> Q) (l : list X),
  (forall x, In x l -> f x == g x) -> Qsum (map f l) == Qsum (map g l).
Proof.
  intros X f g l. induction l as [|x l IH]; intro H; simpl; [reflexivity|].
  rewrite (H x (or_introl eq_refl)), IH; [reflexivity | intros y Hy; apply H; now right].
Qed.

Lemma Qsum_plus : forall {X : Type} (f g : X -> Q) (l : list X),
  Qsum (map (fun x => f x + g x) l) == Qsum (map f l) + Qsum (map g l).
Proof. intros X f g l. induction l as [|x l IH]; simpl; [reflexivity | rewrite IH; ring]. Qed.

Lemma Qsum_scale : forall {X : Type} (c : Q) (f : X -> Q) (l : list X),
  Qsum (map (fun x => c * f x) l) == c * Qsum (map f l).
Proof. intros X c f l. induction l as [|x l IH]; simpl; [ring | rewrite IH; ring]. Qed.

Lemma Qsum_zero : forall {X : Type} (f : X -> Q) (l : list X),
  (forall x, In x l -> f x == 0) -> Qsum (map f l) == 0.
Proof.
  intros X f l H. rewrite (Qsum_ext f (fun x => 0 * 0) l) by (intros x Hx; rewrite H by exact Hx; ring).
  rewrite (Qsum_scale 0 (fun _ => 0)). ring.
Qed.

Lemma Qsum_exchange : forall {X Y : Type} (f : X -> Y -> Q) (l : list X) (l' : list Y),
  Qsum (map (fun x => Qsum (map (f x) l')) l) == Qsum (map (fun y => Qsum (map (fun x => f x y) l)) l').
Proof.
  intros X Y f l l'. induction l as [|x l IH]; simpl.
  - symmetry. now apply Qsum_zero.
  - now rewrite IH, <- Qsum_plus.
Qed.

Lemma Qsum_permutation : forall l l', Permutation l l' -> Qsum l == Qsum l'.
Proof.
  intros l l' H. induction H as [|x l l' _ IH|x y l|l1 l2 l3 _ IH1 _ IH2]; simpl.
  - reflexivity.
  - now rewrite IH.
  - ring.
  - now rewrite IH1.
Qed.

(** Terms that vanish may be left out. *)
Lemma Qsum_filter : forall {X : Type} (keep : X -> bool) (f : X -> Q) (l : list X),
  (forall x, In x l -> keep x = false -> f x == 0) -> Qsum (map f l) == Qsum (map f (filter keep l)).
Proof.
  intros X keep f l. induction l as [|x l IH]; intro H; simpl; [reflexivity|].
  rewrite IH by (intros y Hy; apply H; now right).
  destruct (keep x) eqn:Hx; simpl; [reflexivity|].
  rewrite (H x (or_introl eq_refl) Hx). ring.
Qed.

Lemma Qsum_inject_Z : forall {X : Type} (f : X -> Z) (l : list X),
  Qsum (map (fun x => inject_Z (f x)) l) == inject_Z (fold_right Z.add 0%Z (map f l)).
Proof.
  intros X f l. induction l as [|x l IH]; simpl; [reflexivity | now rewrite IH, inject_Z_plus].
Qed.
