(** A form without negative eigenvalues whose null vectors lead to points of the same value: a local minimum. This is
    the Morse–Bott argument, in coordinates of Sylvester's law. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers Coordinates.
From Equiloss.Index Require Import Order.
From Equiloss.Derivatives Require Import Orders SmallVectors Uniqueness Tests.
Import ListNotations.

Local Open Scope nat_scope.

Section Parts.

Context {K : OrderedField}.
Add Field parts_field : (field_laws K).

(** The coordinates in which Σ d_i x_i² is flat, and the others. *)
Definition flat_part (d x : list K) : list K :=
  map (fun p => if scalar_eq_dec (fst p) zero then snd p else zero) (combine d x).
Definition steep_part (d x : list K) : list K :=
  map (fun p => if scalar_eq_dec (fst p) zero then zero else snd p) (combine d x).

Lemma flat_length : forall d x, length x = length d -> length (flat_part d x) = length d.
Proof. intros d x H. unfold flat_part. rewrite map_length, combine_length. lia. Qed.

Lemma steep_length : forall d x, length x = length d -> length (steep_part d x) = length d.
Proof. intros d x H. unfold steep_part. rewrite map_length, combine_length. lia. Qed.

Lemma parts_sum : forall d x, length x = length d -> scalars_plus one (flat_part d x) (steep_part d x) = x.
Proof.
  induction d as [|c d IH]; intros [|a x] H; try easy. injection H as H. unfold flat_part, steep_part in *.
  cbn [combine map fst snd]. rewrite plus_cons, (IH x H). f_equal. unfold scalar_plus.
  destruct (scalar_eq_dec c zero); ring.
Qed.

Lemma flat_is_null : forall d x, diagonal d (flat_part d x) = zero.
Proof.
  induction d as [|c d IH]; intros [|a x]; try easy. unfold flat_part in *. cbn [combine map fst snd].
  rewrite diagonal_cons, IH. destruct (scalar_eq_dec c zero) as [->|]; ring.
Qed.

Lemma null_is_flat : forall (d x : list K) p z, signs d p 0 z -> length x = length d -> diagonal d x = zero ->
  flat_part d x = x.
Proof.
  intros d x p z H. remember 0 as q eqn:Hq. revert x.
  induction H as [|c d p q z Hc H IH|c d p q z Hc H IH|d p q z H IH]; intros [|a x] Hx E; try easy;
    injection Hx as Hx; unfold flat_part; cbn [combine map fst snd]; rewrite diagonal_cons in E.
  - assert (Htail : at_most zero (diagonal d x)).
    { clear - H Hq. subst q. remember 0 as q eqn:Hq. revert x.
      induction H as [|c d p q z Hc H IH|c d p q z Hc H IH|d p q z H IH]; intros [|b x]; try apply at_most_refl;
        try easy; rewrite diagonal_cons; replace (@zero K) with (@add K zero zero) at 1 by ring;
        (apply at_most_add; [|now apply IH]).
      - apply product_at_least_zero; [now left|apply square_at_least_zero].
      - right. ring. }
    destruct (scalar_eq_dec a zero) as [->|Ha].
    + destruct (scalar_eq_dec c zero); f_equal; apply IH; try easy;
        now replace (add (mul c (mul zero zero)) (diagonal d x)) with (diagonal d x) in E by ring.
    + exfalso. apply (positive_not_zero (add (mul c (mul a a)) (diagonal d x))); [|exact E].
      apply add_positive; [|exact Htail]. now apply less_mul, positive_square.
  - destruct (scalar_eq_dec zero zero) as [_|Hne]; [|now elim Hne]. f_equal. apply IH; try easy.
    now replace (add (mul zero (mul a a)) (diagonal d x)) with (diagonal d x) in E by ring.
Qed.

Lemma smallest_positive : forall (d : list K) p z, signs d p 0 z ->
  exists m, less zero m /\ forall c, In c d -> c = zero \/ at_most m c.
Proof.
  intros d p z H. remember 0 as q eqn:Hq.
  induction H as [|c d p q z Hc H IH|c d p q z Hc H IH|d p q z H IH]; try easy.
  - exists one. split; [apply one_positive|easy].
  - destruct (IH Hq) as (m & Hm & Hbound). destruct (smaller m c Hm Hc) as (m' & Hm' & H1 & H2).
    exists m'. split; [easy|]. intros c' [<-|Hc']; [now right|].
    destruct (Hbound c' Hc') as [->|H']; [now left|right; now apply (at_most_trans _ m)].
  - destruct (IH Hq) as (m & Hm & Hbound). exists m. split; [easy|]. intros c' [<-|Hc']; [now left|now apply Hbound].
Qed.

Lemma steep_at_least : forall m (d x : list K) j, less zero m -> (forall c, In c d -> c = zero \/ at_most m c) ->
  length x = length d ->
  let y := nth j (steep_part d x) zero in at_most (mul m (mul y y)) (diagonal d (steep_part d x)).
Proof.
  intros m d. induction d as [|c d IH]; intros [|a x] j Hm Hd Hx; try easy.
  - right. destruct j; cbn; unfold diagonal; simpl; ring.
  - injection Hx as Hx. assert (Hd' : forall c, In c d -> c = zero \/ at_most m c) by (intros c' H; apply Hd; now
  right).
    unfold steep_part in *. cbn [combine map fst snd].
    set (b := if scalar_eq_dec c zero then zero else a). rewrite diagonal_cons.
    assert (Hb : at_most (mul m (mul b b)) (mul c (mul b b))).
    { unfold b. destruct (scalar_eq_dec c zero) as [->|Hc]; [right; ring|].
      destruct (Hd c (or_introl eq_refl)) as [|H]; [easy|]. apply at_most_mul_right; [apply square_at_least_zero|easy].
      }
    assert (Hpositive : forall t : K, at_most zero (mul m (mul t t))).
    { intro t. apply product_at_least_zero; [now left|apply square_at_least_zero]. }
    destruct j as [|j]; cbn [nth].
    + replace (mul m (mul b b)) with (add (mul m (mul b b)) zero) by ring. apply at_most_add; [exact Hb|].
      apply (at_most_trans _ _ _ (Hpositive _) (IH x 0 Hm Hd' Hx)).
    + specialize (IH x j Hm Hd' Hx). cbv zeta in IH |- *. revert IH.
      generalize (nth j (map (fun p => if scalar_eq_dec (fst p) zero then zero else snd p) (combine d x)) zero).
      intros t Ht. replace (mul m (mul t t)) with (add zero (mul m (mul t t))) by ring.
      apply at_most_add; [|exact Ht]. now apply (at_most_trans _ _ _ (Hpositive b)).
Qed.

(** The entries of the parts are entries, or 0. *)
Lemma parts_bounded : forall u d x, at_most zero u -> (forall c, In c x -> @within K c u) ->
  (forall c, In c (flat_part d x) -> within c u) /\ forall c, In c (steep_part d x) -> within c u.
Proof.
  intros u d x Hu Hx. assert (Hzero : within zero u).
  { apply (proj2 (within_absolute _ _)). now rewrite absolute_zero_value. }
  split; intros c Hc; apply in_map_iff in Hc as ([e a] & <- & Hin); cbn [fst snd];
    destruct (scalar_eq_dec e zero); try exact Hzero; apply Hx; now apply in_combine_r in Hin.
Qed.

(** |a − (c + ½q)| ≤ e < ½q *)
Lemma above : forall a c q e : K, within (add a (opp (add c q))) e -> less e q -> less c a.
Proof.
  intros a c q e H Hq. apply (above_if a c q e); [|exact Hq]. now replace (add zero q) with q by ring.
Qed.

Lemma quarter_below : forall m M v : K, less zero m -> less zero M -> less zero v ->
  less (mul (mul (mul (mul m (inv (add one one))) (inv (add one one))) (inv (mul M M))) (power (mul M v) 2))
    (mul (inv (add one one)) (mul m (mul v v))).
Proof.
  intros m M v Hm HM Hv. apply less_by_difference. simpl.
  replace (add (mul (inv (add one one)) (mul m (mul v v))) (opp (mul (mul (mul (mul m (inv (add one one)))
    (inv (add one one))) (inv (mul M M))) (mul (mul M v) (mul (mul M v) one)))))
    with (mul (mul (mul m (inv (add one one))) (inv (add one one))) (mul v v))
    by (field; split; [now apply positive_not_zero|apply two_not_zero]).
  apply less_mul; [|now apply less_mul]. now apply half_positive, half_positive.
Qed.

End Parts.

Section Test.

Context {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X)
  (F : X -> K) (p : X) (q : X -> K) (k z : nat).
Hypothesis Hf : linear_coordinates plus S n f.
Hypothesis Hp : S p.
Hypothesis Hinertia : inertia_on plus S q k 0 z.
Hypothesis Hvalue : forall h, S h -> q h = zero -> F (plus one p h) = F p.
Hypothesis Hexpansion : second_derivative_along plus n f F p (fun h => S h /\ q h = zero) q.
Add Field test_field : (field_laws K).

Lemma plus_associative : forall h h', S h -> S h' -> plus one (plus one p h) h' = plus one p (plus one h h').
Proof.
  destruct Hf as (_ & Honto & _ & Hkeeps). intros h h' Hh Hh'.
  destruct (Honto p Hp) as (a & Ha & <-), (Honto h Hh) as (x & Hx & <-), (Honto h' Hh') as (y & Hy & <-).
  rewrite <- !Hkeeps by (easy || (rewrite plus_length; congruence)). f_equal. rewrite <- Hx in Ha, Hy.
  clear - Ha Hy. revert a y Ha Hy. induction x as [|c x IH]; intros [|a l] [|b y] Ha Hy; try easy.
  injection Ha as Ha. injection Hy as Hy. rewrite !plus_cons, (IH l y Ha Hy). f_equal. unfold scalar_plus. ring.
Qed.

Theorem semidefinite_minimum : local_minimum plus n f F p.
Proof.
  destruct Hinertia as (g & d & Hg & Hdiagonal & Hsigns). destruct (smallest_positive d k z Hsigns) as (m & Hm & Hd).
  destruct (image_bounded plus S n f Hf (length d) g (proj2 (proj2 (proj2 Hg))) (proj1 Hg)) as (M & HM & Hto).
  destruct (image_bounded plus S (length d) g Hg n f (proj2 (proj2 (proj2 Hf))) (proj1 Hf)) as (M' & HM' & Hfrom).
  set (ε := mul (mul (mul m (inv (add one one))) (inv (add one one))) (inv (mul M M))).
  assert (Hε : less zero ε) by (apply less_mul; [now apply half_positive, half_positive|
    now apply inverse_positive, less_mul]).
  destruct (Hexpansion ε Hε) as (δ & Hδ & H). pose proof (less_mul _ _ _ HM HM') as HMM.
  exists (mul δ (inv (mul M M'))). split; [now apply less_mul, inverse_positive|].
  intros u h Hu Huδ (x & Hx & <- & Hentries). destruct (Hfrom u x Hu) as (y & Hy & Ey & Hbound); [now split|].
  pose proof (less_mul _ _ _ HM' Hu) as HMu.
  destruct (parts_bounded (mul M' u) d y (or_introl HMu) Hbound) as [Hflat Hsteep].
  assert (Hsmall : less (mul M (mul M' u)) δ).
  { apply (less_mul_left _ _ _ HMM) in Huδ. replace (mul M (mul M' u)) with (mul (mul M M') u) by ring.
    replace (mul (mul M M') (mul δ (inv (mul M M')))) with δ in Huδ; [exact Huδ|].
    field. split; now apply positive_not_zero. }
  pose proof (flat_length d y Hy) as Hlf. pose proof (steep_length d y Hy) as Hls.
  assert (Hnull : q (g (flat_part d y)) = zero) by (rewrite Hdiagonal by exact Hlf; apply flat_is_null).
  assert (Esum : f x = plus one (g (flat_part d y)) (g (steep_part d y))).
  { rewrite <- Ey. rewrite <- (proj2 (proj2 (proj2 Hg))) by easy. now rewrite parts_sum. }
  rewrite Esum, <- plus_associative by now apply Hg.
  destruct (largest (steep_part d y)) as (v & [Hv|<-] & Hlargest & Hreached).
  - destruct Hreached as [->|(j & Hj & Ej)]; [now elim (less_irreflexive K zero)|]. left.
    rewrite <- (Hvalue (g (flat_part d y))) by (easy || now apply Hg).
    eapply above; [apply (H (mul M (mul M' u)) (mul M v))|].
    + now apply less_mul.
    + exact Hsmall.
    + now apply less_mul.
    + apply (at_most_less _ (mul M (mul M' u))); [|exact Hsmall]. apply at_most_mul; [now left|]. rewrite <- Ej.
      apply (proj1 (within_absolute _ _)), Hsteep, nth_In, Hj.
    + split; [now apply Hg|exact Hnull].
    + apply Hto; [exact HMu|now split].
    + apply Hto; [exact Hv|now split].
    + apply (less_at_most _ (mul (inv (add one one)) (mul m (mul v v)))); [now apply quarter_below|].
      apply at_most_mul; [left; apply half_of_positive|]. rewrite Hdiagonal by exact Hls. rewrite <- Ej.
      rewrite <- square_of_absolute. now apply steep_at_least.
  - right. rewrite <- Hvalue with (h := g (flat_part d y)) by (easy || now apply Hg). f_equal.
    rewrite plus_associative by now apply Hg. f_equal. rewrite <- Esum, <- Ey. f_equal.
    rewrite <- (parts_sum d y Hy) at 2. replace (steep_part d y) with (zeros (K := K) (length d)).
    + rewrite <- Hlf. now rewrite plus_zeros.
    + rewrite <- Hls. clear - Hlargest. induction (steep_part d y) as [|c l IH]; [easy|]. unfold zeros in *.
      cbn [length repeat]. f_equal; [|apply IH; intros c' Hc'; apply Hlargest; now right].
      symmetry. apply absolute_zero, (proj1 (within_absolute _ _)), Hlargest. now left.
Qed.

End Test.
