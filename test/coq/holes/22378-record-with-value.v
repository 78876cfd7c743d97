(* #22378: a field with a value is such a definition. *)
Record Measured := { size : nat; twice := size + size; known : twice = twice }.
