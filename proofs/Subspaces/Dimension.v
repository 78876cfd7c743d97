(** The dimension of the subspaces of the expansion manifold, and its lower bound. *)

From Coq Require Import List Arith Lia Permutation.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Counting Require Import LabelledPartitions.
From Equiloss.Subspaces Require Import Gamma IncomingVectors BlockSums.
Import ListNotations.

Local Open Scope nat_scope.

Section Subspaces.

Context {K : Field} {W A : VectorSpace K}.

Lemma block_sum_part : forall c P (θ : network W A), block_sum c P θ = part c P (map snd θ).
Proof.
  unfold block_sum. intros c P. induction P as [|d P IH]; intros [|u θ]; simpl; try easy.
  destruct (code_eq_dec d c); simpl; [unfold vsum; simpl; f_equal|]; apply IH.
Qed.

(** What the blocks pin: the unit of a label, and outgoing vector 0 for zero blocks. *)
Definition unit_of (base : network W A) (c : code) : W * A :=
  match c with Label t => nth t base (vzero, vzero) | Zero _ => (vzero, vzero) end.

(** Incoming and outgoing vectors are restricted independently of each other. *)
Lemma gamma_splits : forall (base : network W A) (P : list code) (m : nat) (θ : network W A),
  labelled_partition (length base) m P ->
  (Gamma base P θ <->
   matching (fun t => fst (unit_of base (Label t))) P (map fst θ) /\
   prescribed P (fun c => snd (unit_of base c)) (map snd θ)).
