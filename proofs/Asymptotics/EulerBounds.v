(** (1 + 1/k)^k ≤ (1 + 1/n)^{n+1} for all k and n: the number e lies between, and this is all that is used of it. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Asymptotics Require Import ThresholdExists StirlingBounds StirlingLimits.

Local Open Scope Z_scope.

Lemma pow_pow : forall x a b, (x ^ Z.of_nat a) ^ Z.of_nat b = x ^ Z.of_nat (a * b).
Proof. intros x a b. rewrite Nat2Z.inj_mul, Z.pow_mul_r; lia. Qed.

Lemma pow_add : forall x a b, x ^ Z.of_nat (a + b) = x ^ Z.of_nat a * x ^ Z.of_nat b.
Proof. intros x a b. rewrite Nat2Z.inj_add, Z.pow_add_r; lia. Qed.

Lemma pow_positive : forall x n, 0 < x -> 0 < x ^ Z.of_nat n.
Proof. intros x n H. apply Z.pow_pos_nonneg; lia. Qed.

(** An inequality raised to a power, and the root of one. *)
Lemma raised : forall n a b c d, 0 <= a * b -> a * b <= c * d ->
  a ^ Z.of_nat n * b ^ Z.of_nat n <= c ^ Z.of_nat n * d ^ Z.of_nat n.
Proof. intros n a b c d H0 H. rewrite <- !Z.pow_mul_l. apply power_le. lia. Qed.

Lemma rooted : forall n a b, (1 <= n)%nat -> 0 <= b -> a ^ Z.of_nat n <= b ^ Z.of_nat n -> a <= b.
Proof.
  intros n a b Hn Hb H. destruct (Z.le_gt_cases a b) as [|Hlt]; [assumption|].
  assert (b ^ Z.of_nat n < a ^ Z.of_nat n) by (apply Z.pow_lt_mono_l; lia). lia.
Qed.

Lemma product_le : forall a b c d, 0 <= a -> 0 <= c -> a <= b -> c <= d -> a * c <= b * d.
Proof. intros a b c d Ha Hc Hab Hcd. now apply Z.mul_le_mono_nonneg. Qed.

(** With ε = 1/(k(n + 1)): 1 + 1/k ≤ (1 + ε)^{n+1}, 1 − 1/(n + 1) ≤ (1 − ε)^k, and (1 + ε)(1 − ε) ≤ 1. *)
Lemma e_between : forall k n, (1 <= k)%nat -> (1 <= n)%nat ->
  Z.of_nat (S k) ^ Z.of_nat k * Z.of_nat n ^ Z.of_nat (S n) <=
  Z.of_nat k ^ Z.of_nat k * Z.of_nat (S n) ^ Z.of_nat (S n).
Proof.
  intros k n Hk Hn. assert (HK : exists K, K = Z.of_nat k) by now eexists. destruct HK as [K HK].
  assert (HN : exists N, N = Z.of_nat (S n)) by now eexists. destruct HN as [N HN].
  assert (Hp : exists p, p = K * N) by now eexists. destruct Hp as [p Hp].
  assert (Hp1 : 1 < p) by (rewrite Hp; apply Z.lt_le_trans with (1 * N); [lia|apply Z.mul_le_mono_nonneg_r; lia]).
  assert (Hsquare : (p + 1) ^ Z.of_nat (k * S n) * (p - 1) ^ Z.of_nat (k * S n) <=
    p ^ Z.of_nat (k * S n) * p ^ Z.of_nat (k * S n)) by (apply raised; lia).
  pose proof (pow_positive p (k * S n) ltac:(clear - Hp1; lia)) as Hpower.
  pose proof (pow_nonneg (K + 1) k ltac:(clear - HK; lia)) as Hx.
  pose proof (pow_nonneg (N - 1) (S n) ltac:(clear - HN; lia)) as Hy.
  pose proof (pow_nonneg K k ltac:(clear - HK; lia)) as Hu.
  pose proof (pow_nonneg N (S n) ltac:(clear - HN; lia)) as Hv.
  replace (Z.of_nat (S k)) with (K + 1) by (clear - HK; lia).
  replace (Z.of_nat n) with (N - 1) by (clear - HN; lia).
  replace (Z.of_nat k ^ Z.of_nat k) with (K ^ Z.of_nat k) by now rewrite HK.
  replace (Z.of_nat (S n) ^ Z.of_nat (S n)) with (N ^ Z.of_nat (S n)) by now rewrite HN.
  pose proof (power_growth p (S n) ltac:(clear - Hp1; lia)) as Hplus.
  pose proof (power_minus p 1 k ltac:(clear - Hp1; lia)) as Hminus.
  assert (Hplus' : (K + 1) * p ^ Z.of_nat (S n) <= K * (p + 1) ^ Z.of_nat (S n)).
  { apply (Z.mul_le_mono_pos_l _ _ N); [clear - HN; lia|].
    replace (N * (K * (p + 1) ^ Z.of_nat (S n))) with (p * (p + 1) ^ Z.of_nat (S n)) by (rewrite Hp; ring).
    replace (N * ((K + 1) * p ^ Z.of_nat (S n))) with (p ^ Z.of_nat (S n) * (p + N)) by (rewrite Hp; ring).
    now rewrite HN. }
  assert (Hminus' : (N - 1) * p ^ Z.of_nat k <= N * (p - 1) ^ Z.of_nat k).
  { apply (Z.mul_le_mono_pos_l _ _ K); [clear - HK Hk; lia|].
    replace (K * (N * (p - 1) ^ Z.of_nat k)) with (p * (p - 1) ^ Z.of_nat k) by (rewrite Hp; ring).
    replace (K * ((N - 1) * p ^ Z.of_nat k)) with (p ^ Z.of_nat k * (p - K * 1)) by (rewrite Hp; ring).
    now rewrite HK. }
  apply (raised k) in Hplus'. 2:{ clear - HK Hp1. apply Z.mul_nonneg_nonneg; [|apply pow_nonneg]; lia. }
  apply (raised (S n)) in Hminus'. 2:{ clear - HN Hp1. apply Z.mul_nonneg_nonneg; [|apply pow_nonneg]; lia. }
  rewrite !pow_pow in Hplus', Hminus'. replace (S n * k)%nat with (k * S n)%nat in Hplus' by apply Nat.mul_comm.
  set (P := p ^ Z.of_nat (k * S n)) in *.
  set (Q := (p + 1) ^ Z.of_nat (k * S n)) in *. set (q := (p - 1) ^ Z.of_nat (k * S n)) in *.
  set (x := (K + 1) ^ Z.of_nat k) in *. set (y := (N - 1) ^ Z.of_nat (S n)) in *.
  set (u := K ^ Z.of_nat k) in *. set (v := N ^ Z.of_nat (S n)) in *.
  clearbody P Q q x y u v. clear Hplus Hminus.
  assert (Hboth : (x * P) * (y * P) <= (u * Q) * (v * q)).
  { apply product_le; [..|exact Hplus'|exact Hminus']; apply Z.mul_nonneg_nonneg; lia. }
  apply (Z.mul_le_mono_pos_l _ _ (P * P)); [now apply Z.mul_pos_pos|].
  apply Z.le_trans with (u * v * (Q * q)); [lia|].
  apply Z.le_trans with (u * v * (P * P)); [|lia]. apply Z.mul_le_mono_nonneg_l; [now apply Z.mul_nonneg_nonneg|lia].
Qed.

(** If a^n ≤ e^k, then a ≤ (n/(n − 1))^k. *)
Lemma reached : forall a n k N, (1 <= N)%nat -> 0 <= a ->
  a ^ Z.of_nat (S n) * Z.of_nat N ^ Z.of_nat (N * k) <= Z.of_nat (S N) ^ Z.of_nat (N * k) ->
  a * Z.of_nat n ^ Z.of_nat k <= Z.of_nat (S n) ^ Z.of_nat k.
Proof.
  intros a n k N HN Ha H. apply (rooted (S n)); [lia|apply pow_nonneg; lia|].
  rewrite Z.pow_mul_l, !pow_pow. pose proof (pow_positive (Z.of_nat N) (N * k) ltac:(lia)) as Hpositive.
  apply (Z.mul_le_mono_pos_l _ _ (Z.of_nat N ^ Z.of_nat (N * k))); [exact Hpositive|].
  destruct n as [|n].
  - destruct k as [|k]; [rewrite !Nat.mul_0_l, Nat.mul_0_r in *; change (Z.of_nat 0) with 0 in *|].
    + rewrite !Z.pow_0_r in *. lia.
    + replace (Z.of_nat 0 ^ Z.of_nat (S k * 1)) with 0 by (rewrite Z.pow_0_l; lia).
      rewrite !Z.mul_0_r. apply Z.mul_nonneg_nonneg; [lia|apply pow_nonneg; lia].
  - pose proof (e_between N (S n) HN ltac:(lia)) as Hbetween. apply (raised k) in Hbetween.
    2:{ apply Z.mul_nonneg_nonneg; apply pow_nonneg; lia. }
    rewrite !pow_pow, !(Nat.mul_comm (S (S n)) k) in Hbetween.
    pose proof (pow_nonneg (Z.of_nat (S n)) (k * S (S n)) ltac:(lia)) as Hn.
    set (x := Z.of_nat N ^ Z.of_nat (N * k)) in *. set (y := Z.of_nat (S N) ^ Z.of_nat (N * k)) in *.
    set (u := Z.of_nat (S n) ^ Z.of_nat (k * S (S n))) in *. set (w := a ^ Z.of_nat (S (S n))) in *.
    apply Z.le_trans with (y * u); [|exact Hbetween]. apply Z.le_trans with (w * x * u); [lia|].
    apply Z.mul_le_mono_nonneg_r; assumption.
Qed.
