(** Where inequality (6) fails for the last time, for r = 2, ..., 60, by computation of T(r,m) for m = 0, ..., 146. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements Sums Counts VastlyOverparameterized.
Import ListNotations.

Local Open Scope Z_scope.

(** T(r,m) / r! *)
Definition quotient (r m : nat) : Z := Zsum 0 (S m) (fun n => stirling2 m n * binomial n r).

Lemma t_quotient : forall r m, T r m = factorial r * quotient r m.
Proof. exact t_stirling. Qed.

Lemma quotient_recurrence : forall r m,
  quotient r (S m) =
  match r with O => 0 | S r' => quotient r' m end + Z.of_nat (S r) * (quotient r m + quotient (S r) m).
Proof.
  intros r m. apply Z.mul_reg_l with (factorial r); [pose proof (factorial_positive r); lia|].
  rewrite <- t_quotient. destruct r as [|r].
  - rewrite t_recurrence_0, !t_quotient. change (factorial 1) with (factorial 0). ring.
  - rewrite t_recurrence, !t_quotient, !factorial_S. ring.
Qed.

(** From quotient(r, m), quotient(r + 1, m), ... and the quotient before them, those for m + 1, but for the last one;
    [next] is r + 1. *)
Fixpoint next_row (before next : Z) (row : list Z) : list Z :=
  match row with
  | x :: (y :: _) as row' => before + next * (x + y) :: next_row x (Z.succ next) row'
  | _ => []
  end.

(** The rows for [count] numbers from m on, by the row for m. *)
Fixpoint table (count : nat) (row : list Z) : list (list Z) :=
  match count with O => [] | S count' => row :: table count' (next_row 0 1 row) end.

Definition row_of (r m : nat) (row : list Z) : Prop :=
  forall i x, nth_error row i = Some x -> x = quotient (r + i) m.

Lemma next_row_of : forall m row r before,
  row_of r m row -> before = match r with O => 0 | S r' => quotient r' m end ->
  row_of r (S m) (next_row before (Z.of_nat (S r)) row).
Proof.
  induction row as [|x row IH]; intros r before Hrow Hbefore i z Hz; [now destruct i|].
  destruct row as [|y row]; [now destruct i|].
  assert (Hx : x = quotient r m) by (rewrite <- (Nat.add_0_r r); now apply Hrow).
  assert (Hy : y = quotient (S r) m) by (rewrite <- Nat.add_1_r; now apply Hrow).
  destruct i as [|i].
  - injection Hz as <-. now rewrite Nat.add_0_r, quotient_recurrence, Hbefore, Hx, Hy.
  - rewrite <- plus_n_Sm. apply (IH (S r) x).
    + intros k w Hw. cbn [Nat.add]. rewrite plus_n_Sm. now apply Hrow.
    + exact Hx.
    + now rewrite Nat2Z.inj_succ.
Qed.

Lemma table_rows : forall count m row k row',
  row_of 0 m row -> nth_error (table count row) k = Some row' -> row_of 0 (m + k) row'.
Proof.
  induction count as [|count IH]; intros m row k row' Hrow Hk; [now destruct k|].
  destruct k as [|k].
  - injection Hk as <-. now rewrite Nat.add_0_r.
  - rewrite <- plus_n_Sm. apply (IH (S m) (next_row 0 1 row)); [|exact Hk]. now apply (next_row_of m row 0 0).
Qed.

(** The row for m = 0; each further row is shorter by one. *)
Definition first_row : list Z := 1 :: repeat 0 207.

Lemma first_row_of : row_of 0 0 first_row.
Proof.
  intros [|i] x Hx; [now injection Hx as <-|].
  change (nth_error (repeat 0 207) i = Some x) in Hx. apply nth_error_In, repeat_spec in Hx. now rewrite Hx.
Qed.

Definition rows : list (list Z) := table 147 first_row.

Definition entry (r m : nat) : option Z := match nth_error rows m with Some row => nth_error row r | None => None end.

Lemma entry_quotient : forall r m x, entry r m = Some x -> factorial r * x = T r m.
Proof.
  intros r m x Hx. rewrite t_quotient. f_equal. unfold entry in Hx.
  destruct (nth_error rows m) as [row|] eqn:Hrow; [|easy].
  exact (table_rows 147 0 first_row m row first_row_of Hrow r x Hx).
Qed.

(** The inequalities around each number of a list, which belong to r, r + 1, ...; [f] is r!. *)
Fixpoint confirmed (r : nat) (f : Z) (lasts : list nat) : bool :=
  match lasts with
  | [] => true
  | last :: lasts' =>
      match entry r last, entry r (S last) with
      | Some x, Some y =>
          let p := Z.of_nat r ^ Z.of_nat last in
          (f * x <? p) && (Z.of_nat r * p <=? f * y)
      | _, _ => false
      end && confirmed (S r) (Z.of_nat (S r) * f) lasts'
  end.

Lemma confirmed_sound : forall lasts r i last,
  confirmed r (factorial r) lasts = true -> nth_error lasts i = Some last ->
  T (r + i) last < Z.of_nat (r + i) ^ Z.of_nat last /\
  Z.of_nat (r + i) ^ Z.of_nat (S last) <= T (r + i) (S last).
Proof.
  induction lasts as [|l lasts IH]; intros r i last H Hi; [now destruct i|].
  cbn [confirmed] in H. apply andb_prop in H. destruct H as [Hl H]. destruct i as [|i].
  - injection Hi as <-. rewrite Nat.add_0_r.
    destruct (entry r l) as [x|] eqn:Hx; [|easy]. destruct (entry r (S l)) as [y|] eqn:Hy; [|easy].
    apply andb_prop in Hl. destruct Hl as [Hless Hleast]. apply Z.ltb_lt in Hless. apply Z.leb_le in Hleast.
    rewrite (entry_quotient r l x Hx) in Hless. rewrite (entry_quotient r (S l) y Hy) in Hleast.
    split; [exact Hless|]. rewrite Nat2Z.inj_succ, Z.pow_succ_r by lia. exact Hleast.
  - rewrite <- plus_n_Sm. apply (IH (S r)); [|exact Hi]. now rewrite factorial_S.
Qed.

(** The computation, of some 9000 numbers with up to 600 binary digits. *)
Lemma last_failing_confirmed : confirmed 2 (factorial 2) last_failing = true.
Proof. vm_cast_no_check (eq_refl true). Qed.

Theorem thresholds : Thresholds.
Proof.
  split; [reflexivity|]. intros r last Hlast Hr.
  destruct (confirmed_sound last_failing 2 (r - 2) last last_failing_confirmed Hlast) as [Hfails Hholds].
  replace (2 + (r - 2))%nat with r in * by lia. split; [exact Hfails|].
  intros m Hm. now apply (once_true_always_true r (S last)).
Qed.
