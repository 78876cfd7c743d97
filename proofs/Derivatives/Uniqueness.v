(** A function has one derivative at a point, and one second derivative. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers Coordinates.
From Equiloss.Derivatives Require Import Orders SmallVectors.
Import ListNotations.

Local Open Scope nat_scope.

Section Line.

Context {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X).
Hypothesis Hf : linear_coordinates plus S n f.
Add Field line_field : (field_laws K).

(** t·x *)
Definition multiple (t : K) (x : list K) : list K := scalars_plus t (zeros n) x.

Lemma multiple_length : forall t x, length x = n -> length (multiple t x) = n.
Proof. intros t x Hx. unfold multiple. rewrite plus_length; rewrite zeros_length; congruence. Qed.

Lemma entries_bounded : forall x : list K, exists B, less zero B /\ forall c, In c x -> at_most (absolute c) B.
Proof.
  induction x as [|c x (B & HB & H)]; [exists one; split; [apply one_positive|easy]|].
  exists (add B (absolute c)). split; [apply add_positive; [easy|apply absolute_at_least_zero]|]. intros c' [<-|Hc'].
  - replace (absolute c) with (add zero (absolute c)) at 1 by ring. apply at_most_add; [now left|apply at_most_refl].
  - apply (at_most_trans _ B); [now apply H|]. replace B with (add B zero) at 1 by ring.
    apply at_most_add; [apply at_most_refl|apply absolute_at_least_zero].
Qed.

(** Along the line through x. *)
Lemma small_on_line : forall k r x, length x = n -> negligible n f k r -> forall ε, less zero ε ->
  exists δ, less zero δ /\ forall t, less zero t -> less t δ -> at_most (absolute (r (f (multiple t x)))) (mul ε
    (power t k)).
Proof.
  intros k r x Hx Hr ε Hε. destruct (entries_bounded x) as (B & HB & Hbound). pose proof (power_positive B k HB) as HBk.
  destruct (Hr (mul ε (inv (power B k)))) as (δ & Hδ & H); [now apply less_mul, inverse_positive|].
  exists (mul δ (inv B)). split; [now apply less_mul, inverse_positive|]. intros t Ht Htδ.
  apply (proj1 (within_absolute _ _)).
  replace (mul ε (power t k)) with (mul (mul ε (inv (power B k))) (power (mul B t) k))
    by (rewrite power_mul; field; now apply positive_not_zero).
  apply H; [now apply less_mul| |].
  - replace δ with (mul B (mul δ (inv B))) by (field; now apply positive_not_zero). now apply less_mul_left.
  - exists (multiple t x). split; [now apply multiple_length|]. split; [easy|]. intros c Hc.
    apply (In_nth _ _ zero) in Hc as (j & Hj & <-). unfold multiple. rewrite nth_plus by (rewrite zeros_length;
      congruence).
    rewrite nth_zeros. apply within_absolute. replace (add zero (mul t (nth j x zero))) with (mul t (nth j x zero)) by
      ring.
    rewrite absolute_mul, (absolute_of_positive t) by now left. replace (mul B t) with (mul t B) by ring.
    apply at_most_mul; [now left|]. apply Hbound, nth_In. rewrite multiple_length in Hj; congruence.
Qed.

Lemma in_space : forall x, length x = n -> S (f x).
Proof. apply Hf. Qed.

Lemma form_at_multiple : forall l t x, linear_on plus S l -> length x = n -> l (f (multiple t x)) = mul t (l (f x)).
Proof.
  intros l t x Hl Hx. unfold multiple. pose proof (zeros_length (K := K) n) as Hz.
  assert (Hkeeps : keeps scalar_plus n (fun x => l (f x))).
  { intros s a b Ha Hb. destruct Hf as (_ & _ & _ & Hplus). rewrite Hplus by easy. apply Hl; now apply in_space. }
  rewrite (Hkeeps t (zeros n) x Hz Hx), (form_zeros n _ Hkeeps). unfold scalar_plus. ring.
Qed.

