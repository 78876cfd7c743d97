(* #20413: the function is passed on uncalled, through a constant that nobody unfolds. *)
Lemma at_three : {g : (nat -> nat) -> nat | forall f, g f = S (f 3)}.
Proof. exists (fun f => S (f 3)). reflexivity. Qed.

Fixpoint twist (n : nat) (m : nat) {struct n} : nat :=
  match n with
  | O => m
  | S k => twist k (proj1_sig at_three (fun j => twist j 0))
  end.
