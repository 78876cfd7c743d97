(** The index above a hidden layer of a deep network. The copied parts are exchanged as in two layers, and what this
    adds is the same. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields.
From Equiloss.Index Require Import Copies SecondVariation Splitting Order Inertia Sylvester UnitForms NetworkForms.
From Equiloss.Index Require Import HessianForm IndexAbove IndexFormula LayerSplitting.
Import ListNotations.

Local Open Scope nat_scope.

Section Exchange.

Context {K : OrderedField} {W A : VectorSpace K} {X E : Type} (L : Loss K W A X) (D : Surroundings K W A X E).
Context (plus : K -> E -> E -> E) (S : E -> Prop) (base : network W A) (g : list nat) (β : list K).
Context (Hg : surjection (length base) (length g) g) (Hβ : admissible_shares (length base) g β).
Add Field K_field : (field_laws K).

Local Definition with_others : K -> E * network W A -> E * network W A -> E * network W A :=
  fun s p q => (plus s (fst p) (fst q), network_plus s (snd p) (snd q)).
Local Definition of_width (n : nat) (p : E * network W A) : Prop := S (fst p) /\ length (snd p) = n.

Local Definition exchanged_below (v : (E * network W A) * network W A) : (E * network W A) * network W A :=
  let w := exchanged base g β (snd (fst v), snd v) in ((fst (fst v), fst w), snd w).

Local Definition narrow_wide_below (v : (E * network W A) * network W A) : Prop :=
  of_width (length base) (fst v) /\ length (snd v) = length g.
Local Definition wide_narrow_below (v : (E * network W A) * network W A) : Prop :=
  of_width (length g) (fst v) /\ length (snd v) = length base.

Lemma layer_exchange_inertia : forall p q z,
  inertia_on (pair_towards with_others network_plus) narrow_wide_below
    (fun v => add (layer_variation L D base (fst (fst v)) (snd (fst v))) (copy_forms L base g β (snd v))) p q z ->
  inertia_on (pair_towards with_others network_plus) wide_narrow_below
    (fun v => add (layer_variation L D (copies g β base) (fst (fst v)) (snd (fst v))) (unit_forms L base (snd v))) p q
    z.
Proof.
  intros p q z. apply (inertia_image _ _ _ _ exchanged_below).
  - intros [[e x] ε] [[He Hx] Hε]. cbn [fst snd] in *. destruct (rest_facts base g β Hβ ε Hε) as (Hr & _).
    split; [split|]; cbn [fst snd]; [exact He| |].
    + exact (sum_length base g β Hβ x (rest base g β ε) Hr).
    + apply gathered_network_length.
  - intros [[e δ] y] [[He Hδ] Hy]. cbn [fst snd] in *. destruct (rest_facts base g β Hβ δ Hδ) as (Hr & Hb & E').
    exists ((e, gathering base g β δ), network_plus one (copies g β y) (rest base g β δ)).
    destruct (parts_of_sum base g β Hβ y (rest base g β δ) Hy Hr Hb) as [E1 E2].
    split; [split; [split|]; cbn [fst snd]; [exact He| |]|].
    + apply gathered_network_length.
    + exact (sum_length base g β Hβ y (rest base g β δ) Hr).
    + unfold exchanged_below, exchanged. cbn [fst snd]. now rewrite E1, E2, E'.
  - intros [[e x] ε] [[e' x'] ε'] [[He Hx] Hε] [[He' Hx'] Hε'] H. unfold exchanged_below, exchanged in H.
    cbn [fst snd] in *. injection H as Ee H E2.
    destruct (rest_facts base g β Hβ ε Hε) as (Hr & Hb & Eε), (rest_facts base g β Hβ ε' Hε') as (Hr' & Hb' & Eε').
    destruct (parts_of_sum base g β Hβ x (rest base g β ε) Hx Hr Hb) as [P1 P2].
    destruct (parts_of_sum base g β Hβ x' (rest base g β ε') Hx' Hr' Hb') as [P1' P2'].
    rewrite H in P1, P2. assert (Ex : x = x') by congruence.
    assert (Ec : rest base g β ε = rest base g β ε') by congruence.
    rewrite <- Eε, <- Eε', Ex, Ec, Ee. f_equal. f_equal. f_equal. exact E2.
  - intros s [[e x] ε] [[e' x'] ε'] [[He Hx] Hε] [[He' Hx'] Hε'].
    unfold exchanged_below, exchanged, pair_towards, with_others. cbn [fst snd] in *.
    destruct (rest_facts base g β Hβ ε Hε) as (Hr & _), (rest_facts base g β Hβ ε' Hε') as (Hr' & _).
    do 2 f_equal.
    + rewrite rest_linear by easy. rewrite copies_linear by congruence.
      apply network_plus_exchange; rewrite ?(copies_length_here base g β Hβ); congruence.
    + apply gathered_network_linear. congruence.
  - intros [[e x] ε] [[He Hx] Hε]. unfold exchanged_below, exchanged. cbn [fst snd] in *.
    destruct (rest_facts base g β Hβ ε Hε) as (Hr & Hb & Eε).
    rewrite (layer_variation_splits K W A X E L D base (length g) g β e x (rest base g β ε)) by easy.
    assert (E' : copy_forms L base g β ε =
      add (unit_forms L base (gathering base g β ε)) (copy_forms L base g β (rest base g β ε))).
    { rewrite <- Eε at 1. now apply copy_forms_of_sum. }
    rewrite E'. change (sum (map _ _)) with (copy_forms L base g β (rest base g β ε)). ring.
Qed.

(** So the inertias of the four forms are related. *)
Lemma layer_exchanged_numbers : forall p q z p' q' z' pc qc zc pu qu zu,
  layer_inertia L D plus S base p q z -> layer_inertia L D plus S (copies g β base) p' q' z' ->
  inertia_on network_plus (fun ε => length ε = length g) (copy_forms L base g β) pc qc zc ->
  inertia_on network_plus (fun y => length y = length base) (unit_forms L base) pu qu zu ->
  p' + pu = p + pc /\ q' + qu = q + qc /\ z' + zu = z + zc.
Proof.
  intros p q z p' q' z' pc qc zc pu qu zu Hbase Hwide Hcopies Hunits.
  apply (inertia_unique_numbers (pair_towards with_others network_plus) wide_narrow_below
    (fun v => add (layer_variation L D (copies g β base) (fst (fst v)) (snd (fst v))) (unit_forms L base (snd v)))).
  - apply (inertia_sum with_others network_plus _ _ _ _ (fun δ y => (δ, y))) with (6 := Hwide) (7 := Hunits); try easy.
    + intros [e δ] y [He Hδ] Hy. cbn [fst snd] in *. rewrite (copies_length_here base g β Hβ) in Hδ.
      now repeat split.
    + intros [[e δ] y] [[He Hδ] Hy]. cbn [fst snd] in *. exists (e, δ), y. cbn [fst snd].
      rewrite (copies_length_here base g β Hβ). now repeat split.
    + intros δ y δ' y' _ _ _ _ E'. now injection E'.
  - apply layer_exchange_inertia.
    apply (inertia_sum with_others network_plus _ _ _ _ (fun x ε => (x, ε))) with (6 := Hbase) (7 := Hcopies); try
      easy.
    + intros [x ε] [Hx Hε]. now exists x, ε.
    + intros x ε x' ε' _ _ _ _ E'. now injection E'.
Qed.

End Exchange.

Theorem index_above_layer : IndexAboveLayer.
Proof.
  intros K W A X E L D plus S base d_in d_out m g β p q z p' q' z' units HW HA [<- Hg] Hβ Hbase Hwide Hunits.
  assert (Hsurjection : surjection (length base) (length g) g) by now split.
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  pose proof (all_unit_inertias L base d_in d_out g β units HW HA Hunits) as Hforms.
  destruct (inertia_of_copies _ d_out _ _ _ _ (length base) Hforms g β (proj1 Hβ) Hless) as (P & N & Z & _ & Hcopies).
  pose proof (inertia_of_unit_forms L base d_in d_out g β units HW HA Hunits) as Hone.
  destruct (loss_inertia_exists L d_in d_out base HW HA) as (p0 & q0 & z0 & H0).
  pose proof (formula L base d_in d_out g β units HW HA Hsurjection Hβ Hunits p0 q0 z0 H0) as H1.
  destruct (exchanged_numbers L base g β Hsurjection Hβ _ _ _ _ _ _ _ _ _ _ _ _ H0 H1 Hcopies Hone)
    as (E1 & E2 & E3).
  destruct (layer_exchanged_numbers L D plus S base g β Hsurjection Hβ _ _ _ _ _ _ _ _ _ _ _ _ Hbase Hwide Hcopies
    Hone) as (F1 & F2 & F3).
  lia.
Qed.
