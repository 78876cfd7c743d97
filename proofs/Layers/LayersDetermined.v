(** Networks of several layers that compute the same for every activation have one reduced form. There is an activation
    whose values at all arguments that occur are linearly independent; with it, equal functions are equal formal sums. *)

From Coq Require Import List Arith Lia Relations Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Layers Require Import FormalUnits FormalMatching LayerReduction LayerSteps LayersConfluent FormalValues.
Import ListNotations.

Section Determined.

Context {K : Field} {L : VectorSpace K}.
Add Field K_field22 : (field_laws K).

(** ** Values *)

Lemma row_value : forall {X : Type} (v : X -> L) xs (row : list K),
  vsum (map (fun p => scale (fst p) (snd p)) (combine row (map v xs))) = sum_value v (combine xs row).
Proof.
  intros X v. unfold sum_value, vsum. induction xs as [|x xs IH]; intros [|s row]; try reflexivity.
  cbn [combine map fold_right fst snd]. now rewrite IH.
Qed.

Lemma times_over_values : forall {X : Type} (v : X -> L) xs (M : matrix K),
  times_over M (map v xs) = map (sum_value v) (map (combine xs) M).
Proof. intros X v xs M. unfold times_over. rewrite map_map. apply map_ext. intro row. apply row_value. Qed.

Lemma equal_maps : forall {X Y Z : Type} (f : X -> Z) (g : Y -> Z) l l',
  map f l = map g l' <-> Forall2 (fun x y => f x = g y) l l'.
