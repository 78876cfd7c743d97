(** A network with known inertias, below and above. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps Spaces OrderedFields.
From Equiloss.Index Require Import Order Inertia Sylvester UnitForms IndexFormula.
Import ListNotations.

Local Open Scope nat_scope.

Section Halves.

Context {K : OrderedField}.
Add Field K_field2 : (field_laws K).

Lemma half_sum : add (inv (add one one)) (inv (add one one)) = @one K.
Proof. field. apply two_not_zero. Qed.

Lemma half_one_positive : less zero (inv (add one (@one K))).
Proof. apply inverse_positive, positive_sum; apply one_positive. Qed.

Lemma undo_product : forall s v : K, s <> zero -> mul s (mul (inv s) v) = v.
Proof. intros s v H. field. exact H. Qed.

Lemma undo_sum : forall a b : K, add (add a b) (opp b) = a.
Proof. intros. ring. Qed.

Lemma undo_sums : forall a b c : K, add (add (add (add a b) c) (opp c)) (opp b) = a.
Proof. intros. ring. Qed.

Lemma two_less_one : add (add one one) (opp one) = @one K.
Proof. ring. Qed.

End Halves.

Section Instance.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Definition plane : VectorSpace K := product_space scalar_space scalar_space.

Definition number (n : nat) : K := of_nat n.
Definition point : Type := ((K * K) * (K * K))%type.
Definition along (x : point) (w : plane) : K := add (mul (fst (fst x)) (fst w)) (mul (snd (fst x)) (snd w)).
Definition cubic (z : K) : K := add z (add (mul z z) (mul z (mul z z))).
Definition cubic_slope (z : K) : K := add one (add (mul (number 2) z) (mul (number 3) (mul z z))).
Definition cubic_bend (z : K) : K := add (number 2) (mul (number 6) z).
Definition error_form (x : point) (y v : plane) : K :=
  add (mul (add (fst y) (opp (fst (snd x)))) (fst v)) (mul (add (snd y) (opp (snd (snd x)))) (snd v)).
Definition scalar_product (v v' : plane) : K := add (mul (fst v) (fst v')) (mul (snd v) (snd v')).

Lemma along_linear : forall x, @linear_form K plane (along x).
Proof. intros x s [a b] [c d]. unfold along, scalar_plus. simpl. ring. Qed.

Lemma error_linear : forall x y, @linear_form K plane (error_form x y).
Proof. intros x y s [a b] [c d]. unfold error_form, scalar_plus. simpl. ring. Qed.

Lemma product_linear : forall (x : point) (y v : plane), @linear_form K plane (scalar_product v).
Proof. intros x y v s [a b] [c d]. unfold scalar_product, scalar_plus. simpl. ring. Qed.

Lemma product_symmetric : forall (x : point) (y v v' : plane), scalar_product v v' = scalar_product v' v.
Proof. intros. unfold scalar_product. ring. Qed.

Definition points : list point :=
  [((one, zero), (number 4, one)); ((opp one, zero), (number 2, zero)); ((one, one), (number 3, opp one))].

Definition square_loss : Loss K plane plane point :=
  {| data_points := points; input_product := along; activated := fun x w => cubic (along x w);
     slope := fun x w => cubic_slope (along x w); bend := fun x w => cubic_bend (along x w);
     cost_gradient := error_form; cost_hessian := fun _ _ => scalar_product;
     input_product_linear := along_linear; cost_gradient_linear := error_linear;
     cost_hessian_linear := product_linear; cost_hessian_symmetric := product_symmetric |}.

Definition unit_vector : plane := (one, zero).
Definition unit_of_one : plane * plane := (unit_vector, unit_vector).

Lemma known_mixed : forall α ω, mixed_form square_loss [unit_of_one] unit_of_one α ω =
  mul (number 6) (mul (snd ω) (snd α)).
Proof.
  intros [a b] [c d]. unfold mixed_form, output, sum, vsum. simpl. unfold error_form, cubic_slope, cubic, along, number.
  simpl. ring.
Qed.

Lemma known_bend : forall ω ω', bend_form square_loss [unit_of_one] unit_of_one ω ω' =
  mul (number 4) (mul (fst ω) (fst ω')).
Proof.
  intros [a b] [c d]. unfold bend_form, output, sum, vsum. simpl. unfold error_form, cubic_bend, cubic, along, number.
  simpl. ring.
Qed.

Lemma known_critical : critical square_loss [unit_of_one].
Proof.
  intros [|[[a b] [c d]] [|]] H; try easy. unfold first_variation, over_units, output, sum, vsum. simpl.
  unfold unit_first. simpl. unfold error_form, cubic_slope, cubic, along, number. simpl. ring.
Qed.

(** 10c² + 9(c + 2v)² + 4u² + 19γ² + 12γv for δw = (u, v), δa = (c − 2u, γ). *)
Lemma known_variation : forall u v c γ : K,
  second_variation square_loss [unit_of_one] [((u, v), (add c (opp (mul (number 2) u)), γ))] =
  add (add (mul (number 10) (mul c c)) (mul (number 9) (mul (add c (mul (number 2) v)) (add c (mul (number 2) v)))))
    (add (mul (number 4) (mul u u)) (add (mul (number 19) (mul γ γ)) (mul (number 12) (mul γ v)))).
Proof.
  intros u v c γ. unfold second_variation, over_units, output, sum, vsum. simpl.
  unfold unit_first, unit_second. simpl.
  unfold scalar_product, error_form, cubic_bend, cubic_slope, cubic, along, number. simpl. ring.
Qed.

Lemma number_positive : forall n, less zero (number (Datatypes.S n)).
Proof. exact positive_of_nat. Qed.

Lemma number_not_zero : forall n, number (Datatypes.S n) <> zero.
Proof. exact ordered_characteristic_zero. Qed.

(** Coordinates in which it is 4x_1² + 19x_2² + 18²·19x_3² + 19x_4². *)
Definition known_coordinates (x : list K) : network plane plane :=
  let x1 := nth 0 x zero in let x2 := nth 1 x zero in let x3 := nth 2 x zero in let x4 := nth 3 x zero in
  [((x1, mul (number 19) x3), (add (add x2 (opp (mul (number 18) x3))) (opp (mul (number 2) x1)),
    add x4 (opp (mul (number 6) x3))))].

Lemma known_coordinates_linear :
  linear_coordinates network_plus (fun δ => length δ = 1) 4 known_coordinates.
Proof.
  pose proof (number_not_zero 18) as H19. split; [easy|]. split; [|split].
  - intros [|[[u v] [α γ]] [|]] H; try easy.
    exists [u; add (add α (mul (number 2) u)) (mul (number 18) (mul (inv (number 19)) v)); mul (inv (number 19)) v;
      add γ (mul (number 6) (mul (inv (number 19)) v))].
    split; [easy|]. unfold known_coordinates. cbn [nth].
    now rewrite (undo_product (number 19) v H19), undo_sums, undo_sum.
  - intros [|a [|b [|c [|d [|]]]]] [|a' [|b' [|c' [|d' [|]]]]] Hx Hy H; try easy.
    unfold known_coordinates in H. cbn [nth] in H. injection H as -> Hc Hb Hd.
    assert (Ec : c = c').
    { replace c with (mul (inv (number 19)) (mul (number 19) c)) by (field; exact H19). rewrite Hc. field. exact H19. }
    subst c'. assert (Ed : d = d').
    { transitivity (add (add d (opp (mul (number 6) c))) (mul (number 6) c)); [ring|]. rewrite Hd. ring. }
    subst d'. assert (Eb : b = b'); [|now subst].
    set (s := opp (mul (number 18) c)) in Hb. set (t := opp (mul (number 2) a')) in Hb.
    transitivity (add (add (add b s) t) (add (opp s) (opp t))); [ring|]. rewrite Hb. ring.
  - intros s [|a [|b [|c [|d [|]]]]] [|a' [|b' [|c' [|d' [|]]]]] Hx Hy; try easy.
    unfold known_coordinates, network_plus, list_plus, neuron_plus, vector_plus. simpl. unfold scalar_plus.
    apply (f_equal2 cons); [|easy]. apply (f_equal2 pair); apply (f_equal2 pair);
      match goal with |- ?u = ?v => change (@eq K u v) end; ring.
Qed.

Lemma known_inertia : loss_inertia square_loss [unit_of_one] 4 0 0.
Proof.
  exists known_coordinates, [number 4; number 19; mul (mul (number 18) (number 18)) (number 19); number 19].
  split; [exact known_coordinates_linear|]. split.
  - intros [|a [|b [|c [|d [|]]]]] Hx; try easy. unfold known_coordinates. cbn [nth].
    etransitivity; [apply known_variation|]. unfold diagonal, sum. simpl. unfold number. simpl. ring.
  - repeat apply positive_first; try apply number_positive; [|constructor].
    apply less_mul; [apply less_mul|]; apply number_positive.
Qed.

Lemma known_bend_inertia : bend_inertia square_loss [unit_of_one] unit_of_one 1 0 0.
Proof.
  exists (fun x => (nth 0 x zero, zero) : plane), [number 4]. split; [|split].
  - split; [|split; [|split]].
    + intros x _ α. rewrite known_mixed. simpl. ring.
    + intros [a b] H. exists [a]. split; [easy|]. cbn [nth]. f_equal. specialize (H (zero, one)).
      rewrite known_mixed in H. simpl in H. replace b with (mul (inv (number 6)) (mul (number 6) (mul b one)))
        by (field; apply number_not_zero). rewrite H. ring.
    + intros [|a [|]] [|b [|]] Hx Hy H; try easy. now injection H as ->.
    + intros s [|a [|]] [|b [|]] Hx Hy; try easy. unfold vector_plus. simpl. unfold scalar_plus. f_equal. ring.
  - intros [|a [|]] Hx; try easy. rewrite known_bend. unfold diagonal, sum. simpl. ring.
  - apply positive_first; [apply number_positive|constructor].
Qed.

Lemma plane_dimension : vector_dimension plane 2.
Proof. exact (product_space_dimension scalar_space scalar_space 1 1 scalar_space_dimension scalar_space_dimension). Qed.

Lemma known_rank : mixed_rank square_loss [unit_of_one] unit_of_one 2 1.
Proof.
  exists 1. split; [|easy].
  exact (bend_inertia_dimension square_loss [unit_of_one] unit_of_one 1 0 0 known_bend_inertia).
Qed.

(** Two copies of shares b and b', which sum to 1. *)
Lemma known_above : forall (b b' : K) P N Z, add b b' = one -> signs [b; b'] P N Z ->
  let c := {| unit_rank := 1; bend_positive := 1; bend_negative := 0; bend_zero := 0;
    shares_positive := P; shares_negative := N; shares_zero := Z |} in
  loss_inertia square_loss (copies [0; 0] [b; b'] [unit_of_one])
    (4 + (added_positive c + 0)) (0 + (added_negative c + 0)) (0 + (added_zero 2 2 c + 0)).
Proof.
  intros b b' P N Z Hsum Hsigns c.
  apply (index_above K plane plane point square_loss [unit_of_one] 2 2 2 [0; 0] [b; b'] 4 0 0 (fun _ => c)).
  - exact plane_dimension.
  - exact plane_dimension.
  - split; [easy|]. intro t. simpl. lia.
  - split; [easy|]. intros [|t] Ht; [|simpl in Ht; lia]. unfold shares_of, sum. simpl. rewrite <- Hsum. ring.
  - exact known_inertia.
  - intros [|t] Ht; [|simpl in Ht; lia]. split; [exact known_rank|]. split; [exact known_bend_inertia|exact Hsigns].
Qed.

End Instance.

(** The loss is what it is said to be: σ(z) = z + z² + z³ with its derivatives, and half the squared error. *)
Section SquareLoss.

Context {K : OrderedField}.
Add Field K_field4 : (field_laws K).

Lemma square_loss_activation : forall (x : @point K) w, let z := input_product square_loss x w in
  activated square_loss x w = add z (add (power z 2) (power z 3)) /\
  slope square_loss x w = add one (add (mul (of_nat 2) z) (mul (of_nat 3) (power z 2))) /\
  bend square_loss x w = add (of_nat 2) (mul (of_nat 6) z).
Proof. intros x w. simpl. unfold cubic, cubic_slope, cubic_bend, number. simpl. repeat split; ring. Qed.

Lemma square_loss_cost : forall (x : @point K) (y v v' : plane), let error := vadd y (scale (opp one) (snd x : plane)) in
  cost_gradient square_loss x y v = cost_hessian square_loss x (snd x : plane) error v /\
  cost_hessian square_loss x y v v' = cost_hessian square_loss x (snd x : plane) v v' /\
  (v <> vzero -> less zero (cost_hessian square_loss x y v v)).
Proof.
  intros [x [t1 t2]] [y1 y2] [a b] v'. simpl. split; [unfold error_form, scalar_product; simpl; ring|].
  split; [easy|]. intro H. unfold scalar_product. simpl.
  destruct (scalar_eq_dec a zero) as [->|Ha], (scalar_eq_dec b zero) as [->|Hb].
  - now elim H.
  - replace (add (mul zero zero) (mul b b)) with (mul b b) by ring. now apply positive_square.
  - replace (add (mul a a) (mul zero zero)) with (mul a a) by ring. now apply positive_square.
  - now apply positive_sum; apply positive_square.
Qed.

End SquareLoss.
