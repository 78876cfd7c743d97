(** Along a flow the loss decreases at the rate |∇L|²; so where it is constant the gradient is 0. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Copies Order.
From Equiloss.Derivatives Require Import Orders SmallVectors Uniqueness Tests.
From Equiloss.Flows Require Import Intervals SymmetricGradients Invariance StationaryPoints.
Import ListNotations.

Local Open Scope nat_scope.

Section Bounds.

Context {K : OrderedField}.
Add Field bounds_field : (field_laws K).

(** A differentiable curve is Lipschitz at each of its times. *)
Lemma curve_near : forall {Y : Type} (J : K -> Prop) (v : Y -> K) (ψ : Y -> K -> K) (t : K) (l : list Y),
  (forall y, In y l -> derivative_within J (ψ y) t (v y)) ->
  exists M δ, less zero M /\ less zero δ /\ forall y s u, In y l -> J s -> within (minus s t) u -> less u δ ->
    less zero u -> within (minus (ψ y s) (ψ y t)) (mul M u).
Proof.
  intros Y J v ψ t l H. induction l as [|y0 l IH].
  - exists one, one. split; [apply one_positive|]. now split; [apply one_positive|].
  - destruct IH as (M & δ & HM & Hδ & Hall); [intros y Hy; apply H; now right|].
    destruct (H y0 (or_introl eq_refl) one one_positive) as (δ' & Hδ' & Hlast).
    destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2). set (N := add one (absolute (v y0))). exists (add M N), e.
    assert (HN : less zero N) by (apply add_positive; [apply one_positive|apply absolute_at_least_zero]).
    split; [now apply positive_sum|]. split; [exact He|]. intros y s u Hy Hs Hu Hue Hu0.
    apply (proj2 (within_absolute _ _)). destruct Hy as [<-|Hy].
    + apply (at_most_trans _ (mul (add (absolute (v y0)) one) u)).
      * apply (change_bound _ _ (v y0) (minus s t)); [|apply at_most_refl|exact (proj1 (within_absolute _ _) Hu)].
        apply Hlast; try easy. now apply (less_at_most _ e).
      * apply at_most_mul_right; [now left|]. replace (add (absolute (v y0)) one) with (add zero N)
          by (unfold N; ring). apply at_most_add; [now left|apply at_most_refl].
    + apply (at_most_trans _ (mul M u)).
      * apply (proj1 (within_absolute _ _)), Hall; try easy. now apply (less_at_most _ e).
      * apply at_most_mul_right; [now left|]. replace M with (add M zero) at 1 by ring.
        apply at_most_add; [apply at_most_refl|now left].
Qed.

(** Σ_l g_l ψ_l has the derivative Σ_l g_l v_l. *)
Lemma sum_derivative : forall {Y : Type} (J : K -> Prop) (g v : Y -> K) (ψ : Y -> K -> K) (t : K) l,
  (forall k, In k l -> derivative_within J (ψ k) t (v k)) ->
  derivative_within J (fun s => sum (map (fun k => mul (g k) (ψ k s)) l)) t (sum (map (fun k => mul (g k) (v k)) l)).
