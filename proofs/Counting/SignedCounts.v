(** Recurrences of the numbers of signed labelled partitions. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.

Local Open Scope Z_scope.

Lemma t_even_recurrence : forall r m,
  T_even r (S m) =
  (2 * Z.of_nat r + 1) * T_even r m + 2 * Z.of_nat r * T_even (r - 1) m + T_even (S r) m.
Proof.
  intros r m. unfold T_even.
  rewrite (Zsum_ext (S (S m)) 0 _ (fun n => stirling2 (S m) n * (binomial n r * 2 ^ Z.of_nat (S m + r - n))))
    by (intros n _; ring).
  rewrite stirling2_sum_S.
  rewrite (Zsum_ext (S m) 0 _ (fun n =>
    (2 * Z.of_nat r + 1) * (stirling2 m n * binomial n r * 2 ^ Z.of_nat (m + r - n)) +
    (Z.of_nat (S r) * (stirling2 m n * binomial n (S r) * 2 ^ Z.of_nat (m + S r - n)) +
     match r with O => 0 | S r' => 2 * (stirling2 m n * binomial n r' * 2 ^ Z.of_nat (m + r' - n)) end))).
  - rewrite !Zsum_add, !Zsum_scale, (factorial_S r). destruct r as [|r].
    + rewrite (Zsum_zero (S m) 0 (fun _ => 0)) by easy. ring.
    + rewrite Zsum_scale, (factorial_S r). cbn [Nat.sub]. rewrite Nat.sub_0_r. ring.
  - intros n Hn.
    replace (S m + r - n)%nat with (S (m + r - n)) by lia. replace (m + S r - n)%nat with (S (m + r - n)) by lia.
    replace (S m + r - S n)%nat with (m + r - n)%nat by lia. rewrite Nat2Z.inj_succ, Z.pow_succ_r by lia.
    assert (Hnext : Z.of_nat n * binomial n r = Z.of_nat r * binomial n r + Z.of_nat (S r) * binomial n (S r))
      by (rewrite binomial_next; ring).
    destruct r as [|r].
    + rewrite !binomial_0_r in *. rewrite <- (Z.mul_1_r (Z.of_nat n)) at 1.
      transitivity (stirling2 m n * (Z.of_nat n * 1 * 2 + 1) * 2 ^ Z.of_nat (m + 0 - n)); [ring|]. rewrite Hnext. ring.
    + rewrite binomial_S_S. replace (m + S r - n)%nat with (S (m + r - n)) by lia.
      rewrite (Nat2Z.inj_succ (m + r - n)), Z.pow_succ_r by lia.
      transitivity (stirling2 m n * (Z.of_nat n * binomial n (S r) * 2 + binomial n r + binomial n (S r)) *
        (2 * 2 ^ Z.of_nat (m + r - n))); [ring|]. rewrite Hnext. ring.
Qed.

Lemma t_odd_recurrence : forall r m,
  T_odd r (S m) =
  (2 * Z.of_nat r + 2) * T_odd r m + 2 * Z.of_nat r * T_odd (r - 1) m + T_odd (S r) m.
Proof.
  intros r m. unfold T_odd. rewrite (pascal_sum m (T_even r)).
  rewrite (Zsum_ext (S m) 0 (fun k => binomial m k * T_even r (S k))
    (fun k => (2 * Z.of_nat r + 1) * (binomial m k * T_even r k) +
      (2 * Z.of_nat r * (binomial m k * T_even (r - 1) k) + binomial m k * T_even (S r) k)))
    by (intros k _; rewrite t_even_recurrence; ring).
  rewrite !Zsum_add, !Zsum_scale. ring.
Qed.
