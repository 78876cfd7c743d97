(** What a unit of a deep network is in terms of the units before it: a formal sum. Replacements within the measure keep
    the formal sums of the outputs. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers.
Import ListNotations.

(** ** Masses up to an equivalence *)

Definition equivalence {X : Type} (E : X -> X -> bool) : Prop :=
  (forall x, E x x = true) /\ (forall x y, E x y = true -> E y x = true) /\
  (forall x y z, E x y = true -> E y z = true -> E x z = true).

Section Masses.

Context {K : Field} {X : Type} (E : X -> X -> bool).
Add Field K_field4 : (field_laws K).

(** What belongs to [x], or to what is equivalent to it. *)
Definition class_mass (l : list (X * K)) (x : X) : K := sum (map snd (filter (fun p => E (fst p) x) l)).

Definition same_sum (l l' : list (X * K)) : bool :=
  forallb (fun x => if scalar_eq_dec (class_mass l x) (class_mass l' x) then true else false) (map fst l ++ map fst l').

Lemma class_mass_cons : forall y s l x,
  class_mass ((y, s) :: l) x = add (if E y x then s else zero) (class_mass l x).
Proof. intros y s l x. unfold class_mass. cbn [filter fst]. destruct (E y x); [apply sum_cons|ring]. Qed.

Lemma class_mass_absent : forall l x, (forall y, In y (map fst l) -> E y x = false) -> class_mass l x = zero.
Proof.
  induction l as [|[y s] l IH]; intros x H; [reflexivity|].
  rewrite class_mass_cons, (H y), IH by (try intros z Hz; (apply H; now right) || now left). ring.
Qed.

Lemma class_mass_nonzero : forall l x, class_mass l x <> zero -> exists y, In y (map fst l) /\ E y x = true.
Proof.
  induction l as [|[y s] l IH]; intros x H; [easy|]. rewrite class_mass_cons in H. destruct (E y x) eqn:Hy.
  - exists y. split; [now left|exact Hy].
  - destruct (IH x) as (z & Hz & Hzx); [|exists z; split; [now right|exact Hzx]].
    intro Hzero. apply H. rewrite Hzero. ring.
Qed.

Context (HE : equivalence E).

Lemma same_class : forall x y z, E x y = true -> E z x = E z y.
Proof.
  intros x y z H. destruct HE as (_ & Hsym & Htrans). destruct (E z x) eqn:Hx, (E z y) eqn:Hy; try reflexivity.
  - now rewrite (Htrans _ _ _ Hx H) in Hy.
  - now rewrite (Htrans _ _ _ Hy (Hsym _ _ H)) in Hx.
Qed.

Lemma class_mass_same : forall l x y, E x y = true -> class_mass l x = class_mass l y.
Proof.
  intros l x y H. induction l as [|[z s] l IH]; [reflexivity|]. now rewrite !class_mass_cons, IH, (same_class x y z H).
Qed.

Lemma same_sum_spec : forall l l', same_sum l l' = true <-> forall x, class_mass l x = class_mass l' x.
Proof.
  intros l l'. unfold same_sum. rewrite forallb_forall. split.
  - intros H x. destruct (existsb (fun y => E y x) (map fst l ++ map fst l')) eqn:Hx.
    + apply existsb_exists in Hx as (y & Hy & Hyx). rewrite <- !(class_mass_same _ _ _ Hyx).
      specialize (H y Hy). now destruct (scalar_eq_dec (class_mass l y) (class_mass l' y)).
    + assert (Hnone : forall y, In y (map fst l ++ map fst l') -> E y x = false).
      { intros y Hy. destruct (E y x) eqn:Hyx; [|reflexivity]. rewrite <- Hx. symmetry.
        apply existsb_exists. now exists y. }
      rewrite !class_mass_absent; [reflexivity|intros y Hy; apply Hnone, in_or_app; tauto..].
  - intros H x _. rewrite H. now destruct (scalar_eq_dec (class_mass l' x) (class_mass l' x)).
Qed.

Lemma same_sum_equivalence : equivalence same_sum.
Proof.
  split; [|split].
  - intro l. now apply same_sum_spec.
  - intros l l' H. apply same_sum_spec. intro x. symmetry. now apply same_sum_spec.
  - intros l l' l'' H H'. apply same_sum_spec. intro x. transitivity (class_mass l' x); now apply same_sum_spec.
Qed.

Lemma class_mass_combine : forall xs ys, Forall2 (fun x y => E x y = true) xs ys ->
  forall (row : list K) z, class_mass (combine xs row) z = class_mass (combine ys row) z.
Proof.
  intros xs ys H. induction H as [|x y xs ys Hxy H IH]; intros [|s row] z; try reflexivity.
  cbn [combine]. rewrite !class_mass_cons, IH. destruct HE as (_ & Hsym & Htrans). f_equal.
  destruct (E x z) eqn:Hx, (E y z) eqn:Hy; try reflexivity.
  - now rewrite (Htrans _ _ _ (Hsym _ _ Hxy) Hx) in Hy.
  - now rewrite (Htrans _ _ _ Hxy Hy) in Hx.
Qed.

End Masses.

(** ** Networks as formal sums

    [xs] and [ys] are what enters. A row makes a formal sum of that; what enters the next layer are these sums. *)

Section Formal.

Context {K : Field}.
Add Field K_field5 : (field_laws K).

Fixpoint formally_same (θ θ' : list (matrix K)) : forall X : Type, (X -> X -> bool) -> list X -> list X -> Prop :=
  match θ, θ' with
  | [], [] => fun X E xs ys => Forall2 (fun x y => E x y = true) xs ys
  | M :: θ1, M' :: θ1' => fun X E xs ys =>
      formally_same θ1 θ1' (list (X * K)) (same_sum E) (map (combine xs) M) (map (combine ys) M')
  | _, _ => fun _ _ _ _ => False
  end.

Lemma Forall2_maps : forall {X Y Z : Type} (R : Y -> Z -> Prop) (f : X -> Y) (g : X -> Z) (l : list X),
  (forall x, In x l -> R (f x) (g x)) -> Forall2 R (map f l) (map g l).
Proof.
  intros X Y Z R f g. induction l as [|x l IH]; intro H; [constructor|].
  constructor; [apply H; now left|apply IH; intros y Hy; apply H; now right].
Qed.

Lemma Forall2_nth_error : forall {X Y : Type} (R : X -> Y -> Prop) l l', length l = length l' ->
  (forall j x y, nth_error l j = Some x -> nth_error l' j = Some y -> R x y) -> Forall2 R l l'.
Proof.
  intros X Y R. induction l as [|x l IH]; intros [|y l'] Hlength H; try easy. constructor; [now apply (H 0)|].
  apply IH; [now injection Hlength|]. intros j. apply (H (S j)).
Qed.

Lemma formally_same_inputs : forall (θ : list (matrix K)) X (E : X -> X -> bool) xs ys, equivalence E ->
  Forall2 (fun x y => E x y = true) xs ys -> formally_same θ θ X E xs ys.
Proof.
  induction θ as [|M θ IH]; intros X E xs ys HE H; [exact H|]. cbn [formally_same].
  apply IH; [now apply same_sum_equivalence|]. apply Forall2_maps. intros row _.
  apply same_sum_spec; [exact HE|]. intro z. now apply class_mass_combine.
Qed.

Lemma Forall2_trans : forall {X : Type} (R : X -> X -> Prop), (forall x y z, R x y -> R y z -> R x z) ->
  forall l1 l2 l3, Forall2 R l1 l2 -> Forall2 R l2 l3 -> Forall2 R l1 l3.
Proof.
  intros X R HR l1 l2 l3 H. revert l3. induction H as [|x y l1 l2 Hxy H IH]; intros l3 H'.
  - exact H'.
  - inversion H' as [|? z ? l3' Hyz H'']; subst. constructor; [exact (HR _ _ _ Hxy Hyz)|now apply IH].
Qed.

Lemma formally_same_trans : forall (θ1 θ2 θ3 : list (matrix K)) X (E : X -> X -> bool) xs ys zs, equivalence E ->
  formally_same θ1 θ2 X E xs ys -> formally_same θ2 θ3 X E ys zs -> formally_same θ1 θ3 X E xs zs.
Proof.
  induction θ1 as [|M1 θ1 IH]; intros [|M2 θ2] [|M3 θ3] X E xs ys zs HE H H'; cbn [formally_same] in *; try easy.
  - revert H H'. apply Forall2_trans. apply HE.
  - exact (IH _ _ _ _ _ _ _ (same_sum_equivalence E HE) H H').
Qed.

Lemma formally_same_before : forall (before θ θ' : list (matrix K)),
  (forall X (E : X -> X -> bool) xs, equivalence E -> formally_same θ θ' X E xs xs) ->
  forall X (E : X -> X -> bool) xs, equivalence E -> formally_same (before ++ θ) (before ++ θ') X E xs xs.
Proof.
  induction before as [|M before IH]; intros θ θ' H X E xs HE; [now apply H|].
  cbn [app formally_same]. now apply IH; [|apply same_sum_equivalence].
Qed.

(** The formal sum that a row makes of what a pair of matrices has made: each unit counts by its incoming row. *)
Lemma pair_mass : forall {X : Type} (F : list (X * K) -> list (X * K) -> bool) (xs : list X) (M M' : matrix K) j e,
  j < length M' -> class_mass F (combine (map (combine xs) M) (nth j M' [])) e =
  weighted (fun w => if F (combine xs w) e then one else zero) (shares j (pair_units M M')).
Proof.
  intros X F xs M M' j e Hj.
  assert (Hdot : forall (row : list K) (N : matrix K), class_mass F (combine (map (combine xs) N) row) e =
    dot row (map (fun w => if F (combine xs w) e then one else zero) N)).
  { unfold dot. induction row as [|s row IH]; intros [|w N]; try reflexivity. cbn [combine map].
    rewrite class_mass_cons, sum_cons, IH. cbn [fst snd]. destruct (F (combine xs w) e); ring. }
  rewrite Hdot, dot_by_places. unfold weighted, shares, pair_units. rewrite !map_map, map_length. f_equal.
  apply map_ext_in. intros i Hi. apply in_seq in Hi. cbn [fst snd]. f_equal.
  - symmetry. rewrite (nth_indep _ zero (nth i [] zero)) by now rewrite map_length.
    now rewrite (map_nth (fun row => nth i row zero)).
  - rewrite (nth_indep _ zero ((fun w => if F (combine xs w) e then one else zero) [])) by now rewrite map_length.
    now rewrite (map_nth (fun w => if F (combine xs w) e then one else zero)).
Qed.

Lemma replaced_formally_same : forall d_in d_out (θ θ' : list (matrix K)), layer_replacement d_in d_out θ θ' ->
  forall X (E : X -> X -> bool) xs, equivalence E -> formally_same θ θ' X E xs xs.
Proof.
  intros d_in d_out θ θ' (_ & _ & before & M & M' & N & N' & after & -> & -> & Hlength & H).
  apply formally_same_before. intros X E xs HE. cbn [formally_same].
  pose proof (same_sum_equivalence (K := K) E HE) as HF.
  apply formally_same_inputs; [now apply same_sum_equivalence|].
  apply Forall2_nth_error; [now rewrite !map_length|]. intros j u v Hu Hv.
  rewrite nth_error_map in Hu, Hv. destruct (nth_error M' j) as [row|] eqn:HM; [|easy].
  destruct (nth_error N' j) as [row'|] eqn:HN; [|easy]. injection Hu as <-. injection Hv as <-.
  apply same_sum_spec; [exact HF|]. intro e.
  rewrite <- (nth_error_nth _ _ [] HM), <- (nth_error_nth _ _ [] HN).
  rewrite !pair_mass by (apply nth_error_Some; congruence).
  apply (weighted_by_mass row_eq_dec _ _ _ _ (le_n _)). intro w. now rewrite <- !measure_is_mass.
Qed.

End Formal.
