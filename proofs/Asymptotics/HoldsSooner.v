(** An upper bound of the last m at which (6) fails of the right order, by T(r,m) ≥ G(r + q, m)/q! for a q near √r. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists StirlingBounds StirlingLimits.
From Equiloss.Asymptotics Require Import EulerBounds HoldsFrom.

Local Open Scope Z_scope.

(** If (n/(n − 1))^k ≥ q, each value is missed with odds at most 1/q, so n values are all hit with a chance of at least
    (q/(q + 1))^n. *)
Lemma onto_share : forall n q k, (1 <= n)%nat ->
  Z.of_nat q * (Z.of_nat n - 1) ^ Z.of_nat k <= Z.of_nat n ^ Z.of_nat k ->
  Z.of_nat q ^ Z.of_nat n * Z.of_nat n ^ Z.of_nat (2 * n + k) <= Z.of_nat (S q) ^ Z.of_nat n * G n (2 * n + k).
Proof.
  intros n q k Hn H. pose proof (onto_lower n k) as Honto. pose proof (g_nonneg n (2 * n + k)) as Hg.
  assert (Ha : 0 < Z.of_nat n ^ Z.of_nat k) by (apply pow_positive; lia).
  assert (Hb : 0 <= (Z.of_nat n - 1) ^ Z.of_nat k) by (apply pow_nonneg; lia).
  set (a := Z.of_nat n ^ Z.of_nat k) in *. set (b := (Z.of_nat n - 1) ^ Z.of_nat k) in *. clearbody a b.
  assert (Hshare : Z.of_nat q * (a + b) <= Z.of_nat (S q) * a) by (clear - H; lia).
  apply (raised n) in Hshare; [|apply Z.mul_nonneg_nonneg; lia]. assert (Hpower := pow_positive a n Ha).
  assert (Hq := pow_nonneg (Z.of_nat q) n (Nat2Z.is_nonneg q)).
  apply (Z.mul_le_mono_nonneg_l _ _ _ Hq) in Honto. apply (Z.mul_le_mono_nonneg_r _ _ _ Hg) in Hshare.
  apply (Z.mul_le_mono_pos_l _ _ _ Hpower). clear - Honto Hshare. lia.
Qed.

Lemma outweighed_step : forall A B Q E F x x' y y', 0 < x -> 0 < y -> 0 <= x' -> 0 <= y' -> 0 <= B -> 0 <= Q -> 0 <= E
  ->
  x * y * A <= B * (x' * y') -> Q * y' <= y -> E * x' <= F * x -> A * (Q * E) <= B * F.
Proof.
  intros A B Q E F x x' y y' Hx Hy Hx' Hy' HB HQ HE Hm Hk He.
  apply (Z.mul_le_mono_pos_l _ _ (x * y)); [now apply Z.mul_pos_pos|].
  assert (Hboth : E * x' * (Q * y') <= F * x * y) by (apply product_le; try assumption; now apply Z.mul_nonneg_nonneg).
  apply (Z.mul_le_mono_nonneg_l _ _ _ HB) in Hboth.
  apply (Z.mul_le_mono_nonneg_r _ _ (Q * E)) in Hm; [|now apply Z.mul_nonneg_nonneg]. clear - Hboth Hm. lia.
Qed.

(** Then the n = r + q values outweigh the q! orders of the zero blocks and that chance: n/r ≥ (n/(n − 1))^q, and
    (n/(n − 1))^{2nq} ≥ e^{2q} ≥ (1 + 1/q)^{2q²}. *)
Lemma outweighed : forall r q k n, (1 <= r)%nat -> (1 <= q)%nat -> (r + q <= 2 * q * q)%nat -> n = (r + q)%nat ->
  Z.of_nat q * Z.of_nat (n - 1) ^ Z.of_nat k <= Z.of_nat n ^ Z.of_nat k ->
  Z.of_nat r ^ Z.of_nat (2 * n + k) * (Z.of_nat q ^ Z.of_nat q * Z.of_nat (S q) ^ Z.of_nat n) <=
  Z.of_nat n ^ Z.of_nat (2 * n + k) * Z.of_nat q ^ Z.of_nat n.
