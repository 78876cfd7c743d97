(** The second variation above a network splits into that of the network and a form on balanced variations. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation.
Import ListNotations.

Local Open Scope nat_scope.

Section Splitting.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

Lemma vector_plus_undo : forall {V : VectorSpace K} (x y : V), vector_plus one y (vector_plus (opp one) x y) = x.
Proof. intros V x y. unfold vector_plus. transitivity (scale one x); [vector_identity|apply scale_one]. Qed.

Lemma network_plus_undo : forall x y : network W A, length x = length y ->
  network_plus one y (network_plus (opp one) x y) = x.
Proof.
  intros x. induction x as [|[w a] x IH]; intros [|[v b] y] H; try easy.
  change (neuron_plus one (v, b) (neuron_plus (opp one) (w, a) (v, b)) ::
    network_plus one y (network_plus (opp one) x y) = (w, a) :: x).
  injection H as H. rewrite (IH y H). f_equal. unfold neuron_plus. cbn [fst snd]. now rewrite !vector_plus_undo.
Qed.

Lemma neuron_plus_cancel : forall u v v' : W * A, neuron_plus one u v = neuron_plus one u v' -> v = v'.
Proof.
  intros [w a] [v b] [v' b'] H. unfold neuron_plus, vector_plus in H. cbn [fst snd] in H.
  injection H as Hw Ha. rewrite !scale_one in Hw, Ha. apply vadd_cancel in Hw, Ha. now subst.
Qed.

Lemma network_plus_cancel : forall x y y' : network W A, length x = length y -> length x = length y' ->
  network_plus one x y = network_plus one x y' -> y = y'.
Proof.
  intros x. induction x as [|u x IH]; intros [|v y] [|v' y'] Hy Hy' H; try easy.
  change (neuron_plus one u v :: network_plus one x y = neuron_plus one u v' :: network_plus one x y') in H.
  injection H as Hw Ha H. injection Hy as Hy. injection Hy' as Hy'. f_equal; [|exact (IH y y' Hy Hy' H)].
  apply (neuron_plus_cancel u). unfold neuron_plus. now f_equal.
Qed.

Lemma neuron_plus_minus : forall u : W * A, neuron_plus (opp one) u u = (vzero, vzero).
Proof. intro u. unfold neuron_plus, vector_plus. f_equal; vector_identity. Qed.

Lemma neuron_plus_right_zero : forall s (u : W * A), neuron_plus s u (vzero, vzero) = u.
Proof.
  intros s [w a]. unfold neuron_plus, vector_plus. cbn [fst snd].
  now rewrite !scale_vzero, !vadd_zero_r.
Qed.

(** What is left of δ when the copy of what was gathered from it is taken away. *)
Definition remainder (r : nat) (g : list nat) (β : list K) (δ : network W A) : network W A :=
  network_plus (opp one) δ (copies g β (gathered_network r g β δ)).

Lemma remainder_length : forall r g β δ, length β = length g -> length δ = length g ->
  length (remainder r g β δ) = length g.
Proof. intros r g β δ Hβ Hδ. unfold remainder. rewrite network_plus_length; [exact Hδ|]. now rewrite copies_length. Qed.

Lemma remainder_balanced : forall r g β δ, admissible_shares r g β -> length δ = length g ->
  balanced r g β (remainder r g β δ).
Proof.
  intros r g β δ Hβ Hδ t Ht. unfold remainder.
  rewrite gathered_linear by (rewrite copies_length; [exact Hδ|apply Hβ]).
  rewrite (gathered_copies r), gathered_network_nth by easy. apply neuron_plus_minus.
Qed.

Lemma remainder_recovers : forall r g β δ, admissible_shares r g β -> length δ = length g ->
  network_plus one (copies g β (gathered_network r g β δ)) (remainder r g β δ) = δ.
Proof. intros r g β δ [Hβ _] Hδ. apply network_plus_undo. now rewrite copies_length. Qed.

(** A copy and a balanced variation: the first is that of what is gathered from the sum. *)
Lemma gathered_sum : forall r g β (x c : network W A), admissible_shares r g β ->
  length x = r -> length c = length g -> balanced r g β c ->
  gathered_network r g β (network_plus one (copies g β x) c) = x.
Proof.
  intros r g β x c Hβ Hx Hc Hbalanced. apply nth_equal; rewrite gathered_network_length; [easy|]. intros t Ht.
  rewrite gathered_network_nth, gathered_linear by (exact Ht || (rewrite copies_length; [easy|apply Hβ])).
  rewrite (gathered_copies r), Hbalanced by easy. apply neuron_plus_right_zero.
Qed.

End Splitting.

Section Forms.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Add Field K_field2 : (field_laws K).

Lemma mixed_linear_in : forall u α, linear_form (mixed_form L base u α).
Proof.
  intros u α s v v'. unfold mixed_form, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext.
  intros x _. rewrite (input_product_linear _ _ _ _ L x s v v'). unfold scalar_plus. ring.
Qed.

Lemma mixed_linear_out : forall u ω, linear_form (fun α => mixed_form L base u α ω).
Proof.
  intros u ω s v v'. unfold mixed_form, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext.
  intros x _. rewrite (cost_gradient_linear _ _ _ _ L x _ s v v'). unfold scalar_plus. ring.
Qed.

Lemma bend_linear : forall u ω, linear_form (bend_form L base u ω).
Proof.
  intros u ω s v v'. unfold bend_form, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext.
  intros x _. rewrite (input_product_linear _ _ _ _ L x s v v'). unfold scalar_plus. ring.
Qed.

Lemma bend_symmetric : forall u ω ω', bend_form L base u ω ω' = bend_form L base u ω' ω.
Proof. intros u ω ω'. unfold bend_form. apply sum_ext. intros x _. ring. Qed.

(** Half the mixed term of a copied variation x and another one v, whose incoming part is weighted by the share. *)
Definition mixed_term (u x v : W * A) : K :=
  add (add (mixed_form L base u (snd x) (fst v)) (mixed_form L base u (snd v) (fst x))) (bend_form L base u (fst x)
    (fst v)).

Lemma mixed_term_linear : forall u x, @linear_in_units K W A scalar_space (mixed_term u x).
Proof.
  intros u x s v v'. unfold mixed_term, neuron_plus, vector_plus. cbn [fst snd].
  rewrite (mixed_linear_in u (snd x) s : forall v v', mixed_form L base u (snd x) (vadd v (scale s v')) = _).
  rewrite (bend_linear u (fst x) s : forall v v', bend_form L base u (fst x) (vadd v (scale s v')) = _).
  rewrite (mixed_linear_out u (fst x) s : forall v v', mixed_form L base u (vadd v (scale s v')) (fst x) = _).
  unfold scalar_plus. cbn [vadd scale scalar_space vector]. ring.
