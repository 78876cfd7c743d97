(* #21053: with a path between types that isn't trivial, a transported part is not a part. *)
Section Paths.
Context (path : nat = nat).
Definition carried : nat -> nat := eq_rect _ (fun T : Set => T -> nat) (fun x => x) _ (eq_sym path).
Fixpoint ferried (n : nat) {struct n} : nat :=
  match n with
  | O => O
  | S k => S (ferried (carried k))
  end.
End Paths.
