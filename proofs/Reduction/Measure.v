(** The measure of a network: it determines the function, and an irreducible network up to permutation. *)

From Coq Require Import List Arith Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
Import ListNotations.

Section Measure.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

Lemma measure_cons : forall (u : W * A) (θ : network W A) w,
  measure (u :: θ) w = vadd (if vector_eq_dec (fst u) w then snd u else vzero) (measure θ w).
Proof.
  intros u θ w. unfold measure. simpl.
  destruct (vector_eq_dec (fst u) w); [reflexivity|]. now rewrite vadd_zero.
Qed.

Lemma measure_cons_same : forall (w : W) (a : A) (θ : network W A), measure ((w, a) :: θ) w = vadd a (measure θ w).
Proof. intros w a θ. rewrite measure_cons. simpl. now destruct (vector_eq_dec w w). Qed.

Lemma measure_cons_other : forall (v w : W) (a : A) (θ : network W A),
  v <> w -> measure ((v, a) :: θ) w = measure θ w.
Proof.
  intros v w a θ H. rewrite measure_cons. simpl. destruct (vector_eq_dec v w); [contradiction|]. apply vadd_zero.
Qed.

Lemma measure_app : forall (θ θ' : network W A) w, measure (θ ++ θ') w = vadd (measure θ w) (measure θ' w).
Proof. intros θ θ' w. unfold measure. now rewrite filter_app, map_app, vsum_app. Qed.

Lemma measure_permutation : forall (θ θ' : network W A) w, Permutation θ θ' -> measure θ w = measure θ' w.
Proof.
  intros θ θ' w H. induction H as [|u θ θ' H IH|u v θ|θ θ' θ'' H IH H' IH'].
  - reflexivity.
  - now rewrite !measure_cons, IH.
  - rewrite !measure_cons, !vadd_assoc. f_equal. apply vadd_comm.
  - now rewrite IH.
Qed.

Lemma same_measure_permutation : forall θ θ' : network W A, Permutation θ θ' -> same_measure θ θ'.
Proof. intros θ θ' H w. now apply measure_permutation. Qed.

Lemma same_measure_refl : forall θ : network W A, same_measure θ θ.
Proof. now intros θ w. Qed.

Lemma same_measure_sym : forall θ θ' : network W A, same_measure θ θ' -> same_measure θ' θ.
Proof. intros θ θ' H w. now rewrite H. Qed.

Lemma same_measure_trans : forall θ θ' θ'' : network W A,
  same_measure θ θ' -> same_measure θ' θ'' -> same_measure θ θ''.
Proof. intros θ θ' θ'' H H' w. now rewrite H. Qed.

Lemma measure_merge : forall (l1 l2 l3 : network W A) w a b,
  same_measure (l1 ++ (w, a) :: l2 ++ (w, b) :: l3) (l1 ++ l2 ++ (w, vadd a b) :: l3).
Proof.
  intros l1 l2 l3 w a b v. rewrite !measure_app, !measure_cons, !measure_app, !measure_cons. simpl.
  destruct (vector_eq_dec w v); vector_identity.
Qed.

Lemma measure_drop : forall (l1 l2 : network W A) w, same_measure (l1 ++ (w, vzero) :: l2) (l1 ++ l2).
Proof.
  intros l1 l2 w v. rewrite !measure_app, !measure_cons. simpl. destruct (vector_eq_dec w v); vector_identity.
Qed.

(** Where no unit has the incoming vector w, the measure is 0. *)
Lemma measure_absent : forall (θ : network W A) w, ~ In w (map fst θ) -> measure θ w = vzero.
Proof.
  induction θ as [|[v a] θ IH]; intros w H; [reflexivity|].
  rewrite measure_cons_other by (intro E; apply H; now left). apply IH. intro Hin. apply H. now right.
Qed.

Lemma measure_nonzero_present : forall (θ : network W A) w, measure θ w <> vzero -> exists a, In (w, a) θ.
Proof.
  intros θ w H. destruct (in_dec vector_eq_dec w (map fst θ)) as [Hin|Hout].
  - apply in_map_iff in Hin as [[v a] [E Hin]]. simpl in E. subst v. now exists a.
  - now apply measure_absent in Hout.
Qed.

(** Where incoming vectors are distinct, the measure is the outgoing vector. *)
Lemma measure_distinct : forall (θ : network W A) w a, NoDup (map fst θ) -> In (w, a) θ -> measure θ w = a.
Proof.
  induction θ as [|[v b] θ IH]; intros w a Hdistinct Hin; [easy|]. simpl in Hdistinct.
  apply NoDup_cons_iff in Hdistinct as [Hout Hdistinct]. destruct Hin as [E|Hin].
  - injection E as -> ->. rewrite measure_cons_same, measure_absent by exact Hout. apply vadd_zero_r.
  - rewrite measure_cons_other; [now apply IH|]. intros ->. apply Hout. now apply (in_map fst) in Hin.
Qed.

Lemma measure_irreducible : forall (θ : network W A) w a, irreducible θ -> In (w, a) θ -> measure θ w = a.
Proof. intros θ w a [Hdistinct _]. now apply measure_distinct. Qed.

Lemma measure_irreducible_nonzero : forall (θ : network W A) w,
  irreducible θ -> In w (map fst θ) -> measure θ w <> vzero.
Proof.
  intros θ w Hirr Hin. apply in_map_iff in Hin as [[v a] [E Hin]]. simpl in E. subst v.
  rewrite (measure_irreducible θ w a Hirr Hin). intros ->. destruct Hirr as [_ Hnonzero]. apply Hnonzero.
  now apply (in_map snd) in Hin.
Qed.

Lemma vsum_cons : forall (v : A) l, vsum (v :: l) = vadd v (vsum l).
Proof. reflexivity. Qed.

(** A sum of which only the term of w isn't 0. *)
Lemma vsum_single : forall (f : W -> A) w ws, NoDup ws -> In w ws ->
  vsum (map (fun v => if vector_eq_dec w v then f v else vzero) ws) = f w.
Proof.
  intros f w ws. induction ws as [|v ws IH]; intros Hdistinct Hin; [easy|].
  apply NoDup_cons_iff in Hdistinct as [Hout Hdistinct].
  cbn [map]. rewrite vsum_cons. destruct (vector_eq_dec w v) as [->|Hne].
  - rewrite vsum_zeros; [apply vadd_zero_r|].
    intros x Hx. apply in_map_iff in Hx as [u [<- Hu]]. destruct (vector_eq_dec v u) as [->|]; easy.
  - destruct Hin as [->|Hin]; [easy|]. rewrite vadd_zero. now apply IH.
Qed.

(** The output, by incoming vectors: [ws] are those that occur, maybe with others. *)
Lemma output_by_measure : forall (activation : W -> K) (ws : list W) (θ : network W A),
  NoDup ws -> incl (map fst θ) ws ->
  output activation θ = vsum (map (fun w => scale (activation w) (measure θ w)) ws).
Proof.
  intros activation ws θ Hdistinct. induction θ as [|[w a] θ IH]; intro Hincl.
  - symmetry. apply vsum_zeros. intros x Hx. apply in_map_iff in Hx as [v [<- _]]. apply scale_vzero.
  - transitivity (vadd (scale (activation w) a) (output activation θ)); [reflexivity|].
    rewrite IH by (intros v Hv; apply Hincl; now right).
    rewrite <- (vsum_single (fun v => scale (activation v) a) w ws Hdistinct) by (apply Hincl; now left).
    rewrite <- vsum_vadd. f_equal. apply map_ext. intro v. rewrite measure_cons. simpl.
    destruct (vector_eq_dec w v); vector_identity.
Qed.

Theorem same_measure_same_function : forall θ θ' : network W A, same_measure θ θ' -> same_function θ θ'.
Proof.
  intros θ θ' H activation. set (ws := nodup vector_eq_dec (map fst θ ++ map fst θ')).
  assert (Hdistinct : NoDup ws) by apply NoDup_nodup.
  rewrite (output_by_measure activation ws θ), (output_by_measure activation ws θ'); try exact Hdistinct.
  - f_equal. apply map_ext. intro w. now rewrite H.
  - intros w Hw. apply nodup_In, in_or_app. now right.
  - intros w Hw. apply nodup_In, in_or_app. now left.
Qed.

Lemma irreducible_distinct_units : forall θ : network W A, irreducible θ -> NoDup θ.
Proof. intros θ [H _]. now apply NoDup_map_inv in H. Qed.

(** Irreducible networks of one measure have the same units. *)
Lemma same_measure_included : forall θ θ' : network W A,
  irreducible θ -> irreducible θ' -> same_measure θ θ' -> incl θ θ'.
Proof.
  intros θ θ' Hirr Hirr' H [w a] Hin.
  assert (Hnonzero : measure θ w <> vzero).
  { apply measure_irreducible_nonzero; [exact Hirr|]. now apply (in_map fst) in Hin. }
  rewrite H in Hnonzero. destruct (measure_nonzero_present θ' w Hnonzero) as [b Hb].
  replace a with b; [exact Hb|].
  now rewrite <- (measure_irreducible θ w a Hirr Hin), H, (measure_irreducible θ' w b Hirr' Hb).
Qed.

Theorem same_measure_irreducible : forall θ θ' : network W A,
  irreducible θ -> irreducible θ' -> same_measure θ θ' -> Permutation θ θ'.
Proof.
  intros θ θ' Hirr Hirr' H. apply NoDup_Permutation; try now apply irreducible_distinct_units.
  intro u. split; apply same_measure_included; try assumption. now apply same_measure_sym.
Qed.

End Measure.
