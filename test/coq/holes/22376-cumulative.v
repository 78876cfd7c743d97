(* #22376: inductive types that are cumulative in universes of their own. *)
Polymorphic Cumulative Inductive boxed := box (A : Type).
