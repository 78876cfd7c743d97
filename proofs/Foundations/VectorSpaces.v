(** Consequences of the laws of a vector space, and [vector_identity], which proves linear identities. *)

From Coq Require Import List Arith Permutation Field.
From Equiloss Require Import Statements.
Import ListNotations.

Section Laws.

Context {K : Field} {V : VectorSpace K}.
Add Field K_field : (field_laws K).

(** Minus v. *)
Definition vopp (v : V) : V := scale (opp one) v.

Lemma vadd_zero_r : forall v : V, vadd v vzero = v.
Proof. intro v. rewrite vadd_comm. apply vadd_zero. Qed.

Lemma scale_vzero : forall s : K, scale s (vzero : V) = vzero.
Proof. intro s. rewrite <- (scale_zero K V vzero), <- scale_mul. f_equal. ring. Qed.

Lemma vadd_opp : forall v : V, vadd v (vopp v) = vzero.
Proof.
  intro v. unfold vopp. rewrite <- (scale_one K V v) at 1. rewrite <- scale_add_scalar.
  replace (add one (opp one)) with (@zero K) by ring. apply scale_zero.
Qed.

Lemma vadd_cancel : forall u v w : V, vadd u v = vadd u w -> v = w.
Proof.
  intros u v w H. rewrite <- (vadd_zero _ _ v), <- (vadd_zero _ _ w), <- (vadd_opp u), (vadd_comm _ _ u (vopp u)).
  now rewrite <- !vadd_assoc, H.
Qed.

(** A scalar other than 0 has an inverse, so it can be divided by. *)
Lemma scale_cancel : forall (s : K) (v : V), s <> zero -> scale s v = vzero -> v = vzero.
Proof.
  intros s v Hs H. rewrite <- (scale_one K V v). replace (@one K) with (mul (inv s) s) by (field; exact Hs).
  rewrite scale_mul, H. apply scale_vzero.
Qed.

(** ** Linear expressions in vectors *)

Inductive expression :=
  | Nought
  | Atom (i : nat)
  | Plus (e f : expression)
  | Times (s : K) (e : expression).

Fixpoint value (atoms : list V) (e : expression) : V :=
  match e with
  | Nought => vzero
  | Atom i => nth i atoms vzero
  | Plus f g => vadd (value atoms f) (value atoms g)
  | Times s f => scale s (value atoms f)
  end.

Fixpoint coefficient (e : expression) (i : nat) : K :=
  match e with
  | Nought => zero
  | Atom j => if j =? i then one else zero
  | Plus f g => add (coefficient f i) (coefficient g i)
  | Times s f => mul s (coefficient f i)
  end.

(** The combination of the atoms from number [first] on. *)
Fixpoint combination (c : nat -> K) (first : nat) (atoms : list V) : V :=
  match atoms with [] => vzero | v :: atoms' => vadd (scale (c first) v) (combination c (S first) atoms') end.

Lemma combination_ext : forall atoms c d first,
  (forall i, i < first + length atoms -> c i = d i) -> combination c first atoms = combination d first atoms.
Proof.
  induction atoms as [|v atoms IH]; simpl; intros c d first H; [easy|].
  rewrite (H first) by (rewrite <- plus_n_Sm; apply le_n_S, Nat.le_add_r). f_equal. apply IH.
  intros i Hi. apply H. now rewrite <- plus_n_Sm.
Qed.

Lemma combination_nought : forall atoms first, combination (fun _ => zero) first atoms = vzero.
Proof. induction atoms as [|v atoms IH]; intro first; simpl; [easy|]. now rewrite IH, scale_zero, vadd_zero. Qed.

Lemma combination_plus : forall atoms c d first,
  combination (fun i => add (c i) (d i)) first atoms = vadd (combination c first atoms) (combination d first atoms).
Proof.
  induction atoms as [|v atoms IH]; intros c d first; simpl; [now rewrite vadd_zero|].
  rewrite IH, scale_add_scalar, <- !vadd_assoc. f_equal. rewrite !vadd_assoc. f_equal. apply vadd_comm.
Qed.

Lemma combination_times : forall atoms s c first,
  combination (fun i => mul s (c i)) first atoms = scale s (combination c first atoms).
Proof.
  induction atoms as [|v atoms IH]; intros s c first; simpl; [now rewrite scale_vzero|].
  now rewrite IH, scale_mul, scale_add_vector.
Qed.

Lemma combination_atom : forall atoms j first, first <= j ->
  combination (fun i => if j =? i then one else zero) first atoms = nth (j - first) atoms vzero.
Proof.
  induction atoms as [|v atoms IH]; intros j first H; simpl; [now destruct (j - first)|].
  destruct (Nat.eqb_spec j first) as [->|Hne].
  - rewrite Nat.sub_diag, scale_one. rewrite <- (vadd_zero_r v) at 2. f_equal.
    rewrite <- (combination_nought atoms (S first)). clear IH H.
    assert (Hpast : forall k atoms, first < k ->
      combination (fun i => if first =? i then one else zero) k atoms = combination (fun _ => zero) k atoms).
    { intros k l. revert k. induction l as [|x l IH]; intros k Hk; simpl; [easy|].
      destruct (Nat.eqb_spec first k) as [->|]; [now apply Nat.lt_irrefl in Hk|]. now rewrite IH by now constructor. }
    apply Hpast. constructor.
  - rewrite scale_zero, vadd_zero, IH by (apply Nat.le_neq; now split; [|apply not_eq_sym]).
    assert (Hlt : first < j) by (apply Nat.le_neq; now split; [|apply not_eq_sym]).
    destruct (j - first) as [|n] eqn:E; [apply Nat.sub_0_le in E; now apply Nat.lt_nge in Hlt|].
    simpl. f_equal. now rewrite Nat.sub_succ_r, E.
