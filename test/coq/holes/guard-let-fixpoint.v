(* #20413: a recursive function that is local to a section. *)
Section Local.
Let Fixpoint climb (n : nat) (next : nat -> nat) : nat :=
  match n with
  | O => S (next 1)
  | S k => climb k (fun j => climb j next)
  end.

Lemma never : forall n, n <> S n.
Proof. induction n as [|n IH]; [discriminate|intro E; apply IH; now injection E]. Qed.

Lemma unfolded : forall k f, climb (S k) f = climb k (fun j => climb j f).
Proof. reflexivity. Qed.

Lemma at_zero : forall f, climb 0 f = S (f 1).
Proof. reflexivity. Qed.

Theorem absurd : False.
Proof. exact (never _ (eq_trans (unfolded 0 S) (at_zero _))). Qed.
End Local.
