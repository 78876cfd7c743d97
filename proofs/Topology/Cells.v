(** The cells of X_{r,m} are counted: surjections of n places, spread over m. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums Differences ListFacts.
From Equiloss.Counting Require Import LabelledPartitions PartitionCounts Counts Surjections Spread.
From Equiloss.Topology Require Import SphereCount.
Import ListNotations.

Local Open Scope nat_scope.

(** Surjections of n places, spread over m. *)
Definition cells (r m n : nat) : list (list (option nat)) := flat_map (spread m) (enumerate_surjections r n).

Lemma cells_complete : forall r m n g,
  In g (cells r m n) <-> partial_surjection r m g /\ length (defined_values g) = n.
Proof.
  intros r m n g. unfold cells, partial_surjection. rewrite in_flat_map. split.
  - intros (values & Hvalues & H). apply spread_complete in H as [Hm <-].
    apply enumerate_surjections_complete in Hvalues as [Hn Ht]. split; [split; [exact Hm|]|exact Hn].
    intro t. now rewrite <- in_filled.
  - intros [[Hm Ht] Hn]. exists (defined_values g). split; [|now apply spread_complete].
    apply enumerate_surjections_complete. split; [exact Hn|]. intro t. now rewrite (in_filled t g).
Qed.

Lemma cells_nodup : forall r m n, NoDup (cells r m n).
Proof. intros r m n. apply spread_all_nodup, enumerate_surjections_nodup. Qed.

Lemma cells_length : forall r m n, Z.of_nat (length (cells r m n)) = (binomial m n * G r n)%Z.
Proof.
  intros r m n. unfold cells. rewrite (spread_all_length m n); [now rewrite enumerate_surjections_length|].
  intros values H. now apply enumerate_surjections_complete in H as [H _].
Qed.

(** Σ_n C(m,n)·S2(n,r) = S2(m + 1, r + 1): the block of one element more holds those where g is not defined. *)
Lemma stirling2_binomial : forall m r,
  Zsum 0 (S m) (fun n => binomial m n * stirling2 n r)%Z = stirling2 (S m) (S r).
Proof.
  induction m as [|m IH]; intro r.
  - destruct r as [|r]; [easy|]. rewrite stirling2_above by lia. easy.
  - rewrite (pascal_sum m (fun n => stirling2 n r)), IH. destruct r as [|r].
    + rewrite Zsum_zero by (intros n _; cbn [stirling2]; ring). rewrite (stirling2_S_S (S m) 0).
      change (stirling2 (S m) 0) with 0%Z. change (Z.of_nat 1) with 1%Z. ring.
    + rewrite (Zsum_ext (S m) 0 _ (fun n => Z.of_nat (S r) * (binomial m n * stirling2 n (S r)) +
        binomial m n * stirling2 n r)%Z) by (intros n _; rewrite stirling2_S_S; ring).
      rewrite Zsum_add, Zsum_scale, !IH, (stirling2_S_S (S m) (S r)), (Nat2Z.inj_succ (S r)). ring.
Qed.

Theorem cells_counted : CellsCounted.
Proof.
  intros r m. split.
  - intro d. exists (cells r m (r + d)). split; [apply cells_nodup|]. split; [apply cells_length|].
    intro g. apply cells_complete.
  - exists (flat_map (cells r m) (seq 0 (S m))). split; [|split].
    + apply (nodup_flat_map _ _ (fun g n => length (defined_values g) = n)).
      * apply seq_NoDup.
      * intros n _. apply cells_nodup.
      * intros n g H. now apply cells_complete in H.
      * intros g n n' <- <-. easy.
    + rewrite length_flat_map_sum, <- stirling2_binomial, <- Zsum_scale. apply Zsum_ext.
      intros n _. rewrite cells_length. unfold G. ring.
    + intro g. rewrite in_flat_map. split; [intros (n & _ & H); now apply cells_complete in H|].
      intro H. exists (length (defined_values g)). split; [|now apply cells_complete].
      apply in_seq. assert (Hn : length (defined_values g) <= length g) by apply filled_length.
      destruct H as [H _]. lia.
Qed.

(** ** The alternating sum *)

Local Open Scope Z_scope.

(** Σ_n (−1)^{m−n}·C(m,n)·G(r,n) = Δ^r x^m at −1: both have the same recurrence. *)
Lemma alternating_difference : forall m r,
  Zsum 0 (S m) (fun n => binomial m n * (sign (m - n) * G r n)) = Nat.iter r difference (power m) (-1).
Proof.
  induction m as [|m IH]; intro r.
  - destruct r as [|r]; [easy|]. rewrite differences_power_above by lia.
    rewrite Zsum_zero; [easy|]. intros n Hn. replace n with 0%nat by lia. unfold G. cbn [stirling2]. ring.
  - rewrite (pascal_sum m (fun n => sign (S m - n) * G r n)).
    rewrite (Zsum_ext (S m) 0 _ (fun n => -1 * (binomial m n * (sign (m - n) * G r n)))).
    2:{ intros n Hn. replace (S m - n)%nat with (S (m - n)) by lia. rewrite sign_S. ring. }
    rewrite Zsum_scale, IH. destruct r as [|r].
    + rewrite Zsum_zero by (intros n _; unfold G; cbn [stirling2]; ring).
      change (-1 * sign m + 0 = sign (S m)). rewrite sign_S. ring.
    + rewrite (Zsum_ext (S m) 0 _ (fun n => Z.of_nat (S r) * (binomial m n * (sign (m - n) * G (S r) n)) +
        Z.of_nat (S r) * (binomial m n * (sign (m - n) * G r n)))).
      2:{ intros n _. cbn [Nat.sub]. rewrite g_recurrence. ring. }
      rewrite Zsum_add, !Zsum_scale, !IH, differences_power_S. ring.
Qed.

Lemma sign_add : forall n k, sign (n + k) = sign n * sign k.
Proof. intros n k. unfold sign. rewrite Nat2Z.inj_add. apply Z.pow_add_r; lia. Qed.

Theorem euler_characteristic : EulerCharacteristic.
Proof.
  intros r m Hr. split.
  - transitivity (sign (m - r) * Nat.iter r difference (power m) (-1)).
    + rewrite <- alternating_difference, <- Zsum_scale. replace (S m) with (r + S (m - r))%nat by lia.
      rewrite Zsum_split, (Zsum_zero r) by (intros n Hn; unfold G; rewrite stirling2_above by lia; ring).
      rewrite Nat.add_comm, (Zsum_shift _ r 0), Z.add_0_l. apply Zsum_ext. intros d Hd.
      transitivity (sign (m - r) * sign (m - (r + d)) * (binomial m (r + d) * G r (r + d))); [|ring]. f_equal.
      replace (m - r)%nat with (m - (r + d) + d)%nat by lia. rewrite sign_add.
      rewrite <- (Z.mul_1_l (sign d)) at 1. rewrite <- (sign_double (m - (r + d))), sign_add. ring.
    + rewrite beta_difference, Z.mul_add_distr_l, <- sign_add by lia.
      replace (m - r + (r + m))%nat with (m + m)%nat by lia. now rewrite sign_double.
  - intros g Hg. assert (Hdefined : (length (defined_values g) <= length g)%nat) by apply filled_length.
    destruct Hg as [Hm Ht].
    assert (Hmany : (r <= length (defined_values g))%nat).
    { rewrite <- (seq_length r 0). apply NoDup_incl_length; [apply seq_NoDup|].
      intros t H. apply in_filled, Ht. apply in_seq in H. lia. }
    exists (length (defined_values g) - r)%nat. split; [lia|]. split; [now split|]. lia.
Qed.
