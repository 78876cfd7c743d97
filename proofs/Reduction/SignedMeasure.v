(** The odd or even measure of a network: it determines an irreducible one up to permutation and mirrored units. *)

From Coq Require Import List Arith Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import Measure.
Import ListNotations.

Section SignedMeasure.

Context {K : Field} {W A : VectorSpace K} (p : parity).
Add Field K_field : (field_laws K).

Lemma parity_sign_square : mul (parity_sign p) (parity_sign p) = @one K.
Proof. destruct p; simpl; ring. Qed.

Lemma opposite_opposite : forall w : W, opposite (opposite w) = w.
Proof.
  intro w. unfold opposite. rewrite <- scale_mul. replace (mul (opp one) (opp one)) with (@one K) by ring.
  apply scale_one.
Qed.

Lemma opposite_zero : opposite (vzero : W) = vzero.
Proof. apply scale_vzero. Qed.

Lemma sign_sign : forall a : A, scale (parity_sign p) (scale (parity_sign p) a) = a.
Proof. intro a. now rewrite <- scale_mul, parity_sign_square, scale_one. Qed.

Lemma mirrored_mirrored : forall u : W * A, mirrored p (mirrored p u) = u.
Proof. intros [w a]. unfold mirrored. simpl. now rewrite opposite_opposite, sign_sign. Qed.

(** ** The measure of the mirrored network *)

Lemma measure_mirrored : forall (θ : network W A) w,
  measure (map (mirrored p) θ) w = scale (parity_sign p) (measure θ (opposite w)).
Proof.
  induction θ as [|[v a] θ IH]; intro w; [symmetry; apply scale_vzero|].
  cbn [map]. rewrite measure_cons, (measure_cons (v, a) θ), IH. simpl.
  rewrite scale_add_vector. f_equal.
  destruct (vector_eq_dec (opposite v) w) as [E|Hne], (vector_eq_dec v (opposite w)) as [E'|Hne'].
  - reflexivity.
  - elim Hne'. now rewrite <- E, opposite_opposite.
  - elim Hne. now rewrite E', opposite_opposite.
  - symmetry. apply scale_vzero.
Qed.

(** The odd or even measure is the measure of a network beside its mirror image. *)
Lemma signed_measure_doubled : forall (θ : network W A) w,
  signed_measure p θ w = measure (θ ++ map (mirrored p) θ) w.
Proof. intros θ w. now rewrite measure_app, measure_mirrored. Qed.

Lemma same_measure_signed : forall θ θ' : network W A, same_measure θ θ' -> same_signed_measure p θ θ'.
Proof. intros θ θ' H w. unfold signed_measure. now rewrite !H. Qed.

Lemma same_signed_measure_sym : forall θ θ' : network W A,
  same_signed_measure p θ θ' -> same_signed_measure p θ' θ.
Proof. intros θ θ' H w. now rewrite H. Qed.

Lemma same_signed_measure_trans : forall θ θ' θ'' : network W A,
  same_signed_measure p θ θ' -> same_signed_measure p θ' θ'' -> same_signed_measure p θ θ''.
Proof. intros θ θ' θ'' H H' w. now rewrite H. Qed.

Lemma signed_measure_app : forall (θ θ' : network W A) w,
  signed_measure p (θ ++ θ') w = vadd (signed_measure p θ w) (signed_measure p θ' w).
Proof. intros θ θ' w. unfold signed_measure. rewrite !measure_app. vector_identity. Qed.

Lemma signed_measure_cons : forall (u : W * A) (θ : network W A) w,
  signed_measure p (u :: θ) w = vadd (signed_measure p [u] w) (signed_measure p θ w).
Proof. intros u θ w. apply (signed_measure_app [u] θ). Qed.

Lemma signed_measure_empty : forall w : W, signed_measure p [] w = (vzero : A).
Proof. intro w. unfold signed_measure. cbn. rewrite scale_vzero. apply vadd_zero. Qed.

(** A unit counts as its mirror image does. *)
Lemma signed_measure_mirrored : forall (u : W * A), same_signed_measure p [mirrored p u] [u].
Proof.
  intros u w. rewrite !signed_measure_doubled. cbn [map app]. rewrite mirrored_mirrored.
  apply measure_permutation, perm_swap.
Qed.

Lemma flipped_measure : forall θ θ' : network W A, flipped p θ θ' -> same_signed_measure p θ θ'.
Proof.
  intros θ θ' H w. induction H as [|u v θ θ' Huv _ IH]; [easy|].
  rewrite (signed_measure_cons u), (signed_measure_cons v), IH. f_equal.
  destruct Huv as [->| ->]; [easy|]. symmetry. apply signed_measure_mirrored.
