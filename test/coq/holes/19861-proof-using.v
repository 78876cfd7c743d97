(* #19861: section variables that a proof uses and doesn't tell. *)
Section Told.
Variable n : nat.
Hypothesis zero : n = O.
Lemma told : n = O.
Proof using n zero. exact zero. Qed.
End Told.
