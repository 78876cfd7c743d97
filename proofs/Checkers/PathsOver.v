(** Paths of networks over an ordered field that contains the numbers: what their ends and their subspaces are there. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import LayerLines.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedShortestPath SoundMembership
  SoundPath.
From Equiloss.Checkers Require Import Containing CompleteMembership SoundApart.
Import ListNotations.

(** ** Lines and subspaces, over any field *)

Section Subspaces.

Context {K : Field} (d_in d_out m : nat) (base : list (list K * list K)).
Context (base_shaped : units_shaped d_in d_out base).

Lemma point_line : forall P (θ φ : list (list K * list K)), units_shaped d_in d_out θ -> units_shaped d_in d_out φ ->
  length θ = length φ -> units_Gamma P base θ -> units_Gamma P base φ ->
    forall s, units_Gamma P base (units_towards s θ φ).
Proof.
intros P θ φ Hθ Hφ Hlength HG HG' s. rewrite <- (units_towards_self s base).
apply (units_gamma_towards s d_out); auto.
  - intros u Hu. now apply base_shaped.
  - intros u Hu. now apply base_shaped.
  - intros u Hu. now apply Hθ.
  - intros u Hu. now apply Hφ.
Qed.

(** Two subspaces with a common point are not found to be apart. *)
Lemma common_not_apart : forall P Q (θ : list (list K * list K)), check_irreducible base = true ->
  labelled_partition (length base) m P -> labelled_partition (length base) m Q -> units_shaped d_in d_out θ ->
  units_Gamma P base θ -> units_Gamma Q base θ ->
  apart (sort_out (length base) P) (sort_out (length base) Q) = false.
Proof.
intros P Q θ Hirreducible (_ & HP & _) (_ & HQ & _) Hθ HGP HGQ.
destruct (as_networks d_in d_out base base_shaped Hirreducible) as (W & A & base' & Hbase & Hlength & Has).
destruct (Has θ Hθ) as [θ' Hθ']. rewrite <- Hlength in HP, HQ |- *.
apply (apart_sound K W A base' θ'); try assumption; now apply Hθ'.
Qed.

End Subspaces.

(** ** Over a larger field *)

Section Over.

Context {K : Field} {L : OrderedField} (f : K -> L) (f_contains : contains f).
Context (d_in d_out : nat) (base first last : list (list K * list K)).
Context (base_checked : check_shape d_in d_out base = true) (base_irreducible : check_irreducible base = true).

Definition inside : list (list L * list L) -> Prop :=
  units_point d_in d_out (units_over f base) (length first).

Lemma base_over_shaped : units_shaped d_in d_out (units_over f base).
Proof. apply check_shape_sound. now rewrite over_shape. Qed.

Lemma ends_differ : forall θ φ : list (list K * list K), same_network θ φ = false -> units_over f θ <> units_over f φ.
Proof. intros θ φ H E. apply same_network_iff in E. rewrite over_network in E; [congruence|exact f_contains]. Qed.

Lemma segments_between : forall n, same_network first last = false ->
  units_joined_closed inside n (units_over f first) (units_over f last) -> 1 <= n.
Proof. intros [|n] Hne H; [|lia]. destruct H as [_ E]. now elim (ends_differ first last Hne). Qed.

Lemma ends_inside : forall n (θ φ : list (list L * list L)), units_joined_closed inside n θ φ -> inside θ /\ inside φ.
Proof.
induction n as [|n IH]; intros θ φ H; [now destruct H as [Hθ <-]|].
destruct H as (ψ & (Hθ & _) & H). split; [exact Hθ|]. now apply (IH ψ).
Qed.

Lemma over_length : forall units, length (units_over f units) = length units.
Proof. intro units. apply map_length. Qed.

Lemma inside_line : forall P (θ φ : list (list L * list L)), inside θ -> inside φ -> length θ = length φ ->
  units_Gamma P (units_over f base) θ -> units_Gamma P (units_over f base) φ ->
  forall s, units_Gamma P (units_over f base) (units_towards s θ φ).
Proof. intros P θ φ [Hθ _] [Hφ _]. exact (point_line d_in d_out _ base_over_shaped P θ φ Hθ Hφ). Qed.

Lemma member_over : forall P θ, units_shaped d_in d_out (units_over f θ) ->
  units_Gamma P (units_over f base) (units_over f θ) -> check_member d_in d_out base P θ = true.
Proof.
intros P θ Hθ HG. rewrite <- (over_member f f_contains). apply check_member_complete; [|exact Hθ|exact HG].
exact base_over_shaped.
Qed.

Lemma common_not_apart_over : forall P Q ψ, labelled_partition (length base) (length first) P ->
  labelled_partition (length base) (length first) Q -> inside ψ -> units_Gamma P (units_over f base) ψ ->
  units_Gamma Q (units_over f base) ψ -> apart (sort_out (length base) P) (sort_out (length base) Q) = false.
Proof.
intros P Q ψ HP HQ [Hψ _] HGP HGQ. rewrite <- over_length in HP, HQ |- *.
apply (common_not_apart d_in d_out (length first) _ base_over_shaped P Q ψ); try assumption.
now rewrite (over_irreducible f f_contains).
Qed.

End Over.
