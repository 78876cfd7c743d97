(* #13439: the virtual machine, with very large values. *)
Lemma five : 2 + 3 = 5.
Proof. vm_compute. reflexivity. Qed.
