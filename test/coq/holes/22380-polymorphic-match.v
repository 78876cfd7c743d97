(* #22380, #22376, #22385, #22391, #21689, #21970: definitions with universes of their own. *)
Polymorphic Inductive packed@{u} : Type := pack (A : Type@{u}).
