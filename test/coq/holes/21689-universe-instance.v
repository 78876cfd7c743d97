(* #21689, #21970: an instance of universes. *)
From Coq Require Import CRelationClasses.
Definition reflexive (A : Set) := @Reflexive@{Set Set} A.
