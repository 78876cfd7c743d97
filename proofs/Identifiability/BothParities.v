(** Sums Σ_i a_i λ_i^n that vanish for infinitely many even n, or odd n: λ and −λ are folded together. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers.
From Equiloss.Identifiability Require Import PowerSums.
Import ListNotations.

Section BothParities.

Context {K : OrderedField}.
Add Field both_parities_field : (field_laws K).

(** λ^n = ε·(−λ)^n, where ε = (−1)^n; 0 is left out. *)
Definition folded (ε : K) (l : list (K * K)) : list (K * K) :=
  flat_map (fun u => match trichotomy (fst u) zero with
    | inleft (left _) => [(opp (fst u), mul ε (snd u))]
    | inleft (right _) => []
    | inright _ => [u]
    end) l.

Lemma folded_positive : forall ε l λ, In λ (map fst (folded ε l)) -> less zero λ.
Proof.
  intros ε l λ H. apply in_map_iff in H as [[λ' a] [E Hin]]. simpl in E. subst λ'.
  apply in_flat_map in Hin as [[ν b] [_ Hin]]. simpl in Hin.
  destruct (trichotomy ν zero) as [[H|E]|H]; [|easy|]; destruct Hin as [E'|[]]; injection E' as <- _; [|easy].
  now apply less_opp.
Qed.

Lemma power_opp : forall (λ : K) n, power (opp λ) n = mul (power (opp one) n) (power λ n).
Proof. intros λ n. rewrite <- power_mul. f_equal. ring. Qed.

Lemma square_sign : forall n, mul (power (opp one) n) (power (opp one) n) = @one K.
Proof.
  intro n. rewrite <- power_mul. replace (mul (opp one) (opp one)) with (@one K) by ring.
  induction n as [|n IH]; [easy|]. simpl. rewrite IH. ring.
Qed.

Lemma folded_power_sum : forall ε n l,
  power (opp one) (S n) = ε -> power_sum (folded ε l) (S n) = power_sum l (S n).
Proof.
  intros ε n l Hε. pose proof (square_sign (S n)) as Hsquare. rewrite Hε in Hsquare.
  unfold power_sum. induction l as [|[λ a] l IH]; [easy|].
  rewrite weighted_cons, <- IH. unfold folded at 1. cbn [flat_map fst snd]. fold (folded ε l).
  destruct (trichotomy λ zero) as [[H|E]|H]; cbn [app].
  - rewrite weighted_cons. cbn [fst snd]. rewrite power_opp, Hε. f_equal.
    transitivity (mul (mul ε ε) (mul (power λ (S n)) a)); [ring|]. rewrite Hsquare. ring.
  - subst λ. rewrite power_zero. ring.
  - apply weighted_cons.
Qed.

Lemma folded_fibre : forall ε l (μ : K),
  less zero μ -> fibre (folded ε l) μ = add (fibre l μ) (mul ε (fibre l (opp μ))).
Proof.
  intros ε l μ Hμ. pose proof (positive_not_zero μ Hμ) as Hμ0. induction l as [|[λ a] l IH].
  - unfold fibre. simpl. ring.
  - assert (Hopposite : less (opp μ) zero).
    { apply less_opp. now replace (opp (opp μ)) with μ by ring. }
    unfold folded. cbn [flat_map fst snd]. fold (folded ε l). rewrite !fibre_cons. cbn [fst snd].
    destruct (trichotomy λ zero) as [[H|E]|H]; cbn [app].
    + rewrite fibre_cons, IH. cbn [fst snd].
      destruct (scalar_eq_dec λ μ) as [E|_]; [subst; now apply not_less in Hμ; [|left]|].
      destruct (scalar_eq_dec (opp λ) μ) as [E|Hne], (scalar_eq_dec λ (opp μ)) as [E'|Hne']; try ring.
      * elim Hne'. rewrite <- E. ring.
      * elim Hne. rewrite E'. ring.
    + rewrite IH. destruct (scalar_eq_dec λ μ) as [E'|_]; [congruence|].
      destruct (scalar_eq_dec λ (opp μ)) as [E'|_]; [|easy].
      elim (less_irreflexive K zero). rewrite <- E at 1. now rewrite E'.
    + rewrite fibre_cons, IH. cbn [fst snd].
      destruct (scalar_eq_dec λ (opp μ)) as [E|_].
      * subst. elim (less_irreflexive K zero). now apply (less_transitive K _ (opp μ)).
      * destruct (scalar_eq_dec λ μ); [ring|easy].
Qed.

Lemma power_even : forall n, Nat.Even n -> power (opp (@one K)) n = one.
Proof.
  intros n [k ->]. replace (2 * k) with (k + k) by lia. induction k as [|k IH]; [easy|].
  rewrite Nat.add_succ_r. simpl. rewrite IH. ring.
Qed.

Lemma power_odd : forall n, Nat.Odd n -> power (opp (@one K)) n = opp one.
Proof.
  intros n [k ->]. rewrite Nat.add_1_r. simpl power. rewrite power_even by now exists k. ring.
Qed.

(** Infinitely many exponents of one parity, ε = ±1. *)
Lemma parity_vanishes : forall (ε : K) (P : nat -> Prop) l,
  archimedean K -> (forall n, P n -> power (opp one) n = ε) -> often (fun n => P n /\ power_sum l n = zero) ->
  forall μ, fibre (folded ε l) μ = zero.
Proof.
  intros ε P l Harchimedean Hε Hoften.
  apply (positive_terms_vanish (fun n => (P n /\ power_sum l n = zero) /\ 1 <= n)); try easy.
  - apply folded_positive.
  - intro first. destruct (Hoften (S first)) as (n & Hn & H). exists n. repeat split; try apply H; lia.
  - intros [|n] [[HP H] Hn]; [lia|]. rewrite <- H. apply folded_power_sum, Hε, HP.
Qed.

Definition even_exponents (l : list (K * K)) : Prop := often (fun n => Nat.Even n /\ power_sum l n = zero).
Definition odd_exponents (l : list (K * K)) : Prop := often (fun n => Nat.Odd n /\ power_sum l n = zero).

Lemma even_part : forall l, archimedean K -> even_exponents l ->
  forall μ, μ <> zero -> add (fibre l μ) (fibre l (opp μ)) = zero.
Proof.
  intros l Harchimedean H. assert (Hpositive : forall μ, less zero μ -> add (fibre l μ) (fibre l (opp μ)) = zero).
  { intros μ Hμ. transitivity (add (fibre l μ) (mul one (fibre l (opp μ)))); [ring|].
    rewrite <- folded_fibre by exact Hμ. apply (parity_vanishes one Nat.Even); try easy. apply power_even. }
  intros μ Hμ. destruct (trichotomy μ zero) as [[Hless|E]|Hless]; [|easy|now apply Hpositive].
  apply less_opp, Hpositive in Hless. rewrite <- Hless. replace (opp (opp μ)) with μ by ring. ring.
Qed.

Lemma odd_part : forall l, archimedean K -> odd_exponents l ->
  forall μ, add (fibre l μ) (opp (fibre l (opp μ))) = zero.
Proof.
  intros l Harchimedean H.
  assert (Hpositive : forall μ, less zero μ -> add (fibre l μ) (opp (fibre l (opp μ))) = zero).
  { intros μ Hμ. transitivity (add (fibre l μ) (mul (opp one) (fibre l (opp μ)))); [ring|].
    rewrite <- folded_fibre by exact Hμ. apply (parity_vanishes (opp one) Nat.Odd); try easy. apply power_odd. }
  intros μ. destruct (trichotomy μ zero) as [[Hless| ->]|Hless]; [|replace (opp zero) with (@zero K) by ring; ring|].
  - apply less_opp, Hpositive in Hless. replace (opp (opp μ)) with μ in Hless by ring.
    transitivity (opp (add (fibre l (opp μ)) (opp (fibre l μ)))); [ring|]. rewrite Hless. ring.
  - now apply Hpositive.
Qed.

(** If equal λ_i have a_i of sum 0, every weighted sum is 0. *)
Lemma weighted_of_vanishing : forall f (l : list (K * K)), (forall μ, fibre l μ = zero) -> weighted f l = zero.
Proof.
  intros f l. remember (length l) as size eqn:Hsize. revert l Hsize.
  induction size as [size IH] using lt_wf_ind. intros [|[μ a] l] -> H; [easy|].
  rewrite (weighted_others f μ), H. rewrite (IH (length (others μ ((μ, a) :: l)))); [ring| |easy|].
  - apply others_shorter. now left.
  - intro ν. rewrite fibre_others. now destruct (scalar_eq_dec ν μ).
Qed.

(** At n = 0, where 0^0 = 1, the term of λ = 0 counts too. *)
Lemma folded_sum_0 : forall l, power_sum l 0 = add (fibre l zero) (power_sum (folded one l) 0).
Proof.
  unfold power_sum. induction l as [|[λ a] l IH]; [unfold weighted, fibre; simpl; ring|].
  rewrite weighted_cons, IH, fibre_cons. unfold folded at 2. cbn [flat_map fst snd]. fold (folded one l).
  destruct (trichotomy λ zero) as [[H|E]|H]; cbn [app];
    (destruct (scalar_eq_dec λ zero) as [E'|Hne];
      [try (elim (less_irreflexive K zero); now rewrite E' in H)|try easy]);
    rewrite ?weighted_cons; cbn [power fst snd]; ring.
Qed.

Lemma zero_part : forall l, archimedean K -> power_sum l 0 = zero -> even_exponents l -> fibre l zero = zero.
Proof.
  intros l Harchimedean H0 Heven. pose proof (folded_sum_0 l) as Hfold.
  rewrite H0 in Hfold. unfold power_sum in Hfold. rewrite weighted_of_vanishing in Hfold.
  - transitivity (add (fibre l zero) zero); [ring|now symmetry].
  - apply (parity_vanishes one Nat.Even); try easy. apply power_even.
Qed.

Lemma half : forall x y : K, add x y = zero -> add x (opp y) = zero -> x = zero.
Proof.
  intros x y H H'. replace x with (mul (inv (add one one)) (add (add x y) (add x (opp y)))) by
    (field; apply two_not_zero). rewrite H, H'. ring.
Qed.

Lemma fibres_vanish : forall l,
  archimedean K -> power_sum l 0 = zero -> even_exponents l -> odd_exponents l -> forall μ, fibre l μ = zero.
Proof.
  intros l Harchimedean H0 Heven Hodd μ. destruct (scalar_eq_dec μ zero) as [->|Hμ]; [now apply zero_part|].
  apply (half _ (fibre l (opp μ))); [now apply even_part|now apply odd_part].
Qed.

Lemma fibre_distinct : forall (l : list (K * K)) u, NoDup (map fst l) -> In u l -> fibre l (fst u) = snd u.
Proof.
  intros l u. assert (Habsent : forall (l : list (K * K)) μ, ~ In μ (map fst l) -> fibre l μ = zero).
  { clear. intros l μ. induction l as [|v l IH]; intro H; [easy|]. rewrite fibre_cons.
    destruct (scalar_eq_dec (fst v) μ) as [E|_]; [elim H; now left|]. apply IH. intro Hin. apply H. now right. }
  induction l as [|v l IH]; intros Hdistinct Hin; [easy|]. simpl in Hdistinct.
  apply NoDup_cons_iff in Hdistinct as [Hv Hdistinct]. rewrite fibre_cons. destruct Hin as [->|Hin].
  - destruct (scalar_eq_dec (fst u) (fst u)); [|easy]. rewrite Habsent by exact Hv. ring.
  - destruct (scalar_eq_dec (fst v) (fst u)) as [E|_]; [|now apply IH].
    elim Hv. rewrite E. now apply in_map.
Qed.

Lemma power_sum_swapped : forall (l : list (K * K)) n,
  sum (map (fun p => mul (snd p) (power (fst p) n)) l) = power_sum l n.
Proof. intros l n. unfold power_sum, weighted. f_equal. apply map_ext. intro p. ring. Qed.

End BothParities.

Theorem power_sums_independent : PowerSumsIndependent.
Proof.
  intros K l Harchimedean Hdistinct vanishes.
  unfold vanishes. rewrite power_sum_swapped. intros H0 Heven Hodd p Hp.
  assert (Hswapped : forall P : nat -> Prop,
    often (fun n => P n /\ sum (map (fun p => mul (snd p) (power (fst p) n)) l) = zero) ->
    often (fun n => P n /\ power_sum l n = zero)).
  { intros P H first. destruct (H first) as (n & Hn & HP & Hz). exists n. now rewrite <- power_sum_swapped. }
  rewrite <- (fibre_distinct l p Hdistinct Hp). apply fibres_vanish; try easy; now apply Hswapped.
Qed.
