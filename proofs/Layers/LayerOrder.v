(** Two networks of widths 1-2-2-1: each is reached from 1-1-1-1 in one order of expansions and not in the other. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Subspaces Require Import GenericPoints.
From Equiloss.Layers Require Import Layers LayerNormalForms LayerReduction PairUnits PairSubspaces.
Import ListNotations.

Local Open Scope nat_scope.

Section Witnesses.

Context {K : Field} (characteristic : characteristic_zero K).
Add Field K_field11 : (field_laws K).

Definition half : K := inv (add one one).

Lemma one_nonzero : @one K <> zero.
Proof. apply (F_1_neq_0 (field_laws K)). Qed.

Lemma halves : add half half = one.
Proof. unfold half. field. exact (two_nonzero characteristic). Qed.

Lemma half_nonzero : half <> zero.
Proof. intro E. apply one_nonzero. rewrite <- halves, E. ring. Qed.

Definition narrow : list (matrix K) := [[[one]]; [[one]]; [[one]]].
(** The copies of the first unit feed different copies of the second. *)
Definition crossed : list (matrix K) := [[[one]; [one]]; [[one; zero]; [zero; one]]; [[half; half]]].
(** A unit that isn't read reads another that isn't read. *)
Definition unread : list (matrix K) := [[[one]; [zero]]; [[one; zero]; [zero; one]]; [[one; zero]]].

Lemma narrow_base : irreducible_base 1 1 narrow.
Proof.
  split; [easy|]. split; [easy|]. split; [|split].
  - repeat split; intros row [<-|[]]; reflexivity.
  - apply settled_irreducible. assert (H : settled_pair [[one]] [[@one K]]).
    { split; [repeat constructor; easy|]. intros [|i] Hi; [|cbn in Hi; lia]. exists [one]. split; [now left|].
      exact one_nonzero. }
    split; [exact H|]. split; [exact H|exact I].
  - cbn. lia.
Qed.

(** Both units copy the unit of the base, or the second one is of a zero block. *)
Lemma copied_twice : labelled_partition 1 2 [Label 0; Label 0].
Proof.
  split; [reflexivity|]. split; [|easy]. intro t. split; [intros [E|[E|[]]]; injection E as <-; lia|].
  intro Ht. left. f_equal. lia.
Qed.

Lemma copied_once : labelled_partition 1 2 [Label 0; Zero 0].
Proof.
  split; [reflexivity|]. split; [|cbn; tauto]. intro t. split; [intros [E|[E|[]]]; [injection E as <-; lia|easy]|].
  intro Ht. left. f_equal. lia.
Qed.

Ltac at_places j := destruct j as [|[|[|j]]]; cbn; first [ring|rewrite <- halves; ring].

(** The conditions of [units_Gamma], at every place. *)
Ltac check_gamma :=
  split; [reflexivity|]; split; [|split; [|split]];
  [intros [|t] u v Hu Hv; cbn in Hu, Hv;
    [injection Hv as <-; repeat (destruct Hu as [Hu|Hu]; [try discriminate Hu; now injection Hu as <-|]); easy
    |destruct t; discriminate Hv]
  |intros z u v Hu Hv; cbn in Hu, Hv;
    repeat (destruct Hu as [Hu|Hu]; [try discriminate Hu|]); try easy;
    repeat (destruct Hv as [Hv|Hv]; [try discriminate Hv|]); try easy; congruence
  |intros [|t] v j Hv; cbn in Hv; [injection Hv as <-|destruct t; discriminate Hv];
    unfold units_block_sum; cbn; at_places j
  |intros [|z] j; unfold units_block_sum; cbn; at_places j].

Lemma crossed_last_to_first : layers_Theta 1 narrow [2; 2] crossed.
Proof.
  exists [[one]; [one]], [[one]; [one]], [[one; zero]; [zero; one]], [[[half; half]]].
  split; [|split; [|reflexivity]].
  - exists [[one]], [[one]; [one]], [[half; half]], []. split; [now split|]. split; [|reflexivity].
    split; [now intros row [<-|[<-|[]]]|]. split; [now intros row [<-|[]]|]. split; [reflexivity|].
    exists [Label 0; Label 0]. split; [exact copied_twice|]. check_gamma.
  - split; [now intros row [<-|[<-|[]]]|]. split; [now intros row [<-|[<-|[]]]|]. split; [reflexivity|].
    exists [Label 0; Label 0]. split; [exact copied_twice|]. check_gamma.
Qed.

Lemma unread_first_to_last : first_to_last units_Theta 1 narrow [2; 2] unread.
Proof.
  exists [[one]], [[one]], [[[one]]], [[one]; [zero]], [[one; zero]], [[[one; zero]; [zero; one]]; [[one; zero]]].
  split; [reflexivity|]. split; [|split; [|reflexivity]].
  - split; [now intros row [<-|[<-|[]]]|]. split; [now intros row [<-|[]]|]. split; [reflexivity|].
    exists [Label 0; Zero 0]. split; [exact copied_once|]. check_gamma.
  - exists [[one; zero]], [[one]], [], [[one; zero]; [zero; one]], [[one; zero]], [[[one; zero]]].
    split; [reflexivity|]. split; [|split; [now exists [[one; zero]]|reflexivity]].
    split; [now intros row [<-|[<-|[]]]|]. split; [now intros row [<-|[]]|]. split; [reflexivity|].
    exists [Label 0; Zero 0]. split; [exact copied_once|]. check_gamma.
Qed.

(** ** Not in the other order: the measures of a pair differ *)

(** A pair with distinct rows can only come from one that has the rows whose columns aren't 0. *)
Lemma theta_has_row : forall d m (M M' N N' : matrix K) i j, rows_of_length d M ->
  pair_replaced d (units_Theta m) M M' N N' -> NoDup N -> i < length N -> nth i (nth j N' []) zero <> zero ->
  In (nth i N []) M.
Proof.
  intros d m M M' N N' i j HM H Hdistinct Hi Hne. destruct (in_dec row_eq_dec (nth i N []) M) as [|Hout]; [assumption|].
  elim Hne. pose proof (nth_error_In _ _ (nth_pair_units N N' i Hi)) as Hin.
  rewrite <- nth_column. apply (units_measure_distinct (pair_units N N') _ j) in Hin; [|now rewrite incoming_of_pair].
  cbn [fst snd] in Hin. rewrite <- Hin, (theta_measure d m M M' N N' HM H). apply units_measure_absent.
  now rewrite incoming_of_pair.
Qed.

Lemma distinct_rows : NoDup [[one; zero]; [zero; @one K]].
Proof.
  constructor; [|repeat constructor; easy]. intros [E|[]]. injection E as E _. now apply one_nonzero.
Qed.

Lemma crossed_not_first_to_last : ~ first_to_last units_Theta 1 narrow [2; 2] crossed.
Proof.
  intros (M & M' & after & N & N' & ψ & [= <- <- <-] & (_ & HN' & Hlength & _) & H & [= <- <-]).
  destruct H as (L & L' & rest & X & X' & ψ & [= <- <- <-] & H & (Y & [= <-] & ->) & [= <- <-]).
  assert (Hrow : forall i, i < 2 -> In (nth i [[one; zero]; [zero; @one K]] []) N').
  { intros i Hi. apply (theta_has_row 2 2 N' [[one]] [[one; zero]; [zero; one]] [[half; half]] i 0); try assumption.
    - exact distinct_rows.
    - destruct i as [|[|i]]; [exact half_nonzero|exact half_nonzero|lia]. }
  pose proof (Hrow 0 Nat.lt_0_2) as H0. pose proof (Hrow 1 Nat.lt_1_2) as H1. cbn in H0, H1.
  (* But N' has one row. *)
  destruct N' as [|row [|]]; try easy. destruct H0 as [->|[]], H1 as [E|[]].
  injection E as E _. now apply one_nonzero.
Qed.

Lemma unread_not_last_to_first : ~ layers_Theta 1 narrow [2; 2] unread.
Proof.
  intros (M' & N & N' & after & _ & H & [= <- <- _]).
  assert (Hin : In [zero] [[@one K]]).
  { apply (theta_has_row 1 2 [[one]] M' [[one]; [zero]] [[one; zero]; [zero; one]] 1 1); try assumption.
    - now intros row [<-|[]].
    - constructor; [|repeat constructor; easy]. intros [E|[]]. injection E as E. now apply one_nonzero.
    - cbn. lia.
    - exact one_nonzero. }
  destruct Hin as [E|[]]. injection E as E. now apply one_nonzero.
Qed.

(** Both are in some Φ_P. *)
Lemma both_in_Phi : layers_Phi [Label 0] [[Label 0; Zero 0]; [Label 0; Zero 0]] narrow unread /\
  layers_Phi [Label 0] [[Label 0; Label 0]; [Label 0; Label 0]] narrow crossed.
Proof.
  cbn [layers_Phi narrow unread crossed]. split; (split; [|split]); (split; [reflexivity|]);
    (split; [intros row Hrow; repeat (destruct Hrow as [<-|Hrow]; [reflexivity|]); easy|]); split.
  all: try (intros [|[|i]] [|[|j]] z row row' Hi Hj Hrow Hrow'; cbn in Hi, Hj, Hrow, Hrow'; try easy;
    try (now destruct i); try (now destruct j); now replace row' with row by congruence).
  all: intros [|[|i]] t row w Ht Hrow Hw; cbn in Ht, Hrow, Hw; try (now destruct i); try easy;
    injection Ht as <-; injection Hrow as <-; cbn in Hw; injection Hw as <-;
    (split; [intros [|s] Hs; [cbn; first [ring|rewrite <- halves; ring]|cbn in Hs; lia]|intros [|z]; cbn; ring]).
Qed.

End Witnesses.

Theorem order_matters : OrderMatters.
Proof.
  intros K characteristic. exists narrow, crossed, unread. split; [exact narrow_base|]. split; [reflexivity|].
  split; [now apply crossed_last_to_first|]. split; [now apply crossed_not_first_to_last|].
  split; [now apply unread_first_to_last|now apply unread_not_last_to_first].
Qed.

Theorem forward_pass_larger : ForwardPassLarger.
Proof.
  intros K characteristic. exists narrow, unread, crossed. split; [exact narrow_base|]. split; [reflexivity|].
  split; [|split; [now apply unread_not_last_to_first|split; [|now apply crossed_not_first_to_last]]].
  - exists [[Label 0; Zero 0]; [Label 0; Zero 0]]. split; [|exact (proj1 (both_in_Phi characteristic))].
    split; [reflexivity|]. cbn. constructor; [exact copied_once|]. constructor; [exact copied_once|constructor].
  - exists [[Label 0; Label 0]; [Label 0; Label 0]]. split; [|exact (proj2 (both_in_Phi characteristic))].
    split; [reflexivity|]. cbn. constructor; [exact copied_twice|]. constructor; [exact copied_twice|constructor].
Qed.
