(* #21692, #16829, #13998: arrays of the machine. *)
From Coq Require Import PArray.
