(* #22386, #16831: the trees of corecursive functions were computed in the wrong environment. *)
From Coq Require Import Streams.
Definition ones : Stream nat := cofix s : Stream nat := Cons 1 s.
