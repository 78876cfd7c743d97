(** Theorem 4.2 for given networks: one even n for every |λ_i| and one odd n for every pair λ, −λ. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields ListFacts.
From Equiloss.Identifiability Require Import PowerSums BothParities FiniteExponents.
Import ListNotations.

Local Open Scope nat_scope.

Section FinitelyMany.

Context {K : OrderedField}.
Add Field finitely_many_field : (field_laws K).

Definition magnitudes (ε : K) (l : list (K * K)) : list K := nodup scalar_eq_dec (map fst (folded ε l)).

(** Each is |λ| of some λ of the list other than 0. *)
Lemma in_magnitudes : forall ε l μ, In μ (magnitudes ε l) ->
  less zero μ /\ exists λ, In λ (map fst l) /\ (λ = μ \/ λ = opp μ).
Proof.
  intros ε l μ H. apply nodup_In in H. split; [now apply (folded_positive ε l)|].
  apply in_map_iff in H as ([μ' a] & E & Hin). simpl in E. subst μ'. apply in_flat_map in Hin as ([λ b] & Hλ & Hin).
  exists λ. split; [now apply (in_map fst) in Hλ|]. simpl in Hin.
  destruct (trichotomy λ zero) as [[H|H]|H]; [|easy|]; destruct Hin as [[= <- _]|[]]; [right; ring|now left].
Qed.

Lemma square_injective : forall x y : K, less zero x -> less zero y -> mul x x = mul y y -> x = y.
Proof.
  intros x y Hx Hy E. assert (Hsum : add x y <> zero) by (apply positive_not_zero, add_positive; [easy|now left]).
  replace x with (add y (mul (inv (add x y)) (add (mul x x) (opp (mul y y))))) by (field; exact Hsum).
  rewrite E. ring.
Qed.

Lemma square_not_zero : forall x : K, less zero x -> mul x x <> zero.
Proof. intros x H. now apply positive_not_zero, less_mul. Qed.

Definition squares (l : list (K * K)) : list K := map (fun p => mul (fst p) (fst p)) l.

(** There are as many positive magnitudes as squares other than 0. *)
Lemma magnitudes_at_most_squares : forall ε l,
  length (magnitudes ε l) <= length (remove scalar_eq_dec zero (nodup scalar_eq_dec (squares l))).
Proof.
  intros ε l. rewrite <- (map_length (fun x => mul x x) (magnitudes ε l)). apply NoDup_incl_length.
  - apply nodup_map_on; [|apply NoDup_nodup]. intros x y Hx Hy.
    apply square_injective; now apply in_magnitudes in Hx as [Hx _], Hy as [Hy _].
  - intros y Hy. apply in_map_iff in Hy as (μ & <- & Hμ). apply in_magnitudes in Hμ as (Hμ & λ & Hλ & E).
    apply in_in_remove; [now apply square_not_zero|]. apply nodup_In. apply in_map_iff in Hλ as (u & Eu & Hu).
    apply in_map_iff. exists u. split; [|exact Hu]. simpl. rewrite Eu. destruct E as [->| ->]; ring.
Qed.

Lemma remove_length_exact : forall {X : Type} (dec : forall x y : X, {x = y} + {x <> y}) x l, NoDup l -> In x l ->
  S (length (remove dec x l)) = length l.
Proof.
  intros X dec x l H Hx. induction H as [|y l Hy H IH]; [easy|]. simpl. destruct (dec x y) as [->|Hne].
  - now rewrite notin_remove.
  - destruct Hx as [->|Hx]; [easy|]. simpl. now rewrite IH.
Qed.

Section Exponents.

Context (l : list (K * K)) (evens odds : list nat).
Hypothesis Hdistinct : NoDup (map fst l).
Hypothesis Hevens : NoDup evens.
Hypothesis Hodds : NoDup odds.
Hypothesis Heven : forall n, In n evens -> Nat.Even n.
Hypothesis Hodd : forall n, In n odds -> Nat.Odd n.
Hypothesis Hzero_even : In zero (map fst l) -> In 0 evens.
Hypothesis Hzero : forall n, In n evens \/ In n odds -> power_sum l n = zero.

Lemma folded_at : forall ε n, 0 < n -> power (opp one) n = ε -> power_sum (folded ε l) n = power_sum l n.
Proof. intros ε [|n] Hn E; [lia|]. now apply folded_power_sum. Qed.

Lemma folded_even_vanishes : length (nodup scalar_eq_dec (squares l)) <= length evens ->
  forall μ, fibre (folded one l) μ = zero.
Proof.
  intro Hmany. pose proof (magnitudes_at_most_squares one l) as Hmagnitudes.
  destruct (in_dec scalar_eq_dec zero (map fst l)) as [Hin|Hout].
  - apply (positive_exponents _ (remove Nat.eq_dec 0 evens)); [now apply nodup_remove|apply folded_positive| |].
    + pose proof (remove_length_exact Nat.eq_dec 0 evens Hevens (Hzero_even Hin)) as Hlength.
      assert (Hsquare : In zero (nodup scalar_eq_dec (squares l))).
      { apply nodup_In. apply in_map_iff in Hin as (u & E & Hu). apply in_map_iff. exists u. split; [|exact Hu].
        simpl. rewrite E. ring. }
      pose proof (remove_length_exact scalar_eq_dec zero _ (NoDup_nodup _ _) Hsquare) as Hlength'.
      unfold magnitudes in Hmagnitudes. lia.
    + intros n Hn. apply in_remove in Hn as [Hn Hne]. rewrite folded_at; [apply Hzero; now left|lia|].
      now apply power_even, Heven.
  - apply (positive_exponents _ evens); [exact Hevens|apply folded_positive| |].
    + apply (Nat.le_trans _ _ _ Hmagnitudes). apply (Nat.le_trans _ (length (nodup scalar_eq_dec (squares l)))); [|exact Hmany].
      apply remove_length_le.
    + intros [|n] Hn.
      * assert (E := folded_sum_0 l). rewrite (Hzero 0) in E by now left.
        rewrite (fibre_absent l zero Hout) in E. transitivity (add zero (power_sum (folded one l) 0)); [ring|now symmetry].
      * rewrite folded_at; [apply Hzero; now left|lia|now apply power_even, Heven].
Qed.

Hypothesis Hmany : length (nodup scalar_eq_dec (squares l)) <= length evens.

Lemma even_sum_vanishes : forall μ, μ <> zero -> add (fibre l μ) (fibre l (opp μ)) = zero.
Proof.
  assert (Hpositive : forall μ, less zero μ -> add (fibre l μ) (fibre l (opp μ)) = zero).
  { intros μ Hμ. rewrite <- (folded_even_vanishes Hmany μ), (folded_fibre one l μ Hμ). ring. }
  intros μ Hμ. destruct (trichotomy μ zero) as [[H|E]|H]; [|easy|now apply Hpositive].
  apply less_opp, Hpositive in H. rewrite <- H. replace (opp (opp μ)) with μ by ring. ring.
Qed.

Lemma zero_vanishes : fibre l zero = zero.
Proof.
  destruct (in_dec scalar_eq_dec zero (map fst l)) as [Hin|Hout]; [|now apply fibre_absent].
  assert (E := folded_sum_0 l). rewrite (Hzero 0) in E by (left; now apply Hzero_even).
  unfold power_sum in E. rewrite (weighted_of_vanishing _ (folded one l)) in E by now apply folded_even_vanishes.
  transitivity (add (fibre l zero) zero); [ring|now symmetry].
Qed.

(** Those λ whose opposite is there, too. *)
Definition paired : list K :=
  filter (fun λ => if scalar_eq_dec λ zero then false else if in_dec scalar_eq_dec (opp λ) (map fst l) then true else false)
    (map fst l).

(** The terms with a_i ≠ 0. *)
Definition present : list (K * K) := filter (fun u => if scalar_eq_dec (snd u) zero then false else true) l.

Lemma present_weighted : forall f, weighted f present = weighted f l.
Proof.
  intro f. unfold present. clear. induction l as [|u k IH]; [easy|]. simpl filter.
  destruct (scalar_eq_dec (snd u) zero) as [E|_]; rewrite !weighted_cons, <- IH; [rewrite E; ring|easy].
Qed.

Lemma present_fibre : forall μ, fibre present μ = fibre l μ.
Proof.
  intro μ. unfold present. clear. induction l as [|u k IH]; [easy|]. simpl filter.
  destruct (scalar_eq_dec (snd u) zero) as [E|_]; rewrite !fibre_cons, <- IH; [|easy].
  destruct (scalar_eq_dec (fst u) μ); [rewrite E; ring|easy].
Qed.

(** By the even exponents these are among the pairs, but for λ = 0. *)
Lemma present_paired : forall u, In u present -> fst u <> zero -> In (opp (fst u)) (map fst l).
Proof.
  intros u Hu Hne. unfold present in Hu. apply filter_In in Hu as [Hu Ha].
  destruct (in_dec scalar_eq_dec (opp (fst u)) (map fst l)) as [Hin|Hout]; [exact Hin|]. exfalso.
  pose proof (even_sum_vanishes (fst u) Hne) as E. rewrite (fibre_absent l _ Hout), (fibre_distinct l u Hdistinct Hu) in E.
  destruct (scalar_eq_dec (snd u) zero) as [|Hsnd]; [easy|]. apply Hsnd. rewrite <- E. ring.
Qed.

Lemma magnitudes_paired : 2 * length (magnitudes (opp one) present) <= length paired.
Proof.
  set (M := magnitudes (opp one) present).
  assert (HM : forall μ, In μ M -> less zero μ /\ In μ paired /\ In (opp μ) paired).
  { intros μ Hμ. apply in_magnitudes in Hμ as (Hpositive & λ & Hλ & E). split; [exact Hpositive|].
    pose proof (positive_not_zero μ Hpositive) as Hne.
    assert (Hne' : opp μ <> zero) by (intro E'; apply Hne; replace μ with (opp (opp μ)) by ring; rewrite E'; ring).
    apply in_map_iff in Hλ as (u & Eu & Hu).
    assert (Hin : In λ (map fst l)).
    { rewrite <- Eu. apply in_map. unfold present in Hu. now apply filter_In in Hu as [Hu _]. }
    assert (Hopposite : In (opp λ) (map fst l)).
    { rewrite <- Eu. apply present_paired; [exact Hu|]. rewrite Eu. now destruct E as [->| ->]. }
    assert (Hboth : In μ (map fst l) /\ In (opp μ) (map fst l)).
    { destruct E as [->| ->]; [easy|]. now replace (opp (opp μ)) with μ in Hopposite by ring. }
    destruct Hboth as [H1 H2]. split; apply filter_In; (split; [easy|]).
    - destruct (scalar_eq_dec μ zero); [easy|]. now destruct (in_dec scalar_eq_dec (opp μ) (map fst l)).
    - destruct (scalar_eq_dec (opp μ) zero); [easy|]. replace (opp (opp μ)) with μ by ring.
      now destruct (in_dec scalar_eq_dec μ (map fst l)). }
  replace (2 * length M) with (length (M ++ map opp M)) by (rewrite app_length, map_length; lia).
  apply NoDup_incl_length.
  - apply NoDup_disjoint; [apply NoDup_nodup| |].
    + apply nodup_map_on; [|apply NoDup_nodup]. intros x y _ _ E.
      replace x with (opp (opp x)) by ring. rewrite E. ring.
    + intros μ Hμ H. apply in_map_iff in H as (ν & E & Hν). apply HM in Hμ as [Hμ _], Hν as [Hν _].
      apply (less_irreflexive K zero), (less_transitive K _ μ); [exact Hμ|]. apply less_opp. rewrite <- E.
      now replace (opp (opp ν)) with ν by ring.
  - intros x Hx. apply in_app_iff in Hx as [Hx|Hx]; [now apply HM|]. apply in_map_iff in Hx as (μ & <- & Hμ). now apply HM.
Qed.

Hypothesis Hpairs : length paired <= 2 * length odds.

Lemma odd_difference_vanishes : forall μ, less zero μ -> add (fibre l μ) (opp (fibre l (opp μ))) = zero.
Proof.
  intros μ Hμ. rewrite <- !present_fibre.
  transitivity (add (fibre present μ) (mul (opp one) (fibre present (opp μ)))); [ring|].
  rewrite <- folded_fibre by exact Hμ. apply (positive_exponents _ odds); [exact Hodds|apply folded_positive| |].
  - pose proof magnitudes_paired. unfold magnitudes in *. lia.
  - intros [|n] Hn; [now apply Hodd in Hn as [k Hk]; lia|].
    rewrite (folded_power_sum (opp one) n) by now apply power_odd, Hodd.
    unfold power_sum. rewrite present_weighted. apply Hzero. now right.
Qed.

Lemma all_vanish : forall μ, fibre l μ = zero.
Proof.
  assert (Hpositive : forall μ, less zero μ -> fibre l μ = zero /\ fibre l (opp μ) = zero).
  { intros μ Hμ. pose proof (odd_difference_vanishes μ Hμ) as Hdifference.
    pose proof (even_sum_vanishes μ (positive_not_zero μ Hμ)) as Hsum.
    assert (E : fibre l μ = zero) by now apply (half _ (fibre l (opp μ))). split; [exact E|].
    rewrite E in Hsum. rewrite <- Hsum. ring. }
  intro μ. destruct (trichotomy μ zero) as [[H| ->]|H]; [|apply zero_vanishes|now apply Hpositive].
  apply less_opp, Hpositive in H as [_ H]. now replace (opp (opp μ)) with μ in H by ring.
Qed.

End Exponents.

End FinitelyMany.

Theorem finitely_many_exponents : FinitelyManyExponents.
Proof.
  intros K l evens odds Hdistinct Hevens Hodds Heven Hodd Hmany Hzero_even Hpairs Hzero p Hp.
  rewrite <- (fibre_distinct l p Hdistinct Hp).
  apply (all_vanish l evens odds); try easy. intros n Hn. rewrite <- power_sum_swapped. now apply Hzero.
Qed.
