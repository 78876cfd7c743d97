(** The variations of a squared error as sums over data and units. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces Coordinates.
From Equiloss.Index Require Import Copies SecondVariation.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedMembership Dominance SoundMatrices CheckedLoss ListNetworks.
Import ListNotations.

Local Open Scope nat_scope.

Lemma combine_maps : forall {X Y X' Y' : Type} (f : X -> X') (g : Y -> Y') (l : list X) (l' : list Y),
  combine (map f l) (map g l') = map (fun p => (f (fst p), g (snd p))) (combine l l').
Proof. intros X Y X' Y' f g. induction l as [|x l IH]; intros [|y l']; simpl; try easy. now rewrite IH. Qed.

Section Gradients.

Context {K : OrderedField} (d_in d_out : nat) (P Q : list K).
Add Field gradients_field : (field_laws K).

Lemma dot_commutes : forall x y : list K, dot x y = dot y x.
Proof.
  induction x as [|c x IH]; intros [|d y]; try easy.
  change (add (mul c d) (dot x y) = add (mul d c) (dot y x)). rewrite IH. ring.
Qed.

Lemma dot_zeros_left : forall k (x : list K), dot (zeros k) x = zero.
Proof. intros k x. rewrite dot_commutes. apply dot_zeros. Qed.

(** The gradient of a unit in the direction (ω, α). *)
Lemma unit_gradient_along : forall seen u δ, shaped_unit d_in d_out u -> shaped_unit d_in d_out δ ->
  (forall p, In p seen -> length (fst (fst p)) = d_in /\ length (snd p) = d_out) ->
  let g := unit_gradient P Q seen u in
  shaped_unit d_in d_out g /\
  add (dot (fst g) (fst δ)) (dot (snd g) (snd δ)) = sum (map (fun p => first_part P Q (snd p) (fst p) u δ) seen).
Proof.
  intros seen u δ [Hw Ha] [Hω Hα]. induction seen as [|p seen IH]; intro Hseen; cbv zeta in *.
  - cbn [unit_gradient fold_right map]. unfold shaped_unit. cbn [fst snd]. rewrite !zeros_like_zeros, !zeros_length.
    split; [easy|]. rewrite !dot_zeros_left. unfold sum. cbn. ring.
  - destruct IH as [[Hgw Hga] E]; [intros q Hq; apply Hseen; now right|].
    destruct (Hseen p (or_introl eq_refl)) as [Hx He]. set (g := unit_gradient P Q seen u) in *.
    change (unit_gradient P Q (p :: seen) u) with
      (scalars_plus (mul (quotient_slope P Q (argument u (fst p))) (dot (snd p) (snd u))) (fst g) (fst (fst p)),
        scalars_plus (quotient P Q (argument u (fst p))) (snd g) (snd p)). cbn [fst snd]. split.
    + unfold shaped_unit. cbn [fst snd]. rewrite !plus_length; congruence || (split; congruence).
    + rewrite !dot_linear by congruence. cbn [map].
      change (sum (?a :: ?l)) with (add a (sum l)). rewrite <- E. unfold scalar_plus, first_part. cbv zeta.
      rewrite (dot_commutes (fst (fst p))). ring.
Qed.

End Gradients.

Section Variations.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (P Q : list K) (data : list (list K * list K)) (L : Loss K W A (list K * list K)).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Add Field variations_field : (field_laws K).

Lemma networks_onto : forall δ : network W A, exists l, units_shaped d_in d_out l /\ with_coordinates fW fA l = δ.
Proof.
  induction δ as [|[ω α] δ (l & Hl & E)]; [now exists []|].
  destruct (map_onto d_in fW (proj1 HL) ω) as (w & Hw & <-).
  destruct (map_onto d_out fA (proj1 (proj2 HL)) α) as (a & Ha & <-). exists ((w, a) :: l). split.
  - intros u [<-|Hu]; [easy|now apply Hl].
  - now rewrite <- E.
Qed.

Section Along.

Context (units δ : list (list K * list K)).
Hypothesis Hunits : units_shaped d_in d_out units.
Hypothesis Hδ : units_shaped d_in d_out δ.

Lemma pairs_shaped : forall p, In p (combine units δ) ->
  shaped_unit d_in d_out (fst p) /\ shaped_unit d_in d_out (snd p).
Proof.
  intros [u v] Hp. split; [apply Hunits; now apply in_combine_l in Hp|apply Hδ; now apply in_combine_r in Hp].
Qed.

Lemma over_units_lists : forall f : W * A -> W * A -> A,
  over_units f (with_coordinates fW fA units) (with_coordinates fW fA δ) =
  vsum (map (fun p => f (unit_of fW fA (fst p)) (unit_of fW fA (snd p))) (combine units δ)).
Proof. intro f. unfold over_units, with_coordinates. now rewrite combine_maps, map_map. Qed.

Lemma first_variation_lists :
  first_variation L (with_coordinates fW fA units) (with_coordinates fW fA δ) =
  sum (map (fun x => sum (map (fun p => first_part P Q (error_at P Q units x) x (fst p) (snd p)) (combine units δ)))
    data).
Proof.
  unfold first_variation. rewrite (proj1 (proj2 (proj2 HL))). apply sum_ext. intros x Hx.
  rewrite over_units_lists, linear_form_sum by apply cost_gradient_linear. apply sum_ext. intros p Hp.
  destruct (pairs_shaped p Hp) as [Hu Hv].
  now rewrite (unit_gradient_right d_in d_out fW fA P Q data L HL Hdata) by easy.
Qed.

Lemma second_variation_lists :
  second_variation L (with_coordinates fW fA units) (with_coordinates fW fA δ) =
  sum (map (fun x => add
    (sum (map (fun p => sum (map (fun q => dot (change_at P Q x (fst p) (snd p)) (change_at P Q x (fst q) (snd q)))
      (combine units δ))) (combine units δ)))
    (sum (map (fun p => mul (dot (fst (snd p)) (fst x)) (turn_at P Q (error_at P Q units x) x (fst p) (snd p)))
      (combine units δ)))) data).
Proof.
  unfold second_variation. rewrite (proj1 (proj2 (proj2 HL))). apply sum_ext. intros x Hx. cbv zeta.
  rewrite !over_units_lists. f_equal.
  - rewrite linear_form_sum by apply cost_hessian_linear. apply sum_ext. intros p Hp.
    rewrite cost_hessian_symmetric, linear_form_sum by apply cost_hessian_linear. apply sum_ext. intros q Hq.
    destruct (pairs_shaped p Hp) as [Hu Hv], (pairs_shaped q Hq) as [Hu' Hv'].
    rewrite !(unit_first_right d_in d_out fW fA P Q data L HL) by easy.
    rewrite (outputs_right d_in d_out fW fA P Q data L HL Hdata) by easy.
    destruct HL as (_ & _ & _ & _ & Hcost).
    apply (Hcost x _ _ _ Hx); (now apply (outputs_length d_in d_out P Q data Hdata)) ||
      now apply (change_length d_in d_out).
  - rewrite linear_form_sum by apply cost_gradient_linear. apply sum_ext. intros p Hp.
    destruct (pairs_shaped p Hp) as [Hu Hv].
    now rewrite (unit_second_right d_in d_out fW fA P Q data L HL Hdata) by easy.
Qed.

End Along.

(** A checked gradient is 0. *)
Theorem check_gradient_sound : forall units, units_shaped d_in d_out units ->
  check_gradient P Q data units = true -> critical L (with_coordinates fW fA units).
Proof.
  intros units Hunits E δ' Hδ'. destruct (networks_onto δ') as (δ & Hδ & <-).
  rewrite first_variation_lists by easy. rewrite sum_exchange. apply sum_of_zeros. intros p Hp.
  destruct (pairs_shaped units δ Hunits Hδ p Hp) as [Hu Hv].
  set (seen := with_errors P Q units data).
  destruct (unit_gradient_along d_in d_out P Q seen (fst p) (snd p) Hu Hv) as [_ Eg].
  { intros q Hq. apply in_map_iff in Hq as (x & <- & Hx). cbn [fst snd]. split; [now apply Hdata|].
    unfold error_at. rewrite plus_length; rewrite (outputs_length d_in d_out P Q data Hdata) by easy; [easy|].
    symmetry. now apply Hdata. }
  unfold check_gradient in E. fold seen in E. rewrite forallb_forall in E.
  destruct p as [u v]. apply in_combine_l in Hp as Hin. specialize (E u Hin). cbv zeta in E.
  apply andb_prop in E as [Ew Ea]. apply all_are_zero in Ew, Ea. cbn [fst snd] in *. cbv zeta in Eg.
  rewrite Ew, Ea, !dot_zeros_left in Eg. unfold seen, with_errors in Eg. rewrite map_map in Eg. cbn [fst snd] in Eg.
  rewrite <- Eg. ring.
Qed.

End Variations.
