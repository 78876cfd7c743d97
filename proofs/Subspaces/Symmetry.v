(** Symmetry subspaces: their dimension, and as intersections of those of two indices. *)

From Coq Require Import List Arith Lia Permutation.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps.
Import ListNotations.

Local Open Scope nat_scope.

Theorem symmetry_subspace_intersection : SymmetrySubspaceIntersection.
Proof.
  intros K W A m indices θ Hsome. split.
  - intros [Hlength H] i j Hi Hj. split; [exact Hlength|].
    intros i' j' [<-|[<-|[]]] [<-|[<-|[]]]; now apply H.
  - intro H. split.
    + destruct indices as [|i indices]; [easy|]. now apply (H i i); left.
    + intros i j Hi Hj. apply (H i j Hi Hj); simpl; tauto.
Qed.

Section Shared.

Context {K : Field} {X : Type} (towards : K -> X -> X -> X) (indices : list nat).

(** The list has, of the places [places], the same element at those in [indices]; the first component is this. *)
Definition shared (places : list nat) (p : X * list X) : Prop :=
  Forall2 (fun i x => In i indices -> x = fst p) places (snd p).

Definition free (i : nat) : bool := if in_dec Nat.eq_dec i indices then false else true.

Lemma shared_dimension : forall d places, affine_of_dimension towards (fun _ => True) d ->
  affine_of_dimension (pair_towards towards (list_towards towards)) (shared places)
    (d * S (length (filter free places))).
Proof.
  intros d places HX. induction places as [|i places IH]; simpl.
  - rewrite Nat.mul_1_r. apply (affine_image towards _ (fun _ => True) _ d (fun x => (x, [])) HX); try easy.
    + intros x _. constructor.
    + intros [x l] H. exists x. unfold shared in H. simpl in H. now inversion H.
    + now intros x y _ _ [= ->].
  - unfold free at 1. destruct (in_dec Nat.eq_dec i indices) as [Hin|Hout].
    + apply (affine_image _ _ _ _ _ (fun p => (fst p, fst p :: snd p)) IH); try easy.
      * intros p Hp. now constructor.
      * intros [x l] H. unfold shared in H. simpl in H. inversion H as [|j y places' l' Hy Hl Ej El].
        exists (x, l'). split; [exact Hl|]. now rewrite (Hy Hin).
      * now intros [x l] [y l'] _ _ [= -> _ ->].
    + simpl. rewrite Nat.mul_succ_r.
      apply (affine_image _ _ _ _ _ (fun p => (fst (fst p), snd p :: snd (fst p)))
               (affine_product _ _ _ _ _ _ IH HX)).
      * intros p [Hp _]. now constructor.
      * intros [x l] H. unfold shared in H. simpl in H. inversion H as [|j y places' l' Hy Hl Ej El].
        now exists (x, l', y).
      * now intros [[x l] x'] [[y l'] y'] _ _ [= -> -> ->].
      * easy.
Qed.

Lemma shared_places : forall n first x (l : list X),
  shared (seq first n) (x, l) <->
  length l = n /\ forall i, In (first + i) indices -> i < n -> nth_error l i = Some x.
Proof.
  unfold shared. simpl. intros n first x. revert first. induction n as [|n IH]; intros first l; simpl.
  - split; [intro H; inversion H; split; [easy|lia]|]. intros [Hl _]. now destruct l.
  - split.
    + intro H. inversion H as [|j y places' l' Hy Hl Ej El]. apply IH in Hl as [Hlength Hl]. simpl. split; [lia|].
      intros [|i] Hi Hn.
      * rewrite Nat.add_0_r in Hi. simpl. f_equal. auto.
      * apply Hl; [now rewrite Nat.add_succ_comm|lia].
    + intros [Hlength H]. destruct l as [|y l]; [easy|]. constructor.
      * intro Hin. assert (E : Some y = Some x) by (apply (H 0); [now rewrite Nat.add_0_r|lia]). now injection E.
      * apply IH. split; [now injection Hlength|]. intros i Hi Hn. apply (H (S i)); [|lia].
        now rewrite <- Nat.add_succ_comm.
Qed.

Lemma filter_lengths : forall {Y : Type} (test : Y -> bool) (l : list Y),
  length (filter test l) + length (filter (fun y => negb (test y)) l) = length l.
Proof. induction l as [|y l IH]; simpl; [easy|]. destruct (test y); simpl; lia. Qed.

Lemma free_number : forall m, NoDup indices -> (forall i, In i indices -> i < m) ->
  length (filter free (seq 0 m)) = m - length indices.
Proof.
  intros m Hdistinct Hbound.
  assert (H : Permutation indices (filter (fun i => negb (free i)) (seq 0 m))).
  { apply NoDup_Permutation; [exact Hdistinct|apply NoDup_filter, seq_NoDup|]. intro i.
    rewrite filter_In, in_seq. unfold free. destruct (in_dec Nat.eq_dec i indices) as [Hin|Hout]; simpl.
    - specialize (Hbound i Hin). split; [intros _; split; [lia|reflexivity]|easy].
    - now split; [|intros [_ ?]]. }
  apply Permutation_length in H. pose proof (filter_lengths free (seq 0 m)) as Hsum. rewrite seq_length in Hsum. lia.
Qed.

End Shared.

Theorem symmetry_subspace_dimension : SymmetrySubspaceDimension.
Proof.
  intros K W A d_in d_out m indices HW HA Hdistinct Hsome Hbound.
  rewrite <- (free_number indices m Hdistinct Hbound), Nat.add_1_r.
  apply (affine_image _ _ _ _ _ snd (shared_dimension _ indices _ (seq 0 m) (neuron_dimension W A _ _ HW HA))).
  - intros [u θ] H. apply shared_places in H as [Hlength H]. split; [exact Hlength|].
    intros i j Hi Hj. simpl. now rewrite !H by auto.
  - intros θ [Hlength H]. destruct indices as [|i indices]; [easy|].
    destruct (nth_error θ i) as [u|] eqn:Hu.
    + exists (u, θ). split; [|reflexivity]. apply shared_places. split; [exact Hlength|].
      intros j Hj _. rewrite <- Hu. apply H; [exact Hj|now left].
    + apply nth_error_None in Hu. specialize (Hbound i (or_introl eq_refl)). lia.
  - intros [u θ] [v θ'] H H' E. simpl in E. subst θ'. f_equal.
    apply shared_places in H as [_ H], H' as [_ H']. destruct indices as [|i indices]; [easy|].
    assert (Hi : In i (i :: indices)) by now left.
    assert (E : Some u = Some v) by (rewrite <- (H i), <- (H' i); auto). now injection E.
  - easy.
Qed.
