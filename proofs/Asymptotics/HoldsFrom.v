(** Two upper bounds of the last m at which (6) fails. T(r,m) is at least G(r + j, m)/j! for every j: the first bound
    takes j = 1, the second a j near √r, and needs more of G than Lemma 4.6 gives. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists StirlingBounds StirlingLimits.
From Equiloss.Asymptotics Require Import CountLimits EulerBounds Hits FailsUpTo.

Local Open Scope Z_scope.

Lemma onto_below_t : forall r m j, G (r + j) m <= factorial j * T r m.
Proof.
  intros r m j. destruct (le_gt_dec (r + j) m) as [Hm|Hm].
  - rewrite <- labelled_onto, t_labelled by lia. apply Z.mul_le_mono_nonneg_l; [apply Z.lt_le_incl,
  factorial_positive|].
    replace (S (m - r)) with (j + S (m - r - j))%nat by lia. rewrite Zsum_split, Zsum_first.
    assert (Hlabelled : forall i, 0 <= labelled r m i).
    { intro i. apply Z.mul_nonneg_nonneg; [apply Z.lt_le_incl, factorial_positive|].
      apply Z.mul_nonneg_nonneg; [apply stirling2_nonneg|apply binomial_nonneg]. }
    pose proof (Zsum_nonneg j 0 (labelled r m) (fun i _ => Hlabelled i)).
    pose proof (Zsum_nonneg (m - r - j) (S (0 + j)) (labelled r m) (fun i _ => Hlabelled i)). cbn [Nat.add] in *. lia.
  - unfold G. rewrite stirling2_above, Z.mul_0_r by lia.
    apply Z.mul_nonneg_nonneg; [apply Z.lt_le_incl, factorial_positive|apply t_nonneg].
Qed.

(** ** One zero block *)

Lemma holds_by_one_more : forall r m,
  (Z.of_nat r + 2) * Z.of_nat r ^ Z.of_nat m <= (Z.of_nat r + 1) ^ Z.of_nat m -> Z.of_nat r ^ Z.of_nat m <= T r m.
Proof.
  intros r m H. pose proof (proj1 (proj1 (fixed_width_limit (S r) m))) as Honto. cbv zeta in Honto.
  replace (Z.of_nat (S r) - 1) with (Z.of_nat r) in Honto by lia.
  replace (Z.of_nat (S r)) with (Z.of_nat r + 1) in Honto by lia.
  pose proof (onto_below_t r m 1) as Hbelow. rewrite Nat.add_1_r in Hbelow. change (factorial 1) with 1 in Hbelow. lia.
Qed.

Theorem holds_from : HoldsFrom.
Proof.
  intros r m R. split; [apply holds_by_one_more|]. intros n Hn H. apply holds_by_one_more. unfold R in H.
  apply reached in H; [|exact Hn|lia]. now replace (Z.of_nat r + 1) with (Z.of_nat (S r)) by lia.
Qed.

(** ** About √r zero blocks *)

(** Of m elements that hit i values, m − i or more could be moved elsewhere: (m − i)·(those that miss one more value)
    is at most x + i times those that hit it. *)
Lemma moved : forall m i x, 0 <= x ->
  (Z.of_nat m - Z.of_nat i) * hits i m x <= (x + Z.of_nat i) * hits (S i) m x.
Proof.
  induction m as [|m IH]; intros i x Hx.
  - rewrite hits_none, Z.mul_0_r. destruct i as [|i]; [rewrite hits_0; easy|]. rewrite hits_none. lia.
  - rewrite !hits_one_more. pose proof (IH i x Hx) as Hi. pose proof (hits_nonneg m i x Hx) as Hpositive.
    pose proof (hits_nonneg m (pred i) x Hx) as Hpred. cbn [pred].
    assert (Hbefore : Z.of_nat i * ((Z.of_nat m + 1 - Z.of_nat i) * hits (pred i) m x) <=
      Z.of_nat i * ((x + Z.of_nat i - 1) * hits i m x)).
    { destruct i as [|i]; [easy|]. apply Z.mul_le_mono_nonneg_l; [lia|]. specialize (IH i x Hx). cbn [pred].
      replace (Z.of_nat m + 1 - Z.of_nat (S i)) with (Z.of_nat m - Z.of_nat i) by lia.
      now replace (x + Z.of_nat (S i) - 1) with (x + Z.of_nat i) by lia. }
    apply (Z.mul_le_mono_nonneg_l _ _ (x + Z.of_nat i + 1)) in Hi; [|lia].
    assert (Hm : 0 <= Z.of_nat m * hits i m x) by (apply Z.mul_nonneg_nonneg; lia).
    rewrite !Nat2Z.inj_succ. set (a := hits i m x) in *. set (b := hits (pred i) m x) in *.
    set (c := hits (S i) m x) in *. clearbody a b c. clear - Hi Hbefore Hm. lia.
Qed.

(** With 2n elements each value is at least as likely hit as missed, if others are hit. *)
Lemma hit_or_missed : forall n i, (i < n)%nat ->
  hits i (2 * n) (Z.of_nat n - Z.of_nat i) <= 2 * hits (S i) (2 * n) (Z.of_nat n - Z.of_nat (S i)).
Proof.
  intros n i Hi. pose proof (moved (2 * n) i (Z.of_nat n - Z.of_nat (S i)) ltac:(lia)) as Hmoved.
  rewrite hits_next in *.
  replace (Z.of_nat n - Z.of_nat (S i) + 1) with (Z.of_nat n - Z.of_nat i) in * by lia.
  assert (Hmissed : 0 <= hits i (2 * n) (Z.of_nat n - Z.of_nat (S i))) by (apply hits_nonneg; lia).
  assert (Hhit : 0 <= hits (S i) (2 * n) (Z.of_nat n - Z.of_nat (S i))) by (apply hits_nonneg; lia).
  rewrite hits_next in Hhit. replace (Z.of_nat n - Z.of_nat (S i) + 1) with (Z.of_nat n - Z.of_nat i) in Hhit by lia.
  set (missed := hits i (2 * n) (Z.of_nat n - Z.of_nat (S i))) in *.
  set (all := hits i (2 * n) (Z.of_nat n - Z.of_nat i)) in *. clearbody missed all.
  enough (missed <= all - missed) by lia. apply (Z.mul_le_mono_pos_l _ _ (Z.of_nat n)); [lia|].
  apply Z.le_trans with ((Z.of_nat (2 * n) - Z.of_nat i) * missed); [apply Z.mul_le_mono_nonneg_r; lia|].
  apply Z.le_trans with (1 := Hmoved). apply Z.mul_le_mono_nonneg_r; lia.
Qed.

(** e_{i−1}, e_i, e_{i+1} with m elements give those with m + 1, and the odds to miss fall by the factor (n − 1)/n. *)
Lemma odds_step : forall n i a b before here next,
  0 <= i < n -> 0 < a -> 0 <= b -> 0 <= here -> i * (a * before) <= i * ((a + b) * here) -> a * here <= (a + b) * next
  ->
  n * a * ((n - i) * here + i * before) <= (n * a + (n - 1) * b) * ((n - (i + 1)) * next + (i + 1) * here).
Proof.
  intros n i a b before here next Hi Ha Hb Hhere Hbefore Hnext.
  apply (Z.mul_le_mono_pos_l _ _ (a + b)); [lia|].
  apply (Z.mul_le_mono_nonneg_l _ _ (n * (a + b))) in Hbefore; [|apply Z.mul_nonneg_nonneg; lia].
  assert (Hc : 0 <= (n * a + (n - 1) * b) * (n - (i + 1))).
  { apply Z.mul_nonneg_nonneg; [apply Z.add_nonneg_nonneg; apply Z.mul_nonneg_nonneg|]; lia. }
  apply (Z.mul_le_mono_nonneg_l _ _ _ Hc) in Hnext.
  assert (Hrest : 0 <= b * b * (n - i - 1) * here) by (repeat apply Z.mul_nonneg_nonneg; lia).
  clear - Hbefore Hnext Hrest. lia.
Qed.

(** With 2n + k elements the odds to miss a value, if i others are hit, are at most ((n − 1)/n)^k. *)
Lemma odds : forall n k i, (i < n)%nat ->
  Z.of_nat n ^ Z.of_nat k * hits i (2 * n + k) (Z.of_nat n - Z.of_nat i) <=
  (Z.of_nat n ^ Z.of_nat k + (Z.of_nat n - 1) ^ Z.of_nat k) *
    hits (S i) (2 * n + k) (Z.of_nat n - Z.of_nat (S i)).
Proof.
  intros n k. induction k as [|k IH]; intros i Hi.
  - change (Z.of_nat 0) with 0. rewrite !Z.pow_0_r, Nat.add_0_r, Z.mul_1_l. now apply hit_or_missed.
  - rewrite <- plus_n_Sm, !(pow_S _ k).
    pose proof (hits_split i 0 (2 * n + k) (Z.of_nat n)) as Hhere.
    pose proof (hits_split (S i) 0 (2 * n + k) (Z.of_nat n)) as Hnext.
    cbn [pred] in Hhere, Hnext. rewrite !Nat.add_0_r in Hhere, Hnext. change (Z.of_nat 0) with 0 in Hhere, Hnext.
    rewrite Z.mul_0_l, !Z.add_0_r in Hhere, Hnext. rewrite Hhere, Hnext.
    replace (Z.of_nat (S i)) with (Z.of_nat i + 1) by lia.
    apply odds_step; [lia|apply pow_positive; lia|apply pow_nonneg; lia|apply hits_nonneg; lia| |].
    + destruct i as [|i]; [easy|]. apply Z.mul_le_mono_nonneg_l; [lia|]. cbn [pred]. apply IH. lia.
    + replace (Z.of_nat i + 1) with (Z.of_nat (S i)) by lia. now apply IH.
Qed.

Lemma onto_lower : forall n k,
  (Z.of_nat n ^ Z.of_nat k) ^ Z.of_nat n * Z.of_nat n ^ Z.of_nat (2 * n + k) <=
  (Z.of_nat n ^ Z.of_nat k + (Z.of_nat n - 1) ^ Z.of_nat k) ^ Z.of_nat n * G n (2 * n + k).
Proof.
  intros n k. destruct (Nat.eq_dec n 0) as [->|Hn].
  { cbn [Nat.mul Nat.add]. change (Z.of_nat 0) with 0. rewrite !Z.pow_0_r, !Z.mul_1_l. destruct k as [|k]; [easy|].
    rewrite Z.pow_0_l by lia. apply g_nonneg. }
  assert (H : forall i, (i <= n)%nat ->
    (Z.of_nat n ^ Z.of_nat k) ^ Z.of_nat i * Z.of_nat n ^ Z.of_nat (2 * n + k) <=
    (Z.of_nat n ^ Z.of_nat k + (Z.of_nat n - 1) ^ Z.of_nat k) ^ Z.of_nat i *
      hits i (2 * n + k) (Z.of_nat n - Z.of_nat i)).
  { pose proof (odds n k) as Hodds. pose proof (pow_nonneg (Z.of_nat n) k ltac:(lia)) as Ha.
    pose proof (pow_nonneg (Z.of_nat n - 1) k ltac:(lia)) as Hb. set (a := Z.of_nat n ^ Z.of_nat k) in *.
    set (b := (Z.of_nat n - 1) ^ Z.of_nat k) in *. clearbody a b. induction i as [|i IH]; intro Hi.
    - change (Z.of_nat 0) with 0. rewrite !Z.pow_0_r, hits_0, Z.sub_0_r. apply Z.le_refl.
    - specialize (IH ltac:(lia)). specialize (Hodds i ltac:(lia)). rewrite !pow_S.
      apply (Z.mul_le_mono_nonneg_l _ _ a) in IH; [|exact Ha].
      apply (Z.mul_le_mono_nonneg_l _ _ ((a + b) ^ Z.of_nat i)) in Hodds; [|apply pow_nonneg; lia].
      clear - IH Hodds. lia. }
  specialize (H n (le_n n)). now rewrite Z.sub_diag, hits_all in H.
Qed.
