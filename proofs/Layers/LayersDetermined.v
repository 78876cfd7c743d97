(** Networks of several layers that compute the same for every activation have one reduced form: with an activation
    whose values at all arguments that occur are linearly independent, equal functions are equal formal sums. *)

From Coq Require Import List Arith Lia Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces StepSequences.
From Equiloss.Layers Require Import FormalUnits FormalMatching LayerReduction LayerSteps LayersConfluent FormalValues.
From Equiloss.Layers Require Import IndependentValues.
Import ListNotations.

Section Determined.

Context {K : Field} {L : VectorSpace K}.

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

(** ** An activation that tells networks apart *)

Context (infinite : infinite_dimensional L).

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
    destruct (extend infinite vector_eq_dec (map (sum_value v) forms) args σ Hσ) as (σ1 & Hσ1 & H1).
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

Lemma telling_activation_exists : forall {K : Field} {L : VectorSpace K}, infinite_dimensional L ->
  forall (θ θ' : list (matrix K)) d_in, length θ = length θ' -> θ <> [] ->
  exists (σ : L -> L) (x : list L), length x = d_in /\
    (layers_values σ θ x = layers_values σ θ' x -> formally_same θ θ' nat Nat.eqb (seq 0 d_in) (seq 0 d_in)).
Proof.
  intros K L infinite θ θ' d_in Hlength Hne.
  destruct (extend infinite Nat.eq_dec (seq 0 d_in) [] (fun _ => vzero) (independent_on_none _ _)) as (v & _ & Hv).
  assert (Heqb : forall i j, is Nat.eq_dec i j = Nat.eqb i j).
  { intros i j. unfold is. destruct (Nat.eq_dec i j) as [->|Hij]; [now rewrite Nat.eqb_refl|].
    symmetry. now apply Nat.eqb_neq. }
  destruct (telling_activation infinite θ θ' Hlength Hne nat Nat.eqb (seq 0 d_in) (seq 0 d_in) v [] (fun _ => vzero))
    as (σ & _ & Htell).
  - exact eqb_equivalence.
  - intros i j Hij. apply Nat.eqb_eq in Hij. now rewrite Hij.
  - intros l Hl Hzero i. transitivity (class_mass (is Nat.eq_dec) l i).
    + unfold class_mass. f_equal. f_equal. apply filter_ext. intro p. symmetry. apply Heqb.
    + apply Hv; [|exact Hzero]. intros j Hj. apply in_or_app. left. apply Hl in Hj. apply in_app_or in Hj. tauto.
  - apply independent_on_none.
  - exists σ, (map v (seq 0 d_in)). split; [now rewrite map_length, seq_length|exact Htell].
Qed.

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
  rewrite <- (read_inputs x d_in Hx). apply (formally_same_values σ θ θ' nat Nat.eqb); [exact eqb_equivalence| |exact
  H].
  intros i j Hij. apply Nat.eqb_eq in Hij. now rewrite Hij.
Qed.

Theorem functions_determine_layers : FunctionsDetermineLayers.
Proof.
  intros K L d_in d_out θ θ' infinite Hlength Hθ Hθ'.
  destruct (layer_replacements_exist K d_in d_out) as (Hreduction & Hpermutation & _).
  pose proof (steps_weaker _ _ Hreduction) as Hreduces.
  pose proof (steps_weaker _ _ Hpermutation) as Hpermutes. split.
  - intro H.
    destruct (layer_reduction_normal_forms K d_in d_out θ) as (_ & (φ & Hφ & Hirr) & _).
    destruct (layer_reduction_normal_forms K d_in d_out θ') as (_ & (φ' & Hφ' & Hirr') & _).
    exists φ, φ'. do 4 (split; [assumption|]).
    assert (Hkeeps : forall θ φ : list (matrix K), clos_refl_trans _ (layer_reduction d_in d_out) θ φ ->
      shaped d_in d_out θ -> shaped d_in d_out φ /\ length φ = length θ).
    { clear. intros θ φ H Hθ.
      apply (steps_keep _ (fun φ => shaped d_in d_out φ /\ length φ = length θ)) with (2 := H); [|now split].
      intros ψ χ (_ & Hχ & before & M & M' & N & N' & after & -> & -> & _) [_ E]. split; [exact Hχ|].
      rewrite <- E, !app_length. reflexivity. }
    destruct (Hkeeps θ φ Hφ Hθ) as [Hsφ Hlφ]. destruct (Hkeeps θ' φ' Hφ' Hθ') as [Hsφ' Hlφ'].
    apply (settled_unique d_in d_out φ' φ); try assumption; try (now apply (irreducible_settled _ d_in d_out)).
    destruct φ' as [|M φ1'] eqn:Eφ'; [destruct φ as [|N φ1]; [|cbn in *; lia]|].
    { cbn [formally_same]. clear. induction (seq 0 d_in) as [|i l IH]; constructor; [apply Nat.eqb_refl|exact IH]. }
    rewrite <- Eφ' in *.
    destruct (telling_activation_exists infinite φ' φ d_in) as (σ & x & Hx & Htell);
      [congruence|rewrite Eφ'; easy|]. apply Htell.
    rewrite <- (replaced_values K L d_in d_out θ' φ' (Hreduces _ _ Hφ') σ x Hx).
    rewrite <- (replaced_values K L d_in d_out θ φ (Hreduces _ _ Hφ) σ x Hx). symmetry. now apply H.
  - intros (φ & φ' & Hφ & _ & Hφ' & _ & Hπ) σ x Hx.
    rewrite (replaced_values K L d_in d_out θ φ (Hreduces _ _ Hφ) σ x Hx).
    rewrite (replaced_values K L d_in d_out θ' φ' (Hreduces _ _ Hφ') σ x Hx).
    exact (replaced_values K L d_in d_out φ φ' (Hpermutes _ _ Hπ) σ x Hx).
Qed.
