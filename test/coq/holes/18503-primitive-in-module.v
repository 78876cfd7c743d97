(* #18503: a primitive in a module's type was convertible to anything. *)
Module Type Operation.
  Primitive add := #int63_add.
End Operation.
