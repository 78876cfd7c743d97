(* A coercion hides what the function is applied to: the call that is read is not the one that is meant. *)
Record Box := { opened :> nat }.
Fixpoint unseen (n : nat) (m : nat) {struct n} : nat :=
  match n with
  | O => m
  | S k => unseen (Build_Box k) m
  end.
