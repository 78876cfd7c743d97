(* The name of the part is bound again before the call. *)
Fixpoint masked (n : nat) : nat :=
  match n with
  | O => O
  | S k => (fun k => match k with O => O | S _ => masked k end) k
  end.
