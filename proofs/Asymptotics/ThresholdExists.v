(** For every r ≥ 2 inequality (6) fails at last for some m: T outgrows r^m by a factor (r + 1)/r at each step. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized.

Local Open Scope Z_scope.

Lemma t_growth_iterated : forall r m n, Z.of_nat (S r) ^ Z.of_nat n * T r m <= T r (m + n).
Proof.
  intros r m n. induction n as [|n IH].
  - rewrite Nat.add_0_r. change (Z.of_nat 0) with 0. rewrite Z.pow_0_r. lia.
  - rewrite (Nat2Z.inj_succ n), Z.pow_succ_r, <- plus_n_Sm by lia.
    apply Z.le_trans with (Z.of_nat (S r) * T r (m + n)); [|apply t_growth].
    rewrite <- Z.mul_assoc. apply Z.mul_le_mono_nonneg_l; [lia|exact IH].
Qed.

(** Bernoulli's inequality for 1 + 1/r, cleared of denominators. *)
Lemma power_growth : forall r n, 0 < r -> r ^ Z.of_nat n * (r + Z.of_nat n) <= r * (r + 1) ^ Z.of_nat n.
Proof.
  intros r n Hr. induction n as [|n IH].
  - change (Z.of_nat 0) with 0. rewrite !Z.pow_0_r. lia.
  - rewrite Nat2Z.inj_succ, !Z.pow_succ_r by lia. unfold Z.succ.
    assert (Hpower : 0 <= r ^ Z.of_nat n) by (apply Z.pow_nonneg; lia).
    apply Z.le_trans with ((r + 1) * (r ^ Z.of_nat n * (r + Z.of_nat n))).
    + assert (Hrest : 0 <= r ^ Z.of_nat n * Z.of_nat n) by (apply Z.mul_nonneg_nonneg; lia). lia.
    + replace (r * ((r + 1) * (r + 1) ^ Z.of_nat n)) with ((r + 1) * (r * (r + 1) ^ Z.of_nat n)) by ring.
      apply Z.mul_le_mono_nonneg_l; [lia|exact IH].
Qed.

Lemma holds_somewhere : forall r, (1 <= r)%nat -> exists m, (r <= m)%nat /\ Z.of_nat r ^ Z.of_nat m <= T r m.
Proof.
  intros r Hr. set (p := Z.of_nat r ^ Z.of_nat r). set (n := Z.to_nat (Z.of_nat r * p)).
  assert (Hp : 0 <= p) by (apply Z.pow_nonneg; lia).
  assert (Hn : Z.of_nat n = Z.of_nat r * p) by (apply Z2Nat.id; apply Z.mul_nonneg_nonneg; lia).
  exists (r + n)%nat. split; [lia|].
  apply Z.le_trans with (Z.of_nat (S r) ^ Z.of_nat n * T r r); [|apply t_growth_iterated].
  rewrite Nat2Z.inj_add, Z.pow_add_r by lia. fold p.
  pose proof (power_growth (Z.of_nat r) n ltac:(lia)) as Hgrowth. rewrite Hn in Hgrowth at 2.
  rewrite Nat2Z.inj_succ. unfold Z.succ. pose proof (t_positive r r (le_n r)) as Ht.
  set (q := Z.of_nat r ^ Z.of_nat n) in *. set (s := (Z.of_nat r + 1) ^ Z.of_nat n) in *.
  assert (Hq : 0 <= q) by (apply Z.pow_nonneg; lia).
  assert (Hs : p * q <= s).
  { apply (Z.mul_le_mono_pos_l _ _ (Z.of_nat r)); [lia|].
    assert (Hrest : 0 <= q * Z.of_nat r) by (apply Z.mul_nonneg_nonneg; lia). lia. }
  apply Z.le_trans with (s * 1); [lia|]. apply Z.mul_le_mono_nonneg_l; [|lia].
  apply Z.pow_nonneg. lia.
Qed.

Lemma t_diagonal : forall r, T r r = factorial r.
Proof.
  intro r. unfold T. rewrite Zsum_first, Zsum_zero.
  - rewrite binomial_0_r, Nat.sub_0_r. unfold G. rewrite stirling2_diagonal. change (bell 0) with 1. ring.
  - intros u Hu. unfold G. rewrite stirling2_above by lia. ring.
Qed.

Lemma factorial_below_power : forall n k, (n <= k)%nat -> factorial n <= Z.of_nat k ^ Z.of_nat n.
Proof.
  intros n k. induction n as [|n IH]; intro Hn; [easy|].
  rewrite factorial_S, (Nat2Z.inj_succ n), Z.pow_succ_r, <- Nat2Z.inj_succ by lia.
  pose proof (factorial_positive n). apply Z.mul_le_mono_nonneg; [lia|lia|lia|apply IH; lia].
Qed.

Lemma fails_at_minimal_width : forall r, (2 <= r)%nat -> T r r < Z.of_nat r ^ Z.of_nat r.
Proof.
  intros [|[|k]] Hr; [lia|lia|]. rewrite t_diagonal, !factorial_S.
  replace (Z.of_nat (S (S k)) ^ Z.of_nat (S (S k)))
    with (Z.of_nat (S (S k)) * (Z.of_nat (S (S k)) * Z.of_nat (S (S k)) ^ Z.of_nat k)).
  2:{ rewrite <- !Z.pow_succ_r by lia. now rewrite <- !Nat2Z.inj_succ. }
  pose proof (factorial_below_power k (S (S k)) ltac:(lia)) as H. pose proof (factorial_positive k) as Hpositive.
  apply Z.mul_lt_mono_pos_l; [lia|]. apply Z.lt_le_trans with (Z.of_nat (S (S k)) * factorial k).
  - apply Z.mul_lt_mono_pos_r; lia.
  - apply Z.mul_le_mono_nonneg_l; [lia|exact H].
Qed.

(** Between a failing and a later holding one there is a last failing one before a holding one. *)
Lemma last_before : forall r m, (r <= m)%nat -> T r r < Z.of_nat r ^ Z.of_nat r -> Z.of_nat r ^ Z.of_nat m <= T r m ->
  exists last, (r <= last)%nat /\ T r last < Z.of_nat r ^ Z.of_nat last /\
    Z.of_nat r ^ Z.of_nat (S last) <= T r (S last).
Proof.
  intros r m Hm Hfails. induction Hm as [|m Hm IH]; intro Hholds; [lia|].
  destruct (Z.lt_ge_cases (T r m) (Z.of_nat r ^ Z.of_nat m)) as [H|H]; [now exists m|now apply IH].
Qed.

Theorem threshold_exists : ThresholdExists.
Proof.
  intros r Hr. destruct (holds_somewhere r ltac:(lia)) as (m & Hm & Hholds).
  destruct (last_before r m Hm (fails_at_minimal_width r Hr) Hholds) as (last & Hlast & Hfails & Hnext).
  exists last. split; [exact Hlast|]. intros m' _. split; intro H.
  - destruct (le_gt_dec m' last) as [|Hgt]; [assumption|].
    pose proof (proj2 (once_true_always_true r (S last)) Hnext m' Hgt). lia.
  - destruct (Z.lt_ge_cases (T r m') (Z.of_nat r ^ Z.of_nat m')) as [|Hge]; [assumption|].
    pose proof (proj2 (once_true_always_true r m') Hge last H). lia.
Qed.
