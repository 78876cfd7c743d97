(** The index formula, with inertias that exist and are unique. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields.
From Equiloss.Index Require Import Copies SecondVariation Splitting Order Inertia Sylvester UnitForms NetworkForms.
From Equiloss.Index Require Import HessianForm IndexAbove MixedForms MixedInertia.
Import ListNotations.

Local Open Scope nat_scope.

Theorem inertia_unique : InertiaUnique.
Proof.
  intros K X plus S Q p q z p' q' z' H. split.
  - intro H'. exact (inertia_unique_numbers plus S Q p q z p' q' z' H H').
  - intros n f C. apply inertia_coordinates in H as (f' & C'). exact (coordinates_unique plus S _ _ f' f C' C).
Qed.

Theorem inertia_exists : InertiaExists.
Proof.
  intros K W A d_in d_out HW HA. destruct (vector_coordinates W d_in HW) as (fW & CW). split.
  - intros b Hlinear Hsymmetric. destruct (inertia_exists_on_lists d_in (fun x y => b (fW x) (fW y))) as (p & q & z &
      H).
    + destruct CW as (_ & _ & _ & LW). split; [|intros; apply Hsymmetric].
      intros x Hx s y y' Hy Hy'. rewrite LW by easy. apply Hlinear.
    + exists p, q, z. destruct CW as (IW & OW & JW & LW).
      now apply (inertia_image scalars_plus vector_plus (fun x => length x = d_in) _ fW) with (6 := H).
  - intros X L base θ g β t. split; [now apply (loss_inertia_exists L d_in d_out)|].
    destruct (vector_coordinates A d_out HA) as (fA & CA). set (u := nth t base (vzero, vzero)).
    destruct (kernel_inertia_exists d_out d_in (fun x y => mixed_form L base u (fA x) (fW y))
      (fun y y' => bend_form L base u (fW y) (fW y'))) as (p & q & z & H).
    + now apply unit_pairing.
    + now apply unit_bend_bilinear.
    + destruct (mixed_inertia d_out d_in _ _ p q z (unit_pairing L base d_in d_out fW fA CW CA u)
        (unit_bend_bilinear L base d_in fW CW u) H) as (ρ & Hd & _).
      apply (kernel_on_lists L base d_in d_out fW fA CW CA u p q z) in H.
      destruct (signs_exist (shares_of t g β)) as (P & N & Z & Hs).
      exists {| unit_rank := ρ; bend_positive := p; bend_negative := q; bend_zero := z;
        shares_positive := P; shares_negative := N; shares_zero := Z |}.
      split; [|split; [exact H|exact Hs]]. exists (p + q + z). split; [now apply bend_inertia_dimension|].
      cbn [unit_rank]. rewrite Hd. apply Nat.add_comm.
Qed.

Section Shares.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Lemma sum_not_positive : forall (l : list K) p q z, signs l p q z -> p = 0 -> ~ less zero (sum l).
Proof.
  intros l p q z H. induction H as [|s l p q z Hs H IH|s l p q z Hs H IH|l p q z H IH]; intro Hp.
  - apply less_irreflexive.
  - easy.
  - apply (not_positive_sum s (sum l)); [now apply less_asymmetric|now apply IH].
  - apply (not_positive_sum zero (sum l)); [apply less_irreflexive|now apply IH].
Qed.

(** Some share of every unit is positive. *)
Lemma some_positive : forall r g (β : list K) t p q z, admissible_shares r g β -> t < r ->
  signs (shares_of t g β) p q z -> 1 <= p.
Proof.
  intros r g β t p q z [_ Hβ] Ht H. destruct p as [|p]; [|lia].
  elim (sum_not_positive _ _ _ _ H eq_refl). rewrite Hβ by exact Ht. apply one_positive.
Qed.

End Shares.

Section Formula.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Context (d_in d_out : nat) (g : list nat) (β : list K) (units : nat -> CopiedUnit).
Context (HW : vector_dimension W d_in) (HA : vector_dimension A d_out)
  (Hg : surjection (length base) (length g) g) (Hβ : admissible_shares (length base) g β)
  (Hunits : forall t, t < length base -> copied_unit L base d_in g β t (units t)).

Local Definition ρ (t : nat) : nat := unit_rank (units t).
Local Definition bp (t : nat) : nat := bend_positive (units t).
Local Definition bn (t : nat) : nat := bend_negative (units t).
Local Definition bz (t : nat) : nat := bend_zero (units t).

Lemma ranks : forall t, t < length base -> d_in = ρ t + (bp t + bn t + bz t) /\ ρ t <= d_out.
Proof.
  intros t Ht. destruct (vector_coordinates W d_in HW) as (fW & CW), (vector_coordinates A d_out HA) as (fA & CA).
  destruct (Hunits t Ht) as (Hrank & Hbend & _).
  destruct (copy_inertia L base d_in d_out fW fA CW CA _ _ _ _ _ Hrank Hbend) as (Hd & Hle & _). now split.
Qed.

Lemma all_unit_inertias :
  unit_inertias (fun t b => copy_form L base (unit_at base t) b) d_out ρ bp bn bz (length base).
Proof.
  intros t b u v w Ht Hb. destruct (vector_coordinates W d_in HW) as (fW & CW), (vector_coordinates A d_out HA) as (fA
    & CA).
  destruct (Hunits t Ht) as (Hrank & Hbend & _).
  destruct (copy_inertia L base d_in d_out fW fA CW CA _ _ _ _ _ Hrank Hbend) as (_ & _ & Hforms).
  unfold copies_positive, copies_negative, copies_zero. rewrite <- (signs_length [b] u v w Hb). cbn [length].
  rewrite !Nat.mul_1_l. exact (Hforms b u v w Hb).
Qed.

