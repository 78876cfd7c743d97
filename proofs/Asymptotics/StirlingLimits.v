(** Lemma 4.6: G(m − k, m) and T(m − k, m) near m^k·m!/(2^k·k!), with the error. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized StirlingBounds.

Local Open Scope Z_scope.

(** ** Powers *)

(** Bernoulli's inequality for 1 − b/a, cleared of denominators. *)
Lemma power_minus : forall a b k, 0 <= b <= a -> a ^ Z.of_nat k * (a - Z.of_nat k * b) <= a * (a - b) ^ Z.of_nat k.
Proof.
  intros a b k Hb. induction k as [|k IH].
  - change (Z.of_nat 0) with 0. rewrite !Z.pow_0_r. lia.
  - rewrite !pow_S, Nat2Z.inj_succ. unfold Z.succ. pose proof (pow_nonneg a k ltac:(lia)) as Hpower.
    apply Z.le_trans with ((a - b) * (a ^ Z.of_nat k * (a - Z.of_nat k * b))).
    + assert (Hrest : 0 <= a ^ Z.of_nat k * (Z.of_nat k * (b * b))).
      { repeat apply Z.mul_nonneg_nonneg; lia. }
      lia.
    + replace (a * ((a - b) * (a - b) ^ Z.of_nat k)) with ((a - b) * (a * (a - b) ^ Z.of_nat k)) by ring.
      apply Z.mul_le_mono_nonneg_l; [lia|exact IH].
Qed.

Lemma power_le : forall a b k, 0 <= a <= b -> a ^ Z.of_nat k <= b ^ Z.of_nat k.
Proof. intros a b k H. now apply Z.pow_le_mono_l. Qed.

Lemma binomial_theorem : forall a b k,
  Zsum 0 (S k) (fun i => binomial k i * (a ^ Z.of_nat (k - i) * b ^ Z.of_nat i)) = (a + b) ^ Z.of_nat k.
Proof.
  intros a b. induction k as [|k IH]; [easy|].
  rewrite (pascal_sum k (fun i => a ^ Z.of_nat (S k - i) * b ^ Z.of_nat i)), pow_S, <- IH, Z.mul_add_distr_r.
  rewrite <- !Zsum_scale. f_equal; apply Zsum_ext; intros i Hi.
  - replace (S k - i)%nat with (S (k - i)) by lia. rewrite pow_S. ring.
  - cbn [Nat.sub]. rewrite pow_S. ring.
Qed.

(** ** Falling factorials and binomial coefficients *)

Lemma falling_below_power : forall m k, falling m k <= Z.of_nat m ^ Z.of_nat k.
Proof.
  intros m k. destruct (le_gt_dec k m) as [Hk|Hk]; [|rewrite falling_above by lia; apply pow_nonneg; lia].
  induction k as [|k IH]; [easy|]. cbn [falling]. rewrite pow_S, Z.mul_comm.
  apply Z.mul_le_mono_nonneg; [lia|lia|apply falling_nonneg|apply IH; lia].
Qed.

Lemma power_below_falling : forall m k x, 0 <= x <= Z.of_nat m + 1 - Z.of_nat k -> x ^ Z.of_nat k <= falling m k.
Proof.
  intros m k x. induction k as [|k IH]; intro Hx; [easy|]. cbn [falling]. rewrite pow_S, Z.mul_comm.
  apply Z.mul_le_mono_nonneg; [apply pow_nonneg; lia|apply IH; lia|lia|lia].
Qed.

Lemma falling_split : forall m j i, (j <= m)%nat -> falling m (j + i) = falling m j * falling (m - j) i.
Proof.
  intros m j i Hj. induction i as [|i IH]; [rewrite Nat.add_0_r; cbn [falling]; ring|].
  rewrite Nat.add_succ_r. cbn [falling]. rewrite IH, Nat2Z.inj_add, Nat2Z.inj_sub by lia. ring.
Qed.

Lemma binomial_factorials : forall r i, binomial (r + i) r * (factorial r * factorial i) = factorial (r + i).
Proof.
  intros r i. induction r as [|r IH]; [rewrite binomial_0_r; change (factorial 0) with 1; cbn [Nat.add]; ring|].
  cbn [Nat.add]. rewrite !factorial_S, <- IH. pose proof (binomial_absorb (r + i) r) as H.
  transitivity (Z.of_nat (S r) * binomial (S (r + i)) (S r) * (factorial r * factorial i)); [ring|].
  rewrite H. ring.
Qed.

Lemma binomial_below_power : forall r i, factorial i * binomial (r + i) r <= Z.of_nat (r + i) ^ Z.of_nat i.
Proof.
  intros r i. apply Z.le_trans with (2 := falling_below_power (r + i) i). apply Z.eq_le_incl.
  pose proof (factorial_positive r). apply (Z.mul_cancel_l _ _ (factorial r)); [lia|].
  transitivity (binomial (r + i) r * (factorial r * factorial i)); [ring|].
  rewrite binomial_factorials, (falling_factorial i (r + i)), Nat.add_sub by lia. ring.
Qed.

(** ** G and T *)

(** The summands of T(m − k, m) add up to at most a binomial sum. *)
Lemma t_upper : forall m k, (k <= m)%nat ->
  2 ^ Z.of_nat k * factorial k * T (m - k) m <=
  factorial (m - k) * (Z.of_nat m * (Z.of_nat m + 1)) ^ Z.of_nat k.
Proof.
  intros m k Hk. pose proof (factorial_positive (m - k)) as Hfactorial. rewrite t_stirling.
  rewrite Z.mul_assoc, (Z.mul_comm _ (factorial (m - k))), <- Z.mul_assoc.
  apply Z.mul_le_mono_nonneg_l; [lia|]. replace (S m) with (m - k + S k)%nat by lia.
  rewrite Zsum_split, (Zsum_zero (m - k)), Z.add_0_l by (intros n Hn; rewrite binomial_above by lia; ring).
  rewrite Nat.add_comm, (Zsum_shift (S k) (m - k) 0), <- Zsum_scale.
  replace (Z.of_nat m * (Z.of_nat m + 1)) with (Z.of_nat m * (Z.of_nat m - 1) + 2 * Z.of_nat m) by ring.
  rewrite <- binomial_theorem. apply Zsum_le. intros i Hi.
  set (j := (k - i)%nat). assert (Erow : (m - k + i)%nat = (m - j)%nat) by (unfold j; lia).
  assert (Ek : (i + j)%nat = k) by (unfold j; lia). rewrite Erow.
  pose proof (stirling2_upper m j ltac:(lia)) as Hstirling. pose proof (binomial_below_power (m - k) i) as Hbinomial.
  rewrite Erow in Hbinomial.
  pose proof (power_le (Z.of_nat (m - j)) (Z.of_nat m) i ltac:(clear; lia)) as Hpower.
  pose proof (binomial_factorials i j) as Hchoices. rewrite Ek in Hchoices.
  pose proof (factorial_positive i). pose proof (factorial_positive j). pose proof (pow_nonneg 2 i ltac:(lia)).
  pose proof (pow_nonneg 2 j ltac:(lia)). pose proof (binomial_nonneg (m - j) (m - k)).
  rewrite <- Hchoices, (Z.pow_mul_l 2). replace (Z.of_nat k) with (Z.of_nat j + Z.of_nat i) by (clear - Ek; lia).
  rewrite Z.pow_add_r by lia.
  apply Z.le_trans with (binomial k i * ((2 ^ Z.of_nat j * factorial j * stirling2 m (m - j)) *
    (2 ^ Z.of_nat i * (factorial i * binomial (m - j) (m - k))))); [apply Z.eq_le_incl; ring|].
  apply Z.mul_le_mono_nonneg_l; [apply binomial_nonneg|]. apply Z.mul_le_mono_nonneg.
  - repeat apply Z.mul_nonneg_nonneg; [lia|lia|apply stirling2_nonneg].
  - exact Hstirling.
  - repeat apply Z.mul_nonneg_nonneg; lia.
  - apply Z.mul_le_mono_nonneg_l; lia.
Qed.

Lemma g_below_t : forall r m, G r m <= T r m.
Proof.
  intros r m. unfold T. rewrite Zsum_first, binomial_0_r, Nat.sub_0_r. change (bell 0) with 1.
  enough (0 <= Zsum 1 m (fun u => binomial m u * G r (m - u) * bell u)) by lia.
  apply Zsum_nonneg. intros u _. apply Z.mul_nonneg_nonneg.
  - apply Z.mul_nonneg_nonneg; [apply binomial_nonneg|apply g_nonneg].
  - unfold bell. apply Zsum_nonneg. intros j _. apply stirling2_nonneg.
Qed.
