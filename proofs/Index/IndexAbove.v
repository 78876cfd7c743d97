(** The index formula. Above the network, H_m(δ) + Σ_t q_t(y_t) becomes H_r(x) + Σ_i q_i(ε_i) when the copied parts are
    exchanged: δ = Mx + c and ε = My + c for one balanced c. Sylvester's law does the rest. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation Splitting Order Inertia Sylvester UnitForms NetworkForms.
From Equiloss.Index Require Import HessianForm.
Import ListNotations.

Local Open Scope nat_scope.

Section Exchange.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Context (g : list nat) (β : list K).
Context (Hg : surjection (length base) (length g) g) (Hβ : admissible_shares (length base) g β).
Add Field K_field : (field_laws K).

Definition gathering (ε : network W A) : network W A := gathered_network (length base) g β ε.
Definition rest (ε : network W A) : network W A := remainder (length base) g β ε.

(** The forms of all copies, and of all units with share 1. *)
Definition copy_forms (ε : network W A) : K :=
  sum (map (fun p => copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p)) (combine (combine g β) ε)).
Definition unit_forms (y : network W A) : K :=
  sum (map (fun t => copy_form L base (unit_at base t) one (nth t y (vzero, vzero))) (seq 0 (length base))).

Definition exchanged (p : network W A * network W A) : network W A * network W A :=
  (network_plus one (copies g β (fst p)) (rest (snd p)), gathering (snd p)).

Definition narrow_wide (p : network W A * network W A) : Prop :=
  length (fst p) = length base /\ length (snd p) = length g.
Definition wide_narrow (p : network W A * network W A) : Prop :=
  length (fst p) = length g /\ length (snd p) = length base.

Lemma rest_facts : forall ε, length ε = length g ->
  length (rest ε) = length g /\ balanced (length base) g β (rest ε) /\
  network_plus one (copies g β (gathering ε)) (rest ε) = ε.
Proof.
  intros ε Hε. split; [apply remainder_length; [apply Hβ|exact Hε]|].
  split; [now apply remainder_balanced|now apply remainder_recovers].
Qed.

Lemma copies_length_here : forall x : network W A, length (copies g β x) = length g.
Proof. intro x. apply copies_length, Hβ. Qed.

Lemma sum_length : forall x c : network W A, length c = length g -> length (network_plus one (copies g β x) c) = length
    g.
Proof. intros x c Hc. rewrite network_plus_length; [apply copies_length_here|]. now rewrite copies_length_here. Qed.

(** The parts of a sum of a copy and a balanced variation. *)
Lemma parts_of_sum : forall x c, length x = length base -> length c = length g -> balanced (length base) g β c ->
  gathering (network_plus one (copies g β x) c) = x /\ rest (network_plus one (copies g β x) c) = c.
Proof.
  intros x c Hx Hc Hbalanced. assert (E : gathering (network_plus one (copies g β x) c) = x) by now apply gathered_sum.
  split; [exact E|]. assert (Hlength : length (network_plus one (copies g β x) c) = length g) by now apply sum_length.
  destruct (rest_facts _ Hlength) as (Hr & _ & H). rewrite E in H.
  apply (network_plus_cancel (copies g β x)); [now rewrite copies_length_here|now rewrite copies_length_here|exact H].
Qed.

