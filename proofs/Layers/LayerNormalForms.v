(** Where no step of reduction is possible at any layer: incoming rows are distinct and no outgoing column is 0. *)

From Coq Require Import List Arith Lia Permutation Relations.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers LayerSteps.
Import ListNotations.

Section NormalForms.

Context {K : Field}.

Definition layer_unit : Type := (list K * list K)%type.

(** ** The matrices of given units *)

Lemma map_nth_seq : forall {X : Type} (d : X) (l : list X), map (fun i => nth i l d) (seq 0 (length l)) = l.
Proof.
  intros X d. induction l as [|x l IH]; [reflexivity|]. cbn [length seq map nth]. f_equal.
  now rewrite <- seq_shift, map_map.
Qed.

Definition incoming_rows (units : list layer_unit) : matrix K := map fst units.
Definition outgoing_rows (d : nat) (units : list layer_unit) : matrix K :=
  map (fun j => map (fun u => nth j (snd u) zero) units) (seq 0 d).

Lemma units_of_rows : forall d (units : list layer_unit), (forall u, In u units -> length (snd u) = d) ->
  pair_units (incoming_rows units) (outgoing_rows d units) = units.
Proof.
  intros d units Hd. unfold pair_units, incoming_rows, outgoing_rows. rewrite map_length.
  transitivity (map (fun i => nth i units ([], [])) (seq 0 (length units))); [|apply map_nth_seq].
  apply map_ext_in. intros i Hi. apply in_seq in Hi. rewrite map_map.
  set (u := nth i units ([], [])). rewrite (surjective_pairing u). f_equal.
  - apply (map_nth fst units ([], [])).
  - transitivity (map (fun j => nth j (snd u) zero) (seq 0 d)).
    + apply map_ext. intro j. rewrite (nth_indep (map _ units) zero (nth j (@nil K) zero))
        by (rewrite map_length; lia).
      apply (map_nth (fun u => nth j (snd u) zero) units ([], [])).
    + rewrite <- (Hd u) by (apply nth_In; lia). apply map_nth_seq.
Qed.

Lemma incoming_of_pair : forall M M' : matrix K, map fst (pair_units M M') = M.
Proof. intros M M'. unfold pair_units. rewrite map_map. apply map_nth_seq. Qed.

Lemma pair_units_length : forall M M' : matrix K, length (pair_units M M') = length M.
Proof. intros M M'. unfold pair_units. now rewrite map_length, seq_length. Qed.

(** ** Steps *)

Lemma unit_reduction_length : forall units units' : list layer_unit,
  unit_reduction units units' -> length units = S (length units').
Proof. intros units units' H. destruct H; repeat (rewrite app_length; cbn [length]); lia. Qed.

Lemma unit_reduction_incoming : forall units units' : list layer_unit,
  unit_reduction units units' -> incl (map fst units') (map fst units).
Proof.
  intros units units' H. destruct H; intros v; repeat (rewrite map_app; cbn [map fst]); rewrite !in_app_iff; simpl;
    rewrite ?in_app_iff; simpl; tauto.
Qed.

