(** Of the maps from [m] to an alphabet, those that hit some given values: at x = r − i the difference Δ^{i+j} x^m
    counts the maps to r + j values that hit i given ones of the first r and all of the last j. They are at most what
    independence would give. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums Differences.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import StirlingBounds StirlingLimits.

Local Open Scope Z_scope.

Definition hits (n m : nat) (x : Z) : Z := Nat.iter n difference (power m) x.

Lemma hits_next : forall n m x, hits (S n) m x = hits n m (x + 1) - hits n m x.
Proof. intros n m x. apply differences_S. Qed.

Lemma hits_0 : forall m x, hits 0 m x = x ^ Z.of_nat m.
Proof. reflexivity. Qed.

Lemma hits_none : forall n x, hits (S n) 0 x = 0.
Proof. intros n x. apply differences_power_above. lia. Qed.

Lemma hits_all : forall n m, hits n m 0 = G n m.
Proof. intros n m. apply g_difference. Qed.

Lemma hits_one_more : forall n m x,
  hits n (S m) x = (x + Z.of_nat n) * hits n m x + Z.of_nat n * hits (pred n) m x.
Proof.
  intros [|n] m x; [|apply differences_power_S]. cbn [pred]. rewrite !hits_0, pow_S. change (Z.of_nat 0) with 0. ring.
Qed.

Lemma hits_nonneg : forall m n x, 0 <= x -> 0 <= hits n m x.
Proof.
  induction m as [|m IH]; intros n x Hx.
  - destruct n as [|n]; [easy|]. now rewrite hits_none.
  - rewrite hits_one_more. specialize (IH n x Hx) as Hn. specialize (IH (pred n) x Hx).
    apply Z.add_nonneg_nonneg; apply Z.mul_nonneg_nonneg; lia.
Qed.

(** Where element m + 1 goes: to one of the values that needn't be hit, to one of the i, or to one of the j. *)
Lemma hits_split : forall i j m r,
  hits (i + j) (S m) (r - Z.of_nat i) =
  (r - Z.of_nat i + Z.of_nat j) * hits (i + j) m (r - Z.of_nat i) +
  Z.of_nat i * hits (pred i + j) m (r - Z.of_nat (pred i)) + Z.of_nat j * hits (i + pred j) m (r - Z.of_nat i).
Proof.
  intros i j m r. rewrite hits_one_more. destruct i as [|i], j as [|j]; cbn [pred Nat.add].
  - change (Z.of_nat 0) with 0. ring.
  - rewrite !Nat2Z.inj_succ. change (Z.of_nat 0) with 0. ring.
  - rewrite Nat.add_0_r, !Nat2Z.inj_succ. change (Z.of_nat 0) with 0.
    rewrite (hits_next i m). replace (r - Z.succ (Z.of_nat i) + 1) with (r - Z.of_nat i) by lia. ring.
  - rewrite <- !plus_n_Sm. cbn [pred]. rewrite !(hits_next (S (i + j)) m), !Nat2Z.inj_succ, Nat2Z.inj_add.
    replace (r - Z.succ (Z.of_nat i) + 1) with (r - Z.of_nat i) by lia. ring.
Qed.

(** Bernoulli's inequality, for every exponent. *)
Lemma power_plus_pred : forall a b n, 0 <= a -> 0 <= b ->
  a ^ Z.of_nat n + Z.of_nat n * b * a ^ Z.of_nat (pred n) <= (a + b) ^ Z.of_nat n.
Proof. intros a b [|n] Ha Hb; [easy|]. now apply power_plus. Qed.

Lemma pow_pred : forall a n, a * (Z.of_nat n * a ^ Z.of_nat (pred n)) = Z.of_nat n * a ^ Z.of_nat n.
Proof. intros a [|n]; [change (Z.of_nat 0) with 0; ring|]. cbn [pred]. rewrite (pow_S a n). ring. Qed.

(** r·(ra + b)^n ≥ r^n·(r·a^n + n·b·a^{n−1}) *)
Lemma power_step : forall r a b n, 0 <= r -> 0 <= a -> 0 <= b ->
  r ^ Z.of_nat n * (r * a ^ Z.of_nat n + b * (Z.of_nat n * a ^ Z.of_nat (pred n))) <= r * (r * a + b) ^ Z.of_nat n.
Proof.
  intros r a b n Hr Ha Hb. pose proof (power_plus_pred (r * a) b n (Z.mul_nonneg_nonneg _ _ Hr Ha) Hb) as H.
  apply (Z.mul_le_mono_nonneg_l _ _ r) in H; [|exact Hr]. rewrite !Z.pow_mul_l in H.
  apply Z.le_trans with (2 := H). apply Z.eq_le_incl. pose proof (pow_pred r n) as Hpred.
  rewrite (Z.mul_add_distr_l r).
  replace (r * (Z.of_nat n * b * (r ^ Z.of_nat (pred n) * a ^ Z.of_nat (pred n)))) with
    (r * (Z.of_nat n * r ^ Z.of_nat (pred n)) * (b * a ^ Z.of_nat (pred n))) by ring.
  rewrite Hpred. ring.
Qed.

(** What the step of the next lemma needs: P = A^i and Q = B^j, P1 and Q1 their derivatives. *)
Lemma independent_step : forall r i j R A B P P1 Q Q1 f g h D,
  0 < r -> 0 <= R -> 0 <= A <= R -> 0 <= B -> 0 <= P1 -> 0 <= Q1 -> 0 <= i -> 0 <= j ->
  A * P1 = i * P -> B * Q1 = j * Q ->
  f * (r * P + (R - A) * P1) <= r * g -> 0 <= f -> 0 <= D * (r * Q + (R + B) * Q1) <= r * h -> 0 <= P -> 0 <= D ->
  f * D * ((r - i + j) * (P * Q) + R * P1 * Q + R * P * Q1) <= r * (g * h).
Proof.
  intros r i j R A B P P1 Q Q1 f g h D Hr HR HA HB HP1 HQ1 Hi Hj HP HQ Hf Hf0 [Hh0 Hh] HP0 HD.
  apply (Z.mul_le_mono_pos_l _ _ r); [exact Hr|].
  assert (Hboth : f * (r * P + (R - A) * P1) * (D * (r * Q + (R + B) * Q1)) <= r * g * (r * h)).
  { apply Z.mul_le_mono_nonneg; try assumption. apply Z.mul_nonneg_nonneg; [exact Hf0|].
    apply Z.add_nonneg_nonneg; apply Z.mul_nonneg_nonneg; lia. }
  assert (Hrest : 0 <= f * D * ((R - A) * P1 * ((R + B) * Q1))) by (repeat apply Z.mul_nonneg_nonneg; lia).
  assert (HPQ : A * P1 * Q = i * P * Q) by now rewrite HP. assert (HQP : B * Q1 * P = j * Q * P) by now rewrite HQ.
  apply Z.le_trans with (f * D * (r * r * P * Q + r * P * ((R + B) * Q1) + r * Q * ((R - A) * P1))); [|lia].
  apply Z.eq_le_incl.
  replace (r * P * ((R + B) * Q1)) with (r * (R * P * Q1 + B * Q1 * P)) by ring.
  replace (r * Q * ((R - A) * P1)) with (r * (R * P1 * Q - A * P1 * Q)) by ring. rewrite HPQ, HQP. ring.
Qed.

(** The three summands of the recurrence, each with its bound. *)
Lemma hits_upper_step : forall r i j R A B h0 h1 h2, 0 < r -> Z.of_nat i <= r -> 0 <= R -> 0 <= A <= R -> 0 <= B ->
  R ^ Z.of_nat (i + j) * h0 <= R * (A ^ Z.of_nat i * B ^ Z.of_nat j) ->
  R ^ Z.of_nat (pred i + j) * h1 <= R * (A ^ Z.of_nat (pred i) * B ^ Z.of_nat j) ->
  R ^ Z.of_nat (i + pred j) * h2 <= R * (A ^ Z.of_nat i * B ^ Z.of_nat (pred j)) ->
  (r * R) ^ Z.of_nat (i + j) *
    ((r - Z.of_nat i + Z.of_nat j) * h0 + Z.of_nat i * h1 + Z.of_nat j * h2) <=
  r * R * ((r * A + (R - A)) ^ Z.of_nat i * (r * B + (R + B)) ^ Z.of_nat j).
Proof.
  intros r i j R A B h0 h1 h2 Hr Hi HR HA HB H0 H1 H2.
  assert (Hi0 := Nat2Z.is_nonneg i). assert (Hj0 := Nat2Z.is_nonneg j).
  assert (Hr0 : 0 <= r) by now apply Z.lt_le_incl. assert (HRB : 0 <= R + B) by now apply Z.add_nonneg_nonneg.
  assert (HRA : 0 <= R - A) by now apply Z.le_0_sub. assert (HA0 := proj1 HA).
  pose proof (power_step r A (R - A) i Hr0 HA0 HRA) as HPstep.
  pose proof (power_step r B (R + B) j Hr0 HB HRB) as HQstep.
  assert (HP1 := Z.mul_nonneg_nonneg _ _ Hi0 (pow_nonneg A (pred i) HA0)).
  assert (HQ1 := Z.mul_nonneg_nonneg _ _ Hj0 (pow_nonneg B (pred j) HB)).
  assert (HP := pow_nonneg A i HA0). assert (HQ := pow_nonneg B j HB).
  assert (Hri := pow_nonneg r i Hr0). assert (Hrj := pow_nonneg r j Hr0).
  assert (HQstep0 := Z.mul_nonneg_nonneg _ _ Hrj (Z.add_nonneg_nonneg _ _
    (Z.mul_nonneg_nonneg _ _ Hr0 HQ) (Z.mul_nonneg_nonneg _ _ HRB HQ1))).
  pose proof (independent_step r (Z.of_nat i) (Z.of_nat j) R A B (A ^ Z.of_nat i)
    (Z.of_nat i * A ^ Z.of_nat (pred i)) (B ^ Z.of_nat j) (Z.of_nat j * B ^ Z.of_nat (pred j))
    (r ^ Z.of_nat i) ((r * A + (R - A)) ^ Z.of_nat i) ((r * B + (R + B)) ^ Z.of_nat j) (r ^ Z.of_nat j)
    Hr HR HA HB HP1 HQ1 Hi0 Hj0 (pow_pred A i) (pow_pred B j) HPstep Hri (conj HQstep0 HQstep) HP Hrj) as Hstep.
  assert (H1' : R ^ Z.of_nat (i + j) * (Z.of_nat i * h1) <=
    R * (R * (Z.of_nat i * A ^ Z.of_nat (pred i)) * B ^ Z.of_nat j)).
  { clear - H1 HR. destruct i as [|i]; [change (Z.of_nat 0) with 0; rewrite !Z.mul_0_l, !Z.mul_0_r; easy|].
    cbn [pred] in *. cbn [Nat.add]. rewrite (pow_S R).
    apply (Z.mul_le_mono_nonneg_l _ _ (R * Z.of_nat (S i))) in H1; [lia|apply Z.mul_nonneg_nonneg; lia]. }
  assert (H2' : R ^ Z.of_nat (i + j) * (Z.of_nat j * h2) <=
    R * (R * A ^ Z.of_nat i * (Z.of_nat j * B ^ Z.of_nat (pred j)))).
  { clear - H2 HR. destruct j as [|j]; [change (Z.of_nat 0) with 0; rewrite !Z.mul_0_l, !Z.mul_0_r; easy|].
    cbn [pred] in *. rewrite <- plus_n_Sm, (pow_S R).
    apply (Z.mul_le_mono_nonneg_l _ _ (R * Z.of_nat (S j))) in H2; [lia|apply Z.mul_nonneg_nonneg; lia]. }
  apply (Z.mul_le_mono_nonneg_l _ _ (r - Z.of_nat i + Z.of_nat j)) in H0;
    [|now apply Z.add_nonneg_nonneg; [apply Z.le_0_sub|]].
  rewrite Z.pow_mul_l, (Nat2Z.inj_add i j), (Z.pow_add_r r), <- (Nat2Z.inj_add i j) by assumption.
  apply (Z.mul_le_mono_nonneg_l _ _ R) in Hstep; [|exact HR].
  assert (Hrij := Z.mul_nonneg_nonneg _ _ Hri Hrj). rewrite <- Z.mul_assoc.
  apply Z.le_trans with (r ^ Z.of_nat i * r ^ Z.of_nat j *
    (R * ((r - Z.of_nat i + Z.of_nat j) * (A ^ Z.of_nat i * B ^ Z.of_nat j) +
      R * (Z.of_nat i * A ^ Z.of_nat (pred i)) * B ^ Z.of_nat j +
      R * A ^ Z.of_nat i * (Z.of_nat j * B ^ Z.of_nat (pred j))))); [|clear - Hstep; lia].
  apply Z.mul_le_mono_nonneg_l; [exact Hrij|]. rewrite !Z.mul_add_distr_l. apply Z.add_le_mono; [|exact H2'].
  apply Z.add_le_mono; [|exact H1']. clear - H0. lia.
Qed.

(** Hits of different values are no likelier together than if they were independent. *)
Lemma hits_upper : forall m r i j, 0 < r -> Z.of_nat i <= r ->
  (r ^ Z.of_nat m) ^ Z.of_nat (i + j) * hits (i + j) m (r - Z.of_nat i) <=
  r ^ Z.of_nat m * ((r ^ Z.of_nat m - (r - 1) ^ Z.of_nat m) ^ Z.of_nat i *
    ((r + 1) ^ Z.of_nat m - r ^ Z.of_nat m) ^ Z.of_nat j).
Proof.
  induction m as [|m IH]; intros r i j Hr Hi.
  - change (Z.of_nat 0) with 0. rewrite !Z.pow_0_r, Z.sub_diag, Z.mul_1_l.
    destruct i as [|i], j as [|j]; cbn [Nat.add]; rewrite ?hits_none, ?Z.mul_0_r; try easy;
      apply Z.mul_nonneg_nonneg; apply pow_nonneg; lia.
  - rewrite !(pow_S _ m), hits_split.
    pose proof (power_le (r - 1) r m ltac:(lia)) as HA. pose proof (power_le r (r + 1) m ltac:(lia)) as HB.
    pose proof (pow_nonneg (r - 1) m ltac:(lia)) as HN. pose proof (pow_nonneg r m ltac:(lia)) as HR.
    replace (r * r ^ Z.of_nat m - (r - 1) * (r - 1) ^ Z.of_nat m)
      with (r * (r ^ Z.of_nat m - (r - 1) ^ Z.of_nat m) +
        (r ^ Z.of_nat m - (r ^ Z.of_nat m - (r - 1) ^ Z.of_nat m))) by ring.
    replace ((r + 1) * (r + 1) ^ Z.of_nat m - r * r ^ Z.of_nat m)
      with (r * ((r + 1) ^ Z.of_nat m - r ^ Z.of_nat m) +
        (r ^ Z.of_nat m + ((r + 1) ^ Z.of_nat m - r ^ Z.of_nat m))) by ring.
    apply hits_upper_step; try assumption; try lia; apply IH; lia.
Qed.

Theorem share_onto : ShareOnto.
Proof.
  intros r m Hr maps. pose proof (hits_upper m (Z.of_nat r) r 0 ltac:(lia) ltac:(lia)) as H.
  rewrite Z.sub_diag, Nat.add_0_r, hits_all in H. change (Z.of_nat 0) with 0 in H. now rewrite Z.pow_0_r, Z.mul_1_r in
  H.
Qed.
