(** Networks with biases that compute the same for every activation. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Subspaces Require Import GenericPoints.
From Equiloss.Layers Require Import FormalUnits FormalMatching LayerReduction LayersConfluent.
From Equiloss.Layers Require Import FormalValues IndependentValues LayersDetermined Renumbering ConstantUnits.
Import ListNotations.

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
