(** Moves of the blank, on places alone: σ says where the symbol at a place has to go. Each move saves at most one,
    and some move saves one. *)

From Coq Require Import List Arith Bool Lia FinFun.
Import ListNotations.

Section Places.

Variable m : nat.

Definition permutes (σ : nat -> nat) : Prop :=
  (forall i, i < m -> σ i < m) /\ forall i j, i < m -> j < m -> σ i = σ j -> i = j.

(** The blank at place p and the symbol at place q are exchanged. *)
Definition exchanged (σ : nat -> nat) (p q : nat) (σ' : nat -> nat) : Prop :=
  σ' p = σ q /\ σ' q = σ p /\ forall i, i < m -> i <> p -> i <> q -> σ' i = σ i.

(** The places of displaced labels; the blank is at p. *)
Definition labels_off (σ : nat -> nat) (p : nat) : list nat :=
  filter (fun i => negb (σ i =? i) && negb (i =? p)) (seq 0 m).

Lemma in_labels_off : forall σ p i, In i (labels_off σ p) <-> i < m /\ σ i <> i /\ i <> p.
Proof.
  intros σ p i. unfold labels_off. rewrite filter_In, in_seq, andb_true_iff, !negb_true_iff, !Nat.eqb_neq. lia.
Qed.

Lemma labels_off_nodup : forall σ p, NoDup (labels_off σ p).
Proof. intros σ p. apply NoDup_filter, seq_NoDup. Qed.

(** ** No move saves more than one *)

(** Each c in [classes] is the number of a set of places that σ keeps and that has a displaced label and no blank. *)
Definition separated (σ : nat -> nat) (p : nat) (g : nat -> nat) (classes : list nat) : Prop :=
  NoDup classes /\ ~ In (g p) classes /\
  (forall c, In c classes -> exists i, i < m /\ g i = c /\ σ i <> i) /\
  forall i, i < m -> In (g i) classes -> g (σ i) = g i.

Lemma class_dropped : forall σ p q σ' g l1 l2, p < m -> exchanged σ p q σ' ->
  separated σ p g (l1 ++ g q :: l2) -> q < m ->
  separated σ' q g (l1 ++ l2) /\ length (labels_off σ p) <= length (labels_off σ' q).
Proof.
  intros σ p q σ' g l1 l2 Hp (Ep & Eq & E) (Hdistinct & Hblank & Hoff & Hkept) Hq.
  assert (Hin : forall c, In c (l1 ++ l2) -> In c (l1 ++ g q :: l2)).
  { intros c. rewrite !in_app_iff. simpl. tauto. }
  assert (Hqp : q <> p). { intros ->. apply Hblank, in_elt. }
  pose proof (NoDup_remove_2 _ _ _ Hdistinct) as Hout. split.
  - split; [now apply NoDup_remove_1 in Hdistinct|]. split; [exact Hout|]. split.
    + intros c Hc. destruct (Hoff c (Hin c Hc)) as (i & Hi & Hgi & Hne). exists i. repeat split; [exact Hi|exact Hgi|].
      rewrite E; [exact Hne|exact Hi| |]; intros ->; rewrite Hgi in *; [now apply Hblank, Hin|contradiction].
    + intros i Hi Hc. rewrite E; [now apply Hkept, Hin|exact Hi| |]; intros ->; [now apply Hblank, Hin|contradiction].
  - assert (Hhome : σ q <> p).
    { intro H. apply Hblank. rewrite <- H, Hkept; [apply in_elt|exact Hq|apply in_elt]. }
    assert (Hp' : In p (labels_off σ' q)) by (apply in_labels_off; rewrite Ep; repeat split; congruence).
    apply in_split in Hp' as (k1 & k2 & Ek). transitivity (length (q :: k1 ++ k2)).
    + apply NoDup_incl_length; [apply labels_off_nodup|]. intros i Hi. apply in_labels_off in Hi as (Hi & Hne & Hip).
      destruct (Nat.eq_dec i q) as [->|Hiq]; [now left|right].
      assert (Hi' : In i (labels_off σ' q)) by (apply in_labels_off; rewrite E by assumption; easy).
      rewrite Ek in Hi'. rewrite in_app_iff in *. simpl in Hi'. destruct Hi' as [H|[H|H]]; [now left|congruence|now
      right].
    + rewrite Ek. simpl. rewrite !app_length. simpl. lia.
Qed.

Lemma classes_kept : forall σ p q σ' g classes, exchanged σ p q σ' ->
  separated σ p g classes -> ~ In (g q) classes ->
  separated σ' q g classes /\ length (labels_off σ p) <= S (length (labels_off σ' q)).
