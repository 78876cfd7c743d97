(** Ordered fields, the signs of scalars, and sums Σ d_i x_i². *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.

Import ListNotations.

Local Open Scope nat_scope.

Section Order.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Lemma opp_less : forall x : K, less zero x -> less (opp x) zero.
Proof.
  intros x H. apply (less_add K zero x (opp x)) in H.
  replace (add x (opp x)) with (@zero K) in H by ring. now replace (add zero (opp x)) with (opp x) in H by ring.
Qed.

Lemma less_asymmetric : forall x y : K, less x y -> ~ less y x.
Proof. intros x y H H'. apply (less_irreflexive K x). now apply (less_transitive K x y x). Qed.

Lemma positive_sum : forall x y : K, less zero x -> less zero y -> less zero (add x y).
Proof.
  intros x y Hx Hy. apply (less_transitive K zero y); [exact Hy|]. apply (less_add K zero x y) in Hx.
  now replace (add zero y) with y in Hx by ring.
Qed.

Lemma not_positive_sum : forall x y : K, ~ less zero x -> ~ less zero y -> ~ less zero (add x y).
Proof.
  intros x y Hx Hy H. destruct (less_total zero x) as [H'|[H'|H']]; [easy| |].
  - apply Hy. subst x. now replace (add zero y) with y in H by ring.
  - apply Hy. apply (less_transitive K zero (add x y)); [exact H|]. apply (less_add K x zero y) in H'.
    now replace (add zero y) with y in H' by ring.
Qed.

Lemma positive_square : forall x : K, x <> zero -> less zero (mul x x).
Proof.
  intros x Hx. destruct (less_total zero x) as [H|[H|H]]; [now apply less_mul|congruence|].
  replace (mul x x) with (mul (opp x) (opp x)) by ring. now apply less_mul; apply less_opp.
Qed.

Lemma not_negative_square : forall x : K, ~ less (mul x x) zero.
Proof.
  intros x H. destruct (scalar_eq_dec x zero) as [->|Hx].
  - apply (less_irreflexive K zero). now replace (mul zero zero) with (@zero K) in H by ring.
  - now apply (less_asymmetric zero (mul x x)); [apply positive_square|].
Qed.

Lemma negative_product : forall x y : K, less x zero -> less zero y -> less (mul x y) zero.
Proof.
  intros x y Hx Hy. replace (mul x y) with (opp (mul (opp x) y)) by ring.
  apply opp_less, less_mul; [now apply less_opp|exact Hy].
Qed.

(** ** Signs *)

Lemma signs_exist : forall l : list K, exists p q z, signs l p q z.
Proof.
  induction l as [|s l (p & q & z & H)]; [exists 0, 0, 0; constructor|].
  destruct (less_total s zero) as [Hs|[->|Hs]].
  - exists p, (S q), z. now constructor.
  - exists p, q, (S z). now constructor.
  - exists (S p), q, z. now constructor.
Qed.

Lemma signs_length : forall (l : list K) p q z, signs l p q z -> length l = p + q + z.
Proof. intros l p q z H. induction H; simpl; lia. Qed.

Lemma signs_app : forall (l l' : list K) p q z p' q' z', signs l p q z -> signs l' p' q' z' ->
  signs (l ++ l') (p + p') (q + q') (z + z').
Proof. intros l l' p q z p' q' z' H H'. induction H; simpl; [easy| | |]; now constructor. Qed.

Lemma signs_zeros : forall n, @signs K (zeros n) 0 0 n.
Proof. induction n as [|n IH]; [constructor|]. now apply zero_first. Qed.

Lemma signs_opp : forall (l : list K) p q z, signs l p q z -> signs (map opp l) q p z.
Proof.
  intros l p q z H. induction H; simpl.
  - constructor.
  - constructor; [now apply opp_less|easy].
  - constructor; [now apply less_opp|easy].
  - replace (opp zero) with (@zero K) by ring. now constructor.
Qed.

Lemma signs_positive_multiple : forall (c : K) l p q z, less zero c -> signs l p q z -> signs (map (mul c) l) p q z.
Proof.
  intros c l p q z Hc H. induction H; simpl.
  - constructor.
  - constructor; [now apply less_mul|easy].
  - constructor; [|easy]. replace (mul c s) with (mul s c) by ring. now apply negative_product.
  - replace (mul c zero) with (@zero K) by ring. now constructor.
Qed.

(** ** Sums Σ d_i x_i² *)

Lemma diagonal_cons : forall (s : K) d a x, diagonal (s :: d) (a :: x) = add (mul s (mul a a)) (diagonal d x).
Proof. easy. Qed.

Lemma diagonal_app : forall (d d' x x' : list K), length x = length d ->
  diagonal (d ++ d') (x ++ x') = add (diagonal d x) (diagonal d' x').
Proof.
  induction d as [|s d IH]; intros d' [|a x] x' H; try easy.
  - change (diagonal d' x' = add zero (diagonal d' x')). ring.
  - cbn [app]. rewrite !diagonal_cons, IH by now injection H. ring.
Qed.

Lemma diagonal_multiple : forall (c : K) d x, diagonal (map (mul c) d) x = mul c (diagonal d x).
Proof.
  intros c. induction d as [|s d IH]; intros [|a x]; try (unfold diagonal; simpl; ring).
  cbn [map]. rewrite !diagonal_cons, IH. ring.
Qed.

Lemma diagonal_opp : forall (d x : list K), diagonal (map opp d) x = opp (diagonal d x).
Proof.
  induction d as [|s d IH]; intros [|a x]; try (unfold diagonal; simpl; ring).
  cbn [map]. rewrite !diagonal_cons, IH. ring.
Qed.

Lemma diagonal_zeros : forall n x, diagonal (zeros n) x = @zero K.
Proof.
  induction n as [|n IH]; intros [|a x]; try easy. change (zeros (S n)) with (@zero K :: zeros n).
  rewrite diagonal_cons, IH. ring.
Qed.

(** Forms of all coordinates but the first, and the first one. *)
Definition of_tails (forms : list (list K -> K)) : list (list K -> K) := map (fun l x => l (tl x)) forms.

Lemma of_tails_keep : forall n forms, (forall l, In l forms -> keeps scalar_plus n l) ->
  forall l, In l (of_tails forms) -> keeps scalar_plus (S n) l.
Proof.
  intros n forms Hforms l Hl. apply in_map_iff in Hl as (l' & <- & Hl').
  intros s [|a x] [|b y] Hx Hy; try easy. apply Hforms; [exact Hl'|now injection Hx|now injection Hy].
Qed.

Lemma head_keeps : forall n forms, (forall l, In l forms -> keeps scalar_plus n l) ->
  forall l, In l (hd zero :: of_tails forms) -> keeps scalar_plus (S n) l.
Proof. intros n forms Hforms l [<-|Hl]; [intros s [|a x] [|b y] Hx Hy; easy|now apply (of_tails_keep n forms)]. Qed.

Lemma of_tails_zero : forall forms a x, (forall l, In l (of_tails forms) -> l (a :: x) = zero) ->
  forall l, In l forms -> l x = zero.
Proof. intros forms a x H l Hl. apply (H (fun x => l (tl x))). apply in_map_iff. now exists l. Qed.

Lemma diagonal_cons_zero : forall (s : K) d x, diagonal (s :: d) (zero :: x) = diagonal d x.
Proof. intros. rewrite diagonal_cons. ring. Qed.

Lemma diagonal_at_zero : forall d, diagonal d (zeros (length d)) = @zero K.
Proof.
  induction d as [|s d IH]; [easy|]. cbn [length]. change (zeros (S (length d))) with (@zero K :: zeros (length d)).
  now rewrite diagonal_cons_zero.
Qed.

(** Where as many forms vanish as scalars aren't positive, the sum is positive but at 0. *)
Lemma positive_part : forall (d : list K) p q z, signs d p q z ->
  exists forms, length forms = q + z /\ (forall l, In l forms -> keeps scalar_plus (length d) l) /\
    forall x, length x = length d -> (forall l, In l forms -> l x = zero) ->
      x = zeros (length d) \/ less zero (diagonal d x).
Proof.
  assert (Hskip : forall s (d : list K) forms, (forall x, length x = length d -> (forall l, In l forms -> l x = zero) ->
      x = zeros (length d) \/ less zero (diagonal d x)) ->
    forall x, length x = S (length d) -> (forall l, In l (hd zero :: of_tails forms) -> l x = zero) ->
      x = zeros (S (length d)) \/ less zero (diagonal (s :: d) x)).
  { intros s d forms IH [|a x] Hx Hzero; [easy|]. injection Hx as Hx.
    assert (Ha : a = zero) by (apply (Hzero (hd zero)); now left). subst a. rewrite diagonal_cons_zero.
    destruct (IH x Hx (of_tails_zero forms zero x (fun l Hl => Hzero l (or_intror Hl)))) as [->|H]; [now left|now
      right]. }
  intros d p q z H. induction H as [|s d p q z Hs H (forms & Hlength & Hforms & IH)
    |s d p q z Hs H (forms & Hlength & Hforms & IH)|d p q z H (forms & Hlength & Hforms & IH)].
  - exists []. split; [easy|]. split; [easy|]. intros [|]; [now left|easy].
  - exists (of_tails forms). split; [unfold of_tails; now rewrite map_length|]. split; [now apply of_tails_keep|].
    intros [|a x] Hx Hzero; [easy|]. injection Hx as Hx.
    destruct (scalar_eq_dec a zero) as [->|Ha]; [rewrite diagonal_cons_zero|rewrite diagonal_cons];
      destruct (IH x Hx (of_tails_zero forms _ x Hzero)) as [->|Hpositive]; auto; right.
    + rewrite diagonal_at_zero. replace (add (mul s (mul a a)) zero) with (mul s (mul a a)) by ring.
      now apply less_mul, positive_square.
    + apply positive_sum; [|exact Hpositive]. now apply less_mul, positive_square.
  - exists (hd zero :: of_tails forms). split; [unfold of_tails; simpl; rewrite map_length; lia|].
    split; [now apply head_keeps|now apply Hskip].
  - exists (hd zero :: of_tails forms). split; [unfold of_tails; simpl; rewrite map_length; lia|].
    split; [now apply head_keeps|now apply Hskip].
Qed.

(** Where as many forms vanish as scalars are positive, the sum isn't positive. *)
Lemma other_part : forall (d : list K) p q z, signs d p q z ->
  exists forms, length forms = p /\ (forall l, In l forms -> keeps scalar_plus (length d) l) /\
    forall x, length x = length d -> (forall l, In l forms -> l x = zero) -> ~ less zero (diagonal d x).
Proof.
  intros d p q z H. induction H as [|s d p q z Hs H (forms & Hlength & Hforms & IH)
    |s d p q z Hs H (forms & Hlength & Hforms & IH)|d p q z H (forms & Hlength & Hforms & IH)].
  - exists []. split; [easy|]. split; [easy|]. intros [|]; [|easy]. intros _ _. apply less_irreflexive.
  - exists (hd zero :: of_tails forms). split; [unfold of_tails; simpl; rewrite map_length; congruence|].
    split; [now apply head_keeps|]. intros [|a x] Hx Hzero; [easy|]. injection Hx as Hx.
    assert (Ha : a = zero) by (apply (Hzero (hd zero)); now left). subst a. rewrite diagonal_cons_zero.
    exact (IH x Hx (of_tails_zero forms zero x (fun l Hl => Hzero l (or_intror Hl)))).
  - exists (of_tails forms). split; [unfold of_tails; now rewrite map_length|]. split; [now apply of_tails_keep|].
    intros [|a x] Hx Hzero; [easy|]. injection Hx as Hx. rewrite diagonal_cons.
    apply not_positive_sum; [|exact (IH x Hx (of_tails_zero forms a x Hzero))]. intro H'.
    apply (not_negative_square a). apply opp_less in H'.
    destruct (less_total zero (mul a a)) as [Hp|[E|Hn]]; [| |exact Hn].
    + elim (less_asymmetric (opp (mul s (mul a a))) zero H'). now apply less_opp, negative_product.
    + rewrite <- E in H'. elim (less_irreflexive K zero). now replace (opp (mul s zero)) with (@zero K) in H' by ring.
  - exists (of_tails forms). split; [unfold of_tails; now rewrite map_length|]. split; [now apply of_tails_keep|].
    intros [|a x] Hx Hzero; [easy|]. injection Hx as Hx. rewrite diagonal_cons.
    replace (add (mul zero (mul a a)) (diagonal d x)) with (diagonal d x) by ring.
    exact (IH x Hx (of_tails_zero forms a x Hzero)).
Qed.

End Order.
