(* #19402, #12439: integers of the machine. *)
From Coq Require Import Uint63.
