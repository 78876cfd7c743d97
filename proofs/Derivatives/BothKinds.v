(** Above a strict minimum with definite B_t both kinds of points occur: shares of one sign for one of them, and one
    positive among negative ones for the other. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces OrderedFields Coordinates.
From Equiloss.Index Require Import Copies Order IndexFormula Consequences.
From Equiloss.Derivatives Require Import MinimaAbove.
Import ListNotations.

Local Open Scope nat_scope.

Section Deal.

Context {K : OrderedField}.
Add Field deal_field : (field_laws K).

(** The copies of unit t get the entries of b t, in order. *)
Fixpoint deal (b : nat -> list K) (g : list nat) : list K :=
  match g with
  | [] => []
  | t :: g' => hd zero (b t) :: deal (fun s => if s =? t then tl (b s) else b s) g'
  end.

Lemma deal_length : forall g b, length (deal b g) = length g.
Proof. induction g as [|t g IH]; intro b; [easy|]. simpl. now rewrite IH. Qed.

Lemma deal_ext : forall g b b', (forall t, b t = b' t) -> deal b g = deal b' g.
Proof.
  induction g as [|t g IH]; intros b b' E; [easy|]. simpl. rewrite E. f_equal. apply IH. intro s. now rewrite E.
Qed.

Lemma dealt_shares : forall t g b, length (b t) = count_occ Nat.eq_dec g t -> shares_of t g (deal b g) = b t.
Proof.
  intros t g. unfold shares_of. induction g as [|s g IH]; intros b H.
  - simpl in H. now destruct (b t).
  - cbn [deal combine filter fst]. cbn [count_occ] in H. destruct (Nat.eq_dec s t) as [->|Hne].
    + rewrite Nat.eqb_refl. cbn [map snd]. destruct (b t) as [|c l] eqn:E; [easy|]. injection H as H. f_equal.
      rewrite IH; rewrite Nat.eqb_refl, E; easy.
    + rewrite (proj2 (Nat.eqb_neq s t) Hne), IH; rewrite (proj2 (Nat.eqb_neq t s)) by congruence; easy.
Qed.

(** k shares 1/k; and k, −1, …, −1. *)
Definition equal_shares (k : nat) : list K := repeat (inv (of_nat k)) k.
Definition mixed_shares (k : nat) : list K := of_nat k :: repeat (opp one) (k - 1).

Lemma sum_repeat : forall (c : K) k, sum (repeat c k) = mul (of_nat k) c.
Proof.
  intros c k. induction k as [|k IH]; [unfold sum; simpl; ring|]. cbn [repeat of_nat]. unfold sum in *.
  cbn [fold_right]. rewrite IH. ring.
Qed.

Lemma equal_sum : forall k, 1 <= k -> sum (equal_shares k) = one.
Proof.
  intros [|k] Hk; [lia|]. unfold equal_shares. rewrite sum_repeat. field. apply positive_not_zero, positive_of_nat.
Qed.

Lemma mixed_sum : forall k, 1 <= k -> sum (mixed_shares k) = one.
Proof.
  intros [|k] Hk; [lia|]. unfold mixed_shares. simpl. rewrite Nat.sub_0_r.
  change (add (add one (of_nat k)) (sum (repeat (opp one) k)) = @one K). rewrite sum_repeat. ring.
Qed.

Lemma equal_signs : forall k, signs (equal_shares k) k 0 0.
Proof.
  intros [|k]; [constructor|]. unfold equal_shares.
  assert (Hc : less zero (inv (@of_nat K (S k)))) by apply inverse_positive, positive_of_nat.
  revert Hc. generalize (inv (@of_nat K (S k))). intros c Hc. generalize (S k). intro n.
  induction n as [|n IH]; [constructor|]. now apply positive_first.
Qed.

Lemma mixed_signs : forall k, 1 <= k -> signs (mixed_shares k) 1 (k - 1) 0.
Proof.
  intros [|k] Hk; [lia|]. apply positive_first; [apply positive_of_nat|]. simpl. rewrite Nat.sub_0_r.
  induction k as [|k IH]; [constructor|]. apply negative_first; [apply opp_less, one_positive|]. apply IH. lia.
Qed.

Lemma equal_or_mixed_length : forall k, 1 <= k -> length (equal_shares k) = k /\ length (mixed_shares k) = k.
Proof. intros k Hk. unfold equal_shares, mixed_shares. simpl. rewrite !repeat_length. lia. Qed.