Lemma inertia_of_unit_forms :
  inertia_on network_plus (fun y => length y = length base) (unit_forms L base)
    (over_blocks (length base) (fun t => copies_positive ρ bp bn t 1 0 0))
    (over_blocks (length base) (fun t => copies_negative ρ bp bn t 1 0 0))
    (over_blocks (length base) (fun t => copies_zero d_out ρ bp bn bz t 1 0 0)).
Proof.
  pose proof (inertia_of_units _ d_out ρ bp bn bz (length base) all_unit_inertias (seq 0 (length base))) as H.
  apply (inertia_ext network_plus (fun y => length y = length (seq 0 (length base))) _
    (fun y => sum (map (fun p => copy_form L base (unit_at base (fst p)) one (snd p)) (combine (seq 0 (length base))
      y)))).
  - intro y. now rewrite seq_length.
  - intros y Hy. unfold unit_forms. etransitivity;
      [exact (@vsum_places K scalar_space nat (W * A) (fun t v => copy_form L base (unit_at base t) one v) 0 (vzero,
        vzero)
        (seq 0 (length base)) y (eq_sym Hy))|].
    rewrite seq_length. apply (@vsum_ext_in K scalar_space). intros t Ht. apply in_seq in Ht.
    now rewrite seq_nth by apply Ht.
  - apply H. intros t Ht. now apply in_seq in Ht.
Qed.

Lemma formula : forall p q z, loss_inertia L base p q z ->
  loss_inertia L (copies g β base)
    (p + over_blocks (length base) (fun t => added_positive (units t)))
    (q + over_blocks (length base) (fun t => added_negative (units t)))
    (z + over_blocks (length base) (fun t => added_zero d_in d_out (units t))).
Proof.
  intros p q z Hbase.
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  destruct (loss_inertia_exists L d_in d_out (copies g β base) HW HA) as (p' & q' & z' & Hwide).
  destruct (inertia_of_copies _ d_out ρ bp bn bz (length base) all_unit_inertias g β (proj1 Hβ) Hless)
    as (P & N & Z & Hsigns & Hcopies).
  destruct (exchanged_numbers L base g β Hg Hβ p q z p' q' z' _ _ _ _ _ _ Hbase Hwide Hcopies inertia_of_unit_forms)
    as (E1 & E2 & E3).
  assert (Hnumbers : forall t, t < length base -> P t = shares_positive (units t) /\ N t = shares_negative (units t) /\
    Z t = shares_zero (units t) /\ 1 <= P t).
  { intros t Ht. destruct (Hunits t Ht) as (_ & _ & Hs).
    destruct (signs_unique _ _ _ _ _ _ _ (Hsigns t) Hs) as (-> & -> & ->). repeat split; try easy.
    exact (some_positive (length base) g β t _ _ _ Hβ Ht Hs). }
  assert (H1 : over_blocks (length base) (fun t => copies_positive ρ bp bn t (P t) (N t) (Z t)) =
    over_blocks (length base) (fun t => added_positive (units t)) +
    over_blocks (length base) (fun t => copies_positive ρ bp bn t 1 0 0)).
  { rewrite <- over_blocks_add. apply over_blocks_ext. intros t Ht. destruct (Hnumbers t Ht) as (EP & EN & EZ & Hpos).
    unfold added_positive, copy_number, copies_positive, ρ, bp, bn. rewrite <- EP, <- EN, <- EZ.
    destruct (P t) as [|n]; [lia|]. replace (S n + N t + Z t - 1) with (n + N t + Z t) by lia.
    replace (S n - 1) with n by lia. ring. }
  assert (H2 : over_blocks (length base) (fun t => copies_negative ρ bp bn t (P t) (N t) (Z t)) =
    over_blocks (length base) (fun t => added_negative (units t)) +
    over_blocks (length base) (fun t => copies_negative ρ bp bn t 1 0 0)).
  { rewrite <- over_blocks_add. apply over_blocks_ext. intros t Ht. destruct (Hnumbers t Ht) as (EP & EN & EZ & Hpos).
    unfold added_negative, copy_number, copies_negative, ρ, bp, bn. rewrite <- EP, <- EN, <- EZ.
    destruct (P t) as [|n]; [lia|]. replace (S n + N t + Z t - 1) with (n + N t + Z t) by lia.
    replace (S n - 1) with n by lia. ring. }
  assert (H3 : over_blocks (length base) (fun t => copies_zero d_out ρ bp bn bz t (P t) (N t) (Z t)) =
    over_blocks (length base) (fun t => added_zero d_in d_out (units t)) +
    over_blocks (length base) (fun t => copies_zero d_out ρ bp bn bz t 1 0 0)).
  { rewrite <- over_blocks_add. apply over_blocks_ext. intros t Ht. destruct (Hnumbers t Ht) as (EP & EN & EZ & Hpos).
    destruct (ranks t Ht) as [Hd _].
    unfold added_zero, copy_number, copies_zero. rewrite <- EP, <- EN, <- EZ.
    replace (d_in - unit_rank (units t)) with (bp t + bn t + bz t) by (unfold ρ in Hd; lia). fold (ρ t) (bz t).
    destruct (P t) as [|n]; [lia|]. replace (S n + N t + Z t - 1) with (n + N t + Z t) by lia.
    replace (S n + N t - 1) with (n + N t) by lia. ring. }
  rewrite H1 in E1. rewrite H2 in E2. rewrite H3 in E3.
  replace (p + _) with p' by lia. replace (q + _) with q' by lia. now replace (z + _) with z' by lia.
Qed.

End Formula.

Theorem index_above : IndexAbove.
Proof.
  intros K W A X L base d_in d_out m g β p q z units HW HA [<- Hg] Hβ Hbase Hunits.
  now apply formula.
Qed.
