(** The loss of several layers has derivative 0 exactly where the backpropagated derivatives are 0. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps OrderedFields Coordinates.
From Equiloss.Layers Require Import Layers LayerCopies.
From Equiloss.Index Require Import Copies SecondVariation.
From Equiloss.Derivatives Require Import Orders ChainRule Uniqueness LayerChanges LayerChainRule.
Import ListNotations.

Local Open Scope nat_scope.

Section Loss.

Context {K : OrderedField}.
Add Field K_field3 : (field_laws K).

Lemma over_weights_sum : forall {Y : Type} (θ : list (matrix K)) (F : Y -> nat -> nat -> nat -> K) (l : list Y),
  over_weights θ (fun k i j => sum (map (fun y => F y k i j) l)) = sum (map (fun y => over_weights θ (F y)) l).
Proof.
  intros Y θ F l. unfold over_weights. symmetry. rewrite sum_exchange. apply sum_ext. intros k _.
  rewrite sum_exchange. apply sum_ext. intros i _. apply sum_exchange.
Qed.

Lemma over_weights_ext : forall (θ : list (matrix K)) f f', (forall k i j M row, nth_error θ k = Some M ->
  nth_error M i = Some row -> j < length row -> f k i j = f' k i j) -> over_weights θ f = over_weights θ f'.
Proof.
  intros θ f f' H. unfold over_weights. apply sum_ext. intros k Hk. apply in_seq in Hk. apply sum_ext. intros i Hi.
  apply in_seq in Hi. apply sum_ext. intros j Hj. apply in_seq in Hj.
  apply (H k i j (nth k θ []) (nth i (nth k θ []) [])); [apply nth_error_nth'|apply nth_error_nth'|]; lia.
Qed.

Lemma over_weights_zero : forall (θ : list (matrix K)), over_weights θ (fun _ _ _ => zero) = zero.
Proof.
  assert (H : forall {Y : Type} (l : list Y), sum (map (fun _ => zero) l) = @zero K).
  { intros Y l. induction l as [|y l IH]; [reflexivity|]. cbn [map]. rewrite sum_cons, IH. ring. }
  intro θ. unfold over_weights. transitivity (sum (map (fun _ : nat => @zero K) (seq 0 (length θ)))); [|apply H].
  apply sum_ext. intros k _. transitivity (sum (map (fun _ : nat => @zero K) (seq 0 (length (nth k θ [])))));
    [|apply H]. apply sum_ext. intros i _. apply H.
Qed.

Lemma first_variation_parts : forall (σ σ' : K -> K) data θ δ, layers_first_variation σ σ' data θ δ =
  sum (map (fun p => datum_part σ σ' (snd p) θ δ (fst p)) data).
Proof.
  intros σ σ' data θ δ. unfold layers_first_variation, datum_part. rewrite <- over_weights_sum.
  apply over_weights_ext. intros k i j _ _ _ _ _. unfold layer_derivative.
  transitivity (mul (weight k i j δ) (sum (map (fun p => weight k i j (layers_gradient σ σ' (snd p) θ (fst p))) data)));
    [ring|]. rewrite <- sum_map_mul. apply sum_ext. intros p _. ring.
Qed.

Lemma first_variation_critical : forall (σ σ' : K -> K) data θ δ, critical_layers σ σ' data θ ->
  layers_first_variation σ σ' data θ δ = zero.
Proof.
  intros σ σ' data θ δ H. rewrite <- (over_weights_zero θ). apply over_weights_ext. intros k i j M row HM Hrow Hj.
  rewrite (H k i j M row HM Hrow Hj). ring.
Qed.

Lemma sum_residual_nil : add (@sum K []) (opp (add (@sum K []) (@sum K []))) = @sum K [].
Proof. unfold sum. simpl. ring. Qed.

Lemma sum_residual_cons : forall a b c s t r : K, add (add a (opp (add b (add c zero)))) (add s (opp (add t r))) =
  add (add a s) (opp (add (add b t) (add c r))).
Proof. intros. ring. Qed.

Lemma dot_zeros : forall (r : list K) d, dot r (zeros d) = zero.
Proof.
  unfold dot. induction r as [|a r IH]; intros [|d]; try reflexivity.
  change (zeros (S d)) with (@zero K :: zeros d). cbn [combine map fst snd]. rewrite sum_cons, IH. ring.
Qed.

Lemma dot_times_zeros : forall (e : list K) (M : matrix K) d, dot e (times M (zeros d)) = zero.
Proof.
  intros e M d. transitivity (dot e (zeros (length M))); [|apply dot_zeros]. f_equal. unfold times.
  induction M as [|row M IH]; [reflexivity|]. cbn [map length]. now rewrite IH, dot_zeros.
Qed.

(** ** The derivative is 0 only where the formula is *)

Lemma sum_indicator : forall (F : nat -> K) t r, t < r ->
  sum (map (fun s => if t =? s then F s else zero) (seq 0 r)) = F t.
Proof.
  intros F t r Ht. rewrite (sum_ext _ (fun s => if t =? s then F t else zero)).
  - exact (@vsum_indicator K scalar_space (F t) t r Ht).
  - intros s _. destruct (Nat.eqb_spec t s) as [->|]; reflexivity.
Qed.

Lemma sum_zeros : forall {Y : Type} (l : list Y), sum (map (fun _ => zero) l) = @zero K.
Proof. intros Y l. induction l as [|y l IH]; [reflexivity|]. cbn [map]. rewrite sum_cons, IH. ring. Qed.

(** The variation of one entry by 1. *)
Definition at_weight (l i j l' i' j' : nat) : K :=
  if l =? l' then if i =? i' then if j =? j' then one else zero else zero else zero.
Definition tabulated (θ : list (matrix K)) (f : nat -> nat -> nat -> K) : list (matrix K) :=
  map (fun l => map (fun i => map (f l i) (seq 0 (length (nth i (nth l θ []) [])))) (seq 0 (length (nth l θ []))))
    (seq 0 (length θ)).

Lemma nth_tabulated : forall {Y : Type} (F : nat -> Y) y0 i m, i < m -> nth i (map F (seq 0 m)) y0 = F i.
Proof.
  intros Y F y0 i m Hi. rewrite (nth_indep _ y0 (F 0)) by now rewrite map_length, seq_length.
  now rewrite map_nth, seq_nth.
Qed.

Lemma forall2_tabulated : forall {Y Z : Type} (R : Y -> Z -> Prop) y0 (l : list Y) (F : nat -> Z),
  (forall i, i < length l -> R (nth i l y0) (F i)) -> Forall2 R l (map F (seq 0 (length l))).
Proof.
  intros Y Z R y0. induction l as [|y l IH]; intros F H; [constructor|]. cbn [length seq map].
  constructor; [exact (H 0 (Nat.lt_0_succ _))|]. rewrite <- seq_shift, map_map. apply IH. intros i Hi.
  exact (H (S i) (proj1 (Nat.succ_lt_mono _ _) Hi)).
Qed.

Lemma tabulated_shape : forall θ f, same_shape θ (tabulated θ f).
Proof.
  intros θ f. apply (forall2_tabulated _ []). intros l _. apply (forall2_tabulated _ []). intros i _.
  now rewrite map_length, seq_length.
Qed.

Lemma over_one_weight : forall θ (D : nat -> nat -> nat -> K) l i j M row, nth_error θ l = Some M ->
  nth_error M i = Some row -> j < length row ->
  over_weights θ (fun l' i' j' => mul (D l' i' j') (weight l' i' j' (tabulated θ (at_weight l i j)))) = D l i j.
Proof.
  intros θ D l i j M row HM Hrow Hj.
  assert (Hl : l < length θ) by (apply nth_error_Some; congruence).
  assert (Hi : i < length (nth l θ [])) by (rewrite (nth_error_nth _ _ _ HM); apply nth_error_Some; congruence).
  assert (Hj' : j < length (nth i (nth l θ []) []))
    by now rewrite (nth_error_nth _ _ _ HM), (nth_error_nth _ _ _ Hrow).
  unfold over_weights. rewrite <- (sum_indicator (fun l' => D l' i j) l _ Hl). apply sum_ext. intros l' Hl'.
  apply in_seq in Hl'. destruct (l =? l') eqn:El.
  - apply Nat.eqb_eq in El. subst l'. rewrite <- (sum_indicator (fun i' => D l i' j) i _ Hi). apply sum_ext.
    intros i' Hi'. apply in_seq in Hi'. destruct (i =? i') eqn:Ei.
    + apply Nat.eqb_eq in Ei. subst i'. rewrite <- (sum_indicator (D l i) j _ Hj'). apply sum_ext. intros j' Hj0.
      apply in_seq in Hj0. unfold weight, tabulated. rewrite !nth_tabulated by (apply Hl' || apply Hi' || apply Hj0).
      unfold at_weight. rewrite !Nat.eqb_refl. destruct (j =? j'); ring.
    + rewrite <- (sum_zeros (seq 0 (length (nth i' (nth l θ []) [])))). apply sum_ext. intros j' Hj0.
      apply in_seq in Hj0. unfold weight, tabulated. rewrite !nth_tabulated by (apply Hl' || apply Hi' || apply Hj0).
      unfold at_weight. rewrite Nat.eqb_refl, Ei. ring.
  - rewrite <- (sum_zeros (seq 0 (length (nth l' θ [])))). apply sum_ext. intros i' Hi'. apply in_seq in Hi'.
    rewrite <- (sum_zeros (seq 0 (length (nth i' (nth l' θ []) [])))). apply sum_ext. intros j' Hj0.
    apply in_seq in Hj0. unfold weight, tabulated. rewrite !nth_tabulated by (apply Hl' || apply Hi' || apply Hj0).
    unfold at_weight. rewrite El. ring.
Qed.

Lemma first_variation_linear : forall (σ σ' : K -> K) data θ,
  linear_on layers_plus (same_shape θ) (layers_first_variation σ σ' data θ).
Proof.
  intros σ σ' data θ s x y Hx Hy. unfold layers_first_variation, scalar_plus, over_weights.
  rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext. intros l _.
  rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext. intros i _.
  rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext. intros j _.
  rewrite (weight_of_plus s l i j θ) by assumption. unfold scalar_plus. ring.
Qed.

Lemma zero_linear : forall θ : list (matrix K), linear_on layers_plus (same_shape θ) (fun _ => zero).
Proof. intros θ s x y _ _. unfold scalar_plus. ring. Qed.

End Loss.

Theorem backpropagation_is_derivative : BackpropagationIsDerivative.
Proof.
  intros K X points input cost gradient σ σ' d_in d_out θ n f data L Hθ Hshaped Hdata smooth Hcost Hf.
  assert (H : derivative layers_plus n f L θ (layers_first_variation σ σ' data θ)).
  { unfold derivative. apply negligible_at_coordinates.
    apply (is_ext n _ (fun h => sum (map (fun p =>
      add (cost p (layers_output σ (layers_plus one θ (f h)) (scalars_plus one (input p) (zeros d_in))))
        (opp (add (cost p (layers_output σ θ (input p))) (add (datum_part σ σ' (gradient p) θ (f h) (input p))
        (dot (backpropagated σ σ' (gradient p) θ (input p)) (times (hd [] θ) (zeros d_in))))))) points))).
    - intros h Hh. rewrite first_variation_parts. unfold L, layers_loss, data.
      assert (Hin : forall p, In p points -> length (input p) = d_in).
      { intros p Hp. apply (Hdata (input p) (gradient p)). unfold data. apply in_map_iff. now exists p. }
      clear - Hin. induction points as [|p l IH]; [symmetry; apply sum_residual_nil|]. cbn [map]. cbn [fst snd].
      rewrite sum_cons, IH by (intros q Hq; apply Hin; now right). rewrite !sum_cons, dot_times_zeros.
      rewrite <- (Hin p (or_introl eq_refl)), plus_zeros. apply sum_residual_cons.
    - apply (is_sum n _ (fun p h =>
        add (cost p (layers_output σ (layers_plus one θ (f h)) (scalars_plus one (input p) (zeros d_in))))
        (opp (add (cost p (layers_output σ θ (input p))) (add (datum_part σ σ' (gradient p) θ (f h) (input p))
        (dot (backpropagated σ σ' (gradient p) θ (input p)) (times (hd [] θ) (zeros d_in)))))))).
      intros p Hp. destruct (Hdata (input p) (gradient p)) as [Hx Hlength];
        [unfold data; apply in_map_iff; now exists p|].
      destruct Hf as (Hinto & _ & _ & Hkeeps).
      apply (datum_expands n σ σ' smooth (cost p) (gradient p) d_out Hlength (Hcost p) θ d_in (input p) f
        (fun _ => zeros d_in) Hθ Hshaped Hx); [| exact Hinto|].
      + split; [intros h _; apply zeros_length|]. intro j. apply (is_ext n _ (fun _ => zero)); [|apply is_zero].
        intros h _. symmetry. apply SmallVectors.nth_zeros.
      + intros l i j. apply form_is. intros s x y Hx' Hy'. rewrite Hkeeps by assumption.
        now apply (weight_of_plus s l i j θ); apply Hinto. }
  split; [exact H|]. split.
  - intros Hcritical ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [exact Hδ|].
    intros u h Hu Huδ Hh. specialize (H' u h Hu Huδ Hh). now rewrite first_variation_critical in H'.
  - intros H0 l i j M row HM Hrow Hj. rewrite <- (over_one_weight θ _ l i j M row HM Hrow Hj).
    apply (one_derivative layers_plus (same_shape θ) n f Hf L θ (layers_first_variation σ σ' data θ) (fun _ => zero)
      (first_variation_linear σ σ' data θ) (zero_linear θ) H H0). apply tabulated_shape.
Qed.
