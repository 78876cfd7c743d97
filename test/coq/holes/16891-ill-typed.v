(* #16891, #16957: a tactic that doesn't look at types. *)
Lemma five : 2 + 3 = 5.
Proof. change_no_check (5 = 5). reflexivity. Qed.
