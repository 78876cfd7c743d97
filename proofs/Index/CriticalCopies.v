(** What the splitting says of criticality, of the kernel of the Hessian, and of saddles. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Index Require Import Copies SecondVariation Splitting.
Import ListNotations.

Local Open Scope nat_scope.

Section Critical.

Context {K : Field} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (base : network W A).
Add Field K_field : (field_laws K).

Lemma gamma_bar_copies : forall m g θ, surjection (length base) m g ->
  (Gamma_bar base g θ <-> exists β, admissible_shares (length base) g β /\ θ = copies g β base).
Proof.
  intros m g θ _. split.
  - intros (β & Hl & E & Hβ). now exists β.
  - intros (β & [Hl Hβ] & E). now exists β.
Qed.

Lemma first_variation_copies : forall g β δ, (forall t, In t g -> t < length base) ->
  admissible_shares (length base) g β ->
  first_variation L (copies g β base) δ = first_variation L base (gathered_network (length base) g β δ).
Proof.
  intros g β δ Hg Hβ. unfold first_variation. apply sum_ext. intros x _.
  now rewrite output_copies, first_over_copies by easy.
Qed.

Lemma copies_critical : forall m g θ, surjection (length base) m g -> critical L base -> Gamma_bar base g θ ->
  critical L θ.
Proof.
  intros m g θ Hsurjection Hcritical Hθ δ Hδ. apply (gamma_bar_copies m g θ Hsurjection) in Hθ as (β & Hβ & ->).
  rewrite first_variation_copies by (easy || (intros t; apply Hsurjection)).
  apply Hcritical, gathered_network_length.
Qed.

(** The variation of one unit alone. *)
Definition alone (t : nat) (u : W * A) : network W A :=
  map (fun s => if t =? s then u else (vzero, vzero)) (seq 0 (length base)).

Lemma alone_nth : forall t u s, s < length base -> nth s (alone t u) (vzero, vzero) = if t =? s then u else (vzero,
    vzero).
Proof.
  intros t u s Hs. unfold alone.
  rewrite (nth_indep _ (vzero, vzero) (if t =? 0 then u else (vzero, vzero))) by now rewrite map_length, seq_length.
  rewrite (map_nth (fun s => if t =? s then u else (vzero, vzero)) (seq 0 (length base)) 0 s). now rewrite seq_nth.
Qed.

Lemma over_units_alone : forall f t u, (forall v, linear_in_units (f v)) -> t < length base ->
  over_units f base (alone t u) = f (nth t base (vzero, vzero)) u.
Proof.
  intros f t u Hf Ht. unfold over_units.
  rewrite (vsum_places f (vzero, vzero) (vzero, vzero)) by (unfold alone; now rewrite map_length, seq_length).
  etransitivity; [|exact (vsum_indicator (f (nth t base (vzero, vzero)) u) t (length base) Ht)].
  apply vsum_ext_in. intros s Hs. apply in_seq in Hs. rewrite alone_nth by apply Hs.
  destruct (Nat.eqb_spec t s) as [->|_]; [easy|]. apply linear_in_units_zero, Hf.
Qed.

(** a_tᵀE_t = 0 *)
Lemma critical_mixed : critical L base -> forall t ω, t < length base ->
  mixed_form L base (unit_at base t) (snd (unit_at base t)) ω = zero.
Proof.
  intros Hcritical t ω Ht. rewrite <- (Hcritical (alone t (ω, vzero))) by (unfold alone; now rewrite map_length,
    seq_length).
  unfold mixed_form, first_variation. apply sum_ext. intros x _.
  rewrite (over_units_alone (unit_first L x)) by (exact Ht || apply unit_first_linear).
  unfold unit_first. cbn [fst snd]. rewrite scale_vzero, vadd_zero, linear_form_scale by apply cost_gradient_linear.
  reflexivity.
Qed.

(** Another share of a copy of a unit moves its outgoing vector along that of the unit. *)
Lemma copy_form_moved : forall t b v s h, critical L base -> t < length base ->
  copy_form L base (unit_at base t) b (neuron_plus s v (vzero, scale h (snd (unit_at base t)))) =
  copy_form L base (unit_at base t) b v.
Proof.
  intros t b [ω α] s h Hcritical Ht. unfold copy_form, neuron_plus, vector_plus. cbn [fst snd].
  rewrite scale_vzero, vadd_zero_r.
  rewrite (linear_form_add (fun α => mixed_form L base (unit_at base t) α ω)), (linear_form_scale
    (fun α => mixed_form L base (unit_at base t) α ω)), (linear_form_scale
    (fun α => mixed_form L base (unit_at base t) α ω)), critical_mixed by (easy || apply mixed_linear_out).
  ring.
Qed.

Lemma copy_form_zero : forall u b, copy_form L base u b (vzero, vzero) = zero.
Proof.
  intros u b. unfold copy_form. cbn [fst snd].
  rewrite (linear_form_zero (mixed_form L base u vzero)), (linear_form_zero (bend_form L base u vzero))
    by (apply mixed_linear_in || apply bend_linear). ring.
Qed.

Lemma null_directions_of_copies : forall m g β β' δ s, surjection (length base) m g -> critical L base ->
  admissible_shares (length base) g β -> admissible_shares (length base) g β' -> length δ = length g ->
  second_variation L (copies g β base)
    (network_plus s δ (network_plus (opp one) (copies g β' base) (copies g β base))) =
  second_variation L (copies g β base) δ.
Proof.
  intros m g β β' δ s [Hm Hg] Hcritical Hβ Hβ' Hδ.
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  assert (Hlength : length (copies g β' base) = length (copies g β base))
    by (rewrite !copies_length; [easy|apply Hβ|apply Hβ']).
  assert (Hdifference : length (network_plus (opp one) (copies g β' base) (copies g β base)) = length g)
    by (rewrite network_plus_length by exact Hlength; apply copies_length, Hβ').
  rewrite !second_variation_copies by easy. f_equal.
  - f_equal. apply nth_equal; rewrite !gathered_network_length; [easy|]. intros t Ht.
    rewrite !gathered_network_nth, gathered_linear by (exact Ht || congruence).
    rewrite gathered_linear, !(gathered_copies (length base)) by easy.
    now rewrite neuron_plus_minus, neuron_plus_right_zero.
  - clear Hδ Hlength Hdifference. destruct Hβ as [Hβ _], Hβ' as [Hβ' _]. clear Hm Hg.
    revert β β' δ Hβ Hβ'. induction g as [|t g IH]; intros [|b β] [|b' β'] δ Hβ Hβ'; try easy.
    destruct δ as [|v δ]; [easy|]. injection Hβ as Hβ. injection Hβ' as Hβ'.
    change (add (copy_form L base (unit_at base t) b (neuron_plus s v
        (neuron_plus (opp one) (fst (unit_at base t), scale b' (snd (unit_at base t)))
          (fst (unit_at base t), scale b (snd (unit_at base t))))))
      (sum (map (fun p => copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p)) (combine (combine g β)
        (network_plus s δ (network_plus (opp one) (copies g β' base) (copies g β base)))))) =
      add (copy_form L base (unit_at base t) b v)
      (sum (map (fun p => copy_form L base (unit_at base (fst (fst p))) (snd (fst p)) (snd p))
        (combine (combine g β) δ)))).
    f_equal; [|apply (IH (fun t H => Hless t (or_intror H)) β β' δ Hβ Hβ')].
    rewrite <- (copy_form_moved t b v s (add b' (opp b)) Hcritical) by (apply Hless; now left).
    do 2 f_equal. unfold neuron_plus, vector_plus. cbn [fst snd]. f_equal; vector_identity.
Qed.

End Critical.

Theorem critical_points_copied : CriticalPointsCopied.
Proof.
  intros K W A X L base m g Hg. split.
  - intro θ. now apply (gamma_bar_copies base m).
  - intros Hcritical θ. now apply (copies_critical L base m).
Qed.

Theorem hessian_pulled_back : HessianPulledBack.
Proof.
  intros K W A X L base x m g β [<- Hg] Hβ Hx.
  assert (Hl : length (copies g β x) = length g) by apply copies_length, Hβ.
  set (c := network_plus (opp one) (copies g β x) (copies g β x)).
  assert (E : network_plus one (copies g β x) c = copies g β x) by now apply network_plus_undo.
  rewrite <- E, second_variation_of_sum; try easy.
  - replace (sum _) with (@zero K); [apply (vadd_zero_r (V := scalar_space))|]. symmetry.
    apply (@vsum_zeros K scalar_space). intros v Hv. apply in_map_iff in Hv as (p & <- & Hp).
    assert (Hzero : snd p = (vzero, vzero)).
    { destruct p as [q u]. apply in_combine_r in Hp. unfold c, network_plus, list_plus in Hp.
      apply in_map_iff in Hp as ([u1 u2] & <- & Hp). cbn [fst snd].
      replace u2 with u1; [apply neuron_plus_minus|]. clear -Hp. induction (copies g β x) as [|u l IH]; [easy|].
      destruct Hp as [[= -> ->]|Hp]; [easy|exact (IH Hp)]. }
    rewrite Hzero. apply copy_form_zero.
  - unfold c. now rewrite network_plus_length.
  - intros t Ht. unfold c. rewrite gathered_linear by easy. apply neuron_plus_minus.
Qed.

Theorem null_directions : NullDirections.
Proof.
  intros K W A X L base θ θ' δ m g s Hg Hcritical Hθ Hθ' Hδ.
  apply (gamma_bar_copies base m g _ Hg) in Hθ as (β & Hβ & ->), Hθ' as (β' & Hβ' & ->).
  apply (null_directions_of_copies L base m); try easy. now destruct Hg as [-> _].
Qed.

Lemma scalars_commute_mul : forall {K : Field} (s t : K), mul s t = mul t s.
Proof. intros K s t. apply (Ring_theory.Rmul_comm (Field_theory.F_R (field_laws K))). Qed.

Section Saddles.

Context {K : OrderedField} {W A : VectorSpace K} {X : Type} (L : Loss K W A X) (cost : X -> A -> K) (base : network W
  A).

Lemma loss_value_copies : forall g β (θ : network W A), (forall t, In t g -> t < length base) ->
  admissible_shares (length base) g β -> length θ = length base ->
  loss_value L cost (copies g β θ) = loss_value L cost θ.
Proof.
  intros g β θ Hg Hβ Hθ. unfold loss_value. apply sum_ext. intros x _. f_equal. apply output_copies; now rewrite Hθ.
Qed.

(** Networks near [base] have their copies near the copies of [base]. *)
Lemma copies_near : forall m g β (P Q : network W A -> Prop), surjection (length base) m g ->
  length β = length g -> (forall θ, length θ = length base -> P θ -> Q (copies g β θ)) ->
  arbitrarily_near base P -> arbitrarily_near (copies g β base) Q.
Proof.
  intros m g β P Q [_ Hg] Hβ HPQ Hnear forms ε Hforms Hε.
  destruct (Hnear (flat_map (fun l => map (fun b u => l (fst u, scale b (snd u))) β) forms) ε) as (θ & Hθ & HP &
    Hclose).
  - intros l' Hl' s u v. apply in_flat_map in Hl' as (l & Hl & Hl'). apply in_map_iff in Hl' as (b & <- & _).
    rewrite <- (Hforms l Hl). f_equal. unfold neuron_plus, vector_plus. cbn [fst snd]. f_equal.
    now rewrite scale_add_vector, <- !scale_mul, (scalars_commute_mul b s).
  - exact Hε.
  - exists (copies g β θ). rewrite !copies_length by exact Hβ. split; [easy|]. split; [now apply HPQ|].
    intros l u u' Hl Hu. unfold copies in Hu.
    assert (Hpairs : exists t b, In (t, b) (combine g β) /\
      u = (fst (nth t base (vzero, vzero)), scale b (snd (nth t base (vzero, vzero)))) /\
      u' = (fst (nth t θ (vzero, vzero)), scale b (snd (nth t θ (vzero, vzero))))).
    { revert Hu. clear. induction (combine g β) as [|[t b] l IH]; [easy|]. intros [[= <- <-]|Hu].
      - exists t, b. split; [now left|easy].
      - destruct (IH Hu) as (t' & b' & H & E). exists t', b'. split; [now right|exact E]. }
    destruct Hpairs as (t & b & Hin & -> & ->).
    apply (Hclose (fun u => l (fst u, scale b (snd u))) (nth t base (vzero, vzero)) (nth t θ (vzero, vzero))).
    + apply in_flat_map. exists l. split; [exact Hl|]. apply in_map_iff. exists b. split; [easy|].
      now apply in_combine_r in Hin.
    + apply in_combine_l in Hin. apply Hg in Hin. rewrite <- combine_nth by now symmetry. apply nth_In.
      rewrite combine_length, Hθ, Nat.min_id. exact Hin.
Qed.

End Saddles.

Theorem saddles_stay : SaddlesStay.
Proof.
  intros K W A X L cost base θ m g Hg (Hcritical & Hlower & Hhigher) Hθ.
  split; [now apply (copies_critical L base m g)|].
  apply (gamma_bar_copies base m g θ Hg) in Hθ as (β & Hβ & ->).
  assert (Hless : forall t, In t g -> t < length base) by (intros t; apply Hg).
  split; [apply (copies_near base m g β _ _ Hg (proj1 Hβ)) with (2 := Hlower)|
    apply (copies_near base m g β _ _ Hg (proj1 Hβ)) with (2 := Hhigher)];
    intros θ' Hθ' H; now rewrite !(loss_value_copies L cost base g β) by easy.
Qed.
