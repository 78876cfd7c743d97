(** From the checkers of proofs/Checkers to OCaml. What is proved is about these functions; what is trusted besides is
    that extraction is right, and every directive below. See README.md beside this file. *)

From Coq Require Import Extraction ExtrOcamlBasic ZArith QArith Qcanon.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Spaces OrderedRationals.
From Equiloss.Checkers Require Import CheckedPartitions CheckedPath CheckedShortestPath CheckedTree CheckedMirroredPath
  CheckedShortestMirroredPath CheckedLayeredPath CheckedInertia CheckedCritical CheckedSplitting.

(** Natural numbers are OCaml's integers, here of 32 bits: entry.ml takes none from 2^30 on, and all others that come
    up are lengths of lists, sums of two such, and how many numbers the targets of data have. *)
Extract Inductive nat => int [ "0" "(fun n -> n + 1)" ]
  "(fun zero succ n -> if n = 0 then zero () else succ (n - 1))".
Extract Inlined Constant Init.Nat.add => "( + )".
Extract Inlined Constant Nat.eqb => "((=) : int -> int -> bool)".
Extract Inlined Constant Nat.leb => "((<=) : int -> int -> bool)".
Extract Inlined Constant Nat.ltb => "((<) : int -> int -> bool)".

(** The integers, and the positive ones in binary, are JavaScript's. *)
Extract Inductive positive => "Native.t" [ "Native.doubled_plus_1" "Native.doubled" "Native.one" ] "Native.case_of_positive".
Extract Inductive Z => "Native.t" [ "Native.zero" "" "Native.opp" ] "Native.case_of_integer".
Extract Inlined Constant Pos.succ => "Native.succ".
Extract Inlined Constant Pos.mul => "Native.mul".
Extract Inlined Constant Pos.of_succ_nat => "Native.of_succ_int".
Extract Inlined Constant Z.succ => "Native.succ".
Extract Inlined Constant Z.add => "Native.add".
Extract Inlined Constant Z.mul => "Native.mul".
Extract Inlined Constant Z.opp => "Native.opp".
Extract Inlined Constant Z.eqb => "Native.equal".
Extract Inlined Constant Z.eq_dec => "Native.equal".
Extract Inlined Constant Z.of_nat => "Native.of_int".
Extract Inlined Constant Z.ggcd => "Native.ggcd".
Extract Inlined Constant Z_dec' => "Native.order".

(** A loop, which takes no stack. *)
Extract Inlined Constant length => "Native.length".

(** The checkers over the rationals. *)
Definition units : Type := list (list Qc * list Qc).
Definition path : nat -> nat -> units -> units -> units -> list units -> list (list code) -> bool :=
  check_path rationals.
Definition shortest_path : nat -> nat -> units -> units -> units -> list units -> list (list code) ->
    path_bound (list code) -> bool := check_shortest_path rationals.
Definition connected : nat -> nat -> nat -> units -> list (list code * (nat * nat) * units) -> bool :=
  check_connected rationals.
Definition mirrored_path : parity -> nat -> nat -> units -> units -> units -> list units ->
    list (list code * list Z) -> bool := check_mirrored_path rationals.
Definition shortest_mirrored_path : parity -> nat -> nat -> units -> units -> units -> list units ->
    list (list code * list Z) -> path_bound (list code * list Z) -> bool := check_shortest_mirrored_path rationals.
Definition layers : Type := (list (list Qc) * list (list (list Qc)))%type.
Definition layered_path : nat -> nat -> layers -> layers -> layers -> list layers -> list (list (list code)) -> bool :=
  check_layered_path rationals.
Definition block : Type := (list (list Qc) * list nat * list (list Qc) * (nat * nat * nat))%type.
Definition symmetric : list (list Qc) -> block -> bool := check_inertia ordered_rationals.
Definition copies : nat -> nat -> list Qc -> list Qc -> units -> units -> units -> list Qc -> bool :=
  check_critical ordered_rationals.
Definition instances : critical_claim -> nat -> nat -> list Qc -> list Qc -> units -> units -> units -> list Qc ->
    block -> block -> bool := check_critical_instance ordered_rationals.
Definition splitting : nat -> nat -> list Qc -> list Qc -> units -> units -> units -> list Qc -> block ->
    list (list (list Qc) * list (list Qc) * (block * block)) -> nat * nat * nat -> bool :=
  check_splitting ordered_rationals.

Extraction "checkers.ml" Q2Qc check_enumeration path shortest_path connected mirrored_path
  shortest_mirrored_path layered_path symmetric copies instances splitting.
