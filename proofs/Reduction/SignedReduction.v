(** Reduction with mirrored units keeps the odd or even measure, ends, and leads to one irreducible network up to
    permutation and mirrored units. *)

From Coq Require Import List Arith Permutation Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces ListFacts.
From Equiloss.Reduction Require Import Measure Reduction SignedMeasure.
Import ListNotations.

Section SignedReduction.

Context {K : Field} {W A : VectorSpace K} (p : parity).

Lemma signed_measure_replaced : forall (l1 l2 θ θ' : network W A),
  same_signed_measure p θ θ' -> same_signed_measure p (l1 ++ θ ++ l2) (l1 ++ θ' ++ l2).
Proof. intros l1 l2 θ θ' H w. now rewrite !signed_measure_app, H. Qed.

Lemma signed_step_measure : forall θ θ' : network W A, signed_step p θ θ' -> same_signed_measure p θ θ'.
Proof.
  intros θ θ' H. destruct H as [θ θ' H|l1 l2 l3 w a b|l1 l2 a Hp].
  - now apply same_measure_signed, reduction_step_same_measure.
  - apply same_signed_measure_trans with (l1 ++ (w, a) :: l2 ++ (w, b) :: l3).
    + rewrite !app_comm_cons, !app_assoc. apply (signed_measure_replaced _ _ [_] [_]), signed_measure_mirrored.
    + apply same_measure_signed, measure_merge.
  - apply (signed_measure_replaced l1 l2 [_] []). intro w.
    transitivity (vzero : A); [now apply signed_measure_silent|].
    symmetry. apply signed_measure_empty.
Qed.

Lemma signed_reduces_to_measure : forall θ θ' : network W A,
  signed_reduces_to p θ θ' -> same_signed_measure p θ θ'.
Proof.
  intros θ θ' H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'].
  - now apply signed_step_measure.
  - easy.
  - now apply same_signed_measure_trans with θ'.
Qed.

