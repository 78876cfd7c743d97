(** What the checker accepts as critical points above critical points is so. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Coordinates.
From Equiloss.Checkers Require Import CheckedMembership SoundMatrices CheckedLoss CheckedCritical ListNetworks
  ListVariations SoundLoss.
Import ListNotations.

Local Open Scope nat_scope.

Section Lists.

Context {K : Field}.

Lemma same_entries_reflexive : forall v : list K, same_entries v v = true.
Proof. induction v as [|x v IH]; [easy|]. cbn. now destruct (scalar_eq_dec x x). Qed.

Lemma zeros_all_zero : forall n, all_zero (zeros (K := K) n) = true.
Proof.
  unfold all_zero, zeros. induction n as [|n IH]; [easy|]. cbn. now destruct (scalar_eq_dec (@zero K) zero).
Qed.

Lemma equal_networks : forall θ φ : list (list K * list K), same_network θ φ = true -> θ = φ.
Proof.
  induction θ as [|[w a] θ IH]; intros [|[w' a'] φ] E; try easy. cbn in E. apply andb_prop in E as [E E'].
  apply andb_prop in E as [Ew Ea]. apply equal_entries in Ew, Ea. subst. f_equal. now apply IH.
Qed.

Lemma coarsest_length : forall (θ : list (list K * list K)) known next, length (coarsest known next θ) = length θ.
Proof.
  induction θ as [|u θ IH]; intros known next; [easy|]. cbn [coarsest].
  destruct (find_code known (fst u)); cbn; now rewrite IH.
Qed.

End Lists.

Section Critical.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (base units : list (list K * list K)) (β : list K).
Hypothesis HW : linear_coordinates vector_plus (fun _ => True) d_in fW.
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d_out fA.
Hypothesis Hbase : units_shaped d_in d_out base.

Lemma check_irreducible_sound : check_irreducible base = true -> irreducible (with_coordinates fW fA base).
Proof.
  revert Hbase. induction base as [|u l IH]; intros Hl E; [split; [constructor|easy]|]. cbn [check_irreducible] in E.
  apply andb_prop in E as [E Erest]. apply andb_prop in E as [Ew Ea]. apply negb_true_iff in Ew, Ea.
  assert (Hrest : units_shaped d_in d_out l) by (intros v Hv; apply Hl; now right).
  destruct (IH Hrest Erest) as [Hdistinct Hout], (Hl u (or_introl eq_refl)) as [Lw La]. split.
  - cbn [with_coordinates map fst]. constructor; [|exact Hdistinct]. intro Hin. unfold with_coordinates in Hin.
    rewrite map_map in Hin. apply in_map_iff in Hin as (v & Ev & Hv). cbn [fst] in Ev.
    apply (map_injective d_in fW HW) in Ev; [|now apply Hrest|exact Lw].
    rewrite <- not_true_iff_false in Ew. apply Ew, existsb_exists. exists v. split; [exact Hv|]. rewrite Ev.
    apply same_entries_reflexive.
  - intros [Hzero|Hin]; [|now apply Hout]. cbn [snd] in Hzero. rewrite <- (map_zeros d_out fA HA) in Hzero.
    apply (map_injective d_out fA HA) in Hzero; [|exact La|apply zeros_length]. rewrite Hzero, zeros_all_zero in Ea.
    discriminate.
Qed.

Lemma check_copies_sound : check_copies base units β = true ->
  let g := copied_units base units in
  surjection (length base) (length units) g /\ admissible_shares (length base) g β /\
  Gamma_bar (with_coordinates fW fA base) g (with_coordinates fW fA units) /\
  with_coordinates fW fA units = copies g β (with_coordinates fW fA base).
Proof.
  intros E g. unfold check_copies in E. cbv zeta in E. fold g in E.
  apply andb_prop in E as [E Esame].
  apply andb_prop in E as [E Eshares]. apply andb_prop in E as [Elength Ebelow]. apply Nat.eqb_eq in Elength.
  apply equal_networks in Esame. rewrite forallb_forall in Ebelow, Eshares.
  assert (Hg : length g = length units) by (unfold g, copied_units; rewrite map_length; apply coarsest_length).
  assert (Hbelow : forall t, In t g -> t < length base) by (intros t Ht; now apply Nat.ltb_lt, Ebelow).
  assert (Hsums : forall t, t < length base -> sum (shares_of t g β) = one).
  { intros t Ht. specialize (Eshares t). rewrite in_seq in Eshares.
    destruct (scalar_eq_dec (sum (shares_of t g β)) one) as [Hone|]; [exact Hone|].
    discriminate (Eshares (conj (Nat.le_0_l t) Ht)). }
  assert (Hcopies : with_coordinates fW fA units = copies g β (with_coordinates fW fA base)).
  { rewrite Esame. unfold with_coordinates at 1, copies_by, copies. rewrite map_map. apply map_ext_in.
    intros [t b] Hp. apply in_combine_l, Hbelow in Hp. cbv zeta. cbn [fst snd].
    destruct (nth_error base t) as [u|] eqn:Eu; [|apply nth_error_None in Eu; lia].
    rewrite (nth_error_nth base t ([], []) Eu).
    assert (En : nth t (with_coordinates fW fA base) (vzero, vzero) = (fW (fst u), fA (snd u)))
      by exact (nth_error_nth _ t (vzero, vzero) (map_nth_error (fun u => (fW (fst u), fA (snd u))) t base Eu)).
    rewrite En. cbn [fst snd]. rewrite (map_multiple d_out fA HA); [easy|]. apply Hbase. now apply nth_error_In in Eu. }
  split; [|split; [|split; [|exact Hcopies]]].
  - split; [exact Hg|]. intro t. split; [apply Hbelow|]. intro Ht. specialize (Hsums t Ht).
    destruct (shares_of t g β) as [|b l] eqn:Eb; [exfalso; apply (F_1_neq_0 (field_laws K)); now rewrite <- Hsums|].
    assert (Hb : In b (shares_of t g β)) by (rewrite Eb; now left). apply in_map_iff in Hb as ([s c] & _ & Hp).
    apply filter_In in Hp as [Hp Hs]. apply Nat.eqb_eq in Hs. cbn [fst] in Hs. subst s. now apply in_combine_l in Hp.
  - split; [congruence|exact Hsums].
  - exists β. split; [congruence|]. split; [exact Hcopies|]. intros t Ht. apply Hsums. unfold with_coordinates in Ht.
    now rewrite map_length in Ht.
Qed.

Lemma check_copies_above : check_irreducible base = true -> check_copies base units β = true ->
  copies_above (with_coordinates fW fA base) (with_coordinates fW fA units) β.
Proof.
  intros E E'. split; [now apply check_irreducible_sound|]. exists (copied_units base units).
  unfold with_coordinates at 1 2 3. rewrite !map_length. now apply check_copies_sound.
Qed.

End Critical.

Theorem sound_critical : SoundCritical check_critical.
Proof.
  intros K d_in d_out P Q data base units β E. unfold check_critical in E. apply andb_prop in E as [E Eabove].
  apply andb_prop in E as [E Ebelow]. apply andb_prop in E as [E Ecopies]. apply andb_prop in E as [E Eirreducible].
  apply andb_prop in E as [Ebase Eunits]. apply check_loss_sound in Ebase, Eunits. split; [exact Ebase|].
  split; [exact Eunits|]. intros W A fW fA L HL. destruct Ebase as (Hdata & Hbase & _), Eunits as (_ & Hunits & _).
  split; [|split].
  - now apply (check_copies_above d_in d_out fW fA base units β (proj1 HL) (proj1 (proj2 HL)) Hbase).
  - now apply (check_gradient_sound d_in d_out fW fA P Q data L HL Hdata).
  - now apply (check_gradient_sound d_in d_out fW fA P Q data L HL Hdata).
Qed.