(** Equal shares where [equal] says so, mixed ones elsewhere. *)
Definition chosen (equal : nat -> bool) (g : list nat) : list K :=
  deal (fun t => let k := count_occ Nat.eq_dec g t in if equal t then equal_shares k else mixed_shares k) g.

Lemma chosen_shares : forall equal g t, In t g -> let k := count_occ Nat.eq_dec g t in
  shares_of t g (chosen equal g) = if equal t then equal_shares k else mixed_shares k.
Proof.
  intros equal g t Ht k. apply (count_occ_In Nat.eq_dec) in Ht. unfold chosen. rewrite dealt_shares; [easy|]. cbv zeta.
  destruct (equal_or_mixed_length (count_occ Nat.eq_dec g t)); [exact Ht|]. now destruct (equal t).
Qed.

Lemma chosen_admissible : forall equal r m g, surjection r m g -> admissible_shares r g (chosen equal g).
Proof.
  intros equal r m g [_ Hg]. split; [apply deal_length|]. intros t Ht. apply Hg in Ht. rewrite chosen_shares by exact
  Ht.
  apply (count_occ_In Nat.eq_dec) in Ht. destruct (equal t); [now apply equal_sum|now apply mixed_sum].
Qed.

(** The numbers of a unit with definite B_t and such shares. *)
Definition chosen_unit (equal positive : nat -> bool) (d_in : nat) (g : list nat) (t : nat) : CopiedUnit :=
  let k := count_occ Nat.eq_dec g t in
  {| unit_rank := 0;
    bend_positive := if positive t then d_in else 0; bend_negative := if positive t then 0 else d_in; bend_zero := 0;
    shares_positive := if equal t then k else 1; shares_negative := if equal t then 0 else k - 1; shares_zero := 0 |}.

Lemma chosen_signs : forall equal positive d_in g t, In t g -> let c := chosen_unit equal positive d_in g t in
  signs (shares_of t g (chosen equal g)) (shares_positive c) (shares_negative c) (shares_zero c).
Proof.
  intros equal positive d_in g t Ht c. rewrite chosen_shares by exact Ht. apply (count_occ_In Nat.eq_dec) in Ht.
  unfold c, chosen_unit. cbn. destruct (equal t); [apply equal_signs|now apply mixed_signs].
Qed.

End Deal.

(** None of them is 0. *)
Lemma signs_without_zero : forall {K : OrderedField} (l : list K) p q z, signs l p q z -> z = 0 -> ~ In zero l.
Proof.
  intros K l p q z H. induction H as [|s l p q z Hs H IH|s l p q z Hs H IH|l p q z H IH]; intros Hz Hin; try easy;
    destruct Hin as [E|Hin]; try (now apply IH); rewrite E in Hs; now apply (less_irreflexive K zero).
Qed.

Lemma shares_without_zero : forall {K : OrderedField} r m g (β : list K) {c : nat -> CopiedUnit}, surjection r m g ->
  admissible_shares r g β -> (forall t, t < r -> shares_zero (c t) = 0 /\
    signs (shares_of t g β) (shares_positive (c t)) (shares_negative (c t)) (shares_zero (c t))) -> ~ In zero β.
Proof.
  intros K r m g β c Hg [Hl _] Hsigns Hin.
  assert (H : exists t, In t g /\ In zero (shares_of t g β)).
  { clear - Hl Hin. revert β Hl Hin. unfold shares_of.
    induction g as [|s g IH]; intros [|b β] Hl Hin; try easy. injection Hl as Hl. destruct Hin as [->|Hin].
    - exists s. split; [now left|]. cbn [combine filter fst]. rewrite Nat.eqb_refl. now left.
    - destruct (IH β Hl Hin) as (t & Ht & H). exists t. split; [now right|]. cbn [combine filter fst].
      destruct (s =? t); [now right|exact H]. }
  destruct H as (t & Ht & H). apply Hg in Ht. destruct (Hsigns t Ht) as [Hz Hs].
  exact (signs_without_zero _ _ _ _ Hs Hz H).
Qed.

