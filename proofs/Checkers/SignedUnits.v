(** The signed subspaces of units that are lists of coordinates: they are those of networks, and their points compute
    one function for every odd or even activation. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces Spaces.
From Equiloss.Reduction Require Import SignedMeasure.
From Equiloss.Layers Require Import Layers LayerManifold FormalUnits FormalValues UnitSpaces.
Import ListNotations.

Section Written.

Context {K : Field} {W A : VectorSpace K} (d d' : nat) (row : W -> list K) (column : A -> list K) (p : parity).
Add Field K_field_signed_units : (field_laws K).
Context (row_coordinates : coordinates d row) (column_coordinates : coordinates d' column).

Lemma coordinates_scale : forall (V : VectorSpace K) n (c : V -> list K) s v, coordinates n c ->
  c (scale s v) = map (mul s) (c v).
Proof.
  intros V n c s v (Hlength & _ & _ & Hscale). apply (nth_ext _ _ zero zero); [now rewrite map_length, !Hlength|].
  intros j Hj. rewrite Hscale. rewrite Hlength in Hj.
  rewrite (nth_indep (map _ _) zero (mul s zero)) by (rewrite map_length, Hlength; exact Hj).
  symmetry. apply (map_nth (mul s)).
Qed.

Lemma written_mirrored : forall u : W * A,
  written_unit row column (mirrored p u) = units_mirrored p (written_unit row column u).
Proof.
  intros [w a]. unfold written_unit, mirrored, units_mirrored, opposite. cbn [fst snd].
  rewrite (coordinates_scale W d row) by exact row_coordinates.
  rewrite (coordinates_scale A d' column) by exact column_coordinates. f_equal. apply map_ext. intro x. ring.
Qed.

Lemma written_turned_back : forall P (θ : network W A),
  units_turned_back p P (written row column θ) = written row column (turned_back p P θ).
Proof.
  induction P as [|c P IH]; intros [|u θ]; try easy. specialize (IH θ).
  unfold units_turned_back, turned_back, written in *. cbn [map combine flat_map fst snd]. rewrite map_app, IH.
  f_equal. destruct c as [[c [|]]|]; try reflexivity. cbn [map]. f_equal. symmetry. exact (written_mirrored u).
Qed.

Lemma written_silent : forall P (θ : network W A),
  (forall u s, In (None, u) (combine P (written row column θ)) -> In s (fst u) -> s = zero) <->
  (forall u, In (None : signed_code, u) (combine P θ) -> fst u = vzero).
Proof.
  intros P θ. destruct row_coordinates as (Hlength & Hinjective & _ & Hscale).
  assert (Hzero : forall j, nth j (row vzero) zero = zero).
  { intro j. rewrite <- (scale_zero K W vzero), Hscale. ring. }
  assert (Hin : forall c u, In (c, u) (combine P (written row column θ)) <->
    exists v, u = written_unit row column v /\ In (c, v) (combine P θ)).
  { revert θ. induction P as [|c P IH]; intros [|v θ] e u; try (now split; [|intros (? & ? & ?)]).
    unfold written in *. cbn [map combine In]. rewrite IH. split.
    - intros [[= <- <-]|(v' & -> & H)]; [now exists v; split; [|left]|exists v'; auto].
    - intros (v' & -> & [[= <- <-]|H]); [now left|right; now exists v']. }
  split.
  - intros H u Hu. apply Hinjective, (nth_ext _ _ zero zero); [now rewrite !Hlength|]. intros j Hj. rewrite Hzero.
    apply (H (written_unit row column u)); [apply Hin; now exists u|]. now apply nth_In.
  - intros H u s Hu Hs. apply Hin in Hu as (v & -> & Hv). unfold written_unit in Hs. cbn [fst] in Hs.
    rewrite (H v Hv) in Hs. apply In_nth with (d := zero) in Hs as (j & _ & <-). apply Hzero.
Qed.

Lemma written_signed_gamma : forall (base θ : network W A) P,
  units_signed_Gamma p P (written row column base) (written row column θ) <-> signed_Gamma p base P θ.
Proof.
  intros base θ P. unfold units_signed_Gamma, signed_Gamma. rewrite written_turned_back, written_silent.
  rewrite (written_gamma d d' row column) by assumption. unfold written at 1. now rewrite map_length.
Qed.

End Written.

Theorem signed_unit_subspaces : SignedUnitSubspaces.
Proof.
  intros K W A row column d_in d_out m p base θ Hrow Hcolumn written.
  assert (Hgamma : forall P, units_signed_Gamma p P (written base) (written θ) <-> signed_Gamma p base P θ).
  { intro P. now apply (written_signed_gamma d_in d_out row column). }
  split; [exact Hgamma|]. unfold units_signed_point, signed_Theta.
  replace (length (written base)) with (length base) by (symmetry; apply map_length). split.
  - intros (_ & P & HP & H). exists P. split; [exact HP|now apply Hgamma].
  - intros (P & HP & H). split; [|exists P; split; [exact HP|now apply Hgamma]].
    exact (written_lengths d_in d_out row column Hrow Hcolumn θ).
Qed.

(** ** What they compute *)

Section Function.

Context {K : Field} {L : VectorSpace K} (activation : list K -> L).
Add Field K_field_signed_units2 : (field_laws K).

Lemma same_measure_output : forall (θ φ : list (list K * list K)) j, same_units_measure θ φ ->
  units_output activation θ j = units_output activation φ j.
Proof.
  intros θ φ j H. set (E := fun v w : list K => if row_eq_dec v w then true else false).
  assert (HE : equivalence E).
  { unfold E. split; [|split].
    - intro v. now destruct (row_eq_dec v v).
    - intros v w. now destruct (row_eq_dec v w) as [->|]; [destruct (row_eq_dec w w)|].
    - intros v w x. now destruct (row_eq_dec v w) as [->|]. }
  assert (Hvalue : forall units, units_output activation units j = sum_value activation (shares j units)).
  { intro units. unfold units_output, sum_value, shares. now rewrite map_map. }
  rewrite !Hvalue. apply (same_sum_value E HE).
  - intros v w Hvw. unfold E in Hvw. now destruct (row_eq_dec v w) as [->|].
  - apply same_sum_spec; [exact HE|]. intro w. specialize (H w j). now rewrite !measure_is_mass in H.
Qed.

Lemma point_output : forall d_in d_out m (base θ : list (list K * list K)) j, units_shaped d_in d_out base ->
  units_shaped d_in d_out θ -> units_Theta m base θ -> units_output activation θ j = units_output activation base j.
Proof.
  intros d_in d_out m base θ j Hbase Hθ H.
  destruct (@coordinates_exist K d_in) as (W & row & _ & Hrow & Honto).
  destruct (@coordinates_exist K d_out) as (A & column & _ & Hcolumn & Honto').
  destruct (written_onto d_in d_out row column Honto Honto' base Hbase) as [base' <-].
  destruct (written_onto d_in d_out row column Honto Honto' θ Hθ) as [θ' <-].
  apply (written_theta d_in d_out row column) in H; try assumption. symmetry. apply same_measure_output.
  apply (written_point_measure row column) with (m := m); [apply Hrow| |apply Hcolumn|exact H].
  exact (column_zero d_out column Hcolumn).
Qed.

Context (p : parity) (two : @add K one one <> zero).
Context (activation_parity : forall w, activation (map opp w) = scale (parity_sign p) (activation w)).

Lemma mirrored_output : forall (u : list K * list K) j,
  scale (nth j (snd (units_mirrored p u)) zero) (activation (fst (units_mirrored p u))) =
  scale (nth j (snd u) zero) (activation (fst u)).
Proof.
  intros [w a] j. unfold units_mirrored. cbn [fst snd]. rewrite activation_parity, <- scale_mul. f_equal.
  replace (@zero K) with (mul (parity_sign p) (@zero K)) at 1 by ring. rewrite (map_nth (mul (parity_sign p))).
  transitivity (mul (mul (parity_sign p) (parity_sign p)) (nth j a zero)); [ring|]. rewrite parity_sign_square. ring.
Qed.

Lemma silent_output : forall w : list K, p = Odd -> (forall s, In s w -> s = zero) -> activation w = vzero.
Proof.
  intros w Hp Hw. apply opposite_self; [exact two|]. pose proof (activation_parity w) as H. rewrite Hp in H.
  cbn [parity_sign] in H. unfold opposite. rewrite <- H. f_equal. rewrite <- (map_id w) at 2. apply map_ext_in.
  intros s Hs. rewrite (Hw s Hs). ring.
Qed.

Lemma turned_back_output : forall P (θ : list (list K * list K)) j, length θ = length P ->
  (p = Even -> ~ In None P) -> (forall u s, In (None, u) (combine P θ) -> In s (fst u) -> s = zero) ->
  units_output activation (units_turned_back p P θ) j = units_output activation θ j.
Proof.
  induction P as [|c P IH]; intros [|u θ] j Hlength Heven Hsilent; try easy. injection Hlength as Hlength.
  specialize (IH θ j Hlength (fun E H => Heven E (or_intror H)) (fun v s H => Hsilent v s (or_intror H))).
  unfold units_output, units_turned_back, vsum in *. cbn [combine flat_map fst snd map fold_right]. rewrite map_app.
  destruct c as [[c [|]]|]; cbn [map app fold_right]; rewrite IH; [|reflexivity|].
  - f_equal. apply mirrored_output.
  - rewrite (silent_output (fst u)); [now rewrite scale_vzero, vadd_zero| |].
    { destruct p; [easy|now destruct Heven; [|left]]. }
    intros s Hs. apply (Hsilent u); [now left|exact Hs].
Qed.

Lemma turned_back_shaped : forall d_in d_out P (θ : list (list K * list K)), units_shaped d_in d_out θ ->
  units_shaped d_in d_out (units_turned_back p P θ).
Proof.
  intros d_in d_out P θ H u Hu. apply in_flat_map in Hu as ([c v] & Hv & Hu). apply in_combine_r in Hv.
  specialize (H v Hv). destruct c as [[c [|]]|]; cbn [fst snd] in Hu; try easy; destruct Hu as [<-|[]]; [|exact H].
  unfold units_mirrored. cbn [fst snd]. now rewrite !map_length.
Qed.

Lemma signed_point_output : forall d_in d_out m (base θ : list (list K * list K)) j, units_shaped d_in d_out base ->
  units_signed_point p d_in d_out base m θ -> units_output activation θ j = units_output activation base j.
Proof.
  intros d_in d_out m base θ j Hbase (Hθ & P & (_ & Heven & HP & _) & (Hlength & Hsilent & H)).
  rewrite <- (turned_back_output P θ j Hlength Heven Hsilent).
  apply (point_output d_in d_out (length (audible P))); [exact Hbase|now apply turned_back_shaped|].
  now exists (map fst (audible P)).
Qed.

End Function.
