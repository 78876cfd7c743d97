(** Proposition 4.5: the closed forms of T, g as a Bell number, and the recurrences. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums Differences.

Local Open Scope Z_scope.

Lemma g_recurrence : forall r m, G (S r) (S m) = Z.of_nat (S r) * (G (S r) m + G r m).
Proof. intros r m. unfold G. rewrite stirling2_S_S, !factorial_S. ring. Qed.

(** G(r,m) = Δ^r x^m at 0 *)
Lemma g_difference : forall m r, Nat.iter r difference (power m) 0 = G r m.
Proof.
  induction m as [|m IH]; intros r.
  - destruct r as [|r]; [easy|]. rewrite differences_power_above by lia. unfold G. cbn [stirling2]. ring.
  - destruct r as [|r]; [change (0 ^ Z.of_nat (S m) = 0); now rewrite Z.pow_0_l by lia|].
    rewrite differences_power_S, !IH, g_recurrence. ring.
Qed.

Lemma g_closed_form : forall r m,
  G r m = Zsum 0 (S r) (fun i => binomial r i * sign (r - i) * Z.of_nat i ^ Z.of_nat m).
Proof. intros r m. rewrite <- g_difference, differences_sum. apply Zsum_ext. reflexivity. Qed.

(** Σ_u C(m + 1, u)·f(m + 1 − u)·g(u), as the product rule has it. *)
Lemma convolution_S : forall m (f g : nat -> Z),
  Zsum 0 (S (S m)) (fun u => binomial (S m) u * f (S m - u)%nat * g u) =
  Zsum 0 (S m) (fun u => binomial m u * f (S (m - u)) * g u) +
  Zsum 0 (S m) (fun u => binomial m u * f (m - u)%nat * g (S u)).
Proof.
  intros m f g.
  rewrite (Zsum_ext (S (S m)) 0 _ (fun u => binomial (S m) u * (f (S m - u)%nat * g u))) by (intros u _; ring).
  rewrite (pascal_sum m (fun u => f (S m - u)%nat * g u)). f_equal; apply Zsum_ext; intros u Hu.
  - replace (S m - u)%nat with (S (m - u)) by lia. ring.
  - cbn [Nat.sub]. ring.
Qed.

(** Partitions of [m] into r + j blocks of which r are marked. *)
Lemma stirling2_convolution : forall m r j,
  Zsum 0 (S m) (fun u => binomial m u * stirling2 (m - u) r * stirling2 u j) =
  binomial (r + j) r * stirling2 m (r + j).
Proof.
  induction m as [|m IH]; intros r j.
  - change (1 * stirling2 0 r * stirling2 0 j + 0 = binomial (r + j) r * stirling2 0 (r + j)).
    destruct r as [|r], j as [|j]; cbn [stirling2 Nat.add binomial]; ring.
  - rewrite (convolution_S m (fun k => stirling2 k r) (fun k => stirling2 k j)).
    (* Each of the two sums, by the recurrence of S2. *)
    assert (Hleft : Zsum 0 (S m) (fun u => binomial m u * stirling2 (S (m - u)) r * stirling2 u j) =
      Z.of_nat r * (binomial (r + j) r * stirling2 m (r + j)) +
      match r with O => 0 | S r' => binomial (r' + j) r' * stirling2 m (r' + j) end).
    { destruct r as [|r]; [rewrite Z.mul_0_l; apply Zsum_zero; intros; cbn [stirling2]; ring|].
      rewrite <- !IH, <- Zsum_scale, <- Zsum_add. apply Zsum_ext. intros u _. rewrite stirling2_S_S. ring. }
    assert (Hright : Zsum 0 (S m) (fun u => binomial m u * stirling2 (m - u) r * stirling2 (S u) j) =
      Z.of_nat j * (binomial (r + j) r * stirling2 m (r + j)) +
      match j with O => 0 | S j' => binomial (r + j') r * stirling2 m (r + j') end).
    { destruct j as [|j]; [rewrite Z.mul_0_l; apply Zsum_zero; intros; cbn [stirling2]; ring|].
      rewrite <- !IH, <- Zsum_scale, <- Zsum_add. apply Zsum_ext. intros u _. rewrite stirling2_S_S. ring. }
    rewrite Hleft, Hright. destruct r as [|r], j as [|j].
    + cbn [Nat.add stirling2]. ring.
    + rewrite !binomial_0_r. cbn [Nat.add]. rewrite stirling2_S_S. ring.
    + rewrite !Nat.add_0_r, !binomial_diagonal, stirling2_S_S. ring.
    + replace (S r + S j)%nat with (S (S r + j)) by lia. replace (r + S j)%nat with (S r + j)%nat by lia.
      rewrite stirling2_S_S, binomial_S_S, !Nat2Z.inj_succ, Nat2Z.inj_add, Nat2Z.inj_succ. ring.
Qed.

(** T(r,m) = r!·Σ_n S2(m,n)·C(n,r), the second closed form. *)
Lemma t_stirling : forall r m, T r m = factorial r * Zsum 0 (S m) (fun n => stirling2 m n * binomial n r).
Proof.
  intros r m. unfold T, bell, G.
  rewrite (Zsum_ext (S m) 0 _ (fun u => factorial r *
    Zsum 0 (S m) (fun j => binomial m u * stirling2 (m - u) r * stirling2 u j))).
  2:{ intros u Hu. rewrite Zsum_scale, (Zsum_cut (S u) (S m)); [ring|lia|]. intros j Hj. apply stirling2_above. lia. }
  rewrite Zsum_scale, Zsum_exchange. f_equal.
  rewrite (Zsum_ext (S m) 0 _ (fun j => stirling2 m (r + j) * binomial (r + j) r))
    by (intros j _; rewrite stirling2_convolution; ring).
  rewrite <- (Zsum_shift (S m) r 0 (fun n => stirling2 m n * binomial n r)), Nat.add_0_r.
  (* Both are the sum from 0 to r + m. *)
  transitivity (Zsum 0 (r + S m) (fun n => stirling2 m n * binomial n r)).
  - rewrite Zsum_split, (Zsum_zero r); [easy|]. intros n Hn. rewrite binomial_above by lia. ring.
  - apply Zsum_cut; [lia|]. intros n Hn. rewrite stirling2_above by lia. ring.
Qed.

Theorem t_closed_forms : TClosedForms.
Proof.
  intros r m Hr. split; [|apply t_stirling].
  unfold T. rewrite (Zsum_cut (S (m - r)) (S m)); [|lia|].
  - rewrite Zsum_first, binomial_0_r, Nat.sub_0_r. change (bell 0) with 1. ring.
  - intros u Hu. unfold G. rewrite stirling2_above by lia. ring.
Qed.

Theorem bell_as_printed : BellAsPrinted.
Proof.
  intros [|u] Hu; [lia|]. assert (Hfactorial : forall j, factorial j <> 0).
  { intro j. pose proof (factorial_positive j). lia. }
  split.
  - unfold bell. rewrite (Zsum_first 0 (S u)). change (stirling2 (S u) 0) with 0.
    apply Zsum_ext. intros j _. unfold G. rewrite Z.mul_comm. now apply Z.div_mul.
  - intro j. unfold G. rewrite Z.mul_comm. now apply Z.mod_mul.
Qed.

(** The recurrence of S2 in a sum. *)
Lemma stirling2_sum_S : forall m h,
  Zsum 0 (S (S m)) (fun n => stirling2 (S m) n * h n) =
  Zsum 0 (S m) (fun n => stirling2 m n * (Z.of_nat n * h n + h (S n))).
Proof.
  intros m h. rewrite (Zsum_first_shift 0 (S m) (fun n => stirling2 (S m) n * h n)).
  transitivity (Zsum 0 (S m) (fun n => stirling2 m (S n) * (Z.of_nat (S n) * h (S n))) +
    Zsum 0 (S m) (fun n => stirling2 m n * h (S n))).
  - rewrite <- Zsum_add. change (stirling2 (S m) 0) with 0. rewrite Z.mul_0_l. apply Zsum_ext.
    intros n _. rewrite stirling2_S_S. ring.
  - rewrite Zsum_last, (stirling2_above m (S (0 + m))) by lia.
    rewrite (Zsum_ext (S m) 0 (fun n => stirling2 m n * (_ + _))
      (fun n => stirling2 m n * (Z.of_nat n * h n) + stirling2 m n * h (S n))) by (intros n _; ring).
    rewrite Zsum_add, (Zsum_first_shift 0 m (fun n => stirling2 m n * (Z.of_nat n * h n))). ring.
Qed.

Lemma t_recurrence : forall r m,
  T (S r) (S m) = Z.of_nat (S r) * T r m + Z.of_nat (S (S r)) * T (S r) m + T (S (S r)) m.
Proof.
  intros r m. rewrite !t_stirling, stirling2_sum_S, !factorial_S.
  rewrite (Zsum_ext (S m) 0 _ (fun n => stirling2 m n * binomial n r +
    Z.of_nat (S (S r)) * (stirling2 m n * binomial n (S r) + stirling2 m n * binomial n (S (S r))))).
  - rewrite Zsum_add, Zsum_scale, Zsum_add. ring.
  - intros n _. rewrite (Z.mul_add_distr_l (Z.of_nat (S (S r)))).
    replace (Z.of_nat (S (S r)) * (stirling2 m n * binomial n (S (S r))))
      with (stirling2 m n * (Z.of_nat (S (S r)) * binomial n (S (S r)))) by ring.
    rewrite binomial_next, binomial_S_S, !Nat2Z.inj_succ. ring.
Qed.

Lemma t_recurrence_0 : forall m, T 0 (S m) = T 0 m + T 1 m.
Proof.
  intro m. rewrite !t_stirling, stirling2_sum_S, <- Z.mul_add_distr_l, <- Zsum_add. f_equal.
  apply Zsum_ext. intros n _. rewrite !binomial_0_r.
  replace (binomial n 1) with (Z.of_nat n); [ring|].
  pose proof (binomial_next n 0) as H. rewrite binomial_0_r in H. lia.
Qed.

Theorem recurrences : Recurrences.
Proof. intros r m. split; [apply g_recurrence|]. split; [apply t_recurrence_0|apply t_recurrence]. Qed.
