(** A vector space of infinite dimension over every field: sequences of scalars that end, written as lists without zeros
    at their end. *)

From Coq Require Import List Arith Lia Bool Field.
From Equiloss Require Import Statements.
Import ListNotations.

Section Sequences.

Context {K : Field}.
Add Field K_field23 : (field_laws K).

(** Without the zeros at its end. *)
Definition before (x : K) (l : list K) : list K :=
  match l with
  | [] => if scalar_eq_dec x zero then [] else [x]
  | y :: l' => x :: y :: l'
  end.
Definition trim (l : list K) : list K := fold_right before [] l.

Lemma trim_cons : forall x l, trim (x :: l) = before x (trim l).
Proof. reflexivity. Qed.

Lemma trim_nth : forall l i, nth i (trim l) zero = nth i l zero.
Proof.
  induction l as [|x l IH]; intro i; [reflexivity|]. rewrite trim_cons; unfold before.
  assert (Hnil : trim l = [] -> forall j, nth j l zero = zero).
  { intros E j. rewrite <- IH, E. now destruct j. }
  destruct (trim l) as [|y l'].
  - destruct i as [|i]; cbn [nth].
    + now destruct (scalar_eq_dec x zero) as [->|].
    + rewrite Hnil by reflexivity. now destruct (scalar_eq_dec x zero); destruct i.
  - destruct i as [|i]; [reflexivity|]. exact (IH i).
Qed.

Lemma trim_zeros : forall l : list K, (forall i, nth i l zero = zero) -> trim l = [].
Proof.
  induction l as [|x l IH]; intro H; [reflexivity|]. rewrite trim_cons; unfold before. rewrite IH by (intro i; exact (H (S i))).
  specialize (H 0). cbn in H. now destruct (scalar_eq_dec x zero).
Qed.

Lemma trim_ext : forall l l' : list K, (forall i, nth i l zero = nth i l' zero) -> trim l = trim l'.
Proof.
  induction l as [|x l IH]; intros [|y l'] H; [reflexivity| | |].
  - symmetry. apply trim_zeros. intro i. rewrite <- H. now destruct i.
  - apply trim_zeros. intro i. rewrite H. now destruct i.
  - rewrite trim_cons; unfold before. rewrite (IH l') by (intro i; exact (H (S i))). now rewrite (H 0 : x = y).
Qed.

Definition ends (l : list K) : bool := if list_eq_dec scalar_eq_dec (trim l) l then true else false.
Definition sequence : Type := { l : list K | Is_true (ends l) }.
Definition at_place (p : sequence) (i : nat) : K := nth i (proj1_sig p) zero.

Lemma sequence_ext : forall p q, (forall i, at_place p i = at_place q i) -> p = q.
Proof.
  intros [l Hl] [l' Hl'] H. assert (E : l = l').
  { apply trim_ext in H. unfold ends in Hl, Hl'. cbn [proj1_sig] in H.
    destruct (list_eq_dec scalar_eq_dec (trim l) l) as [El|]; [|easy].
    destruct (list_eq_dec scalar_eq_dec (trim l') l') as [El'|]; [|easy]. congruence. }
  subst l'. f_equal. clear H. destruct (ends l); [now destruct Hl, Hl'|easy].
Qed.

Lemma trim_ends : forall l, Is_true (ends (trim l)).
Proof.
  intro l. unfold ends. destruct (list_eq_dec scalar_eq_dec (trim (trim l)) (trim l)) as [_|H]; [exact I|].
  elim H. apply trim_ext, trim_nth.
Qed.

Definition of_list (l : list K) : sequence := exist _ (trim l) (trim_ends l).

Lemma of_list_at : forall l i, at_place (of_list l) i = nth i l zero.
Proof. intros l i. apply trim_nth. Qed.

Fixpoint added (l l' : list K) : list K :=
  match l, l' with
  | x :: l1, y :: l1' => add x y :: added l1 l1'
  | [], _ => l'
  | _, [] => l
  end.

Lemma added_at : forall l l' i, nth i (added l l') zero = add (nth i l zero) (nth i l' zero).
Proof.
  induction l as [|x l IH]; intros [|y l'] [|i]; cbn [added nth]; try ring. apply IH.
Qed.

Definition sequence_add (p q : sequence) : sequence := of_list (added (proj1_sig p) (proj1_sig q)).
Definition sequence_scale (s : K) (p : sequence) : sequence := of_list (map (mul s) (proj1_sig p)).

Lemma sequence_add_at : forall p q i, at_place (sequence_add p q) i = add (at_place p i) (at_place q i).
Proof. intros p q i. unfold sequence_add. rewrite of_list_at. apply added_at. Qed.

Lemma sequence_scale_at : forall s p i, at_place (sequence_scale s p) i = mul s (at_place p i).
Proof.
  intros s p i. unfold sequence_scale, at_place at 2. rewrite of_list_at. revert i.
  induction (proj1_sig p) as [|x l IH]; intros [|i]; cbn [map nth]; try ring. apply IH.
Qed.

Definition sequence_zero : sequence := of_list [].

Lemma sequence_zero_at : forall i, at_place sequence_zero i = zero.
Proof. intro i. now destruct i. Qed.

Definition sequence_eq_dec (p q : sequence) : {p = q} + {p <> q}.
Proof.
  destruct (list_eq_dec scalar_eq_dec (proj1_sig p) (proj1_sig q)) as [E|E].
  - left. apply sequence_ext. intro i. unfold at_place. now rewrite E.
  - right. congruence.
Defined.

Ltac by_places := intros; apply sequence_ext; intro;
  rewrite ?sequence_add_at, ?sequence_scale_at, ?sequence_zero_at, ?sequence_add_at, ?sequence_scale_at; ring.

(** The laws, as lemmas for the reason given at [scalars_commute]. *)
Lemma sequence_comm_law : forall p q, sequence_add p q = sequence_add q p.
Proof. by_places. Qed.
Lemma sequence_assoc_law : forall p q r, sequence_add p (sequence_add q r) = sequence_add (sequence_add p q) r.
Proof. by_places. Qed.
Lemma sequence_zero_law : forall p, sequence_add sequence_zero p = p.
Proof. by_places. Qed.
Lemma sequence_scale_zero_law : forall p, sequence_scale zero p = sequence_zero.
Proof. by_places. Qed.
Lemma sequence_scale_one_law : forall p, sequence_scale one p = p.
Proof. by_places. Qed.
Lemma sequence_scale_mul_law : forall s t p, sequence_scale (mul s t) p = sequence_scale s (sequence_scale t p).
Proof. by_places. Qed.
Lemma sequence_scale_add_scalar_law : forall s t p, sequence_scale (add s t) p = sequence_add (sequence_scale s p) (sequence_scale t p).
Proof. by_places. Qed.
Lemma sequence_scale_add_vector_law : forall s p q,
  sequence_scale s (sequence_add p q) = sequence_add (sequence_scale s p) (sequence_scale s q).
Proof. by_places. Qed.

Definition sequences : VectorSpace K :=
  {| vector := sequence; vzero := sequence_zero; vadd := sequence_add; scale := sequence_scale;
     vadd_comm := sequence_comm_law; vadd_assoc := sequence_assoc_law; vadd_zero := sequence_zero_law;
     scale_zero := sequence_scale_zero_law; scale_one := sequence_scale_one_law; scale_mul := sequence_scale_mul_law;
     scale_add_scalar := sequence_scale_add_scalar_law; scale_add_vector := sequence_scale_add_vector_law;
     vector_eq_dec := sequence_eq_dec |}.

(** Place n of a combination of sequences that are 0 there is 0. *)
Lemma combination_at : forall n (terms : list (K * sequences)),
  (forall p : sequences, In p (map snd terms) -> at_place p n = zero) ->
  at_place (vsum (map (fun p => scale (fst p) (snd p)) terms)) n = zero.
Proof.
  intros n. unfold vsum. induction terms as [|[s p] terms IH]; intro H; [apply sequence_zero_at|].
  cbn [map fold_right fst snd].
  set (rest := fold_right vadd vzero (map (fun p => scale (fst p) (snd p)) terms)) in *.
  change (at_place (sequence_add (sequence_scale s p) rest) n = zero).
  rewrite sequence_add_at, sequence_scale_at, IH by (intros q Hq; apply H; now right).
  rewrite (H p (or_introl eq_refl)). ring.
Qed.

End Sequences.

Theorem infinite_dimensions_exist : InfiniteDimensionsExist.
Proof.
  intro K. exists sequences. intro l.
  set (n := list_sum (map (fun p : sequences => length (proj1_sig p)) l)).
  exists (of_list (K := K) (repeat zero n ++ [one])). intros terms Hterms E.
  assert (Hplace : at_place (of_list (K := K) (repeat zero n ++ [one])) n = zero).
  { rewrite E. apply combination_at. intros p Hp. apply Hterms in Hp. unfold at_place. apply nth_overflow.
    unfold n. clear - Hp. induction l as [|q l IH]; [easy|]. cbn [map list_sum fold_right].
    destruct Hp as [->|Hp]; [lia|]. specialize (IH Hp). unfold list_sum in IH. lia. }
  rewrite of_list_at, app_nth2, repeat_length, Nat.sub_diag in Hplace by (rewrite repeat_length; lia).
  cbn in Hplace. now apply (F_1_neq_0 (field_laws K)).
Qed.
