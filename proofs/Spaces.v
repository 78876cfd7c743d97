(** The definitions have instances: the rationals, and spaces of every dimension, as products. *)

From Coq Require Import Arith ZArith QArith Qcanon Lia.
From Equiloss Require Import Statements AffineMaps.

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

Definition point_space : VectorSpace K.
Proof.
  refine {| vector := unit; vzero := tt; vadd := fun _ _ => tt; scale := fun _ _ => tt |};
    try now repeat intros [].
  now left; destruct u, v.
Defined.

Definition product_space (V W : VectorSpace K) : VectorSpace K.
Proof.
  refine {|
    vector := V * W; vzero := (vzero, vzero);
    vadd := fun p q => (vadd (fst p) (fst q), vadd (snd p) (snd q));
    scale := fun s p => (scale s (fst p), scale s (snd p))
  |}.
  - intros; f_equal; apply vadd_comm.
  - intros; simpl; f_equal; apply vadd_assoc.
  - intros [v w]; simpl; f_equal; apply vadd_zero.
  - intros; f_equal; apply scale_zero.
  - intros [v w]; simpl; f_equal; apply scale_one.
  - intros; simpl; f_equal; apply scale_mul.
  - intros; simpl; f_equal; apply scale_add_scalar.
  - intros; simpl; f_equal; apply scale_add_vector.
  - decide equality; apply vector_eq_dec.
Defined.

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

Lemma space_of_dimension : forall d, exists V : VectorSpace K, vector_dimension V d.
Proof.
  induction d as [|d [V H]].
  - exists point_space. apply point_space_dimension.
  - exists (product_space scalar_space V). now apply (product_space_dimension _ _ 1 d scalar_space_dimension).
Qed.

End Spaces.

Theorem spaces_exist : SpacesExist.
Proof.
  split.
  - exists rationals, (fun x => x). repeat split; [easy| |apply rationals_characteristic_zero]. intro x. now exists x.
  - intros K d. apply space_of_dimension.
Qed.
