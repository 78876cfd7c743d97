(** Φ_P holds the lines through its points, with biases as without. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps.
From Equiloss.Layers Require Import Layers LayerLines.
From Equiloss.Checkers Require Import CheckedLayeredPath CodedLayers.
Import ListNotations.

Local Open Scope nat_scope.

Section Lines.

Context {K : Field} (s : K).
Add Field K_field_coded_lines : (field_laws K).

Lemma row_sum_towards : forall c Q (row row' : list K), length row = length row' ->
  row_sum c Q (scalars_towards s row row') = scalar_towards s (row_sum c Q row) (row_sum c Q row').
Proof.
  intros c. unfold row_sum.
  induction Q as [|d Q IH]; intros [|a row] [|b row'] H; try easy; try (cbn; unfold scalar_towards; ring).
  injection H as H. rewrite scalars_towards_cons. cbn [combine filter fst]. specialize (IH row row' H).
  destruct (code_eq_dec d c); [|exact IH]. cbn [map snd]. rewrite !sum_cons, IH. unfold scalar_towards. ring.
Qed.

Lemma row_of_line : forall (V V' : matrix K) i row, nth_error (matrix_towards s V V') i = Some row ->
  exists a b, nth_error V i = Some a /\ nth_error V' i = Some b /\ row = scalars_towards s a b.
Proof.
  intros V. unfold matrix_towards, list_towards.
  induction V as [|a V IH]; intros [|b V'] [|i] row H; try easy; cbn [combine map nth_error] in H.
  - injection H as <-. now exists a, b.
  - exact (IH V' i row H).
Qed.

Lemma scalar_towards_self : forall x : K, scalar_towards s x x = x.
Proof. intro x. unfold scalar_towards. ring. Qed.

Lemma stands_for_towards : forall Q P (W V V' : matrix K), stands_for Q P W V -> stands_for Q P W V' ->
  stands_for Q P W (matrix_towards s V V').
Proof.
  intros Q P W V V' (Hlength & Hrows & Hlabel & Hzero) (Hlength' & Hrows' & Hlabel' & Hzero').
  assert (Hsum : forall a b c, In a V -> In b V' ->
    row_sum c Q (scalars_towards s a b) = scalar_towards s (row_sum c Q a) (row_sum c Q b)).
  { intros a b c Ha Hb. apply row_sum_towards. now rewrite (Hrows a Ha), (Hrows' b Hb). }
  split; [rewrite matrix_towards_length; congruence|]. split; [now apply matrix_towards_rows|]. split.
  - intros i t row w Hi Hrow Hw. apply row_of_line in Hrow as (a & b & Ha & Hb & ->).
    destruct (Hlabel i t a w Hi Ha Hw) as [H1 H2]. destruct (Hlabel' i t b w Hi Hb Hw) as [H1' H2'].
    apply nth_error_In in Ha, Hb. split.
    + intros k Hk. rewrite Hsum, H1, H1' by assumption. apply scalar_towards_self.
    + intro z. rewrite Hsum, H2, H2' by assumption. apply scalar_towards_self.
  - intros i j z row row' Hi Hj Hrow Hrow' c. apply row_of_line in Hrow as (a & b & Ha & Hb & ->).
    apply row_of_line in Hrow' as (a' & b' & Ha' & Hb' & ->).
    pose proof (Hzero i j z a a' Hi Hj Ha Ha' c) as E. pose proof (Hzero' i j z b b' Hi Hj Hb Hb' c) as E'.
    apply nth_error_In in Ha, Hb, Ha', Hb'. rewrite !Hsum by assumption. now rewrite E, E'.
Qed.

Lemma coded_layers_towards : forall biased θ φ φ' Q P, coded_layers biased Q P θ φ -> coded_layers biased Q P θ φ' ->
  coded_layers biased Q P θ (layers_towards (K := K) s φ φ').
Proof.
  intros biased. induction θ as [|W θ IH]; intros [|V φ] [|V' φ'] Q [|P1 P] H H'; try (exact H || exact H').
  rewrite layers_towards_cons. destruct H as (HP & Hstands & H). destruct H' as (_ & Hstands' & H').
  split; [exact HP|]. split; [now apply stands_for_towards|now apply IH].
Qed.

(** ** As certificates have them *)

Lemma biases_towards : forall φ φ' : layered K,
  with_biases (layered_towards s φ φ') = layers_towards s (with_biases φ) (with_biases φ').
Proof.
  intros [b V] [b' V']. unfold with_biases, layered_towards. cbn [fst snd].
  assert (Hone : forall (c c' : list K) (M M' : matrix K),
    map (fun q => fst q :: snd q) (combine (scalars_towards s c c') (matrix_towards s M M')) =
    matrix_towards s (map (fun q => fst q :: snd q) (combine c M)) (map (fun q => fst q :: snd q) (combine c' M'))).
  { unfold matrix_towards, list_towards. intros c.
    induction c as [|x c IH]; intros [|x' c'] [|row M] [|row' M']; try reflexivity.
    rewrite scalars_towards_cons. cbn [combine map fst snd]. f_equal. apply IH. }
  unfold layers_towards. revert b' V V'.
  induction b as [|c b IH]; intros [|c' b'] [|M V] [|M' V']; try reflexivity.
  cbn [combine map fst snd]. f_equal; [apply Hone|apply IH].
Qed.

Lemma lengths_towards : forall l l' : list (list K), map (@length K) l = map (@length K) l' ->
  map (@length K) (map (fun p => scalars_towards s (fst p) (snd p)) (combine l l')) = map (@length K) l.
Proof.
  induction l as [|x l IH]; intros [|y l'] H; try easy. injection H as Hxy H. cbn [combine map fst snd].
  rewrite IH by exact H. f_equal. unfold scalars_towards. rewrite map_length, combine_length. lia.
Qed.

Lemma shaped_towards : forall (φ φ' : list (matrix K)) d_in d_out, map (@length (list K)) φ = map (@length _) φ' ->
  shaped d_in d_out φ -> shaped d_in d_out φ' ->
  shaped d_in d_out (layers_towards s φ φ') /\
  map (@length (list K)) (layers_towards s φ φ') = map (@length _) φ.
Proof.
  induction φ as [|V φ IH]; intros [|V' φ'] d_in d_out E H H'; try easy. injection E as EV E.
  destruct H as [HV H], H' as [HV' H']. rewrite layers_towards_cons. cbn [shaped map].
  rewrite matrix_towards_length by exact EV. rewrite <- EV in H'. destruct (IH φ' (length V) d_out E H H') as [IH1 IH2].
  split; [split; [now apply matrix_towards_rows|exact IH1]|now rewrite IH2].
Qed.

Lemma layered_shaped_towards : forall d_in d_out widths biased (φ φ' : layered K),
  layered_shaped d_in d_out widths biased φ -> layered_shaped d_in d_out widths biased φ' ->
  layered_shaped d_in d_out widths biased (layered_towards s φ φ').
Proof.
  intros d_in d_out widths biased φ φ' (H & Hw & Hb) (H' & Hw' & Hb').
  destruct (shaped_towards (snd φ) (snd φ') d_in d_out) as [H1 H2]; try assumption; [congruence|].
  split; [exact H1|]. split; [unfold layered_towards; cbn [snd]; congruence|].
  unfold layered_towards. cbn [fst]. rewrite lengths_towards; congruence.
Qed.

End Lines.

Section Rows.

Context {K : Field}.

Lemma has_biases_shaped : forall d_in d_out widths biased (φ : layered K), widths <> [] ->
  layered_shaped d_in d_out widths biased φ -> has_biases φ = biased.
Proof.
  intros d_in d_out widths biased [[|b biases] V] Hne (_ & _ & H); unfold has_biases; cbn [fst map] in *.
  - destruct biased; [now elim Hne|reflexivity].
  - now destruct biased.
Qed.

Lemma with_biases_fitting : forall (V : list (matrix K)) biases d_in d_out, shaped d_in d_out V ->
  map (@length K) biases = map (@length _) V -> biased_shaped d_in d_out (with_biases (biases, V)).
Proof.
  unfold with_biases. cbn [fst snd].
  induction V as [|M V IH]; intros [|b biases] d_in d_out H E; try easy. injection E as EM E. destruct H as [HM H].
  cbn [combine map biased_shaped fst snd]. rewrite map_length, combine_length, EM, Nat.min_id. split; [|now apply IH].
  intros row Hrow. apply in_map_iff in Hrow as ([x w] & <- & Hin). apply in_combine_r in Hin. cbn [fst snd length].
  now rewrite (HM w Hin).
Qed.

Lemma layered_rows_fitting : forall d_in d_out widths biased (φ : layered K), widths <> [] ->
  layered_shaped d_in d_out widths biased φ -> fitting biased d_in d_out (layered_rows φ).
Proof.
  intros d_in d_out widths biased φ Hne H. pose proof (has_biases_shaped d_in d_out widths biased φ Hne H) as Hb.
  destruct H as (H & Hw & E). unfold layered_rows, fitting. rewrite Hb. destruct biased; [|exact H].
  rewrite (surjective_pairing φ). apply with_biases_fitting; [exact H|]. congruence.
Qed.

Lemma layered_values_rows : forall {L : VectorSpace K} (e : L) (σ : L -> L) (φ : layered K) x,
  layered_values e σ φ x = values (has_biases φ) e σ (layered_rows φ) x.
Proof. intros L e σ φ x. unfold layered_values, values, layered_rows. now destruct (has_biases φ). Qed.

End Rows.
