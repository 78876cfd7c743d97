(** Iterated forward differences: as alternating sums, and their recurrence on the powers. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.

Local Open Scope Z_scope.

Lemma differences_S : forall r f x,
  Nat.iter (S r) difference f x = Nat.iter r difference f (x + 1) - Nat.iter r difference f x.
Proof. easy. Qed.

(** Δ^r f(x) = Σ_i (−1)^{r−i}·C(r,i)·f(x + i) *)
Lemma differences_sum : forall r f x,
  Nat.iter r difference f x = Zsum 0 (S r) (fun i => binomial r i * sign (r - i) * f (x + Z.of_nat i)).
Proof.
  induction r as [|r IH]; intros f x.
  - change (f x = 1 * 1 * f (x + 0) + 0). rewrite !Z.add_0_r. ring.
  - rewrite differences_S, !IH.
    rewrite (Zsum_ext (S (S r)) 0 _ (fun i => binomial (S r) i * (sign (S r - i) * f (x + Z.of_nat i))))
      by (intros i _; ring).
    rewrite (pascal_sum r (fun i => sign (S r - i) * f (x + Z.of_nat i))).
    rewrite (Zsum_ext (S r) 0 (fun i => binomial r i * (sign (S r - i) * _))
      (fun i => -1 * (binomial r i * sign (r - i) * f (x + Z.of_nat i)))).
    2:{ intros i Hi. replace (S r - i)%nat with (S (r - i)) by lia. rewrite sign_S. ring. }
    rewrite Zsum_scale, (Zsum_ext (S r) 0 (fun i => binomial r i * (sign (S r - S i) * _))
      (fun i => binomial r i * sign (r - i) * f (x + 1 + Z.of_nat i))); [ring|].
    intros i _. cbn [Nat.sub]. replace (x + Z.of_nat (S i)) with (x + 1 + Z.of_nat i) by lia. ring.
Qed.

Definition power (m : nat) (x : Z) : Z := x ^ Z.of_nat m.

(** Δ^{r+1} x^{m+1} = (x + r + 1)·Δ^{r+1} x^m + (r + 1)·Δ^r x^m *)
Lemma differences_power_S : forall r m x,
  Nat.iter (S r) difference (power (S m)) x =
  (x + Z.of_nat (S r)) * Nat.iter (S r) difference (power m) x + Z.of_nat (S r) * Nat.iter r difference (power m) x.
Proof.
  assert (Hpower : forall m x, power (S m) x = x * power m x).
  { intros m x. unfold power. rewrite Nat2Z.inj_succ. apply Z.pow_succ_r. lia. }
  induction r as [|r IH]; intros m x.
  - cbn -[Z.mul Z.of_nat power]. unfold difference. rewrite !Hpower. ring.
  - rewrite differences_S, !IH, (differences_S (S r)), (differences_S r (power m) x), !Nat2Z.inj_succ. ring.
Qed.

Lemma differences_power_above : forall m r x, (m < r)%nat -> Nat.iter r difference (power m) x = 0.
Proof.
  induction m as [|m IH]; intros [|r] x H; try lia.
  - clear H. revert x. induction r as [|r IHr]; intro x; [easy|]. now rewrite differences_S, !IHr.
  - rewrite differences_power_S, !IH by lia. ring.
Qed.

Lemma differences_power_diagonal : forall r x, Nat.iter r difference (power r) x = factorial r.
Proof.
  induction r as [|r IH]; intro x; [easy|].
  rewrite differences_power_S, differences_power_above, IH, factorial_S by lia. ring.
Qed.
