(** A network with biases is one without them, of one unit more in each hidden layer: a unit that is constant for an
    activation with σ(t·e) = e, and whose row begins with t, which is none of the biases, so that no other unit can be
    mistaken for it. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Layers Require Import LayerReduction LayersConfluent Renumbering.
From Equiloss.Layers Require Import FormalMatching.
Import ListNotations.

Section Constant.

Context {K : Field} (t : K).
Add Field K_field25 : (field_laws K).

(** A network with biases, with a constant unit before the others. *)
Fixpoint with_constant (d : nat) (θ : list (matrix K)) : list (matrix K) :=
  match θ with
  | [] => []
  | [M] => [(one :: repeat zero d) :: M]
  | M :: θ' => ((t :: repeat zero d) :: M) :: with_constant (length M) θ'
  end.

Lemma with_constant_length : forall θ d, length (with_constant d θ) = length θ.
Proof.
  induction θ as [|M [|M' θ] IH]; intro d; try reflexivity.
  change (S (length (with_constant (length M) (M' :: θ))) = S (length (M' :: θ))). now rewrite IH.
Qed.

Lemma with_constant_form : forall M θ d, exists Q χ, with_constant d (M :: θ) = Q :: χ.
Proof. intros M [|M' θ] d; cbn [with_constant]; do 2 eexists; reflexivity. Qed.

Lemma with_constant_shaped : forall θ d d_out, θ <> [] -> biased_shaped d d_out θ ->
  shaped (S d) (S d_out) (with_constant d θ).
Proof.
  induction θ as [|M [|M' θ] IH]; intros d d_out Hne H; [easy| |].
  - destruct H as [HM H]. cbn [biased_shaped] in H. cbn [with_constant shaped length].
    split; [|now rewrite H]. intros row [<-|Hrow]; [cbn; now rewrite repeat_length|now apply HM].
  - destruct H as [HM H]. change (with_constant d (M :: M' :: θ)) with
      (((t :: repeat zero d) :: M) :: with_constant (length M) (M' :: θ)). split.
    + intros row [<-|Hrow]; [cbn; now rewrite repeat_length|now apply HM].
    + apply IH; [easy|exact H].
Qed.

Lemma constant_row : forall {L : VectorSpace K} (s : K) (e : L) x,
  vsum (map (fun p => scale (fst p) (snd p)) (combine (s :: repeat zero (length x)) (e :: x))) = scale s e.
Proof.
  intros L s e x. unfold vsum. cbn [combine map fold_right fst snd].
  assert (H : fold_right vadd vzero (map (fun p => scale (fst p) (snd p)) (combine (repeat zero (length x)) x)) =
  vzero).
  { induction x as [|y x IH]; [reflexivity|]. cbn [length repeat combine map fold_right fst snd].
    now rewrite scale_zero, vadd_zero. }
  rewrite H. apply vadd_zero_r.
Qed.

Lemma constant_values : forall {L : VectorSpace K} (e : L) (σ : L -> L) θ x d_out, σ (scale t e) = e -> θ <> [] ->
  biased_shaped (length x) d_out θ ->
  layers_values σ (with_constant (length x) θ) (e :: x) = e :: biased_values e σ θ x.
Proof.
  intros L e σ. induction θ as [|M [|M' θ] IH]; intros x d_out Hσ Hne H; [easy| |].
  - cbn [with_constant layers_values biased_values]. unfold times_over. cbn [map].
    now rewrite constant_row, scale_one.
  - destruct H as [_ H]. destruct (with_constant_form M' θ (length M)) as (Q & χ & E).
    change (with_constant (length x) (M :: M' :: θ)) with
      (((t :: repeat zero (length x)) :: M) :: with_constant (length M) (M' :: θ)).
    transitivity (layers_values σ (with_constant (length M) (M' :: θ))
      (map σ (times_over ((t :: repeat zero (length x)) :: M) (e :: x)))); [now rewrite E|]. clear Q χ E.
    change (biased_values e σ (M :: M' :: θ) x) with (biased_values e σ (M' :: θ) (map σ (times_over M (e :: x)))).
    unfold times_over at 1. cbn [map]. rewrite constant_row, Hσ. fold (times_over M (e :: x)).
    assert (Hlength : length (map σ (times_over M (e :: x))) = length M).
    { unfold times_over. now rewrite !map_length. }
    rewrite <- Hlength. apply (IH _ d_out); [exact Hσ|easy|]. now rewrite Hlength.
Qed.

Context (t_nonzero : t <> zero).

(** t is no bias. *)
Definition no_bias (θ : list (matrix K)) : Prop := forall M row, In M θ -> In row M -> nth 0 row zero <> t.

Lemma irreducible_later : forall (M : matrix K) θ, biased_irreducible (M :: θ) -> biased_irreducible θ.
Proof. intros M θ H before N N' after ->. exact (H (M :: before) N N' after eq_refl). Qed.

Lemma with_constant_settled : forall θ d d_out, biased_shaped d d_out θ -> biased_irreducible θ -> no_bias θ ->
  settled (with_constant d θ).
Proof.
  induction θ as [|M [|M' θ] IH]; intros d d_out Hshaped Hirr Hno; [exact I|exact I|].
  destruct Hshaped as [HM Hshaped]. specialize (IH (length M) d_out Hshaped (irreducible_later _ _ Hirr)
    (fun N row HN => Hno N row (or_intror HN))).
  assert (Hpair : exists s, s <> zero /\ exists rest,
    with_constant (length M) (M' :: θ) = ((s :: repeat zero (length M)) :: M') :: rest).
  { destruct θ as [|M'' θ].
    - exists one. split; [apply (F_1_neq_0 (field_laws K))|]. now exists [].
    - exists t. split; [exact t_nonzero|]. now exists (with_constant (length M') (M'' :: θ)). }
  destruct Hpair as (s & Hs & rest & E).
  change (with_constant d (M :: M' :: θ)) with (((t :: repeat zero d) :: M) :: with_constant (length M) (M' :: θ)).
  rewrite E in *. split; [|exact IH]. destruct (Hirr [] M M' θ eq_refl) as [Hnodup Hread]. split.
  - constructor; [|exact Hnodup]. intro Hin. now apply (Hno M _ (or_introl eq_refl) Hin).
  - intros [|i] Hi.
    + exists (s :: repeat zero (length M)). split; [now left|exact Hs].
    + cbn [length] in Hi. destruct (Hread i) as (row & Hrow & Hne); [lia|]. exists row. split; [now right|exact Hne].
Qed.

(** Renumberings leave the constant units where they are. *)
Lemma aligned_renumbered : forall θ θ' d d' ρ, length θ = length θ' -> no_bias θ' ->
  aligned (0 :: map S ρ) (with_constant d θ) (with_constant d' θ') -> renumbered ρ θ θ'.
Proof.
  induction θ as [|M [|M' θ] IH]; intros [|N [|N' θ']] d d' ρ Hlength Hno H; try easy.
  - cbn [with_constant aligned map] in H. exact (f_equal (@tl _) H).
  - destruct (with_constant_form M' θ (length M)) as (Q & χ & EM).
    destruct (with_constant_form N' θ' (length N)) as (Q' & χ' & EN).
    change (with_constant d (M :: M' :: θ)) with
      (((t :: repeat zero d) :: M) :: with_constant (length M) (M' :: θ)) in H.
    change (with_constant d' (N :: N' :: θ')) with
      (((t :: repeat zero d') :: N) :: with_constant (length N) (N' :: θ')) in H.
    rewrite EM, EN in H.
    change (exists π, Permutation π (seq 0 (S (length N))) /\
      (t :: repeat zero d) :: M = map (permuted_row (0 :: map S ρ)) (permuted_rows π ((t :: repeat zero d') :: N)) /\
      aligned π (Q :: χ) (Q' :: χ')) in H. rewrite <- EM, <- EN in H. clear Q χ EM Q' χ' EN.
    destruct H as (π & Hπ & E & Hrest). destruct π as [|p π]; [now apply Permutation_nil in Hπ|].
    unfold permuted_rows in E. cbn [map] in E.
    assert (Hfirst : t :: repeat zero d = permuted_row (0 :: map S ρ) (nth p ((t :: repeat zero d') :: N) [])) by
      exact (f_equal (fun l => hd [] l) E).
    assert (HM : M = map (permuted_row (0 :: map S ρ)) (map (fun i => nth i ((t :: repeat zero d') :: N) []) π)) by
      exact (f_equal (@tl _) E).
    destruct p as [|p].
    + assert (Htail : Permutation π (seq 1 (length N))) by exact (Permutation_cons_inv Hπ).
      assert (Hshift : π = map S (map pred π)).
      { rewrite map_map. rewrite <- (map_id π) at 1. apply map_ext_in. intros i Hi.
        apply (Permutation_in _ Htail), in_seq in Hi. lia. }
      change (exists π, Permutation π (seq 0 (length N)) /\
        M = map (permuted_row (0 :: map S ρ)) (map (fun i => nth i N []) π) /\ renumbered π (M' :: θ) (N' :: θ')).
      exists (map pred π). split; [|split].
      * rewrite <- (map_id (seq 0 (length N))). rewrite <- (map_ext (fun i => pred (S i)) (fun i => i)) by easy.
        rewrite <- (map_map S pred), seq_shift. now apply Permutation_map.
      * rewrite HM. f_equal. rewrite Hshift at 1. rewrite map_map. reflexivity.
      * apply (IH (N' :: θ') (length M) (length N)); [cbn [length] in *; lia| |].
        -- intros P row HP. apply (Hno P). now right.
        -- now rewrite <- Hshift.
    + exfalso. assert (Hp : S p < S (length N)).
      { assert (Hin : In (S p) (seq 0 (S (length N)))) by (apply (Permutation_in _ Hπ); now left).
        apply in_seq in Hin. lia. }
      apply (f_equal (fun l => hd zero l)) in Hfirst. rename Hfirst into Ht. cbn [nth] in Ht.
      change (t = nth 0 (nth p N []) zero) in Ht.
      apply (Hno N (nth p N []) (or_introl eq_refl)); [apply nth_In; lia|now symmetry].
Qed.

End Constant.
