(* #17871: floating-point numbers of the machine. *)
From Coq Require Import Floats.
