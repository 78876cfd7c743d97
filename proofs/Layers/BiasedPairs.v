(** A pair of neighbouring matrices with biases is one without them, M and M' but for its biases, to which these are
    added: so what is known of replacements without biases holds with them. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import StepSequences.
From Equiloss.Layers Require Import Layers LayerSteps LayerManifold LayersDetermined.
Import ListNotations.

(** ** Shapes *)

Section Shapes.

Context {K : Field}.

Lemma biased_shaped_app : forall (before θ : list (matrix K)) d_in d_out,
  biased_shaped d_in d_out (before ++ θ) <-> exists n, biased_shaped d_in n before /\ biased_shaped n d_out θ.
Proof.
  induction before as [|M before IH]; intros θ d_in d_out; cbn [app biased_shaped].
  - split; [intro H; now exists d_in|now intros (n & -> & H)].
  - rewrite IH. split; [intros (HM & n & H)|intros (n & (HM & H) & Hθ)]; [exists n; tauto|].
    split; [exact HM|]. now exists n.
Qed.

Lemma biased_shaped_unique : forall (θ : list (matrix K)) d n n',
  biased_shaped d n θ -> biased_shaped d n' θ -> n = n'.
Proof.
  induction θ as [|M θ IH]; intros d n n'; cbn [biased_shaped]; [congruence|].
  intros [_ H] [_ H']. exact (IH _ _ _ H H').
Qed.

Definition without_biases (M : matrix K) : matrix K := map (@tl K) M.

(** The pair as a network without biases. *)
Lemma pair_shaped : forall (before after : list (matrix K)) (M M' : matrix K) d_in d_out n,
  biased_shaped d_in d_out (before ++ M :: M' :: after) -> biased_shaped d_in n before ->
  shaped (S n) (length M') [M; without_biases M'].
Proof.
  intros before after M M' d_in d_out n H Hbefore. apply biased_shaped_app in H as (n' & Hbefore' & HM & HM' & _).
  rewrite (biased_shaped_unique _ _ _ _ Hbefore' Hbefore) in HM. split; [exact HM|].
  split; [|apply map_length]. intros row Hrow. apply in_map_iff in Hrow as (row' & <- & Hrow').
  apply HM' in Hrow'. destruct row' as [|b row']; [easy|]. now injection Hrow'.
Qed.

Lemma replaced_shaped : forall (before after : list (matrix K)) (M M' N N' : matrix K) d_in d_out n,
  biased_shaped d_in d_out (before ++ M :: M' :: after) -> biased_shaped d_in n before ->
  shaped (S n) (length M') [N; without_biases N'] -> (forall row, In row N' -> row <> []) ->
  biased_shaped d_in d_out (before ++ N :: N' :: after).
Proof.
  intros before after M M' N N' d_in d_out n H Hbefore (HN & HN' & Hlength) Hne. apply biased_shaped_app.
  exists n. split; [exact Hbefore|]. split; [exact HN|]. cbn [shaped] in Hlength. unfold without_biases in Hlength.
  rewrite map_length in Hlength. apply biased_shaped_app in H as (n' & _ & _ & _ & H). split; [|now rewrite Hlength].
  intros row Hrow. specialize (Hne row Hrow). apply (in_map (@tl K)) in Hrow. apply HN' in Hrow.
  destruct row as [|b row]; [easy|]. cbn [tl length] in *. now rewrite Hrow.
Qed.

Lemma shaped_nonempty : forall (M : matrix K) n, (forall row, In row M -> length row = S n) ->
  forall row, In row M -> row <> [].
Proof. intros M n H row Hrow ->. now apply H in Hrow. Qed.

(** A change further on is one of the network with a matrix before it. *)
Lemma biased_at_one_layer_cons : forall n d_out related (M : matrix K) (θ θ' : list (matrix K)),
  (forall row, In row M -> length row = S n) ->
  biased_at_one_layer (length M) d_out related θ θ' -> biased_at_one_layer n d_out related (M :: θ) (M :: θ').
Proof.
  intros n d_out related M θ θ' HM (Hθ & Hθ' & before & L & L' & N & N' & after & -> & -> & H).
  split; [now split|]. split; [now split|]. now exists (M :: before), L, L', N, N', after.
Qed.

Lemma biased_weaker : forall d_in d_out
    (related related' : list (list K * list K) -> list (list K * list K) -> Prop) (θ θ' : list (matrix K)),
  (forall M M' N N', related (pair_units M M') (pair_units N N') -> related' (pair_units M M') (pair_units N N')) ->
  biased_at_one_layer d_in d_out related θ θ' -> biased_at_one_layer d_in d_out related' θ θ'.
Proof.
  intros d_in d_out related related' θ θ' H (Hθ & Hθ' & before & M & M' & N & N' & after & E & E' & Hbias & Hpair).
  split; [exact Hθ|]. split; [exact Hθ'|]. exists before, M, M', N, N', after. do 3 (split; [easy|]). now apply H.
Qed.

Lemma same_biases_length : forall M M' : matrix K, map (hd zero) M = map (hd zero) M' -> length M = length M'.
Proof. intros M M' E. apply (f_equal (@length K)) in E. now rewrite !map_length in E. Qed.

End Shapes.

(** ** Values *)

Section Values.

Context {K : Field} {L : VectorSpace K} (e : L) (σ : L -> L).

(** The biases, times e, are added to what the matrix without them has as values. *)
Lemma biases_added : forall (M : matrix K) (x : list L), (forall row, In row M -> row <> []) ->
  times_over M (e :: x) =
  map (fun p => vadd (scale (fst p) e) (snd p)) (combine (map (hd zero) M) (times_over (without_biases M) x)).
Proof.
  unfold without_biases, times_over. induction M as [|row M IH]; intros x H; [reflexivity|]. cbn [map combine].
  rewrite <- IH by (intros row' Hrow'; apply H; now right). f_equal.
  destruct row as [|b row]; [now elim (H [] (or_introl eq_refl))|reflexivity].
Qed.

Lemma values_after : forall (before : list (matrix K)) x n, biased_shaped (length x) n before ->
  exists x', length x' = n /\ forall θ, θ <> [] -> biased_values e σ (before ++ θ) x = biased_values e σ θ x'.
Proof.
  induction before as [|M before IH]; intros x n H; [now exists x|]. destruct H as [_ H].
  destruct (IH (map σ (times_over M (e :: x))) n) as (x' & Hx' & E).
  { unfold times_over. now rewrite !map_length. }
  exists x'. split; [exact Hx'|]. intros θ Hθ. rewrite <- (E θ Hθ). cbn [app biased_values].
  destruct (before ++ θ) eqn:E'; [|reflexivity]. apply app_eq_nil in E'. now destruct Hθ.
Qed.

Lemma replaced_pair_values : forall (M M' N N' : matrix K) (x : list L) n,
  shaped (S n) (length M') [M; without_biases M'] -> shaped (S n) (length M') [N; without_biases N'] ->
  (forall row, In row M' -> row <> []) -> (forall row, In row N' -> row <> []) ->
  map (hd zero) M' = map (hd zero) N' -> same_units_measure (biased_units M M') (biased_units N N') -> length x = n ->
  times_over M' (e :: map σ (times_over M (e :: x))) = times_over N' (e :: map σ (times_over N (e :: x))).
Proof.
  intros M M' N N' x n HM HN HM' HN' Hbias H Hx.
  rewrite (biases_added M'), (biases_added N'), Hbias by assumption. do 2 f_equal.
  change (layers_values σ [M; without_biases M'] (e :: x) = layers_values σ [N; without_biases N'] (e :: x)).
  apply (replaced_values K L (S n) (length M')); [|cbn [length]; now rewrite Hx]. apply rt_step.
  split; [exact HM|]. split; [exact HN|]. exists [], M, (without_biases M'), N, (without_biases N'), [].
  do 2 (split; [reflexivity|]). split; [|exact H]. unfold without_biases. rewrite !map_length.
  now apply same_biases_length.
Qed.

Lemma replacement_values : forall d_in d_out (θ θ' : list (matrix K)), biased_replacement d_in d_out θ θ' ->
  forall x, length x = d_in -> biased_values e σ θ x = biased_values e σ θ' x.
Proof.
  intros d_in d_out θ θ' (Hθ & Hθ' & before & M & M' & N & N' & after & -> & -> & Hbias & H) x Hx.
  pose proof (proj1 (biased_shaped_app _ _ _ _) Hθ) as (n & Hbefore & _ & HM & _).
  pose proof (proj1 (biased_shaped_app _ _ _ _) Hθ') as (n' & _ & _ & HN & _).
  pose proof (pair_shaped _ _ _ _ _ _ n Hθ Hbefore) as HpM. pose proof (pair_shaped _ _ _ _ _ _ n Hθ' Hbefore) as HpN.
  rewrite <- (same_biases_length _ _ Hbias) in HpN. rewrite <- Hx in Hbefore.
  destruct (values_after before x n Hbefore) as (x' & Hx' & E). rewrite !E by easy.
  pose proof (replaced_pair_values M M' N N' x' n HpM HpN (shaped_nonempty _ _ HM) (shaped_nonempty _ _ HN) Hbias H Hx')
    as Hpair.
  cbn [biased_values]. destruct after as [|P after]; now rewrite Hpair.
Qed.

End Values.

Theorem biased_expansion_keeps_function : BiasedExpansionKeepsFunction.
Proof.
  intros K L e d_in d_out θ θ' H σ x Hx.
  apply (steps_keep _ (fun φ => biased_values e σ θ x = biased_values e σ φ x)) with (2 := H); [|reflexivity].
  intros φ ψ Hstep ->. now apply (replacement_values e σ d_in d_out).
Qed.

Theorem biased_expansion_manifold : BiasedExpansionManifold.
Proof.
  intros K W A row column d_in d_out m before after M M' N N' base θ Hrow Hzero Hadd HM HN Hbias EM EN HΘ.
  split; [exact HM|]. split; [exact HN|]. exists before, M, M', N, N', after. do 3 (split; [easy|]). rewrite EM, EN.
  exact (written_point_measure row column Hrow Hzero Hadd base θ m HΘ).
Qed.
