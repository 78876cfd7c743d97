(** What Coq computes for other programs to compare with; the answers are committed in [expected/vectors.txt].

    [cbv] is for every Coq; where it says [vm_compute], only native Coq is asked. *)

From Coq Require Import List ZArith.
From Equiloss Require Import Statements Vectors.
From Equiloss.Counting Require Import Enumeration Surjections.
Import ListNotations.

Set Printing Depth 100000.

Eval cbv in rows T 0 6.
Eval cbv in rows G 0 6.
Eval cbv in rows T_odd 0 6.
Eval cbv in rows T_even 0 6.
Eval cbv in rows beta 0 6.
Eval cbv in rows stirling 0 6.
Eval cbv in rows pascal 0 6.
Eval cbv in rows holds 0 6.
Eval cbv in last_failing.
Eval cbv in rows enumerate_labelled_partitions 0 3.
Eval cbv in rows enumerate_surjections 0 4.
Eval cbv in rows meetings 0 3.
Eval cbv in rows indices 0 2.

Eval vm_compute in rows T 7 8.
Eval vm_compute in rows G 7 8.
Eval vm_compute in rows T_odd 7 8.
Eval vm_compute in rows T_even 7 8.
Eval vm_compute in rows beta 7 8.
Eval vm_compute in rows stirling 7 8.
Eval vm_compute in rows pascal 7 8.
Eval vm_compute in rows holds 7 8.
Eval vm_compute in rows enumerate_labelled_partitions 4 4.
Eval vm_compute in rows enumerate_surjections 5 5.
Eval vm_compute in rows meetings 4 4.
Eval vm_compute in rows indices 3 3.