Proof.
  intros Y J g v ψ t l H. induction l as [|k l IH].
  - intros ε Hε. exists one. split; [apply one_positive|]. intros s u _ Hu _. apply within_absolute in Hu.
    apply (proj2 (within_absolute _ _)). unfold sum. cbn.
    replace (add zero (opp (add zero (mul zero (add s (opp t)))))) with (@zero K) by ring. rewrite absolute_zero_value.
    apply product_at_least_zero; [now left|]. apply (at_most_trans _ _ _ (absolute_at_least_zero _) Hu).
  - pose proof (IH (fun k' Hk => H k' (or_intror Hk))) as Hrest. pose proof (H k (or_introl eq_refl)) as Hk.
    intros ε Hε. set (c := add one (absolute (g k))).
    assert (Hc : less zero c) by (apply add_positive; [apply one_positive|apply absolute_at_least_zero]).
    pose proof (half_positive ε Hε) as Hhalf.
    destruct (Hk (mul (mul ε (inv (add one one))) (inv c))) as (δ & Hδ & B); [now apply less_mul, inverse_positive|].
    destruct (Hrest _ Hhalf) as (δ' & Hδ' & B'). destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2).
    exists e. split; [exact He|]. intros s u Hs Hu Hue. specialize (B s u Hs Hu (less_at_most _ _ _ Hue He1)).
    specialize (B' s u Hs Hu (less_at_most _ _ _ Hue He2)). apply within_absolute in B, B'.
    apply (proj2 (within_absolute _ _)). unfold sum in *. cbn [map fold_right].
    set (S := fun s => fold_right add zero (map (fun k => mul (g k) (ψ k s)) l)) in *. cbv beta in B'.
    fold (S s) (S t) in B' |- *. set (w := fold_right add zero (map (fun k => mul (g k) (v k)) l)) in *.
    replace (add (add (mul (g k) (ψ k s)) (S s)) (opp (add (add (mul (g k) (ψ k t)) (S t))
      (mul (add (mul (g k) (v k)) w) (add s (opp t))))))
      with (add (mul (g k) (add (ψ k s) (opp (add (ψ k t) (mul (v k) (add s (opp t)))))))
        (add (S s) (opp (add (S t) (mul w (add s (opp t))))))) by ring.
    apply (at_most_trans _ _ _ (absolute_add _ _)).
    replace (mul ε u) with (add (mul c (mul (mul (mul ε (inv (add one one))) (inv c)) u))
      (mul (mul ε (inv (add one one))) u)) by (field; split; [apply two_not_zero|now apply positive_not_zero]).
    apply at_most_add; [|exact B']. rewrite absolute_mul. apply product_bound; try apply absolute_at_least_zero;
    [|exact B].
    unfold c. replace (absolute (g k)) with (add zero (absolute (g k))) at 1 by ring.
    apply at_most_add; [left; apply one_positive|apply at_most_refl].
Qed.

(** A sum of squares is 0 only if all are. *)
Lemma squares_zero : forall {Y : Type} (g : Y -> K) l, sum (map (fun k => mul (g k) (g k)) l) = zero -> forall k, In k
  l -> g k = zero.
Proof.
  intros Y g l. assert (Hsum : forall l, at_most zero (sum (map (fun k => mul (g k) (g k)) l))).
  { induction l0 as [|k l0 IH]; [apply at_most_refl|]. unfold sum in *. cbn [map fold_right].
    replace (@zero K) with (@add K zero zero) at 1 by ring. apply at_most_add; [apply square_at_least_zero|exact IH]. }
  induction l as [|k l IH]; intros E k' Hk; [easy|]. unfold sum in *. cbn [map fold_right] in E.
  assert (Ek : g k = zero).
  { destruct (scalar_eq_dec (g k) zero) as [|Hne]; [easy|]. exfalso.
    apply (positive_not_zero _ (add_positive _ _ (positive_square _ Hne) (Hsum l))). exact E. }
  destruct Hk as [<-|Hk]; [exact Ek|]. apply IH; [|exact Hk]. rewrite Ek in E. etransitivity; [|exact E]. ring.
Qed.

End Bounds.

Section Level.

Context {K : OrderedField} (m D : nat) (F : list (list K) -> K) (G : list (list K) -> list (list K)) (J : K -> Prop)
  (ρ : K -> list (list K)).
Hypothesis Hgradient : gradient_of m D F G.
Hypothesis Hflow : gradient_flow m D G J ρ.
Add Field level_field : (field_laws K).

Definition all_places : list (nat * nat) := list_prod (seq 0 m) (seq 0 D).
Definition at_place (θ : list (list K)) (y : nat * nat) : K := coordinate θ (fst y) (snd y).

Lemma in_places : forall i k, In (i, k) all_places <-> i < m /\ k < D.
Proof. intros i k. unfold all_places. rewrite in_prod_iff, !in_seq. lia. Qed.

Lemma sum_prod : forall (f : nat * nat -> K) l l',
  sum (map f (list_prod l l')) = sum (map (fun i => sum (map (fun k => f (i, k)) l')) l).
Proof.
  intros f l l'. induction l as [|i l IH]; [easy|]. cbn [list_prod]. rewrite map_app, map_map.
  transitivity (add (sum (map (fun k => f (i, k)) l')) (sum (map f (list_prod l l')))).
  - generalize (map f (list_prod l l')). clear. intro rest. induction l' as [|k l' IH]; [unfold sum; cbn; ring|].
  unfold sum in *. cbn [map app fold_right].
    rewrite IH. ring.
  - rewrite IH. easy.
Qed.

Lemma pairing_places : forall g h, parameters m D g -> parameters m D h ->
  pairing g h = sum (map (fun y => mul (at_place g y) (at_place h y)) all_places).
Proof.
  intros g h [Hg Hgu] [Hh Hhu]. unfold all_places. rewrite sum_prod. unfold pairing.
  transitivity (sum (map (fun i => dot (nth i g []) (nth i h [])) (seq 0 m))).
  - rewrite <- Hg. exact (@vsum_places K scalar_space _ _ dot [] [] g h (eq_trans Hg (eq_sym Hh))).
  - f_equal. apply map_ext_in. intros i Hi. apply in_seq in Hi.
    assert (Hl : length (nth i g []) = D) by (apply Hgu, nth_In; lia).
    assert (Hl' : length (nth i h []) = D) by (apply Hhu, nth_In; lia).
    transitivity (sum (map (fun k => mul (nth k (nth i g []) zero) (nth k (nth i h []) zero)) (seq 0 D))); [|easy].
    rewrite <- Hl. exact (@vsum_places K scalar_space _ _ mul zero zero (nth i g []) (nth i h []) (eq_trans Hl (eq_sym
      Hl'))).
Qed.

Lemma at_place_plus : forall (s : K) θ h i k, parameters m D θ -> parameters m D h -> i < m ->
  coordinate (units_plus s θ h) i k = add (coordinate θ i k) (mul s (coordinate h i k)).
Proof.
  intros s θ h i k [Hθ Hθu] [Hh Hhu] Hi. unfold coordinate. rewrite nth_plus_units by congruence.
  apply nth_plus. rewrite Hθu, Hhu by (apply nth_In; congruence). easy.
Qed.

(** What ρ has moved by. *)
Definition step (s t : K) : list (list K) := units_plus (opp one) (ρ s) (ρ t).

Lemma step_parameters : forall s t, J s -> J t -> parameters m D (step s t).
Proof. intros s t Hs Ht. apply plus_parameters; now apply Hflow. Qed.

Lemma step_back : forall s t, J s -> J t -> units_plus one (ρ t) (step s t) = ρ s.
Proof.
  intros s t Hs Ht. pose proof (proj1 (proj2 Hflow s Hs)) as Hps. pose proof (proj1 (proj2 Hflow t Ht)) as Hpt.
  pose proof (step_parameters s t Hs Ht) as Hstep.
  apply (same_parameters m D); [now apply plus_parameters|exact Hps|]. intros i k Hi Hk.
  rewrite at_place_plus by easy. unfold step. rewrite at_place_plus by easy. ring.
Qed.

Lemma step_size : forall s t u, J s -> J t -> (forall y, In y all_places -> within (minus (at_place (ρ s) y) (at_place
  (ρ t) y)) u) -> of_size (m * D) (@cut K D m) u (step s t).
Proof.
  intros s t u Hs Ht H. pose proof (step_parameters s t Hs Ht) as Hp. destruct (cut_concat D m _ Hp) as [E El].
  exists (concat (step s t)). split; [exact El|]. split; [exact E|]. intros c Hc.
  apply in_concat in Hc as (w & Hw & Hc). pose proof (proj2 Hp w Hw) as Hlw.
  apply (In_nth _ _ []) in Hw as (i & Hi & <-). apply (In_nth _ _ zero) in Hc as (k & Hk & <-).
  rewrite (proj1 Hp) in Hi. rewrite Hlw in Hk. specialize (H (i, k) (proj2 (in_places i k) (conj Hi Hk))).
  change (within (coordinate (step s t) i k) u). unfold step. rewrite at_place_plus by (easy || now apply Hflow).
  unfold at_place in H. cbn [fst snd] in H.
  now replace (add (coordinate (ρ s) i k) (mul (opp one) (coordinate (ρ t) i k)))
    with (minus (coordinate (ρ s) i k) (coordinate (ρ t) i k)) by (unfold minus; ring).
Qed.

(** Another time of J, as near as one likes. *)
Lemma other_time : forall t t' e, J t -> J t' -> t <> t' -> less zero e ->
  exists s u, J s /\ less zero u /\ less u e /\ absolute (minus s t) = u.
Proof.
  intros t t' e Ht Ht' Hne He. destruct (less_total t t') as [H|[H|H]]; [|easy|].
  - destruct (smaller (mul e (inv (add one one))) (minus t' t)) as (u & Hu & Hue & Hut);
      [now apply half_positive|now apply minus_positive|].
    exists (add t u), u. split.
    { apply (proj1 Hflow t _ t' Ht Ht').
      - apply at_most_by_difference. replace (add (add t u) (opp t)) with u by ring. now left.
      - apply at_most_by_difference. apply at_most_by_difference in Hut.
        now replace (add t' (opp (add t u))) with (add (minus t' t) (opp u)) by (unfold minus; ring). }
    split; [exact Hu|]. split; [apply (at_most_less _ _ _ Hue); now apply half_less|].
    replace (minus (add t u) t) with u by (unfold minus; ring). apply absolute_of_positive. now left.
  - destruct (smaller (mul e (inv (add one one))) (minus t t')) as (u & Hu & Hue & Hut);
      [now apply half_positive|now apply minus_positive|].
    exists (add t (opp u)), u. split.
    { apply (proj1 Hflow t' _ t Ht' Ht).
      - apply at_most_by_difference. apply at_most_by_difference in Hut.
        now replace (add (add t (opp u)) (opp t')) with (add (minus t t') (opp u)) by (unfold minus; ring).
      - apply at_most_by_difference. replace (add t (opp (add t (opp u)))) with u by ring. now left. }
    split; [exact Hu|]. split; [apply (at_most_less _ _ _ Hue); now apply half_less|].
    replace (minus (add t (opp u)) t) with (opp u) by (unfold minus; ring). rewrite absolute_opp.
    apply absolute_of_positive. now left.
Qed.

Theorem level_gradient : forall t t', J t -> J t' -> t <> t' -> (forall s, J s -> F (ρ s) = F (ρ t)) ->
  forall i k, i < m -> k < D -> coordinate (G (ρ t)) i k = zero.
Proof.
  intros t t' Ht Ht' Hne Hlevel. pose proof (proj1 (proj2 Hflow t Ht)) as Hp.
  destruct (Hgradient (ρ t) Hp) as [HG Hd]. fold (pairing (G (ρ t))) in Hd. set (g := G (ρ t)) in *.
  assert (Hcurve : forall y, In y all_places -> derivative_within J (fun s => at_place (ρ s) y) t (opp (at_place g y))).
  { intros [i k] Hy. apply in_places in Hy as [Hi Hk]. now apply (proj2 (proj2 Hflow t Ht)). }
  destruct (curve_near J (fun y => opp (at_place g y)) (fun y s => at_place (ρ s) y) t all_places Hcurve) as (M & δ3 &
  HM & Hδ3 & Hnear).
  pose proof (sum_derivative J (at_place g) (fun y => opp (at_place g y)) (fun y s => at_place (ρ s) y) t all_places
    Hcurve) as Hsum.
  set (square := sum (map (fun y => mul (at_place g y) (at_place g y)) all_places)).
  assert (Esquare : sum (map (fun y => mul (at_place g y) (opp (at_place g y))) all_places) = opp square).
  { unfold square. clear. induction all_places as [|y l IH]; [unfold sum; cbn; ring|]. unfold sum in *.
    cbn [map fold_right]. rewrite IH. ring. }
  cbv beta in Hsum. rewrite Esquare in Hsum.
  assert (Hsquare : square = zero).
  { apply absolute_zero, (arbitrarily_small _ (add M one)); [left; apply add_positive; [easy|left; apply
  one_positive]|].
    intros ε Hε. destruct (Hd ε Hε) as (δ1 & Hδ1 & B1). destruct (Hsum ε Hε) as (δ2 & Hδ2 & B2).
    destruct (smaller δ2 δ3 Hδ2 Hδ3) as (e' & He' & He2 & He3).
    destruct (smaller e' (mul δ1 (inv M)) He') as (e & He & Hee & He1); [now apply less_mul, inverse_positive|].
    destruct (other_time t t' e Ht Ht' Hne He) as (s & u & Hs & Hu & Hue & Eu).
    assert (Hw : within (minus s t) u) by (apply (proj2 (within_absolute _ _)); rewrite Eu; apply at_most_refl).
    assert (Hue' : less u e') by now apply (less_at_most _ e).
    specialize (B1 (mul M u) (step s t) (less_mul _ _ _ HM Hu)).
    assert (B : at_most (absolute (pairing g (step s t))) (mul ε (mul M u))).
    { rewrite <- absolute_opp. apply (proj1 (within_absolute _ _)).
      replace (opp (pairing g (step s t))) with (add (F (units_plus one (ρ t) (step s t)))
        (opp (add (F (ρ t)) (pairing g (step s t))))) by (rewrite step_back, Hlevel by easy; ring).
      replace (mul ε (mul M u)) with (mul ε (power (mul M u) 1)) by (simpl; ring). apply B1.
      - replace δ1 with (mul M (mul δ1 (inv M))) by (field; now apply positive_not_zero). apply less_mul_left; [easy|].
        now apply (less_at_most _ e).
      - apply step_size; try easy. intros y Hy. apply Hnear; try easy. now apply (less_at_most _ e'). }
    specialize (B2 s u Hs Hw (less_at_most _ _ _ Hue' He2)). apply within_absolute in B2. cbv beta in B2.
    assert (Epairing : pairing g (step s t) = minus (sum (map (fun y => mul (at_place g y) (at_place (ρ s) y))
    all_places))
      (sum (map (fun y => mul (at_place g y) (at_place (ρ t) y)) all_places))).
    { rewrite <- !pairing_places by (exact HG || now apply Hflow). unfold step.
      rewrite (pairing_linear m D g HG) by now apply Hflow. unfold scalar_plus, minus. ring. }
    assert (Hproduct : at_most (mul (absolute square) u) (mul (mul (add M one) ε) u)).
    { rewrite <- Eu at 1. rewrite <- absolute_mul.
      replace (mul square (minus s t)) with (add (add (sum (map (fun y => mul (at_place g y) (at_place (ρ s) y))
        all_places)) (opp (add (sum (map (fun y => mul (at_place g y) (at_place (ρ t) y)) all_places))
        (mul (opp square) (add s (opp t)))))) (opp (pairing g (step s t))))
        by (rewrite Epairing; unfold minus; ring).
      apply (at_most_trans _ _ _ (absolute_add _ _)). rewrite absolute_opp.
      replace (mul (mul (add M one) ε) u) with (add (mul ε u) (mul ε (mul M u))) by ring. now apply at_most_add. }
    apply not_less. intro Hless. apply (less_mul_left _ _ u Hu) in Hless. apply not_less in Hless; [easy|].
    replace (mul u (absolute square)) with (mul (absolute square) u) by ring.
    now replace (mul u (mul (add M one) ε)) with (mul (mul (add M one) ε) u) by ring. }
  intros i k Hi Hk. exact (squares_zero (at_place g) all_places Hsquare (i, k) (proj2 (in_places i k) (conj Hi Hk))).
Qed.

End Level.
