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
  replace (i + (k - i))%nat with k in Hchoices by lia. rewrite <- Hchoices. replace (m - (k - i))%nat with (m - k +
  i)%nat by lia.
  replace (2 ^ Z.of_nat k) with (2 ^ Z.of_nat i * 2 ^ Z.of_nat (k - i)) by (rewrite <- pow_add; do 2 f_equal; lia).
  ring.
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

Lemma g_lower : forall m k, (k <= m)%nat ->
  factorial m * falling (m - k) k <= 2 ^ Z.of_nat k * factorial k * G (m - k) m.
Proof.
  intros m k Hk. pose proof (stirling2_lower m k Hk) as H. replace (2 * k)%nat with (k + k)%nat in H by lia.
  rewrite falling_split in H by exact Hk. rewrite (falling_factorial k m) by exact Hk. unfold G.
  apply (Z.mul_le_mono_nonneg_l _ _ (factorial (m - k))) in H; [|apply Z.lt_le_incl, factorial_positive].
  clear - H. lia.
Qed.

Lemma g_upper : forall m k, (k <= m)%nat ->
  2 ^ Z.of_nat k * factorial k * G (m - k) m <= factorial (m - k) * (Z.of_nat m * (Z.of_nat m - 1)) ^ Z.of_nat k.
Proof.
  intros m k Hk. pose proof (stirling2_upper m k Hk) as H. unfold G.
  apply (Z.mul_le_mono_nonneg_l _ _ (factorial (m - k))) in H; [|apply Z.lt_le_incl, factorial_positive].
  clear - H. lia.
Qed.

(** x ≤ f·y^k, where c·y^k is at most 2m times the falling factorial. *)
Lemma simple_upper : forall m k c x y, (k <= m)%nat -> 0 <= x ->
  x <= factorial (m - k) * (Z.of_nat m * y) ^ Z.of_nat k ->
  c * y ^ Z.of_nat k <= 2 * Z.of_nat m * falling m k ->
  c * x <= 2 * Z.of_nat m * (Z.of_nat m ^ Z.of_nat k * factorial m).
Proof.
  intros m k c x y Hk Hx H Hc. assert (Hf := Z.lt_le_incl _ _ (factorial_positive (m - k))).
  assert (HM := pow_nonneg (Z.of_nat m) k (Nat2Z.is_nonneg m)). destruct (Z.le_gt_cases c 0) as [Hneg|Hpositive].
  - apply Z.le_trans with 0; [now apply Z.mul_nonpos_nonneg|].
    apply Z.mul_nonneg_nonneg; [lia|]. apply Z.mul_nonneg_nonneg; [exact HM|apply Z.lt_le_incl, factorial_positive].
  - rewrite (falling_factorial k m Hk). rewrite Z.pow_mul_l in H.
    apply (Z.mul_le_mono_nonneg_l _ _ c) in H; [|now apply Z.lt_le_incl].
    apply (Z.mul_le_mono_nonneg_l _ _ (factorial (m - k) * Z.of_nat m ^ Z.of_nat k)) in Hc;
      [|now apply Z.mul_nonneg_nonneg]. clear - H Hc. lia.
Qed.

Lemma raised_base_step : forall M K p w f, 0 <= K <= M -> 0 <= p -> 0 <= f ->
  w * (2 * M - 2 * 0 * K - K * (K - 1)) <= 2 * M * f -> p * (M + 1 - K * 1) <= (M + 1) * w ->
  (2 * M - K * (K + 3)) * p <= 2 * M * f.
Proof.
  intros M K p w f HK Hp Hf Hfalling Hpower.
  assert (Hkk : 0 <= K * (K - 1)) by (destruct (Z.eq_dec K 0) as [->|]; [lia|apply Z.mul_nonneg_nonneg; lia]).
  destruct (Z.le_gt_cases (2 * M - K * (K + 3)) 0) as [Hneg|Hpositive].
  - apply Z.le_trans with 0; [now apply Z.mul_nonpos_nonneg|]. repeat apply Z.mul_nonneg_nonneg; lia.
  - assert (Hrest : (M + 1) * (2 * M - K * (K + 3)) <= (M + 1 - K) * (2 * M - K * (K - 1))).
    { clear - HK Hkk. assert (0 <= K * (K * (K - 1))) by (apply Z.mul_nonneg_nonneg; lia).
      assert (0 <= K * M) by (apply Z.mul_nonneg_nonneg; lia). lia. }
    assert (Hc : 0 <= 2 * M - K * (K - 1)) by (clear - Hpositive HK; lia).
    replace (2 * M - 2 * 0 * K - K * (K - 1)) with (2 * M - K * (K - 1)) in Hfalling by ring.
    apply (Z.mul_le_mono_pos_l _ _ (M + 1)); [lia|]. set (c := 2 * M - K * (K - 1)) in *.
    apply (Z.mul_le_mono_nonneg_l _ _ (M + 1)) in Hfalling; [|clear - HK; lia].
    apply (Z.mul_le_mono_nonneg_r _ _ c) in Hpower; [|exact Hc].
    apply (Z.mul_le_mono_nonneg_l _ _ p) in Hrest; [|exact Hp]. clearbody c. clear - Hrest Hpower Hfalling. lia.
