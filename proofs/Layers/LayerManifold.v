(** Points of the expansion manifold of a pair of matrices are replacements of the pair. *)

From Coq Require Import List Arith Field.
From Equiloss Require Import Statements.
From Equiloss.Reduction Require Import Measure.
From Equiloss.Subspaces Require Import Expansion.
From Equiloss.Layers Require Import Layers LayerSteps.
Import ListNotations.

Section Coordinates.

Context {K : Field} {W A : VectorSpace K} (row : W -> list K) (column : A -> list K).
Add Field K_field7 : (field_laws K).
Context (row_injective : forall v w, row v = row w -> v = w).
Context (column_zero : forall i, nth i (column vzero) zero = zero).
Context (column_add : forall a b i, nth i (column (vadd a b)) zero = add (nth i (column a) zero) (nth i (column b) zero)).

Definition written (θ : network W A) : list (list K * list K) := map (fun u => (row (fst u), column (snd u))) θ.

Lemma written_measure : forall (θ : network W A) w j,
  units_measure (written θ) (row w) j = nth j (column (measure θ w)) zero.
Proof.
  intros θ w j. induction θ as [|[v a] θ IH]; [symmetry; apply column_zero|].
  unfold neuron. rewrite measure_cons, column_add, <- IH. unfold written. cbn [map fst snd]. rewrite units_measure_cons. cbn [fst snd].
  destruct (row_eq_dec (row v) (row w)) as [E|Hne], (vector_eq_dec v w) as [->|Hvw]; try reflexivity.
  - now apply row_injective in E.
  - now destruct Hne.
  - now rewrite column_zero.
Qed.

Lemma written_measure_absent : forall (θ : network W A) r j,
  ~ In r (map (fun u => row (fst u)) θ) -> units_measure (written θ) r j = zero.
Proof.
  intros θ r j. induction θ as [|[v a] θ IH]; intro H; [reflexivity|].
  unfold written. cbn [map fst snd]. rewrite units_measure_cons. cbn [fst snd].
  destruct (row_eq_dec (row v) r) as [E|_]; [destruct H; now left|].
  fold (written θ). rewrite IH by (intro Hin; apply H; now right). ring.
Qed.

Lemma written_same_measure : forall θ θ' : network W A,
  same_measure θ θ' -> same_units_measure (written θ) (written θ').
Proof.
  intros θ θ' H r j. destruct (in_dec row_eq_dec r (map (fun u => row (fst u)) (θ ++ θ'))) as [Hin|Hout].
  - apply in_map_iff in Hin as (u & <- & _). now rewrite !written_measure, H.
  - rewrite map_app, in_app_iff in Hout. rewrite !written_measure_absent by tauto. reflexivity.
Qed.

(** So the units of a point of Θ have the measure of the base. *)
Lemma written_point_measure : forall (base θ : network W A) m, Theta base m θ ->
  same_units_measure (written base) (written θ).
Proof.
  intros base θ m (P & HP & H). apply written_same_measure, same_measure_sym.
  apply (subspace_keeps_function K W A base θ θ m P HP H). apply Permutation.Permutation_refl.
Qed.

End Coordinates.

Theorem layer_expansion_manifold : LayerExpansionManifold.
Proof.
  intros K W A row column d_in d_out m before after M M' N N' base θ Hrow Hzero Hadd HM HN Hlength EM EN HΘ.
  split; [exact HM|]. split; [exact HN|]. exists before, M, M', N, N', after. do 3 (split; [easy|]). rewrite EM, EN.
  exact (written_point_measure row column Hrow Hzero Hadd base θ m HΘ).
Qed.
