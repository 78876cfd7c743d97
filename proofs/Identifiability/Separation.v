(** Coordinates, and inputs x for which finitely many vectors w have distinct w·x. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces OrderedFields.
From Equiloss.Identifiability Require Import PowerSums.
Import ListNotations.

Section Dot.

Context {K : Field}.
Add Field dot_field : (field_laws K).

Lemma dot_cons : forall (x : K) l y l', dot (x :: l) (y :: l') = add (mul x y) (dot l l').
Proof. reflexivity. Qed.

Lemma dot_scale : forall (t : K) x y, dot (map (mul t) x) y = mul t (dot x y).
Proof.
  intros t x. induction x as [|a x IH]; intros [|b y]; try (cbn; ring). cbn [map]. rewrite !dot_cons, IH. ring.
Qed.

(** Where every entry of z is a combination of those of y and y', so is x·z. *)
Lemma dot_combination : forall (s t : K) x y y' z,
  length y = length z -> length y' = length z ->
  (forall j, nth j z zero = add (mul s (nth j y zero)) (mul t (nth j y' zero))) ->
  dot x z = add (mul s (dot x y)) (mul t (dot x y')).
Proof.
  intros s t x. induction x as [|a x IH]; intros y y' z Hy Hy' H; [cbn; ring|].
  destruct y as [|b y], y' as [|b' y'], z as [|e z]; try discriminate; [cbn; ring|].
  rewrite !dot_cons, (IH y y' z); [|now injection Hy|now injection Hy'|intro j; exact (H (S j))].
  specialize (H 0). cbn in H. rewrite H. ring.
Qed.

End Dot.

Section Coordinates.

Context {K : Field} {V : VectorSpace K} {d : nat} {c : V -> list K}.
Hypothesis Hc : coordinates d c.
Add Field coordinates_field : (field_laws K).

Lemma coordinate_add : forall u v j, nth j (c (vadd u v)) zero = add (nth j (c u) zero) (nth j (c v) zero).
Proof. apply Hc. Qed.

Lemma coordinate_scale : forall s v j, nth j (c (scale s v)) zero = mul s (nth j (c v) zero).
Proof. apply Hc. Qed.

Lemma coordinate_zero : forall j, nth j (c vzero) zero = zero.
Proof. intro j. rewrite <- (scale_zero K V vzero), coordinate_scale. ring. Qed.

Lemma equal_coordinates : forall u v, (forall j, nth j (c u) zero = nth j (c v) zero) -> u = v.
Proof.
  intros u v H. destruct Hc as (Hlength & Hinjective & _). apply Hinjective.
  apply (nth_ext _ _ zero zero); [now rewrite !Hlength|]. intros j _. apply H.
Qed.

Lemma dot_vadd : forall x u v, dot x (c (vadd u v)) = add (dot x (c u)) (dot x (c v)).
Proof.
  intros x u v. destruct Hc as (Hlength & _).
  rewrite (dot_combination one one x (c u) (c v)); [ring|now rewrite !Hlength..|].
  intro j. rewrite coordinate_add. ring.
Qed.

Lemma dot_vscale : forall x s v, dot x (c (scale s v)) = mul s (dot x (c v)).
Proof.
  intros x s v. destruct Hc as (Hlength & _).
  rewrite (dot_combination s zero x (c v) (c v)); [ring|now rewrite !Hlength..|].
  intro j. rewrite coordinate_scale. ring.
Qed.

Lemma nonzero_coordinates : forall v, v <> vzero -> c v <> repeat zero d.
Proof.
  intros v Hv E. apply Hv, equal_coordinates. intro j. rewrite E, coordinate_zero. apply nth_repeat.
Qed.

End Coordinates.

Section Separation.

Context {K : OrderedField}.
Add Field separation_field : (field_laws K).

Lemma another : forall l : list K, exists x, ~ In x l.
Proof.
  intros [|y l]; [now exists zero|]. destruct (largest (y :: l)) as (μ & _ & H); [easy|].
  exists (add μ one). intro Hin. apply H in Hin. apply (proj2 (not_less μ (add μ one))) in Hin. apply Hin.
  apply less_by_difference. replace (add (add μ one) (opp μ)) with (@one K) by ring. apply one_positive.
Qed.

(** Finitely many vectors other than 0 aren't orthogonal to some x. *)
Lemma not_orthogonal : forall d (l : list (list K)),
  (forall y, In y l -> length y = d /\ y <> repeat zero d) ->
  exists x, length x = d /\ forall y, In y l -> dot x y <> zero.
Proof.
  induction d as [|d IH]; intros l H.
  - exists []. split; [easy|]. intros y Hy. destruct (H y Hy) as [Hlength Hne].
    apply length_zero_iff_nil in Hlength. now subst.
  - set (is_zero y := if list_eq_dec scalar_eq_dec y (repeat (@zero K) d) then true else false).
    destruct (IH (filter (fun y => negb (is_zero y)) (map (@tl K) l))) as (x & Hx & Hdot).
    { intros y Hy. apply filter_In in Hy as [Hy Hzero]. apply in_map_iff in Hy as (z & <- & Hz).
      destruct (H z Hz) as [Hlength _]. split; [destruct z; simpl in *; lia|].
      unfold is_zero in Hzero. now destruct (list_eq_dec scalar_eq_dec (tl z) (repeat zero d)). }
    destruct (another (map (fun y => opp (mul (dot x (tl y)) (inv (hd zero y)))) l)) as [a Ha].
    exists (a :: x). split; [now rewrite <- Hx|]. intros [|b y] Hy; [now apply H in Hy|].
    rewrite dot_cons. destruct (scalar_eq_dec b zero) as [->|Hb].
    + assert (Hne : dot x y <> zero).
      { apply Hdot, filter_In. split; [now apply (in_map (@tl K)) in Hy|]. unfold is_zero.
        destruct (list_eq_dec scalar_eq_dec y (repeat zero d)) as [E|]; [|easy].
        destruct (H _ Hy) as [_ Hne]. elim Hne. now rewrite E. }
      intro E. apply Hne. rewrite <- E. ring.
    + intro E. apply Ha, in_map_iff. exists (b :: y). split; [|exact Hy]. cbn [tl hd].
      replace (dot x y) with (add (add (mul a b) (dot x y)) (opp (mul a b))) by ring. rewrite E. field. exact Hb.
Qed.

(** So they are distinct along some x. *)
Lemma separating_input : forall (W : VectorSpace K) d (c : W -> list K) (ws : list W),
  coordinates d c ->
  exists x, length x = d /\
    forall u v, In u ws -> In v ws -> dot x (c u) = dot x (c v) -> u = v.
Proof.
  intros W d c ws Hc. set (difference (p : W * W) := vadd (fst p) (vopp (snd p))).
  set (differs v := if vector_eq_dec v (@vzero K W) then false else true).
  destruct (not_orthogonal d (map c (filter differs (map difference (list_prod ws ws))))) as (x & Hx & H).
  { intros y Hy. apply in_map_iff in Hy as (v & <- & Hv). apply filter_In in Hv as [_ Hv].
    split; [apply Hc|]. apply (nonzero_coordinates Hc). intros ->. unfold differs in Hv.
    now destruct (vector_eq_dec vzero vzero). }
  exists x. split; [exact Hx|]. intros u v Hu Hv E.
  destruct (vector_eq_dec (difference (u, v)) vzero) as [Ezero|Hne].
  - unfold difference in Ezero. cbn [fst snd] in Ezero. apply (vadd_cancel (vopp v)).
    rewrite (vadd_comm _ _ (vopp v) u), Ezero, vadd_comm. symmetry. apply vadd_opp.
  - exfalso. apply (H (c (difference (u, v)))).
    + apply in_map, filter_In. split; [apply in_map, in_prod; easy|]. unfold differs.
      now destruct (vector_eq_dec (difference (u, v)) vzero).
    + unfold difference, vopp. cbn [fst snd]. rewrite (dot_vadd Hc), (dot_vscale Hc), E. ring.
Qed.

End Separation.
