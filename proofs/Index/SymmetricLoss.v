(** The loss is a sum over units: it doesn't depend on their order, and neither does its derivative. *)

From Coq Require Import List Arith Permutation Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces PermutedLists.
From Equiloss.Index Require Import SecondVariation CriticalCopies.
Import ListNotations.

Local Open Scope nat_scope.

Section SymmetricLoss.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X).

Lemma output_permutation : forall (activation : W -> K) (θ θ' : network W A),
  Permutation θ θ' -> output activation θ = output activation θ'.
Proof. intros activation θ θ' H. unfold output. now apply vsum_permutation, Permutation_map. Qed.

Lemma over_units_permutation : forall f (θ δ θ' δ' : network W A),
  Permutation (combine θ δ) (combine θ' δ') -> over_units f θ δ = over_units f θ' δ'.
Proof. intros f θ δ θ' δ' H. unfold over_units. now apply vsum_permutation, Permutation_map. Qed.

Lemma first_variation_permutation : forall θ δ θ' δ', Permutation θ θ' ->
  Permutation (combine θ δ) (combine θ' δ') -> first_variation L θ δ = first_variation L θ' δ'.
Proof.
  intros θ δ θ' δ' Hθ H. unfold first_variation. f_equal. apply map_ext. intro x.
  now rewrite (output_permutation _ θ θ' Hθ), (over_units_permutation _ θ δ θ' δ' H).
Qed.

End SymmetricLoss.

(** ** The exchange of two units *)

Definition exchange (i j n : nat) : nat := if n =? i then j else if n =? j then i else n.

Lemma exchange_twice : forall i j n, exchange i j (exchange i j n) = n.
Proof.
  intros i j n. unfold exchange. destruct (Nat.eqb_spec n i) as [->|Hi].
  - destruct (Nat.eqb_spec j i) as [->|]; [easy|]. now rewrite Nat.eqb_refl.
  - destruct (Nat.eqb_spec n j) as [->|Hj]; [now rewrite Nat.eqb_refl|].
    destruct (Nat.eqb_spec n i), (Nat.eqb_spec n j); congruence.
Qed.

Lemma exchange_below : forall i j n k, i < k -> j < k -> n < k -> exchange i j n < k.
Proof. intros i j n k Hi Hj Hn. unfold exchange. now destruct (n =? i), (n =? j). Qed.

Lemma exchange_permutes : forall i j k, i < k -> j < k -> Permutation (map (exchange i j) (seq 0 k)) (seq 0 k).
Proof.
  intros i j k Hi Hj. apply NoDup_Permutation; [|apply seq_NoDup|].
  - apply FinFun.Injective_map_NoDup; [|apply seq_NoDup]. intros a b H.
    rewrite <- (exchange_twice i j a), H. apply exchange_twice.
  - intro x. rewrite in_map_iff. split.
    + intros (y & <- & Hy). rewrite in_seq in *. split; [lia|]. apply exchange_below; lia.
    + intro Hx. rewrite in_seq in Hx. exists (exchange i j x). split; [apply exchange_twice|]. rewrite in_seq.
      split; [lia|]. apply exchange_below; lia.
Qed.

Lemma nth_error_seq : forall n k, k < n -> nth_error (seq 0 n) k = Some k.
Proof. intros n k H. rewrite (nth_error_nth' _ 0) by now rewrite seq_length. now rewrite seq_nth. Qed.

Lemma nth_error_plus : forall {K : Field} {W A : VectorSpace K} (s : K) (θ δ : network W A) n,
  nth_error (network_plus s θ δ) n =
  match nth_error θ n, nth_error δ n with Some u, Some v => Some (neuron_plus s u v) | _, _ => None end.
Proof.
  intros K W A s θ δ n. unfold network_plus, list_plus. revert δ n.
  induction θ as [|u θ IH]; intros [|v δ] [|n]; simpl; try easy. now destruct (nth_error θ n).
Qed.

Theorem symmetric_tangent : SymmetricTangent.
Proof.
  intros K W A Y F θ i j v s only HF Hi Hj [_ Hequal].
  assert (E : nth_error θ i = nth_error θ j) by (apply Hequal; [now left|now right; left]).
  assert (Honly : forall k, length (only k) = length θ) by (intro k; unfold only; now rewrite map_length, seq_length).
  assert (Hplus : forall k, length (network_plus s θ (only k)) = length θ).
  { intro k. unfold network_plus, list_plus. rewrite map_length, combine_length, Honly. apply Nat.min_id. }
  symmetry. apply HF with (π := map (exchange i j) (seq 0 (length θ))); [rewrite Hplus; now apply exchange_permutes|].
  split; [now rewrite Hplus, map_length, seq_length|]. intros a b H.
  assert (Ha : a < length θ).
  { apply Nat.nle_gt. intro Hge. rewrite (proj2 (nth_error_None _ _)) in H; [discriminate|].
    now rewrite map_length, seq_length. }
  rewrite nth_error_map, nth_error_seq in H by exact Ha. injection H as <-.
  rewrite !nth_error_plus. unfold only. rewrite !nth_error_map, !nth_error_seq by (easy || now apply exchange_below).
  simpl. replace (nth_error θ (exchange i j a)) with (nth_error θ a).
  - replace (i =? exchange i j a) with (j =? a); [easy|]. unfold exchange. destruct (Nat.eqb_spec a i) as [->|Hai].
    + apply Nat.eqb_sym.
    + destruct (Nat.eqb_spec a j) as [->|Haj]; [now rewrite !Nat.eqb_refl|].
      destruct (Nat.eqb_spec j a), (Nat.eqb_spec i a); congruence.
  - unfold exchange. destruct (Nat.eqb_spec a i) as [->|]; [easy|]. destruct (Nat.eqb_spec a j); subst; congruence.
Qed.

Theorem loss_symmetric : LossSymmetric.
Proof.
  intros K W A X L cost π θ θ' δ δ' Hπ Hδ Hθ Hδ'. pose proof (permuted_permutation θ θ' π Hπ Hθ) as Hunits. split.
  - unfold loss_value. f_equal. apply map_ext. intro x. f_equal. symmetry. now apply output_permutation.
  - symmetry. apply first_variation_permutation; [exact Hunits|].
    now apply (permuted_combine θ θ' δ δ' π Hπ Hδ Hθ Hδ').
Qed.

Theorem gradient_tangent : GradientTangent.
Proof.
  intros K W A X L θ i j v only Hi Hj [_ Hequal].
  assert (E : nth i θ (vzero, vzero) = nth j θ (vzero, vzero)).
  { specialize (Hequal i j (or_introl eq_refl) (or_intror (or_introl eq_refl))).
    rewrite !(nth_error_nth' θ (vzero, vzero)) in Hequal by easy. now injection Hequal. }
  unfold first_variation. f_equal. apply map_ext. intro x. f_equal.
  change (over_units (unit_first L x) θ (alone θ i v) = over_units (unit_first L x) θ (alone θ j v)).
  rewrite !over_units_alone by (easy || apply unit_first_linear). now rewrite E.
Qed.
