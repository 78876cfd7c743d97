(** Theorem 3.1: the formula it displays for T(r,m), over nonincreasing tuples b and over all tuples. *)

From Coq Require Import List Arith ZArith QArith Qfield Permutation Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums RationalSums.
From Equiloss.Counting Require Import Multinomials SortedTuples.
Import ListNotations.

Local Open Scope Q_scope.

(** ** Weights of nonincreasing tuples *)

(** 1/(b_1!·b_2!·...·c_1!·...·c_m!) *)
Definition sorted_weight (m : nat) (b : list nat) : Q := weight b * weight (multiplicities m b).

(** Putting i in makes one more of c_i. *)
Lemma multiplicities_cons : forall m i b, (1 <= i <= m)%nat -> exists l l',
  multiplicities m (i :: b) = l ++ S (count_occ Nat.eq_dec b i) :: l' /\
  multiplicities m b = l ++ count_occ Nat.eq_dec b i :: l'.
Proof.
  intros m i b Hi. assert (H : In i (seq 1 m)) by (apply in_seq; lia).
  destruct (in_split i (seq 1 m) H) as (l & l' & E). pose proof (seq_NoDup m 1) as N. rewrite E in N.
  apply NoDup_remove_2 in N. rewrite in_app_iff in N.
  exists (map (count_occ Nat.eq_dec b) l), (map (count_occ Nat.eq_dec b) l').
  unfold multiplicities. rewrite E, !map_app, !map_cons, count_occ_cons_eq by reflexivity. split; [|reflexivity].
  assert (Hother : forall k : list nat, ~ In i k ->
    map (count_occ Nat.eq_dec (i :: b)) k = map (count_occ Nat.eq_dec b) k).
  { intros k Hk. apply map_ext_in. intros x Hx. apply count_occ_cons_neq. intros ->. contradiction. }
  rewrite !Hother; tauto.
Qed.

(** The multiplicities add up to the number of parts. *)
Lemma multiplicities_sum : forall m b,
  (forall x, In x b -> 1 <= x <= m)%nat -> list_sum (multiplicities m b) = length b.
Proof.
  intros m b. induction b as [|x b IH]; intro H.
  - unfold multiplicities. induction (seq 1 m); [reflexivity | assumption].
  - destruct (multiplicities_cons m x b) as (l & l' & E & E'); [apply H; now left|].
    rewrite E' in IH. rewrite E. simpl. rewrite <- IH by (intros y Hy; apply H; now right).
    rewrite !list_sum_app. simpl. lia.
Qed.

Lemma sorted_weight_insert : forall m i b, (1 <= i <= m)%nat ->
  sorted_weight m (insert i b) * rational (count_occ Nat.eq_dec (insert i b) i) ==
  inverse_factorial i * sorted_weight m b.
Proof.
  intros m i b Hi. pose proof (insert_permutation i b) as P. unfold sorted_weight.
  replace (multiplicities m (insert i b)) with (multiplicities m (i :: b)).
  2: { apply map_ext. intro x. symmetry. now apply Permutation_count_occ. }
  rewrite (weight_permutation _ _ P), (proj1 (Permutation_count_occ Nat.eq_dec _ _) P).
  rewrite count_occ_cons_eq by reflexivity.
  destruct (multiplicities_cons m i b Hi) as (l & l' & -> & ->).
  rewrite !weight_app, !weight_cons, <- (inverse_factorial_S (count_occ Nat.eq_dec b i)). ring.
Qed.

Definition sorted_sum (m j u : nat) : Q := Qsum (map (sorted_weight m) (sorted_tuples j u)).

(** With Σ_i c_i = j + 1, sum over the tuples b and their parts i in either order. *)
Lemma sorted_sum_S : forall m j u, (u <= m)%nat ->
  rational (S j) * sorted_sum m (S j) u ==
  Qsum (map (fun i => inverse_factorial i * sorted_sum m j (u - i)) (seq 1 u)).
Proof.
  intros m j u Hu. unfold sorted_sum. rewrite <- Qsum_scale.
  rewrite (Qsum_ext _ (fun b =>
    Qsum (map (fun i => sorted_weight m b * rational (count_occ Nat.eq_dec b i)) (seq 1 u)))).
  - rewrite Qsum_exchange. apply Qsum_ext. intros i Hi. apply in_seq in Hi.
    rewrite (Qsum_filter (fun b => 0 <? count_occ Nat.eq_dec b i)%nat).
    2: { intros b _ Hb. apply Nat.ltb_ge, Nat.le_0_r in Hb. rewrite Hb. change (rational 0) with 0. ring. }
    rewrite (Qsum_permutation _ _ (Permutation_map _ (sorted_tuples_with i j u ltac:(lia)))), map_map, <- Qsum_scale.
    apply Qsum_ext. intros b _. apply sorted_weight_insert. lia.
  - intros b Hb. apply in_sorted_tuples in Hb. destruct Hb as (_ & <- & Hs & Hp).
    rewrite Qsum_scale, (rational_sum (count_occ Nat.eq_dec b)). fold (multiplicities u b).
    rewrite multiplicities_sum; [ring|].
    intros x Hx. split; [now apply Hp|]. rewrite <- Hs. clear - Hx.
    induction b as [|y b IH]; [contradiction|]. destruct Hx as [-> | Hx]; simpl; [|specialize (IH Hx)]; lia.
Qed.

(** The sum over sorted tuples is the sum over all tuples, divided by j!. *)
Lemma sorted_sum_is_surjection_weight : forall m j u, (u <= m)%nat ->
  sorted_sum m j u == surjection_weight j u * inverse_factorial j.
Proof.
  intros m j. induction j as [|j IH]; intros u Hu.
  - destruct u as [|u].
    + unfold sorted_sum. simpl. unfold sorted_weight. rewrite weight_multiplicities_nil. reflexivity.
    + unfold surjection_weight. change (G 0 (S u)) with 0%Z. change (sorted_sum m 0 (S u)) with 0. ring.
  - apply (Qmult_inj_l _ _ (rational (S j)) (rational_S_nonzero j)). rewrite sorted_sum_S by exact Hu.
    setoid_replace (rational (S j) * (surjection_weight (S j) u * inverse_factorial (S j)))
      with (inverse_factorial j * surjection_weight (S j) u) by (rewrite <- (inverse_factorial_S j); ring).
    rewrite surjection_weight_by_first, <- Qsum_scale. apply Qsum_ext. intros i _. rewrite IH by lia. ring.
Qed.

(** ** The displayed sums *)

Lemma binomial_by_factorials : forall m u, (u <= m)%nat ->
  inject_Z (factorial m) * (inverse_factorial (m - u) * inverse_factorial u) == inject_Z (binomial m u).
Proof.
  assert (H : forall a u, (binomial (a + u) u * (factorial a * factorial u) = factorial (a + u))%Z).
  { intros a u. induction u as [|u IH].
    - rewrite binomial_0_r, Nat.add_0_r. change (factorial 0) with 1%Z. ring.
    - rewrite <- plus_n_Sm, !factorial_S, <- IH, !Z.mul_assoc, <- binomial_absorb. ring. }
  intros m u Hu. specialize (H (m - u)%nat u). replace (m - u + u)%nat with m in H by lia.
  rewrite <- H, !inject_Z_mult. unfold inverse_factorial. field. split; apply factorial_nonzero.
Qed.

(** The sum over all sorted tuples with sum u, of at most n parts, is Bell(u)/u!. *)
Lemma sorted_sums_bell : forall m n u, (u <= m)%nat -> (u <= n)%nat ->
  Qsum (map (fun j => sorted_sum m j u) (seq 0 (S n))) == inject_Z (bell u) * inverse_factorial u.
Proof.
  intros m n u Hm Hn. rewrite (Qsum_ext _ (fun j => inverse_factorial u * inject_Z (stirling2 u j))).
  - rewrite Qsum_scale, Qsum_inject_Z. fold (Zsum 0 (S n) (stirling2 u)).
    rewrite (Zsum_cut (S u)); [fold (bell u); ring | lia | intros i Hi; apply stirling2_above; lia].
  - intros j _. rewrite sorted_sum_is_surjection_weight by exact Hm. unfold surjection_weight, G, inverse_factorial.
    rewrite inject_Z_mult. field. split; apply factorial_nonzero.
Qed.

Theorem sorted_sum_is_t : SortedSumIsT.
Proof.
  intros r m Hrm. unfold displayed. rewrite Qsum_flat_map.
  rewrite (Qsum_ext _ (fun j => Qsum (map (fun u =>
    inject_Z (factorial m) * surjection_weight r (m - u) * sorted_sum m j u) (seq 0 (S m))))).
  2: { intros j _. rewrite Qsum_flat_map. apply Qsum_ext. intros u _. rewrite Qsum_flat_map.
    rewrite (Qsum_ext _ (fun k => inject_Z (factorial m) * sorted_sum m j u * weight k)).
    - rewrite Qsum_scale, compositions_weight. ring.
    - intros k _. unfold sorted_sum. fold (sorted_tuples j u).
      rewrite (Qsum_ext _ (fun b => inject_Z (factorial m) * weight k * sorted_weight m b)).
      + rewrite Qsum_scale. ring.
      + intros b _. rewrite term_by_weights. unfold sorted_weight. ring. }
  rewrite Qsum_exchange. unfold T, Zsum. rewrite <- Qsum_inject_Z. apply Qsum_ext. intros u Hu. apply in_seq in Hu.
  rewrite Qsum_scale. destruct (le_lt_dec u (m - r)) as [Hr | Hr].
  - rewrite sorted_sums_bell, !inject_Z_mult, <- binomial_by_factorials by lia. unfold surjection_weight. ring.
  - rewrite surjection_weight_above by lia. unfold G. rewrite stirling2_above by lia.
    rewrite Z.mul_0_r, Z.mul_0_r, Z.mul_0_l. ring.
Qed.

Theorem printed_sum_is_not_t : PrintedSumIsNotT.
Proof. split; reflexivity. Qed.
