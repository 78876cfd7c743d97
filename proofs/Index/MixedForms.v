(** The inertia of 2αᵀEω + c·ωᵀBω: rank E planes with one sign of each kind, and c·B on the kernel of E. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Order Inertia Sylvester.
Import ListNotations.

Local Open Scope nat_scope.

Section MixedForms.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Lemma inertia_multiple : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) c u v w p q z,
  signs [c] u v w -> inertia_on plus S Q p q z ->
  inertia_on plus S (fun x => mul c (Q x)) (u * p + v * q) (u * q + v * p) ((u + v) * z + w * (p + q + z)).
Proof.
  intros X plus S Q c u v w p q z Hc H.
  inversion Hc as [|s l u' v' w' Hs Hl|s l u' v' w' Hs Hl|l u' v' w' Hl]; subst; inversion Hl; subst.
  - replace (1 * p + 0 * q) with p by lia. replace (1 * q + 0 * p) with q by lia.
    replace ((1 + 0) * z + 0 * (p + q + z)) with z by lia. now apply inertia_positive_multiple.
  - replace (0 * p + 1 * q) with q by lia. replace (0 * q + 1 * p) with p by lia.
    replace ((0 + 1) * z + 0 * (p + q + z)) with z by lia.
    apply (inertia_ext plus S S (fun x => opp (mul (opp c) (Q x)))); [easy|intros x _; ring|].
    apply inertia_opp, inertia_positive_multiple; [now apply less_opp|exact H].
  - replace (0 * p + 0 * q) with 0 by lia. replace (0 * q + 0 * p) with 0 by lia.
    replace ((0 + 0) * z + 1 * (p + q + z)) with (p + q + z) by lia.
    apply inertia_coordinates in H as (f & C). apply (inertia_zero plus S _ _ f C). intros x _. ring.
Qed.

(** The plane of 2e·st. *)
Lemma inertia_plane : forall e : K, e <> zero ->
  inertia_on (pair_towards scalar_plus scalar_plus) (fun _ => True)
    (fun p => mul (mul (add one one) e) (mul (fst p) (snd p))) 1 1 0.
Proof.
  intros e He.
  assert (C : linear_coordinates (pair_towards scalar_plus scalar_plus) (fun _ : K * K => True) 2
    (fun x => (add (nth 0 x zero) (nth 1 x zero), add (nth 0 x zero) (opp (nth 1 x zero))))).
  { split; [easy|]. split; [|split].
    - intros [s t] _. exists [mul (inv (add one one)) (add s t); mul (inv (add one one)) (add s (opp t))].
      split; [easy|]. cbn [nth]. f_equal; field; apply two_not_zero.
    - intros [|a [|b [|]]] [|a' [|b' [|]]] Hx Hy; try easy. cbn [nth]. intros [= H H'].
      assert (E : forall s : K, mul (inv (add one one)) (mul (add one one) s) = s) by (intro s; field; apply
        two_not_zero).
      assert (Ea : a = a').
      { rewrite <- (E a), <- (E a'). f_equal. transitivity (add (add a b) (add a (opp b))); [ring|]. rewrite H, H'.
        ring. }
      subst a'. repeat f_equal. transitivity (add (add a b) (opp a)); [ring|]. rewrite H. ring.
    - intros s [|a [|b [|]]] [|a' [|b' [|]]] Hx Hy; try easy. unfold pair_towards. simpl. unfold scalar_plus.
      f_equal; ring. }
  assert (H : exists d1 d2, signs [d1; d2] 1 1 0 /\
    forall a b, mul (mul (add one one) e) (mul (add a b) (add a (opp b))) = add (mul d1 (mul a a)) (mul d2 (mul b b))).
  { exists (mul (add one one) e), (opp (mul (add one one) e)). split; [|intros a b; ring].
    destruct (less_total zero e) as [H|[H|H]]; [|congruence|].
    - assert (Hp : less zero (mul (add one one) e)) by (apply less_mul; [apply (positive_sum one one); apply
        one_positive|exact H]).
      constructor; [exact Hp|]. constructor; [now apply opp_less|constructor].
    - assert (Hn : less (mul (add one one) e) zero).
      { replace (mul (add one one) e) with (mul e (add one one)) by ring.
        apply negative_product; [exact H|]. apply (positive_sum one one); apply one_positive. }
      constructor; [exact Hn|]. constructor; [now apply less_opp|constructor]. }
  destruct H as (d1 & d2 & Hsigns & HQ). exists (fun x => (add (nth 0 x zero) (nth 1 x zero), add (nth 0 x zero) (opp
    (nth 1 x zero)))), [d1; d2].
  split; [exact C|]. split; [|exact Hsigns]. intros [|a [|b [|]]] Hx; try easy. cbn [nth fst snd]. rewrite HQ.
  unfold diagonal. simpl. ring.
Qed.

(** On lists of scalars: x of length a stands for α, y of length b for ω. *)
Definition of_lengths (a b : nat) (p : list K * list K) : Prop := length (fst p) = a /\ length (snd p) = b.
Definition kernel_of (a b : nat) (E : list K -> list K -> K) (y : list K) : Prop :=
  length y = b /\ forall x, length x = a -> E x y = zero.
Definition mixed (E B : list K -> list K -> K) (c : K) (p : list K * list K) : K :=
  add (mul (add one one) (E (fst p) (snd p))) (mul c (B (snd p) (snd p))).

Definition bilinear_pairing (a b : nat) (E : list K -> list K -> K) : Prop :=
  (forall x, length x = a -> keeps scalar_plus b (E x)) /\
  (forall y, length y = b -> keeps scalar_plus a (fun x => E x y)).

Lemma pairing_zero_or_not : forall a b E, bilinear_pairing a b E ->
  (forall x y, length x = a -> length y = b -> E x y = zero) \/
  exists x y, length x = a /\ length y = b /\ E x y <> zero.
Proof.
  intros a b E [Hr Hl]. destruct (everywhere_or_not a (fun x => forall y, length y = b -> E x y = zero))
    as [H|(x & Hx & H)].
  - intros x Hx. destruct (form_zero_or_not b (E x)) as [H|(y & Hy & H)]; [now apply Hr|now left|right].
    intro H'. now apply H, H'.
  - intros s x x' Hx Hx' H H' y Hy. rewrite (Hl y Hy s x x' Hx Hx' : E (scalars_plus s x x') y = _), H, H' by easy.
    unfold scalar_plus. ring.
  - left. intros x y Hx Hy. now apply H.
  - right. destruct (form_zero_or_not b (E x)) as [H'|(y & Hy & H')]; [now apply Hr|easy|]. now exists x, y.
