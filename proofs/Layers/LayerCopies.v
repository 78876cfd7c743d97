(** Copies of units in several layers: their values, and the derivatives that are backpropagated to them. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers LayerNormalForms PairUnits.
Import ListNotations.

Local Open Scope nat_scope.

Section LayerCopies.

Context {K : Field}.
Add Field K_field : (field_laws K).

(** Copies of r units, whose shares sum to 1. *)
Definition whole (r : nat) (c : list (nat * K)) : Prop :=
  (forall p, In p c -> fst p < r) /\ forall t, t < r -> mass Nat.eq_dec c t = one.

Lemma mass_absent : forall (c : list (nat * K)) t, (forall p, In p c -> fst p <> t) -> mass Nat.eq_dec c t = zero.
Proof.
  induction c as [|[s b] c IH]; intros t H; [reflexivity|]. rewrite mass_cons.
  destruct (Nat.eq_dec s t) as [E|_]; [now elim (H (s, b) (or_introl eq_refl))|].
  rewrite IH by (intros p Hp; apply H; now right). ring.
Qed.

Lemma uncopied_whole : forall r, whole r (uncopied r).
Proof.
  intro r. unfold uncopied. split.
  - intros p Hp. apply in_map_iff in Hp as (i & <- & Hi). apply in_seq in Hi. apply Hi.
  - assert (H : forall first t, first <= t < first + r ->
      mass Nat.eq_dec (map (fun i => (i, one)) (seq first r)) t = @one K).
    { induction r as [|r IH]; intros first t Ht; [lia|]. cbn [seq map]. rewrite mass_cons.
      destruct (Nat.eq_dec first t) as [->|Hne].
      - rewrite mass_absent; [ring|]. intros p Hp. apply in_map_iff in Hp as (i & <- & Hi). apply in_seq in Hi.
        cbn [fst]. lia.
      - rewrite IH by lia. ring. }
    intros t Ht. apply H. lia.
Qed.

Lemma sum_uncopied : forall f r, weighted f (uncopied r) = @sum K (map f (seq 0 r)).
Proof.
  intros f r. unfold weighted, uncopied. rewrite map_map. f_equal. apply map_ext. intro i. cbn [fst snd]. ring.
Qed.

(** A weighted sum over the copies is the sum over the units. *)
Lemma whole_sum : forall f r c, whole r c -> weighted f c = sum (map f (seq 0 r)).
Proof.
  intros f r c [Hless Hc]. rewrite <- sum_uncopied. apply (weighted_by_mass Nat.eq_dec f _ _ _ (le_n _)).
  destruct (uncopied_whole r) as [Hless' Hr]. intro t. destruct (lt_dec t r) as [Ht|Ht].
  - now rewrite Hc, Hr.
  - rewrite !mass_absent; [reflexivity| |]; intros p Hp E; apply Ht; rewrite <- E; auto.
Qed.

(** The values of the copies of units of values x, and the derivatives by their inputs. *)
Definition values (c : list (nat * K)) (x : list K) : list K := map (fun p => nth (fst p) x zero) c.
Definition shared (c : list (nat * K)) (e : list K) : list K := map (fun p => mul (snd p) (nth (fst p) e zero)) c.

Lemma values_uncopied : forall r x, length x = r -> values (uncopied r) x = x.
Proof. intros r x <-. unfold values, uncopied. rewrite map_map. apply map_nth_seq. Qed.

Lemma shared_uncopied : forall r e, length e = r -> shared (uncopied r) e = e.
Proof.
  intros r e <-. unfold shared, uncopied. rewrite map_map. rewrite <- (map_nth_seq zero e) at 2. apply map_ext.
  intro i. cbn [fst snd]. ring.
Qed.

Lemma values_map : forall (σ : K -> K) c x, (forall p, In p c -> fst p < length x) ->
  map σ (values c x) = values c (map σ x).
Proof.
  intros σ c x H. unfold values. rewrite map_map. apply map_ext_in. intros p Hp.
  rewrite (nth_indep (map σ x) zero (σ zero)) by (rewrite map_length; now apply H). symmetry. apply map_nth.
Qed.

Lemma nth_times : forall (M : matrix K) x i, nth i (times M x) zero = dot (nth i M []) x.
Proof. intros M x i. unfold times. exact (map_nth (fun row => dot row x) M [] i). Qed.

Lemma dot_maps : forall {Y : Type} (f f' : Y -> K) (l : list Y),
  dot (map f l) (map f' l) = sum (map (fun y => mul (f y) (f' y)) l).
Proof.
  intros Y f f' l. unfold dot. f_equal. induction l as [|y l IH]; [reflexivity|]. cbn [map combine fst snd].
  now rewrite IH.
Qed.

(** The inputs of the copies are those of the units. *)
Lemma times_copied : forall rows columns (M : matrix K) x, whole (length x) columns ->
  times (copied_matrix rows columns M) (values columns x) = values rows (times M x).
Proof.
  intros rows columns M x Hcolumns. unfold times at 1, copied_matrix, values. rewrite map_map. apply map_ext.
  intros [s b]. cbn [fst]. rewrite nth_times, dot_maps, dot_by_places.
  rewrite <- (whole_sum _ _ _ Hcolumns). unfold weighted. f_equal. apply map_ext. intros [t c]. cbn [fst snd]. ring.
Qed.

(** The copies fit the network: those of the outputs are themselves. *)
Fixpoint copies_fit (θ : list (matrix K)) (copies : list (list (nat * K))) : Prop :=
  match θ with
  | [] => copies = []
  | M :: θ' =>
      match copies with
      | [] => False
      | rows :: copies' =>
          whole (length M) rows /\ (θ' = [] -> rows = uncopied (length M)) /\ copies_fit θ' copies'
      end
  end.

Lemma backpropagated_length : forall σ σ' gradient, (forall y, length (gradient y) = length y) ->
  forall (θ : list (matrix K)) x, length (backpropagated σ σ' gradient θ x) = length (hd [] θ).
Proof.
  intros σ σ' gradient Hgradient [|M [|M' θ]] x; [reflexivity| |].
  - cbn. rewrite Hgradient. apply map_length.
  - cbn [backpropagated hd]. now rewrite map_length, seq_length.
Qed.

Lemma column_copied : forall rows columns (M : matrix K) i,
  map (fun row => nth i row zero) (copied_matrix rows columns M) =
  map (fun p => match nth_error columns i with
    | Some q => mul (snd q) (nth (fst q) (nth (fst p) M []) zero)
    | None => zero
    end) rows.
Proof.
  intros rows columns M i. unfold copied_matrix. rewrite map_map. apply map_ext. intros [s b]. cbn [fst].
  revert i. induction columns as [|q columns IH]; intros [|i]; try reflexivity. apply IH.
Qed.

Lemma sum_scaled : forall {Y : Type} (b : K) (f : Y -> K) (l : list Y),
  sum (map (fun y => mul b (f y)) l) = mul b (sum (map f l)).
Proof.
  intros Y b f l. induction l as [|y l IH]; [unfold sum; simpl; ring|]. cbn [map]. rewrite !sum_cons, IH. ring.
Qed.

Lemma map_by_places : forall {Y Z : Type} (f : nat -> Z) (f' : Y -> Z) (l : list Y),
  (forall i y, nth_error l i = Some y -> f i = f' y) -> map f (seq 0 (length l)) = map f' l.
Proof.
  intros Y Z f f' l. revert f. induction l as [|y l IH]; intros f H; [reflexivity|]. cbn [length seq map].
  f_equal; [now apply (H 0)|]. rewrite <- seq_shift, map_map. apply IH. intros i z Hi. now apply (H (S i)).
Qed.

Lemma backpropagated_cons : forall σ σ' gradient (M M' : matrix K) θ x,
  backpropagated σ σ' gradient (M :: M' :: θ) x =
  map (fun i => mul (σ' (nth i (times M x) zero)) (dot (map (fun row => nth i row zero) M')
    (backpropagated σ σ' gradient (M' :: θ) (map σ (times M x))))) (seq 0 (length M)).