Lemma network_plus_exchange : forall k s (a b a' b' : network W A),
  length a = length b -> length a' = length b' -> length a = length a' ->
  network_plus k (network_plus s a a') (network_plus s b b') = network_plus s (network_plus k a b) (network_plus k a'
    b').
Proof.
  intros k s a. induction a as [|u a IH]; intros [|v b] [|u' a'] [|v' b'] H1 H2 H3; try easy.
  injection H1 as H1. injection H2 as H2. injection H3 as H3.
  change (neuron_plus k (neuron_plus s u u') (neuron_plus s v v') ::
      network_plus k (network_plus s a a') (network_plus s b b') =
    neuron_plus s (neuron_plus k u v) (neuron_plus k u' v') ::
      network_plus s (network_plus k a b) (network_plus k a' b')).
  f_equal; [|exact (IH b a' b' H1 H2 H3)]. unfold neuron_plus, vector_plus. cbn [fst snd]. f_equal; vector_identity.
Qed.

Lemma rest_linear : forall s ε ε', length ε = length g -> length ε' = length g ->
  rest (network_plus s ε ε') = network_plus s (rest ε) (rest ε').
Proof.
  intros s ε ε' Hε Hε'. unfold rest, remainder.
  rewrite gathered_network_linear by congruence. rewrite copies_linear by now rewrite !gathered_network_length.
  apply network_plus_exchange; now rewrite ?copies_length_here; congruence.
Qed.

Lemma exchange_inertia : forall p q z,
  inertia_on (pair_towards network_plus network_plus) narrow_wide
    (fun v => add (second_variation L base (fst v)) (copy_forms (snd v))) p q z ->
  inertia_on (pair_towards network_plus network_plus) wide_narrow
    (fun v => add (second_variation L (copies g β base) (fst v)) (unit_forms (snd v))) p q z.
Proof.
  intros p q z. apply (inertia_image _ _ _ _ exchanged).
  - intros [x ε] [Hx Hε]. cbn [fst snd] in *. destruct (rest_facts ε Hε) as (Hr & _). split; cbn [fst snd].
    + exact (sum_length x (rest ε) Hr).
    + apply gathered_network_length.
  - intros [δ y] [Hδ Hy]. cbn [fst snd] in *. destruct (rest_facts δ Hδ) as (Hr & Hb & E).
    exists (gathering δ, network_plus one (copies g β y) (rest δ)).
    destruct (parts_of_sum y (rest δ) Hy Hr Hb) as [E1 E2].
    split; [split; cbn [fst snd]|].
    + apply gathered_network_length.
    + exact (sum_length y (rest δ) Hr).
    + unfold exchanged. cbn [fst snd]. now rewrite E1, E2, E.
  - intros [x ε] [x' ε'] [Hx Hε] [Hx' Hε'] E. unfold exchanged in E. cbn [fst snd] in *.
    assert (E2 : gathering ε = gathering ε') by exact (f_equal snd E). apply (f_equal fst) in E. cbn [fst] in E.
    destruct (rest_facts ε Hε) as (Hr & Hb & Eε), (rest_facts ε' Hε') as (Hr' & Hb' & Eε').
    destruct (parts_of_sum x (rest ε) Hx Hr Hb) as [P1 P2], (parts_of_sum x' (rest ε') Hx' Hr' Hb') as [P1' P2'].
    rewrite E in P1, P2. assert (Ex : x = x') by congruence. assert (Ec : rest ε = rest ε') by congruence.
    rewrite <- Eε, <- Eε'. now rewrite Ex, Ec, E2.
  - intros s [x ε] [x' ε'] [Hx Hε] [Hx' Hε']. unfold exchanged, pair_towards. cbn [fst snd] in *.
    destruct (rest_facts ε Hε) as (Hr & _), (rest_facts ε' Hε') as (Hr' & _). f_equal.
    + rewrite rest_linear by easy. rewrite copies_linear by congruence.
      apply network_plus_exchange; rewrite ?copies_length_here; congruence.
    + apply gathered_network_linear. congruence.
  - intros [x ε] [Hx Hε]. unfold exchanged. cbn [fst snd] in *. destruct (rest_facts ε Hε) as (Hr & Hb & Eε).
    rewrite second_variation_of_sum by easy. fold (copy_forms (rest ε)).
    assert (E : copy_forms ε = add (unit_forms (gathering ε)) (copy_forms (rest ε))).
    { rewrite <- Eε at 1. now apply copy_forms_of_sum. }
    rewrite E. ring.
Qed.

(** So the inertias of the four forms are related. *)
Lemma exchanged_numbers : forall p q z p' q' z' pc qc zc pu qu zu,
  loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' ->
  inertia_on network_plus (fun ε => length ε = length g) copy_forms pc qc zc ->
  inertia_on network_plus (fun y => length y = length base) unit_forms pu qu zu ->
  p' + pu = p + pc /\ q' + qu = q + qc /\ z' + zu = z + zc.
Proof.
  intros p q z p' q' z' pc qc zc pu qu zu Hbase Hwide Hcopies Hunits.
  apply (inertia_unique_numbers (pair_towards network_plus network_plus) wide_narrow
    (fun v => add (second_variation L (copies g β base) (fst v)) (unit_forms (snd v)))).
  - apply (inertia_sum network_plus network_plus _ _ _ _ (fun δ y => (δ, y))) with (6 := Hwide) (7 := Hunits); try easy.
    + intros δ y Hδ Hy. split; [|exact Hy]. cbn [fst]. now rewrite copies_length_here in Hδ.
    + intros [δ y] [Hδ Hy]. exists δ, y. now rewrite copies_length_here.
    + intros δ y δ' y' _ _ _ _ E. now injection E.
  - apply exchange_inertia.
    apply (inertia_sum network_plus network_plus _ _ _ _ (fun x ε => (x, ε))) with (6 := Hbase) (7 := Hcopies); try
      easy.
    + intros [x ε] [Hx Hε]. now exists x, ε.
    + intros x ε x' ε' _ _ _ _ E. now injection E.
Qed.

End Exchange.
