(** How many lists the enumeration of [Enumeration.v] has. *)

From Coq Require Import List Arith ZArith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums ListFacts.
From Equiloss.Counting Require Import Enumeration.
Import ListNotations.

Local Open Scope Z_scope.

(** The number of partitions of m units into n + r blocks with labels on r of them. *)
Definition partition_count (r n m : nat) : Z := factorial r * binomial (n + r) r * stirling2 m (n + r).

(** The last unit shares its block with others, or is alone with a label, or is alone in a zero block. *)
Lemma partition_count_next : forall r n m,
  partition_count r n (S m) =
  Z.of_nat r * (partition_count r n m + partition_count (pred r) n m) +
  (Z.of_nat n * partition_count r n m + (if (n =? 0)%nat then 0 else partition_count r (pred n) m)).
Proof.
  intros [|r] [|n] m; unfold partition_count; cbn [pred Nat.eqb].
  - cbn. ring.
  - rewrite !Nat.add_0_r, stirling2_S_S, !binomial_0_r, Nat2Z.inj_succ. ring.
  - cbn [Nat.add]. rewrite stirling2_S_S, factorial_S, !binomial_diagonal, !Nat2Z.inj_succ. ring.
  - assert (Hk : exists k, (n + S r)%nat = k /\ (S n + r)%nat = k /\ (S n + S r)%nat = S k).
    { exists (n + S r)%nat. lia. }
    destruct Hk as (k & E & E' & E''). rewrite E, E', E'', stirling2_S_S, binomial_S_S, factorial_S.
    replace (Z.of_nat (S k)) with (Z.of_nat (S r) + Z.of_nat (S n)) by lia. ring.
Qed.

Lemma partitions_onto_counted : forall m labels n, NoDup labels ->
  Z.of_nat (length (partitions_onto labels n m)) = partition_count (length labels) n m.
Proof.
  induction m as [|m IH]; intros labels n H.
  - destruct labels as [|t labels], n as [|n]; [easy|..]; unfold partition_count; cbn [length Nat.add];
      rewrite <- ?plus_n_Sm; cbn [stirling2]; now rewrite Z.mul_0_r.
  - rewrite partition_count_next. cbn [partitions_onto].
    rewrite app_length, Nat2Z.inj_add. f_equal.
    + apply length_flat_map_constant. intros t Ht.
      rewrite map_length, app_length, Nat2Z.inj_add, !IH by auto using nodup_remove. do 2 f_equal.
      rewrite <- (length_remove t labels) by easy. easy.
    + destruct n as [|n]; [easy|].
      rewrite seq_S, flat_map_app, app_length, Nat2Z.inj_add.
      rewrite (length_flat_map_constant _ _ _ (partition_count (length labels) (S n) m)).
      * cbn [flat_map]. rewrite seq_length, app_nil_r, map_length, Nat.eqb_refl, app_length, Nat2Z.inj_add.
        rewrite !IH by easy. cbn [Nat.eqb Nat.add pred]. rewrite Nat2Z.inj_succ. ring.
      * intros z Hz. apply in_seq in Hz. rewrite map_length.
        destruct (Nat.eqb_spec (S z) (S n)) as [Hzn|_]; [lia|]. rewrite app_nil_r. now apply IH.
Qed.

Lemma length_flat_map_sum : forall (X : Type) (f : nat -> list X) n first,
  Z.of_nat (length (flat_map f (seq first n))) = Zsum first n (fun i => Z.of_nat (length (f i))).
Proof.
  induction n as [|n IH]; intro first; [easy|]. cbn [seq flat_map].
  now rewrite app_length, Nat2Z.inj_add, IH, Zsum_first.
Qed.

(** Sorting the partitions by their number i = n + r of blocks, of which each has a weight. *)
Lemma partition_count_sum : forall r m (weight : nat -> Z),
  Zsum 0 (S m) (fun n => partition_count r n m * weight (n + r)%nat) =
  factorial r * Zsum 0 (S m) (fun i => stirling2 m i * binomial i r * weight i).
Proof.
  intros r m weight. rewrite <- Zsum_scale.
  transitivity (Zsum 0 (r + S m) (fun i => factorial r * (stirling2 m i * binomial i r * weight i))).
  - rewrite Zsum_split, (Zsum_zero r) by (intros i Hi; rewrite binomial_above by lia; ring).
    rewrite (Nat.add_comm 0 r), Zsum_shift. apply Zsum_ext.
    intros n _. unfold partition_count. rewrite (Nat.add_comm n r). ring.
  - apply Zsum_cut; [lia|]. intros i Hi. rewrite stirling2_above by lia. ring.
Qed.
