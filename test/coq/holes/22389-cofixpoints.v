(* #22389: nested mutual corecursive functions were all checked as one of them. *)
CoInductive stream := more (n : nat) (s : stream).
CoFixpoint zeros : stream := more O zeros.
