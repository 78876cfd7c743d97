(** Pairs of neighbouring matrices and their units: each determines the other, and the measure determines the second
    matrix; the networks that they write down. *)

From Coq Require Import List Arith Lia Field_theory.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Spaces.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerManifold UnitSpaces.
Import ListNotations.

Local Open Scope nat_scope.

Section Pairs.

Context {K : Field}.

(** ** Pairs and their units *)

Definition rows_of_length (n : nat) (M : matrix K) : Prop := forall row, In row M -> length row = n.

Lemma pair_of_units : forall d n (units : list (list K * list K)),
  (forall u, In u units -> length (fst u) = d /\ length (snd u) = n) ->
  exists N N' : matrix K,
    rows_of_length d N /\ rows_of_length (length N) N' /\ length N' = n /\ pair_units N N' = units.
Proof.
  intros d n units H. exists (incoming_rows units), (outgoing_rows n units). split; [|split; [|split]].
  - intros row Hrow. apply in_map_iff in Hrow as (u & <- & Hu). now apply H.
  - intros row Hrow. apply in_map_iff in Hrow as (j & <- & _). unfold incoming_rows. now rewrite !map_length.
  - unfold outgoing_rows. now rewrite map_length, seq_length.
  - apply units_of_rows. intros u Hu. now apply H.
Qed.