Qed.

(** A unit of incoming vector 0 counts nothing for an odd activation. *)
Lemma signed_measure_silent : forall (a : A) w, p = Odd -> signed_measure p [(vzero : W, a)] w = vzero.
Proof.
  intros a w Hp. rewrite signed_measure_doubled. unfold mirrored, parity_sign. rewrite Hp.
  unfold measure, vsum. simpl. rewrite opposite_zero. destruct (vector_eq_dec vzero w); simpl; vector_identity.
Qed.

Lemma same_up_to_mirrors_measure : forall θ θ' : network W A,
  same_up_to_mirrors p θ θ' -> same_signed_measure p θ θ'.
Proof.
  intros θ θ' (φ & Hflipped & Hperm). apply same_signed_measure_trans with φ; [now apply flipped_measure|].
  now apply same_measure_signed, same_measure_permutation.
Qed.

(** ** The function *)

Lemma output_mirrored : forall (activation : W -> K) (θ : network W A),
  has_parity p activation -> output activation (map (mirrored p) θ) = output activation θ.
Proof.
  intros activation θ H. induction θ as [|[w a] θ IH]; [easy|].
  transitivity (vadd (scale (activation (opposite w)) (scale (parity_sign p) a))
    (output activation (map (mirrored p) θ))); [reflexivity|].
  transitivity (vadd (scale (activation w) a) (output activation θ)); [|reflexivity].
  rewrite IH, H. f_equal. rewrite <- scale_mul. f_equal.
  transitivity (mul (mul (parity_sign p) (parity_sign p)) (activation w)); [ring|]. rewrite parity_sign_square. ring.
Qed.

