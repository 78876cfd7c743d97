(** An accepted tree of all subspaces joins any two points of Θ. *)

From Coq Require Import List Arith ZArith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedTree.
From Equiloss.Checkers Require Import SoundEnumeration SoundMembership SoundPath.
Import ListNotations.

(** ** Lists that are read at any place *)

Lemma item_with_item : forall {X : Type} q p (x : X) t,
  item p (with_item q x t) = if Pos.eqb p q then Some x else item p t.
Proof.
  intros X. induction q as [q IH|q IH|]; intros [p|p|] x [|even here odd]; cbn [with_item item Pos.eqb];
    try reflexivity; rewrite IH; now destruct (Pos.eqb p q), p.
Qed.

Lemma item_placed : forall {X : Type} (l : list X) k j,
  item (Pos.of_succ_nat j) (placed (Pos.of_succ_nat k) l) = if j <? k then None else nth_error l (j - k).
Proof.
  intros X. induction l as [|x l IH]; intros k j.
  - cbn [placed item]. destruct (j <? k); [reflexivity|]. now destruct (j - k).
  - cbn [placed]. change (Pos.succ (Pos.of_succ_nat k)) with (Pos.of_succ_nat (S k)). rewrite item_with_item, IH.
    destruct (Pos.eqb_spec (Pos.of_succ_nat j) (Pos.of_succ_nat k)) as [E|E].
    + apply SuccNat2Pos.inj in E. subst j. now rewrite Nat.ltb_irrefl, Nat.sub_diag.
    + assert (j <> k) by now intros ->. destruct (Nat.ltb_spec j k), (Nat.ltb_spec j (S k)); try lia; [reflexivity|].
      now replace (j - k) with (S (j - S k)) by lia.
Qed.

Section Tree.

Context {K : Field} (d_in d_out m : nat) (base : list (list K * list K)).
Context (base_shaped : units_shaped d_in d_out base).

Definition inside : list (list K * list K) -> Prop := units_point d_in d_out base m.
Definition both_ways (θ φ : list (list K * list K)) : Prop :=
  (exists n, units_joined inside n θ φ) /\ exists n, units_joined inside n φ θ.

Lemma joined_then : forall n n' (θ φ ψ : list (list K * list K)), units_joined inside n θ φ ->
  units_joined inside n' φ ψ -> units_joined inside (n + n') θ ψ.
Proof.
  induction n as [|n IH]; intros n' θ φ ψ H H'; [now destruct H as [_ ->]|].
  destruct H as (χ & Hsegment & H). exists χ. split; [exact Hsegment|]. now apply IH with φ.
Qed.

Lemma both_ways_then : forall θ φ ψ, both_ways θ φ -> both_ways φ ψ -> both_ways θ ψ.
Proof.
  intros θ φ ψ [[n H] [n' H']] [[k J] [k' J']]. split; [exists (n + k)|exists (k' + n')]; now apply joined_then with φ.
Qed.

Lemma both_in_subspace : forall P (θ φ : list (list K * list K)), labelled_partition (length base) m P ->
  units_shaped d_in d_out θ -> units_Gamma P base θ -> units_shaped d_in d_out φ -> units_Gamma P base φ ->
  both_ways θ φ.
Proof.
  intros P θ φ HP Hθ HGθ Hφ HGφ. split; exists 1.
  - exists φ. split; [now apply (line_in_subspace d_in d_out base base_shaped m P)|]. split; [|reflexivity].
    split; [exact Hφ|now exists P].
  - exists θ. split; [now apply (line_in_subspace d_in d_out base base_shaped m P)|]. split; [|reflexivity].
    split; [exact Hθ|now exists P].
Qed.