Lemma between_zero_and : forall δ : K, less zero δ -> exists t, less zero t /\ less t δ.
Proof. intros δ H. exists (mul δ (inv (add one one))). split; [now apply half_positive|now apply half_less]. Qed.

(** a + o(1) = 0 *)
Lemma slope_zero : forall a : K,
  (forall ε, less zero ε -> exists δ, less zero δ /\ forall t, less zero t -> less t δ -> at_most (absolute (mul t a))
    (mul ε t)) ->
  a = zero.
Proof.
  intros a H. apply absolute_zero, (arbitrarily_small _ one); [left; apply one_positive|]. intros ε Hε.
  destruct (H ε Hε) as (δ & Hδ & H'). destruct (between_zero_and δ Hδ) as (t & Ht & Htδ). specialize (H' t Ht Htδ).
  rewrite absolute_mul, (absolute_of_positive t) in H' by now left. apply not_less. intro Hless.
  apply (less_mul_left _ _ t Ht) in Hless. apply not_less in Hless; [easy|].
  now replace (mul t (mul one ε)) with (mul ε t) by ring.
Qed.

(** ta + t²b = o(t²) *)
Lemma curve_zero : forall a b : K,
  (forall ε, less zero ε -> exists δ, less zero δ /\ forall t, less zero t -> less t δ ->
    at_most (absolute (add (mul t a) (mul (mul t t) b))) (mul ε (mul t t))) -> a = zero /\ b = zero.
