(** The ratio (5) with explicit bounds, from those of Lemma 4.6. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized StirlingBounds StirlingLimits CountLimits EulerBounds.
From Equiloss.Asymptotics Require Import ExplicitBounds.

Local Open Scope Z_scope.

(** G = c·P and T = c·t near L·M^k and L, and R^k near M^k, in units of n = 2m: the lower bound of P/(R^k·t). *)
Lemma quotient_lower : forall n a b c P t L u v, 0 < n -> 0 < c -> 0 <= a -> 0 <= b -> 0 <= P -> 0 <= t -> 0 <= v <= u
  ->
  (n - a) * (u * L) <= n * (c * P) -> (n - b) * (c * t) <= n * L -> (n - (a + b)) * (v * t) <= n * P.
Proof.
  intros n a b c P t L u v Hn Hc Ha Hb HP Ht Huv Hg HT. destruct (Z.le_gt_cases n (a + b)) as [Hle|Hgt].
  - apply Z.le_trans with 0; [apply Z.mul_nonpos_nonneg; [lia|apply Z.mul_nonneg_nonneg; lia]|].
    apply Z.mul_nonneg_nonneg; lia.
  - apply (Z.mul_le_mono_pos_l _ _ (n * c)); [now apply Z.mul_pos_pos|].
    apply (Z.mul_le_mono_nonneg_l _ _ n) in Hg; [|lia].
    apply (Z.mul_le_mono_nonneg_l _ _ ((n - a) * u)) in HT; [|apply Z.mul_nonneg_nonneg; lia].
    assert (Hab : 0 <= a * b * (u * (c * t))) by (repeat apply Z.mul_nonneg_nonneg; lia).
    assert (Hmono : v * ((n - (a + b)) * (n * (c * t))) <= u * ((n - (a + b)) * (n * (c * t)))).
    { apply Z.mul_le_mono_nonneg_r; [repeat apply Z.mul_nonneg_nonneg; lia|lia]. }
    clear - Hg HT Hab Hmono. lia.
Qed.

(** And the upper bound. *)
Lemma quotient_upper : forall n a b d c P t L u v,
  0 < n -> 0 < c -> 0 <= a -> 0 <= b -> 0 <= d -> 0 <= P -> 0 <= t -> 0 <= u -> 0 <= v ->
  (n - a) * (c * P) <= n * (u * L) -> (n - b) * L <= n * (c * t) -> (n - d) * u <= n * v ->
  (n - (a + b + d)) * P <= n * (v * t).
Proof.
  intros n a b d c P t L u v Hn Hc Ha Hb Hd HP Ht Hu Hv Hg HT Hw. destruct (Z.le_gt_cases n (a + b + d)) as [Hle|Hgt].
  - apply Z.le_trans with 0; [apply Z.mul_nonpos_nonneg; lia|]. repeat apply Z.mul_nonneg_nonneg; lia.
  - apply (Z.mul_le_mono_pos_l _ _ (n * n * c)); [repeat apply Z.mul_pos_pos; assumption|].
    apply (Z.mul_le_mono_nonneg_l _ _ ((n - b) * (n - d))) in Hg; [|apply Z.mul_nonneg_nonneg; lia].
    apply (Z.mul_le_mono_nonneg_l _ _ (n * (n - d) * u)) in HT; [|repeat apply Z.mul_nonneg_nonneg; lia].
    apply (Z.mul_le_mono_nonneg_l _ _ (n * n * (c * t))) in Hw; [|repeat apply Z.mul_nonneg_nonneg; lia].
    assert (Hmore : n * n * (n - (a + b + d)) <= (n - a) * (n - b) * (n - d)).
    { assert (0 <= a * b * (n - d)) by (repeat apply Z.mul_nonneg_nonneg; lia).
      assert (0 <= a * d * n) by (repeat apply Z.mul_nonneg_nonneg; lia).
      assert (0 <= b * d * n) by (repeat apply Z.mul_nonneg_nonneg; lia). clear Hg HT Hw. lia. }
    apply (Z.mul_le_mono_nonneg_r _ _ (c * P)) in Hmore; [|apply Z.mul_nonneg_nonneg; lia].
    clear - Hg HT Hw Hmore. lia.
Qed.

(** Within 3s²/(2r) of each other, once 4r ≥ 3s². *)
Lemma within : forall r m s a P X, 0 < r <= m -> 0 <= s -> 0 <= X -> a <= 3 * s * s -> 3 * s * s <= 4 * r ->
  (2 * m - a) * X <= 2 * m * P -> (2 * m - s * (s - 1)) * P <= 2 * m * X -> 0 <= P ->
  2 * r * Z.abs (P - X) <= 3 * s * s * X.
Proof.
  intros r m s a P X Hr Hs HX Ha Hlarge Hlower Hupper HP. destruct (Z.le_gt_cases X P) as [HXP|HXP].
  - rewrite Z.abs_eq by lia. set (V := s * (s - 1)) in *.
    assert (HV : 0 <= V) by (unfold V; destruct (Z.eq_dec s 0) as [->|]; [lia|apply Z.mul_nonneg_nonneg; lia]).
    assert (Hss : 0 <= s * s) by now apply Z.mul_nonneg_nonneg. assert (HVs : V = s * s - s) by (unfold V; ring).
    assert (HVm : 0 < 2 * m - V) by lia. apply (Z.mul_le_mono_pos_l _ _ (2 * m - V)); [exact HVm|].
    assert (Hkey : 2 * r * V <= 3 * s * s * (2 * m - V)).
    { assert (H1 : 3 * s * s * V <= 4 * r * (s * s)) by (apply product_le; lia).
      assert (H2 : 0 <= 2 * r * s) by (apply Z.mul_nonneg_nonneg; lia).
      assert (H3 : 0 <= s * s * (m - r)) by (apply Z.mul_nonneg_nonneg; lia).
      rewrite HVs in *. clear - H1 H2 H3. lia. }
    apply (Z.mul_le_mono_nonneg_r _ _ X) in Hkey; [|exact HX].
    assert (Hdiff : (2 * m - V) * (P - X) <= V * X) by (clear - Hupper; lia).
    apply (Z.mul_le_mono_nonneg_l _ _ (2 * r)) in Hdiff; [|lia]. clearbody V. clear - Hkey Hdiff. lia.
  - rewrite Z.abs_neq by lia. assert (Hdiff : 2 * m * (X - P) <= a * X) by (clear - Hlower; lia).
    assert (Hscale : r * (X - P) <= m * (X - P)) by (apply Z.mul_le_mono_nonneg_r; lia).
    apply (Z.mul_le_mono_nonneg_r _ _ X) in Ha; [|exact HX]. clear - Hdiff Hscale Ha. lia.
Qed.

Lemma eq_5_sides : forall h k r, (1 <= r)%nat -> (k <= r)%nat ->
  let H := Z.of_nat h in
  let K := Z.of_nat k in
  let M := Z.of_nat (r + h) in
  let S := 2 * H + K in
  let estimate := Z.of_nat r ^ K * T r (r + h) in
  let scaled := 2 ^ K * falling (h + k) k * G (r - k) (r + h) in
  (2 * M - ((H + K) * (3 * (H + K) - 1) + H * (H + 3))) * estimate <= 2 * M * scaled /\
  (2 * M - S * (S - 1)) * scaled <= 2 * M * estimate.
Proof.
  intros h k r Hr Hk. cbv zeta.
  pose proof (lemma_46_simple (h + k)%nat (r + h)%nat ltac:(lia)) as Hg. cbv zeta in Hg.
  pose proof (lemma_46_simple h (r + h)%nat ltac:(lia)) as HT. cbv zeta in HT.
  destruct Hg as (Hglow & Hgup & _). destruct HT as (_ & _ & Htlow & Htup).
  replace (r + h - (h + k))%nat with (r - k)%nat in Hglow, Hgup by lia.
  replace (r + h - h)%nat with r in Htlow, Htup by lia. rewrite split_factor in Hglow, Hgup.
  rewrite (pow_add _ h k) in Hglow, Hgup.
  pose proof (power_minus (Z.of_nat (r + h)) (Z.of_nat h) k ltac:(lia)) as Hw.
  replace (Z.of_nat (r + h) - Z.of_nat h) with (Z.of_nat r) in Hw by lia.
  assert (Hc : 0 < 2 ^ Z.of_nat h * factorial h) by (apply Z.mul_pos_pos; [apply pow_positive; lia|apply
  factorial_positive]).
  assert (HP : 0 <= 2 ^ Z.of_nat k * falling (h + k) k * G (r - k) (r + h)).
  { apply Z.mul_nonneg_nonneg; [|apply g_nonneg]. apply Z.mul_nonneg_nonneg; [apply pow_nonneg; lia|apply
  falling_nonneg]. }
  assert (Ht := t_nonneg r (r + h)). assert (HM : 0 < 2 * Z.of_nat (r + h)) by (clear - Hr; lia).
  assert (Huv := power_le (Z.of_nat r) (Z.of_nat (r + h)) k ltac:(lia)).
  assert (Hv := pow_nonneg (Z.of_nat r) k ltac:(lia)).
  rewrite (Nat2Z.inj_add h k) in Hglow, Hgup. assert (Hh := Nat2Z.is_nonneg h). assert (HK := Nat2Z.is_nonneg k).
  set (M := Z.of_nat (r + h)) in *. set (H := Z.of_nat h) in *. set (K := Z.of_nat k) in *.
  set (c := 2 ^ H * factorial h) in *. set (P := 2 ^ K * falling (h + k) k * G (r - k) (r + h)) in *.
  set (u := M ^ K) in *. set (v := Z.of_nat r ^ K) in *. set (t := T r (r + h)) in *.
  assert (HcP : c * (2 ^ K * falling (h + k) k) * G (r - k) (r + h) = c * P) by (unfold P; ring).
  assert (HuL : M ^ H * u * factorial (r + h) = u * (M ^ H * factorial (r + h))) by ring.
  rewrite HcP, HuL in Hglow, Hgup. assert (Hu := Z.le_trans _ _ _ Hv Huv).
  assert (Hsquare : forall x, 0 <= x -> 0 <= x * (x - 1)).
  { clear. intros x Hx. destruct (Z.eq_dec x 0) as [->|]; [lia|apply Z.mul_nonneg_nonneg; lia]. }
  assert (Hthree : forall x, 0 <= x -> 0 <= x * (3 * x - 1)).
  { clear. intros x Hx. destruct (Z.eq_dec x 0) as [->|]; [lia|apply Z.mul_nonneg_nonneg; lia]. }
  assert (HHK := Z.add_nonneg_nonneg _ _ Hh HK).
  assert (Hlast : 0 <= H * (H + 3)) by (clear - Hh; apply Z.mul_nonneg_nonneg; lia).
  assert (Hdouble : 0 <= 2 * (K * H)) by (clear - Hh HK; repeat apply Z.mul_nonneg_nonneg; lia).
  split.
  - apply (quotient_lower (2 * M) ((H + K) * (3 * (H + K) - 1)) (H * (H + 3)) c P t (M ^ H * factorial (r + h)) u v);
      [exact HM|exact Hc|now apply Hthree|exact Hlast|exact HP|exact Ht|now split| |exact Htup].
    exact Hglow.
  - replace ((2 * H + K) * (2 * H + K - 1)) with ((H + K) * (H + K - 1) + H * (3 * H - 1) + 2 * (K * H)) by ring.
    apply (quotient_upper (2 * M) ((H + K) * (H + K - 1)) (H * (3 * H - 1)) (2 * (K * H)) c P t
      (M ^ H * factorial (r + h)) u v);
      [exact HM|exact Hc|now apply Hsquare|now apply Hthree|exact Hdouble|exact HP|exact Ht|exact Hu|exact Hv| |exact
      Htlow|].
    + exact Hgup.
    + clear - Hw. lia.
Qed.

Theorem eq_5_bounds : Eq5Bounds.
Proof.
  intros h k r Hr Hk H K M S estimate scaled. destruct (eq_5_sides h k r Hr Hk) as [Hlower Hupper].
  split; [exact Hlower|]. split; [exact Hupper|]. intro Hlarge.
  assert (Hh := Nat2Z.is_nonneg h). assert (HK := Nat2Z.is_nonneg k).
  apply (within (Z.of_nat r) M S ((H + K) * (3 * (H + K) - 1) + H * (H + 3)));
    [lia|lia| | |exact Hlarge|exact Hlower|exact Hupper|].
  - apply Z.mul_nonneg_nonneg; [apply pow_nonneg; lia|apply t_nonneg].
  - unfold S. fold H K in Hh, HK. assert (HHH : 0 <= H * (8 * H - 2)).
    { destruct (Z.eq_dec H 0) as [->|]; [easy|apply Z.mul_nonneg_nonneg; lia]. }
    assert (HHK : 0 <= H * K) by now apply Z.mul_nonneg_nonneg. clearbody H K. clear - HHH HHK HK. lia.
  - apply Z.mul_nonneg_nonneg; [|apply g_nonneg]. apply Z.mul_nonneg_nonneg; [apply pow_nonneg; lia|apply
  falling_nonneg].
Qed.
