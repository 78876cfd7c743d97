(* Program fills in what is left out, calls too. *)
From Coq Require Import Program.
Program Fixpoint found (n : nat) : nat := match n with O => O | S k => found _ end.
