(** Rows of G and of T, by their recurrences: numbers that their definitions take too long to compute. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized.
Import ListNotations.

Local Open Scope Z_scope.

(** From G(n,m), G(n + 1,m), ... and the number before them, those for m + 1. *)
Fixpoint g_next (n before : Z) (row : list Z) : list Z :=
  match row with
  | x :: row' => n * (x + before) :: g_next (Z.succ n) x row'
  | [] => []
  end.

(** The same for T, without the last. *)
Fixpoint t_next (n before : Z) (row : list Z) : list Z :=
  match row with
  | x :: (y :: _) as row' => n * before + Z.succ n * x + y :: t_next (Z.succ n) x row'
  | _ => []
  end.

Definition is_row (f : nat -> Z) (n : nat) (row : list Z) : Prop :=
  forall i z, nth_error row i = Some z -> z = f (n + i)%nat.
Definition before (f : nat -> Z) (n : nat) : Z := match n with O => 0 | S n' => f n' end.

Lemma is_row_tail : forall f n x row, is_row f n (x :: row) -> x = f n /\ is_row f (S n) row.
Proof.
  intros f n x row H. split.
  - rewrite <- (Nat.add_0_r n). now apply H.
  - intros i z Hi. cbn [Nat.add]. rewrite plus_n_Sm. now apply H.
Qed.

Lemma g_next_row : forall m row n, is_row (fun r => G r m) n row ->
  is_row (fun r => G r (S m)) n (g_next (Z.of_nat n) (before (fun r => G r m) n) row).
Proof.
  intros m row. induction row as [|x row IH]; intros n H; [now intros [|i]|].
  apply is_row_tail in H as [-> H]. intros [|i] z Hz.
  - injection Hz as <-. rewrite Nat.add_0_r, g_S. destruct n as [|n]; [now rewrite !Z.mul_0_l|].
    cbn [before Nat.sub]. rewrite Nat.sub_0_r. ring.
  - cbn [g_next nth_error] in Hz. rewrite <- Nat2Z.inj_succ in Hz. rewrite <- plus_n_Sm. exact (IH (S n) H i z Hz).
Qed.

Lemma t_next_row : forall m row n, is_row (fun r => T r m) n row ->
  is_row (fun r => T r (S m)) n (t_next (Z.of_nat n) (before (fun r => T r m) n) row).
Proof.
  intros m row. induction row as [|x row IH]; intros n H; [now intros [|i]|].
  destruct row as [|y row]; [now intros [|i]|].
  apply is_row_tail in H as [-> H]. pose proof H as Hy. apply is_row_tail in Hy as [-> _]. intros [|i] z Hz.
  - injection Hz as <-. rewrite Nat.add_0_r. destruct n as [|n].
    + rewrite t_recurrence_0. cbn [before]. change (Z.of_nat 0) with 0. lia.
    + rewrite t_recurrence. cbn [before]. now rewrite <- Nat2Z.inj_succ.
  - change (nth_error (t_next (Z.succ (Z.of_nat n)) (T n m) (T (S n) m :: row)) i = Some z) in Hz.
    rewrite <- Nat2Z.inj_succ in Hz. rewrite <- plus_n_Sm. exact (IH (S n) H i z Hz).
Qed.

(** G(0,m), ..., G(30,m), and T(0,m), T(1,m), ... up to T(30,42) at m = 42. *)
Definition g_row (m : nat) : list Z := Nat.iter m (g_next 0 0) (1 :: repeat 0 30).
Definition t_row (m : nat) : list Z := Nat.iter m (t_next 0 0) (1 :: repeat 0 72).

Lemma first_is_row : forall (f : nat -> Z) n, f 0%nat = 1 -> (forall i, f (S i) = 0) -> is_row f 0 (1 :: repeat 0 n).
Proof.
  intros f n H0 HS [|i] z Hz; [now injection Hz as <-|]. cbn [nth_error] in Hz. apply nth_error_In, repeat_spec in Hz.
  rewrite Hz. symmetry. apply HS.
Qed.

Lemma g_row_right : forall m, is_row (fun r => G r m) 0 (g_row m).
Proof.
  induction m as [|m IH]; [|exact (g_next_row m _ 0 IH)]. apply first_is_row; [easy|]. intro i. unfold G. cbn. ring.
Qed.

Lemma t_first_row : forall n, is_row (fun r => T r 0) 0 (1 :: repeat 0 n).
Proof. intro n. apply first_is_row; [easy|]. intro i. rewrite t_stirling. unfold Zsum. cbn. ring. Qed.

Lemma t_row_right : forall m, is_row (fun r => T r m) 0 (t_row m).
Proof. induction m as [|m IH]; [apply t_first_row|exact (t_next_row m _ 0 IH)]. Qed.

Lemma g_row_length : forall m, length (g_row m) = 31%nat.
Proof.
  assert (H : forall row n b, length (g_next n b row) = length row).
  { induction row as [|x row IH]; intros n b; [easy|]. cbn [g_next length]. now rewrite IH. }
  induction m as [|m IH]; [easy|]. cbn [g_row Nat.iter nat_rect]. now rewrite H.
Qed.

(** A check of the rows of each m ≤ n, which are computed once each. *)
Fixpoint all_along (check : nat -> list Z -> list Z -> bool) (n m : nat) (gs ts : list Z) : bool :=
  check m gs ts && match n with O => true | S n' => all_along check n' (S m) (g_next 0 0 gs) (t_next 0 0 ts) end.

Lemma all_along_from : forall check n m, all_along check n m (g_row m) (t_row m) = true ->
  forall k, (m <= k <= m + n)%nat -> check k (g_row k) (t_row k) = true.
Proof.
  intros check n. induction n as [|n IH]; intros m H k Hk; apply andb_prop in H as [H Hlater].
  - now replace k with m by lia.
  - destruct (Nat.eq_dec k m) as [->|Hne]; [exact H|]. apply (IH (S m)); [exact Hlater|lia].
Qed.

(** G(s,m) and G(1,m) + ... + G(n,m) of a row. *)
Definition g_of (s : nat) (gs : list Z) : Z := nth s gs 0.
Definition sum_of (n : nat) (gs : list Z) : Z := Zsum 1 n (fun s => g_of s gs).

Lemma g_of_right : forall s m, (s <= 30)%nat -> g_of s (g_row m) = G s m.
Proof.
  intros s m H. apply (g_row_right m s). apply nth_error_nth'. rewrite g_row_length. lia.
Qed.

Lemma sum_of_right : forall n m, (n <= 30)%nat -> sum_of n (g_row m) = Zsum 1 n (fun s => G s m).
Proof. intros n m H. apply Zsum_ext. intros s Hs. apply g_of_right. lia. Qed.

(** Whether z < T(30,m) is b, by the row of T. *)
Definition below_t (z : Z) (ts : list Z) (b : bool) : bool :=
  match nth_error ts 30 with Some t => Bool.eqb (z <? t) b | None => false end.

Lemma below_t_right : forall z m b, below_t z (t_row m) b = true -> (z <? T 30 m) = b.
Proof.
  intros z m b. unfold below_t. destruct (nth_error (t_row m) 30) as [t|] eqn:E; [|easy]. intro H.
  apply Bool.eqb_prop in H. rewrite <- H. f_equal. symmetry. exact (t_row_right m 30%nat t E).
Qed.
