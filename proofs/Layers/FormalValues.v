(** Formal sums have values in every vector space into which what they are sums of is read; where that is independent,
    equal values mean equal sums. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Layers Require Import FormalUnits.
Import ListNotations.

Section Values.

Context {K : Field} {L : VectorSpace K} {X : Type} (E : X -> X -> bool).
Add Field K_field21 : (field_laws K).

(** Σ s·v(x) over a formal sum. *)
Definition sum_value (v : X -> L) (l : list (X * K)) : L := vsum (map (fun p => scale (snd p) (v (fst p))) l).

Definition respects (v : X -> L) : Prop := forall x y, E x y = true -> v x = v y.

(** No formal sum of what is in [dom] has value 0, but that in which everything cancels. *)
Definition independent_on (dom : list X) (v : X -> L) : Prop :=
  forall l, incl (map fst l) dom -> sum_value v l = vzero -> forall x, class_mass E l x = zero.

Definition negated (l : list (X * K)) : list (X * K) := map (fun p => (fst p, opp (snd p))) l.

Lemma negated_fst : forall l, map fst (negated l) = map fst l.
Proof. intro l. unfold negated. now rewrite map_map. Qed.

Lemma sum_value_app : forall v l l', sum_value v (l ++ l') = vadd (sum_value v l) (sum_value v l').
Proof. intros v l l'. unfold sum_value. now rewrite map_app, vsum_app. Qed.

Lemma sum_value_negated : forall v l, sum_value v (negated l) = vopp (sum_value v l).
Proof.
  intros v. unfold sum_value, negated, vsum. induction l as [|[x s] l IH]; cbn [map fold_right fst snd].
  - symmetry. apply scale_vzero.
  - rewrite IH. vector_identity.
Qed.

Lemma class_mass_app : forall (l l' : list (X * K)) x, class_mass E (l ++ l') x = add (class_mass E l x) (class_mass E
  l' x).
Proof.
  intros l l' x. induction l as [|[y s] l IH]; cbn [app]; [unfold class_mass; cbn; ring|].
  rewrite !class_mass_cons, IH. ring.
Qed.

Lemma class_mass_negated : forall (l : list (X * K)) x, class_mass E (negated l) x = opp (class_mass E l x).
Proof.
  intros l x. induction l as [|[y s] l IH]; [unfold class_mass; cbn; ring|].
  unfold negated in *. cbn [map fst snd]. rewrite !class_mass_cons, IH. destruct (E y x); ring.
Qed.

Lemma vadd_opp_equal : forall u w : L, vadd u (vopp w) = vzero -> u = w.
Proof.
  intros u w H. assert (E' : vadd (vadd u (vopp w)) w = vadd vzero w) by now rewrite H.
  rewrite vadd_zero in E'. rewrite <- E'. vector_identity.
Qed.

Context (HE : equivalence E).

(** Without the class of x. *)
Definition others (x : X) (l : list (X * K)) : list (X * K) := filter (fun p => negb (E (fst p) x)) l.

Lemma split_value : forall v x l, respects v ->
  sum_value v l = vadd (scale (class_mass E l x) (v x)) (sum_value v (others x l)).
Proof.
  intros v x l Hv. induction l as [|[y s] l IH].
  - unfold sum_value, class_mass, vsum. cbn. rewrite scale_zero. symmetry. apply vadd_zero.
  - rewrite class_mass_cons. unfold others, sum_value, vsum in *. cbn [filter map fold_right fst snd].
    destruct (E y x) eqn:Hy; cbn [negb map fold_right fst snd]; rewrite IH; [rewrite (Hv y x Hy)|]; vector_identity.
Qed.

Lemma others_mass : forall x l y, class_mass E (others x l) y = if E x y then zero else class_mass E l y.
Proof.
  intros x l y. destruct HE as (_ & Hsym & Htrans). induction l as [|[z s] l IH].
  - unfold class_mass. cbn. now destruct (E x y).
  - unfold others in *. cbn [filter fst]. rewrite (class_mass_cons E z s l).
    destruct (E z x) eqn:Hzx; cbn [negb]; [|rewrite class_mass_cons]; rewrite IH; destruct (E x y) eqn:Hxy.
    + reflexivity.
    + destruct (E z y) eqn:Hzy; [|ring]. now rewrite (Htrans x z y (Hsym _ _ Hzx) Hzy) in Hxy.
    + destruct (E z y) eqn:Hzy; [|ring]. now rewrite (Htrans z y x Hzy (Hsym _ _ Hxy)) in Hzx.
    + reflexivity.
Qed.

(** Where everything cancels the value is 0: one class after the other. *)
Lemma cancelled_value : forall v, respects v ->
  forall n (l : list (X * K)), length l <= n -> (forall x, class_mass E l x = zero) -> sum_value v l = vzero.
Proof.
  intros v Hv. induction n as [|n IH]; intros [|[x s] l] Hn H; try reflexivity; [cbn in Hn; lia|].
  rewrite (split_value v x _ Hv), H, scale_zero, vadd_zero. apply IH.
  - destruct HE as [Hrefl _]. unfold others. cbn [filter fst]. rewrite Hrefl. cbn [negb].
    assert (Hf : forall k : list (X * K), length (filter (fun p => negb (E (fst p) x)) k) <= length k).
    { induction k as [|p k IHk]; [easy|]. cbn [filter]. destruct (negb (E (fst p) x)); cbn; lia. }
    specialize (Hf l). cbn in Hn. lia.
  - intro y. rewrite others_mass, H. now destruct (E x y).
Qed.

Lemma same_sum_value : forall v l l', respects v -> same_sum E l l' = true -> sum_value v l = sum_value v l'.
Proof.
  intros v l l' Hv H. apply vadd_opp_equal. rewrite <- sum_value_negated, <- sum_value_app.
  apply (cancelled_value v Hv _ _ (le_n _)). intro x. rewrite class_mass_app, class_mass_negated.
  rewrite same_sum_spec in H by exact HE. rewrite H. ring.
Qed.

Lemma value_same_sum : forall dom v l l', independent_on dom v -> incl (map fst l) dom -> incl (map fst l') dom ->
  sum_value v l = sum_value v l' -> same_sum E l l' = true.
Proof.
  intros dom v l l' Hv Hl Hl' H. apply same_sum_spec; [exact HE|]. intro x.
  assert (Hzero : class_mass E (l ++ negated l') x = zero).
  { apply (Hv (l ++ negated l')).
    - rewrite map_app, negated_fst. now apply incl_app.
    - rewrite sum_value_app, sum_value_negated, H. vector_identity. }
  rewrite class_mass_app, class_mass_negated in Hzero.
  replace (class_mass E l x) with (add (add (class_mass E l x) (opp (class_mass E l' x))) (class_mass E l' x)) by ring.
  rewrite Hzero. ring.
Qed.

End Values.