Proof.
  intros X Y Z f g. induction l as [|x l IH]; intros [|y l']; split; intro H; try easy; try constructor.
  - now injection H.
  - injection H as _ H. now apply IH.
  - inversion H; subst. cbn. f_equal; [assumption|]. now apply IH.
Qed.

(** Equal formal sums have equal values, whatever the activation. *)
Lemma formally_same_values : forall (σ : L -> L) (θ θ' : list (matrix K)) X (E : X -> X -> bool) xs ys v,
  equivalence E -> respects E v -> formally_same θ θ' X E xs ys ->
  layers_values σ θ (map v xs) = layers_values σ θ' (map v ys).
Proof.
  intros σ. induction θ as [|M θ IH]; intros [|N θ'] X E xs ys v HE Hv H; cbn [formally_same] in H; try easy.
  - apply equal_maps. revert H. now apply Forall2_weaker.
  - assert (Hsum : forall l l', same_sum E l l' = true -> sum_value v l = sum_value v l').
    { intros l l' Hl. now apply (same_sum_value E HE). }
    destruct θ as [|M' θ], θ' as [|N' θ']; try (now cbn in H).
    + cbn [layers_values]. rewrite !times_over_values. apply equal_maps. revert H. now apply Forall2_weaker.
    + change (layers_values σ (M' :: θ) (map σ (times_over M (map v xs))) =
        layers_values σ (N' :: θ') (map σ (times_over N (map v ys)))).
      rewrite !times_over_values, !(map_map (sum_value v) σ).
      apply (IH (N' :: θ') _ (same_sum E)); [now apply same_sum_equivalence| |exact H].
      intros l l' Hl. cbn beta. now rewrite (Hsum l l' Hl).
Qed.

(** ** An activation with independent values *)

Context (infinite : infinite_dimensional L).

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
Lemma independent_arguments : forall {X : Type} (E : X -> X -> bool) dom (A : X -> L) (σ : L -> L) args, equivalence E ->
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

Lemma combine_fst : forall {X : Type} (xs : list X) (row : list K), incl (map fst (combine xs row)) xs.
Proof.
  intros X xs row x H. apply in_map_iff in H as ([y s] & <- & H). now apply in_combine_l in H.
Qed.

(** From an activation with independent values at some arguments: one that differs elsewhere at most, and tells apart
    all networks that are formally different. *)
Lemma telling_activation : forall (θ θ' : list (matrix K)), length θ = length θ' -> θ <> [] ->
  forall X (E : X -> X -> bool) xs ys (v : X -> L) args (σ : L -> L), equivalence E -> respects E v ->
    independent_on E (xs ++ ys) v -> independent_on (is (@vector_eq_dec K L)) args σ ->
    exists σ' : L -> L, (forall a, In a args -> σ' a = σ a) /\
      (layers_values σ' θ (map v xs) = layers_values σ' θ' (map v ys) -> formally_same θ θ' X E xs ys).
Proof.
  induction θ as [|M θ IH]; intros θ' Hlength Hne X E xs ys v args σ HE Hv Hindependent Hσ; [easy|].
  destruct θ' as [|N θ']; [easy|]. injection Hlength as Hlength.
  set (forms := map (combine xs) M ++ map (combine ys) N).
  assert (Hforms : forall l, In l forms -> incl (map fst l) (xs ++ ys)).
  { intros l Hl. apply in_app_or in Hl as [Hl|Hl]; apply in_map_iff in Hl as (row & <- & _); intros x Hx;
      apply combine_fst in Hx; apply in_or_app; tauto. }
  assert (Htell : forall l l', In l forms -> In l' forms -> same_sum E l l' = true <-> sum_value v l = sum_value v l').
  { intros l l' Hl Hl'. split; [now apply same_sum_value|].
    now apply (value_same_sum E HE (xs ++ ys)); try apply Hforms. }
  destruct θ as [|M' θ].
  - destruct θ' as [|N' θ']; [|easy]. exists σ. split; [easy|]. intro H. cbn [layers_values] in H.
    rewrite !times_over_values in H. apply equal_maps in H. cbn [formally_same].
    assert (Hin : forall l l', In l (map (combine xs) M) -> In l' (map (combine ys) N) ->
      sum_value v l = sum_value v l' -> same_sum E l l' = true).
    { intros l l' Hl Hl'. apply Htell; apply in_or_app; tauto. }
    clear - H Hin. induction H as [|l l' k k' H Hk IH]; constructor.
    + apply Hin; [now left|now left|exact H].
    + apply IH. intros a b Ha Hb. apply Hin; now right.
  - destruct θ' as [|N' θ']; [easy|].
    destruct (extend vector_eq_dec (map (sum_value v) forms) args σ Hσ) as (σ1 & Hσ1 & H1).
    destruct (IH (N' :: θ') Hlength ltac:(easy) _ (same_sum E) (map (combine xs) M) (map (combine ys) N)
      (fun l => σ1 (sum_value v l)) (map (sum_value v) forms ++ args) σ1) as (σ' & Hσ' & H').
    + now apply same_sum_equivalence.
    + intros l l' Hl. cbn beta. f_equal. now apply (same_sum_value E HE).
    + apply (independent_arguments _ _ _ _ (map (sum_value v) forms ++ args)); try assumption;
        [now apply same_sum_equivalence|]. intros a Ha. apply in_or_app. now left.
    + exact H1.
    + exists σ'. split.
      * intros a Ha. rewrite Hσ' by (apply in_or_app; now right). now apply Hσ1.
      * intro H. apply H'. clear H'.
        assert (Hvalues : forall (P : matrix K) zs, incl (map (combine zs) P) forms ->
          map σ' (times_over P (map v zs)) = map (fun l => σ1 (sum_value v l)) (map (combine zs) P)).
        { intros P zs HP. rewrite times_over_values, map_map. apply map_ext_in. intros l Hl. apply Hσ'.
          apply in_or_app. left. now apply in_map, HP. }
        change (layers_values σ' (M' :: θ) (map σ' (times_over M (map v xs))) =
          layers_values σ' (N' :: θ') (map σ' (times_over N (map v ys)))) in H.
        rewrite !Hvalues in H; [exact H|apply incl_appr, incl_refl|apply incl_appl, incl_refl].
Qed.

End Determined.

Lemma read_inputs : forall {K : Field} {L : VectorSpace K} (x : list L) d, length x = d ->
  map (fun i => nth i x vzero) (seq 0 d) = x.
Proof.
  intros K L x d <-. apply (nth_ext _ _ vzero vzero); [now rewrite map_length, seq_length|].
  intros j Hj. rewrite map_length, seq_length in Hj.
  rewrite (nth_indep _ vzero ((fun i => nth i x vzero) 0)) by now rewrite map_length, seq_length.
  rewrite (map_nth (fun i => nth i x vzero)), seq_nth by exact Hj. reflexivity.
Qed.

Lemma replaced_values : forall (K : Field) (L : VectorSpace K) d_in d_out (θ θ' : list (matrix K)),
  clos_refl_trans _ (layer_replacement d_in d_out) θ θ' ->
  forall (σ : L -> L) x, length x = d_in -> layers_values σ θ x = layers_values σ θ' x.
Proof.
  intros K L d_in d_out θ θ' H σ x Hx. apply replacements_formally_same in H as [->|(_ & _ & H)]; [reflexivity|].
  rewrite <- (read_inputs x d_in Hx). apply (formally_same_values σ θ θ' nat Nat.eqb); [exact eqb_equivalence| |exact H].
  intros i j Hij. apply Nat.eqb_eq in Hij. now rewrite Hij.
Qed.

Lemma steps_are_replacements : forall (K : Field) d_in d_out
    (step : list (matrix K) -> list (matrix K) -> Prop),
  (forall θ θ', step θ θ' -> layer_replacement d_in d_out θ θ') ->
  forall θ θ', clos_refl_trans _ step θ θ' -> clos_refl_trans _ (layer_replacement d_in d_out) θ θ'.
Proof.
  intros K d_in d_out step H θ θ' Hsteps. induction Hsteps as [θ θ' Hstep|θ|θ θ' θ'' _ IH _ IH'];
    [now apply rt_step, H|apply rt_refl|now apply rt_trans with θ'].
Qed.

Theorem functions_determine_layers : FunctionsDetermineLayers.
Proof.
  intros K L d_in d_out θ θ' infinite Hlength Hθ Hθ'.
  destruct (layer_replacements_exist K d_in d_out) as (Hreduction & Hpermutation & _).
  pose proof (steps_are_replacements K d_in d_out _ Hreduction) as Hreduces.
  pose proof (steps_are_replacements K d_in d_out _ Hpermutation) as Hpermutes. split.
  - intro H.
    destruct (layer_reduction_normal_forms K d_in d_out θ) as (_ & (φ & Hφ & Hirr) & _).
    destruct (layer_reduction_normal_forms K d_in d_out θ') as (_ & (φ' & Hφ' & Hirr') & _).
    exists φ, φ'. do 4 (split; [assumption|]).
    assert (Hkeeps : forall θ φ : list (matrix K), clos_refl_trans _ (layer_reduction d_in d_out) θ φ ->
      shaped d_in d_out θ -> shaped d_in d_out φ /\ length φ = length θ).
    { clear. intros θ φ H. induction H as [θ φ H|θ|θ φ ψ _ IH _ IH']; intro Hθ; [|easy|].
      - destruct H as (_ & Hφ & before & M & M' & N & N' & after & -> & -> & _). split; [exact Hφ|].
        rewrite !app_length. reflexivity.
      - destruct (IH Hθ) as [Hφ E]. destruct (IH' Hφ) as [Hψ E']. split; [exact Hψ|congruence]. }
    destruct (Hkeeps θ φ Hφ Hθ) as [Hsφ Hlφ]. destruct (Hkeeps θ' φ' Hφ' Hθ') as [Hsφ' Hlφ'].
    apply (settled_unique d_in d_out φ' φ); try assumption; try (now apply (irreducible_settled _ d_in d_out)).
    destruct φ' as [|M φ1'] eqn:Eφ'; [destruct φ as [|N φ1]; [|cbn in *; lia]|].
    { cbn [formally_same]. clear. induction (seq 0 d_in) as [|i l IH]; constructor; [apply Nat.eqb_refl|exact IH]. }
    rewrite <- Eφ' in *.
    destruct (extend infinite Nat.eq_dec (seq 0 d_in) [] (fun _ => vzero) (independent_on_none _ _)) as (v & _ & Hv).
    assert (Heqb : forall i j, is Nat.eq_dec i j = Nat.eqb i j).
    { intros i j. unfold is. destruct (Nat.eq_dec i j) as [->|Hij]; [now rewrite Nat.eqb_refl|].
      symmetry. now apply Nat.eqb_neq. }
    destruct (telling_activation infinite φ' φ ltac:(congruence) ltac:(rewrite Eφ'; easy) nat Nat.eqb (seq 0 d_in)
      (seq 0 d_in) v [] (fun _ => vzero)) as (σ & _ & Htell).
    + exact eqb_equivalence.
    + intros i j Hij. apply Nat.eqb_eq in Hij. now rewrite Hij.
    + intros l Hl Hzero i. transitivity (class_mass (is Nat.eq_dec) l i).
      * unfold class_mass. f_equal. f_equal. apply filter_ext. intro p. symmetry. apply Heqb.
      * apply Hv; [|exact Hzero]. intros j Hj. apply in_or_app. left. apply Hl in Hj. apply in_app_or in Hj. tauto.
    + apply independent_on_none.
    + apply Htell. set (x := map v (seq 0 d_in)).
      assert (Hx : length x = d_in) by (unfold x; now rewrite map_length, seq_length).
      rewrite <- (replaced_values K L d_in d_out θ' φ' (Hreduces _ _ Hφ') σ x Hx).
      rewrite <- (replaced_values K L d_in d_out θ φ (Hreduces _ _ Hφ) σ x Hx). symmetry. now apply H.
  - intros (φ & φ' & Hφ & _ & Hφ' & _ & Hπ) σ x Hx.
    rewrite (replaced_values K L d_in d_out θ φ (Hreduces _ _ Hφ) σ x Hx).
    rewrite (replaced_values K L d_in d_out θ' φ' (Hreduces _ _ Hφ') σ x Hx).
    exact (replaced_values K L d_in d_out φ φ' (Hpermutes _ _ Hπ) σ x Hx).
Qed.
