(* #7609: wrong names of modules, from a plugin. *)
Declare ML Module "aliases".
