(** The rationals are an ordered field, and Archimedean. *)

From Coq Require Import List Arith ZArith QArith Qcanon Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Spaces.

Local Open Scope nat_scope.

Lemma rational_trichotomy : forall x y : Qc, {Qclt x y} + {x = y} + {Qclt y x}.
Proof. intros x y. destruct (Qc_dec x y) as [[H|H]|H]; auto. Defined.

Lemma rational_less_add : forall x y z : Qc, Qclt x y -> Qclt (Qcplus x z) (Qcplus y z).
Proof.
  intros x y z H. unfold Qclt in *. unfold Qcplus, Q2Qc. cbn [this]. rewrite !Qred_correct. now apply Qplus_lt_l.
Qed.

Lemma rational_less_mul : forall x y : Qc, Qclt (Q2Qc 0) x -> Qclt (Q2Qc 0) y -> Qclt (Q2Qc 0) (Qcmult x y).
Proof.
  intros x y Hx Hy. unfold Qclt in *. unfold Qcmult, Q2Qc in *. cbn [this] in *. rewrite !Qred_correct in *.
  now apply Qmult_lt_0_compat.
Qed.

Definition ordered_rationals : OrderedField :=
  {| ordered := rationals; less := Qclt; less_irreflexive := fun x => Qlt_irrefl x; less_transitive := Qclt_trans;
     trichotomy := rational_trichotomy; less_add := rational_less_add; less_mul := rational_less_mul |}.

Lemma rationals_archimedean : archimedean ordered_rationals.
Proof.
  intro x. exists (S (Z.to_nat (Qnum x))). change (this x < this (@of_nat rationals (S (Z.to_nat (Qnum x)))))%Q.
  rewrite rational_of_nat. unfold Qlt, inject_Z. cbn [Qnum Qden]. rewrite Z.mul_1_r, Nat2Z.inj_succ.
  pose proof (Pos2Z.is_pos (Qden x)). nia.
Qed.

Theorem ordered_field_exists : OrderedFieldExists.
Proof.
  exists ordered_rationals, (fun x => x). split; [apply rationals_archimedean|]. repeat split; try easy.
  intro x. now exists x.
Qed.
