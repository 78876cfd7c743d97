(** Networks with biases that compute the same for every activation have one reduced form, up to the order of units. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces StepSequences FiniteSequences.
From Equiloss.Layers Require Import LayerSteps LayerNormalForms FormalUnits FormalMatching LayersConfluent.
From Equiloss.Layers Require Import LayersDetermined BiasedLayers BiasedPairs BiasedReduction LeastWidths.
Import ListNotations.

(** ** Renumbered networks compute the same *)

Section Renumbered.

Context {K : Field} {L : VectorSpace K} (e : L) (σ : L -> L).

Definition entries (ρ : list nat) (x : list L) : list L := map (fun i => nth i x vzero) ρ.

(** A matrix whose columns are renumbered, with inputs in that order. *)
Lemma renumbered_columns : forall (N : matrix K) ρ (x : list L), Permutation ρ (seq 0 (length x)) ->
  (forall row, In row N -> length row = length x) ->
  times_over (permuted_columns ρ N) (entries ρ x) = times_over N x.
Proof.
  intros N ρ x H HN. unfold times_over, permuted_columns. rewrite map_map. apply map_ext_in. intros row Hrow.
  unfold permuted_row, entries. rewrite combine_maps, map_map. cbn [fst snd].
  transitivity (vsum (map (fun i => scale (nth i row zero) (nth i x vzero)) (seq 0 (length x))));
    [now apply vsum_permutation, Permutation_map|].
  rewrite <- (map_map (fun i => (nth i row zero, nth i x vzero)) (fun p => scale (fst p) (snd p))), <- combine_maps.
  rewrite (read_inputs x _ eq_refl), <- (HN row Hrow) at 1. now rewrite map_nth_seq.
Qed.

Lemma renumbered_biased_columns : forall (N : matrix K) ρ (x : list L), Permutation ρ (seq 0 (length x)) ->
  (forall row, In row N -> length row = S (length x)) ->
  times_over (permuted_columns (0 :: map S ρ) N) (e :: entries ρ x) = times_over N (e :: x).
Proof.
  intros N ρ x H HN. rewrite <- (renumbered_columns N (0 :: map S ρ) (e :: x)); [|cbn [length seq]|exact HN].
  - f_equal. unfold entries. cbn [map nth]. now rewrite map_map.
  - rewrite <- seq_shift. now apply perm_skip, Permutation_map.
Qed.

Lemma renumbered_rows : forall (N : matrix K) π (x : list L), Permutation π (seq 0 (length N)) ->
  map σ (times_over (permuted_rows π N) x) = entries π (map σ (times_over N x)).
Proof.
  intros N π x H. unfold times_over, permuted_rows, entries. rewrite !map_map. apply map_ext_in. intros i Hi.
  apply (Permutation_in _ H), in_seq in Hi.
  set (f := fun row => σ (vsum (map (fun p => scale (fst p) (snd p)) (combine row x)))).
  rewrite (nth_indep _ vzero (f [])) by (rewrite map_length; lia). symmetry. apply (map_nth f).
Qed.

Lemma renumbered_values : forall (θ θ' : list (matrix K)) ρ (x : list L) d_out,
  Permutation ρ (seq 0 (length x)) -> biased_shaped (length x) d_out θ' -> renumbered ρ θ θ' ->
  biased_values e σ θ (entries ρ x) = biased_values e σ θ' x.
Proof.
  induction θ as [|M θ IH]; intros θ' ρ x d_out Hρ Hshaped H; [now destruct θ'|].
  destruct θ' as [|N θ']; [now destruct θ|]. destruct Hshaped as [HN Hshaped].
  assert (Hhidden : forall (P : list (matrix K)) (Q Q' : matrix K) φ, renumbered ρ (M :: Q :: P) (N :: Q' :: φ) ->
    Q :: P = θ -> Q' :: φ = θ' -> biased_values e σ (M :: Q :: P) (entries ρ x) = biased_values e σ (N :: Q' :: φ) x).
  { intros P Q Q' φ (π & Hπ & E & Hrest) Eθ Eθ'.
    change (biased_values e σ (Q :: P) (map σ (times_over M (e :: entries ρ x))) =
      biased_values e σ (Q' :: φ) (map σ (times_over N (e :: x)))).
    assert (HM : M = permuted_rows π (permuted_columns (0 :: map S ρ) N)) by
      (rewrite rows_and_columns by exact Hπ; exact E).
    rewrite HM, renumbered_rows, renumbered_biased_columns; try assumption;
      [|unfold permuted_columns; now rewrite map_length].
    rewrite Eθ, Eθ'. assert (Hlength : length (map σ (times_over N (e :: x))) = length N).
    { unfold times_over. now rewrite !map_length. }
    apply (IH θ' π _ d_out); rewrite ?Hlength; [exact Hπ|exact Hshaped|]. now rewrite <- Eθ, <- Eθ'. }
  destruct θ as [|M' θ], θ' as [|N' θ'].
  - cbn [renumbered] in H. cbn [biased_values]. rewrite H. now apply renumbered_biased_columns.
  - now destruct H as (π & _ & _ & H).
  - destruct H as (π & _ & _ & H). now destruct θ.
  - now apply Hhidden.
Qed.

Lemma renumbered_inputs : forall (θ θ' : list (matrix K)) d_in d_out (x : list L), length x = d_in ->
  biased_shaped d_in d_out θ' -> renumbered (seq 0 d_in) θ θ' -> biased_values e σ θ x = biased_values e σ θ' x.
Proof.
  intros θ θ' d_in d_out x <- Hshaped H. rewrite <- (renumbered_values θ θ' _ x d_out (Permutation_refl _) Hshaped H).
  f_equal. symmetry. now apply read_inputs.
Qed.

Lemma renumbered_widths : forall (θ θ' : list (matrix K)) ρ, renumbered ρ θ θ' ->
  map (@length _) θ = map (@length _) θ'.
Proof.
  induction θ as [|M θ IH]; intros [|N θ'] ρ H; try easy; [now destruct θ|].
  assert (Hmore : forall π, Permutation π (seq 0 (length N)) ->
    M = map (permuted_row (0 :: map S ρ)) (permuted_rows π N) -> renumbered π θ θ' ->
    map (@length _) (M :: θ) = map (@length _) (N :: θ')).
  { intros π Hπ -> Hrest. cbn [map]. f_equal; [|now apply (IH θ' π)]. unfold permuted_rows. rewrite !map_length.
    apply Permutation_length in Hπ. now rewrite seq_length in Hπ. }
  destruct θ as [|M' θ], θ' as [|N' θ']; try (destruct H as (π & Hπ & E & H); now apply (Hmore π)).
  cbn [renumbered] in H. rewrite H. cbn [map]. now rewrite map_length.
Qed.

End Renumbered.

(** ** Reduced forms *)

Lemma replacements_fit : forall {K : Field} d_in d_out related (θ φ : list (matrix K)),
  clos_refl_trans _ (biased_at_one_layer d_in d_out related) θ φ -> biased_shaped d_in d_out θ ->
  biased_shaped d_in d_out φ /\ length φ = length θ.
Proof.
  intros K d_in d_out related θ φ H Hθ.
  apply (steps_keep _ (fun φ => biased_shaped d_in d_out φ /\ length φ = length θ)) with (2 := H); [|now split].
  intros ψ χ (_ & Hχ & before & M & M' & N & N' & after & -> & -> & _) [_ E]. split; [exact Hχ|].
  rewrite <- E, !app_length. reflexivity.
Qed.

Lemma reduced_values : forall {K : Field} {L : VectorSpace K} (e : L) d_in d_out (θ φ : list (matrix K)),
  clos_refl_trans _ (biased_reduction d_in d_out) θ φ ->
  forall (σ : L -> L) x, length x = d_in -> biased_values e σ θ x = biased_values e σ φ x.
Proof.
  intros K L e d_in d_out θ φ H. apply (biased_expansion_keeps_function K L e d_in d_out).
  revert H. apply steps_weaker, biased_replacements_exist.
Qed.

Theorem biased_reduction_confluent : BiasedReductionConfluent.
Proof.
  intros K d_in d_out θ θ1 θ2 characteristic Hne Hθ H1 Hirr1 H2 Hirr2.
  destruct (replacements_fit _ _ _ _ _ H1 Hθ) as [Hs1 Hl1]. destruct (replacements_fit _ _ _ _ _ H2 Hθ) as [Hs2 Hl2].
  destruct (infinite_dimensions_exist K) as [L infinite]. destruct (infinite []) as [e He].
  assert (He' : e <> vzero) by (apply (He []); easy).
  apply (biased_layers_unique K L e d_in d_out); try assumption; [congruence|now intros ->; destruct θ|].
  intros σ x Hx. rewrite <- (biased_expansion_keeps_function K L e d_in d_out θ θ1 H1 σ x Hx).
  now apply (biased_expansion_keeps_function K L e d_in d_out).
Qed.

Theorem functions_determine_biased_layers : FunctionsDetermineBiasedLayers.
Proof.
  intros K L e d_in d_out θ θ' characteristic infinite He Hlength Hne Hθ Hθ'.
  destruct (biased_reduction_normal_forms K d_in d_out θ Hθ) as (_ & (φ & Hφ & Hirr) & _).
  destruct (biased_reduction_normal_forms K d_in d_out θ' Hθ') as (_ & (φ' & Hφ' & Hirr') & _). split.
  - intro H. exists φ, φ'. do 4 (split; [assumption|]).
    destruct (replacements_fit _ _ _ _ _ Hφ Hθ) as [Hs Hl]. destruct (replacements_fit _ _ _ _ _ Hφ' Hθ') as [Hs' Hl'].
    apply (biased_layers_unique K L e d_in d_out); try assumption; [congruence|now intros ->; destruct θ|].
    intros σ x Hx. rewrite <- (reduced_values e d_in d_out θ φ Hφ σ x Hx), (H σ x Hx).
    now apply (reduced_values e d_in d_out).
  - clear φ φ' Hφ Hφ' Hirr Hirr'. intros (φ & φ' & Hφ & _ & Hφ' & _ & Hrenumbered) σ x Hx.
    rewrite (reduced_values e d_in d_out θ φ Hφ σ x Hx), (reduced_values e d_in d_out θ' φ' Hφ' σ x Hx).
    apply (renumbered_inputs e σ φ φ' d_in d_out x Hx); [|exact Hrenumbered].
    now apply (replacements_fit _ _ _ _ _ Hφ').
Qed.

Theorem irreducible_biased_layers_least : IrreducibleBiasedLayersLeast.
Proof.
  intros K L e d_in d_out θ θ' characteristic infinite He Hlength Hne Hθ Hθ' Hirr H.
  destruct (biased_reduction_normal_forms K d_in d_out θ' Hθ') as (_ & (φ & Hφ & Hirr') & _).
  destruct (replacements_fit _ _ _ _ _ Hφ Hθ') as [Hs Hl].
  rewrite (renumbered_widths θ φ (seq 0 d_in)).
  - revert Hφ. apply widths_fall. intros a b (_ & _ & before & M & M' & N & N' & after & -> & -> & Hbias & Hpair).
    apply unit_reduction_length in Hpair. unfold layer_unit, biased_units in Hpair. rewrite !pair_units_length in Hpair.
    apply pair_widths; [lia|]. symmetry. now apply same_biases_length.
  - apply (biased_layers_unique K L e d_in d_out); try assumption; [congruence|].
    intros σ x Hx. rewrite (H σ x Hx). now apply (reduced_values e d_in d_out).
Qed.
