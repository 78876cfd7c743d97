(** A matrix that is accepted for another one stands for it: its sums over codes are those that are compared. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import UnitCodes.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedLayeredPath.
From Equiloss.Checkers Require Import SoundEnumeration SoundMembership.
Import ListNotations.

Lemma app_both : forall {X : Type} (l1 l2 l1' l2' : list X), length l1' = length l1 -> l1 ++ l2 = l1' ++ l2' ->
  l1 = l1' /\ l2 = l2'.
Proof.
  intros X. induction l1 as [|x l1 IH]; intros l2 [|y l1'] l2' H E; try easy. injection H as H. injection E as -> E.
  destruct (IH l2 l1' l2' H E) as [-> ->]. now split.
Qed.

Lemma below_zeros_end : forall z Q, In (Zero z) Q -> z < zeros_end Q.
Proof.
  intros z. induction Q as [|[t|y] Q IH]; intro H; [easy| |]; cbn [zeros_end fold_right] in *;
    fold (zeros_end Q); destruct H as [E|H]; try easy.
  - now apply IH.
  - injection E as ->. destruct (Nat.leb_spec (zeros_end Q) z); lia.
  - specialize (IH H). destruct (Nat.leb_spec (zeros_end Q) y); lia.
Qed.

Section Sums.

Context {K : Field}.

(** ** The sums of rows over codes *)

Lemma transposed_maps : forall {C X : Type} (g : C -> X -> K) (codes : list C) (l : list X),
  transposed (length l) (map (fun c => map (g c) l) codes) = map (fun x => map (fun c => g c x) codes) l.
Proof.
  intros C X g codes l. unfold transposed. induction codes as [|c codes IH]; cbn [map fold_right].
  - induction l as [|x l IH]; [reflexivity|]. cbn [length repeat map]. now rewrite IH.
  - rewrite IH. clear IH. induction l as [|x l IH]; [reflexivity|]. cbn [map combine fst snd]. now rewrite IH.
Qed.

Lemma transposed_length : forall n (V : matrix K), (forall row, In row V -> length row = n) ->
  length (transposed n V) = n.
Proof.
  intros n. induction V as [|row V IH]; intro H; [apply repeat_length|]. unfold transposed in *. cbn [fold_right].
  rewrite map_length, combine_length, IH, (H row) by (now left || (intros w Hw; apply H; now right)). apply Nat.min_id.
Qed.

Lemma column_sums_cons : forall rows c Q (row : list K) (columns : matrix K),
  length row = length Q -> length columns = length Q ->
  column_sums (S rows) c Q (map (fun p => fst p :: snd p) (combine row columns)) =
  row_sum c Q row :: column_sums rows c Q columns.
Proof.
  intros rows c. unfold column_sums, row_sum.
  induction Q as [|d Q IH]; intros [|x row] [|column columns] Hrow Hcolumns; try easy.
  injection Hrow as Hrow. injection Hcolumns as Hcolumns. specialize (IH row columns Hrow Hcolumns).
  cbn [combine map filter fst snd].
  destruct (code_eq_dec d c) as [E|E].
  - apply same_code_iff in E. rewrite E. cbn [map fold_right snd]. rewrite IH. reflexivity.
  - assert (E' : same_code d c = false) by (apply not_true_iff_false; now rewrite same_code_iff). now rewrite E'.
Qed.

Lemma column_sums_none : forall c Q (columns : matrix K), column_sums 0 c Q columns = [].
Proof.
  intros c Q columns. unfold column_sums. cbn [repeat].
  induction (map snd (filter (fun p => same_code (fst p) c) (combine Q columns))) as [|v l IH]; [reflexivity|].
  cbn [fold_right]. rewrite IH. unfold entries_sum. now destruct v.
Qed.

Lemma column_sums_right : forall c Q (V : matrix K), (forall row, In row V -> length row = length Q) ->
  column_sums (length V) c Q (transposed (length Q) V) = map (row_sum c Q) V.
Proof.
  intros c Q. induction V as [|row V IH]; intro H; [apply column_sums_none|].
  assert (HV : forall w, In w V -> length w = length Q) by (intros w Hw; apply H; now right).
  unfold transposed. cbn [length fold_right map]. fold (transposed (length Q) V).
  rewrite column_sums_cons, IH; [reflexivity|exact HV|apply H; now left|now apply transposed_length].
Qed.

Lemma block_sums_right : forall codes Q (V : matrix K), (forall row, In row V -> length row = length Q) ->
  block_sums codes Q V = map (fun row => map (fun c => row_sum c Q row) codes) V.
Proof.
  intros codes Q V H. unfold block_sums. rewrite <- (transposed_maps (fun c row => row_sum c Q row) codes V). f_equal.
  apply map_ext. intro c. now apply column_sums_right.
Qed.

Lemma in_rows_of : forall c (coded : list (code * list K)) sums, In sums (rows_of c coded) <-> In (c, sums) coded.
Proof.
  intros c coded sums. unfold rows_of. rewrite in_map_iff. split.
  - intros ([d v] & <- & H). apply filter_In in H as [H E]. apply same_code_iff in E. cbn [fst] in E. now subst d.
  - intro H. exists (c, sums). split; [reflexivity|]. apply filter_In. split; [exact H|]. now apply same_code_iff.
Qed.

Lemma check_label_rows_sound : forall zeros (W : matrix K) t coded i w sums,
  check_label_rows t zeros W coded = true -> nth_error W i = Some w -> In (Label (t + i), sums) coded ->
  w ++ repeat zero zeros = sums.
Proof.
  intros zeros. induction W as [|w0 W IH]; intros t coded [|i] w sums H Hw Hin; try easy; cbn [check_label_rows] in H;
    apply andb_true_iff in H as [H0 H].
  - injection Hw as <-. rewrite Nat.add_0_r in Hin. apply in_rows_of in Hin. rewrite forallb_forall in H0.
    now apply same_entries_iff, H0.
  - rewrite <- plus_n_Sm in Hin. exact (IH (S t) coded i w sums H Hw Hin).
Qed.

Lemma check_zero_rows_sound : forall zeros (coded : list (code * list K)) z sums sums',
  check_zero_rows zeros coded = true -> z < zeros -> In (Zero z, sums) coded -> In (Zero z, sums') coded ->
  sums = sums'.
Proof.
  intros zeros coded z sums sums' H Hz Hin Hin'. unfold check_zero_rows in H. rewrite forallb_forall in H.
  specialize (H z ltac:(apply in_seq; lia)). apply in_rows_of in Hin, Hin'.
  destruct (rows_of (Zero z) coded) as [|first others]; [easy|]. rewrite forallb_forall in H.
  assert (Hfirst : forall v, In v (first :: others) -> first = v).
  { intros v [<-|Hv]; [reflexivity|]. now apply same_entries_iff, H. }
  now rewrite <- (Hfirst sums Hin), <- (Hfirst sums' Hin').
Qed.

Lemma check_stands_for_sound : forall r Q P (W V : matrix K), (forall w, In w W -> length w = r) ->
  (forall t, In (Label t) Q -> t < r) -> check_stands_for r Q P W V = true ->
  (forall t, In (Label t) P -> t < length W) /\ stands_for Q P W V.
Proof.
  intros r Q P W V HW HQ H. unfold check_stands_for in H. rewrite !andb_true_iff, !forallb_forall in H.
  destruct H as [[[[Hlength Hlabels] Hrows] HL] HZ]. apply Nat.eqb_eq in Hlength.
  assert (HV : forall row, In row V -> length row = length Q) by (intros row Hrow; now apply Nat.eqb_eq, Hrows).
  rewrite block_sums_right in HL, HZ by exact HV. set (zeros := zeros_end Q) in *.
  set (codes := map Label (seq 0 r) ++ map Zero (seq 0 zeros)) in *.
  set (sums := fun row => map (fun c => row_sum c Q row) codes) in *.
  assert (Hat : forall i c row, nth_error P i = Some c -> nth_error V i = Some row ->
    In (c, sums row) (combine P (map sums V))).
  { clear. intros i. revert P V. induction i as [|i IH]; intros [|d P] [|w V] c row Hc Hrow; try easy.
    - injection Hc as ->. injection Hrow as ->. now left.
    - right. now apply IH. }
  assert (Hother : forall c (row : list K), ~ In c codes -> row_sum c Q row = zero).
  { intros c row Hc. apply row_sum_absent. intro Hin. apply Hc, in_or_app.
    destruct c as [t|z]; [left; apply in_map, in_seq; specialize (HQ t Hin); lia|].
    right. apply in_map, in_seq. apply below_zeros_end in Hin. unfold zeros. lia. }
  split; [|split; [exact Hlength|split; [exact HV|split]]].
  - intros t Ht. specialize (Hlabels _ Ht). now apply Nat.ltb_lt.
  - intros i t row w Hi Hrow Hw. pose proof (HW w (nth_error_In _ _ Hw)) as Hlw.
    pose proof (check_label_rows_sound _ W 0 _ t w _ HL Hw (Hat i _ row Hi Hrow)) as E. unfold sums, codes in E.
    rewrite map_app, !map_map in E. apply app_both in E; [|now rewrite map_length, seq_length].
    destruct E as [-> E]. split.
    + intros k Hk. rewrite map_length, seq_length in Hk.
      rewrite (nth_indep _ zero ((fun t => row_sum (Label t) Q row) 0)) by now rewrite map_length, seq_length.
      rewrite (map_nth (fun t => row_sum (Label t) Q row)). now rewrite seq_nth.
    + intro z. destruct (in_dec code_eq_dec (Zero z) codes) as [Hz|Hz]; [|now apply Hother].
      apply in_app_or in Hz as [Hz|Hz]; apply in_map_iff in Hz as (k & Ek & Hk); [easy|]. injection Ek as ->.
      apply (repeat_spec zeros). rewrite E. now apply (in_map (fun z => row_sum (Zero z) Q row)).
  - intros i j z row row' Hi Hj Hrow Hrow' c.
    assert (E : sums row = sums row').
    { apply (check_zero_rows_sound _ _ z _ _ HZ); [|now apply (Hat i)|now apply (Hat j)].
      apply below_zeros_end. now apply nth_error_In in Hi. }
    destruct (in_dec code_eq_dec c codes) as [Hc|Hc]; [|now rewrite !Hother].
    unfold sums in E. clear - E Hc. induction codes as [|d codes IH]; [easy|]. injection E as E0 E.
    destruct Hc as [->|Hc]; [exact E0|now apply IH].
Qed.

End Sums.
