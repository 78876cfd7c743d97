(** Lemma 4.6: bounds of the Stirling numbers near the diagonal, by their recurrence. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.

Local Open Scope Z_scope.

Lemma pow_S : forall x n, x ^ Z.of_nat (S n) = x * x ^ Z.of_nat n.
Proof. intros x n. rewrite Nat2Z.inj_succ. apply Z.pow_succ_r. lia. Qed.

Lemma pow_nonneg : forall x n, 0 <= x -> 0 <= x ^ Z.of_nat n.
Proof. intros x n H. now apply Z.pow_nonneg. Qed.

(** The first two terms of (a + b)^{k+1}. *)
Lemma power_plus : forall a b k, 0 <= a -> 0 <= b ->
  a ^ Z.of_nat (S k) + Z.of_nat (S k) * b * a ^ Z.of_nat k <= (a + b) ^ Z.of_nat (S k).
Proof.
  intros a b k Ha Hb. induction k as [|k IH].
  - change (Z.of_nat 1) with 1. change (Z.of_nat 0) with 0. rewrite !Z.pow_1_r, Z.pow_0_r. lia.
  - rewrite (pow_S (a + b)), (pow_S a (S k)).
    apply Z.le_trans with ((a + b) * (a ^ Z.of_nat (S k) + Z.of_nat (S k) * b * a ^ Z.of_nat k)).
    + assert (Hrest : 0 <= Z.of_nat (S k) * (b * b * a ^ Z.of_nat k)).
      { apply Z.mul_nonneg_nonneg; [lia|]. apply Z.mul_nonneg_nonneg; [apply Z.mul_nonneg_nonneg; lia|].
        now apply pow_nonneg. }
      rewrite (Nat2Z.inj_succ (S k)). rewrite !pow_S in *. lia.
    + apply Z.mul_le_mono_nonneg_l; [lia|exact IH].
Qed.

(** ** Falling factorials *)

Lemma falling_above : forall n m, (m < n)%nat -> falling m n = 0.
Proof.
  induction n as [|n IH]; intros m H; [lia|]. cbn [falling].
  destruct (Nat.eq_dec m n) as [->|Hne]; [rewrite Z.sub_diag; ring|]. rewrite IH by lia. ring.
Qed.

Lemma falling_nonneg : forall n m, 0 <= falling m n.
Proof.
  induction n as [|n IH]; intro m; [easy|]. destruct (le_gt_dec (S n) m) as [H|H].
  - cbn [falling]. apply Z.mul_nonneg_nonneg; [apply IH|lia].
  - now rewrite falling_above.
Qed.

Lemma falling_first : forall n m, falling (S m) (S n) = Z.of_nat (S m) * falling m n.
Proof.
  induction n as [|n IH]; intro m; [cbn [falling]; change (Z.of_nat 0) with 0; ring|].
  change (falling (S m) (S (S n))) with (falling (S m) (S n) * (Z.of_nat (S m) - Z.of_nat (S n))).
  rewrite IH. cbn [falling]. rewrite !Nat2Z.inj_succ. ring.
Qed.

(** The difference of falling factorials. *)
Lemma falling_S : forall n m, falling (S m) (S n) = falling m (S n) + Z.of_nat (S n) * falling m n.
Proof. intros n m. rewrite falling_first. cbn [falling]. rewrite !Nat2Z.inj_succ. ring. Qed.

Lemma falling_factorial : forall k m, (k <= m)%nat -> factorial m = falling m k * factorial (m - k).
Proof.
  induction k as [|k IH]; intros m H; [rewrite Nat.sub_0_r; cbn [falling]; ring|].
  rewrite (IH m) by lia. cbn [falling]. replace (m - k)%nat with (S (m - S k)) by lia.
  rewrite factorial_S. replace (Z.of_nat (S (m - S k))) with (Z.of_nat m - Z.of_nat k) by lia. ring.
Qed.

(** ** The bounds *)

(** 2^k·k!·S2(m, m − k), by the recurrence of S2. *)
Lemma scaled_stirling2_S : forall k m, (S k <= m)%nat ->
  2 ^ Z.of_nat (S k) * factorial (S k) * stirling2 (S m) (S m - S k) =
  2 ^ Z.of_nat (S k) * factorial (S k) * stirling2 m (m - S k) +
  2 * Z.of_nat (S k) * (Z.of_nat m - Z.of_nat k) * (2 ^ Z.of_nat k * factorial k * stirling2 m (m - k)).
Proof.
  intros k m H. replace (S m - S k)%nat with (S (m - S k)) by lia.
  rewrite stirling2_S_S, pow_S, factorial_S. replace (S (m - S k)) with (m - k)%nat by lia.
  rewrite Nat2Z.inj_sub by lia. ring.
Qed.

Lemma stirling2_lower : forall m k, (k <= m)%nat ->
  falling m (2 * k) <= 2 ^ Z.of_nat k * factorial k * stirling2 m (m - k).
Proof.
  induction m as [|m IH]; intros [|k] Hk; try (rewrite Nat.sub_0_r, stirling2_diagonal; easy); [lia|].
  destruct (Nat.eq_dec k m) as [->|Hne].
  - rewrite falling_above, Nat.sub_diag by lia. cbn [stirling2]. lia.
  - rewrite scaled_stirling2_S by lia. specialize (IH k ltac:(lia)) as Hk'. specialize (IH (S k) ltac:(lia)).
    replace (2 * S k)%nat with (S (S (2 * k))) in * by lia. rewrite falling_S. apply Z.add_le_mono; [exact IH|].
    cbn [falling]. pose proof (falling_nonneg (2 * k) m) as Hpositive.
    apply Z.le_trans with (2 * Z.of_nat (S k) * (Z.of_nat m - Z.of_nat k) * falling m (2 * k)).
    + replace (Z.of_nat (S (S (2 * k)))) with (2 * Z.of_nat (S k)) by lia.
      rewrite <- !Z.mul_assoc. apply Z.mul_le_mono_nonneg_l; [lia|]. apply Z.mul_le_mono_nonneg_l; [lia|].
      rewrite (Z.mul_comm (falling _ _)). apply Z.mul_le_mono_nonneg_r; lia.
    + apply Z.mul_le_mono_nonneg_l; [|exact Hk']. apply Z.mul_nonneg_nonneg; lia.
Qed.

Lemma stirling2_upper : forall m k, (k <= m)%nat ->
  2 ^ Z.of_nat k * factorial k * stirling2 m (m - k) <= (Z.of_nat m * (Z.of_nat m - 1)) ^ Z.of_nat k.
Proof.
  induction m as [|m IH]; intros [|k] Hk; try (rewrite Nat.sub_0_r, stirling2_diagonal; easy); [lia|].
  assert (Ha : 0 <= Z.of_nat m * (Z.of_nat m - 1)) by (destruct m; [easy|apply Z.mul_nonneg_nonneg; lia]).
  replace (Z.of_nat (S m) * (Z.of_nat (S m) - 1)) with (Z.of_nat m * (Z.of_nat m - 1) + 2 * Z.of_nat m) by lia.
  destruct (Nat.eq_dec k m) as [->|Hne].
  - rewrite Nat.sub_diag. cbn [stirling2]. rewrite Z.mul_0_r. apply pow_nonneg. lia.
  - rewrite scaled_stirling2_S by lia. apply Z.le_trans with (2 := power_plus _ (2 * Z.of_nat m) k Ha ltac:(lia)).
    apply Z.add_le_mono; [apply IH; lia|].
    replace (Z.of_nat (S k) * (2 * Z.of_nat m)) with (2 * Z.of_nat (S k) * Z.of_nat m) by ring.
    specialize (IH k ltac:(lia)).
    assert (Hs : 0 <= 2 ^ Z.of_nat k * factorial k * stirling2 m (m - k)).
    { pose proof (factorial_positive k). pose proof (pow_nonneg 2 k ltac:(lia)).
      repeat apply Z.mul_nonneg_nonneg; [lia|lia|apply stirling2_nonneg]. }
    apply Z.mul_le_mono_nonneg; [|apply Z.mul_le_mono_nonneg_l; lia|exact Hs|exact IH].
    apply Z.mul_nonneg_nonneg; lia.
Qed.

Theorem lemma_46_bounds : Lemma46Bounds.
Proof. intros k m H. split; [now apply stirling2_lower|now apply stirling2_upper]. Qed.
