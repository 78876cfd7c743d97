(* #21682: calls between the functions of a nested mutual definition were not counted. *)
Fixpoint outer (n : nat) : nat :=
  match n with
  | O => O
  | S k =>
      (fix up (p q : nat) {struct q} : nat := match q with O => p | S j => down (S p) j end
       with down (p q : nat) {struct q} : nat := match q with O => outer p | S j => up p j end
       for up) k k
  end.
