(** Inequality (6): the extreme sum, the criterion r^m <= T(r,m), and that it stays true. *)

From Coq Require Import List Arith ZArith QArith Qpower Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums Differences.
From Equiloss.Counting Require Import Counts.

Local Open Scope Z_scope.

(** ** The extreme sum *)

Lemma g_0 : forall m, (1 <= m)%nat -> G 0 m = 0.
Proof. intros [|m] H; [lia|easy]. Qed.

(** The recurrence of G where r − 1 may be cut off at 0. *)
Lemma g_S : forall r m, G r (S m) = Z.of_nat r * G r m + Z.of_nat r * G (r - 1) m.
Proof.
  intros [|r] m; [now rewrite g_0 by lia|]. rewrite g_recurrence. cbn [Nat.sub]. rewrite Nat.sub_0_r. ring.
Qed.

(** A function to s values is a surjection to the values that it takes. *)
Lemma functions_counted : forall m s, Zsum 0 (S s) (fun k => binomial s k * G (s - k) m) = Z.of_nat s ^ Z.of_nat m.
Proof.
  induction m as [|m IH]; intro s.
  - rewrite Zsum_last, Zsum_zero.
    + cbn [Nat.add]. rewrite binomial_diagonal, Nat.sub_diag. easy.
    + intros k Hk. unfold G. rewrite stirling2_above by lia. ring.
  - rewrite Nat2Z.inj_succ, Z.pow_succ_r, <- IH, <- Zsum_scale by lia.
    rewrite (Zsum_ext (S s) 0 _ (fun k => binomial s k * (Z.of_nat (s - k) * G (s - k) m) +
      Z.of_nat (S k) * binomial s (S k) * G (s - S k) m)).
    2:{ intros k Hk. rewrite g_S, binomial_next, Nat2Z.inj_sub by lia.
        replace (s - k - 1)%nat with (s - S k)%nat by lia. ring. }
    (* The second summands are k·C(s,k)·G(s − k, m), one place further on. *)
    rewrite Zsum_add, (Zsum_last 0 s (fun k => Z.of_nat (S k) * _ * _)), (binomial_above s (S (0 + s))) by lia.
    rewrite Z.mul_0_r, Z.mul_0_l, Z.add_0_r.
    transitivity (Zsum 0 (S s) (fun k => binomial s k * (Z.of_nat (s - k) * G (s - k) m)) +
      Zsum 0 (S s) (fun k => Z.of_nat k * binomial s k * G (s - k) m)).
    + f_equal. now rewrite (Zsum_first_shift 0 s (fun k => Z.of_nat k * binomial s k * G (s - k) m)).
    + rewrite <- Zsum_add. apply Zsum_ext. intros k Hk. rewrite Nat2Z.inj_sub by lia. ring.
Qed.

Theorem extreme_sum : ExtremeSum.
Proof.
  intros [|s] m Hr Hm; [lia|]. rewrite Nat2Z.inj_succ. unfold Z.succ. rewrite Z.add_simpl_r, <- functions_counted.
  cbn [Nat.sub]. rewrite Nat.sub_0_r, (Zsum_shift s 1 0), Zsum_last.
  cbn [Nat.add]. rewrite Nat.sub_diag, g_0, Z.mul_0_r, Z.add_0_r by easy.
  apply Zsum_ext. intros k _. cbn [Nat.sub]. now rewrite Nat.sub_0_r.
Qed.

(** ** Once true, always true *)

Lemma g_nonneg : forall r m, 0 <= G r m.
Proof.
  intros r m. apply Z.mul_nonneg_nonneg; [apply Z.lt_le_incl, factorial_positive|apply stirling2_nonneg].
Qed.

Lemma t_nonneg : forall r m, 0 <= T r m.
Proof.
  intros r m. rewrite t_stirling. apply Z.mul_nonneg_nonneg; [apply Z.lt_le_incl, factorial_positive|].
  apply Zsum_nonneg. intros n _. apply Z.mul_nonneg_nonneg; [apply stirling2_nonneg|apply binomial_nonneg].
Qed.

