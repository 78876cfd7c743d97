(** The checker's matrices of one unit have the forms of its copies. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Layers Require Import LayerCopies.
From Equiloss.Index Require Import SecondVariation Inertia UnitForms.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedInertia SoundInertia CheckedLoss CheckedSplitting Dominance MatrixForms
  ListNetworks ListVariations GramMatrices HessianMatrix SoundLoss SoundInstances.
Import ListNotations.

Local Open Scope nat_scope.

Section SplitForms.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (P Q : list K) (data base : list (list K * list K)) (L : Loss K W A (list K * list K)) (u : list K * list K).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Hypothesis Hbase : units_shaped d_in d_out base.
Hypothesis Hu : shaped_unit d_in d_out u.
Add Field split_forms_field : (field_laws K).

Definition views_of : list view := unit_views P Q (with_errors P Q base data) u.
Definition turn_with (a : list K) (x v : list K * list K) : K := turn_at P Q (error_at P Q base x) x (fst u, a) v.
Definition unit_entry (a : list K) (v v' : list K * list K) : K :=
  sum (map (fun x => add (mul (dot (fst v) (fst x)) (turn_with a x v')) (mul (dot (fst v') (fst x)) (turn_with a x v)))
    data).

Lemma bend_entry_right : forall a v v',
  bend_entry (direction_of 0 a views_of v) (direction_of 0 a views_of v') = unit_entry a v v'.
Proof.
  intros a v v'. unfold bend_entry, direction_of, views_of, unit_views, with_errors, unit_entry. cbn [fst snd].
  rewrite !map_map, !dot_maps, <- sum_map_add. reflexivity.
Qed.

Lemma unit_entry_symmetric : forall a v v', unit_entry a v v' = unit_entry a v' v.
Proof. intros a v v'. apply sum_ext. intros x _. ring. Qed.

Lemma unit_entry_linear : forall a s v v' v'', shaped_unit d_in d_out v' -> shaped_unit d_in d_out v'' ->
  unit_entry a v (pair_plus s v' v'') = scalar_plus s (unit_entry a v v') (unit_entry a v v'').
Proof.
  intros a s v v' v'' [Hω Hα] [Hω' Hα']. unfold unit_entry, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add.
  apply sum_ext. intros x Hx. unfold turn_with, turn_at, pair_plus. cbn [fst snd]. cbv zeta.
  rewrite dot_linear by (rewrite (proj1 (Hdata x Hx)); assumption).
  assert (He : length (error_at P Q base x) = d_out) by now apply (error_length d_in d_out P Q data base Hdata Hbase).
  rewrite dot_plus by congruence. unfold scalar_plus. ring.
Qed.

Definition one_label : list unit := [tt].

Lemma unit_matrix_is_gram : forall a, unit_matrix d_in d_out a views_of =
  gram (fun c c' : unit * (list K * list K) => unit_entry a (snd c) (snd c')) (all_coordinates d_in d_out one_label).
Proof.
  intro a. unfold unit_matrix, gram.
  replace (w_directions d_in d_out a views_of ++ a_directions d_in d_out a views_of) with
    (map (fun c : unit * (list K * list K) => direction_of 0 a views_of (snd c))
      (all_coordinates d_in d_out one_label)).
  - rewrite map_map. apply map_ext. intro c. rewrite map_map. apply map_ext. intro c'. apply bend_entry_right.
  - unfold all_coordinates, labelled, one_label. cbn [flat_map]. rewrite !app_nil_r, map_app, !map_map. reflexivity.
Qed.

Lemma unit_matrix_form : forall a v, shaped_unit d_in d_out v ->
  matrix_form (unit_matrix d_in d_out a views_of) (fst v ++ snd v) (fst v ++ snd v) = unit_entry a v v.
Proof.
  intros a v Hv. rewrite unit_matrix_is_gram, gram_form.
  assert (Hvs : forall v', In v' [v] -> variations_shaped d_in d_out v') by (intros v' [<-|[]]; exact Hv).
  replace (fst v ++ snd v) with (flat [v]) by (unfold flat; cbn [map concat]; now rewrite !app_nil_r).
  set (l := combine (flat [v]) (all_coordinates d_in d_out one_label)).
  transitivity (sum (map (fun p => mul (fst p) (unit_entry a (snd (snd p)) v)) l)).
  - apply sum_ext. intros p _.
    pose proof (sum_over_coordinates d_in d_out (fun c : unit * (list K * list K) => unit_entry a (snd (snd p)) (snd c))
      one_label [v] eq_refl Hvs (fun q _ s v' v'' => unit_entry_linear a s (snd (snd p)) v' v'')) as E.
    transitivity (mul (fst p) (sum (map (fun c => mul (fst c) (unit_entry a (snd (snd p)) (snd (snd c)))) l))).
    + rewrite <- sum_map_mul. apply sum_ext. intros q _. unfold product. ring.
    + unfold l. rewrite E. unfold one_label, sum. cbn. ring.
  - rewrite (sum_ext _ (fun p => mul (fst p) (unit_entry a v (snd (snd p)))))
      by (intros; now rewrite unit_entry_symmetric).
    pose proof (sum_over_coordinates d_in d_out (fun c : unit * (list K * list K) => unit_entry a v (snd c))
      one_label [v] eq_refl Hvs (fun q _ s v' v'' => unit_entry_linear a s v v' v'')) as E.
    unfold l. rewrite E. unfold one_label, sum. cbn. ring.
Qed.

(** With a multiple of the outgoing vector, as far as the errors see it. *)
Lemma entry_is_copy_form : forall a b v, (forall x, In x data ->
    dot (error_at P Q base x) a = mul b (dot (error_at P Q base x) (snd u))) -> shaped_unit d_in d_out v ->
  unit_entry a v v =
  mul (add one one) (copy_form L (with_coordinates fW fA base) (unit_of fW fA u) b (unit_of fW fA v)).
Proof.
  intros a b v Ha [Hω Hα]. destruct Hu as [Hw Hout]. unfold copy_form, mixed_form, bend_form.
  rewrite (proj1 (proj2 (proj2 HL))). rewrite <- !sum_map_mul, <- sum_map_add, <- sum_map_mul. apply sum_ext.
  intros x Hx. unfold unit_of. cbn [fst snd].
  destruct (loss_values d_in d_out fW fA P Q data L HL x (fst u) Hx Hw) as (_ & _ & -> & ->).
  destruct (loss_values d_in d_out fW fA P Q data L HL x (fst v) Hx Hω) as (-> & _).
  rewrite !(gradient_right d_in d_out fW fA P Q data L HL Hdata) by assumption.
  unfold turn_with, turn_at, argument. cbn [fst snd]. cbv zeta. rewrite (Ha x Hx). ring.
Qed.

Lemma unit_matrix_length : forall a, length (unit_matrix d_in d_out a views_of) = d_in + d_out.
Proof.
  intro a. rewrite unit_matrix_is_gram. unfold gram, all_coordinates, labelled, one_label. cbn [flat_map].
  rewrite !app_nil_r, map_length, app_length, !map_length. now rewrite !unit_vectors_length.
Qed.

Theorem unit_inertia : forall a b kernel congruence places p q z, (forall x, In x data ->
    dot (error_at P Q base x) a = mul b (dot (error_at P Q base x) (snd u))) ->
  check_inertia_of K (unit_matrix d_in d_out a views_of) (kernel, places, congruence, (p, q, z)) = true ->
  inertia_on neuron_plus (fun _ => True) (copy_form L (with_coordinates fW fA base) (unit_of fW fA u) b) p q z.
Proof.
  intros a b kernel congruence places p q z Ha E.
  apply (check_inertia_of_sound _ kernel congruence places p q z) in E.
  2: { rewrite unit_matrix_is_gram. apply gram_symmetric. intros c c' _ _. apply unit_entry_symmetric. }
  apply (inertia_positive_multiple _ _ _ (inv (add one one))) in E;
    [|apply inverse_positive, add_positive; [apply one_positive|left; apply one_positive]].
  rewrite unit_matrix_length in E.
  pose proof (sum_coordinates vector_plus vector_plus neuron_plus (fun _ => True) (fun _ => True) (fun _ => True)
    (fun (ω : W) (α : A) => (ω, α)) d_in d_out fW fA) as C. cbv beta in C.
  destruct C as (I & O & J & M); try easy.
  { intros [ω α] _. now exists ω, α. }
  { intros ω α ω' α' _ _ _ _ E'. now injection E'. }
  { apply HL. }
  { apply HL. }
  refine (inertia_image scalars_plus neuron_plus _ _ (fun x => (fW (firstn d_in x), fA (skipn d_in x))) _ _
    p q z I O (fun x y Hx Hy => J x y Hx Hy) (fun s x y Hx Hy => M s x y Hx Hy) _ E).
  intros x Hx. set (v := (firstn d_in x, skipn d_in x)).
  assert (Hv : shaped_unit d_in d_out v)
    by (split; cbn [fst snd v]; [rewrite firstn_length|rewrite skipn_length]; lia).
  rewrite <- (firstn_skipn d_in x) at 3 4. change (firstn d_in x) with (fst v). change (skipn d_in x) with (snd v).
  rewrite unit_matrix_form, (entry_is_copy_form a b v Ha Hv) by exact Hv. symmetry. apply half_of_twice.
Qed.

(** Where the matrix has no entries for two changes of w, B = 0. *)
Lemma bend_of_entries : forall ω ω', length ω = d_in -> length ω' = d_in ->
  unit_entry (snd u) (ω, zeros d_out) (ω', zeros d_out) =
  mul (add one one) (bend_form L (with_coordinates fW fA base) (unit_of fW fA u) (fW ω) (fW ω')).
Proof.
  intros ω ω' Hω Hω'. destruct Hu as [Hw Hout]. unfold bend_form. rewrite (proj1 (proj2 (proj2 HL))).
  rewrite <- sum_map_mul. apply sum_ext. intros x Hx. unfold unit_of. cbn [fst snd].
  destruct (loss_values d_in d_out fW fA P Q data L HL x (fst u) Hx Hw) as (_ & _ & _ & ->).
  destruct (loss_values d_in d_out fW fA P Q data L HL x ω Hx Hω) as (-> & _).
  destruct (loss_values d_in d_out fW fA P Q data L HL x ω' Hx Hω') as (-> & _).
  rewrite (gradient_right d_in d_out fW fA P Q data L HL Hdata) by assumption.
  unfold turn_with, turn_at, argument. cbn [fst snd]. cbv zeta. rewrite dot_zeros. ring.
Qed.

Lemma form_zero_at_vectors : forall (ψ : list K -> K) d, keeps scalar_plus d ψ ->
  (forall e, In e (unit_vectors d) -> ψ e = zero) -> forall x, length x = d -> ψ x = zero.
Proof.
  intros ψ d Hψ Hzero x Hx. rewrite <- (form_at_unit_vectors d ψ x Hψ Hx). apply sum_of_zeros. intros [c e] Hp.
  apply in_combine_r in Hp. cbn [fst snd]. rewrite Hzero by exact Hp. ring.
Qed.

Theorem no_bend_sound : has_no_bend d_in d_out (snd u) views_of = true ->
  forall ω ω', bend_form L (with_coordinates fW fA base) (unit_of fW fA u) ω ω' = zero.
Proof.
  intro E. set (θ := with_coordinates fW fA base).
  destruct (unit_bend_bilinear L θ d_in fW (proj1 HL) (unit_of fW fA u)) as [Hkeeps Hsymmetric].
  assert (Hlengths : forall e : list K, In e (unit_vectors d_in) -> length e = d_in) by apply unit_vectors_shaped.
  assert (Hvectors : forall e e' : list K, In e (unit_vectors d_in) -> In e' (unit_vectors d_in) ->
    bend_form L θ (unit_of fW fA u) (fW e) (fW e') = zero).
  { intros e e' He He'. unfold has_no_bend, w_directions in E. cbv zeta in E. rewrite forallb_forall in E.
    specialize (E _ (in_map _ _ _ He)). rewrite forallb_forall in E. specialize (E _ (in_map _ _ _ He')).
    cbv beta in E. rewrite bend_entry_right in E. unfold is_zero_scalar in E.
    change (repeat zero d_out) with (zeros (K := K) d_out) in E.
    rewrite bend_of_entries in E by auto. fold θ in E.
    destruct (scalar_eq_dec _ zero) as [Ezero|] in E; [|easy].
    rewrite <- (half_of_twice (bend_form L θ (unit_of fW fA u) (fW e) (fW e'))), Ezero. ring. }
  assert (Hall : forall x y, length x = d_in -> length y = d_in ->
    bend_form L θ (unit_of fW fA u) (fW x) (fW y) = zero).
  { intros x y Hx Hy. apply (form_zero_at_vectors (fun y => bend_form L θ (unit_of fW fA u) (fW x) (fW y)) d_in);
      [now apply Hkeeps| |exact Hy].
    intros e He. rewrite Hsymmetric by auto.
    apply (form_zero_at_vectors (fun x => bend_form L θ (unit_of fW fA u) (fW e) (fW x)) d_in);
      [now apply Hkeeps, Hlengths| |exact Hx]. intros e' He'. now apply Hvectors. }
  intros ω ω'. destruct (map_onto d_in fW (proj1 HL) ω) as (x & Hx & <-).
  destruct (map_onto d_in fW (proj1 HL) ω') as (y & Hy & <-).
  now apply Hall.
Qed.

End SplitForms.
