(** The matching is acyclic: gradient paths go from copies with their label elsewhere to copies without, on to cells
    without the first unit, and on to those where it alone has the first label; in each copy they end by induction. *)

From Coq Require Import List Arith Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import Spread.
From Equiloss.Topology Require Import CellTypes Matching.
Import ListNotations.

Local Open Scope nat_scope.

(** All gradient paths from g end. *)
Definition ends (labels : list nat) (n : nat) (g : list (option nat)) : Prop :=
  Acc (transp _ (gradient_step (onto labels n) (mate labels))) g.

Lemma facet_backwards : forall g h, facet g h -> ~ facet h g.
Proof. intros g h H H'. apply facet_filled in H, H'. lia. Qed.

Lemma facet_not_itself : forall g, ~ facet g g.
Proof. intros g H. now apply (facet_backwards g g). Qed.

Section Paths.

Variables (τ : nat) (others : list nat) (n : nat).
Hypothesis distinct : NoDup (τ :: others).
Hypothesis spare : length (τ :: others) <= n.
Hypothesis shorter : forall labels h, NoDup labels -> onto labels n h -> ends labels n h.

(** To prove that all paths end it is enough to look at the next cells. *)
Lemma ends_by_steps : forall x h u, mate (τ :: others) (x :: h) = u ->
  (facet (x :: h) u -> forall y, onto (τ :: others) (S n) y -> facet y u -> y <> x :: h ->
    ends (τ :: others) (S n) y) ->
  ends (τ :: others) (S n) (x :: h).
Proof.
  intros x h u E H. constructor. intros y (_ & Hy & Hup & Hdown & Hne). rewrite E in Hup, Hdown. now apply H.
Qed.

(** From a copy where only the first unit has label t the next cell is in that copy too. *)
Lemma next_without : forall t u y,
  In t (τ :: others) -> onto (without t (τ :: others)) n u -> onto (τ :: others) (S n) y -> facet y (Some t :: u) ->
  exists y', y = Some t :: y' /\ facet y' u /\ onto (without t (τ :: others)) n y'.
