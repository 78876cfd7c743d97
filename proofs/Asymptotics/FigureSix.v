(** The curves of Figure 6: where they cross 1 at r = 30, and how the blue one approaches that of the first level. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists CountLimits.
From Equiloss.Asymptotics Require Import RatioFalls Crossings CountRows.
Import ListNotations.

Local Open Scope Z_scope.

(** ** What is computed *)

(** What is checked at each m: rows of G and T on which the counts are compared. *)
Definition first_against_t (b : bool) (gs ts : list Z) : bool := below_t (1 * g_of 29 gs) ts b.
Definition all_against_t (b : bool) (gs ts : list Z) : bool := below_t (1 * sum_of 29 gs) ts b.
Definition higher_against_first (q : Z) (b : bool) (gs _ : list Z) : bool :=
  Bool.eqb (q * sum_of 28 gs <? g_of 29 gs) b.
Definition first_against_higher (q : Z) (gs _ : list Z) : bool := q * g_of 29 gs <? sum_of 28 gs.

Definition checks : list (nat * (list Z -> list Z -> bool)) :=
  [(36%nat, first_against_t false); (37%nat, first_against_t true);
   (41%nat, all_against_t false); (42%nat, all_against_t true);
   (37%nat, first_against_higher 6); (42%nat, first_against_higher 1);
   (45%nat, higher_against_first 1 false); (46%nat, higher_against_first 1 true);
   (76%nat, higher_against_first 10 false); (77%nat, higher_against_first 10 true)].

Definition check (m : nat) (gs ts : list Z) : bool :=
  forallb (fun c => negb (Nat.eqb (fst c) m) || snd c gs ts)%bool checks.

Lemma checked : forall i m test, nth_error checks i = Some (m, test) -> test (g_row m) (t_row m) = true.
Proof.
  assert (Hall : all_along check 77 0 (g_row 0) (t_row 0) = true) by reflexivity.
  assert (Hlast : forallb (fun c => Nat.leb (fst c) 77) checks = true) by reflexivity.
  intros i m test Hin. apply nth_error_In in Hin. rewrite forallb_forall in Hlast. specialize (Hlast _ Hin).
  apply Nat.leb_le in Hlast. pose proof (all_along_from check 77 0 Hall m) as H.
  assert (Hm : check m (g_row m) (t_row m) = true) by (apply H; cbn [fst] in Hlast; lia).
  unfold check in Hm. rewrite forallb_forall in Hm. specialize (Hm _ Hin). cbn [fst snd] in Hm.
  now rewrite Nat.eqb_refl in Hm.
Qed.

(** The sums over k, in the other order. *)
Lemma all_levels_of : forall m, all_levels 30 m = sum_of 29 (g_row m).
Proof. intro m. rewrite sum_of_right by lia. exact (Zsum_backwards (fun s => G s m) 0 29). Qed.

Lemma higher_levels_of : forall m, higher_levels 30 m = sum_of 28 (g_row m).
Proof. intro m. rewrite sum_of_right by lia. exact (Zsum_backwards (fun s => G s m) 1 28). Qed.

Lemma first_against_t_right : forall b m,
  first_against_t b (g_row m) (t_row m) = true -> (1 * G 29 m <? T 30 m) = b.
Proof. intros b m H. apply below_t_right in H. now rewrite g_of_right in H by lia. Qed.

Lemma all_against_t_right : forall b m,
  all_against_t b (g_row m) (t_row m) = true -> (1 * all_levels 30 m <? T 30 m) = b.
Proof. intros b m H. apply below_t_right in H. now rewrite <- all_levels_of in H. Qed.

Lemma higher_against_first_right : forall q b m,
  higher_against_first q b (g_row m) (t_row m) = true -> (q * higher_levels 30 m <? G 29 m) = b.
Proof.
  intros q b m H. apply Bool.eqb_prop in H. now rewrite <- higher_levels_of, g_of_right in H by lia.
Qed.

Lemma first_against_higher_right : forall q m,
  first_against_higher q (g_row m) (t_row m) = true -> q * G 29 m < higher_levels 30 m.
Proof. intros q m H. apply Z.ltb_lt in H. now rewrite <- higher_levels_of, g_of_right in H by lia. Qed.

(** ** The crossings *)

(** What stays true is true from n on if it is true there and not before. *)
Lemma turning : forall (P : nat -> Prop) first n, (first <= n)%nat ->
  (forall m, (first <= m)%nat -> P m -> P (S m)) -> ~ P n -> P (S n) ->
  forall m, (first <= m)%nat -> (P m <-> (S n <= m)%nat).
Proof.
  intros P first n Hn Hstays Hnot HP m Hm.
  assert (Hlater : forall k l, (first <= k)%nat -> P k -> (k <= l)%nat -> P l).
  { intros k l Hk HPk Hl. induction Hl as [|l Hl IH]; [exact HPk|]. apply Hstays; [lia|exact IH]. }
  split; intro H.
  - destruct (le_lt_dec (S n) m) as [|Hlt]; [assumption|]. elim Hnot. apply (Hlater m); [exact Hm|exact H|lia].
  - apply (Hlater (S n)); [lia|exact HP|exact H].
Qed.

(** A count whose ratio to another falls, from where it is below a share of it. *)
Lemma turning_share : forall (f g : nat -> Z) q first n, (first <= n)%nat -> 0 <= q ->
  (forall m, (first <= m)%nat -> 0 < g m) -> (forall m, (first <= m)%nat -> f (S m) * g m < f m * g (S m)) ->
  ((q * f n <? g n) = false) -> ((q * f (S n) <? g (S n)) = true) ->
  forall m, (first <= m)%nat -> (q * f m < g m <-> (S n <= m)%nat).
Proof.
  intros f g q first n Hn Hq Hg Hfalls Hnot H. apply (turning (fun m => q * f m < g m)); [exact Hn| | |].
  - intros m Hm Hbelow. rewrite <- (Z.mul_1_l (g (S m))).
    apply (share_stays (f m) (g m)); try (apply Hg; lia); [exact Hq| |].
    + now apply Z.lt_le_incl, Hfalls.
    + now rewrite Z.mul_1_l.
  - apply Z.ltb_ge in Hnot. lia.
  - now apply Z.ltb_lt.
Qed.

Theorem figure_6_crossings : Figure6Crossings.
Proof.
  assert (HT : forall m, (30 <= m)%nat -> 0 < T 30 m) by (intros; now apply t_positive).
  intros m Hm. split.
  - rewrite <- (Z.mul_1_l (G 29 m)).
    apply (turning_share (G 29) (T 30) 1 30 36); [lia|lia|exact HT| | | |exact Hm].
    + intros n Hn. apply g_over_t_falls; lia.
    + exact (first_against_t_right false 36 (checked 0 36 _ eq_refl)).
    + exact (first_against_t_right true 37 (checked 1 37 _ eq_refl)).
  - rewrite <- (Z.mul_1_l (all_levels 30 m)).
    apply (turning_share (all_levels 30) (T 30) 1 30 41); [lia|lia|exact HT| | | |exact Hm].
    + intros n Hn. apply all_levels_fall. lia.
    + exact (all_against_t_right false 41 (checked 2 41 _ eq_refl)).
    + exact (all_against_t_right true 42 (checked 3 42 _ eq_refl)).
Qed.

(** ** The blue curve *)

Lemma higher_levels_below : forall r m, (3 <= r)%nat ->
  let s := Z.of_nat r - 1 in higher_levels r m <= (s - 1) * (s - 1) ^ Z.of_nat m.
Proof.
  intros r m Hr s. unfold higher_levels.
  apply Z.le_trans with (Zsum 2 (r - 2) (fun _ => (s - 1) ^ Z.of_nat m * 1)).
  - apply Zsum_le. intros k Hk. rewrite Z.mul_1_r.
    apply Z.le_trans with (Z.of_nat (r - k) ^ Z.of_nat m); [apply fixed_width_limit|].
    apply Z.pow_le_mono_l. unfold s. lia.
  - rewrite Zsum_scale, Z.mul_comm. apply Z.mul_le_mono_nonneg_r; [apply Z.pow_nonneg; unfold s; lia|].
    enough (H : forall n first, Zsum first n (fun _ => 1) = Z.of_nat n) by (rewrite H; unfold s; lia).
    induction n as [|n IH]; intro first; [easy|]. rewrite Zsum_first, IH. lia.
Qed.

Lemma higher_levels_fall : forall r m, (3 <= r <= m)%nat ->
  higher_levels r (S m) * G (r - 1) m < higher_levels r m * G (r - 1) (S m).
Proof.
  intros r m Hr. unfold higher_levels. rewrite <- !Zsum_scale_r. apply Zsum_lt; [lia|].
  intros k Hk. apply g_over_g_falls; lia.
Qed.

Theorem blue_curve : BlueCurve.
Proof.
  intros r m Hr s. pose proof (higher_levels_below r m (proj1 Hr)) as Hhigher. cbv zeta in Hhigher. fold s in Hhigher.
  assert (Hs : Z.of_nat (r - 1) = s) by (unfold s; lia).
  assert (Hnonneg : forall m, 0 <= higher_levels r m) by (intro; apply Zsum_nonneg; intros; apply g_nonneg).
  assert (Hlower : forall m, s ^ Z.of_nat m - s * (s - 1) ^ Z.of_nat m <= G (r - 1) m).
  { intro n. pose proof (fixed_width_limit (r - 1)%nat n) as H. cbv zeta in H. rewrite Hs in H. apply H. }
  split; [|split; [now apply higher_levels_fall|]].
  - pose proof (g_nonneg (r - 1) m) as Hg. specialize (Hlower m). specialize (Hnonneg m).
    apply Z.le_trans with (G (r - 1) m * higher_levels r m); [now apply Z.mul_le_mono_nonneg_r|].
    rewrite (Z.mul_comm (G (r - 1) m)). now apply Z.mul_le_mono_nonneg_r.
  - intros n Hn. exists (Z.to_nat ((s - 1) * (n * (s - 1) + s))). intros k Hk.
    assert (Hs1 : 2 <= s) by (unfold s; lia).
    pose proof (higher_levels_below r k (proj1 Hr)) as Hk'. cbv zeta in Hk'. fold s in Hk'.
    specialize (Hlower k). pose proof (power_growth (s - 1) k ltac:(lia)) as Hgrowth.
    replace (s - 1 + 1) with s in Hgrowth by lia.
    assert (Hpower : 0 < (s - 1) ^ Z.of_nat k) by (apply Z.pow_pos_nonneg; lia).
    set (p := (s - 1) ^ Z.of_nat k) in *. set (c := n * (s - 1) + s) in *.
    assert (Hc : (s - 1) * c <= Z.of_nat k) by lia.
    assert (Hcp : c * p < s ^ Z.of_nat k).
    { apply (Z.mul_lt_mono_pos_l (s - 1)); [lia|]. apply Z.lt_le_trans with (2 := Hgrowth).
      replace ((s - 1) * (c * p)) with (p * ((s - 1) * c)) by ring. apply Z.mul_lt_mono_pos_l; lia. }
    apply Z.le_lt_trans with (n * ((s - 1) * p)); [now apply Z.mul_le_mono_nonneg_l; [lia|]|]. unfold c in Hcp. lia.
Qed.

Theorem blue_curve_at_thirty : BlueCurveAtThirty.
Proof.
  split; [exact (first_against_higher_right 6 37 (checked 4 37 _ eq_refl))|].
  split; [rewrite <- (Z.mul_1_l (G 29 42)); exact (first_against_higher_right 1 42 (checked 5 42 _ eq_refl))|].
  assert (HG : forall m, (30 <= m)%nat -> 0 < G 29 m) by (intros; apply g_positive; lia).
  assert (Hfalls : forall n, (30 <= n)%nat ->
    higher_levels 30 (S n) * G 29 n < higher_levels 30 n * G 29 (S n)) by (intros; apply higher_levels_fall; lia).
  intros m Hm. split.
  - rewrite <- (Z.mul_1_l (higher_levels 30 m)).
    apply (turning_share (higher_levels 30) (G 29) 1 30 45); [lia|lia|exact HG|exact Hfalls| | |exact Hm].
    + exact (higher_against_first_right 1 false 45 (checked 6 45 _ eq_refl)).
    + exact (higher_against_first_right 1 true 46 (checked 7 46 _ eq_refl)).
  - apply (turning_share (higher_levels 30) (G 29) 10 30 76); [lia|lia|exact HG|exact Hfalls| | |exact Hm].
    + exact (higher_against_first_right 10 false 76 (checked 8 76 _ eq_refl)).
    + exact (higher_against_first_right 10 true 77 (checked 9 77 _ eq_refl)).
Qed.
