(** All labelled partitions as a list, built from the last unit's code: none is missing, and none is there twice. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
From Equiloss.Counting Require Import LabelledPartitions.
Import ListNotations.

Local Open Scope nat_scope.

(** As [zeros_in_order next P], and the next new zero block after P would be number [last]. *)
Fixpoint zeros_between (next last : nat) (P : list code) : Prop :=
  match P with
  | [] => next = last
  | Label _ :: P' => zeros_between next last P'
  | Zero z :: P' => (z < next /\ zeros_between next last P') \/ (z = next /\ zeros_between (S next) last P')
  end.

(** P gives m units the labels listed, each at least once, and n zero blocks. *)
Definition partition_onto (labels : list nat) (n m : nat) (P : list code) : Prop :=
  length P = m /\ (forall t, In (Label t) P <-> In t labels) /\ zeros_between 0 n P.

(** The last unit's code is [c]: either earlier units have it too, or P without it lacks this label or zero block. *)
Fixpoint partitions_onto (labels : list nat) (n m : nat) : list (list code) :=
  match m with
  | O => match labels, n with [], O => [[]] | _, _ => [] end
  | S m' =>
      let ending_in c without := map (fun P => P ++ [c]) (partitions_onto labels n m' ++ without) in
      flat_map (fun t => ending_in (Label t) (partitions_onto (remove Nat.eq_dec t labels) n m')) labels ++
      flat_map (fun z => ending_in (Zero z) (if S z =? n then partitions_onto labels z m' else [])) (seq 0 n)
  end.

(** By the number n of zero blocks. *)
Definition enumerate_labelled_partitions (r m : nat) : list (list code) :=
  flat_map (fun n => partitions_onto (seq 0 r) n m) (seq 0 (S m)).

(** ** Complete

    A list's last code is taken off, as [partitions_onto] appends it. *)

Lemma zeros_between_snoc_label : forall t last P next,
  zeros_between next last (P ++ [Label t]) <-> zeros_between next last P.
Proof.
  intros t last P. induction P as [|[s|z] P IH]; intro next; simpl; [easy|apply IH|].
  now rewrite (IH next), (IH (S next)).
Qed.

Lemma zeros_between_snoc_zero : forall z last P next,
  zeros_between next last (P ++ [Zero z]) <->
  (z < last /\ zeros_between next last P) \/ (last = S z /\ zeros_between next z P).
Proof.
  intros z last P. induction P as [|[s|y] P IH]; intro next; simpl; [|apply IH|].
  - split; intros [[Hz H]|[Hz H]]; [left|right|left|right]; subst; auto.
  - rewrite (IH next), (IH (S next)). tauto.
Qed.

Lemma zeros_between_bounds : forall last P next, zeros_between next last P -> next <= last <= next + length P.
Proof.
  intros last P. induction P as [|[s|z] P IH]; simpl; intros next H.
  - lia.
  - apply IH in H. lia.
  - destruct H as [[_ H]|[_ H]]; apply IH in H; lia.
Qed.

Lemma zeros_between_unique : forall a b P next, zeros_between next a P -> zeros_between next b P -> a = b.
Proof.
  intros a b P. induction P as [|[s|z] P IH]; simpl; intros next Ha Hb.
  - congruence.
  - now apply (IH next).
  - destruct Ha as [[Hz Ha]|[Hz Ha]], Hb as [[Hz' Hb]|[Hz' Hb]]; try lia.
    + now apply (IH next).
    + now apply (IH (S next)).
Qed.

Lemma zeros_in_order_between : forall P next, zeros_in_order next P <-> exists last, zeros_between next last P.
Proof.
  induction P as [|[s|z] P IH]; simpl; intro next; [|apply IH|].
  - split; [now exists next|easy].
  - rewrite (IH next), (IH (S next)). split.
    + intros [[Hz [n H]]|[Hz [n H]]]; exists n; auto.
    + intros [n [[Hz H]|[Hz H]]]; [left|right]; eauto.
Qed.

Lemma partition_onto_nil : forall labels n, partition_onto labels n 0 [] <-> labels = [] /\ n = 0.
Proof.
  intros labels n. unfold partition_onto. simpl. split.
  - intros (_ & H & Hn). split; [|easy]. destruct labels as [|t labels]; [easy|]. destruct (H t) as [_ []]. now left.
  - intros [-> ->]. repeat split; easy.
Qed.

Lemma length_snoc : forall (P : list code) c m, length (P ++ [c]) = S m <-> length P = m.
Proof. intros P c m. rewrite app_length. simpl. lia. Qed.

Lemma in_snoc : forall (P : list code) c d, In d (P ++ [c]) <-> In d P \/ c = d.
Proof. intros P c d. rewrite in_app_iff. simpl. tauto. Qed.

Lemma partition_onto_snoc_label : forall labels n m P t,
  partition_onto labels n (S m) (P ++ [Label t]) <->
  In t labels /\ (partition_onto labels n m P \/ partition_onto (remove Nat.eq_dec t labels) n m P).
Proof.
  intros labels n m P t. unfold partition_onto. rewrite length_snoc, zeros_between_snoc_label. split.
  - intros (Hm & H & Hn). split; [apply H, in_snoc; now right|].
    destruct (in_dec code_eq_dec (Label t) P) as [Ht|Ht]; [left|right]; (split; [easy|]);
      (split; [|easy]); intro s; split; intro Hs.
    + apply H, in_snoc. now left.
    + apply H, in_snoc in Hs. destruct Hs as [Hs|Hs]; [easy|]. now rewrite <- Hs.
    + apply in_remove_iff. split; [apply H, in_snoc; now left|]. congruence.
    + apply in_remove_iff in Hs. destruct Hs as [Hs Hst]. apply H, in_snoc in Hs. destruct Hs; congruence.
  - intros [Ht [(Hm & H & Hn)|(Hm & H & Hn)]]; (split; [easy|]); (split; [|easy]); intro s; split; intro Hs.
    + apply in_snoc in Hs. destruct Hs as [Hs|Hs]; [now apply H|congruence].
    + apply in_snoc. left. now apply H.
    + apply in_snoc in Hs. destruct Hs as [Hs|Hs]; [|congruence]. apply H, in_remove_iff in Hs. easy.
    + apply in_snoc. destruct (Nat.eq_dec s t) as [->|Hst]; [now right|]. left. now apply H, in_remove_iff.
Qed.

Lemma partition_onto_snoc_zero : forall labels n m P z,
  partition_onto labels n (S m) (P ++ [Zero z]) <->
  z < n /\ (partition_onto labels n m P \/ (n = S z /\ partition_onto labels z m P)).
Proof.
  intros labels n m P z. unfold partition_onto. rewrite length_snoc, zeros_between_snoc_zero.
  assert (HL : (forall t, In (Label t) (P ++ [Zero z]) <-> In t labels) <->
               (forall t, In (Label t) P <-> In t labels)).
  { split; intros H t; rewrite <- (H t), in_snoc; split; auto; intros [Ht|Ht]; easy. }
  rewrite HL. split.
  - intros (Hm & H & [[Hz Hn]|[-> Hn]]); auto 6.
  - intros [Hz [(Hm & H & Hn)|(-> & Hm & H & Hn)]]; auto 6.
Qed.

Lemma in_map_snoc : forall (l : list (list code)) P c d,
  In (P ++ [c]) (map (fun P' => P' ++ [d]) l) <-> c = d /\ In P l.
Proof.
  intros l P c d. rewrite in_map_iff. split.
  - intros (P' & H & HP'). apply app_inj_tail in H. destruct H as [-> ->]. easy.
  - intros [-> HP]. now exists P.
Qed.

Lemma partitions_onto_complete : forall m labels n P,
  In P (partitions_onto labels n m) <-> partition_onto labels n m P.
Proof.
  induction m as [|m IH]; intros labels n P.
  - split.
    + destruct labels, n; simpl; intros []; try easy. subst P. now apply partition_onto_nil.
    + intro H. assert (HP : P = []) by (apply length_zero_iff_nil; apply H). subst P.
      apply partition_onto_nil in H. destruct H as [-> ->]. now left.
  - destruct P as [|c P _] using rev_ind.
    + split.
      * simpl. rewrite in_app_iff, !in_flat_map.
        intros [(t & _ & H)|(t & _ & H)]; apply in_map_iff in H; destruct H as (P & H & _); now destruct P.
      * intros [H _]. easy.
    + cbn [partitions_onto]. rewrite in_app_iff, !in_flat_map. setoid_rewrite in_map_snoc.
      setoid_rewrite in_app_iff. setoid_rewrite in_seq. setoid_rewrite IH. destruct c as [t|z].
      * rewrite partition_onto_snoc_label. split.
        -- intros [(s & Hs & E & H)|(z & _ & E & _)]; [|easy]. injection E as <-. easy.
        -- intros [Ht H]. left. now exists t.
      * rewrite partition_onto_snoc_zero. split.
        -- intros [(s & _ & E & _)|(y & Hy & E & H)]; [easy|]. injection E as <-. split; [easy|].
           destruct H as [H|H]; [now left|]. destruct (Nat.eqb_spec (S z) n) as [<-|]; [|easy].
           right. now rewrite <- IH.
        -- intros [Hz H]. right. exists z. repeat split; [lia|easy|]. destruct H as [H|[-> H]]; [now left|].
           right. now rewrite Nat.eqb_refl, IH.
Qed.

(** ** Without repetition *)

Lemma nodup_map_snoc : forall (c : code) l, NoDup l -> NoDup (map (fun P => P ++ [c]) l).
Proof.
  intros c l. apply nodup_map_on. intros P P' _ _ E. now apply app_inj_tail in E.
Qed.

Definition ends_in (P : list code) (c : code) : Prop := exists P', P = P' ++ [c].

Lemma ends_in_unique : forall P c d, ends_in P c -> ends_in P d -> c = d.
Proof. intros P c d [Q ->] [Q' E]. now apply app_inj_tail in E. Qed.

Lemma in_map_ends_in : forall c l P, In P (map (fun P => P ++ [c]) l) -> ends_in P c.
Proof. intros c l P H. apply in_map_iff in H. destruct H as (P' & <- & _). now exists P'. Qed.

Lemma partitions_onto_nodup : forall m labels n, NoDup labels -> NoDup (partitions_onto labels n m).
Proof.
  induction m as [|m IH]; intros labels n Hlabels.
  - destruct labels, n; simpl; repeat constructor; easy.
  - cbn [partitions_onto]. apply NoDup_disjoint.
    + apply (nodup_flat_map _ _ (fun P t => ends_in P (Label t))).
      * easy.
      * intros t Ht. apply nodup_map_snoc, NoDup_disjoint; [now apply IH|now apply IH, nodup_remove|].
        intros P H H'. apply partitions_onto_complete in H, H'. destruct H as (_ & H & _), H' as (_ & H' & _).
        apply H, H', in_remove_iff in Ht. easy.
      * intros t P. apply in_map_ends_in.
      * intros P t s Ht Hs. assert (E := ends_in_unique _ _ _ Ht Hs). now injection E.
    + apply (nodup_flat_map _ _ (fun P z => ends_in P (Zero z))).
      * apply seq_NoDup.
      * intros z _. apply nodup_map_snoc. destruct (Nat.eqb_spec (S z) n) as [<-|_].
        -- apply NoDup_disjoint; [now apply IH|now apply IH|]. intros P H H'.
           apply partitions_onto_complete in H, H'. destruct H as (_ & _ & H), H' as (_ & _ & H').
           now apply (Nat.neq_succ_diag_l z), (zeros_between_unique (S z) z P 0).
        -- rewrite app_nil_r. now apply IH.
      * intros z P. apply in_map_ends_in.
      * intros P y z Hy Hz. assert (E := ends_in_unique _ _ _ Hy Hz). now injection E.
    + intros P H H'. apply in_flat_map in H, H'. destruct H as (t & _ & H), H' as (z & _ & H').
      apply in_map_ends_in in H, H'. now assert (E := ends_in_unique _ _ _ H H').
Qed.

Theorem enumerate_nodup : forall r m, NoDup (enumerate_labelled_partitions r m).
Proof.
  intros r m. apply (nodup_flat_map _ _ (fun P n => partition_onto (seq 0 r) n m P)).
  - apply seq_NoDup.
  - intros n _. apply partitions_onto_nodup, seq_NoDup.
  - intros n P. apply partitions_onto_complete.
  - intros P n n' (_ & _ & H) (_ & _ & H'). now apply (zeros_between_unique n n' P 0).
Qed.

Theorem enumerate_complete : forall r m P, In P (enumerate_labelled_partitions r m) <-> labelled_partition r m P.
Proof.
  intros r m P. unfold enumerate_labelled_partitions, labelled_partition. rewrite in_flat_map.
  setoid_rewrite partitions_onto_complete. unfold partition_onto. setoid_rewrite in_seq.
  rewrite zeros_in_order_between. split.
  - intros (n & _ & Hm & H & Hn). repeat split; [easy|intro Ht; now apply H|intro Ht; apply H; lia|now exists n].
  - intros (Hm & H & n & Hn). exists n. assert (Hb := zeros_between_bounds _ _ _ Hn).
    repeat split; [lia|lia|easy|lia|now apply H|intro Ht; now apply H|easy].
Qed.
