(** Matrices of the values of a form on a list, and sums over the coordinates of a network that is a list of units. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Coordinates.
From Equiloss.Subspaces Require Import SignedPoints.
From Equiloss.Layers Require Import Layers.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Checkers Require Import CheckedLoss Dominance.
Import ListNotations.

Local Open Scope nat_scope.

Section Gram.

Context {K : OrderedField} {C : Type} (f : C -> C -> K).
Add Field gram_field : (field_laws K).

Definition gram (l : list C) : matrix K := map (fun c => map (f c) l) l.

Lemma nth_map_some : forall {X Y : Type} (h : X -> Y) l i x y0, nth_error l i = Some x -> nth i (map h l) y0 = h x.
Proof. intros X Y h l i x y0 E. now apply nth_error_nth, map_nth_error. Qed.

Lemma nth_map_none : forall {X Y : Type} (h : X -> Y) l i y0, nth_error l i = None -> nth i (map h l) y0 = y0.
Proof. intros X Y h l i y0 E. apply nth_overflow. rewrite map_length. now apply nth_error_None. Qed.

Lemma gram_symmetric : forall l, (forall c c', In c l -> In c' l -> f c c' = f c' c) -> symmetric_matrix (gram l).
Proof.
  intros l Hf. split.
  - intros row Hrow. apply in_map_iff in Hrow as (c & <- & _). unfold gram. now rewrite !map_length.
  - intros i j. unfold gram. destruct (nth_error l i) as [c|] eqn:Ei, (nth_error l j) as [c'|] eqn:Ej.
    + rewrite (nth_map_some _ l i c _ Ei), (nth_map_some _ l j c' _ Ej), (nth_map_some _ l j c' _ Ej),
        (nth_map_some _ l i c _ Ei). apply nth_error_In in Ei, Ej. now apply Hf.
    + rewrite (nth_map_some _ l i c _ Ei), (nth_map_none _ l j _ Ej), (nth_map_none _ l j _ Ej). now destruct i.
    + rewrite (nth_map_some _ l j c' _ Ej), (nth_map_none _ l i _ Ei), (nth_map_none _ l i _ Ei). now destruct j.
    + rewrite (nth_map_none _ l i _ Ei), (nth_map_none _ l j _ Ej). now destruct i, j.
Qed.

Lemma dot_of_map : forall (h : C -> K) (x : list K) l,
  dot x (map h l) = sum (map (fun p => mul (fst p) (h (snd p))) (combine x l)).
Proof.
  intros h. induction x as [|c x IH]; intros [|y l]; try easy.
  change (add (mul c (h y)) (dot x (map h l)) =
    add (mul c (h y)) (sum (map (fun p => mul (fst p) (h (snd p))) (combine x l)))). now rewrite IH.
Qed.

Lemma gram_form : forall x l, matrix_form (gram l) x x = double_sum f (combine x l).
Proof.
  intros x l. unfold matrix_form, gram, times. rewrite map_map. rewrite dot_of_map. unfold double_sum. apply sum_ext.
  intros p _. replace (dot (map (f (snd p)) l) x) with (dot x (map (f (snd p)) l)).
  - rewrite dot_of_map, <- sum_map_mul. apply sum_ext. intros q _. unfold product. ring.
  - generalize (map (f (snd p)) l). clear. induction x as [|c x IH]; intros [|d y]; try easy.
    change (add (mul c d) (dot x y) = add (mul d c) (dot y x)). rewrite IH. ring.
Qed.

End Gram.

Section Coordinates.

Context {K : OrderedField} {T : Type} (d_in d_out : nat).
Add Field coordinates_field : (field_laws K).

(** A linear form, by its values at the unit vectors. *)
Lemma form_at_unit_vectors : forall d (ψ : list K -> K) w, keeps scalar_plus d ψ -> length w = d ->
  sum (map (fun p => mul (fst p) (ψ (snd p))) (combine w (unit_vectors d))) = ψ w.
Proof.
  induction d as [|d IH]; intros ψ [|a x] Hψ Hw; try easy.
  - symmetry. exact (form_zeros 0 ψ Hψ).
  - injection Hw as Hw. rewrite (keeps_cons scalar_plus d ψ a x Hψ Hw).
    rewrite <- (IH (fun y => ψ (zero :: y)) x (keeps_cons_zero scalar_plus d ψ Hψ) Hw). cbn [unit_vectors combine].
    rewrite sum_of_cons. cbn [fst snd]. unfold scalar_plus, zeros.
    replace (sum (map (fun p => mul (fst p) (ψ (snd p))) (combine x (map (cons zero) (unit_vectors d))))) with
      (sum (map (fun p => mul (fst p) (ψ (zero :: snd p))) (combine x (unit_vectors d)))); [ring|].
    generalize (unit_vectors (K := K) d). clear. induction x as [|c x IH]; intros [|e l]; try easy.
    cbn [map combine]. rewrite !sum_cons. now rewrite IH.
Qed.

Lemma unit_vectors_length : forall d, length (unit_vectors (K := K) d) = d.
Proof. induction d as [|d IH]; [easy|]. cbn. now rewrite map_length, IH. Qed.

Definition pair_plus (s : K) (v v' : list K * list K) : list K * list K :=
  (scalars_plus s (fst v) (fst v'), scalars_plus s (snd v) (snd v')).
Definition variations_shaped (v : list K * list K) : Prop := length (fst v) = d_in /\ length (snd v) = d_out.

(** Labelled coordinates of all incoming vectors, and then of all outgoing ones. *)
Definition labelled (g : list K -> list K * list K) (d : nat) (l : list T) : list (T * (list K * list K)) :=
  flat_map (fun p => map (fun e => (p, g e)) (unit_vectors d)) l.
Definition into_w (ω : list K) : list K * list K := (ω, zeros d_out).
Definition into_a (α : list K) : list K * list K := (zeros d_in, α).
Definition all_coordinates (l : list T) : list (T * (list K * list K)) :=
  labelled into_w d_in l ++ labelled into_a d_out l.

Lemma labelled_sum : forall (g : list K -> list K * list K) d (φ : T * (list K * list K) -> K) l xs,
  length xs = length l -> (forall x, In x xs -> length x = d) ->
  (forall p, In p l -> keeps scalar_plus d (fun x => φ (p, g x))) ->
  length (concat xs) = length (labelled g d l) /\
  sum (map (fun c => mul (fst c) (φ (snd c))) (combine (concat xs) (labelled g d l))) =
  sum (map (fun p => φ (fst p, g (snd p))) (combine l xs)).
Proof.
  intros g d φ. induction l as [|p l IH]; intros [|x xs] Hlength Hxs Hkeeps; try easy. injection Hlength as Hlength.
  destruct (IH xs Hlength) as [El E];
    [intros y Hy; apply Hxs; now right|intros q Hq; apply Hkeeps; now right|].
  assert (Hx : length x = d) by (apply Hxs; now left).
  assert (Hsame : length x = length (map (fun e => (p, g e)) (unit_vectors d)))
    by now rewrite map_length, unit_vectors_length.
  change (labelled g d (p :: l)) with (map (fun e => (p, g e)) (unit_vectors d) ++ labelled g d l). cbn [concat].
  split; [rewrite !app_length; congruence|]. rewrite combine_app, map_app, sum_of_app, E by exact Hsame.
  cbn [combine]. rewrite sum_of_cons. cbn [fst snd]. f_equal.
  rewrite <- (form_at_unit_vectors d (fun x => φ (p, g x)) x (Hkeeps p (or_introl eq_refl)) Hx). clear.
  generalize (unit_vectors (K := K) d). induction x as [|c x IH]; intros [|e u]; try easy. cbn [map combine].
  rewrite !sum_cons. now rewrite IH.
Qed.

Definition flat (δ : list (list K * list K)) : list K := concat (map fst δ) ++ concat (map snd δ).

(** What is linear in the variation of each unit is known by its values at the coordinates. *)
Theorem sum_over_coordinates : forall (φ : T * (list K * list K) -> K) l δ, length δ = length l ->
  (forall v, In v δ -> variations_shaped v) ->
  (forall p, In p l -> forall s v v', variations_shaped v -> variations_shaped v' ->
    φ (p, pair_plus s v v') = scalar_plus s (φ (p, v)) (φ (p, v'))) ->
  sum (map (fun c => mul (fst c) (φ (snd c))) (combine (flat δ) (all_coordinates l))) =
  sum (map φ (combine l δ)).
Proof.
  intros φ l δ Hlength Hδ Hφ.
  assert (Hzeros : forall s n, scalars_plus s (zeros n) (zeros n) = zeros (K := K) n).
  { intros s n. pose proof (plus_zeros s (zeros (K := K) n)) as E. now rewrite zeros_length in E. }
  destruct (labelled_sum into_w d_in φ l (map fst δ)) as [El E]; [now rewrite map_length| | |].
  { intros x Hx. apply in_map_iff in Hx as (v & <- & Hv). now apply Hδ. }
  { intros p Hp s x y Hx Hy. rewrite <- Hφ; [|exact Hp|now split; [|apply zeros_length]..].
    unfold pair_plus, into_w. cbn [fst snd]. now rewrite Hzeros. }
  destruct (labelled_sum into_a d_out φ l (map snd δ)) as [El' E']; [now rewrite map_length| | |].
  { intros x Hx. apply in_map_iff in Hx as (v & <- & Hv). now apply Hδ. }
  { intros p Hp s x y Hx Hy. rewrite <- Hφ; [|exact Hp|now split; [apply zeros_length|]..].
    unfold pair_plus, into_a. cbn [fst snd]. now rewrite Hzeros. }
  unfold flat, all_coordinates. rewrite combine_app, map_app, sum_of_app, E, E' by exact El. clear E E' El El'.
  revert δ Hlength Hδ. induction l as [|p l IH]; intros [|v δ] Hlength Hδ; try easy; [unfold sum; cbn; ring|].
  injection Hlength as Hlength. destruct (Hδ v (or_introl eq_refl)) as [Hω Hα]. cbn [map combine].
  rewrite !sum_cons, <- (IH (fun q Hq => Hφ q (or_intror Hq)) δ Hlength (fun w Hw => Hδ w (or_intror Hw))).
  replace (φ (p, v)) with (scalar_plus one (φ (p, into_w (fst v))) (φ (p, into_a (snd v)))).
  - unfold scalar_plus. cbn [fst snd]. ring.
  - rewrite <- Hφ; [|now left|split; [exact Hω|apply zeros_length]|split; [apply zeros_length|exact Hα]].
    f_equal. f_equal. destruct v as [ω α]. unfold pair_plus, into_w, into_a. cbn [fst snd] in *. f_equal.
    + rewrite <- Hω. apply plus_zeros.
    + rewrite <- Hα. clear. induction α as [|c α IH]; [easy|]. unfold zeros in *. cbn [length repeat].
      rewrite plus_cons, IH. f_equal. unfold scalar_plus. ring.
Qed.

End Coordinates.
