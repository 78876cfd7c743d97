(* #21736: inlining forgets universes. *)
Definition same (A : Type) (x : A) := x.
Register Inline same.
