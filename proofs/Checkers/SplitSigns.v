(** The signs of the shares are those of the Σ β_i·W_qi² for the rows of W, if W is invertible and these are
    orthogonal. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import PermutedLists Coordinates.
From Equiloss.Layers Require Import Layers.
From Equiloss.Index Require Import Order SecondVariation Inertia Sylvester NetworkForms.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedInertia CheckedSplitting Dominance MatrixForms SoundMatrices ListVariations
  HessianMatrix SoundInstances SplitShares.
Import ListNotations.

Local Open Scope nat_scope.

Section Signs.

Context {K : OrderedField} (shares : list K) (M N : matrix K).
Hypothesis Hrows : length M = length shares.
Hypothesis Hcolumns : length N = length shares.
Hypothesis Hfull : forall row, In row M -> length row = length shares.
Hypothesis Hfull' : forall row, In row N -> length row = length shares.
Hypothesis Hinverse : check_inverse M N = true.
Add Field signs_field : (field_laws K).

Definition along (y : list K) : list K := combined M (combine y M).

Lemma rows_fit : forall row, In row M -> fits M row.
Proof. intros row Hrow. unfold fits. rewrite Hrows. now apply Hfull. Qed.

Lemma pairs_fit_rows : forall y (p : K * list K), In p (combine y M) -> fits M (snd p).
Proof. intros y [c row] Hp. apply in_combine_r in Hp. now apply rows_fit. Qed.

Lemma along_keeps : keeps scalars_plus (length shares) along.
Proof. rewrite <- Hrows. apply (combined_keeps M). exact rows_fit. Qed.

Lemma along_length : forall y, length y = length shares -> length (along y) = length shares.
Proof. intros y Hy. rewrite <- Hrows. apply combined_length, pairs_fit_rows. Qed.

Lemma along_injective : forall y, length y = length shares -> along y = zeros (length shares) ->
  y = zeros (length shares).
Proof.
  intros y Hy E. apply (nth_ext _ _ zero zero); [now rewrite zeros_length|]. intros p Hp. unfold zeros at 1.
  rewrite nth_repeat. destruct (nth_error N p) as [row|] eqn:Erow; [|apply nth_error_None in Erow; lia].
  pose proof (coefficient M row p 0 y) as H. cbn [Nat.leb] in H. rewrite Nat.sub_0_r in H.
  rewrite <- H; [|congruence|intros i row' Hi; apply (check_inverse_sound M N Hinverse i p row' row Hi Erow)].
  rewrite <- (form_combined M (fun x => dot x row)); [|intros s x x' Hx Hx'; apply dot_linear|apply pairs_fit_rows].
  - fold (along y). rewrite E. apply dot_zeros_left.
  - rewrite Hx, Hrows. symmetry. apply Hfull'. now apply nth_error_In in Erow.
  - rewrite Hx', Hrows. symmetry. apply Hfull'. now apply nth_error_In in Erow.
Qed.

Lemma weighted_length : forall x : list K, length x = length shares -> length (weighted_by shares x) = length shares.
Proof. intros x Hx. unfold weighted_by. rewrite map_length, combine_length. lia. Qed.

Lemma weighted_keeps : forall x, length x = length shares ->
  keeps scalar_plus (length M) (fun y => dot (weighted_by shares x) y).
Proof. intros x Hx s y y' Hy Hy'. apply dot_plus; rewrite weighted_length; congruence. Qed.

Definition pairing (x y : list K) : K := dot (weighted_by shares x) y.

Lemma square_along : forall y, length y = length shares ->
  diagonal shares (along y) = double_sum pairing (combine y M).
Proof.
  intros y Hy. pose proof (along_length y Hy) as Hlength. rewrite <- weighted_diagonal. unfold along at 2.
  rewrite (form_combined M (fun x => dot (weighted_by shares (along y)) x)) by
    (apply weighted_keeps, Hlength || apply pairs_fit_rows).
  apply sum_ext. intros p Hp. rewrite weighted_symmetric. unfold along.
  pose proof (pairs_fit_rows y p Hp) as Hfit. unfold fits in Hfit.
  rewrite (form_combined M (fun x => dot (weighted_by shares (snd p)) x)) by
    ((apply weighted_keeps; congruence) || apply pairs_fit_rows).
  rewrite <- sum_map_mul. apply sum_ext. intros q _. unfold product, pairing. ring.
Qed.

Hypothesis Horthogonal : check_orthogonal shares M = true.

Lemma orthogonal_rows : forall i j row row', nth_error M i = Some row -> nth_error M j = Some row' -> i <> j ->
  pairing row row' = zero.
