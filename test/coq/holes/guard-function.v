(* Function writes a recursive function by tactics. *)
From Coq Require Import FunInd.
Function halved (n : nat) : nat := match n with S (S k) => S (halved k) | _ => O end.
