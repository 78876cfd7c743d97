(** A point of the critical subspace of a pair of matrices is a copy: rows are copied, and columns get the shares. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers LayerNormalForms PairUnits LayerCopies.
Import ListNotations.

Local Open Scope nat_scope.

Section Pairs.

Context {K : Field}.
Add Field K_field : (field_laws K).

Lemma admissible_whole : forall r g (β : list K), (forall t, In t g -> t < r) -> admissible_shares r g β ->
  whole r (combine g β).
Proof.
  intros r g β Hg [_ Hβ]. split.
  - intros [t b] Hp. apply in_combine_l in Hp. now apply Hg.
  - intros t Ht. rewrite <- (Hβ t Ht). unfold mass, shares_of. do 2 f_equal. apply filter_ext. intros [s b].
    unfold at_x. cbn [fst]. destruct (Nat.eq_dec s t) as [->|H]; [now rewrite Nat.eqb_refl|].
    now rewrite (proj2 (Nat.eqb_neq s t) H).
Qed.

Lemma copied_by_rows : forall rows columns (M : matrix K),
  copied_matrix rows columns M = map (fun p => shared columns (nth (fst p) M [])) rows.
Proof. reflexivity. Qed.

Lemma shared_twice : forall r columns (row : list K), (forall p, In p columns -> fst p < r) ->
  shared columns (shared (uncopied r) row) = shared columns row.
Proof.
  intros r columns row H. unfold shared at 1 3. apply map_ext_in. intros p Hp. f_equal. specialize (H p Hp).
  unfold shared, uncopied. rewrite map_map. cbn [fst snd].
  rewrite (nth_indep _ zero ((fun i => mul one (nth i row zero)) 0)) by (rewrite map_length, seq_length; exact H).
  rewrite (map_nth (fun i => mul one (nth i row zero))), seq_nth by exact H. cbn [Nat.add]. ring.
Qed.

Lemma copied_columns : forall r rows columns (M : matrix K), (forall p, In p columns -> fst p < r) ->
  map (shared columns) (copied_matrix rows (uncopied r) M) = copied_matrix rows columns M.
Proof.
  intros r rows columns M H. rewrite !copied_by_rows, map_map. apply map_ext. intro p. now apply shared_twice.
Qed.

Lemma copied_rows : forall r rows columns (M : matrix K), (forall p, In p rows -> fst p < length M) ->
  length columns = r -> copied_matrix rows (uncopied r) (map (shared columns) M) = copied_matrix rows columns M.
Proof.
  intros r rows columns M H Hr. rewrite !copied_by_rows. apply map_ext_in. intros p Hp.
  rewrite (nth_indep _ [] (shared columns [])) by (rewrite map_length; now apply H). rewrite map_nth.
  apply shared_uncopied. unfold shared. now rewrite map_length.
Qed.

Lemma copied_itself : forall d (M : matrix K), rows_of_length d M ->
  copied_matrix (uncopied (length M)) (uncopied d) M = M.
Proof.
  intros d M HM. rewrite copied_by_rows. unfold uncopied at 2. rewrite map_map. cbn [fst].
  transitivity (map (fun i => nth i M []) (seq 0 (length M))); [|apply map_nth_seq]. apply map_ext_in. intros i Hi.
  apply in_seq in Hi.
  apply shared_uncopied, HM, nth_In, Hi.
Qed.

(** The units of a pair whose rows are copied, and whose columns get the shares. *)
Lemma units_of_copies : forall d g β (M M' : matrix K), rows_of_length d M -> (forall t, In t g -> t < length M) ->
  pair_units (copied_matrix (combine g β) (uncopied d) M) (map (shared (combine g β)) M') =
  map (fun p => let u := nth (fst p) (pair_units M M') ([], []) in (fst u, map (mul (snd p)) (snd u))) (combine g β).
Proof.
  intros d g β M M' HM Hg. set (c := combine g β). unfold pair_units at 1. rewrite copied_by_rows, map_length.
  apply map_by_places. intros i [t b] Hi. cbn [fst snd].
  assert (Ht : t < length M) by exact (Hg t (in_combine_l g β t b (nth_error_In _ i Hi))).
  rewrite (nth_error_nth _ _ _ (nth_pair_units M M' t Ht)). cbn [fst snd]. f_equal.
  - transitivity (shared (uncopied d) (nth t M [])); [|now apply shared_uncopied, HM, nth_In].
    apply nth_error_nth. now rewrite nth_error_map, Hi.
  - rewrite !map_map. apply map_ext. intro row. unfold shared. apply nth_error_nth. now rewrite nth_error_map, Hi.
Qed.

Lemma critical_pair_copied : forall d g (M M' N N' : matrix K), rows_of_length d M ->
  (forall t, In t g -> t < length M) ->
  (pair_replaced d (units_Gamma_bar g) M M' N N' <-> exists β, admissible_shares (length M) g β /\
    N = copied_matrix (combine g β) (uncopied d) M /\ N' = map (shared (combine g β)) M').
Proof.
  intros d g M M' N N' HM Hg.
  assert (Hrows : forall c, rows_of_length (length (copied_matrix c (uncopied d) M)) (map (@shared K c) M')).
  { intros c row Hrow. apply in_map_iff in Hrow as (row' & <- & _). unfold shared, copied_matrix.
    now rewrite !map_length. }
  split.
  - intros (HN & HN' & Hl & β & Hβ & E & Hsum). rewrite pair_units_length in Hsum. exists β. split; [now split|].
    apply pair_units_injective; [exact HN'|apply Hrows|now rewrite map_length|]. rewrite E. symmetry.
    now apply units_of_copies.
  - intros (β & [Hβ Hsum] & -> & ->). split; [|split; [apply Hrows|split; [apply map_length|]]].
    + intros row Hrow. rewrite copied_by_rows in Hrow. apply in_map_iff in Hrow as (p & <- & _).
      unfold shared, uncopied. now rewrite !map_length, seq_length.
    + exists β. split; [exact Hβ|]. split; [now apply units_of_copies|]. now rewrite pair_units_length.
Qed.

End Pairs.
