(** The cycles of a permutation of the places below m, told from each other by their least places. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss.Foundations Require Import ListFacts.
From Equiloss.Topology Require Import StarMoves Walks.
Import ListNotations.

Section Cycles.

Variables (m : nat) (σ : nat -> nat).
Hypothesis permutes_σ : permutes m σ.

Lemma iter_below : forall k i, i < m -> Nat.iter k σ i < m.
Proof. induction k as [|k IH]; intros i Hi; simpl; [exact Hi|]. now apply permutes_σ, IH. Qed.

Lemma iter_add : forall k l i, Nat.iter (k + l) σ i = Nat.iter k σ (Nat.iter l σ i).
Proof. induction k as [|k IH]; intros l i; simpl; [easy|now rewrite IH]. Qed.

Lemma iter_injective : forall k i j, i < m -> j < m -> Nat.iter k σ i = Nat.iter k σ j -> i = j.
Proof.
  induction k as [|k IH]; intros i j Hi Hj E; simpl in E; [exact E|]. apply IH; [exact Hi|exact Hj|].
  apply permutes_σ; [now apply iter_below|now apply iter_below|exact E].
Qed.

(** Every place comes back, after at most m steps. *)
Lemma comes_back : forall i, i < m -> exists d, d < m /\ Nat.iter (S d) σ i = i.
Proof.
  intros i Hi. destruct (two_share nat nat (fun k j => Nat.iter k σ i = j) (seq 0 (S m)) (seq 0 m))
    as (k & l & j & Hk & Hl & Hkl & _ & Ek & El).
  - exact Nat.eq_dec.
  - apply seq_NoDup.
  - intros k _. exists (Nat.iter k σ i). split; [|easy]. apply in_seq. split; [lia|now apply iter_below].
  - rewrite !seq_length. lia.
  - assert (Hback : forall a b, a < b -> b <= m -> Nat.iter a σ i = Nat.iter b σ i ->
      exists d, d < m /\ Nat.iter (S d) σ i = i).
    { intros a b Hab Hb E. exists (b - S a). split; [lia|]. apply (iter_injective a); [now apply iter_below|exact Hi|].
      rewrite <- iter_add. rewrite E. f_equal. lia. }
    apply in_seq in Hk, Hl. destruct (Nat.lt_total k l) as [H|[H|H]]; [|contradiction|].
    + apply (Hback k l H); [lia|congruence].
    + apply (Hback l k H); [lia|congruence].
Qed.

Lemma iter_period : forall d i n, Nat.iter d σ i = i -> Nat.iter (n * d) σ i = i.
Proof. intros d i n E. induction n as [|n IH]; simpl; [easy|]. now rewrite iter_add, IH. Qed.

(** So the first m of its iterates are all. *)
Lemma few_iterates : forall i k, i < m -> exists l, l < m /\ Nat.iter k σ i = Nat.iter l σ i.
Proof.
  intros i k Hi. destruct (comes_back i Hi) as (d & Hd & E). exists (k mod S d).
  pose proof (Nat.mod_upper_bound k (S d) (Nat.neq_succ_0 d)) as Hmod. split; [lia|].
  transitivity (Nat.iter (k mod S d + k / S d * S d) σ i).
  - f_equal. rewrite Nat.add_comm, Nat.mul_comm. now apply Nat.div_mod.
  - rewrite iter_add. f_equal. now apply iter_period.
Qed.

Definition least (i : nat) : nat := fold_right Nat.min i (map (fun k => Nat.iter k σ i) (seq 0 m)).

Lemma fold_min : forall l i, (forall x, In x (i :: l) -> fold_right Nat.min i l <= x) /\ In (fold_right Nat.min i l) (i
  :: l).
Proof.
  induction l as [|y l IH]; intro i; simpl.
  - split; [intros x [<-|[]]; lia|now left].
  - destruct (IH i) as [Hmin Hin]. simpl in Hmin, Hin. split.
    + intros x [<-|[<-|H]]; [|lia|]; [specialize (Hmin i (or_introl eq_refl))|specialize (Hmin x (or_intror H))]; lia.
    + destruct (Nat.min_spec y (fold_right Nat.min i l)) as [[_ ->]|[_ ->]]; tauto.
Qed.

Lemma least_below : forall i k, i < m -> least i <= Nat.iter k σ i.
Proof.
  intros i k Hi. destruct (few_iterates i k Hi) as (l & Hl & ->). apply fold_min. right. apply in_map_iff.
  exists l. split; [easy|]. apply in_seq. lia.
Qed.

Lemma least_in_cycle : forall i, exists k, least i = Nat.iter k σ i.
Proof.
  intro i. destruct (fold_min (map (fun k => Nat.iter k σ i) (seq 0 m)) i) as [_ [E|H]]; [now exists 0|].
  apply in_map_iff in H as (k & E & _). now exists k.
Qed.

Lemma least_next : forall i, i < m -> least (σ i) = least i.
Proof.
  intros i Hi. apply Nat.le_antisymm.
  - destruct (least_in_cycle i) as [k ->]. destruct (comes_back i Hi) as (d & _ & E).
    replace (Nat.iter k σ i) with (Nat.iter (k + d) σ (σ i)); [apply least_below; now apply permutes_σ|].
    rewrite iter_add. f_equal. replace (σ i) with (Nat.iter 1 σ i) by easy. rewrite <- iter_add.
    now rewrite Nat.add_1_r.
  - destruct (least_in_cycle (σ i)) as [k ->]. replace (σ i) with (Nat.iter 1 σ i) by easy. rewrite <- iter_add.
    now apply least_below.
Qed.

Lemma least_iterate : forall k i, i < m -> least (Nat.iter k σ i) = least i.
Proof.
  induction k as [|k IH]; intros i Hi; simpl; [easy|]. rewrite least_next by now apply iter_below. now apply IH.
Qed.

Lemma least_least : forall i, i < m -> least i < m /\ least (least i) = least i.
Proof.
  intros i Hi. destruct (least_in_cycle i) as [k E]. rewrite E at 1 2. split; [now apply iter_below|now apply
  least_iterate].
Qed.

Lemma fixed_alone : forall i k, σ i = i -> Nat.iter k σ i = i.
Proof. intros i k E. induction k as [|k IH]; simpl; [easy|now rewrite IH]. Qed.

(** All places of a cycle are displaced, or it is a single one. *)
Lemma cycle_displaced : forall i k, i < m -> σ i <> i -> σ (Nat.iter k σ i) <> Nat.iter k σ i.
Proof.
  intros i k Hi Hne E. apply Hne, (iter_injective k); [now apply permutes_σ|exact Hi|].
  replace (σ i) with (Nat.iter 1 σ i) by easy. rewrite <- iter_add, Nat.add_comm. exact E.
Qed.

Definition off : list nat := filter (fun i => negb (σ i =? i)) (seq 0 m).
Definition cycle_places : list nat := filter (fun i => forallb (fun k => i <=? Nat.iter k σ i) (seq 0 m)) off.

Lemma in_off : forall i, In i off <-> i < m /\ σ i <> i.
Proof. intro i. unfold off. rewrite filter_In, in_seq, negb_true_iff, Nat.eqb_neq. lia. Qed.

Lemma in_cycle_places : forall i, In i cycle_places <-> i < m /\ σ i <> i /\ least i = i.
Proof.
  intro i. unfold cycle_places. rewrite filter_In, in_off, forallb_forall. split.
  - intros [[Hi Hne] H]. repeat split; [exact Hi|exact Hne|]. apply Nat.le_antisymm; [now apply (least_below i 0)|].
    destruct (least_in_cycle i) as [k E]. destruct (few_iterates i k Hi) as (l & Hl & El). rewrite E, El.
    apply Nat.leb_le, H, in_seq. lia.
  - intros (Hi & Hne & E). repeat split; [exact Hi|exact Hne|]. intros k _. apply Nat.leb_le. rewrite <- E at 1.
    now apply least_below.
Qed.

Lemma least_displaced : forall i, i < m -> σ i <> i -> In (least i) cycle_places.
Proof.
  intros i Hi Hne. apply in_cycle_places. destruct (least_least i Hi) as [Hl E]. repeat split; [exact Hl| |exact E].
  destruct (least_in_cycle i) as [k ->]. now apply cycle_displaced.
Qed.

(** ** The cycles without the blank *)

Variable p : nat.
Hypothesis p_below : p < m.

Definition other_cycles : list nat := filter (fun i => negb (i =? least p)) cycle_places.

Lemma in_other_cycles : forall i, In i other_cycles <-> In i cycle_places /\ i <> least p.
Proof. intro i. unfold other_cycles. now rewrite filter_In, negb_true_iff, Nat.eqb_neq. Qed.

Lemma other_cycles_nodup : NoDup other_cycles.
Proof. apply NoDup_filter, NoDup_filter, NoDup_filter, seq_NoDup. Qed.

Lemma cycles_separate : separated m σ p least other_cycles.
Proof.
  split; [exact other_cycles_nodup|]. split; [rewrite in_other_cycles; tauto|]. split.
  - intros c Hc. apply in_other_cycles in Hc as [Hc _]. apply in_cycle_places in Hc as (Hi & Hne & E). now exists c.
  - intros i Hi _. now apply least_next.
Qed.

Lemma cycles_hit : hitting m σ p other_cycles.
Proof.
  intros T HSm HS Hout (i & HSi & Hne). pose proof (HSm i HSi) as Hi.
  assert (Hiter : forall k j, T j -> T (Nat.iter k σ j)) by (intros k j Hj; induction k; simpl; auto).
  exists (least i). assert (HSl : T (least i)) by (destruct (least_in_cycle i) as [k ->]; now apply Hiter).
  split; [|exact HSl]. apply in_other_cycles. split; [now apply least_displaced|]. intro E. apply Hout.
  rewrite E in HSl. destruct (least_in_cycle p) as [k Ek]. rewrite Ek in HSl.
  destruct (comes_back p p_below) as (d & _ & Ed). rewrite <- (iter_period (S d) p (S k) Ed).
  replace (S k * S d) with (S k * S d - k + k) by lia. rewrite iter_add. now apply Hiter.
Qed.

(** The blank counts as a displaced symbol, and its cycle as one of the cycles, if it is displaced. *)
Lemma split_off : forall (test : nat -> bool) x l, NoDup l ->
  let others := length (filter (fun i => test i && negb (i =? x)) l) in
  (In x (filter test l) -> length (filter test l) = S others) /\
  (~ In x (filter test l) -> length (filter test l) = others).
Proof.
  intros test x l Hl. induction Hl as [|y l Hy _ IH]; [easy|]. simpl in *. destruct (test y) eqn:E; simpl; [|exact IH].
  destruct IH as [Hin Hout]. destruct (Nat.eqb_spec y x) as [->|Hyx]; simpl; split; intro H.
  - f_equal. apply Hout. intro H'. apply Hy. now apply filter_In in H'.
  - elim H. now left.
  - f_equal. apply Hin. now destruct H.
  - f_equal. apply Hout. tauto.
Qed.

Lemma symbols_and_cycles :
  length off + length cycle_places - (if σ p =? p then 0 else 2) = length (labels_off m σ p) + length other_cycles.
Proof.
  destruct (split_off (fun i => negb (σ i =? i)) p (seq 0 m) (seq_NoDup m 0)) as [Hin Hout].
  destruct (split_off (fun i => forallb (fun k => i <=? Nat.iter k σ i) (seq 0 m)) (least p) off) as [Hin' Hout'];
    [apply NoDup_filter, seq_NoDup|].
  fold off in Hin, Hout. fold cycle_places in Hin', Hout'. fold (labels_off m σ p) in Hin, Hout.
  assert (E : filter (fun i => forallb (fun k => i <=? Nat.iter k σ i) (seq 0 m) && negb (i =? least p)) off =
    other_cycles).
  { unfold other_cycles, cycle_places. generalize off. intro l. induction l as [|x l IH]; [easy|]. simpl.
    destruct (forallb _ _); simpl; rewrite IH; easy. }
  rewrite E in Hin', Hout'. destruct (Nat.eqb_spec (σ p) p) as [Ep|Ep].
  - rewrite Hout, Hout'; [lia| |rewrite in_off; tauto]. intro H. apply in_cycle_places in H as (_ & H & _).
    destruct (least_in_cycle p) as [k Ek]. apply H. rewrite Ek. now rewrite fixed_alone.
  - rewrite Hin, Hin'; [lia|now apply least_displaced|now apply in_off].
Qed.

Lemma map_nodup : forall l, NoDup l -> (forall i, In i l -> i < m) -> NoDup (map σ l).
Proof.
  intros l Hl. induction Hl as [|i l Hi _ IH]; intro Hm; simpl; constructor.
  - intro Hin. apply in_map_iff in Hin as (j & E & Hj). apply Hi.
    rewrite <- (proj2 permutes_σ j i); [exact Hj|apply Hm; now right|apply Hm; now left|exact E].
  - apply IH. intros j Hj. apply Hm. now right.
Qed.

(** Each other cycle has two labels or more. *)
Lemma two_in_each : 2 * length other_cycles <= length (labels_off m σ p).
Proof.
  replace (2 * length other_cycles) with (length (other_cycles ++ map σ other_cycles))
    by (rewrite app_length, map_length; lia).
  assert (H : forall i, In i other_cycles -> i < m /\ σ i <> i /\ least i = i /\ i <> least p).
  { intros i Hi. apply in_other_cycles in Hi as [Hi Hp]. apply in_cycle_places in Hi. tauto. }
  apply NoDup_incl_length.
  - apply NoDup_disjoint.
    + exact other_cycles_nodup.
    + apply map_nodup; [exact other_cycles_nodup|]. intros i Hi. now apply H.
    + intros i Hi Hin. apply in_map_iff in Hin as (j & E & Hj). apply H in Hi as (_ & _ & Ei & _).
      apply H in Hj as (Hj & Hne & Ej & _). apply Hne. rewrite E, <- Ei, <- Ej, <- E. now apply least_next.
  - intros i Hi. apply in_labels_off. apply in_app_iff in Hi as [Hi|Hi].
    + apply H in Hi as (Hi & Hne & Ei & Hp). repeat split; [exact Hi|exact Hne|]. intros ->. now symmetry in Ei.
    + apply in_map_iff in Hi as (j & <- & Hj). apply H in Hj as (Hj & Hne & Ej & Hp).
      repeat split; [now apply permutes_σ| |].
      * now apply (cycle_displaced j 1).
      * intro E. apply Hp. rewrite <- Ej, <- E. symmetry. now apply least_next.
Qed.

End Cycles.
