(** What the checker accepts as instances of claims at critical points is so. *)

From Coq Require Import List Arith Bool Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import Order SecondVariation.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedMembership Dominance SoundMatrices CheckedLoss CheckedCritical ListNetworks
  ListVariations GramMatrices SoundLoss SoundCritical.
Import ListNotations.

Local Open Scope nat_scope.

Lemma two_places : forall {X : Type} (f : X -> bool) l, 1 < length (filter f l) ->
  exists i j x y, i <> j /\ nth_error l i = Some x /\ nth_error l j = Some y /\ f x = true /\ f y = true.
Proof.
  intros X f. induction l as [|x l IH]; intro H; [cbn in H; lia|]. cbn [filter] in H. destruct (f x) eqn:Ex.
  - destruct (filter f l) as [|y rest] eqn:Erest; [cbn in H; lia|].
    assert (Hy : In y (filter f l)) by (rewrite Erest; now left). apply filter_In in Hy as [Hy Ey].
    apply In_nth_error in Hy as [j Hj]. now exists 0, (S j), x, y.
  - destruct (IH H) as (i & j & y & z & Hij & Hi & Hj & Ey & Ez). exists (S i), (S j), y, z.
    repeat split; try easy. lia.
Qed.

Lemma fails_somewhere : forall {X : Type} (f : X -> bool) l, forallb f l = false -> exists x, In x l /\ f x = false.
Proof.
  intros X f. induction l as [|x l IH]; intro H; [easy|]. cbn [forallb] in H. destruct (f x) eqn:Ex.
  - destruct (IH H) as (y & Hy & Ey). exists y. split; [now right|exact Ey].
  - exists x. split; [now left|exact Ex].
Qed.

Section Lists.

Context {K : OrderedField}.
Add Field instance_lists_field : (field_laws K).

Lemma difference_of_equals : forall y : list K, scalars_plus (opp one) y y = zeros (length y).
Proof.
  unfold zeros. induction y as [|c y IH]; [easy|]. rewrite plus_cons. cbn [length repeat]. rewrite IH. f_equal.
  unfold scalar_plus. ring.
Qed.

Lemma equal_by_difference : forall x y : list K, length x = length y ->
  scalars_plus (opp one) x y = zeros (length y) -> x = y.
Proof.
  intros x y Hxy E. rewrite <- (plus_undo one x y Hxy), E, plus_zero_left. rewrite <- (map_id y) at 2. apply map_ext.
  intro c. ring.
Qed.

Lemma not_orthogonal_to_itself : forall v : list K, v <> zeros (length v) -> dot v v <> zero.
Proof.
  assert (Hsquares : forall v : list K, at_most zero (dot v v)).
  { induction v as [|c v IH]; [apply at_most_refl|]. change (at_most zero (add (mul c c) (dot v v))).
    replace (@zero K) with (@add K zero zero) by ring. apply at_most_add; [apply square_nonnegative|exact IH]. }
  unfold zeros. induction v as [|c v IH]; intro H; [easy|]. cbn [length repeat] in H.
  change (add (mul c c) (dot v v) <> zero). destruct (scalar_eq_dec c zero) as [->|Hc].
  - replace (add (mul zero zero) (dot v v)) with (dot v v) by ring. apply IH. intro E. apply H. now rewrite E at 1.
  - apply positive_not_zero, add_positive; [now apply positive_square|apply Hsquares].
Qed.

Lemma not_all_zero : forall v : list K, all_zero v = false -> v <> zeros (length v).
Proof. intros v E H. rewrite H, zeros_all_zero in E. discriminate. Qed.

End Lists.

Section Instances.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A)
  (P Q : list K) (data : list (list K * list K)) (L : Loss K W A (list K * list K)).
Hypothesis HL : squared_error d_in d_out fW fA (quotient P Q) (quotient_slope P Q) (quotient_bend P Q) data L.
Hypothesis Hdata : units_shaped d_in d_out data.
Add Field instances_field : (field_laws K).

Lemma error_zero_iff : forall units x, units_shaped d_in d_out units -> In x data ->
  all_zero (error_at P Q units x) = true <-> output (activated L x) (with_coordinates fW fA units) = fA (snd x).
