(** Sums of multinomial coefficients: over all r-tuples with sum m they give G(r,m). Everything is divided by m!, as
    in exponential generating functions. *)

From Coq Require Import List Arith ZArith QArith Qfield Permutation Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums RationalSums.
Import ListNotations.

Local Open Scope Q_scope.

(** The natural number n as a rational. *)
Definition rational (n : nat) : Q := inject_Z (Z.of_nat n).

Lemma rational_S : forall n, rational (S n) == rational n + 1.
Proof. intro n. unfold rational. now rewrite Nat2Z.inj_succ, <- Z.add_1_r, inject_Z_plus. Qed.

Lemma rational_S_nonzero : forall n, ~ rational (S n) == 0.
Proof. intros n H. unfold Qeq in H. simpl in H. lia. Qed.

Lemma rational_sum : forall {X : Type} (f : X -> nat) (l : list X),
  Qsum (map (fun x => rational (f x)) l) == rational (list_sum (map f l)).
Proof.
  intros X f l. induction l as [|x l IH]; simpl; [reflexivity|]. rewrite IH. unfold rational.
  now rewrite Nat2Z.inj_add, inject_Z_plus.
Qed.

(** 1/n! *)
Definition inverse_factorial (n : nat) : Q := / inject_Z (factorial n).

Lemma factorial_nonzero : forall n, ~ inject_Z (factorial n) == 0.
Proof. intros n H. pose proof (factorial_positive n). unfold Qeq in H. simpl in H. lia. Qed.

Lemma rational_factorial_S : forall n, inject_Z (factorial (S n)) == rational (S n) * inject_Z (factorial n).
Proof. intro n. now rewrite factorial_S, inject_Z_mult. Qed.

Lemma inverse_factorial_0 : inverse_factorial 0 == 1.
Proof. reflexivity. Qed.

Lemma inverse_factorial_S : forall n, rational (S n) * inverse_factorial (S n) == inverse_factorial n.
Proof.
  intro n. unfold inverse_factorial. rewrite rational_factorial_S. field.
  split; [apply factorial_nonzero | apply rational_S_nonzero].
Qed.

(** G(r,m)/m! *)
Definition surjection_weight (r m : nat) : Q := inject_Z (G r m) * inverse_factorial m.

Lemma surjection_weight_above : forall r m, (m < r)%nat -> surjection_weight r m == 0.
Proof.
  intros r m H. unfold surjection_weight, G. rewrite stirling2_above, Z.mul_0_r by exact H. ring.
Qed.

(** The recurrence of G, which holds at r = 0, too. *)
Lemma surjection_weight_S : forall r m,
  rational (S m) * surjection_weight r (S m) ==
  rational r * (surjection_weight r m + surjection_weight (pred r) m).
Proof.
  intros [|r] m; unfold surjection_weight, G.
  - change (rational 0) with 0. change (stirling2 (S m) 0) with 0%Z. rewrite Z.mul_0_r. ring.
  - rewrite stirling2_S_S, !inject_Z_mult, inject_Z_plus, inject_Z_mult, rational_factorial_S.
    rewrite <- (inverse_factorial_S m). fold (rational (S r)). simpl pred. ring.
Qed.

(** The recurrence of the r-tuples: by the first part k. It is proved by induction on m, as the product rule for the
    derivative of (e^x − 1)·(e^x − 1)^r. *)
Lemma surjection_weight_by_first : forall m r,
  surjection_weight (S r) m == Qsum (map (fun k => inverse_factorial k * surjection_weight r (m - k)) (seq 1 m)).
