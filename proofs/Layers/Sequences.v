(** Expansion from the last hidden layer to the first: what a tuple of choices, one for each hidden layer, leads to. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerReduction PairUnits PairSubspaces.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Tuples *)

Section Tuples.

Context {K : Field} {C : Type} (fits : nat -> nat -> C -> Prop).

Lemma for_widths_single : forall (M : matrix K) m choices, for_widths fits [M] m choices -> m = [] /\ choices = [].
Proof.
  intros M m choices [Hm H]. cbn in *. apply length_zero_iff_nil in Hm. subst m. now inversion H.
Qed.

Lemma for_widths_cons : forall (M M0 : matrix K) (θ : list (matrix K)) m choices,
  for_widths fits (M :: M0 :: θ) m choices <-> exists n m' c choices', m = n :: m' /\ choices = c :: choices' /\
    fits (length M) n c /\ for_widths fits (M0 :: θ) m' choices'.
Proof.
  intros M M0 θ m choices. unfold for_widths.
  change (hidden_widths (M :: M0 :: θ)) with (length M :: hidden_widths (M0 :: θ)).
  split.
  - intros [Hm H]. destruct m as [|n m]; [easy|]. injection Hm as Hm. cbn [combine] in H.
    inversion H as [|? c ? choices' Hc Hrest]. subst. now exists n, m, c, choices'.
  - intros (n & m' & c & choices' & -> & -> & Hc & Hm & H). split; [cbn; now f_equal|].
    cbn [combine]. now constructor.
Qed.

(** There are as many tuples as the product says. *)
Lemma tuples_counted : forall count, (forall r m, counted (fits r m) (count r m)) ->
  forall l : list (nat * nat), counted (Forall2 (fun rm c => fits (fst rm) (snd rm) c) l)
    (product (map (fun rm => count (fst rm) (snd rm)) l)).
Proof.
  intros count Hcount. induction l as [|[r m] l (L & HL & Hlength & Hin)].
  - exists [[]]. split; [repeat constructor; easy|]. split; [easy|]. intro x. split.
    + intros [<-|[]]. constructor.
    + intro H. inversion H. now left.
  - destruct (Hcount r m) as (L0 & HL0 & Hlength0 & Hin0).
    exists (flat_map (fun c => map (cons c) L) L0). split; [|split].
    + apply nodup_flat_map_apart; [exact HL0| |].
      * intros c _. apply nodup_map_on; [now intros x y _ _ [= ->]|exact HL].
      * intros c c' y _ _ Hy Hy'. apply in_map_iff in Hy as (x & <- & _).
        apply in_map_iff in Hy' as (x' & [= <- _] & _).
        reflexivity.
    + rewrite (length_flat_map_constant _ _ _ (Z.of_nat (length L))) by (intros; now rewrite map_length).
      cbn [map product fold_right fst snd]. now rewrite Hlength, Hlength0.
    + intro x. rewrite in_flat_map. split.
      * intros (c & Hc & Hx). apply in_map_iff in Hx as (y & <- & Hy). constructor; [now apply Hin0|now apply Hin].
      * intro H. inversion H as [|? c ? y Hc Hy]. subst. exists c. split; [now apply Hin0|]. apply in_map.
        now apply Hin.
Qed.

Lemma for_widths_counted : forall count, (forall r m, counted (fits r m) (count r m)) ->
  forall (θ : list (matrix K)) m, length m = length (hidden_widths θ) ->
  counted (for_widths fits θ m) (over_layers count θ m).
Proof.
  intros count Hcount θ m Hm.
  destruct (tuples_counted count Hcount (combine (hidden_widths θ) m)) as (L & HL & Hlength & Hin).
  exists L. split; [exact HL|]. split; [exact Hlength|]. intro x. rewrite Hin. unfold for_widths. tauto.
Qed.

End Tuples.

(** ** The sets of networks *)

Section Sequences.