Proof.
  intros σ p q σ' g classes (Ep & Eq & E) (Hdistinct & Hblank & Hoff & Hkept) Hq. split.
  - split; [exact Hdistinct|]. split; [exact Hq|]. split.
    + intros c Hc. destruct (Hoff c Hc) as (i & Hi & Hgi & Hne). exists i. repeat split; [exact Hi|exact Hgi|].
      rewrite E; [exact Hne|exact Hi| |]; intros ->; rewrite Hgi in *; contradiction.
    + intros i Hi Hc. rewrite E; [now apply Hkept|exact Hi| |]; intros ->; contradiction.
  - change (S (length (labels_off σ' q))) with (length (q :: labels_off σ' q)).
    apply NoDup_incl_length; [apply labels_off_nodup|]. intros i Hi. apply in_labels_off in Hi as (Hi & Hne & Hip).
    destruct (Nat.eq_dec i q) as [->|Hiq]; [now left|right]. apply in_labels_off. now rewrite E.
Qed.

Lemma saves_at_most_one : forall σ p q σ' g classes, p < m -> q < m -> exchanged σ p q σ' ->
  separated σ p g classes ->
  exists classes', separated σ' q g classes' /\
    length (labels_off σ p) + length classes <= S (length (labels_off σ' q) + length classes').
