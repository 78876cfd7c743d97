(* The tactic fix leaves the call to whatever tactics follow. *)
Definition looped : nat -> nat.
Proof. fix f 1. intro n. destruct n as [|k]; [exact O|exact (f k)]. Defined.
