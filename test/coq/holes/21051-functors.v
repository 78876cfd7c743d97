(* #21051: names in a functor's body were not substituted when it was strengthened. *)
Module Type HasType.
  Definition T := nat.
End HasType.
Module Wrap (X : HasType).
  Definition t : X.T := O.
End Wrap.
