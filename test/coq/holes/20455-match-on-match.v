(* #20455: a match on a match was taken for a part of the parameter. *)
Definition positive (n : nat) : Prop := match n with O => False | S _ => True end.

Fixpoint descend (n : nat) {struct n} : positive n -> False :=
  match n with
  | O => fun h => h
  | S k => fun _ =>
      let step := fun (b : bool) (x : nat) (h : positive (match (if b then x else k) with O => k | S j => j end)) =>
        descend (match (if b then x else k) with O => k | S j => j end) h in
      step true 3 I
  end.

Theorem absurd : False.
Proof. exact (descend 1 I). Qed.
