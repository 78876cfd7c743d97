(** The order in which the hidden layers are copied doesn't matter. *)

From Coq Require Import List Arith Lia Permutation.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers LayerNormalForms PairUnits Sequences LayerCopies CopiedPairs CriticalLayers.
Import ListNotations.

Local Open Scope nat_scope.

Section Order.

Context {K : Field}.

(** A layer that isn't copied yet is copied. *)
Lemma copied_at_layer : forall before (θ : list (matrix K)) columns c after,
  length θ = length before + S (length after) -> after <> [] ->
  (forall p, In p c -> fst p < length (nth (length before) θ [])) ->
  copied_at (length before) c
    (copied_layers columns θ (before ++ uncopied (length (nth (length before) θ [])) :: after)) =
  copied_layers columns θ (before ++ c :: after).
Proof.
  induction before as [|rows before IH]; intros [|M θ] columns c after Hl Hafter Hc; try easy.
  - destruct θ as [|M' θ], after as [|rows' after]; try easy. cbn [length nth app copied_layers copied_at] in *.
    f_equal; [|f_equal; now apply copied_columns].
    rewrite copied_by_rows, (copied_by_rows c). apply map_ext_in. intros p Hp. specialize (Hc p Hp).
    unfold uncopied. rewrite map_map. cbn [fst].
    rewrite (nth_indep _ [] ((fun i => shared columns (nth i M [])) 0)) by (rewrite map_length, seq_length; exact Hc).
    rewrite (map_nth (fun i => shared columns (nth i M []))), seq_nth by exact Hc. reflexivity.
  - cbn [length nth app copied_layers copied_at] in *. f_equal. apply IH; [now injection Hl|exact Hafter|exact Hc].
Qed.

Lemma hidden_widths_nth : forall (θ : list (matrix K)) l, S l < length θ ->
  nth l (hidden_widths θ) 0 = length (nth l θ []).
Proof.
  induction θ as [|M [|M0 θ] IH]; intros l Hl; [easy|cbn in Hl; lia|].
  change (hidden_widths (M :: M0 :: θ)) with (length M :: hidden_widths (M0 :: θ)).
  destruct l as [|l]; [reflexivity|]. apply (IH l). cbn in *. lia.
Qed.

Lemma hidden_widths_length : forall θ : list (matrix K), θ <> [] -> length θ = S (length (hidden_widths θ)).
Proof.
  induction θ as [|M [|M0 θ] IH]; intro H; [easy|reflexivity|].
  change (hidden_widths (M :: M0 :: θ)) with (length M :: hidden_widths (M0 :: θ)). cbn [length]. f_equal.
  now apply IH.
Qed.

(** What the copies are after some layers. *)
Definition copies_after (done : list nat) (d_out : nat) (θ : list (matrix K)) (C : nat -> list (nat * K)) (k : nat) :
    list (list (nat * K)) :=
  map (fun l => if in_dec Nat.eq_dec l done then C l else uncopied (length (nth l θ []))) (seq 0 k) ++ [uncopied d_out].

Lemma copies_after_step : forall d done d_out (θ : list (matrix K)) C k l, length θ = S k -> l < k -> ~ In l done ->
  (forall p, In p (C l) -> fst p < length (nth l θ [])) ->
  copied_at l (C l) (copied_layers (uncopied d) θ (copies_after done d_out θ C k)) =
  copied_layers (uncopied d) θ (copies_after (l :: done) d_out θ C k).
Proof.
  intros d done d_out θ C k l Hθ Hl Hdone HC. unfold copies_after.
  replace k with (l + S (k - S l)) by lia. rewrite !seq_app, !map_app. cbn [seq map]. rewrite Nat.add_0_l.
  destruct (in_dec Nat.eq_dec l done) as [H|_]; [easy|].
  destruct (in_dec Nat.eq_dec l (l :: done)) as [_|H]; [|now elim H; left].
  assert (Hsame : forall first n, (forall i, first <= i < first + n -> i <> l) ->
    map (fun i => if in_dec Nat.eq_dec i (l :: done) then C i else uncopied (length (nth i θ []))) (seq first n) =
    map (fun i => if in_dec Nat.eq_dec i done then C i else @uncopied K (length (nth i θ []))) (seq first n)).
  { intros first n H. apply map_ext_in. intros i Hi. apply in_seq in Hi. specialize (H i Hi).
    destruct (in_dec Nat.eq_dec i (l :: done)) as [H1|H1], (in_dec Nat.eq_dec i done) as [H2|H2]; try reflexivity.
    - destruct H1 as [E|H1]; [elim H; now rewrite E|now elim H2].
    - elim H1. now right. }
  rewrite !Hsame by (intros; lia). rewrite <- !app_assoc. cbn [app].
  set (before := map _ (seq 0 l)). set (after := map _ (seq (S l) (k - S l)) ++ _).
  assert (Hb : length before = l) by (unfold before; now rewrite map_length, seq_length).
  pose proof (copied_at_layer before θ (uncopied d) (C l) after) as Hlayer. rewrite Hb in Hlayer. apply Hlayer.
  - unfold after. rewrite app_length, map_length, seq_length, Hθ. cbn [length]. lia.
  - unfold after. intro E. now apply app_eq_nil in E.
  - exact HC.
Qed.

Lemma copies_after_order : forall d d_out (θ : list (matrix K)) C k, length θ = S k ->
  (forall l p, l < k -> In p (C l) -> fst p < length (nth l θ [])) ->
  forall order done, NoDup order -> (forall l, In l order -> l < k /\ ~ In l done) ->
  fold_left (fun φ l => copied_at l (C l) φ) order (copied_layers (uncopied d) θ (copies_after done d_out θ C k)) =
  copied_layers (uncopied d) θ (copies_after (rev order ++ done) d_out θ C k).
Proof.
  intros d d_out θ C k Hθ HC. induction order as [|l order IH]; intros done Hnodup Horder; [reflexivity|].
  inversion Hnodup as [|? ? Hl Hrest]. subst. destruct (Horder l (or_introl eq_refl)) as [Hlk Hdone].
  cbn [fold_left rev]. rewrite copies_after_step by (auto; intros p; now apply HC).
  rewrite IH; [now rewrite <- app_assoc|exact Hrest|]. intros i Hi. destruct (Horder i (or_intror Hi)) as [Hik Hin].
  split; [exact Hik|]. intros [->|H]; [now apply Hl|now apply Hin].
Qed.

(** Before any layer is copied, the network is itself. *)
Lemma copies_after_none : forall (θ : list (matrix K)) d d_out C k, shaped d d_out θ -> length θ = S k ->
  copied_layers (uncopied d) θ (copies_after [] d_out θ C k) = θ.
Proof.
  induction θ as [|M θ IH]; intros d d_out C k Hshaped Hk; [easy|]. destruct Hshaped as [HM Hshaped].
  injection Hk as Hk. destruct k as [|k].
  - apply length_zero_iff_nil in Hk. subst θ. cbn in Hshaped. subst d_out. cbn. now rewrite copied_itself.
  - specialize (IH (length M) d_out (fun l => C (S l)) k Hshaped Hk). unfold copies_after in *.
    cbn [seq map app copied_layers nth]. rewrite <- seq_shift, map_map. destruct (in_dec Nat.eq_dec 0 []) as [[]|_].
    rewrite copied_itself by exact HM. f_equal. exact IH.
Qed.

Lemma copies_after_all : forall done d_out (θ : list (matrix K)) g β, (forall l, l < length g -> In l done) ->
  length β = length g ->
  copies_after done d_out θ (fun l => combine (nth l g []) (nth l β [])) (length g) = hidden_copies d_out g β.
Proof.
  intros done d_out θ g β Hdone Hβ. unfold copies_after, hidden_copies. f_equal.
  transitivity (map (fun l => combine (nth l g []) (nth l β [])) (seq 0 (length g))).
  - apply map_ext_in. intros l Hl. apply in_seq in Hl. destruct (in_dec Nat.eq_dec l done) as [_|H]; [reflexivity|].
    elim H. apply Hdone, Hl.
  - clear Hdone. revert β Hβ. induction g as [|g0 g IH]; intros [|β0 β] Hβ; try easy. injection Hβ as Hβ.
    cbn [length seq map combine fst snd nth]. f_equal. rewrite <- seq_shift, map_map. now apply IH.
Qed.

End Order.

Theorem copies_in_any_order : CopiesInAnyOrder.
Proof.
  intros K d_in d_out θ m g β order Hθ Hshaped [Hm Hg] [Hβ Hshares] Horder.
  assert (Hk : length θ = S (length g)).
  { rewrite (hidden_widths_length θ Hθ). f_equal.
    assert (E : length (combine (hidden_widths θ) m) = length g) by (clear - Hg; induction Hg; simpl; congruence).
    rewrite combine_length, Hm in E. lia. }
  transitivity (fold_left (fun φ l => copied_at l (combine (nth l g []) (nth l β [])) φ) order
    (copied_layers (uncopied d_in) θ
      (copies_after [] d_out θ (fun l => combine (nth l g []) (nth l β [])) (length g)))).
  { now rewrite copies_after_none. }
  rewrite copies_after_order.
  - rewrite app_nil_r, copies_after_all; [reflexivity| |exact Hβ]. intros l Hl. apply -> in_rev.
    apply (Permutation_in l (Permutation_sym Horder)), in_seq. lia.
  - exact Hk.
  - intros l [t b] Hl Hp. apply in_combine_l in Hp. cbn [fst]. rewrite <- hidden_widths_nth by lia.
    assert (Hfit : surjection (nth l (hidden_widths θ) 0) (nth l m 0) (nth l g [])).
    { clear - Hg Hm Hl. revert m g l Hm Hg Hl. induction (hidden_widths θ) as [|r w IH]; intros [|n m] g l Hm Hg Hl;
        try easy; inversion Hg as [|? c ? g' Hc Hrest]; subst; try (cbn in Hl; lia).
      destruct l as [|l]; [exact Hc|]. apply (IH m g' l); [now injection Hm|exact Hrest|cbn in Hl; lia]. }
    now apply Hfit.
  - apply (Permutation_NoDup (Permutation_sym Horder)), seq_NoDup.
  - intros l Hl. apply (Permutation_in l Horder), in_seq in Hl. split; [lia|easy].
Qed.
