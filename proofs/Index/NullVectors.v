(** Above a critical point the Hessian without negative eigenvalues, whose zero ones are as many as Γ̄ has dimensions,
  is
    0 in the directions of Γ̄ only. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps Coordinates.
From Equiloss.Index Require Import Copies SecondVariation Splitting CriticalCopies Order.
Import ListNotations.

Local Open Scope nat_scope.

Section Lists.

Context {K : Field}.
Add Field lists_field : (field_laws K).

Lemma diagonal_of_multiple : forall (d x : list K) s,
  diagonal d (scalars_plus s (zeros (length x)) x) = mul (mul s s) (diagonal d x).
Proof.
  induction d as [|c d IH]; intros [|a x] s; try (unfold diagonal; simpl; ring). unfold zeros in *.
  cbn [length repeat]. rewrite plus_cons.
  change (add (mul c (mul (scalar_plus s zero a) (scalar_plus s zero a)))
    (diagonal d (scalars_plus s (repeat zero (length x)) x)) = mul (mul s s) (add (mul c (mul a a)) (diagonal d x))).
  rewrite IH. unfold scalar_plus. ring.
Qed.

Lemma plus_swap : forall s (x y : list K), length x = length y ->
  scalars_plus one (scalars_plus (opp s) (zeros (length y)) y) x = scalars_plus (opp s) x y.
Proof.
  intros s. induction x as [|a x IH]; intros [|b y] H; try easy. injection H as H. unfold zeros in *.
  cbn [length repeat]. rewrite !plus_cons, IH by easy. f_equal. unfold scalar_plus. ring.
Qed.

Lemma plus_back : forall (x y : list K), length x = length y -> scalars_plus (opp one) (scalars_plus one x y) x = y.
Proof.
  induction x as [|a x IH]; intros [|b y] H; try easy. injection H as H. rewrite !plus_cons, IH by easy. f_equal.
  unfold scalar_plus. ring.
Qed.

Lemma difference_zero : forall s (x y : list K), length x = length y ->
  scalars_plus (opp s) x y = zeros (length y) -> x = scalars_plus s (zeros (length y)) y.
Proof.
  intros s. induction x as [|a x IH]; intros [|b y] H E; try easy. injection H as H. unfold zeros in *.
  cbn [length repeat] in *. rewrite plus_cons in *. injection E as Ea E. f_equal; [|now apply IH].
  unfold scalar_plus in *. replace a with (add (add a (mul (opp s) b)) (mul s b)) by ring. rewrite Ea. ring.
Qed.

Lemma multiple_zero : forall x : list K, scalars_plus zero (zeros (length x)) x = zeros (length x).
Proof.
  induction x as [|a x IH]; [easy|]. unfold zeros in *. cbn [length repeat]. rewrite plus_cons, IH. f_equal.
  unfold scalar_plus. ring.
Qed.

Lemma plus_of_multiple : forall s (x y : list K), s <> zero -> length x = length y ->
  scalars_plus (inv s) x (scalars_plus s (zeros (length y)) y) = scalars_plus one x y.
Proof.
  intros s x y Hs. revert y. induction x as [|a x IH]; intros [|b y] H; try easy. injection H as H. unfold zeros in *.
  cbn [length repeat]. rewrite !plus_cons, IH by easy. f_equal. unfold scalar_plus. field. exact Hs.
Qed.

Lemma block_sum_linear : forall t g s (x y : list K), length x = length g -> length y = length g ->
  sum (shares_of t g (scalars_plus s x y)) = scalar_plus s (sum (shares_of t g x)) (sum (shares_of t g y)).
Proof.
  intros t g s. unfold shares_of. induction g as [|u g IH]; intros [|a x] [|b y] Hx Hy; try easy;
    [unfold sum, scalar_plus; simpl; ring|].
  injection Hx as Hx. injection Hy as Hy. rewrite plus_cons. cbn [combine filter fst]. destruct (u =? t).
  - cbn [map snd]. unfold sum in *. cbn [fold_right]. rewrite IH by easy. unfold scalar_plus. ring.
  - now apply IH.
Qed.

Lemma copied_at_most : forall r m g, surjection r m g -> r <= m.
Proof.
  intros r m g [<- Hg]. rewrite <- (seq_length r 0). apply NoDup_incl_length; [apply seq_NoDup|].
  intros t Ht. apply Hg. apply in_seq in Ht. lia.
Qed.

End Lists.

Section Moves.

Context {K : Field} {W A : VectorSpace K} (base : network W A).
Add Field moves_field : (field_laws K).

(** Other shares: each copy's outgoing vector moves along that of the unit. *)
Definition moves (g : list nat) (h : list K) : network W A :=
  map (fun p => (vzero, scale (snd p) (snd (nth (fst p) base (vzero, vzero))))) (combine g h).

Lemma moves_length : forall g h, length h = length g -> length (moves g h) = length g.
Proof. intros g h H. unfold moves. rewrite map_length, combine_length. lia. Qed.

Lemma moves_linear : forall g, keeps network_plus (length g) (moves g).
Proof.
  intros g s. induction g as [|t g IH]; intros [|a x] [|b y] Hx Hy; try easy. injection Hx as Hx. injection Hy as Hy.
  unfold moves in *. rewrite plus_cons. cbn [combine map fst snd]. rewrite IH by easy.
  unfold network_plus at 2, list_plus. cbn [combine map fst snd]. unfold neuron_plus, vector_plus, scalar_plus.
  cbn [fst snd]. f_equal. f_equal; vector_identity.
Qed.

Lemma copies_moved : forall g s (β h : list K), length β = length g -> length h = length g ->
  network_plus s (copies g β base) (moves g h) = copies g (scalars_plus s β h) base.
Proof.
  intros g s. induction g as [|t g IH]; intros [|b β] [|c h] Hβ Hh; try easy. injection Hβ as Hβ. injection Hh as Hh.
  unfold moves, copies in *. rewrite plus_cons. cbn [combine map fst snd]. rewrite <- IH by easy.
  unfold network_plus at 1, list_plus. cbn [combine map fst snd]. unfold neuron_plus, vector_plus, scalar_plus.
  cbn [fst snd]. f_equal. f_equal; vector_identity.
Qed.

Lemma moves_zero : forall g h, (forall t, In t g -> snd (nth t base (vzero, vzero)) <> vzero) ->
  length h = length g -> moves g h = moves g (zeros (length g)) -> h = zeros (length g).
Proof.
  intros g. induction g as [|t g IH]; intros [|b h] Hout Hh E; try easy. injection Hh as Hh. unfold moves, zeros in *.
  cbn [length repeat combine map fst snd] in *. injection E as Eb E.
  f_equal; [|apply IH; try easy; intros u Hu; apply Hout; now right].
  destruct (scalar_eq_dec b zero) as [|Hb]; [easy|]. elim (Hout t (or_introl eq_refl)).
  transitivity (scale (mul (inv b) b) (snd (nth t base (vzero, vzero)))).
  - rewrite <- (scale_one _ _ (snd (nth t base (vzero, vzero)))) at 1. f_equal. field. exact Hb.
  - rewrite scale_mul, Eb, scale_zero. apply scale_vzero.
Qed.

Lemma moved_along : forall g s β h, admissible_shares (length base) g β -> length h = length g ->
  (forall t, t < length base -> sum (shares_of t g h) = zero) ->
  Gamma_bar base g (network_plus s (copies g β base) (moves g h)).
Proof.
  intros g s β h [Hl Hβ] Hh Hsums. rewrite copies_moved by easy. exists (scalars_plus s β h).
  split; [rewrite plus_length; congruence|]. split; [easy|]. intros t Ht.
  change (sum (shares_of t g (scalars_plus s β h)) = one).
  rewrite block_sum_linear, Hβ, Hsums by easy. unfold scalar_plus. ring.
Qed.

End Moves.

Section NullVectors.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A) (m p : nat)
  (g : list nat) (β : list K).
Hypothesis Hg : surjection (length base) m g.
Hypothesis Hcritical : critical L base.
Hypothesis Hout : ~ In vzero (map snd base).
Hypothesis Hβ : admissible_shares (length base) g β.
Hypothesis Hinertia : loss_inertia L (copies g β base) p 0 (m - length base).
Add Field null_field : (field_laws K).

Theorem null_vectors_along : forall δ, length δ = m -> second_variation L (copies g β base) δ = zero ->
  Gamma_bar base g (network_plus one (copies g β base) δ).
Proof.
  intros δ Hδ Hnull. set (θ := copies g β base) in *.
  assert (Hm : length g = m) by apply Hg.
  assert (Hθ : length θ = m) by (unfold θ; rewrite copies_length; [exact Hm|apply Hβ]).
  destruct Hinertia as (F & d & HF & Hdiagonal & Hsigns). pose proof HF as (Hinto & Honto & Hinjective & Hkeeps).
  destruct (positive_part d p 0 _ Hsigns) as (forms & Hlength & Hforms & Hpositive).
  destruct (Honto δ) as (y & Hy & <-); [congruence|]. destruct (Honto θ eq_refl) as (x0 & Hx0 & Ex0).
  destruct (preimages scalars_plus network_plus (fun x => length x = length d) F) with (n := length g) (f := moves base
  g)
    as (J & HJ & HJkeeps).
  { intros s x x' Hx Hx'. rewrite plus_length; congruence. }
  { exact Hkeeps. }
  { exact Hinjective. }
  { apply moves_linear. }
  { intros h Hh. apply Honto. rewrite moves_length; congruence. }
  destruct (common_zero m (S m)
    (map (fun t w => sum (shares_of t g (tl w))) (seq 0 (length base)) ++
     map (fun (l : list K -> K) w => l (scalars_plus (opp (hd zero w)) (J (tl w)) y)) forms)) as (w & Hw & Hne & Hzero).
  - intros l Hl s [|a x] [|b x'] Hx Hx'; try easy. injection Hx as Hx. injection Hx' as Hx'. apply in_app_iff in Hl as
  [Hl|Hl];
      apply in_map_iff in Hl as (t & <- & Ht); rewrite plus_cons; cbn [hd tl].
    + apply block_sum_linear; congruence.
    + destruct (HJ x), (HJ x'); try congruence. rewrite <- (Hforms t Ht) by (rewrite plus_length; congruence). f_equal.
      rewrite HJkeeps by congruence. rewrite <- plus_exchange by congruence. f_equal. unfold scalar_plus. ring.
  - rewrite app_length, !map_length, seq_length, Hlength. pose proof (copied_at_most _ _ _ Hg). lia.
  - lia.
  - destruct w as [|s h]; [easy|]. injection Hw as Hh. rewrite <- Hm in Hh. destruct (HJ h Hh) as [HJh EJ].
    assert (Hsums : forall t, t < length base -> sum (shares_of t g h) = zero).
    { intros t Ht. apply (Hzero (fun w => sum (shares_of t g (tl w)))). apply in_app_iff. left. apply in_map_iff.
      exists t. split; [easy|]. apply in_seq. lia. }
    assert (HJy : length (scalars_plus (opp s) (J h) y) = length d) by (rewrite plus_length; congruence).
    assert (Hsy : length (scalars_plus (opp s) (zeros (length y)) y) = length d)
      by (rewrite plus_length; rewrite zeros_length; congruence).
    assert (Hflat : diagonal d (scalars_plus (opp s) (J h) y) = zero).
    { rewrite <- Hdiagonal, <- plus_swap by congruence. rewrite Hkeeps by easy.
      replace (F (J h)) with (network_plus (opp one) (network_plus one θ (moves base g h)) θ).
      - unfold θ. rewrite (null_directions K W A X L base _ _ _ m g one Hg Hcritical).
        + fold θ. rewrite Hdiagonal, diagonal_of_multiple, <- Hdiagonal, Hnull by congruence. ring.
        + apply (gamma_bar_copies base m g _ Hg). now exists β.
        + now apply moved_along.
        + rewrite Hinto by easy. exact Hθ.
      - rewrite <- EJ, <- Ex0, <- !Hkeeps by (try rewrite plus_length; congruence). now rewrite plus_back by
      congruence. }
    destruct (Hpositive _ HJy) as [E|H].
    + intros l Hl. apply (Hzero (fun w => l (scalars_plus (opp (hd zero w)) (J (tl w)) y))). apply in_app_iff. right.
      apply in_map_iff. now exists l.
    + rewrite <- Hy in E. apply difference_zero in E; [|congruence]. destruct (scalar_eq_dec s zero) as [->|Hs].
      * exfalso. apply Hne. change (zeros (S m)) with (@zero K :: zeros m). f_equal. rewrite <- Hm.
        apply (moves_zero base g h); [|exact Hh|].
        -- intros t Ht Et. apply Hout. rewrite <- Et. apply in_map, nth_In. now apply Hg.
        -- rewrite <- EJ, <- (proj2 (HJ _ (zeros_length _))). f_equal.
           rewrite (vectors_zeros (length g) (length d) J HJkeeps) by now apply HJ, zeros_length.
           rewrite E, <- Hy. apply multiple_zero.
      * replace (network_plus one θ (F y)) with (network_plus (inv s) θ (moves base g h)); [now apply moved_along|].
        rewrite <- EJ, <- Ex0, <- !Hkeeps, E by congruence. f_equal. apply plus_of_multiple; congruence.
    + rewrite Hflat in H. now elim (less_irreflexive K zero).
Qed.

End NullVectors.