Proof.
  intros σ p q σ' g classes Hp Hq Hmove H. destruct (in_dec Nat.eq_dec (g q) classes) as [Hin|Hout].
  - apply in_split in Hin as (l1 & l2 & ->). destruct (class_dropped σ p q σ' g l1 l2 Hp Hmove H Hq) as [H' Hl].
    exists (l1 ++ l2). split; [exact H'|]. rewrite !app_length. simpl. lia.
  - destruct (classes_kept σ p q σ' g classes Hmove H Hout) as [H' Hl]. exists classes. split; [exact H'|]. lia.
Qed.

Lemma nothing_off : forall σ p g classes, (forall i, i < m -> σ i = i) -> separated σ p g classes ->
  length (labels_off σ p) + length classes = 0.
Proof.
  intros σ p g classes Hid (_ & _ & Hoff & _). destruct classes as [|c classes].
  - destruct (labels_off σ p) as [|i l] eqn:E; [easy|]. exfalso.
    assert (Hi : In i (labels_off σ p)) by (rewrite E; now left). apply in_labels_off in Hi as (Hi & Hne & _).
    now apply Hne, Hid.
  - destruct (Hoff c (or_introl eq_refl)) as (i & Hi & _ & Hne). elim Hne. now apply Hid.
Qed.

(** ** Some move saves one *)

(** Every set of places that σ keeps, with a displaced label and without the blank, has one of the [marks]. *)
Definition hitting (σ : nat -> nat) (p : nat) (marks : list nat) : Prop :=
  forall S : nat -> Prop, (forall i, S i -> i < m) -> (forall i, S i -> S (σ i)) -> ~ S p ->
    (exists i, S i /\ σ i <> i) -> exists j, In j marks /\ S j.

Lemma blank_follows : forall σ p q σ' marks, permutes σ -> p < m -> q < m -> σ q = p -> q <> p ->
  exchanged σ p q σ' -> hitting σ p marks ->
  hitting σ' q marks /\ length (labels_off σ' q) < length (labels_off σ p).
Proof.
  intros σ p q σ' marks [Hrange Hinj] Hp Hq Hhome Hqp (Ep & Eq & E) H. split.
  - intros S HSm HS Hout (i & HSi & Hne).
    assert (Hip : i <> p) by (intros ->; congruence). assert (Hiq : i <> q) by (intros ->; contradiction).
    destruct (H (fun j => S j /\ j <> p)) as (j & Hj & HSj & _).
    + intros j [HSj _]. now apply HSm.
    + intros j [HSj Hjp]. assert (Hjq : j <> q) by (intros ->; contradiction). split.
      * rewrite <- E; [now apply HS|now apply HSm|exact Hjp|exact Hjq].
      * rewrite <- Hhome. intro Ej. apply Hjq, Hinj; [now apply HSm|exact Hq|exact Ej].
    + tauto.
    + exists i. split; [now split|]. rewrite <- E; [exact Hne|now apply HSm|exact Hip|exact Hiq].
    + now exists j.
  - change (length (q :: labels_off σ' q) <= length (labels_off σ p)). apply NoDup_incl_length.
    + constructor; [rewrite in_labels_off; tauto|apply labels_off_nodup].
    + intros i [<-|Hi]; apply in_labels_off; [rewrite Hhome; repeat split; congruence|].
      apply in_labels_off in Hi as (Hi & Hne & Hiq). assert (Hip : i <> p) by (intros ->; congruence).
      repeat split; [exact Hi| |exact Hip]. rewrite <- E; [exact Hne|exact Hi|exact Hip|exact Hiq].
Qed.

Lemma blank_enters : forall σ p q σ' marks, permutes σ -> p < m -> q < m -> σ p = p -> σ q <> q ->
  exchanged σ p q σ' -> hitting σ p (q :: marks) ->
  hitting σ' q marks /\ length (labels_off σ' q) <= length (labels_off σ p).
Proof.
  intros σ p q σ' marks [Hrange Hinj] Hp Hq Hhome Hq' (Ep & Eq & E) H.
  assert (Hqp : q <> p) by (intros ->; contradiction). assert (Hnp : forall i, i < m -> i <> p -> σ i <> p).
  { intros i Hi Hip Ei. apply Hip, Hinj; [exact Hi|exact Hp|congruence]. }
  split.
  - intros S HSm HS Hout (i & HSi & Hne). destruct (H (fun j => S j /\ j <> p)) as (j & Hj & HSj & _).
    + intros j [HSj _]. now apply HSm.
    + intros j [HSj Hjp]. assert (Hjq : j <> q) by (intros ->; contradiction). split.
      * rewrite <- E; [now apply HS|now apply HSm|exact Hjp|exact Hjq].
      * apply Hnp; [now apply HSm|exact Hjp].
    + tauto.
    + destruct (Nat.eq_dec i p) as [->|Hip].
      * exists (σ q). split; [split; [rewrite <- Ep; now apply HS|now apply Hnp]|].
        intro Eσ. apply Hq', Hinj; [now apply Hrange|exact Hq|exact Eσ].
      * exists i. split; [now split|]. rewrite <- E; [exact Hne|now apply HSm|exact Hip|]. intros ->. contradiction.
    + destruct Hj as [<-|Hj]; [contradiction|now exists j].
  - assert (Hq0 : In q (labels_off σ p)) by now apply in_labels_off.
    apply in_split in Hq0 as (l1 & l2 & El). transitivity (length (p :: l1 ++ l2)).
    + apply NoDup_incl_length; [apply labels_off_nodup|]. intros i Hi. apply in_labels_off in Hi as (Hi & Hne & Hiq).
      destruct (Nat.eq_dec i p) as [->|Hip]; [now left|right].
      assert (Hi' : In i (labels_off σ p)) by (apply in_labels_off; rewrite <- E by assumption; easy).
      rewrite El in Hi'. rewrite in_app_iff in *. simpl in Hi'. destruct Hi' as [H1|[H1|H1]]; [now left|congruence|now
      right].
    + rewrite El. simpl. rewrite !app_length. simpl. lia.
Qed.

(** A mark that no such set needs can go. *)
Lemma mark_dropped : forall σ p j marks, permutes σ -> σ j = j \/ j = p \/ m <= j -> hitting σ p (j :: marks) ->
  hitting σ p marks.
Proof.
  intros σ p j marks [_ Hinj] Hj H S HSm HS Hout (i & HSi & Hne).
  destruct (H (fun k => S k /\ k <> j)) as (k & Hk & HSk & Hkj).
  - intros k [HSk _]. now apply HSm.
  - intros k [HSk Hkj]. split; [now apply HS|]. intro Ek. pose proof (HSm _ (HS k HSk)) as Hlt. rewrite Ek in Hlt.
    destruct Hj as [Hj|[->|Hj]]; [|apply Hout; rewrite <- Ek; now apply HS|lia]. apply Hkj, Hinj; [now apply
    HSm|rewrite <- Ek; now apply HSm, HS|congruence].
  - tauto.
  - exists i. split; [|exact Hne]. split; [exact HSi|]. intros ->. destruct Hj as [Hj|[->|Hj]]; try contradiction.
    apply HSm in HSi. lia.
  - destruct Hk as [<-|Hk]; [contradiction|now exists k].
Qed.

Lemma unmarked : forall σ p, permutes σ -> p < m -> σ p = p -> hitting σ p [] -> forall i, i < m -> σ i = i.
Proof.
  intros σ p [Hrange Hinj] Hp Hhome H i Hi. destruct (Nat.eq_dec (σ i) i) as [E|Hne]; [exact E|]. exfalso.
  destruct (H (fun k => k < m /\ k <> p)) as (j & [] & _).
  - tauto.
  - intros k [Hk Hkp]. split; [now apply Hrange|]. intro Ek. apply Hkp, Hinj; [exact Hk|exact Hp|congruence].
  - tauto.
  - exists i. split; [|exact Hne]. split; [exact Hi|]. intros ->. contradiction.
Qed.

Lemma goes_there : forall σ p, permutes σ -> p < m -> exists q, q < m /\ σ q = p.
Proof. intros σ p [Hrange Hinj] Hp. apply (proj1 (bInjective_bSurjective Hrange) Hinj p Hp). Qed.

End Places.