Lemma signed_step_length : forall θ θ' : network W A, signed_step p θ θ' -> length θ = S (length θ').
Proof.
  intros θ θ' H. destruct H; [now apply reduction_step_length| |]; repeat (rewrite app_length; simpl); lia.
Qed.

Lemma signed_step_cons : forall u (θ θ' : network W A), signed_step p θ θ' -> signed_step p (u :: θ) (u :: θ').
Proof.
  intros u θ θ' H. destruct H as [θ θ' H|l1|l1].
  - now apply unsigned_step, reduction_step_cons.
  - apply (merge_mirrored p (u :: l1)).
  - now apply (drop_silent p (u :: l1)).
Qed.

Lemma signed_irreducible_no_step : forall θ θ' : network W A, signed_irreducible p θ -> ~ signed_step p θ θ'.
Proof.
  intros θ θ' [Hirr Hopposite] H. destruct H as [θ θ' H|l1 l2 l3 w a b|l1 l2 a Hp].
  - now apply irreducible_no_step in H.
  - destruct (Hopposite (w, a) (mirrored p (w, b))) as [_ E].
    + apply in_elt.
    + apply in_or_app. right. right. apply in_elt.
    + symmetry. apply opposite_opposite.
    + apply (irreducible_no_step _ (l1 ++ l2 ++ (w, vadd a a) :: l3) Hirr). rewrite <- E. apply merge.
  - destruct (Hopposite (vzero, a) (vzero, a)) as [E _]; try apply in_elt; [|congruence].
    symmetry. apply opposite_zero.
Qed.

Hypothesis two : @add K one one <> zero.

Lemma opposite_or_step : forall θ : network W A, (exists θ', signed_step p θ θ') \/
  forall u v, In u θ -> In v θ -> fst u = opposite (fst v) -> p = Even /\ u = v.
Proof.
  induction θ as [|[w a] θ IH]; [now right|].
  destruct IH as [[θ' H]|IH]; [left; eexists; apply signed_step_cons, H|].
  destruct (in_dec vector_eq_dec (opposite w) (map fst θ)) as [Hin|Hout].
  - left. apply in_map_iff in Hin as ([v b] & E & Hin). simpl in E. subst v.
    apply in_split in Hin as (l2 & l3 & ->).
    replace (opposite w, b) with (mirrored p (w, scale (parity_sign p) b))
      by (unfold mirrored; simpl; now rewrite sign_sign).
    eexists. apply (merge_mirrored p []).
  - assert (Hcases : w <> vzero \/ p = Even \/ (w = vzero /\ p = Odd)).
    { destruct (vector_eq_dec w vzero); [|now left]. destruct p; auto. }
    destruct Hcases as [Hw|[Hp|[-> Hp]]]; [| |left; eexists; now apply (drop_silent p [])]; right;
      (intros u v [<-|Hu] [<-|Hv] E; [|elim Hout|elim Hout|now apply IH]); simpl in E.
    + elim Hw. now apply opposite_self.
    + rewrite E, opposite_opposite. now apply in_map.
    + rewrite <- E. now apply in_map.
    + easy.
    + rewrite E, opposite_opposite. now apply in_map.
    + rewrite <- E. now apply in_map.
Qed.

Lemma signed_step_or_irreducible : forall θ : network W A,
  (exists θ', signed_step p θ θ') \/ signed_irreducible p θ.
Proof.
  intro θ. destruct (step_or_irreducible θ) as [[θ' H]|Hirr]; [left; exists θ'; now apply unsigned_step|].
  destruct (opposite_or_step θ) as [H|H]; [now left|right; now split].
Qed.

Lemma signed_reduces_to_irreducible : forall n (θ : network W A), length θ = n ->
  exists θ', signed_reduces_to p θ θ' /\ signed_irreducible p θ'.
Proof.
  induction n as [|n IH]; intros θ Hlength; destruct (signed_step_or_irreducible θ) as [[θ1 H]|H];
    try (exists θ; split; [apply rt_refl|exact H]); apply signed_step_length in H as Hless; [lia|].
  destruct (IH θ1) as (θ' & H1 & H'); [lia|]. exists θ'. split; [|exact H'].
  apply rt_trans with θ1; [now apply rt_step|exact H1].
Qed.

(** ** Unique *)

Lemma flipped_map : forall (f : W * A -> W * A) (θ : network W A),
  (forall u, In u θ -> f u = u \/ f u = mirrored p u) -> flipped p θ (map f θ).
Proof.
  intros f θ H. induction θ as [|u θ IH]; constructor; [apply H; now left|]. apply IH. intros v Hv. apply H. now right.
Qed.

Theorem signed_irreducible_unique : forall θ θ' : network W A,
  signed_irreducible p θ -> signed_irreducible p θ' -> same_signed_measure p θ θ' -> same_up_to_mirrors p θ θ'.
Proof.
  intros θ θ' Hirr Hirr' H.
  assert (Hdec : forall u v : W * A, {u = v} + {u <> v}) by (decide equality; apply vector_eq_dec).
  set (f := fun u => if in_dec Hdec u θ' then u else mirrored p u).
  exists (map f θ). split; [apply flipped_map; intros u _; unfold f; destruct (in_dec Hdec u θ'); auto|].
  assert (Hinjective : forall u v, In u θ -> In v θ -> f u = f v -> u = v).
  { intros u v Hu Hv. unfold f. destruct (in_dec Hdec u θ'), (in_dec Hdec v θ'); intro E.
    - exact E.
    - apply (proj2 Hirr u v Hu Hv). now rewrite E.
    - symmetry. apply (proj2 Hirr v u Hv Hu). now rewrite <- E.
    - now rewrite <- (mirrored_mirrored p u), E, mirrored_mirrored. }
  apply NoDup_Permutation.
  - apply nodup_map_on; [exact Hinjective|]. apply irreducible_distinct_units, Hirr.
  - apply irreducible_distinct_units, Hirr'.
  - intro v. rewrite in_map_iff. split.
    + intros (u & <- & Hu). unfold f. destruct (in_dec Hdec u θ') as [Hin|Hout]; [exact Hin|].
      now destruct (same_signed_measure_included p two θ θ' u Hirr Hirr' H Hu).
    + intro Hv. destruct (same_signed_measure_included p two θ' θ v Hirr' Hirr) as [Hin|Hin];
        [now apply same_signed_measure_sym|exact Hv| |].
      * exists v. split; [|exact Hin]. unfold f. now destruct (in_dec Hdec v θ').
      * exists (mirrored p v). split; [|exact Hin]. unfold f.
        destruct (in_dec Hdec (mirrored p v) θ') as [Hin'|_]; [|apply mirrored_mirrored].
        now apply (proj2 Hirr' (mirrored p v) v Hin' Hv).
Qed.

End SignedReduction.

Theorem signed_reduction_invariant : SignedReductionInvariant.
Proof.
  intros K W A p θ θ' two. split; [apply signed_reduces_to_measure|now apply same_signed_measure_function].
Qed.

Theorem signed_reduction_normal_forms : SignedReductionNormalForms.
Proof.
  intros K W A p θ two. split; [apply signed_step_length|]. split; [split|].
  - intro H. destruct (signed_step_or_irreducible p two θ) as [[θ' H']|H']; [now apply H in H'|exact H'].
  - intros H θ'. now apply signed_irreducible_no_step.
  - now apply (signed_reduces_to_irreducible p two (length θ)).
Qed.

Theorem signed_normal_form_unique : SignedNormalFormUnique.
Proof.
  intros K W A p θ θ' φ φ' two Hθ Hφ Hθ' Hφ'. apply signed_reduces_to_measure in Hθ, Hθ'. split; intro H.
  - apply signed_irreducible_unique; try assumption. apply same_signed_measure_trans with θ.
    + now apply same_signed_measure_sym.
    + now apply same_signed_measure_trans with θ'.
  - apply same_signed_measure_trans with φ; [exact Hθ|]. apply same_signed_measure_trans with φ'.
    + now apply same_up_to_mirrors_measure.
    + now apply same_signed_measure_sym.
Qed.
