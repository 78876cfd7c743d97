(** Lines through networks of several layers, matrix by matrix and pair by pair; the subspaces hold the lines through
    their points. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerReduction UnitSpaces.
From Equiloss.Layers Require Import PairUnits PairSubspaces Sequences.
Import ListNotations.

Local Open Scope nat_scope.

Section Lines.

Context {K : Field}.
Add Field K_field10 : (field_laws K).

Definition matrix_towards (s : K) (M M' : matrix K) : matrix K := list_towards scalars_towards s M M'.

Lemma layers_towards_cons : forall s (M M' : matrix K) φ φ',
  layers_towards s (M :: φ) (M' :: φ') = matrix_towards s M M' :: layers_towards s φ φ'.
Proof. reflexivity. Qed.

Lemma scalars_towards_cons : forall s a b (x y : list K),
  scalars_towards s (a :: x) (b :: y) = scalar_towards s a b :: scalars_towards s x y.
Proof. reflexivity. Qed.

Lemma scalars_towards_self : forall s (x : list K), scalars_towards s x x = x.
Proof.
  intros s x. induction x as [|a x IH]; [reflexivity|]. rewrite scalars_towards_cons, IH. f_equal.
  unfold scalar_towards. ring.
Qed.

Lemma matrix_towards_self : forall s (M : matrix K), matrix_towards s M M = M.
Proof.
  intros s M. unfold matrix_towards, list_towards. induction M as [|row M IH]; [reflexivity|].
  cbn [combine map fst snd].
  now rewrite IH, scalars_towards_self.
Qed.

Lemma layers_towards_self : forall s (φ : list (matrix K)), layers_towards s φ φ = φ.
Proof.
  intros s φ. induction φ as [|M φ IH]; [reflexivity|]. now rewrite layers_towards_cons, matrix_towards_self, IH.
Qed.

Lemma nth_matrix_towards : forall s (M M' : matrix K) i, length M = length M' ->
  nth i (matrix_towards s M M') [] = scalars_towards s (nth i M []) (nth i M' []).
Proof.
  intro s. induction M as [|row M IH]; intros [|row' M'] i H; try easy; [now destruct i|]. injection H as H.
  destruct i as [|i]; [reflexivity|]. exact (IH M' i H).
Qed.

Lemma matrix_towards_rows : forall s n (M M' : matrix K), rows_of_length n M -> rows_of_length n M' ->
  rows_of_length n (matrix_towards s M M').
Proof.
  intros s n M M' HM HM' row Hrow. apply in_map_iff in Hrow as ([a b] & <- & Hin). cbn [fst snd].
  unfold scalars_towards. rewrite map_length, combine_length.
  rewrite (HM a), (HM' b); [lia|now apply in_combine_r in Hin|now apply in_combine_l in Hin].
Qed.

Lemma matrix_towards_length : forall s (M M' : matrix K), length M = length M' ->
  length (matrix_towards s M M') = length M.
Proof. intros s M M' H. now apply list_towards_length. Qed.

(** The units of a point of the line are on the line through the units. *)
Lemma pair_towards : forall s (N N' L L' : matrix K), length N = length L ->
  rows_of_length (length N) N' -> rows_of_length (length N) L' -> length N' = length L' ->
  pair_units (matrix_towards s N L) (matrix_towards s N' L') = units_towards s (pair_units N N') (pair_units L L').
Proof.
  intros s N N' L L' Hlength HN' HL' Hlength'. unfold pair_units at 1. rewrite matrix_towards_length by exact Hlength.
  unfold units_towards, pair_units. rewrite <- Hlength, combine_maps, map_map. apply map_ext_in. intros i Hi.
  apply in_seq in Hi. cbn [fst snd]. rewrite nth_matrix_towards by exact Hlength. f_equal.
  clear - HN' HL' Hlength'. unfold matrix_towards, list_towards. revert L' HL' Hlength'.
  induction N' as [|row N' IH]; intros [|row' L'] HL' E; try easy. injection E as E. cbn [combine map fst snd].
  rewrite scalars_towards_cons. f_equal.
  - apply nth_towards. rewrite (HN' row), (HL' row') by now left. reflexivity.
  - apply IH; [intros r Hr; apply HN'; now right|intros r Hr; apply HL'; now right|exact E].
Qed.

(** ** Γ_P of units *)

Definition outgoing_length (n : nat) (units : list (list K * list K)) : Prop :=
  forall u, In u units -> length (snd u) = n.

Definition unit_towards (s : K) (u v : (list K * list K)) : (list K * list K) :=
  (scalars_towards s (fst u) (fst v), scalars_towards s (snd u) (snd v)).

Lemma in_units_towards : forall s (c : code) P (l l' : list (list K * list K)) u, length l = length l' ->
  In (c, u) (combine P (units_towards s l l')) ->
  exists v v', u = unit_towards s v v' /\ In (c, v) (combine P l) /\ In (c, v') (combine P l').
Proof.
  intros s c P. induction P as [|b P IH]; intros [|v l] [|v' l'] u Hlength H; try easy.
  injection Hlength as Hlength. cbn in H. destruct H as [[= -> <-]|H].
  - exists v, v'. split; [reflexivity|]. cbn. auto.
  - destruct (IH l l' u Hlength H) as (w & w' & E & Hw & Hw'). exists w, w'. cbn. auto.
Qed.

Lemma nth_error_units_towards : forall s (l l' : list (list K * list K)) t u, length l = length l' ->
  nth_error (units_towards s l l') t = Some u ->
  exists v v', u = unit_towards s v v' /\ nth_error l t = Some v /\ nth_error l' t = Some v'.
Proof.
  intros s. induction l as [|v l IH]; intros [|v' l'] [|t] u Hlength H; try easy.
  - injection H as <-. now exists v, v'.
  - injection Hlength as Hlength. exact (IH l' t u Hlength H).
Qed.

Lemma units_block_sum_towards : forall s n (c : code) P (l l' : list (list K * list K)) j, length l = length l' ->
  outgoing_length n l -> outgoing_length n l' ->
  units_block_sum c P (units_towards s l l') j =
  scalar_towards s (units_block_sum c P l j) (units_block_sum c P l' j).
Proof.
  intros s n c P. unfold units_block_sum.
  induction P as [|b P IH]; intros [|v l] [|v' l'] j Hlength Hl Hl'; try easy;
    try (unfold scalar_towards; cbn; ring).
  injection Hlength as Hlength. specialize (IH l l' j Hlength (fun u Hu => Hl u (or_intror Hu))
    (fun u Hu => Hl' u (or_intror Hu))). unfold units_towards in *. cbn [combine map filter fst snd].
  destruct (code_eq_dec b c); [|exact IH]. cbn [map fst snd]. rewrite !sum_cons, IH.
  rewrite nth_towards by (rewrite (Hl v (or_introl eq_refl)); symmetry; apply Hl'; now left).
  unfold scalar_towards. ring.
Qed.

Lemma units_gamma_towards : forall s n P (base base' l l' : list (list K * list K)), length base = length base' ->
  length l = length l' -> outgoing_length n base -> outgoing_length n base' ->
  outgoing_length n l -> outgoing_length n l' ->
  units_Gamma P base l -> units_Gamma P base' l' -> units_Gamma P (units_towards s base base') (units_towards s l l').
Proof.
  intros s n P base base' l l' Hbase Hl Ob Ob' Ol Ol' (H1 & H2 & H3 & H4 & H5) (_ & H2' & H3' & H4' & H5').
  split; [|split; [|split; [|split]]].
  - unfold units_towards. rewrite map_length, combine_length, <- Hl, Nat.min_id. exact H1.
  - intros t u v Hu Hv. apply in_units_towards in Hu as (w & w' & -> & Hw & Hw'); [|exact Hl].
    apply nth_error_units_towards in Hv as (z & z' & -> & Hz & Hz'); [|exact Hbase]. unfold unit_towards. cbn [fst].
    now rewrite (H2 t w z Hw Hz), (H2' t w' z' Hw' Hz').
  - intros z u v Hu Hv. apply in_units_towards in Hu as (w & w' & -> & Hw & Hw'); [|exact Hl].
    apply in_units_towards in Hv as (x & x' & -> & Hx & Hx'); [|exact Hl]. unfold unit_towards. cbn [fst].
    now rewrite (H3 z w x Hw Hx), (H3' z w' x' Hw' Hx').
  - intros t v j Hv. apply nth_error_units_towards in Hv as (z & z' & -> & Hz & Hz'); [|exact Hbase].
    rewrite (units_block_sum_towards s n) by assumption. rewrite (H4 t z j Hz), (H4' t z' j Hz').
    unfold unit_towards. cbn [snd]. symmetry. apply nth_towards.
    rewrite (Ob z), (Ob' z') by (now apply nth_error_In with t). reflexivity.
  - intros z j. rewrite (units_block_sum_towards s n), H5, H5' by assumption. unfold scalar_towards. ring.
Qed.

(** ** Of pairs, and of networks *)

Lemma gamma_pair_towards : forall s d (M M' M'' N N' L L' : matrix K) m P, labelled_partition (length M) m P ->
  rows_of_length (length M) M' -> rows_of_length (length M) M'' -> length M' = length M'' ->
  pair_replaced d (units_Gamma P) M M' N N' -> pair_replaced d (units_Gamma P) M M'' L L' ->
  pair_replaced d (units_Gamma P) M (matrix_towards s M' M'') (matrix_towards s N L) (matrix_towards s N' L').
Proof.
  intros s d M M' M'' N N' L L' m P HP HM' HM'' Hlength (HN & HN' & HNl & H) (HL & HL' & HLl & H').
  pose proof (gamma_rows M M' N N' m P HP H) as [_ HNm]. pose proof (gamma_rows M M'' L L' m P HP H') as [_ HLm].
  assert (E : length N = length L) by congruence. rewrite <- E in HL'. split; [|split; [|split]].
  - now apply matrix_towards_rows.
  - rewrite matrix_towards_length by exact E. now apply matrix_towards_rows.
  - rewrite !matrix_towards_length by congruence. exact HNl.
  - rewrite (pair_towards s N N' L L') by congruence || assumption. rewrite <- (matrix_towards_self s M) at 1.
    rewrite (pair_towards s M M' M M'') by congruence || assumption.
    assert (Ho : forall X X' : matrix K, outgoing_length (length X') (pair_units X X')).
    { intros X X' u Hu. now apply (pair_units_outgoing X X'). }
    apply (units_gamma_towards s (length M')); try assumption.
    + now rewrite !pair_units_length.
    + now rewrite !pair_units_length.
    + apply Ho.
    + rewrite Hlength. apply Ho.
    + rewrite <- HNl. apply Ho.
    + rewrite Hlength, <- HLl. apply Ho.
Qed.

Lemma gamma_sequence_towards : forall s (θ : list (matrix K)) d d_out m P φ φ', shaped d d_out θ ->
  for_widths labelled_partition θ m P -> layers_Gamma d θ P φ -> layers_Gamma d θ P φ' ->
  layers_Gamma d θ P (layers_towards s φ φ').
Proof.
  intros s. induction θ as [|M θ IH]; intros d d_out m P φ φ' Hshaped HP H H'; [easy|]. destruct θ as [|M0 θ].
  { apply for_widths_single in HP as [_ ->]. destruct H as [_ ->], H' as [_ ->]. split; [easy|].
    apply layers_towards_self. }
  apply for_widths_cons in HP as (n & m' & c & P' & -> & -> & Hc & HP). unfold layers_Gamma in *.
  cbn [last_to_first] in *. destruct H as (M' & N & N' & after & HM' & H & ->).
  destruct H' as (M'' & L & L' & after' & HM'' & H' & ->).
  exists (matrix_towards s M' M''), (matrix_towards s N L), (matrix_towards s N' L'), (layers_towards s after after').
  destruct (sequence_first labelled_partition units_Gamma gamma_rows (M0 :: θ) (length M) d_out m' P' M' after
    (proj2 Hshaped) HP HM') as (X & X' & [= <- _] & Hrows & _ & Hlength).
  destruct (sequence_first labelled_partition units_Gamma gamma_rows (M0 :: θ) (length M) d_out m' P' M'' after'
    (proj2 Hshaped) HP HM'') as (Y & Y' & [= <- _] & Hrows' & _ & Hlength').
  split; [|split].
  - rewrite <- layers_towards_cons. apply (IH (length M) d_out m'); [apply Hshaped|exact HP|exact HM'|exact HM''].
  - apply (gamma_pair_towards s d M M' M'' N N' L L' n c); try assumption. congruence.
  - now rewrite !layers_towards_cons.
Qed.

End Lines.
