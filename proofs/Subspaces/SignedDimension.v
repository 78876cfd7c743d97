(** The dimension of the subspaces of signed labelled partitions: silent units add their outgoing vectors. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Counting Require Import Spread.
From Equiloss.Reduction Require Import SignedMeasure.
From Equiloss.Subspaces Require Import Dimension SignedPoints.
Import ListNotations.

Local Open Scope nat_scope.

Section SignedDimension.

Context {K : Field} {W A : VectorSpace K} (p : parity).
Add Field K_field : (field_laws K).

(** Lists of s elements. *)
Lemma lists_dimension : forall {X : Type} (towards : K -> X -> X -> X) d s,
  affine_of_dimension towards (fun _ => True) d ->
  affine_of_dimension (list_towards towards) (fun t => length t = s) (s * d).
Proof.
  intros X towards d s HX. induction s as [|s IH].
  - apply (affine_equivalent _ (fun t => t = [])); [|now apply affine_point].
    intro t. symmetry. apply length_zero_iff_nil.
  - apply (affine_image _ _ _ _ _ (fun q => fst q :: snd q) (affine_product _ _ _ _ _ _ HX IH)).
    + intros [x t] [_ H]. simpl in *. congruence.
    + intros [|x t] H; [easy|]. exists (x, t). split; [split; [easy|now injection H]|easy].
    + now intros [x t] [y t'] _ _ [= -> ->].
    + easy.
Qed.

(** The outgoing vectors of the silent units. *)
Definition silent_vectors (P : list (option (code * bool))) (θ : network W A) : list A :=
  flat_map (fun q => match fst q with Some _ => [] | None => [snd (snd q)] end) (combine P θ).

Lemma silent_vectors_length : forall P (θ : network W A), length θ = length P ->
  length (silent_vectors P θ) = length P - length (audible P).
Proof.
  induction P as [|[x|] P IH]; intros [|u θ] H; try easy; injection H as H; specialize (IH θ H).
  - exact IH.
  - change (S (length (silent_vectors P θ)) = S (length P) - length (audible P)). rewrite IH.
    assert (Hless : length (audible P) <= length P) by apply filled_length. lia.
Qed.

Lemma silent_vectors_placed : forall P l t, length t = length P - length (audible P) ->
  silent_vectors P (placed p P l t) = t.
Proof.
  induction P as [|[[c b]|] P IH]; intros l t H.
  - now apply length_zero_iff_nil in H.
  - exact (IH _ t H).
  - change (length t = S (length P) - length (audible P)) in H.
    assert (Hless : length (audible P) <= length P) by apply filled_length.
    destruct t as [|v t]; cbn [length] in H; [lia|].
    change (v :: silent_vectors P (placed p P l t) = v :: t). f_equal. apply IH. lia.
Qed.

Lemma placed_back : forall P (θ : network W A), length θ = length P ->
  (forall u, In (None, u) (combine P θ) -> fst u = vzero) ->
  placed p P (turned_back p P θ) (silent_vectors P θ) = θ.
Proof.
  unfold turned_back, silent_vectors.
  induction P as [|[[c b]|] P IH]; intros [|u θ] Hlength H; try easy; injection Hlength as Hlength; simpl;
    specialize (IH θ Hlength (fun v Hv => H v (or_intror Hv))).
  - rewrite IH. f_equal. destruct b; [apply mirrored_mirrored|easy].
  - rewrite IH. f_equal. destruct u as [w a]. specialize (H (w, a) (or_introl eq_refl)). simpl in *. now subst w.
Qed.

Lemma mirrored_towards : forall s (u v : W * A),
  mirrored p (neuron_towards s u v) = neuron_towards s (mirrored p u) (mirrored p v).
Proof.
  intros s u v. unfold mirrored, neuron_towards, opposite, vector_towards. simpl. f_equal; vector_identity.
Qed.

Lemma placed_towards : forall s P (l l' : network W A) t t',
  length l = length (audible P) -> length l' = length (audible P) ->
  length t = length P - length (audible P) -> length t' = length P - length (audible P) ->
  placed p P (network_towards s l l') (list_towards vector_towards s t t') =
  network_towards s (placed p P l t) (placed p P l' t').
Proof.
  intros s. induction P as [|[[c b]|] P IH]; intros l l' t t' Hl Hl' Ht Ht'; [easy| |].
  - destruct l as [|u l], l' as [|u' l']; try easy. injection Hl as Hl. injection Hl' as Hl'.
    specialize (IH l l' t t' Hl Hl' Ht Ht'). unfold network_towards in *. simpl. rewrite IH. f_equal.
    destruct b; [apply mirrored_towards|easy].
  - assert (Hless : length (audible P) <= length P) by apply filled_length.
    change (length t = S (length P) - length (audible P)) in Ht.
    change (length t' = S (length P) - length (audible P)) in Ht'.
    destruct t as [|v t], t' as [|v' t']; cbn [length] in Ht, Ht'; try lia.
    specialize (IH l l' t t' Hl Hl' ltac:(lia) ltac:(lia)). unfold network_towards, list_towards in *. simpl.
    rewrite IH. f_equal. unfold neuron_towards. simpl. now rewrite towards_self.
Qed.

End SignedDimension.

Theorem signed_subspace_dimension : SignedSubspaceDimension.
Proof.
  intros K W A p d_in d_out m base P HdW HdA (Hm & _ & HP & _) j. unfold signed_code in *.
  set (k := length (audible P)) in *. set (C := map fst (audible P)) in *.
  destruct (subspace_dimension K W A d_in d_out k base C HdW HdA HP) as [Hj Hdimension]. fold j in Hj, Hdimension.
  assert (Hs : length P - length (audible P) = m - k) by now rewrite Hm.
  assert (Hk : k <= m) by (rewrite <- Hm; apply filled_length). split; [lia|].
  assert (HG : forall l, Gamma base C l -> length l = k) by (intros l [-> _]; apply map_length).
  replace ((m - length base - j) * d_out + j * d_in)
    with ((k - length base - j) * d_out + j * d_in + (m - k) * d_out) by nia.
  apply (affine_image _ _ _ _ _ (fun q => placed p P (fst q) (snd q))
    (affine_product _ _ _ _ _ _ Hdimension (lists_dimension _ d_out (m - k) HdA))).
  - intros [l t] [Hl _]. now apply placed_gamma.
  - intros θ (Hlength & Hzero & H). exists (turned_back p P θ, silent_vectors P θ). split; [split|].
    + exact H.
    + simpl. now rewrite silent_vectors_length.
    + now apply placed_back.
  - intros [l t] [l' t'] [Hl Ht] [Hl' Ht'] E. simpl in *. rewrite <- Hs in Ht, Ht'. apply HG in Hl, Hl'.
    f_equal.
    + rewrite <- (turned_back_placed p P l t), E by easy. now apply turned_back_placed.
    + rewrite <- (silent_vectors_placed p P l t), E by easy. now apply silent_vectors_placed.
  - intros s [l t] [l' t'] [Hl Ht] [Hl' Ht']. simpl in *. rewrite <- Hs in Ht, Ht'. apply HG in Hl, Hl'.
    now apply placed_towards.
Qed.
