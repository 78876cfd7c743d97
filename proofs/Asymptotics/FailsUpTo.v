(** A lower bound of the last m at which (6) fails. With R = r^m, the G(r + j, m) maps onto r + j values are at most
    R·b^r·s^j, where b = 1 − (1 − 1/r)^m and s = (1 + 1/r)^m − 1; and T(r,m) = Σ_j G(r + j, m)/j!. If s ≤ r(1 − b),
    each summand is at most R·b^r·C(r + j − 1, j)·(1 − b)^j, and these add up to less than R: without R they are the
    chances that r successes of chance b take j failures. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import StirlingBounds StirlingLimits EulerBounds Hits.

Local Open Scope Z_scope.

(** Σ_{j ≤ J} C(q + j, q)·N^j·R^{J−j} *)
Fixpoint failures (R N : Z) (q J : nat) : Z :=
  match J with
  | O => 1
  | S J' => R * failures R N q J' + binomial (q + S J') q * N ^ Z.of_nat (S J')
  end.

Lemma failures_first : forall R N J, (R - N) * failures R N 0 J = R ^ Z.of_nat (S J) - N ^ Z.of_nat (S J).
Proof.
  intros R N J. induction J as [|J IH].
  - cbn [failures]. change (Z.of_nat 1) with 1. rewrite !Z.pow_1_r. ring.
  - cbn [failures]. rewrite binomial_0_r, (pow_S R (S J)), (pow_S N (S J)).
    replace ((R - N) * (R * failures R N 0 J + 1 * N ^ Z.of_nat (S J)))
      with (R * ((R - N) * failures R N 0 J) + (R - N) * N ^ Z.of_nat (S J)) by ring.
    rewrite IH. ring.
Qed.

Lemma failures_next : forall R N q J,
  (R - N) * failures R N (S q) J = R * failures R N q J - binomial (S q + J) (S q) * N ^ Z.of_nat (S J).
Proof.
  intros R N q J. induction J as [|J IH].
  - cbn [failures]. rewrite Nat.add_0_r, binomial_diagonal. change (Z.of_nat 1) with 1. rewrite Z.pow_1_r. ring.
  - cbn [failures]. rewrite (pow_S N (S J)).
    replace ((R - N) * (R * failures R N (S q) J + binomial (S q + S J) (S q) * N ^ Z.of_nat (S J)))
      with (R * ((R - N) * failures R N (S q) J) + (R - N) * (binomial (S q + S J) (S q) * N ^ Z.of_nat (S J))) by ring.
    rewrite IH. change (S q + S J)%nat with (S (q + S J)). rewrite (binomial_S_S (q + S J) q).
    rewrite (Nat.add_succ_comm q J). ring.
Qed.

(** The chances of up to J failures add up to less than 1. *)
Lemma failures_below : forall R N q J, 0 < N <= R ->
  (R - N) ^ Z.of_nat (S q) * failures R N q J < R ^ Z.of_nat (S q + J).
Proof.
  intros R N q J HN. assert (HN1 := pow_positive N (S J) (proj1 HN)). induction q as [|q IH].
  - change (Z.of_nat 1) with 1. rewrite Z.pow_1_r, failures_first. change (1 + J)%nat with (S J). lia.
  - rewrite (pow_S _ (S q)).
    replace ((R - N) * (R - N) ^ Z.of_nat (S q) * failures R N (S q) J)
      with ((R - N) ^ Z.of_nat (S q) * ((R - N) * failures R N (S q) J)) by ring.
    rewrite failures_next. change (S (S q) + J)%nat with (S (S q + J)). rewrite (pow_S R).
    assert (Hrest : 0 <= (R - N) ^ Z.of_nat (S q) * (binomial (S q + J) (S q) * N ^ Z.of_nat (S J))).
    { apply Z.mul_nonneg_nonneg; [apply pow_nonneg; lia|].
      apply Z.mul_nonneg_nonneg; [apply binomial_nonneg|now apply Z.lt_le_incl]. }
    assert (Hscaled : R * ((R - N) ^ Z.of_nat (S q) * failures R N q J) < R * R ^ Z.of_nat (S q + J))
      by (apply Z.mul_lt_mono_pos_l; [lia|exact IH]).
    rewrite Z.mul_sub_distr_l. replace ((R - N) ^ Z.of_nat (S q) * (R * failures R N q J))
      with (R * ((R - N) ^ Z.of_nat (S q) * failures R N q J)) by ring.
    clear - Hrest Hscaled. lia.
Qed.

(** (q + 1)^j ≤ (q + 1)···(q + j) *)
Lemma rising_above_power : forall q j, Z.of_nat (S q) ^ Z.of_nat j <= factorial j * binomial (q + j) q.
Proof.
  intros q j. assert (H : Z.of_nat (S q) ^ Z.of_nat j * factorial q <= factorial (q + j)).
  { induction j as [|j IH]; [rewrite Nat.add_0_r; change (Z.of_nat 0) with 0; rewrite Z.pow_0_r; lia|].
    rewrite pow_S, Nat.add_succ_r, factorial_S, <- Z.mul_assoc. pose proof (factorial_positive q) as Hq.
    apply product_le; [lia| |lia|exact IH]. apply Z.mul_nonneg_nonneg; [apply pow_nonneg; lia|lia]. }
  rewrite <- (binomial_factorials q j) in H. apply (Z.mul_le_mono_pos_r _ _ (factorial q)); [apply factorial_positive|].
  clear - H. lia.
Qed.

(** G(r + j, m)/j! *)
Definition labelled (r m j : nat) : Z := factorial r * (stirling2 m (r + j) * binomial (r + j) r).

Lemma labelled_onto : forall r m j, factorial j * labelled r m j = G (r + j) m.
Proof. intros r m j. unfold labelled, G. rewrite <- (binomial_factorials r j). ring. Qed.

Lemma t_labelled : forall r m, (r <= m)%nat -> T r m = Zsum 0 (S (m - r)) (labelled r m).
Proof.
  intros r m Hr. rewrite t_stirling. replace (S m) with (r + S (m - r))%nat by lia.
  rewrite Zsum_split, (Zsum_zero r) by (intros n Hn; rewrite binomial_above by lia; ring).
  rewrite Nat.add_comm, (Zsum_shift (S (m - r)) r 0), Z.add_0_l, <- Zsum_scale. reflexivity.
Qed.

Lemma t_none : forall r m, (m < r)%nat -> T r m = 0.
Proof.
  intros r m Hr. rewrite t_stirling, Zsum_zero; [ring|]. intros n Hn. rewrite binomial_above by lia. ring.
Qed.

(** The summands, if s ≤ r(1 − b). *)
Lemma labelled_upper : forall q m j,
  let M := Z.of_nat (S q) ^ Z.of_nat m in
  let N := Z.of_nat q ^ Z.of_nat m in
  Z.of_nat (S (S q)) ^ Z.of_nat m - M <= Z.of_nat (S q) * N ->
  M ^ Z.of_nat (S q + j) * labelled (S q) m j <=
  M * ((M - N) ^ Z.of_nat (S q) * (binomial (q + j) q * N ^ Z.of_nat j)).
Proof.
  intros q m j M N H. pose proof (hits_upper m (Z.of_nat (S q)) (S q) j ltac:(lia) ltac:(lia)) as Hhits.
  rewrite Z.sub_diag, hits_all, <- labelled_onto in Hhits.
  replace (Z.of_nat (S q) - 1) with (Z.of_nat q) in Hhits by lia.
  replace (Z.of_nat (S q) + 1) with (Z.of_nat (S (S q))) in Hhits by lia. fold M N in Hhits.
  assert (HM : 0 <= M) by (apply pow_nonneg; lia). assert (HN : 0 <= N) by (apply pow_nonneg; lia).
  assert (HNM : N <= M) by (apply power_le; lia). assert (Hmore : M <= Z.of_nat (S (S q)) ^ Z.of_nat m)
    by (apply power_le; lia).
  set (B := Z.of_nat (S (S q)) ^ Z.of_nat m - M) in *. assert (HB : 0 <= B) by (unfold B; lia).
  clearbody B. clear Hmore.
  assert (Hpower : B ^ Z.of_nat j <= factorial j * (binomial (q + j) q * N ^ Z.of_nat j)).
  { apply Z.le_trans with ((Z.of_nat (S q) * N) ^ Z.of_nat j); [now apply power_le|]. rewrite Z.pow_mul_l, Z.mul_assoc.
    apply Z.mul_le_mono_nonneg_r; [now apply pow_nonneg|apply rising_above_power]. }
  assert (HA : 0 <= (M - N) ^ Z.of_nat (S q)) by (apply pow_nonneg; lia).
  apply (Z.mul_le_mono_pos_l _ _ (factorial j)); [apply factorial_positive|].
  apply Z.le_trans with (M * ((M - N) ^ Z.of_nat (S q) * B ^ Z.of_nat j)); [clear - Hhits; lia|].
  apply (Z.mul_le_mono_nonneg_l _ _ (M * (M - N) ^ Z.of_nat (S q))) in Hpower; [clear - Hpower; lia|].
  now apply Z.mul_nonneg_nonneg.
Qed.

Lemma labelled_sum_upper : forall q m J,
  let M := Z.of_nat (S q) ^ Z.of_nat m in
  let N := Z.of_nat q ^ Z.of_nat m in
  Z.of_nat (S (S q)) ^ Z.of_nat m - M <= Z.of_nat (S q) * N ->
  M ^ Z.of_nat (S q + J) * Zsum 0 (S J) (labelled (S q) m) <=
  M * ((M - N) ^ Z.of_nat (S q) * failures M N q J).
Proof.
  intros q m J M N H. pose proof (labelled_upper q m) as Hone. cbv zeta in Hone. fold M N in Hone.
  assert (HM : 0 <= M) by (apply pow_nonneg; lia). clearbody M N. induction J as [|J IH].
  - specialize (Hone 0%nat H). rewrite !Nat.add_0_r, binomial_diagonal in Hone. change (Z.of_nat 0) with 0 in Hone.
    rewrite Z.pow_0_r in Hone. rewrite Nat.add_0_r, Zsum_first, Zsum_none, Z.add_0_r. cbn [failures]. exact Hone.
  - specialize (Hone (S J) H). rewrite Zsum_last, Nat.add_0_l, Z.mul_add_distr_l. cbn [failures].
    apply (Z.mul_le_mono_nonneg_l _ _ M) in IH; [|exact HM].
    rewrite Nat.add_succ_r in *. rewrite (pow_S M (S q + J)) in *. clear - IH Hone. lia.
Qed.

Lemma fails_by_shares : forall r m, (2 <= r)%nat ->
  (Z.of_nat r + 1) ^ Z.of_nat m <= Z.of_nat r ^ Z.of_nat m + Z.of_nat r * (Z.of_nat r - 1) ^ Z.of_nat m ->
  T r m < Z.of_nat r ^ Z.of_nat m.
Proof.
  intros [|q] m Hr H; [lia|]. assert (Hpositive := pow_positive (Z.of_nat (S q)) m ltac:(lia)).
  destruct (le_gt_dec (S q) m) as [Hm|Hm]; [|rewrite t_none by lia; exact Hpositive].
  pose proof (labelled_sum_upper q m (m - S q)) as Hsum. cbv zeta in Hsum. rewrite <- t_labelled in Hsum by exact Hm.
  replace (Z.of_nat (S q) + 1) with (Z.of_nat (S (S q))) in H by lia.
  replace (Z.of_nat (S q) - 1) with (Z.of_nat q) in H by lia. specialize (Hsum ltac:(lia)).
  assert (HN : 0 < Z.of_nat q ^ Z.of_nat m) by (apply pow_positive; lia).
  assert (HNM : Z.of_nat q ^ Z.of_nat m <= Z.of_nat (S q) ^ Z.of_nat m) by (apply power_le; lia).
  set (M := Z.of_nat (S q) ^ Z.of_nat m) in *. set (N := Z.of_nat q ^ Z.of_nat m) in *.
  pose proof (failures_below M N q (m - S q) (conj HN HNM)) as Hbelow. clearbody M N.
  apply (Z.mul_lt_mono_pos_l (M ^ Z.of_nat (S q + (m - S q)))); [now apply pow_positive|].
  apply Z.le_lt_trans with (1 := Hsum). rewrite (Z.mul_comm _ M). now apply Z.mul_lt_mono_pos_l.
Qed.

(** With k = r − 1: (k + 2)·k ≤ (k + 1)² and (k + 1)^k ≤ e^k·k^k, so ((k + 2)/k)^{mk} ≤ e^{2m}. *)
Lemma shares_by_e : forall k m n, (1 <= k)%nat -> (1 <= n)%nat ->
  Z.of_nat (S n) ^ Z.of_nat (S n * (2 * m)) <= Z.of_nat (S k) ^ Z.of_nat k * Z.of_nat n ^ Z.of_nat (S n * (2 * m)) ->
  Z.of_nat (S (S k)) ^ Z.of_nat m <= Z.of_nat (S k) * Z.of_nat k ^ Z.of_nat m.
Proof.
  intros k m n Hk Hn H. apply (rooted k); [exact Hk|apply Z.mul_nonneg_nonneg; [|apply pow_nonneg]; lia|].
  rewrite Z.pow_mul_l, !pow_pow.
  assert (Hsquare : Z.of_nat (S (S k)) * Z.of_nat k <= Z.of_nat (S k) * Z.of_nat (S k)) by lia.
  apply (raised (m * k)) in Hsquare; [|lia]. rewrite <- pow_add in Hsquare.
  replace (m * k + m * k)%nat with (k * (2 * m))%nat in Hsquare by lia.
  pose proof (e_between k n Hk Hn) as He. apply (raised (2 * m)) in He.
  2:{ apply Z.mul_nonneg_nonneg; apply pow_nonneg; lia. }
  rewrite !pow_pow in He.
  assert (Hdouble : Z.of_nat k ^ Z.of_nat (k * (2 * m)) = Z.of_nat k ^ Z.of_nat (m * k) * Z.of_nat k ^ Z.of_nat (m *
  k)).
  { rewrite <- pow_add. do 2 f_equal. lia. }
  assert (HD : 0 < Z.of_nat n ^ Z.of_nat (S n * (2 * m))) by (apply pow_positive; lia).
  assert (HK : 0 < Z.of_nat k ^ Z.of_nat (m * k)) by (apply pow_positive; lia).
  assert (HX : 0 <= Z.of_nat k ^ Z.of_nat (k * (2 * m))) by (apply pow_nonneg; lia).
  set (D := Z.of_nat n ^ Z.of_nat (S n * (2 * m))) in *. set (E := Z.of_nat (S n) ^ Z.of_nat (S n * (2 * m))) in *.
  set (y := Z.of_nat k ^ Z.of_nat (m * k)) in *. set (Y := Z.of_nat k ^ Z.of_nat (k * (2 * m))) in *.
  set (z := Z.of_nat (S k) ^ Z.of_nat k) in *. set (Z2 := Z.of_nat (S k) ^ Z.of_nat (k * (2 * m))) in *.
  set (w := Z.of_nat (S (S k)) ^ Z.of_nat (m * k)) in *. clearbody D E y Y z Z2 w.
  assert (HZ : Z2 <= Y * z).
  { apply (Z.mul_le_mono_pos_r _ _ D); [exact HD|]. apply Z.le_trans with (1 := He).
    apply (Z.mul_le_mono_nonneg_l _ _ Y) in H; [clear - H; lia|exact HX]. }
  apply (Z.mul_le_mono_pos_r _ _ y); [exact HK|]. subst Y. clear - Hsquare HZ. lia.
Qed.

Theorem fails_up_to : FailsUpTo.
Proof.
  intros r m Hr R. split; [now apply fails_by_shares|]. intros n Hn H. apply fails_by_shares; [exact Hr|]. unfold R in
  H.
  destruct r as [|k]; [lia|]. replace (S k - 1)%nat with k in H by lia. apply shares_by_e in H; [|lia|exact Hn].
  replace (Z.of_nat (S k) + 1) with (Z.of_nat (S (S k))) by lia.
  replace (Z.of_nat (S k) - 1) with (Z.of_nat k) by lia. pose proof (pow_nonneg (Z.of_nat (S k)) m ltac:(lia)). lia.
Qed.
