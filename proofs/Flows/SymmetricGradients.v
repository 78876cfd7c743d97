(** The gradient of a symmetric loss, at a (list (list K)) and at the one where two units are exchanged. *)

From Coq Require Import List Arith Permutation Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import SecondVariation SymmetricLoss.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule Uniqueness.
Import ListNotations.

Local Open Scope nat_scope.

Section ParameterSpace.

Context {K : OrderedField} (m D : nat).
Add Field parameters_field : (field_laws K).

(** ** Coordinates of the parameter space *)

Lemma cut_parameters : forall k (x : list K), length x = k * D -> parameters k D (cut D k x).
Proof.
  induction k as [|k IH]; intros x Hx; [now split|]. simpl in Hx.
  destruct (IH (skipn D x)) as [Hl Hu]; [rewrite skipn_length; lia|]. split; [simpl; now rewrite Hl|].
  intros u [<-|H]; [rewrite firstn_length; lia|now apply Hu].
Qed.

Lemma concat_cut : forall k (x : list K), length x = k * D -> concat (cut D k x) = x.
Proof.
  induction k as [|k IH]; intros x Hx; [now destruct x|]. simpl in *. rewrite IH by (rewrite skipn_length; lia).
  apply firstn_skipn.
Qed.

Lemma cut_concat : forall k (θ : (list (list K))), parameters k D θ -> cut D k (concat θ) = θ /\ length (concat θ) = k
  * D.
Proof.
  induction k as [|k IH]; intros [|u θ] [Hl Hu]; try easy. injection Hl as Hl.
  destruct (IH θ) as [E El]; [split; [easy|]; intros; apply Hu; now right|].
  assert (Elength : length u = D) by (apply Hu; now left). simpl. split.
  - rewrite firstn_app, skipn_app, Elength, Nat.sub_diag. simpl. rewrite app_nil_r.
    rewrite firstn_all2, skipn_all2 by lia. simpl. now rewrite E.
  - rewrite app_length. lia.
Qed.

Lemma cut_keeps : forall k s (x y : list K), length x = length y ->
  cut D k (scalars_plus s x y) = units_plus s (cut D k x) (cut D k y).
Proof.
  induction k as [|k IH]; intros s x y H; [easy|]. simpl. unfold units_plus, list_plus. simpl.
  rewrite (list_towards_firstn (@scalar_plus K) D s x y : firstn D (scalars_plus s x y) = _).
  rewrite (list_towards_skipn (@scalar_plus K) D s x y H : skipn D (scalars_plus s x y) = _).
  f_equal. apply IH. rewrite !skipn_length. now rewrite H.
Qed.

Lemma parameter_coordinates : linear_coordinates units_plus (parameters m D) (m * D) (@cut K D m).
Proof.
  split; [apply cut_parameters|]. split; [|split].
  - intros θ Hθ. destruct (cut_concat m θ Hθ) as [E El]. now exists (concat θ).
  - intros x y Hx Hy H. rewrite <- (concat_cut m x Hx), <- (concat_cut m y Hy). now rewrite H.
  - intros s x y Hx Hy. apply cut_keeps. congruence.
Qed.

Lemma plus_parameters : forall s (θ h : (list (list K))), parameters m D θ -> parameters m D h -> parameters m D
  (units_plus s θ
  h).
Proof.
  intros s θ h Hθ Hh. destruct (cut_concat m θ Hθ) as [E El], (cut_concat m h Hh) as [E' El']. rewrite <- E, <- E'.
  rewrite <- cut_keeps by congruence. apply cut_parameters. rewrite plus_length; congruence.
Qed.

Lemma nth_plus_units : forall s a (θ h : (list (list K))), length θ = length h -> a < length θ ->
  nth a (units_plus s θ h) [] = scalars_plus s (nth a θ []) (nth a h []).
Proof.
  intros s. induction a as [|a IH]; intros [|u θ] [|v h] H Ha; try easy; simpl in Ha; try lia.
  apply (IH θ h); [now injection H|lia].
Qed.

