(* #21690: matches on propositions whose proofs are all the same. *)
Inductive nothing : SProp := .