Lemma nth_column : forall (M' : matrix K) i j,
  nth j (map (fun row => nth i row zero) M') zero = nth i (nth j M' []) zero.
Proof.
  intros M' i j. rewrite <- (map_nth (fun row => nth i row zero) M' [] j).
  destruct (le_lt_dec (length M') j) as [Hj|Hj].
  - rewrite !nth_overflow by now rewrite map_length. now destruct i.
  - apply nth_indep. now rewrite map_length.
Qed.

Lemma nth_pair_units : forall (M M' : matrix K) i, i < length M ->
  nth_error (pair_units M M') i = Some (nth i M [], map (fun row => nth i row zero) M').
Proof.
  intros M M' i Hi. unfold pair_units. rewrite nth_error_map, (nth_error_nth' _ 0) by now rewrite seq_length.
  now rewrite seq_nth.
Qed.

(** Matrices with rows of one length are equal if their columns are. *)
Lemma equal_by_entries : forall n (M' L' : matrix K), rows_of_length n M' -> rows_of_length n L' ->
  length M' = length L' -> (forall i j, i < n -> nth i (nth j M' []) zero = nth i (nth j L' []) zero) -> M' = L'.
Proof.
  intros n M' L' HM HL Hlength H. apply (nth_ext _ _ [] []); [exact Hlength|]. intros j Hj.
  assert (E : length (nth j M' []) = n) by now apply HM, nth_In.
  apply (nth_ext _ _ zero zero).
  - rewrite E. symmetry. apply HL, nth_In. congruence.
  - intros i Hi. apply H. congruence.
Qed.

Lemma pair_units_injective : forall N N' L L' : matrix K,
  rows_of_length (length N) N' -> rows_of_length (length L) L' -> length N' = length L' ->
  pair_units N N' = pair_units L L' -> N = L /\ N' = L'.
Proof.
  intros N N' L L' HN HL Hlength E. assert (EN : N = L) by now rewrite <- (incoming_of_pair N N'), E, incoming_of_pair.
  split; [exact EN|]. subst L. apply (equal_by_entries (length N)); try assumption. intros i j Hi.
  pose proof (nth_pair_units N N' i Hi) as H. rewrite E, nth_pair_units in H by exact Hi. injection H as H.
  now rewrite <- !nth_column, H.
Qed.

(** ** The measure of a pair with distinct rows *)

Lemma units_measure_absent : forall (units : list (list K * list K)) w j, ~ In w (map fst units) ->
  units_measure units w j = zero.
Proof.
  intros units w j. unfold units_measure. induction units as [|u units IH]; intro H; [reflexivity|]. cbn [filter].
  destruct (list_eq_dec scalar_eq_dec (fst u) w) as [E|_]; [destruct H; now left|]. apply IH. intro Hin. apply H.
  now right.
Qed.

Add Field K_field9 : (field_laws K).

Lemma units_measure_distinct : forall (units : list (list K * list K)) u j, NoDup (map fst units) -> In u units ->
  units_measure units (fst u) j = nth j (snd u) zero.
Proof.
  induction units as [|v units IH]; intros u j Hdistinct Hu; [easy|]. inversion Hdistinct as [|? ? Hnew Hrest]. subst.
  rewrite units_measure_cons. destruct Hu as [->|Hu].
  - destruct (row_eq_dec (fst u) (fst u)); [|easy]. rewrite units_measure_absent by exact Hnew. ring.
  - destruct (row_eq_dec (fst v) (fst u)) as [E|_].
    + destruct Hnew. rewrite E. now apply in_map.
    + rewrite IH by assumption. ring.
Qed.

Lemma measure_determines : forall M M' L' : matrix K, NoDup M -> rows_of_length (length M) M' ->
  rows_of_length (length M) L' -> length M' = length L' ->
  same_units_measure (pair_units M M') (pair_units M L') -> M' = L'.
Proof.
  intros M M' L' HM HM' HL' Hlength H. apply (equal_by_entries (length M)); try assumption. intros i j Hi.
  specialize (H (nth i M []) j).
  assert (Hat : forall N' : matrix K, units_measure (pair_units M N') (nth i M []) j = nth i (nth j N' []) zero).
  { intro N'. pose proof (nth_error_In _ _ (nth_pair_units M N' i Hi)) as Hin.
    rewrite <- nth_column. apply (units_measure_distinct (pair_units M N') _ j) in Hin; [exact Hin|].
    now rewrite incoming_of_pair. }
  now rewrite !Hat in H.
Qed.

(** ** The networks of pairs *)

Lemma nonzero_vector : forall (V : VectorSpace K) n (c : V -> list K), coordinates n c ->
  (forall l, length l = n -> exists v, c v = l) -> 1 <= n -> exists v : V, v <> vzero.
Proof.
  intros V [|n] c Hc Honto Hn; [lia|]. destruct (Honto (repeat one (S n)) (repeat_length _ _)) as [v Hv].
  exists v. intros ->. apply (f_equal (fun l => nth 0 l zero)) in Hv.
  rewrite (column_zero (S n) c Hc) in Hv. cbn in Hv. symmetry in Hv. revert Hv. apply (F_1_neq_0 (field_laws K)).
Qed.

Lemma networks_of_pairs : forall d n, exists (W A : VectorSpace K) (row : W -> list K) (column : A -> list K),
  vector_dimension W d /\ vector_dimension A n /\ coordinates d row /\ coordinates n column /\
  (1 <= d -> exists w : W, w <> vzero) /\ (1 <= n -> exists a : A, a <> vzero) /\
  forall M M' : matrix K, rows_of_length d M -> length M' = n ->
    exists base : network W A, written row column base = pair_units M M' /\ length base = length M.
Proof.
  intros d n. destruct (@coordinates_exist K d) as (W & row & HW & Hrow & Honto).
  destruct (@coordinates_exist K n) as (A & column & HA & Hcolumn & Honto').
  exists W, A, row, column. do 4 (split; [assumption|]). split; [|split].
  - now apply (nonzero_vector W d row).
  - now apply (nonzero_vector A n column).
  - intros M M' HM Hlength. destruct (written_onto d n row column Honto Honto' (pair_units M M')) as [base Hbase].
    + intros u Hu. split; [|now rewrite (pair_units_outgoing M M')]. apply HM.
      rewrite <- (incoming_of_pair M M'). now apply in_map.
    + exists base. split; [exact Hbase|]. rewrite <- (pair_units_length M M'), <- Hbase. symmetry. apply map_length.
Qed.

(** A network above the base, as a pair that replaces it. *)
Lemma network_replaces : forall d n (W A : VectorSpace K) (row : W -> list K) (column : A -> list K)
    (related : list (list K * list K) -> list (list K * list K) -> Prop) (M M' : matrix K) (θ : network W A),
  coordinates d row -> coordinates n column -> length M' = n ->
  related (pair_units M M') (written row column θ) ->
  exists N N', pair_replaced d related M M' N N' /\ pair_units N N' = written row column θ.
Proof.
  intros d n W A row column related M M' θ Hrow Hcolumn Hn H.
  destruct (pair_of_units d n (written row column θ)) as (N & N' & HN & HN' & Hlength & E).
  { intros u Hu. now apply (written_lengths d n row column Hrow Hcolumn θ). }
  exists N, N'. split; [|exact E]. split; [exact HN|]. split; [exact HN'|]. split; [congruence|]. now rewrite E.
Qed.

(** Rows are distinct and no column is 0: the base of the pair is irreducible. *)
Lemma settled_base : forall d n (W A : VectorSpace K) (row : W -> list K) (column : A -> list K) (M M' : matrix K)
    (base : network W A), coordinates d row -> coordinates n column ->
  settled_pair M M' -> written row column base = pair_units M M' -> irreducible base.
Proof.
  intros d n W A row column M M' base Hrow Hcolumn H E. apply (written_irreducible n row column Hcolumn).
  rewrite E. now apply settled_pair_units.
Qed.

Lemma settled_outputs : forall M M' : matrix K, 1 <= length M -> settled_pair M M' -> 1 <= length M'.
Proof. intros M M' HM [_ H]. destruct (H 0 HM) as (row & Hrow & _). destruct M'; [easy|cbn; lia]. Qed.

End Pairs.