Proof. reflexivity. Qed.

(** Going down, every copy receives its share. *)
Lemma backpropagated_copied : forall σ σ' gradient, (forall y, length (gradient y) = length y) ->
  forall (θ : list (matrix K)) columns copies x, θ <> [] -> copies_fit θ copies -> whole (length x) columns ->
  backpropagated σ σ' gradient (copied_layers columns θ copies) (values columns x) =
  shared (hd [] copies) (backpropagated σ σ' gradient θ x).
Proof.
  intros σ σ' gradient Hgradient. induction θ as [|M θ IH]; intros columns [|rows copies] x Hθ Hfit Hcolumns; try easy.
  destruct Hfit as (Hrows & Hlast & Hfit). destruct θ as [|M' θ].
  - rewrite (Hlast eq_refl). cbn [copied_layers backpropagated hd]. rewrite times_copied by exact Hcolumns.
    rewrite values_uncopied by apply map_length. symmetry. apply shared_uncopied. rewrite Hgradient. apply map_length.
  - destruct copies as [|rows' copies]; [easy|]. pose proof Hfit as (Hrows' & _ & _).
    assert (Hx : length (map σ (times M x)) = length M) by (unfold times; now rewrite !map_length).
    specialize (IH rows (rows' :: copies) (map σ (times M x))). rewrite Hx in IH.
    specialize (IH ltac:(easy) Hfit Hrows). cbn [copied_layers hd] in IH |- *.
    rewrite !backpropagated_cons, times_copied by exact Hcolumns.
    rewrite values_map by (intros p Hp; unfold times; rewrite map_length; now apply Hrows).
    rewrite IH. clear IH. set (e := backpropagated σ σ' gradient (M' :: θ) (map σ (times M x))).
    assert (He : length e = length M') by exact (backpropagated_length σ σ' gradient Hgradient (M' :: θ) _).
    unfold copied_matrix at 2. rewrite map_length. unfold shared at 2.
    apply map_by_places. intros i [t b] Hi. cbn [fst snd].
    assert (Ht : t < length M) by (apply (proj1 Hrows (t, b)); now apply nth_error_In with i).
    rewrite (nth_indep (map _ (seq 0 (length M))) zero
      ((fun i => mul (σ' (nth i (times M x) zero)) (dot (map (fun row => nth i row zero) M') e)) 0))
      by now rewrite map_length, seq_length.
    rewrite (map_nth (fun i => mul (σ' (nth i (times M x) zero)) (dot (map (fun row => nth i row zero) M') e))).
    rewrite seq_nth by exact Ht. cbn [Nat.add].
    assert (Ev : nth i (values rows (times M x)) zero = nth t (times M x) zero).
    { unfold values. apply nth_error_nth. now rewrite nth_error_map, Hi. }
    rewrite Ev, column_copied, Hi. unfold shared. rewrite dot_maps. cbn [fst snd].
    transitivity (mul (σ' (nth t (times M x) zero)) (mul b (weighted (fun s => mul (nth t (nth s M' []) zero)
      (nth s e zero)) rows'))).
    + f_equal. unfold weighted. rewrite <- sum_scaled. f_equal. apply map_ext. intros [s c]. cbn [fst snd]. ring.
    + rewrite (whole_sum _ _ _ Hrows'), <- He, dot_by_places.
      rewrite (map_ext (fun s => mul (nth s (map (fun row => nth t row zero) M') zero) (nth s e zero))
        (fun s => mul (nth t (nth s M' []) zero) (nth s e zero))); [ring|].
      intro s. f_equal. apply nth_column.
Qed.

Lemma weight_outer : forall (e x : list K) i j,
  nth j (nth i (map (fun s => map (mul s) x) e) []) zero = mul (nth i e zero) (nth j x zero).
Proof.
  induction e as [|s e IH]; intros x [|i] j; cbn [map nth].
  - destruct j; ring.
  - destruct j; ring.
  - assert (E : mul s zero = zero) by ring. rewrite <- E at 1. apply map_nth.
  - apply IH.
Qed.

Theorem gradient_copied : forall σ σ' gradient, (forall y, length (gradient y) = length y) ->
  forall (θ : list (matrix K)) columns copies x l i j s t b c, copies_fit θ copies -> whole (length x) columns ->
  nth_error (nth (S l) (columns :: copies) []) i = Some (s, b) ->
  nth_error (nth l (columns :: copies) []) j = Some (t, c) ->
  weight l i j (layers_gradient σ σ' gradient (copied_layers columns θ copies) (values columns x)) =
  mul b (weight l s t (layers_gradient σ σ' gradient θ x)).
Proof.
  intros σ σ' gradient Hgradient. induction θ as [|M θ IH]; intros columns copies x l i j s t b c Hfit Hcolumns Hi Hj.
  { unfold weight. cbn. destruct l, i, j, s, t; cbn; ring. }
  destruct copies as [|rows copies]; [easy|].
  assert (Hback := backpropagated_copied σ σ' gradient Hgradient (M :: θ) columns (rows :: copies) x ltac:(easy) Hfit
    Hcolumns).
  destruct Hfit as (Hrows & _ & Hfit). destruct l as [|l].
  - cbn [nth] in Hi, Hj. cbn [copied_layers layers_gradient]. cbn [copied_layers hd] in Hback.
    unfold weight. cbn [nth]. rewrite !weight_outer, Hback.
    assert (E : nth i (shared rows (backpropagated σ σ' gradient (M :: θ) x)) zero =
      mul b (nth s (backpropagated σ σ' gradient (M :: θ) x) zero)).
    { unfold shared. apply nth_error_nth. now rewrite nth_error_map, Hi. }
    assert (E' : nth j (values columns x) zero = nth t x zero).
    { unfold values. apply nth_error_nth. now rewrite nth_error_map, Hj. }
    rewrite E, E'. ring.
  - cbn [copied_layers layers_gradient]. unfold weight. cbn [nth].
    rewrite times_copied by exact Hcolumns.
    rewrite values_map by (intros p Hp; unfold times; rewrite map_length; now apply Hrows).
    apply (IH rows copies (map σ (times M x)) l i j s t b c Hfit); [|exact Hi|exact Hj].
    unfold times. now rewrite !map_length.
Qed.

End LayerCopies.
