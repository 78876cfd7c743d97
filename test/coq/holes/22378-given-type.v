(* #22378: a constructor's type that computes to one with a definition. *)
Definition given (n : nat) (T : Type) : Type := let m := n in T.
Inductive pair : Type := both : forall x : nat, given x pair.
Definition left (p : pair) : nat := match p with both x m => x end.