Proof.
  intros base P m θ (_ & Hlabels & _).
  assert (Hunit : forall t, t < length base -> nth_error base t = Some (unit_of base (Label t)))
    by (intros t; apply nth_error_nth').
  assert (Hin : forall c w, In (c, w) (combine P (map fst θ)) <-> exists u, In (c, u) (combine P θ) /\ fst u = w).
  { intros c w. clear. revert θ. induction P as [|d P IH]; intros [|u θ]; simpl;
      try (split; [easy|now intros (? & [] & _)]).
    rewrite IH. split.
    - intros [[= <- <-]|(v & Hv & E)]; eauto.
    - intros (v & [[= <- <-]|Hv] & E); eauto. left. congruence. }
  split.
  - intros (Hl & Hlabel & Hzero & Hsum & Hsum0). repeat split; try (now rewrite map_length).
    + intros t w Hw. apply Hin in Hw. destruct Hw as (u & Hu & <-). apply (Hlabel t); [easy|].
      apply Hunit, Hlabels. now apply in_combine_l in Hu.
    + intros z w w' Hw Hw'. apply Hin in Hw, Hw'. destruct Hw as (u & Hu & <-), Hw' as (u' & Hu' & <-). eauto.
    + intros [t|z] Hc; rewrite <- block_sum_part; [|apply Hsum0]. now apply Hsum, Hunit, Hlabels.
  - intros ((Hl & Hlabel & Hzero) & _ & Hsum). rewrite map_length in Hl.
    repeat split; [easy| | | |].
    + intros t u v Hu Hv. rewrite (Hlabel t (fst u)) by (apply Hin; eauto).
      rewrite Hunit in Hv by (apply nth_error_Some; congruence). congruence.
    + intros z u v Hu Hv. apply (Hzero z); apply Hin; eauto.
    + intros t v Hv. assert (Ht : t < length base) by (apply nth_error_Some; congruence).
      rewrite block_sum_part, Hsum by now apply Hlabels. rewrite Hunit in Hv by easy. congruence.
    + intro z. rewrite block_sum_part.
      destruct (in_dec code_eq_dec (Zero z) P) as [Hz|Hz]; [now rewrite Hsum|now apply part_absent].
Qed.

End Subspaces.

Lemma combine_towards : forall {K : Field} {W A : VectorSpace K} (s : K) (ws ws' : list W) (vs vs' : list A),
  combine (list_towards vector_towards s ws ws') (list_towards vector_towards s vs vs') =
  network_towards s (combine ws vs) (combine ws' vs').
Proof.
  intros K W A s. unfold list_towards, network_towards.
  induction ws as [|w ws IH]; intros [|w' ws'] [|v vs] [|v' vs']; simpl; try easy.
  now rewrite IH.
Qed.

(** The codes of a labelled partition are r labels and j zero blocks. *)
Lemma distinct_codes : forall r m P,
  labelled_partition r m P -> length (nodup code_eq_dec P) = r + zero_blocks P.
Proof.
  intros r m P (_ & Hlabels & Hzeros).
  transitivity (length (codes r (zero_blocks P))).
  - apply Permutation_length, NoDup_Permutation; [apply NoDup_nodup|apply NoDup_codes|].
    intro c. rewrite nodup_In. destruct c as [t|z].
    + rewrite in_codes_label. apply Hlabels.
    + rewrite in_codes_zero. now apply in_zero_blocks.
  - unfold codes. now rewrite app_length, !map_length, !seq_length.
Qed.

Lemma labels_and_zero_blocks : forall r m P, labelled_partition r m P -> r + zero_blocks P <= m.
Proof.
  intros r m P HP. rewrite <- (distinct_codes r m P HP). destruct HP as [<- _]. apply distinct_at_most_all.
Qed.

Theorem subspace_dimension : SubspaceDimension.
Proof.
  intros K W A d_in d_out m base P HW HA HP j.
  pose proof (labels_and_zero_blocks _ _ _ HP) as Hle. pose proof (distinct_codes _ _ _ HP) as Hcodes.
  split; [exact Hle|].
  replace ((m - length base - j) * d_out + j * d_in)
    with (zero_blocks P * d_in + (length P - length (nodup code_eq_dec P)) * d_out).
  2: { rewrite Hcodes. destruct HP as [-> _]. fold j. rewrite Nat.sub_add_distr. apply Nat.add_comm. }
  refine (affine_image _ _ _ _ _ (fun p => combine (fst p) (snd p))
    (affine_product _ _ _ _ _ _ (matching_dimension (fun t => fst (unit_of base (Label t))) P d_in HW)
      (prescribed_dimension P (fun c => snd (unit_of base c)) d_out HA)) _ _ _ _).
  - intros [ws vs] [Hws Hvs]; simpl in *.
    assert (Hl : length vs = length ws) by (now destruct Hws as [-> _], Hvs as [-> _]).
    apply (gamma_splits base P m _ HP).
    destruct (maps_combine ws vs Hl) as [-> ->]. easy.
  - intros θ Hθ. exists (map fst θ, map snd θ). split; [now apply (gamma_splits base P m)|apply combine_maps].
  - intros [ws vs] [ws' vs'] [[Hws _] [Hvs _]] [[Hws' _] [Hvs' _]] E; simpl in *.
    destruct (maps_combine ws vs) as [Ews Evs], (maps_combine ws' vs') as [Ews' Evs']; congruence.
  - intros s [ws vs] [ws' vs'] _ _. apply combine_towards.
Qed.

(** ** The lower bound *)

Lemma bound_and_equality : forall d_in d_out j n, j <= n ->
  let dimension := (n - j) * d_out + j * d_in in
  Nat.min d_in d_out * n <= dimension /\
  (dimension = Nat.min d_in d_out * n <-> (j = 0 \/ d_in <= d_out) /\ (j = n \/ d_out <= d_in)).
Proof.
  intros d_in d_out j n Hj. destruct (Nat.le_exists_sub j n Hj) as (i & -> & _). rewrite Nat.add_sub. simpl.
  destruct (Nat.le_ge_cases d_in d_out) as [H|H].
  - rewrite Nat.min_l by easy. destruct (Nat.le_exists_sub d_in d_out H) as (e & -> & _).
    assert (E : i * (e + d_in) + j * d_in = d_in * (i + j) + i * e) by ring. rewrite E. split; [lia|]. split.
    + intro Hie. assert (i * e = 0) by lia. assert (i = 0 \/ e = 0) by now apply Nat.eq_mul_0. lia.
    + intros [_ [Hi|He]]; [replace i with 0 by lia|replace e with 0 by lia]; lia.
  - rewrite Nat.min_r by easy. destruct (Nat.le_exists_sub d_out d_in H) as (e & -> & _).
    assert (E : i * d_out + j * (e + d_out) = d_out * (i + j) + j * e) by ring. rewrite E. split; [lia|]. split.
    + intro Hje. assert (j * e = 0) by lia. assert (j = 0 \/ e = 0) by now apply Nat.eq_mul_0. lia.
    + intros [[Hj0|He] _]; [replace j with 0 by lia|replace e with 0 by lia]; lia.
Qed.

(** Partitions with labelled units first and every other unit in a zero block of its own. *)
Definition labels_and_singles (ts : list nat) (n : nat) : list code := map Label ts ++ map Zero (seq 0 n).

Lemma labels_and_singles_partition : forall r ts n, (forall t, In t ts <-> t < r) ->
  labelled_partition r (length ts + n) (labels_and_singles ts n) /\ zero_blocks (labels_and_singles ts n) = n.
Proof.
  intros r ts n Hts. unfold labels_and_singles.
  assert (Hzeros : zeros_in_order 0 (map Label ts ++ map Zero (seq 0 n))).
  { clear Hts. induction ts as [|t ts IH]; simpl; [|exact IH].
    generalize 0. induction n as [|n IH]; intro k; simpl; [easy|]. right. now split. }
  assert (Hin : forall z, In (Zero z) (map Label ts ++ map Zero (seq 0 n)) <-> z < n).
  { intro z. rewrite in_app_iff, !in_map_iff. split.
    - intros [(t & [=] & _)|(y & [= ->] & Hz)]. apply in_seq in Hz. lia.
    - intro Hz. right. exists z. split; [easy|]. apply in_seq. lia. }
  repeat split.
  - now rewrite app_length, !map_length, seq_length.
  - rewrite in_app_iff, !in_map_iff. intros [(u & [= ->] & Hu)|(z & [=] & _)]. now apply Hts.
  - intro Ht. rewrite in_app_iff. left. now apply in_map, Hts.
  - exact Hzeros.
  - pose proof (in_zero_blocks _ Hzeros) as Hcount. setoid_rewrite Hin in Hcount.
    pose proof (Hcount n). pose proof (Hcount (zero_blocks (map Label ts ++ map Zero (seq 0 n)))). lia.
Qed.

(** The least dimension is reached without zero blocks, or with as many as there can be. *)
Theorem subspace_dimension_bound : SubspaceDimensionBound.
Proof.
  intros d_in d_out r m [Hr Hm]. split.
  - intros P HP. apply bound_and_equality. pose proof (labels_and_zero_blocks r m P HP). lia.
  - destruct (Nat.le_ge_cases d_in d_out) as [H|H].
    + exists (labels_and_singles (seq 0 r) (m - r)).
      destruct (labels_and_singles_partition r (seq 0 r) (m - r)) as [HP ->]; [intro t; rewrite in_seq; lia|].
      rewrite seq_length, Nat.add_comm, Nat.sub_add in HP by easy. split; [easy|].
      rewrite Nat.min_l by easy. lia.
    + exists (labels_and_singles (seq 0 r ++ repeat 0 (m - r)) 0).
      destruct (labels_and_singles_partition r (seq 0 r ++ repeat 0 (m - r)) 0) as [HP ->].
      * intro t. rewrite in_app_iff, in_seq. split; [|lia]. intros [?|Ht]; [lia|]. apply repeat_spec in Ht. lia.
      * rewrite app_length, seq_length, repeat_length in HP. replace (r + (m - r) + 0) with m in HP by lia.
        split; [easy|]. rewrite Nat.min_r by easy. lia.
Qed.
