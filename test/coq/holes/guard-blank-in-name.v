(* #20413: a no-break space is a letter to Coq: q j is one name. *)
Fixpoint climb (n : nat) (next : nat -> nat) : nat :=
  match n with
  | O => S (next 1)
  | S k => climb k (fun q j => match n with O => 0 | S q => climb q j next end)
  end.
