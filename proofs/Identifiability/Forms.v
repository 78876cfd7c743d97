(** For σ(z) = k + l·z + ρ(z) with an odd or even ρ, networks give the same outputs exactly if their forms agree: signed
    measure and polynomial part. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces OrderedFields.
From Equiloss.Reduction Require Import Measure SignedMeasure.
From Equiloss.Identifiability Require Import PowerSums BothParities Separation ZeroLoss Series.
Import ListNotations.

Section Forms.

Context {K : OrderedField} {W A : VectorSpace K} {d_in d_out : nat} {c : W -> list K} {c' : A -> list K}.
Hypothesis Hc : coordinates d_in c.
Hypothesis Hc' : coordinates d_out c'.
Add Field forms_field : (field_laws K).

(** ** Without the units of incoming vector 0 *)

Definition without_zero (θ : network W A) : network W A :=
  filter (fun u => if vector_eq_dec (fst u) vzero then false else true) θ.

Lemma output_without_zero : forall (activation : W -> K) (θ : network W A), output activation θ =
  vadd (scale (activation vzero) (measure θ vzero)) (output activation (without_zero θ)).
Proof.
  intros activation θ. induction θ as [|[w a] θ IH].
  - unfold measure, output, vsum. cbn. now rewrite scale_vzero, vadd_zero.
  - transitivity (vadd (scale (activation w) a) (output activation θ)); [reflexivity|].
    rewrite IH, (measure_cons (w, a) θ). unfold without_zero. cbn [fst snd filter].
    destruct (vector_eq_dec w vzero) as [->|Hne]; [vector_identity|]. fold (without_zero θ).
    change (output activation ((w, a) :: without_zero θ))
      with (vadd (scale (activation w) a) (output activation (without_zero θ))). vector_identity.
Qed.

Lemma measure_without_zero : forall (θ : network W A) w,
  measure (without_zero θ) w = if vector_eq_dec w vzero then vzero else measure θ w.
Proof.
  intros θ w. induction θ as [|[v a] θ IH]; [now destruct (vector_eq_dec w vzero)|].
  unfold without_zero. cbn [fst filter]. fold (without_zero θ). rewrite (measure_cons (v, a) θ). cbn [fst snd].
  destruct (vector_eq_dec v vzero) as [->|Hv].
  - rewrite IH. destruct (vector_eq_dec w vzero) as [|Hw]; [easy|].
    destruct (vector_eq_dec vzero w) as [E|_]; [now elim Hw|]. now rewrite vadd_zero.
  - rewrite measure_cons, IH. cbn [fst snd].
    destruct (vector_eq_dec w vzero) as [->|Hw]; [|easy].
    destruct (vector_eq_dec v vzero) as [E|_]; [now elim Hv|]. apply vadd_zero.
Qed.

Lemma opposite_is_zero : forall w : W, opposite w = vzero -> w = vzero.
Proof. intros w E. now rewrite <- (opposite_opposite w), E, opposite_zero. Qed.

(** Units of incoming vector 0 apart, the odd or even measure determines the output. *)
Lemma same_part_outputs : forall p (activation : W -> K) (θ θ' : network W A), has_parity p activation ->
  (forall w, w <> vzero -> signed_measure p θ w = signed_measure p θ' w) ->
  output activation (without_zero θ) = output activation (without_zero θ').
Proof.
  intros p activation θ θ' Hparity H. apply (same_signed_measure_function p two_not_zero); [|exact Hparity].
  intro w. unfold signed_measure. rewrite !measure_without_zero. destruct (vector_eq_dec w vzero) as [->|Hw].
  - rewrite opposite_zero. now destruct (vector_eq_dec (@vzero K W) vzero).
  - destruct (vector_eq_dec (opposite w) vzero) as [E|_]; [elim Hw; now apply opposite_is_zero|]. now apply H.
Qed.

(** ** The polynomial part *)

Lemma output_split : forall (k l : K) (ρ : K -> K) (θ : network W A) x,
  output (fun w => add (add k (mul l (dot x (c w)))) (ρ (dot x (c w)))) θ =
  vadd (vadd (scale k (vsum (map snd θ))) (scale l (linear_part c θ x))) (output (fun w => ρ (dot x (c w))) θ).
Proof.
  intros k l ρ θ x. unfold output, linear_part, vsum. induction θ as [|[w a] θ IH]; cbn [map fold_right fst snd];
    [vector_identity|]. rewrite IH. vector_identity.
Qed.

Lemma dot_zero : forall x, dot x (c vzero) = zero.
Proof. intro x. rewrite <- (scale_zero K W vzero), (dot_vscale Hc). ring. Qed.

Lemma zero_dot : forall n y, dot (repeat (@zero K) n) y = zero.
Proof.
  induction n as [|n IH]; intros [|b y]; try easy. cbn [repeat]. rewrite dot_cons, IH. ring.
Qed.

Lemma linear_part_at_zero : forall n (θ : network W A), linear_part c θ (repeat zero n) = vzero.
Proof.
  intros n θ. apply vsum_zeros. intros v Hv. apply in_map_iff in Hv as (u & <- & _). rewrite zero_dot. apply scale_zero.
Qed.

Section Activation.

Context {p : parity} {k l : K} {ρ : K -> K} {s : nat -> K} {θ θ' : network W A}.
Hypothesis Harchimedean : archimedean K.
Hypothesis Hρ : forall z, ρ (opp z) = mul (parity_sign p) (ρ z).
Hypothesis Hplace : match p with Odd => l = zero | Even => k = zero end.
Hypothesis Hσ : expands (fun z => add (add k (mul l z)) (ρ z)) s.
Hypothesis Hoften : often (fun n => match p with Odd => Nat.Odd n | Even => Nat.Even n end /\ s n <> zero).

Lemma along_parity : forall x, has_parity p (fun w => ρ (dot x (c w))).
Proof. intros x w. now rewrite (dot_opposite Hc), Hρ. Qed.

(** What the remainder adds is determined by the form. *)
Lemma remainder_outputs : forall x,
  (forall w, w <> vzero -> signed_measure p θ w = signed_measure p θ' w) ->
  scale (ρ zero) (measure θ vzero) = scale (ρ zero) (measure θ' vzero) ->
  output (fun w => ρ (dot x (c w))) θ = output (fun w => ρ (dot x (c w))) θ'.
Proof.
  intros x H H0. rewrite (output_without_zero _ θ), (output_without_zero _ θ'), dot_zero, H0. f_equal.
  apply (same_part_outputs p); [apply along_parity|exact H].
Qed.

Lemma form_gives_outputs : same_form p d_in c (ρ zero) k l θ θ' ->
  same_outputs d_in c (fun z => add (add k (mul l z)) (ρ z)) θ θ'.
Proof.
  intros (Hmeasure & H0 & Hconstant & Hlinear) x Hx.
  rewrite !output_split, Hconstant, (Hlinear x Hx). f_equal. now apply remainder_outputs.
Qed.

(** ** From outputs to forms *)

Hypothesis Hsame : same_outputs d_in c (fun z => add (add k (mul l z)) (ρ z)) θ θ'.

Lemma part_determined : forall w, w <> vzero -> signed_measure p θ w = signed_measure p θ' w.
Proof.
  intros w Hw. destruct p.
  - now apply (same_odd_measures Hc Hc' Harchimedean Hσ Hsame).
  - now apply (same_even_measures_elsewhere Hc Hc' Harchimedean Hσ Hsame).
Qed.

Lemma zero_determined : scale (ρ zero) (measure θ vzero) = scale (ρ zero) (measure θ' vzero).
Proof.
  destruct (scalar_eq_dec (ρ zero) zero) as [->|Hne]; [now rewrite !scale_zero|]. destruct p.
  - elim Hne. specialize (Hρ zero). cbn [parity_sign] in Hρ. replace (opp zero) with (@zero K) in Hρ by ring.
    apply (half _ (ρ zero)); [rewrite Hρ at 2|]; ring.
  - f_equal. apply halves; [apply two_not_zero|]. assert (Hs : s 0 <> zero).
    { rewrite (expands_at_zero _ s Hσ), Hplace. replace (add (add zero (mul l zero)) (ρ zero)) with (ρ zero) by ring.
      exact Hne. }
    pose proof (same_even_measures Hc Hc' Harchimedean Hσ Hsame Hs Hoften vzero) as E. unfold signed_measure in E.
    rewrite opposite_zero in E. cbn [parity_sign] in E. now rewrite !scale_one in E.
Qed.

Lemma outputs_give_form : same_form p d_in c (ρ zero) k l θ θ'.
Proof.
  pose proof part_determined as Hmeasure. pose proof zero_determined as H0.
  assert (Hpolynomial : forall x, length x = d_in ->
    vadd (scale k (vsum (map snd θ))) (scale l (linear_part c θ x)) =
    vadd (scale k (vsum (map snd θ'))) (scale l (linear_part c θ' x))).
  { intros x Hx. specialize (Hsame x Hx). cbn beta in Hsame.
    rewrite !output_split, (remainder_outputs x Hmeasure H0) in Hsame.
    apply (vadd_cancel (output (fun w => ρ (dot x (c w))) θ')). now rewrite !(vadd_comm _ _ (output _ θ')). }
  assert (Hconstant : scale k (vsum (map snd θ)) = scale k (vsum (map snd θ'))).
  { specialize (Hpolynomial (repeat zero d_in) (repeat_length _ _)).
    now rewrite !linear_part_at_zero, !scale_vzero, !vadd_zero_r in Hpolynomial. }
  split; [exact Hmeasure|split; [exact H0|split; [exact Hconstant|]]].
  intros x Hx. specialize (Hpolynomial x Hx). rewrite Hconstant in Hpolynomial. now apply vadd_cancel in Hpolynomial.
Qed.

End Activation.

End Forms.

Theorem same_outputs_same_form : SameOutputsSameForm.
Proof.
  intros K W A d_in d_out c c' p k l ρ s θ θ' Harchimedean Hc Hc' Hρ Hplace σ Hσ Hoften. split.
  - now apply (outputs_give_form Hc Hc' Harchimedean Hρ Hplace Hσ Hoften).
  - now apply (form_gives_outputs Hc Hρ).
Qed.
