(** Inertias on units and on networks, lists of units. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps DimensionUnique OrderedFields Coordinates.
From Equiloss.Index Require Import Copies SecondVariation Splitting Order Inertia Sylvester MixedForms MixedInertia.
Import ListNotations.

Local Open Scope nat_scope.

Section Coordinates.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

(** A vector space of a dimension has linear coordinates. *)
Lemma vector_coordinates : forall (V : VectorSpace K) n, vector_dimension V n ->
  exists f, linear_coordinates (@vector_plus K V) (fun _ => True) n f.
Proof.
  intros V n (f & _ & Honto & Hinjective & Haffine). pose (o := f (zeros n)).
  exists (fun x => vadd (f x) (vopp o)). split; [easy|]. split; [|split].
  - intros v _. destruct (Honto (vadd v o) I) as (x & Hx & E). exists x. split; [exact Hx|]. rewrite E.
    rewrite <- vadd_assoc, vadd_opp. apply vadd_zero_r.
  - intros x y Hx Hy H. apply Hinjective; [easy|easy|]. apply (vadd_cancel (vopp o)).
    now rewrite !(vadd_comm _ _ (vopp o)).
  - intros s x y Hx Hy.
    assert (Hz : length (@zeros K n) = n) by apply zeros_length.
    assert (H2 : forall t v, length v = n -> length (scalars_towards t (zeros n) v) = n)
      by (intros t v Hv; exact (eq_trans (list_towards_length _ t (zeros n) v (eq_trans Hz (eq_sym Hv))) Hz)).
    replace (scalars_plus s x y) with (scalars_towards (inv (add one one)) (scalars_towards (add one one) (zeros n) x)
      (scalars_towards (mul (add one one) s) (zeros n) y)).
    + rewrite !Haffine by auto. fold o. unfold vector_towards, vector_plus, vopp.
      transitivity (vadd (vadd (f x) (scale s (f y))) (scale (opp (add one s)) o)).
      * assert (E : add one (opp (inv (add one one))) = inv (add one (@one K))) by (field; apply two_not_zero).
        rewrite E. vector_identity; try (field; apply two_not_zero).
      * vector_identity.
    + clear -Hx Hy. revert x y Hx Hy. induction n as [|n IH]; intros [|a x] [|b y] Hx Hy; try easy.
      injection Hx as Hx. injection Hy as Hy. rewrite plus_cons, <- (IH x y Hx Hy).
      change (zeros (S n)) with (@zero K :: zeros n).
      change (scalars_towards (inv (add one one)) (scalars_towards (add one one) (zero :: zeros n) (a :: x))
        (scalars_towards (mul (add one one) s) (zero :: zeros n) (b :: y))) with
        (scalar_towards (inv (add one one)) (scalar_towards (add one one) zero a)
          (scalar_towards (mul (add one one) s) zero b) ::
        scalars_towards (inv (add one one)) (scalars_towards (add one one) (zeros n) x)
        (scalars_towards (mul (add one one) s) (zeros n) y)).
      f_equal. unfold scalar_towards, scalar_plus. field. apply two_not_zero.
Qed.

End Coordinates.

Section Units.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Add Field K_field2 : (field_laws K).

Context (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A).
Context (CW : linear_coordinates vector_plus (fun _ => True) d_in fW)
  (CA : linear_coordinates vector_plus (fun _ => True) d_out fA).

Lemma unit_pairing : forall u, bilinear_pairing d_out d_in (fun x y => mixed_form L base u (fA x) (fW y)).
Proof.
  intro u. destruct CW as (_ & _ & _ & LW), CA as (_ & _ & _ & LA). split.
  - intros x Hx s y y' Hy Hy'. rewrite LW by easy. apply mixed_linear_in.
  - intros y Hy s x x' Hx Hx'. rewrite LA by easy. apply (mixed_linear_out L base u (fW y)).
Qed.

Lemma unit_bend_bilinear : forall u, bilinear d_in (fun y y' => bend_form L base u (fW y) (fW y')).
Proof.
  intro u. destruct CW as (_ & _ & _ & LW). split.
  - intros x Hx s y y' Hy Hy'. rewrite LW by easy. apply bend_linear.
  - intros x y _ _. apply bend_symmetric.
Qed.

Lemma kernel_on_lists : forall u p q z,
  bend_inertia L base u p q z <->
  inertia_on scalars_plus (kernel_of d_out d_in (fun x y => mixed_form L base u (fA x) (fW y)))
    (fun y => bend_form L base u (fW y) (fW y)) p q z.
