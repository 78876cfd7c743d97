(** Critical subspaces above networks that are narrower in some hidden layers, counted. *)

From Coq Require Import List Arith ZArith Permutation Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts Sums.
From Equiloss.Counting Require Import Surjections.
From Equiloss.Layers Require Import Sequences.
Import ListNotations.

Local Open Scope nat_scope.

(** Width and surjection of one hidden layer. *)
Definition narrowed (r m : nat) (c : nat * list nat) : Prop := 1 <= fst c <= r /\ surjection (fst c) m (snd c).
Definition as_wide (r m : nat) (c : nat * list nat) : Prop := fst c = r /\ surjection (fst c) m (snd c).

Lemma as_wide_counted : forall r m, counted (as_wide r m) (G r m).
Proof.
  intros r m. destruct (surjections_counted r m) as [(L & HL & Hlength & Hin) _]. exists (map (pair r) L).
  split; [|split].
  - apply nodup_map_on; [now intros x y _ _ [= ->]|exact HL].
  - now rewrite map_length.
  - intros [s g]. rewrite in_map_iff. unfold as_wide. cbn [fst snd]. split.
    + intros (h & [= <- <-] & H). split; [reflexivity|now apply Hin].
    + intros [-> H]. exists g. split; [reflexivity|now apply Hin].
Qed.

