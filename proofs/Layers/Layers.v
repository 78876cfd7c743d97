(** Networks of several layers: a pair of matrices acts by its measure, so replacements within it keep the function. *)

From Coq Require Import List Arith Lia Permutation Relations Field.
From Equiloss Require Import Statements.
Import ListNotations.

(** ** Formal sums

    Sums of scalars, each of which belongs to an [X]: what is summed up is the [mass] of every [X]. *)

Section FormalSums.

Context {K : Field} {X : Type} (X_eq_dec : forall x y : X, {x = y} + {x <> y}).
Add Field K_field : (field_laws K).

Lemma sum_cons : forall (s : K) l, sum (s :: l) = add s (sum l).
Proof. reflexivity. Qed.

Definition at_x (x : X) (p : X * K) : bool := if X_eq_dec (fst p) x then true else false.
Definition mass (l : list (X * K)) (x : X) : K := sum (map snd (filter (at_x x) l)).
Definition weighted (f : X -> K) (l : list (X * K)) : K := sum (map (fun p => mul (snd p) (f (fst p))) l).

Lemma mass_cons : forall y s l x, mass ((y, s) :: l) x = add (if X_eq_dec y x then s else zero) (mass l x).
Proof.
  intros y s l x. unfold mass, at_x. cbn [filter fst]. destruct (X_eq_dec y x); [apply sum_cons|ring].
Qed.

Lemma weighted_cons : forall f y s l, weighted f ((y, s) :: l) = add (mul s (f y)) (weighted f l).
Proof. reflexivity. Qed.

(** The summands of all but one x. *)
Definition without (x : X) (l : list (X * K)) : list (X * K) := filter (fun p => negb (at_x x p)) l.

Lemma without_cons : forall x y s l,
  without x ((y, s) :: l) = if X_eq_dec y x then without x l else (y, s) :: without x l.
Proof. intros x y s l. unfold without, at_x. cbn [filter fst]. now destruct (X_eq_dec y x). Qed.

Lemma weighted_part : forall f x l, weighted f l = add (mul (mass l x) (f x)) (weighted f (without x l)).
Proof.
  intros f x. induction l as [|[y s] l IH]; [cbn; ring|].
  rewrite weighted_cons, mass_cons, without_cons, IH. destruct (X_eq_dec y x) as [->|Hne]; [ring|].
  rewrite weighted_cons. ring.
Qed.

Lemma mass_without : forall x l y, mass (without x l) y = if X_eq_dec x y then zero else mass l y.
Proof.
  intros x l y. induction l as [|[z s] l IH]; [now destruct (X_eq_dec x y)|].
  rewrite without_cons, mass_cons. destruct (X_eq_dec z x) as [->|Hne].
  - rewrite IH. destruct (X_eq_dec x y); [easy|ring].
  - rewrite mass_cons, IH. destruct (X_eq_dec x y) as [->|Hxy]; [|easy]. destruct (X_eq_dec z y); [easy|ring].
Qed.

Lemma without_length : forall x l, length (without x l) <= length l.
Proof.
  intros x l. induction l as [|[y s] l IH]; [easy|]. rewrite without_cons. destruct (X_eq_dec y x); cbn [length]; lia.
Qed.

