(* #20413: a parameter with a value is none that calls give. *)
Fixpoint climb (n : nat) (m := n) (k : nat) (next : nat -> nat) : nat :=
  match m with
  | O => S (next 1)
  | S p => climb p p (fun j => climb j p next)
  end.
