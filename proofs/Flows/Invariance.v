(** Lemma 2.1, for gradients that are locally Lipschitz: a flow that is in a symmetry subspace at one time always is. *)

From Coq Require Import List Arith Permutation Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import SymmetricLoss.
From Equiloss.Derivatives Require Import Orders Uniqueness.
From Equiloss.Flows Require Import Intervals Vanishing SymmetricGradients.
Import ListNotations.

Local Open Scope nat_scope.

Section Reversal.

Context {K : OrderedField}.
Add Field reversal_field : (field_laws K).

Lemma derivative_within_minus : forall (J : K -> Prop) φ ψ t v w, J t ->
  derivative_within J φ t v -> derivative_within J ψ t w ->
  derivative_within J (fun s => minus (φ s) (ψ s)) t (minus v w).
Proof.
  intros J φ ψ t v w Ht H H' ε Hε. pose proof (half_positive ε Hε) as Hhalf.
  destruct (H _ Hhalf) as (δ & Hδ & B), (H' _ Hhalf) as (δ' & Hδ' & B').
  destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2). exists e. split; [exact He|]. intros s u Hs Hu Hue.
  specialize (B s u Hs Hu (less_at_most _ _ _ Hue He1)). specialize (B' s u Hs Hu (less_at_most _ _ _ Hue He2)).
  apply within_absolute in B. apply within_absolute in B'. apply (proj2 (within_absolute _ _)).
  rewrite <- (two_halves ε u).
  replace (add (minus (φ s) (ψ s)) (opp (add (minus (φ t) (ψ t)) (mul (minus v w) (add s (opp t))))))
    with (add (add (φ s) (opp (add (φ t) (mul v (add s (opp t))))))
      (opp (add (ψ s) (opp (add (ψ t) (mul w (add s (opp t)))))))) by (unfold minus; ring).
  now apply difference_bound.
Qed.

Lemma within_opp : forall x u : K, within x u -> within (opp x) u.
Proof. intros x u H. apply within_absolute in H. apply (proj2 (within_absolute _ _)). now rewrite absolute_opp. Qed.

(** Time backwards. *)
Lemma derivative_reversed : forall (J : K -> Prop) φ t v, derivative_within J φ (opp t) v ->
  derivative_within (fun s => J (opp s)) (fun s => φ (opp s)) t (opp v).
Proof.
  intros J φ t v H ε Hε. destruct (H ε Hε) as (δ & Hδ & B). exists δ. split; [exact Hδ|]. intros s u Hs Hu Huδ.
  replace (mul (opp v) (add s (opp t))) with (mul v (add (opp s) (opp (opp t)))) by ring. apply B;
    [exact Hs| |exact Huδ].
  replace (add (opp s) (opp (opp t))) with (opp (add s (opp t))) by ring. now apply within_opp.
Qed.

End Reversal.

Section Invariance.

Context {K : OrderedField} (m D : nat) (L : list (list K) -> K) (G : list (list K) -> list (list K)) (J : K -> Prop)
  (ρ : K -> list (list K)) (i j : nat).
Hypothesis Hcomplete : complete K.
Hypothesis Hsymmetric : symmetric_loss m D L.
Hypothesis Hgradient : gradient_of m D L G.
Hypothesis Hlipschitz : locally_lipschitz m D G.
Hypothesis Hflow : gradient_flow m D G J ρ.
Hypothesis Hi : i < m.
Hypothesis Hj : j < m.
Add Field invariance_field : (field_laws K).

(** ϑ_i − ϑ_j along the flow, and its derivative. *)
Definition gap (l : nat) (t : K) : K := minus (coordinate (ρ t) i l) (coordinate (ρ t) j l).
Definition gap_slope (l : nat) (t : K) : K :=
  minus (opp (coordinate (G (ρ t)) i l)) (opp (coordinate (G (ρ t)) j l)).

Lemma gap_derivative : forall l t, l < D -> J t -> derivative_within J (gap l) t (gap_slope l t).
Proof.
  intros l t Hl Ht. destruct Hflow as [_ H]. destruct (H t Ht) as [_ Hd].
  apply (derivative_within_minus J (fun s => coordinate (ρ s) i l) (fun s => coordinate (ρ s) j l)); [exact Ht|..];
    now apply Hd.
Qed.

Lemma gaps_zero : forall t, J t -> (all_zero D gap t <-> nth i (ρ t) [] = nth j (ρ t) []).
Proof.
  intros t Ht. destruct (proj1 (proj2 Hflow t Ht)) as [Hl Hu]. split.
  - intro H. assert (Hli : length (nth i (ρ t) []) = D) by (apply Hu, nth_In; lia).
    assert (Hlj : length (nth j (ρ t) []) = D) by (apply Hu, nth_In; lia).
    apply (nth_ext _ _ zero zero); [congruence|]. intros l Hlt. rewrite Hli in Hlt. specialize (H l Hlt).
      unfold gap, coordinate in H.
    replace (nth l (nth i (ρ t) []) zero) with
      (add (minus (nth l (nth i (ρ t) []) zero) (nth l (nth j (ρ t) []) zero)) (nth l (nth j (ρ t) []) zero))
      by (unfold minus; ring). rewrite H. ring.
  - intros E l _. unfold gap, coordinate. rewrite E. unfold minus. ring.
Qed.

Lemma coordinate_swapped : forall (θ : list (list K)) a l, a < m -> coordinate (swapped m i j θ) a l = coordinate θ
  (exchange i
  j a) l.
Proof. intros θ a l Ha. unfold coordinate. now rewrite swapped_nth. Qed.

(** The flow is continuous, in all coordinates at once. *)
Lemma flow_near : forall t δ, J t -> less zero δ -> exists e, less zero e /\
  forall s u, J s -> within (minus s t) u -> less u e -> close m D δ (ρ t) (ρ s).
Proof.
  intros t δ Ht Hδ.
  assert (Hone : forall a l, a < m -> l < D -> exists e, less zero e /\ forall s u, J s -> within (minus s t) u ->
    less u e ->
    within (add (coordinate (ρ s) a l) (opp (coordinate (ρ t) a l))) δ).
  { intros a l Ha Hl. destruct (proj2 (proj2 Hflow t Ht) a l Ha Hl one one_positive) as (e & He & H).
    set (v := opp (coordinate (G (ρ t)) a l)) in *. set (M := add (absolute v) one).
    assert (HM : less zero M).
    { unfold M. replace (add (absolute v) one) with (add one (absolute v)) by ring.
      apply add_positive; [apply one_positive|apply absolute_at_least_zero]. }
    destruct (smaller e (mul δ (inv M))) as (g & Hg & Hge & Hgδ); [easy|now apply less_mul, inverse_positive|].
    exists g. split; [exact Hg|]. intros s u Hs Hu Hug. apply (proj2 (within_absolute _ _)).
    apply (at_most_trans _ (mul M u)).
    - apply (change_bound _ _ v (minus s t)); [|apply at_most_refl|exact (proj1 (within_absolute _ _) Hu)].
      apply H; [exact Hs|exact Hu|now apply (less_at_most _ g)].
    - replace δ with (mul M (mul δ (inv M))) by (field; now apply positive_not_zero).
      apply at_most_mul; [now left|]. left. now apply (less_at_most _ g). }
  assert (Hrow : forall a d, a < m -> d <= D -> exists e, less zero e /\ forall s u l, l < d -> J s -> within (minus s
    t) u ->
    less u e -> within (add (coordinate (ρ s) a l) (opp (coordinate (ρ t) a l))) δ).
  { intros a d Ha Hd. induction d as [|d IH]; [exists one; split; [apply one_positive|intros; lia]|].
    destruct IH as (e & He & H); [lia|]. destruct (Hone a d Ha ltac:(lia)) as (e' & He' & H').
    destruct (smaller e e' He He') as (g & Hg & Hge & Hge'). exists g. split; [exact Hg|].
    intros s u l Hl Hs Hu Hug. destruct (Nat.eq_dec l d) as [->|Hne].
    - apply (H' s u); try easy. now apply (less_at_most _ g).
    - apply (H s u); try easy; [lia|]. now apply (less_at_most _ g). }
  assert (Hall : forall c, c <= m -> exists e, less zero e /\ forall s u a l, a < c -> l < D -> J s -> within (minus s
    t) u ->
    less u e -> within (add (coordinate (ρ s) a l) (opp (coordinate (ρ t) a l))) δ).
  { intros c Hc. induction c as [|c IH]; [exists one; split; [apply one_positive|intros; lia]|].
    destruct IH as (e & He & H); [lia|]. destruct (Hrow c D ltac:(lia) (le_n _)) as (e' & He' & H').
    destruct (smaller e e' He He') as (g & Hg & Hge & Hge'). exists g. split; [exact Hg|].
    intros s u a l Ha Hl Hs Hu Hug. destruct (Nat.eq_dec a c) as [->|Hne].
    - apply (H' s u); try easy. now apply (less_at_most _ g).
    - apply (H s u); try easy; [lia|]. now apply (less_at_most _ g). }
  destruct (Hall m (le_n _)) as (e & He & H). exists e. split; [exact He|]. intros s u Hs Hu Hue a l Ha Hl.
  now apply (H s u).
Qed.

Lemma gaps_driven : forall t, J t -> all_zero D gap t -> driven D gap gap_slope J t.
Proof.
  intros t Ht Hzero. pose proof (proj1 (gaps_zero t Ht) Hzero) as Hequal.
  destruct (Hlipschitz (ρ t) (proj1 (proj2 Hflow t Ht))) as (Λ & δ & Hδ & HΛ).
  destruct (flow_near t δ Ht Hδ) as (e & He & Hnear). exists (absolute Λ), e.
  split; [apply absolute_at_least_zero|]. split; [exact He|]. intros s u B Hs Hu Hue HB l Hl.
  pose proof (proj1 (proj2 Hflow s Hs)) as Hp. pose proof (swapped_parameters m D i j Hi Hj (ρ s) Hp) as Hp'.
  pose proof (Hnear s u Hs Hu Hue) as Hclose.
  assert (Hclose' : close m D δ (ρ t) (swapped m i j (ρ s))).
  { intros a k Ha Hk. rewrite coordinate_swapped by exact Ha.
    replace (coordinate (ρ t) a k) with (coordinate (ρ t) (exchange i j a) k).
    - apply Hclose; [now apply exchange_below|exact Hk].
    - unfold coordinate, exchange. destruct (Nat.eqb_spec a i) as [->|Hai]; [now rewrite Hequal|].
      destruct (Nat.eqb_spec a j) as [->|Haj]; [now rewrite Hequal|easy]. }
  assert (HB0 : at_most zero B).
  { apply (at_most_trans _ (absolute (gap l s))); [apply absolute_at_least_zero|now apply HB]. }
  assert (Hdistance : close m D B (ρ s) (swapped m i j (ρ s))).
  { intros a k Ha Hk. rewrite coordinate_swapped by exact Ha. specialize (HB k Hk). unfold gap in HB.
    apply (proj2 (within_absolute _ _)). unfold exchange. destruct (Nat.eqb_spec a i) as [->|Hai].
    - change (at_most (absolute (minus (coordinate (ρ s) j k) (coordinate (ρ s) i k))) B). now rewrite absolute_minus.
    - destruct (Nat.eqb_spec a j) as [->|Haj]; [exact HB|].
      replace (add (coordinate (ρ s) a k) (opp (coordinate (ρ s) a k))) with (@zero K) by ring.
      now rewrite absolute_zero_value. }
  pose proof (HΛ (ρ s) (swapped m i j (ρ s)) B Hp Hp' Hclose Hclose' Hdistance i l Hi Hl) as H.
    apply within_absolute in H.
  rewrite (exchanged_gradient m D i j Hi Hj L G Hsymmetric Hgradient (ρ s) l Hp Hl) in H. unfold gap_slope.
  replace (minus (opp (coordinate (G (ρ s)) i l)) (opp (coordinate (G (ρ s)) j l)))
    with (add (coordinate (G (ρ s)) j l) (opp (coordinate (G (ρ s)) i l))) by (unfold minus; ring).
  apply (at_most_trans _ (mul Λ B)); [exact H|]. apply at_most_mul_right; [exact HB0|].
  destruct (absolute_within Λ) as [_ Hle]. exact Hle.
Qed.

Lemma later : forall t0 t, J t0 -> J t -> at_most t0 t -> all_zero D gap t0 -> all_zero D gap t.
Proof.
  intros t0 t H0 Ht Hle Hzero.
  assert (Hbetween : forall s, between t0 t s -> J s).
  { intros s [H H']. now apply (proj1 Hflow t0 s t). }
  apply (stays_zero D gap gap_slope J t Hcomplete t0 Hle Hbetween).
  - intros l s Hl Hs. now apply gap_derivative, Hbetween.
  - intros s Hs. now apply gaps_driven, Hbetween.
  - exact Hzero.
  - split; [exact Hle|apply at_most_refl].
Qed.

Lemma earlier : forall t0 t, J t0 -> J t -> at_most t t0 -> all_zero D gap t0 -> all_zero D gap t.
Proof.
  intros t0 t H0 Ht Hle Hzero. set (J' := fun s => J (opp s)).
  assert (Hback : forall s, between (opp t0) (opp t) s -> J' s).
  { intros s [H H']. apply opp_at_most in H. apply opp_at_most in H'. rewrite opp_opp in H, H'.
    now apply (proj1 Hflow t (opp s) t0). }
  assert (H : all_zero D (fun l s => gap l (opp s)) (opp t)).
  { apply (stays_zero D (fun l s => gap l (opp s)) (fun l s => opp (gap_slope l (opp s))) J' (opp t) Hcomplete (opp t0)
      (opp_at_most _ _ Hle) Hback).
    - intros l s Hl Hs. apply derivative_reversed, gap_derivative; [exact Hl|]. now apply Hback.
    - intros s Hs Hz. destruct (gaps_driven (opp s) (Hback s Hs) Hz) as (Λ & δ & HΛ & Hδ & H).
      exists Λ, δ. split; [exact HΛ|]. split; [exact Hδ|]. intros r u B Hr Hu Huδ HB l Hl. rewrite absolute_opp.
      apply (H (opp r) u B Hr); try easy.
      replace (minus (opp r) (opp s)) with (opp (minus r s)) by (unfold minus; ring). now apply within_opp.
    - intros l Hl. rewrite opp_opp. now apply Hzero.
    - split; [now apply opp_at_most|apply at_most_refl]. }
  intros l Hl. specialize (H l Hl). cbv beta in H. now rewrite opp_opp in H.
Qed.

End Invariance.

Theorem flows_stay_in_symmetry_subspaces : FlowsStayInSymmetrySubspaces.
Proof.
  intros K m D L G J ρ i j t0 t Hcomplete Hsymmetric Hgradient Hlipschitz Hflow Hi Hj H0 Ht E.
  apply (gaps_zero m D G J ρ i j Hflow Hi Hj t Ht). apply (gaps_zero m D G J ρ i j Hflow Hi Hj t0 H0) in E.
  destruct (less_total t0 t) as [H|[->|H]].
  - apply (later m D L G J ρ i j Hcomplete Hsymmetric Hgradient Hlipschitz Hflow Hi Hj t0); try easy. now left.
  - exact E.
  - apply (earlier m D L G J ρ i j Hcomplete Hsymmetric Hgradient Hlipschitz Hflow Hi Hj t0); try easy. now left.
Qed.
