(** Finite sums of integers, binomial coefficients, and where these and the Stirling numbers vanish. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
Import ListNotations.

Local Open Scope Z_scope.

(** ** Sums *)

Lemma Zsum_none : forall first f, Zsum first 0 f = 0.
Proof. easy. Qed.

(** The first summand. *)
Lemma Zsum_first : forall first n f, Zsum first (S n) f = f first + Zsum (S first) n f.
Proof. easy. Qed.

Lemma Zsum_ext : forall n first f g,
  (forall i, (first <= i < first + n)%nat -> f i = g i) -> Zsum first n f = Zsum first n g.
Proof.
  induction n as [|n IH]; intros first f g H; [easy|].
  rewrite !Zsum_first. f_equal; [apply H; lia|]. apply IH. intros i Hi. apply H. lia.
Qed.

Lemma Zsum_split : forall n k first f, Zsum first (n + k) f = Zsum first n f + Zsum (first + n) k f.
Proof.
  induction n as [|n IH]; intros k first f.
  - rewrite Nat.add_0_r. easy.
  - cbn [Nat.add]. rewrite !Zsum_first, IH, <- plus_n_Sm. cbn [Nat.add]. ring.
Qed.

(** The last summand. *)
Lemma Zsum_last : forall first n f, Zsum first (S n) f = Zsum first n f + f (first + n)%nat.
Proof. intros first n f. rewrite <- Nat.add_1_r, Zsum_split, Zsum_first, Zsum_none. ring. Qed.

Lemma Zsum_shift : forall n k first f, Zsum (k + first) n f = Zsum first n (fun i => f (k + i)%nat).
Proof.
  induction n as [|n IH]; intros k first f; [easy|].
  rewrite !Zsum_first. f_equal. rewrite plus_n_Sm. apply IH.
Qed.

(** The first summand, and the others numbered from the same start. *)
Lemma Zsum_first_shift : forall first n f, Zsum first (S n) f = f first + Zsum first n (fun i => f (S i)).
Proof. intros first n f. rewrite Zsum_first. f_equal. apply (Zsum_shift n 1 first). Qed.

Lemma Zsum_add : forall n first f g, Zsum first n (fun i => f i + g i) = Zsum first n f + Zsum first n g.
Proof. induction n as [|n IH]; intros first f g; [easy|]. rewrite !Zsum_first, IH. ring. Qed.

Lemma Zsum_scale : forall n first c f, Zsum first n (fun i => c * f i) = c * Zsum first n f.
Proof.
  induction n as [|n IH]; intros first c f; [rewrite !Zsum_none; ring|]. rewrite !Zsum_first, IH. ring.
Qed.

Lemma Zsum_zero : forall n first f, (forall i, (first <= i < first + n)%nat -> f i = 0) -> Zsum first n f = 0.
Proof.
  induction n as [|n IH]; intros first f H; [easy|].
  rewrite Zsum_first, H by lia. apply IH. intros i Hi. apply H. lia.
Qed.

(** Summands that vanish from a place on may be left out. *)
Lemma Zsum_cut : forall n k first f,
  (n <= k)%nat -> (forall i, (first + n <= i < first + k)%nat -> f i = 0) -> Zsum first k f = Zsum first n f.
Proof.
  intros n k first f Hnk H. replace k with (n + (k - n))%nat by lia.
  rewrite Zsum_split, (Zsum_zero (k - n)); [ring|]. intros i Hi. apply H. lia.
Qed.

Lemma Zsum_exchange : forall n k first first' (f : nat -> nat -> Z),
  Zsum first n (fun i => Zsum first' k (f i)) = Zsum first' k (fun j => Zsum first n (fun i => f i j)).
Proof.
  induction n as [|n IH]; intros k first first' f.
  - symmetry. now apply Zsum_zero.
  - rewrite Zsum_first, IH, <- Zsum_add. now apply Zsum_ext.
Qed.

Lemma Zsum_le : forall n first f g,
  (forall i, (first <= i < first + n)%nat -> f i <= g i) -> Zsum first n f <= Zsum first n g.
Proof.
  induction n as [|n IH]; intros first f g H; [easy|].
  rewrite !Zsum_first. apply Z.add_le_mono; [apply H; lia|]. apply IH. intros i Hi. apply H. lia.
Qed.

(** In the other order. *)
Lemma Zsum_backwards : forall (f : nat -> Z) first n,
  Zsum (S first) n (fun k => f (S (first + n) - k)%nat) = Zsum 1 n f.
Proof.
  intros f first n. revert first. induction n as [|n IH]; intro first; [easy|].
  rewrite Zsum_first, Zsum_last, Z.add_comm. f_equal; [|f_equal; lia]. rewrite <- (IH (S first)).
  apply Zsum_ext. intros k _. f_equal. lia.
Qed.

Lemma Zsum_nonneg : forall n first f,
  (forall i, (first <= i < first + n)%nat -> 0 <= f i) -> 0 <= Zsum first n f.
Proof. intros n first f H. rewrite <- (Zsum_zero n first (fun _ => 0)) by easy. now apply Zsum_le. Qed.

(** ** Binomial coefficients *)

Lemma binomial_0_r : forall n, binomial n 0 = 1.
Proof. now intros [|n]. Qed.

Lemma binomial_S_S : forall n k, binomial (S n) (S k) = binomial n k + binomial n (S k).
Proof. easy. Qed.

Lemma binomial_above : forall n k, (n < k)%nat -> binomial n k = 0.
Proof.
  induction n as [|n IH]; intros [|k] H; try lia; [easy|]. rewrite binomial_S_S, !IH by lia. easy.
Qed.

Lemma binomial_diagonal : forall n, binomial n n = 1.
Proof.
  induction n as [|n IH]; [easy|]. rewrite binomial_S_S, IH, binomial_above by lia. easy.
Qed.

Lemma binomial_nonneg : forall n k, 0 <= binomial n k.
Proof.
  induction n as [|n IH]; intros [|k]; try easy. rewrite binomial_S_S. now apply Z.add_nonneg_nonneg.
Qed.

(** Pascal's rule in a sum. *)
Lemma pascal_sum : forall n h,
  Zsum 0 (S (S n)) (fun i => binomial (S n) i * h i) =
  Zsum 0 (S n) (fun i => binomial n i * h i) + Zsum 0 (S n) (fun i => binomial n i * h (S i)).
Proof.
  intros n h. rewrite (Zsum_first_shift 0 (S n)).
  rewrite (Zsum_ext (S n) 0 (fun i => binomial (S n) (S i) * _)
    (fun i => binomial n i * h (S i) + binomial n (S i) * h (S i))) by (intros i _; rewrite binomial_S_S; ring).
  rewrite Zsum_add, (Zsum_last 0 n (fun i => binomial n (S i) * _)), (binomial_above n (S (0 + n))) by lia.
  rewrite (Zsum_first_shift 0 n (fun i => binomial n i * h i)), !binomial_0_r. ring.
Qed.

(** (k + 1)·C(n, k + 1) = (n − k)·C(n, k) *)
Lemma binomial_next : forall n k, Z.of_nat (S k) * binomial n (S k) = (Z.of_nat n - Z.of_nat k) * binomial n k.
Proof.
  induction n as [|n IH]; intros k.
  - destruct k; cbn; ring.
  - destruct k as [|k].
    + specialize (IH 0%nat). rewrite binomial_S_S, !binomial_0_r in *. lia.
    + rewrite !binomial_S_S, Z.mul_add_distr_l, IH.
      replace (Z.of_nat (S n) - Z.of_nat (S k)) with (Z.of_nat n - Z.of_nat k) by lia.
      rewrite Z.mul_add_distr_l, <- (IH k), !Nat2Z.inj_succ. ring.
Qed.

(** (k + 1)·C(n + 1, k + 1) = (n + 1)·C(n, k) *)
Lemma binomial_absorb : forall n k, Z.of_nat (S k) * binomial (S n) (S k) = Z.of_nat (S n) * binomial n k.
Proof.
  intros n k. rewrite binomial_S_S, Z.mul_add_distr_l, binomial_next, !Nat2Z.inj_succ. ring.
Qed.

(** ** Signs, factorials, Stirling numbers *)

Lemma sign_S : forall n, sign (S n) = - sign n.
Proof. intro n. unfold sign. rewrite Nat2Z.inj_succ, Z.pow_succ_r by lia. ring. Qed.

Lemma factorial_S : forall n, factorial (S n) = Z.of_nat (S n) * factorial n.
Proof. intro n. unfold factorial. change (fact (S n)) with (S n * fact n)%nat. apply Nat2Z.inj_mul. Qed.

Lemma factorial_positive : forall n, 0 < factorial n.
Proof. intro n. unfold factorial. pose proof (lt_O_fact n). lia. Qed.

Lemma stirling2_S_S : forall m n, stirling2 (S m) (S n) = Z.of_nat (S n) * stirling2 m (S n) + stirling2 m n.
Proof. easy. Qed.

Lemma stirling2_above : forall m n, (m < n)%nat -> stirling2 m n = 0.
Proof.
  induction m as [|m IH]; intros [|n] H; try lia; [easy|]. rewrite stirling2_S_S, !IH by lia. ring.
Qed.

Lemma stirling2_diagonal : forall n, stirling2 n n = 1.
Proof. induction n as [|n IH]; [easy|]. rewrite stirling2_S_S, IH, stirling2_above by lia. ring. Qed.

Lemma stirling2_nonneg : forall m n, 0 <= stirling2 m n.
Proof.
  induction m as [|m IH]; intros [|n]; try easy.
  rewrite stirling2_S_S. apply Z.add_nonneg_nonneg; [apply Z.mul_nonneg_nonneg; [lia|]|]; apply IH.
Qed.
