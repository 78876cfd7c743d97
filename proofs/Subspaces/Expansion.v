(** The expansion manifold: its points compute the function of the base and are all of its measure. *)

From Coq Require Import List Arith Lia Permutation.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Counting Require Import LabelledPartitions.
From Equiloss.Reduction Require Import Measure.
From Equiloss.Subspaces Require Import Gamma.
Import ListNotations.

Local Open Scope nat_scope.

Theorem subspace_keeps_function : SubspaceKeepsFunction.
Proof.
  intros K W A base θ θ' m P HP H Hθ. enough (Hmeasure : same_measure θ' base).
  - split; [exact Hmeasure|now apply same_measure_same_function].
  - apply (same_measure_trans _ θ); [now apply same_measure_permutation, Permutation_sym|].
    now apply (gamma_measure base m P).
Qed.

(** ** The fibre of the measure *)

Section Fibre.

Context {K : Field} {W A : VectorSpace K} (base θ : network W A).

(** A unit gets the label of the unit of [base] with its incoming vector, if there is one. If not, it belongs to the
    zero block of its incoming vector. *)
Definition code_of (u : W * A) : code :=
  let t := position vector_eq_dec (fst u) (map fst base) in
  if t <? length (map fst base) then Label t else Zero (position vector_eq_dec (fst u) (map fst θ)).

Lemma code_of_label : forall u t v, NoDup (map fst base) -> nth_error base t = Some v ->
  (code_of u = Label t <-> fst u = fst v).
Proof.
  intros u t v Hdistinct Hv. apply (map_nth_error fst) in Hv. unfold code_of.
  destruct (Nat.ltb_spec (position vector_eq_dec (fst u) (map fst base)) (length (map fst base))) as [Hlt|Hge].
  - apply position_lt, (nth_position vector_eq_dec) in Hlt. split.
    + intros [= E]. rewrite E in Hlt. congruence.
    + intro E. f_equal. apply (proj1 (NoDup_nth_error _) Hdistinct).
      * apply nth_error_Some. congruence.
      * congruence.
  - split; [discriminate|]. intro E. apply Nat.le_ngt in Hge. exfalso. apply Hge.
    apply position_lt. rewrite E. now apply nth_error_In in Hv.
Qed.

Lemma code_of_zero : forall u v z, In u θ -> In v θ -> code_of u = Zero z ->
  (code_of v = Zero z <-> fst v = fst u).
Proof.
  intros u v z Hu Hv Ez. split.
  - revert Ez. unfold code_of. destruct (_ <? _); [discriminate|]. intros [= <-]. destruct (_ <? _); [discriminate|].
    intros [= E]. apply (position_injective vector_eq_dec) in E; [easy|now apply in_map..].
  - intro E. rewrite <- Ez. unfold code_of. now rewrite E.
Qed.

Lemma code_of_zero_absent : forall u z, code_of u = Zero z -> ~ In (fst u) (map fst base).
Proof.
  intros u z. unfold code_of. destruct (Nat.ltb_spec (position vector_eq_dec (fst u) (map fst base))
    (length (map fst base))) as [Hlt|Hge]; [discriminate|].
  intros _ Hin. apply (position_lt vector_eq_dec) in Hin. lia.
Qed.

Lemma code_of_label_lt : forall u t, code_of u = Label t -> t < length base.
Proof.
  intros u t. unfold code_of. destruct (Nat.ltb_spec (position vector_eq_dec (fst u) (map fst base))
    (length (map fst base))); [|discriminate]. intros [= <-]. now rewrite map_length in *.
Qed.

(** A block of units is all units with one incoming vector, so it gathers the measure there. *)
Lemma block_by_measure : forall c w, (forall u, In u θ -> (code_of u = c <-> fst u = w)) ->
  gathers w (measure θ w) (block c (map (fun u => (code_of u, u)) θ)).