Lemma t_growth : forall r m, Z.of_nat (S r) * T r m <= T r (S m).
Proof.
  intros [|r] m.
  - rewrite t_recurrence_0. pose proof (t_nonneg 1 m). lia.
  - rewrite t_recurrence. pose proof (t_nonneg (S (S r)) m).
    assert (0 <= Z.of_nat (S r) * T r m) by (apply Z.mul_nonneg_nonneg; [lia|apply t_nonneg]). lia.
Qed.

Theorem once_true_always_true : OnceTrueAlwaysTrue.
Proof.
  intros r m. split; [apply t_growth|]. intros H m' Hm'. induction Hm' as [|m' _ IH]; [exact H|].
  apply Z.le_trans with (Z.of_nat (S r) * T r m'); [|apply t_growth].
  rewrite Nat2Z.inj_succ, Z.pow_succ_r by lia.
  apply Z.mul_le_mono_nonneg; [lia|lia|apply Z.pow_nonneg; lia|exact IH].
Qed.

Lemma t_positive : forall r m, (r <= m)%nat -> 0 < T r m.
Proof.
  intros r m H. induction H as [|m _ IH].
  - rewrite t_stirling, Zsum_last. cbn [Nat.add]. rewrite stirling2_diagonal, binomial_diagonal.
    apply Z.mul_pos_pos; [apply factorial_positive|]. apply Z.add_nonneg_pos; [|easy].
    apply Zsum_nonneg. intros n _. apply Z.mul_nonneg_nonneg; [apply stirling2_nonneg|apply binomial_nonneg].
  - apply Z.lt_le_trans with (Z.of_nat (S r) * T r m); [lia|apply t_growth].
Qed.

(** ** The criterion *)

Lemma quotients_le : forall a b c d, 0 < b -> 0 < d ->
  (inject_Z a / inject_Z b <= inject_Z c / inject_Z d)%Q <-> a * d <= c * b.
Proof.
  intros a [|b|b] c [|d|d] Hb Hd; try lia.
  unfold Qle, Qdiv, Qmult, Qinv, inject_Z. cbn [Qnum Qden]. now rewrite !Z.mul_1_r, !Pos.mul_1_l.
Qed.

Theorem inequality_criterion : InequalityCriterion.
Proof.
  intros r m Hr. pose proof (t_positive r m (proj2 Hr)) as HT.
  assert (Hpower : 0 < Z.of_nat r ^ Z.of_nat m) by (apply Z.pow_pos_nonneg; lia).
  assert (Hright : ((inject_Z (Z.of_nat r - 1) / inject_Z (Z.of_nat r)) ^ Z.of_nat m ==
    inject_Z ((Z.of_nat r - 1) ^ Z.of_nat m) / inject_Z (Z.of_nat r ^ Z.of_nat m))%Q).
  { now rewrite Qdiv_power, !Zpower_Qpower by lia. }
  assert (Hextreme := extreme_sum r m (proj1 Hr) (Nat.le_trans _ _ _ (proj1 Hr) (proj2 Hr))).
  split.
  - intro H. destruct (Nat.eq_dec r 1) as [->|Hne]; [rewrite Z.pow_1_l; lia|].
    specialize (H (fun k => binomial (r - 1) (k - 1))). rewrite Hright, quotients_le in H by easy.
    rewrite (Zsum_ext (r - 1) 1 _ (fun k => binomial (r - 1) (k - 1) * G (r - k) m)), Hextreme in H
      by (intros; apply Z.mul_comm).
    apply Z.mul_le_mono_pos_l with ((Z.of_nat r - 1) ^ Z.of_nat m); [apply Z.pow_pos_nonneg; lia|].
    apply H. intros k _. split; [apply binomial_nonneg|apply Z.le_refl].
  - intros H a Ha. rewrite Hright, quotients_le by easy.
    apply Z.mul_le_mono_nonneg; [| |lia|exact H].
    + apply Zsum_nonneg. intros k Hk. apply Z.mul_nonneg_nonneg; [apply g_nonneg|]. apply Ha. lia.
    + rewrite <- Hextreme. apply Zsum_le. intros k Hk. rewrite Z.mul_comm.
      apply Z.mul_le_mono_nonneg_r; [apply g_nonneg|]. apply Ha. lia.
Qed.
