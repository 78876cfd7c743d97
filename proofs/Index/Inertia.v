(** Inertia: sums and images, Sylvester's law, and existence. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps DimensionUnique OrderedFields Coordinates.
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
    rewrite !plus_cons. change (scalars_towards s (a :: x) (b :: y)) with (scalar_towards s a b :: scalars_towards s x y).
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

Lemma inertia_positive_multiple : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) (c : K) p q z,
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

(** ** Sylvester's law *)

Lemma fewer_positive : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) p q z p' q' z',
  inertia_on plus S Q p q z -> inertia_on plus S Q p' q' z' -> p <= p'.
Proof.
  intros X plus S Q p q z p' q' z' (f & d & (I & O & J & L) & E & G) (f' & d' & (I' & O' & J' & L') & E' & G').
  apply Nat.nlt_ge. intro Hlt.
  destruct (preimages scalars_plus plus (fun x => length x = length d') f') with (f := f) (n := length d)
    as (g & Hg & Lg); try easy.
  { intros s x y Hx Hy. now rewrite plus_length; [|congruence]. }
  { intros x Hx. apply O', I, Hx. }
  destruct (positive_part d p q z G) as (forms & Hforms & Kforms & Hpositive).
  destruct (other_part d' p' q' z' G') as (forms' & Hforms' & Kforms' & Hother).
  destruct (common_zero (q + z + p') (length d) (forms ++ map (fun l x => l (g x)) forms')) as (x & Hx & Hne & Hzero).
  - intros l Hl. apply in_app_iff in Hl as [Hl|Hl]; [now apply Kforms|].
    apply in_map_iff in Hl as (l' & <- & Hl'). intros s x y Hx Hy. rewrite Lg by easy.
    apply Kforms'; [easy|now apply Hg|now apply Hg].
  - rewrite app_length, map_length. congruence.
  - rewrite (signs_length d p q z G). lia.
  - destruct (Hg x Hx) as [Hgx Efg].
    destruct (Hpositive x Hx) as [H|H]; [intros l Hl; apply Hzero, in_or_app; now left|easy|].
    apply (Hother (g x) Hgx).
    + intros l Hl. apply (Hzero (fun x => l (g x))), in_or_app. right. apply in_map_iff. now exists l.
    + now rewrite <- E', Efg, E by easy.
Qed.

Lemma inertia_unique_signs : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) p q z p' q' z',
  inertia_on plus S Q p q z -> inertia_on plus S Q p' q' z' -> p = p' /\ q = q'.
Proof.
  intros X plus S Q p q z p' q' z' H H'. split; apply Nat.le_antisymm.
  - exact (fewer_positive plus S Q p q z p' q' z' H H').
  - exact (fewer_positive plus S Q p' q' z' p q z H' H).
  - exact (fewer_positive plus S _ q p z q' p' z' (inertia_opp plus S Q p q z H) (inertia_opp plus S Q p' q' z' H')).
  - exact (fewer_positive plus S _ q' p' z' q p z (inertia_opp plus S Q p' q' z' H') (inertia_opp plus S Q p q z H)).
Qed.

(** A space has one number of coordinates. *)
Lemma coordinates_unique : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) n n' f f',
  linear_coordinates plus S n f -> linear_coordinates plus S n' f' -> n = n'.
Proof.
  intros X plus S n n' f f' C C'.
  apply (dimension_unique K X (fun s x y => plus s (plus (opp s) x x) y) S n n' ordered_characteristic_zero);
    now apply (coordinates_dimension plus) with (2 := C) || now apply (coordinates_dimension plus) with (2 := C').
Qed.

Lemma inertia_coordinates : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) p q z,
  inertia_on plus S Q p q z -> exists f, linear_coordinates plus S (p + q + z) f.
Proof.
  intros X plus S Q p q z (f & d & C & _ & G). exists f. now rewrite <- (signs_length d p q z G).
Qed.

Lemma inertia_unique_numbers : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) p q z p' q' z',
  inertia_on plus S Q p q z -> inertia_on plus S Q p' q' z' -> p = p' /\ q = q' /\ z = z'.
Proof.
  intros X plus S Q p q z p' q' z' H H'. destruct (inertia_unique_signs plus S Q p q z p' q' z' H H') as [-> ->].
  split; [easy|]. split; [easy|]. apply inertia_coordinates in H as (f & C), H' as (f' & C').
  pose proof (coordinates_unique plus S _ _ f f' C C'). lia.
Qed.

(** ** Existence *)

Lemma own_coordinates : forall n, linear_coordinates scalars_plus (fun x : list K => length x = n) n (fun x => x).
Proof. intro n. split; [easy|]. split; [intros x Hx; now exists x|easy]. Qed.

(** The square of a coordinate, with a factor. *)
Lemma inertia_of_square : forall c : K, exists p q z,
  inertia_on scalar_plus (fun _ => True) (fun s => mul c (mul s s)) p q z /\ signs [c] p q z.
Proof.
  intro c. destruct (signs_exist [c]) as (p & q & z & H). exists p, q, z. split; [|exact H].
  exists (hd zero), [c]. split; [|split; [|exact H]].
  - split; [easy|]. split; [intros s _; now exists [s]|]. split.
    + intros [|a [|]] [|b [|]]; simpl; try easy. now intros _ _ ->.
    + intros s [|a [|]] [|b [|]]; easy.
  - intros [|a [|]] Hx; try easy. unfold diagonal. simpl. ring.
Qed.

Definition bilinear (n : nat) (b : list K -> list K -> K) : Prop :=
  (forall x, length x = n -> keeps scalar_plus n (b x)) /\ forall x y, length x = n -> length y = n -> b x y = b y x.

Lemma bilinear_left : forall n b s x y v, bilinear n b -> length x = n -> length y = n -> length v = n ->
  b (scalars_plus s x y) v = scalar_plus s (b x v) (b y v).
Proof.
  intros n b s x y v [Hl Hs] Hx Hy Hv. assert (Hxy : length (scalars_plus s x y) = n) by (rewrite plus_length; congruence).
  rewrite (Hs _ v), Hl, (Hs v x), (Hs v y) by easy. easy.
Qed.

Lemma bilinear_zero_or_not : forall n b, bilinear n b ->
  (forall x, length x = n -> b x x = zero) \/ exists v, length v = n /\ b v v <> zero.
Proof.
  intros n b Hb. destruct (everywhere_or_not n (fun x => forall y, length y = n -> b x y = zero)) as [H|(x & Hx & H)].
  - intros x Hx. destruct (form_zero_or_not n (b x)) as [H|(y & Hy & H)]; [now apply Hb|now left|right].
    intro H'. now apply H, H'.
  - intros s x y Hx Hy H H' v Hv. rewrite (bilinear_left n) by easy. rewrite H, H' by easy. unfold scalar_plus. ring.
  - left. intros x Hx. now apply H.
  - right. destruct (form_zero_or_not n (b x)) as [H'|(y & Hy & H')]; [now apply Hb|easy|].
    destruct (scalar_eq_dec (b x x) zero) as [Exx|]; [|now exists x].
    destruct (scalar_eq_dec (b y y) zero) as [Eyy|]; [|now exists y].
    assert (Hxy : length (scalars_plus one x y) = n) by (rewrite plus_length; congruence).
    exists (scalars_plus one x y). split; [exact Hxy|]. rewrite (bilinear_left n) by easy.
    rewrite !(proj1 Hb _) by easy. rewrite (proj2 Hb y x) by easy. rewrite Exx, Eyy. intro E. apply H'.
    unfold scalar_plus in E. replace (b x y) with (mul (inv (add one one)) (mul (add one one) (b x y)))
      by (field; apply two_not_zero). replace (mul (add one one) (b x y)) with (@zero K); [ring|].
    rewrite <- E. ring.
Qed.

Theorem inertia_exists_on_lists : forall n b, bilinear n b ->
  exists p q z, inertia_on scalars_plus (fun x => length x = n) (fun x => b x x) p q z.
Proof.
  induction n as [|n IH]; intros b Hb.
  - exists 0, 0, 0. apply (inertia_zero scalars_plus _ _ 0 (fun x => x) (own_coordinates 0)).
    intros [|] Hx; [|easy]. now apply (form_zeros 0 (b [])), Hb.
  - destruct (bilinear_zero_or_not (S n) b Hb) as [H|(v & Hv & Hne)].
    + exists 0, 0, (S n). now apply (inertia_zero scalars_plus _ _ (S n) (fun x => x) (own_coordinates (S n))).
    + destruct (kernel_coordinates n (b v) (proj1 Hb v Hv)) as (j & C); [now exists v|].
      destruct (split_along n (b v) v j (proj1 Hb v Hv) Hv Hne C) as (Hon & Hvalue & Hinj).
      destruct C as (Hinto & _ & _ & Hlinear).
      destruct (IH (fun x y => b (j x) (j y))) as (p2 & q2 & z2 & H2).
      { split; [|intros x y Hx Hy; apply Hb; now apply Hinto]. intros x Hx s y y' Hy Hy'. rewrite Hlinear by easy.
        apply Hb; now apply Hinto. }
      destruct (inertia_of_square (b v v)) as (p1 & q1 & z1 & H1 & _).
      exists (p1 + p2), (q1 + q2), (z1 + z2).
      apply (inertia_sum scalar_plus scalars_plus scalars_plus (fun _ => True) (fun x => length x = n)
        (fun x => length x = S n) (fun s x => scalars_plus s (j x) v) (fun s => mul (b v v) (mul s s))
        (fun x => b (j x) (j x))) with (6 := H1) (7 := H2).
      * intros s x _ Hx. now apply Hvalue.
      * intros y Hy. destruct (Hon y Hy) as (x & Hx & E). now exists (mul (inv (b v v)) (b v y)), x.
      * intros s x s' x' _ Hx _ Hx'. now apply Hinj.
      * intros t s x s' x' _ Hx _ Hx'. rewrite Hlinear by easy.
        destruct (Hinto x Hx) as [Hjx _], (Hinto x' Hx') as [Hjx' _]. apply plus_exchange; congruence.
      * intros s x _ Hx. destruct (Hinto x Hx) as [Hjx Hvx], (Hvalue s x Hx) as [Hlength Hvs].
        rewrite (bilinear_left (S n)), Hvs by easy. rewrite (proj1 Hb (j x)), (proj2 Hb (j x) v), Hvx by easy.
        unfold scalar_plus. ring.
Qed.

End Inertia.
