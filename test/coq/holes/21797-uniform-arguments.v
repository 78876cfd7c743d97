(* #21797: arguments of calls were left out where it was told which parameters stay as they are. *)
Fixpoint around (n : nat) : nat :=
  match n with
  | O => O
  | S k =>
      (fix inner (p : nat) (q : nat) {struct q} : nat :=
         match q with
         | O => around p
         | S j => inner (inner p j) j
         end) k k
  end.
