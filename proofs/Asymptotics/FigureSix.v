(** The curves of Figure 6: where they cross 1 at r = 30, and how the blue one approaches that of the first level. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists CountLimits.
From Equiloss.Asymptotics Require Import RatioFalls Crossings CountRows.
Import ListNotations.

Local Open Scope Z_scope.

(** The sums over k, in the other order. *)
Lemma all_levels_at : forall m, all_levels 30 m = row_sum 29 (g_row m).
Proof. intro m. rewrite row_sum_right by lia. exact (Zsum_backwards (fun s => G s m) 0 29). Qed.

Lemma higher_levels_at : forall m, higher_levels 30 m = row_sum 28 (g_row m).
Proof. intro m. rewrite row_sum_right by lia. exact (Zsum_backwards (fun s => G s m) 1 28). Qed.

(** ** What is computed *)

Definition first_level (row : list Z) : Z := nth 29 row 0.

(** The higher levels number at least as many as the first; and q times they number fewer. *)
Definition not_fewer (q : Z) (row : list Z) : bool := first_level row <=? q * row_sum 28 row.
Definition fewer (q : Z) (row : list Z) : bool := q * row_sum 28 row <? first_level row.

(** At m = 36, 37, 41, 42, 45, 46, 76 and 77, of rows of G and of T. *)
Definition both (test : list Z -> list Z -> bool) (rows : list Z * list Z) : bool := test (fst rows) (snd rows).
Definition at_36 (g t : list Z) : bool := not_below_t (first_level g) t.
Definition at_37 (g t : list Z) : bool := andb (below_t (first_level g) t) (6 * first_level g <? row_sum 28 g).
Definition at_41 (g t : list Z) : bool := not_below_t (row_sum 29 g) t.
Definition at_42 (g t : list Z) : bool := andb (below_t (row_sum 29 g) t) (first_level g <? row_sum 28 g).
Definition at_45 (g t : list Z) : bool := not_fewer 1 g.
Definition at_46 (g t : list Z) : bool := fewer 1 g.
Definition at_76 (g t : list Z) : bool := not_fewer 10 g.
Definition at_77 (g t : list Z) : bool := fewer 10 g.
Definition tests : list (nat * (list Z * list Z -> bool)) :=
  [(36%nat, both at_36); (1%nat, both at_37); (4%nat, both at_41); (1%nat, both at_42);
   (3%nat, both at_45); (1%nat, both at_46); (30%nat, both at_76); (1%nat, both at_77)].

Lemma all_hold : all_along next_rows (Nat.iter 0 next_rows first_rows) tests = true.
Proof. reflexivity. Qed.

Lemma of_rows : forall test m, both test (Nat.iter m next_rows first_rows) = true -> test (g_row m) (t_row m) = true.
Proof. intros test m H. now rewrite rows_at in H. Qed.

Lemma computed :
  (at_36 (g_row 36) (t_row 36) = true /\ at_37 (g_row 37) (t_row 37) = true /\
    at_41 (g_row 41) (t_row 41) = true /\ at_42 (g_row 42) (t_row 42) = true) /\
  at_45 (g_row 45) (t_row 45) = true /\ at_46 (g_row 46) (t_row 46) = true /\
  at_76 (g_row 76) (t_row 76) = true /\ at_77 (g_row 77) (t_row 77) = true.
Proof.
  pose proof all_hold as H. unfold tests in H.
  apply all_along_cons in H as [H1 H]. apply all_along_cons in H as [H2 H]. apply all_along_cons in H as [H3 H].
  apply all_along_cons in H as [H4 H]. apply all_along_cons in H as [H5 H]. apply all_along_cons in H as [H6 H].
  apply all_along_cons in H as [H7 H]. apply all_along_cons in H as [H8 _].
  cbn [Nat.add] in H1, H2, H3, H4, H5, H6, H7, H8.
  exact (conj (conj (of_rows at_36 36 H1) (conj (of_rows at_37 37 H2)
    (conj (of_rows at_41 41 H3) (of_rows at_42 42 H4))))
    (conj (of_rows at_45 45 H5) (conj (of_rows at_46 46 H6) (conj (of_rows at_76 76 H7) (of_rows at_77 77 H8))))).
Qed.

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
  destruct computed as [(H36 & H37 & H41 & H42) _]. apply andb_prop in H37 as [H37 _].
    apply andb_prop in H42 as [H42 _].
  assert (HT : forall m, (30 <= m)%nat -> 0 < T 30 m) by (intros; now apply t_positive).
  intros m Hm. split.
  - rewrite <- (Z.mul_1_l (G 29 m)).
    apply (turning_share (G 29) (T 30) 1 30 36); try exact HT; try lia.
    + intros n Hn. apply g_over_t_falls; lia.
    + rewrite Z.mul_1_l, <- g_at_right by lia. exact (not_below_t_right _ _ H36).
    + rewrite Z.mul_1_l, <- g_at_right by lia. exact (below_t_right _ _ H37).
  - rewrite <- (Z.mul_1_l (all_levels 30 m)).
    apply (turning_share (all_levels 30) (T 30) 1 30 41); try exact HT; try lia.
    + intros n Hn. apply all_levels_fall. lia.
    + rewrite Z.mul_1_l, all_levels_at. exact (not_below_t_right _ _ H41).
    + rewrite Z.mul_1_l, all_levels_at. exact (below_t_right _ _ H42).
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

Lemma fewer_right : forall q m, fewer q (g_row m) = true -> (q * higher_levels 30 m <? G 29 m) = true.
Proof. intros q m H. now rewrite higher_levels_at, <- g_at_right by lia. Qed.

Lemma not_fewer_right : forall q m, not_fewer q (g_row m) = true -> (q * higher_levels 30 m <? G 29 m) = false.
Proof.
  intros q m H. rewrite higher_levels_at, <- g_at_right by lia. apply Z.ltb_ge. apply Z.leb_le. exact H.
Qed.

Theorem blue_curve_at_thirty : BlueCurveAtThirty.
Proof.
  destruct computed as [(_ & H37 & _ & H42) (H45 & H46 & H76 & H77)]. apply andb_prop in H37 as [_ H37].
  apply andb_prop in H42 as [_ H42].
  split; [rewrite higher_levels_at, <- g_at_right by lia; exact (proj1 (Z.ltb_lt _ _) H37)|].
  split; [rewrite higher_levels_at, <- g_at_right by lia; exact (proj1 (Z.ltb_lt _ _) H42)|].
  assert (HG : forall m, (30 <= m)%nat -> 0 < G 29 m) by (intros; apply g_positive; lia).
  assert (Hfalls : forall n, (30 <= n)%nat ->
    higher_levels 30 (S n) * G 29 n < higher_levels 30 n * G 29 (S n)) by (intros; apply higher_levels_fall; lia).
  intros m Hm. split.
  - rewrite <- (Z.mul_1_l (higher_levels 30 m)).
    apply (turning_share (higher_levels 30) (G 29) 1 30 45); try exact HG; try exact Hfalls; try lia;
      [exact (not_fewer_right _ _ H45)|exact (fewer_right _ _ H46)].
  - apply (turning_share (higher_levels 30) (G 29) 10 30 76); try exact HG; try exact Hfalls; try lia;
      [exact (not_fewer_right _ _ H76)|exact (fewer_right _ _ H77)].
Qed.
