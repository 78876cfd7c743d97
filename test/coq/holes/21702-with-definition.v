(* #21702: with Definition on constants with universes of their own. *)
Module Type Sized.
  Polymorphic Definition size := nat.
End Sized.
Declare Module Given : Sized with Definition size := nat.
