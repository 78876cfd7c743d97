(** The limits of Lemma 4.6 and the ratio (5), each with its error. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists StirlingBounds StirlingLimits.

Local Open Scope Z_scope.

(** m·(m^k·m! − 2^k·k!·G(m − k, m)) ≤ 2k²·m^k·m! *)
Lemma g_limit_lower : forall m k, (2 * k <= m)%nat ->
  Z.of_nat m * (Z.of_nat m ^ Z.of_nat k * factorial m - 2 ^ Z.of_nat k * factorial k * G (m - k) m) <=
  2 * Z.of_nat k ^ 2 * (Z.of_nat m ^ Z.of_nat k * factorial m).
Proof.
  intros m k Hk. pose proof (stirling2_lower m k ltac:(lia)) as Hstirling.
  replace (2 * k)%nat with (k + k)%nat in Hstirling by lia. rewrite falling_split in Hstirling by lia.
  pose proof (power_below_falling (m - k) k (Z.of_nat m - 2 * Z.of_nat k) ltac:(lia)) as Hfalling.
  pose proof (power_minus (Z.of_nat m) (2 * Z.of_nat k) k ltac:(lia)) as Hpower.
  pose proof (factorial_positive (m - k)) as Hrest. pose proof (factorial_positive m) as Hfactorial.
  assert (Hg : factorial m * (Z.of_nat m - 2 * Z.of_nat k) ^ Z.of_nat k <= 2 ^ Z.of_nat k * factorial k * G (m - k) m).
  { unfold G. apply Z.le_trans with (factorial m * falling (m - k) k); [apply Z.mul_le_mono_nonneg_l; lia|].
    rewrite (falling_factorial k m) by lia.
    apply Z.le_trans with (factorial (m - k) * (falling m k * falling (m - k) k)); [lia|].
    apply Z.le_trans with (factorial (m - k) * (2 ^ Z.of_nat k * factorial k * stirling2 m (m - k))); [|lia].
    apply Z.mul_le_mono_nonneg_l; lia. }
  apply (Z.mul_le_mono_nonneg_l _ _ (Z.of_nat m)) in Hg; [|lia].
  apply (Z.mul_le_mono_nonneg_l _ _ (factorial m)) in Hpower; [|lia]. rewrite Z.pow_2_r. lia.
Qed.

(** m·(2^k·k!·T(m − k, m) − m^k·m!) ≤ 2k²·m^k·m! *)
Lemma t_limit_upper : forall m k, (2 * k * k <= m)%nat ->
  Z.of_nat m * (2 ^ Z.of_nat k * factorial k * T (m - k) m - Z.of_nat m ^ Z.of_nat k * factorial m) <=
  2 * Z.of_nat k ^ 2 * (Z.of_nat m ^ Z.of_nat k * factorial m).
Proof.
  intros m k Hm. assert (Hk : (k <= m)%nat) by (destruct k; lia).
  pose proof (t_upper m k Hk) as Ht. rewrite Z.pow_mul_l in Ht. rewrite (falling_factorial k m Hk).
  pose proof (power_below_falling m k (Z.of_nat m + 1 - Z.of_nat k) ltac:(lia)) as Hfalling.
  pose proof (power_minus (Z.of_nat m + 1) (Z.of_nat k) k ltac:(lia)) as Hpower.
  pose proof (factorial_positive (m - k)) as Hfactorial. pose proof (falling_below_power m k) as Habove.
  pose proof (power_le (Z.of_nat m) (Z.of_nat m + 1) k ltac:(lia)) as Hle.
  pose proof (pow_nonneg (Z.of_nat m) k ltac:(lia)) as Hnonneg. pose proof (falling_nonneg k m) as Hpositive.
  set (p := (Z.of_nat m + 1) ^ Z.of_nat k) in *. set (q := Z.of_nat m ^ Z.of_nat k) in *. set (F := falling m k) in *.
  set (n := Z.of_nat m) in *. assert (Hsquare : 2 * (Z.of_nat k * Z.of_nat k) <= n) by lia.
  set (c := Z.of_nat k * Z.of_nat k) in *.
  assert (HF : p * (n + 1 - c) <= (n + 1) * F).
  { apply Z.le_trans with (1 := Hpower). apply Z.mul_le_mono_nonneg_l; lia. }
  (* n + 1 ≥ 2c, so p ≤ 2F. *)
  assert (Hp : p <= 2 * F).
  { apply (Z.mul_le_mono_pos_l _ _ (n + 1)); [lia|].
    apply Z.le_trans with (2 * (p * (n + 1 - c))); [|lia].
    assert (0 <= p * (n + 1 - 2 * c)) by (apply Z.mul_nonneg_nonneg; lia). lia. }
  assert (Herror : n * (p - F) <= 2 * c * F).
  { apply Z.le_trans with (c * p); [lia|]. apply Z.le_trans with (c * (2 * F)); [|lia].
    apply Z.mul_le_mono_nonneg_l; [unfold c; lia|exact Hp]. }
  apply (Z.mul_le_mono_nonneg_l _ _ (q * factorial (m - k))) in Herror; [|apply Z.mul_nonneg_nonneg; lia].
  apply (Z.mul_le_mono_nonneg_l _ _ n) in Ht; [|lia]. rewrite Z.pow_2_r. fold c. lia.
Qed.

Theorem lemma_46_limits : Lemma46Limits.
Proof.
  intros k m Hm limit. assert (Hk : (k <= m)%nat) by (destruct k; lia).
  pose proof (g_limit_lower m k) as Hlower. pose proof (t_limit_upper m k Hm) as Hupper. fold limit in Hlower, Hupper.
  assert (Hle : 2 ^ Z.of_nat k * factorial k * G (m - k) m <= 2 ^ Z.of_nat k * factorial k * T (m - k) m).
  { apply Z.mul_le_mono_nonneg_l; [|apply g_below_t]. pose proof (factorial_positive k).
    apply Z.mul_nonneg_nonneg; [apply pow_nonneg|]; lia. }
  apply (Z.mul_le_mono_nonneg_l _ _ (Z.of_nat m)) in Hle as Hle'; [|lia].
  assert (H2 : (2 * k <= m)%nat) by (destruct k; lia). specialize (Hlower H2).
  split; rewrite <- (Z.abs_eq (Z.of_nat m)) at 1 by lia; rewrite <- Z.abs_mul; apply Z.abs_le; lia.
Qed.

(** ** Fixed width *)

Lemma binomial_at_most : forall n k, binomial (S n) (S k) <= Z.of_nat (S n) * binomial n k.
Proof.
  intros n k. rewrite <- binomial_absorb. pose proof (binomial_nonneg (S n) (S k)). nia.
Qed.

Theorem fixed_width_limit : FixedWidthLimit.
Proof.
  intros r m R. assert (Hupper : G r m <= R ^ Z.of_nat m).
  { unfold R. rewrite <- functions_counted, Zsum_first, binomial_0_r, Nat.sub_0_r.
    enough (0 <= Zsum 1 r (fun k => binomial r k * G (r - k) m)) by lia.
    apply Zsum_nonneg. intros k _. apply Z.mul_nonneg_nonneg; [apply binomial_nonneg|apply g_nonneg]. }
  assert (Hlower : R ^ Z.of_nat m - R * (R - 1) ^ Z.of_nat m <= G r m).
  { unfold R in *. destruct r as [|r].
    - change (Z.of_nat 0) with 0. destruct m as [|m]; [easy|]. rewrite Z.pow_0_l, g_0 by lia. lia.
    - replace (Z.of_nat (S r) - 1) with (Z.of_nat r) by lia. rewrite <- !functions_counted, <- Zsum_scale.
      rewrite Zsum_first_shift, binomial_0_r, Nat.sub_0_r.
      enough (Zsum 0 (S r) (fun k => binomial (S r) (S k) * G (S r - S k) m) <=
        Zsum 0 (S r) (fun k => Z.of_nat (S r) * (binomial r k * G (r - k) m))) by lia.
      apply Zsum_le. intros k _. cbn [Nat.sub]. rewrite Z.mul_assoc.
      apply Z.mul_le_mono_nonneg_r; [apply g_nonneg|apply binomial_at_most]. }
  split; [now split|]. destruct r as [|r].
  - change R with 0 in *. replace (0 ^ Z.of_nat m - G 0 m) with 0 by lia. lia.
  - assert (Hmany : Z.of_nat m * (R - 1) ^ Z.of_nat m <= (R - 1) * R ^ Z.of_nat m).
    { unfold R. destruct r as [|r].
      - change (Z.of_nat 1 - 1) with 0. destruct m as [|m]; [easy|]. rewrite Z.pow_0_l by lia. lia.
      - pose proof (power_growth (Z.of_nat (S r)) m ltac:(lia)) as H.
        replace (Z.of_nat (S (S r)) - 1) with (Z.of_nat (S r)) by lia.
        replace (Z.of_nat (S (S r))) with (Z.of_nat (S r) + 1) by lia.
        assert (0 <= Z.of_nat (S r) ^ Z.of_nat m * Z.of_nat (S r))
          by (apply Z.mul_nonneg_nonneg; [apply pow_nonneg|]; lia).
        lia. }
    apply (Z.mul_le_mono_nonneg_l _ _ R) in Hmany; [|lia].
    apply Z.le_trans with (Z.of_nat m * (R * (R - 1) ^ Z.of_nat m)); [|lia].
    apply Z.mul_le_mono_nonneg_l; lia.
Qed.

(** ** The ratio (5) *)

(** The product of the hidden factors: 2^{h+k}·(h + k)! = 2^h·h!·2^k·(h + k)···(h + 1). *)
Lemma split_factor : forall h k,
  2 ^ Z.of_nat (h + k) * factorial (h + k) =
  2 ^ Z.of_nat h * factorial h * (2 ^ Z.of_nat k * falling (h + k) k).
Proof.
  intros h k. rewrite (falling_factorial k (h + k)), Nat.add_sub, Nat2Z.inj_add, Z.pow_add_r by lia. ring.
Qed.

(** Two numbers a and b near one x, in a scale where s is near S. *)
Lemma near_each_other : forall m a b x s t e f g,
  0 < m -> 0 <= x -> 0 <= s <= t -> t <= 2 * s -> 0 <= e -> 0 <= f -> 0 <= g -> 2 * f <= m ->
  m * Z.abs (a - t * x) <= e * (t * x) -> m * Z.abs (b - x) <= f * x -> m * (t - s) <= g * t ->
  m * Z.abs (a - s * b) <= 4 * (e + f + g) * (s * b).
Proof.
  intros m a b x s t e f g Hm Hx Hs Ht He Hf Hg Hfm Ha Hb Hst.
  (* x ≤ 2b, so t·x ≤ 4·s·b. *)
  assert (Hxb : x <= 2 * b).
  { apply (Z.mul_le_mono_pos_l _ _ m); [lia|]. assert (0 <= (m - 2 * f) * x) by (apply Z.mul_nonneg_nonneg; lia).
    assert (m * (x - b) <= m * Z.abs (b - x)) by (apply Z.mul_le_mono_nonneg_l; lia). lia. }
  assert (Htx : t * x <= 4 * (s * b)).
  { apply Z.le_trans with (2 * s * (2 * b)); [|lia]. apply Z.mul_le_mono_nonneg; lia. }
  apply Z.le_trans with ((e + f + g) * (t * x)); [|apply (Z.mul_le_mono_nonneg_l _ _ (e + f + g)) in Htx; lia].
  assert (Htri : Z.abs (a - s * b) <= Z.abs (a - t * x) + (t - s) * x + s * Z.abs (b - x)).
  { replace (a - s * b) with ((a - t * x) + ((t - s) * x + s * - (b - x))) by ring.
    apply Z.le_trans with (1 := Z.abs_triangle _ _). rewrite <- Z.add_assoc. apply Z.add_le_mono_l.
    apply Z.le_trans with (1 := Z.abs_triangle _ _).
    rewrite !Z.abs_mul, Z.abs_opp, (Z.abs_eq s), (Z.abs_eq x), (Z.abs_eq (t - s)) by lia. apply Z.le_refl. }
  apply (Z.mul_le_mono_nonneg_l _ _ m) in Htri; [|lia].
  apply (Z.mul_le_mono_nonneg_r _ _ x) in Hst; [|lia]. apply (Z.mul_le_mono_nonneg_l _ _ s) in Hb; [|lia].
  assert (Hfx : s * (f * x) <= t * (f * x)) by (apply Z.mul_le_mono_nonneg_r; [apply Z.mul_nonneg_nonneg|]; lia).
  lia.
Qed.

(** m^k and r^k for r near m. *)
Lemma scales : forall m h k r, 0 < m -> 0 <= h -> 0 <= r -> m = r + h -> 2 * (Z.of_nat k * h) <= m ->
  let s := r ^ Z.of_nat k in let t := m ^ Z.of_nat k in
  0 <= s <= t /\ t <= 2 * s /\ m * (t - s) <= Z.of_nat k * h * t.
Proof.
  intros m h k r Hpositive Hh Hr Hm Hkh s t. pose proof (power_minus m h k ltac:(lia)) as Hpower.
  replace (m - h) with r in Hpower by lia. fold s t in Hpower.
  assert (Ht : 0 <= t) by (apply pow_nonneg; lia). split; [split; [now apply pow_nonneg|apply power_le; lia]|].
  set (g := Z.of_nat k * h) in *. clearbody g s t. split; [|lia].
  apply (Z.mul_le_mono_pos_l _ _ m); [lia|].
  assert (0 <= t * (m - 2 * g)) by (apply Z.mul_nonneg_nonneg; lia). lia.
Qed.

(** The factor c falls out. *)
Lemma cancelled : forall r m c d e f s, 0 < c -> 0 <= r <= m -> 0 <= d -> 0 <= s -> e <= f ->
  m * (c * d) <= e * (c * s) -> r * d <= f * s.
Proof.
  intros r m c d e f s Hc Hr Hd Hs Hef H. apply Z.le_trans with (m * d); [apply Z.mul_le_mono_nonneg_r; lia|].
  apply Z.le_trans with (e * s); [|apply Z.mul_le_mono_nonneg_r; lia].
  apply (Z.mul_le_mono_pos_l _ _ c); lia.
Qed.

Theorem eq_5_limit : Eq5Limit.
Proof.
  intros h k r Hr scaled. destruct (Nat.eq_dec r 0) as [->|Hr0]; [destruct h, k; lia|].
  assert (Hm : exists m, m = (r + h)%nat) by now eexists. destruct Hm as [m Hm].
  assert (Hsquares : (4 * (h * h) + 8 * (h * k) + 4 * (k * k) <= r)%nat) by lia.
  assert (Ha : (2 * (h + k) * (h + k) <= m)%nat) by lia. apply lemma_46_limits in Ha. destruct Ha as [Ha _].
  assert (Hb : (2 * h * h <= m)%nat) by lia. apply lemma_46_limits in Hb. destruct Hb as [_ Hb].
  assert (Hs : 2 * (Z.of_nat k * Z.of_nat h) <= Z.of_nat m) by (clear - Hsquares Hm; lia).
  assert (Hf : 2 * (2 * Z.of_nat h ^ 2) <= Z.of_nat m) by (rewrite Z.pow_2_r; clear - Hsquares Hm; lia).
  assert (Hconstants : 4 * (2 * Z.of_nat (h + k) ^ 2 + 2 * Z.of_nat h ^ 2 + Z.of_nat k * Z.of_nat h) <=
    20 * Z.of_nat (h + k) ^ 2) by (rewrite Nat2Z.inj_add, !Z.pow_2_r; clear; lia).
  clear Hr Hsquares. apply (scales _ _ k (Z.of_nat r)) in Hs; [|clear Ha Hb; lia..]. destruct Hs as (Hs & Hts & Hg).
  rewrite split_factor, Nat2Z.inj_add, Z.pow_add_r, <- Nat2Z.inj_add in Ha by apply Nat2Z.is_nonneg.
  assert (Hc : 0 < 2 ^ Z.of_nat h * factorial h).
  { apply Z.mul_pos_pos; [apply Z.pow_pos_nonneg; [easy|apply Nat2Z.is_nonneg]|apply factorial_positive]. }
  set (c := 2 ^ Z.of_nat h * factorial h) in *. set (t := Z.of_nat m ^ Z.of_nat k) in *.
  set (x := Z.of_nat m ^ Z.of_nat h * factorial m) in *.
  assert (Hx : 0 <= x).
  { apply Z.mul_nonneg_nonneg; [apply pow_nonneg, Nat2Z.is_nonneg|apply Z.lt_le_incl, factorial_positive]. }
  replace (Z.of_nat m ^ Z.of_nat h * t * factorial m) with (t * x) in Ha by (unfold x; ring).
  apply (near_each_other (Z.of_nat m) _ (c * T r m) x (Z.of_nat r ^ Z.of_nat k) t
    (2 * Z.of_nat (h + k) ^ 2) (2 * Z.of_nat h ^ 2) (Z.of_nat k * Z.of_nat h)) in Ha; try assumption;
    try (clear; lia); [|clear - Hr0 Hm; lia|].
  2:{ replace r with (m - h)%nat by (clear - Hm; lia). exact Hb. }
  subst m.
  apply (cancelled _ (Z.of_nat (r + h)) c _
    (4 * (2 * Z.of_nat (h + k) ^ 2 + 2 * Z.of_nat h ^ 2 + Z.of_nat k * Z.of_nat h))); try assumption.
  - clear; lia.
  - apply Z.abs_nonneg.
  - apply Z.mul_nonneg_nonneg; [apply pow_nonneg, Nat2Z.is_nonneg|apply t_nonneg].
  - unfold scaled. replace (r + h - (h + k))%nat with (r - k)%nat in Ha by (clear; lia).
    rewrite <- (Z.abs_eq c) at 1 by now apply Z.lt_le_incl. rewrite <- Z.abs_mul.
    eapply Z.le_trans; [eapply Z.le_trans; [|exact Ha]|]; apply Z.eq_le_incl; [do 2 f_equal|]; ring.
Qed.
