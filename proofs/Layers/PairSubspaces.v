(** What is known of two layers, for a pair of neighbouring matrices of a deep network. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import PermutedLists.
From Equiloss.Subspaces Require Import Expansion Distinct Dimension Critical.
From Equiloss.Layers Require Import Layers LayerSteps LayerNormalForms LayerManifold UnitSpaces PairUnits.
Import ListNotations.

Local Open Scope nat_scope.

Section Pairs.

Context {K : Field}.

(** ** Γ_P *)

Lemma gamma_of_pair : forall d (M M' : matrix K) m P, rows_of_length d M ->
  labelled_partition (length M) m P -> exists N N', pair_replaced d (units_Gamma P) M M' N N'.
Proof.
  intros d M M' m P HM HP.
  destruct (@networks_of_pairs K d (length M')) as (W & A & row & column & HW & HA & Hrow & Hcolumn & _ & _ & Hbase).
  destruct (Hbase M M' HM eq_refl) as (base & E & Hlength). rewrite <- Hlength in HP.
  destruct (subspace_dimension K W A d (length M') m base P HW HA HP) as (_ & f & Hf & _).
  specialize (Hf (repeat zero _) (repeat_length _ _)).
  apply (written_gamma d (length M') row column Hrow Hcolumn) in Hf.
  rewrite E in Hf. apply (network_replaces d (length M') W A row column (units_Gamma P)) in Hf; try assumption; [|easy].
  destruct Hf as (N & N' & H & _). now exists N, N'.
Qed.

Lemma gamma_told_apart : forall d (M M' : matrix K) m P Q, characteristic_zero K -> 1 <= d -> 1 <= length M ->
  rows_of_length d M -> settled_pair M M' ->
  labelled_partition (length M) m P -> labelled_partition (length M) m Q -> P <> Q ->
  exists N N', pair_replaced d (units_Gamma P) M M' N N' /\ ~ units_Gamma Q (pair_units M M') (pair_units N N').
Proof.
  intros d M M' m P Q characteristic Hd Hr HM Hsettled HP HQ Hne.
  destruct (@networks_of_pairs K d (length M')) as (W & A & row & column & _ & _ & Hrow & Hcolumn & HW & HA & Hbase).
  destruct (Hbase M M' HM eq_refl) as (base & E & Hlength). rewrite <- Hlength in HP, HQ.
  pose proof (settled_base d _ W A row column M M' base Hrow Hcolumn Hsettled E) as Hirr.
  destruct (no_subspace_includes_another K W A base m P Q characteristic (HW Hd)
    (HA (settled_outputs M M' Hr Hsettled)) Hirr HP HQ Hne) as (θ & H & H').
  apply (written_gamma d (length M') row column Hrow Hcolumn) in H. rewrite E in H.
  apply (network_replaces d (length M') W A row column (units_Gamma P)) in H; try assumption; [|easy].
  destruct H as (N & N' & H & EN). exists N, N'. split; [exact H|]. rewrite EN, <- E. intro HG. apply H'.
  now apply (written_gamma d (length M') row column Hrow Hcolumn) in HG.
Qed.

(** The units of a pair that replaces another, as a network. *)
Lemma gamma_keeps_measure : forall d (M M' N N' : matrix K) m P, rows_of_length d M ->
  labelled_partition (length M) m P -> pair_replaced d (units_Gamma P) M M' N N' ->
  same_units_measure (pair_units N N') (pair_units M M').
Proof.
  intros d M M' N N' m P HM HP (HN & _ & Hlength & H).
  destruct (@networks_of_pairs K d (length M')) as (W & A & row & column & _ & _ & Hrow & Hcolumn & _ & _ & Hbase).
  destruct (Hbase M M' HM eq_refl) as (base & E & Hbaselength). rewrite <- Hbaselength in HP.
  destruct (Hbase N N' HN Hlength) as (θ & Eθ & _). rewrite <- E, <- Eθ in *.
  apply (written_measures d (length M') row column Hrow Hcolumn).
  apply (written_gamma d (length M') row column Hrow Hcolumn) in H.
  now apply (subspace_keeps_function K W A base θ θ m P HP H).
Qed.

(** All rows stay, as each label occurs. *)
Lemma gamma_rows : forall (M M' N N' : matrix K) m P, labelled_partition (length M) m P ->
  units_Gamma P (pair_units M M') (pair_units N N') -> incl M N /\ length N = m.
Proof.
  intros M M' N N' m P (HPm & HP & _) (Hlength & Hlabel & _). rewrite pair_units_length in Hlength.
  split; [|congruence]. intros row Hrow. apply In_nth with (d := []) in Hrow as (t & Ht & <-).
  pose proof (nth_pair_units M M' t Ht) as Hbase. apply HP, In_nth_error in Ht as (i & Hi).
  assert (HiN : i < length N) by (rewrite Hlength; apply nth_error_Some; congruence).
  assert (Hin : In (Label t, (nth i N [], map (fun row => nth i row zero) N')) (combine P (pair_units N N'))).
  { apply nth_error_In with i. now rewrite nth_error_combine, Hi, nth_pair_units. }
  pose proof (Hlabel t _ _ Hin Hbase) as E. cbn [fst] in E. rewrite <- E. now apply nth_In.
Qed.

Lemma theta_measure : forall d m (M M' N N' : matrix K), rows_of_length d M ->
  pair_replaced d (units_Theta m) M M' N N' -> same_units_measure (pair_units N N') (pair_units M M').
Proof.
  intros d m M M' N N' HM (HN & HN' & Hl & P & HP & H). rewrite pair_units_length in HP.
  now apply (gamma_keeps_measure d M M' N N' m P).
Qed.

(** ** Critical pairs *)

Lemma critical_pairs : forall d (M M' : matrix K) m, rows_of_length d M -> settled_pair M M' ->
  (forall g, surjection (length M) m g -> exists N N', pair_replaced d (units_Gamma_bar g) M M' N N') /\
  (forall g N N', surjection (length M) m g -> pair_replaced d (units_Gamma_bar g) M M' N N' ->
    pair_replaced d (units_Gamma (map Label g)) M M' N N' /\ labelled_partition (length M) m (map Label g)) /\
  (forall g h N N', surjection (length M) m g -> surjection (length M) m h ->
    pair_replaced d (units_Gamma_bar g) M M' N N' -> pair_replaced d (units_Gamma_bar h) M M' N N' -> g = h).
Proof.
  intros d M M' m HM Hsettled.
  destruct (@networks_of_pairs K d (length M')) as (W & A & row & column & _ & _ & Hrow & Hcolumn & _ & _ & Hbase).
  destruct (Hbase M M' HM eq_refl) as (base & E & Hlength). rewrite <- Hlength.
  pose proof (settled_base d _ W A row column M M' base Hrow Hcolumn Hsettled E) as Hirr.
  destruct (critical_subspaces K W A base m Hirr) as (_ & Hdimension & Hdisjoint & Hin).
  assert (Hbar : forall g, surjection (length base) m g -> forall θ : network W A,
    units_Gamma_bar g (pair_units M M') (written row column θ) <-> Gamma_bar base g θ).
  { intros g Hg θ. rewrite <- E. apply (written_gamma_bar d (length M') row column Hrow Hcolumn). apply Hg. }
  split; [|split].
  - intros g Hg. destruct (Hdimension g Hg) as (f & Hf & _). specialize (Hf (repeat zero _) (repeat_length _ _)).
    apply (Hbar g Hg) in Hf.
    apply (network_replaces d (length M') W A row column (units_Gamma_bar g)) in Hf; try assumption; [|easy].
    destruct Hf as (N & N' & H & _). now exists N, N'.
  - intros g N N' Hg (HN & HN' & Hl & H). destruct (Hbase N N' HN Hl) as (θ & Eθ & _). split.
    + split; [exact HN|]. split; [exact HN'|]. split; [exact Hl|]. rewrite <- Eθ in *. apply (Hbar g Hg) in H.
      rewrite <- E. apply (written_gamma d (length M') row column Hrow Hcolumn). now apply Hin.
    + destruct Hg as [Hm Hg]. split; [now rewrite map_length|]. split.
      * intro t. rewrite <- Hg. split; [|apply in_map]. intro Ht. apply in_map_iff in Ht as (u & [= ->] & Hu). exact Hu.
      * clear. generalize 0. induction g as [|t g IH]; intro next; cbn; [easy|apply IH].
  - intros g h N N' Hg Hh (HN & _ & Hl & H) (_ & _ & _ & H'). destruct (Hbase N N' HN Hl) as (θ & Eθ & _).
    rewrite <- Eθ in *. apply (Hbar g Hg) in H. apply (Hbar h Hh) in H'. now apply (Hdisjoint g h θ).
Qed.

End Pairs.
