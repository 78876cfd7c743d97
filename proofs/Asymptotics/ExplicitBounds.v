(** Lemma 4.6 and the ratio (5) with explicit bounds. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized StirlingBounds StirlingLimits CountLimits EulerBounds.

Local Open Scope Z_scope.

(** ** Sums *)

(** The summand of T(m − k, m) with i unlabelled blocks. *)
Lemma summand : forall m k i, (i <= k <= m)%nat ->
  2 ^ Z.of_nat k * factorial k * (factorial (m - k) * (stirling2 m (m - k + i) * binomial (m - k + i) (m - k))) =
  binomial k i * 2 ^ Z.of_nat i *
    (2 ^ Z.of_nat (k - i) * factorial (k - i) * stirling2 m (m - (k - i))) * factorial (m - k + i).
Proof.
  intros m k i Hi. rewrite <- (binomial_factorials (m - k) i). pose proof (binomial_factorials i (k - i)) as Hchoices.
  replace (i + (k - i))%nat with k in Hchoices by lia. rewrite <- Hchoices. replace (m - (k - i))%nat with (m - k + i)%nat by lia.
  replace (2 ^ Z.of_nat k) with (2 ^ Z.of_nat i * 2 ^ Z.of_nat (k - i)) by (rewrite <- pow_add; do 2 f_equal; lia). ring.
Qed.

Lemma t_as_sum : forall m k, (k <= m)%nat ->
  2 ^ Z.of_nat k * factorial k * T (m - k) m = Zsum 0 (S k) (fun i => binomial k i * 2 ^ Z.of_nat i *
    (2 ^ Z.of_nat (k - i) * factorial (k - i) * stirling2 m (m - (k - i))) * factorial (m - k + i)).
Proof.
  intros m k Hk. rewrite t_stirling. replace (S m) with (m - k + S k)%nat by lia.
  rewrite Zsum_split, (Zsum_zero (m - k)), Z.add_0_l by (intros n Hn; rewrite binomial_above by lia; ring).
  rewrite Nat.add_comm, (Zsum_shift (S k) (m - k) 0), <- !Zsum_scale. apply Zsum_ext. intros i Hi. apply summand. lia.
Qed.

Theorem lemma_46_sums : Lemma46Sums.
Proof.
  intros k m Hk scaled. unfold scaled. rewrite t_as_sum by exact Hk. split.
  - rewrite <- Zsum_scale. apply Zsum_le. intros i Hi. pose proof (stirling2_lower m (k - i) ltac:(lia)) as Hlower.
    replace (2 * (k - i))%nat with (k - i + (k - i))%nat in Hlower by lia. rewrite falling_split in Hlower by lia.
    replace (m - (k - i))%nat with (m - k + i)%nat in Hlower by lia. rewrite (falling_factorial (k - i) m) by lia.
    replace (m - (k - i))%nat with (m - k + i)%nat by lia.
    apply Z.le_trans with (binomial k i * 2 ^ Z.of_nat i *
      (falling m (k - i) * falling (m - k + i) (k - i)) * factorial (m - k + i)); [apply Z.eq_le_incl; ring|].
    apply Z.mul_le_mono_nonneg_r; [apply Z.lt_le_incl, factorial_positive|].
    apply Z.mul_le_mono_nonneg_l; [|exact Hlower].
    apply Z.mul_nonneg_nonneg; [apply binomial_nonneg|apply pow_nonneg; lia].
  - apply Zsum_le. intros i Hi. pose proof (stirling2_upper m (k - i) ltac:(lia)) as Hupper.
    apply Z.mul_le_mono_nonneg_r; [apply Z.lt_le_incl, factorial_positive|].
    apply Z.mul_le_mono_nonneg_l; [|exact Hupper].
    apply Z.mul_nonneg_nonneg; [apply binomial_nonneg|apply pow_nonneg; lia].
Qed.

(** ** The simpler bounds *)

(** ∏ (1 − x_i) ≥ 1 − Σ x_i for x_i = (d + i)/m, where m = n + d. *)
Lemma falling_lower : forall n d m j, 0 <= d -> m = Z.of_nat n + d ->
  m ^ Z.of_nat j * (2 * m - 2 * d * Z.of_nat j - Z.of_nat j * (Z.of_nat j - 1)) <= 2 * m * falling n j.
Proof.
  intros n d m j Hd Hm. induction j as [|j IH]; [cbn [falling]; change (Z.of_nat 0) with 0; rewrite Z.pow_0_r; lia|].
  assert (Hm0 : 0 <= m) by lia. assert (Hpower := pow_nonneg m j Hm0). rewrite pow_S.
  replace (2 * m - 2 * d * Z.of_nat (S j) - Z.of_nat (S j) * (Z.of_nat (S j) - 1)) with
    (2 * m - 2 * d * Z.of_nat j - Z.of_nat j * (Z.of_nat j - 1) - 2 * (d + Z.of_nat j)) by lia.
  assert (Hc : 0 <= 2 * d * Z.of_nat j + Z.of_nat j * (Z.of_nat j - 1)) by (destruct j as [|j]; [lia|];
    apply Z.add_nonneg_nonneg; apply Z.mul_nonneg_nonneg; lia).
  set (c := 2 * d * Z.of_nat j) in *. set (c' := Z.of_nat j * (Z.of_nat j - 1)) in *. set (p := m ^ Z.of_nat j) in *.
  assert (Hcp : 0 <= p * ((c + c') * (d + Z.of_nat j))) by (repeat apply Z.mul_nonneg_nonneg; lia).
  cbn [falling]. destruct (le_gt_dec j n) as [Hj|Hj].
  - apply (Z.mul_le_mono_nonneg_r _ _ (Z.of_nat n - Z.of_nat j)) in IH; [|lia].
    replace (Z.of_nat n) with (m - d) in * by lia. clearbody c c' p. clear - IH Hcp. lia.
  - rewrite falling_above in * by lia. rewrite Z.mul_0_l, Z.mul_0_r in *.
    assert (Hless : 0 <= p * (d + Z.of_nat j)) by (apply Z.mul_nonneg_nonneg; lia).
    apply (Z.mul_le_mono_nonneg_l _ _ m) in IH; [|exact Hm0]. apply (Z.mul_nonneg_nonneg m) in Hless; [|exact Hm0].
    clearbody c c' p. clear - IH Hless. lia.
Qed.
