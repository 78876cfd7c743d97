(* #16646: or of a functor applied without a check of universes. *)
Unset Universe Checking.
