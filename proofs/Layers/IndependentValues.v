(** Activations with linearly independent values: where finitely many are given they can be extended, and values at
    arguments that tell classes apart are independent of the classes. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Layers Require Import FormalUnits FormalValues.
Import ListNotations.

Section Independent.

Context {K : Field} {L : VectorSpace K} (infinite : infinite_dimensional L).
Add Field K_field22 : (field_laws K).

Section Extension.

Context {X : Type} (eq_dec : forall x y : X, {x = y} + {x <> y}).

Definition is (x y : X) : bool := if eq_dec x y then true else false.

Lemma is_true : forall x y, is x y = true <-> x = y.
Proof. intros x y. unfold is. now destruct (eq_dec x y). Qed.

Lemma is_equivalence : equivalence is.
Proof.
  split; [|split]; intros *; rewrite ?is_true; congruence.
Qed.

Lemma extend_by_one : forall dom (v : X -> L) p, independent_on is dom v ->
  exists v' : X -> L, (forall x, In x dom -> v' x = v x) /\ independent_on is (p :: dom) v'.
Proof.
  intros dom v p H. destruct (in_dec eq_dec p dom) as [Hp|Hp].
  { exists v. split; [easy|]. intros l Hl. apply H. intros x Hx. apply Hl in Hx as [<-|Hx]; assumption. }
  destruct (infinite (map v dom)) as [u Hu].
  exists (fun x => if eq_dec x p then u else v x). split.
  { intros x Hx. destruct (eq_dec x p) as [->|_]; easy. }
  set (v' := fun x => if eq_dec x p then u else v x). intros l Hl Hzero.
  assert (Hv' : respects is v') by (intros x y Hxy; apply is_true in Hxy; now rewrite Hxy).
  assert (Hin : incl (map fst (others is p l)) dom).
  { intros x Hx. apply in_map_iff in Hx as ([y s] & <- & Hx). apply filter_In in Hx as [Hx Hne].
    apply (in_map fst) in Hx. apply Hl in Hx as [Hpx|Hx]; [|exact Hx].
    cbn [fst] in *. apply Bool.negb_true_iff in Hne. now rewrite (proj2 (is_true y p) (eq_sym Hpx)) in Hne. }
  assert (Hsame : sum_value v' (others is p l) = sum_value v (others is p l)).
  { unfold sum_value. f_equal. apply map_ext_in. intros [x s] Hx. cbn [fst snd]. f_equal. unfold v'.
    apply (in_map fst) in Hx. apply Hin in Hx. now destruct (eq_dec x p) as [->|_]. }
  rewrite (split_value is v' p l Hv'), Hsame in Hzero.
  replace (v' p) with u in Hzero by (unfold v'; now destruct (eq_dec p p)).
  set (c := class_mass is l p) in *.
  assert (Hc : c = zero).
  { destruct (scalar_eq_dec c zero) as [Hc|Hc]; [exact Hc|]. exfalso.
    apply (Hu (map (fun q => (mul (opp (inv c)) (snd q), v (fst q))) (others is p l))).
    - intros w Hw. rewrite map_map in Hw. apply in_map_iff in Hw as (q & <- & Hq). cbn [snd].
      apply in_map, Hin. now apply in_map.
    - rewrite map_map. cbn [fst snd].
      assert (Hscale : vsum (map (fun q => scale (mul (opp (inv c)) (snd q)) (v (fst q))) (others is p l)) =
        scale (opp (inv c)) (sum_value v (others is p l))).
      { unfold sum_value. rewrite <- vsum_scale, map_map. f_equal. apply map_ext. intro q. apply scale_mul. }
      rewrite Hscale. clear Hscale.
      assert (Hneg : sum_value v (others is p l) = scale (opp c) u).
      { apply (vadd_cancel (scale c u)). rewrite Hzero. vector_identity. }
      rewrite Hneg. rewrite <- scale_mul. rewrite <- (scale_one K L u) at 1. f_equal. field. exact Hc. }
  intro x. destruct (is p x) eqn:Hpx.
  { apply is_true in Hpx as <-. exact Hc. }
  assert (Hx : class_mass is (others is p l) x = zero).
  { apply H; [exact Hin|]. rewrite Hc, scale_zero, vadd_zero in Hzero. exact Hzero. }
  now rewrite (others_mass is is_equivalence), Hpx in Hx.
Qed.

Lemma extend : forall ps dom (v : X -> L), independent_on is dom v ->
  exists v' : X -> L, (forall x, In x dom -> v' x = v x) /\ independent_on is (ps ++ dom) v'.
Proof.
  induction ps as [|p ps IH]; intros dom v H; [now exists v|]. destruct (IH dom v H) as (v1 & Hv1 & H1).
  destruct (extend_by_one _ v1 p H1) as (v2 & Hv2 & H2). exists v2. split; [|exact H2].
  intros x Hx. rewrite Hv2 by (apply in_or_app; now right). now apply Hv1.
Qed.

Lemma independent_on_none : forall v : X -> L, independent_on is [] v.
Proof. intros v [|p l] Hl _ x; [reflexivity|]. now destruct (Hl (fst p) (or_introl eq_refl)). Qed.

End Extension.

(** Independent values at arguments that tell classes apart are independent of the classes. *)
Lemma independent_arguments : forall {X : Type} (E : X -> X -> bool) dom (A : X -> L) (σ : L -> L) args, equivalence E
  ->
  (forall x y, In x dom -> In y dom -> E x y = true <-> A x = A y) -> incl (map A dom) args ->
  independent_on (is (@vector_eq_dec K L)) args σ -> independent_on E dom (fun x => σ (A x)).
Proof.
  intros X E dom A σ args HE HA Hargs H l Hl Hzero z.
  destruct (scalar_eq_dec (class_mass E l z) zero) as [Hz|Hz]; [exact Hz|].
  destruct (class_mass_nonzero E l z Hz) as (y & Hy & Hyz). rewrite <- (class_mass_same E HE l y z Hyz).
  set (l' := map (fun p => (A (fst p), snd p)) l).
  assert (Hmass : class_mass (is (@vector_eq_dec K L)) l' (A y) = zero).
  { apply H.
    - intros a Ha. unfold l' in Ha. rewrite map_map in Ha. apply in_map_iff in Ha as (p & <- & Hp).
      apply Hargs. cbn [fst]. apply (in_map A), Hl. now apply (in_map fst).
    - rewrite <- Hzero. unfold sum_value, l'. now rewrite map_map. }
  rewrite <- Hmass. unfold class_mass, l'. clear - HA Hl Hy.
  assert (Hyd : In y dom) by now apply Hl.
  assert (Hall : forall k, incl k l -> map snd (filter (fun p => E (fst p) y) k) =
    map snd (filter (fun p => is (@vector_eq_dec K L) (fst p) (A y)) (map (fun p => (A (fst p), snd p)) k))).
  { induction k as [|[x s] k IH]; intro Hk; [reflexivity|]. cbn [map filter fst snd].
    assert (Hx : In x dom) by (apply Hl; apply (in_map fst l (x, s)), Hk; now left).
    specialize (IH (fun q Hq => Hk q (or_intror Hq))). specialize (HA x y Hx Hyd).
    destruct (E x y), (is (@vector_eq_dec K L) (A x) (A y)) eqn:HAxy; cbn [map snd]; try (now rewrite IH).
    - rewrite (proj2 (is_true _ (A x) (A y)) (proj1 HA eq_refl)) in HAxy. easy.
    - apply is_true in HAxy. now apply HA in HAxy. }
  now rewrite (Hall l (incl_refl l)).
Qed.

End Independent.
