(** A network that lies in a subspace is accepted. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Spaces.
From Equiloss.Layers Require Import Layers LayerNormalForms LayerManifold UnitSpaces.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership SoundEnumeration SoundMembership.
Import ListNotations.

Section Complete.

Context {K : Field} (d_in d_out : nat).

Lemma check_shape_complete : forall θ : list (list K * list K), units_shaped d_in d_out θ ->
  check_shape d_in d_out θ = true.
Proof.
intros θ H. apply forallb_forall. intros u Hu. apply andb_true_iff. rewrite !Nat.eqb_eq. now apply H.
Qed.

Lemma check_block_complete : forall (w a : list K) units, length a = d_out ->
  (forall u, In u units -> length (snd u) = d_out) -> (forall u, In u units -> fst u = w) ->
  (forall j, sum (map (fun u => nth j (snd u) zero) units) = nth j a zero) -> check_block w a units = true.
Proof.
intros w a units Ha Hunits Hw Hsum. apply andb_true_iff. split.
  - apply forallb_forall. intros u Hu. now apply same_entries_iff, Hw.
  - apply same_entries_iff.
    replace (map (fun _ => zero) a) with (repeat (@zero K) d_out) by
      (rewrite <- Ha; clear; induction a as [|x a IH]; [reflexivity|cbn [length repeat map]; now rewrite IH]).
    assert (Hall : forall v, In v (map snd units) -> length v = d_out).
    { intros v Hv. apply in_map_iff in Hv as (u & <- & Hu). now apply Hunits. }
    apply (nth_ext _ _ zero zero); [now rewrite entries_sum_length|]. intros j _.
    rewrite nth_of_sum, map_map by exact Hall. apply Hsum.
Qed.

Lemma check_member_complete : forall (base θ : list (list K * list K)) P, units_shaped d_in d_out base ->
  units_shaped d_in d_out θ -> units_Gamma P base θ -> check_member d_in d_out base P θ = true.
Proof.
intros base θ P Hbase Hθ (Hlength & Hlabel & Hzero & Hsum & Hnone). rewrite check_member_is.
unfold check_member_plainly. rewrite !andb_true_iff.
assert (Hunits : forall c u, In u (units_of c (combine P θ)) -> In (c, u) (combine P θ) /\ length (snd u) = d_out).
{ intros c u Hu. apply in_units_of in Hu. split; [exact Hu|]. now apply Hθ, (in_combine_r P _ c). }
  split; [split; [split|]|].
  - now apply Nat.eqb_eq.
  - now apply check_shape_complete.
  - assert (H : forall i v, nth_error base i = Some v ->
      check_block (fst v) (snd v) (units_of (Label (0 + i)) (combine P θ)) = true).
    { intros i v Hv. apply check_block_complete.
      - apply Hbase. now apply nth_error_In with i.
      - intros u Hu. now apply Hunits in Hu.
      - intros u Hu. apply Hunits in Hu as [Hu _]. now apply (Hlabel i u v).
      - intro j. rewrite <- block_sum_of_units. now apply Hsum. }
    revert H. generalize 0. clear. induction base as [|u base IH]; intros t H; [reflexivity|]. cbn [check_labels].
    apply andb_true_iff. split; [rewrite <- (Nat.add_0_r t); now apply (H 0)|]. apply IH. intros i v Hv.
    rewrite Nat.add_succ_comm. now apply (H (S i)).
  - apply forallb_forall. intros z _. destruct (units_of (Zero z) (combine P θ)) as [|u units] eqn:E; [reflexivity|].
    rewrite <- E. apply check_block_complete.
    + apply repeat_length.
    + intros v Hv. now apply Hunits in Hv.
    + intros v Hv. apply Hunits in Hv as [Hv _]. apply (Hzero z v u Hv). apply Hunits. rewrite E. now left.
    + intro j. rewrite <- block_sum_of_units, Hnone. symmetry. apply nth_repeat.
Qed.

(** Units of an irreducible network: distinct incoming vectors, and an entry other than 0 in each outgoing one. *)
Lemma check_irreducible_settled : forall θ : list (list K * list K), check_irreducible θ = true -> settled_units θ.
Proof.
induction θ as [|u θ IH]; intro H; [split; [constructor|easy]|]. cbn [check_irreducible] in H.
rewrite !andb_true_iff, !negb_true_iff in H. destruct H as [[Hout Hzero] H].
    destruct (IH H) as [Hdistinct Hnonzero].
  split.
  - cbn [map]. constructor; [|exact Hdistinct]. intro Hin. apply in_map_iff in Hin as (v & E & Hv).
    rewrite <- not_true_iff_false in Hout. apply Hout, existsb_exists. exists v. split; [exact Hv|].
    now apply same_entries_iff.
  - intros v [<-|Hv]; [|now apply Hnonzero]. clear - Hzero. unfold all_zero in Hzero.
    induction (snd u) as [|x l IH]; [discriminate|]. cbn [forallb] in Hzero.
    destruct (scalar_eq_dec x zero) as [E|E]; [|now exists x; split; [left|]].
    destruct (IH Hzero) as (y & Hy & Hne). exists y. split; [now right|exact Hne].
Qed.

(** Such lists are networks over spaces with coordinates. *)
Lemma as_networks : forall base : list (list K * list K), units_shaped d_in d_out base -> check_irreducible base =
  true ->
  exists (W A : VectorSpace K) (base' : network W A), irreducible base' /\ length base' = length base /\
    forall θ, units_shaped d_in d_out θ -> exists θ' : network W A, forall P, units_Gamma P base θ <->
      Gamma base' P θ'.
Proof.
intros base Hbase Hirreducible.
destruct (@coordinates_exist K d_in) as (W & row & _ & Hrow & Honto).
destruct (@coordinates_exist K d_out) as (A & column & _ & Hcolumn & Honto').
destruct (written_onto d_in d_out row column Honto Honto' base Hbase) as [base' <-].
exists W, A, base'. split; [|split].
  - now apply (written_irreducible d_out row column Hcolumn), check_irreducible_settled.
  - symmetry. apply map_length.
  - intros θ Hθ. destruct (written_onto d_in d_out row column Honto Honto' θ Hθ) as [θ' <-]. exists θ'. intro P.
    now apply (written_gamma d_in d_out row column).
Qed.

End Complete.
