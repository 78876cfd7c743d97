(** The ratio of several layers of equal widths, a power of that of one, by depth and by width. *)

From Coq Require Import List Arith ZArith QArith Qpower Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Asymptotics Require Import VastlyOverparameterized RatioFalls Crossings.
Import ListNotations.

Local Open Scope Z_scope.

Lemma product_repeat : forall z n, product (repeat z n) = z ^ Z.of_nat n.
Proof.
  intros z n. induction n as [|n IH]; [easy|]. rewrite Nat2Z.inj_succ, Z.pow_succ_r, <- IH by lia. reflexivity.
Qed.

Theorem ratio_over_layers : RatioOverLayers.
Proof. intros k r m layers. rewrite !product_repeat. symmetry. apply level_power. Qed.

Lemma pow_positive : forall z n, 0 < z -> 0 < z ^ Z.of_nat n.
Proof. intros z n H. apply Z.pow_pos_nonneg; lia. Qed.

Lemma one_as_quotient : (1 == inject_Z 1 / inject_Z 1)%Q.
Proof. reflexivity. Qed.

Theorem ratio_by_depth : RatioByDepth.
Proof.
  intros k r m Hk Hm power. pose proof (g_positive (r - k) m ltac:(lia)) as HG.
  pose proof (t_positive r m Hm) as HT. unfold power. clear power.
  set (g := G (r - k) m) in *. set (t := T r m) in *.
  assert (Hpow : forall n, (level_ratio k r m ^ Z.of_nat n == inject_Z (g ^ Z.of_nat n) / inject_Z (t ^ Z.of_nat n))%Q)
    by (intro; apply level_power).
  assert (Hprod : forall n, 0 < g ^ Z.of_nat n * t ^ Z.of_nat n)
    by (intro; apply Z.mul_pos_pos; now apply pow_positive).
  split.
  - intros H n. unfold level_ratio in H. fold g t in H. rewrite one_as_quotient in H.
    apply (quotients_lt 1 1 g t) in H; try easy.
    rewrite !Hpow. apply quotients_lt; try now apply pow_positive.
    rewrite Nat2Z.inj_succ, !Z.pow_succ_r by lia. specialize (Hprod n).
    apply (Z.mul_lt_mono_pos_r (g ^ Z.of_nat n * t ^ Z.of_nat n)) in H; [lia|exact Hprod].
  - intro H. unfold level_ratio in H. fold g t in H. rewrite one_as_quotient in H.
    apply (quotients_lt g t 1 1) in H; try easy.
    rewrite Z.mul_1_r, Z.mul_1_l in H. split.
    + intro n. rewrite !Hpow. apply quotients_lt; try now apply pow_positive.
      rewrite Nat2Z.inj_succ, !Z.pow_succ_r by lia. specialize (Hprod n).
      apply (Z.mul_lt_mono_pos_r (g ^ Z.of_nat n * t ^ Z.of_nat n)) in H; [lia|exact Hprod].
    + intros ε Hε. assert (Hp : 0 < Qnum ε) by (destruct ε as [[|p|p] d]; easy).
      destruct (least_from (fun n => Z.pos (Qden ε) * g ^ Z.of_nat n < Qnum ε * t ^ Z.of_nat n) 0) as (least & Hleast).
      * intro n. apply Z_lt_dec.
      * intros n _. apply share_stays; try easy; [now apply pow_positive..|].
        rewrite Nat2Z.inj_succ, !Z.pow_succ_r by lia. specialize (Hprod n).
        apply (Z.mul_lt_mono_pos_r (g ^ Z.of_nat n * t ^ Z.of_nat n)) in H; [lia|exact Hprod].
      * destruct (powers_vanish g t (Z.pos (Qden ε)) ltac:(lia) ltac:(easy)) as [n Hn]. exists n. split; [lia|].
        apply Z.lt_le_trans with (1 := Hn). pose proof (pow_positive t n HT). nia.
      * exists least. intro n. rewrite <- (Hleast n ltac:(lia)), Hpow. apply quotient_below. now apply pow_positive.
Qed.

(** A ratio below 1/q has powers below p/q. *)
Lemma power_below : forall g t p q n, 0 <= g -> 0 < p -> 0 < q -> q * g < t ->
  q * g ^ Z.of_nat (S n) < p * t ^ Z.of_nat (S n).
Proof.
  intros g t p q n Hg Hp Hq H. assert (Hgt : g <= t) by nia. rewrite Nat2Z.inj_succ, !Z.pow_succ_r by lia.
  assert (Hpow : g ^ Z.of_nat n <= t ^ Z.of_nat n) by (apply Z.pow_le_mono_l; lia).
  assert (Hpos : 0 < t ^ Z.of_nat n) by (apply pow_positive; nia).
  assert (Hnonneg : 0 <= g ^ Z.of_nat n) by (apply Z.pow_nonneg; lia).
  apply Z.le_lt_trans with (q * g * t ^ Z.of_nat n).
  - rewrite Z.mul_assoc. apply Z.mul_le_mono_nonneg_l; [|exact Hpow]. apply Z.mul_nonneg_nonneg; lia.
  - apply Z.lt_le_trans with (t * t ^ Z.of_nat n); [now apply Z.mul_lt_mono_pos_r|].
    assert (0 < t * t ^ Z.of_nat n) by (apply Z.mul_pos_pos; nia). nia.
Qed.

Theorem crossing_exists : CrossingExists.
Proof.
  intros r ε Hr Hε. assert (Hp : 0 < Qnum ε) by (destruct ε as [[|p|p] d]; easy).
  split.
  - intros k [|n] Hk Hn; [lia|].
    destruct (crossing r (G (r - k)) 1 (Z.pos (Qden ε))) as (first & Hfirst); try lia.
    { intros m Hm. apply Z.lt_le_incl, g_over_t_falls; lia. }
    { intro m. apply Z.le_trans with (all_levels r m); [now apply level_below_all|apply all_levels_below_power; lia]. }
    destruct (least_from (fun m => Z.pos (Qden ε) * G (r - k) m ^ Z.of_nat (S n) < Qnum ε * T r m ^ Z.of_nat (S n)) r)
      as (least & Hleast).
    + intro m. apply Z_lt_dec.
    + intros m Hm. apply share_stays; [easy|apply pow_positive, t_positive; lia..|].
      apply power_product_le; [apply g_nonneg|apply t_nonneg|apply g_nonneg|].
      apply Z.lt_le_incl, g_over_t_falls; lia.
    + exists (r + first)%nat. split; [lia|]. apply power_below; [apply g_nonneg|easy..|].
      specialize (Hfirst (r + first)%nat ltac:(lia)). rewrite Z.mul_1_l in Hfirst. apply Hfirst. lia.
    + exists least. intros m Hm. rewrite <- (Hleast m Hm), level_power. apply quotient_below.
      now apply pow_positive, t_positive.
  - destruct (crossing r (all_levels r) (Qnum ε) (Z.pos (Qden ε))) as (least & Hleast); try easy; try lia.
    { intros m Hm. apply Z.lt_le_incl, all_levels_fall. lia. }
    { intro m. apply all_levels_below_power. lia. }
    exists least. intros m Hm. rewrite <- (Hleast m Hm). apply quotient_below. now apply t_positive.
Qed.

Theorem mixed_levels_exceed : MixedLevelsExceed.
Proof. now split. Qed.
