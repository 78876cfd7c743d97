(** Lists that are shared out among slots, so that what belongs together is found without a search of them all. *)

From Coq Require Import List Arith Bool.
Import ListNotations.

(** A slot is where the digits of its key lead. *)
Inductive slots (X : Type) : Type :=
  | Empty : slots X
  | Fork : slots X -> list X -> slots X -> slots X.
Arguments Empty {X}.
Arguments Fork {X} _ _ _.

Section Slots.

Context {X : Type}.

Fixpoint slot (key : list bool) (all : slots X) {struct all} : list X :=
  match all with
  | Empty => []
  | Fork lower here upper =>
      match key with
      | [] => here
      | digit :: key' => if digit then slot key' upper else slot key' lower
      end
  end.

Fixpoint with_entry (key : list bool) (x : X) (all : slots X) : slots X :=
  let lower := match all with Fork lower _ _ => lower | Empty => Empty end in
  let here := match all with Fork _ here _ => here | Empty => [] end in
  let upper := match all with Fork _ _ upper => upper | Empty => Empty end in
  match key with
  | [] => Fork lower (x :: here) upper
  | digit :: key' =>
      if digit then Fork lower here (with_entry key' x upper) else Fork (with_entry key' x lower) here upper
  end.

Definition shared_out (key_of : X -> list bool) (l : list X) : slots X :=
  fold_right (fun x all => with_entry (key_of x) x all) Empty l.

Lemma slot_with_entry : forall key x all, slot key (with_entry key x all) = x :: slot key all.
Proof.
  induction key as [|digit key IH]; intros x [|lower here upper]; cbn [with_entry slot]; try reflexivity;
    destruct digit; cbn [slot]; now rewrite IH.
Qed.

Lemma slot_without_entry : forall key key' x all, key <> key' -> slot key (with_entry key' x all) = slot key all.
Proof.
  intros key key'. revert key. induction key' as [|digit' key' IH]; intros [|digit key] x all Hne; [easy| | |].
  - destruct all; cbn [with_entry slot]; [now destruct digit|reflexivity].
  - destruct all, digit'; reflexivity.
  - destruct (bool_dec digit digit') as [->|Hdigit].
    + destruct all, digit'; cbn [with_entry slot]; now rewrite IH by congruence.
    + destruct all, digit', digit; cbn [with_entry slot]; easy.
Qed.

(** What has a property is found in one slot if it all has the key of that one; others may be there too. *)
Lemma filter_slot : forall key_of (has : X -> bool) key l, (forall x, has x = true -> key_of x = key) ->
  filter has (slot key (shared_out key_of l)) = filter has l.
Proof.
  intros key_of has key l Hkey. induction l as [|x l IH]; [now destruct key|]. cbn [shared_out fold_right filter].
  destruct (list_eq_dec bool_dec key (key_of x)) as [E|Hne].
  - rewrite <- E, slot_with_entry. cbn [filter]. now destruct (has x); rewrite <- IH.
  - rewrite slot_without_entry by exact Hne. destruct (has x) eqn:Hx; [|exact IH].
    elim Hne. symmetry. now apply Hkey.
Qed.

End Slots.

(** The powers of 2 from [power] on, the greatest first: those up to n, but no more than [most] of them. *)
Fixpoint powers (most n power : nat) (smaller : list nat) : list nat :=
  match most with
  | O => smaller
  | S most' => if n <? power then smaller else powers most' n (power + power) (power :: smaller)
  end.

(** The digits of n − low; numbers that have more of them may have the same digits. *)
Fixpoint digits (steps : list nat) (low n : nat) : list bool :=
  match steps with
  | [] => []
  | power :: steps' =>
      if low + power <=? n then true :: digits steps' (low + power) n else false :: digits steps' low n
  end.
