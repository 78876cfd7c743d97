(** An affine subspace has one dimension only: an injective linear map doesn't lead into fewer coordinates. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps Spaces.
Import ListNotations.

Local Open Scope nat_scope.

Section Dependence.

Context {K : Field}.
Add Field K_field : (field_laws K).

(** K^n as a vector space. *)
Fixpoint power (n : nat) : VectorSpace K :=
  match n with O => point_space | S n' => product_space scalar_space (power n') end.

Lemma power_dimension : forall n, vector_dimension (power n) n.
Proof.
  induction n as [|n IH]; [apply point_space_dimension|].
  exact (product_space_dimension _ _ 1 n scalar_space_dimension IH).
Qed.

(** The linear combination of vectors with their coefficients. *)
Definition linear {V : VectorSpace K} (p : list (K * V)) : V := vsum (map (fun q => scale (fst q) (snd q)) p).

Definition dependent {V : VectorSpace K} (l : list V) : Prop :=
  exists p, map snd p = l /\ linear p = vzero /\ exists q, In q p /\ fst q <> zero.

Lemma dependent_permutation : forall {V : VectorSpace K} (l l' : list V),
  Permutation l l' -> dependent l -> dependent l'.
Proof.
  intros V l l' H (p & <- & Hzero & q & Hq & Hnonzero).
  destruct (Permutation_map_inv _ _ (Permutation_sym H)) as (p' & -> & Hp).
  exists p'. split; [reflexivity|]. split.
  - rewrite <- Hzero. symmetry. now apply vsum_permutation, Permutation_map.
  - exists q. split; [now apply (Permutation_in q Hp)|exact Hnonzero].
Qed.

(** One step of Gaussian elimination: the other coordinates of w, plus a multiple of u by w's first coordinate. *)
Definition eliminate {V : VectorSpace K} (h : K) (u : V) (w : product_space scalar_space V) : V :=
  vadd (snd w) (scale (mul h (fst w)) u).

Lemma linear_eliminate : forall {V : VectorSpace K} (h : K) (u : V) (p : list (K * product_space scalar_space V)),
  linear (map (fun q => (fst q, eliminate h u (snd q))) p) = eliminate h u (linear p).
Proof.
  intros V h u. induction p as [|[s [x v]] p IH].
  - unfold eliminate. simpl. change (vzero = vadd vzero (scale (mul h zero) u)). vector_identity.
  - change (vadd (scale s (eliminate h u (x, v))) (linear (map (fun q => (fst q, eliminate h u (snd q))) p)) =
      vadd (vadd (scale s v) (snd (linear p))) (scale (mul h (add (mul s x) (fst (linear p)))) u)).
    rewrite IH. unfold eliminate. simpl. generalize (linear p). intros [y w]. simpl. vector_identity.
Qed.

Lemma coefficients_lift : forall {V V' : VectorSpace K} (g : V -> V') (l : list V) (p' : list (K * V')),
  map snd p' = map g l -> exists p, map snd p = l /\ p' = map (fun q => (fst q, g (snd q))) p.
Proof.
  intros V V' g. induction l as [|v l IH]; intros [|[s v'] p'] H; try easy.
  - now exists [].
  - injection H as -> H. destruct (IH p' H) as (p & <- & ->). now exists ((s, v) :: p).
Qed.

(** Vectors that are dependent after a step of elimination: what their coefficients do before it. *)
Lemma dependent_eliminate : forall {V : VectorSpace K} (h : K) (u : V) (l : list (product_space scalar_space V)),
  dependent (map (eliminate h u) l) ->
  exists p, map snd p = l /\ eliminate h u (linear p) = vzero /\ exists q, In q p /\ fst q <> zero.
Proof.
  intros V h u l (p' & Hp' & Hzero & q & Hq & Hnonzero). apply coefficients_lift in Hp' as (p & Hp & ->).
  exists p. split; [exact Hp|]. split; [now rewrite <- linear_eliminate|].
  apply in_map_iff in Hq as (q' & <- & Hq'). now exists q'.
Qed.

Lemma linear_first_zero : forall {V : VectorSpace K} (p : list (K * product_space scalar_space V)),
  (forall w, In w (map snd p) -> fst w = zero) -> fst (linear p) = zero.
Proof.
  intros V p. induction p as [|[s w] p IH]; intro H; [reflexivity|].
  change (add (mul s (fst w)) (fst (linear p)) = zero).
  rewrite (H w) by now left. rewrite IH by (intros w' Hw'; apply H; now right). ring.
Qed.

(** With one more coordinate, one more vector can be independent: a pivot, which clears its first coordinate. *)
Lemma dependent_one_more : forall {V : VectorSpace K} (n : nat),
  (forall l : list V, n < length l -> dependent l) ->
  forall l : list (product_space scalar_space V), S n < length l -> dependent l.
Proof.
  intros V n IH l Hlength.
  destruct (find (fun w : product_space scalar_space V => if scalar_eq_dec (fst w) zero then false else true) l)
    as [[x v]|] eqn:Hfind.
  - apply find_some in Hfind as [Hin Hx]. simpl in Hx. destruct (scalar_eq_dec x zero) as [|Hpivot]; [easy|].
    apply in_split in Hin as (l1 & l2 & ->).
    assert (Hrest : n < length (l1 ++ l2)).
    { rewrite app_length in *. apply Nat.succ_lt_mono. rewrite <- Nat.add_succ_r. exact Hlength. }
    apply (dependent_permutation (((x, v) : product_space scalar_space V) :: l1 ++ l2)); [apply Permutation_middle|].
    destruct (dependent_eliminate (opp (inv x)) v (l1 ++ l2)) as (p & <- & Hzero & q & Hq & Hnonzero).
    { apply IH. rewrite map_length. exact Hrest. }
    exists ((mul (opp (inv x)) (fst (linear p)), (x, v)) :: p). split; [reflexivity|]. split.
    + change ((add (mul (mul (opp (inv x)) (fst (linear p))) x) (fst (linear p)),
        vadd (scale (mul (opp (inv x)) (fst (linear p))) v) (snd (linear p))) = (zero, vzero)).
      f_equal; [field; exact Hpivot|]. rewrite vadd_comm. exact Hzero.
    + exists q. split; [now right|exact Hnonzero].
  - assert (Hfirst : forall w, In w l -> fst w = zero).
    { intros w Hw. apply (find_none _ _ Hfind) in Hw. now destruct (scalar_eq_dec (fst w) zero). }
    destruct (dependent_eliminate zero vzero l) as (p & <- & Hzero & Hq).
    { apply IH; rewrite map_length; exact (Nat.lt_succ_l _ _ Hlength). }
    exists p. split; [reflexivity|]. split; [|exact Hq].
    apply linear_first_zero in Hfirst. unfold eliminate in Hzero. rewrite scale_vzero, vadd_zero_r in Hzero.
    destruct (linear p) as [x v]. simpl in Hfirst, Hzero. now subst.
Qed.

(** More than n vectors of K^n are dependent. *)
Lemma many_dependent : forall n (l : list (power n)), n < length l -> dependent l.
Proof.
  induction n as [|n IH]; [|exact (dependent_one_more n IH)].
  intros [|v l] Hlength; [easy|]. exists (map (fun v => (one, v)) (v :: l)). split; [|split].
  - rewrite map_map. apply map_id.
  - now destruct (linear _).
  - exists (one, v). split; [now left|]. apply (F_1_neq_0 (field_laws K)).
Qed.

End Dependence.

Section Relations.

Context {K : Field} {V : VectorSpace K}.
Add Field K_field2 : (field_laws K).

Definition total {W : VectorSpace K} (R : W -> V -> Prop) : Prop := forall w, exists v, R w v.

Definition linear_relation {W : VectorSpace K} (R : W -> V -> Prop) : Prop :=
  (forall w w' v v', R w v -> R w' v' -> R (vadd w w') (vadd v v')) /\
  (forall s w v, R w v -> R (scale s w) (scale s v)).

(** A linear relation on K^n holds between combinations of the unit vectors and the same ones of their images. *)
Lemma images_of_basis : forall n (R : power n -> V -> Prop), total R -> linear_relation R ->
  exists l, length l = n /\
    forall p, map snd p = l -> exists w, R w (linear p) /\ (w = vzero -> forall q, In q p -> fst q = zero).
Proof.
  induction n as [|n IH]; intros R Htotal [Hadd Hscale].
  - exists []. split; [reflexivity|]. intros p Hp. apply map_eq_nil in Hp. subst p.
    exists vzero. split; [|easy]. destruct (Htotal vzero) as [v Hv]. apply (Hscale zero) in Hv.
    now rewrite !scale_zero in Hv.
  - destruct (Htotal (one, vzero)) as [v Hv].
    destruct (IH (fun w => R (zero, w))) as (l & Hlength & Hl).
    + intro w. apply Htotal.
    + split.
      * intros w w' u u' H H'. specialize (Hadd _ _ _ _ H H'). simpl in Hadd.
        now replace (add zero zero) with (@zero K) in Hadd by ring.
      * intros s w u H. specialize (Hscale s _ _ H). simpl in Hscale.
        now replace (mul s zero) with (@zero K) in Hscale by ring.
    + exists (v :: l). split; [now rewrite <- Hlength|]. intros [|[s v'] p] Hp; [easy|]. injection Hp as -> Hp.
      destruct (Hl p Hp) as (w & Hw & Hzero). exists (s, w). split.
      * specialize (Hadd _ _ _ _ (Hscale s _ _ Hv) Hw). simpl in Hadd. rewrite scale_vzero, vadd_zero in Hadd.
        now replace (add (mul s one) zero) with s in Hadd by ring.
      * intro E. injection E as -> E. intros q [<-|Hq]; [reflexivity|now apply Hzero].
Qed.

(** An affine relation through (0, v0) is linear once v0 is the origin. *)
Lemma affine_linear : forall {W : VectorSpace K} (R : W -> V -> Prop) (v0 : V), characteristic_zero K ->
  R vzero v0 ->
  (forall s w w' v v', R w v -> R w' v' -> R (vector_towards s w w') (vector_towards s v v')) ->
  linear_relation (fun w v => R w (vadd v0 v)).
Proof.
  intros W R v0 Hcharacteristic Hzero Haffine.
  assert (Htwo : add one one <> @zero K).
  { intro E. apply (Hcharacteristic 1). rewrite <- E. simpl. ring. }
  assert (Hscale : forall s w v, R w (vadd v0 v) -> R (scale s w) (vadd v0 (scale s v))).
  { intros s w v H. specialize (Haffine s _ _ _ _ Hzero H). unfold vector_towards in Haffine.
    rewrite scale_vzero, vadd_zero in Haffine. replace (vadd v0 (scale s v)) with
      (vadd (scale (add one (opp s)) v0) (scale s (vadd v0 v))) by vector_identity. exact Haffine. }
  split; [|exact Hscale]. intros w w' v v' H H'.
  apply (Hscale (add one one)) in H, H'. specialize (Haffine (inv (add one one)) _ _ _ _ H H').
  unfold vector_towards in Haffine.
  replace (vadd w w') with (vadd (scale (add one (opp (inv (add one one)))) (scale (add one one) w))
    (scale (inv (add one one)) (scale (add one one) w'))) by (vector_identity; field; exact Htwo).
  replace (vadd v0 (vadd v v')) with
    (vadd (scale (add one (opp (inv (add one one)))) (vadd v0 (scale (add one one) v)))
      (scale (inv (add one one)) (vadd v0 (scale (add one one) v')))) by (vector_identity; field; exact Htwo).
  exact Haffine.
Qed.

End Relations.

(** An injective affine relation leads from K^n into K^n' for n <= n' only. *)
Lemma affine_relation_dimensions : forall (K : Field) (n n' : nat) (R : @power K n -> @power K n' -> Prop),
  characteristic_zero K -> total R -> (forall w w' v, R w v -> R w' v -> w = w') ->
  (forall s w w' v v', R w v -> R w' v' -> R (vector_towards s w w') (vector_towards s v v')) -> n <= n'.
Proof.
  intros K n n' R Hcharacteristic Htotal Hinjective Haffine. destruct (Htotal vzero) as [v0 Hv0].
  destruct (images_of_basis n (fun w v => R w (vadd v0 v))) as (l & Hlength & Hl).
  - intro w. destruct (Htotal w) as [v Hv]. exists (vadd (vopp v0) v).
    now rewrite vadd_assoc, vadd_opp, vadd_zero.
  - now apply affine_linear.
  - apply Nat.nlt_ge. intro Hlt. rewrite <- Hlength in Hlt.
    destruct (many_dependent n' l Hlt) as (p & Hp & Hzero & q & Hq & Hnonzero).
    destruct (Hl p Hp) as (w & Hw & Hcoefficients). apply Hnonzero, Hcoefficients; [|exact Hq].
    rewrite Hzero, vadd_zero_r in Hw. now apply (Hinjective w vzero v0).
Qed.

Lemma dimension_at_most : forall (K : Field) (X : Type) (towards : K -> X -> X -> X) (S : X -> Prop) (n n' : nat),
  characteristic_zero K -> affine_of_dimension towards S n -> affine_of_dimension towards S n' -> n <= n'.
Proof.
  intros K X towards S n n' Hcharacteristic (f & Hinto & Honto & Hinjective & Haffine)
    (f' & Hinto' & Honto' & Hinjective' & Haffine').
  destruct (@power_dimension K n) as (g & Ginto & Gonto & Ginjective & Gaffine).
  destruct (@power_dimension K n') as (g' & Ginto' & Gonto' & Ginjective' & Gaffine').
  apply (affine_relation_dimensions K n n'
    (fun w v => exists x y, length x = n /\ length y = n' /\ g x = w /\ g' y = v /\ f x = f' y) Hcharacteristic).
  - intro w. destruct (Gonto w I) as (x & Hx & Ew). destruct (Honto' (f x) (Hinto x Hx)) as (y & Hy & Exy).
    now exists (g' y), x, y.
  - intros w w' v (x & y & Hx & Hy & <- & <- & Exy) (x' & y' & Hx' & Hy' & <- & Ey & Exy').
    apply Ginjective' in Ey; [|easy|easy]. subst y'. f_equal. apply Hinjective; congruence.
  - intros s w w' v v' (x & y & Hx & Hy & <- & <- & E) (x' & y' & Hx' & Hy' & <- & <- & E').
    exists (scalars_towards s x x'), (scalars_towards s y y').
    rewrite Gaffine, Gaffine', Haffine, Haffine', E, E' by easy.
    repeat split; (etransitivity; [apply list_towards_length|]); congruence.
Qed.

Theorem dimension_unique : DimensionUnique.
Proof.
  intros K X towards S n n' Hcharacteristic H H'.
  apply Nat.le_antisymm; [now apply (dimension_at_most K X towards S)|now apply (dimension_at_most K X towards S)].
Qed.
