(** Sums Σ_i a_i λ_i^n that vanish for infinitely many n: the largest λ prevails, so its coefficient is 0, and so on
    down. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces AffineMaps OrderedFields Powers.
From Equiloss.Reduction Require Import Measure.
Import ListNotations.

Section PowerSums.

Context {K : OrderedField}.
Add Field power_sums_field : (field_laws K).

Definition weighted (f : K -> K) (l : list (K * K)) : K := sum (map (fun u => mul (f (fst u)) (snd u)) l).
Definition power_sum (l : list (K * K)) (n : nat) : K := weighted (fun λ => power λ n) l.

(** The sum of the a_i of those λ_i that equal μ. *)
Definition fibre (l : list (K * K)) (μ : K) : K :=
  sum (map snd (filter (fun u => if scalar_eq_dec (fst u) μ then true else false) l)).

Lemma weighted_cons : forall f u l, weighted f (u :: l) = add (mul (f (fst u)) (snd u)) (weighted f l).
Proof. reflexivity. Qed.

Lemma fibre_cons : forall u l μ,
  fibre (u :: l) μ = if scalar_eq_dec (fst u) μ then add (snd u) (fibre l μ) else fibre l μ.
Proof. intros u l μ. unfold fibre. simpl. now destruct (scalar_eq_dec (fst u) μ). Qed.

(** ** Without one λ *)

Definition others (μ : K) (l : list (K * K)) : list (K * K) := filter (fun u => if scalar_eq_dec (fst u) μ then false else true) l.

Lemma others_cons : forall μ (u : K * K) l,
  others μ (u :: l) = if scalar_eq_dec (fst u) μ then others μ l else u :: others μ l.
Proof. intros μ u l. cbn. now destruct (scalar_eq_dec (fst u) μ). Qed.

Lemma weighted_others : forall f μ l, weighted f l = add (mul (f μ) (fibre l μ)) (weighted f (others μ l)).
Proof.
  intros f μ l. induction l as [|u l IH]; [cbn; ring|].
  rewrite weighted_cons, fibre_cons, others_cons, IH.
  destruct (scalar_eq_dec (fst u) μ) as [<-|Hne]; [|rewrite weighted_cons]; ring.
Qed.

Lemma fibre_others : forall μ ν l, fibre (others μ l) ν = if scalar_eq_dec ν μ then zero else fibre l ν.
Proof.
  intros μ ν l. induction l as [|u l IH]; [cbn; now destruct (scalar_eq_dec ν μ)|].
  rewrite others_cons, fibre_cons. destruct (scalar_eq_dec (fst u) μ) as [Eu|Hne].
  - rewrite IH. destruct (scalar_eq_dec ν μ) as [Eν|Hν]; [easy|].
    destruct (scalar_eq_dec (fst u) ν); congruence.
  - rewrite fibre_cons, IH. destruct (scalar_eq_dec ν μ) as [Eν|Hν]; [|easy].
    destruct (scalar_eq_dec (fst u) ν); congruence.
Qed.

Lemma others_length : forall μ l, length (others μ l) <= length l.
Proof.
  intros μ l. induction l as [|u l IH]; [easy|]. rewrite others_cons. destruct (scalar_eq_dec (fst u) μ); simpl; lia.
Qed.

Lemma others_shorter : forall μ l, In μ (map fst l) -> length (others μ l) < length l.
Proof.
  intros μ l. induction l as [|u l IH]; [easy|]. intros Hin. rewrite others_cons.
  pose proof (others_length μ l). destruct (scalar_eq_dec (fst u) μ) as [E|Hne]; simpl; [lia|].
  destruct Hin as [E|Hin]; [easy|]. apply IH in Hin. lia.
Qed.

(** ** The largest λ *)

Lemma largest : forall l : list K, l <> [] -> exists μ, In μ l /\ forall ν, In ν l -> at_most ν μ.
Proof.
  induction l as [|λ l IH]; [easy|]. intros _. destruct l as [|λ' l'].
  - exists λ. split; [now left|]. intros ν [<-|[]]. apply at_most_refl.
  - destruct IH as (μ & Hin & Hmax); [easy|]. destruct (trichotomy λ μ) as [[H|E]|H].
    + exists μ. split; [now right|]. intros ν [<-|Hν]; [now left|now apply Hmax].
    + exists μ. split; [now right|]. intros ν [<-|Hν]; [now right|now apply Hmax].
    + exists λ. split; [now left|]. intros ν [<-|Hν]; [apply at_most_refl|].
      apply (at_most_trans _ μ); [now apply Hmax|now left].
Qed.

(** Numbers that are positive and less than μ are at most some positive one that is, too. *)
Lemma below_largest : forall (μ : K) (l : list K), less zero μ -> (forall ν, In ν l -> less zero ν /\ less ν μ) ->
  exists bound, less zero bound /\ less bound μ /\ forall ν, In ν l -> at_most ν bound.
Proof.
  intros μ l Hμ Hl. destruct l as [|ν l'].
  - exists (mul μ (inv (add one one))). split; [now apply half_positive|]. split; [now apply half_less|easy].
  - destruct (largest (ν :: l')) as (bound & Hin & Hmax); [easy|]. exists bound. split; [now apply Hl|].
    split; [now apply Hl|exact Hmax].
Qed.

Definition absolute_sum (l : list (K * K)) : K := sum (map (fun u => absolute (snd u)) l).

Lemma absolute_sum_cons : forall u l, absolute_sum (u :: l) = add (absolute (snd u)) (absolute_sum l).
Proof. reflexivity. Qed.

Lemma absolute_sum_at_least_zero : forall l, at_most zero (absolute_sum l).
Proof.
  induction l as [|u l IH]; [apply at_most_refl|]. rewrite absolute_sum_cons.
  replace (@zero K) with (add (@zero K) zero) by ring. apply at_most_add; [apply absolute_at_least_zero|exact IH].
Qed.

Lemma weighted_bounded : forall f l bound,
  (forall u, In u l -> at_most (absolute (f (fst u))) bound) ->
  at_most (absolute (weighted f l)) (mul (absolute_sum l) bound).
Proof.
  intros f l bound. induction l as [|u l IH]; intro H.
  - right. unfold weighted, absolute_sum. simpl. rewrite absolute_of_positive by apply at_most_refl. ring.
  - rewrite weighted_cons, absolute_sum_cons. apply (at_most_trans _ _ _ (absolute_add _ _)).
    replace (mul (add (absolute (snd u)) (absolute_sum l)) bound)
      with (add (mul (absolute (snd u)) bound) (mul (absolute_sum l) bound)) by ring.
    apply at_most_add; [|apply IH; intros v Hv; apply H; now right]. rewrite absolute_mul.
    replace (mul (absolute (f (fst u))) (absolute (snd u))) with (mul (absolute (snd u)) (absolute (f (fst u)))) by ring.
    apply at_most_mul; [apply absolute_at_least_zero|]. apply H. now left.
Qed.

(** If Σ_i a_i λ_i^n = 0 for infinitely many n and all λ_i > 0, equal λ_i have a_i of sum 0. *)
Lemma positive_terms_vanish : forall (P : nat -> Prop) (l : list (K * K)),
  archimedean K -> (forall λ, In λ (map fst l) -> less zero λ) -> often P ->
  (forall n, P n -> power_sum l n = zero) -> forall μ, fibre l μ = zero.
Proof.
  intros P l Harchimedean. remember (length l) as size eqn:Hsize. revert l Hsize.
  induction size as [size IH] using lt_wf_ind. intros l -> Hpositive Hoften Hzero.
  destruct (map fst l) as [|λ0 rest] eqn:Efst.
  { apply map_eq_nil in Efst. now subst. }
  destruct (largest (map fst l)) as (μ & Hμ & Hmax); [now rewrite Efst|]. rewrite <- Efst in Hpositive.
  assert (Hothers : forall ν, In ν (map fst (others μ l)) -> less zero (ν : K) /\ less (ν : K) μ).
  { intros ν Hν. apply in_map_iff in Hν as [[λ a] [E Hin]]. simpl in E. subst ν.
    apply filter_In in Hin as [Hin Hne]. cbn in Hne. apply (in_map fst) in Hin.
    split; [now apply Hpositive|]. destruct (Hmax λ Hin) as [H|E]; [easy|]. now destruct (scalar_eq_dec λ μ). }
  assert (Hsplit : forall n, power_sum l n = add (mul (power μ n) (fibre l μ)) (power_sum (others μ l) n)).
  { intro n. exact (weighted_others (fun λ => power λ n) μ l). }
  assert (Htop : fibre l μ = (zero : K)).
  { destruct (scalar_eq_dec (fibre l μ : K) zero) as [E|Hne]; [exact E|]. exfalso.
    apply absolute_positive in Hne.
    destruct (below_largest μ (map fst (others μ l))) as (bound & Hb & Hbμ & Hle); [now apply Hpositive|easy|].
    destruct (larger_power_prevails bound μ _ (absolute_sum (others μ l)) Harchimedean Hb Hbμ Hne) as [first Hfirst].
    destruct (Hoften first) as (n & Hn & HP). apply (less_irreflexive K (mul (absolute (fibre l μ)) (power μ n))).
    apply (at_most_less _ (mul (absolute_sum (others μ l)) (power bound n))); [|now apply Hfirst].
    apply (at_most_trans _ (absolute (power_sum (others μ l) n))).
    - right. apply Hzero in HP. rewrite Hsplit in HP.
      replace (power_sum (others μ l) n) with (opp (mul (power μ n) (fibre l μ)) : K).
      + rewrite absolute_opp, absolute_mul, (absolute_of_positive (power μ n)); [ring|].
        left. now apply power_positive, Hpositive.
      + replace (power_sum (others μ l) n)
          with (add (opp (mul (power μ n) (fibre l μ))) (add (mul (power μ n) (fibre l μ)) (power_sum (others μ l) n)) : K)
          by ring. rewrite HP. ring.
    - apply weighted_bounded. intros u Hu. apply (in_map fst) in Hu. destruct (Hothers _ Hu) as [H _].
      rewrite absolute_of_positive by now left; apply power_positive. apply power_monotone; [now left|now apply Hle]. }
  intro ν. destruct (scalar_eq_dec ν μ) as [->|Hne]; [exact Htop|].
  assert (E : fibre (others μ l) ν = fibre l ν).
  { rewrite fibre_others. now destruct (scalar_eq_dec ν μ). }
  rewrite <- E. apply (IH (length (others μ l))); try easy.
  - now apply others_shorter.
  - intros λ Hλ. now apply Hothers.
  - intros n Hn. apply Hzero in Hn. rewrite Hsplit, Htop in Hn. rewrite <- Hn. ring.
Qed.

End PowerSums.
