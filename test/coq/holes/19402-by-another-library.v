(* #19402: integers of the machine, from a library that doesn't say so. *)
From Coq Require Import Cyclic63 CyclicAxioms.
Definition two := ZnZ.add (ZnZ.one (Ops := int_ops)) (ZnZ.one (Ops := int_ops)).
