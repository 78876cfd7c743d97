(** Theorem 4.2: networks with the same outputs have the same measure, or the same odd or even measure, as far as the
    derivatives of σ at 0 tell. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces OrderedFields.
From Equiloss.Reduction Require Import Measure.
From Equiloss.Subspaces Require Import Expansion SignedExpansion.
From Equiloss.Identifiability Require Import PowerSums BothParities Expansions Separation.
Import ListNotations.

Section ZeroLoss.

Context {K : OrderedField} {W A : VectorSpace K} {d_in d_out : nat} {c : W -> list K} {c' : A -> list K}.
Hypothesis Hc : coordinates d_in c.
Hypothesis Hc' : coordinates d_out c'.
Add Field zero_loss_field : (field_laws K).

(** The pairs (w_i·x, entry j of a_i) of a network. *)
Definition along (x : list K) (j : nat) (θ : network W A) : list (K * K) :=
  map (fun u => (dot x (c (fst u)), nth j (c' (snd u)) zero)) θ.

Definition negated (l : list (K * K)) : list (K * K) := map (fun u => (fst u, opp (snd u))) l.

(** The terms of the difference of two networks. *)
Definition compared (x : list K) (j : nat) (θ θ' : network W A) : list (K * K) :=
  along x j θ ++ negated (along x j θ').

Lemma weighted_app : forall f (l l' : list (K * K)), weighted f (l ++ l') = add (weighted f l) (weighted f l').
Proof.
  intros f l l'. induction l as [|u l IH]; cbn [app]; [unfold weighted; simpl; ring|].
  rewrite !weighted_cons, IH. ring.
Qed.

Lemma weighted_negated : forall f (l : list (K * K)), weighted f (negated l) = opp (weighted f l).
Proof.
  intros f l. induction l as [|u l IH]; unfold negated in *; cbn [map]; [unfold weighted; simpl; ring|].
  rewrite !weighted_cons, IH. cbn [fst snd]. ring.
Qed.

Lemma fibre_app : forall (l l' : list (K * K)) μ, fibre (l ++ l') μ = add (fibre l μ) (fibre l' μ).
Proof.
  intros l l' μ. induction l as [|u l IH]; cbn [app]; [unfold fibre at 2; simpl; ring|].
  rewrite !fibre_cons, IH. destruct (scalar_eq_dec (fst u) μ); [ring|easy].
Qed.

Lemma fibre_negated : forall (l : list (K * K)) μ, fibre (negated l) μ = opp (fibre l μ).
Proof.
  intros l μ. induction l as [|u l IH]; unfold negated in *; cbn [map]; [unfold fibre; simpl; ring|].
  rewrite !fibre_cons, IH. cbn [fst snd]. destruct (scalar_eq_dec (fst u) μ); [ring|easy].
Qed.

Lemma weighted_along : forall f x j θ,
  weighted f (along x j θ) = nth j (c' (output (fun w => f (dot x (c w))) θ)) zero.
Proof.
  intros f x j θ. induction θ as [|u θ IH].
  - change (@zero K = nth j (c' vzero) zero). now rewrite (coordinate_zero Hc').
  - unfold along. cbn [map]. rewrite weighted_cons. fold (along x j θ). rewrite IH. cbn [fst snd].
    change (output (fun w => f (dot x (c w))) (u :: θ))
      with (vadd (scale (f (dot x (c (fst u)))) (snd u)) (output (fun w => f (dot x (c w))) θ)).
    now rewrite (coordinate_add Hc'), (coordinate_scale Hc').
Qed.

(** Equal outputs along x, for every multiple of x. *)
Lemma compared_vanishes : forall (σ : K -> K) (s : nat -> K) θ θ' x j,
  expands σ s -> same_outputs d_in c σ θ θ' -> length x = d_in ->
  forall n, s n <> zero -> power_sum (compared x j θ θ') n = zero.
Proof.
  intros σ s θ θ' x j Hσ Hsame Hx n Hn.
  pose proof (coefficients_vanish σ s (compared x j θ θ') Hσ) as H.
  assert (Hzero : forall t, weighted (fun λ => σ (mul t λ)) (compared x j θ θ') = zero).
  { intro t. unfold compared. rewrite weighted_app, weighted_negated, !weighted_along.
    assert (E : forall φ : network W A, output (fun w => σ (mul t (dot x (c w)))) φ =
      output (fun w => σ (dot (map (mul t) x) (c w))) φ).
    { intro φ. unfold output. f_equal. apply map_ext. intro u. now rewrite dot_scale. }
    rewrite !E, (Hsame (map (mul t) x)) by now rewrite map_length. ring. }
  specialize (H Hzero n). replace (power_sum (compared x j θ θ') n)
    with (mul (inv (s n)) (mul (s n) (power_sum (compared x j θ θ') n))) by (field; exact Hn).
  rewrite H. ring.
Qed.

(** Where x separates the incoming vectors from w, a fibre is an entry of the measure. *)
Lemma fibre_along : forall x j θ w,
  (forall v, In v (map fst θ) -> dot x (c v) = dot x (c w) -> v = w) ->
  fibre (along x j θ) (dot x (c w)) = nth j (c' (measure θ w)) zero.
Proof.
  intros x j θ w. induction θ as [|u θ IH]; intro H.
  - change (@zero K = nth j (c' vzero) zero). now rewrite (coordinate_zero Hc').
  - unfold along. cbn [map]. rewrite fibre_cons. fold (along x j θ). cbn [fst snd].
    rewrite measure_cons, (coordinate_add Hc'), IH by (intros v Hv; apply H; now right).
    destruct (scalar_eq_dec (dot x (c (fst u))) (dot x (c w))) as [E|Hne].
    + destruct (vector_eq_dec (fst u) w) as [_|Hne]; [easy|]. elim Hne. apply H; [now left|easy].
    + destruct (vector_eq_dec (fst u) w) as [E|_]; [elim Hne; now rewrite E|]. rewrite (coordinate_zero Hc'). ring.
Qed.

(** An input that separates w and −w and all incoming vectors. *)
Definition separates (x : list K) (w : W) (θ θ' : network W A) : Prop :=
  length x = d_in /\
  forall u v, In u (w :: opposite w :: map fst (θ ++ θ')) -> In v (w :: opposite w :: map fst (θ ++ θ')) ->
    dot x (c u) = dot x (c v) -> u = v.

Lemma fibre_compared : forall x w j θ θ' v, separates x w θ θ' -> v = w \/ v = opposite w ->
  fibre (compared x j θ θ') (dot x (c v)) =
  add (nth j (c' (measure θ v)) zero) (opp (nth j (c' (measure θ' v)) zero)).
Proof.
  intros x w j θ θ' v [_ H] Hv. unfold compared. rewrite fibre_app, fibre_negated.
  assert (Hin : In v (w :: opposite w :: map fst (θ ++ θ'))) by (destruct Hv as [->| ->]; [now left|now right; left]).
  rewrite !fibre_along; [easy|..]; intros u Hu; apply H; try exact Hin; right; right; rewrite map_app;
    apply in_or_app; [now right|now left].
Qed.

Lemma dot_opposite : forall x w, dot x (c (opposite w)) = opp (dot x (c w)).
Proof. intros x w. unfold opposite. rewrite (dot_vscale Hc). ring. Qed.

(** Entry j of the measures of two networks at w, and at −w. *)
Lemma measures_by_fibres : forall (combine_fibres : K -> K -> K) θ θ' w,
  (forall x j, length x = d_in -> (w <> vzero -> dot x (c w) <> zero) ->
    let l := compared x j θ θ' in
    combine_fibres (fibre l (dot x (c w))) (fibre l (opp (dot x (c w)))) = zero) ->
  forall j, combine_fibres
    (add (nth j (c' (measure θ w)) zero) (opp (nth j (c' (measure θ' w)) zero)))
    (add (nth j (c' (measure θ (opposite w))) zero) (opp (nth j (c' (measure θ' (opposite w))) zero))) = zero.
Proof.
  intros f θ θ' w H j.
  destruct (separating_input W d_in c (vzero :: w :: opposite w :: map fst (θ ++ θ')) Hc) as (x & Hx & Hseparates).
  assert (Hs : separates x w θ θ') by (split; [exact Hx|intros u v Hu Hv; apply Hseparates; now right]).
  rewrite <- (fibre_compared x w j θ θ' w Hs), <- (fibre_compared x w j θ θ' (opposite w) Hs), dot_opposite
    by solve [now left | now right].
  apply H; [exact Hx|]. intros Hw E. apply Hw, Hseparates; [right; now left|now left|]. rewrite E.
  rewrite <- (scale_zero K W vzero), (dot_vscale Hc). ring.
Qed.

Lemma difference_zero : forall x y : K, add x (opp y) = zero -> x = y.
Proof. intros x y H. replace x with (add (add x (opp y)) y) by ring. rewrite H. ring. Qed.

Section Activation.

Context {σ : K -> K} {s : nat -> K} {θ θ' : network W A}.
Hypothesis Harchimedean : archimedean K.
Hypothesis Hσ : expands σ s.
Hypothesis Hsame : same_outputs d_in c σ θ θ'.

Lemma exponents : forall (P : nat -> Prop) x j, length x = d_in -> often (fun n => P n /\ s n <> zero) ->
  often (fun n => P n /\ power_sum (compared x j θ θ') n = zero).
Proof.
  intros P x j Hx Hoften first. destruct (Hoften first) as (n & Hn & HP & Hs). exists n.
  repeat split; try easy. now apply (compared_vanishes σ s).
Qed.

Lemma same_measures : s 0 <> zero ->
  often (fun n => Nat.Even n /\ s n <> zero) -> often (fun n => Nat.Odd n /\ s n <> zero) -> same_measure θ θ'.
Proof.
  intros H0 Heven Hodd w. apply (equal_coordinates Hc'). intro j. apply difference_zero.
  apply (measures_by_fibres (fun y _ => y)). intros x i Hx _. apply fibres_vanish; [easy| |now apply exponents..].
  now apply (compared_vanishes σ s).
Qed.

Lemma same_odd_measures : often (fun n => Nat.Odd n /\ s n <> zero) -> same_signed_measure Odd θ θ'.
Proof.
  intros Hodd w. apply (equal_coordinates Hc'). intro j. apply difference_zero.
  unfold signed_measure. rewrite !(coordinate_add Hc'), !(coordinate_scale Hc'). cbn [parity_sign].
  eapply eq_trans; [|apply (measures_by_fibres (fun y z => add y (opp z)) θ θ' w) with (j := j)]; [ring|].
  intros x i Hx _. apply odd_part; [easy|now apply exponents].
Qed.

(** Without σ(0) ≠ 0, the incoming vector 0 is left out. *)
Lemma same_even_measures_elsewhere : often (fun n => Nat.Even n /\ s n <> zero) ->
  forall w, w <> vzero -> signed_measure Even θ w = signed_measure Even θ' w.
Proof.
  intros Heven w Hw. apply (equal_coordinates Hc'). intro j. apply difference_zero.
  unfold signed_measure. rewrite !(coordinate_add Hc'), !(coordinate_scale Hc'). cbn [parity_sign].
  eapply eq_trans; [|apply (measures_by_fibres add θ θ' w) with (j := j)]; [ring|].
  intros x i Hx Hne l. apply even_part; [easy|now apply exponents|now apply Hne].
Qed.

Lemma same_even_measures : s 0 <> zero -> often (fun n => Nat.Even n /\ s n <> zero) ->
  same_signed_measure Even θ θ'.
Proof.
  intros H0 Heven w. apply (equal_coordinates Hc'). intro j. apply difference_zero.
  unfold signed_measure. rewrite !(coordinate_add Hc'), !(coordinate_scale Hc'). cbn [parity_sign].
  eapply eq_trans; [|apply (measures_by_fibres add θ θ' w) with (j := j)]; [ring|].
  intros x i Hx _ l. assert (Hl : even_exponents l) by now apply exponents.
  destruct (scalar_eq_dec (dot x (c w)) zero) as [->|Hne]; [|now apply even_part].
  replace (opp zero) with (@zero K) by ring. rewrite zero_part; [ring|easy|now apply (compared_vanishes σ s)|exact Hl].
Qed.

End Activation.

End ZeroLoss.

Theorem zero_loss_only_in_theta : ZeroLossOnlyInTheta.
Proof.
  intros K W A d_in d_out c c' σ s teacher θ Harchimedean Hc Hc' Hσ H0 Heven Hodd Hsame.
  assert (Hmeasure : same_measure θ teacher) by now apply (same_measures Hc Hc' Harchimedean Hσ Hsame).
  split; [exact Hmeasure|]. split; intro Hirr.
  - now apply theta_is_fibre.
  - intro Hirr'. now apply same_measure_irreducible.
Qed.

Theorem zero_loss_only_in_signed_theta : ZeroLossOnlyInSignedTheta.
Proof.
  intros K W A d_in d_out c c' p σ s teacher θ Harchimedean Hc Hc' Hσ Hs Hsame.
  assert (Hmeasure : same_signed_measure p θ teacher).
  { destruct p.
    - now apply (same_odd_measures Hc Hc' Harchimedean Hσ Hsame).
    - now apply (same_even_measures Hc Hc' Harchimedean Hσ Hsame). }
  split; [exact Hmeasure|]. intro Hirr. apply signed_theta_is_fibre; [apply two_not_zero|exact Hirr|easy].
Qed.
