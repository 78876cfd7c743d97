(** The inertia of the forms of all copies, block by block. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies Order Inertia Sylvester.
Import ListNotations.

Local Open Scope nat_scope.

Lemma over_blocks_ext : forall r f f', (forall t, t < r -> f t = f' t) -> over_blocks r f = over_blocks r f'.
Proof.
  intros r f f' H. unfold over_blocks. f_equal. apply map_ext_in. intros t Ht. apply in_seq in Ht. apply H. lia.
Qed.

Lemma over_blocks_add : forall r f f', over_blocks r (fun t => f t + f' t) = over_blocks r f + over_blocks r f'.
Proof. intros r f f'. unfold over_blocks. induction (seq 0 r) as [|t l IH]; simpl; [easy|]. rewrite IH. lia. Qed.

Lemma over_blocks_zero : forall r, over_blocks r (fun _ => 0) = 0.
Proof. intro r. unfold over_blocks. now induction (seq 0 r). Qed.

Lemma over_blocks_indicator : forall r t c, t < r -> over_blocks r (fun s => if t =? s then c else 0) = c.
Proof.
  intros r t c Ht. unfold over_blocks. replace r with (t + S (r - S t)) by lia.
  assert (Hzero : forall first n, (forall s, first <= s < first + n -> s <> t) ->
    list_sum (map (fun s => if t =? s then c else 0) (seq first n)) = 0).
  { intros first n. revert first. induction n as [|n IH]; intros first H; [easy|]. cbn [seq map list_sum fold_right].
    rewrite (proj2 (Nat.eqb_neq t first)) by (intro E; apply (H first); lia).
    apply IH. intros s Hs. apply H. lia. }
  rewrite seq_app, map_app, list_sum_app. cbn [seq map]. rewrite Nat.add_0_l, Nat.eqb_refl.
  change (list_sum (map (fun s => if t =? s then c else 0) (seq 0 t)) +
    (c + list_sum (map (fun s => if t =? s then c else 0) (seq (S t) (r - S t)))) = c).
  rewrite !Hzero by lia. lia.
Qed.

Section Forms.

Context {K : OrderedField} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

Lemma signs_unique : forall (l : list K) p q z p' q' z', signs l p q z -> signs l p' q' z' -> p = p' /\ q = q' /\ z =
    z'.
Proof.
  intros l p q z p' q' z' H. revert p' q' z'.
  induction H as [|s l p q z Hs H IH|s l p q z Hs H IH|l p q z H IH]; intros p' q' z' H';
    inversion H' as [|s' l' p'' q'' z'' Hs' Hl|s' l' p'' q'' z'' Hs' Hl|l' p'' q'' z'' Hl]; subst; [easy|..];
    try (now elim (less_asymmetric _ _ Hs)); try (now elim (less_irreflexive K zero));
    destruct (IH _ _ _ Hl) as (-> & -> & ->); easy.
Qed.

Lemma inertia_nil : forall Q : network W A -> K, Q [] = zero ->
  inertia_on network_plus (fun δ => length δ = 0) Q 0 0 0.
Proof.
  intros Q H. exists (fun _ => []), []. split; [|split; [|constructor]].
  - split; [easy|]. split; [intros [|] Hδ; [now exists []|easy]|]. split; [now intros [|] [|]|easy].
  - now intros [|] Hx.
Qed.