(** Every point of a subspace is joined with the root's point, by induction on its depth. *)
Lemma joined_with_root : forall (root : list code * (nat * nat) * list (list K * list K)) rest,
  (forall entry, In entry (root :: rest) -> labelled_partition (length base) m (fst (fst entry))) ->
  check_member d_in d_out base (fst (fst root)) (snd root) = true ->
  forallb (check_entry d_in d_out base m
    (placed 1 (map (fun entry => (fst (fst entry), snd (snd (fst entry)))) (root :: rest)))) rest = true ->
  forall depth entry θ, In entry (root :: rest) -> snd (snd (fst entry)) = depth ->
    units_shaped d_in d_out θ -> units_Gamma (fst (fst entry)) base θ -> both_ways θ (snd root).
Proof.
  intros root rest Hpartitions Hroot Hrest. rewrite forallb_forall in Hrest.
  set (tree := root :: rest) in *. induction depth as [depth IH] using lt_wf_ind.
  intros entry θ Hentry Hdepth Hθ HGθ.
  assert (Hmember : forall P φ, labelled_partition (length base) m P -> check_member d_in d_out base P φ = true ->
    units_shaped d_in d_out φ /\ units_Gamma P base φ).
  { intros P φ HP H. now apply (check_member_sound d_in d_out base (length base) m P φ). }
  destruct Hentry as [<-|Hin].
  { destruct (Hmember _ _ (Hpartitions root (or_introl eq_refl)) Hroot) as [Hshape HG].
    apply (both_in_subspace (fst (fst root))); auto. apply Hpartitions. now left. }
  assert (HP : labelled_partition (length base) m (fst (fst entry))) by (apply Hpartitions; now right).
  apply Hrest in Hin. unfold check_entry in Hin. change 1%positive with (Pos.of_succ_nat 0) in Hin.
  rewrite item_placed in Hin. cbn [Nat.ltb Nat.leb] in Hin. rewrite Nat.sub_0_r in Hin.
  destruct (nth_error _ (fst (snd (fst entry)))) as [parent|] eqn:E; [|easy].
  apply nth_error_In, in_map_iff in E as (above & <- & Habove). cbn [fst snd] in Hin.
  rewrite !andb_true_iff in Hin. destruct Hin as [[[_ Hlevel] Hhere] Hthere]. apply Nat.eqb_eq in Hlevel.
  destruct (Hmember _ _ HP Hhere) as [Hshape HG].
  destruct (Hmember _ _ (Hpartitions above Habove) Hthere) as [_ HG'].
  apply both_ways_then with (snd entry); [now apply (both_in_subspace (fst (fst entry)))|].
  apply (IH (snd (snd (fst above))) ltac:(lia) above); auto.
Qed.

End Tree.

Theorem sound_connected : SoundConnected check_connected.
Proof.
  intros K d_in d_out m base tree H θ θ' (Hθ & P & HP & HG) (Hθ' & P' & HP' & HG').
  unfold check_connected in H. rewrite !andb_true_iff in H. destruct H as [[[[Hbase _] _] Hall] H].
  apply check_shape_sound in Hbase. destruct (check_enumeration_complete _ _ _ Hall) as (_ & Hiff & _).
  destruct tree as [|root rest]; [easy|]. rewrite !andb_true_iff in H. destruct H as [[[_ _] Hroot] Hrest].
  set (inside_all := units_point d_in d_out base m).
  assert (Hpartitions : forall entry, In entry (root :: rest) ->
    labelled_partition (length base) m (fst (fst entry))).
  { intros entry Hentry. apply Hiff. exact (in_map (fun e => fst (fst e)) _ _ Hentry). }
  assert (Hjoined : forall Q φ, labelled_partition (length base) m Q -> units_shaped d_in d_out φ ->
    units_Gamma Q base φ -> both_ways d_in d_out m base φ (snd root)).
  { intros Q φ HQ Hφ HGφ. apply Hiff, in_map_iff in HQ as (entry & <- & Hentry).
    now apply (joined_with_root d_in d_out m base Hbase root rest Hpartitions Hroot Hrest
      (snd (snd (fst entry))) entry). }
  destruct (Hjoined P θ HP Hθ HG) as [[n Hn] _]. destruct (Hjoined P' θ' HP' Hθ' HG') as [_ [n' Hn']].
  exists (n + n'). now apply joined_then with (snd root).
Qed.