Proof.
  intros t u y Ht Hu Hy Hfacet. assert (Hout := onto_without _ _ _ _ Hu).
  apply facet_of_cons in Hfacet as [->|(y' & -> & Hfacet)].
  - apply (proj1 (onto_none _ _ _)) in Hy. destruct Hout. now apply Hy.
  - exists y'. split; [easy|]. split; [exact Hfacet|].
    apply onto_some in Hy as [_ [[Hin _]|[_ H]]]; [|exact H]. destruct Hout. now apply (facet_in y').
Qed.

Lemma first_new_ends : forall h, onto others n h -> ends (τ :: others) (S n) (Some τ :: h).
Proof.
  intros h H. assert (Hothers : NoDup others) by now inversion_clear distinct.
  assert (Hend := shorter others h Hothers H). induction Hend as [h _ IH].
  apply (ends_by_steps _ _ (Some τ :: mate others h)); [now apply (mate_first_new τ others n)|].
  intros Hup y Hy Hdown Hne. destruct (mate_matches n others Hothers h H) as [Hmate _].
  apply next_without in Hdown as (y' & -> & Hdown & Hy'); [|now left|now rewrite without_first|exact Hy].
  rewrite without_first in Hy' by exact distinct.
  apply IH; [|exact Hy']. split; [exact H|]. split; [exact Hy'|]. split; [now apply facet_same in Hup|].
  split; [exact Hdown|]. intros ->. easy.
Qed.

Lemma first_again_ends : forall h, onto (τ :: others) n h -> ends (τ :: others) (S n) (Some τ :: h).
Proof.
  intros h H. apply (ends_by_steps _ _ (None :: h)); [now apply (mate_first_again τ others n)|].
  intro Hup. destruct (facet_backwards _ _ Hup). apply facet_first.
Qed.

Lemma none_ends : forall h, onto (τ :: others) n h -> ends (τ :: others) (S n) (None :: h).
Proof.
  intros h H. apply (ends_by_steps _ _ (Some τ :: h)); [now apply (mate_none τ others n)|].
  intros _ y Hy Hdown Hne. apply facet_of_cons in Hdown as [->|(y' & -> & Hdown)]; [easy|].
  apply onto_some in Hy as [_ [[_ Hy]|[_ Hy]]]; [now apply first_again_ends|].
  rewrite without_first in Hy by exact distinct. now apply first_new_ends.
Qed.

Variable t : nat.
Hypothesis other : In t others.

Lemma label : In t (τ :: others).
Proof. now right. Qed.

Lemma new_ends : forall h, onto (without t (τ :: others)) n h -> ends (τ :: others) (S n) (Some t :: h).
Proof.
  intros h H. assert (Hwithout := without_nodup _ distinct t).
  assert (Hend := shorter _ h Hwithout H). induction Hend as [h _ IH].
  destruct (cell_eq_dec h (placed (without t (τ :: others)) n)) as [->|Hroot].
  - apply (ends_by_steps _ _ (Some t :: placed (last_of t (τ :: others)) n)); [now apply mate_root_without|].
    assert (Hlast := last_placed τ others n distinct spare t other).
    intros Hup y Hy Hdown Hne. apply facet_of_cons in Hdown as [->|(y' & -> & Hdown)]; [now apply none_ends|].
    destruct Hne. f_equal. apply facet_same in Hup.
    assert (Ht : In (Some t) (placed (last_of t (τ :: others)) n)) by apply Hlast, label.
    rewrite (facet_without t y' _ Hdown), (facet_without t _ _ Hup); [easy|exact Ht| |exact Ht|].
    + now apply (onto_without (τ :: others) t n).
    + intro Hin. apply onto_some in Hy as [_ [[_ Hy]|[Hout _]]]; [|easy].
      apply (onto_filled _ distinct) in Hy. apply facet_filled in Hdown.
      rewrite placed_filled, last_of_length in Hdown by (exact distinct || apply label). lia.
  - apply (ends_by_steps _ _ (Some t :: mate (without t (τ :: others)) h)); [now apply (mate_new τ others n)|].
    intros Hup y Hy Hdown Hne. destruct (mate_matches n _ Hwithout h H) as [Hmate _].
    apply next_without in Hdown as (y' & -> & Hdown & Hy'); [|apply label|exact Hmate|exact Hy].
    apply IH; [|exact Hy']. split; [exact H|]. split; [exact Hy'|]. split; [now apply facet_same in Hup|].
    split; [exact Hdown|]. intros ->. easy.
Qed.

Lemma again_ends : forall h, onto (τ :: others) n h -> ends (τ :: others) (S n) (Some t :: h).
Proof.
  intros h H. assert (Hlast := last_of_nodup _ distinct t).
  assert (Hend := shorter _ h Hlast (proj2 (onto_last_of _ t n h label) H)). induction Hend as [h _ IH].
  destruct (cell_eq_dec h (placed (last_of t (τ :: others)) n)) as [->|Hroot].
  - apply (ends_by_steps _ _ (Some t :: placed (without t (τ :: others)) n)); [now apply mate_root_last|].
    intro Hup. destruct (facet_backwards _ _ Hup). apply facet_cons, placed_facet; [exact distinct|apply label|exact
    spare].
  - apply (ends_by_steps _ _ (Some t :: mate (last_of t (τ :: others)) h)); [now apply (mate_again τ others n)|].
    assert (H' := proj2 (onto_last_of _ t n h label) H).
    intros Hup y Hy Hdown Hne. destruct (mate_matches n _ Hlast h H') as [Hmate _].
    apply (onto_last_of _ t n _ label) in Hmate.
    apply facet_of_cons in Hdown as [->|(y' & -> & Hdown)]; [now apply none_ends|].
    apply onto_some in Hy as [_ [[_ Hy]|[_ Hy]]]; [|now apply new_ends].
    apply IH; [|exact Hy]. split; [exact H'|]. split; [now apply (onto_last_of _ t n y' label)|].
    split; [now apply facet_same in Hup|]. split; [exact Hdown|]. intros ->. easy.
Qed.

End Paths.

Lemma paths_end : forall n labels g, NoDup labels -> onto labels n g -> ends labels n g.
Proof.
  assert (Hcritical : forall n labels g, mate labels g = g -> ends labels n g).
  { intros n labels g E. constructor. intros y (_ & _ & Hup & _). rewrite E in Hup. now apply facet_not_itself in Hup. }
  induction n as [|n IH]; intros labels g Hdistinct H.
  - apply Hcritical, mate_points. destruct H as [-> _]. apply Nat.le_0_l.
  - destruct labels as [|τ others]; [apply onto_nil in H; subst g; apply Hcritical, mate_placed, Hdistinct|].
    destruct (Nat.le_gt_cases (length (τ :: others)) n) as [Hn|Hn].
    2:{ apply Hcritical, mate_points. destruct H as [-> _]. exact Hn. }
    revert g H. apply onto_types; [exact Hdistinct| | | | |].
    + now apply none_ends.
    + now apply first_again_ends.
    + now apply first_new_ends.
    + intros t h Ht. now apply again_ends.
    + intros t h Ht. now apply new_ends.
Qed.

Lemma first_step : forall (R : relation (list (option nat))) g h, clos_trans _ R g h ->
  exists k, R g k /\ (k = h \/ clos_trans _ R k h).
Proof.
  intros R g h H. induction H as [g h H|g h k _ (l & Hl & Hh) H _]; [now exists h; split; [|left]|].
  exists l. split; [exact Hl|]. right. destruct Hh as [->|Hh]; [exact H|now apply t_trans with h].
Qed.

(** On a cycle the next cell is on a cycle too. *)
Theorem mate_acyclic : forall n labels, NoDup labels -> acyclic (onto labels n) (mate labels).
Proof.
  intros n labels Hdistinct g Hcycle.
  assert (Hend : ends labels n g).
  { apply first_step in Hcycle as (k & [Hg _] & _). now apply paths_end. }
  induction Hend as [g _ IH]. assert (H := first_step _ _ _ Hcycle). destruct H as (k & Hk & Hback).
  apply (IH k Hk). destruct Hback as [->|Hback]; [exact Hcycle|].
  apply t_trans with g; [exact Hback|now constructor].
Qed.
