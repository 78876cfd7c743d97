(* #12155: Print Assumptions loses flags of a parameter that is inlined. *)
Parameter Inline(9) width : nat.
