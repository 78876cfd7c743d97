(** Sylvester's law, that an inertia is unique, and that there is one. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import DimensionUnique OrderedFields Coordinates.
From Equiloss.Index Require Import Order Inertia.
Import ListNotations.

Local Open Scope nat_scope.

Section Sylvester.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

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
  intros n b s x y v [Hl Hs] Hx Hy Hv. assert (Hxy : length (scalars_plus s x y) = n) by (rewrite plus_length;
    congruence).
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

End Sylvester.
