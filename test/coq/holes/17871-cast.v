(* #17871, #16645: the native compiler, as a cast. *)
Lemma five : 2 + 3 = 5.
Proof. exact ((eq_refl : 5 = 5) <<: 2 + 3 = 5). Qed.
