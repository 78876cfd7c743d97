(* #21839: an inner function was reduced in a context that was not its own. *)
Fixpoint blurred (n : nat) (b : bool) {struct n} : nat :=
  match n with
  | O => O
  | S k =>
      (fix inner (c : bool) (i : nat) {struct i} : nat :=
         match i with
         | O => (fun x : nat => if c then blurred x c else O) k
         | S j => inner b j
         end) b 1
  end.
