(* #22387, #22378, #22385, #22391: constructors that hold definitions. *)
Inductive labelled := Label (n : nat) (twice := n + n) (small : twice = twice).