Lemma output_app : forall (activation : W -> K) (θ θ' : network W A),
  output activation (θ ++ θ') = vadd (output activation θ) (output activation θ').
Proof. intros activation θ θ'. unfold output. now rewrite map_app, vsum_app. Qed.

Hypothesis two : @add K one one <> zero.

Lemma halves : forall a b : A, vadd a a = vadd b b -> a = b.
Proof.
  intros a b H. apply (vadd_cancel (vopp b)). rewrite (vadd_comm _ _ (vopp b) b), vadd_opp.
  apply (scale_cancel (add one one)); [exact two|].
  transitivity (vadd (vadd a a) (vopp (vadd b b))); [vector_identity|]. rewrite H. apply vadd_opp.
Qed.

Theorem same_signed_measure_function : forall θ θ' : network W A,
  same_signed_measure p θ θ' -> same_signed_function p θ θ'.
Proof.
  intros θ θ' H activation Hparity. apply halves.
  rewrite <- (output_mirrored activation θ Hparity) at 2. rewrite <- (output_mirrored activation θ' Hparity) at 2.
  rewrite <- !output_app. apply same_measure_same_function. intro w. rewrite <- !signed_measure_doubled. apply H.
Qed.

(** ** Irreducible networks *)

Lemma opposite_self : forall w : W, opposite w = w -> w = vzero.
Proof.
  intros w H. apply (scale_cancel (add one one)); [exact two|].
  transitivity (vadd w (opposite w)); [|apply vadd_opp]. rewrite H. rewrite scale_add_scalar, !scale_one. easy.
Qed.

(** The odd or even measure at an incoming vector is its outgoing vector, or twice that if the vector is 0. *)
Lemma signed_measure_irreducible : forall (θ : network W A) w a, signed_irreducible p θ -> In (w, a) θ ->
  signed_measure p θ w = if vector_eq_dec w vzero then vadd a a else a.
Proof.
  intros θ w a [Hirr Hopposite] Hin. unfold signed_measure. rewrite (measure_irreducible θ w a Hirr Hin).
  destruct (vector_eq_dec w vzero) as [->|Hne].
  - rewrite opposite_zero, (measure_irreducible θ vzero a Hirr Hin).
    destruct (Hopposite (vzero, a) (vzero, a) Hin Hin) as [-> _]; [symmetry; apply opposite_zero|].
    simpl. now rewrite scale_one.
  - rewrite measure_absent, scale_vzero; [apply vadd_zero_r|]. intro H. apply in_map_iff in H as (u & E & Hu).
    apply Hne, opposite_self. rewrite <- E.
    destruct (Hopposite u (w, a) Hu Hin E) as [_ ->]. easy.
Qed.

Lemma signed_measure_nonzero : forall (θ : network W A) w a, signed_irreducible p θ -> In (w, a) θ ->
  signed_measure p θ w <> vzero.
Proof.
  intros θ w a Hirr Hin H. rewrite (signed_measure_irreducible θ w a Hirr Hin) in H.
  assert (Ha : a = vzero).
  { destruct (vector_eq_dec w vzero); [|exact H]. apply halves. now rewrite vadd_zero. }
  subst a. destruct Hirr as [[_ Hnonzero] _]. apply Hnonzero. now apply (in_map snd) in Hin.
Qed.

Lemma signed_measure_present : forall (θ : network W A) w, signed_measure p θ w <> vzero ->
  exists a, In (w, a) θ \/ In (mirrored p (w, a)) θ.
Proof.
  intros θ w H. rewrite signed_measure_doubled in H. apply measure_nonzero_present in H as [a Ha].
  exists a. apply in_app_or in Ha as [Ha|Ha]; [now left|right]. apply in_map_iff in Ha as (u & <- & Hu).
  now rewrite mirrored_mirrored.
Qed.

(** Irreducible networks of one odd or even measure have the same units, up to mirrors. *)
Lemma same_signed_measure_included : forall (θ θ' : network W A) u,
  signed_irreducible p θ -> signed_irreducible p θ' -> same_signed_measure p θ θ' -> In u θ ->
  In u θ' \/ In (mirrored p u) θ'.
Proof.
  intros θ θ' [w a] Hirr Hirr' H Hin.
  assert (Hnonzero := signed_measure_nonzero θ w a Hirr Hin). rewrite H in Hnonzero.
  destruct (signed_measure_present θ' w Hnonzero) as [b Hb].
  assert (E := signed_measure_irreducible θ w a Hirr Hin).
  enough (Hab : a = b) by now subst b.
  destruct Hb as [Hb|Hb].
  - rewrite H, (signed_measure_irreducible θ' w b Hirr' Hb) in E.
    destruct (vector_eq_dec w vzero); [now apply halves|easy].
  - assert (E' : signed_measure p θ (opposite w) = scale (parity_sign p) (signed_measure p θ w)).
    { unfold signed_measure. rewrite opposite_opposite, scale_add_vector, sign_sign. apply vadd_comm. }
    rewrite E, H in E'. unfold mirrored in Hb. simpl in Hb.
    rewrite (signed_measure_irreducible θ' _ _ Hirr' Hb) in E'.
    rewrite <- (sign_sign a), <- (sign_sign b). f_equal.
    destruct (vector_eq_dec w vzero) as [->|Hne].
    + rewrite opposite_zero in E'. destruct (vector_eq_dec vzero vzero); [|easy].
      apply halves. symmetry. now rewrite E', scale_add_vector.
    + destruct (vector_eq_dec (opposite w) vzero) as [E0|_]; [|easy].
      elim Hne. now rewrite <- (opposite_opposite w), E0, opposite_zero.
Qed.

End SignedMeasure.
