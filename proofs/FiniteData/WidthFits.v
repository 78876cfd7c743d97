(** Cooper's Lemma 3.3: units that switch on between the inputs, along a direction in which these are distinct, fit one
    target after the other. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces Spaces OrderedFields.
From Equiloss.Identifiability Require Import PowerSums Separation.
Import ListNotations.

Section WidthFits.

Context {K : OrderedField} {A : VectorSpace K} {σ : K -> K}.
Hypothesis off : forall z, at_most z zero -> σ z = zero.
Hypothesis on : forall z, less zero z -> less zero (σ z).
Add Field width_field : (field_laws K).

(** Σ_i a_i σ(λ + b_i), for units (b_i, a_i) *)
Definition on_line (units : list (K * A)) (λ : K) : A :=
  vsum (map (fun u => scale (σ (add λ (fst u))) (snd u)) units).

(** Some number is at least all of l, and less than μ. *)
Lemma threshold : forall (μ : K) (l : list K), (forall λ, In λ l -> less λ μ) ->
  exists b, less b μ /\ forall λ, In λ l -> at_most λ b.
Proof.
  intros μ [|λ l] H.
  - exists (add μ (opp one)). split; [|easy]. apply less_by_difference.
    replace (add μ (opp (add μ (opp one)))) with (@one K) by ring. apply one_positive.
  - destruct (largest (λ :: l)) as (b & Hb & Hmax); [easy|]. exists b. split; [now apply H|exact Hmax].
Qed.

Lemma line_fits : forall n (data : list (K * A)), length data = n -> NoDup (map fst data) ->
  exists units, length units = n /\ forall λ y, In (λ, y) data -> on_line units λ = y.
Proof.
  induction n as [|n IH]; intros data Hlength Hdistinct.
  - apply length_zero_iff_nil in Hlength. subst. now exists [].
  - destruct (largest (map fst data)) as (μ & Hμ & Hmax); [now destruct data|].
    apply in_map_iff in Hμ as ([μ' y] & E & Hin). simpl in E. subst μ'. apply in_split in Hin as (l1 & l2 & ->).
    rewrite map_app in Hdistinct, Hmax. simpl in Hdistinct, Hmax.
    pose proof (NoDup_remove_1 _ _ _ Hdistinct) as Hrest. pose proof (NoDup_remove_2 _ _ _ Hdistinct) as Hout.
    rewrite <- map_app in Hrest, Hout.
    destruct (IH (l1 ++ l2)) as (units & Hunits & Hfit);
      [rewrite app_length in *; simpl in Hlength; lia|exact Hrest|].
    destruct (threshold μ (map fst (l1 ++ l2))) as (b & Hb & Hbelow).
    { intros λ Hλ. destruct (Hmax λ) as [H|H]; [|exact H|now subst].
      rewrite map_app in Hλ. apply in_app_iff in Hλ. apply in_app_iff. simpl. tauto. }
    set (gain := σ (add μ (opp b))).
    assert (Hgain : gain <> zero) by now apply positive_not_zero, on, (proj1 (less_by_difference _ _)).
    exists ((opp b, scale (inv gain) (vadd y (vopp (on_line units μ)))) :: units).
    split; [simpl; now rewrite Hunits|]. intros λ z Hz. unfold on_line. cbn [map fst snd].
    fold (on_line units λ).
    change (vadd (scale (σ (add λ (opp b))) (scale (inv gain) (vadd y (vopp (on_line units μ))))) (on_line units λ) = z).
    apply in_app_iff in Hz. assert (Hcases : (λ, z) = (μ, y) \/ In (λ, z) (l1 ++ l2)).
    { rewrite in_app_iff. destruct Hz as [Hz|[<-|Hz]]; tauto. }
    destruct Hcases as [[= -> ->]|Hother].
    + fold gain. rewrite <- scale_mul. replace (mul gain (inv gain)) with (@one K) by (field; exact Hgain).
      rewrite scale_one. vector_identity.
    + rewrite off, scale_zero, vadd_zero; [now apply Hfit|]. apply (in_map fst) in Hother. apply Hbelow in Hother.
      apply at_most_by_difference in Hother. apply at_most_by_difference. simpl in Hother.
      now replace (add zero (opp (add λ (opp b)))) with (add b (opp λ)) by ring.
Qed.

End WidthFits.

(** A direction along which inputs are distinct. *)
Lemma distinct_along : forall (K : OrderedField) (d : nat) (inputs : list (list K)),
  (forall x, In x inputs -> length x = d) ->
  exists w, length w = d /\ forall x x', In x inputs -> In x' inputs -> dot w x = dot w x' -> x = x'.
Proof.
  intros K d inputs H. destruct (@coordinates_exist K d) as (V & c & _ & Hc & Honto).
  assert (Hvectors : exists vs : list V, map c vs = inputs).
  { induction inputs as [|x inputs IH]; [now exists []|].
    destruct IH as (vs & <-); [intros; apply H; now right|]. destruct (Honto x) as [v <-]; [apply H; now left|].
    now exists (v :: vs). }
  destruct Hvectors as (vs & <-). destruct (separating_input V d c vs Hc) as (w & Hw & Hseparates).
  exists w. split; [exact Hw|]. intros x x' Hx Hx'. apply in_map_iff in Hx as (v & <- & Hv).
  apply in_map_iff in Hx' as (v' & <- & Hv'). intro E. f_equal. now apply Hseparates.
Qed.

Theorem width_fits_data : WidthFitsData.
Proof.
  intros K A σ d_in width data Hoff Hon Hinputs Hdistinct Hwidth.
  destruct (distinct_along K d_in (map fst data)) as (w & Hw & Hseparates).
  { intros x Hx. apply in_map_iff in Hx as ([x' y] & <- & Hin). now apply (Hinputs x' y). }
  destruct (line_fits (A := A) Hoff Hon (length data) (map (fun p => (dot w (fst p), snd p)) data))
    as (units & Hlength & Hfit); [apply map_length| |].
  { rewrite map_map. simpl. rewrite <- (map_map fst (dot w)). clear Hwidth Hinputs. revert Hdistinct Hseparates.
    generalize (map fst data) as inputs. induction inputs as [|x inputs IH]; intros Hdistinct Hseparates; simpl; [constructor|].
    apply NoDup_cons_iff in Hdistinct as [Hx Hdistinct]. constructor.
    - intro Hin. apply in_map_iff in Hin as (x' & E & Hx'). apply Hx.
      rewrite (Hseparates x x'); [exact Hx'|now left|now right|now symmetry].
    - apply IH; [exact Hdistinct|]. intros y y' Hy Hy'. apply Hseparates; now right. }
  exists (map (fun u => (w, fst u, snd u)) units ++ repeat (w, zero, vzero) (width - length data)).
  split; [rewrite app_length, map_length, repeat_length; lia|]. split.
  - intros w' b a Hin. apply in_app_iff in Hin as [Hin|Hin].
    + apply in_map_iff in Hin as (u & [= <- _ _] & _). exact Hw.
    + apply repeat_spec in Hin as [= -> _ _]. exact Hw.
  - intros x y Hin. unfold output_with_biases. rewrite map_app, vsum_app, map_map. cbn [fst snd].
    rewrite (vsum_zeros (map _ (repeat _ _))), vadd_zero_r.
    + apply (Hfit (dot w x) y). apply in_map_iff. now exists (x, y).
    + intros v Hv. apply in_map_iff in Hv as (u & <- & Hu). apply repeat_spec in Hu. subst. apply scale_vzero.
Qed.

Section WidthOne.

Context {K : OrderedField} {A : VectorSpace K} {σ : K -> K}.
Hypothesis off : forall z, at_most z zero -> σ z = zero.
Hypothesis on : forall z, less zero z -> less zero (σ z).
Add Field width_one_field : (field_laws K).

(** Values a·s and a·s' of one unit, s, s' ≥ 0, are opposite only if both are 0. *)
Lemma opposite_values : forall (s s' : K) (a y : A), at_most zero s -> at_most zero s' ->
  scale s a = y -> scale s' a = scale (opp one) y -> y = vzero.
Proof.
  intros s s' a y Hs Hs' E E'. assert (Hsum : scale (add s s') a = vzero).
  { rewrite scale_add_scalar, E, E'. vector_identity. }
  destruct (scalar_eq_dec (add s s') zero) as [Hzero|Hne].
  - destruct Hs as [Hs|Hs]; [|now rewrite <- E, <- Hs, scale_zero].
    exfalso. apply (less_irreflexive K zero). rewrite <- Hzero at 2. now apply add_positive.
  - apply (scale_cancel _ _ Hne) in Hsum. rewrite <- E, Hsum. apply scale_vzero.
Qed.

Lemma value_at_least_zero : forall z, at_most zero (σ z).
Proof.
  intro z. destruct (trichotomy zero z) as [[Hz|<-]|Hz].
  - left. now apply on.
  - rewrite off; apply at_most_refl.
  - rewrite off; [apply at_most_refl|now left].
Qed.

Lemma one_unit_misses : forall (units : list (list K * K * A)) x x' y, length units < 2 ->
  output_with_biases σ units x = y -> output_with_biases σ units x' = scale (opp one) y -> y = vzero.
Proof.
  intros [|u [|u' units]] x x' y Hlength E E'; [now rewrite <- E| |simpl in Hlength; lia].
  unfold output_with_biases, vsum in E, E'. simpl in E, E'. rewrite vadd_zero_r in E, E'.
  exact (opposite_values _ _ _ y (value_at_least_zero _) (value_at_least_zero _) E E').
Qed.

End WidthOne.

Theorem width_one_misses_two_targets : WidthOneMissesTwoTargets.
Proof. intros K A σ units x x' y Hoff Hon Hlength Hy [E E']. exact (Hy (one_unit_misses Hoff Hon units x x' y Hlength E E')). Qed.
