(* A function that tactics write. *)
Fixpoint written (n : nat) : nat.
Proof. destruct n as [|k]; [exact O|exact (written k)]. Defined.
