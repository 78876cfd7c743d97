(** The last m at which (6) fails is asymptotic to ½·r·ln r, by its bounds. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Asymptotics Require Import StirlingBounds StirlingLimits EulerBounds FailsUpTo HoldsSooner.

Local Open Scope Z_scope.

(** (1 + 1/n)^n ≤ 4 and (1 + 1/n)^{n+1} ≤ 8 *)
Lemma e_below : forall n, (1 <= n)%nat -> Z.of_nat (S n) ^ Z.of_nat n <= 4 * Z.of_nat n ^ Z.of_nat n.
Proof.
  intros n Hn. pose proof (e_between n 1 Hn (le_n 1)) as H. change (Z.of_nat 2 ^ Z.of_nat 2) with 4 in H.
  change (Z.of_nat 1 ^ Z.of_nat 2) with 1 in H. lia.
Qed.

Lemma e_below_next : forall n, (1 <= n)%nat -> Z.of_nat (S n) ^ Z.of_nat (S n) <= 8 * Z.of_nat n ^ Z.of_nat (S n).
Proof.
  intros n Hn. pose proof (e_below n Hn) as H. rewrite !pow_S.
  apply Z.le_trans with (2 * Z.of_nat n * (4 * Z.of_nat n ^ Z.of_nat n)); [|clear; lia].
  apply product_le; [lia|apply pow_nonneg; lia|lia|exact H].
Qed.

(** From r^{r−1} < e^{2(last + 1)}, where e = w/v. *)
Lemma grows_at_least : forall d r last v w, (1 <= d)%nat -> (2 * d + 64 <= r)%nat -> 0 < v -> 0 <= w <= 8 * v ->
  Z.of_nat r ^ Z.of_nat (r - 1) * v ^ Z.of_nat (2 * S last) <= w ^ Z.of_nat (2 * S last) ->
  Z.of_nat r ^ Z.of_nat ((d - 1) * r) * v ^ Z.of_nat (2 * d * last) <= w ^ Z.of_nat (2 * d * last).
Proof.
  intros d r last v w Hd Hr Hv Hw H. assert (Hr0 := Nat2Z.is_nonneg r). assert (Hv0 := Z.lt_le_incl _ _ Hv).
  assert (Hd' : (Z.of_nat r ^ Z.of_nat (r - 1) * v ^ Z.of_nat (2 * S last)) ^ Z.of_nat d <=
    (w ^ Z.of_nat (2 * S last)) ^ Z.of_nat d).
  { apply power_le. split; [|exact H]. apply Z.mul_nonneg_nonneg; now apply pow_nonneg. }
  rewrite Z.pow_mul_l in Hd'. rewrite !pow_pow in Hd'.
  assert (Hexponent : (2 * S last * d = 2 * d + 2 * d * last)%nat) by (clear; lia).
  assert (Hmore : ((r - 1) * d = (r - d) + (d - 1) * r)%nat).
  { clear - Hd Hr. destruct d as [|d]; [lia|]. destruct r as [|r]; [lia|].
    replace (S r - 1)%nat with r by lia. replace (S d - 1)%nat with d by lia. lia. }
  rewrite Hexponent, Hmore, !pow_add in Hd'.
  assert (Hw' : w ^ Z.of_nat (2 * d) <= (8 * v) ^ Z.of_nat (2 * d)) by now apply power_le.
  assert (H64 : 8 ^ Z.of_nat (2 * d) <= Z.of_nat r ^ Z.of_nat (r - d)).
  { rewrite <- (pow_pow 8 2 d). apply Z.le_trans with (Z.of_nat r ^ Z.of_nat d).
    - apply power_le. change (8 ^ Z.of_nat 2) with 64. clear - Hr. lia.
    - apply Z.pow_le_mono_r; [clear - Hr; lia|clear - Hr; lia]. }
  rewrite Z.pow_mul_l in Hw'. assert (H8 := pow_positive 8 (2 * d) ltac:(clear; lia)).
  assert (HV := pow_positive v (2 * d) Hv). assert (HX := pow_nonneg v (2 * d * last) Hv0).
  assert (HY := pow_nonneg w (2 * d * last) (proj1 Hw)). assert (HR := pow_nonneg (Z.of_nat r) ((d - 1) * r) Hr0).
  set (X := v ^ Z.of_nat (2 * d * last)) in *. set (Y := w ^ Z.of_nat (2 * d * last)) in *.
  set (R := Z.of_nat r ^ Z.of_nat ((d - 1) * r)) in *. set (E := 8 ^ Z.of_nat (2 * d)) in *.
  set (Q := Z.of_nat r ^ Z.of_nat (r - d)) in *. set (V := v ^ Z.of_nat (2 * d)) in *.
  set (W := w ^ Z.of_nat (2 * d)) in *. clearbody X Y R E Q V W. clear H Hexponent Hmore.
  apply (Z.mul_le_mono_pos_l _ _ (E * V)); [now apply Z.mul_pos_pos|].
  apply (Z.mul_le_mono_nonneg_r _ _ _ HY) in Hw'.
  assert (HRVX : 0 <= R * (V * X)) by (apply Z.mul_nonneg_nonneg; [|apply Z.mul_nonneg_nonneg; [apply Z.lt_le_incl|]];
  assumption).
  apply (Z.mul_le_mono_nonneg_r _ _ _ HRVX) in H64. clear - H64 Hd' Hw'. lia.
Qed.

(** From e^{last − 2s} < q^s, where e = w/v, or last < 2s. *)
Lemma grows_at_most : forall d q s last v w, 0 < v -> 0 <= w <= 4 * v -> (1 <= q)%nat ->
  (forall k, last = (2 * s + k)%nat -> w ^ Z.of_nat k <= Z.of_nat q ^ Z.of_nat s * v ^ Z.of_nat k) ->
  w ^ Z.of_nat (2 * d * last) <= (256 * Z.of_nat (q * q)) ^ Z.of_nat (d * s) * v ^ Z.of_nat (2 * d * last).
Proof.
  intros d q s last v w Hv Hw Hq H. assert (Hv0 := Z.lt_le_incl _ _ Hv). assert (Hq0 := Nat2Z.is_nonneg q).
  assert (Hqs : 1 <= Z.of_nat (q * q) ^ Z.of_nat (d * s)).
  { assert (0 < Z.of_nat (q * q) ^ Z.of_nat (d * s)); [|lia]. apply pow_positive. clear - Hq. destruct q; lia. }
  assert (Hfour : 4 ^ Z.of_nat (4 * (d * s)) = 256 ^ Z.of_nat (d * s))
    by (rewrite <- (pow_pow 4 4); now change (4 ^ Z.of_nat 4) with 256).
  assert (Hpower : forall n, w ^ Z.of_nat n <= 4 ^ Z.of_nat n * v ^ Z.of_nat n)
    by (intro n; rewrite <- Z.pow_mul_l; now apply power_le).
  rewrite Z.pow_mul_l, <- Hfour. destruct (le_gt_dec (2 * s) last) as [Hlast|Hlast].
  - assert (Hk : exists k, last = (2 * s + k)%nat) by (exists (last - 2 * s)%nat; clear - Hlast; lia).
    destruct Hk as [k Hk]. specialize (H k Hk).
    replace (2 * d * last)%nat with (4 * (d * s) + k * (2 * d))%nat by (clear - Hk; subst last; lia).
    rewrite !pow_add. specialize (Hpower (4 * (d * s))%nat).
    assert (Hd : (w ^ Z.of_nat k) ^ Z.of_nat (2 * d) <= (Z.of_nat q ^ Z.of_nat s * v ^ Z.of_nat k) ^ Z.of_nat (2 * d)).
    { apply power_le. split; [now apply pow_nonneg|exact H]. }
    rewrite Z.pow_mul_l in Hd. rewrite !pow_pow in Hd. replace (s * (2 * d))%nat with (2 * (d * s))%nat in Hd by
    (clear; lia).
    rewrite <- (pow_pow (Z.of_nat q) 2) in Hd. replace (Z.of_nat q ^ Z.of_nat 2) with (Z.of_nat (q * q)) in Hd
      by (rewrite Nat2Z.inj_mul; change (Z.of_nat 2) with 2; now rewrite Z.pow_2_r).
    apply Z.le_trans with (4 ^ Z.of_nat (4 * (d * s)) * v ^ Z.of_nat (4 * (d * s)) *
      (Z.of_nat (q * q) ^ Z.of_nat (d * s) * v ^ Z.of_nat (k * (2 * d)))); [|apply Z.eq_le_incl; ring].
    apply product_le; [now apply pow_nonneg|now apply pow_nonneg|exact Hpower|exact Hd].
  - apply Z.le_trans with (1 := Hpower _). apply Z.mul_le_mono_nonneg_r; [now apply pow_nonneg|].
    apply Z.le_trans with (4 ^ Z.of_nat (4 * (d * s)) * 1).
    + rewrite Z.mul_1_r. apply Z.pow_le_mono_r; [clear; lia|]. apply inj_le.
      replace (4 * (d * s))%nat with (2 * d * (2 * s))%nat by (clear; lia). apply Nat.mul_le_mono_l. clear - Hlast; lia.
    + apply Z.mul_le_mono_nonneg_l; [apply pow_nonneg; clear; lia|exact Hqs].
Qed.

(** For large r that is at most r^{(d+1)r}. *)
Lemma bound_at_large_width : forall d q r, (1 <= d)%nat -> (q * q <= 4 * r)%nat -> (2 * d * q <= r)%nat ->
  1024 ^ Z.of_nat (4 * d) <= Z.of_nat r ->
  (256 * Z.of_nat (q * q)) ^ Z.of_nat (d * (r + q)) <= Z.of_nat r ^ Z.of_nat ((d + 1) * r).
Proof.
  intros d q r Hd Hq Hdq Hr. assert (Hr0 := Nat2Z.is_nonneg r).
  assert (Hr1 : 1 <= Z.of_nat r) by (assert (0 < 1024 ^ Z.of_nat (4 * d)) by (apply pow_positive; lia); lia).
  apply Z.le_trans with ((1024 * Z.of_nat r) ^ Z.of_nat (d * (r + q))); [apply power_le; clear - Hq; lia|].
  rewrite Z.pow_mul_l. replace (d * (r + q))%nat with (d * q + d * r)%nat at 2 by (clear; lia).
  replace ((d + 1) * r)%nat with (r + d * r)%nat by (clear; lia). rewrite !pow_add, Z.mul_assoc.
  apply Z.mul_le_mono_nonneg_r; [now apply pow_nonneg|].
  apply (rooted 2); [auto|now apply pow_nonneg|]. rewrite Z.pow_mul_l, !pow_pow.
  replace (r * 2)%nat with (r + r)%nat by (clear; lia). rewrite pow_add. apply product_le.
  - apply pow_nonneg. clear. lia.
  - now apply pow_nonneg.
  - apply Z.le_trans with (1024 ^ Z.of_nat (4 * d * r)).
    + apply Z.pow_le_mono_r; [clear; lia|]. apply inj_le. replace (d * (r + q) * 2)%nat with (2 * d * (r + q))%nat by
    (clear; lia).
      replace (4 * d * r)%nat with (2 * d * (r + r))%nat by (clear; lia). apply Nat.mul_le_mono_l.
      clear - Hd Hdq. destruct d as [|d]; lia.
    + rewrite <- pow_pow. apply power_le. split; [apply pow_nonneg; clear; lia|exact Hr].
  - apply Z.pow_le_mono_r; [clear - Hr1; lia|]. apply inj_le. clear - Hdq. lia.
Qed.

(** The q of the upper bound, just above √r. *)
Lemma root_above : forall d r, (1 <= d)%nat -> (16 * d * d <= r)%nat -> exists q,
  (1 <= q)%nat /\ (r + q <= 2 * q * q)%nat /\ (q * q <= 4 * r)%nat /\ (2 * d * q <= r)%nat.
Proof.
  intros d r Hd Hr. destruct (Nat.sqrt_spec r (Nat.le_0_l r)) as [Hbelow Habove]. set (t := Nat.sqrt r) in *. clearbody
  t.
  assert (Ht : (4 * d <= t)%nat).
  { destruct (le_gt_dec (4 * d) t) as [|Hlt]; [assumption|].
    pose proof (Nat.mul_le_mono (S t) (4 * d) (S t) (4 * d) Hlt Hlt). lia. }
  pose proof (Nat.mul_le_mono_r (4 * d) t t Ht) as Hdt. pose proof (Nat.mul_le_mono_r 1 t t ltac:(lia)) as H1.
  pose proof (Nat.mul_le_mono_l 1 t d ltac:(lia)) as Hd1.
  exists (S t). repeat split; lia.
Qed.

Theorem threshold_growth : ThresholdGrowth.
Proof.
  intros d Hd. exists (Z.to_nat (1024 ^ Z.of_nat (4 * d)) + 16 * d * d + 2 * d + 64)%nat.
  intros r last Hr Hfails Hholds n Hn R.
  assert (Hlarge : 1024 ^ Z.of_nat (4 * d) <= Z.of_nat r).
  { rewrite <- (Z2Nat.id (1024 ^ Z.of_nat (4 * d))) by (apply pow_nonneg; lia). apply inj_le. lia. }
  assert (H64 : (2 * d + 64 <= r)%nat) by lia. assert (H16 : (16 * d * d <= r)%nat) by lia. clear Hr.
  assert (Hn0 := Nat2Z.is_nonneg (S n)). split.
  - rewrite <- !(pow_pow _ (S n)). apply grows_at_least; [exact Hd|exact H64|apply pow_positive; lia| |].
    + split; [now apply pow_nonneg|now apply e_below_next].
    + rewrite !pow_pow. apply Z.lt_le_incl, Z.nle_gt. intro H.
      pose proof (proj2 (fails_up_to r (S last) ltac:(lia)) n Hn H). lia.
  - destruct (root_above d r Hd H16) as (q & Hq1 & Hrq & Hqr & Hdq).
    rewrite <- !(pow_pow _ n). apply Z.le_trans with (1 := grows_at_most d q (r + q) last
      (Z.of_nat n ^ Z.of_nat n) (Z.of_nat (S n) ^ Z.of_nat n) ltac:(apply pow_positive; lia)
      (conj (pow_nonneg _ n Hn0) (e_below n Hn)) Hq1 ltac:(intros k Hk; rewrite !pow_pow; apply Z.lt_le_incl, Z.nle_gt;
        intro H; pose proof (proj2 (holds_sooner r q k ltac:(lia) Hq1 Hrq) n Hn H) as Hlate; cbv zeta in Hlate;
        rewrite <- Hk in Hlate; lia)).
    apply Z.mul_le_mono_nonneg_r; [apply pow_nonneg, pow_nonneg; lia|now apply bound_at_large_width].
Qed.
