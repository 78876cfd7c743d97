(* #20555: a call was lost by reducing across a function within the function. *)
Fixpoint lost (u : unit) {struct u} : False :=
  (fix inner (n : nat) {struct n} := match n with O => lost | S k => inner k end) 1 u.

Theorem absurd : False.
Proof. exact (lost tt). Qed.