Proof.
  intros r q k n Hr Hq Hsquare Hn H. assert (Hq0 := Nat2Z.is_nonneg q). assert (Hn0 := Nat2Z.is_nonneg n).
  assert (Hn1 := Nat2Z.is_nonneg (n - 1)). assert (Hn2 : (1 <= n - 1)%nat) by lia. assert (Hpositive : 0 < Z.of_nat n)
  by lia.
  assert (Hpred : Z.of_nat n - 1 = Z.of_nat (n - 1)) by lia. assert (HS : S (n - 1) = n) by lia.
  assert (Hrq : Z.of_nat n - Z.of_nat q * 1 = Z.of_nat r) by lia.
  assert (Hone : 0 <= 1 <= Z.of_nat n) by (clear - Hpositive; lia).
  assert (Hexponent : (q * (2 * n + k) = n * (2 * q) + k * q)%nat) by (clear; lia).
  assert (Hsplit : (q * (2 * q) = n + (2 * q * q - n))%nat) by (clear - Hsquare Hn; lia).
  pose proof (power_minus (Z.of_nat n) 1 q Hone) as Hm. rewrite Hpred, Hrq in Hm.
  apply (raised (2 * n + k)) in Hm; [|apply Z.mul_nonneg_nonneg; [now apply pow_nonneg|apply Nat2Z.is_nonneg]].
  assert (Hk : (Z.of_nat q * Z.of_nat (n - 1) ^ Z.of_nat k) ^ Z.of_nat q <= (Z.of_nat n ^ Z.of_nat k) ^ Z.of_nat q).
  { apply power_le. split; [|exact H]. apply Z.mul_nonneg_nonneg; [exact Hq0|now apply pow_nonneg]. }
  rewrite Z.pow_mul_l in Hk. pose proof (e_between q (n - 1) Hq Hn2) as He. rewrite HS in He.
  apply (raised (2 * q)) in He; [|apply Z.mul_nonneg_nonneg; apply pow_nonneg; apply Nat2Z.is_nonneg].
  rewrite !pow_pow in Hm. rewrite !pow_pow in Hk. rewrite !pow_pow in He. rewrite Hexponent in Hm.
  rewrite (pow_add (Z.of_nat n) (n * (2 * q))), (pow_add (Z.of_nat (n - 1)) (n * (2 * q))) in Hm.
  assert (Hsum : Z.of_nat r ^ Z.of_nat (2 * n + k) *
    (Z.of_nat q ^ Z.of_nat q * Z.of_nat (S q) ^ Z.of_nat (q * (2 * q))) <=
    Z.of_nat n ^ Z.of_nat (2 * n + k) * Z.of_nat q ^ Z.of_nat (q * (2 * q))).
  { apply (outweighed_step _ _ _ _ _ (Z.of_nat n ^ Z.of_nat (n * (2 * q))) (Z.of_nat (n - 1) ^ Z.of_nat (n * (2 * q)))
      (Z.of_nat n ^ Z.of_nat (k * q)) (Z.of_nat (n - 1) ^ Z.of_nat (k * q)));
      [now apply pow_positive|now apply pow_positive|apply pow_nonneg, Nat2Z.is_nonneg..|exact Hm|exact Hk|exact He]. }
  rewrite Hsplit, (pow_add (Z.of_nat (S q)) n), (pow_add (Z.of_nat q) n) in Hsum. clear Hm Hk He.
  assert (Hrest := power_le (Z.of_nat q) (Z.of_nat (S q)) (2 * q * q - n) ltac:(clear; lia)).
  assert (Hfactor : 0 < Z.of_nat q ^ Z.of_nat (2 * q * q - n)) by (apply pow_positive; clear - Hq; lia).
  apply (Z.mul_le_mono_pos_r _ _ _ Hfactor). apply Z.le_trans with (2 := Z.le_trans _ _ _ Hsum ltac:(rewrite
  Z.mul_assoc;
    apply Z.le_refl)).
  rewrite !Z.mul_assoc. apply Z.mul_le_mono_nonneg_l; [|exact Hrest].
  repeat apply Z.mul_nonneg_nonneg; apply pow_nonneg, Nat2Z.is_nonneg.
Qed.

Lemma holds_by_odds : forall r q k n, (1 <= r)%nat -> (1 <= q)%nat -> (r + q <= 2 * q * q)%nat -> n = (r + q)%nat ->
  Z.of_nat q * Z.of_nat (n - 1) ^ Z.of_nat k <= Z.of_nat n ^ Z.of_nat k ->
  Z.of_nat r ^ Z.of_nat (2 * n + k) <= T r (2 * n + k).
Proof.
  intros r q k n Hr Hq Hsquare Hn H. pose proof (outweighed r q k n Hr Hq Hsquare Hn H) as Hmany.
  replace (Z.of_nat (n - 1)) with (Z.of_nat n - 1) in H by (clear - Hq Hn; lia).
  apply onto_share in H; [|clear - Hq Hn; lia].
  pose proof (onto_below_t r (2 * n + k) q) as Hbelow. rewrite <- Hn in Hbelow.
  pose proof (factorial_below_power q q (le_n q)) as Hfactorial. assert (Ht := t_nonneg r (2 * n + k)).
  apply (Z.mul_le_mono_nonneg_r _ _ _ Ht) in Hfactorial.
  assert (HQ : 0 < Z.of_nat q ^ Z.of_nat q) by (apply pow_positive; clear - Hq; lia).
  assert (HS : 0 < Z.of_nat (S q) ^ Z.of_nat n) by (apply pow_positive; clear; lia).
  apply (Z.mul_le_mono_pos_r _ _ _ (Z.mul_pos_pos _ _ HQ HS)). apply Z.le_trans with (1 := Hmany).
  apply Z.le_trans with (Z.of_nat (S q) ^ Z.of_nat n * G n (2 * n + k)); [rewrite Z.mul_comm; exact H|].
  apply Z.le_trans with (Z.of_nat (S q) ^ Z.of_nat n * (Z.of_nat q ^ Z.of_nat q * T r (2 * n + k))).
  - apply Z.mul_le_mono_nonneg_l; [now apply Z.lt_le_incl|]. now apply Z.le_trans with (1 := Hbelow).
  - apply Z.eq_le_incl. ring.
Qed.

Theorem holds_sooner : HoldsSooner.
Proof.
  intros r q k Hr Hq Hsquare s m. split; [now apply holds_by_odds|]. intros n Hn H. apply (holds_by_odds r q k); auto.
  unfold s in *. assert (Hs : S (r + q - 1) = (r + q)%nat) by (clear - Hr; lia).
  rewrite <- Hs in H at 1. rewrite <- Hs at 2. apply (reached _ _ _ n); [exact Hn|apply Nat2Z.is_nonneg|exact H].
Qed.
