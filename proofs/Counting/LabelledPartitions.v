(** Lists of codes: grouping by code, how many zero blocks there are, and renumbering of zero blocks. *)

From Coq Require Import List Arith Lia Permutation.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
Import ListNotations.

Local Open Scope nat_scope.

(** ** The first position of an element *)

Section Position.

Context {X : Type} (eq_dec : forall x y : X, {x = y} + {x <> y}).

(** The length of the list if it isn't there. *)
Fixpoint position (x : X) (l : list X) : nat :=
  match l with [] => 0 | y :: l' => if eq_dec x y then 0 else S (position x l') end.

Lemma position_lt : forall x l, In x l <-> position x l < length l.
Proof.
  intros x l. induction l as [|y l IH]; simpl; [lia|]. destruct (eq_dec x y) as [->|Hne].
  - split; [lia|now left].
  - rewrite <- Nat.succ_lt_mono, <- IH. split; [intros [->|H]; easy|now right].
Qed.

Lemma nth_position : forall x l, In x l -> nth_error l (position x l) = Some x.
Proof.
  intros x l. induction l as [|y l IH]; simpl; [easy|]. intro Hin. destruct (eq_dec x y) as [->|Hne]; [easy|].
  apply IH. destruct Hin as [->|Hin]; easy.
Qed.

Lemma position_injective : forall x y l, In x l -> In y l -> position x l = position y l -> x = y.
Proof. intros x y l Hx Hy E. apply nth_position in Hx, Hy. rewrite E in Hx. congruence. Qed.

Lemma position_app : forall x l l', In x l -> position x (l ++ l') = position x l.
Proof.
  intros x l l'. induction l as [|y l IH]; simpl; [easy|]. intro Hin. destruct (eq_dec x y) as [->|Hne]; [easy|].
  f_equal. apply IH. destruct Hin as [->|Hin]; easy.
Qed.

Lemma position_after : forall x l l', ~ In x l -> position x (l ++ x :: l') = length l.
Proof.
  intros x l l'. induction l as [|y l IH]; simpl; intro Hnot; [now destruct (eq_dec x x)|].
  destruct (eq_dec x y) as [->|Hne]; [now exfalso; apply Hnot; left|]. f_equal. apply IH. tauto.
Qed.

Lemma position_beyond : forall x l l', ~ In x l -> length l <= position x (l ++ l').
Proof.
  intros x l l'. induction l as [|y l IH]; simpl; intro Hnot; [lia|].
  destruct (eq_dec x y) as [->|Hne]; [now elim Hnot; left|]. apply le_n_S, IH. tauto.
Qed.

End Position.

(** ** Grouping by code *)

(** All labels below r, and all zero blocks below n. *)
Definition codes (r n : nat) : list code := map Label (seq 0 r) ++ map Zero (seq 0 n).

Lemma NoDup_codes : forall r n, NoDup (codes r n).
Proof.
  intros r n. apply NoDup_disjoint.
  - apply FinFun.Injective_map_NoDup; [congruence|apply seq_NoDup].
  - apply FinFun.Injective_map_NoDup; [congruence|apply seq_NoDup].
  - intros x Hx Hx'. apply in_map_iff in Hx, Hx'. destruct Hx as [t [<- _]], Hx' as [z [[=] _]].
Qed.

