(** The number of spheres: its recurrence, its closed form, and finite differences of the powers. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums Differences.
From Equiloss.Counting Require Import Counts.

Local Open Scope Z_scope.

Lemma sign_double : forall n, sign (n + n) = 1.
Proof. induction n as [|n IH]; [easy|]. rewrite <- plus_n_Sm. cbn [Nat.add]. rewrite !sign_S, IH. ring. Qed.

Lemma beta_one : forall m, beta 1 m = 0.
Proof. now intros [|m]. Qed.

Lemma beta_diagonal : forall r, beta (S (S r)) (S (S r)) = factorial (S (S r)) - 1.
Proof.
  intro r. cbn [beta]. replace (S (S r) <=? 1)%nat with false by easy.
  now rewrite Nat.ltb_irrefl, Nat.eqb_refl.
Qed.

Lemma beta_inside : forall r m, (2 <= r <= m)%nat ->
  beta r (S m) = Z.of_nat r * beta (r - 1) m + (Z.of_nat r - 1) * beta r m.
Proof.
  intros r m H. cbn [beta]. destruct (Nat.leb_spec r 1); [lia|]. destruct (Nat.ltb_spec (S m) r); [lia|].
  destruct (Nat.eqb_spec (S m) r); [lia|]. easy.
Qed.

(** Both sides have the same recurrence. *)
Lemma beta_difference : forall m r, (1 <= r <= m)%nat ->
  Nat.iter r difference (power m) (-1) = sign (r + m) + beta r m.
Proof.
  induction m as [|m IH]; intros r Hr; [lia|]. destruct r as [|[|r]]; [lia| |].
  - rewrite beta_one. cbn [Nat.add]. rewrite sign_S. change (0 ^ Z.of_nat (S m) - sign (S m) = - sign (S m) + 0).
    rewrite Z.pow_0_l by lia. ring.
  - destruct (Nat.eq_dec (S r) m) as [<-|Hne].
    + rewrite differences_power_diagonal, sign_double, beta_diagonal. ring.
    + rewrite differences_power_S, !IH, beta_inside, !Nat2Z.inj_succ by lia.
      rewrite <- plus_n_Sm. cbn [Nat.add Nat.sub]. rewrite !sign_S. ring.
Qed.

Theorem sphere_count : SphereCount.
Proof.
  intros r m Hr. split; [|split; [now apply beta_difference|apply g_difference]].
  enough (H : sign (r + m) + beta r m =
    sign (r + m) + Zsum 1 (r - 1) (fun i => sign (r - 1 - i) * binomial r (i + 1) * Z.of_nat i ^ Z.of_nat m)) by lia.
  (* The summand 0 is sign (r + m), the next one is 0. *)
  rewrite <- beta_difference, differences_sum, Zsum_first, binomial_0_r, Nat.sub_0_r by easy. f_equal.
  - unfold power. change (-1 + Z.of_nat 0) with (-1). fold (sign m).
    unfold sign. rewrite Nat2Z.inj_add, Z.pow_add_r by lia. ring.
  - destruct r as [|r]; [lia|]. rewrite Zsum_first. change (-1 + Z.of_nat 1) with 0. unfold power at 1.
    rewrite Z.pow_0_l, (Zsum_shift r 1 1) by lia. cbn [Nat.sub]. rewrite Nat.sub_0_r, Z.mul_0_r, Z.add_0_l.
    apply Zsum_ext. intros i _. rewrite Nat.add_1_r. cbn [Nat.add Nat.sub]. unfold power.
    replace (-1 + Z.of_nat (S i)) with (Z.of_nat i) by lia. ring.
Qed.
