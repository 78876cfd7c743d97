(* #22385, #22391: universes of their own, by an attribute. *)
#[universes(polymorphic)] Definition kept (A : Type) := A.
