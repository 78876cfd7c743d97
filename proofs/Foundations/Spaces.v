(** The definitions have instances: the rationals, and spaces of every dimension, as products. *)

From Coq Require Import List Arith ZArith QArith Qcanon Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps.
Import ListNotations.

Local Open Scope nat_scope.

Definition rationals : Field :=
  {| scalar := Qc; zero := Q2Qc 0; one := Q2Qc 1; add := Qcplus; mul := Qcmult; opp := Qcopp; inv := Qcinv;
     field_laws := Qcft; scalar_eq_dec := Qc_eq_dec |}.

Lemma rational_of_nat : forall n, (this (@of_nat rationals n) == inject_Z (Z.of_nat n))%Q.
Proof.
  induction n as [|n IH]; [reflexivity|].
  transitivity (1 + this (@of_nat rationals n))%Q; [apply Qred_correct|].
  rewrite IH, Nat2Z.inj_succ. unfold Z.succ. rewrite inject_Z_plus. apply Qplus_comm.
Qed.

Lemma rationals_characteristic_zero : characteristic_zero rationals.
Proof.
  intros n H. pose proof (rational_of_nat (S n)) as E. rewrite H in E. unfold Qeq in E. simpl in E. lia.
Qed.

Section Spaces.

Context {K : Field}.
Add Field K_field : (field_laws K).

Definition point_space : VectorSpace K.
Proof.
  refine {| vector := unit; vzero := tt; vadd := fun _ _ => tt; scale := fun _ _ => tt |};
    try now repeat intros [].
  now left; destruct u, v.
Defined.

(** The laws of products, as lemmas for the reason given at [scalars_commute]. *)
Section Products.

Context {V W : VectorSpace K}.

Definition pair_add (p q : V * W) : V * W := (vadd (fst p) (fst q), vadd (snd p) (snd q)).
Definition pair_scale (s : K) (p : V * W) : V * W := (scale s (fst p), scale s (snd p)).

Lemma pair_add_comm : forall p q, pair_add p q = pair_add q p.
Proof. intros. unfold pair_add. f_equal; apply vadd_comm. Qed.

Lemma pair_add_assoc : forall p q r, pair_add p (pair_add q r) = pair_add (pair_add p q) r.
Proof. intros. unfold pair_add. simpl. f_equal; apply vadd_assoc. Qed.

Lemma pair_add_zero : forall p, pair_add (vzero, vzero) p = p.
Proof. intros [v w]. unfold pair_add. simpl. f_equal; apply vadd_zero. Qed.

Lemma pair_scale_zero : forall p, pair_scale zero p = (vzero, vzero).
Proof. intros. unfold pair_scale. f_equal; apply scale_zero. Qed.

Lemma pair_scale_one : forall p, pair_scale one p = p.
Proof. intros [v w]. unfold pair_scale. simpl. f_equal; apply scale_one. Qed.

Lemma pair_scale_mul : forall s t p, pair_scale (mul s t) p = pair_scale s (pair_scale t p).
Proof. intros. unfold pair_scale. simpl. f_equal; apply scale_mul. Qed.

Lemma pair_scale_add_scalar : forall s t p, pair_scale (add s t) p = pair_add (pair_scale s p) (pair_scale t p).
Proof. intros. unfold pair_scale, pair_add. simpl. f_equal; apply scale_add_scalar. Qed.

Lemma pair_scale_add_vector : forall s p q, pair_scale s (pair_add p q) = pair_add (pair_scale s p) (pair_scale s q).
Proof. intros. unfold pair_scale, pair_add. simpl. f_equal; apply scale_add_vector. Qed.

Lemma pair_eq_dec : forall p q : V * W, {p = q} + {p <> q}.
Proof. decide equality; apply vector_eq_dec. Defined.

End Products.

Definition product_space (V W : VectorSpace K) : VectorSpace K :=
  {| vector := V * W; vzero := (vzero, vzero);
     vadd := fun p q => (vadd (fst p) (fst q), vadd (snd p) (snd q));
     scale := fun s p => (scale s (fst p), scale s (snd p));
     vadd_comm := pair_add_comm; vadd_assoc := pair_add_assoc; vadd_zero := pair_add_zero;
     scale_zero := pair_scale_zero; scale_one := pair_scale_one; scale_mul := pair_scale_mul;
     scale_add_scalar := pair_scale_add_scalar; scale_add_vector := pair_scale_add_vector;
     vector_eq_dec := pair_eq_dec |}.

Lemma point_space_dimension : vector_dimension point_space 0.
Proof.
  apply (affine_equivalent _ (fun v => v = vzero)); [now intros []|]. now apply affine_point.
Qed.

Lemma product_space_dimension : forall (V W : VectorSpace K) (d d' : nat),
  vector_dimension V d -> vector_dimension W d' -> vector_dimension (product_space V W) (d + d').
Proof.
  intros V W d d' HV HW.
  apply (affine_equivalent _ (fun _ => True /\ True)); [easy|]. exact (affine_product _ _ _ _ _ _ HV HW).
Qed.

Lemma coordinates_exist : forall d : nat, exists (V : VectorSpace K) (c : V -> list K),
  vector_dimension V d /\ coordinates d c /\ forall l, length l = d -> exists v, c v = l.
Proof.
  induction d as [|d (V & c & Hd & (Hlength & Hinjective & Hadd & Hscale) & Honto)].
  - exists point_space, (fun _ => []). split; [apply point_space_dimension|]. split.
    + split; [easy|]. split; [now intros [] []|]. split; intros; destruct j; cbn; ring.
    + intros l Hl. apply length_zero_iff_nil in Hl. now exists tt.
  - exists (product_space scalar_space V), (fun v => fst v :: c (snd v)).
    split; [now apply (product_space_dimension _ _ 1 d scalar_space_dimension)|]. split.
    + split; [intros v; cbn; now rewrite Hlength|]. split.
      * intros [a u] [b v] [= -> E]. cbn in E. now rewrite (Hinjective u v E).
      * split; [intros u v [|j]|intros s v [|j]]; cbn; try easy; apply Hadd || apply Hscale.
    + intros [|a l] [= Hl]. destruct (Honto l Hl) as [v <-]. now exists (a, v).
Qed.

Lemma space_of_dimension : forall d, exists V : VectorSpace K, vector_dimension V d.
Proof. intro d. destruct (coordinates_exist d) as (V & _ & H & _). now exists V. Qed.

End Spaces.

Theorem spaces_exist : SpacesExist.
Proof.
  split.
  - exists rationals, (fun x => x). repeat split; [easy| |apply rationals_characteristic_zero]. intro x. now exists x.
  - intros K d. apply space_of_dimension.
Qed.