Lemma inertia_cons : forall n (q : W * A -> K) (Q Q' : network W A -> K) p1 q1 z1 p2 q2 z2,
  (forall u δ, Q' (u :: δ) = add (q u) (Q δ)) ->
  inertia_on neuron_plus (fun _ => True) q p1 q1 z1 -> inertia_on network_plus (fun δ => length δ = n) Q p2 q2 z2 ->
  inertia_on network_plus (fun δ => length δ = S n) Q' (p1 + p2) (q1 + q2) (z1 + z2).
Proof.
  intros n q Q Q' p1 q1 z1 p2 q2 z2 HQ H1 H2.
  apply (inertia_sum neuron_plus network_plus network_plus (fun _ => True) (fun δ => length δ = n) _ cons q Q)
    with (6 := H1) (7 := H2); try easy.
  - intros u δ _ Hδ. simpl. congruence.
  - intros [|u δ] Hδ; [easy|]. injection Hδ as Hδ. now exists u, δ.
  - intros u δ u' δ' _ _ _ _ E. now injection E.
Qed.

Section Copies.

Context (form : nat -> K -> W * A -> K) (d_out : nat) (ρ bp bn bz : nat -> nat).

Definition copies_positive (t u v w : nat) : nat := (u + v + w) * ρ t + (u * bp t + v * bn t).
Definition copies_negative (t u v w : nat) : nat := (u + v + w) * ρ t + (u * bn t + v * bp t).
Definition copies_zero (t u v w : nat) : nat :=
  (u + v + w) * (d_out - ρ t) + ((u + v) * bz t + w * (bp t + bn t + bz t)).

Definition unit_inertias (r : nat) : Prop :=
  forall t c u v w, t < r -> signs [c] u v w -> inertia_on neuron_plus (fun _ => True) (form t c)
    (copies_positive t u v w) (copies_negative t u v w) (copies_zero t u v w).

(** All copies, by blocks. *)
Lemma inertia_of_copies : forall r, unit_inertias r ->
  forall g β, length β = length g -> (forall t, In t g -> t < r) ->
  exists P N Z : nat -> nat, (forall t, signs (shares_of t g β) (P t) (N t) (Z t)) /\
    inertia_on network_plus (fun δ => length δ = length g)
      (fun δ => sum (map (fun p => form (fst (fst p)) (snd (fst p)) (snd p)) (combine (combine g β) δ)))
      (over_blocks r (fun t => copies_positive t (P t) (N t) (Z t)))
      (over_blocks r (fun t => copies_negative t (P t) (N t) (Z t)))
      (over_blocks r (fun t => copies_zero t (P t) (N t) (Z t))).
Proof.
  intros r Hunits. induction g as [|t0 g IH]; intros [|b β] Hβ Hg; try easy.
  - exists (fun _ => 0), (fun _ => 0), (fun _ => 0). split; [constructor|].
    unfold copies_positive, copies_negative, copies_zero. cbn [Nat.add Nat.mul]. rewrite over_blocks_zero.
    now apply inertia_nil.
  - injection Hβ as Hβ. destruct (IH β Hβ) as (P & N & Z & Hsigns & Hinertia); [intros t Ht; apply Hg; now right|].
    assert (Ht0 : t0 < r) by (apply Hg; now left).
    destruct (signs_exist [b]) as (u & v & w & Hb).
    exists (fun t => (if t0 =? t then u else 0) + P t), (fun t => (if t0 =? t then v else 0) + N t),
      (fun t => (if t0 =? t then w else 0) + Z t). split.
    + intro t. unfold shares_of. cbn [combine filter fst]. destruct (t0 =? t); [|apply Hsigns].
      apply (signs_app [b]); [exact Hb|apply Hsigns].
    + assert (Hstep : forall f : nat -> nat -> nat -> nat -> nat,
        (forall t u v w u' v' w', f t (u + u') (v + v') (w + w') = f t u v w + f t u' v' w') ->
        over_blocks r (fun t => f t ((if t0 =? t then u else 0) + P t) ((if t0 =? t then v else 0) + N t)
          ((if t0 =? t then w else 0) + Z t)) = f t0 u v w + over_blocks r (fun t => f t (P t) (N t) (Z t))).
      { intros f Hf. rewrite <- (over_blocks_indicator r t0 (f t0 u v w) Ht0) at 1. rewrite <- over_blocks_add.
        apply over_blocks_ext. intros t _. rewrite Hf. f_equal. destruct (Nat.eqb_spec t0 t) as [->|]; [easy|].
        specialize (Hf t 0 0 0 0 0 0). cbn in Hf. lia. }
      rewrite !Hstep by (intros; unfold copies_positive, copies_negative, copies_zero; ring).
      apply (inertia_cons (length g) (form t0 b)) with (2 := Hunits t0 b u v w Ht0 Hb) (3 := Hinertia). easy.
Qed.

(** One copy of share 1 of every unit. *)
Lemma inertia_of_units : forall r, unit_inertias r -> forall l, (forall t, In t l -> t < r) ->
  inertia_on network_plus (fun δ => length δ = length l)
    (fun δ => sum (map (fun p => form (fst p) one (snd p)) (combine l δ)))
    (list_sum (map (fun t => copies_positive t 1 0 0) l)) (list_sum (map (fun t => copies_negative t 1 0 0) l))
    (list_sum (map (fun t => copies_zero t 1 0 0) l)).
Proof.
  intros r Hunits. induction l as [|t l IH]; intro Hl; [now apply inertia_nil|].
  apply (inertia_cons (length l) (form t one)) with (3 := IH (fun s Hs => Hl s (or_intror Hs))).
  - easy.
  - apply Hunits; [apply Hl; now left|]. constructor; [apply one_positive|constructor].
Qed.

End Copies.

End Forms.
