(** How affine subspaces are built from others: images and products. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
Import ListNotations.

Local Open Scope nat_scope.

(** Elements move pairwise. By definition [network_towards] is [list_towards neuron_towards], and [scalars_towards] is
    [list_towards scalar_towards]. *)
Definition list_towards {S X : Type} (towards : S -> X -> X -> X) (s : S) (l l' : list X) : list X :=
  map (fun p => towards s (fst p) (snd p)) (combine l l').

Definition pair_towards {S X Y : Type} (towards : S -> X -> X -> X) (towards' : S -> Y -> Y -> Y)
    (s : S) (p q : X * Y) : X * Y :=
  (towards s (fst p) (fst q), towards' s (snd p) (snd q)).

Section Lists.

Context {S X : Type} (towards : S -> X -> X -> X).

Lemma list_towards_length : forall s l l', length l = length l' -> length (list_towards towards s l l') = length l.
Proof. intros s l l' H. unfold list_towards. rewrite map_length, combine_length. lia. Qed.

Lemma list_towards_firstn : forall n s l l',
  firstn n (list_towards towards s l l') = list_towards towards s (firstn n l) (firstn n l').
Proof. intros n s l l'. unfold list_towards. now rewrite firstn_map, combine_firstn. Qed.

Lemma list_towards_skipn : forall n s l l', length l = length l' ->
  skipn n (list_towards towards s l l') = list_towards towards s (skipn n l) (skipn n l').
Proof.
  induction n as [|n IH]; intros s [|x l] [|y l'] H; try easy. apply IH. now injection H.
Qed.

End Lists.

Section AffineSubspaces.

Context {K : Field}.
Add Field K_field : (field_laws K).

(** A bijection of S and S' that is an affine map carries the dimension over. *)
Lemma affine_image : forall {X Y : Type} (towards : K -> X -> X -> X) (towards' : K -> Y -> Y -> Y)
    (S : X -> Prop) (S' : Y -> Prop) (n : nat) (g : X -> Y),
  affine_of_dimension towards S n ->
  (forall x, S x -> S' (g x)) ->
  (forall y, S' y -> exists x, S x /\ g x = y) ->
  (forall x x', S x -> S x' -> g x = g x' -> x = x') ->
  (forall s x x', S x -> S x' -> g (towards s x x') = towards' s (g x) (g x')) ->
  affine_of_dimension towards' S' n.
Proof.
  intros X Y towards towards' S S' n g (f & Hinto & Honto & Hinjective & Haffine) Gin Gonto Ginjective Gaffine.
  exists (fun x => g (f x)). repeat split.
  - auto.
  - intros y Hy. destruct (Gonto y Hy) as (p & Hp & <-). destruct (Honto p Hp) as (x & Hx & <-). now exists x.
  - intros x y Hx Hy H. apply Hinjective; auto.
  - intros s x y Hx Hy. rewrite Haffine by easy. auto.
Qed.

Lemma affine_equivalent : forall {X : Type} (towards : K -> X -> X -> X) (S S' : X -> Prop) (n : nat),
  (forall x, S x <-> S' x) -> affine_of_dimension towards S n -> affine_of_dimension towards S' n.
Proof.
  intros X towards S S' n H HS. apply (affine_image towards towards S S' n (fun x => x) HS); try easy.
  - intros x. apply H.
  - intros x Hx. exists x. split; [now apply H|easy].
Qed.

(** A point has dimension 0. *)
Lemma affine_point : forall {X : Type} (towards : K -> X -> X -> X) (p : X),
  (forall s, towards s p p = p) -> affine_of_dimension towards (fun x => x = p) 0.
Proof.
  intros X towards p Hp. exists (fun _ => p). repeat split; try easy.
  - intros q ->. now exists [].
  - now intros [|x l] [|y l'].
Qed.

(** Dimensions of a product add up: the first n coordinates are those of S, the others those of S'. *)
Lemma affine_product : forall {X Y : Type} (towards : K -> X -> X -> X) (towards' : K -> Y -> Y -> Y)
    (S : X -> Prop) (S' : Y -> Prop) (n n' : nat),
  affine_of_dimension towards S n -> affine_of_dimension towards' S' n' ->
  affine_of_dimension (pair_towards towards towards') (fun p => S (fst p) /\ S' (snd p)) (n + n').
Proof.
  intros X Y towards towards' S S' n n' (f & Hinto & Honto & Hinjective & Haffine)
    (f' & Hinto' & Honto' & Hinjective' & Haffine').
  assert (Hfirst : forall x : list K, length x = n + n' -> length (firstn n x) = n)
    by (intros x Hx; rewrite firstn_length; lia).
  assert (Hsecond : forall x : list K, length x = n + n' -> length (skipn n x) = n')
    by (intros x Hx; rewrite skipn_length; lia).
  exists (fun x => (f (firstn n x), f' (skipn n x))). repeat split; simpl.
  - auto.
  - auto.
  - intros [p q] [Hp Hq]. destruct (Honto p Hp) as (x & Hx & Ex). destruct (Honto' q Hq) as (y & Hy & Ey).
    exists (x ++ y). split; [rewrite app_length; congruence|].
    rewrite firstn_app, skipn_app, Hx, Nat.sub_diag, <- Hx, firstn_all, skipn_all. simpl.
    now rewrite app_nil_r, Ex, Ey.
  - intros x y Hx Hy [= H H']. rewrite <- (firstn_skipn n x), <- (firstn_skipn n y). f_equal; auto.
  - intros s x y Hx Hy. unfold pair_towards; simpl. rewrite <- Haffine, <- Haffine' by auto.
    f_equal; f_equal; [apply list_towards_firstn|apply list_towards_skipn; congruence].
Qed.

(** The units: D = d_in + d_out. *)
Lemma neuron_dimension : forall (W A : VectorSpace K) (d_in d_out : nat),
  vector_dimension W d_in -> vector_dimension A d_out ->
  affine_of_dimension (@neuron_towards K W A) (fun _ => True) (d_in + d_out).
Proof.
  intros W A d_in d_out HW HA.
  apply (affine_equivalent _ (fun _ => True /\ True)); [easy|]. exact (affine_product _ _ _ _ _ _ HW HA).
Qed.

(** The laws of the field as a vector space over itself: as lemmas, since a definition that holds their proofs would have
    them unfolded whenever it is compared. *)
Lemma scalars_commute : forall u v : K, add u v = add v u.
Proof. intros. ring. Qed.

Lemma scalars_associate : forall u v w : K, add u (add v w) = add (add u v) w.
Proof. intros. ring. Qed.

Lemma scalars_zero : forall v : K, add zero v = v.
Proof. intros. ring. Qed.

Lemma scalars_times_zero : forall v : K, mul zero v = zero.
Proof. intros. ring. Qed.

Lemma scalars_times_one : forall v : K, mul one v = v.
Proof. intros. ring. Qed.

Lemma scalars_times_product : forall s t v : K, mul (mul s t) v = mul s (mul t v).
Proof. intros. ring. Qed.

Lemma scalars_distribute_left : forall s t v : K, mul (add s t) v = add (mul s v) (mul t v).
Proof. intros. ring. Qed.

Lemma scalars_distribute_right : forall s u v : K, mul s (add u v) = add (mul s u) (mul s v).
Proof. intros. ring. Qed.

(** The field as a vector space over itself. *)
Definition scalar_space : VectorSpace K :=
  {| vector := K; vzero := zero; vadd := add; scale := mul;
     vadd_comm := scalars_commute; vadd_assoc := scalars_associate; vadd_zero := scalars_zero;
     scale_zero := scalars_times_zero; scale_one := scalars_times_one; scale_mul := scalars_times_product;
     scale_add_scalar := scalars_distribute_left; scale_add_vector := scalars_distribute_right;
     vector_eq_dec := scalar_eq_dec |}.

Lemma scalar_space_dimension : vector_dimension scalar_space 1.
Proof.
  exists (fun x => nth 0 x zero : scalar_space). repeat split.
  - intros v _. now exists [v].
  - intros [|x [|]] [|y [|]]; simpl; try easy. now intros _ _ ->.
  - intros s [|x [|]] [|y [|]]; simpl; easy.
Qed.

End AffineSubspaces.
