(* #22021: the types of an inner function's parameters were sometimes not looked at. *)
Fixpoint typed (n : nat) : Type :=
  match n with
  | O => nat
  | S k =>
      (fix inner (m : nat) : (typed k -> nat) -> Type :=
         match m with
         | O => fun _ : typed k -> nat => nat
         | S j => inner j
         end) k (fun _ => O)
  end.
