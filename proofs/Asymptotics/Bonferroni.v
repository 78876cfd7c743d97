(** Bonferroni's second inequality: at most how many maps are onto. *)

From Coq Require Import Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Asymptotics Require Import VastlyOverparameterized CountLimits.

Local Open Scope Z_scope.

(** Σ_k k·C(r,k)·f(r − k) = r·Σ_k C(r − 1, k)·f(r − 1 − k) *)
Lemma first_moment : forall n (f : nat -> Z),
  Zsum 0 (S (S n)) (fun k => Z.of_nat k * (binomial (S n) k * f (S n - k)%nat)) =
  Z.of_nat (S n) * Zsum 0 (S n) (fun k => binomial n k * f (n - k)%nat).
Proof.
  intros n f. rewrite Zsum_first_shift, <- Zsum_scale. change (Z.of_nat 0) with 0. rewrite Z.mul_0_l, Z.add_0_l.
  apply Zsum_ext. intros k Hk. rewrite Z.mul_assoc, binomial_absorb. cbn [Nat.sub]. ring.
Qed.

(** The same for k(k − 1). *)
Lemma second_moment : forall n (f : nat -> Z),
  Zsum 0 (S (S (S n))) (fun k => Z.of_nat k * (Z.of_nat k - 1) * (binomial (S (S n)) k * f (S (S n) - k)%nat)) =
  Z.of_nat (S (S n)) * (Z.of_nat (S n) * Zsum 0 (S n) (fun k => binomial n k * f (n - k)%nat)).
Proof.
  intros n f. rewrite <- first_moment, Zsum_first_shift, <- Zsum_scale. change (Z.of_nat 0) with 0.
  rewrite !Z.mul_0_l, Z.add_0_l. apply Zsum_ext. intros k Hk.
  change (S (S n) - S k)%nat with (S n - k)%nat. replace (Z.of_nat (S k) - 1) with (Z.of_nat k) by lia.
  replace (Z.of_nat (S k) * Z.of_nat k * (binomial (S (S n)) (S k) * f (S n - k)%nat)) with
    (Z.of_nat (S k) * binomial (S (S n)) (S k) * (Z.of_nat k * f (S n - k)%nat)) by ring.
  rewrite (binomial_absorb (S n)). ring.
Qed.

(** A map that misses k values is counted 2 − 2k + k(k − 1) = (k − 1)(k − 2) times. *)
Theorem fixed_width_upper : FixedWidthUpper.
Proof.
  intros r m R. unfold R. destruct r as [|[|n]].
  - pose proof (proj2 (proj1 (fixed_width_limit 0%nat m))) as H. cbv zeta in H. change (Z.of_nat 0) with 0 in *. lia.
  - pose proof (functions_counted m 1%nat) as H1. pose proof (functions_counted m 0%nat) as H0.
    rewrite !Zsum_first, Zsum_none, binomial_0_r, binomial_diagonal, Nat.sub_diag, Nat.sub_0_r in H1.
    rewrite Zsum_first, Zsum_none, binomial_0_r, Nat.sub_0_r in H0.
    change (Z.of_nat 1 - 1) with (Z.of_nat 0). change (Z.of_nat 1) with 1 in *. change (Z.of_nat 0) with 0 in *. lia.
  - pose proof (second_moment n (fun i => G i m)) as H2. cbv beta in H2. rewrite functions_counted in H2.
    pose proof (first_moment (S n) (fun i => G i m)) as H1. cbv beta in H1. rewrite functions_counted in H1.
    pose proof (functions_counted m (S (S n))) as H0.
    replace (Z.of_nat (S (S n)) - 1) with (Z.of_nat (S n)) by lia.
    replace (Z.of_nat (S (S n)) - 2) with (Z.of_nat n) by lia.
    assert (Hrest : 0 <= Zsum 1 (S (S n)) (fun k => (Z.of_nat k - 1) * (Z.of_nat k - 2) *
      (binomial (S (S n)) k * G (S (S n) - k) m))).
    { apply Zsum_nonneg. intros k Hk. apply Z.mul_nonneg_nonneg; [|apply Z.mul_nonneg_nonneg;
        [apply binomial_nonneg|apply g_nonneg]].
      destruct (Nat.eq_dec k 1) as [->|]; [easy|apply Z.mul_nonneg_nonneg; lia]. }
    rewrite (Zsum_ext _ _ _ (fun k => 2 * (binomial (S (S n)) k * G (S (S n) - k) m) +
      (-2 * (Z.of_nat k * (binomial (S (S n)) k * G (S (S n) - k) m)) +
       Z.of_nat k * (Z.of_nat k - 1) * (binomial (S (S n)) k * G (S (S n) - k) m)))) in Hrest by (intros; ring).
    rewrite !Zsum_add, !Zsum_scale in Hrest. rewrite Zsum_first in H0, H1, H2.
    rewrite binomial_0_r, Nat.sub_0_r in H0. change (Z.of_nat 0) with 0 in H1, H2. rewrite !Z.mul_0_l in H1, H2.
    clear - Hrest H0 H1 H2. lia.
Qed.
