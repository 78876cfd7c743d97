(** What the checker accepts as a split Hessian is so. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces PermutedLists Coordinates.
From Equiloss.Index Require Import Inertia IndexFormula.
From Equiloss.Checkers Require Import CheckedMembership CheckedLoss CheckedCritical CheckedSplitting ListNetworks
  SoundLoss SoundCritical SplitCounts.
Import ListNotations.

Local Open Scope nat_scope.

Lemma chosen_below : forall {C : Type} (R : nat -> C -> Prop) (c0 : C) r, (forall t, t < r -> exists c, R t c) ->
  exists f, forall t, t < r -> R t (f t).
Proof.
  intros C R c0. induction r as [|r IH]; intro H; [now exists (fun _ => c0)|].
  destruct IH as (f & Hf); [intros t Ht; apply H; lia|]. destruct (H r (Nat.lt_succ_diag_r r)) as (c & Hc).
  exists (fun t => if t =? r then c else f t). intros t Ht. destruct (Nat.eqb_spec t r) as [->|Hne]; [exact Hc|].
  apply Hf. lia.
Qed.

Lemma total_by_units : forall {X : Type} (value : X -> nat * nat * nat) (a b c : nat -> nat) x items n,
  (forall i item, nth_error items i = Some item -> value item = (a (n + i), b (n + i), c (n + i))) ->
  fold_right plus_inertia x (map value items) =
  (fst (fst x) + list_sum (map a (seq n (length items))), snd (fst x) + list_sum (map b (seq n (length items))),
    snd x + list_sum (map c (seq n (length items)))).
Proof.
  intros X value a b c x. induction items as [|item items IH]; intros n Hvalue.
  - destruct x as [[p q] z]. cbn. now rewrite !Nat.add_0_r.
  - cbn [map fold_right length seq]. rewrite (IH (S n)).
    + rewrite (Hvalue 0 item eq_refl), Nat.add_0_r. unfold plus_inertia. cbn [fst snd].
      assert (Hfirst : forall m l, list_sum (m :: l) = m + list_sum l) by easy. rewrite !Hfirst.
      f_equal; [f_equal|]; lia.
    + intros i item' Hi. rewrite Nat.add_succ_comm. now apply (Hvalue (S i)).
Qed.

Lemma nth_error_of_places : forall {X : Type} (f : nat -> X) r i x, nth_error (map f (seq 0 r)) i = Some x ->
  i < r /\ x = f i.
Proof.
  intros X f r i x E. assert (Hi : i < r).
  { rewrite <- (seq_length r 0), <- (map_length f). apply nth_error_Some. now rewrite E. }
  split; [exact Hi|]. apply (nth_error_nth _ _ (f 0)) in E. rewrite map_nth, seq_nth in E by exact Hi. now symmetry.
Qed.

Section Splitting.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (P Q : list K) (data base units : list (list K * list K)) (β : list K) (L : Loss K W A (list K * list K)).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Hypothesis Hbase : units_shaped d_in d_out base.

Lemma space_dimension : forall {V : VectorSpace K} d (f : list K -> V),
  linear_coordinates vector_plus (fun _ => True) d f -> vector_dimension V d.
Proof.
  intros V d f Hf. apply (coordinates_dimension vector_plus) with (2 := Hf). intros s x y _ _.
  unfold vector_plus, vector_towards. transitivity (vadd (vadd (scale one x) (scale (opp s) x)) (scale s y));
    [now rewrite scale_one|]. now rewrite scale_add_scalar.
Qed.

Definition θr : network W A := with_coordinates fW fA base.
Definition copied : list nat := copied_units base units.
Definition items (splits : list (unit_split K)) : list (list K * (list K * list K) * unit_split K) :=
  combine (combine (map (fun t => shares_of t copied β) (seq 0 (length base))) base) splits.

Lemma items_at : forall splits i item, nth_error (items splits) i = Some item ->
  i < length base /\ fst (fst item) = shares_of i copied β /\ nth_error base i = Some (snd (fst item)) /\
  nth_error splits i = Some (snd item).
Proof.
  intros splits i [[s u] split] E. unfold items in E. rewrite !nth_error_combine in E.
  destruct (nth_error (map _ _) i) as [s'|] eqn:Es; [|easy]. destruct (nth_error base i) as [u'|] eqn:Eu; [|easy].
  destruct (nth_error splits i) as [split'|] eqn:Esplit; [|easy]. injection E as -> -> ->.
  apply nth_error_of_places in Es as [Hi ->]. now split.
Qed.

Lemma unit_of_base : forall i u, nth_error base i = Some u -> nth i θr (vzero, vzero) = unit_of fW fA u.
Proof.
  intros i u E. exact (nth_error_nth _ i (vzero, vzero) (map_nth_error (fun u => (fW (fst u), fA (snd u))) i base E)).
Qed.

Theorem splitting_right : forall splits p q z, check_copies base units β = true ->
  length splits = length base -> loss_inertia L θr p q z ->
  forallb (fun item => check_split P Q d_in d_out (with_errors P Q base data) (snd (fst item)) (fst (fst item))
    (snd item)) (items splits) = true ->
  let total := fold_right plus_inertia (p, q, z) (map (fun item => split_inertia (fst (fst item)) (snd item))
    (items splits)) in
  loss_inertia L (with_coordinates fW fA units) (fst (fst total)) (snd (fst total)) (snd total) /\
  forall t split, nth_error splits t = Some split ->
    mixed_rank L θr (nth t θr (vzero, vzero)) d_in (fst (fst (snd (snd (snd split))))).
Proof.
  intros splits p q z Ecopies Hlength Hbelow Esplits. pose proof (space_dimension d_in fW (proj1 HL)) as HW.
  pose proof (space_dimension d_out fA (proj1 (proj2 HL))) as HA. rewrite forallb_forall in Esplits.
  destruct (check_copies_sound d_in d_out fW fA base units β (proj1 (proj2 HL)) Hbase Ecopies)
    as (Hsurjection & Hshares & _ & Ecopied). fold copied θr in Hsurjection, Hshares, Ecopied.
  destruct (chosen_below (fun t c => copied_unit L θr d_in copied β t c) (Build_CopiedUnit 0 0 0 0 0 0 0) (length base))
    as (unit_data & Hunits).
  { intros t _. destruct (inertia_exists K W A d_in d_out HW HA) as [_ H].
    exact (proj2 (H _ L θr θr copied β t)). }
  assert (Hvalues : forall i item, nth_error (items splits) i = Some item ->
    split_inertia (fst (fst item)) (snd item) =
    (added_positive (unit_data i), added_negative (unit_data i), added_zero d_in d_out (unit_data i)) /\
    fst (fst (snd (snd (snd (snd item))))) = unit_rank (unit_data i)).
  { intros i item Hi. destruct (items_at splits i item Hi) as (Hless & Es & Eu & _).
    destruct (Hunits i Hless) as (Hrank & Hbend & Hsigns). rewrite (unit_of_base i _ Eu) in Hrank, Hbend.
    apply (split_adds d_in d_out fW fA P Q data base L (snd (fst item)) HL Hdata Hbase); try easy.
    - apply Hbase. now apply nth_error_In in Eu.
    - apply Esplits. now apply nth_error_In in Hi.
    - now rewrite Es.
    - exact (some_positive (length base) copied β i _ _ _ Hshares Hless Hsigns). }
  assert (Hitems : length (items splits) = length base)
    by (unfold items; rewrite !combine_length, map_length, seq_length; lia).
  cbv zeta. rewrite (total_by_units _ (fun t => added_positive (unit_data t)) (fun t => added_negative (unit_data t))
    (fun t => added_zero d_in d_out (unit_data t)) (p, q, z) (items splits) 0)
    by (intros i item Hi; now apply Hvalues). rewrite Hitems. cbn [fst snd].
  assert (Hθ : length θr = length base) by (unfold θr, with_coordinates; apply map_length).
  split.
  - rewrite Ecopied.
    pose proof (index_above K W A _ L θr d_in d_out (length units) copied β p q z unit_data HW HA) as H.
    rewrite Hθ in H. apply H; try easy.
  - intros t split Hsplit. assert (Hless : t < length base)
      by (rewrite <- Hlength; apply nth_error_Some; now rewrite Hsplit).
    destruct (nth_error (items splits) t) as [item|] eqn:Eitem; [|apply nth_error_None in Eitem; lia].
    destruct (items_at splits t item Eitem) as (_ & _ & _ & Esplit). rewrite Hsplit in Esplit. injection Esplit as ->.
    destruct (Hvalues t item Eitem) as [_ ->]. now apply Hunits.
Qed.

End Splitting.

Theorem sound_splitting : SoundSplitting check_splitting.
Proof.
  intros K d_in d_out P Q data base units β kernel congruence places splits p q z p' q' z' E.
  unfold check_splitting in E. cbv zeta in E. cbn [fst snd] in E.
  fold (copied base units) in E. fold (items base units β splits) in E.
  apply andb_prop in E as [E Ez]. apply andb_prop in E as [E Eq]. apply andb_prop in E as [E Ep].
  apply andb_prop in E as [E Esplits]. apply andb_prop in E as [E Elength]. apply andb_prop in E as [E Ebelow].
  apply andb_prop in E as [E Ecopies]. apply andb_prop in E as [E Eirreducible]. apply andb_prop in E as [Ebase Eunits].
  apply Nat.eqb_eq in Ez, Eq, Ep, Elength. apply check_loss_sound in Ebase, Eunits.
  split; [exact Ebase|]. split; [exact Eunits|]. intros W A fW fA L HL θ' θ.
  destruct (sound_loss_inertia K d_in d_out P Q data base kernel congruence places p q z Ebelow) as [_ Hbelow].
  specialize (Hbelow W A fW fA L HL). destruct Ebase as (Hdata & Hbase & _).
  destruct (splitting_right d_in d_out fW fA P Q data base units β L HL Hdata Hbase splits p q z Ecopies Elength Hbelow
    Esplits) as [Habove Hranks].
  split; [now apply (check_copies_above d_in d_out fW fA base units β (proj1 HL) (proj1 (proj2 HL)) Hbase)|].
  split; [exact Hbelow|]. split; [|now split]. rewrite Ep, Eq, Ez. exact Habove.
Qed.