Context {K : Field} {C : Type} (fits : nat -> nat -> C -> Prop).
Context (related : C -> list (list K * list K) -> list (list K * list K) -> Prop).

(** What has to be known of a pair of matrices. *)
Context (pair_rows : forall (M M' N N' : matrix K) m c, fits (length M) m c ->
  related c (pair_units M M') (pair_units N N') -> incl M N /\ length N = m).
Context (pair_exists : forall d (M M' : matrix K) m c, rows_of_length d M -> settled_pair M M' ->
  fits (length M) m c -> exists N N', pair_replaced d (related c) M M' N N').
Context (pair_measure : forall d (M M' N N' : matrix K) m c, rows_of_length d M -> settled_pair M M' ->
  fits (length M) m c -> pair_replaced d (related c) M M' N N' ->
  same_units_measure (pair_units N N') (pair_units M M')).

Lemma settled_wider : forall M M0 M' : matrix K, settled_pair M M0 -> incl M0 M' -> settled_pair M M'.
Proof.
  intros M M0 M' [Hdistinct H] Hincl. split; [exact Hdistinct|]. intros i Hi. destruct (H i Hi) as (row & Hrow & Hne).
  exists row. split; [now apply Hincl|exact Hne].
Qed.

Lemma sequence_nonempty : forall θ d choices φ, last_to_first related d θ choices φ ->
  exists N after, φ = N :: after.
Proof.
  intros [|M θ] d [|c choices] φ; cbn [last_to_first]; try easy.
  - intros [_ ->]. now exists M, [].
  - intros (M' & N & N' & after & _ & _ & ->). now exists N, (N' :: after).
Qed.

(** The first matrix has all rows of the one that it was, and as many as it has to have. *)
Lemma sequence_first : forall θ d d_out m choices N after, shaped d d_out θ -> for_widths fits θ m choices ->
  last_to_first related d θ choices (N :: after) ->
  exists M θ', θ = M :: θ' /\ rows_of_length d N /\ incl M N /\ length N = hd (length M) m.
Proof.
  intros [|M [|M0 θ]] d d_out m choices N after Hshaped Hfits H; [easy| |].
  - apply for_widths_single in Hfits as [-> ->]. destruct H as [_ [= -> _]]. exists M, []. split; [easy|].
    split; [exact (proj1 Hshaped)|]. split; [apply incl_refl|easy].
  - apply for_widths_cons in Hfits as (n & m' & c & choices' & -> & -> & Hc & Hfits).
    cbn [last_to_first] in H. destruct H as (M' & L & L' & rest & _ & (HL & _ & _ & Hrelated) & [= <- _]).
    exists M, (M0 :: θ). split; [easy|]. split; [exact HL|]. now apply (pair_rows M M' N L' n c).
Qed.

(** What a step of the sequence sees: a settled pair, whose second matrix has rows that fit. *)
Lemma sequence_pair : forall d d_out (M M0 : matrix K) θ m choices M' after, shaped d d_out (M :: M0 :: θ) ->
  settled (M :: M0 :: θ) -> for_widths fits (M0 :: θ) m choices ->
  last_to_first related (length M) (M0 :: θ) choices (M' :: after) ->
  rows_of_length d M /\ settled_pair M M' /\ rows_of_length (length M) M'.
Proof.
  intros d d_out M M0 θ m choices M' after [HM Hshaped] [Hpair _] Hfits H.
  destruct (sequence_first (M0 :: θ) (length M) d_out m choices M' after Hshaped Hfits H)
    as (L & θ' & [= <- _] & HM' & Hincl & _).
  split; [exact HM|]. split; [now apply settled_wider with M0|exact HM'].
Qed.

Lemma sequence_exists : forall θ d d_out m choices, θ <> [] -> shaped d d_out θ -> settled θ ->
  for_widths fits θ m choices -> exists φ, last_to_first related d θ choices φ.
Proof.
  induction θ as [|M θ IH]; intros d d_out m choices Hθ Hshaped Hsettled Hfits; [easy|]. destruct θ as [|M0 θ].
  - apply for_widths_single in Hfits as [_ ->]. now exists [M].
  - apply for_widths_cons in Hfits as (n & m' & c & choices' & -> & -> & Hc & Hfits).
    destruct (IH (length M) d_out m' choices') as [ψ Hψ]; try easy; [apply Hshaped|apply Hsettled|].
    destruct (sequence_nonempty _ _ _ _ Hψ) as (M' & after & ->).
    destruct (sequence_pair d d_out M M0 θ m' choices' M' after Hshaped Hsettled Hfits Hψ) as (HM & Hpair & _).
    destruct (pair_exists d M M' n c HM Hpair Hc) as (N & N' & H). exists (N :: N' :: after).
    cbn [last_to_first]. now exists M', N, N', after.
Qed.

(** The network tells what the pair of the first hidden layer was before it was expanded, whatever the choices. *)
Lemma same_second : forall d d_out (M M0 : matrix K) θ n c e m P Q M' L' N N' after,
  shaped d d_out (M :: M0 :: θ) -> settled (M :: M0 :: θ) -> fits (length M) n c -> fits (length M) n e ->
  for_widths fits (M0 :: θ) m P -> for_widths fits (M0 :: θ) m Q ->
  last_to_first related (length M) (M0 :: θ) P (M' :: after) ->
  last_to_first related (length M) (M0 :: θ) Q (L' :: after) ->
  pair_replaced d (related c) M M' N N' -> pair_replaced d (related e) M L' N N' -> M' = L'.
Proof.
  intros d d_out M M0 θ n c e m P Q M' L' N N' after Hshaped Hsettled Hc He HP HQ HM' HL' H H'.
  destruct (sequence_pair d d_out M M0 θ m P M' after Hshaped Hsettled HP HM') as (HM & Hpair & Hrows).
  destruct (sequence_pair d d_out M M0 θ m Q L' after Hshaped Hsettled HQ HL') as (_ & Hpair' & Hrows').
  apply (measure_determines M); [apply Hpair|exact Hrows|exact Hrows'| |].
  - destruct H as (_ & _ & E & _), H' as (_ & _ & E' & _). congruence.
  - intros w j. rewrite <- (pair_measure d M M' N N' n c HM Hpair Hc H w j).
    apply (pair_measure d M L' N N' n e HM Hpair' He H').
Qed.

(** If pairs tell the choices apart, so do networks: none of the sets includes another. *)
Lemma sequences_told_apart : (forall c e : C, {c = e} + {c <> e}) ->
  (forall d (M M' : matrix K) m c e, 1 <= d -> 1 <= length M -> rows_of_length d M -> settled_pair M M' ->
    fits (length M) m c -> fits (length M) m e -> c <> e ->
    exists N N', pair_replaced d (related c) M M' N N' /\ ~ related e (pair_units M M') (pair_units N N')) ->
  forall θ d d_out m P Q, 1 <= d -> shaped d d_out θ -> settled θ -> ~ In 0 (hidden_widths θ) ->
  for_widths fits θ m P -> for_widths fits θ m Q ->
  (forall φ, last_to_first related d θ P φ -> last_to_first related d θ Q φ) -> P = Q.
Proof.
  intros C_eq_dec Hapart. induction θ as [|M θ IH]; intros d d_out m P Q Hd Hshaped Hsettled Hwidths HP HQ Hincl.
  { destruct HP as [_ HP], HQ as [_ HQ]. cbn in HP, HQ. inversion HP. now inversion HQ. }
  destruct θ as [|M0 θ].
  { apply for_widths_single in HP as [_ ->]. now apply for_widths_single in HQ as [_ ->]. }
  apply for_widths_cons in HP as (n & m' & c & P' & -> & -> & Hc & HP).
  apply for_widths_cons in HQ as (n' & m'' & e & Q' & [= <- <-] & -> & He & HQ).
  assert (Hr : 1 <= length M).
  { destruct (length M) as [|k] eqn:E; [|lia]. destruct Hwidths. left. exact E. }
  assert (Htail : forall M' N N' after, last_to_first related (length M) (M0 :: θ) P' (M' :: after) ->
    pair_replaced d (related c) M M' N N' ->
    last_to_first related (length M) (M0 :: θ) Q' (M' :: after) /\ pair_replaced d (related e) M M' N N').
  { intros M' N N' after HM' H. specialize (Hincl (N :: N' :: after)). cbn [last_to_first] in Hincl.
    destruct Hincl as (L' & L & L'' & rest & HL' & H' & [= <- <- <-]); [now exists M', N, N', after|].
    rewrite (same_second d d_out M M0 θ n c e m' P' Q' M' L' N N' after); try assumption. now split. }
  f_equal.
  - destruct (C_eq_dec c e) as [|Hne]; [assumption|]. exfalso.
    destruct (sequence_exists (M0 :: θ) (length M) d_out m' P') as [ψ Hψ]; try easy; [apply Hshaped|apply Hsettled|].
    destruct (sequence_nonempty _ _ _ _ Hψ) as (M' & after & ->).
    destruct (sequence_pair d d_out M M0 θ m' P' M' after Hshaped Hsettled HP Hψ) as (HM & Hpair & _).
    destruct (Hapart d M M' n c e Hd Hr HM Hpair Hc He Hne) as (N & N' & H & Hnot).
    apply Hnot. now apply (Htail M' N N' after Hψ H).
  - apply (IH (length M) d_out m'); try assumption; [apply Hshaped|apply Hsettled| |].
    + intro H. apply Hwidths. now right.
    + intros ψ Hψ. destruct (sequence_nonempty _ _ _ _ Hψ) as (M' & after & ->).
      destruct (sequence_pair d d_out M M0 θ m' P' M' after Hshaped Hsettled HP Hψ) as (HM & Hpair & _).
      destruct (pair_exists d M M' n c HM Hpair Hc) as (N & N' & H). now apply (Htail M' N N' after).
Qed.

(** If pairs have no point in common, networks have none. *)
Lemma sequences_disjoint :
  (forall d (M M' N N' : matrix K) m c e, rows_of_length d M -> settled_pair M M' ->
    fits (length M) m c -> fits (length M) m e -> pair_replaced d (related c) M M' N N' ->
    pair_replaced d (related e) M M' N N' -> c = e) ->
  forall θ d d_out m P Q φ, shaped d d_out θ -> settled θ -> for_widths fits θ m P -> for_widths fits θ m Q ->
  last_to_first related d θ P φ -> last_to_first related d θ Q φ -> P = Q.
Proof.
  intro Hdisjoint. induction θ as [|M θ IH]; intros d d_out m P Q φ Hshaped Hsettled HP HQ Hφ Hφ'; [easy|].
  destruct θ as [|M0 θ].
  { apply for_widths_single in HP as [_ ->]. now apply for_widths_single in HQ as [_ ->]. }
  apply for_widths_cons in HP as (n & m' & c & P' & -> & -> & Hc & HP).
  apply for_widths_cons in HQ as (n' & m'' & e & Q' & [= <- <-] & -> & He & HQ).
  cbn [last_to_first] in Hφ, Hφ'. destruct Hφ as (M' & N & N' & after & HM' & H & ->).
  destruct Hφ' as (L' & L & L'' & rest & HL' & H' & [= <- <- <-]).
  assert (E : M' = L') by now apply (same_second d d_out M M0 θ n c e m' P' Q' M' L' N N' after). subst L'.
  destruct (sequence_pair d d_out M M0 θ m' P' M' after Hshaped Hsettled HP HM') as (HM & Hpair & _).
  f_equal; [now apply (Hdisjoint d M M' N N' n)|].
  apply (IH (length M) d_out m' P' Q' (M' :: after)); try assumption; [apply Hshaped|apply Hsettled].
Qed.

End Sequences.