Lemma copied_unit_exists : forall r m g, surjection r m g -> r < m -> exists t, t < r /\ 2 <= count_occ Nat.eq_dec g t.
Proof.
  intros r m g [Hm Hg] Hrm.
  destruct (existsb (fun t => 2 <=? count_occ Nat.eq_dec g t) (seq 0 r)) eqn:E.
  - apply existsb_exists in E as (t & Ht & H). apply in_seq in Ht. apply Nat.leb_le in H. exists t. split; [lia|easy].
  - exfalso. assert (H : over_blocks r (count_occ Nat.eq_dec g) <= over_blocks r (fun _ => 1)).
    { apply over_blocks_le. intros t Ht. apply Nat.nlt_ge. intro H. apply Bool.not_true_iff_false in E. apply E.
      apply existsb_exists. exists t. split; [apply in_seq; lia|]. now apply Nat.leb_le. }
    rewrite counts_sum, over_blocks_constant in H by (intros t Ht; now apply Hg). lia.
Qed.

Theorem both_kinds_occur : BothKindsOccur.
Proof.
  intros K W A X L cost base d_in m n p g fA f HW HA Hf Hsmooth Hg Hcritical Hout Hbase Hdefinite.
  assert (Hkind : exists positive : nat -> bool, forall t, t < length base ->
    inertia_on vector_plus (fun _ => True) (fun ω => bend_form L base (nth t base (vzero, vzero)) ω ω)
      (if positive t then d_in else 0) (if positive t then 0 else d_in) 0).
  { destruct (choices (fun t (c : bool) => t < length base ->
      inertia_on vector_plus (fun _ => True) (fun ω => bend_form L base (nth t base (vzero, vzero)) ω ω)
        (if c then d_in else 0) (if c then 0 else d_in) 0) true (length base)) as (positive & H).
    - intro t. destruct (Nat.lt_ge_cases t (length base)) as [Ht|Ht]; [|exists true; lia].
      destruct (Hdefinite t Ht) as [H|H]; [now exists true|now exists false].
    - exists positive. intros t Ht. now apply H. }
  destruct Hkind as (positive & Hkind).
  assert (Hin : forall t, t < length base -> In t g) by (intros t Ht; now apply Hg).
  assert (H : forall equal, let β := @chosen K equal g in let c := chosen_unit equal positive d_in g in
    admissible_shares (length base) g β /\ (forall t, t < length base -> shares_zero (c t) = 0 /\
      signs (shares_of t g β) (shares_positive (c t)) (shares_negative (c t)) (shares_zero (c t))) /\
    ((forall t, t < length base -> (shares_positive (c t) = 1 \/ bend_negative (c t) = 0) /\
        (shares_negative (c t) = 0 \/ bend_positive (c t) = 0)) ->
      local_minimum network_plus n f (loss_value L cost) (copies g β base)) /\
    ((exists t, t < length base /\ ~ ((shares_positive (c t) = 1 \/ bend_negative (c t) = 0) /\
        (shares_negative (c t) = 0 \/ bend_positive (c t) = 0))) ->
      exists δ, length δ = m /\ less (second_variation L (copies g β base) δ) zero)).
  { intros equal β c. pose proof (chosen_admissible (K := K) equal _ m g Hg) as Hβ. fold β in Hβ.
    split; [exact Hβ|]. split.
    - intros t Ht. split; [easy|]. now apply chosen_signs, Hin.
    - destruct (minima_for_one_output K W A X L cost base d_in m n p g β c fA f HW HA Hf Hsmooth Hg Hβ Hcritical Hout
        Hbase) as (_ & Hminimum & Hsaddle).
      + intros t Ht. split; [exact (Hkind t Ht)|]. now apply chosen_signs, Hin.
      + split; [|exact Hsaddle]. intro Hc. apply Hminimum. intros t Ht. split; [now apply Hc|]. split; [easy|now
      right]. }
  assert (Hnone : forall equal t, t < length base -> shares_zero (chosen_unit equal positive d_in g t) = 0) by easy.
  split.
  - destruct (H positive) as (Hβ & Hsigns & Hminimum & _). exists (chosen positive g). split; [exact Hβ|].
    split; [exact (shares_without_zero _ _ _ _ Hg Hβ Hsigns)|]. apply Hminimum. intros t Ht. cbn.
    destruct (positive t); [split; [now right|now left]|split; [now left|now right]].
  - intros Hd Hrm. destruct (H (fun t => negb (positive t))) as (Hβ & Hsigns & _ & Hsaddle).
    exists (chosen (fun t => negb (positive t)) g). split; [exact Hβ|].
    split; [exact (shares_without_zero _ _ _ _ Hg Hβ Hsigns)|]. apply Hsaddle.
    destruct (copied_unit_exists _ m g Hg Hrm) as (t & Ht & Htwo). exists t. split; [exact Ht|]. cbn.
    destruct (positive t); cbn; lia.
Qed.