Proof.
  intros i j row row' Hi Hj Hij. unfold check_orthogonal in Horthogonal. rewrite forallb_forall in Horthogonal.
  specialize (Horthogonal (i, row) (in_numbered_from M 0 i row Hi)). rewrite forallb_forall in Horthogonal.
  specialize (Horthogonal (j, row') (in_numbered_from M 0 j row' Hj)). cbn [fst snd] in Horthogonal.
  rewrite (proj2 (Nat.eqb_neq i j) Hij) in Horthogonal. cbn [orb] in Horthogonal. unfold is_zero_scalar in Horthogonal.
  now destruct (scalar_eq_dec (dot (weighted_by shares row) row') zero).
Qed.

Lemma numbered_pairs : forall (l : list (K * list K)) n, map snd (combine (seq n (length l)) l) = l /\
  map fst (combine (seq n (length l)) l) = seq n (length l).
Proof.
  induction l as [|p l IH]; intro n; [easy|]. cbn [length seq combine map fst snd].
  destruct (IH (S n)) as [-> ->]. easy.
Qed.

Lemma square_by_rows : forall y, length y = length shares ->
  diagonal shares (along y) = diagonal (gammas shares M) y.
Proof.
  intros y Hy. rewrite square_along by exact Hy. set (l := combine y M).
  destruct (numbered_pairs l 0) as [El Elabels]. set (labelled := combine (seq 0 (length l)) l) in *.
  transitivity (sum (map (fun c : nat * (K * list K) => product pairing (snd c) (snd c)) labelled)).
  - rewrite <- (same_labels fst (fun c c' => product pairing (snd c) (snd c')) labelled) by
      (rewrite Elabels; apply seq_NoDup).
    unfold double_sum. rewrite <- El, map_map. apply sum_ext. intros c Hc. rewrite map_map.
    apply sum_ext. intros c' Hc'.
    destruct (Nat.eqb_spec (fst c) (fst c')) as [E|Hne]; [easy|].
    assert (Hplace : forall c : nat * (K * list K), In c labelled -> nth_error M (fst c) = Some (snd (snd c))).
    { intros [n [a row]] Hin. cbn [fst snd]. apply numbered_places in Hin. unfold l in Hin.
      rewrite nth_error_combine in Hin. destruct (nth_error y n), (nth_error M n); try easy.
      now injection Hin as -> ->. }
    unfold product. rewrite (orthogonal_rows _ _ _ _ (Hplace c Hc) (Hplace c' Hc') Hne). ring.
  - rewrite <- (map_map snd (fun p => product pairing p p)), El. unfold l, gammas, product, pairing. clear - Hy Hrows.
    rewrite <- Hrows in Hy. clear Hrows. revert y Hy. induction M as [|row M' IH]; intros [|c y] Hy; try easy.
    injection Hy as Hy. cbn [map combine]. rewrite diagonal_cons, <- IH by exact Hy. rewrite sum_cons. cbn [fst snd].
    ring.
Qed.

Theorem gammas_have_signs : forall p q z, signs shares p q z -> signs (gammas shares M) p q z.
Proof.
  intros p q z Hsigns. assert (Hlength : length (gammas shares M) = length shares)
    by (unfold gammas; rewrite map_length; exact Hrows).
  assert (Hshares : inertia_on scalars_plus (fun x => length x = length shares) (diagonal shares) p q z)
    by (exists (fun x => x), shares; split; [apply own_coordinates|now split]).
  apply (inertia_preimage scalars_plus scalars_plus (fun x => length x = length shares) _ along
    (diagonal (gammas shares M))) in Hshares.
  - destruct (signs_exist (gammas shares M)) as (p' & q' & z' & Hsigns').
    assert (Hgammas : inertia_on scalars_plus (fun x => length x = length shares) (diagonal (gammas shares M)) p' q' z')
      by (exists (fun x => x), (gammas shares M); rewrite Hlength; split; [apply own_coordinates|now split]).
    destruct (inertia_unique_numbers scalars_plus _ _ _ _ _ _ _ _ Hshares Hgammas) as (-> & -> & ->). exact Hsigns'.
  - intros s x y Hx Hy. rewrite plus_length; congruence.
  - exact along_length.
  - intros y Hy. now apply (injective_onto (length shares) along along_keeps along_length along_injective).
  - intros x x' Hx Hx' E. apply (plus_cancel (opp one) x x' x'); [congruence|easy|].
    transitivity (zeros (K := K) (length shares)).
    + apply along_injective; [rewrite plus_length; congruence|]. rewrite along_keeps, E by easy.
      rewrite <- (along_length x' Hx'). apply difference_of_equals.
    + symmetry. rewrite <- Hx'. apply difference_of_equals.
  - intros s x x' Hx Hx'. now apply along_keeps.
  - exact square_by_rows.
Qed.

End Signs.