Lemma same_units : forall θ θ' : (list (list K)), length θ = m -> length θ' = m -> (forall a, a < m -> nth a θ [] =
  nth a θ' [])
  -> θ = θ'.
Proof.
  intros θ θ' Hl Hl' H. apply (nth_ext _ _ [] []); [congruence|]. intros a Ha. apply H. congruence.
Qed.

Lemma unit_vector_length : forall d k, length (@unit_vector K d k) = d.
Proof. intros d k. unfold unit_vector. now rewrite map_length, seq_length. Qed.

Lemma dot_unit_vector : forall d k (x : list K), length x = d -> k < d -> dot x (unit_vector d k) = nth k x zero.
Proof.
  assert (Hzeros : forall d first (x : list K), length x = d -> forall k, k < first ->
    dot x (map (fun i => if i =? k then one else zero) (seq first d)) = zero).
  { induction d as [|d IH]; intros first [|c x] Hx k Hk; try easy. injection Hx as Hx. cbn [seq map].
    change (add (mul c (if first =? k then one else zero))
      (dot x (map (fun i => if i =? k then one else zero) (seq (S first) d))) = zero).
    rewrite IH by (easy || lia). replace (first =? k) with false by (symmetry; apply Nat.eqb_neq; lia). ring. }
  assert (H : forall d first (x : list K), length x = d -> forall k, k < d ->
    dot x (map (fun i => if i =? first + k then one else zero) (seq first d)) = nth k x zero).
  { induction d as [|d IH]; intros first [|c x] Hx k Hk; try easy. injection Hx as Hx. cbn [seq map].
    change (add (mul c (if first =? first + k then one else zero))
      (dot x (map (fun i => if i =? first + k then one else zero) (seq (S first) d))) = nth k (c :: x) zero).
    destruct k as [|k].
    - rewrite Nat.add_0_r, Nat.eqb_refl, Hzeros by (easy || lia). simpl. ring.
    - replace (first =? first + S k) with false by (symmetry; apply Nat.eqb_neq; lia).
      replace (first + S k) with (S first + k) by lia. rewrite IH by (easy || lia). simpl. ring. }
  intros d k x Hx Hk. exact (H d 0 x Hx k Hk).
Qed.

(** ** Exchanging units i and j *)

Variables i j : nat.
Hypothesis Hi : i < m.
Hypothesis Hj : j < m.

Definition swapped (θ : (list (list K))) : (list (list K)) := map (fun a => nth (exchange i j a) θ []) (seq 0 m).

Lemma swapped_nth : forall θ a, a < m -> nth a (swapped θ) [] = nth (exchange i j a) θ [].
Proof.
  intros θ a Ha. unfold swapped.
  rewrite (nth_indep _ [] (nth (exchange i j 0) θ [])) by now rewrite map_length, seq_length.
  rewrite (map_nth (fun a => nth (exchange i j a) θ []) (seq 0 m) 0 a). now rewrite seq_nth.
Qed.

Lemma swapped_length : forall θ, length (swapped θ) = m.
Proof. intro θ. unfold swapped. now rewrite map_length, seq_length. Qed.

Lemma swapped_parameters : forall θ, parameters m D θ -> parameters m D (swapped θ).
Proof.
  intros θ [Hl Hu]. split; [apply swapped_length|]. intros u H. unfold swapped in H.
    apply in_map_iff in H as (a & <- & Ha).
  apply in_seq in Ha. apply Hu, nth_In. rewrite Hl. apply exchange_below; lia.
Qed.

Lemma swapped_twice : forall θ, length θ = m -> swapped (swapped θ) = θ.
Proof.
  intros θ Hθ. apply same_units; [apply swapped_length|exact Hθ|]. intros a Ha. rewrite swapped_nth by exact Ha.
  rewrite swapped_nth by (now apply exchange_below). now rewrite exchange_twice.
Qed.

Lemma swapped_plus : forall s θ h, length θ = m -> length h = m ->
  swapped (units_plus s θ h) = units_plus s (swapped θ) (swapped h).
Proof.
  intros s θ h Hθ Hh.
  assert (Hlength : forall x y : (list (list K)), length x = m -> length y = m -> length (units_plus s x y) = m).
  { intros x y Hx Hy. unfold units_plus, list_plus. rewrite map_length, combine_length, Hx, Hy. apply Nat.min_id. }
  apply same_units; [apply swapped_length|apply Hlength; apply swapped_length|]. intros a Ha.
  rewrite swapped_nth by exact Ha. pose proof (exchange_below i j a m Hi Hj Ha).
  rewrite !nth_plus_units by (rewrite ?swapped_length; lia). now rewrite !swapped_nth.
Qed.

Lemma swapped_permuted : forall θ, length θ = m -> permuted (map (exchange i j) (seq 0 m)) θ (swapped θ).
Proof.
  intros θ Hθ. split; [now rewrite swapped_length, map_length, seq_length|]. intros a b H.
  assert (Ha : a < m).
  { apply Nat.nle_gt. intro Hge. rewrite (proj2 (nth_error_None _ _)) in H; [discriminate|].
    now rewrite map_length, seq_length. }
  rewrite nth_error_map, nth_error_seq in H by exact Ha. injection H as <-.
  assert (Hb : exchange i j a < m) by now apply exchange_below.
  rewrite (nth_error_nth' _ []) by (rewrite swapped_length; exact Ha).
  rewrite (nth_error_nth' _ []) by (rewrite Hθ; exact Hb). now rewrite swapped_nth.
Qed.

Lemma swapped_size : forall u h, of_size (m * D) (@cut K D m) u h -> of_size (m * D) (@cut K D m) u (swapped h).
Proof.
  intros u h (x & Hx & <- & Hentries). pose proof (cut_parameters m x Hx) as Hp.
  destruct (cut_concat m _ (swapped_parameters _ Hp)) as [E El]. exists (concat (swapped (cut D m x))).
  split; [exact El|]. split; [exact E|]. intros c Hc. apply in_concat in Hc as (unit & Hunit & Hc). apply Hentries.
  rewrite <- (concat_cut m x Hx). apply in_concat. exists unit. split; [|exact Hc].
  unfold swapped in Hunit. apply in_map_iff in Hunit as (a & <- & Ha). apply in_seq in Ha. apply nth_In.
  rewrite (proj1 Hp). apply exchange_below; lia.
Qed.

Variables (L : (list (list K)) -> K) (G : (list (list K)) -> (list (list K))).
Hypothesis Hsymmetric : symmetric_loss m D L.
Hypothesis Hgradient : gradient_of m D L G.

Lemma same_loss : forall θ, parameters m D θ -> L (swapped θ) = L θ.
Proof.
  intros θ Hθ. apply (Hsymmetric (map (exchange i j) (seq 0 m))); [exact Hθ|now apply exchange_permutes|].
  apply swapped_permuted, Hθ.
Qed.

Definition pairing (g h : (list (list K))) : K := sum (map (fun p => dot (fst p) (snd p)) (combine g h)).

Lemma pairing_linear : forall g, parameters m D g -> linear_on units_plus (parameters m D) (pairing g).
Proof.
  intros g [Hg Hgu] s x y [Hx Hxu] [Hy Hyu]. unfold pairing, units_plus, list_plus. revert x y Hx Hy Hxu Hyu.
    revert g Hg Hgu.
  clear - m D. generalize m. intro k. induction k as [|k IH]; intros [|u g] Hg Hgu [|v x] [|w y] Hx Hy Hxu Hyu;
    try easy.
  - unfold sum, scalar_plus. simpl. ring.
  - injection Hg as Hg. injection Hx as Hx. injection Hy as Hy. cbn [combine map]. unfold sum in *.
      cbn [fold_right fst snd].
    rewrite (IH g Hg (fun u Hu => Hgu u (or_intror Hu)) x y Hx Hy (fun u Hu => Hxu u (or_intror Hu))
      (fun u Hu => Hyu u (or_intror Hu))).
    rewrite dot_plus by (rewrite (Hgu u (or_introl eq_refl)), ?(Hxu v (or_introl eq_refl)), ?(Hyu w (or_introl
      eq_refl)); easy).
    unfold scalar_plus. ring.
Qed.

(** The direction of coordinate k of unit a. *)
Definition direction (a k : nat) : (list (list K)) := map (fun c => if c =? a then unit_vector D k else zeros D) (seq
  0 m).

Lemma direction_nth : forall a k c, c < m -> nth c (direction a k) [] = if c =? a then unit_vector D k else zeros D.
Proof.
  intros a k c Hc. unfold direction.
  rewrite (nth_indep _ [] (if 0 =? a then unit_vector D k else zeros D)) by now rewrite map_length, seq_length.
  rewrite (map_nth (fun c => if c =? a then unit_vector D k else zeros D) (seq 0 m) 0 c). now rewrite seq_nth.
Qed.

Lemma direction_parameters : forall a k, parameters m D (direction a k).
Proof.
  intros a k. unfold direction. split; [now rewrite map_length, seq_length|]. intros u H.
  apply in_map_iff in H as (c & <- & _). destruct (c =? a); [apply unit_vector_length|apply zeros_length].
Qed.

Lemma swapped_direction : forall k, swapped (direction i k) = direction j k.
Proof.
  intro k. apply same_units; [apply swapped_length|apply direction_parameters|]. intros a Ha.
  rewrite swapped_nth, direction_nth, direction_nth by (try exact Ha; now apply exchange_below).
  unfold exchange. destruct (Nat.eqb_spec a i) as [->|Hai].
  - now rewrite Nat.eqb_sym.
  - destruct (Nat.eqb_spec a j) as [->|Haj]; [now rewrite Nat.eqb_refl|]. now apply Nat.eqb_neq in Hai as ->.
Qed.

Lemma pairing_direction : forall g a k, parameters m D g -> a < m -> k < D -> pairing g (direction a k) = coordinate g
  a k.
Proof.
  intros g a k [Hg Hgu] Ha Hk. unfold pairing, direction, coordinate.
  assert (H : forall first n (g : (list (list K))), length g = n -> (forall u, In u g -> length u = D) ->
    sum (map (fun p => dot (fst p) (snd p)) (combine g (map (fun c => if c =? a then unit_vector D k else zeros D)
      (seq first n)))) = if andb (first <=? a) (a <? first + n) then nth k (nth (a - first) g []) zero else zero).
  { clear - m Hk. intros first n. revert first. induction n as [|n IH]; intros first [|u g] Hg Hgu; try easy.
    - simpl. replace (andb (first <=? a) (a <? first + 0)) with false; [easy|]. symmetry.
        destruct (Nat.leb_spec first a); [|easy].
      apply Nat.ltb_ge. lia.
    - injection Hg as Hg. cbn [seq map combine]. unfold sum in *. cbn [fold_right fst snd].
      rewrite (IH (S first) g Hg (fun u Hu => Hgu u (or_intror Hu))).
      assert (Hu : length u = D) by (apply Hgu; now left). destruct (Nat.eqb_spec first a) as [->|Hne].
      + rewrite dot_unit_vector by easy. replace (S a <=? a) with false by (symmetry; apply Nat.leb_gt; lia).
        replace (a <=? a) with true by (symmetry; apply Nat.leb_le; lia).
        replace (a <? a + S n) with true by (symmetry; apply Nat.ltb_lt; lia). rewrite Nat.sub_diag. simpl. ring.
      + rewrite dot_zeros. replace (S first + n) with (first + S n) by lia.
        destruct (Nat.leb_spec first a) as [Hle|Hgt].
        * replace (S first <=? a) with true by (symmetry; apply Nat.leb_le; lia). cbn [andb].
          destruct (a <? first + S n); [|ring]. replace (a - first) with (S (a - S first)) by lia. simpl. ring.
        * replace (S first <=? a) with false by (symmetry; apply Nat.leb_gt; lia). simpl. ring. }
  rewrite (H 0 m g Hg Hgu). simpl. replace (a <? m) with true by (symmetry; apply Nat.ltb_lt; lia).
  now rewrite Nat.sub_0_r.
Qed.

(** ∂L/∂ϑ_j at θ is ∂L/∂ϑ_i where the two are exchanged. *)
Theorem exchanged_gradient : forall θ k, parameters m D θ -> k < D ->
  coordinate (G (swapped θ)) i k = coordinate (G θ) j k.
Proof.
  intros θ k Hθ Hk. destruct (Hgradient θ Hθ) as [HG Hd], (Hgradient _ (swapped_parameters θ Hθ)) as [HG' Hd'].
  fold (pairing (G θ)) in Hd. fold (pairing (G (swapped θ))) in Hd'.
  assert (Hother : derivative units_plus (m * D) (cut D m) L (swapped θ) (fun h => pairing (G θ) (swapped h))).
  { intros ε Hε. destruct (Hd ε Hε) as (δ & Hδ & H). exists δ. split; [exact Hδ|]. intros u h Hu Huδ Hh.
    specialize (H u (swapped h) Hu Huδ (swapped_size u h Hh)). cbv beta in H.
    assert (Hhp : parameters m D h) by (destruct Hh as (x & Hx & <- & _); now apply cut_parameters).
    assert (E : units_plus one (swapped θ) h = swapped (units_plus one θ (swapped h))).
    { rewrite swapped_plus by (apply Hθ || apply swapped_length). now rewrite swapped_twice by apply Hhp. }
    rewrite E, (same_loss θ Hθ), same_loss by (apply plus_parameters; [exact Hθ|now apply swapped_parameters]).
      exact H. }
  assert (Hlinear : linear_on units_plus (parameters m D) (fun h => pairing (G θ) (swapped h))).
  { intros s x y Hx Hy. rewrite swapped_plus by (apply Hx || apply Hy).
    apply pairing_linear; [exact HG|now apply swapped_parameters..]. }
  pose proof (one_derivative units_plus (parameters m D) (m * D) (cut D m) parameter_coordinates L (swapped θ)
    (pairing (G (swapped θ))) (fun h => pairing (G θ) (swapped h)) (pairing_linear _ HG') Hlinear Hd' Hother
    (direction i k) (direction_parameters i k)) as E.
  cbv beta in E. rewrite swapped_direction, !pairing_direction in E by easy. exact E.
Qed.

End ParameterSpace.