Proof.
  intros units x Hunits Hx. rewrite (outputs_right d_in d_out fW fA P Q data L HL Hdata) by easy.
  pose proof (outputs_length d_in d_out P Q data Hdata units x Hunits Hx) as Hout.
  pose proof (proj2 (Hdata x Hx)) as Hy. unfold error_at. split; intro E.
  - f_equal. apply equal_by_difference; [congruence|]. apply all_are_zero in E.
    rewrite plus_length in E by congruence. now rewrite Hy, <- Hout.
  - apply (map_injective d_out fA (proj1 (proj2 HL))) in E; [|exact Hout|exact Hy].
    rewrite E, difference_of_equals. apply zeros_all_zero.
Qed.

Lemma mixed_form_right : forall base u α ω, units_shaped d_in d_out base -> length (fst u) = d_in ->
  length α = d_out -> length ω = d_in ->
  mixed_form L (with_coordinates fW fA base) (unit_of fW fA u) (fA α) (fW ω) =
  dot (fst (unit_gradient P Q (with_errors P Q base data) (fst u, α))) ω.
Proof.
  intros base u α ω Hbase Hw Hα Hω. set (seen := with_errors P Q base data).
  destruct (unit_gradient_along d_in d_out P Q seen (fst u, α) (ω, zeros d_out)) as [_ E].
  { split; [exact Hw|exact Hα]. }
  { split; [exact Hω|apply zeros_length]. }
  { intros q Hq. apply in_map_iff in Hq as (x & <- & Hx). cbn [fst snd]. split; [now apply Hdata|].
    unfold error_at. rewrite plus_length; rewrite (outputs_length d_in d_out P Q data Hdata) by easy; [easy|].
    symmetry. now apply Hdata. }
  cbv zeta in E. cbn [fst snd] in E. rewrite dot_zeros in E.
  transitivity (add (dot (fst (unit_gradient P Q seen (fst u, α))) ω) zero); [|ring]. rewrite E. unfold mixed_form.
  rewrite (proj1 (proj2 (proj2 HL))). unfold seen, with_errors. rewrite map_map. apply sum_ext. intros x Hx.
  unfold unit_of, first_part, argument. cbn [fst snd]. cbv zeta.
  destruct (loss_values d_in d_out fW fA P Q data L HL x (fst u) Hx Hw) as (_ & _ & -> & _).
  destruct (loss_values d_in d_out fW fA P Q data L HL x ω Hx Hω) as (-> & _).
  rewrite (gradient_right d_in d_out fW fA P Q data L HL Hdata) by easy. rewrite dot_zeros. ring.
Qed.

Lemma unit_vectors_shaped : forall d e, In e (unit_vectors (K := K) d) -> length e = d.
Proof.
  induction d as [|d IH]; intros e He; [easy|]. destruct He as [<-|He]; [cbn; now rewrite repeat_length|].
  apply in_map_iff in He as (e' & <- & He'). cbn. now rewrite (IH e' He').
Qed.

Lemma check_pulled_sound : forall base units, units_shaped d_in d_out base ->
  check_pulled P Q d_out data base units = true ->
  exists i j u w a b α ω, i <> j /\ nth_error (with_coordinates fW fA units) i = Some (w, a) /\
    nth_error (with_coordinates fW fA units) j = Some (w, b) /\ In u (with_coordinates fW fA base) /\ fst u = w /\
    mixed_form L (with_coordinates fW fA base) u α ω <> zero.
