(** The backpropagated derivatives are derivatives of the loss of several layers. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers Coordinates.
From Equiloss.Layers Require Import Layers PairUnits LayerCopies.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule LayerChanges.
Import ListNotations.

Local Open Scope nat_scope.

Section Orders.

Context {K : OrderedField} (n : nat).
Add Field K_field2 : (field_laws K).

Context (σ σ' : K -> K) (smooth : forall z, derivative scalar_plus 1 (hd zero) σ z (mul (σ' z))).
Context (cost : list K -> K) (gradient : list K -> list K) (d_out : nat).
Context (Hlength : forall y, length (gradient y) = length y).
Context (Hcost : forall y, length y = d_out -> derivative scalars_plus d_out (fun v => v) cost y (dot (gradient y))).

(** What one datum adds. *)
Definition datum_part (θ δ : list (matrix K)) (x : list K) : K :=
  over_weights θ (fun l i j => mul (weight l i j (layers_gradient σ σ' gradient θ x)) (weight l i j δ)).

Lemma datum_part_cons : forall d (M Δ : matrix K) θ δ x, rows_of_length d M -> length x = d -> length Δ = length M ->
  datum_part (M :: θ) (Δ :: δ) x =
  add (dot (backpropagated σ σ' gradient (M :: θ) x) (times Δ x)) (datum_part θ δ (map σ (times M x))).
Proof.
  intros d M Δ θ δ x HM Hx HΔ. unfold datum_part. rewrite over_weights_cons. f_equal.
  rewrite dot_by_places. replace (length (times Δ x)) with (length M) by exact (eq_trans (eq_sym HΔ) (eq_sym
  (map_length _ _))).
  apply sum_ext. intros i Hi. apply in_seq in Hi.
  rewrite (HM (nth i M [])) by (apply nth_In; apply Hi). rewrite nth_times, dot_by_places, Hx, <- sum_map_mul.
  apply sum_ext. intros j _. cbn [layers_gradient]. unfold weight. cbn [nth]. rewrite weight_outer. ring.
Qed.

(** A row times a matrix, by the columns. *)
Lemma dot_times : forall (e : list K) (M : matrix K) v, length e = length M ->
  dot e (times M v) = sum (map (fun i => mul (nth i v zero) (dot (map (fun row => nth i row zero) M) e))
    (seq 0 (length v))).
Proof.
  intros e M v He. rewrite dot_by_places.
  replace (length (times M v)) with (length M) by (symmetry; apply map_length).
  transitivity (sum (map (fun k => sum (map (fun i => mul (nth k e zero) (mul (nth i (nth k M []) zero) (nth i v zero)))
    (seq 0 (length v)))) (seq 0 (length M)))).
  - apply sum_ext. intros k _. now rewrite nth_times, dot_by_places, sum_map_mul.
  - rewrite sum_exchange. apply sum_ext. intros i _. rewrite dot_by_places, He, <- sum_map_mul. apply sum_ext.
    intros k _. rewrite nth_column. ring.
Qed.

Lemma shape_cons : forall (M : matrix K) θ δ, same_shape (M :: θ) δ -> exists Δ δ', δ = Δ :: δ' /\
  Forall2 (fun row row' => length row = length row') M Δ /\ same_shape θ δ'.
Proof. intros M θ δ H. inversion H as [|? Δ ? δ' HΔ Hδ]. subst. now exists Δ, δ'. Qed.

Lemma datum_expands : forall θ d x (Δ : list K -> list (matrix K)) (ξ : list K -> list K), θ <> [] ->
  shaped d d_out θ -> length x = d -> entries_are n d (O 1) ξ -> (forall h, length h = n -> same_shape θ (Δ h)) ->
  (forall l i j, is n (O 1) (fun h => weight l i j (Δ h))) ->
  is n (o 1) (fun h => add (cost (layers_output σ (layers_plus one θ (Δ h)) (scalars_plus one x (ξ h))))
    (opp (add (cost (layers_output σ θ x)) (add (datum_part θ (Δ h) x)
      (dot (backpropagated σ σ' gradient θ x) (times (hd [] θ) (ξ h))))))).
Proof.
  induction θ as [|M θ IH]; intros d x Δ ξ Hθ Hshaped Hx Hξ HΔ HΔ1; [easy|]. clear Hθ.
  destruct Hshaped as [HM Hshaped]. pose (Δ0 := fun h => nth 0 (Δ h) []).
  assert (HΔ0 : forall h, length h = n -> Δ h = Δ0 h :: tl (Δ h) /\
    Forall2 (fun row row' => length row = length row') M (Δ0 h) /\ same_shape θ (tl (Δ h))).
  { intros h Hh. destruct (shape_cons M θ (Δ h) (HΔ h Hh)) as (D & δ & E & HD & Hδ). unfold Δ0. rewrite E.
    now repeat split. }
  assert (Hs : forall h, length h = n -> Forall2 (fun row row' => length row = length row') M (Δ0 h))
    by (intros h Hh; now destruct (HΔ0 h Hh) as (_ & H & _)).
  pose proof (HΔ1 0) as H01. change (forall i j, is n (O 1) (fun h => nth j (nth i (Δ0 h) []) zero)) in H01.
  assert (Hlen : forall h, length h = n -> length (Δ0 h) = length M)
    by (intros h Hh; symmetry; exact (forall2_length _ _ _ (Hs h Hh))).
  assert (Hlinear : forall h v, length h = n -> length v = length M ->
    add (dot v (times (Δ0 h) x)) (dot v (times M (ξ h))) =
    sum (map (fun i => mul (nth i v zero) (linear_change M x Δ0 ξ i h)) (seq 0 (length M)))).
  { intros h v Hh Hv. rewrite !dot_by_places. replace (length (times (Δ0 h) x)) with (length M)
      by exact (eq_trans (eq_sym (Hlen h Hh)) (eq_sym (map_length _ _))).
    replace (length (times M (ξ h))) with (length M) by (symmetry; apply map_length). rewrite <- sum_map_add.
apply sum_ext. intros i _. rewrite !nth_times. unfold linear_change. ring. }
  destruct θ as [|M' θ].
  - cbn in Hshaped. pose (e := gradient (times M x)).
    assert (He : length e = length M) by (unfold e; rewrite Hlength; apply map_length).
    pose (c := fun h => map (fun i => change M x Δ0 ξ i h) (seq 0 (length M))).
    apply (is_ext n _ (fun h => add ((fun v => add (cost (scalars_plus one (times M x) v))
      (opp (add (cost (times M x)) (dot e v)))) (c h))
      (sum (map (fun i => mul (nth i e zero) (dot (nth i (Δ0 h) []) (ξ h))) (seq 0 (length M)))))).
    + intros h Hh. destruct (HΔ0 h Hh) as (E & _ & Htl).
      assert (Etl : tl (Δ h) = []) by (inversion Htl; reflexivity). rewrite Etl in E. rewrite E.
      change (layers_plus one [M] [Δ0 h]) with [list_plus scalars_plus one M (Δ0 h)]. cbn [layers_output hd].
      rewrite (times_changed n d M x Δ0 ξ HM Hx Hξ Hs) by exact Hh. fold (c h).
      rewrite (datum_part_cons d) by (exact HM || exact Hx || now apply Hlen).
      change (backpropagated σ σ' gradient [M] x) with e.
      assert (Ec : dot e (c h) = add (add (dot e (times (Δ0 h) x)) (dot e (times M (ξ h))))
        (sum (map (fun i => mul (nth i e zero) (dot (nth i (Δ0 h) []) (ξ h))) (seq 0 (length M))))).
      { rewrite Hlinear by assumption. rewrite <- sum_map_add, dot_by_places.
        replace (length (c h)) with (length M) by (unfold c; now rewrite map_length, seq_length). apply sum_ext. intros
        i Hi. apply in_seq in Hi. unfold c.
        rewrite nth_map_seq by apply Hi. unfold change. ring. }
      change (datum_part [] [] (map σ (times M x))) with (@zero K). cbv beta. rewrite Ec. ring.
    + apply is_add.
      * apply (remainder_at_entries n d_out (fun v => add (cost (scalars_plus one (times M x) v))
          (opp (add (cost (times M x)) (dot e v))))).
        -- apply Hcost. rewrite <- Hshaped. apply map_length.
        -- split; [intros h _; unfold c; now rewrite map_length, seq_length|]. intro i.
           destruct (lt_dec i (length M)) as [Hi|Hi].
           ++ apply (is_ext n _ (change M x Δ0 ξ i)); [|exact (change_is n d M x Δ0 ξ Hx Hξ H01 i)].
              intros h _. unfold c. now rewrite nth_map_seq.
           ++ apply (is_ext n _ (fun _ => zero)); [|apply is_zero]. intros h _. symmetry. apply nth_overflow.
              unfold c. rewrite map_length, seq_length. lia.
      * apply (is_sum n _ (fun i h => mul (nth i e zero) (dot (nth i (Δ0 h) []) (ξ h)))). intros i _.
        apply (is_scaled n (o 1)). exact (second_change_is n d Δ0 ξ Hξ H01 i).
  - pose (z := times M x). pose (ξ' := activated_change σ M x Δ0 ξ).
    assert (Hz : length (map σ z) = length M) by (unfold z, times; now rewrite !map_length).
    assert (Hξ' : entries_are n (length M) (O 1) ξ') by exact (activated_change_is n σ σ' smooth d M x Δ0 ξ Hx Hξ H01).
    pose (e' := backpropagated σ σ' gradient (M' :: θ) (map σ z)).
    assert (He' : length e' = length M') by exact (backpropagated_length σ σ' gradient Hlength (M' :: θ) (map σ z)).
    apply (is_ext n _ (fun h => add
      (add (cost (layers_output σ (layers_plus one (M' :: θ) (tl (Δ h))) (scalars_plus one (map σ z) (ξ' h))))
        (opp (add (cost (layers_output σ (M' :: θ) (map σ z))) (add (datum_part (M' :: θ) (tl (Δ h)) (map σ z))
          (dot e' (times M' (ξ' h)))))))
      (sum (map (fun i => mul (dot (map (fun row => nth i row zero) M') e') (add
        (add (σ (add (nth i z zero) (change M x Δ0 ξ i h))) (opp (σ (nth i z zero))))
        (opp (mul (σ' (nth i z zero)) (linear_change M x Δ0 ξ i h))))) (seq 0 (length M)))))).
    + intros h Hh. destruct (HΔ0 h Hh) as (E & _ & Htl). destruct (shape_cons M' θ _ Htl) as (D & δ & Eδ & HD & Hδ).
      set (e := backpropagated σ σ' gradient (M :: M' :: θ) x).
      assert (He : length e = length M) by exact (backpropagated_length σ σ' gradient Hlength (M :: M' :: θ) x).
      assert (Eout : layers_output σ (layers_plus one (M :: M' :: θ) (Δ h)) (scalars_plus one x (ξ h)) =
        layers_output σ (layers_plus one (M' :: θ) (tl (Δ h))) (scalars_plus one (map σ z) (ξ' h))).
      { rewrite E, Eδ. cbn [tl]. change (layers_plus one (M :: M' :: θ) (Δ0 h :: D :: δ)) with
          (list_plus scalars_plus one M (Δ0 h) :: layers_plus one (M' :: θ) (D :: δ)).
        change (layers_output σ (list_plus scalars_plus one M (Δ0 h) :: layers_plus one (M' :: θ) (D :: δ))
          (scalars_plus one x (ξ h))) with (layers_output σ (layers_plus one (M' :: θ) (D :: δ))
          (map σ (times (list_plus scalars_plus one M (Δ0 h)) (scalars_plus one x (ξ h))))).
        rewrite (times_changed n d M x Δ0 ξ HM Hx Hξ Hs) by exact Hh. now rewrite activated_changed. }
      rewrite Eout. change (layers_output σ (M :: M' :: θ) x) with (layers_output σ (M' :: θ) (map σ z)).
      assert (Epart : datum_part (M :: M' :: θ) (Δ h) x =
        add (dot e (times (Δ0 h) x)) (datum_part (M' :: θ) (tl (Δ h)) (map σ z))).
      { rewrite E at 1. exact (datum_part_cons d M (Δ0 h) (M' :: θ) (tl (Δ h)) x HM Hx (Hlen h Hh)). }
      rewrite Epart. cbn [hd].
      assert (Ee : add (dot e' (times M' (ξ' h))) (opp (add (dot e (times (Δ0 h) x)) (dot e (times M (ξ h))))) =
        sum (map (fun i => mul (dot (map (fun row => nth i row zero) M') e') (add
        (add (σ (add (nth i z zero) (change M x Δ0 ξ i h))) (opp (σ (nth i z zero))))
        (opp (mul (σ' (nth i z zero)) (linear_change M x Δ0 ξ i h))))) (seq 0 (length M)))).
      { rewrite Hlinear by assumption. rewrite dot_times by exact He'. rewrite (proj1 Hξ' h Hh).
        replace (opp (sum (map (fun i => mul (nth i e zero) (linear_change M x Δ0 ξ i h)) (seq 0 (length M)))))
          with (sum (map (fun i => mul (opp one) (mul (nth i e zero) (linear_change M x Δ0 ξ i h)))
            (seq 0 (length M)))) by (rewrite sum_map_mul; ring).
        rewrite <- sum_map_add. apply sum_ext. intros i Hi. apply in_seq in Hi.
        unfold e at 1. rewrite backpropagated_cons. fold z. fold e'. rewrite nth_map_seq by apply Hi.
        unfold ξ', activated_change. fold z. rewrite nth_map_seq by apply Hi. ring. }
      rewrite <- Ee. ring.
    + apply is_add.
      * apply (IH (length M) (map σ z) (fun h => tl (Δ h)) ξ'); try easy.
        -- intros h Hh. now destruct (HΔ0 h Hh) as (_ & _ & H).
        -- intros l i j. apply (is_ext n _ (fun h => weight (S l) i j (Δ h))); [|apply HΔ1]. intros h Hh.
           destruct (HΔ0 h Hh) as (E & _). rewrite E. reflexivity.
      * apply (is_sum n _ (fun i h => mul (dot (map (fun row => nth i row zero) M') e') (add
          (add (σ (add (nth i z zero) (change M x Δ0 ξ i h))) (opp (σ (nth i z zero))))
          (opp (mul (σ' (nth i z zero)) (linear_change M x Δ0 ξ i h)))))). intros i _.
        apply (is_scaled n (o 1)). exact (activated_remainder_is n σ σ' smooth d M x Δ0 ξ Hx Hξ H01 i).
Qed.

End Orders.

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
  split; [exact H|]. intros Hcritical ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [exact Hδ|].
  intros u h Hu Huδ Hh. specialize (H' u h Hu Huδ Hh). now rewrite first_variation_critical in H'.
Qed.
