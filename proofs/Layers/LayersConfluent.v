(** Irreducible deep networks with the same formal sums at their outputs are the same up to permutations of hidden
    units; so reduction leads to one of them, whatever the order of the layers. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerReduction FormalUnits FormalMatching.
Import ListNotations.

Section Confluent.

Context {K : Field}.

Definition permuted_rows (π : list nat) (N : matrix K) : matrix K := map (fun i => nth i N []) π.
Definition permuted_columns (π : list nat) (N : matrix K) : matrix K := map (permuted_row π) N.

Lemma permuted_pair : forall π (N N' : matrix K), Permutation π (seq 0 (length N)) ->
  Permutation (pair_units N N') (pair_units (permuted_rows π N) (permuted_columns π N')).
Proof.
  intros π N N' H. unfold pair_units at 1. set (unit i := (nth i N [], map (fun row => nth i row zero) N')).
  apply perm_trans with (map unit π); [now apply Permutation_map, Permutation_sym|].
  replace (pair_units (permuted_rows π N) (permuted_columns π N')) with (map unit π); [reflexivity|].
  unfold pair_units, permuted_rows, permuted_columns. rewrite map_length.
  transitivity (map unit (map (fun k => nth k π 0) (seq 0 (length π)))); [now rewrite map_nth_seq|].
  rewrite map_map. apply map_ext_in. intros k Hk. apply in_seq in Hk. unfold unit. f_equal.
  - rewrite (nth_indep (map _ π) [] (nth 0 N [])) by (rewrite map_length; lia). symmetry.
    apply (map_nth (fun i => nth i N [])).
  - rewrite map_map. apply map_ext. intro row. unfold permuted_row.
    rewrite (nth_indep (map _ π) zero (nth 0 row zero)) by (rewrite map_length; lia). symmetry.
    apply (map_nth (fun i => nth i row zero)).
Qed.

Lemma permuted_rows_in : forall π (N : matrix K) row, Permutation π (seq 0 (length N)) ->
  (In row (permuted_rows π N) <-> In row N).
Proof.
  intros π N row H. unfold permuted_rows. rewrite in_map_iff. split.
  - intros (i & <- & Hi). apply (Permutation_in _ H) in Hi. apply in_seq in Hi. apply nth_In. lia.
  - intro Hrow. destruct (In_nth _ _ [] Hrow) as (i & Hi & E). exists i. split; [exact E|].
    apply (Permutation_in _ (Permutation_sym H)), in_seq. lia.
Qed.

Lemma rows_and_columns : forall ρ π (N : matrix K), Permutation ρ (seq 0 (length N)) ->
  permuted_rows ρ (permuted_columns π N) = permuted_columns π (permuted_rows ρ N).
Proof.
  intros ρ π N H. unfold permuted_rows, permuted_columns. rewrite map_map. apply map_ext_in. intros i Hi.
  apply (Permutation_in _ H), in_seq in Hi.
  rewrite (nth_indep (map _ N) [] (permuted_row π [])) by (rewrite map_length; lia). apply map_nth.
Qed.

(** The units of the first hidden layer permuted. *)
Lemma first_layer_permuted : forall d_in d_out π (N N' : matrix K) (θ : list (matrix K)),
  Permutation π (seq 0 (length N)) -> shaped d_in d_out (N :: N' :: θ) ->
  layer_permutation d_in d_out (N :: N' :: θ) (permuted_rows π N :: permuted_columns π N' :: θ).
Proof.
  intros d_in d_out π N N' θ H Hshaped. split; [exact Hshaped|]. destruct Hshaped as (HN & HN' & Hθ). split.
  - split; [intros row Hrow; now apply HN, (permuted_rows_in π N)|]. split.
    + intros row Hrow. apply in_map_iff in Hrow as (row' & <- & _). unfold permuted_row, permuted_rows.
      now rewrite !map_length.
    + unfold permuted_columns. now rewrite map_length.
  - exists [], N, N', (permuted_rows π N), (permuted_columns π N'), θ. do 2 (split; [reflexivity|]).
    split; [symmetry; apply map_length|now apply permuted_pair].
Qed.

(** What is found among the sums of rows agrees with the rows, permuted. *)
Lemma found_rows_agree : forall {X : Type} (E : X -> X -> bool) xs ys (M N : matrix K) ρ,
  Forall2 (found (same_sum E) (map (combine ys) N)) (map (combine xs) M) ρ -> agree E xs ys M (permuted_rows ρ N).
Proof.
  intros X E xs ys M N. unfold agree. induction M as [|row M IH]; intros ρ H; inversion H as [|u i us ρ' Hu H']; subst.
  - constructor.
  - constructor; [|now apply IH]. destruct Hu as (v & Hv & Huv). rewrite nth_error_map in Hv.
    destruct (nth_error N i) as [row'|] eqn:Hrow'; [|easy]. injection Hv as <-.
    now rewrite (nth_error_nth _ _ [] Hrow').
Qed.

Lemma sums_distinct : forall {X : Type} (E : X -> X -> bool) xs (M : matrix K), equivalence E -> distinct E xs ->
  (forall row, In row M -> length row = length xs) -> NoDup M -> distinct (same_sum E) (map (combine xs) M).
Proof.
  intros X E xs M HE Hxs HM Hdistinct i j u v Hu Hv Huv. rewrite nth_error_map in Hu, Hv.
  destruct (nth_error M i) as [row|] eqn:Hi; [|easy]. destruct (nth_error M j) as [row'|] eqn:Hj; [|easy].
  injection Hu as <-. injection Hv as <-. apply (proj1 (NoDup_nth_error M) Hdistinct).
  - apply nth_error_Some. congruence.
  - rewrite Hi, Hj. f_equal. apply (rows_equal E HE xs); try assumption; apply HM; now apply nth_error_In in Hi, Hj.
Qed.

Lemma settled_aligned : forall (θ θ' : list (matrix K)) (M N : matrix K) X (E : X -> X -> bool) xs ys d_out,
  equivalence E -> distinct E xs -> distinct E ys ->
  shaped (length xs) d_out (M :: θ) -> shaped (length ys) d_out (N :: θ') -> settled (M :: θ) -> settled (N :: θ') ->
  full xs M -> full ys N -> formally_same (M :: θ) (N :: θ') X E xs ys ->
  exists π, Permutation π (seq 0 (length ys)) /\ Forall2 (found E ys) xs π /\
    clos_refl_trans _ (layer_permutation (length xs) d_out) (permuted_columns π N :: θ') (M :: θ).
Proof.
  induction θ as [|M' θ IH]; intros θ' M N X E xs ys d_out HE Hxs Hys HM HN HsM HsN HfM HfN H;
    pose proof (same_sum_equivalence (K := K) E HE) as HF; destruct θ' as [|N' θ']; cbn [formally_same] in H.
  - assert (Hagree : agree E xs ys M N).
    { clear - H. unfold agree. revert N H. induction M as [|row M IH]; intros [|row' N] H; inversion H; subst;
        constructor; auto. }
    destruct HM as [HM _], HN as [HN _].
    destruct (matching E HE xs ys M N Hxs Hys HM HN HfM HfN Hagree) as (π & Hπ & Hfound & ->).
    exists π. split; [exact Hπ|]. split; [exact Hfound|]. apply rt_refl.
  - now destruct θ'.
  - now destruct θ.
  - destruct HM as [HM HθM], HN as [HN HθN], HsM as [[HdM HcM] HsM], HsN as [[HdN HcN] HsN].
    destruct (IH θ' M' N' _ (same_sum E) (map (combine xs) M) (map (combine ys) N) d_out) as (ρ & Hρ & Hfound & Hrest);
      try assumption; try (now apply sums_distinct); try (now rewrite map_length);
      try (intros k Hk; rewrite map_length in Hk; auto; fail).
    rewrite map_length in Hρ, Hrest. apply found_rows_agree in Hfound.
    assert (HfN' : full ys (permuted_rows ρ N)).
    { intros k Hk. destruct (HfN k Hk) as (row & Hrow & Hne). exists row. split; [|exact Hne].
      now apply permuted_rows_in. }
    destruct (matching E HE xs ys M (permuted_rows ρ N) Hxs Hys HM) as (π & Hπ & Hfound' & E'); try assumption.
    { intros row Hrow. apply HN. now apply (permuted_rows_in ρ N). }
    exists π. split; [exact Hπ|]. split; [exact Hfound'|].
    apply rt_trans with (M :: permuted_columns ρ N' :: θ').
    + apply rt_step. rewrite E'.
      change (map (permuted_row π) (permuted_rows ρ N)) with (permuted_columns π (permuted_rows ρ N)).
      rewrite <- rows_and_columns by exact Hρ.
      apply first_layer_permuted; [unfold permuted_columns; now rewrite map_length|].
      split; [|unfold permuted_columns; now rewrite map_length].
      intros row Hrow. apply in_map_iff in Hrow as (row' & <- & _). unfold permuted_row. rewrite map_length.
      symmetry. exact (Forall2_lengths _ _ _ Hfound').
    + apply (sequence_cons _ (length M)); [exact HM|reflexivity|exact Hrest].
Qed.

(** ** The whole network: what enters are the coordinates of the input. *)

Lemma eqb_equivalence : equivalence Nat.eqb.
Proof.
  split; [exact Nat.eqb_refl|]. split; intros x y; [rewrite !Nat.eqb_eq; congruence|].
  intro z. rewrite !Nat.eqb_eq. congruence.
Qed.

Lemma coordinates_distinct : forall d, distinct Nat.eqb (seq 0 d).
Proof.
  intros d i j x y Hx Hy E. apply Nat.eqb_eq in E. subst y. apply (proj1 (NoDup_nth_error _) (seq_NoDup d 0)).
  - apply nth_error_Some. congruence.
  - congruence.
Qed.

Lemma rows_agree_equal : forall d (M N : matrix K), (forall row, In row M -> length row = d) ->
  (forall row, In row N -> length row = d) -> agree Nat.eqb (seq 0 d) (seq 0 d) M N -> M = N.
Proof.
  intros d M N HM HN H. unfold agree in H. induction H as [|row row' M N Hrow H IH]; [reflexivity|]. f_equal.
  - apply (rows_equal Nat.eqb eqb_equivalence (seq 0 d)); try exact Hrow; try apply coordinates_distinct;
      rewrite seq_length; [apply HM|apply HN]; now left.
  - apply IH; intros; [apply HM|apply HN]; now right.
Qed.

Lemma settled_unique : forall d_in d_out (θ θ' : list (matrix K)), shaped d_in d_out θ -> shaped d_in d_out θ' ->
  settled θ -> settled θ' -> formally_same θ θ' nat Nat.eqb (seq 0 d_in) (seq 0 d_in) ->
  clos_refl_trans _ (layer_permutation d_in d_out) θ' θ.
Proof.
  intros d_in d_out [|M θ] [|N θ'] Hθ Hθ' Hs Hs' H; try easy; [apply rt_refl|]. cbn [formally_same] in H.
  pose proof eqb_equivalence as HE. pose proof (coordinates_distinct d_in) as Hd.
  destruct Hθ as [HM HθM], Hθ' as [HN HθN]. destruct θ as [|M' θ], θ' as [|N' θ']; cbn [formally_same] in H; try easy.
  - rewrite (rows_agree_equal d_in M N HM HN); [apply rt_refl|]. clear - H. unfold agree. revert N H.
    induction M as [|row M IH]; intros [|row' N] H; inversion H; subst; constructor; auto.
  - destruct Hs as [[HdM HcM] HsM], Hs' as [[HdN HcN] HsN].
    assert (HM' : forall row, In row M -> length row = length (seq 0 d_in)) by (rewrite seq_length; exact HM).
    assert (HN' : forall row, In row N -> length row = length (seq 0 d_in)) by (rewrite seq_length; exact HN).
    destruct (settled_aligned θ θ' M' N' _ (same_sum Nat.eqb) (map (combine (seq 0 d_in)) M)
      (map (combine (seq 0 d_in)) N) d_out) as (ρ & Hρ & Hfound & Hrest);
      try assumption; try (now apply sums_distinct); try (now rewrite map_length); try (now apply same_sum_equivalence);
      try (intros k Hk; rewrite map_length in Hk; auto; fail).
    rewrite map_length in Hρ, Hrest. apply found_rows_agree in Hfound.
    apply rt_trans with (M :: permuted_columns ρ N' :: θ').
    + apply rt_step. rewrite (rows_agree_equal d_in M (permuted_rows ρ N)); try assumption.
      * apply first_layer_permuted; [exact Hρ|now split].
      * intros row Hrow. apply HN. now apply (permuted_rows_in ρ N).
    + apply (sequence_cons _ (length M)); [exact HM|reflexivity|exact Hrest].
Qed.

End Confluent.

Lemma replacement_sym : forall (K : Field) d_in d_out (θ θ' : list (matrix K)),
  layer_replacement d_in d_out θ θ' -> layer_replacement d_in d_out θ' θ.
Proof.
  intros K d_in d_out θ θ' (Hθ & Hθ' & before & M & M' & N & N' & after & E & E' & Hlength & H).
  split; [exact Hθ'|]. split; [exact Hθ|]. exists before, N, N', M, M', after. do 3 (split; [congruence|]).
  intros w j. now rewrite H.
Qed.

(** A sequence of replacements is none, or stays among networks that fit. *)
Lemma replacements_formally_same : forall (K : Field) d_in d_out (θ θ' : list (matrix K)),
  clos_refl_trans _ (layer_replacement d_in d_out) θ θ' ->
  θ = θ' \/ (shaped d_in d_out θ /\ shaped d_in d_out θ' /\
    formally_same θ θ' nat Nat.eqb (seq 0 d_in) (seq 0 d_in)).
Proof.
  intros K d_in d_out θ θ' H. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'].
  - right. split; [apply H|]. split; [apply H|].
    apply (replaced_formally_same d_in d_out θ θ' H). apply eqb_equivalence.
  - now left.
  - destruct IH as [->|(Hθ & Hθ' & H)]; [exact IH'|]. destruct IH' as [<-|(_ & Hθ'' & H')]; [right; tauto|].
    right. split; [exact Hθ|]. split; [exact Hθ''|].
    exact (formally_same_trans θ θ' θ'' _ _ _ _ _ eqb_equivalence H H').
Qed.

Theorem irreducible_layers_unique : IrreducibleLayersUnique.
Proof.
  intros K d_in d_out θ θ' H Hirr Hirr'.
  assert (Hback : clos_refl_trans _ (layer_replacement d_in d_out) θ' θ).
  { clear Hirr Hirr'. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'];
      [now apply rt_step, replacement_sym|apply rt_refl|now apply rt_trans with θ']. }
  destruct (replacements_formally_same K d_in d_out θ' θ Hback) as [->|(Hθ' & Hθ & Hsame)]; [apply rt_refl|].
  apply settled_unique; try assumption; now apply (irreducible_settled _ d_in d_out).
Qed.

Theorem layer_reduction_confluent : LayerReductionConfluent.
Proof.
  intros K d_in d_out θ θ1 θ2 H1 Hirr1 H2 Hirr2. apply irreducible_layers_unique; [|exact Hirr1|exact Hirr2].
  destruct (layer_replacements_exist K d_in d_out) as [Hreduction _].
  apply rt_trans with θ.
  - clear H2 Hirr1. induction H1 as [θ θ1 H|θ|θ θ' θ1 _ IH _ IH'];
      [now apply rt_step, replacement_sym, Hreduction|apply rt_refl|now apply rt_trans with θ'].
  - clear H1 Hirr2. induction H2 as [θ θ2 H|θ|θ θ' θ2 _ IH _ IH'];
      [now apply rt_step, Hreduction|apply rt_refl|now apply rt_trans with θ'].
Qed.
