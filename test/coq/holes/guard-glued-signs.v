(* #20413: signs without blanks between them hide where a match starts, and so that it binds k. *)
Fixpoint climb (n : nat) (next : nat -> nat) : nat :=
  match n with
  | O => S (next 2)
  | S k => climb k (fun j=>@id nat (match j with O => 0 | S k => climb k next end))
  end.