Qed.

Lemma value_combination : forall atoms e, value atoms e = combination (coefficient e) 0 atoms.
Proof.
  intros atoms e. induction e as [|j|e IHe f IHf|s e IH]; simpl.
  - symmetry. apply combination_nought.
  - rewrite (combination_atom atoms j 0) by apply Nat.le_0_l. now rewrite Nat.sub_0_r.
  - now rewrite combination_plus, IHe, IHf.
  - now rewrite combination_times, IH.
Qed.

(** Two expressions agree if their coefficients do. *)
Lemma expressions_agree : forall atoms e f,
  fold_right (fun i P => coefficient e i = coefficient f i /\ P) True (seq 0 (length atoms)) ->
  value atoms e = value atoms f.
Proof.
  intros atoms e f H. rewrite !value_combination. apply combination_ext. intros i Hi.
  assert (Hin : In i (seq 0 (length atoms))) by (apply in_seq; split; [apply Nat.le_0_l|exact Hi]).
  induction (seq 0 (length atoms)) as [|j l IH]; [easy|].
  destruct H as [Hj H]. destruct Hin as [->|Hin]; [exact Hj|now apply IH].
Qed.

End Laws.

Ltac position v l :=
  lazymatch l with
  | v :: _ => constr:(O)
  | _ :: ?l' => let n := position v l' in constr:(S n)
  end.

Ltac with_atoms l v :=
  lazymatch v with
  | vzero => l
  | vadd ?u ?w => let l' := with_atoms l u in with_atoms l' w
  | vopp ?u => with_atoms l u
  | scale _ ?u => with_atoms l u
  | _ => match l with
         | context [v :: _] => l
         | _ => constr:(v :: l)
         end
  end.

Ltac reified K l v :=
  lazymatch v with
  | vzero => constr:(@Nought K)
  | vadd ?u ?w => let e := reified K l u in let f := reified K l w in constr:(Plus e f)
  | vopp ?u => let e := reified K l u in constr:(Times (opp one) e)
  | scale ?s ?u => let e := reified K l u in constr:(Times s e)
  | _ => let i := position v l in constr:(@Atom K i)
  end.

(** Reduces an equation between linear expressions in vectors to equations between their coefficients, and closes those
    with [ring]; the context has to hold a field or ring structure for the scalars ([Add Field]). What [ring] can't do
    is left. *)
Ltac vector_identity :=
  lazymatch goal with
  | |- @eq (@vector ?K ?V) ?u ?v =>
      let l := with_atoms (@nil (@vector K V)) u in
      let l := with_atoms l v in
      let e := reified K l u in
      let f := reified K l v in
      change (value l e = value l f); apply expressions_agree; simpl; repeat split; try ring
  end.

Section Sums.

Context {K : Field} {V : VectorSpace K}.
Add Field K_field2 : (field_laws K).

Lemma vsum_app : forall l l' : list V, vsum (l ++ l') = vadd (vsum l) (vsum l').
Proof.
  unfold vsum. induction l as [|v l IH]; intro l'; simpl; [now rewrite vadd_zero|]. now rewrite IH, vadd_assoc.
Qed.

Lemma vsum_permutation : forall l l' : list V, Permutation l l' -> vsum l = vsum l'.
Proof.
  unfold vsum. intros l l' H. induction H as [|v l l' H IH|v w l|l l' l'' H IH H' IH']; simpl; try congruence.
  vector_identity.
Qed.

Lemma vsum_scale : forall (s : K) (l : list V), vsum (map (scale s) l) = scale s (vsum l).
Proof.
  unfold vsum. induction l as [|v l IH]; simpl; [now rewrite scale_vzero|]. now rewrite IH, scale_add_vector.
Qed.

Lemma vsum_vadd : forall {X : Type} (f g : X -> V) (l : list X),
  vsum (map (fun x => vadd (f x) (g x)) l) = vadd (vsum (map f l)) (vsum (map g l)).
Proof.
  unfold vsum. induction l as [|x l IH]; simpl; [now rewrite vadd_zero|]. rewrite IH. vector_identity.
Qed.

Lemma vsum_zeros : forall l : list V, (forall v, In v l -> v = vzero) -> vsum l = vzero.
Proof.
  unfold vsum. induction l as [|v l IH]; intro H; simpl; [easy|].
  rewrite (H v) by now left. rewrite IH by (intros u Hu; apply H; now right). apply vadd_zero.
Qed.

(** A sum is that of the elements that a test lets pass, and the others. *)
Lemma vsum_partition : forall {X : Type} (test : X -> bool) (f : X -> V) (l : list X),
  vsum (map f l) = vadd (vsum (map f (filter test l))) (vsum (map f (filter (fun x => negb (test x)) l))).
Proof.
  unfold vsum. induction l as [|x l IH]; simpl; [now rewrite vadd_zero|].
  rewrite IH. destruct (test x); simpl; vector_identity.
Qed.

Lemma towards_self : forall (s : K) (v : V), vector_towards s v v = v.
Proof. intros s v. unfold vector_towards. transitivity (scale one v); [vector_identity|apply scale_one]. Qed.

Lemma towards_zero : forall u v : V, vector_towards zero u v = u.
Proof. intros u v. unfold vector_towards. vector_identity. Qed.

Lemma towards_one : forall u v : V, vector_towards one u v = v.
Proof. intros u v. unfold vector_towards. vector_identity. Qed.

End Sums.
