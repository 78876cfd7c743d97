(** Copies of the units of a network, and sums over them: the sum over all copies is that over the units of what their
    copies add. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
Import ListNotations.

Local Open Scope nat_scope.

Section Sums.

Context {K : Field} {V : VectorSpace K}.
Add Field K_field : (field_laws K).

Lemma vsum_cons : forall (v : V) l, vsum (v :: l) = vadd v (vsum l).
Proof. easy. Qed.

Lemma vsum_indicator : forall (v : V) t r, t < r ->
  vsum (map (fun s => if t =? s then v else vzero) (seq 0 r)) = v.
Proof.
  intros v t r Ht. replace r with (t + S (r - S t)) by lia. rewrite seq_app, map_app, vsum_app. cbn [seq map].
  rewrite Nat.add_0_l, Nat.eqb_refl, vsum_cons, !vsum_zeros; [vector_identity| |].
  - intros w Hw. apply in_map_iff in Hw as (s & <- & Hs). apply in_seq in Hs.
    now rewrite (proj2 (Nat.eqb_neq t s)) by lia.
  - intros w Hw. apply in_map_iff in Hw as (s & <- & Hs). apply in_seq in Hs.
    now rewrite (proj2 (Nat.eqb_neq t s)) by lia.
Qed.

(** A sum by blocks. *)
Lemma vsum_blocks : forall {Y : Type} (key : Y -> nat) (f : Y -> V) (l : list Y) (r : nat),
  (forall y, In y l -> key y < r) ->
  vsum (map f l) = vsum (map (fun t => vsum (map f (filter (fun y => key y =? t) l))) (seq 0 r)).
Proof.
  intros Y key f l r. induction l as [|y l IH]; intro H.
  - symmetry. apply vsum_zeros. intros v Hv. now apply in_map_iff in Hv as (t & <- & _).
  - cbn [map]. rewrite vsum_cons, IH by (intros z Hz; apply H; now right).
    rewrite <- (vsum_indicator (f y) (key y) r) at 1 by (apply H; now left). rewrite <- vsum_vadd. f_equal.
    apply map_ext. intro t. cbn [filter]. destruct (key y =? t); [easy|apply vadd_zero].
Qed.

Lemma vsum_ext_in : forall {Y : Type} (f f' : Y -> V) (l : list Y),
  (forall y, In y l -> f y = f' y) -> vsum (map f l) = vsum (map f' l).
Proof. intros Y f f' l H. f_equal. now apply map_ext_in. Qed.

Lemma vsum_exchange : forall {Y Z : Type} (f : Y -> Z -> V) (l : list Y) (l' : list Z),
  vsum (map (fun y => vsum (map (f y) l')) l) = vsum (map (fun z => vsum (map (fun y => f y z) l)) l').
Proof.
  intros Y Z f l l'. induction l as [|y l IH]; cbn [map].
  - symmetry. apply vsum_zeros. intros v Hv. now apply in_map_iff in Hv as (z & <- & _).
  - rewrite vsum_cons, IH, <- vsum_vadd. f_equal.
Qed.

(** A sum over two lists of one length, by places. *)
Lemma vsum_places : forall {Y Z : Type} (f : Y -> Z -> V) (y0 : Y) (z0 : Z) (l : list Y) (l' : list Z),
  length l = length l' ->
  vsum (map (fun p => f (fst p) (snd p)) (combine l l')) =
  vsum (map (fun t => f (nth t l y0) (nth t l' z0)) (seq 0 (length l))).
Proof.
  intros Y Z f y0 z0. induction l as [|y l IH]; intros [|z l'] H; try easy.
  cbn [combine map length seq]. rewrite !vsum_cons. cbn [fst snd nth]. f_equal.
  rewrite IH by now injection H. rewrite <- seq_shift, map_map. easy.
Qed.

(** Maps that keep u + s·v. *)
Lemma linear_zero : forall {X : Type} (plus : K -> X -> X -> X) (x0 : X) (f : X -> V),
  plus one x0 x0 = x0 -> (forall s x y, f (plus s x y) = vector_plus s (f x) (f y)) -> f x0 = vzero.
Proof.
  intros X plus x0 f H0 H. apply (vadd_cancel (f x0)). rewrite vadd_zero_r.
  transitivity (f (plus one x0 x0)); [rewrite H; unfold vector_plus; vector_identity|now rewrite H0].
Qed.

End Sums.

Section Linear.

Context {K : Field} {W A V : VectorSpace K}.
Add Field K_field2 : (field_laws K).

Definition linear_in_units (f : W * A -> V) : Prop :=
  forall s u v, f (neuron_plus s u v) = vector_plus s (f u) (f v).

Lemma linear_in_units_zero : forall f, linear_in_units f -> f (vzero, vzero) = vzero.
Proof.
  intros f Hf. apply (linear_zero neuron_plus); [|exact Hf].
  unfold neuron_plus, vector_plus. simpl. f_equal; vector_identity.
Qed.

Lemma linear_in_units_sum : forall f, linear_in_units f -> forall {Y : Type} (v : Y -> W) (b : Y -> A) (l : list Y),
  vsum (map (fun y => f (v y, b y)) l) = f (vsum (map v l), vsum (map b l)).
Proof.
  intros f Hf Y v b l. induction l as [|y l IH].
  - symmetry. exact (linear_in_units_zero f Hf).
  - cbn [map]. rewrite !vsum_cons, IH. transitivity (f (neuron_plus one (v y, b y) (vsum (map v l), vsum (map b l)))).
    + rewrite Hf. unfold vector_plus. vector_identity.
    + f_equal. unfold neuron_plus, vector_plus. simpl. f_equal; vector_identity.
Qed.

(** What is linear in the variations of the copies, the incoming ones weighted by the shares, depends on [gathered]
    only. *)
Lemma sum_over_copies : forall (f : nat -> W * A -> V) (r : nat) (g : list nat) (β : list K) (c : network W A),
  (forall t, linear_in_units (f t)) -> (forall t, In t g -> t < r) ->
  vsum (map (fun p => f (fst (fst p)) (scale (snd (fst p)) (fst (snd p)), snd (snd p))) (combine (combine g β) c)) =
  vsum (map (fun t => f t (gathered g β c t)) (seq 0 r)).
Proof.
  intros f r g β c Hf Hg. rewrite (vsum_blocks (fun p => fst (fst p)) _ _ r).
  - apply vsum_ext_in. intros t _. unfold gathered. rewrite <- linear_in_units_sum by apply Hf.
    apply vsum_ext_in. intros p Hp. apply filter_In in Hp as [_ Hp]. apply Nat.eqb_eq in Hp. now subst t.
  - intros [[t b] u] Hp. apply in_combine_l, in_combine_l in Hp. now apply Hg.
Qed.

(** The shares of a block sum to 1. *)
Lemma sum_of_shares : forall (f : nat -> V) (r : nat) (g : list nat) (β : list K),
  (forall t, In t g -> t < r) -> admissible_shares r g β ->
  vsum (map (fun p => scale (snd p) (f (fst p))) (combine g β)) = vsum (map f (seq 0 r)).
Proof.
  intros f r g β Hg [_ Hβ]. rewrite (vsum_blocks fst _ _ r).
  - apply vsum_ext_in. intros t Ht. apply in_seq in Ht. rewrite <- (scale_one K V (f t)), <- (Hβ t) by lia.
    unfold shares_of. generalize (combine g β). intro l. induction l as [|[s b] l IH].
    + cbn. now rewrite scale_zero.
    + cbn [filter fst]. destruct (Nat.eqb_spec s t) as [->|Hne]; [|exact IH].
      cbn [map fst snd]. rewrite vsum_cons, IH, <- scale_add_scalar. reflexivity.
  - intros [t b] Hp. apply in_combine_l in Hp. now apply Hg.
Qed.

End Linear.

Section Copies.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field3 : (field_laws K).

Lemma copies_length : forall g (β : list K) (θ : network W A), length β = length g -> length (copies g β θ) = length g.
Proof. intros g β θ H. unfold copies. rewrite map_length, combine_length. lia. Qed.

Lemma network_plus_length : forall s (x y : network W A), length x = length y -> length (network_plus s x y) = length x.
Proof. intros s x y. apply (list_towards_length (fun s => neuron_plus s)). Qed.

Lemma neuron_plus_zero : forall s, neuron_plus s (vzero : W, vzero : A) (vzero, vzero) = (vzero, vzero).
Proof. intro s. unfold neuron_plus, vector_plus. simpl. f_equal; vector_identity. Qed.

Lemma network_plus_nth : forall s t (x y : network W A), length x = length y ->
  nth t (network_plus s x y) (vzero, vzero) = neuron_plus s (nth t x (vzero, vzero)) (nth t y (vzero, vzero)).
Proof.
  intros s t x. revert t. induction x as [|u x IH]; intros t [|v y] H; try easy.
  - destruct t; symmetry; apply neuron_plus_zero.
  - destruct t as [|t]; [easy|]. injection H as H. exact (IH t y H).
Qed.

Lemma nth_equal : forall x y : network W A, length x = length y ->
  (forall t, t < length x -> nth t x (vzero, vzero) = nth t y (vzero, vzero)) -> x = y.
Proof. intros x y. apply nth_ext. Qed.

Lemma copies_linear : forall s g (β : list K) (x y : network W A), length x = length y ->
  copies g β (network_plus s x y) = network_plus s (copies g β x) (copies g β y).
Proof.
  intros s g β x y H. unfold copies. revert β. induction g as [|t g IH]; intros [|b β]; try easy.
  cbn [combine map fst snd]. rewrite IH, network_plus_nth by exact H. unfold network_plus at 2, list_plus.
  cbn [combine map fst snd]. unfold neuron_plus, vector_plus. cbn [fst snd]. f_equal. f_equal. vector_identity.
Qed.

Lemma gathered_cons : forall s g b (β : list K) u (c : network W A) t,
  gathered (s :: g) (b :: β) (u :: c) t =
  if s =? t then (vadd (scale b (fst u)) (fst (gathered g β c t)), vadd (snd u) (snd (gathered g β c t)))
  else gathered g β c t.
Proof. intros. unfold gathered. cbn [combine filter fst snd]. now destruct (s =? t). Qed.

Lemma gathered_linear : forall s g (β : list K) (x y : network W A) t, length x = length y ->
  gathered g β (network_plus s x y) t = neuron_plus s (gathered g β x t) (gathered g β y t).
Proof.
  intros s g. induction g as [|i g IH]; intros β x y t H; [symmetry; apply neuron_plus_zero|].
  destruct β as [|b β]; [symmetry; apply neuron_plus_zero|].
  destruct x as [|u x], y as [|v y]; try easy; [symmetry; apply neuron_plus_zero|].
  change (network_plus s (u :: x) (v :: y)) with (neuron_plus s u v :: network_plus s x y).
  rewrite !gathered_cons, IH by now injection H. destruct (i =? t); [|easy].
  unfold neuron_plus, vector_plus. cbn [fst snd]. f_equal; vector_identity.
Qed.

(** Gathering undoes copying, also with other shares. *)
Lemma gathered_copies_part : forall g (β β' : list K) (x : network W A) t,
  length β = length g -> length β' = length g ->
  gathered g β (copies g β' x) t =
  (scale (sum (shares_of t g β)) (fst (nth t x (vzero, vzero))), scale (sum (shares_of t g β')) (snd (nth t x (vzero,
    vzero)))).
Proof.
  intros g. induction g as [|i g IH]; intros [|b β] [|b' β'] x t H H'; try easy.
  - unfold gathered. simpl. now rewrite !scale_zero.
  - change (copies (i :: g) (b' :: β') x) with
      ((fst (nth i x (vzero, vzero)), scale b' (snd (nth i x (vzero, vzero)))) :: copies g β' x).
    injection H as H. injection H' as H'. rewrite gathered_cons, IH by easy. unfold shares_of.
    cbn [combine filter fst snd].
    destruct (Nat.eqb_spec i t) as [->|Hne]; [|easy]. cbn [map fst snd].
    generalize (map snd (filter (fun p => fst p =? t) (combine g β))).
    generalize (map snd (filter (fun p => fst p =? t) (combine g β'))). intros l' l.
    change (sum (b :: l)) with (add b (sum l)). change (sum (b' :: l')) with (add b' (sum l')).
    now rewrite !scale_add_scalar.
Qed.

Lemma gathered_copies : forall r g (β β' : list K) (x : network W A) t,
  admissible_shares r g β -> admissible_shares r g β' -> t < r ->
  gathered g β (copies g β' x) t = nth t x (vzero, vzero).
Proof.
  intros r g β β' x t [Hl Hβ] [Hl' Hβ'] Ht. rewrite gathered_copies_part, Hβ, Hβ', !scale_one by easy.
  symmetry. apply surjective_pairing.
Qed.

(** The variations of the smaller network that [gathered] gives. *)
Definition gathered_network (r : nat) (g : list nat) (β : list K) (δ : network W A) : network W A :=
  map (gathered g β δ) (seq 0 r).

Lemma gathered_network_length : forall r g β δ, length (gathered_network r g β δ) = r.
Proof. intros. unfold gathered_network. now rewrite map_length, seq_length. Qed.

Lemma gathered_network_nth : forall r g β δ t, t < r -> nth t (gathered_network r g β δ) (vzero, vzero) = gathered g β
    δ t.
Proof.
  intros r g β δ t Ht. unfold gathered_network.
  rewrite (nth_indep _ (vzero, vzero) (gathered g β δ 0)) by now rewrite map_length, seq_length.
  now rewrite map_nth, seq_nth by easy.
Qed.

Lemma gathered_network_linear : forall s r g β δ δ', length δ = length δ' ->
  gathered_network r g β (network_plus s δ δ') = network_plus s (gathered_network r g β δ) (gathered_network r g β δ').
Proof.
  intros s r g β δ δ' H. unfold gathered_network. induction (seq 0 r) as [|t l IH]; [easy|].
  cbn [map]. rewrite IH, gathered_linear by exact H. reflexivity.
Qed.

Lemma gathered_network_copies : forall r g β (x : network W A), admissible_shares r g β -> length x = r ->
  gathered_network r g β (copies g β x) = x.
Proof.
  intros r g β x Hβ Hx. apply nth_equal; rewrite gathered_network_length; [easy|].
  intros t Ht. rewrite gathered_network_nth by exact Ht. now apply (gathered_copies r).
Qed.

End Copies.
