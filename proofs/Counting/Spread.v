(** The ways to spread a list over m places, in its order, leaving others empty. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums ListFacts.
Import ListNotations.

Local Open Scope nat_scope.

Section Spread.

Context {X : Type}.

(** The values at the places that aren't empty. *)
Definition filled (g : list (option X)) : list X := flat_map (fun v => match v with Some t => [t] | None => [] end) g.

Fixpoint spread (m : nat) (values : list X) : list (list (option X)) :=
  match m with
  | O => match values with [] => [[]] | _ => [] end
  | S m' =>
      map (cons None) (spread m' values) ++
      match values with [] => [] | t :: values' => map (cons (Some t)) (spread m' values') end
  end.

Lemma spread_complete : forall m values g, In g (spread m values) <-> length g = m /\ filled g = values.
Proof.
  induction m as [|m IH]; intros values g.
  - destruct values as [|t values]; simpl; split; [now intros [<-|[]]| |easy|].
    + intros [H _]. left. symmetry. now apply length_zero_iff_nil.
    + intros [H E]. apply length_zero_iff_nil in H. now subst g.
  - cbn [spread]. rewrite in_app_iff, in_map_iff. split.
    + intros [(g' & <- & H)|H].
      * apply IH in H as [<- <-]. easy.
      * destruct values as [|t values]; [easy|]. apply in_map_iff in H as (g' & <- & H).
        apply IH in H as [<- <-]. easy.
    + intros [H E]. destruct g as [|[t|] g]; [easy| |].
      * right. cbn in E. subst values. apply in_map, IH. split; [now injection H|easy].
      * left. exists g. split; [easy|]. apply IH. split; [now injection H|exact E].
Qed.

Lemma spread_nodup : forall m values, NoDup (spread m values).
Proof.
  induction m as [|m IH]; intro values; [destruct values; repeat constructor; easy|]. cbn [spread].
  assert (Hcons : forall v l, NoDup l -> NoDup (map (@cons (option X) v) l)).
  { intros v l. apply nodup_map_on. intros x y _ _ E. now injection E. }
  destruct values as [|t values]; [rewrite app_nil_r; apply Hcons, IH|].
  apply NoDup_disjoint; [apply Hcons, IH|apply Hcons, IH|].
  intros g H H'. apply in_map_iff in H as (g1 & <- & _), H' as (g2 & E & _). discriminate.
Qed.

Lemma spread_length : forall m values, Z.of_nat (length (spread m values)) = binomial m (length values).
Proof.
  induction m as [|m IH]; intro values; [now destruct values|].
  cbn [spread]. rewrite app_length, map_length, Nat2Z.inj_add, IH. destruct values as [|t values].
  - rewrite !binomial_0_r. easy.
  - rewrite map_length, IH. cbn [length]. rewrite binomial_S_S. lia.
Qed.

Lemma in_filled : forall t g, In t (filled g) <-> In (Some t) g.
Proof.
  intros t g. unfold filled. rewrite in_flat_map. split.
  - intros ([s|] & Hg & Ht); [|easy]. destruct Ht as [->|[]]. exact Hg.
  - intro H. exists (Some t). split; [exact H|now left].
Qed.

Lemma filled_length : forall g, length (filled g) <= length g.
Proof. induction g as [|[t|] g IH]; simpl; lia. Qed.

(** Those of lists in [all] that have no repetition themselves. *)
Lemma spread_all_nodup : forall m (all : list (list X)), NoDup all -> NoDup (flat_map (spread m) all).
Proof.
  intros m all H. apply (nodup_flat_map _ _ (fun g values => filled g = values)).
  - exact H.
  - intros values _. apply spread_nodup.
  - intros values g Hg. now apply spread_complete in Hg.
  - intros g values values' <- <-. easy.
Qed.

Lemma spread_all_length : forall m n (all : list (list X)), (forall values, In values all -> length values = n) ->
  Z.of_nat (length (flat_map (spread m) all)) = (binomial m n * Z.of_nat (length all))%Z.
Proof.
  intros m n all H. rewrite (length_flat_map_constant _ _ _ (binomial m n)); [apply Z.mul_comm|].
  intros values Hvalues. rewrite <- (H values Hvalues). apply spread_length.
Qed.

End Spread.
