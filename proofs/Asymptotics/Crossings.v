(** Where the ratios fall below a bound: they do once and for all. *)

From Coq Require Import List Arith ZArith QArith Qpower Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums.
From Equiloss.Counting Require Import Counts.
From Equiloss.Asymptotics Require Import VastlyOverparameterized ThresholdExists RatioFalls.

Local Open Scope Z_scope.

(** What is decided, stays true and is true somewhere, is true from a first number on. *)
Lemma least_from : forall (P : nat -> Prop) first, (forall n, {P n} + {~ P n}) ->
  (forall n, (first <= n)%nat -> P n -> P (S n)) ->
  (exists n, (first <= n)%nat /\ P n) -> exists least, forall n, (first <= n)%nat -> (P n <-> (least <= n)%nat).
Proof.
  intros P first Hdec Hstays (n & Hn & HP).
  assert (Hlater : forall k l, (first <= k)%nat -> P k -> (k <= l)%nat -> P l).
  { intros k l Hk HPk Hl. induction Hl as [|l Hl IH]; [exact HPk|]. apply Hstays; [lia|exact IH]. }
  revert HP. induction Hn as [|n Hn IH]; intro HP.
  - exists first. intros n Hn. split; [easy|]. intros _. now apply (Hlater first).
  - destruct (Hdec n) as [H|H]; [now apply IH|]. exists (S n). intros k Hk. split; intro H'.
    + destruct (le_lt_dec (S n) k) as [|Hlt]; [assumption|]. elim H. apply (Hlater k); [lia|exact H'|lia].
    + apply (Hlater (S n)); [lia|exact HP|exact H'].
Qed.

(** T(r,m) outgrows every multiple of r^m. *)
Lemma t_outgrows : forall r n, (1 <= r)%nat -> 0 <= n ->
  exists m, (r <= m)%nat /\ n * Z.of_nat r ^ Z.of_nat m < T r m.
Proof.
  intros r n Hr Hn. set (R := Z.of_nat r). assert (HR : 1 <= R) by (unfold R; lia).
  assert (Hpower : forall k, 0 < R ^ Z.of_nat k) by (intro k; apply Z.pow_pos_nonneg; lia).
  set (p := n * R ^ Z.of_nat (S r)). assert (Hp : 0 <= p) by (apply Z.mul_nonneg_nonneg; [|apply Z.lt_le_incl]; easy).
  set (j := Z.to_nat p). assert (Hj : Z.of_nat j = p) by now apply Z2Nat.id.
  exists (r + j)%nat. split; [lia|].
  apply Z.lt_le_trans with (Z.of_nat (S r) ^ Z.of_nat j * T r r); [|apply t_growth_iterated].
  apply Z.lt_le_trans with (Z.of_nat (S r) ^ Z.of_nat j * 1).
  2:{ apply Z.mul_le_mono_nonneg_l; [apply Z.pow_nonneg; lia|]. pose proof (t_positive r r (le_n r)). lia. }
  pose proof (power_growth R j ltac:(lia)) as H. replace (R + 1) with (Z.of_nat (S r)) in H by (unfold R; lia).
  rewrite Hj in H at 2. rewrite Z.mul_1_r.
  apply (Z.mul_lt_mono_pos_l R); [lia|]. apply Z.lt_le_trans with (R ^ Z.of_nat j * (R + p)); [|exact H].
  rewrite Nat2Z.inj_add, Z.pow_add_r by lia. fold R.
  replace (R * (n * (R ^ R * R ^ Z.of_nat j))) with (R ^ Z.of_nat j * p).
  2:{ unfold p. rewrite Nat2Z.inj_succ, Z.pow_succ_r by lia. fold R. ring. }
  apply Z.mul_lt_mono_pos_l; [apply Hpower|lia].
Qed.

(** All levels together are at most r^m. *)
Lemma all_levels_below_power : forall r m, (1 <= r)%nat -> all_levels r m <= Z.of_nat r ^ Z.of_nat m.
Proof.
  intros r m Hr. rewrite <- functions_counted. unfold all_levels.
  replace (S r) with (1 + (r - 1 + 1))%nat by lia. rewrite Zsum_split.
  change (0 + 1)%nat with 1%nat. rewrite Zsum_split.
  assert (Hle : Zsum 1 (r - 1) (fun k => G (r - k) m) <= Zsum 1 (r - 1) (fun k => binomial r k * G (r - k) m)).
  { apply Zsum_le. intros k Hk. rewrite <- (Z.mul_1_l (G (r - k) m)) at 1.
    apply Z.mul_le_mono_nonneg_r; [apply g_nonneg|]. clear -Hk.
    assert (H : forall n k, (k <= n)%nat -> 1 <= binomial n k).
    { induction n as [|n IH]; intros [|j] Hj; try lia; [now rewrite binomial_0_r..|]. rewrite binomial_S_S.
      pose proof (IH j ltac:(lia)). pose proof (binomial_nonneg n (S j)). lia. }
    apply H. lia. }
  assert (Hnonneg : forall first n, 0 <= Zsum first n (fun k => binomial r k * G (r - k) m)).
  { intros first n. apply Zsum_nonneg. intros k _. apply Z.mul_nonneg_nonneg; [apply binomial_nonneg|apply g_nonneg]. }
  pose proof (Hnonneg 0%nat 1%nat). pose proof (Hnonneg (1 + (r - 1))%nat 1%nat). lia.
Qed.

Lemma level_below_all : forall k r m, (1 <= k < r)%nat -> G (r - k) m <= all_levels r m.
Proof.
  intros k r m Hk. unfold all_levels. replace (r - 1)%nat with ((k - 1) + (1 + (r - 1 - k)))%nat by lia.
  rewrite !Zsum_split. replace (1 + (k - 1))%nat with k by lia.
  assert (Hnonneg : forall first n, 0 <= Zsum first n (fun k => G (r - k) m)).
  { intros first n. apply Zsum_nonneg. intros j _. apply g_nonneg. }
  pose proof (Hnonneg 1%nat (k - 1)%nat). pose proof (Hnonneg (k + 1)%nat (r - 1 - k)%nat).
  assert (Zsum k 1 (fun k => G (r - k) m) = G (r - k) m) by (unfold Zsum; cbn; lia). lia.
Qed.

(** A share of b that a is below, if a/b doesn't grow. *)
Lemma share_stays : forall a b a' b' p q, 0 <= q -> 0 < b -> 0 < b' ->
  a' * b <= a * b' -> q * a < p * b -> q * a' < p * b'.
Proof.
  intros a b a' b' p q Hq Hb Hb' Hfalls H. apply (Z.mul_lt_mono_pos_r b); [exact Hb|].
  apply Z.le_lt_trans with (q * (a * b')).
  - rewrite <- Z.mul_assoc. now apply Z.mul_le_mono_nonneg_l.
  - replace (q * (a * b')) with (q * a * b') by ring. replace (p * b' * b) with (p * b * b') by ring.
    now apply Z.mul_lt_mono_pos_r.
Qed.

(** A count whose ratio to T(r,m) doesn't grow, and which is at most r^m, is at last below every share of T(r,m). *)
Lemma crossing : forall r (f : nat -> Z) p q, (1 <= r)%nat -> 0 < p -> 0 < q ->
  (forall m, (r <= m)%nat -> f (S m) * T r m <= f m * T r (S m)) -> (forall m, f m <= Z.of_nat r ^ Z.of_nat m) ->
  exists least, forall m, (r <= m)%nat -> (q * f m < p * T r m <-> (least <= m)%nat).
Proof.
  intros r f p q Hr Hp Hq Hfalls Hf. apply (least_from (fun m => q * f m < p * T r m)).
  - intro m. apply Z_lt_dec.
  - intros m Hm. apply share_stays; [lia|now apply t_positive|apply t_positive; lia|now apply Hfalls].
  - destruct (t_outgrows r q Hr ltac:(lia)) as (m & Hm & H). exists m. split; [exact Hm|].
    apply Z.le_lt_trans with (q * Z.of_nat r ^ Z.of_nat m); [apply Z.mul_le_mono_nonneg_l; [lia|apply Hf]|].
    apply Z.lt_le_trans with (1 := H). pose proof (t_nonneg r m). nia.
Qed.

Lemma quotient_below : forall a b (ε : Q), 0 < b ->
  ((inject_Z a / inject_Z b < ε)%Q <-> Z.pos (Qden ε) * a < Qnum ε * b).
Proof.
  intros a b ε Hb. rewrite <- (Qmult_1_r ε) at 1.
  assert (E : (ε * 1 == inject_Z (Qnum ε) / inject_Z (Z.pos (Qden ε)))%Q).
  { destruct ε as [n d]. unfold Qeq, Qdiv, Qmult, Qinv, inject_Z. cbn [Qnum Qden]. lia. }
  rewrite E, quotients_lt by easy. now rewrite (Z.mul_comm a).
Qed.

Lemma level_power : forall k r m n,
  (level_ratio k r m ^ Z.of_nat n == inject_Z (G (r - k) m ^ Z.of_nat n) / inject_Z (T r m ^ Z.of_nat n))%Q.
Proof. intros k r m n. unfold level_ratio. now rewrite Qdiv_power, !Zpower_Qpower by lia. Qed.

Lemma power_product_le : forall a b c d n, 0 <= a -> 0 <= b -> 0 <= c -> a * b <= c * d ->
  a ^ Z.of_nat n * b ^ Z.of_nat n <= c ^ Z.of_nat n * d ^ Z.of_nat n.
Proof.
  intros a b c d n Ha Hb Hc H. rewrite <- !Z.pow_mul_l. apply Z.pow_le_mono_l. split; [|exact H].
  now apply Z.mul_nonneg_nonneg.
Qed.

(** Powers of a ratio below 1 become as small as one likes. *)
Lemma powers_vanish : forall g t q, 0 < g < t -> 0 < q -> exists n, q * g ^ Z.of_nat n < t ^ Z.of_nat n.
Proof.
  intros g t q Hg Hq. set (n := Z.to_nat (q * g)).
  assert (Hqg : 0 <= q * g) by (apply Z.mul_nonneg_nonneg; lia).
  assert (Hn : Z.of_nat n = q * g) by now apply Z2Nat.id.
  exists n. pose proof (power_growth g n ltac:(lia)) as H. rewrite Hn in H at 2.
  assert (Hle : (g + 1) ^ Z.of_nat n <= t ^ Z.of_nat n) by (apply Z.pow_le_mono_l; lia).
  assert (Hpower : 0 < g ^ Z.of_nat n) by (apply Z.pow_pos_nonneg; lia).
  apply (Z.mul_lt_mono_pos_l g); [lia|]. apply Z.lt_le_trans with (g * (g + 1) ^ Z.of_nat n).
  - apply Z.lt_le_trans with (2 := H). assert (0 < g ^ Z.of_nat n * g) by (apply Z.mul_pos_pos; lia). lia.
  - apply Z.mul_le_mono_nonneg_l; lia.
Qed.
