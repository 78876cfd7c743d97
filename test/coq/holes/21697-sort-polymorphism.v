(* #21697, #21694, #18629: definitions for every sort. *)
Set Universe Polymorphism.
