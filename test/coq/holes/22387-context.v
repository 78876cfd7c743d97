(* #22387: a definition of a section, which becomes one of the type. *)
Section Measured.
Context (m := 3).
Inductive measured : nat -> Set := at_three : measured m.
End Measured.
