(** The critical subspaces, in which units that copy a unit share its outgoing vector. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps.
From Equiloss.Counting Require Import Surjections.
From Equiloss.Subspaces Require Import IncomingVectors BlockSums Dimension.
Import ListNotations.

Local Open Scope nat_scope.

Section Critical.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

(** The network of the shares [β]. *)
Definition shared_out (base : network W A) (g : list nat) (β : list (@scalar_space K)) : network W A :=
  map (fun p => let u := nth (fst p) base (vzero, vzero) in (fst u, scale (snd p) (snd u))) (combine g β).

(** The shares of each block sum to 1. *)
Definition shares (g : list nat) : list (@scalar_space K) -> Prop :=
  @prescribed K scalar_space (map Label g) (fun _ => @one K).

(** The sums in the definition of [Gamma_bar] are those of the blocks of [map Label g]. *)
Lemma sum_part : forall t g (β : list (@scalar_space K)),
  sum (map snd (filter (fun p => fst p =? t) (combine g β))) = part (Label t) (map Label g) β.
Proof.
  intros t g. induction g as [|u g IH]; intros [|b β]; cbn [combine map filter fst part]; try easy.
  destruct (code_eq_dec (Label u) (Label t)) as [[= ->]|Hne].
  - rewrite Nat.eqb_refl. exact (f_equal (add b) (IH β)).
  - rewrite (proj2 (Nat.eqb_neq u t)) by congruence. apply IH.
Qed.

Lemma gamma_bar_shares : forall base g m θ, surjection (length base) m g ->
  (Gamma_bar base g θ <-> exists β, shares g β /\ shared_out base g β = θ).
Proof.
  intros base g m θ [Hm Hg]. split.
  - intros (β & Hl & -> & Hsums). exists β. repeat split; [now rewrite map_length|].
    intros c Hc. apply in_map_iff in Hc. destruct Hc as (t & <- & Ht). rewrite <- sum_part. now apply Hsums, Hg.
  - intros (β & [Hl Hsums] & <-). exists β. rewrite map_length in Hl. repeat split; [easy|].
    intros t Ht. rewrite sum_part. apply Hsums. now apply in_map, Hg.
Qed.

Lemma shared_out_towards : forall base g s β β',
  shared_out base g (list_towards vector_towards s β β') =
  network_towards s (shared_out base g β) (shared_out base g β').
Proof.
  intros base g s. unfold shared_out, network_towards, list_towards.
  induction g as [|t g IH]; intros [|b β] [|b' β']; simpl; try easy.
  rewrite IH. f_equal. unfold neuron_towards. simpl. rewrite towards_self. f_equal.
  unfold vector_towards. simpl. vector_identity.
Qed.

(** A vector other than 0 determines its factor. *)
Lemma scale_determines : forall (b b' : K) (a : A), a <> vzero -> scale b a = scale b' a -> b = b'.
Proof.
  intros b b' a Ha E. destruct (scalar_eq_dec b b') as [|Hne]; [easy|]. exfalso. apply Ha.
  apply (scale_cancel (add b (opp b'))).
  - intro Hzero. apply Hne. transitivity (add (add b (opp b')) b'); [ring|]. rewrite Hzero. ring.
  - apply (vadd_cancel (scale b' a)). transitivity (scale b a); [vector_identity|]. now rewrite vadd_zero_r.
Qed.

Lemma shared_out_injective : forall base g β β',
  (forall t, In t g -> snd (nth t base (vzero, vzero)) <> vzero) ->
  length β = length g -> length β' = length g -> shared_out base g β = shared_out base g β' -> β = β'.
Proof.
  intros base g. unfold shared_out.
  induction g as [|t g IH]; intros [|b β] [|b' β'] Hout Hl Hl' E; simpl in *; try easy.
  injection E as E H. injection Hl as Hl. injection Hl' as Hl'. f_equal; [|apply IH; auto].
  apply (scale_determines b b' (snd (nth t base (vzero, vzero)))); auto.
Qed.

(** The sum of a block is that of its shares times the outgoing vector. *)
Lemma shared_out_part : forall c base g β,
  part c (map Label g) (map snd (shared_out base g β)) =
  scale (part c (map Label g) β : @scalar_space K) (snd (unit_of base c)).
Proof.
  intros c base g. unfold shared_out. induction g as [|t g IH]; intros [|b β]; cbn [map combine part].
  1-3: symmetry; apply scale_zero.
  cbn [fst snd]. rewrite IH. destruct (code_eq_dec (Label t) c) as [<-|_]; [|easy].
  symmetry. apply scale_add_scalar.
Qed.

(** With shared outgoing vectors the network is one of Γ_P, without zero blocks. *)
Lemma shared_out_matching : forall base g β, length β = length g ->
  matching (fun t => fst (unit_of base (Label t))) (map Label g) (map fst (shared_out base g β)).
Proof.
  intros base g β Hl. unfold shared_out. rewrite map_map. simpl. repeat split.
  - rewrite !map_length, combine_length. apply Nat.min_l, Nat.eq_le_incl. symmetry. exact Hl.
  - revert β Hl. induction g as [|u g IH]; intros [|b β] Hl t w; simpl in *; try easy.
    intros [[= <- <-]|Hw]; [easy|]. apply (IH β); [now injection Hl|easy].
  - intros z w w' Hw. apply in_combine_l, in_map_iff in Hw. now destruct Hw as (t & [=] & _).
Qed.

Lemma labels_partition : forall r m g, surjection r m g ->
  labelled_partition r m (map Label g) /\ zero_blocks (map Label g) = 0.
Proof.
  intros r m g [Hm Hg]. repeat split.
  - now rewrite map_length.
  - intro Ht. apply in_map_iff in Ht. destruct Ht as (u & [= ->] & Hu). now apply Hg.
  - intro Ht. now apply in_map, Hg.
  - clear. now induction g.
  - unfold zero_blocks. clear. now induction g.
Qed.

(** The incoming vectors tell which unit is copied. *)
Lemma same_copies : forall (base : network W A) g h β β', NoDup (map fst base) ->
  (forall t, In t g -> t < length base) -> (forall t, In t h -> t < length base) ->
  length β = length g -> length β' = length h -> shared_out base g β = shared_out base h β' -> g = h.
Proof.
  intros base g h β β' Hbase. unfold shared_out. revert h β β'.
  induction g as [|t g IH]; intros [|u h] [|b β] [|b' β'] Hg Hh Hl Hl' E; simpl in *; try easy.
  injection E as E _ H. injection Hl as Hl. injection Hl' as Hl'. f_equal; [|apply (IH h β β'); auto].
  rewrite NoDup_nth with (d := vzero) in Hbase. rewrite map_length in Hbase.
  apply Hbase; auto. change vzero with (fst (@vzero K W, @vzero K A)). now rewrite !map_nth.
Qed.

End Critical.

Theorem critical_subspaces : CriticalSubspaces.
Proof.
  intros K W A base m [Hin Hout]. split; [|split; [|split]].
  - apply surjections_counted.
  - intros g Hg. destruct (labels_partition _ _ _ Hg) as [HP Hzero]. pose proof (distinct_codes _ _ _ HP) as Hcodes.
    pose proof (@prescribed_dimension K scalar_space (map Label g) (fun _ => @one K) 1 scalar_space_dimension)
      as Hdimension.
    rewrite Hcodes, Hzero, Nat.add_0_r, Nat.mul_1_r, (proj1 HP) in Hdimension.
    apply (affine_image _ _ _ _ _ (shared_out base g) Hdimension).
    + intros β Hβ. apply (gamma_bar_shares base g m _ Hg). now exists β.
    + intros θ Hθ. now apply (gamma_bar_shares base g m _ Hg).
    + intros β β' [Hl _] [Hl' _]. rewrite map_length in Hl, Hl'. apply shared_out_injective; try easy.
      intros t Ht E. apply Hout. rewrite <- E. apply in_map, nth_In. now apply Hg.
    + intros s β β' _ _. apply shared_out_towards.
  - intros g h θ Hg Hh Hθ Hθ'. apply (gamma_bar_shares _ _ _ _ Hg) in Hθ. apply (gamma_bar_shares _ _ _ _ Hh) in Hθ'.
    destruct Hθ as (β & [Hl _] & Eβ), Hθ' as (β' & [Hl' _] & Eβ'). rewrite map_length in Hl, Hl'.
    apply (same_copies base g h β β'); try easy; [apply Hg|apply Hh|congruence].
  - intros g θ Hg Hθ. destruct (labels_partition _ _ _ Hg) as [HP _].
    apply (gamma_bar_shares _ _ _ _ Hg) in Hθ. destruct Hθ as (β & [Hl Hsums] & <-).
    apply (gamma_splits base (map Label g) m _ HP). split; [|split].
    + apply shared_out_matching. now rewrite map_length in Hl.
    + rewrite map_length in Hl |- *. unfold shared_out. rewrite !map_length, combine_length.
      apply Nat.min_l, Nat.eq_le_incl. symmetry. exact Hl.
    + intros c Hc. rewrite shared_out_part, (Hsums c Hc). apply scale_one.
Qed.