Proof.
  intros a b H. assert (Ha : a = zero).
  { apply slope_zero. intros ε Hε. destruct (H one one_positive) as (δ & Hδ & H').
    assert (Hb : less zero (add one (absolute b))) by (apply add_positive;
      [apply one_positive|apply absolute_at_least_zero]).
    destruct (smaller δ (mul ε (inv (add one (absolute b))))) as (e & He & He1 & He2);
      [easy|now apply less_mul, inverse_positive|].
    exists e. split; [easy|]. intros t Ht Hte. assert (Ht0 : at_most zero t) by now left.
    replace (mul t a) with (add (add (mul t a) (mul (mul t t) b)) (opp (mul (mul t t) b))) by ring.
    apply (at_most_trans _ _ _ (absolute_add _ _)). rewrite absolute_opp, (absolute_mul (mul t t)).
    rewrite (absolute_of_positive (mul t t)) by now apply product_at_least_zero.
    apply (at_most_trans _ (mul (mul t (add one (absolute b))) t)).
    - replace (mul (mul t (add one (absolute b))) t) with (add (mul one (mul t t)) (mul (mul t t) (absolute b)))
        by ring.
      apply at_most_add; [|apply at_most_refl]. apply H'; [easy|now apply (less_at_most _ e)].
    - apply at_most_mul_right; [easy|].
      apply (at_most_trans _ (mul (mul ε (inv (add one (absolute b)))) (add one (absolute b)))).
      + apply at_most_mul_right; [now left|]. left. now apply (less_at_most _ e).
      + right. field. now apply positive_not_zero. }
  split; [exact Ha|]. subst a. apply slope_zero. intros ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ.
  split; [easy|]. intros t Ht Htδ. specialize (H' t Ht Htδ).
  replace (add (mul t zero) (mul (mul t t) b)) with (mul t (mul t b)) in H' by ring.
  rewrite absolute_mul, (absolute_of_positive t) in H' by now left. apply not_less. intro Hless.
  apply (less_mul_left _ _ t Ht) in Hless. apply not_less in Hless; [easy|].
  now replace (mul t (mul ε t)) with (mul ε (mul t t)) by ring.
Qed.

Lemma difference_bound : forall a b c : K, at_most (absolute a) c -> at_most (absolute b) c ->
  at_most (absolute (add a (opp b))) (add c c).
Proof.
  intros a b c Ha Hb. apply (at_most_trans _ _ _ (absolute_add _ _)). rewrite absolute_opp. now apply at_most_add.
Qed.

Lemma two_halves : forall ε t : K, add (mul (mul ε (inv (add one one))) t) (mul (mul ε (inv (add one one))) t) = mul ε
  t.
Proof. intros. field. apply two_not_zero. Qed.

Theorem one_derivative : forall F p l l', linear_on plus S l -> linear_on plus S l' ->
  derivative plus n f F p l -> derivative plus n f F p l' -> forall h, S h -> l h = l' h.
Proof.
  intros F p l l' Hl Hl' H H' h Hh. destruct (proj1 (proj2 Hf) h Hh) as (x & Hx & <-).
  assert (E : add (l (f x)) (opp (l' (f x))) = zero).
  { apply slope_zero. intros ε Hε. pose proof (half_positive ε Hε) as Hhalf.
    destruct (small_on_line 1 _ x Hx H _ Hhalf) as (δ & Hδ & B), (small_on_line 1 _ x Hx H' _ Hhalf) as (δ' & Hδ' & B').
    destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2). exists e. split; [easy|]. intros t Ht Hte.
    specialize (B t Ht (less_at_most _ _ _ Hte He1)). specialize (B' t Ht (less_at_most _ _ _ Hte He2)).
    pose proof (difference_bound _ _ _ B' B) as D. rewrite two_halves in D. rewrite !form_at_multiple in D by easy.
    simpl in D. replace (mul t one) with t in D by ring.
    match goal with |- at_most (absolute ?u) _ => match type of D with at_most (absolute ?v) _ =>
      replace u with v by ring end end. exact D. }
  replace (l (f x)) with (add (add (l (f x)) (opp (l' (f x)))) (l' (f x))) by ring. rewrite E. ring.
Qed.

Theorem one_second_derivative : forall F p l l' b b',
  linear_on plus S l -> linear_on plus S l' -> bilinear_on plus S b -> bilinear_on plus S b' ->
  second_derivative plus n f F p l (fun h => b h h) -> second_derivative plus n f F p l' (fun h => b' h h) ->
  forall h, S h -> l h = l' h /\ b h h = b' h h.
Proof.
  intros F p l l' b b' Hl Hl' [Hb1 Hb2] [Hb1' Hb2'] H H' h Hh. destruct (proj1 (proj2 Hf) h Hh) as (x & Hx & <-).
  assert (E : add (l (f x)) (opp (l' (f x))) = zero /\
    mul (inv (add one one)) (add (b (f x) (f x)) (opp (b' (f x) (f x)))) = zero).
  { apply curve_zero. intros ε Hε. pose proof (half_positive ε Hε) as Hhalf.
    destruct (small_on_line 2 _ x Hx H _ Hhalf) as (δ & Hδ & B), (small_on_line 2 _ x Hx H' _ Hhalf) as (δ' & Hδ' & B').
    destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2). exists e. split; [easy|]. intros t Ht Hte.
    specialize (B t Ht (less_at_most _ _ _ Hte He1)). specialize (B' t Ht (less_at_most _ _ _ Hte He2)).
    pose proof (in_space _ (multiple_length t x Hx)) as Hspace. pose proof (in_space x Hx) as Hspace'.
    pose proof (difference_bound _ _ _ B' B) as D. rewrite two_halves in D.
    rewrite !(form_at_multiple l), !(form_at_multiple l') in D by easy.
    rewrite !(form_at_multiple (b _)), !(form_at_multiple (b' _)) in D by (easy || now apply Hb1 || now apply Hb1').
    rewrite (form_at_multiple (fun v => b v (f x))), (form_at_multiple (fun v => b' v (f x))) in D
      by (easy || now apply Hb2 || now apply Hb2').
    simpl in D. replace (mul t (mul t one)) with (mul t t) in D by ring.
    match goal with |- at_most (absolute ?u) _ => match type of D with at_most (absolute ?v) _ =>
      replace u with v by ring end end. exact D. }
  destruct E as [E E']. split.
  - replace (l (f x)) with (add (add (l (f x)) (opp (l' (f x)))) (l' (f x))) by ring. rewrite E. ring.
  - replace (b (f x) (f x)) with (add (mul (add one one) (mul (inv (add one one)) (add (b (f x) (f x)) (opp (b' (f x)
      (f x))))))
      (b' (f x) (f x))) by (field; apply two_not_zero). rewrite E'. ring.
Qed.

End Line.
