(** The second variation above a network: what depends on the variations gathered from the copies, and a form of every
    copy. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies.
Import ListNotations.

Local Open Scope nat_scope.

Section Scalars.

Context {K : Field}.
Add Field K_field : (field_laws K).

Lemma sum_map_add : forall {Y : Type} (f f' : Y -> K) (l : list Y),
  sum (map (fun y => add (f y) (f' y)) l) = add (sum (map f l)) (sum (map f' l)).
Proof. intros Y f f' l. exact (@vsum_vadd K scalar_space Y f f' l). Qed.

Lemma sum_map_mul : forall {Y : Type} (s : K) (f : Y -> K) (l : list Y),
  sum (map (fun y => mul s (f y)) l) = mul s (sum (map f l)).
Proof. intros Y s f l. rewrite <- (map_map f (mul s)). exact (@vsum_scale K scalar_space s (map f l)). Qed.

Lemma sum_exchange : forall {Y Z : Type} (f : Y -> Z -> K) (l : list Y) (l' : list Z),
  sum (map (fun y => sum (map (f y) l')) l) = sum (map (fun z => sum (map (fun y => f y z) l)) l').
Proof. intros Y Z f l l'. exact (@vsum_exchange K scalar_space Y Z f l l'). Qed.

Lemma sum_ext : forall {Y : Type} (f f' : Y -> K) (l : list Y),
  (forall y, In y l -> f y = f' y) -> sum (map f l) = sum (map f' l).
Proof. intros Y f f' l H. f_equal. now apply map_ext_in. Qed.

End Scalars.

Section Forms.

Context {K : Field} {V : VectorSpace K}.
Add Field K_field2 : (field_laws K).

Lemma linear_form_zero : forall l : V -> K, linear_form l -> l vzero = zero.
Proof.
  intros l Hl. apply (@linear_zero K scalar_space V vector_plus vzero l); [|exact Hl]. unfold vector_plus.
  vector_identity.
Qed.

Lemma linear_form_add : forall (l : V -> K) u v, linear_form l -> l (vadd u v) = add (l u) (l v).
Proof.
  intros l u v Hl. transitivity (l (vector_plus one u v)); [f_equal; unfold vector_plus; vector_identity|].
  rewrite Hl. unfold scalar_plus. ring.
Qed.

Lemma linear_form_scale : forall (l : V -> K) s v, linear_form l -> l (scale s v) = mul s (l v).
Proof.
  intros l s v Hl. transitivity (l (vector_plus s vzero v)); [f_equal; unfold vector_plus; vector_identity|].
  rewrite Hl, linear_form_zero by exact Hl. unfold scalar_plus. ring.
Qed.

Lemma linear_form_sum : forall (l : V -> K) {Y : Type} (f : Y -> V) (list : list Y), linear_form l ->
  l (vsum (map f list)) = sum (map (fun y => l (f y)) list).
Proof.
  intros l Y f list Hl. induction list as [|y list IH]; [now apply linear_form_zero|].
  cbn [map]. rewrite vsum_cons, linear_form_add, IH by exact Hl. reflexivity.
Qed.

End Forms.

Lemma combine_map_left : forall {X Y Z : Type} (f : X -> Y) (l : list X) (l' : list Z),
  combine (map f l) l' = map (fun p => (f (fst p), snd p)) (combine l l').
Proof. induction l as [|x l IH]; intros [|z l']; simpl; try easy. now rewrite IH. Qed.

Lemma map_places : forall {X Y : Type} (f : X -> Y) (x0 : X) (l : list X),
  map f l = map (fun t => f (nth t l x0)) (seq 0 (length l)).
Proof.
  induction l as [|x l IH]; [easy|]. cbn [map length seq nth]. f_equal. now rewrite IH, <- seq_shift, map_map.
Qed.

Section Decomposition.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Add Field K_field3 : (field_laws K).

Definition unit_at (t : nat) : W * A := nth t base (vzero, vzero).

(** The output keeps what it is on [base]. *)
Lemma output_copies : forall g β activation, (forall t, In t g -> t < length base) ->
  admissible_shares (length base) g β -> output activation (copies g β base) = output activation base.
Proof.
  intros g β activation Hg Hβ. unfold output. rewrite (map_places _ (vzero, vzero) base).
  etransitivity;
    [|exact (sum_of_shares (fun t => scale (activation (fst (unit_at t))) (snd (unit_at t))) _ g β Hg Hβ)].
  unfold copies. rewrite map_map. apply vsum_ext_in. intros [t b] _. cbn [fst snd]. unfold unit_at. vector_identity.
Qed.

Lemma unit_first_linear : forall x u, linear_in_units (unit_first L x u).
Proof.
  intros x u s v v'. unfold unit_first, neuron_plus, vector_plus. cbn [fst snd].
  pose proof (input_product_linear _ _ _ _ L x s (fst v) (fst v')) as H. unfold vector_plus, scalar_plus in H.
  rewrite H. vector_identity.
Qed.

(** The variation of the output is that of [base] in the gathered direction. *)
Lemma first_over_copies : forall g β x (δ : network W A), (forall t, In t g -> t < length base) ->
  over_units (unit_first L x) (copies g β base) δ =
  over_units (unit_first L x) base (gathered_network (length base) g β δ).
Proof.
  intros g β x δ Hg. unfold over_units, copies. rewrite combine_map_left, map_map. cbn [fst snd].
  transitivity (vsum (map (fun p => unit_first L x (unit_at (fst (fst p)))
    (scale (snd (fst p)) (fst (snd p)), snd (snd p))) (combine (combine g β) δ))).
  - apply vsum_ext_in. intros [[t b] v] _. cbn [fst snd]. unfold unit_first, unit_at. cbn [fst snd].
    rewrite (linear_form_scale (input_product L x)) by apply input_product_linear. vector_identity.
  - etransitivity; [apply (sum_over_copies (fun t => unit_first L x (unit_at t)) (length base)); [|exact Hg]|].
    { intro t. apply unit_first_linear. }
    rewrite (vsum_places (unit_first L x) (vzero, vzero) (vzero, vzero)) 
      by (symmetry; apply gathered_network_length).
    apply vsum_ext_in. intros t Ht. apply in_seq in Ht. unfold unit_at. f_equal. symmetry.
    apply gathered_network_nth, Ht.
Qed.

(** The cost's Hessian at the variation of the output in the direction x of [base]. *)
Definition output_part (x : network W A) : K :=
  sum (map (fun i => cost_hessian L i (output (activated L i) base)
    (over_units (unit_first L i) base x) (over_units (unit_first L i) base x)) (data_points L)).

Lemma copy_form_sum : forall u b v,
  sum (map (fun x => cost_gradient L x (output (activated L x) base) (unit_second L x (fst u, scale b (snd u)) v))
    (data_points L)) = copy_form L base u b v.
Proof.
  intros u b v. unfold copy_form, mixed_form, bend_form. rewrite <- !sum_map_mul, <- sum_map_add. apply sum_ext.
  intros x _. unfold unit_second. cbn [fst snd].
  rewrite linear_form_add, !(linear_form_scale (cost_gradient L x _)) by apply cost_gradient_linear. ring.
Qed.

Theorem second_variation_copies : forall g β (δ : network W A), (forall t, In t g -> t < length base) ->
  admissible_shares (length base) g β ->
  second_variation L (copies g β base) δ =
  add (output_part (gathered_network (length base) g β δ))
    (sum (map (fun p => copy_form L base (unit_at (fst (fst p))) (snd (fst p)) (snd p)) (combine (combine g β) δ))).
Proof.
  intros g β δ Hg Hβ. unfold second_variation, output_part. rewrite sum_map_add. f_equal.
  - apply sum_ext. intros x _. now rewrite output_copies, first_over_copies.
  - transitivity (sum (map (fun x => sum (map (fun p => cost_gradient L x (output (activated L x) base)
      (unit_second L x (fst (unit_at (fst (fst p))), scale (snd (fst p)) (snd (unit_at (fst (fst p))))) (snd p)))
      (combine (combine g β) δ))) (data_points L))).
    + apply sum_ext. intros x _. rewrite output_copies by easy. unfold over_units.
      rewrite linear_form_sum by apply cost_gradient_linear. unfold copies. now rewrite combine_map_left, map_map.
    + rewrite sum_exchange. apply sum_ext. intros p _. apply copy_form_sum.
Qed.

Theorem second_variation_base : forall x : network W A, length x = length base ->
  second_variation L base x =
  add (output_part x)
    (sum (map (fun t => copy_form L base (unit_at t) one (nth t x (vzero, vzero))) (seq 0 (length base)))).
Proof.
  intros x Hx. unfold second_variation, output_part. rewrite sum_map_add. f_equal.
  transitivity (sum (map (fun i => sum (map (fun t => cost_gradient L i (output (activated L i) base)
    (unit_second L i (fst (unit_at t), scale one (snd (unit_at t))) (nth t x (vzero, vzero))))
    (seq 0 (length base)))) (data_points L))).
  - apply sum_ext. intros i _. unfold over_units.
    rewrite (vsum_places (unit_second L i) (vzero, vzero) (vzero, vzero)) by (symmetry; exact Hx).
    rewrite linear_form_sum by apply cost_gradient_linear. apply sum_ext. intros t _. unfold unit_at.
    now rewrite scale_one.
  - rewrite sum_exchange. apply sum_ext. intros t _. apply copy_form_sum.
Qed.

End Decomposition.
