(** Descartes' rule of signs over an ordered field: a polynomial has at least as many changes of sign as distinct positive
    roots, so that n terms have at most n − 1 of these. Polynomials are lists of coefficients, the constant one first. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields.
Import ListNotations.

Section Descartes.

Context {K : OrderedField}.
Add Field descartes_field : (field_laws K).

Definition at_point (x : K) (p : list K) : K := fold_right (fun c value => add c (mul x value)) zero p.

(** prev + (X − a)·q *)
Fixpoint times_factor (a prev : K) (q : list K) : list K :=
  match q with [] => [prev] | c :: q' => add prev (opp (mul a c)) :: times_factor a c q' end.

Lemma times_factor_value : forall a x q prev,
  at_point x (times_factor a prev q) = add prev (mul (add x (opp a)) (at_point x q)).
Proof. intros a x. induction q as [|c q IH]; intro prev; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma times_factor_length : forall a q prev, length (times_factor a prev q) = S (length q).
Proof. intros a. induction q as [|c q IH]; intro prev; simpl; [easy|]. now rewrite IH. Qed.

(** A root a ≠ 0 splits off its factor. *)
Lemma factor_exists : forall a, a <> zero -> forall p prev,
  p <> [] -> at_point a p = prev -> exists q, p = times_factor a prev q.
Proof.
  intros a Ha. induction p as [|c p IH]; intros prev Hp H; [easy|]. destruct p as [|d p].
  - exists []. simpl in *. rewrite <- H. f_equal. ring.
  - destruct (IH (mul (inv a) (add prev (opp c)))) as [q E]; [easy| |].
    + rewrite <- H. simpl. field. exact Ha.
    + exists (mul (inv a) (add prev (opp c)) :: q). simpl. rewrite <- E. f_equal. field. exact Ha.
Qed.

(** ** Changes of sign *)

(** [Some true] if x is positive, [Some false] if it is negative. *)
Definition sign_of (x : K) : option bool :=
  match trichotomy x zero with inleft (left _) => Some false | inleft (right _) => None | inright _ => Some true end.

(** Changes of sign, where [last] is the sign before the list, if there is one. *)
Fixpoint changes (last : option bool) (p : list K) : nat :=
  match p with
  | [] => 0
  | c :: p' =>
      match sign_of c with
      | None => changes last p'
      | Some s => match last with Some s' => if Bool.eqb s s' then 0 else 1 | None => 0 end + changes (Some s) p'
      end
  end.

Lemma sign_of_none : forall x, sign_of x = None <-> x = zero.
Proof.
  intro x. unfold sign_of. destruct (trichotomy x zero) as [[H|E]|H]; split; try easy;
    intros ->; now apply less_irreflexive in H.
Qed.

Lemma sign_of_positive : forall x, sign_of x = Some true <-> less zero x.
Proof.
  intro x. unfold sign_of. destruct (trichotomy x zero) as [[H|E]|H]; split; try easy; intro H'.
  - elim (less_irreflexive K x). now apply (less_transitive K _ zero).
  - subst. now apply less_irreflexive in H'.
Qed.

Lemma sign_of_negative : forall x, sign_of x = Some false <-> less x zero.
Proof.
  intro x. unfold sign_of. destruct (trichotomy x zero) as [[H|E]|H]; split; try easy; intro H'.
  - subst. now apply less_irreflexive in H'.
  - elim (less_irreflexive K x). now apply (less_transitive K _ zero).
Qed.

Section Factor.

Context (a : K) (Ha : less zero a).

(** prev − a·c has the sign of prev if c has the other or none, and that of −c if prev is 0. *)
Lemma sign_of_difference : forall prev c s,
  (sign_of prev = Some s \/ sign_of prev = None) -> sign_of c = Some (negb s) ->
  sign_of (add prev (opp (mul a c))) = Some s.
Proof.
  intros prev c [|] Hprev Hc; simpl in Hc.
  - apply sign_of_positive. apply sign_of_negative in Hc. apply less_opp in Hc.
    replace (add prev (opp (mul a c))) with (add (mul a (opp c)) prev) by ring.
    apply add_positive; [now apply less_mul|]. destruct Hprev as [H|H].
    + left. now apply sign_of_positive.
    + right. symmetry. now apply sign_of_none.
  - apply sign_of_negative. apply sign_of_positive in Hc. apply less_opp.
    replace (opp (add prev (opp (mul a c)))) with (add (mul a c) (opp prev)) by ring.
    apply add_positive; [now apply less_mul|]. destruct Hprev as [H|H].
    + left. apply less_opp. now apply sign_of_negative.
    + right. apply sign_of_none in H. rewrite H. ring.
Qed.

(** Let the last coefficient of q but for zeros have the sign s, and that of the product the other one, or the same:
    then the product has one change more to come, or as many. *)
Lemma changes_grow : forall q prev s,
  (sign_of prev = Some s -> S (changes (Some s) q) <= changes (Some (negb s)) (times_factor a prev q)) /\
  (sign_of prev = Some s \/ sign_of prev = None -> changes (Some s) q <= changes (Some s) (times_factor a prev q)).
Proof.
  induction q as [|c q IH]; intros prev s; simpl times_factor.
  - simpl. split; [intros ->; now destruct s|intros _; lia].
  - assert (Hnegb : forall b, Bool.eqb b (negb b) = false) by now intros [].
    assert (Hnegb' : forall b, Bool.eqb (negb b) b = false) by now intros [].
    simpl. destruct (sign_of c) as [sc|] eqn:Ec.
    + destruct (Bool.bool_dec sc s) as [->|Hne].
      * rewrite Bool.eqb_reflx. destruct (IH c s) as [IHother IHsame]. specialize (IHother Ec).
        specialize (IHsame (or_introl Ec)).
        destruct (sign_of (add prev (opp (mul a c)))) as [sp|]; [|now split; intros _].
        destruct (Bool.bool_dec sp s) as [->|Hsp].
        -- rewrite Hnegb, Bool.eqb_reflx. split; intros _; lia.
        -- replace sp with (negb s) by (destruct sp, s; easy). rewrite Bool.eqb_reflx, Hnegb'. split; intros _; lia.
      * replace sc with (negb s) in * by (destruct sc, s; easy). rewrite Hnegb'.
        destruct (IH c (negb s)) as [IHother _]. specialize (IHother Ec). rewrite Bool.negb_involutive in IHother.
        split; intro Hprev.
        -- rewrite (sign_of_difference prev c s (or_introl Hprev) Ec), Hnegb. lia.
        -- rewrite (sign_of_difference prev c s Hprev Ec), Bool.eqb_reflx. lia.
    + apply sign_of_none in Ec. subst c.
      replace (add prev (opp (mul a zero))) with prev by ring. destruct (IH zero s) as [_ IHsame].
      specialize (IHsame (or_intror (proj2 (sign_of_none zero) eq_refl))).
      split; [intros ->|intros [->| ->]]; rewrite ?Hnegb, ?Bool.eqb_reflx; lia.
Qed.

(** So multiplying by X − a, a > 0, makes at least one change more. *)
Lemma factor_changes : forall q, ~ (forall c, In c q -> c = zero) ->
  S (changes None q) <= changes None (times_factor a zero q).
Proof.
  induction q as [|c q IH]; intro H; [elim H; easy|]. simpl.
  destruct (sign_of c) as [s|] eqn:Ec.
  - rewrite (sign_of_difference zero c (negb s)); [|right; now apply sign_of_none|now rewrite Bool.negb_involutive].
    now apply (changes_grow q c s).
  - apply sign_of_none in Ec. subst c. replace (add zero (opp (mul a zero))) with (@zero K) by ring.
    rewrite (proj2 (sign_of_none zero) eq_refl). apply IH. intro Hq. apply H. intros c [<-|Hc]; auto.
Qed.

End Factor.

Lemma zero_polynomial : forall a q, (forall c, In c q -> c = zero) ->
  forall c, In c (times_factor a zero q) -> c = zero.
Proof.
  intro a. induction q as [|d q IH]; intros H c Hc; simpl in Hc.
  - destruct Hc as [<-|[]]. easy.
  - rewrite (H d) in Hc by now left. destruct Hc as [<-|Hc]; [ring|]. apply IH; [|exact Hc]. intros e He. apply H. now right.
Qed.

Theorem roots_at_most_changes : forall roots p,
  ~ (forall c, In c p -> c = zero) -> NoDup roots -> (forall x, In x roots -> less zero x /\ at_point x p = zero) ->
  length roots <= changes None p.
Proof.
  induction roots as [|a roots IH]; intros p Hp Hdistinct Hroots; [apply Nat.le_0_l|].
  destruct (Hroots a) as [Ha Hzero]; [now left|]. apply NoDup_cons_iff in Hdistinct as [Hout Hdistinct].
  destruct (factor_exists a (positive_not_zero a Ha) p zero) as [q ->]; [|exact Hzero|].
  { intros ->. now apply Hp. }
  assert (Hq : ~ (forall c, In c q -> c = zero)) by (intro H; apply Hp; now apply zero_polynomial).
  apply (Nat.le_trans _ (S (changes None q))); [|now apply factor_changes].
  apply le_n_S, IH; [exact Hq|exact Hdistinct|]. intros x Hx. destruct (Hroots x) as [Hx0 Hvalue]; [now right|].
  split; [exact Hx0|]. rewrite times_factor_value in Hvalue.
  assert (Hne : add x (opp a) <> zero).
  { intro E. apply Hout. replace a with x; [exact Hx|].
    replace x with (add (add x (opp a)) a) by ring. rewrite E. ring. }
  replace (at_point x q) with (mul (inv (add x (opp a))) (add zero (mul (add x (opp a)) (at_point x q)))) by
    (field; exact Hne).
  rewrite Hvalue. ring.
Qed.

(** ** Terms *)

Definition nonzero_terms (p : list K) : nat :=
  length (filter (fun c => if scalar_eq_dec c zero then false else true) p).

Lemma changes_at_most_terms : forall p,
  (forall s, changes (Some s) p <= nonzero_terms p) /\ (nonzero_terms p <> 0 -> S (changes None p) <= nonzero_terms p).
Proof.
  unfold nonzero_terms. induction p as [|c p [IHsome IHnone]]; simpl; [split; [intros; lia|easy]|].
  destruct (scalar_eq_dec c zero) as [->|Hne].
  - rewrite (proj2 (sign_of_none zero) eq_refl). now split.
  - destruct (sign_of c) as [s|] eqn:E; [|now apply sign_of_none in E]. simpl. pose proof (IHsome s).
    split; [intro s'; destruct (Bool.eqb s s'); lia|intros _; lia].
Qed.

Theorem fewer_roots_than_terms : forall roots p,
  ~ (forall c, In c p -> c = zero) -> NoDup roots -> (forall x, In x roots -> less zero x /\ at_point x p = zero) ->
  length roots < nonzero_terms p.
Proof.
  intros roots p Hp Hdistinct Hroots. pose proof (roots_at_most_changes roots p Hp Hdistinct Hroots).
  destruct (changes_at_most_terms p) as [_ H']. assert (Hterms : nonzero_terms p <> 0); [|specialize (H' Hterms); lia].
  intro E. apply Hp. intros c Hc. destruct (scalar_eq_dec c zero) as [|Hne]; [easy|]. exfalso.
  unfold nonzero_terms in E. apply length_zero_iff_nil in E.
  assert (Hin : In c (filter (fun c => if scalar_eq_dec c zero then false else true) p)).
  { apply filter_In. split; [exact Hc|]. now destruct (scalar_eq_dec c zero). }
  now rewrite E in Hin.
Qed.

End Descartes.
