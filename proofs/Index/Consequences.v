(** What follows from the index formula: Proposition 4.4 in numbers, strict saddles, and one output. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation Splitting CriticalCopies Order Inertia Sylvester UnitForms.
From Equiloss.Index Require Import NetworkForms IndexFormula.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Sums over blocks *)

Lemma over_blocks_le : forall r f f', (forall t, t < r -> f t <= f' t) -> over_blocks r f <= over_blocks r f'.
Proof.
  intros r f f' H. rewrite (over_blocks_ext r f' (fun t => f t + (f' t - f t))) by (intros t Ht; specialize (H t Ht);
    lia).
  rewrite over_blocks_add. lia.
Qed.

Lemma over_blocks_term : forall r f t, t < r -> f t <= over_blocks r f.
Proof.
  intros r f t Ht. rewrite <- (over_blocks_indicator r t (f t) Ht) at 1. apply over_blocks_le. intros s _.
  destruct (Nat.eqb_spec t s) as [->|]; lia.
Qed.

Lemma over_blocks_constant : forall r c, over_blocks r (fun _ => c) = r * c.
Proof.
  intros r c. unfold over_blocks. rewrite <- (seq_length r 0) at 2. generalize (seq 0 r). intro l.
  induction l as [|t l IH]; [easy|]. exact (f_equal (Nat.add c) IH).
Qed.

Lemma over_blocks_none : forall r f, over_blocks r f = 0 <-> forall t, t < r -> f t = 0.
Proof.
  intros r f. split.
  - intros H t Ht. pose proof (over_blocks_term r f t Ht). lia.
  - intro H. rewrite (over_blocks_ext r f (fun _ => 0)) by exact H. apply over_blocks_zero.
Qed.

(** Finitely many choices. *)
Lemma choices : forall {C : Type} (P : nat -> C -> Prop) (c0 : C) n, (forall t, exists c, P t c) ->
  exists f, forall t, t < n -> P t (f t).
Proof.
  intros C P c0 n H. induction n as [|n (f & Hf)]; [exists (fun _ => c0); lia|].
  destruct (H n) as (c & Hc). exists (fun t => if t =? n then c else f t). intros t Ht.
  destruct (Nat.eqb_spec t n) as [->|]; [exact Hc|]. apply Hf. lia.
Qed.

Section Blocks.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Lemma shares_count : forall t g (β : list K), length β = length g -> length (shares_of t g β) = count_occ Nat.eq_dec g
    t.
Proof.
  intros t g. induction g as [|s g IH]; intros [|b β] H; try easy. injection H as H. unfold shares_of in *.
  cbn [combine filter fst count_occ]. destruct (Nat.eq_dec s t) as [->|Hne].
  - rewrite Nat.eqb_refl. cbn [map length]. now rewrite IH.
  - rewrite (proj2 (Nat.eqb_neq s t) Hne). now apply IH.
Qed.

Lemma counts_sum : forall r g, (forall t, In t g -> t < r) -> over_blocks r (count_occ Nat.eq_dec g) = length g.
Proof.
  intros r. induction g as [|s g IH]; intro Hg; [apply over_blocks_zero|].
  rewrite (over_blocks_ext r _ (fun t => (if s =? t then 1 else 0) + count_occ Nat.eq_dec g t)).
  - rewrite over_blocks_add, over_blocks_indicator, IH; [easy|intros t Ht; apply Hg; now right|apply Hg; now left].
  - intros t _. cbn [count_occ]. destruct (Nat.eq_dec s t) as [->|Hne]; [now rewrite Nat.eqb_refl|].
    now rewrite (proj2 (Nat.eqb_neq s t) Hne).
Qed.

Lemma negative_direction : forall {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (Q : X -> K) p q z,
  inertia_on plus S Q p q z -> 1 <= q -> exists v, S v /\ less (Q v) zero.
Proof.
  intros X plus S Q p q z (f & d & (I & _) & E & G) Hq.
  assert (H : exists x, length x = length d /\ less (diagonal d x) zero).
  { clear E I. induction G as [|s d p q z Hs G IH|s d p q z Hs G IH|d p q z G IH]; [lia| | |].
    - destruct (IH Hq) as (x & Hx & H). exists (zero :: x). rewrite diagonal_cons_zero. simpl. now rewrite Hx.
    - exists (one :: Coordinates.zeros (length d)). split; [simpl; now rewrite Coordinates.zeros_length|].
      rewrite diagonal_cons, diagonal_at_zero.
      replace (add (mul s (mul one one)) zero) with s by ring. exact Hs.
    - destruct (IH Hq) as (x & Hx & H). exists (zero :: x). rewrite diagonal_cons_zero. simpl. now rewrite Hx. }
  destruct H as (x & Hx & H). exists (f x). split; [now apply I|]. now rewrite E.
Qed.

End Blocks.

Section Consequences.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Context (d_in d_out m : nat) (g : list nat) (β : list K).
Context (HW : vector_dimension W d_in) (HA : vector_dimension A d_out)
  (Hg : surjection (length base) m g) (Hβ : admissible_shares (length base) g β).

Lemma index_with : forall units p q z p' q' z',
  (forall t, t < length base -> copied_unit L base d_in g β t (units t)) ->
  loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' ->
  p' = p + over_blocks (length base) (fun t => added_positive (units t)) /\
  q' = q + over_blocks (length base) (fun t => added_negative (units t)) /\
  z' = z + over_blocks (length base) (fun t => added_zero d_in d_out (units t)).
Proof.
  intros units p q z p' q' z' Hunits Hbase Hwide.
  pose proof (index_above K W A X L base d_in d_out m g β p q z units HW HA Hg Hβ Hbase Hunits) as H.
  exact (inertia_unique_numbers network_plus _ _ _ _ _ _ _ _ Hwide H).
Qed.

Lemma index_with_some : forall p q z p' q' z', loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' ->
  exists units, (forall t, t < length base -> copied_unit L base d_in g β t (units t)) /\
    p' = p + over_blocks (length base) (fun t => added_positive (units t)) /\
    q' = q + over_blocks (length base) (fun t => added_negative (units t)) /\
    z' = z + over_blocks (length base) (fun t => added_zero d_in d_out (units t)).
Proof.
  intros p q z p' q' z' Hbase Hwide.
  destruct (choices (copied_unit L base d_in g β) {| unit_rank := 0; bend_positive := 0; bend_negative := 0;
    bend_zero := 0; shares_positive := 0; shares_negative := 0; shares_zero := 0 |} (length base)) as (units & Hunits).
  - intro t. destruct (inertia_exists K W A d_in d_out HW HA) as [_ H]. now apply (H X L base base).
  - exists units. split; [exact Hunits|]. now apply index_with.
Qed.

(** The copies of a unit are at least one, and those of all units are m. *)
Lemma copy_numbers : forall units, (forall t, t < length base -> copied_unit L base d_in g β t (units t)) ->
  (forall t, t < length base -> copy_number (units t) = count_occ Nat.eq_dec g t /\ 1 <= shares_positive (units t)) /\
  over_blocks (length base) (fun t => copy_number (units t) - 1) = m - length base.
Proof.
  intros units Hunits.
  assert (H : forall t, t < length base ->
    copy_number (units t) = count_occ Nat.eq_dec g t /\ 1 <= shares_positive (units t)).
  { intros t Ht. destruct (Hunits t Ht) as (_ & _ & Hs). split.
    - unfold copy_number. rewrite <- (signs_length _ _ _ _ Hs). now apply shares_count, Hβ.
    - exact (some_positive (length base) g β t _ _ _ Hβ Ht Hs). }
  split; [exact H|]. destruct Hg as [Hm Hin].
  assert (E : over_blocks (length base) (fun t => copy_number (units t) - 1) + over_blocks (length base) (fun _ => 1) =
    m).
  { rewrite <- over_blocks_add, <- Hm, <- (counts_sum (length base) g) by (intros t Ht; now apply Hin).
    apply over_blocks_ext. intros t Ht. destruct (H t Ht) as [<- Hpositive]. unfold copy_number. lia. }
  rewrite over_blocks_constant in E. lia.
Qed.

Lemma never_falls : forall p q z p' q' z', loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' ->
  p <= p' /\ q <= q' /\ z <= z'.
Proof.
  intros p q z p' q' z' Hbase Hwide. destruct (index_with_some p q z p' q' z' Hbase Hwide) as (units & _ & -> & -> &
    ->). lia.
Qed.

Lemma outgoing_not_zero : ~ In vzero (map snd base) -> forall t, t < length base -> snd (unit_at base t) <> vzero.
Proof. intros H t Ht E. apply H. rewrite <- E. unfold unit_at. now apply in_map, nth_In. Qed.

Lemma critical_rank : critical L base -> forall t, t < length base -> snd (unit_at base t) <> vzero ->
  forall c, copied_unit L base d_in g β t c -> unit_rank c < d_out.
Proof.
  intros Hcritical t Ht Hout c (Hrank & Hbend & _).
  destruct (vector_coordinates W d_in HW) as (fW & CW), (vector_coordinates A d_out HA) as (fA & CA).
  apply (rank_less L base d_in d_out fW fA CW CA _ _ _ _ _ (snd (unit_at base t)) Hrank Hbend Hout).
  intro ω. now apply critical_mixed.
Qed.

Lemma zeros_above : critical L base -> ~ In vzero (map snd base) -> forall p q z p' q' z',
  loss_inertia L base p q z -> loss_inertia L (copies g β base) p' q' z' -> z + (m - length base) <= z' /\ q <= q'.
Proof.
  intros Hcritical Hout p q z p' q' z' Hbase Hwide. split; [|now apply (never_falls p q z p' q' z')].
  destruct (index_with_some p q z p' q' z' Hbase Hwide) as (units & Hunits & _ & _ & ->).
  apply Nat.add_le_mono_l. rewrite <- (proj2 (copy_numbers units Hunits)). apply over_blocks_le. intros t Ht.
  pose proof (critical_rank Hcritical t Ht (outgoing_not_zero Hout t Ht) (units t) (Hunits t Ht)) as Hrank.
  unfold added_zero. destruct (d_out - unit_rank (units t)) as [|n] eqn:E; [lia|].
  rewrite Nat.mul_succ_r, <- Nat.add_assoc, (Nat.add_comm _ (copy_number (units t) - 1)), <- Nat.add_assoc.
  apply Nat.le_add_r.
Qed.

Lemma saddle_above : forall t, t < length base -> 2 <= count_occ Nat.eq_dec g t ->
  (exists α ω, mixed_form L base (unit_at base t) α ω <> zero) ->
  exists δ, length δ = m /\ less (second_variation L (copies g β base) δ) zero.
Proof.
  intros t Ht Htwo (α & ω & Hne).
  destruct (inertia_exists K W A d_in d_out HW HA) as [_ H].
  destruct (H X L base base g β t) as [(p & q & z & Hbase) _].
  destruct (H X L base (copies g β base) g β t) as [(p' & q' & z' & Hwide) _]. clear H.
  destruct (index_with_some p q z p' q' z' Hbase Hwide) as (units & Hunits & _ & Hq & _).
  destruct (copy_numbers units Hunits) as [Hcopies _]. destruct (Hcopies t Ht) as [Hcount _].
  destruct (Hunits t Ht) as (Hrank & Hbend & _).
  destruct (vector_coordinates W d_in HW) as (fW & CW), (vector_coordinates A d_out HA) as (fA & CA).
  assert (Hpositive : 1 <= unit_rank (units t)).
  { destruct (unit_rank (units t)) as [|n]; [|lia]. elim Hne.
    exact (rank_zero L base d_in d_out fW fA CW CA _ _ _ _ Hrank Hbend α ω). }
  destruct (negative_direction network_plus _ _ p' q' z' Hwide) as (δ & Hδ & Hless).
  - pose proof (over_blocks_term (length base) (fun t => added_negative (units t)) t Ht) as Hterm. cbv beta in Hterm.
    assert (1 <= added_negative (units t)); [|lia]. unfold added_negative. rewrite Hcount.
    destruct (count_occ Nat.eq_dec g t - 1) as [|n] eqn:E; [lia|].
    destruct (unit_rank (units t)) as [|k]; [lia|]. cbn [Nat.mul Nat.add]. apply le_n_S, Nat.le_0_l.
  - exists δ. split; [|exact Hless]. rewrite copies_length in Hδ by apply Hβ. now destruct Hg as [<- _].
Qed.

End Consequences.

Theorem inertia_never_falls : InertiaNeverFalls.
Proof. intros K W A X L base d_in d_out m g β p q z p' q' z' HW HA Hg Hβ. now apply (never_falls L base d_in d_out m).
Qed.

Theorem zero_eigenvalues_above : ZeroEigenvaluesAbove.
Proof.
  intros K W A X L base θ d_in d_out m g p q z p' q' z' HW HA Hg Hcritical Hout Hθ.
  apply (gamma_bar_copies base m g θ Hg) in Hθ as (β & Hβ & ->).
  exact (zeros_above L base d_in d_out m g β HW HA Hg Hβ Hcritical Hout p q z p' q' z').
Qed.

Theorem strict_saddles_above : StrictSaddlesAbove.
Proof.
  intros K W A X L base d_in d_out t HW HA Hcritical Ht. cbv zeta. split; [|split].
  - intro ω. now apply critical_mixed.
  - intros -> Hout. destruct (inertia_exists K W A d_in 1 HW HA) as [_ H].
    destruct (H X L base base [] [] t) as [_ (c & Hc)]. clear H.
    pose proof (critical_rank L base d_in 1 [] [] HW HA Hcritical t Ht Hout c Hc) as Hrank.
    destruct Hc as (Hr & Hbend & _). destruct (unit_rank c) as [|n]; [|lia].
    destruct (vector_coordinates W d_in HW) as (fW & CW), (vector_coordinates A 1 HA) as (fA & CA).
    exact (rank_zero L base d_in 1 fW fA CW CA _ _ _ _ Hr Hbend).
  - intros m g θ Hg Hθ Htwo Hne. split; [now apply (copies_critical L base m g)|].
    apply (gamma_bar_copies base m g θ Hg) in Hθ as (β & Hβ & ->).
    now apply (saddle_above L base d_in d_out m g β HW HA Hg Hβ t).
Qed.

Theorem index_for_one_output : IndexForOneOutput.
Proof.
  intros K W A X L base d_in m g β p q z p' q' z' units HW HA Hg Hβ Hcritical Hout Hbase Hwide Hunits.
  set (units' := fun t => {| unit_rank := 0; bend_positive := bend_positive (units t);
    bend_negative := bend_negative (units t); bend_zero := bend_zero (units t);
    shares_positive := shares_positive (units t); shares_negative := shares_negative (units t);
    shares_zero := shares_zero (units t) |}).
  assert (Hunits' : forall t, t < length base -> copied_unit L base d_in g β t (units' t)).
  { intros t Ht. destruct (Hunits t Ht) as [Hbend Hsigns].
    destruct (strict_saddles_above K W A X L base d_in 1 t HW HA Hcritical Ht) as (_ & Hzero & _).
    specialize (Hzero eq_refl (outgoing_not_zero base Hout t Ht)).
    assert (Hbend' : bend_inertia L base (nth t base (vzero, vzero)) (bend_positive (units t)) (bend_negative (units t))
      (bend_zero (units t))).
    { apply (inertia_ext vector_plus (fun _ => True) _ (fun ω => bend_form L base (nth t base (vzero, vzero)) ω ω));
        easy. }
    split; [|split; [exact Hbend'|exact Hsigns]].
    exists (bend_positive (units t) + bend_negative (units t) + bend_zero (units t)).
    split; [now apply bend_inertia_dimension|]. cbn [unit_rank]. rewrite Nat.add_0_r.
    destruct (vector_coordinates W d_in HW) as (fW & CW). apply inertia_coordinates in Hbend as (f & C).
    exact (coordinates_unique vector_plus _ _ _ _ _ C CW). }
  destruct (index_with L base d_in 1 m g β HW HA Hg Hβ units' p q z p' q' z' Hunits' Hbase Hwide) as (_ & Hq & Hz).
  destruct (copy_numbers L base d_in m g β Hg Hβ units' Hunits') as [Hcopies Hnumber].
  assert (Hq' : q' = q + over_blocks (length base) (fun t =>
    (shares_positive (units t) - 1) * bend_negative (units t) + shares_negative (units t) * bend_positive (units t))).
  { rewrite Hq. f_equal. apply over_blocks_ext. intros t _. unfold added_negative. cbn. lia. }
  split; [exact Hq'|]. split.
  - rewrite Hq'. split.
    + intro H. apply Nat.eq_add_0 in H as [-> H]. split; [easy|]. intros t Ht.
      apply (proj1 (over_blocks_none _ _) H) in Ht as E. cbv beta in E.
      destruct (Hcopies t Ht) as [_ Hpositive]. change (1 <= shares_positive (units t)) in Hpositive. cbv zeta.
      apply Nat.eq_add_0 in E as [E1 E2]. apply Nat.mul_eq_0 in E1, E2. lia.
    + intros [-> H]. apply over_blocks_none. intros t Ht.
      destruct (H t Ht) as [[->| ->] [->| ->]]; cbn [Nat.sub Nat.mul];
        now rewrite ?Nat.mul_0_r.
  - rewrite Hz, <- Nat.add_assoc. f_equal. rewrite <- Hnumber, <- over_blocks_add. apply over_blocks_ext. intros t _.
    unfold added_zero. cbn [unit_rank units' bend_zero shares_positive shares_negative shares_zero].
    rewrite !Nat.sub_0_r. lia.
Qed.
