(* #21683: the function is passed on uncalled to another one, which calls it where it shouldn't. *)
Fixpoint refute (f : nat -> Type) (n seed : nat) : Type :=
  match n with
  | O => f seed -> False
  | S k => refute f k seed
  end.

Fixpoint self (n : nat) : Type :=
  match n with
  | O => True
  | S k => refute self 1 (S k)
  end.
