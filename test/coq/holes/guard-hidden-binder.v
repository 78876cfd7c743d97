(* #20413: a comma in a type hides that k is bound after it. *)
Fixpoint climb (n : nat) (next : (forall y : nat, nat) -> nat -> nat) : nat :=
  match n with
  | O => S (next (fun y => y) 1)
  | S k => climb k (fun (p : forall y : nat, nat) (k : nat) => climb k next)
  end.
