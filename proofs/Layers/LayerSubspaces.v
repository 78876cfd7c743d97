(** The subspaces of the expansion manifold of several layers, and the critical ones, counted. *)

From Coq Require Import List Arith ZArith Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import LabelledPartitionsCounted Surjections.
From Equiloss.Layers Require Import Layers LayerNormalForms LayerReduction PairUnits PairSubspaces Sequences LayerLines.
Import ListNotations.

Local Open Scope nat_scope.

Lemma base_settled : forall (K : Field) d_in d_out (θ : list (matrix K)), irreducible_base d_in d_out θ ->
  θ <> [] /\ 1 <= d_in /\ shaped d_in d_out θ /\ settled θ /\ ~ In 0 (hidden_widths θ).
Proof.
  intros K d_in d_out θ (Hθ & Hd & Hshaped & Hirr & Hwidths). repeat (split; [assumption|]).
  split; [now apply (irreducible_settled θ d_in d_out)|exact Hwidths].
Qed.

Theorem no_layer_subspace_includes_another : NoLayerSubspaceIncludesAnother.
Proof.
  intros K d_in d_out θ m P Q characteristic Hbase HP HQ Hincl.
  apply base_settled in Hbase as (_ & Hd & Hshaped & Hsettled & Hwidths).
  apply (sequences_told_apart labelled_partition units_Gamma gamma_rows) with (θ := θ) (d := d_in)
    (d_out := d_out) (m := m); try assumption.
  - intros d M M' n p HM _ Hp. now apply (gamma_of_pair d M M' n).
  - intros d M M' N N' n p HM _ Hp. now apply (gamma_keeps_measure d M M' N N' n p).
  - apply list_eq_dec, code_eq_dec.
  - intros d M M' n p q Hd' Hr HM Hpair Hp Hq Hne. now apply (gamma_told_apart d M M' n).
Qed.

(** The network is expanded layer by layer, from the last to the first. *)
Lemma theta_reached : forall (K : Field) (θ : list (matrix K)) d d_out m φ, shaped d d_out θ ->
  layers_Theta d θ m φ -> shaped d d_out φ /\ clos_refl_trans _ (layer_replacement d d_out) θ φ.
Proof.
  intros K. induction θ as [|M θ IH]; intros d d_out [|n m] φ Hshaped H; [easy|easy| |].
  - destruct H as [-> ->]. split; [exact Hshaped|apply rt_refl].
  - destruct H as (M' & N & N' & after & H & HN & ->). destruct Hshaped as [HM Hshaped].
    destruct (IH (length M) d_out m _ Hshaped H) as [Hψ Hpath].
    pose proof (theta_measure d n M M' N N' HM HN) as Hmeasure. destruct HN as (HN & HN' & Hl & _).
    assert (Hφ : shaped d d_out (N :: N' :: after)).
    { split; [exact HN|]. split; [exact HN'|]. rewrite Hl. apply Hψ. }
    split; [exact Hφ|]. apply rt_trans with (M :: M' :: after); [now apply (sequence_cons d (length M))|].
    apply rt_step. split; [now split|]. split; [exact Hφ|]. exists [], M, M', N, N', after.
    do 2 (split; [reflexivity|]). split; [now symmetry|]. intros w j. symmetry. apply Hmeasure.
Qed.

Theorem layer_theta_keeps_function : LayerThetaKeepsFunction.
Proof.
  intros K d_in d_out θ φ m Hshaped H. destruct (theta_reached K θ d_in d_out m φ Hshaped H) as [_ Hpath].
  split; [exact Hpath|]. now apply (sequential_expansion_keeps_function K d_in d_out).
Qed.

(** Θ holds what the subspaces hold. *)
Lemma theta_is_union : forall (K : Field) (θ : list (matrix K)) d m φ, length m = length (hidden_widths θ) ->
  (layers_Theta d θ m φ <-> exists P, for_widths labelled_partition θ m P /\ layers_Gamma d θ P φ).
Proof.
  intros K. unfold layers_Theta, layers_Gamma.
  induction θ as [|M θ IH]; intros d m φ Hm; [split; [easy|now intros (P & _ & H)]|]. destruct θ as [|M0 θ].
  { cbn in Hm. apply length_zero_iff_nil in Hm. subst m. split.
    - intro H. exists []. split; [split; [reflexivity|constructor]|exact H].
    - intros (P & HP & H). apply for_widths_single in HP as [_ ->]. exact H. }
  destruct m as [|n m]; [easy|]. injection Hm as Hm. cbn [last_to_first]. split.
  - intros (M' & N & N' & after & H & (HN & HN' & Hl & p & Hp & Hrelated) & ->). rewrite pair_units_length in Hp.
    apply IH in H as (P & HP & H); [|exact Hm]. exists (p :: P). split.
    + apply for_widths_cons. now exists n, m, p, P.
    + exists M', N, N', after. split; [exact H|]. split; [|reflexivity]. repeat (split; [assumption|]). exact Hrelated.
  - intros (P & HP & H). apply for_widths_cons in HP as (n' & m' & p & P' & [= <- <-] & -> & Hp & HP).
    destruct H as (M' & N & N' & after & H & (HN & HN' & Hl & Hrelated) & ->). exists M', N, N', after.
    split; [apply IH; [exact Hm|now exists P']|]. split; [|reflexivity]. repeat (split; [assumption|]).
    exists p. split; [now rewrite pair_units_length|exact Hrelated].
Qed.

Theorem layer_subspaces_counted : LayerSubspacesCounted.
Proof.
  intros K d_in d_out θ m characteristic Hbase Hm.
  pose proof (base_settled K d_in d_out θ Hbase) as (_ & _ & Hshaped & _ & _).
  destruct (for_widths_counted labelled_partition T labelled_partitions_counted θ m Hm) as (L & HL & Hlength & Hin).
  exists (map (layers_Gamma d_in θ) L). rewrite map_length. split; [exact Hlength|]. split; [|split; [|split]].
  - intros S HS. apply in_map_iff in HS as (P & <- & HP). exists P. split; [now apply Hin|reflexivity].
  - intros i j S S' Hi Hj Hincl. rewrite nth_error_map in Hi, Hj.
    destruct (nth_error L i) as [P|] eqn:HP; [|easy]. destruct (nth_error L j) as [Q|] eqn:HQ; [|easy].
    injection Hi as <-. injection Hj as <-.
    assert (E : P = Q).
    { apply (no_layer_subspace_includes_another K d_in d_out θ m); try assumption; apply Hin;
        eapply nth_error_In; eassumption. }
    subst Q. apply (proj1 (NoDup_nth_error L) HL i j); [|congruence]. apply nth_error_Some. congruence.
  - intros S φ φ' s HS H H'. apply in_map_iff in HS as (P & <- & HP). apply Hin in HP.
    now apply (gamma_sequence_towards s θ d_in d_out m).
  - intro φ. rewrite (theta_is_union K θ d_in m φ Hm). split.
    + intros (P & HP & H). exists (layers_Gamma d_in θ P). split; [now apply in_map, Hin|exact H].
    + intros (S & HS & H). apply in_map_iff in HS as (P & <- & HP). exists P. split; [now apply Hin|exact H].
Qed.

(** ** Critical subspaces *)

Lemma gamma_bar_rows : forall (K : Field) (M M' N N' : matrix K) m g, surjection (length M) m g ->
  units_Gamma_bar g (pair_units M M') (pair_units N N') -> incl M N /\ length N = m.
Proof.
  intros K M M' N N' m g [Hm Hg] (β & Hβ & E & _). split.
  - intros row Hrow. apply In_nth with (d := []) in Hrow as (t & Ht & <-). pose proof (nth_pair_units M M' t Ht) as Hat.
    rewrite <- (incoming_of_pair N N'), E, map_map. apply Hg, In_nth_error in Ht as (i & Hi).
    assert (Hlt : i < length β) by (rewrite Hβ; apply nth_error_Some; congruence).
    destruct (nth_error β i) as [b|] eqn:Hb; [|apply nth_error_None in Hb; lia].
    apply in_map_iff. exists (t, b). cbn [fst snd]. split.
    + now rewrite (nth_error_nth _ _ _ Hat).
    + apply nth_error_In with i. now rewrite PermutedLists.nth_error_combine, Hi, Hb.
  - rewrite <- Hm, <- (pair_units_length N N'), E, map_length, combine_length. lia.
Qed.

Theorem critical_layer_subspaces : CriticalLayerSubspaces.
Proof.
  intros K d_in d_out θ m Hbase Hm. apply base_settled in Hbase as (Hθ & Hd & Hshaped & Hsettled & Hwidths).
  assert (Hmeasure : forall d (M M' N N' : matrix K) n g, rows_of_length d M -> settled_pair M M' ->
    surjection (length M) n g -> pair_replaced d (units_Gamma_bar g) M M' N N' ->
    same_units_measure (pair_units N N') (pair_units M M')).
  { intros d M M' N N' n g HM Hpair Hg H. destruct (critical_pairs d M M' n HM Hpair) as (_ & Hin & _).
    destruct (Hin g N N' Hg H) as [H' HP]. now apply (gamma_keeps_measure d M M' N N' n (map Label g)). }
  split; [|split].
  - apply for_widths_counted; [|exact Hm]. intros r n. apply surjections_counted.
  - intros g Hg. apply (sequence_exists surjection units_Gamma_bar (gamma_bar_rows K)) with (d_out := d_out) (m := m);
      try assumption.
    intros d M M' n h HM Hpair Hh. destruct (critical_pairs d M M' n HM Hpair) as (Hexists & _). now apply Hexists.
  - intros g h φ Hg Hh H H'.
    apply (sequences_disjoint surjection units_Gamma_bar (gamma_bar_rows K) Hmeasure) with (θ := θ) (d := d_in)
      (d_out := d_out) (m := m) (φ := φ); try assumption.
    intros d M M' N N' n c e HM Hpair Hc He Hφ Hφ'. destruct (critical_pairs d M M' n HM Hpair) as (_ & _ & Hdisjoint).
    now apply (Hdisjoint c e N N').
Qed.
