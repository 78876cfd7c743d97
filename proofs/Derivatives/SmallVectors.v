(** Vectors that depend on x in K^n, and are O(|x|^k) or o(|x|^k) in each coordinate. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Powers Coordinates.
From Equiloss.Index Require Import SecondVariation.
From Equiloss.Derivatives Require Import Orders.
Import ListNotations.

Local Open Scope nat_scope.

Section SmallVectors.

Context {K : OrderedField} (n : nat) {A : VectorSpace K} (d : nat) (f : list K -> A).
Hypothesis Hf : linear_coordinates vector_plus (fun _ => True) d f.
Add Field small_field : (field_laws K).

Definition vector_is (s : order) (v : list K -> A) : Prop :=
  exists r, (forall x, length x = n -> length (r x) = d /\ f (r x) = v x) /\ forall j, is n s (fun x => nth j (r x)
    zero).

Lemma coordinates_keep : forall s x y, length x = d -> length y = d -> f (scalars_plus s x y) = vector_plus s (f x) (f
  y).
Proof. apply Hf. Qed.

Lemma coordinates_onto : forall v, exists y, length y = d /\ f y = v.
Proof. intro v. now apply Hf. Qed.

Lemma vector_ext : forall s v v', (forall x, length x = n -> v x = v' x) -> vector_is s v -> vector_is s v'.
Proof.
  intros s v v' E (r & Hr & H). exists r. split; [|exact H]. intros x Hx. rewrite <- E by exact Hx. now apply Hr.
Qed.

Lemma coordinates_zero : f (zeros d) = vzero.
Proof.
  apply (vadd_cancel (f (zeros d))). rewrite vadd_zero_r.
  transitivity (vector_plus one (f (zeros d)) (f (zeros d))); [unfold vector_plus; now rewrite scale_one|].
  rewrite <- coordinates_keep by apply zeros_length. f_equal.
  pose proof (plus_zeros one (zeros (K := K) d)) as E. now rewrite zeros_length in E.
Qed.

Lemma nth_zeros : forall k j, nth j (zeros k) (@zero K) = zero.
Proof. induction k as [|k IH]; intros [|j]; try easy. apply IH. Qed.

Lemma nth_plus : forall (s : K) x y j, length x = length y ->
  nth j (scalars_plus s x y) zero = add (nth j x zero) (mul s (nth j y zero)).
Proof.
  intros s. induction x as [|a x IH]; intros [|b y] [|j] H; try easy; try (simpl; ring). injection H as H.
  rewrite plus_cons. cbn [nth]. now apply IH.
Qed.

Lemma vector_zero : forall s, vector_is s (fun _ => vzero).
Proof.
  intro s. exists (fun _ => zeros d). split.
  - intros x _. split; [apply zeros_length|apply coordinates_zero].
  - intro j. apply (is_ext n s (fun _ => zero)); [|apply is_zero]. intros x _. now rewrite nth_zeros.
Qed.

