(** The subspaces Γ_P by blocks of units: they keep the measure, and don't depend on the numbers of zero blocks. *)

From Coq Require Import List Arith Permutation.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Counting Require Import LabelledPartitions.
From Equiloss.Reduction Require Import Measure.
Import ListNotations.

Local Open Scope nat_scope.

Section Gamma.

Context {K : Field} {W A : VectorSpace K}.

(** All incoming vectors are w, and the sum of the outgoing ones is a. *)
Definition gathers (w : W) (a : A) (θ : network W A) : Prop :=
  (forall u, In u θ -> fst u = w) /\ vsum (map snd θ) = a.

Lemma measure_single : forall (w v : W) (a : A), measure [(w, a)] v = if vector_eq_dec w v then a else vzero.
Proof. intros w v a. rewrite measure_cons. apply vadd_zero_r. Qed.

Lemma measure_gathers : forall w a θ v, gathers w a θ -> measure θ v = measure [(w, a)] v.
Proof.
  intros w a θ v [Hw <-]. rewrite measure_single.
  destruct (vector_eq_dec w v) as [->|Hne].
  - clear - Hw. induction θ as [|[x b] θ IH]; [easy|].
    pose proof (Hw (x, b) (or_introl eq_refl)) as E. simpl in E. subst x.
    rewrite (@measure_cons_same K W A), IH; [easy|]. intros u Hu. apply Hw. now right.
  - apply measure_absent. intro Hin. apply in_map_iff in Hin. destruct Hin as [u [<- Hu]].
    apply Hne. symmetry. now apply Hw.
Qed.

(** The units with code [c] of a list of units with their codes. *)
Definition block (c : code) (l : list (code * (W * A))) : network W A := map snd (filter (has_code c) l).

Lemma in_block : forall c l u, In u (block c l) <-> In (c, u) l.
Proof.
  intros c l u. unfold block. rewrite in_map_iff. split.
  - intros [[d v] [<- H]]. apply filter_In in H. destruct H as [H E]. apply has_code_iff in E. simpl in E.
    now subst d.
  - intro H. exists (c, u). split; [easy|]. apply filter_In. split; [easy|]. now apply has_code_iff.
Qed.

Lemma block_empty : forall c l, ~ In c (map fst l) -> block c l = [].
Proof.
  intros c l H. destruct (block c l) as [|u θ] eqn:E; [easy|]. exfalso. apply H. apply in_map_iff.
  exists (c, u). split; [easy|]. apply in_block. rewrite E. now left.
Qed.

Lemma block_sum_block : forall c P (θ : network W A), block_sum c P θ = vsum (map snd (block c (combine P θ))).
Proof. intros c P θ. unfold block. now rewrite map_map. Qed.

(** Membership of Γ_P, for a list of units with their codes. *)
Definition fits (base : network W A) (l : list (code * (W * A))) : Prop :=
  (forall t v, nth_error base t = Some v -> gathers (fst v) (snd v) (block (Label t) l)) /\
  (forall z, exists w, gathers w vzero (block (Zero z) l)).

Lemma combine_maps : forall {X Y : Type} (l : list (X * Y)), combine (map fst l) (map snd l) = l.
Proof. intros X Y l. induction l as [|[x y] l IH]; simpl; [easy|]. now rewrite IH. Qed.

Lemma maps_combine : forall {X Y : Type} (l : list X) (l' : list Y), length l' = length l ->
  map fst (combine l l') = l /\ map snd (combine l l') = l'.
Proof.
  intros X Y l. induction l as [|x l IH]; intros [|y l'] H; try easy. simpl. injection H as H.
  destruct (IH l' H) as [H1 H2]. now rewrite H1, H2.
Qed.

Lemma gamma_fits : forall (base : network W A) P θ, Gamma base P θ <-> length θ = length P /\ fits base (combine P θ).
Proof.
  intros base P θ. unfold Gamma, fits, gathers. setoid_rewrite block_sum_block. split.
  - intros (Hlength & Hlabel & Hzero & Hsum & Hzeros). split; [easy|]. split.
    + intros t v Hv. split; [|now apply Hsum]. intros u Hu. apply in_block in Hu. now apply (Hlabel t u v).
    + intro z. destruct (block (Zero z) (combine P θ)) as [|u θ'] eqn:E.
      * exists vzero. now split.
      * exists (fst u). rewrite <- E. split; [|apply Hzeros]. intros v Hv. apply in_block in Hv.
        apply (Hzero z); [easy|]. apply in_block. rewrite E. now left.
  - intros (Hlength & Hlabel & Hzero). split; [easy|]. repeat split.
    + intros t u v Hu Hv. apply (Hlabel t v Hv). now apply in_block.
    + intros z u v Hu Hv. apply in_block in Hu, Hv. destruct (Hzero z) as [w [Hw _]].
      now rewrite (Hw u Hu), (Hw v Hv).
    + intros t v Hv. now apply Hlabel.
    + intro z. now destruct (Hzero z) as [w [_ H]].
Qed.

Lemma gamma_of_fits : forall base l, fits base l -> Gamma base (map fst l) (map snd l).
Proof. intros base l H. apply gamma_fits. rewrite combine_maps. split; [now rewrite !map_length|easy]. Qed.

Lemma gamma_units : forall (base : network W A) P θ, Gamma base P θ ->
  exists l : list (code * (W * A)), map fst l = P /\ map snd l = θ /\ fits base l.
Proof.
  intros base P θ H. apply gamma_fits in H. destruct H as [Hlength H]. exists (combine P θ).
  destruct (@maps_combine code (W * A) P θ Hlength) as [HP Hθ]. split; [exact HP|now split].
Qed.

(** Units in another order, taking their codes along. *)
Lemma fits_permutation : forall base l l', Permutation l l' -> fits base l -> fits base l'.
Proof.
  intros base l l' Hl [Hlabel Hzero].
  assert (Hgathers : forall w a c, gathers w a (block c l) -> gathers w a (block c l')).
  { intros w a c [Hw Hsum]. split.
    - intros u Hu. apply Hw. apply in_block in Hu. apply in_block. now apply (Permutation_in _ (Permutation_sym Hl)).
    - rewrite <- Hsum. apply vsum_permutation. apply Permutation_map, Permutation_map. symmetry.
      clear - Hl. induction Hl as [|p l l' _ IH|p q l|]; simpl; [easy| | |now transitivity (filter (has_code c) l')].
      + destruct (has_code c p); [now constructor|easy].
      + destruct (has_code c p), (has_code c q); (apply perm_swap || easy). }
  split.
  - intros t v Hv. now apply Hgathers, Hlabel.
  - intro z. destruct (Hzero z) as [w Hw]. exists w. now apply Hgathers.
Qed.

(** A block under a renaming by which no other block becomes this one. *)
Lemma block_renamed : forall f c d (l : list (code * (W * A))),
  (forall x, In x (map fst l) -> (f x = d <-> x = c)) ->
  block d (map (fun p => (f (fst p), snd p)) l) = block c l.
Proof.
  intros f c d l. unfold block. induction l as [|[x u] l IH]; simpl; intro H; [easy|].
  specialize (IH (fun y Hy => H y (or_intror Hy))). specialize (H x (or_introl eq_refl)).
  destruct (has_code d (f x, u)) eqn:Ed, (has_code c (x, u)) eqn:Ec; simpl; rewrite IH; try easy.
  - apply has_code_iff, H in Ed. simpl in Ed. subst x. unfold has_code in Ec. simpl in Ec.
    now destruct (code_eq_dec c c).
  - apply has_code_iff, H in Ec. simpl in Ec. unfold has_code in Ed. simpl in Ed.
    now destruct (code_eq_dec (f x) d).
Qed.

(** Membership of Γ_P doesn't depend on the numbers of the zero blocks. *)
Theorem gamma_renumbered : forall (base : network W A) P θ, Gamma base (renumbered P) θ <-> Gamma base P θ.
Proof.
  intros base P θ. rewrite !gamma_fits. unfold renumbered at 1. rewrite map_length.
  set (f := renamed (appearance [] P)).
  enough (H : length θ = length P -> (fits base (combine (map f P) θ) <-> fits base (combine P θ)))
    by tauto.
  intro Hlength. set (l := combine P θ).
  destruct (@maps_combine code (W * A) P θ Hlength) as [HP Hθ]. fold l in HP, Hθ.
  assert (Hl : combine (map f P) θ = map (fun p => (f (fst p), snd p)) l).
  { unfold l. clearbody f. clear. revert θ. induction P as [|c P IH]; intros [|u θ]; simpl; try easy. now rewrite IH. }
  rewrite Hl.
  assert (Hlabel : forall t, block (Label t) (map (fun p => (f (fst p), snd p)) l) = block (Label t) l).
  { intro t. apply block_renamed. intros [u|z] _; simpl; [easy|split; discriminate]. }
  assert (Hzero : forall z, In (Zero z) P ->
    block (f (Zero z)) (map (fun p => (f (fst p), snd p)) l) = block (Zero z) l).
  { intros z Hz. apply block_renamed. intros x Hx.
    assert (HxP : In x P) by (rewrite <- HP; exact Hx). split; [now apply (renamed_injective P)|congruence]. }
  unfold fits. setoid_rewrite Hlabel. split; intros [H H']; (split; [exact H|]); intro z.
  - destruct (in_dec code_eq_dec (Zero z) P) as [Hin|Hnot].
    + rewrite <- Hzero by easy. apply H'.
    + rewrite block_empty; [exists vzero; now split|]. intro Hin. apply Hnot. rewrite <- HP. exact Hin.
  - destruct (in_dec code_eq_dec (Zero z) (map f P)) as [Hin|Hnot].
    + apply in_map_iff in Hin. destruct Hin as [[t|y] [E Hy]]; [easy|]. rewrite <- E, Hzero by easy. apply H'.
    + rewrite block_empty; [exists vzero; now split|]. rewrite map_map. simpl. intro Hin. apply Hnot.
      rewrite <- HP, map_map. exact Hin.
Qed.

(** ** The measure *)

Lemma measure_labels : forall l w base first,
  (forall i v, nth_error base i = Some v -> measure (block (Label (first + i)) l) w = measure [v] w) ->
  measure (map snd (grouped (map Label (seq first (length base))) l)) w = measure base w.
Proof.
  intros l w base. induction base as [|v base IH]; intros first H; simpl; [easy|].
  rewrite map_app, (@measure_app K W A). change (v :: base) with ([v] ++ base). rewrite (@measure_app K W A). f_equal.
  - rewrite <- (H 0 v eq_refl). now rewrite Nat.add_0_r.
  - apply IH. intros i u Hu. now rewrite Nat.add_succ_comm, (H (S i) u).
Qed.

Lemma measure_zero_blocks : forall l w cs, (forall c, In c cs -> measure (block c l) w = vzero) ->
  measure (map snd (grouped cs l)) w = vzero.
Proof.
  intros l w cs. induction cs as [|c cs IH]; simpl; intro H; [easy|].
  rewrite map_app, (@measure_app K W A), IH by auto. rewrite vadd_zero_r. apply H. now left.
Qed.

Theorem gamma_measure : forall (base : network W A) m P θ,
  labelled_partition (length base) m P -> Gamma base P θ -> same_measure θ base.
Proof.
  intros base m P θ (_ & Hlabels & Hzeros) H w. destruct (gamma_units base P θ H) as [l (HP & Hθ & Hlabel & Hzero)].
  rewrite <- Hθ. rewrite <- (measure_permutation (map snd (grouped (codes (length base) (zero_blocks P)) l))).
  - unfold codes, grouped. rewrite flat_map_app, map_app, (@measure_app K W A). fold (@grouped (W * A)).
    rewrite <- (vadd_zero_r (measure base w)). f_equal.
    + apply (measure_labels l w base 0). intros t v Hv. rewrite (measure_gathers _ _ _ _ (Hlabel t v Hv)).
      now destruct v.
    + apply measure_zero_blocks. intros c Hc. apply in_map_iff in Hc. destruct Hc as [z [<- _]].
      destruct (Hzero z) as [v Hv]. rewrite (measure_gathers _ _ _ _ Hv).
      rewrite measure_single. now destruct (vector_eq_dec v w).
  - apply Permutation_map, grouped_permutation; [apply NoDup_codes|]. intros [c u] Hp. simpl.
    apply (in_map fst) in Hp. rewrite HP in Hp. simpl in Hp. destruct c as [t|z].
    + now apply in_codes_label, Hlabels.
    + now apply in_codes_zero, in_zero_blocks.
Qed.

End Gamma.
