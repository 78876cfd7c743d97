(** Segments inside a finite union of subspaces, of networks whose units are lists of coordinates: each lies in one of
    them, so a path gives a chain of subspaces, of which each meets the next. *)

From Coq Require Import List Arith ZArith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
From Equiloss.Topology Require Import Walks.
From Equiloss.Checkers Require Import SoundPath.
Import ListNotations.

Local Open Scope nat_scope.

Section Lines.

Context {K : Field} (d_in d_out : nat).
Add Field K_field_chains : (field_laws K).

(** The line through two points of a line is this line. *)
Lemma scalars_same_line : forall (s t u : K) (x y : list K), s <> t ->
  scalars_towards u x y =
  scalars_towards (mul (add u (opp s)) (inv (add t (opp s)))) (scalars_towards s x y) (scalars_towards t x y).
Proof.
intros s t u x y Hst. assert (Hne : add t (opp s) <> zero).
{ intro E. apply Hst. transitivity (add t (opp (add t (opp s)))); [ring|]. rewrite E. ring. }
  unfold scalars_towards. revert y. induction x as [|a x IH]; intros [|b y]; try reflexivity.
  cbn [combine map fst snd]. rewrite <- IH. f_equal. unfold scalar_towards. field. exact Hne.
Qed.

Lemma units_same_line : forall (s t u : K) (θ φ : list (list K * list K)), s <> t ->
  units_towards u θ φ =
  units_towards (mul (add u (opp s)) (inv (add t (opp s)))) (units_towards s θ φ) (units_towards t θ φ).
Proof.
intros s t u θ φ Hst. unfold units_towards. revert φ. induction θ as [|v θ IH]; intros [|w φ]; try reflexivity.
cbn [combine map fst snd]. rewrite <- IH. now rewrite <- !scalars_same_line.
Qed.

Lemma scalars_towards_ends : forall x y : list K, length x = length y ->
  scalars_towards zero x y = x /\ scalars_towards one x y = y.
Proof.
unfold scalars_towards. induction x as [|a x IH]; intros [|b y] H; try discriminate H; [now split|].
injection H as H. destruct (IH y H) as [H0 H1]. cbn [combine map fst snd]. rewrite H0, H1. unfold scalar_towards.
split; f_equal; ring.
Qed.

Lemma units_towards_ends : forall θ φ : list (list K * list K), length θ = length φ ->
  units_shaped d_in d_out θ -> units_shaped d_in d_out φ -> units_towards zero θ φ = θ /\ units_towards one θ φ = φ.
Proof.
unfold units_towards. induction θ as [|[w a] θ IH]; intros [|[w' a'] φ] H Hθ Hφ; try discriminate H; [now split|].
injection H as H. destruct (IH φ H) as [H0 H1]; [intros u Hu; apply Hθ; now right|intros u Hu; apply Hφ;
    now right|].
  destruct (Hθ (w, a)) as [Lw La]; [now left|]. destruct (Hφ (w', a')) as [Lw' La']; [now left|]. cbn [fst snd] in *.
  cbn [combine map fst snd]. rewrite H0, H1.
  destruct (scalars_towards_ends w w') as [-> ->]; [congruence|].
  destruct (scalars_towards_ends a a') as [-> ->]; [congruence|]. now split.
Qed.

End Lines.

Section Chains.

Context {K : OrderedField} (d_in d_out : nat) (inside : list (list K * list K) -> Prop).
Context {Name : Type} (names : list Name) (holds : Name -> list (list K * list K) -> Prop).
Context (name_eq_dec : forall P Q : Name, {P = Q} + {P <> Q}).
Context (inside_shaped : forall θ, inside θ -> units_shaped d_in d_out θ).
Context (inside_covered : forall θ, inside θ -> exists P, In P names /\ holds P θ).
Context (inside_lines : forall P θ φ, In P names -> inside θ -> inside φ -> length θ = length φ -> holds P θ ->
  holds P φ ->
  forall s, holds P (units_towards s θ φ)).

Lemma segment_in_one_of : forall θ φ, units_closed_segment_inside inside θ φ ->
  exists P, In P names /\ holds P θ /\ holds P φ.
Proof.
intros θ φ (Hθ & Hφ & Hlength & H).
destruct (two_share nat Name (fun n P => holds P (units_towards (fraction n) θ φ)) (seq 0 (S (length names)))
    names) as (n & k & P & _ & _ & Hnk & HP & Hn & Hk).
  - exact name_eq_dec.
  - apply seq_NoDup.
  - intros n _. destruct (fraction_between (K := K) n) as [Hl Hu]. apply inside_covered, H; assumption.
  - rewrite seq_length. lia.
  - exists P. split; [exact HP|].
    destruct (units_towards_ends d_in d_out θ φ Hlength (inside_shaped θ Hθ) (inside_shaped φ Hφ)) as [E0 E1].
    assert (Hline : forall u, holds P (units_towards u θ φ)).
    { intro u. rewrite (units_same_line (fraction n) (fraction k)) by (intro E;
        now apply Hnk, (fraction_injective (K := K))).
      apply inside_lines; try assumption.
      - destruct (fraction_between (K := K) n) as [Hl Hu]. now apply H.
      - destruct (fraction_between (K := K) k) as [Hl Hu]. now apply H.
      - unfold units_towards. now rewrite !map_length. }
    split; [rewrite <- E0|rewrite <- E1]; apply Hline.
Qed.

(** n steps from the subspace P to Q, each to one that meets the one before. *)
Fixpoint chain (n : nat) (P Q : Name) : Prop :=
  match n with
  | O => P = Q
  | S n' => exists P', In P' names /\ (exists φ, inside φ /\ holds P φ /\ holds P' φ) /\ chain n' P' Q
  end.

Lemma segments_chain : forall n θ φ, units_joined_closed inside (S n) θ φ ->
  exists P Q, In P names /\ In Q names /\ holds P θ /\ holds Q φ /\ chain n P Q.
Proof.
induction n as [|n IH]; intros θ φ (ψ & Hsegment & H); destruct (segment_in_one_of _ _ Hsegment) as (P & HP & Hθ &
    Hψ).
  - destruct H as [_ <-]. exists P, P. now repeat split.
  - destruct (IH ψ φ H) as (P' & Q & HP' & HQ & Hψ' & Hφ & Hchain). exists P, Q. repeat (split; [assumption|]).
    exists P'. split; [exact HP'|]. split; [|exact Hchain]. exists ψ. split; [apply Hsegment|now split].
Qed.

(** Numbers of subspaces that meet differ by at most 1. *)
Lemma chain_values : forall value : Name -> Z,
  (forall P Q, In P names -> In Q names -> (exists φ, inside φ /\ holds P φ /\ holds Q φ) -> (value Q <=
    value P + 1)%Z) ->
  forall n P Q, In P names -> chain n P Q -> (value Q <= value P + Z.of_nat n)%Z.
Proof.
intros value Hvalue. induction n as [|n IH]; intros P Q HP H; [cbn in H; subst; lia|].
destruct H as (P' & HP' & Hmeet & H). specialize (IH P' Q HP' H). specialize (Hvalue P P' HP HP' Hmeet). lia.
Qed.

(** Lines lie inside as well as segments do. *)
Lemma joined_closed : forall n θ φ, units_joined inside n θ φ -> units_joined_closed inside n θ φ.
Proof.
induction n as [|n IH]; intros θ φ H; [exact H|]. destruct H as (ψ & (Hθ & Hψ & Hlength & Hline) & H).
exists ψ. split; [|now apply IH]. repeat (split; [assumption|]). intros s _ _. apply Hline.
Qed.

End Chains.