Proof.
  intros base units Hbase E. unfold check_pulled in E. cbv zeta in E. apply existsb_exists in E as (u & Hu & E).
  apply andb_prop in E as [Ecopies Emixed]. apply Nat.ltb_lt, two_places in Ecopies as
    (i & j & [w a] & [w' b] & Hij & Hi & Hj & Ew & Ew').
  apply equal_entries in Ew, Ew'. cbn [fst] in Ew, Ew'. subst w w'.
  apply existsb_exists in Emixed as (α & Hα & Emixed). apply unit_vectors_shaped in Hα.
  apply negb_true_iff, not_all_zero in Emixed. set (row := fst _) in Emixed.
  assert (Hrow : length row = d_in).
  { apply (unit_gradient_along d_in d_out P Q (with_errors P Q base data) (fst u, α) (fst u, α)).
    - split; [exact (proj1 (Hbase u Hu))|exact Hα].
    - split; [exact (proj1 (Hbase u Hu))|exact Hα].
    - intros q Hq. apply in_map_iff in Hq as (x & <- & Hx). cbn [fst snd]. split; [now apply Hdata|].
      unfold error_at. rewrite plus_length; rewrite (outputs_length d_in d_out P Q data Hdata) by easy; [easy|].
      symmetry. now apply Hdata. }
  exists i, j, (unit_of fW fA u), (fW (fst u)), (fA a), (fA b), (fA α), (fW row).
  split; [exact Hij|]. split; [exact (map_nth_error (fun v => (fW (fst v), fA (snd v))) i units Hi)|].
  split; [exact (map_nth_error (fun v => (fW (fst v), fA (snd v))) j units Hj)|].
  split; [exact (in_map (fun v => (fW (fst v), fA (snd v))) base u Hu)|]. split; [easy|].
  rewrite mixed_form_right by (easy || now apply Hbase). now apply not_orthogonal_to_itself.
Qed.

Theorem check_instance_sound : forall claim base units p q z p' q' z', units_shaped d_in d_out base ->
  units_shaped d_in d_out units ->
  check_instance P Q claim d_out data base units (p, q, z) (p', q', z') = true ->
  critical_instance claim L (fun x => fA (snd x)) d_out (with_coordinates fW fA base) (with_coordinates fW fA units)
    q p' q' z'.
Proof.
  intros claim base units p q z p' q' z' Hbase Hunits E. unfold check_instance in E. cbn [fst snd] in E.
  unfold critical_instance. rewrite (proj1 (proj2 (proj2 HL))). destruct claim.
  - apply andb_prop in E as [Ez Eq]. apply Nat.leb_le in Ez. unfold with_coordinates. rewrite !map_length.
    split; [exact Ez|]. intro Hq. apply orb_prop in Eq as [Eq|Eq]; [apply Nat.eqb_eq in Eq; lia|].
    apply negb_true_iff, Nat.eqb_neq in Eq. lia.
  - apply andb_prop in E as [Eq E]. apply negb_true_iff, Nat.eqb_neq in Eq. split; [lia|].
    now apply check_pulled_sound.
  - apply andb_prop in E as [E Eloss]. apply andb_prop in E as [Eq Ewidth]. apply Nat.eqb_eq in Eq.
    apply Nat.ltb_lt in Ewidth. split; [exact Eq|].
    split; [unfold with_coordinates; now rewrite !map_length|].
    apply negb_true_iff, fails_somewhere in Eloss as (x & Hx & Ex).
    exists x. split; [exact Hx|]. intro Ey. apply error_zero_iff in Ey; [|exact Hunits|exact Hx].
    rewrite Ex in Ey. discriminate.
  - apply andb_prop in E as [E Ez]. apply andb_prop in E as [E Eq]. apply andb_prop in E as [Eloss Ep].
    apply Nat.eqb_eq in Ep, Eq. apply negb_true_iff, Nat.eqb_neq in Ez.
    split; [|split; [exact Ep|split; [exact Eq|lia]]].
    intros x Hx. apply error_zero_iff; [exact Hunits|exact Hx|]. unfold check_no_error in Eloss.
    rewrite forallb_forall in Eloss. now apply Eloss.
Qed.

End Instances.

Theorem sound_critical_instance : SoundCriticalInstance check_critical_instance.
Proof.
  intros K claim d_in d_out P Q data base units β kernel congruence kernel' congruence' places places' p q z p' q' z' E.
  unfold check_critical_instance in E. apply andb_prop in E as [E Einstance]. apply andb_prop in E as [E Eabove].
  apply andb_prop in E as [Ecritical Ebelow].
  destruct (sound_critical K d_in d_out P Q data base units β Ecritical) as (Hbase & Hunits & Hcritical).
  split; [exact Hbase|]. split; [exact Hunits|]. intros W A fW fA L HL. cbv zeta. split; [now apply Hcritical|].
  destruct (sound_loss_inertia K d_in d_out P Q data base kernel congruence places p q z Ebelow) as [_ Hbelow].
  destruct (sound_loss_inertia K d_in d_out P Q data units kernel' congruence' places' p' q' z' Eabove) as [_ Habove].
  split; [now apply Hbelow|]. split; [now apply Habove|].
  apply (check_instance_sound d_in d_out fW fA P Q data L HL (proj1 Hbase) claim base units p q z p' q' z');
    [apply Hbase|apply Hunits|exact Einstance].
Qed.
