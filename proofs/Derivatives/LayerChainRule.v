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