Qed.

Lemma copy_form_split : forall u b x c,
  copy_form L base u b (neuron_plus one (fst x, scale b (snd x)) c) =
  add (add (mul b (copy_form L base u one x)) (copy_form L base u b c))
    (mul (add one one) (mixed_term u x (scale b (fst c), snd c))).
Proof.
  intros u b [ω α] [ω' α']. unfold copy_form, mixed_term, neuron_plus, vector_plus. cbn [fst snd].
  rewrite !(linear_form_add (mixed_form L base u _)), !(linear_form_scale (mixed_form L base u _)) by apply
    mixed_linear_in.
  rewrite !(linear_form_add (bend_form L base u _)), !(linear_form_scale (bend_form L base u _)) by apply bend_linear.
  rewrite !(bend_symmetric u (vadd ω _)), !(linear_form_add (bend_form L base u _)),
    !(linear_form_scale (bend_form L base u _)) by apply bend_linear.
  rewrite (bend_symmetric u ω' ω).
  assert (H : forall ω, mixed_form L base u (vadd (scale b α) (scale one α')) ω =
    add (mul b (mixed_form L base u α ω)) (mixed_form L base u α' ω)).
  { intro v. rewrite (linear_form_add (fun α => mixed_form L base u α v)),
      !(linear_form_scale (fun α => mixed_form L base u α v)) by apply mixed_linear_out. ring. }
  rewrite !H. ring.
Qed.

(** The variations of the copies, with what they copy. *)
Lemma combine_sum : forall g β (x c : network W A),
  combine (combine g β) (network_plus one (copies g β x) c) =
  map (fun p => (fst p, neuron_plus one (fst (nth (fst (fst p)) x (vzero, vzero)),
    scale (snd (fst p)) (snd (nth (fst (fst p)) x (vzero, vzero)))) (snd p))) (combine (combine g β) c).
Proof.
  induction g as [|t g IH]; intros [|b β] x [|u c]; try easy.
  change (((t, b), neuron_plus one (fst (nth t x (vzero, vzero)), scale b (snd (nth t x (vzero, vzero)))) u) ::
    combine (combine g β) (network_plus one (copies g β x) c) = map (fun p => (fst p, neuron_plus one
      (fst (nth (fst (fst p)) x (vzero, vzero)), scale (snd (fst p)) (snd (nth (fst (fst p)) x (vzero, vzero))))
      (snd p))) ((t, b, u) :: combine (combine g β) c)).
  now rewrite IH.
Qed.

Lemma sum_over_fst : forall {Y Z : Type} (f : Y -> K) (l : list Y) (l' : list Z), length l' = length l ->
  sum (map (fun p => f (fst p)) (combine l l')) = sum (map f l).
Proof.
  intros Y Z f. induction l as [|y l IH]; intros [|z l'] H; try easy. injection H as H.
  exact (f_equal (add (f y)) (IH l' H)).
Qed.

Lemma copy_forms_of_sum : forall g β (x c : network W A), surjection (length base) (length g) g ->
  admissible_shares (length base) g β -> length c = length g -> balanced (length base) g β c ->
  sum (map (fun p => copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p))
    (combine (combine g β) (network_plus one (copies g β x) c))) =
  add (sum (map (fun t => copy_form L base (unit_at base t) one (nth t x (vzero, vzero))) (seq 0 (length base))))
    (sum (map (fun p => copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p)) (combine (combine g β)
      c))).
Proof.
  intros g β x c [_ Hg] Hβ Hc Hbalanced. rewrite combine_sum, map_map.
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  rewrite (sum_ext _ (fun p => add (add
    (mul (snd (fst p)) (copy_form L base (unit_at base (fst (fst p))) one (nth (fst (fst p)) x (vzero, vzero))))
    (copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p)))
    (mul (add one one) (mixed_term (unit_at base (fst (fst p))) (nth (fst (fst p)) x (vzero, vzero))
      (scale (snd (fst p)) (fst (snd p)), snd (snd p))))))
    by (intros p _; apply copy_form_split).
  rewrite !sum_map_add, sum_map_mul.
  replace (sum (map (fun p => mixed_term _ _ _) _)) with (@zero K).
  - rewrite (sum_over_fst (fun q => mul (snd q) (copy_form L base (unit_at base (fst q)) one (nth (fst q) x (vzero,
      vzero))))).
    + rewrite (@sum_of_shares K scalar_space
        (fun t => copy_form L base (unit_at base t) one (nth t x (vzero, vzero))) _ g β Hless Hβ :
        sum (map (fun q => mul (snd q) (copy_form L base (unit_at base (fst q)) one (nth (fst q) x (vzero, vzero))))
          (combine g β)) = _).
      change (@vsum K scalar_space) with (@sum K).
      match goal with |- add (add ?a ?b) _ = _ => transitivity (add a b); [ring|reflexivity] end.
    + rewrite combine_length. destruct Hβ as [-> _]. rewrite Nat.min_id. exact Hc.
  - symmetry. etransitivity;
      [exact (@sum_over_copies K W A scalar_space (fun t => mixed_term (unit_at base t) (nth t x (vzero, vzero)))
        (length base) g β c (fun t => mixed_term_linear _ _) Hless)|].
    apply (@vsum_zeros K scalar_space). intros v Hv. apply in_map_iff in Hv as (t & <- & Ht). apply in_seq in Ht.
    rewrite Hbalanced by apply Ht. exact (linear_in_units_zero _ (mixed_term_linear _ _)).
Qed.

Lemma second_variation_of_sum : forall g β x c, surjection (length base) (length g) g ->
  admissible_shares (length base) g β ->
  length x = length base -> length c = length g -> balanced (length base) g β c ->
  second_variation L (copies g β base) (network_plus one (copies g β x) c) =
  add (second_variation L base x)
    (sum (map (fun p => copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p)) (combine (combine g β)
      c))).
Proof.
  intros g β x c Hg Hβ Hx Hc Hbalanced.
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  rewrite second_variation_copies, second_variation_base, gathered_sum, copy_forms_of_sum by easy. ring.
Qed.

End Forms.

Theorem second_variation_splits : SecondVariationSplits.
Proof.
  intros K W A X L base m g β [<- Hg] Hβ. split.
  - intros δ Hδ.
    exists (gathered_network (length base) g β δ, remainder (length base) g β δ). split; cbn [fst snd].
    + split; [apply gathered_network_length|]. split; [apply remainder_length; [apply Hβ|exact Hδ]|].
      split; [now apply remainder_balanced|]. symmetry. now apply remainder_recovers.
    + intros [x c] (Hx & Hc & Hbalanced & ->). cbn [fst snd] in *.
      assert (E : gathered_network (length base) g β (network_plus one (copies g β x) c) = x) by now apply gathered_sum.
      f_equal; [exact E|]. apply (network_plus_cancel (copies g β x)).
      * rewrite copies_length by apply Hβ. symmetry. apply remainder_length; [apply Hβ|exact Hδ].
      * rewrite copies_length by apply Hβ. now symmetry.
      * rewrite <- E at 1. now apply remainder_recovers.
  - intros x c Hx Hc Hbalanced. now apply second_variation_of_sum.
Qed.
