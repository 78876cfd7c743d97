(** What [Queries.v] has Coq compute, for other programs to compare with: tests that are proved to decide what
    Statements.v says, and tables. The enumerations are complete by [enumerate_complete] and
    [enumerate_surjections_complete], without repetition by [enumerate_nodup] and [enumerate_surjections_nodup]. *)

From Coq Require Import List Arith ZArith QArith.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import Enumeration.
From Equiloss.Topology Require Import MeetingDecided.
From Equiloss.Asymptotics Require Import VastlyOverparameterized.
Import ListNotations.

Local Open Scope nat_scope.

(** The rows [f 0 n, ..., f n n] for n = first, ..., last. *)
Definition rows {X : Type} (f : nat -> nat -> X) (first last : nat) : list (list X) :=
  map (fun n => map (fun k => f k n) (seq 0 (S n))) (seq first (S last - first)).

Definition stirling (n m : nat) : Z := stirling2 m n.
Definition pascal (k n : nat) : Z := binomial n k.

(** Whether inequality (6) holds for all a_k within the bound. *)
Definition holds (r m : nat) : bool := (Z.of_nat r ^ Z.of_nat m <=? T r m)%Z.

Theorem holds_correct : forall r m, 1 <= r <= m ->
  (holds r m = true <->
   forall a : nat -> Z,
     (forall k, 1 <= k < r -> (0 <= a k <= binomial (r - 1) (k - 1))%Z) ->
     (inject_Z (Zsum 1 (r - 1) (fun k => G (r - k) m * a k)%Z) / inject_Z (T r m) <=
      (inject_Z (Z.of_nat r - 1) / inject_Z (Z.of_nat r)) ^ Z.of_nat m)%Q).
Proof. intros r m Hr. unfold holds. rewrite Z.leb_le. symmetry. now apply inequality_criterion. Qed.

(** Row by row, whether the subspaces of two labelled partitions meet, in the order of their enumeration. *)
Definition meetings (r m : nat) : list (list bool) :=
  let all := enumerate_labelled_partitions r m in map (fun P => map (meets P) all) all.

(** What copies of a unit of rank E = rank add to the index, for d_in = d_out = d, every inertia (p, q, z) of B on the
    kernel of E, and n₊ = 1, 2, 3, n₋ = 0, 1, 2 and n₀ = 0, 1 shares: [p; q; z; n₊; n₋; n₀], then the positive, negative
    and zero eigenvalues added, which [IndexAbove] says are those of the Hessian. *)
Definition indices (rank d : nat) : list (list nat) :=
  flat_map (fun p => flat_map (fun q => flat_map (fun plus => flat_map (fun minus => map (fun null =>
    let c := {| unit_rank := rank; bend_positive := p; bend_negative := q; bend_zero := d - rank - p - q;
      shares_positive := plus; shares_negative := minus; shares_zero := null |} in
    [p; q; bend_zero c; plus; minus; null; added_positive c; added_negative c; added_zero d d c])
  (seq 0 2)) (seq 0 3)) (seq 1 3)) (seq 0 (S (d - rank - p)))) (seq 0 (S (d - rank))).
