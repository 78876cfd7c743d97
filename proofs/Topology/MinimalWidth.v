(** The expansion manifold for m = r: the r! permutations of [base], no two of them joined by a segment. *)

From Coq Require Import List Arith ZArith Permutation Relations FinFun Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces Permutations.
From Equiloss.Reduction Require Import Measure Parities.
From Equiloss.Subspaces Require Import SignedExpansion.
Import ListNotations.

Local Open Scope nat_scope.

Section Lines.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

Hypothesis K_zero : characteristic_zero K.

Lemma of_nat_add : forall m n, @of_nat K (m + n) = add (of_nat m) (of_nat n).
Proof. induction m as [|m IH]; intro n; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma of_nat_injective : forall m n, @of_nat K m = of_nat n -> m = n.
Proof.
  assert (Hless : forall m d, @of_nat K m <> of_nat (m + S d)).
  { intros m d H. apply (K_zero d). rewrite of_nat_add in H.
    transitivity (add (add (@of_nat K m) (of_nat (S d))) (opp (of_nat m))); [ring|]. rewrite <- H. ring. }
  intros m n H. destruct (Nat.lt_trichotomy m n) as [Hlt|[E|Hlt]]; [|exact E|]; exfalso.
  - apply (Hless m (n - S m)). now replace (m + S (n - S m)) with n by lia.
  - apply (Hless n (m - S n)). now replace (n + S (m - S n)) with m by lia.
Qed.

(** A line through two points meets none of its points twice. *)
Lemma vector_towards_injective : forall (V : VectorSpace K) (s t : K) (x y : V),
  s <> t -> vector_towards s x y = vector_towards t x y -> x = y.
Proof.
  intros V s t x y Hst H. apply (vadd_cancel (vopp x)). rewrite vadd_comm, vadd_opp. symmetry.
  apply (scale_cancel (add s (opp t))).
  - intro E. apply Hst. transitivity (add (add s (opp t)) t); [ring|]. rewrite E. ring.
  - transitivity (vadd (vector_towards s x y) (vopp (vector_towards t x y)));
      [unfold vector_towards; vector_identity|]. rewrite H. apply vadd_opp.
Qed.

Lemma neuron_towards_injective : forall (s t : K) (u v : W * A),
  s <> t -> neuron_towards s u v = neuron_towards t u v -> u = v.
Proof.
  intros s t u v Hst H. unfold neuron_towards in H. injection H as Hw Ha.
  apply injective_projections; now apply (vector_towards_injective _ s t).
Qed.

(** A line that stays in a finite set is a point: otherwise it would have more points than the set. *)
Lemma constant_in_finite : forall (units : list (W * A)) (u v : W * A),
  (forall s, In (neuron_towards s u v) units) -> u = v.
Proof.
  intros units u v H.
  assert (Hdec : {u = v} + {u <> v}) by (decide equality; apply vector_eq_dec).
  destruct Hdec as [E|Hne]; [exact E|]. exfalso.
  set (point := fun n => neuron_towards (of_nat n) u v).
  assert (Hdistinct : NoDup (map point (seq 0 (S (length units))))).
  { apply Injective_map_NoDup; [|apply seq_NoDup]. intros m n Hmn.
    destruct (Nat.eq_dec m n) as [E|Hmn']; [exact E|]. exfalso. apply Hne.
    apply (neuron_towards_injective (of_nat m) (of_nat n)); [|exact Hmn].
    intro E. now apply Hmn', of_nat_injective. }
  assert (Hincl : incl (map point (seq 0 (S (length units)))) units).
  { intros x Hx. apply in_map_iff in Hx as (n & <- & _). apply H. }
  apply (NoDup_incl_length Hdistinct) in Hincl. rewrite map_length, seq_length in Hincl.
  exact (Nat.nle_succ_diag_l _ Hincl).
Qed.

Lemma constant_network : forall (units θ θ' : network W A),
  length θ = length θ' -> (forall s, incl (network_towards s θ θ') units) -> θ = θ'.
Proof.
  intro units. induction θ as [|u θ IH]; intros [|u' θ'] Hlength H; try discriminate Hlength; [easy|]. f_equal.
  - apply (constant_in_finite units). intro s. apply (H s). now left.
  - apply IH; [now injection Hlength|]. intros s x Hx. apply (H s). now right.
Qed.

End Lines.

(** A point has as many units as [base], so reducing it to [base], up to permutation and mirrored units, takes no
    step. *)
Lemma minimal_points : forall (K : Field) (W A : VectorSpace K) symmetry (base θ : network W A),
  field_for (K := K) symmetry -> irreducible_of symmetry base ->
  (Theta_of symmetry base (length base) θ <-> equal_of symmetry base θ).
Proof.
  intros K W A symmetry base θ Hfield Hirr. rewrite theta_of_is_fibre by assumption. split.
  - intros [Hlength Hmeasure]. destruct (reduces_to_base symmetry base θ Hfield Hirr Hmeasure) as (θ' & Hreduces & H).
    rewrite (reduces_to_same_length symmetry θ θ' Hreduces); [exact H|].
    rewrite <- (equal_of_length symmetry base θ' H), Hlength. apply le_n.
  - intro H. split; [symmetry; now apply equal_of_length in H|]. now apply same_measure_of_sym, equal_of_measure.
Qed.

Theorem theta_at_minimal_width : ThetaAtMinimalWidth.
Proof.
  intros K W A base K_zero Hirr. assert (Hpoints := fun θ => minimal_points K W A None base θ I Hirr). split.
  - exists (permutations base). split; [|split].
    + now apply permutations_nodup, irreducible_distinct_units.
    + unfold factorial. f_equal. exact (permutations_length base).
    + intro θ. apply (iff_trans (permutations_spec base θ)). symmetry. apply Hpoints.
  - intros θ θ' [Hlength H]. apply (constant_network K_zero base); [exact Hlength|]. intros s u Hu.
    assert (Hperm : Permutation base (network_towards s θ θ')) by exact (proj1 (Hpoints _) (H s)).
    now apply (Permutation_in u (Permutation_sym Hperm)).
Qed.
