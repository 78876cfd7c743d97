(* #22141: a call that only a stuck redex would free. *)
Fixpoint stuck (n : nat) (f : nat -> nat) {struct n} : nat :=
  match n with
  | O => f O
  | S k => (match f with g => fun h : nat => stuck h g end) k
  end.
