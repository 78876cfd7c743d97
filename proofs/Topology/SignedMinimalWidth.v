(** With mirrored units the expansion manifold for m = r has 2^r·r! points, no two of them joined by a segment. *)

From Coq Require Import List Arith ZArith Permutation FinFun Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts Permutations.
From Equiloss.Reduction Require Import Measure SignedMeasure.
From Equiloss.Subspaces Require Import GenericPoints.
From Equiloss.Topology Require Import MinimalWidth.
Import ListNotations.

Local Open Scope nat_scope.

Section Flips.

Context {K : Field} {W A : VectorSpace K} (p : parity).

(** All ways to mirror some of the units. *)
Fixpoint flips (θ : network W A) : list (network W A) :=
  match θ with
  | [] => [[]]
  | u :: θ' => map (cons u) (flips θ') ++ map (cons (mirrored p u)) (flips θ')
  end.

Lemma flips_spec : forall θ φ, In φ (flips θ) <-> flipped p θ φ.
Proof.
  induction θ as [|u θ IH]; intro φ; simpl.
  - split; [intros [<-|[]]; constructor|]. intro H. inversion H. now left.
  - rewrite in_app_iff, !in_map_iff. split.
    + intros [(φ' & <- & H)|(φ' & <- & H)]; apply IH in H; constructor; auto.
    + intro H. inversion H as [|u' v θ' φ' [->| ->] H']; [left|right]; exists φ'; (split; [easy|now apply IH]).
Qed.

Lemma flips_length : forall θ, length (flips θ) = 2 ^ length θ.
Proof.
  unfold network, neuron. induction θ as [|u θ IH]; [easy|]. simpl. rewrite app_length, !map_length, IH.
  unfold neuron in *. lia.
Qed.

(** No two units are mirror images of each other, nor is one of itself. *)
Definition apart (θ : network W A) : Prop := forall u v, In u θ -> In v θ -> fst u <> opposite (fst v).

Lemma apart_later : forall u θ, apart (u :: θ) -> apart θ.
Proof. intros u θ H v v' Hv Hv'. apply H; now right. Qed.

Lemma flips_nodup : forall θ, apart θ -> NoDup (flips θ).
Proof.
  induction θ as [|u θ IH]; intro H; simpl; [repeat constructor; easy|].
  specialize (IH (apart_later u θ H)).
  apply NoDup_disjoint; try (apply Injective_map_NoDup; [|exact IH]; intros x y E; now injection E).
  intros φ Hφ Hφ'. apply in_map_iff in Hφ as (φ1 & <- & _), Hφ' as (φ2 & E & _). injection E as E _.
  apply (H u u); [now left..|]. now rewrite <- E at 1.
Qed.

(** A unit or its mirror image is none of later units or of their mirror images. *)
Lemma not_later : forall u x θ φ, NoDup (u :: θ) -> apart (u :: θ) -> x = u \/ x = mirrored p u ->
  flipped p θ φ -> ~ In x φ.
Proof.
  intros u x θ φ Hdistinct Hapart Hx H Hin.
  assert (Hv : exists v, In v θ /\ (x = v \/ x = mirrored p v)).
  { clear - H Hin. induction H as [|v y θ φ Hy _ IH]; [easy|]. destruct Hin as [->|Hin].
    - exists v. split; [now left|exact Hy].
    - destruct (IH Hin) as (v' & Hv' & E). exists v'. split; [now right|exact E]. }
  destruct Hv as (v & Hv & E). apply NoDup_cons_iff in Hdistinct as [Hout _].
  destruct Hx as [->| ->], E as [E|E].
  - now subst v.
  - apply (Hapart u v); [now left|now right|]. now rewrite E.
  - apply (Hapart v u); [now right|now left|]. now rewrite <- E.
  - apply Hout. now rewrite <- (mirrored_mirrored p u), E, mirrored_mirrored.
Qed.

Lemma flipped_nodup : forall θ φ, NoDup θ -> apart θ -> flipped p θ φ -> NoDup φ.
Proof.
  intros θ φ Hdistinct Hapart H. induction H as [|u x θ φ Hx H IH]; constructor.
  - now apply (not_later u x θ).
  - apply IH; [now apply NoDup_cons_iff in Hdistinct|now apply apart_later in Hapart].
Qed.

Lemma flipped_permuted : forall θ φ φ', NoDup θ -> apart θ -> flipped p θ φ -> flipped p θ φ' ->
  Permutation φ φ' -> φ = φ'.
Proof.
  intros θ φ φ' Hdistinct Hapart H. revert φ'. induction H as [|u x θ φ Hx H IH]; intros φ' H' Hperm.
  - now apply Permutation_nil in Hperm.
  - inversion H' as [|u' x' θ' φ1 Hx' H1]. subst u' θ' φ'.
    assert (E : x = x').
    { assert (Hin : In x (x' :: φ1)) by (apply (Permutation_in x Hperm); now left).
      destruct Hin as [->|Hin]; [easy|]. now apply (not_later u x θ) in Hin. }
    subst x'. f_equal. apply IH.
    + now apply NoDup_cons_iff in Hdistinct.
    + now apply apart_later in Hapart.
    + exact H1.
    + now apply Permutation_cons_inv in Hperm.
Qed.

End Flips.

Theorem signed_theta_at_minimal_width : SignedThetaAtMinimalWidth.
Proof.
  intros K W A p base K_zero Hirr.
  assert (two := two_nonzero K_zero).
  assert (Hpoints := fun θ => minimal_points K W A (Some p) base θ two Hirr). split.
  - intro Hnonzero.
    assert (Hdistinct : NoDup base) by apply irreducible_distinct_units, Hirr.
    assert (Hapart : apart base).
    { intros u v Hu Hv E. destruct (proj2 Hirr u v Hu Hv E) as [_ ->]. apply Hnonzero.
      rewrite <- (opposite_self two (fst v)) by easy. now apply in_map. }
    exists (flat_map permutations (flips p base)). split; [|split].
    + apply nodup_flat_map_apart.
      * now apply flips_nodup.
      * intros φ Hφ. apply flips_spec in Hφ. now apply permutations_nodup, (flipped_nodup p base).
      * intros φ φ' θ Hφ Hφ' Hθ Hθ'. apply flips_spec in Hφ, Hφ'. apply permutations_spec in Hθ, Hθ'.
        apply (flipped_permuted p base); try assumption. now rewrite Hθ.
    + rewrite (length_flat_map_constant _ _ _ (factorial (length base))).
      * assert (Hlength := flips_length p base). unfold network in Hlength. rewrite Hlength. f_equal.
        apply (Nat2Z.inj_pow 2).
      * intros φ Hφ. apply flips_spec in Hφ. unfold factorial. f_equal.
        transitivity (fact (length φ)); [exact (permutations_length φ)|]. f_equal. clear - Hφ.
        induction Hφ; simpl; congruence.
    + intro θ. rewrite in_flat_map. apply iff_trans with (same_up_to_mirrors p base θ); [|symmetry; apply Hpoints].
      split; intros (φ & Hφ & Hθ); exists φ; (split; [now apply flips_spec|now apply permutations_spec]).
  - intros θ θ' [Hlength H]. apply (constant_network K_zero (base ++ map (mirrored p) base)); [exact Hlength|].
    intros s u Hu.
    assert (Hsame : same_up_to_mirrors p base (network_towards s θ θ')) by exact (proj1 (Hpoints _) (H s)).
    destruct Hsame as (φ & Hφ & Hperm). apply (Permutation_in u (Permutation_sym Hperm)) in Hu.
    clear - Hφ Hu. rewrite in_app_iff, in_map_iff. induction Hφ as [|v x base φ Hx _ IH]; [easy|].
    destruct Hu as [->|Hu].
    + destruct Hx as [->| ->]; [left; now left|right]. exists v. split; [easy|now left].
    + destruct (IH Hu) as [Hin|(v' & E & Hin)]; [left; now right|right]. exists v'. split; [easy|now right].
Qed.
