(** Where inequality (6) fails for the last time, for r = 2, ..., 60: by computation of T(r,m) for m = 0, ..., 146.
    Bounds with 26 binary digits tell T(r,m) from r^m, and take much less work than the numbers. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized Rounding.
Import ListNotations.

Local Open Scope Z_scope.

(** ** Rows of bounds *)

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

(** What the rows bound: with these weights the numbers that matter, where T(r,m) is about r^m, are among the largest
    of their row, so that one unit will do for all. *)
Definition weight (r : nat) : Z := 2 ^ 26 * 16 ^ Z.of_nat r.
Definition weighted (r m : nat) : Z := weight r * quotient r m.

Lemma weight_S : forall r, weight (S r) = 16 * weight r.
Proof. intro r. unfold weight. rewrite Nat2Z.inj_succ, Z.pow_succ_r by lia. ring. Qed.

Lemma weight_positive : forall r, 0 < weight r.
Proof. intro r. apply Z.mul_pos_pos; [easy|]. apply Z.pow_pos_nonneg; lia. Qed.

Definition row_bounded (unit : Z) (r m : nat) (row : list (Z * Z)) : Prop :=
  forall i b, nth_error row i = Some b -> bounded unit (weighted (r + i) m) b.

(** The bounds that the recurrence gives, sixteenfold; [next] is r + 1. *)
Definition combined (next : Z) (before x y : Z * Z) : Z * Z :=
  let combine := fun part => 256 * part before + next * (16 * part x + part y) in (combine fst, combine snd).

Lemma combined_bounded : forall unit r m before x y,
  bounded unit (match r with O => 0 | S r' => weighted r' m end) before ->
  bounded unit (weighted r m) x -> bounded unit (weighted (S r) m) y ->
  bounded unit (16 * weighted r (S m)) (combined (Z.of_nat (S r)) before x y).
Proof.
  intros unit r m before x y [Hb Hb'] [Hx Hx'] [Hy Hy'].
  replace (16 * weighted r (S m)) with (256 * match r with O => 0 | S r' => weighted r' m end +
    Z.of_nat (S r) * (16 * weighted r m + weighted (S r) m)).
  2:{ unfold weighted. rewrite quotient_recurrence, weight_S. destruct r as [|r]; [|rewrite weight_S]; ring. }
  assert (Hunit : forall n p q s,
    (256 * p + n * (16 * q + s)) * unit = 256 * (p * unit) + n * (16 * (q * unit) + s * unit)) by (intros; ring).
  unfold combined. split; cbn [fst snd]; rewrite Hunit;
    (apply Z.add_le_mono; [lia|]; apply Z.mul_le_mono_nonneg_l; lia).
Qed.

(** From the bounds for r, r + 1, ... and the bounds before them, those for m + 1, sixteenfold and without the last;
    [next] is r + 1. *)
Fixpoint next_row (before : Z * Z) (next : Z) (row : list (Z * Z)) : list (Z * Z) :=
  match row with
  | x :: (y :: _) as row' => combined next before x y :: next_row x (Z.succ next) row'
  | _ => []
  end.

Lemma next_row_bounded : forall m unit row r before,
  row_bounded unit r m row -> bounded unit (match r with O => 0 | S r' => weighted r' m end) before ->
  forall i b, nth_error (next_row before (Z.of_nat (S r)) row) i = Some b ->
  bounded unit (16 * weighted (r + i) (S m)) b.
Proof.
  intros m unit. induction row as [|x row IH]; intros r before Hrow Hbefore i b Hb; [now destruct i|].
  destruct row as [|y row]; [now destruct i|].
  assert (Hx : bounded unit (weighted r m) x) by (rewrite <- (Nat.add_0_r r); now apply Hrow).
  assert (Hy : bounded unit (weighted (S r) m) y) by (rewrite <- Nat.add_1_r; now apply Hrow).
  destruct i as [|i].
  - injection Hb as <-. rewrite Nat.add_0_r. now apply combined_bounded.
  - rewrite <- plus_n_Sm. apply (IH (S r) x); [|exact Hx|now rewrite Nat2Z.inj_succ].
    intros k w Hw. cbn [Nat.add]. rewrite plus_n_Sm. now apply Hrow.
Qed.

(** The rows for [count] numbers from m on with their units, by the row for m; k keeps the largest bound short. *)
Fixpoint table (count : nat) (unit : Z) (row : list (Z * Z)) : list (Z * list (Z * Z)) :=
  match count with
  | O => []
  | S count' =>
      let row' := next_row (0, 0) 1 row in
      let k := excess (Z.shiftr (fold_left (fun n b => Z.lor n (snd b)) row' 0) 4) in
      (unit, row) :: table count' (2 ^ k * unit) (map (round (4 + k)) row')
  end.

Lemma table_bounded : forall count unit m row i unit' row',
  0 <= unit -> row_bounded unit 0 m row -> nth_error (table count unit row) i = Some (unit', row') ->
  row_bounded unit' 0 (m + i) row'.
Proof.
  induction count as [|count IH]; intros unit m row i unit' row' Hunit Hrow Hi; [now destruct i|].
  cbn [table] in Hi. set (k := excess _) in Hi. assert (Hk : 0 <= k) by apply excess_nonneg. destruct i as [|i].
  - injection Hi as <- <-. now rewrite Nat.add_0_r.
  - rewrite <- plus_n_Sm. refine (IH _ (S m) _ i unit' row' _ _ Hi).
    { apply Z.mul_nonneg_nonneg; [now apply Z.pow_nonneg|exact Hunit]. }
    intros j b Hj. rewrite nth_error_map in Hj.
    destruct (nth_error (next_row (0, 0) 1 row) j) as [c|] eqn:Hc; [|easy].
    change (Some (round (4 + k) c) = Some b) in Hj. assert (b = round (4 + k) c) as -> by congruence.
    assert (H16 := next_row_bounded m unit row 0 (0, 0) Hrow (conj (Z.le_refl 0) (Z.le_refl 0)) j c Hc).
    apply (round_bounded (4 + k)) in H16; [|lia|exact Hunit].
    rewrite Z.pow_add_r in H16 by easy. change (2 ^ 4) with 16 in H16. unfold bounded in H16 |- *. lia.
Qed.

(** The row for m = 0; each further row is shorter by one. *)
Definition first_row : list (Z * Z) := (weight 0, weight 0) :: repeat (0, 0) 207.

Lemma first_row_bounded : row_bounded 1 0 0 first_row.
Proof.
  intros [|i] b Hb; [injection Hb as <-; now vm_compute|].
  change (nth_error (repeat (0, 0) 207) i = Some b) in Hb. apply nth_error_In, repeat_spec in Hb. rewrite Hb.
  unfold weighted. change (quotient (0 + S i) 0) with 0. rewrite Z.mul_0_r. now vm_compute.
Qed.

Definition rows : list (Z * list (Z * Z)) := table 147 1 first_row.

(** Bounds of weighted(r,m), with their unit multiplied in. *)
Definition entry (r m : nat) : option (Z * Z) :=
  match nth_error rows m with
  | None => None
  | Some (unit, row) => option_map (fun b => (unit * fst b, unit * snd b)) (nth_error row r)
  end.

Lemma entry_bounded : forall r m low high, entry r m = Some (low, high) -> low <= weighted r m <= high.
Proof.
  unfold entry, rows. intros r m low high H. destruct (nth_error (table _ _ _) m) as [[unit row]|] eqn:Hrow; [|easy].
  destruct (nth_error row r) as [b|] eqn:Hb; [|easy]. injection H as <- <-.
  rewrite !(Z.mul_comm unit).
  exact (table_bounded 147 1 0 first_row m unit row Z.le_0_1 first_row_bounded Hrow r b Hb).
Qed.

(** ** Thresholds *)

(** The inequalities around each number of a list, which belong to r, r + 1, ...; [f] is r! and [w] is weight(r). *)
Fixpoint confirmed (r : nat) (f w : Z) (lasts : list nat) : bool :=
  match lasts with
  | [] => true
  | last :: lasts' =>
      match last, entry r last, entry r (S last) with
      | S _, Some (_, high), Some (low, _) =>
          let '(plow, phigh, unit) := power (Z.of_nat r) (Pos.of_nat last) in
          (f * high <? w * (unit * plow)) && (w * (Z.of_nat r * (unit * phigh)) <=? f * low)
      | _, _, _ => false
      end && confirmed (S r) (Z.of_nat (S r) * f) (16 * w) lasts'
  end.

Lemma confirmed_sound : forall lasts r i last,
  confirmed r (factorial r) (weight r) lasts = true -> nth_error lasts i = Some last ->
  T (r + i) last < Z.of_nat (r + i) ^ Z.of_nat last /\
  Z.of_nat (r + i) ^ Z.of_nat (S last) <= T (r + i) (S last).
Proof.
  induction lasts as [|l lasts IH]; intros r i last H Hi; [now destruct i|].
  cbn [confirmed] in H. apply andb_prop in H. destruct H as [Hl H]. destruct i as [|i].
  - assert (l = last) as -> by now inversion Hi. clear Hi H IH. rewrite Nat.add_0_r.
    destruct last as [|last']; [easy|]. set (last := S last') in *.
    destruct (entry r last) as [[low0 high]|] eqn:Hhigh; [|easy]. apply entry_bounded in Hhigh.
    destruct (entry r (S last)) as [[low high0]|] eqn:Hlow; [|easy]. apply entry_bounded in Hlow.
    destruct (power_bounded (Z.of_nat r) (Pos.of_nat last) (Zle_0_nat r)) as [_ [_ Hpower]].
    rewrite <- positive_nat_Z, Nat2Pos.id in Hpower by easy.
    destruct (power (Z.of_nat r) (Pos.of_nat last)) as [[plow phigh] unit].
    unfold bounded in Hpower. cbn [fst snd] in Hpower. rewrite !(Z.mul_comm _ unit) in Hpower.
    apply andb_prop in Hl. destruct Hl as [Hless Hleast]. apply Z.ltb_lt in Hless. apply Z.leb_le in Hleast.
    rewrite Nat2Z.inj_succ, Z.pow_succ_r, !t_quotient by lia.
    (* Both inequalities times weight(r), with the bounds put in. *)
    pose proof (weight_positive r) as Hw. pose proof (factorial_positive r) as Hf.
    split.
    + apply (Z.mul_lt_mono_pos_l (weight r)); [exact Hw|].
      apply Z.le_lt_trans with (factorial r * high).
      { replace (weight r * (factorial r * quotient r last)) with (factorial r * weighted r last)
          by (unfold weighted; ring). now apply Z.mul_le_mono_pos_l. }
      apply Z.lt_le_trans with (weight r * (unit * plow)); [exact Hless|]. now apply Z.mul_le_mono_pos_l.
    + apply (Z.mul_le_mono_pos_l _ _ (weight r)); [exact Hw|].
      apply Z.le_trans with (weight r * (Z.of_nat r * (unit * phigh))).
      { apply Z.mul_le_mono_pos_l; [exact Hw|]. now apply Z.mul_le_mono_nonneg_l; [apply Zle_0_nat|]. }
      apply Z.le_trans with (factorial r * low); [exact Hleast|].
      replace (weight r * (factorial r * quotient r (S last))) with (factorial r * weighted r (S last))
        by (unfold weighted; ring). now apply Z.mul_le_mono_pos_l.
  - rewrite <- plus_n_Sm. apply (IH (S r)); [|exact Hi]. now rewrite factorial_S, weight_S.
Qed.

(** The computation: some 9000 numbers and their bounds. *)
Lemma last_failing_confirmed : confirmed 2 (factorial 2) (weight 2) last_failing = true.
Proof. vm_cast_no_check (eq_refl true). Qed.

Theorem thresholds : Thresholds.
Proof.
  split; [reflexivity|]. intros r last Hlast Hr.
  destruct (confirmed_sound last_failing 2 (r - 2) last last_failing_confirmed Hlast) as [Hfails Hholds].
  replace (2 + (r - 2))%nat with r in * by lia. split; [exact Hfails|].
  intros m Hm. now apply (once_true_always_true r (S last)).
Qed.
