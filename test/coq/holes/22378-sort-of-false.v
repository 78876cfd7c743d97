(* #22378: the sort SProp by another name, and definitions in a constructor by an abbreviation: a proof of False. *)
Definition sort := ltac:(match type of False_sind with forall P : ?s, _ => exact s end).
Inductive single : sort := only | other.
Notation given x T := (let y := x in T).
Inductive pair : Type := both : forall x y : nat, given only (given only pair).
Definition left (p : pair) : nat := match p with both x y a b => x end.
Definition right (p : pair) : nat := match p with both x y a b => y end.
Lemma same : forall p, left p = right p.
Proof. reflexivity. Qed.

Theorem absurd : False.
Proof. discriminate (same (both 0 1)). Qed.