Lemma narrowed_counted : forall m r, counted (narrowed r m) (Zsum 1 r (fun s => G s m)).
Proof.
  intros m. induction r as [|r (L & HL & Hlength & Hin)].
  - exists []. split; [constructor|]. split; [reflexivity|]. intros [s g]. unfold narrowed. cbn. split; [easy|lia].
  - destruct (as_wide_counted (S r) m) as (L' & HL' & Hlength' & Hin'). exists (L ++ L'). split; [|split].
    + apply NoDup_disjoint; try assumption. intros [s g] H H'. apply Hin in H. apply Hin' in H'.
      unfold narrowed, as_wide in *. cbn [fst snd] in *. lia.
    + rewrite app_length, Nat2Z.inj_add, Hlength, Hlength', Zsum_last. reflexivity.
    + intros [s g]. rewrite in_app_iff, Hin, Hin'. unfold narrowed, as_wide. cbn [fst snd].
      split; [intros [H|[-> H]]; intuition lia|]. intros [Hs H]. destruct (Nat.eq_dec s (S r)); [now right|left].
      split; [lia|exact H].
Qed.

(** What is counted, less a part that can be told. *)
Lemma difference_counted : forall (X : Type) (P Q : X -> Prop) (test : X -> bool) a b,
  (forall x, P x -> (test x = true <-> Q x)) -> (forall x, Q x -> P x) -> counted P a -> counted Q b ->
  counted (fun x => P x /\ ~ Q x) (a - b).
Proof.
  intros X P Q test a b Htest HQP (L & HL & Hlength & Hin) (L' & HL' & Hlength' & Hin').
  exists (filter (fun x => negb (test x)) L). split; [now apply NoDup_filter|]. split.
  - assert (E : length (filter test L) = length L').
    { apply Permutation_length, NoDup_Permutation; [now apply NoDup_filter|exact HL'|]. intro x.
      rewrite filter_In, Hin, Hin'. split; [intros [H H']; now apply Htest|]. intro H. split; [now apply HQP|].
      apply Htest; [now apply HQP|exact H]. }
    rewrite <- Hlength, <- Hlength', <- E. clear. induction L as [|x L IH]; [reflexivity|]. cbn [filter].
    destruct (test x); cbn [negb length]; lia.
  - intro x. rewrite filter_In, Hin. split; intros [H H']; (split; [exact H|]).
    + intro HQ. apply Htest in HQ; [|exact H]. now rewrite HQ in H'.
    + destruct (test x) eqn:E; [|reflexivity]. elim H'. now apply Htest.
Qed.

Lemma product_of_equal : forall (count : nat -> nat -> Z) r m layers,
  product (map (fun rm => count (fst rm) (snd rm)) (repeat (r, m) layers)) = (count r m ^ Z.of_nat layers)%Z.
Proof.
  intros count r m. induction layers as [|n IH]; [reflexivity|]. cbn [repeat map product fold_right fst snd].
  rewrite Nat2Z.inj_succ, Z.pow_succ_r, <- IH by lia. reflexivity.
Qed.

Lemma equal_choices : forall (C : Type) (fits : nat -> nat -> C -> Prop) r m layers choices,
  Forall2 (fun rm c => fits (fst rm) (snd rm) c) (repeat (r, m) layers) choices <->
  length choices = layers /\ forall c, In c choices -> fits r m c.
Proof.
  intros C fits r m. induction layers as [|n IH]; intro choices.
  - split; [intro H; now inversion H|]. intros [H _]. apply length_zero_iff_nil in H as ->. constructor.
  - split.
    + intro H. inversion H as [|? c ? rest Hc Hrest]. subst. apply IH in Hrest as [<- Hrest]. split; [reflexivity|].
      intros c' [<-|H']; [exact Hc|now apply Hrest].
    + intros [H Hall]. destruct choices as [|c choices]; [easy|]. injection H as H. constructor.
      * apply Hall. now left.
      * apply IH. split; [exact H|]. intros c' Hc'. apply Hall. now right.
Qed.

Theorem mixed_levels_counted : MixedLevelsCounted.
Proof.
  intros r m layers Hr.
  pose proof (tuples_counted narrowed (fun r m => Zsum 1 r (fun s => G s m)) (fun r m => narrowed_counted m r)
    (repeat (r, m) layers)) as Hall.
  pose proof (tuples_counted as_wide G as_wide_counted (repeat (r, m) layers)) as Hwide.
  rewrite product_of_equal in Hall, Hwide.
  assert (Hsum : Zsum 1 r (fun s => G s m) = (G r m + all_levels r m)%Z).
  { destruct r as [|r]; [lia|]. rewrite Zsum_last, Z.add_comm. f_equal. unfold all_levels. cbn [Nat.sub].
    rewrite Nat.sub_0_r. symmetry. exact (Zsum_backwards (fun s => G s m) 0 r). }
  rewrite Hsum in Hall.
  set (test := fun x : list (nat * list nat) => forallb (fun c => fst c =? r) x).
  match type of Hall with counted ?P ?a => match type of Hwide with counted ?Q ?b =>
    destruct (difference_counted _ P Q test a b) with (3 := Hall) (4 := Hwide) as (L & HL & Hlength & Hin) end end.
  - intros x Hx. apply equal_choices in Hx as [Hx Hfits]. unfold test. rewrite forallb_forall, equal_choices. split.
    + intro H. split; [exact Hx|]. intros c Hc. split; [now apply Nat.eqb_eq, H|now apply Hfits].
    + intros [_ H] c Hc. apply Nat.eqb_eq. now apply H.
  - intros x Hx. apply equal_choices in Hx as [Hx Hfits]. apply equal_choices. split; [exact Hx|].
    intros c Hc. destruct (Hfits c Hc) as [E H]. split; [lia|exact H].
  - exists L. split; [exact HL|]. split; [exact Hlength|]. intro x. rewrite Hin, !equal_choices. split.
    + intros [[Hx Hfits] Hnot]. split; [exact Hx|]. split; [intros s g H; exact (Hfits (s, g) H)|].
      destruct (forallb (fun c => fst c =? r) x) eqn:E.
      * elim Hnot. split; [exact Hx|]. intros c Hc. rewrite forallb_forall in E.
        split; [now apply Nat.eqb_eq, E|now apply Hfits].
      * clear Hnot. induction x as [|[s g] x IH] in Hfits, E |- *; [easy|]. cbn in E.
        destruct (Nat.eqb_spec s r) as [->|Hne].
        -- destruct IH as (s & h & Hs & Hlt); [intros c Hc; apply Hfits; now right|exact E|].
           exists s, h. split; [now right|exact Hlt].
        -- exists s, g. split; [now left|]. destruct (Hfits (s, g) (or_introl eq_refl)) as [H _]. cbn in H. lia.
    + intros (Hx & Hfits & s & g & Hs & Hlt). split; [split; [exact Hx|intros [s' g'] H; now apply Hfits]|].
      intros [_ H]. destruct (H (s, g) Hs) as [E _]. cbn in E. lia.
Qed.
