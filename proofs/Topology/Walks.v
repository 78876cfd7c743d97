(** A segment inside Θ lies in one of its subspaces, as these are finitely many and affine; so paths of segments are
    walks in the graph of the subspaces. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces OrderedFields.
From Equiloss.Counting Require Import Enumeration.
From Equiloss.Topology Require Import Segments MinimalWidth.
Import ListNotations.

Local Open Scope nat_scope.

(** ** The subspaces are affine *)

Section Affine.

Context {K : Field} {W A : VectorSpace K}.
Add Field affine_field : (field_laws K).

Lemma in_combine_towards : forall (P : list code) s (θ θ' : network W A) c u,
  length θ = length θ' -> In (c, u) (combine P (network_towards s θ θ')) ->
  exists v v', In (c, v) (combine P θ) /\ In (c, v') (combine P θ') /\ u = neuron_towards s v v'.
Proof.
  induction P as [|d P IH]; intros s [|v θ] [|v' θ'] c u Hlength H; try discriminate Hlength; try easy.
  destruct H as [[= -> <-]|H].
  - exists v, v'. repeat split; now left.
  - destruct (IH s θ θ' c u) as (v1 & v2 & H1 & H2 & E); [now injection Hlength|exact H|].
    exists v1, v2. repeat split; [now right|now right|exact E].
Qed.

Lemma block_sum_cons : forall c d P (u : W * A) θ,
  block_sum c (d :: P) (u :: θ) = if code_eq_dec d c then vadd (snd u) (block_sum c P θ) else block_sum c P θ.
Proof. intros c d P u θ. unfold block_sum. simpl. now destruct (code_eq_dec d c). Qed.

Lemma block_sum_towards : forall c P s (θ θ' : network W A), length θ = length θ' ->
  block_sum c P (network_towards s θ θ') = vector_towards s (block_sum c P θ) (block_sum c P θ').
Proof.
  intros c P s. induction P as [|d P IH]; intros [|u θ] [|u' θ'] H; try discriminate H;
    try (symmetry; apply towards_self).
  change (network_towards s (u :: θ) (u' :: θ')) with (neuron_towards s u u' :: network_towards s θ θ').
  rewrite !block_sum_cons, IH by now injection H. destruct (code_eq_dec d c); [|easy].
  unfold neuron_towards, vector_towards. simpl. vector_identity.
Qed.

Lemma network_towards_length : forall s (θ θ' : network W A), length θ = length θ' ->
  length (network_towards s θ θ') = length θ.
Proof. intros s θ θ' H. unfold network_towards. rewrite map_length, combine_length, <- H. apply Nat.min_id. Qed.

Lemma gamma_line : forall (base : network W A) P θ θ',
  Gamma base P θ -> Gamma base P θ' -> forall s, Gamma base P (network_towards s θ θ').
Proof.
  intros base P θ θ' (Hl & Hlabel & Hzero & Hsum & Hsum0) (Hl' & Hlabel' & Hzero' & Hsum' & Hsum0') s.
  assert (H : length θ = length θ') by congruence. repeat split.
  - now rewrite network_towards_length.
  - intros t u v Hu Hv. apply in_combine_towards in Hu as (u0 & u1 & H0 & H1 & ->); [|exact H]. simpl.
    rewrite (Hlabel t u0 v H0 Hv), (Hlabel' t u1 v H1 Hv). apply towards_self.
  - intros z u v Hu Hv. apply in_combine_towards in Hu as (u0 & u1 & H0 & H1 & ->); [|exact H].
    apply in_combine_towards in Hv as (v0 & v1 & H2 & H3 & ->); [|exact H]. simpl.
    now rewrite (Hzero z u0 v0 H0 H2), (Hzero' z u1 v1 H1 H3).
  - intros t v Hv. rewrite block_sum_towards, (Hsum t v Hv), (Hsum' t v Hv) by exact H. apply towards_self.
  - intro z. rewrite block_sum_towards, Hsum0, Hsum0' by exact H. apply towards_self.
Qed.

(** The line through two points of a line is this line. *)
Lemma same_line : forall (s t u : K) (θ θ' : network W A), s <> t ->
  network_towards u θ θ' =
  network_towards (mul (add u (opp s)) (inv (add t (opp s)))) (network_towards s θ θ') (network_towards t θ θ').
Proof.
  intros s t u θ θ' Hst.
  assert (Hne : add t (opp s) <> zero).
  { intro E. apply Hst. transitivity (add t (opp (add t (opp s)))); [ring|]. rewrite E. ring. }
  revert θ'. induction θ as [|[w a] θ IH]; intros [|[w' a'] θ']; try easy.
  unfold network_towards in *. simpl. rewrite <- IH. f_equal.
  unfold neuron_towards, vector_towards. simpl. f_equal; vector_identity; field; exact Hne.
Qed.

End Affine.

Lemma repeated : forall {Y : Type} (Hdec : forall y y' : Y, {y = y'} + {y <> y'}) (l : list Y),
  ~ NoDup l -> exists y l1 l2 l3, l = l1 ++ y :: l2 ++ y :: l3.
Proof.
  intros Y Hdec l. induction l as [|y l IH]; intro H; [elim H; constructor|].
  destruct (in_dec Hdec y l) as [Hin|Hout].
  - apply in_split in Hin as (l2 & l3 & ->). now exists y, [], l2, l3.
  - destruct IH as (z & l1 & l2 & l3 & ->); [intro Hl; apply H; now constructor|]. now exists z, (y :: l1), l2, l3.
Qed.

(** If more things are sorted into fewer places, two of them share one. *)
Lemma two_share : forall (X Y : Type) (R : X -> Y -> Prop) (xs : list X) (ys : list Y),
  (forall y y' : Y, {y = y'} + {y <> y'}) -> NoDup xs -> (forall x, In x xs -> exists y, In y ys /\ R x y) ->
  length ys < length xs -> exists x x' y, In x xs /\ In x' xs /\ x <> x' /\ In y ys /\ R x y /\ R x' y.
Proof.
  intros X Y R xs ys Hdec Hdistinct H Hlength.
  assert (Hplaces : exists places, Forall2 R xs places /\ length places = length xs /\ incl places ys).
  { clear Hdistinct Hlength. induction xs as [|x xs IH]; [now exists []|].
    destruct (H x) as (y & Hy & Hxy); [now left|]. destruct IH as (places & HR & Hl & Hincl); [intros; apply H; now right|].
    exists (y :: places). split; [now constructor|]. split; [simpl; now rewrite Hl|]. intros z [<-|Hz]; [easy|now apply Hincl]. }
  destruct Hplaces as (places & HR & Hl & Hincl). assert (Hrepeated : ~ NoDup places).
  { intro Hn. apply (NoDup_incl_length Hn) in Hincl. lia. }
  apply (repeated Hdec) in Hrepeated as (y & l1 & l2 & l3 & ->).
  apply Forall2_app_inv_r in HR as (k1 & k & _ & HR & ->). inversion HR as [|x y' k' l' Hx HR' E E']. subst.
  apply Forall2_app_inv_r in HR' as (k2 & k'' & _ & HR'' & ->). inversion HR'' as [|x' y'' k3 l'' Hx' HR3 E E']. subst.
  exists x, x', y. repeat split; try easy.
  - apply in_or_app. right. now left.
  - apply in_or_app. right. right. apply in_or_app. right. now left.
  - intros ->. apply NoDup_remove_2 in Hdistinct. apply Hdistinct, in_or_app. right. apply in_or_app. right. now left.
  - apply Hincl, in_or_app. right. now left.
Qed.

Section Walks.

Context {K : OrderedField} {W A : VectorSpace K}.
Add Field walks_field : (field_laws K).

(** 1, 1/2, 1/3, ... *)
Definition fraction (n : nat) : K := inv (of_nat (S n)).

Lemma fraction_between : forall n, at_most zero (fraction n) /\ at_most (fraction n) one.
Proof.
  intro n. pose proof (positive_of_nat (K := K) n) as H. pose proof (inverse_positive _ H) as Hi.
  split; [now left|]. pose proof (of_nat_monotone (K := K) 1 (S n) ltac:(lia)) as Hone.
  apply (at_most_mul _ _ (inv (of_nat (S n)))) in Hone; [|now left].
  replace (mul (inv (of_nat (S n))) (of_nat (S n))) with (@one K) in Hone
    by (field; now apply positive_not_zero).
  replace (mul (inv (of_nat (S n))) (of_nat 1)) with (fraction n) in Hone by (unfold fraction; simpl; ring).
  exact Hone.
Qed.

Lemma fraction_injective : forall n k, fraction n = fraction k -> n = k.
Proof.
  intros n k E. apply Nat.succ_inj, (of_nat_injective (ordered_characteristic_zero (K := K))).
  pose proof (positive_not_zero _ (positive_of_nat (K := K) n)) as Hn.
  pose proof (positive_not_zero _ (positive_of_nat (K := K) k)) as Hk.
  transitivity (mul (mul (of_nat (S n)) (fraction k)) (of_nat (S k))); [unfold fraction; field; exact Hk|].
  rewrite <- E. unfold fraction. field. exact Hn.
Qed.

Lemma segment_in_one : forall (base θ θ' : network W A) m,
  closed_segment_inside (Theta base m) θ θ' ->
  exists P, labelled_partition (length base) m P /\ forall s, Gamma base P (network_towards s θ θ').
Proof.
  intros base θ θ' m [Hlength H]. set (subspaces := enumerate_labelled_partitions (length base) m).
  destruct (two_share nat (list code) (fun n P => Gamma base P (network_towards (fraction n) θ θ'))
    (seq 0 (S (length subspaces))) subspaces) as (n & k & P & _ & _ & Hnk & HP & Hn & Hk).
  - apply list_eq_dec, code_eq_dec.
  - apply seq_NoDup.
  - intros n _. destruct (fraction_between n) as [Hl Hu]. destruct (H (fraction n) Hl Hu) as (P & HP & HΓ).
    exists P. split; [|exact HΓ]. now apply enumerate_complete.
  - rewrite seq_length. lia.
  - exists P. split; [now apply enumerate_complete|]. intro s.
    rewrite (same_line (fraction n) (fraction k)) by (intro E; now apply Hnk, fraction_injective).
    now apply gamma_line.
Qed.

Lemma network_towards_zero : forall θ θ' : network W A, length θ = length θ' -> network_towards zero θ θ' = θ.
Proof.
  unfold network_towards. induction θ as [|[w a] θ IH]; intros [|[w' a'] θ'] H; try discriminate H; [easy|].
  simpl. rewrite IH by now injection H. unfold neuron_towards. simpl. now rewrite !towards_zero.
Qed.

Lemma gamma_segment : forall (base θ θ' : network W A) m P, labelled_partition (length base) m P ->
  Gamma base P θ -> Gamma base P θ' -> closed_segment_inside (Theta base m) θ θ'.
Proof.
  intros base θ θ' m P HP H H'. split; [destruct H as [-> _], H' as [-> _]; easy|].
  intros s _ _. exists P. split; [exact HP|now apply gamma_line].
Qed.

Lemma segments_and_walks : forall (base : network W A) m n θ θ',
  joined_by_closed_segments (Theta base m) (S n) θ θ' <->
  exists P, labelled_partition (length base) m P /\ Gamma base P θ /\ walk_to base m n P θ'.
Proof.
  intros base m. induction n as [|n IH]; intros θ θ'; split.
  - intros (φ & Hsegment & E). simpl in E. subst φ. destruct (segment_in_one _ _ _ _ Hsegment) as (P & HP & Hline).
    destruct Hsegment as [Hlength _]. exists P. split; [exact HP|]. split.
    + rewrite <- (network_towards_zero θ θ' Hlength). apply Hline.
    + simpl. rewrite <- (network_towards_one θ θ' Hlength). apply Hline.
  - intros (P & HP & H & H'). exists θ'. split; [now apply (gamma_segment base θ θ' m P)|reflexivity].
  - intros (φ & Hsegment & Hrest). apply IH in Hrest as (Q & HQ & Hφ & Hwalk).
    destruct (segment_in_one _ _ _ _ Hsegment) as (P & HP & Hline). destruct Hsegment as [Hlength _].
    exists P. split; [exact HP|]. split.
    + rewrite <- (network_towards_zero θ φ Hlength). apply Hline.
    + exists Q. split; [exact HQ|]. split; [|exact Hwalk]. exists φ. split; [|exact Hφ].
      rewrite <- (network_towards_one θ φ Hlength). apply Hline.
  - intros (P & HP & H & Q & HQ & (φ & HφP & HφQ) & Hwalk). exists φ.
    split; [now apply (gamma_segment base θ φ m P)|]. apply IH. now exists Q.
Qed.

End Walks.

Theorem segment_in_one_subspace : SegmentInOneSubspace.
Proof. intros K W A base θ θ' m. apply segment_in_one. Qed.

Theorem segments_are_walks : SegmentsAreWalks.
Proof. intros K W A base θ θ' m n. apply segments_and_walks. Qed.