Qed.

(** (2m − k(k + 3))(m + 1)^k ≤ 2m·m(m − 1)···(m − k + 1), by (1 + 1/m)(1 − 1/(m + 1)) = 1. *)
Lemma raised_base : forall m k, (k <= m)%nat ->
  (2 * Z.of_nat m - Z.of_nat k * (Z.of_nat k + 3)) * (Z.of_nat m + 1) ^ Z.of_nat k <= 2 * Z.of_nat m * falling m k.
Proof.
  intros m k Hk. apply (raised_base_step _ _ _ (Z.of_nat m ^ Z.of_nat k)); [lia|apply pow_nonneg; lia|apply
  falling_nonneg| |].
  - apply falling_lower; lia.
  - pose proof (power_minus (Z.of_nat m + 1) 1 k ltac:(lia)) as Hpower. now rewrite Z.add_simpl_r in Hpower.
Qed.

Theorem lemma_46_simple : Lemma46Simple.
Proof.
  intros k m Hk M K limit g t. pose proof (g_lower m k Hk) as Hlower. pose proof (g_upper m k Hk) as Hupper.
  assert (Hfactor : 0 <= 2 ^ Z.of_nat k * factorial k).
  { apply Z.mul_nonneg_nonneg; [apply pow_nonneg; lia|apply Z.lt_le_incl, factorial_positive]. }
  assert (Hg : 0 <= g) by (apply Z.mul_nonneg_nonneg; [exact Hfactor|apply g_nonneg]).
  assert (Ht : g <= t) by (apply Z.mul_le_mono_nonneg_l; [exact Hfactor|apply g_below_t]).
  assert (Hbound : (2 * M - K * (3 * K - 1)) * limit <= 2 * M * g).
  { pose proof (falling_lower (m - k) K M k ltac:(lia) ltac:(lia)) as Hfalling. fold K in Hfalling.
    replace (2 * M - 2 * K * K - K * (K - 1)) with (2 * M - K * (3 * K - 1)) in Hfalling by ring.
    apply (Z.mul_le_mono_nonneg_l _ _ (factorial m)) in Hfalling; [|apply Z.lt_le_incl, factorial_positive].
    apply (Z.mul_le_mono_nonneg_l _ _ (2 * M)) in Hlower; [|lia]. fold K in Hlower. fold g in Hlower.
    unfold limit. clear - Hfalling Hlower. lia. }
  split; [exact Hbound|]. split; [|split].
  - apply (simple_upper m k _ _ (M - 1) Hk Hg Hupper).
    pose proof (falling_lower m 0 M k ltac:(lia) ltac:(lia)) as Hfalling. fold K in Hfalling. fold M.
    destruct (Z.le_gt_cases (2 * M - K * (K - 1)) 0) as [Hneg|Hpositive].
    + assert (Hnonneg : 0 <= 2 * M * falling m k) by (apply Z.mul_nonneg_nonneg; [lia|apply falling_nonneg]).
      destruct (Z.eq_dec M 0) as [Hzero|]; [rewrite Hzero in *; assert (HK0 : K = 0) by lia; rewrite HK0; lia|].
      apply Z.le_trans with (2 := Hnonneg). apply Z.mul_nonpos_nonneg; [exact Hneg|apply Z.pow_nonneg; lia].
    + replace (2 * M - 2 * 0 * K - K * (K - 1)) with (2 * M - K * (K - 1)) in Hfalling by ring.
      apply Z.le_trans with (2 := Hfalling). rewrite Z.mul_comm. apply Z.mul_le_mono_nonneg_r; [lia|].
      apply Z.pow_le_mono_l. split; [|lia]. destruct (Z.eq_dec M 0); [|lia].
      assert (K = 0) by lia. assert (2 * M - K * (K - 1) = 0) by lia. lia.
  - apply Z.le_trans with (1 := Hbound). apply Z.mul_le_mono_nonneg_l; lia.
  - apply (simple_upper m k _ _ (M + 1) Hk (Z.le_trans _ _ _ Hg Ht) (t_upper m k Hk) (raised_base m k Hk)).
Qed.
