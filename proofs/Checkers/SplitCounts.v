(** What the copies of a unit add to an inertia, by the checker's sums. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import Order Inertia Sylvester UnitForms.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedInertia SoundMatrices CheckedLoss CheckedSplitting ListNetworks
  ListVariations HessianMatrix SplitShares SplitSigns SplitForms.
Import ListNotations.

Local Open Scope nat_scope.

Section Sums.

Context {K : OrderedField}.
Add Field split_sums_field : (field_laws K).

Lemma sum_of_added : forall (l : list K) P N Z p q z p' q' z', signs l P N Z ->
  fold_right plus_inertia (0, 0, 0) (map (added_inertia (p, q, z) (p', q', z')) l) =
  (P * p + N * q + Z * p', P * q + N * p + Z * q', (P + N) * z + Z * z').
Proof.
  intros l P N Z p q z p' q' z' H. induction H as [|s l P N Z Hs H IH|s l P N Z Hs H IH|l P N Z H IH]; [easy|..];
    cbn [map fold_right]; rewrite IH; unfold added_inertia, plus_inertia; cbn [fst snd].
  - destruct (trichotomy s zero) as [[Hn|E]|Hp].
    + now elim (less_asymmetric s zero).
    + subst s. now elim (less_irreflexive K zero).
    + cbn [fst snd]. f_equal; [f_equal|]; lia.
  - destruct (trichotomy s zero) as [[Hn|E]|Hp].
    + cbn [fst snd]. f_equal; [f_equal|]; lia.
    + subst s. now elim (less_irreflexive K zero).
    + now elim (less_asymmetric s zero).
  - destruct (trichotomy zero zero) as [[Hn|E]|Hp]; [now elim (less_irreflexive K zero)| |
      now elim (less_irreflexive K zero)]. cbn [fst snd]. f_equal; [f_equal|]; lia.
Qed.

Definition ones (s : list K) : list K := map (fun _ => one) s.

Lemma first_gamma : forall s : list K, dot (weighted_by s (ones s)) (ones s) = dot (ones s) s.
Proof.
  unfold weighted_by, ones. induction s as [|c s IH]; [easy|].
  change (add (mul (mul c one) one) (dot (map (fun p => mul (fst p) (snd p)) (combine s (map (fun _ => one) s)))
    (map (fun _ => one) s)) = add (mul one c) (dot (map (fun _ => one) s) s)). rewrite IH. ring.
Qed.

(** The signs of the further directions, if the rows are orthogonal. *)
Lemma further_signs : forall (s : list K) incoming outgoing P N Z, check_factors s incoming outgoing = true ->
  signs s P N Z ->
  length incoming = length s - 1 /\ 1 <= length s /\
  (check_orthogonal s (ones s :: incoming) = true -> exists P', P = S P' /\ signs (gammas s incoming) P' N Z).
Proof.
  intros s incoming outgoing P N Z E Hs. unfold check_factors in E. cbv zeta in E. fold (ones s) in E.
  apply andb_prop in E as [E Einverse]. apply andb_prop in E as [E Efull']. apply andb_prop in E as [E Efull].
  apply andb_prop in E as [Erows Ecolumns]. apply Nat.eqb_eq in Erows, Ecolumns. cbn [length] in Erows.
  split; [lia|]. split; [lia|]. intro Eorthogonal.
  pose proof (gammas_have_signs s (ones s :: incoming) (s :: outgoing) Erows Ecolumns (rows_have_length _ _ Efull)
    (rows_have_length _ _ Efull') Einverse Eorthogonal P N Z Hs) as H. unfold gammas in H. cbn [map] in H.
  rewrite first_gamma, (check_inverse_sound _ _ Einverse 0 0 (ones s) s eq_refl eq_refl) in H. cbn [Nat.eqb] in H.
  inversion H as [|t l p q z Ht Hl|t l p q z Ht Hl|l p q z Hl]; subst.
  - now exists p.
  - now elim (less_asymmetric _ _ Ht one_positive).
  - pose proof (one_positive (K := K)) as H1. exfalso. apply (less_irreflexive K zero). congruence.
Qed.

End Sums.

Section Counts.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (P Q : list K) (data base : list (list K * list K)) (L : Loss K W A (list K * list K)) (u : list K * list K).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Hypothesis Hbase : units_shaped d_in d_out base.
Hypothesis Hu : shaped_unit d_in d_out u.
Add Field split_counts_field : (field_laws K).

Theorem split_adds : forall (s : list K) (split : unit_split K) (c : CopiedUnit),
  check_split P Q d_in d_out (with_errors P Q base data) u s split = true ->
  signs s (shares_positive c) (shares_negative c) (shares_zero c) -> 1 <= shares_positive c ->
  mixed_rank L (with_coordinates fW fA base) (unit_of fW fA u) d_in (unit_rank c) ->
  bend_inertia L (with_coordinates fW fA base) (unit_of fW fA u) (bend_positive c) (bend_negative c) (bend_zero c) ->
  split_inertia s split = (added_positive c, added_negative c, added_zero d_in d_out c) /\
  fst (fst (snd (snd (snd split)))) = unit_rank c.
Proof.
  intros s [[incoming outgoing] [[[[k1 l1] x1] [[p1 q1] z1]] [[[k2 l2] x2] [[p2 q2] z2]]]] c E Hs Hpositive Hrank Hbend.
  unfold check_split in E. cbn [fst snd] in E. apply andb_prop in E as [E E2]. apply andb_prop in E as [E E1].
  apply andb_prop in E as [Efactors Esplit].
  apply (unit_inertia d_in d_out fW fA P Q data base L u HL Hdata Hbase Hu (snd u) one) in E1; [|intros; ring].
  apply (unit_inertia d_in d_out fW fA P Q data base L u HL Hdata Hbase Hu (zeros_like (snd u)) zero) in E2;
    [|intros x _; rewrite zeros_like_zeros, dot_zeros; ring].
  destruct (copy_inertia L (with_coordinates fW fA base) d_in d_out fW fA (proj1 HL) (proj1 (proj2 HL)) _ _ _ _ _ Hrank
    Hbend) as (Hd & Hle & Hforms).
  assert (Hsigns1 : signs [@one K] 1 0 0) by (constructor; [apply one_positive|constructor]).
  assert (Hsigns0 : signs [@zero K] 0 0 1) by (constructor; constructor).
  destruct (inertia_unique_numbers _ _ _ _ _ _ _ _ _ E1 (Hforms one 1 0 0 Hsigns1)) as (F1 & F2 & F3).
  destruct (inertia_unique_numbers _ _ _ _ _ _ _ _ _ E2 (Hforms zero 0 0 1 Hsigns0)) as (G1 & G2 & G3).
  split; [|cbn [fst snd]; lia]. unfold split_inertia. cbn [fst snd].
  destruct (further_signs s incoming outgoing _ _ _ Efactors Hs) as (Hlength & Hk & Horthogonal).
  pose proof (signs_length s _ _ _ Hs) as Hcount. unfold added_positive, added_negative, added_zero, copy_number.
  fold (ones s) in Esplit. apply orb_prop in Esplit as [Eorthogonal|Enone].
  - destruct (Horthogonal Eorthogonal) as (P' & EP & Hrest). rewrite (sum_of_added _ _ _ _ _ _ _ _ _ _ Hrest).
    rewrite EP, F1, F2, F3, G1, G2, G3.
    replace (d_in - unit_rank c) with (bend_positive c + bend_negative c + bend_zero c) by lia.
    replace (S P' - 1) with P' by lia. replace (S P' + shares_negative c + shares_zero c - 1) with
      (P' + shares_negative c + shares_zero c) by lia. replace (S P' + shares_negative c - 1) with
      (P' + shares_negative c) by lia. f_equal; [f_equal|]; ring.
  - pose proof (no_bend_sound d_in d_out fW fA P Q data base L u HL Hdata Hbase Hu Enone) as Hzero.
    destruct (inertia_coordinates _ _ _ _ _ _ Hbend) as (f & Hf).
    pose proof (inertia_zero _ _ (fun ω => bend_form L (with_coordinates fW fA base) (unit_of fW fA u) ω ω) _ f Hf
      (fun ω _ => Hzero ω ω)) as Hnone.
    destruct (inertia_unique_numbers _ _ _ _ _ _ _ _ _ Hbend Hnone) as (B1 & B2 & B3).
    destruct (signs_exist (gammas s incoming)) as (P' & N' & Z' & Hrest).
    pose proof (signs_length _ _ _ _ Hrest) as Hcount'. unfold gammas in Hcount'. rewrite map_length in Hcount'.
    rewrite (sum_of_added _ _ _ _ _ _ _ _ _ _ Hrest).
    replace (d_in - unit_rank c) with (bend_zero c) by lia. rewrite F1, F2, F3, G1, G2, G3, B1, B2.
    replace (shares_positive c + shares_negative c + shares_zero c - 1) with (P' + N' + Z') by lia.
    set (k := shares_positive c + shares_negative c - 1).
    assert (Ek : k + shares_zero c = P' + N' + Z') by lia. clearbody k.
    f_equal; [f_equal|]; nia.
Qed.

End Counts.