Proof.
  induction m as [|m IH]; intro r; [now apply surjection_weight_above, Nat.lt_0_succ|].
  apply (Qmult_inj_l _ _ (rational (S m)) (rational_S_nonzero m)). rewrite surjection_weight_S, <- Qsum_scale.
  rewrite (Qsum_ext _ (fun k => rational k * inverse_factorial k * surjection_weight r (S m - k)
    + inverse_factorial k * (rational (S m - k) * surjection_weight r (S m - k)))).
  2: { intros k Hk. apply in_seq in Hk. replace (rational (S m)) with (rational (k + (S m - k))) by (f_equal; lia).
    unfold rational at 1. rewrite Nat2Z.inj_add, inject_Z_plus. fold (rational k) (rational (S m - k)). ring. }
  rewrite Qsum_plus.
  assert (H1 : Qsum (map (fun k => rational k * inverse_factorial k * surjection_weight r (S m - k)) (seq 1 (S m)))
    == surjection_weight r m + surjection_weight (S r) m).
  { rewrite <- seq_shift, map_map, IH. simpl. rewrite Nat.sub_0_r, inverse_factorial_S, inverse_factorial_0.
    rewrite (Qsum_ext _ (fun k => inverse_factorial k * surjection_weight r (m - k))); [ring|].
    intros k _. now rewrite inverse_factorial_S. }
  assert (H2 : Qsum (map (fun k => inverse_factorial k * (rational (S m - k) * surjection_weight r (S m - k)))
    (seq 1 (S m))) == rational r * (surjection_weight (S r) m + surjection_weight r m)).
  { rewrite seq_S, map_app, Qsum_app. simpl map at 2. rewrite Nat.sub_diag. change (rational 0) with 0.
    rewrite (Qsum_ext _ (fun k => rational r * (inverse_factorial k * surjection_weight r (m - k)
      + inverse_factorial k * surjection_weight (pred r) (m - k)))).
    2: { intros k Hk. apply in_seq in Hk. rewrite Nat.sub_succ_l, surjection_weight_S by lia. ring. }
    rewrite Qsum_scale, Qsum_plus, <- !IH. destruct r as [|r]; simpl.
    - change (rational 0) with 0. ring.
    - ring. }
  rewrite H1, H2, (rational_S r). simpl pred. ring.
Qed.

(** ** Weights of tuples *)

(** 1/(l_1!·l_2!·...) *)
Definition weight (l : list nat) : Q := fold_right Qmult 1 (map inverse_factorial l).

Lemma weight_cons : forall x l, weight (x :: l) == inverse_factorial x * weight l.
Proof. reflexivity. Qed.

Lemma weight_app : forall l l', weight (l ++ l') == weight l * weight l'.
Proof.
  unfold weight. induction l as [|x l IH]; intro l'; simpl; [ring | rewrite IH; ring].
Qed.

Lemma weight_permutation : forall l l', Permutation l l' -> weight l == weight l'.
Proof.
  unfold weight. intros l l' H. induction H as [|x l l' _ IH|x y l|l1 l2 l3 _ IH1 _ IH2]; simpl.
  - reflexivity.
  - now rewrite IH.
  - ring.
  - now rewrite IH1.
Qed.

Lemma weight_product : forall l, / inject_Z (product (map factorial l)) == weight l.
Proof.
  induction l as [|x l IH]; [reflexivity|].
  change (weight (x :: l)) with (inverse_factorial x * weight l). simpl.
  now rewrite inject_Z_mult, Qinv_mult_distr, IH.
Qed.

(** How often each of 1, ..., m occurs in b. *)
Definition multiplicities (m : nat) (b : list nat) : list nat := map (count_occ Nat.eq_dec b) (seq 1 m).

Lemma weight_multiplicities_nil : forall m, weight (multiplicities m []) == 1.
Proof.
  intro m. unfold multiplicities, weight. induction (seq 1 m) as [|i l IH]; [reflexivity|].
  simpl in *. now rewrite IH.
Qed.

Lemma term_by_weights : forall m k b,
  term m k b == inject_Z (factorial m) * (weight k * (weight b * weight (multiplicities m b))).
Proof.
  intros m k b. unfold term, Qdiv, multiplicities.
  rewrite <- (map_map (count_occ Nat.eq_dec b) factorial), inject_Z_mult, Qinv_mult_distr, !weight_product.
  rewrite weight_app. ring.
Qed.

Lemma compositions_weight : forall r m, Qsum (map weight (compositions r m)) == surjection_weight r m.
Proof.
  induction r as [|r IH]; intro m.
  - destruct m as [|m]; [reflexivity|]. unfold surjection_weight. change (G 0 (S m)) with 0%Z.
    change (Qsum (map weight (compositions 0 (S m)))) with 0. ring.
  - rewrite surjection_weight_by_first. simpl.
    rewrite flat_map_concat_map, concat_map, map_map, <- flat_map_concat_map, Qsum_flat_map.
    apply Qsum_ext. intros k _. now rewrite map_map, <- IH, <- Qsum_scale.
Qed.

Theorem multinomial_sum_is_g : MultinomialSumIsG.
Proof.
  intros r m. rewrite (Qsum_ext _ (fun k => inject_Z (factorial m) * weight k)).
  - rewrite Qsum_scale, compositions_weight. unfold surjection_weight, inverse_factorial. field.
    apply factorial_nonzero.
  - intros k _. rewrite term_by_weights, weight_multiplicities_nil. change (weight []) with 1. ring.
Qed.
