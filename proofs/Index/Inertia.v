(** Inertia: sums and images. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps Coordinates.
From Equiloss.Index Require Import Order.
Import ListNotations.

Local Open Scope nat_scope.

Section Coordinates.

Context {K : Field}.
Add Field K_field : (field_laws K).

Lemma scalars_firstn : forall n s (x y : list K),
  firstn n (scalars_plus s x y) = scalars_plus s (firstn n x) (firstn n y).
Proof. intros n s x y. apply (list_towards_firstn (@scalar_plus K)). Qed.

Lemma scalars_skipn : forall n s (x y : list K), length x = length y ->
  skipn n (scalars_plus s x y) = scalars_plus s (skipn n x) (skipn n y).
Proof. intros n s x y. apply (list_towards_skipn (@scalar_plus K)). Qed.

(** Coordinates of a sum of two subspaces, which need not lie in one space. *)
Lemma sum_coordinates : forall {X1 X2 X : Type} (plus1 : K -> X1 -> X1 -> X1) (plus2 : K -> X2 -> X2 -> X2)
    (plus : K -> X -> X -> X) (S1 : X1 -> Prop) (S2 : X2 -> Prop) (S : X -> Prop) (h : X1 -> X2 -> X) n1 n2 f1 f2,
  (forall x y, S1 x -> S2 y -> S (h x y)) ->
  (forall v, S v -> exists x y, S1 x /\ S2 y /\ h x y = v) ->
  (forall x y x' y', S1 x -> S2 y -> S1 x' -> S2 y' -> h x y = h x' y' -> x = x' /\ y = y') ->
  (forall s x y x' y', S1 x -> S2 y -> S1 x' -> S2 y' ->
    h (plus1 s x x') (plus2 s y y') = plus s (h x y) (h x' y')) ->
  linear_coordinates plus1 S1 n1 f1 -> linear_coordinates plus2 S2 n2 f2 ->
  linear_coordinates plus S (n1 + n2) (fun x => h (f1 (firstn n1 x)) (f2 (skipn n1 x))).
Proof.
  intros X1 X2 X plus1 plus2 plus S1 S2 S h n1 n2 f1 f2 Hin Hon Hinj Hlin (I1 & O1 & J1 & L1) (I2 & O2 & J2 & L2).
  assert (Hfirst : forall x : list K, length x = n1 + n2 -> length (firstn n1 x) = n1)
    by (intros x Hx; rewrite firstn_length; lia).
  assert (Hsecond : forall x : list K, length x = n1 + n2 -> length (skipn n1 x) = n2)
    by (intros x Hx; rewrite skipn_length; lia).
  split; [|split; [|split]].
  - auto.
  - intros v Hv. destruct (Hon v Hv) as (p & q & Hp & Hq & <-).
    destruct (O1 p Hp) as (x & Hx & <-), (O2 q Hq) as (y & Hy & <-). exists (x ++ y).
    split; [rewrite app_length; congruence|].
    rewrite firstn_app, skipn_app, Hx, Nat.sub_diag, <- Hx, firstn_all, skipn_all. simpl. now rewrite app_nil_r.
  - intros x y Hx Hy H. apply Hinj in H as [H1 H2]; auto.
    rewrite <- (firstn_skipn n1 x), <- (firstn_skipn n1 y). f_equal; auto.
  - intros s x y Hx Hy. rewrite scalars_firstn, scalars_skipn, L1, L2 by (auto || congruence). auto.
Qed.

(** Coordinates have a dimension in the sense of affine subspaces too. *)
Lemma coordinates_dimension : forall {X : Type} (plus towards : K -> X -> X -> X) (S : X -> Prop) n f,
  (forall s x y, S x -> S y -> plus s (plus (opp s) x x) y = towards s x y) ->
  linear_coordinates plus S n f -> affine_of_dimension towards S n.
Proof.
  intros X plus towards S n f Htowards (Hinto & Honto & Hinjective & Hlinear).
  exists f. repeat split; try easy. intros s x y Hx Hy. rewrite <- Htowards, <- !Hlinear; auto.
  - f_equal. clear Hinto Honto Hinjective Hlinear. revert n y Hx Hy.
    induction x as [|a x IH]; intros n [|b y] Hx Hy; [easy|now rewrite <- Hx in Hy|now rewrite <- Hx in Hy|].
    rewrite !plus_cons. change (scalars_towards s (a :: x) (b :: y)) with (scalar_towards s a b :: scalars_towards s x
      y).
    destruct n as [|n]; [easy|]. injection Hx as Hx. injection Hy as Hy. f_equal; [|exact (IH n y Hx Hy)].
    unfold scalar_plus, scalar_towards. ring.
  - rewrite plus_length; congruence.
Qed.

End Coordinates.

Section Inertia.

Context {K : OrderedField}.
Add Field K_field2 : (field_laws K).

(** Q on a sum of two subspaces, without mixed terms. *)
Lemma inertia_sum : forall {X1 X2 X : Type} (plus1 : K -> X1 -> X1 -> X1) (plus2 : K -> X2 -> X2 -> X2)
    (plus : K -> X -> X -> X) (S1 : X1 -> Prop) (S2 : X2 -> Prop) (S : X -> Prop) (h : X1 -> X2 -> X)
    (Q1 : X1 -> K) (Q2 : X2 -> K) (Q : X -> K) p1 q1 z1 p2 q2 z2,
  (forall x y, S1 x -> S2 y -> S (h x y)) ->
  (forall v, S v -> exists x y, S1 x /\ S2 y /\ h x y = v) ->
  (forall x y x' y', S1 x -> S2 y -> S1 x' -> S2 y' -> h x y = h x' y' -> x = x' /\ y = y') ->
  (forall s x y x' y', S1 x -> S2 y -> S1 x' -> S2 y' ->
    h (plus1 s x x') (plus2 s y y') = plus s (h x y) (h x' y')) ->
  (forall x y, S1 x -> S2 y -> Q (h x y) = add (Q1 x) (Q2 y)) ->
  inertia_on plus1 S1 Q1 p1 q1 z1 -> inertia_on plus2 S2 Q2 p2 q2 z2 ->
  inertia_on plus S Q (p1 + p2) (q1 + q2) (z1 + z2).
Proof.
  intros X1 X2 X plus1 plus2 plus S1 S2 S h Q1 Q2 Q p1 q1 z1 p2 q2 z2 Hin Hon Hinj Hlin HQ
    (f1 & d1 & C1 & E1 & G1) (f2 & d2 & C2 & E2 & G2).
  exists (fun x => h (f1 (firstn (length d1) x)) (f2 (skipn (length d1) x))), (d1 ++ d2).
  rewrite app_length. split; [now apply (sum_coordinates plus1 plus2 plus S1 S2 S)|]. split; [|now apply signs_app].
  intros x Hx. destruct C1 as (I1 & _), C2 as (I2 & _).
  assert (Hfirst : length (firstn (length d1) x) = length d1) by (rewrite firstn_length; lia).
  assert (Hsecond : length (skipn (length d1) x) = length d2) by (rewrite skipn_length; lia).
  rewrite HQ, E1, E2, <- diagonal_app, firstn_skipn; auto.
Qed.

(** The image under a linear bijection of S and T. *)
Lemma inertia_image : forall {X Y : Type} (plus : K -> X -> X -> X) (plus' : K -> Y -> Y -> Y) (S : X -> Prop)
    (T : Y -> Prop) (h : X -> Y) (Q : X -> K) (Q' : Y -> K) p q z,
  (forall x, S x -> T (h x)) -> (forall y, T y -> exists x, S x /\ h x = y) ->
  (forall x x', S x -> S x' -> h x = h x' -> x = x') ->
  (forall s x x', S x -> S x' -> h (plus s x x') = plus' s (h x) (h x')) ->
  (forall x, S x -> Q' (h x) = Q x) ->
  inertia_on plus S Q p q z -> inertia_on plus' T Q' p q z.
Proof.
  intros X Y plus plus' S T h Q Q' p q z Hin Hon Hinj Hlin HQ (f & d & (I & O & J & L) & E & G).
  exists (fun x => h (f x)), d. split; [|split; [|exact G]].
  - split; [auto|]. split; [|split].
    + intros y Hy. destruct (Hon y Hy) as (v & Hv & <-). destruct (O v Hv) as (x & Hx & <-). now exists x.
    + intros x y Hx Hy H. apply J; auto.
    + intros s x y Hx Hy. rewrite L by easy. auto.
  - intros x Hx. rewrite HQ; auto.
Qed.

(** The other way round. *)
Lemma inertia_preimage : forall {X Y : Type} (plus : K -> X -> X -> X) (plus' : K -> Y -> Y -> Y) (S : X -> Prop)
    (T : Y -> Prop) (h : X -> Y) (Q : X -> K) (Q' : Y -> K) p q z,
  (forall s x y, S x -> S y -> S (plus s x y)) ->
  (forall x, S x -> T (h x)) -> (forall y, T y -> exists x, S x /\ h x = y) ->
  (forall x x', S x -> S x' -> h x = h x' -> x = x') ->
  (forall s x x', S x -> S x' -> h (plus s x x') = plus' s (h x) (h x')) ->
  (forall x, S x -> Q' (h x) = Q x) ->
  inertia_on plus' T Q' p q z -> inertia_on plus S Q p q z.
Proof.
  intros X Y plus plus' S T h Q Q' p q z Hclosed Hin Hon Hinj Hlin HQ (f & d & (I & O & J & L) & E & G).
  destruct (preimages plus plus' S h Hclosed Hlin Hinj (length d) f L) as (f' & Hf' & L').
  { intros x Hx. apply Hon, I, Hx. }
  exists f', d. split; [|split; [|exact G]].
  - split; [intros x Hx; now apply Hf'|]. split; [|split; [|exact L']].
    + intros v Hv. destruct (O (h v) (Hin v Hv)) as (x & Hx & Ex). exists x. split; [exact Hx|].
      destruct (Hf' x Hx) as [H1 H2]. apply Hinj; congruence.
    + intros x y Hx Hy H. apply J; [easy|easy|]. destruct (Hf' x Hx) as [_ <-], (Hf' y Hy) as [_ <-]. now rewrite H.
  - intros x Hx. destruct (Hf' x Hx) as [H1 H2]. rewrite <- HQ, H2 by exact H1. auto.
Qed.

Lemma inertia_ext : forall {X : Type} (plus : K -> X -> X -> X) (S S' : X -> Prop) (Q Q' : X -> K) p q z,
  (forall x, S x <-> S' x) -> (forall x, S x -> Q x = Q' x) -> inertia_on plus S Q p q z -> inertia_on plus S' Q' p q z.
Proof.
  intros X plus S S' Q Q' p q z HS HQ (f & d & (I & O & J & L) & E & G).
  exists f, d. split; [|split; [|exact G]].
  - split; [intros x Hx; now apply HS, I|]. split; [|easy]. intros v Hv. now apply O, HS.
  - intros x Hx. rewrite <- HQ; auto.
Qed.

Lemma inertia_opp : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) p q z,
  inertia_on plus S Q p q z -> inertia_on plus S (fun x => opp (Q x)) q p z.
Proof.
  intros X plus S Q p q z (f & d & C & E & G). exists f, (map opp d). rewrite map_length.
  split; [exact C|]. split; [|now apply signs_opp]. intros x Hx. now rewrite diagonal_opp, E.
Qed.

Lemma inertia_positive_multiple : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) (c : K) p q
    z,
  less zero c -> inertia_on plus S Q p q z -> inertia_on plus S (fun x => mul c (Q x)) p q z.
Proof.
  intros X plus S Q c p q z Hc (f & d & C & E & G). exists f, (map (mul c) d). rewrite map_length.
  split; [exact C|]. split; [|now apply signs_positive_multiple]. intros x Hx. now rewrite diagonal_multiple, E.
Qed.

Lemma inertia_zero : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) n f,
  linear_coordinates plus S n f -> (forall x, S x -> Q x = zero) -> inertia_on plus S Q 0 0 n.
Proof.
  intros X plus S Q n f C HQ. exists f, (zeros n). rewrite zeros_length. split; [exact C|]. split; [|apply signs_zeros].
  intros x Hx. rewrite diagonal_zeros. apply HQ, C, Hx.
Qed.

End Inertia.
