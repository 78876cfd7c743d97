(** Units that are lists of coordinates are the units of networks over spaces with coordinates: so the theorems on two
    layers hold for pairs of matrices. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces Spaces.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerManifold.
Import ListNotations.

Local Open Scope nat_scope.

Section Written.

Context {K : Field} {W A : VectorSpace K} (d d' : nat) (row : W -> list K) (column : A -> list K).
Add Field K_field8 : (field_laws K).
Context (row_coordinates : coordinates d row) (column_coordinates : coordinates d' column).

Lemma column_zero : forall i, nth i (column vzero) zero = zero.
Proof.
  destruct column_coordinates as (_ & _ & _ & Hscale). intro i. rewrite <- (scale_zero K A vzero), Hscale. ring.
Qed.

Lemma coordinates_determine : forall a b : A, (forall j, nth j (column a) zero = nth j (column b) zero) -> a = b.
Proof.
  destruct column_coordinates as (Hlength & Hinjective & _). intros a b H. apply Hinjective.
  apply (nth_ext _ _ zero zero); [now rewrite !Hlength|]. intros j _. apply H.
Qed.

Definition written_unit (u : W * A) : list K * list K := (row (fst u), column (snd u)).

Lemma written_unit_injective : forall u v, written_unit u = written_unit v -> u = v.
Proof.
  destruct row_coordinates as (_ & Hrow & _). destruct column_coordinates as (_ & Hcolumn & _).
  intros [w a] [v b] [= E E']. cbn in E, E'. now rewrite (Hrow _ _ E), (Hcolumn _ _ E').
Qed.

Lemma written_injective : forall θ θ' : network W A, written row column θ = written row column θ' -> θ = θ'.
Proof.
  induction θ as [|u θ IH]; intros [|v θ'] E; try easy. injection E as E1 E2 E.
  f_equal; [|now apply IH]. apply written_unit_injective. unfold written_unit. now rewrite E1, E2.
Qed.

Lemma combine_written : forall (P : list code) (θ : network W A),
  combine P (written row column θ) = map (fun p => (fst p, written_unit (snd p))) (combine P θ).
Proof.
  induction P as [|c P IH]; intros [|u θ]; try easy. cbn [combine map LayerManifold.written fst snd]. f_equal. apply IH.
Qed.

Lemma written_block_sum : forall c (P : list code) (θ : network W A) j,
  units_block_sum c P (written row column θ) j = nth j (column (block_sum c P θ)) zero.
Proof.
  intros c P θ j. unfold units_block_sum, block_sum. rewrite combine_written.
  destruct column_coordinates as (_ & _ & Hadd & _).
  induction (combine P θ) as [|[b u] l IH]; [symmetry; apply column_zero|]. cbn [map filter fst snd].
  destruct (code_eq_dec b c); [|exact IH]. cbn [map fst snd]. rewrite sum_cons, IH.
  unfold vsum. cbn [fold_right]. now rewrite Hadd.
Qed.

Lemma written_gamma : forall (base θ : network W A) (P : list code),
  units_Gamma P (written row column base) (written row column θ) <-> Gamma base P θ.
Proof.
  intros base θ P. unfold units_Gamma, Gamma.
  assert (Hin : forall c u, In (c, u) (combine P θ) -> In (c, written_unit u) (combine P (written row column θ))).
  { intros c u H. rewrite combine_written. now apply (in_map (fun p => (fst p, written_unit (snd p)))) in H. }
  assert (Hof : forall c u, In (c, u) (combine P (written row column θ)) ->
    exists v, u = written_unit v /\ In (c, v) (combine P θ)).
  { intros c u H. rewrite combine_written in H. apply in_map_iff in H as ([b v] & [= <- <-] & H). now exists v. }
  assert (Hbase : forall t v, nth_error base t = Some v -> nth_error (written row column base) t = Some (written_unit v)).
  { intros t v H. now apply (map_nth_error written_unit) in H. }
  assert (Hbase' : forall t v, nth_error (written row column base) t = Some v ->
    exists u, v = written_unit u /\ nth_error base t = Some u).
  { intros t v H. unfold LayerManifold.written in H. rewrite nth_error_map in H.
    change (option_map written_unit (nth_error base t) = Some v) in H.
    destruct (nth_error base t) as [u|]; [|easy]. exists u. split; [|easy]. now injection H. }
  assert (Hrow : forall v w, row v = row w -> v = w) by apply row_coordinates.
  unfold LayerManifold.written at 1. rewrite map_length. split.
  - intros (Hlength & Hlabel & Hzero & Hsum & Hnone). split; [exact Hlength|]. split; [|split; [|split]].
    + intros t u v Hu Hv. apply Hrow. exact (Hlabel t _ _ (Hin _ _ Hu) (Hbase _ _ Hv)).
    + intros z u v Hu Hv. apply Hrow. exact (Hzero z _ _ (Hin _ _ Hu) (Hin _ _ Hv)).
    + intros t v Hv. apply coordinates_determine. intro j. rewrite <- written_block_sum.
      exact (Hsum t _ j (Hbase _ _ Hv)).
    + intro z. apply coordinates_determine. intro j. rewrite <- written_block_sum, Hnone. symmetry. apply column_zero.
  - intros (Hlength & Hlabel & Hzero & Hsum & Hnone). split; [exact Hlength|]. split; [|split; [|split]].
    + intros t u v Hu Hv. apply Hof in Hu as (u' & -> & Hu). apply Hbase' in Hv as (v' & -> & Hv).
      cbn. f_equal. exact (Hlabel t u' v' Hu Hv).
    + intros z u v Hu Hv. apply Hof in Hu as (u' & -> & Hu). apply Hof in Hv as (v' & -> & Hv).
      cbn. f_equal. exact (Hzero z u' v' Hu Hv).
    + intros t v j Hv. apply Hbase' in Hv as (v' & -> & Hv). now rewrite written_block_sum, (Hsum t v' Hv).
    + intros z j. rewrite written_block_sum, Hnone. apply column_zero.
Qed.

Lemma written_theta : forall (base θ : network W A) m,
  units_Theta m (written row column base) (written row column θ) <-> Theta base m θ.
Proof.
  intros base θ m. unfold units_Theta, Theta.
  replace (length (written row column base)) with (length base) by (symmetry; apply map_length).
  split; intros (P & HP & H); exists P; (split; [exact HP|]); now apply written_gamma.
Qed.

Lemma written_gamma_bar : forall (base θ : network W A) (g : list nat), (forall t, In t g -> t < length base) ->
  units_Gamma_bar g (written row column base) (written row column θ) <-> Gamma_bar base g θ.
Proof.
  intros base θ g Hg. unfold units_Gamma_bar, Gamma_bar.
  assert (Hlength : length (written row column base) = length base) by apply map_length. rewrite Hlength.
  assert (Hunits : forall β : list K,
    map (fun p => let u := nth (fst p) (written row column base) ([], []) in (fst u, map (mul (snd p)) (snd u)))
      (combine g β) =
    written row column (map (fun p => let u := nth (fst p) base (vzero, vzero) in (fst u, scale (snd p) (snd u)))
      (combine g β))).
  { intro β. unfold LayerManifold.written at 2. rewrite map_map. apply map_ext_in. intros [t b] Hp.
    apply in_combine_l in Hp. specialize (Hg t Hp). cbn [fst snd].
    rewrite (nth_indep _ ([], []) (written_unit (vzero, vzero))) by now rewrite Hlength.
    unfold LayerManifold.written. fold written_unit.
    change (fun u : W * A => (row (fst u), column (snd u))) with written_unit.
    rewrite map_nth. set (u := nth t base (vzero, vzero)). cbn. f_equal.
    destruct column_coordinates as (Hl & _ & _ & Hscale). apply (nth_ext _ _ zero zero).
    - now rewrite map_length, !Hl.
    - intros j Hj. rewrite Hscale. rewrite map_length in Hj.
      rewrite (nth_indep _ zero (mul b zero)) by now rewrite map_length. apply (map_nth (mul b)). }
  split; intros (β & Hβ & E & H); exists β; (split; [exact Hβ|]; split; [|exact H]).
  - apply written_injective. now rewrite E, Hunits.
  - now rewrite E, Hunits.
Qed.

Lemma written_measures : forall θ θ' : network W A,
  same_units_measure (written row column θ) (written row column θ') <-> same_measure θ θ'.
Proof.
  destruct row_coordinates as (_ & Hrow & _). destruct column_coordinates as (_ & _ & Hadd & _).
  intros θ θ'. split; [|now apply (written_same_measure row column Hrow column_zero Hadd)].
  intros H w. apply coordinates_determine. intro j.
  now rewrite <- !(written_measure row column Hrow column_zero Hadd).
Qed.

Lemma written_irreducible : forall θ : network W A, settled_units (written row column θ) -> irreducible θ.
Proof.
  intros θ [Hdistinct Hnonzero]. split.
  - apply (NoDup_map_inv row). unfold LayerManifold.written in Hdistinct. rewrite map_map in *. exact Hdistinct.
  - intro Hin. apply in_map_iff in Hin as ([w a] & E & Hin). cbn in E. subst a.
    destruct (Hnonzero (written_unit (w, vzero))) as (s & Hs & Hne); [now apply (in_map written_unit)|].
    apply Hne. cbn in Hs. apply In_nth with (d := zero) in Hs as (j & _ & <-). apply column_zero.
Qed.

Lemma written_lengths : forall (θ : network W A) u, In u (written row column θ) -> length (fst u) = d /\ length (snd u) = d'.
Proof.
  intros θ u H. apply in_map_iff in H as (v & <- & _). cbn. split; [apply row_coordinates|apply column_coordinates].
Qed.

Lemma written_onto : (forall l, length l = d -> exists v, row v = l) ->
  (forall l, length l = d' -> exists v, column v = l) ->
  forall units, (forall u, In u units -> length (fst u) = d /\ length (snd u) = d') ->
  exists θ : network W A, written row column θ = units.
Proof.
  intros Hrow Hcolumn. induction units as [|[w a] units IH]; intro H; [now exists []|].
  destruct IH as [θ Hθ]; [intros u Hu; apply H; now right|].
  destruct (H (w, a) (or_introl eq_refl)) as [Hw Ha]. destruct (Hrow w Hw) as [v <-]. destruct (Hcolumn a Ha) as [b <-].
  exists ((v, b) :: θ). cbn. now f_equal.
Qed.

(** ** Lines *)

Lemma nth_towards : forall s (x y : list K) j, length x = length y ->
  nth j (scalars_towards s x y) zero = scalar_towards s (nth j x zero) (nth j y zero).
Proof.
  intros s. induction x as [|a x IH]; intros [|b y] j H; try easy.
  - unfold scalar_towards. destruct j; cbn; ring.
  - injection H as H. destruct j as [|j]; [reflexivity|]. exact (IH y j H).
Qed.

Lemma coordinates_towards : forall (V : VectorSpace K) n (c : V -> list K) s u v, coordinates n c ->
  c (vector_towards s u v) = scalars_towards s (c u) (c v).
Proof.
  intros V n c s u v (Hlength & _ & Hadd & Hscale). apply (nth_ext _ _ zero zero).
  - unfold scalars_towards. now rewrite map_length, combine_length, !Hlength, Nat.min_id.
  - intros j _. rewrite nth_towards by now rewrite !Hlength. unfold vector_towards. now rewrite Hadd, !Hscale.
Qed.

Lemma written_towards : forall s (θ θ' : network W A),
  written row column (network_towards s θ θ') = units_towards s (written row column θ) (written row column θ').
Proof.
  intros s θ θ'. revert θ'. induction θ as [|u θ IH]; intros [|v θ']; try easy.
  unfold network_towards, units_towards, LayerManifold.written in *. cbn [combine map fst snd].
  f_equal; [|apply IH]. unfold neuron_towards. cbn [fst snd].
  f_equal; [now apply (coordinates_towards W d)|now apply (coordinates_towards A d')].
Qed.

End Written.

Theorem unit_subspaces : UnitSubspaces.
Proof.
  intros K W A row column d_in d_out base θ Hrow Hcolumn written. split; [|split].
  - intro P. now apply (written_gamma d_in d_out row column).
  - intro m. now apply (written_theta d_in d_out row column).
  - intros g Hg. now apply (written_gamma_bar d_in d_out row column).
Qed.