Lemma unit_reduction_outgoing : forall d (units units' : list layer_unit), unit_reduction units units' ->
  (forall u, In u units -> length (snd u) = d) -> forall u, In u units' -> length (snd u) = d.
Proof.
  intros d units units' H Hd u Hu. destruct H as [l1 l2 l3 w a b|l1 l2 w a _].
  - assert (Ha : length a = d) by (apply (Hd (w, a)); rewrite in_app_iff; simpl; tauto).
    assert (Hb : length b = d).
    { apply (Hd (w, b)). rewrite in_app_iff. simpl. rewrite in_app_iff. simpl. tauto. }
    rewrite !in_app_iff in Hu. destruct Hu as [Hu|[Hu|[<-|Hu]]].
    + apply Hd. rewrite in_app_iff. tauto.
    + apply Hd. rewrite in_app_iff. simpl. rewrite in_app_iff. tauto.
    + cbn [snd]. rewrite map_length, combine_length, Ha, Hb. apply Nat.min_id.
    + apply Hd. rewrite in_app_iff. simpl. rewrite in_app_iff. simpl. tauto.
  - apply Hd. rewrite in_app_iff in *. simpl. tauto.
Qed.

Lemma unit_reduction_cons : forall u (units units' : list layer_unit),
  unit_reduction units units' -> unit_reduction (u :: units) (u :: units').
Proof.
  intros u units units' H.
  destruct H as [l1|l1]; [apply (merge_units (u :: l1))|now apply (drop_unit (u :: l1))].
Qed.

Definition settled_units (units : list layer_unit) : Prop :=
  NoDup (map fst units) /\ forall u, In u units -> exists s, In s (snd u) /\ s <> zero.

Lemma all_zero_or_not : forall a : list K, (forall s, In s a -> s = zero) \/ exists s, In s a /\ s <> zero.
Proof.
  induction a as [|s a IH]; [now left|]. destruct (scalar_eq_dec s zero) as [->|Hs].
  - destruct IH as [IH|(t & Ht & Hne)]; [left; now intros t [<-|Ht]; [|apply IH]|right; exists t; simpl; tauto].
  - right. exists s. simpl. tauto.
Qed.

Lemma unit_step_or_settled : forall units : list layer_unit,
  (exists units', unit_reduction units units') \/ settled_units units.
Proof.
  induction units as [|[w a] units IH]; [right; split; [constructor|easy]|].
  destruct IH as [[units' H]|[Hdistinct Hnonzero]]; [left; eexists; apply unit_reduction_cons, H|].
  destruct (all_zero_or_not a) as [Ha|Ha]; [left; eexists; now apply (drop_unit [])|].
  destruct (in_dec row_eq_dec w (map fst units)) as [Hin|Hout].
  - left. apply in_map_iff in Hin as [[v b] [E Hin]]. cbn [fst] in E. subst v.
    apply in_split in Hin as [l2 [l3 ->]]. eexists. apply (merge_units []).
  - right. split; [now constructor|]. intros u [<-|Hu]; [exact Ha|now apply Hnonzero].
Qed.

Lemma settled_no_step : forall units units' : list layer_unit, settled_units units -> ~ unit_reduction units units'.
Proof.
  intros units units' [Hdistinct Hnonzero] H. destruct H as [l1 l2 l3 w a b|l1 l2 w a Ha].
  - rewrite map_app in Hdistinct. cbn [map fst] in Hdistinct. apply NoDup_remove_2 in Hdistinct.
    apply Hdistinct, in_or_app. right. rewrite map_app. apply in_or_app. right. now left.
  - destruct (Hnonzero (w, a)) as (s & Hs & Hne); [apply in_or_app; right; now left|]. now apply Hne, Ha.
Qed.

(** The condition on a pair of matrices. *)
Definition settled_pair (M M' : matrix K) : Prop :=
  NoDup M /\ forall i, i < length M -> exists row, In row M' /\ nth i row zero <> zero.

Lemma settled_pair_units : forall M M' : matrix K, settled_units (pair_units M M') <-> settled_pair M M'.
Proof.
  intros M M'. unfold settled_units, settled_pair. rewrite incoming_of_pair.
  split; intros [Hdistinct H]; (split; [exact Hdistinct|]).
  - intros i Hi. destruct (H (nth i M [], map (fun row => nth i row zero) M')) as (s & Hs & Hne).
    + apply in_map_iff. exists i. split; [reflexivity|]. apply in_seq. lia.
    + apply in_map_iff in Hs as (row & <- & Hrow). now exists row.
  - intros u Hu. apply in_map_iff in Hu as (i & <- & Hi). apply in_seq in Hi.
    destruct (H i) as (row & Hrow & Hne); [lia|]. exists (nth i row zero). split; [|exact Hne].
    now apply (in_map (fun row => nth i row zero)).
Qed.

End NormalForms.
