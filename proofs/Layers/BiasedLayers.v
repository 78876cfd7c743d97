(** Networks with biases that compute the same for every activation. A network with biases is one without them, of one
    unit more in each hidden layer: a unit that is constant for an activation with σ(t·e) = e, and whose row begins with
    t, which is none of the biases, so that no other unit can be mistaken for it. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Subspaces Require Import GenericPoints.
From Equiloss.Layers Require Import FormalUnits FormalMatching LayerNormalForms LayerReduction LayersConfluent.
From Equiloss.Layers Require Import FormalValues IndependentValues LayersDetermined.
Import ListNotations.

Section Aligned.

Context {K : Field}.

(** Renumbering without biases. *)
Fixpoint aligned (ρ : list nat) (θ θ' : list (matrix K)) : Prop :=
  match θ, θ' with
  | [M], [N] => M = map (permuted_row ρ) N
  | M :: θ1, N :: θ1' => exists π, Permutation π (seq 0 (length N)) /\
      M = map (permuted_row ρ) (permuted_rows π N) /\ aligned π θ1 θ1'
  | _, _ => False
  end.

Lemma settled_renumbered : forall (θ θ' : list (matrix K)) (M N : matrix K) X (E : X -> X -> bool) xs ys d_out,
  equivalence E -> distinct E xs -> distinct E ys ->
  shaped (length xs) d_out (M :: θ) -> shaped (length ys) d_out (N :: θ') ->
  settled (M :: θ) -> settled (N :: θ') -> full xs M -> full ys N ->
  formally_same (M :: θ) (N :: θ') X E xs ys ->
  exists ρ, Permutation ρ (seq 0 (length ys)) /\ Forall2 (found E ys) xs ρ /\ aligned ρ (M :: θ) (N :: θ').
Proof.
  induction θ as [|M' θ IH]; intros θ' M N X E xs ys d_out HE Hxs Hys HM HN HsM HsN HfM HfN H;
    destruct θ' as [|N' θ']; cbn [formally_same] in H; try (now destruct θ); try (now destruct θ').
  - assert (Hagree : agree E xs ys M N).
    { clear - H. unfold agree. revert N H. induction M as [|row M IH]; intros [|row' N] H; inversion H; subst;
        constructor; auto. }
    destruct HM as [HM _], HN as [HN _].
    exact (matching E HE xs ys M N Hxs Hys HM HN HfM HfN Hagree).
  - destruct HM as [HM HθM], HN as [HN HθN], HsM as [[HdM HcM] HsM], HsN as [[HdN HcN] HsN].
    destruct (IH θ' M' N' _ (same_sum E) (map (combine xs) M) (map (combine ys) N) d_out) as (π & Hπ & Hfound & Hrest);
      try (now apply same_sum_equivalence); try assumption; try (now apply sums_distinct); try (now rewrite map_length);
      try (intros k Hk; rewrite map_length in Hk; auto; fail).
    rewrite map_length in Hπ. apply found_rows_agree in Hfound.
    assert (HfN' : full ys (permuted_rows π N)).
    { intros k Hk. destruct (HfN k Hk) as (row & Hrow & Hne). exists row. split; [|exact Hne].
      now apply permuted_rows_in. }
    destruct (matching E HE xs ys M (permuted_rows π N) Hxs Hys HM) as (ρ & Hρ & Hfound' & E'); try assumption.
    { intros row Hrow. apply HN. now apply (permuted_rows_in π N). }
    exists ρ. split; [exact Hρ|]. split; [exact Hfound'|]. now exists π.
Qed.

Lemma all_columns : forall n (row : list K), length row = n -> permuted_row (seq 0 n) row = row.
Proof.
  intros n row <-. unfold permuted_row. apply (nth_ext _ _ zero zero); [now rewrite map_length, seq_length|].
  intros i Hi. rewrite map_length, seq_length in Hi.
  rewrite (nth_indep _ zero ((fun j => nth j row zero) 0)) by now rewrite map_length, seq_length.
  now rewrite (map_nth (fun j => nth j row zero)), seq_nth.
Qed.

(** The whole network: its inputs stay where they are. *)
Lemma inputs_renumbered : forall d d_out (M M' N N' : matrix K) (θ θ' : list (matrix K)),
  shaped d d_out (M :: M' :: θ) -> shaped d d_out (N :: N' :: θ') -> settled (M :: M' :: θ) -> settled (N :: N' :: θ')
  ->
  formally_same (M :: M' :: θ) (N :: N' :: θ') nat Nat.eqb (seq 0 d) (seq 0 d) ->
  aligned (seq 0 d) (M :: M' :: θ) (N :: N' :: θ').
Proof.
  intros d d_out M M' N N' θ θ' [HM Hθ] [HN Hθ'] [[HdM HcM] HsM] [[HdN HcN] HsN] H.
  pose proof eqb_equivalence as HE. pose proof (coordinates_distinct d) as Hd.
  assert (HM' : forall row, In row M -> length row = length (seq 0 d)) by (rewrite seq_length; exact HM).
  assert (HN' : forall row, In row N -> length row = length (seq 0 d)) by (rewrite seq_length; exact HN).
  destruct (settled_renumbered θ θ' M' N' _ (same_sum Nat.eqb) (map (combine (seq 0 d)) M) (map (combine (seq 0 d)) N)
    d_out) as (π & Hπ & Hfound & Hrest);
    try assumption; try (now apply sums_distinct); try (now rewrite map_length); try (now apply same_sum_equivalence);
    try (intros k Hk; rewrite map_length in Hk; auto; fail).
  rewrite map_length in Hπ. apply found_rows_agree in Hfound. exists π. split; [exact Hπ|]. split; [|exact Hrest].
  assert (HN'' : forall row, In row (permuted_rows π N) -> length row = d).
  { intros row Hrow. apply HN. now apply (permuted_rows_in π N). }
  rewrite (rows_agree_equal d M (permuted_rows π N) HM HN'' Hfound).
  rewrite <- (map_id (permuted_rows π N)) at 1. apply map_ext_in. intros row Hrow. symmetry. now apply all_columns,
  HN''.
Qed.

End Aligned.

Section Constant.

Context {K : Field} (t : K).
Add Field K_field25 : (field_laws K).

(** A network with biases, with a constant unit before the others. *)
Fixpoint with_constant (d : nat) (θ : list (matrix K)) : list (matrix K) :=
  match θ with
  | [] => []
  | [M] => [(one :: repeat zero d) :: M]
  | M :: θ' => ((t :: repeat zero d) :: M) :: with_constant (length M) θ'
  end.

Lemma with_constant_length : forall θ d, length (with_constant d θ) = length θ.
Proof.
  induction θ as [|M [|M' θ] IH]; intro d; try reflexivity.
  change (S (length (with_constant (length M) (M' :: θ))) = S (length (M' :: θ))). now rewrite IH.
Qed.

Lemma with_constant_form : forall M θ d, exists Q χ, with_constant d (M :: θ) = Q :: χ.
Proof. intros M [|M' θ] d; cbn [with_constant]; do 2 eexists; reflexivity. Qed.

Lemma with_constant_shaped : forall θ d d_out, θ <> [] -> biased_shaped d d_out θ ->
  shaped (S d) (S d_out) (with_constant d θ).
Proof.
  induction θ as [|M [|M' θ] IH]; intros d d_out Hne H; [easy| |].
  - destruct H as [HM H]. cbn [biased_shaped] in H. cbn [with_constant shaped length].
    split; [|now rewrite H]. intros row [<-|Hrow]; [cbn; now rewrite repeat_length|now apply HM].
  - destruct H as [HM H]. change (with_constant d (M :: M' :: θ)) with
      (((t :: repeat zero d) :: M) :: with_constant (length M) (M' :: θ)). split.
    + intros row [<-|Hrow]; [cbn; now rewrite repeat_length|now apply HM].
    + apply IH; [easy|exact H].
Qed.

Lemma constant_row : forall {L : VectorSpace K} (s : K) (e : L) x,
  vsum (map (fun p => scale (fst p) (snd p)) (combine (s :: repeat zero (length x)) (e :: x))) = scale s e.
Proof.
  intros L s e x. unfold vsum. cbn [combine map fold_right fst snd].
  assert (H : fold_right vadd vzero (map (fun p => scale (fst p) (snd p)) (combine (repeat zero (length x)) x)) =
  vzero).
  { induction x as [|y x IH]; [reflexivity|]. cbn [length repeat combine map fold_right fst snd].
    now rewrite scale_zero, vadd_zero. }
  rewrite H. apply vadd_zero_r.
Qed.

Lemma constant_values : forall {L : VectorSpace K} (e : L) (σ : L -> L) θ x d_out, σ (scale t e) = e -> θ <> [] ->
  biased_shaped (length x) d_out θ ->
  layers_values σ (with_constant (length x) θ) (e :: x) = e :: biased_values e σ θ x.
Proof.
  intros L e σ. induction θ as [|M [|M' θ] IH]; intros x d_out Hσ Hne H; [easy| |].
  - cbn [with_constant layers_values biased_values]. unfold times_over. cbn [map].
    now rewrite constant_row, scale_one.
  - destruct H as [_ H]. destruct (with_constant_form M' θ (length M)) as (Q & χ & E).
    change (with_constant (length x) (M :: M' :: θ)) with
      (((t :: repeat zero (length x)) :: M) :: with_constant (length M) (M' :: θ)).
    transitivity (layers_values σ (with_constant (length M) (M' :: θ))
      (map σ (times_over ((t :: repeat zero (length x)) :: M) (e :: x)))); [now rewrite E|]. clear Q χ E.
    change (biased_values e σ (M :: M' :: θ) x) with (biased_values e σ (M' :: θ) (map σ (times_over M (e :: x)))).
    unfold times_over at 1. cbn [map]. rewrite constant_row, Hσ. fold (times_over M (e :: x)).
    assert (Hlength : length (map σ (times_over M (e :: x))) = length M).
    { unfold times_over. now rewrite !map_length. }
    rewrite <- Hlength. apply (IH _ d_out); [exact Hσ|easy|]. now rewrite Hlength.
Qed.

Context (t_nonzero : t <> zero).

(** t is no bias. *)
Definition no_bias (θ : list (matrix K)) : Prop := forall M row, In M θ -> In row M -> nth 0 row zero <> t.

Lemma irreducible_later : forall (M : matrix K) θ, biased_irreducible (M :: θ) -> biased_irreducible θ.
Proof. intros M θ H before N N' after ->. exact (H (M :: before) N N' after eq_refl). Qed.

Lemma with_constant_settled : forall θ d d_out, biased_shaped d d_out θ -> biased_irreducible θ -> no_bias θ ->
  settled (with_constant d θ).
Proof.
  induction θ as [|M [|M' θ] IH]; intros d d_out Hshaped Hirr Hno; [exact I|exact I|].
  destruct Hshaped as [HM Hshaped]. specialize (IH (length M) d_out Hshaped (irreducible_later _ _ Hirr)
    (fun N row HN => Hno N row (or_intror HN))).
  assert (Hpair : exists s, s <> zero /\ exists rest,
    with_constant (length M) (M' :: θ) = ((s :: repeat zero (length M)) :: M') :: rest).
  { destruct θ as [|M'' θ].
    - exists one. split; [apply (F_1_neq_0 (field_laws K))|]. now exists [].
    - exists t. split; [exact t_nonzero|]. now exists (with_constant (length M') (M'' :: θ)). }
  destruct Hpair as (s & Hs & rest & E).
  change (with_constant d (M :: M' :: θ)) with (((t :: repeat zero d) :: M) :: with_constant (length M) (M' :: θ)).
  rewrite E in *. split; [|exact IH]. destruct (Hirr [] M M' θ eq_refl) as [Hnodup Hread]. split.
  - constructor; [|exact Hnodup]. intro Hin. now apply (Hno M _ (or_introl eq_refl) Hin).
  - intros [|i] Hi.
    + exists (s :: repeat zero (length M)). split; [now left|exact Hs].
    + cbn [length] in Hi. destruct (Hread i) as (row & Hrow & Hne); [lia|]. exists row. split; [now right|exact Hne].
Qed.

(** Renumberings leave the constant units where they are. *)
Lemma aligned_renumbered : forall θ θ' d d' ρ, length θ = length θ' -> no_bias θ' ->
  aligned (0 :: map S ρ) (with_constant d θ) (with_constant d' θ') -> renumbered ρ θ θ'.
Proof.
  induction θ as [|M [|M' θ] IH]; intros [|N [|N' θ']] d d' ρ Hlength Hno H; try easy.
  - cbn [with_constant aligned map] in H. exact (f_equal (@tl _) H).
  - destruct (with_constant_form M' θ (length M)) as (Q & χ & EM).
    destruct (with_constant_form N' θ' (length N)) as (Q' & χ' & EN).
    change (with_constant d (M :: M' :: θ)) with
      (((t :: repeat zero d) :: M) :: with_constant (length M) (M' :: θ)) in H.
    change (with_constant d' (N :: N' :: θ')) with
      (((t :: repeat zero d') :: N) :: with_constant (length N) (N' :: θ')) in H.
    rewrite EM, EN in H.
    change (exists π, Permutation π (seq 0 (S (length N))) /\
      (t :: repeat zero d) :: M = map (permuted_row (0 :: map S ρ)) (permuted_rows π ((t :: repeat zero d') :: N)) /\
      aligned π (Q :: χ) (Q' :: χ')) in H. rewrite <- EM, <- EN in H. clear Q χ EM Q' χ' EN.
    destruct H as (π & Hπ & E & Hrest). destruct π as [|p π]; [now apply Permutation_nil in Hπ|].
    unfold permuted_rows in E. cbn [map] in E.
    assert (Hfirst : t :: repeat zero d = permuted_row (0 :: map S ρ) (nth p ((t :: repeat zero d') :: N) [])) by
      exact (f_equal (fun l => hd [] l) E).
    assert (HM : M = map (permuted_row (0 :: map S ρ)) (map (fun i => nth i ((t :: repeat zero d') :: N) []) π)) by
      exact (f_equal (@tl _) E).
    destruct p as [|p].
    + assert (Htail : Permutation π (seq 1 (length N))) by exact (Permutation_cons_inv Hπ).
      assert (Hshift : π = map S (map pred π)).
      { rewrite map_map. rewrite <- (map_id π) at 1. apply map_ext_in. intros i Hi.
        apply (Permutation_in _ Htail), in_seq in Hi. lia. }
      change (exists π, Permutation π (seq 0 (length N)) /\
        M = map (permuted_row (0 :: map S ρ)) (map (fun i => nth i N []) π) /\ renumbered π (M' :: θ) (N' :: θ')).
      exists (map pred π). split; [|split].
      * rewrite <- (map_id (seq 0 (length N))). rewrite <- (map_ext (fun i => pred (S i)) (fun i => i)) by easy.
        rewrite <- (map_map S pred), seq_shift. now apply Permutation_map.
      * rewrite HM. f_equal. rewrite Hshift at 1. rewrite map_map. reflexivity.
      * apply (IH (N' :: θ') (length M) (length N)); [cbn [length] in *; lia| |].
        -- intros P row HP. apply (Hno P). now right.
        -- now rewrite <- Hshift.
    + exfalso. assert (Hp : S p < S (length N)).
      { assert (Hin : In (S p) (seq 0 (S (length N)))) by (apply (Permutation_in _ Hπ); now left).
        apply in_seq in Hin. lia. }
      apply (f_equal (fun l => hd zero l)) in Hfirst. rename Hfirst into Ht. cbn [nth] in Ht.
      change (t = nth 0 (nth p N []) zero) in Ht.
      apply (Hno N (nth p N []) (or_introl eq_refl)); [apply nth_In; lia|now symmetry].
Qed.

End Constant.

(** One vector that isn't 0 is independent. *)
Lemma independent_one : forall {K : Field} {L : VectorSpace K} {X : Type} (eq_dec : forall x y : X, {x = y} + {x <> y})
  (p : X) (e : L), e <> vzero -> independent_on (is eq_dec) [p] (fun _ => e).
Proof.
  intros K L X eq_dec p e He l Hl Hzero x.
  assert (Hclass : class_mass (is eq_dec) l p = zero).
  { rewrite (split_value (is eq_dec) (fun _ => e) p) in Hzero by easy.
    assert (Hnone : others (is eq_dec) p l = []).
    { clear - Hl. induction l as [|[y s] l IH]; [reflexivity|]. unfold others. cbn [filter fst].
      destruct (Hl y (or_introl eq_refl)) as [<-|[]]. rewrite (proj2 (is_true eq_dec p p) eq_refl). cbn [negb].
      apply IH. intros z Hz. apply Hl. now right. }
    rewrite Hnone in Hzero. change (sum_value (fun _ : X => e) []) with (@vzero K L) in Hzero.
    rewrite vadd_zero_r in Hzero. destruct (scalar_eq_dec (class_mass (is eq_dec) l p) zero) as [H|H]; [exact H|].
    elim He. exact (scale_cancel _ e H Hzero). }
  destruct (is eq_dec p x) eqn:Hpx; [apply is_true in Hpx as <-; exact Hclass|].
  apply class_mass_absent. intros y Hy. destruct (Hl y Hy) as [<-|[]]. exact Hpx.
Qed.

Theorem biased_layers_unique : BiasedLayersUnique.
Proof.
  intros K L e d_in d_out θ θ' characteristic infinite He Hlength Hne Hθ Hθ' Hirr Hirr' H.
  destruct (outside_vector (W := scalar_space) characteristic
    (ex_intro _ (one : scalar_space) (F_1_neq_0 (field_laws K)))
    (zero :: map (fun row => nth 0 row zero) (concat (θ ++ θ')))) as [t Ht].
  assert (Ht0 : t <> zero) by (intros ->; apply Ht; now left).
  assert (Hno : forall M row, In M (θ ++ θ') -> In row M -> nth 0 row zero <> t).
  { intros M row HM Hrow E. apply Ht. right. rewrite <- E. apply (in_map (fun row => nth 0 row zero)).
    apply in_concat. now exists M. }
  assert (Hno1 : no_bias t θ) by (intros M row HM; apply Hno, in_or_app; now left).
  assert (Hno2 : no_bias t θ') by (intros M row HM; apply Hno, in_or_app; now right).
  assert (Hne' : θ' <> []) by (intros ->; now destruct θ).
  set (inputs := seq 0 (S d_in)).
  destruct (extend infinite Nat.eq_dec (seq 1 d_in) [0] (fun _ => e) (independent_one Nat.eq_dec 0 e He)) as (v & Hv0 &
  Hv).
  destruct (telling_activation infinite (with_constant t d_in θ) (with_constant t d_in θ')
    ltac:(rewrite !with_constant_length; exact Hlength)
    ltac:(intro E; apply Hne; apply length_zero_iff_nil; rewrite <- (with_constant_length t θ d_in), E; reflexivity)
    nat Nat.eqb inputs inputs v [scale t e] (fun _ => e)) as (σ & Hσ & Htell).
  - exact eqb_equivalence.
  - intros i j Hij. apply Nat.eqb_eq in Hij. now rewrite Hij.
  - intros l Hl Hzero i. transitivity (class_mass (is Nat.eq_dec) l i).
    + unfold class_mass. f_equal. f_equal. apply filter_ext. intro p. unfold is.
      destruct (Nat.eq_dec (fst p) i) as [->|Hpi]; [apply Nat.eqb_refl|now apply Nat.eqb_neq].
    + apply Hv; [|exact Hzero]. intros j Hj. apply Hl in Hj. apply in_or_app.
      assert (Hin : In j inputs) by (apply in_app_or in Hj; tauto). apply in_seq in Hin.
      destruct j as [|j]; [right; now left|left; apply in_seq; lia].
  - now apply independent_one.
  - set (x := map v (seq 1 d_in)). assert (Hx : length x = d_in) by (unfold x; now rewrite map_length, seq_length).
    assert (Hconstant : σ (scale t e) = e) by (apply Hσ; now left).
    assert (Hsame : formally_same (with_constant t d_in θ) (with_constant t d_in θ') nat Nat.eqb inputs inputs).
    { apply Htell. unfold inputs. cbn [seq map]. rewrite (Hv0 0) by now left. fold x. rewrite <- Hx.
      rewrite (constant_values t e σ θ x d_out), (constant_values t e σ θ' x d_out); try assumption;
        try (now rewrite Hx). f_equal. now apply H. }
    assert (Hids : 0 :: map S (seq 0 d_in) = seq 0 (S d_in)) by now rewrite seq_shift.
    pose proof (with_constant_shaped t θ d_in d_out Hne Hθ) as Hs1.
    pose proof (with_constant_shaped t θ' d_in d_out Hne' Hθ') as Hs2.
    destruct θ as [|M [|M' θ]]; [easy| |]; destruct θ' as [|N [|N' θ']]; try easy.
    + cbn [with_constant] in Hsame, Hs1, Hs2. cbn [formally_same map] in Hsame. inversion Hsame as [|? ? ? ? _ Hrows].
      destruct Hθ as [HM _], Hθ' as [HN _].
      change (M = map (permuted_row (0 :: map S (seq 0 d_in))) N). rewrite Hids.
      rewrite (rows_agree_equal (S d_in) M N HM HN).
      * rewrite <- (map_id N) at 1. apply map_ext_in. intros row Hrow. symmetry. now apply all_columns, HN.
      * unfold agree. clear - Hrows. revert N Hrows.
        induction M as [|row M IH]; intros [|row' N] Hrows; inversion Hrows; subst; constructor; auto.
    + apply (aligned_renumbered t _ _ d_in d_in); [exact Hlength|exact Hno2|]. rewrite Hids.
      pose proof (with_constant_settled t Ht0 _ d_in d_out Hθ Hirr Hno1) as Hc1.
      pose proof (with_constant_settled t Ht0 _ d_in d_out Hθ' Hirr' Hno2) as Hc2.
      assert (Hform : forall (P P' : matrix K) ψ, exists Q Q' χ, with_constant t d_in (P :: P' :: ψ) = Q :: Q' :: χ).
      { intros P P' [|P'' ψ]; cbn [with_constant]; do 3 eexists; reflexivity. }
      destruct (Hform M M' θ) as (Q1 & Q1' & χ1 & E1). destruct (Hform N N' θ') as (Q2 & Q2' & χ2 & E2).
      rewrite E1, E2 in *. now apply (inputs_renumbered (S d_in) (S d_out)).
Qed.