Proof.
  intros c w H. split.
  - intros u Hu. apply in_block, in_map_iff in Hu. destruct Hu as [v [[= Ec ->] Hv]]. now apply H.
  - unfold block, measure. f_equal. clear - H.
    enough (E : forall l, (forall u, In u l -> (code_of u = c <-> fst u = w)) ->
      map snd (filter (has_code c) (map (fun u => (code_of u, u)) l)) =
      filter (fun u => if vector_eq_dec (fst u) w then true else false) l) by now rewrite E.
    clear H. induction l as [|u l IH]; intro H; simpl; [easy|]. unfold has_code at 1. simpl.
    specialize (H u (or_introl eq_refl)) as Hu. specialize (IH (fun v Hv => H v (or_intror Hv))).
    destruct (code_eq_dec (code_of u) c), (vector_eq_dec (fst u) w); simpl; try tauto. now rewrite IH.
Qed.

(** So the codes of θ are a function of the incoming vectors. *)
Lemma fibre_codes : irreducible base -> same_measure θ base -> exists g : W -> code,
  (forall w z, g w = Zero z -> ~ In w (map fst base)) /\
  labelled_partition (length base) (length θ) (map (fun u => g (fst u)) θ) /\
  Gamma base (map (fun u => g (fst u)) θ) θ.
Proof.
  intros Hirr Hmeasure. set (l := map (fun u => (code_of u, u)) θ).
  assert (Hfst : map fst l = map code_of θ) by (unfold l; now rewrite map_map).
  assert (Hsnd : map snd l = θ) by (unfold l; rewrite map_map; apply map_id).
  assert (Hlabels : forall t, In (Label t) (map code_of θ) <-> t < length base).
  { intro t. rewrite in_map_iff. split.
    - intros [u [E _]]. now apply code_of_label_lt in E.
    - intro Ht. apply nth_error_Some in Ht. destruct (nth_error base t) as [v|] eqn:Hv; [|easy].
      assert (Hnonzero : measure θ (fst v) <> vzero).
      { rewrite Hmeasure. apply measure_irreducible_nonzero; [easy|]. apply in_map. now apply nth_error_In in Hv. }
      apply measure_nonzero_present in Hnonzero. destruct Hnonzero as [a Ha]. exists (fst v, a). split; [|easy].
      apply (code_of_label _ t v); [apply Hirr|easy..]. }
  set (g := fun w => renamed (appearance [] (map code_of θ)) (code_of (w, vzero))).
  assert (Hcodes : map (fun u => g (fst u)) θ = renumbered (map code_of θ)).
  { unfold renumbered. now rewrite map_map. }
  exists g. rewrite Hcodes. split; [|split].
  - intros w z. unfold g. destruct (code_of (w, vzero)) as [t|y] eqn:Ew; [easy|]. intros _.
    exact (code_of_zero_absent _ y Ew).
  - replace (length θ) with (length (map code_of θ)) by apply map_length. now apply renumbered_partition.
  - apply gamma_renumbered.
    enough (H : fits base l) by (apply gamma_of_fits in H; now rewrite Hfst, Hsnd in H).
    split.
    + intros t v Hv. assert (Hbase : measure θ (fst v) = snd v).
      { rewrite Hmeasure. apply measure_irreducible; [easy|]. destruct v. now apply nth_error_In in Hv. }
      rewrite <- Hbase. apply block_by_measure. intros u _. apply code_of_label; [apply Hirr|easy].
    + intro z. destruct (block (Zero z) l) as [|u θ'] eqn:E; [exists vzero; now split|].
      assert (Hu : In (Zero z, u) l) by (apply in_block; rewrite E; now left). apply in_map_iff in Hu.
      destruct Hu as [v [[= Ez ->] Hu]]. exists (fst u). rewrite <- E.
      replace (vzero : A) with (measure θ (fst u)).
      * apply block_by_measure. intros v Hv. now apply code_of_zero.
      * rewrite Hmeasure. apply measure_absent. now apply (code_of_zero_absent u z).
Qed.

End Fibre.

Theorem theta_is_fibre : ThetaIsFibre.
Proof.
  intros K W A base θ m Hirr. split.
  - intros [P [HP H]]. split; [|now apply (gamma_measure base m P)].
    apply gamma_fits in H. now rewrite (proj1 H), (proj1 HP).
  - intros [<- Hmeasure]. destruct (fibre_codes base θ Hirr Hmeasure) as (g & _ & HP & H).
    now exists (map (fun u => g (fst u)) θ).
Qed.
