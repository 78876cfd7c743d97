(** Reduction keeps measure and function, ends, and leads to one irreducible network up to permutation. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure.
Import ListNotations.

Section Reduction.

Context {K : Field} {W A : VectorSpace K}.

Lemma reduction_step_same_measure : forall θ θ' : network W A, reduction_step θ θ' -> same_measure θ θ'.
Proof. intros θ θ' H. destruct H; [apply measure_merge|apply measure_drop]. Qed.

Lemma reduces_to_same_measure : forall θ θ' : network W A, reduces_to θ θ' -> same_measure θ θ'.
Proof.
  intros θ θ' H. induction H as [θ θ' H|θ|θ θ' θ'' H IH H' IH'].
  - now apply reduction_step_same_measure.
  - apply same_measure_refl.
  - exact (same_measure_trans θ θ' θ'' IH IH').
Qed.

Lemma reduction_step_length : forall θ θ' : network W A, reduction_step θ θ' -> length θ = S (length θ').
Proof. intros θ θ' H. destruct H; repeat (rewrite app_length; simpl); lia. Qed.

Lemma reduction_step_cons : forall u (θ θ' : network W A),
  reduction_step θ θ' -> reduction_step (u :: θ) (u :: θ').
Proof. intros u θ θ' H. destruct H as [l1|l1]; [apply (merge (u :: l1))|apply (drop (u :: l1))]. Qed.

Lemma irreducible_no_step : forall θ θ' : network W A, irreducible θ -> ~ reduction_step θ θ'.
Proof.
  intros θ θ' [Hdistinct Hnonzero] H. destruct H as [l1 l2 l3 w a b|l1 l2 w].
  - rewrite map_app in Hdistinct. simpl in Hdistinct. apply NoDup_remove_2 in Hdistinct.
    apply Hdistinct, in_or_app. right. rewrite map_app. apply in_or_app. right. now left.
  - apply Hnonzero. rewrite map_app. apply in_or_app. right. now left.
Qed.

Lemma step_or_irreducible : forall θ : network W A, (exists θ', reduction_step θ θ') \/ irreducible θ.
Proof.
  induction θ as [|[w a] θ IH].
  - right. split; [constructor|easy].
  - destruct IH as [[θ' H]|[Hdistinct Hnonzero]]; [left; eexists; apply reduction_step_cons, H|].
    destruct (vector_eq_dec a vzero) as [->|Ha]; [left; eexists; apply (drop [])|].
    destruct (in_dec vector_eq_dec w (map fst θ)) as [Hin|Hout].
    + left. apply in_map_iff in Hin as [[v b] [E Hin]]. simpl in E. subst v.
      apply in_split in Hin as [l2 [l3 ->]]. eexists. apply (merge []).
    + right. split; simpl; [now constructor|]. now intros [E|Hin].
Qed.

Lemma reduces_to_irreducible : forall n (θ : network W A), length θ = n ->
  exists θ', reduces_to θ θ' /\ irreducible θ'.
Proof.
  induction n as [|n IH]; intros θ Hlength.
  - destruct θ; [|easy]. exists []. split; [apply rt_refl|]. split; [constructor|easy].
  - destruct (step_or_irreducible θ) as [[θ1 H]|H].
    + destruct (IH θ1) as [θ' [H1 H']]; [apply reduction_step_length in H; lia|].
      exists θ'. split; [|exact H']. apply rt_trans with θ1; [now apply rt_step|exact H1].
    + exists θ. split; [apply rt_refl|exact H].
Qed.

End Reduction.

Theorem reduction_invariant : ReductionInvariant.
Proof.
  intros K W A θ θ' H. apply reduces_to_same_measure in H. split; [exact H|now apply same_measure_same_function].
Qed.

Theorem reduction_terminates : ReductionTerminates.
Proof. intros K W A. exact reduction_step_length. Qed.

Theorem reduction_normal_forms : ReductionNormalForms.
Proof.
  intros K W A θ. split; [split|].
  - intro H. destruct (step_or_irreducible θ) as [[θ' H']|H']; [now apply H in H'|exact H'].
  - intros H θ'. now apply irreducible_no_step.
  - now apply (reduces_to_irreducible (length θ)).
Qed.

Theorem reduction_confluent : ReductionConfluent.
Proof.
  intros K W A θ θ1 θ2 H1 Hirr1 H2 Hirr2. apply reduces_to_same_measure in H1, H2.
  apply same_measure_irreducible; [exact Hirr1|exact Hirr2|].
  apply same_measure_trans with θ; [now apply same_measure_sym|exact H2].
Qed.

Theorem vanishing_reduction : VanishingReduction.
Proof.
  intros K W A θ. split; intro H.
  - intro w. now rewrite (reduces_to_same_measure _ _ H w).
  - destruct (reduces_to_irreducible (length θ) θ eq_refl) as (θ' & Hreduces & Hirr).
    destruct θ' as [|[w a] θ']; [exact Hreduces|]. exfalso.
    pose proof (measure_irreducible _ w a Hirr (or_introl eq_refl)) as Ha.
    rewrite <- (reduces_to_same_measure _ _ Hreduces w), H in Ha. destruct Hirr as [_ Hnonzero].
    apply Hnonzero. left. now rewrite Ha.
Qed.

(** A step would give a network of one unit less with the same function. *)
Theorem minimal_is_irreducible : MinimalIsIrreducible.
Proof.
  intros K W A X activation data base Hzero Hminimal.
  destruct (step_or_irreducible base) as [[θ Hstep]|Hirr]; [exfalso|exact Hirr].
  apply (Hminimal θ); [now rewrite (reduction_step_length base θ)|]. intros x y Hxy. rewrite <- (Hzero x y Hxy).
  symmetry. apply (reduction_invariant K W A base θ). now apply rt_step.
Qed.
