(** The ratio (5) with explicit bounds, from those of Lemma 4.6. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized StirlingBounds StirlingLimits CountLimits EulerBounds.
From Equiloss.Asymptotics Require Import ExplicitBounds.

Local Open Scope Z_scope.

(** G = c·P and T = c·t near L·M^k and L, and R^k near M^k, in units of n = 2m: the lower bound of P/(R^k·t). *)
Lemma quotient_lower : forall n a b c P t L u v, 0 < n -> 0 < c -> 0 <= a -> 0 <= b -> 0 <= P -> 0 <= t -> 0 <= v <= u ->
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
