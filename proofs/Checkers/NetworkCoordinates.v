(** Coordinates of a network, all incoming vectors first. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Coordinates.
From Equiloss.Index Require Import Inertia.
From Equiloss.Flows Require Import SymmetricGradients.
From Equiloss.Checkers Require Import GramMatrices InertiaBasis ListVariations.
Import ListNotations.

Local Open Scope nat_scope.

Section Coordinates.

Context {K : OrderedField} {W A : VectorSpace K} (d_in d_out : nat) (fW : list K -> W) (fA : list K -> A).
Hypothesis HW : linear_coordinates vector_plus (fun _ => True) d_in fW.
Hypothesis HA : linear_coordinates vector_plus (fun _ => True) d_out fA.

Lemma lists_coordinates : forall {V : VectorSpace K} d (f : list K -> V) m,
  linear_coordinates vector_plus (fun _ => True) d f ->
  linear_coordinates (list_plus vector_plus) (fun l : list V => length l = m) (m * d) (fun x => map f (cut d m x)).
Proof.
  intros V d f m Hf. induction m as [|m IH].
  - split; [easy|]. split; [intros [|] Hl; [now exists []|easy]|]. split; [now intros [|] [|]|easy].
  - apply (sum_coordinates vector_plus (list_plus vector_plus) (list_plus vector_plus) (fun _ => True)
      (fun l : list V => length l = m) (fun l => length l = S m) cons d (m * d)) with (5 := Hf) (6 := IH); try easy.
    + intros v l _ Hl. simpl. congruence.
    + intros [|v l] Hl; [easy|]. injection Hl as Hl. now exists v, l.
    + intros v l v' l' _ _ _ _ E. now injection E.
Qed.

Definition units_at (m : nat) (x : list K) : list (list K * list K) :=
  combine (cut d_in m (firstn (m * d_in) x)) (cut d_out m (skipn (m * d_in) x)).

Lemma network_list_coordinates : forall m,
  linear_coordinates network_plus (fun δ : network W A => length δ = m) (m * d_in + m * d_out)
    (fun x => with_coordinates fW fA (units_at m x)).
Proof.
  intro m.
  assert (E : forall x, combine (map fW (cut d_in m (firstn (m * d_in) x))) (map fA (cut d_out m (skipn (m * d_in) x)))
    = with_coordinates fW fA (units_at m x)) by (intro x; apply combine_maps).
  assert (Hsum : linear_coordinates network_plus (fun δ : network W A => length δ = m) (m * d_in + m * d_out)
    (fun x => combine (map fW (cut d_in m (firstn (m * d_in) x))) (map fA (cut d_out m (skipn (m * d_in) x))))).
  { apply (sum_coordinates (list_plus vector_plus) (list_plus vector_plus) network_plus
      (fun l : list W => length l = m) (fun l : list A => length l = m) (fun δ : network W A => length δ = m)
      (@combine W A) (m * d_in) (m * d_out) (fun x => map fW (cut d_in m x)) (fun x => map fA (cut d_out m x)));
      [| | | |exact (lists_coordinates d_in fW m HW)|exact (lists_coordinates d_out fA m HA)].
    - intros x y Hx Hy. transitivity (length (combine x y)); [reflexivity|]. rewrite combine_length. lia.
    - intros δ Hδ. exists (map fst δ), (map snd δ). rewrite !map_length. repeat split; try easy. clear.
      induction δ as [|[ω α] δ IH]; [easy|]. cbn. now rewrite IH.
    - intros x y x' y' Hx Hy Hx' Hy' Exy. apply (f_equal (@List.split W A)) in Exy.
      rewrite !combine_split in Exy by congruence. now injection Exy.
    - clear. intros s x y x' y'. revert m y x' y'.
      induction x as [|ω x IH]; intros m [|α y] [|ω' x'] [|α' y'] Hx Hy Hx' Hy'; try easy; try (cbn in *; congruence).
      unfold network_plus, list_plus in *. cbn [combine map fst snd]. f_equal.
      apply (IH (length x)); cbn in *; congruence. }
  destruct Hsum as (I & O & J & M). split; [intros x Hx; rewrite <- E; auto|]. split; [|split].
  - intros δ Hδ. destruct (O δ Hδ) as (x & Hx & <-). exists x. split; [exact Hx|]. now rewrite E.
  - intros x y Hx Hy. rewrite <- !E. auto.
  - intros s x y Hx Hy. rewrite <- !E. auto.
Qed.

Lemma units_at_right : forall m x, length x = m * d_in + m * d_out ->
  units_shaped d_in d_out (units_at m x) /\ length (units_at m x) = m /\ flat (units_at m x) = x.
Proof.
  intros m x Hx. unfold units_at.
  assert (Hfirst : length (firstn (m * d_in) x) = m * d_in) by (rewrite firstn_length; lia).
  assert (Hlast : length (skipn (m * d_in) x) = m * d_out) by (rewrite skipn_length; lia).
  destruct (cut_parameters d_in m _ Hfirst) as [L1 U1], (cut_parameters d_out m _ Hlast) as [L2 U2]. split; [|split].
  - intros [w a] Hu. split; [apply U1; now apply in_combine_l in Hu|apply U2; now apply in_combine_r in Hu].
  - rewrite combine_length, L1, L2. apply Nat.min_id.
  - unfold flat. assert (Hsame : length (cut d_in m (firstn (m * d_in) x)) = length (cut d_out m (skipn (m * d_in) x)))
      by congruence.
    replace (map fst _) with (cut d_in m (firstn (m * d_in) x)).
    + replace (map snd _) with (cut d_out m (skipn (m * d_in) x)).
      * rewrite !concat_cut by easy. apply firstn_skipn.
      * symmetry. now apply combine_seconds.
    + revert Hsame. generalize (cut d_in m (firstn (m * d_in) x)), (cut d_out m (skipn (m * d_in) x)). clear.
      induction l as [|w l IH]; intros [|a l'] Hl; try easy. injection Hl as Hl. cbn. now rewrite <- IH.
Qed.

End Coordinates.