Proof.
  intros u p q z. destruct CW as (_ & OW & JW & LW), CA as (_ & OA & _ & _).
  assert (Hinto : forall y, kernel_of d_out d_in (fun x y => mixed_form L base u (fA x) (fW y)) y ->
    mixed_kernel L base u (fW y)).
  { intros y [Hy H] α. destruct (OA α I) as (x & Hx & <-). now apply H. }
  assert (Honto : forall ω, mixed_kernel L base u ω ->
    exists y, kernel_of d_out d_in (fun x y => mixed_form L base u (fA x) (fW y)) y /\ fW y = ω).
  { intros ω H. destruct (OW ω I) as (y & Hy & <-). exists y. split; [|easy]. split; [exact Hy|]. intros x _. apply H. }
  split.
  - apply (inertia_preimage scalars_plus vector_plus _ _ fW); try easy.
    + intros s x y. apply kernel_closed, unit_pairing.
    + intros y y' [Hy _] [Hy' _]. now apply JW.
    + intros s y y' [Hy _] [Hy' _]. now apply LW.
  - apply (inertia_image scalars_plus vector_plus _ _ fW); try easy.
    + intros y y' [Hy _] [Hy' _]. now apply JW.
    + intros s y y' [Hy _] [Hy' _]. now apply LW.
Qed.

Lemma bend_inertia_dimension : forall u p q z, bend_inertia L base u p q z ->
  affine_of_dimension vector_towards (mixed_kernel L base u) (p + q + z).
Proof.
  intros u p q z H. apply inertia_coordinates in H as (f & C).
  apply (coordinates_dimension vector_plus) with (2 := C). intros s x y _ _. unfold vector_plus, vector_towards.
  transitivity (vadd (vadd (scale one x) (scale (opp s) x)) (scale s y)); [now rewrite scale_one|].
  now rewrite scale_add_scalar.
Qed.

(** The inertia of one copy. *)
Lemma copy_inertia : forall u ρ p q z, mixed_rank L base u d_in ρ -> bend_inertia L base u p q z ->
  d_in = ρ + (p + q + z) /\ ρ <= d_out /\ forall c u' v w, signs [c] u' v w ->
    inertia_on neuron_plus (fun _ => True) (copy_form L base u c)
      (ρ + (u' * p + v * q)) (ρ + (u' * q + v * p)) (d_out - ρ + ((u' + v) * z + w * (p + q + z))).
Proof.
  intros u ρ p q z (κ & Hκ & Hrank) H. pose proof (bend_inertia_dimension u p q z H) as Hκ'.
  rewrite (dimension_unique K W vector_towards _ _ _ ordered_characteristic_zero Hκ Hκ') in Hrank. clear κ Hκ Hκ'.
  apply kernel_on_lists in H.
  destruct (mixed_inertia d_out d_in _ _ p q z (unit_pairing u) (unit_bend_bilinear u) H) as (ρ' & Hd & Hle & _ &
    Hforms).
  assert (ρ' = ρ) by lia. subst ρ'. split; [exact Hd|]. split; [exact Hle|]. intros c u' v w Hc.
  destruct CW as (_ & OW & JW & LW), CA as (_ & OA & JA & LA).
  apply (inertia_image (pair_towards scalars_plus scalars_plus) neuron_plus (of_lengths d_out d_in) _
    (fun p => (fW (snd p), fA (fst p)))) with (6 := Hforms c u' v w Hc); try easy.
  - intros [ω α] _. destruct (OW ω I) as (y & Hy & <-), (OA α I) as (x & Hx & <-). now exists (x, y).
  - intros [x y] [x' y'] [Hx Hy] [Hx' Hy'] E. cbn [fst snd] in *. injection E as E1 E2. f_equal; auto.
  - intros s [x y] [x' y'] [Hx Hy] [Hx' Hy']. unfold pair_towards, neuron_plus. cbn [fst snd] in *. f_equal; auto.
Qed.

(** E of rank 0 is 0. *)
Lemma rank_zero : forall u p q z, mixed_rank L base u d_in 0 -> bend_inertia L base u p q z ->
  forall α ω, mixed_form L base u α ω = zero.
Proof.
  intros u p q z Hrank H α ω. pose proof (copy_inertia u 0 p q z Hrank H) as [Hd _]. apply kernel_on_lists in H.
  destruct (mixed_inertia d_out d_in _ _ p q z (unit_pairing u) (unit_bend_bilinear u) H) as (ρ & Hd' & _ & Hzero & _).
  destruct CW as (_ & OW & _), CA as (_ & OA & _). destruct (OW ω I) as (y & Hy & <-), (OA α I) as (x & Hx & <-).
  apply Hzero; [lia|exact Hx|exact Hy].
Qed.

(** An outgoing vector other than 0 that E maps to 0 makes the rank smaller than d_out. *)
Lemma rank_less : forall u ρ p q z α, mixed_rank L base u d_in ρ -> bend_inertia L base u p q z ->
  α <> vzero -> (forall ω, mixed_form L base u α ω = zero) -> ρ < d_out.
Proof.
  intros u ρ p q z α Hrank H Hα Hzero. pose proof (copy_inertia u ρ p q z Hrank H) as [Hd _].
  apply kernel_on_lists in H.
  pose proof CA as (_ & OA & _ & LA). destruct (OA α I) as (x & Hx & Ex).
  apply (smaller_rank d_out d_in _ _ p q z ρ x (unit_pairing u) (unit_bend_bilinear u) H Hd Hx).
  - intros ->. apply Hα. rewrite <- Ex, <- (plus_zeros (opp one) (zeros d_out)), zeros_length, LA by apply zeros_length.
    unfold vector_plus. vector_identity.
  - intros y _. rewrite Ex. apply Hzero.
Qed.

End Units.
