(** The ratios G(s,m)/T(r,m) fall as m grows: Stirling numbers of one m are log-concave. *)

From Coq Require Import List Arith ZArith QArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists.

Local Open Scope Z_scope.

(** ** Log-concavity *)

(** S2(m, x − 1), which is 0 for x = 0. *)
Definition below (m x : nat) : Z := match x with O => 0 | S x' => stirling2 m x' end.

Lemma stirling2_next : forall m x, stirling2 (S m) x = Z.of_nat x * stirling2 m x + below m x.
Proof. intros m [|x]; [easy|apply stirling2_S_S]. Qed.

Lemma product_le : forall c c' p p', 0 <= c' <= c -> 0 <= p' <= p -> c' * p' <= c * p.
Proof. intros. apply Z.mul_le_mono_nonneg; lia. Qed.

(** Of four numbers around one middle the inner two have the greater product. *)
Lemma stirling2_log_concave : forall m x d e,
  stirling2 m x * stirling2 m (x + d + e) <= stirling2 m (x + d) * stirling2 m (x + e).
Proof.
  induction m as [|m IH]; intros x d e.
  - destruct x as [|x], d as [|d], e as [|e]; cbn [stirling2 Nat.add]; lia.
  - destruct d as [|d]; [rewrite !Nat.add_0_r; lia|]. destruct e as [|e]; [rewrite !Nat.add_0_r; lia|].
    rewrite !stirling2_next.
    replace (below m (x + S d)) with (stirling2 m (x + d)) by (now rewrite Nat.add_succ_r).
    replace (below m (x + S e)) with (stirling2 m (x + e)) by (now rewrite Nat.add_succ_r).
    replace (below m (x + S d + S e)) with (stirling2 m (x + S d + e)) by (now rewrite (Nat.add_succ_r (x + S d))).
    pose proof (IH x (S d) (S e)) as H1. pose proof (IH x (S d) e) as H2. pose proof (IH x d (S e)) as H3.
    replace (x + d + S e)%nat with (x + S d + e)%nat in H3 by lia.
    assert (Hedge : below m x * stirling2 m (x + S d + e) <= stirling2 m (x + d) * stirling2 m (x + e) /\
      below m x * stirling2 m (x + S d + S e) <= stirling2 m (x + S d) * stirling2 m (x + e) /\
      below m x * stirling2 m (x + S d + S e) <= stirling2 m (x + d) * stirling2 m (x + S e)).
    { pose proof (stirling2_nonneg m) as Hn. destruct x as [|y]; cbn [below].
      - repeat split; rewrite Z.mul_0_l; apply Z.mul_nonneg_nonneg; apply Hn.
      - pose proof (IH y (S d) (S e)) as E1. pose proof (IH y (S (S d)) (S e)) as E2.
        pose proof (IH y (S d) (S (S e))) as E3.
        replace (y + S d + S e)%nat with (S y + S d + e)%nat in E1 by lia.
        replace (y + S (S d) + S e)%nat with (S y + S d + S e)%nat in E2 by lia.
        replace (y + S d + S (S e))%nat with (S y + S d + S e)%nat in E3 by lia.
        replace (y + S (S d))%nat with (S y + S d)%nat in E2 by lia.
        replace (y + S (S e))%nat with (S y + S e)%nat in E3 by lia.
        replace (y + S d)%nat with (S y + d)%nat in E1, E3 by lia.
        replace (y + S e)%nat with (S y + e)%nat in E1, E2 by lia. repeat split; assumption. }
    destruct Hedge as (E1 & E2 & E3).
    assert (Hb : 0 <= below m x) by (destruct x; [easy|apply stirling2_nonneg]).
    pose proof (stirling2_nonneg m x) as N0. pose proof (stirling2_nonneg m (x + S d + S e)) as N1.
    pose proof (stirling2_nonneg m (x + S d + e)) as N2.
    set (a := stirling2 m x) in *. set (b := below m x) in *.
    set (p := stirling2 m (x + S d)) in *. set (q := stirling2 m (x + S e)) in *.
    set (p' := stirling2 m (x + d)) in *. set (q' := stirling2 m (x + e)) in *.
    set (t := stirling2 m (x + S d + S e)) in *. set (t' := stirling2 m (x + S d + e)) in *.
    rewrite !Nat2Z.inj_add. set (X := Z.of_nat x). set (D := Z.of_nat (S d)). set (E := Z.of_nat (S e)).
    assert (HX : 0 <= X) by (unfold X; lia). assert (HD : 0 <= D) by (unfold D; lia).
    assert (HE : 0 <= E) by (unfold E; lia).
    assert (HDE : 0 <= D * E) by (now apply Z.mul_nonneg_nonneg).
    assert (Hat : 0 <= a * t) by (now apply Z.mul_nonneg_nonneg).
    assert (Hat' : 0 <= a * t') by (now apply Z.mul_nonneg_nonneg).
    assert (Hbt : 0 <= b * t) by (now apply Z.mul_nonneg_nonneg).
    assert (Q1 : X * (X + D + E) * (a * t) <= (X + D) * (X + E) * (p * q)).
    { apply product_le; [split; [apply Z.mul_nonneg_nonneg; lia|lia]|lia]. }
    (* The mixed terms: each product on the right is at least each on the left. *)
    assert (Q2 : X * (a * t') <= X * (p * q')) by (apply Z.mul_le_mono_nonneg_l; assumption).
    assert (Q3 : D * (b * t) <= D * (p * q')) by (apply Z.mul_le_mono_nonneg_l; assumption).
    assert (Q4 : (X + E) * (b * t) <= (X + E) * (p' * q)) by (apply Z.mul_le_mono_nonneg_l; [lia|assumption]).
    lia.
Qed.

(** So for a ≤ b the number S2(m,b) grows by at least as much as S2(m,a). *)
Lemma stirling2_growth : forall m a d,
  Z.of_nat d * (stirling2 m a * stirling2 m (a + d)) + stirling2 (S m) a * stirling2 m (a + d) <=
  stirling2 m a * stirling2 (S m) (a + d).
Proof.
  intros m a d. rewrite !stirling2_next, Nat2Z.inj_add.
  enough (below m a * stirling2 m (a + d) <= stirling2 m a * below m (a + d)) by lia.
  destruct a as [|a]; cbn [below].
  - rewrite Z.mul_0_l. apply Z.mul_nonneg_nonneg; [apply stirling2_nonneg|]. destruct d; [easy|apply stirling2_nonneg].
  - replace (below m (S a + d)) with (stirling2 m (a + d)) by easy.
    pose proof (stirling2_log_concave m a 1 d) as H. replace (a + 1 + d)%nat with (S a + d)%nat in H by lia.
    now replace (a + 1)%nat with (S a) in H by lia.
Qed.

(** ** The ratios *)

Lemma stirling2_positive : forall m n, (1 <= n <= m)%nat -> 0 < stirling2 m n.
Proof.
  induction m as [|m IH]; intros [|n] Hn; try lia. rewrite stirling2_S_S.
  destruct (Nat.eq_dec n m) as [->|Hne].
  - rewrite stirling2_diagonal, stirling2_above by lia. lia.
  - pose proof (IH (S n) ltac:(lia)). pose proof (stirling2_nonneg m n). nia.
Qed.

Lemma g_positive : forall s m, (1 <= s <= m)%nat -> 0 < G s m.
Proof. intros s m H. apply Z.mul_pos_pos; [apply factorial_positive|now apply stirling2_positive]. Qed.

(** The ratio to a larger number of labels falls. *)
Lemma g_over_g_falls : forall s r m, (1 <= s < r)%nat -> (r <= m)%nat -> G s (S m) * G r m < G s m * G r (S m).
Proof.
  intros s r m Hs Hr. pose proof (stirling2_growth m s (r - s)) as H. replace (s + (r - s))%nat with r in H by lia.
  assert (Hpositive : 0 < stirling2 m s * stirling2 m r) by (apply Z.mul_pos_pos; apply stirling2_positive; lia).
  unfold G. pose proof (factorial_positive s) as Hfs. pose proof (factorial_positive r) as Hfr.
  assert (Hstep : stirling2 (S m) s * stirling2 m r < stirling2 m s * stirling2 (S m) r).
  { assert (1 * (stirling2 m s * stirling2 m r) <= Z.of_nat (r - s) * (stirling2 m s * stirling2 m r))
      by (apply Z.mul_le_mono_nonneg_r; lia). lia. }
  apply (Z.mul_lt_mono_pos_l (factorial s * factorial r)) in Hstep; [lia|now apply Z.mul_pos_pos].
Qed.

Lemma g_over_t_falls : forall s r m, (1 <= s < r)%nat -> (r <= m)%nat -> G s (S m) * T r m < G s m * T r (S m).
Proof.
  intros s r m Hs Hr. rewrite !t_stirling. unfold G.
  set (f := fun n => stirling2 m s * (stirling2 (S m) n * binomial n r)).
  set (g := fun n => stirling2 (S m) s * (stirling2 m n * binomial n r)).
  assert (Hterm : forall n, g n <= f n /\ (n = r -> g n < f n)).
  { intro n. unfold f, g. pose proof (binomial_nonneg n r) as Hb. destruct (le_lt_dec r n) as [Hn|Hn].
    - pose proof (stirling2_growth m s (n - s)) as H. replace (s + (n - s))%nat with n in H by lia.
      assert (Hle : 0 <= Z.of_nat (n - s) * (stirling2 m s * stirling2 m n)).
      { apply Z.mul_nonneg_nonneg; [lia|]. apply Z.mul_nonneg_nonneg; apply stirling2_nonneg. }
      split.
      + rewrite !Z.mul_assoc. apply Z.mul_le_mono_nonneg_r; lia.
      + intros ->. rewrite binomial_diagonal, !Z.mul_1_r.
        enough (0 < Z.of_nat (r - s) * (stirling2 m s * stirling2 m r)) by lia.
        apply Z.mul_pos_pos; [lia|]. apply Z.mul_pos_pos; apply stirling2_positive; lia.
    - rewrite binomial_above by exact Hn. split; lia. }
  assert (Hsum : Zsum 0 (S m) g < Zsum 0 (S (S m)) f).
  { replace (S m) with (r + S (m - r))%nat by lia. replace (S (r + S (m - r)))%nat with (r + S (S (m - r)))%nat by lia.
    rewrite !(Zsum_split r), (Zsum_first (0 + r) (m - r) g), (Zsum_first (0 + r) (S (m - r)) f).
    assert (Zsum 0 r g <= Zsum 0 r f) by (apply Zsum_le; intros; apply Hterm).
    assert (Hrest : Zsum (S (0 + r)) (m - r) g <= Zsum (S (0 + r)) (S (m - r)) f).
    { rewrite Zsum_last. assert (Zsum (S (0 + r)) (m - r) g <= Zsum (S (0 + r)) (m - r) f)
        by (apply Zsum_le; intros; apply Hterm).
      enough (0 <= f (S (0 + r) + (m - r))%nat) by lia. unfold f.
      apply Z.mul_nonneg_nonneg; [apply stirling2_nonneg|].
      apply Z.mul_nonneg_nonneg; [apply stirling2_nonneg|apply binomial_nonneg]. }
    pose proof (proj2 (Hterm (0 + r)%nat) eq_refl). lia. }
  unfold f, g in Hsum. rewrite !Zsum_scale in Hsum.
  apply (Z.mul_lt_mono_pos_l (factorial s * factorial r)) in Hsum; [lia|].
  apply Z.mul_pos_pos; apply factorial_positive.
Qed.

Lemma quotients_lt : forall a b c d, 0 < b -> 0 < d ->
  (inject_Z a / inject_Z b < inject_Z c / inject_Z d)%Q <-> a * d < c * b.
Proof.
  intros a [|b|b] c [|d|d] Hb Hd; try lia.
  unfold Qlt, Qdiv, Qmult, Qinv, inject_Z. cbn [Qnum Qden]. now rewrite !Z.mul_1_r, !Pos.mul_1_l.
Qed.

(** A nonempty sum of what falls. *)
Lemma Zsum_lt : forall n first f g, (0 < n)%nat ->
  (forall i, (first <= i < first + n)%nat -> f i < g i) -> Zsum first n f < Zsum first n g.
Proof.
  intros [|n] first f g Hn H; [lia|]. rewrite !Zsum_first.
  assert (Zsum (S first) n f <= Zsum (S first) n g) by (apply Zsum_le; intros; apply Z.lt_le_incl, H; lia).
  pose proof (H first ltac:(lia)). lia.
Qed.

Lemma Zsum_scale_r : forall n first c f, Zsum first n (fun i => f i * c) = Zsum first n f * c.
Proof.
  intros n first c f. rewrite Z.mul_comm, <- Zsum_scale. apply Zsum_ext. intros. apply Z.mul_comm.
Qed.

Lemma all_levels_fall : forall r m, (2 <= r <= m)%nat -> all_levels r (S m) * T r m < all_levels r m * T r (S m).
Proof.
  intros r m Hr. unfold all_levels. rewrite <- !Zsum_scale_r. apply Zsum_lt; [lia|].
  intros k Hk. apply g_over_t_falls; lia.
Qed.

Theorem ratio_falls : RatioFalls.
Proof.
  intros r m Hr. pose proof (t_positive r m ltac:(lia)). pose proof (t_positive r (S m) ltac:(lia)). split.
  - intros k Hk. unfold level_ratio. apply quotients_lt; try easy. apply g_over_t_falls; lia.
  - apply quotients_lt; try easy. now apply all_levels_fall.
Qed.
