(** Where the gradient is 0 flows stay; at minima it is 0; and on a flow along which the loss is constant it is 0. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Derivatives Require Import Orders SmallVectors Uniqueness.
From Equiloss.Flows Require Import Intervals Vanishing SymmetricGradients Invariance.
Import ListNotations.

Local Open Scope nat_scope.

Section Places.

Variables m D : nat.

Lemma place_below : forall l, l < m * D -> l / D < m /\ l mod D < D.
Proof.
  intros l Hl. assert (HD : D <> 0) by (intros ->; lia). split; [|now apply Nat.mod_upper_bound].
  apply Nat.div_lt_upper_bound; [exact HD|]. now rewrite Nat.mul_comm.
Qed.

Lemma place_of : forall i k, i < m -> k < D -> i * D + k < m * D /\ (i * D + k) / D = i /\ (i * D + k) mod D = k.
Proof.
  intros i k Hi Hk. assert (HD : D <> 0) by lia. split; [|split].
  - apply (Nat.lt_le_trans _ (i * D + D)); [lia|]. replace (i * D + D) with (S i * D) by (simpl; lia).
    now apply Nat.mul_le_mono_r.
  - rewrite Nat.div_add_l, Nat.div_small by easy. apply Nat.add_0_r.
  - rewrite Nat.add_comm, Nat.mod_add by easy. now apply Nat.mod_small.
Qed.

End Places.

Section Equal.

Context {K : Field} (m D : nat).

Lemma same_parameters : forall θ θ' : list (list K), parameters m D θ -> parameters m D θ' ->
  (forall i k, i < m -> k < D -> coordinate θ i k = coordinate θ' i k) -> θ = θ'.
Proof.
  intros θ θ' [Hl Hu] [Hl' Hu'] H. apply (nth_ext _ _ [] []); [congruence|]. intros i Hi. rewrite Hl in Hi.
  assert (Hin : In (nth i θ []) θ) by (apply nth_In; congruence).
  assert (Hin' : In (nth i θ' []) θ') by (apply nth_In; congruence).
  apply (nth_ext _ _ zero zero); [rewrite Hu, Hu'; easy|]. intros k Hk. rewrite Hu in Hk by easy. now apply H.
Qed.

End Equal.

Section Staying.

Context {K : OrderedField} (m D : nat) (G : list (list K) -> list (list K)) (J : K -> Prop) (ρ : K -> list (list K))
  (t0 : K).
Hypothesis Hcomplete : complete K.
Hypothesis Hlipschitz : locally_lipschitz m D G.
Hypothesis Hflow : gradient_flow m D G J ρ.
Hypothesis H0 : J t0.
Hypothesis Hzero : forall i k, i < m -> k < D -> coordinate (G (ρ t0)) i k = zero.
Add Field staying_field : (field_laws K).

(** What coordinate l, of all m·D, has moved since t_0. *)
Definition moved (l : nat) (t : K) : K :=
  minus (coordinate (ρ t) (l / D) (l mod D)) (coordinate (ρ t0) (l / D) (l mod D)).
Definition moved_slope (l : nat) (t : K) : K := opp (coordinate (G (ρ t)) (l / D) (l mod D)).

Lemma moved_derivative : forall l t, l < m * D -> J t -> derivative_within J (moved l) t (moved_slope l t).
Proof.
  intros l t Hl Ht ε Hε. destruct (place_below m D l Hl) as [Hi Hk].
  destruct (proj2 (proj2 Hflow t Ht) _ _ Hi Hk ε Hε) as (δ & Hδ & H). exists δ. split; [exact Hδ|]. intros s u Hs Hu
  Huδ.
  specialize (H s u Hs Hu Huδ). unfold moved, moved_slope. cbv beta in H.
  match goal with |- within ?x _ => match type of H with within ?y _ => replace x with y by (unfold minus; ring) end
  end.
  exact H.
Qed.

Lemma nothing_moved : forall t, J t -> all_zero (m * D) moved t -> ρ t = ρ t0.
Proof.
  intros t Ht H. apply (same_parameters m D); [apply (proj2 Hflow t Ht)|apply (proj2 Hflow t0 H0)|]. intros i k Hi Hk.
  destruct (place_of m D i k Hi Hk) as (Hl & Ei & Ek). specialize (H _ Hl). unfold moved in H. rewrite Ei, Ek in H.
  replace (coordinate (ρ t) i k) with (add (minus (coordinate (ρ t) i k) (coordinate (ρ t0) i k)) (coordinate (ρ t0) i
    k)) by (unfold minus; ring). rewrite H. ring.
Qed.

Lemma moved_driven : forall t, J t -> all_zero (m * D) moved t -> driven (m * D) moved moved_slope J t.
Proof.
  intros t Ht H. pose proof (nothing_moved t Ht H) as E. pose proof (proj1 (proj2 Hflow t Ht)) as Hp.
  destruct (Hlipschitz (ρ t) Hp) as (Λ & δ & Hδ & HΛ).
  destruct (Nat.eq_dec m 0) as [Em|Em].
  { exists zero, one. split; [apply at_most_refl|]. split; [apply one_positive|]. intros s u B _ _ _ _ l Hl.
    rewrite Em in Hl. easy. }
  assert (Hm : 0 < m) by lia. destruct (flow_near m D G J ρ 0 0 Hflow Hm Hm t δ Ht Hδ) as (e & He & Hnear). exists
  (absolute Λ), e.
  split; [apply absolute_at_least_zero|]. split; [exact He|]. intros s u B Hs Hu Hue HB l Hl.
  destruct (place_below m D l Hl) as [Hi Hk].
  assert (HB0 : at_most zero B) by (apply (at_most_trans _ (absolute (moved l s)));
    [apply absolute_at_least_zero|now apply HB]).
  assert (Hself : close m D δ (ρ t) (ρ t)).
  { intros i k _ _. apply (proj2 (within_absolute _ _)). replace (add (coordinate (ρ t) i k) (opp (coordinate (ρ t) i
      k))) with (@zero K) by ring. rewrite absolute_zero_value. now left. }
  assert (Hdistance : close m D B (ρ t) (ρ s)).
  { intros i k Hi' Hk'. apply (proj2 (within_absolute _ _)). destruct (place_of m D i k Hi' Hk') as (Hl' & Ei & Ek).
    specialize (HB _ Hl'). unfold moved in HB. rewrite Ei, Ek in HB. rewrite E. exact HB. }
  pose proof (HΛ (ρ t) (ρ s) B Hp (proj1 (proj2 Hflow s Hs)) Hself (Hnear s u Hs Hu Hue) Hdistance _ _ Hi Hk) as H'.
  rewrite E, Hzero in H' by easy. apply within_absolute in H'. unfold moved_slope. rewrite absolute_opp.
  replace (coordinate (G (ρ s)) (l / D) (l mod D)) with (add (coordinate (G (ρ s)) (l / D) (l mod D)) (opp zero)) by
  ring.
  apply (at_most_trans _ _ _ H'). apply at_most_mul_right; [exact HB0|]. apply absolute_within.
Qed.

Lemma starts_unmoved : all_zero (m * D) moved t0.
Proof. intros l _. unfold moved, minus. ring. Qed.

Theorem flow_stays : forall t, J t -> ρ t = ρ t0.
Proof.
  intros t Ht. apply (nothing_moved t Ht). destruct (less_total t0 t) as [Hlt|[<-|Hlt]]; [|exact starts_unmoved|].
  - assert (HJ : forall s, between t0 t s -> J s) by (intros s [Hs Hs']; now apply (proj1 Hflow t0 s t)).
    apply (stays_zero (m * D) moved moved_slope J t Hcomplete t0 (or_introl Hlt) HJ).
    + intros l s Hl Hs. now apply moved_derivative, HJ.
    + intros s Hs. now apply moved_driven, HJ.
    + exact starts_unmoved.
    + split; [now left|apply at_most_refl].
  - assert (Hle : at_most t t0) by now left. set (J' := fun s => J (opp s)).
    assert (HJ : forall s, between (opp t0) (opp t) s -> J' s).
    { intros s [Hs Hs']. apply opp_at_most in Hs. apply opp_at_most in Hs'. rewrite opp_opp in Hs, Hs'.
      now apply (proj1 Hflow t (opp s) t0). }
    assert (H : all_zero (m * D) (fun l s => moved l (opp s)) (opp t)).
    { apply (stays_zero (m * D) (fun l s => moved l (opp s)) (fun l s => opp (moved_slope l (opp s))) J' (opp t)
    Hcomplete
        (opp t0) (opp_at_most _ _ Hle) HJ).
      - intros l s Hl Hs. apply derivative_reversed, moved_derivative; [exact Hl|]. now apply HJ.
      - intros s Hs Hz. destruct (moved_driven (opp s) (HJ s Hs) Hz) as (Λ & δ & HΛ & Hδ & H).
        exists Λ, δ. split; [exact HΛ|]. split; [exact Hδ|]. intros r u B Hr Hu Huδ HB l Hl. rewrite absolute_opp.
        apply (H (opp r) u B Hr); try easy.
        replace (minus (opp r) (opp s)) with (opp (minus r s)) by (unfold minus; ring). now apply within_opp.
      - intros l Hl. rewrite opp_opp. now apply starts_unmoved.
      - split; [now apply opp_at_most|apply at_most_refl]. }
    intros l Hl. specialize (H l Hl). cbv beta in H. now rewrite opp_opp in H.
Qed.

End Staying.

Section Gradients.

Context {K : OrderedField} (m D : nat) (F : list (list K) -> K) (G : list (list K) -> list (list K)).
Hypothesis Hgradient : gradient_of m D F G.
Add Field gradients_field : (field_laws K).

(** At a minimum: in a direction h the loss changes by pairing(G, h) + o, which is not below 0. *)
Lemma slope_not_negative : forall θ h, parameters m D θ -> (forall θ', parameters m D θ' -> at_most (F θ) (F θ')) ->
  parameters m D h -> at_most zero (pairing (G θ) h).
Proof.
  intros θ h Hθ Hminimum Hh. destruct (Hgradient θ Hθ) as [HG Hd]. fold (pairing (G θ)) in Hd.
  destruct (cut_concat D m h Hh) as [Ex Hx]. apply not_less. intro Hless.
  assert (Hε : less zero (mul (opp (pairing (G θ) h)) (inv (add one one)))) by now apply half_positive, less_opp.
  destruct (small_on_line (m * D) (cut D m) 1 _ (concat h) Hx Hd _ Hε) as (δ & Hδ & H).
  destruct (between_zero_and δ Hδ) as (t & Ht & Htδ). specialize (H t Ht Htδ).
  pose proof (form_at_multiple units_plus (parameters m D) (m * D) (cut D m) (parameter_coordinates m D) (pairing (G
  θ)) t
    (concat h) (pairing_linear m D (G θ) HG) Hx) as E. cbv beta in H. rewrite E, Ex in H. apply within_absolute in H.
  pose proof (multiple_length (m * D) t (concat h) Hx) as Hl.
  pose proof (Hminimum _ (plus_parameters m D one θ _ Hθ (cut_parameters D m _ Hl))) as Hhigher.
  destruct H as [_ H]. apply at_most_by_difference in H. apply at_most_by_difference in Hhigher.
  apply (less_irreflexive K zero). apply (less_at_most _ (mul t (mul (opp (pairing (G θ) h)) (inv (add one one))))).
  { now apply less_mul. }
  apply at_most_by_difference.
  pose proof (at_most_add _ _ _ _ H Hhigher) as Hsum. replace (add zero zero) with (@zero K) in Hsum by ring.
  simpl in Hsum.
  match type of Hsum with at_most _ ?x => match goal with |- at_most _ ?y => replace y with x; [exact Hsum|] end end.
  field. apply two_not_zero.
Qed.

Theorem gradient_at_minimum : forall θ i k, parameters m D θ ->
  (forall θ', parameters m D θ' -> at_most (F θ) (F θ')) -> i < m -> k < D -> coordinate (G θ) i k = zero.
Proof.
  intros θ i k Hθ Hminimum Hi Hk. destruct (Hgradient θ Hθ) as [HG _].
  rewrite <- (pairing_direction m D i i Hi Hi (G θ) i k HG Hi Hk). set (h := direction m D i k).
  assert (Hh : parameters m D h) by apply direction_parameters.
  pose proof (slope_not_negative θ h Hθ Hminimum Hh) as [Hp|E]; [|easy]. exfalso.
  set (h' := units_plus (opp (add one one)) h h).
  assert (Hh' : parameters m D h') by now apply plus_parameters.
  pose proof (slope_not_negative θ h' Hθ Hminimum Hh') as Hn. unfold h' in Hn.
  rewrite (pairing_linear m D (G θ) HG _ h h Hh Hh) in Hn. unfold scalar_plus in Hn.
  revert Hn. apply at_most_not_less, less_opp.
  replace (opp (add (pairing (G θ) h) (mul (opp (add one one)) (pairing (G θ) h)))) with (pairing (G θ) h) by ring.
  exact Hp.
Qed.

End Gradients.
