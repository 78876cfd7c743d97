(* #22382: a parameter with a value was counted as one that calls give. *)
Definition pass (f : nat -> Type) (seed : nat) : nat -> nat -> Type :=
  fix inner (held : nat := seed) (p m : nat) {struct m} : Type :=
    match m with
    | O => f p -> False
    | S j => inner held j
    end.

Fixpoint self (n : nat) : Type :=
  match n with
  | O => True
  | S k => pass self n k k
  end.