(** What has the same masses has the same weighted sums. *)
Lemma weighted_by_mass : forall f n l l', length l + length l' <= n ->
  (forall x, mass l x = mass l' x) -> weighted f l = weighted f l'.
Proof.
  intro f. induction n as [|n IH]; intros l l' Hn Hmass.
  - destruct l, l'; simpl in Hn; try lia. reflexivity.
  - assert (Hrest : forall x, length (without x l) + length (without x l') <= n -> weighted f l = weighted f l').
    { intros x Hx. rewrite (weighted_part f x l), (weighted_part f x l'), Hmass. f_equal. apply IH; [exact Hx|].
      intro y. now rewrite !mass_without, Hmass. }
    destruct l as [|[x s] l]; [destruct l' as [|[x s] l']; [reflexivity|]|]; apply (Hrest x);
      rewrite without_cons; destruct (X_eq_dec x x); try easy; cbn [length] in *.
    + pose proof (without_length x l'). cbn. lia.
    + pose proof (without_length x l). pose proof (without_length x l'). lia.
Qed.

End FormalSums.

(** ** A pair of matrices *)

Section Pairs.

Context {K : Field}.
Add Field K_field2 : (field_laws K).

Definition row_eq_dec := list_eq_dec (@scalar_eq_dec K).

(** The units' shares in output j. *)
Definition shares (j : nat) (units : list (list K * list K)) : list (list K * K) :=
  map (fun u => (fst u, nth j (snd u) zero)) units.

Lemma measure_is_mass : forall units w j, units_measure units w j = mass row_eq_dec (shares j units) w.
Proof.
  intros units w j. unfold units_measure, mass, shares, at_x. induction units as [|[v a] units IH]; [easy|].
  cbn [map filter fst snd]. unfold row_eq_dec. destruct (list_eq_dec scalar_eq_dec v w); [|exact IH].
  cbn [map fst snd]. now rewrite !sum_cons, IH.
Qed.

Lemma dot_by_places : forall (v row : list K),
  dot row v = sum (map (fun i => mul (nth i row zero) (nth i v zero)) (seq 0 (length v))).
Proof.
  unfold dot. induction v as [|s v IH]; intros [|t row]; try easy.
  - cbn [length seq map]. rewrite sum_cons, <- seq_shift, map_map.
    transitivity (add (mul zero s) (@sum K [])); [cbn; ring|].
    f_equal. transitivity (sum (map (fun i => mul (nth i [] zero) (nth i v zero)) (seq 0 (length v))));
      [exact (IH [])|].
    f_equal. apply map_ext. now intros [|i].
  - cbn [combine map length seq nth fst snd]. rewrite !sum_cons, IH, <- seq_shift, map_map. reflexivity.
Qed.

(** Output j of a pair of matrices, by its units. *)
Lemma pair_output : forall (σ : K -> K) (M M' : matrix K) (x : list K) (j : nat), j < length M' ->
  nth j (times M' (map σ (times M x))) zero = weighted (fun w => σ (dot w x)) (shares j (pair_units M M')).
Proof.
  intros σ M M' x j Hj. unfold times at 1.
  rewrite (nth_indep _ zero (dot [] (map σ (times M x)))) by now rewrite map_length.
  rewrite (map_nth (fun row => dot row (map σ (times M x)))), dot_by_places. unfold weighted, shares, pair_units, times.
  rewrite !map_map, !map_length. f_equal. apply map_ext_in. intros i Hi. apply in_seq in Hi. cbn [fst snd]. f_equal.
  - symmetry. rewrite (nth_indep _ zero (nth i [] zero)) by now rewrite map_length.
    now rewrite (map_nth (fun row => nth i row zero)).
  - rewrite (nth_indep _ zero (σ (dot [] x))) by now rewrite map_length.
    now rewrite (map_nth (fun row => σ (dot row x))).
Qed.

Lemma pair_outputs_agree : forall (σ : K -> K) (M M' N N' : matrix K) (x : list K), length M' = length N' ->
  same_units_measure (pair_units M M') (pair_units N N') ->
  times M' (map σ (times M x)) = times N' (map σ (times N x)).
Proof.
  intros σ M M' N N' x Hlength H. apply (nth_ext _ _ zero zero); [unfold times; now rewrite !map_length|].
  intros j Hj. assert (Hj' : j < length M') by (unfold times in Hj; now rewrite map_length in Hj).
  rewrite !pair_output by congruence.
  apply (weighted_by_mass row_eq_dec _ _ _ _ (le_n _)). intro w. now rewrite <- !measure_is_mass.
Qed.

Lemma output_after : forall (σ : K -> K) (before : list (matrix K)) x, exists x', forall θ, θ <> [] ->
  layers_output σ (before ++ θ) x = layers_output σ θ x'.
Proof.
  intros σ. induction before as [|M before IH]; intro x; [now exists x|].
  destruct (IH (map σ (times M x))) as [x' Hx']. exists x'. intros θ Hθ. rewrite <- (Hx' θ Hθ).
  cbn [app layers_output]. destruct (before ++ θ) eqn:E; [|reflexivity].
  apply app_eq_nil in E. now destruct Hθ.
Qed.

End Pairs.

Theorem layer_expansion_keeps_function : LayerExpansionKeepsFunction.
Proof.
  intros K d_in d_out θ θ' (_ & _ & before & M & M' & N & N' & after & -> & -> & Hlength & H) σ x.
  destruct (output_after σ before x) as [x' Hx']. rewrite !Hx' by easy.
  pose proof (pair_outputs_agree σ M M' N N' x' Hlength H) as E. cbn [layers_output].
  destruct after as [|L after]; now rewrite E.
Qed.

Theorem sequential_expansion_keeps_function : SequentialExpansionKeepsFunction.
Proof.
  intros K d_in d_out θ θ' H σ x. induction H as [θ θ' H|θ|θ θ' θ'' _ IH _ IH'].
  - now apply (layer_expansion_keeps_function K d_in d_out).
  - reflexivity.
  - now rewrite IH.
Qed.
