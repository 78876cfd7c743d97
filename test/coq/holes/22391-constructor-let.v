(* #22391: so is a let in a constructor's type. *)
Inductive indexed : nat -> Set := at_index : forall n : nat, let m := S n in indexed m.
