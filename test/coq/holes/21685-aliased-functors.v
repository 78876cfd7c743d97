(* #21685: nor in the body of one under another name. *)
Module Empty.
End Empty.
Module Alias := Empty.
