(** The checker's matrix is twice the second variation, in the coordinates of all incoming and then all outgoing
    vectors. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Coordinates.
From Equiloss.Layers Require Import Layers LayerCopies.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.FiniteData Require Import ZeroLossHessian.
From Equiloss.Checkers Require Import CheckedLoss Dominance ListNetworks ListVariations GramMatrices.
Import ListNotations.

Local Open Scope nat_scope.

Section Lists.

Context {K : OrderedField}.
Add Field hessian_lists_field : (field_laws K).

Lemma dot_of_sums : forall (x x' y y' : list K), length x = length y ->
  dot (x ++ x') (y ++ y') = add (dot x y) (dot x' y').
Proof.
  induction x as [|c x IH]; intros x' [|e y] y' Hxy; try easy.
  - change (dot x' y' = add zero (dot x' y')). ring.
  - injection Hxy as Hxy. cbn [app].
    change (add (mul c e) (dot (x ++ x') (y ++ y')) = add (add (mul c e) (dot x y)) (dot x' y')).
    rewrite IH by exact Hxy. ring.
Qed.

Lemma dot_of_flat_maps : forall {Y : Type} (f g : Y -> list K) l, (forall y, In y l -> length (f y) = length (g y)) ->
  dot (flat_map f l) (flat_map g l) = sum (map (fun y => dot (f y) (g y)) l).
Proof.
  intros Y f g. induction l as [|y l IH]; intro Hl; [easy|]. cbn [flat_map map]. rewrite sum_cons.
  rewrite dot_of_sums by (apply Hl; now left). f_equal. apply IH. intros z Hz. apply Hl. now right.
Qed.

(** Where labels are distinct, a sum over pairs of the same label has pairs of one entry with itself. *)
Lemma same_labels : forall {C : Type} (label : C -> nat) (g : C -> C -> K) l, NoDup (map label l) ->
  sum (map (fun c => sum (map (fun c' => if label c =? label c' then g c c' else zero) l)) l) =
  sum (map (fun c => g c c) l).
Proof.
  intros C label g. induction l as [|c l IH]; intro Hl; [easy|]. apply NoDup_cons_iff in Hl as [Hc Hl].
  assert (Hne : forall c', In c' l -> (label c =? label c') = false).
  { intros c' Hc'. apply Nat.eqb_neq. intro E. apply Hc. rewrite E. now apply in_map. }
  rewrite !sum_of_cons, Nat.eqb_refl. rewrite (sum_of_zeros _ l) by (intros c' Hc'; now rewrite Hne).
  rewrite <- IH by exact Hl. transitivity (add (g c c)
    (sum (map (fun c' => sum (map (fun c'' => if label c' =? label c'' then g c' c'' else zero) (c :: l))) l)));
    [ring|].
  f_equal. apply sum_ext. intros c' Hc'. rewrite sum_of_cons, Nat.eqb_sym, Hne by exact Hc'. ring.
Qed.

End Lists.

Section Hessian.

Context {K : OrderedField} (d_in d_out : nat) (P Q : list K) (data units : list (list K * list K)).
Hypothesis Hdata : units_shaped d_in d_out data.
Hypothesis Hunits : units_shaped d_in d_out units.
Add Field hessian_matrix_field : (field_laws K).

(** A numbered unit, and a variation of it. *)
Definition place : Type := (nat * (list K * list K) * (list K * list K))%type.
Definition error_of (x : list K * list K) : list K := error_at P Q units x.
Definition made (c : place) : direction :=
  direction_of (fst (fst c)) (snd (snd (fst c))) (unit_views P Q (with_errors P Q units data) (snd (fst c))) (snd c).
Definition bend_of (x : list K * list K) (c c' : place) : K :=
  mul (dot (fst (snd c)) (fst x)) (turn_at P Q (error_of x) x (snd (fst c')) (snd c')).
Definition entry_at (x : list K * list K) (c c' : place) : K :=
  add (mul (add one one) (dot (change_at P Q x (snd (fst c)) (snd c)) (change_at P Q x (snd (fst c')) (snd c'))))
    (if fst (fst c) =? fst (fst c') then add (bend_of x c c') (bend_of x c' c) else zero).
Definition entry (c c' : place) : K := sum (map (fun x => entry_at x c c') data).

Definition fine (c : place) : Prop := shaped_unit d_in d_out (snd (fst c)) /\ shaped_unit d_in d_out (snd c).

Lemma entry_right : forall c c', fine c -> fine c' -> second_derivative_of (made c) (made c') = entry c c'.
Proof.
  intros [[t u] δ] [[t' u'] δ'] [Hu Hδ] [Hu' Hδ']. cbn [fst snd] in *. unfold second_derivative_of, made, direction_of.
  cbn [fst snd]. unfold unit_views, with_errors. rewrite !map_map. cbn [fst snd].
  rewrite !(flat_map_concat_map _ (map _ data)), !map_map, <- !flat_map_concat_map.
  rewrite dot_of_flat_maps, !dot_maps.
  - unfold entry, entry_at. cbn [fst snd]. rewrite sum_map_add, sum_map_mul. f_equal.
    destruct (t =? t'); [|symmetry; now apply sum_of_zeros]. now rewrite sum_map_add.
  - intros x Hx. transitivity d_out; [|symmetry];
      [exact (change_length d_in d_out P Q x u δ Hu Hδ)|exact (change_length d_in d_out P Q x u' δ' Hu' Hδ')].
Qed.

Lemma entry_symmetric : forall c c', entry c c' = entry c' c.
Proof.
  intros c c'. apply sum_ext. intros x _. unfold entry_at. rewrite dot_commutes, Nat.eqb_sym. f_equal.
  destruct (fst (fst c') =? fst (fst c)); [ring|easy].
Qed.

Lemma error_length : forall x, In x data -> length (error_of x) = d_out.
Proof.
  intros x Hx. unfold error_of, error_at.
  rewrite plus_length; rewrite (outputs_length d_in d_out P Q data Hdata) by easy; [easy|]. symmetry. now apply Hdata.
Qed.

(** The entry is linear in the variation. *)
Lemma entry_linear : forall c p s v v', fine c -> shaped_unit d_in d_out (snd p) -> shaped_unit d_in d_out v ->
  shaped_unit d_in d_out v' ->
  entry c (p, pair_plus s v v') = scalar_plus s (entry c (p, v)) (entry c (p, v')).
Proof.
  intros [[t u] δ] [t' u'] s [ω α] [ω' α'] [Hu Hδ] [Hw Ha] [Hω Hα] [Hω' Hα']. cbn [fst snd] in *.
  unfold entry, scalar_plus. rewrite <- sum_map_mul, <- sum_map_add. apply sum_ext. intros x Hx.
  assert (Hx' : length (fst x) = d_in) by now apply Hdata. pose proof (error_length x Hx) as He.
  pose proof (change_length d_in d_out P Q x u δ Hu Hδ) as Hchange.
  assert (Hproduct : forall ω α, length ω = d_in -> length α = d_out ->
    dot (change_at P Q x u δ) (change_at P Q x u' (ω, α)) = add (mul (quotient P Q (argument u' x))
      (dot (change_at P Q x u δ) α)) (mul (mul (quotient_slope P Q (argument u' x)) (dot ω (fst x)))
      (dot (change_at P Q x u δ) (snd u')))).
  { intros ψ γ _ Hγ. unfold change_at at 2. cbv zeta. cbn [fst snd].
    rewrite dot_plus by (rewrite ?map_length; congruence). rewrite <- plus_zero_left.
    rewrite dot_plus by (rewrite ?zeros_length; congruence). rewrite dot_zeros. unfold scalar_plus. ring. }
  unfold entry_at, bend_of, turn_at, pair_plus. cbn [fst snd]. cbv zeta.
  rewrite !Hproduct by (rewrite ?plus_length; congruence).
  rewrite !dot_linear by congruence. rewrite !(dot_plus _ α α') by congruence.
  unfold scalar_plus. destruct (t =? t'); ring.
Qed.

(** ** The sum over all coordinates *)

Definition numbered_units : list (nat * (list K * list K)) := combine (seq 0 (length units)) units.

Lemma numbered_shaped : forall p, In p numbered_units -> shaped_unit d_in d_out (snd p).
Proof. intros [t u] Hp. apply in_combine_r in Hp. now apply Hunits. Qed.

Lemma coordinates_fine : forall c, In c (all_coordinates d_in d_out numbered_units) -> fine c.
Proof.
  assert (Hvectors : forall d e, In e (unit_vectors (K := K) d) -> length e = d).
  { induction d as [|d IH]; intros e He; [easy|]. destruct He as [<-|He]; [cbn; now rewrite repeat_length|].
    apply in_map_iff in He as (e' & <- & He'). cbn. now rewrite (IH e' He'). }
  intros c Hc. apply in_app_iff in Hc as [Hc|Hc]; apply in_flat_map in Hc as (p & Hp & Hc);
    apply in_map_iff in Hc as (e & <- & He); (split; [now apply numbered_shaped|]); apply Hvectors in He;
    (split; [|]); cbn [fst snd into_w into_a]; try exact He; apply zeros_length.
Qed.

Lemma directions_made : directions P Q d_in d_out data units = map made (all_coordinates d_in d_out numbered_units).
Proof.
  unfold directions, all_coordinates, labelled, numbered_units. rewrite map_length.
  set (seen := with_errors P Q units data).
  replace (combine (seq 0 (length units)) (map (fun u => (snd u, unit_views P Q seen u)) units)) with
    (map (fun p => (fst p, (snd (snd p), unit_views P Q seen (snd p)))) (combine (seq 0 (length units)) units)).
  - rewrite map_app. rewrite !flat_map_concat_map, !concat_map, !map_map. f_equal; f_equal; apply map_ext; intros [t u];
      rewrite map_map; reflexivity.
  - rewrite <- (map_id (seq 0 (length units))) at 2. rewrite combine_maps. reflexivity.
Qed.

Lemma hessian_is_gram :
  twice_hessian P Q d_in d_out data units = gram entry (all_coordinates d_in d_out numbered_units).
Proof.
  unfold twice_hessian, gram. rewrite directions_made, map_map. apply map_ext_in. intros c Hc. rewrite map_map.
  apply map_ext_in. intros c' Hc'. apply entry_right; now apply coordinates_fine.
Qed.

End Hessian.
