(* #12439: coqchk looks too little at primitives. *)
Primitive plus_ := #int63_add.
