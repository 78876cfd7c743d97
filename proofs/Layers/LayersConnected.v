(** The expansion manifold of several layers is connected if each has a unit to spare: the first layer is moved to a
    normal place beside units of zeros, and then follows the paths of the other layers. *)

From Coq Require Import List Arith ZArith Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps Spaces.
From Equiloss.Reduction Require Import Measure.
From Equiloss.Subspaces Require Import Expansion.
From Equiloss.Topology Require Import Segments Connected.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerManifold LayerReduction UnitSpaces.
From Equiloss.Layers Require Import FormalMatching PairUnits PairSubspaces Sequences LayerLines LayerSubspaces.
Import ListNotations.

Local Open Scope nat_scope.

Section Connected.

Context {K : Field}.

(** ** One pair *)

Lemma theta_rows : forall (M M' N N' : matrix K) n m, n = m ->
  units_Theta m (pair_units M M') (pair_units N N') -> incl M N /\ length N = n.
Proof.
  intros M M' N N' n m -> (P & HP & H). rewrite pair_units_length in HP. now apply (gamma_rows M M' N N' m P).
Qed.

(** A segment, in fact a line, of pairs above (M, M'). *)
Definition pair_segment (d m : nat) (M M' : matrix K) (p q : matrix K * matrix K) : Prop :=
  forall s, pair_replaced d (units_Theta m) M M' (matrix_towards s (fst p) (fst q)) (matrix_towards s (snd p) (snd q)).

Lemma pairs_joined : forall d m (M M' N N' L L' : matrix K), rows_of_length d M -> settled_pair M M' ->
  length M < m -> pair_replaced d (units_Theta m) M M' N N' -> pair_replaced d (units_Theta m) M M' L L' ->
  clos_refl_trans _ (fun p q => pair_replaced d (units_Theta m) M M' (fst p) (snd p) /\
    pair_replaced d (units_Theta m) M M' (fst q) (snd q) /\ pair_segment d m M M' p q) (N, N') (L, L').
Proof.
  intros d m M M' N N' L L' HM Hpair Hm HN HL.
  destruct (@networks_of_pairs K d (length M')) as (W & A & row & column & _ & _ & Hrow & Hcolumn & _ & _ & Hbase).
  destruct (Hbase M M' HM eq_refl) as (base & E & Hlength). rewrite <- Hlength in Hm.
  pose proof (settled_base d _ W A row column M M' base Hrow Hcolumn Hpair E) as Hirr.
  pose proof (fun θ => written_theta d _ row column Hrow Hcolumn base θ m) as Htheta. rewrite E in Htheta.
  destruct (Hbase N N' (proj1 HN)) as (θ & Eθ & _); [apply HN|].
  destruct (Hbase L L' (proj1 HL)) as (φ & Eφ & _); [apply HL|].
  assert (Hθ : Theta base m θ) by (apply Htheta; rewrite Eθ; apply HN).
  assert (Hφ : Theta base m φ) by (apply Htheta; rewrite Eφ; apply HL).
  pose proof (theta_connected K W A base θ φ m Hirr Hm Hθ Hφ) as H. apply clos_rt_rt1n in H.
  revert N N' HN Eθ Hθ. induction H as [θ|θ θ1 φ [Hl Hseg] _ IH]; intros N N' HN Eθ Hθ.
  - assert (EN : N = L /\ N' = L').
    { destruct HN as (_ & HN' & E1 & _), HL as (_ & HL' & E2 & _).
      apply pair_units_injective; [exact HN'|exact HL'|congruence|congruence]. }
    destruct EN as [-> ->]. apply rt_refl.
  - assert (Hθ1 : Theta base m θ1) by (rewrite <- (network_towards_one θ θ1 Hl); apply Hseg).
    destruct (network_replaces d (length M') W A row column (units_Theta m) M M' θ1 Hrow Hcolumn eq_refl)
      as (N1 & N1' & HN1 & E1); [now apply Htheta|].
    apply rt_trans with (N1, N1'); [|now apply IH]. apply rt_step. cbn [fst snd]. split; [exact HN|].
    split; [exact HN1|].
    intro s. cbn [fst snd]. destruct HN as (HN & HN' & El & _), HN1 as (HN1 & HN1' & El1 & _).
    assert (Elength : length N = length N1).
    { rewrite <- (pair_units_length N N'), <- (pair_units_length N1 N1'), <- Eθ, E1. unfold written.
      rewrite !map_length. exact Hl. }
    rewrite <- Elength in HN1'. split; [|split; [|split]].
    + now apply matrix_towards_rows.
    + rewrite matrix_towards_length by exact Elength. now apply matrix_towards_rows.
    + rewrite matrix_towards_length by congruence. exact El.
    + rewrite (pair_towards s N N' N1 N1') by congruence || assumption.
      rewrite <- Eθ, E1, <- (written_towards d (length M') row column Hrow Hcolumn). apply Htheta, Hseg.
Qed.

(** ** Beside units of zeros *)

Definition widened (d k : nat) (M : matrix K) : matrix K := M ++ repeat (repeat zero d) k.
Definition extended (k : nat) (M' : matrix K) : matrix K := map (fun row => row ++ repeat zero k) M'.

Lemma nth_zeros' : forall n i, nth i (repeat (@zero K) n) zero = zero.
Proof. intros n i. apply nth_zeros. intros s Hs. now apply repeat_spec in Hs. Qed.

Lemma widened_units : forall d k (M M' : matrix K), rows_of_length (length M) M' ->
  pair_units (widened d k M) (extended k M') =
  pair_units M M' ++ repeat (repeat zero d, repeat zero (length M')) k.
Proof.
  intros d k M M' HM'. apply (nth_ext _ _ ([], []) ([], [])).
  - rewrite app_length, !pair_units_length, repeat_length. unfold widened. now rewrite app_length, repeat_length.
  - intros i Hi. rewrite pair_units_length in Hi. rewrite (nth_error_nth _ _ _ (nth_pair_units _ _ i Hi)).
    unfold widened in *. rewrite app_length, repeat_length in Hi. unfold extended. rewrite map_map.
    destruct (le_lt_dec (length M) i) as [Hge|Hlt].
    + rewrite (app_nth2 (pair_units M M')) by now rewrite pair_units_length.
      rewrite pair_units_length, app_nth2 by easy.
      rewrite (nth_indep _ ([], []) (repeat zero d, repeat zero (length M'))) by (rewrite repeat_length; lia).
      rewrite (nth_indep _ [] (repeat zero d)) by (rewrite repeat_length; lia).
      rewrite !nth_repeat. f_equal. clear Hi. induction M' as [|row M' IH]; [easy|]. cbn [map length repeat]. f_equal.
      * rewrite app_nth2 by (rewrite (HM' row (or_introl eq_refl)); easy). apply nth_zeros'.
      * apply IH. intros r Hr. apply HM'. now right.
    + rewrite (app_nth1 (pair_units M M')) by now rewrite pair_units_length. rewrite app_nth1 by easy.
      rewrite (nth_error_nth _ _ _ (nth_pair_units M M' i Hlt)). f_equal. apply map_ext_in. intros row Hrow.
      apply app_nth1. now rewrite (HM' row Hrow).
Qed.

Lemma widened_replaces : forall d m (M M' : matrix K), rows_of_length d M -> settled_pair M M' ->
  rows_of_length (length M) M' -> length M <= m ->
  pair_replaced d (units_Theta m) M M' (widened d (m - length M) M) (extended (m - length M) M').
Proof.
  intros d m M M' HM Hpair HM' Hm. set (k := m - length M). split; [|split; [|split]].
  - intros row Hrow. apply in_app_iff in Hrow as [Hrow|Hrow]; [now apply HM|]. apply repeat_spec in Hrow as ->.
    apply repeat_length.
  - intros row Hrow. apply in_map_iff in Hrow as (r & <- & Hr). unfold widened.
    now rewrite !app_length, !repeat_length, (HM' r Hr).
  - apply map_length.
  - rewrite (widened_units d k M M' HM').
    destruct (@networks_of_pairs K d (length M')) as (W & A & row & column & _ & _ & Hrow & Hcolumn & _ & _ & Hbase).
    destruct (Hbase M M' HM eq_refl) as (base & E & Hlength).
    pose proof (settled_base d _ W A row column M M' base Hrow Hcolumn Hpair E) as Hirr.
    assert (Hzeros : forall n (V : VectorSpace K) (c : V -> list K), coordinates n c -> c vzero = repeat zero n).
    { intros n V c Hc. apply (nth_ext _ _ zero zero).
      - rewrite repeat_length. apply Hc.
      - intros i _. rewrite (column_zero n c Hc). symmetry. apply nth_zeros'. }
    assert (Eθ : written row column (base ++ repeat (vzero, vzero) k) =
      pair_units M M' ++ repeat (repeat zero d, repeat zero (length M')) k).
    { rewrite <- E. unfold written. rewrite map_app. f_equal. generalize k as j.
      induction j as [|j IH]; [easy|]. cbn [repeat map fst snd]. rewrite IH. f_equal. f_equal; now apply Hzeros. }
    rewrite <- Eθ, <- E. apply (written_theta d (length M') row column Hrow Hcolumn base _ m).
    apply theta_is_fibre; [exact Hirr|]. split; [unfold k; rewrite app_length, repeat_length; lia|].
    intro w. rewrite measure_app. rewrite <- (vadd_zero_r (measure base w)) at 2. f_equal. clear.
    induction k as [|k IH]; [easy|]. cbn [repeat]. unfold neuron. rewrite measure_cons, IH.
    rewrite vadd_zero_r. cbn [fst snd]. now destruct (vector_eq_dec vzero w).
Qed.

Lemma widened_towards : forall s k n (M' L' : matrix K), rows_of_length n M' -> rows_of_length n L' ->
  matrix_towards s (extended k M') (extended k L') = extended k (matrix_towards s M' L').
Proof.
  intros s k n M'. unfold matrix_towards, list_towards, extended.
  induction M' as [|row M' IH]; intros [|row' L'] HM' HL'; try easy. cbn [map combine fst snd]. f_equal.
  - pose proof (HM' row (or_introl eq_refl)) as E. pose proof (HL' row' (or_introl eq_refl)) as E'. clear - E E'.
    revert row' n E E'. induction row as [|a row IH]; intros [|b row'] n E E'; subst n; try easy.
    + apply scalars_towards_self.
    + cbn [app]. rewrite !scalars_towards_cons. cbn [app]. f_equal. injection E' as E'.
      now apply (IH row' (length row)).
  - apply IH; intros r Hr; [apply HM'|apply HL']; now right.
Qed.

(** ** Networks *)

Definition Θ_segment (d : nat) (θ : list (matrix K)) (m : list nat) := layers_segment_inside (layers_Theta d θ m).

Lemma theta_joined : forall (θ : list (matrix K)) d d_out m φ φ', shaped d d_out θ -> settled θ ->
  Forall2 lt (hidden_widths θ) m -> layers_Theta d θ m φ -> layers_Theta d θ m φ' ->
  clos_refl_trans _ (Θ_segment d θ m) φ φ'.
Proof.
  unfold Θ_segment, layers_Theta.
  induction θ as [|M θ IH]; intros d d_out m φ φ' Hshaped Hsettled Hm Hφ Hφ'; [easy|]. destruct θ as [|M0 θ].
  { cbn in Hm. inversion Hm. subst m. destruct Hφ as [_ ->], Hφ' as [_ ->]. apply rt_refl. }
  change (hidden_widths (M :: M0 :: θ)) with (length M :: hidden_widths (M0 :: θ)) in Hm.
  destruct m as [|n m']; [now inversion Hm|].
  assert (Hn : length M < n) by now inversion Hm.
  assert (Hm' : Forall2 lt (hidden_widths (M0 :: θ)) m') by now inversion Hm.
  assert (Hfits : for_widths (fun _ n c => c = n) (M0 :: θ) m' m').
  { split; [symmetry; exact (Forall2_lengths _ _ _ Hm')|]. clear - Hm'. induction Hm'; cbn; now constructor. }
  assert (Htail : forall M' after, last_to_first units_Theta (length M) (M0 :: θ) m' (M' :: after) ->
    rows_of_length d M /\ settled_pair M M' /\ rows_of_length (length M) M').
  { intros M' after H. apply (sequence_pair (fun _ n c => c = n) units_Theta) with (d_out := d_out) (M0 := M0) (θ := θ)
      (m := m') (choices := m') (after := after); try assumption.
    intros X X' Y Y' a b ->. now apply theta_rows. }
  (* From one point above (M', after) to another. *)
  assert (Hfibre : forall M' after N N' L L', last_to_first units_Theta (length M) (M0 :: θ) m' (M' :: after) ->
    pair_replaced d (units_Theta n) M M' N N' -> pair_replaced d (units_Theta n) M M' L L' ->
    clos_refl_trans _ (layers_segment_inside (last_to_first units_Theta d (M :: M0 :: θ) (n :: m')))
      (N :: N' :: after) (L :: L' :: after)).
  { intros M' after N N' L L' Hafter H H'. destruct (Htail M' after Hafter) as (HM & Hpair & _).
    pose proof (pairs_joined d n M M' N N' L L' HM Hpair Hn H H') as Hpath.
    change (N :: N' :: after) with ((fun p : matrix K * matrix K => fst p :: snd p :: after) (N, N')).
    change (L :: L' :: after) with ((fun p : matrix K * matrix K => fst p :: snd p :: after) (L, L')).
    induction Hpath as [p q (Hp & Hq & Hseg)|p|p q r _ IH1 _ IH2].
    - apply rt_step. cbn [last_to_first]. split; [|split].
      + now exists M', (fst p), (snd p), after.
      + now exists M', (fst q), (snd q), after.
      + intro s. rewrite !layers_towards_cons, layers_towards_self. eexists M', _, _, after.
        split; [exact Hafter|]. split; [apply Hseg|reflexivity].
    - apply rt_refl.
    - now apply rt_trans with (fst q :: snd q :: after). }
  cbn [last_to_first] in Hφ, Hφ'. destruct Hφ as (M' & N & N' & after & HM' & H & ->).
  destruct Hφ' as (M'' & L & L' & after' & HM'' & H' & ->).
  set (k := n - length M).
  assert (Hwide : forall X after, last_to_first units_Theta (length M) (M0 :: θ) m' (X :: after) ->
    pair_replaced d (units_Theta n) M X (widened d k M) (extended k X)).
  { intros X rest HX. destruct (Htail X rest HX) as (HM & Hpair & Hrows). apply widened_replaces; try assumption. lia. }
  apply rt_trans with (widened d k M :: extended k M' :: after).
  { apply (Hfibre M'); [exact HM'|exact H|now apply (Hwide M' after)]. }
  apply rt_trans with (widened d k M :: extended k M'' :: after').
  2:{ apply (Hfibre M''); [exact HM''|now apply (Hwide M'' after')|exact H']. }
  pose proof (IH (length M) d_out m' _ _ (proj2 Hshaped) (proj2 Hsettled) Hm' HM' HM'') as Hpath.
  set (lift := fun ψ : list (matrix K) =>
    match ψ with X :: rest => widened d k M :: extended k X :: rest | [] => [] end).
  change (clos_refl_trans _ (layers_segment_inside (last_to_first units_Theta d (M :: M0 :: θ) (n :: m')))
    (lift (M' :: after)) (lift (M'' :: after'))).
  assert (Hlift : forall X rest, last_to_first units_Theta (length M) (M0 :: θ) m' (X :: rest) ->
    last_to_first units_Theta d (M :: M0 :: θ) (n :: m') (lift (X :: rest))).
  { intros X rest HX. exists X, (widened d k M), (extended k X), rest. split; [exact HX|]. split; [|reflexivity].
    now apply (Hwide X rest). }
  clear HM' HM'' H H'.
  induction Hpath as [ψ ψ' (Hψ & Hψ' & Hseg)|ψ|ψ ψ' ψ'' _ IH1 _ IH2];
    [|apply rt_refl|exact (rt_trans _ _ _ _ _ IH1 IH2)].
  apply rt_step. destruct (sequence_nonempty _ _ _ _ _ Hψ) as (X & rest & ->).
  destruct (sequence_nonempty _ _ _ _ _ Hψ') as (X' & rest' & ->).
  split; [now apply Hlift|]. split; [now apply Hlift|]. intro s. specialize (Hseg s).
  destruct (Htail X rest Hψ) as (_ & _ & HX). destruct (Htail X' rest' Hψ') as (_ & _ & HX').
  rewrite layers_towards_cons in Hseg. apply Hlift in Hseg. unfold lift in *.
  rewrite !layers_towards_cons, matrix_towards_self, (widened_towards s k (length M)) by assumption. exact Hseg.
Qed.

End Connected.

Theorem layer_theta_connected : LayerThetaConnected.
Proof.
  intros K d_in d_out θ φ φ' m Hbase Hm. apply base_settled in Hbase as (_ & _ & Hshaped & Hsettled & _).
  now apply (theta_joined θ d_in d_out m).
Qed.
