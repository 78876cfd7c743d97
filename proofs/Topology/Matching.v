(** A matching of the cells of X_{r,m}: the one of topology.md, §3, with choices by which its step 5 is never needed.
    Units are taken from the first on, and labels have an order, in which the root has them. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
From Equiloss.Counting Require Import Spread.
From Equiloss.Topology Require Import CellTypes.
Import ListNotations.

Local Open Scope nat_scope.

(** Whether t is a label of g. *)
Definition has (t : nat) (g : list (option nat)) : bool :=
  if in_dec value_eq_dec (Some t) g then true else false.

(** The partner of g, or g itself. Let τ be the first label. A cell without the first unit is matched with the one
    that sends it to τ too. The others that send it to t are a copy of the cells without t, or of all; these have roots
    in which t is the last of the labels, so that they differ by t alone and can be matched with one another. *)
Fixpoint mate (labels : list nat) (g : list (option nat)) : list (option nat) :=
  match g with
  | [] => []
  | x :: h =>
      match labels with
      | [] => x :: h
      | τ :: others =>
          if length h <=? length others then x :: h
          else match x with
          | None => Some τ :: h
          | Some t =>
              if t =? τ then (if has t h then None :: h else Some t :: mate others h)
              else Some t ::
                (if cell_eq_dec h (placed (last_of t labels) (length h)) then placed (without t labels) (length h)
                 else if cell_eq_dec h (placed (without t labels) (length h)) then placed (last_of t labels) (length h)
                 else if has t h then mate (last_of t labels) h
                 else mate (without t labels) h)
          end
      end
  end.

Lemma has_in : forall t g, In (Some t) g -> has t g = true.
Proof. intros t g H. unfold has. now destruct in_dec. Qed.

Lemma has_not_in : forall t g, ~ In (Some t) g -> has t g = false.
Proof. intros t g H. unfold has. now destruct in_dec. Qed.

(** Without a unit to spare nothing is matched. *)
Lemma mate_points : forall labels g, length g <= length labels -> mate labels g = g.
Proof.
  intros [|τ others] [|x h] H; [easy|easy|easy|]. cbn [mate].
  now rewrite (proj2 (Nat.leb_le _ _)) by (simpl in H; lia).
Qed.

Section Mates.

Variables (τ : nat) (others : list nat) (n : nat).
Hypothesis distinct : NoDup (τ :: others).
Hypothesis spare : length (τ :: others) <= n.

Lemma mate_spare : forall x h, length h = n -> mate (τ :: others) (x :: h) =
  match x with
  | None => Some τ :: h
  | Some t =>
      if t =? τ then (if has t h then None :: h else Some t :: mate others h)
      else Some t ::
        (if cell_eq_dec h (placed (last_of t (τ :: others)) n) then placed (without t (τ :: others)) n
         else if cell_eq_dec h (placed (without t (τ :: others)) n) then placed (last_of t (τ :: others)) n
         else if has t h then mate (last_of t (τ :: others)) h
         else mate (without t (τ :: others)) h)
  end.
Proof.
  intros x h <-. cbn [mate]. rewrite (proj2 (Nat.leb_gt _ _)) by exact spare. easy.
Qed.

Lemma mate_none : forall h, onto (τ :: others) n h -> mate (τ :: others) (None :: h) = Some τ :: h.
Proof. intros h [Hn _]. now rewrite mate_spare. Qed.

Lemma mate_first_again : forall h, onto (τ :: others) n h -> mate (τ :: others) (Some τ :: h) = None :: h.
Proof. intros h [Hn H]. rewrite mate_spare, Nat.eqb_refl, has_in; [easy| |exact Hn]. apply H. now left. Qed.

Lemma mate_first_new : forall h, onto others n h -> mate (τ :: others) (Some τ :: h) = Some τ :: mate others h.
Proof.
  intros h [Hn H]. rewrite mate_spare, Nat.eqb_refl, has_not_in; [easy| |exact Hn].
  inversion_clear distinct. now rewrite H.
Qed.

Variable t : nat.
Hypothesis other : In t others.

Lemma other_label : In t (τ :: others).
Proof. now right. Qed.

Lemma other_not_first : (t =? τ) = false.
Proof. apply Nat.eqb_neq. intros ->. now inversion_clear distinct. Qed.

Lemma last_placed : onto (τ :: others) n (placed (last_of t (τ :: others)) n).
Proof.
  apply (onto_last_of (τ :: others) t); [apply other_label|]. apply placed_onto.
  rewrite last_of_length by (exact distinct || exact other_label). exact spare.
Qed.

Lemma without_spare : length (without t (τ :: others)) < n.
Proof. assert (H := without_length (τ :: others) distinct t other_label). lia. Qed.

Lemma without_placed : onto (without t (τ :: others)) n (placed (without t (τ :: others)) n).
Proof. apply placed_onto. assert (H := without_spare). lia. Qed.

Lemma mate_root_last : mate (τ :: others) (Some t :: placed (last_of t (τ :: others)) n) = Some t :: placed (without t
  (τ :: others)) n.
Proof. rewrite mate_spare, other_not_first by apply last_placed. now destruct cell_eq_dec. Qed.

Lemma roots_differ : placed (without t (τ :: others)) n <> placed (last_of t (τ :: others)) n.
Proof.
  intro E. apply (onto_without (τ :: others) t n _ without_placed). rewrite E. apply last_placed, other_label.
Qed.

Lemma mate_root_without :
  mate (τ :: others) (Some t :: placed (without t (τ :: others)) n) = Some t :: placed (last_of t (τ :: others)) n.
Proof.
  rewrite mate_spare, other_not_first by apply without_placed.
  destruct cell_eq_dec as [E|_]; [now destruct roots_differ|]. now destruct cell_eq_dec.
Qed.

Lemma mate_again : forall h, onto (τ :: others) n h -> h <> placed (last_of t (τ :: others)) n ->
  mate (τ :: others) (Some t :: h) = Some t :: mate (last_of t (τ :: others)) h.
Proof.
  intros h [Hn H] Hroot. assert (Ht : In (Some t) h) by apply H, other_label.
  rewrite mate_spare, other_not_first, has_in by easy.
  destruct cell_eq_dec as [E|_]; [easy|]. destruct cell_eq_dec as [E|_]; [|easy].
  destruct (onto_without (τ :: others) t n _ without_placed). now rewrite <- E.
Qed.

Lemma mate_new : forall h, onto (without t (τ :: others)) n h -> h <> placed (without t (τ :: others)) n ->
  mate (τ :: others) (Some t :: h) = Some t :: mate (without t (τ :: others)) h.
Proof.
  intros h H Hroot. assert (Ht := onto_without (τ :: others) t n h H).
  rewrite mate_spare, other_not_first, has_not_in by (apply H || easy).
  destruct cell_eq_dec as [E|_]; [|now destruct cell_eq_dec].
  destruct Ht. rewrite E. apply last_placed, other_label.
Qed.

End Mates.

(** The root is critical. *)
Lemma mate_placed : forall n labels, NoDup labels -> mate labels (placed labels n) = placed labels n.
Proof.
  induction n as [|n IH]; intros labels H.
  - apply mate_points. unfold placed. cbn [Nat.sub repeat]. now rewrite app_nil_r, map_length.
  - destruct labels as [|τ others]; [easy|]. change (placed (τ :: others) (S n)) with (Some τ :: placed others n).
    destruct (Nat.le_gt_cases (length (τ :: others)) n) as [Hn|Hn].
    + rewrite mate_first_new with (n := n), IH; [easy|now inversion_clear H|exact H|exact Hn|].
      apply placed_onto. simpl in Hn. lia.
    + apply mate_points. unfold placed. cbn [length] in *. rewrite app_length, map_length, repeat_length. lia.
Qed.

(** Cells of the five types. *)
Lemma onto_types : forall τ others n (P : list (option nat) -> Prop), NoDup (τ :: others) ->
  (forall h, onto (τ :: others) n h -> P (None :: h)) ->
  (forall h, onto (τ :: others) n h -> P (Some τ :: h)) ->
  (forall h, onto others n h -> P (Some τ :: h)) ->
  (forall t h, In t others -> onto (τ :: others) n h -> P (Some t :: h)) ->
  (forall t h, In t others -> onto (without t (τ :: others)) n h -> P (Some t :: h)) ->
  forall g, onto (τ :: others) (S n) g -> P g.
Proof.
  intros τ others n P Hdistinct H1 H2 H3 H4 H5 [|[t|] h] H; [destruct H; discriminate| |].
  - apply onto_some in H as [[<-|Ht] [[_ H]|[_ H]]]; [now apply H2| |now apply H4|now apply H5].
    apply H3. rewrite without_first in H; easy.
  - now apply H1, onto_none.
Qed.

Theorem mate_matches : forall n labels, NoDup labels -> matching (onto labels n) (mate labels).
Proof.
  induction n as [|n IH]; intros labels Hdistinct g H.
  - rewrite !mate_points; [tauto| |]; destruct H as [-> _]; lia.
  - destruct labels as [|τ others].
    { apply onto_nil in H. subst g. rewrite !mate_placed by easy. split; [apply placed_onto, Nat.le_0_l|tauto]. }
    destruct (Nat.le_gt_cases (length (τ :: others)) n) as [Hn|Hn].
    2:{ rewrite !mate_points; [tauto| |]; destruct H as [-> _]; exact Hn. }
    revert g H. apply onto_types; [exact Hdistinct| | | | |].
    + intros h H. rewrite (mate_none τ others n), (mate_first_again τ others n) by easy.
      split; [apply onto_again; [now left|exact H]|]. split; [easy|]. right. left. apply facet_first.
    + intros h H. rewrite (mate_first_again τ others n), (mate_none τ others n) by easy.
      split; [now apply onto_none|]. split; [easy|]. right. right. apply facet_first.
    + intros h H. assert (Hothers : NoDup others) by now inversion_clear Hdistinct.
      destruct (IH others Hothers h H) as (Hmate & Htwice & Hfacet).
      rewrite !(mate_first_new τ others n), Htwice by easy.
      split; [apply onto_new; [now left|now rewrite without_first]|]. split; [easy|].
      destruct Hfacet as [E|[E|E]]; [left; now rewrite E|right; left|right; right]; now apply facet_cons.
    + intros t h Ht H. assert (Hlast := last_of_nodup (τ :: others) Hdistinct t).
      assert (Hlabel : In t (τ :: others)) by now right.
      destruct (cell_eq_dec h (placed (last_of t (τ :: others)) n)) as [->|Hroot].
      * rewrite mate_root_last, mate_root_without by easy. split; [apply onto_new; [easy|now apply without_placed]|].
        split; [easy|]. right. right. now apply facet_cons, placed_facet.
      * apply (onto_last_of (τ :: others) t) in H; [|easy].
        destruct (IH (last_of t (τ :: others)) Hlast h H) as (Hmate & Htwice & Hfacet).
        apply (onto_last_of (τ :: others) t) in H, Hmate; [|easy|easy].
        rewrite (mate_again τ others n), (mate_again τ others n), Htwice; try easy.
        2:{ intro E. apply Hroot. rewrite <- Htwice, E. now apply mate_placed. }
        split; [now apply onto_again|]. split; [easy|].
        destruct Hfacet as [E|[E|E]]; [left; now rewrite E|right; left|right; right]; now apply facet_cons.
    + intros t h Ht H. assert (Hwithout := without_nodup (τ :: others) Hdistinct t).
      assert (Hlabel : In t (τ :: others)) by now right.
      destruct (cell_eq_dec h (placed (without t (τ :: others)) n)) as [->|Hroot].
      * rewrite mate_root_without, mate_root_last by easy. split; [now apply onto_again, last_placed|].
        split; [easy|]. right. left. now apply facet_cons, placed_facet.
      * destruct (IH (without t (τ :: others)) Hwithout h H) as (Hmate & Htwice & Hfacet).
        rewrite (mate_new τ others n), (mate_new τ others n), Htwice; try easy.
        2:{ intro E. apply Hroot. rewrite <- Htwice, E. now apply mate_placed. }
        split; [now apply onto_new|]. split; [easy|].
        destruct Hfacet as [E|[E|E]]; [left; now rewrite E|right; left|right; right]; now apply facet_cons.
Qed.
