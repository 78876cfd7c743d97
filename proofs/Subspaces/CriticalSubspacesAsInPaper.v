(** The critical subspaces P_π Γ̄_s of the paper are those of surjections, one by one. *)

From Coq Require Import List Arith Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces PermutedLists.
From Equiloss.Subspaces Require Import Blocks.
Import ListNotations.

Local Open Scope nat_scope.

Section Families.

Context {K : Field} {W A : VectorSpace K} (base : network W A).
Add Field K_field : (field_laws K).

Lemma sum_permutation : forall l l' : list K, Permutation l l' -> sum l = sum l'.
Proof.
  intros l l' H.
  induction H as [|x l l' _ IH|x y l|l l' l'' _ IH _ IH']; simpl; [easy|now rewrite IH|ring|congruence].
Qed.

(** The shares of each block sum to 1, for a list of shares with the units they copy. *)
Definition shares_fit (l : list (nat * K)) : Prop :=
  forall t, t < length base -> sum (map snd (filter (fun p => fst p =? t) l)) = one.

Lemma shares_fit_permutation : forall l l', Permutation l l' -> shares_fit l -> shares_fit l'.
Proof.
  intros l l' H Hfit t Ht. rewrite <- (Hfit t Ht). apply sum_permutation, Permutation_map. symmetry.
  clear - H.
  induction H as [|p l l' _ IH|p q l|]; simpl; [easy| | |now transitivity (filter (fun p => fst p =? t) l')].
  - destruct (fst p =? t); [now constructor|easy].
  - destruct (fst p =? t), (fst q =? t); (apply perm_swap || easy).
Qed.

Lemma gamma_bar_family : forall C g π θ, Permutation π (seq 0 (length C)) -> permuted π C g ->
  ((exists θ', Gamma_bar base C θ' /\ permuted π θ' θ) <-> Gamma_bar base g θ).
Proof.
  intros C g π θ Hπ Hg. pose proof (permuted_length C g π Hπ Hg) as Hlength. split.
  - intros (θ' & (β' & Hβ' & -> & Hfit) & Hθ).
    destruct (permuted_exists β' π) as (β & Hβ & Hperm); [now rewrite Hβ'|].
    destruct (permuted_combine C g β' β π Hπ Hβ' Hg Hβ) as [Htogether Hpairs].
    exists β. split; [|split].
    + rewrite <- (Permutation_length Hperm). congruence.
    + apply (permuted_unique _ _ _ π Hθ). now apply permuted_map.
    + now apply (shares_fit_permutation (combine C β')).
  - intros (β & Hβ & -> & Hfit).
    destruct (unpermuted_exists β π) as (β' & Hβ' & Hpermuted); [now rewrite Hβ, Hlength|].
    assert (Hlength' : length β' = length C) by congruence.
    destruct (permuted_combine C g β' β π Hπ Hlength' Hg Hpermuted) as [Htogether Hpairs].
    eexists. split; [exists β'; split; [exact Hlength'|split; [reflexivity|]]|now apply permuted_map].
    now apply (shares_fit_permutation (combine g β)).
Qed.

End Families.

Theorem critical_subspaces_as_in_paper : CriticalSubspacesAsInPaper.
Proof.
  intros K W A base m S. split.
  - intros (k & π & Hk & Hpositive & Hm & Hπ & HS). rewrite <- Hk, <- Hm in *.
    rewrite <- (length_blocks (fun t => t) k 0) in Hπ. destruct (permuted_exists _ π Hπ) as (g & Hg & Hblocks).
    exists g. split; [now apply surjection_of_blocks|]. intro θ. rewrite HS. now apply gamma_bar_family.
  - intros (g & Hg & HS). destruct (blocks_of_surjection _ m g Hg) as (k & Hk & Hpositive & Hm & Hblocks).
    destruct (permutation_permuted _ _ Hblocks) as (π & Hπ & Hgπ). exists k, π. repeat split; try assumption.
    + now rewrite length_blocks, Hm in Hπ.
    + intro H. apply (gamma_bar_family base _ g π); [exact Hπ|exact Hgπ|now apply HS].
    + intro H. apply HS. now apply (gamma_bar_family base _ g π) in H.
Qed.