Qed.

Lemma kernel_closed : forall a b E s x y, bilinear_pairing a b E ->
  kernel_of a b E x -> kernel_of a b E y -> kernel_of a b E (scalars_plus s x y).
Proof.
  intros a b E s x y [Hr _] [Hx Hx0] [Hy Hy0]. split; [rewrite plus_length; congruence|].
  intros v Hv. rewrite (Hr v Hv), Hx0, Hy0 by easy. unfold scalar_plus. ring.
Qed.

(** E = 0 *)
Lemma inertia_without_mixed : forall a b E B p q z, (forall x y, length x = a -> length y = b -> E x y = zero) ->
  inertia_on scalars_plus (kernel_of a b E) (fun y => B y y) p q z ->
  b = p + q + z /\ forall c u v w, signs [c] u v w ->
    inertia_on (pair_towards scalars_plus scalars_plus) (of_lengths a b) (mixed E B c)
      (u * p + v * q) (u * q + v * p) (a + ((u + v) * z + w * (p + q + z))).
Proof.
  intros a b E B p q z HE H.
  assert (H' : inertia_on scalars_plus (fun y : list K => length y = b) (fun y => B y y) p q z).
  { apply (inertia_ext scalars_plus (kernel_of a b E) _ (fun y => B y y)); [|easy|exact H].
    intro y. split; [now intros [Hy _]|]. intro Hy. split; [exact Hy|]. intros x Hx. now apply HE. }
  split.
  - destruct (inertia_coordinates _ _ _ _ _ _ H') as (f & C).
    exact (coordinates_unique _ _ _ _ _ _ (own_coordinates b) C).
  - intros c u v w Hc. change (u * p + v * q) with (0 + (u * p + v * q)).
    change (u * q + v * p) with (0 + (u * q + v * p)).
    apply (inertia_sum scalars_plus scalars_plus _ (fun x => length x = a) (fun y => length y = b) _
      (fun x y => (x, y)) (fun _ => zero) (fun y => mul c (B y y))) with (7 := inertia_multiple _ _ _ c u v w p q z Hc
        H').
    + easy.
    + intros [x y] [Hx Hy]. now exists x, y.
    + intros x y x' y' _ _ _ _ [= -> ->]. easy.
    + easy.
    + intros x y Hx Hy. unfold mixed. cbn [fst snd]. rewrite HE by easy. ring.
    + now apply (inertia_zero _ _ _ a (fun x => x) (own_coordinates a)).
Qed.

End MixedForms.
