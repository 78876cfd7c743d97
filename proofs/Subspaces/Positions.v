(** Γ_P by positions: a network as two functions of the position, and block sums as sums over positions. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
Import ListNotations.

Section Totals.

Context {K : Field} {V : VectorSpace K}.

(** The sum of the a_i at those positions i < m that pass a test. *)
Definition total (test : nat -> bool) (m : nat) (a : nat -> V) : V :=
  vsum (map (fun i => if test i then a i else vzero) (seq 0 m)).

Lemma total_ext : forall (test test' : nat -> bool) (m : nat) (a a' : nat -> V),
  (forall i, i < m -> test i = test' i) -> (forall i, i < m -> test i = true -> a i = a' i) ->
  total test m a = total test' m a'.
Proof.
  intros test test' m a a' Htest Ha. unfold total. f_equal. apply map_ext_in. intros i Hi.
  apply in_seq in Hi. rewrite <- Htest by lia. destruct (test i) eqn:E; [apply Ha; [lia|exact E]|easy].
Qed.

Lemma total_none : forall (test : nat -> bool) (m : nat) (a : nat -> V),
  (forall i, i < m -> test i = true -> a i = vzero) -> total test m a = vzero.
Proof.
  intros test m a H. apply vsum_zeros. intros v Hv. apply in_map_iff in Hv. destruct Hv as [i [<- Hi]].
  apply in_seq in Hi. destruct (test i) eqn:E; [apply H; [lia|exact E]|easy].
Qed.

Lemma total_vadd : forall (test : nat -> bool) (m : nat) (a b : nat -> V),
  total test m (fun i => vadd (a i) (b i)) = vadd (total test m a) (total test m b).
Proof.
  intros test m a b. unfold total. rewrite <- vsum_vadd. f_equal. apply map_ext. intro i.
  destruct (test i); [easy|now rewrite vadd_zero].
Qed.

Lemma total_scale : forall (test : nat -> bool) (m : nat) (s : K) (a : nat -> V),
  total test m (fun i => scale s (a i)) = scale s (total test m a).
Proof.
  intros test m s a. unfold total. rewrite <- vsum_scale, map_map. f_equal. apply map_ext. intro i.
  destruct (test i); [easy|]. symmetry. apply scale_vzero.
Qed.

(** The positions that pass a test are those that pass another, too, and the others. *)
Lemma total_split : forall (test part : nat -> bool) (m : nat) (a : nat -> V),
  total test m a =
  vadd (total (fun i => test i && part i) m a) (total (fun i => test i && negb (part i)) m a).
Proof.
  intros test part m a. unfold total. rewrite <- vsum_vadd. f_equal. apply map_ext. intro i.
  destruct (test i), (part i); simpl; now rewrite ?vadd_zero, ?vadd_zero_r.
Qed.

(** A vector at position k only. *)
Definition at_position (k : nat) (v : V) (i : nat) : V := if i =? k then v else vzero.

Lemma total_at_position : forall (test : nat -> bool) (m k : nat) (v : V), k < m ->
  total test m (at_position k v) = if test k then v else vzero.
Proof.
  intros test m k v Hk. unfold total, at_position. induction m as [|m IH]; [lia|].
  rewrite seq_S, map_app, vsum_app. simpl. rewrite vadd_zero_r. destruct (Nat.eqb_spec m k) as [->|Hne].
  - fold (total test k (fun i => if i =? k then v else vzero)). rewrite total_none; [apply vadd_zero|].
    intros i Hi _. now destruct (Nat.eqb_spec i k); [lia|].
  - rewrite IH by lia. destruct (test m); apply vadd_zero_r.
Qed.

End Totals.

(** Whether the unit at position i has code c. *)
Definition coded (P : list code) (c : code) (i : nat) : bool :=
  match nth_error P i with Some d => if code_eq_dec d c then true else false | None => false end.

Lemma coded_iff : forall P c i, coded P c i = true <-> nth_error P i = Some c.
Proof.
  intros P c i. unfold coded. destruct (nth_error P i) as [d|]; [|easy].
  destruct (code_eq_dec d c) as [->|Hne]; [easy|]. split; [easy|]. congruence.
Qed.

Lemma position_exists : forall {X : Type} (l : list X) i, i < length l -> exists x, nth_error l i = Some x.
Proof.
  intros X l i Hi. apply nth_error_Some in Hi. destruct (nth_error l i) as [x|]; [now exists x|easy].
Qed.

Lemma position_below : forall {X : Type} (l : list X) i x, nth_error l i = Some x -> i < length l.
Proof. intros X l i x H. apply nth_error_Some. now rewrite H. Qed.

Section Networks.

Context {K : Field} {W A : VectorSpace K}.

Definition network_of (m : nat) (w : nat -> W) (a : nat -> A) : network W A :=
  map (fun i => (w i, a i)) (seq 0 m).

Lemma network_of_S : forall m w a,
  network_of (S m) w a = (w 0, a 0) :: network_of m (fun i => w (S i)) (fun i => a (S i)).
Proof. intros m w a. unfold network_of. simpl. now rewrite <- seq_shift, map_map. Qed.

Lemma network_by_positions : forall θ : network W A, exists w a, θ = network_of (length θ) w a.
Proof.
  induction θ as [|[v b] θ IH]; [now exists (fun _ => vzero), (fun _ => vzero)|].
  destruct IH as [w [a IH]].
  exists (fun i => match i with O => v | S i' => w i' end), (fun i => match i with O => b | S i' => a i' end).
  simpl length. now rewrite network_of_S, IH at 1.
Qed.

Lemma block_sum_total : forall (c : code) (P : list code) (w : nat -> W) (a : nat -> A),
  block_sum c P (network_of (length P) w a) = total (coded P c) (length P) a.
Proof.
  intros c P. unfold block_sum, total. induction P as [|d P IH]; intros w a; [easy|].
  simpl length. rewrite network_of_S. simpl. rewrite <- seq_shift, map_map. unfold coded at 1. simpl.
  specialize (IH (fun i => w (S i)) (fun i => a (S i))).
  destruct (code_eq_dec d c) as [->|Hne]; simpl; rewrite IH; [easy|]. now rewrite vadd_zero.
Qed.

Lemma in_combine_network : forall (c : code) (u : W * A) (P : list code) (w : nat -> W) (a : nat -> A),
  In (c, u) (combine P (network_of (length P) w a)) <-> exists i, nth_error P i = Some c /\ u = (w i, a i).
Proof.
  intros c u. induction P as [|d P IH]; intros w a; [split; [easy|intros [[|i] [H _]]; easy]|].
  simpl length. rewrite network_of_S. simpl. rewrite IH. split.
  - intros [E|[i H]]; [|now exists (S i)]. injection E as -> <-. now exists 0.
  - intros [[|i] [H E]]; [|right; now exists i]. left. injection H as ->. now rewrite E.
Qed.

(** The unit of [base] with label t. *)
Definition labelled (base : network W A) (t : nat) : W * A := nth t base (vzero, vzero).

Lemma labelled_incoming_injective : forall base t u, irreducible base -> t < length base -> u < length base ->
  fst (labelled base t) = fst (labelled base u) -> t = u.
Proof.
  intros base t u [Hdistinct _] Ht Hu E.
  apply (NoDup_nth (map fst base) vzero); rewrite ?map_length; try assumption.
  now rewrite !(map_nth fst base (vzero, vzero)).
Qed.

Lemma labelled_outgoing_nonzero : forall base t, irreducible base -> t < length base ->
  snd (labelled base t) <> vzero.
Proof. intros base t [_ Hnonzero] Ht E. apply Hnonzero. rewrite <- E. now apply in_map, nth_In. Qed.

(** The outgoing vectors of a block of Γ_P sum to this. *)
Definition required (base : network W A) (c : code) : A :=
  match c with Label t => snd (labelled base t) | Zero _ => vzero end.

(** The labels of the r units all occur, and no others; zero blocks may have any numbers. *)
Definition all_labels (r : nat) (P : list code) : Prop := forall t, In (Label t) P <-> t < r.

Lemma gamma_by_labels : forall (base : network W A) (P : list code) (w : nat -> W) (a : nat -> A),
  all_labels (length base) P ->
  (Gamma base P (network_of (length P) w a) <->
   (forall i t, nth_error P i = Some (Label t) -> w i = fst (labelled base t)) /\
   (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> w i = w j) /\
   (forall c, total (coded P c) (length P) a = required base c)).
Proof.
  intros base P w a Hlabels.
  assert (Hbase : forall t, t < length base -> nth_error base t = Some (labelled base t)).
  { intros t Ht. now apply nth_error_nth'. }
  assert (Hv : forall t v, nth_error base t = Some v -> v = labelled base t).
  { intros t v H. symmetry. now apply nth_error_nth. }
  assert (Hlabel : forall i t, nth_error P i = Some (Label t) -> t < length base).
  { intros i t H. apply Hlabels. now apply nth_error_In with i. }
  split.
  - intros [_ [HwL [HwZ [HaL HaZ]]]].
    assert (HL : forall i t, nth_error P i = Some (Label t) -> w i = fst (labelled base t)).
    { intros i t H. apply (HwL t (w i, a i)).
      - apply in_combine_network. now exists i.
      - apply Hbase. now apply Hlabel with i. }
    split; [exact HL|split].
    + intros i j [t|z] Hi Hj; [now rewrite (HL i t Hi), (HL j t Hj)|].
      apply (HwZ z (w i, a i) (w j, a j)); apply in_combine_network; [now exists i|now exists j].
    + intros [t|z]; [|now rewrite <- (block_sum_total _ P w), HaZ].
      destruct (Nat.lt_ge_cases t (length base)) as [Ht|Ht].
      * simpl. now rewrite <- (HaL t _ (Hbase t Ht)), block_sum_total.
      * simpl. unfold labelled. rewrite nth_overflow by exact Ht. apply total_none.
        intros i _ Hi. apply coded_iff, Hlabel in Hi. lia.
  - intros [HL [Hw Ha]]. split; [unfold network_of; now rewrite map_length, seq_length|].
    split; [|split; [|split]].
    + intros t u v Hu Htv. apply in_combine_network in Hu. destruct Hu as [i [Hi ->]].
      rewrite (Hv t v Htv). now apply HL.
    + intros z u v Hu Hv'. apply in_combine_network in Hu, Hv'.
      destruct Hu as [i [Hi ->]], Hv' as [j [Hj ->]]. now apply Hw with (Zero z).
    + intros t v Htv. rewrite block_sum_total, Ha. now rewrite (Hv t v Htv).
    + intro z. now rewrite block_sum_total, Ha.
Qed.

Lemma gamma_by_positions :
  forall (base : network W A) (m : nat) (P : list code) (w : nat -> W) (a : nat -> A),
  labelled_partition (length base) m P ->
  (Gamma base P (network_of m w a) <->
   (forall i t, nth_error P i = Some (Label t) -> w i = fst (labelled base t)) /\
   (forall i j c, nth_error P i = Some c -> nth_error P j = Some c -> w i = w j) /\
   (forall c, total (coded P c) m a = required base c)).
Proof. intros base m P w a [<- [Hlabels _]]. now apply gamma_by_labels. Qed.

End Networks.