Lemma vector_add : forall s v v', vector_is s v -> vector_is s v' -> vector_is s (fun x => vadd (v x) (v' x)).
Proof.
  intros s v v' (r & Hr & H) (r' & Hr' & H'). exists (fun x => scalars_plus one (r x) (r' x)). split.
  - intros x Hx. destruct (Hr x Hx) as [Hl E], (Hr' x Hx) as [Hl' E']. split; [rewrite plus_length; congruence|].
    rewrite coordinates_keep, E, E' by easy. unfold vector_plus. now rewrite scale_one.
  - intro j. apply (is_ext n s (fun x => add (nth j (r x) zero) (nth j (r' x) zero))); [|now apply is_add].
    intros x Hx. destruct (Hr x Hx) as [Hl _], (Hr' x Hx) as [Hl' _]. rewrite nth_plus by congruence. ring.
Qed.

(** A scalar of order s times a vector that is O(|x|^k). *)
Lemma vector_scale : forall k s c v, is n s c -> vector_is (O k) v ->
  vector_is (times_order k s) (fun x => scale (c x) (v x)).
Proof.
  intros k s c v Hc (r & Hr & H). exists (fun x => scalars_plus (c x) (zeros d) (r x)). split.
  - intros x Hx. destruct (Hr x Hx) as [Hl E]. split; [rewrite plus_length; rewrite zeros_length; congruence|].
    rewrite coordinates_keep, coordinates_zero, E by (easy || apply zeros_length). unfold vector_plus. apply vadd_zero.
  - intro j. apply (is_ext n _ (fun x => mul (nth j (r x) zero) (c x))).
    + intros x Hx. destruct (Hr x Hx) as [Hl _]. rewrite nth_plus by (rewrite zeros_length; congruence).
      rewrite nth_zeros. ring.
    + exact (is_mul n k s _ _ (H j) Hc).
Qed.

Lemma vector_scaled : forall s c v, vector_is s v -> vector_is s (fun x => scale c (v x)).
Proof.
  intros s c v (r & Hr & H). exists (fun x => scalars_plus c (zeros d) (r x)). split.
  - intros x Hx. destruct (Hr x Hx) as [Hl E]. split; [rewrite plus_length; rewrite zeros_length; congruence|].
    rewrite coordinates_keep, coordinates_zero, E by (easy || apply zeros_length). unfold vector_plus. apply vadd_zero.
  - intro j. apply (is_ext n _ (fun x => mul c (nth j (r x) zero))); [|now apply is_scaled].
    intros x Hx. destruct (Hr x Hx) as [Hl _]. rewrite nth_plus by (rewrite zeros_length; congruence).
    rewrite nth_zeros. ring.
Qed.

Lemma vector_constant : forall a, vector_is (O 0) (fun _ => a).
Proof.
  intro a. destruct (coordinates_onto a) as (y & Hy & E). exists (fun _ => y). split; [easy|]. intro j.
    apply is_constant.
Qed.

Lemma vector_sum : forall {Y : Type} s (v : Y -> list K -> A) (l : list Y), (forall y, In y l -> vector_is s (v y)) ->
  vector_is s (fun x => vsum (map (fun y => v y x) l)).
Proof.
  intros Y s v l H. induction l as [|y l IH]; [apply vector_zero|].
  apply (vector_add s (v y) (fun x => vsum (map (fun y => v y x) l))); [apply H; now left|].
  apply IH. intros y' Hy'. apply H. now right.
Qed.

Lemma vector_orders : forall s s' v, (forall r : list K -> K, is n s r -> is n s' r) -> vector_is s v -> vector_is s' v.
Proof. intros s s' v H (r & Hr & H'). exists r. split; [exact Hr|]. intro j. now apply H. Qed.

(** What a linear form makes of it. *)
Lemma form_of_vector : forall s (l : A -> K) v, linear_form l -> vector_is s v -> is n s (fun x => l (v x)).
Proof.
  intros s l v Hl (r & Hr & H). destruct (form_by_entries d (fun y => l (f y))) as (c & Hc).
  { intros a x y Hx Hy. now rewrite coordinates_keep, Hl. }
  apply (is_ext n s (fun x => sum (map (fun j => mul (nth j c zero) (nth j (r x) zero)) (seq 0 d)))).
  - intros x Hx. destruct (Hr x Hx) as [Hlength E]. now rewrite <- E, Hc.
  - apply (is_sum n s (fun j x => mul (nth j c zero) (nth j (r x) zero))). intros j _. now apply is_scaled.
Qed.

Definition unit_vector (k j : nat) : list K := map (fun i => if i =? j then one else zero) (seq 0 k).

Lemma form_at_entries : forall l : A -> K, linear_form l -> forall y, length y = d ->
  l (f y) = sum (map (fun j => mul (nth j y zero) (l (f (unit_vector d j)))) (seq 0 d)).
Proof.
  intros l Hl. assert (Hkeeps : keeps scalar_plus d (fun y => l (f y))).
  { intros s x y Hx Hy. now rewrite coordinates_keep, Hl. }
  assert (H : forall k (g : list K -> K), keeps scalar_plus k g -> forall y, length y = k ->
    g y = sum (map (fun j => mul (nth j y zero) (g (unit_vector k j))) (seq 0 k))).
  { induction k as [|k IH]; intros g Hg y Hy.
    - destruct y; [|easy]. exact (form_zeros 0 g Hg).
    - destruct y as [|a y]; [easy|]. injection Hy as Hy. rewrite (keeps_cons _ _ _ _ _ Hg Hy).
      rewrite (IH _ (keeps_cons_zero _ _ _ Hg) y Hy). cbn [seq map nth]. rewrite <- (seq_shift k 0), map_map.
      assert (E0 : unit_vector (S k) 0 = one :: zeros k).
      { unfold unit_vector. cbn [seq map Nat.eqb]. f_equal. rewrite <- seq_shift, map_map. cbn [Nat.eqb]. unfold zeros.
        clear. generalize 0. induction k as [|k IH]; intro i; [easy|]. cbn [seq map repeat]. f_equal. apply IH. }
      assert (ES : forall j, unit_vector (S k) (S j) = zero :: unit_vector k j).
      { intro j. unfold unit_vector. cbn [seq map Nat.eqb]. f_equal. now rewrite <- seq_shift, map_map. }
      rewrite E0. rewrite (map_ext (fun x => mul (nth x y zero) (g (unit_vector (S k) (S x))))
        (fun x => mul (nth x y zero) (g (zero :: unit_vector k x)))) by (intro j; now rewrite ES).
      generalize (map (fun x => mul (nth x y zero) (g (zero :: unit_vector k x))) (seq 0 k)). intro t.
      unfold scalar_plus, sum. cbn [fold_right]. ring. }
  exact (H d _ Hkeeps).
Qed.

Lemma bilinear_of_vectors : forall k s (b : A -> A -> K) v v',
  (forall v, linear_form (b v)) -> (forall v v', b v v' = b v' v) -> vector_is (O k) v -> vector_is s v' ->
  is n (times_order k s) (fun x => b (v x) (v' x)).
Proof.
  intros k s b v v' Hb Hsymmetric (r & Hr & H) Hv'.
  apply (is_ext n _ (fun x => sum (map (fun j => mul (nth j (r x) zero) (b (f (unit_vector d j)) (v' x))) (seq 0 d)))).
  - intros x Hx. destruct (Hr x Hx) as [Hlength E]. rewrite <- E. symmetry.
    rewrite Hsymmetric, (form_at_entries _ (Hb (v' x)) _ Hlength). f_equal. apply map_ext. intro j. f_equal.
      apply Hsymmetric.
  - apply (is_sum n _ (fun j x => mul (nth j (r x) zero) (b (f (unit_vector d j)) (v' x)))). intros j _.
    apply (is_mul n k s); [apply H|]. now apply form_of_vector.
Qed.

(** Linear maps of x are O(|x|). *)
Lemma linear_is_vector : forall g : list K -> A, keeps vector_plus n g -> vector_is (O 1) g.
Proof.
  intros g Hg. assert (H : exists r, keeps scalars_plus n r /\
    forall x, length x = n -> length (r x) = d /\ f (r x) = g x).
  { revert g Hg. clear - Hf. induction n as [|k IH]; intros g Hg.
    - destruct (coordinates_onto (g [])) as (y & Hy & E).
      assert (Hzero : g [] = vzero).
      { apply (vadd_cancel (g [])). rewrite vadd_zero_r. transitivity (vector_plus one (g []) (g [])).
        - unfold vector_plus. now rewrite scale_one.
        - now rewrite <- Hg. }
      exists (fun _ => zeros d). split.
      + intros s x x' _ _. pose proof (plus_zeros s (zeros (K := K) d)) as E'. now rewrite zeros_length in E'.
      + intros [|] Hx; [|easy]. split; [apply zeros_length|]. now rewrite coordinates_zero.
    - destruct (IH _ (keeps_cons_zero _ _ _ Hg)) as (r & Hkeeps & Hr).
      destruct (coordinates_onto (g (one :: zeros k))) as (y & Hy & E).
      exists (fun x => scalars_plus (hd zero x) (r (tl x)) y). split.
      + intros s [|a x] [|b x'] Hx Hx'; try easy. injection Hx as Hx. injection Hx' as Hx'. rewrite plus_cons.
          cbn [hd tl].
        rewrite Hkeeps by easy. apply plus_exchange; destruct (Hr x Hx), (Hr x' Hx'); congruence.
      + intros [|a x] Hx; [easy|]. injection Hx as Hx. cbn [hd tl]. destruct (Hr x Hx) as [Hl E'].
        split; [rewrite plus_length; congruence|]. rewrite coordinates_keep, E', E by easy.
        symmetry. now apply keeps_cons. }
  destruct H as (r & Hkeeps & Hr). exists r. split; [exact Hr|]. intro j. apply form_is. intros s x y Hx Hy.
  rewrite Hkeeps by easy. destruct (Hr x Hx), (Hr y Hy). now rewrite nth_plus by congruence.
Qed.

(** ** Remainders at small vectors *)

Lemma common_bound : forall (r : nat -> list K -> K) k, (forall j, is n (O 1) (r j)) -> exists M δ, less zero M /\
  less zero δ /\
  forall j u x, j < k -> less zero u -> less u δ -> in_cube n u x -> at_most (absolute (r j x)) (mul M u).
Proof.
  intros r k H. induction k as [|k (M & δ & HM & Hδ & IH)].
  - exists one, one. split; [apply one_positive|]. split; [apply one_positive|]. intros. lia.
  - destruct (H k) as (M' & δ' & HM' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (e & He & He1 & He2).
    exists (add M M'), e. split; [now apply add_positive|]. split; [easy|]. intros j u x Hj Hu Hue Hx.
    assert (Hu0 : at_most zero u) by now left. destruct (Nat.eq_dec j k) as [->|Hne].
    + apply (at_most_trans _ (mul M' u)).
      * replace (mul M' u) with (mul M' (power u 1)) by (simpl; ring). apply H'; try easy. now apply (less_at_most _ e).
      * apply at_most_mul_right; [exact Hu0|]. replace M' with (add zero M') at 1 by ring.
        apply at_most_add; [now left|apply at_most_refl].
    + apply (at_most_trans _ (mul M u)).
      * apply IH; try easy; [lia|]. now apply (less_at_most _ e).
      * apply at_most_mul_right; [exact Hu0|]. replace M with (add M zero) at 1 by ring.
        apply at_most_add; [apply at_most_refl|easy].
Qed.

Lemma remainder_at_vector : forall k (ρ : A -> K) v, negligible d f k ρ -> vector_is (O 1) v -> is n (o k) (fun x => ρ
  (v x)).
Proof.
  intros k ρ v Hρ (r & Hr & H). destruct (common_bound (fun j x => nth j (r x) zero) d H) as (M & δ & HM & Hδ & Hbound).
  intros ε Hε. pose proof (power_positive M k HM) as HMk.
  destruct (Hρ (mul ε (inv (power M k)))) as (δ' & Hδ' & Hsmall); [now apply less_mul, inverse_positive|].
  destruct (smaller δ (mul δ' (inv M))) as (e & He & He1 & He2); [easy|now apply less_mul, inverse_positive|].
  exists e. split; [easy|]. intros u x Hu Hue Hx. destruct Hx as [Hx Hentries]. destruct (Hr x Hx) as [Hlength E].
  apply (proj1 (within_absolute _ _)).
  replace (mul ε (power u k)) with (mul (mul ε (inv (power M k))) (power (mul M u) k))
    by (rewrite power_mul; field; now apply positive_not_zero).
  apply Hsmall; [now apply less_mul| |].
  - replace δ' with (mul M (mul δ' (inv M))) by (field; now apply positive_not_zero).
    apply less_mul_left; [easy|]. now apply (less_at_most _ e).
  - exists (r x). split; [easy|]. split; [easy|]. intros c Hc. apply (In_nth _ _ zero) in Hc as (j & Hj & <-).
    apply within_absolute. apply Hbound; [congruence|easy|now apply (less_at_most _ e)|now split].
Qed.

End SmallVectors.
