(** Theorem 3.1 as printed sums over all tuples b: that is too much as soon as one of them isn't nonincreasing. *)

From Coq Require Import List Arith ZArith QArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums RationalSums.
From Equiloss.Counting Require Import SortedTuples DisplayedSum.
Import ListNotations.

Local Open Scope Q_scope.

Lemma Qsum_le : forall {X : Type} (f g : X -> Q) (l : list X),
  (forall x, In x l -> f x <= g x) -> Qsum (map f l) <= Qsum (map g l).
Proof.
  intros X f g l. induction l as [|x l IH]; intro H; simpl; [apply Qle_refl|].
  apply Qplus_le_compat; [apply H; now left|]. apply IH. intros y Hy. apply H. now right.
Qed.

Lemma Qsum_lt : forall {X : Type} (f g : X -> Q) (l : list X) x,
  In x l -> f x < g x -> (forall y, In y l -> f y <= g y) -> Qsum (map f l) < Qsum (map g l).
Proof.
  intros X f g l x Hx Hlt H. induction l as [|y l IH]; [easy|]. simpl. destruct Hx as [->|Hx].
  - apply Qplus_lt_le_compat; [exact Hlt|]. apply Qsum_le. intros z Hz. apply H. now right.
  - rewrite (Qplus_comm (f y)), (Qplus_comm (g y)). apply Qplus_lt_le_compat; [|apply H; now left].
    apply IH; [exact Hx|]. intros z Hz. apply H. now right.
Qed.

Lemma Qsum_filtered : forall {X : Type} (test : X -> bool) (f : X -> Q) (l : list X),
  Qsum (map f (filter test l)) == Qsum (map (fun x => if test x then f x else 0) l).
Proof.
  intros X test f l. induction l as [|x l IH]; simpl; [reflexivity|].
  destruct (test x); simpl; rewrite IH; ring.
Qed.

(** The displayed sum, as sums within sums. *)
Definition summand (admitted : list nat -> bool) (m : nat) (k b : list nat) : Q :=
  if admitted b then term m k b else 0.
Definition over_tuples (admitted : list nat -> bool) (m j u : nat) (k : list nat) : Q :=
  Qsum (map (summand admitted m k) (compositions j u)).
Definition over_sizes (admitted : list nat -> bool) (r m j u : nat) : Q :=
  Qsum (map (over_tuples admitted m j u) (compositions r (m - u))).
Definition over_units (admitted : list nat -> bool) (r m j : nat) : Q :=
  Qsum (map (over_sizes admitted r m j) (seq 0 (S m))).

Lemma displayed_sums : forall admitted r m,
  displayed admitted r m == Qsum (map (over_units admitted r m) (seq 0 (S (m - r)))).
Proof.
  intros admitted r m. unfold displayed. rewrite Qsum_flat_map. apply Qsum_ext. intros j _.
  rewrite Qsum_flat_map. apply Qsum_ext. intros u _. rewrite Qsum_flat_map. apply Qsum_ext. intros k _.
  apply Qsum_filtered.
Qed.

Lemma term_positive : forall m k b, 0 < term m k b.
Proof.
  intros m k b. unfold term. apply Qlt_shift_div_l.
  - assert (Hproduct : forall l, (0 < product (map factorial l))%Z).
    { induction l as [|x l IH]; [easy|]. apply Z.mul_pos_pos; [apply factorial_positive|exact IH]. }
    change 0 with (inject_Z 0). rewrite <- Zlt_Qlt. apply Z.mul_pos_pos; [apply Hproduct|].
    rewrite <- (map_map (fun i => count_occ Nat.eq_dec b i) factorial). apply Hproduct.
  - rewrite Qmult_0_l. change 0 with (inject_Z 0). rewrite <- Zlt_Qlt. apply factorial_positive.
Qed.

Lemma summand_le : forall m k b, summand nonincreasing m k b <= summand (fun _ => true) m k b.
Proof.
  intros m k b. unfold summand. destruct (nonincreasing b); [apply Qle_refl|]. apply Qlt_le_weak, term_positive.
Qed.

Lemma over_tuples_le : forall m j u k, over_tuples nonincreasing m j u k <= over_tuples (fun _ => true) m j u k.
Proof. intros. apply Qsum_le. intros b _. apply summand_le. Qed.

Lemma over_sizes_le : forall r m j u, over_sizes nonincreasing r m j u <= over_sizes (fun _ => true) r m j u.
Proof. intros. apply Qsum_le. intros k _. apply over_tuples_le. Qed.

Lemma over_units_le : forall r m j, over_units nonincreasing r m j <= over_units (fun _ => true) r m j.
Proof. intros. apply Qsum_le. intros u _. apply over_sizes_le. Qed.

(** For m − r ≥ 3 the tuple (1, m − r − 1) isn't nonincreasing. *)
Lemma printed_sum_larger : forall r m, (r + 3 <= m)%nat -> displayed nonincreasing r m < displayed (fun _ => true) r m.
Proof.
  intros r m H. rewrite !displayed_sums. apply (Qsum_lt _ _ _ 2%nat); [apply in_seq; lia| |intros; apply over_units_le].
  apply (Qsum_lt _ _ _ (m - r)%nat); [apply in_seq; lia| |intros; apply over_sizes_le].
  apply (Qsum_lt _ _ _ (repeat 1%nat r)); [|idtac|intros; apply over_tuples_le].
  - apply in_compositions. rewrite repeat_length. split; [easy|]. split.
    + replace (m - (m - r))%nat with r by lia. clear. induction r as [|r IH]; [easy|]. simpl. now rewrite IH.
    + intros x Hx. apply repeat_spec in Hx. now subst.
  - apply (Qsum_lt _ _ _ [1; m - r - 1]%nat); [| |intros; apply summand_le].
    + apply in_compositions. simpl. repeat split; [lia|]. intros x [<-|[<-|[]]]; lia.
    + unfold summand. simpl nonincreasing. replace (m - r - 1 <=? 1)%nat with false by (symmetry; apply Nat.leb_gt; lia).
      apply term_positive.
Qed.

(** For m − r ≤ 2 every tuple is nonincreasing. *)
Lemma printed_sum_equal : forall r m, (m <= r + 2)%nat -> displayed (fun _ => true) r m == displayed nonincreasing r m.
Proof.
  intros r m H. rewrite !displayed_sums. apply Qsum_ext. intros j _. apply Qsum_ext. intros u Hu.
  apply in_seq in Hu. apply Qsum_ext. intros k Hk. apply in_compositions in Hk as (Hlength & Hsum & Hpositive).
  assert (Hr : (length k <= list_sum k)%nat).
  { clear - Hpositive. induction k as [|x k IH]; [easy|]. simpl.
    pose proof (Hpositive x (or_introl eq_refl)). specialize (IH (fun y Hy => Hpositive y (or_intror Hy))). lia. }
  apply Qsum_ext. intros b Hb. apply in_compositions in Hb as (_ & Hb & Hb1).
  unfold summand. replace (nonincreasing b) with true; [reflexivity|].
  destruct b as [|x [|y b]]; [easy..|].
  pose proof (Hb1 x (or_introl eq_refl)). pose proof (Hb1 y (or_intror (or_introl eq_refl))). simpl in Hb.
  destruct b as [|z b]; [|pose proof (Hb1 z (or_intror (or_intror (or_introl eq_refl)))); simpl in Hb; lia].
  simpl in *. symmetry. rewrite andb_true_r. apply Nat.leb_le. lia.
Qed.

Theorem printed_sum_too_large : PrintedSumTooLarge.
Proof.
  intros r m Hrm. pose proof (sorted_sum_is_t r m Hrm) as Hsorted. split; intro H.
  - now rewrite printed_sum_equal.
  - rewrite <- Hsorted. now apply printed_sum_larger.
Qed.
