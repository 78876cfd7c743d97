(** The critical subspaces of several layers are copies, so their points are critical. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers PairUnits Sequences LayerCopies CopiedPairs.
Import ListNotations.

Local Open Scope nat_scope.

Section Sequences.

Context {K : Field}.

Definition hidden_copies (d_out : nat) (g : list (list nat)) (β : list (list K)) : list (list (nat * K)) :=
  map (fun p => combine (fst p) (snd p)) (combine g β) ++ [uncopied d_out].

Lemma hidden_copies_first : forall d_out g β, exists c copies, hidden_copies d_out g β = c :: copies.
Proof.
  intros d_out g β. unfold hidden_copies. destruct (map _ (combine g β)) as [|c l]; [now exists (uncopied d_out), []|].
  now exists c, (l ++ [uncopied d_out]).
Qed.

Lemma layer_shares_cons : forall (M M0 : matrix K) θ g0 g β0 β,
  layer_shares (M :: M0 :: θ) (g0 :: g) (β0 :: β) <->
  admissible_shares (length M) g0 β0 /\ layer_shares (M0 :: θ) g β.
Proof.
  intros M M0 θ g0 g β0 β. unfold layer_shares.
  change (hidden_widths (M :: M0 :: θ)) with (length M :: hidden_widths (M0 :: θ)). split.
  - intros [Hl H]. split; [apply (H 0); cbn; lia|]. split; [now injection Hl|]. intros l Hlt. apply (H (S l)).
    cbn. lia.
  - intros (H0 & Hl & H). split; [cbn; congruence|]. intros [|l] Hlt; [exact H0|]. apply H. cbn in Hlt. lia.
Qed.

Lemma layer_shares_single : forall (M : matrix K) β, layer_shares [M] [] β <-> β = [].
Proof.
  intros M β. split.
  - intros [H _]. now destruct β.
  - intros ->. split; [reflexivity|]. intros l H. now elim (Nat.nlt_0_r l).
Qed.

Lemma copies_fit_hidden : forall (θ : list (matrix K)) d d_out m g β, θ <> [] -> shaped d d_out θ ->
  for_widths surjection θ m g -> layer_shares θ g β -> copies_fit θ (hidden_copies d_out g β).
Proof.
  induction θ as [|M [|M0 θ] IH]; intros d d_out m g β Hθ Hshaped Hg Hβ; [easy| |].
  - apply for_widths_single in Hg as [_ ->]. destruct Hshaped as [_ E]. cbn in E. subst d_out.
    cbn. split; [apply uncopied_whole|]. now split.
  - apply for_widths_cons in Hg as (n & m' & g0 & g' & -> & -> & Hg0 & Hg).
    destruct β as [|β0 β]; [now destruct Hβ|]. apply layer_shares_cons in Hβ as [Hβ0 Hβ].
    change (hidden_copies d_out (g0 :: g') (β0 :: β)) with (combine g0 β0 :: hidden_copies d_out g' β).
    split; [apply admissible_whole; [intros t Ht; now apply Hg0|exact Hβ0]|]. split; [easy|].
    destruct Hshaped as [_ Hshaped]. now apply (IH (length M) d_out m').
Qed.

Lemma last_to_first_copied : forall (θ : list (matrix K)) d d_out m g φ, θ <> [] -> shaped d d_out θ ->
  for_widths surjection θ m g ->
  (last_to_first units_Gamma_bar d θ g φ <->
   exists β, layer_shares θ g β /\ φ = copied_layers (uncopied d) θ (hidden_copies d_out g β)).
Proof.
  induction θ as [|M [|M0 θ] IH]; intros d d_out m g φ Hθ Hshaped Hg; [easy| |].
  - apply for_widths_single in Hg as [_ ->]. destruct Hshaped as [HM E]. cbn in E. subst d_out. split.
    + intros [_ ->]. exists []. split; [now apply layer_shares_single|]. cbn. now rewrite copied_itself.
    + intros (β & Hβ & ->). apply layer_shares_single in Hβ as ->. split; [reflexivity|]. cbn. now rewrite
    copied_itself.
  - apply for_widths_cons in Hg as (n & m' & g0 & g' & -> & -> & Hg0 & Hg). destruct Hshaped as [HM Hshaped].
    assert (Hless : forall t, In t g0 -> t < length M) by (intros t Ht; now apply Hg0).
    specialize (IH (length M) d_out m' g'). split.
    + intros (M' & N & N' & after & H & HN & ->). apply IH in H as (β & Hβ & E); [|easy|exact Hshaped|exact Hg].
      apply critical_pair_copied in HN as (β0 & Hβ0 & -> & ->); [|exact HM|exact Hless]. exists (β0 :: β).
      split; [now apply layer_shares_cons|].
      change (hidden_copies d_out (g0 :: g') (β0 :: β)) with (combine g0 β0 :: hidden_copies d_out g' β).
      destruct (hidden_copies_first d_out g' β) as (c & copies & Ec). rewrite Ec in *. cbn [copied_layers] in *.
      injection E as -> ->. rewrite copied_columns; [reflexivity|]. now apply admissible_whole.
    + intros (β & Hβ & ->). destruct β as [|β0 β]; [now destruct Hβ|]. apply layer_shares_cons in Hβ as [Hβ0 Hβ].
      change (hidden_copies d_out (g0 :: g') (β0 :: β)) with (combine g0 β0 :: hidden_copies d_out g' β).
      destruct (hidden_copies_first d_out g' β) as (c & copies & Ec). rewrite Ec. cbn [copied_layers].
      exists (copied_matrix c (uncopied (length M)) M0), (copied_matrix (combine g0 β0) (uncopied d) M),
        (copied_matrix c (combine g0 β0) M0), (copied_layers c θ copies). split; [|split; [|reflexivity]].
      * apply IH; [easy|exact Hshaped|exact Hg|]. exists β. split; [exact Hβ|]. now rewrite Ec.
      * apply critical_pair_copied; [exact HM|exact Hless|]. exists β0. split; [exact Hβ0|]. split; [reflexivity|].
        symmetry. apply copied_columns. now apply admissible_whole.
Qed.

Lemma widths_same : forall (M N : matrix K) θ, length M = length N ->
  hidden_widths (M :: θ) = hidden_widths (N :: θ).
Proof. intros M N [|M0 θ] H; [reflexivity|]. cbn. now rewrite H. Qed.

Lemma first_to_last_copied : forall g (θ : list (matrix K)) d d_out m φ, shaped d d_out θ -> θ <> [] ->
  for_widths surjection θ m g ->
  (first_to_last units_Gamma_bar d θ g φ <->
   exists β, layer_shares θ g β /\ φ = copied_layers (uncopied d) θ (hidden_copies d_out g β)).
Proof.
  induction g as [|g0 g IH]; intros [|M [|M0 θ]] d d_out m φ Hshaped Hθ Hg; try easy.
  - destruct Hshaped as [HM E]. cbn in E. subst d_out. split.
    + intros (L & [= <-] & ->). exists []. split; [now apply layer_shares_single|]. cbn. now rewrite copied_itself.
    + intros (β & Hβ & ->). apply layer_shares_single in Hβ as ->. exists M. split; [reflexivity|]. cbn.
      now rewrite copied_itself.
  - apply for_widths_cons in Hg as (n & m' & c & g' & _ & E & _). discriminate E.
  - apply for_widths_single in Hg as [_ E]. discriminate E.
  - apply for_widths_cons in Hg as (n & m' & c & g' & -> & [= <- <-] & Hg0 & Hg). destruct Hshaped as [HM Hshaped].
    assert (Hless : forall t, In t g0 -> t < length M) by (intros t Ht; now apply Hg0).
    assert (Hstep : forall β0 β, admissible_shares (length M) g0 β0 -> layer_shares (M0 :: θ) g β ->
      copied_layers (uncopied d) (M :: M0 :: θ) (hidden_copies d_out (g0 :: g) (β0 :: β)) =
      copied_matrix (combine g0 β0) (uncopied d) M ::
      copied_layers (uncopied (length (combine g0 β0))) (map (shared (combine g0 β0)) M0 :: θ)
        (hidden_copies d_out g β)).
    { intros β0 β Hβ0 Hβ.
      change (hidden_copies d_out (g0 :: g) (β0 :: β)) with (combine g0 β0 :: hidden_copies d_out g β).
      pose proof (copies_fit_hidden (M0 :: θ) (length M) d_out m' g β ltac:(easy) Hshaped Hg Hβ) as Hfit.
      destruct (hidden_copies_first d_out g β) as (c & copies & Ec). rewrite Ec in *. cbn [copied_layers].
      do 2 f_equal. symmetry. apply copied_rows; [|reflexivity]. apply Hfit. }
    assert (Hnext : forall β0, let N' : matrix K := map (shared (combine g0 β0)) M0 in
      shaped (length (combine g0 β0)) d_out (N' :: θ) /\ for_widths surjection (N' :: θ) m' g /\
      forall β, layer_shares (N' :: θ) g β <-> layer_shares (M0 :: θ) g β).
    { intros β0 N'. assert (Hl : length N' = length M0) by apply map_length. split; [|split].
      - split; [|rewrite Hl; apply Hshaped]. intros row Hrow. apply in_map_iff in Hrow as (row' & <- & _).
        apply map_length.
      - unfold for_widths. pose proof (widths_same N' M0 θ Hl) as E. now rewrite E.
      - intro β. unfold layer_shares. now rewrite (widths_same N' M0 θ Hl). }
    assert (Hlength : forall β0 : list K, length (copied_matrix (combine g0 β0) (uncopied d) M) =
      length (combine g0 β0)) by (intro; apply map_length).
    split.
    + intros (L & L' & after & N & N' & ψ & [= <- <- <-] & HN & H & ->).
      apply critical_pair_copied in HN as (β0 & Hβ0 & -> & ->); [|exact HM|exact Hless]. rewrite Hlength in H.
      destruct (Hnext β0) as (Hs & Hw & Hsh). apply (IH _ _ d_out m') in H as (β & Hβ & ->); [|exact Hs|easy|exact Hw].
      apply Hsh in Hβ. exists (β0 :: β). split; [now apply layer_shares_cons|]. symmetry. now apply Hstep.
    + intros (β & Hβ & ->). destruct β as [|β0 β]; [now destruct Hβ|]. apply layer_shares_cons in Hβ as [Hβ0 Hβ].
      rewrite Hstep by assumption. destruct (Hnext β0) as (Hs & Hw & Hsh).
      exists M, M0, θ, (copied_matrix (combine g0 β0) (uncopied d) M), (map (shared (combine g0 β0)) M0).
      eexists. split; [reflexivity|]. split; [|split; [|reflexivity]].
      * apply critical_pair_copied; [exact HM|exact Hless|]. now exists β0.
      * rewrite Hlength. apply (IH _ _ d_out m'); [exact Hs|easy|exact Hw|]. exists β. now rewrite Hsh.
Qed.

End Sequences.

Theorem critical_layers_are_copies : CriticalLayersAreCopies.
Proof.
  intros K d_in d_out θ φ m g Hθ Hshaped Hg. pose proof (last_to_first_copied θ d_in d_out m g φ Hθ Hshaped Hg) as H.
  pose proof (first_to_last_copied g θ d_in d_out m φ Hshaped Hθ Hg) as H'. split; [exact H|].
  transitivity (exists β, layer_shares θ g β /\ φ = layer_copies d_in d_out g β θ); [exact H'|]. symmetry. exact H.
Qed.

Section Criticality.

Context {K : Field} (σ σ' : K -> K) (data : list (list K * (list K -> list K))).
Add Field K_field2 : (field_laws K).

Lemma derivative_copied : forall d_in d_out θ m g β l i j s t (b c : K), θ <> [] ->
  shaped d_in d_out θ -> data_of_dimension d_in data -> for_widths surjection θ m g -> layer_shares θ g β ->
  nth_error (nth (S l) (unit_copies d_in d_out g β) []) i = Some (s, b) ->
  nth_error (nth l (unit_copies d_in d_out g β) []) j = Some (t, c) ->
  layer_derivative σ σ' data (layer_copies d_in d_out g β θ) l i j =
  mul b (layer_derivative σ σ' data θ l s t).
Proof.
  intros d_in d_out θ m g β l i j s t b c Hθ Hshaped Hdata Hg Hβ Hi Hj. unfold layer_derivative.
  rewrite <- sum_scaled. f_equal. apply map_ext_in. intros [x gradient] Hp. cbn [fst snd].
  destruct (Hdata x gradient Hp) as [Hx Hgradient].
  rewrite <- (values_uncopied d_in x Hx) at 1.
  apply gradient_copied with (t := t) (c := c); try assumption.
  - now apply (copies_fit_hidden θ d_in d_out m).
  - rewrite Hx. apply uncopied_whole.
Qed.

(** Every entry of a copied network copies one of the network. *)
Lemma copied_entry : forall (θ : list (matrix K)) d d_out columns copies l i j M row, shaped d d_out θ ->
  copies_fit θ copies -> whole d columns ->
  nth_error (copied_layers columns θ copies) l = Some M -> nth_error M i = Some row -> j < length row ->
  exists s b t c L row', nth_error (nth (S l) (columns :: copies) []) i = Some (s, b) /\
    nth_error (nth l (columns :: copies) []) j = Some (t, c) /\
    nth_error θ l = Some L /\ nth_error L s = Some row' /\ t < length row'.
Proof.
  induction θ as [|M θ IH]; intros d d_out columns copies l i j N row Hshaped Hfit Hcolumns HN Hrow Hj.
  { now destruct l. }
  destruct copies as [|rows copies]; [easy|]. destruct Hfit as (Hrows & _ & Hfit). destruct Hshaped as [HM Hshaped].
  destruct l as [|l].
  - injection HN as <-. rewrite copied_by_rows, nth_error_map in Hrow. cbn [nth].
    destruct (nth_error rows i) as [[s b]|] eqn:Hi; [|easy]. injection Hrow as <-. unfold shared in Hj.
    rewrite map_length in Hj. apply nth_error_Some in Hj.
    destruct (nth_error columns j) as [[t c]|] eqn:Ej; [|easy].
    assert (Hs : s < length M) by exact (proj1 Hrows (s, b) (nth_error_In _ i Hi)).
    assert (Ht : t < d) by exact (proj1 Hcolumns (t, c) (nth_error_In _ j Ej)).
    exists s, b, t, c, M, (nth s M []). split; [reflexivity|]. split; [reflexivity|]. split; [reflexivity|].
    split; [now apply nth_error_nth'|]. now rewrite HM by now apply nth_In.
  - exact (IH (length M) d_out rows copies l i j N row Hshaped Hfit Hrows HN Hrow Hj).
Qed.

Lemma critical_copied : forall d_in d_out θ m g β, θ <> [] ->
  shaped d_in d_out θ -> data_of_dimension d_in data -> for_widths surjection θ m g -> layer_shares θ g β ->
  critical_layers σ σ' data θ -> critical_layers σ σ' data (layer_copies d_in d_out g β θ).
Proof.
  intros d_in d_out θ m g β Hθ Hshaped Hdata Hg Hβ Hcritical l i j M row HM Hrow Hj.
  destruct (copied_entry θ d_in d_out (uncopied d_in) (hidden_copies d_out g β) l i j M row Hshaped)
    as (s & b & t & c & L & row' & Hi & Ht & HL & Hs & Hlt); try assumption.
  - now apply (copies_fit_hidden θ d_in d_out m).
  - apply uncopied_whole.
  - rewrite (derivative_copied d_in d_out θ m g β l i j s t b c) by assumption.
    rewrite (Hcritical l s t L row') by assumption. ring.
Qed.

End Criticality.

Theorem derivatives_of_layer_copies : DerivativesOfLayerCopies.
Proof. intros K σ σ' data d_in d_out θ m g β l i j s t b c Hθ Hs Hdata Hg Hβ copies. now apply (derivative_copied σ σ'
  data d_in d_out θ m g β l i j s t b c).
Qed.

Theorem critical_layers_copied : CriticalLayersCopied.
Proof.
  intros K σ σ' data d_in d_out θ φ m g Hshaped Hdata Hg Hcritical Hφ.
  assert (Hθ : θ <> []) by (destruct θ; easy).
  apply (last_to_first_copied θ d_in d_out m) in Hφ as (β & Hβ & ->); try assumption.
  now apply (critical_copied σ σ' data d_in d_out θ m).
Qed.
