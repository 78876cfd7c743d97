(* #13439: the virtual machine, as a cast. *)
Lemma five : 2 + 3 = 5.
Proof. exact ((eq_refl : 5 = 5) <: 2 + 3 = 5). Qed.
