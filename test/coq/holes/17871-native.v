(* #17871, #16645: the native compiler. *)
Lemma five : 2 + 3 = 5.
Proof. native_compute. reflexivity. Qed.
