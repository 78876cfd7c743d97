(** There are squared errors as the statements about their checkers take them. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps Spaces Coordinates.
Import ListNotations.

Local Open Scope nat_scope.

Section SquaredErrors.

Context {K : Field}.
Add Field squared_errors_field : (field_laws K).

(** A space with coordinates both ways. *)
Lemma space_with_coordinates : forall d, exists (V : VectorSpace K) (f : list K -> V) (c : V -> list K),
  linear_coordinates vector_plus (fun _ => True) d f /\ (forall v, length (c v) = d) /\
  (forall x, length x = d -> c (f x) = x) /\
  forall s u v, c (vector_plus s u v) = scalars_plus s (c u) (c v).
Proof.
  induction d as [|d (V & f & c & (_ & O & J & M) & Hlength & Hback & Hplus)].
  - exists point_space, (fun _ => tt), (fun _ => []). split; [|split; [easy|split; [now intros [|]|easy]]].
    split; [easy|]. split; [intros [] _; now exists []|]. split; [now intros [|] [|]|easy].
  - exists (product_space scalar_space V), (fun x => (hd zero x, f (tl x))), (fun v => fst v :: c (snd v)).
    split; [|split; [|split]].
    + split; [easy|]. split; [|split].
      * intros [a v] _. destruct (O v I) as (x & Hx & <-). exists (a :: x). split; [simpl; congruence|easy].
      * intros [|a x] [|b y] Hx Hy E; try easy. injection Hx as Hx. injection Hy as Hy. cbn [hd tl] in E.
        injection E as -> E. f_equal. now apply J.
      * intros s [|a x] [|b y] Hx Hy; try easy. injection Hx as Hx. injection Hy as Hy. rewrite plus_cons.
        cbn [hd tl]. now rewrite M.
    + intro v. cbn. now rewrite Hlength.
    + intros [|a x] Hx; [easy|]. injection Hx as Hx. cbn. now rewrite Hback.
    + intros s u v. cbn [vector_plus vadd scale product_space fst snd]. rewrite plus_cons. f_equal. apply Hplus.
Qed.

Lemma dot_plus_left : forall (x y z : list K) s, length x = length y ->
  dot (scalars_plus s x y) z = scalar_plus s (dot x z) (dot y z).
Proof.
  induction x as [|a x IH]; intros [|b y] z s Hxy; try easy; [unfold dot, scalar_plus, sum; cbn; ring|].
  injection Hxy as Hxy. rewrite plus_cons. destruct z as [|c z]; [unfold dot, scalar_plus, sum; cbn; ring|].
  change (add (mul (scalar_plus s a b) c) (dot (scalars_plus s x y) z) =
    scalar_plus s (add (mul a c) (dot x z)) (add (mul b c) (dot y z))). rewrite IH by exact Hxy.
  unfold scalar_plus. ring.
Qed.

Lemma dot_exchange : forall x y : list K, dot x y = dot y x.
Proof.
  induction x as [|a x IH]; intros [|b y]; try easy.
  change (add (mul a b) (dot x y) = add (mul b a) (dot y x)). rewrite IH. ring.
Qed.

Section Given.

Context {W A : VectorSpace K} (d_in d_out : nat) (cW : W -> list K) (cA : A -> list K) (σ σ' σ'' : K -> K)
  (data : list (list K * list K)).
Hypothesis HcW : forall v, length (cW v) = d_in.
Hypothesis HcA : forall v, length (cA v) = d_out.
Hypothesis HpW : forall s u v, cW (vector_plus s u v) = scalars_plus s (cW u) (cW v).
Hypothesis HpA : forall s u v, cA (vector_plus s u v) = scalars_plus s (cA u) (cA v).

Definition error_gradient (x : list K * list K) (y v : A) : K := dot (scalars_plus (opp one) (cA y) (snd x)) (cA v).

Lemma product_is_linear : forall x : list K * list K, linear_form (fun w => dot (cW w) (fst x)).
Proof. intros x s u v. rewrite HpW. apply dot_plus_left. now rewrite !HcW. Qed.

Lemma gradient_is_linear : forall x y, linear_form (error_gradient x y).
Proof.
  intros x y s u v. unfold error_gradient. rewrite HpA, !(dot_exchange (scalars_plus (opp one) (cA y) (snd x))).
  apply dot_plus_left.
  now rewrite !HcA.
Qed.

Lemma hessian_is_linear : forall (x : list K * list K) (y v : A), linear_form (fun v' => dot (cA v) (cA v')).
Proof.
  intros x y v s u u'. rewrite HpA, !(dot_exchange (cA v)). apply dot_plus_left. now rewrite !HcA.
Qed.

Lemma hessian_is_symmetric : forall (x : list K * list K) (y v v' : A), dot (cA v) (cA v') = dot (cA v') (cA v).
Proof. intros. apply dot_exchange. Qed.

Definition error_loss : Loss K W A (list K * list K) :=
  {| data_points := data; input_product := fun x w => dot (cW w) (fst x);
     activated := fun x w => σ (dot (cW w) (fst x)); slope := fun x w => σ' (dot (cW w) (fst x));
     bend := fun x w => σ'' (dot (cW w) (fst x)); cost_gradient := error_gradient;
     cost_hessian := fun _ _ v v' => dot (cA v) (cA v'); input_product_linear := product_is_linear;
     cost_gradient_linear := gradient_is_linear; cost_hessian_linear := hessian_is_linear;
     cost_hessian_symmetric := hessian_is_symmetric |}.

End Given.

End SquaredErrors.

Theorem squared_error_exists : SquaredErrorExists.
Proof.
  intros K d_in d_out σ σ' σ'' data Hdata.
  destruct (@space_with_coordinates K d_in) as (W & fW & cW & CW & LW & BW & PW).
  destruct (@space_with_coordinates K d_out) as (A & fA & cA & CA & LA & BA & PA).
  exists W, A, fW, fA, (error_loss d_in d_out cW cA σ σ' σ'' data LW LA PW PA).
  split; [exact CW|]. split; [exact CA|]. split; [easy|]. split.
  - intros x w _ Hw. cbn. now rewrite BW.
  - intros x y v v' _ Hy Hv Hv'. cbn. unfold error_gradient. now rewrite !BA.
Qed.
