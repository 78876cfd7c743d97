(* #21701: a call without arguments hid in a let. *)
Fixpoint even_steps (f : nat -> nat) (p m : nat) {struct m} : nat :=
  match m with
  | O => S p
  | S j => let h := odd_steps f in h (S p) j
  end
with odd_steps (f : nat -> nat) (q m : nat) {struct m} : nat :=
  match m with
  | O => S (f q)
  | S j => even_steps f q j
  end.

Fixpoint hidden (n : nat) : nat :=
  match n with
  | O => O
  | S k => even_steps hidden k n
  end.
