(** A form that is positive, or not negative, on the image of K^a has so many eigenvalues of that kind at least. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import Order Inertia.
Import ListNotations.

Local Open Scope nat_scope.

Section Bounds.

Context {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) (a : nat)
  (g : list K -> X).
Hypothesis Hkeeps : keeps plus a g.
Hypothesis Hinto : forall y, length y = a -> S (g y).
Add Field bounds_field : (field_laws K).

(** Fewer than a forms in coordinates of S have a common zero g(y) for a y other than 0. *)
Lemma common_zero_in_image : forall n f (forms : list (list K -> K)), linear_coordinates plus S n f ->
  (forall l, In l forms -> keeps scalar_plus n l) -> length forms < a ->
  exists y x, length y = a /\ y <> zeros a /\ length x = n /\ f x = g y /\ (x = zeros n -> g y = g (zeros a)) /\
    forall l, In l forms -> l x = zero.
Proof.
  intros n f forms (I & O & J & L) Hforms Hfewer.
  destruct (preimages scalars_plus plus (fun x => length x = n) f) with (f := g) (n := a) as (h & Hh & Kh).
  { intros s x y Hx Hy. now rewrite plus_length; [|congruence]. }
  { exact L. }
  { exact J. }
  { exact Hkeeps. }
  { intros y Hy. apply O, Hinto, Hy. }
  destruct (common_zero (length forms) a (map (fun l y => l (h y)) forms)) as (y & Hy & Hne & Hzero).
  - intros l Hl. apply in_map_iff in Hl as (l' & <- & Hl'). intros s x y Hx Hy. rewrite Kh by easy.
    apply Hforms; [exact Hl'|now apply Hh|now apply Hh].
  - apply map_length.
  - exact Hfewer.
  - exists y, (h y). destruct (Hh y Hy) as [Hhy Ey]. repeat split; try easy.
    + intro E0. rewrite <- Ey, E0. destruct (Hh (zeros a) (zeros_length a)) as [Hz <-]. f_equal. symmetry.
      now apply (vectors_zeros a).
    + intros l Hl. apply (Hzero (fun y => l (h y))), in_map_iff. now exists l.
Qed.

Lemma positive_bound : forall p q z, inertia_on plus S Q p q z ->
  (forall y, length y = a -> y <> zeros a -> less zero (Q (g y))) -> a <= p.
Proof.
  intros p q z (f & d & C & E & G) Hpositive. apply Nat.nlt_ge. intro Hlt.
  destruct (other_part d p q z G) as (forms & Hforms & Kforms & Hother).
  destruct (common_zero_in_image (length d) f forms C Kforms)
    as (y & x & Hy & Hne & Hx & Ex & Himage & Hzero); [congruence|].
  apply (Hother x Hx Hzero). rewrite <- E, Ex by exact Hx. now apply Hpositive.
Qed.

Lemma nonnegative_bound : forall p q z, inertia_on plus S Q p q z ->
  (forall y, length y = a -> y <> zeros a -> at_most zero (Q (g y)) /\ g y <> g (zeros a)) -> a <= p + z.
Proof.
  intros p q z H Hnot. apply inertia_opp in H. destruct H as (f & d & C & E & G). apply Nat.nlt_ge. intro Hlt.
  destruct (positive_part d q p z G) as (forms & Hforms & Kforms & Hpositive).
  destruct (common_zero_in_image (length d) f forms C Kforms)
    as (y & x & Hy & Hne & Hx & Ex & Himage & Hzero); [congruence|].
  destruct (Hnot y Hy Hne) as [Hvalue Hne']. destruct (Hpositive x Hx Hzero) as [Hx0|H].
  - now apply Hne', Himage.
  - rewrite <- E, Ex in H by exact Hx. apply not_less in Hvalue. now apply Hvalue, less_opp.
Qed.

End Bounds.