Lemma in_codes_label : forall r n t, In (Label t) (codes r n) <-> t < r.
Proof.
  intros r n t. unfold codes. rewrite in_app_iff, !in_map_iff. split.
  - intros [[t' [[= ->] H]]|[z [[=] _]]]. apply in_seq in H. lia.
  - intro H. left. exists t. split; [easy|]. apply in_seq. lia.
Qed.

Lemma in_codes_zero : forall r n z, In (Zero z) (codes r n) <-> z < n.
Proof.
  intros r n z. unfold codes. rewrite in_app_iff, !in_map_iff. split.
  - intros [[t' [[=] _]]|[z' [[= ->] H]]]. apply in_seq in H. lia.
  - intro H. right. exists z. split; [easy|]. apply in_seq. lia.
Qed.

Section Grouping.

Context {X : Type}.

Definition has_code (c : code) (p : code * X) : bool := if code_eq_dec (fst p) c then true else false.

Lemma has_code_iff : forall c p, has_code c p = true <-> fst p = c.
Proof. intros c p. unfold has_code. destruct (code_eq_dec (fst p) c); split; congruence. Qed.

(** The blocks of a list, one behind the other. *)
Definition grouped (cs : list code) (l : list (code * X)) : list (code * X) :=
  flat_map (fun c => filter (has_code c) l) cs.

Lemma filter_partition : forall (test : code * X -> bool) l,
  Permutation (filter test l ++ filter (fun p => negb (test p)) l) l.
Proof.
  intros test l. induction l as [|p l IH]; simpl; [easy|]. destruct (test p); simpl; [now constructor|].
  rewrite <- Permutation_middle. now constructor.
Qed.

Lemma filter_filter_other : forall c d l, d <> c ->
  filter (has_code d) (filter (fun p => negb (has_code c p)) l) = filter (has_code d) l.
Proof.
  intros c d l Hne. induction l as [|p l IH]; simpl; [easy|]. destruct (has_code c p) eqn:Ec; simpl.
  - destruct (has_code d p) eqn:Ed; [|easy]. apply has_code_iff in Ec, Ed. congruence.
  - now rewrite IH.
Qed.

Lemma grouped_permutation : forall cs l,
  NoDup cs -> (forall p, In p l -> In (fst p) cs) -> Permutation (grouped cs l) l.
Proof.
  intros cs l Hcs. revert l. induction Hcs as [|c cs Hc Hcs IH]; intros l Hin; simpl.
  - destruct l as [|p l]; [easy|]. destruct (Hin p (or_introl eq_refl)).
  - etransitivity; [|apply (filter_partition (has_code c))]. apply Permutation_app_head.
    rewrite <- (IH (filter (fun p => negb (has_code c p)) l)).
    + unfold grouped. rewrite !flat_map_concat_map. erewrite map_ext_in; [reflexivity|]. intros d Hd. simpl.
      rewrite filter_filter_other; [easy|]. now intros ->.
    + intros p Hp. apply filter_In in Hp. destruct Hp as [Hp E]. destruct (Hin p Hp) as [Heq|Hcs']; [|easy].
      symmetry in Heq. apply has_code_iff in Heq. now rewrite Heq in E.
Qed.

End Grouping.

(** ** The number of zero blocks *)

Lemma zeros_up_to : forall P next, zeros_in_order next P ->
  exists n, forall z, z < next \/ In (Zero z) P <-> z < n.
Proof.
  induction P as [|[t|z] P IH]; simpl; intros next H.
  - exists next. tauto.
  - destruct (IH next H) as [n Hn]. exists n. intro z. rewrite <- Hn. split; [|tauto]. now intros [?|[[=]|?]]; auto.
  - destruct H as [[Hz H]|[-> H]].
    + destruct (IH _ H) as [n Hn]. exists n. intro y. rewrite <- Hn. split; [|tauto]. now intros [?|[[= <-]|?]]; auto.
    + destruct (IH _ H) as [n Hn]. exists n. intro y. rewrite <- Hn. split.
      * intros [?|[[= <-]|?]]; auto.
      * intros [Hy|?]; [|auto]. destruct (Nat.eq_dec y next) as [->|Hne]; [auto|]. left. lia.
Qed.

(** The zero blocks are numbered 0, ..., j − 1. *)
Lemma in_zero_blocks : forall P, zeros_in_order 0 P -> forall z, In (Zero z) P <-> z < zero_blocks P.
Proof.
  intros P H. destruct (zeros_up_to P 0 H) as [n Hn].
  assert (Hin : forall z, In (Zero z) P <-> z < n).
  { intro z. rewrite <- Hn. split; [auto|]. now intros [?|?]; [lia|]. }
  enough (E : zero_blocks P = n) by (now rewrite E).
  unfold zero_blocks. rewrite <- (seq_length n 0), <- (map_length Zero (seq 0 n)).
  apply Permutation_length, NoDup_Permutation.
  - apply NoDup_nodup.
  - apply FinFun.Injective_map_NoDup; [congruence|apply seq_NoDup].
  - intro c. rewrite nodup_In, filter_In, in_map_iff. split.
    + intros [Hc Hzero]. destruct c as [t|z]; [easy|]. exists z. split; [easy|]. apply in_seq. apply Hin in Hc. lia.
    + intros [z [<- Hz]]. split; [|easy]. apply Hin. apply in_seq in Hz. lia.
Qed.

(** ** Renumbering of the zero blocks in order of first appearance *)

(** The zero blocks in this order, behind those that are [seen]. *)
Fixpoint appearance (seen : list nat) (P : list code) : list nat :=
  match P with
  | [] => seen
  | Label _ :: P' => appearance seen P'
  | Zero z :: P' => appearance (if in_dec Nat.eq_dec z seen then seen else seen ++ [z]) P'
  end.

Definition renamed (order : list nat) (c : code) : code :=
  match c with Label t => Label t | Zero z => Zero (position Nat.eq_dec z order) end.

Definition renumbered (P : list code) : list code := map (renamed (appearance [] P)) P.

Lemma appearance_extends : forall P seen, exists later, appearance seen P = seen ++ later.
Proof.
  induction P as [|[t|z] P IH]; intro seen; simpl.
  - exists []. now rewrite app_nil_r.
  - apply IH.
  - destruct (in_dec Nat.eq_dec z seen); [apply IH|]. destruct (IH (seen ++ [z])) as [later E].
    exists (z :: later). now rewrite E, <- app_assoc.
Qed.

Lemma in_appearance : forall P seen z, In (Zero z) P -> In z (appearance seen P).
Proof.
  induction P as [|c P IH]; simpl; [easy|]. intros seen z [->|H]; [|destruct c; now apply IH].
  destruct (in_dec Nat.eq_dec z seen) as [Hin|_].
  - destruct (appearance_extends P seen) as [later ->]. rewrite in_app_iff. now left.
  - destruct (appearance_extends P (seen ++ [z])) as [later ->]. rewrite !in_app_iff. simpl. tauto.
Qed.

Lemma renamed_in_order : forall P seen, zeros_in_order (length seen) (map (renamed (appearance seen P)) P).
Proof.
  induction P as [|[t|z] P IH]; intro seen; simpl; [easy|apply IH|].
  destruct (in_dec Nat.eq_dec z seen) as [Hin|Hnot].
  - left. split; [|apply IH]. destruct (appearance_extends P seen) as [later ->].
    rewrite position_app by easy. now apply position_lt.
  - right. split.
    + destruct (appearance_extends P (seen ++ [z])) as [later ->]. rewrite <- app_assoc. now apply position_after.
    + specialize (IH (seen ++ [z])). rewrite app_length, Nat.add_comm in IH. exact IH.
Qed.

Lemma renumbered_partition : forall r P, (forall t, In (Label t) P <-> t < r) ->
  labelled_partition r (length P) (renumbered P).
Proof.
  intros r P H. split; [apply map_length|split].
  - intro t. rewrite <- H. unfold renumbered. rewrite in_map_iff. split.
    + intros [[t'|z] [[=] Hin]]. congruence.
    + intro Hin. now exists (Label t).
  - exact (renamed_in_order P []).
Qed.

(** Renaming keeps blocks apart. *)
Lemma renamed_injective : forall P c d, In c P -> In d P ->
  renamed (appearance [] P) c = renamed (appearance [] P) d -> c = d.
Proof.
  intros P [t|y] [u|z] Hc Hd [= E]; [congruence|]. f_equal.
  apply (position_injective Nat.eq_dec) in E; [easy|now apply in_appearance..].
Qed.
