(** An accepted path is a shortest one: no other inside Θ between its ends has fewer segments. *)

From Coq Require Import List Arith ZArith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import LayerLines.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedPath CheckedShortestPath.
From Equiloss.Checkers Require Import SoundEnumeration SoundMembership SoundPath.
From Equiloss.Checkers Require Import Containing CompleteMembership SegmentChains SoundApart.
Import ListNotations.

Local Open Scope nat_scope.

Lemma leaves_room_iff : forall n x y, leaves_room n x y = true <-> (x + Z.of_nat n <= y)%Z.
Proof. intros n x y. unfold leaves_room. destruct (Z_dec' _ _) as [[H|H]|H]; split; intro; try easy; lia. Qed.

Lemma differ_by_one_iff : forall x y, differ_by_one x y = true <-> (y <= x + 1 /\ x <= y + 1)%Z.
Proof. intros x y. unfold differ_by_one. rewrite !orb_true_iff, !Z.eqb_eq. lia. Qed.

Lemma check_close_sound : forall l x y, check_close l = true -> In x l -> In y l ->
  apart (fst x) (fst y) = false -> apart (fst y) (fst x) = false -> (snd y <= snd x + 1)%Z.
Proof.
  induction l as [|z l IH]; intros x y H Hx Hy E E'; [easy|]. cbn [check_close] in H. apply andb_true_iff in H as [Hz H].
  rewrite forallb_forall in Hz. destruct Hx as [<-|Hx], Hy as [<-|Hy].
  - lia.
  - specialize (Hz y Hy). rewrite E, orb_false_r in Hz. apply differ_by_one_iff in Hz. lia.
  - specialize (Hz x Hx). rewrite E', orb_false_r in Hz. apply differ_by_one_iff in Hz. lia.
  - now apply IH.
Qed.

(** ** Lines and subspaces, over any field *)

Section Subspaces.

Context {K : Field} (d_in d_out m : nat) (base : list (list K * list K)).
Context (base_shaped : units_shaped d_in d_out base).

Lemma point_line : forall P (θ φ : list (list K * list K)), units_shaped d_in d_out θ -> units_shaped d_in d_out φ ->
  length θ = length φ -> units_Gamma P base θ -> units_Gamma P base φ -> forall s, units_Gamma P base (units_towards s θ φ).
Proof.
  intros P θ φ Hθ Hφ Hlength HG HG' s. rewrite <- (units_towards_self s base).
  apply (units_gamma_towards s d_out); auto.
  - intros u Hu. now apply base_shaped.
  - intros u Hu. now apply base_shaped.
  - intros u Hu. now apply Hθ.
  - intros u Hu. now apply Hφ.
Qed.

(** Two subspaces with a common point are not found to be apart. *)
Lemma common_not_apart : forall P Q (θ : list (list K * list K)), check_irreducible base = true ->
  labelled_partition (length base) m P -> labelled_partition (length base) m Q -> units_shaped d_in d_out θ ->
  units_Gamma P base θ -> units_Gamma Q base θ ->
  apart (sort_out (length base) P) (sort_out (length base) Q) = false.
Proof.
  intros P Q θ Hirreducible (_ & HP & _) (_ & HQ & _) Hθ HGP HGQ.
  destruct (as_networks d_in d_out base base_shaped Hirreducible) as (W & A & base' & Hbase & Hlength & Has).
  destruct (Has θ Hθ) as [θ' Hθ']. rewrite <- Hlength in HP, HQ |- *.
  apply (apart_sound K W A base' θ'); try assumption; now apply Hθ'.
Qed.

End Subspaces.

(** ** Bounds *)

Section Bounds.

Context {K : Field} {L : OrderedField} (f : K -> L) (f_contains : contains f).
Context (d_in d_out : nat) (base first last : list (list K * list K)).
Context (base_checked : check_shape d_in d_out base = true) (base_irreducible : check_irreducible base = true).

Definition inside : list (list L * list L) -> Prop :=
  units_point d_in d_out (units_over f base) (length first).

Lemma base_over_shaped : units_shaped d_in d_out (units_over f base).
Proof. apply check_shape_sound. now rewrite over_shape. Qed.

Lemma ends_differ : forall θ φ : list (list K * list K), same_network θ φ = false -> units_over f θ <> units_over f φ.
Proof. intros θ φ H E. apply same_network_iff in E. rewrite over_network in E; [congruence|exact f_contains]. Qed.

Lemma segments_between : forall n, same_network first last = false ->
  units_joined_closed inside n (units_over f first) (units_over f last) -> 1 <= n.
Proof. intros [|n] Hne H; [|lia]. destruct H as [_ E]. now elim (ends_differ first last Hne). Qed.

Lemma member_over : forall P θ, units_shaped d_in d_out (units_over f θ) ->
  units_Gamma P (units_over f base) (units_over f θ) -> check_member d_in d_out base P θ = true.
Proof.
  intros P θ Hθ HG. rewrite <- (over_member f f_contains). apply check_member_complete; [|exact Hθ|exact HG].
  exact base_over_shaped.
Qed.

Lemma check_potential_sound : forall count values n, check_potential d_in d_out base first last count values = true ->
  units_joined_closed inside n (units_over f first) (units_over f last) -> count <= n.
Proof.
  intros count values n H Hjoined. unfold check_potential in H. rewrite !andb_true_iff, negb_true_iff in H.
  destruct H as [[[Hne Hall] Hclose] Hroom]. apply check_enumeration_complete in Hall as (_ & Hall & _).
  rewrite forallb_forall in Hroom.
  assert (Hn := segments_between n Hne Hjoined). destruct n as [|n]; [lia|].
  assert (Hpartition : forall x, In x values -> labelled_partition (length base) (length first) (fst x)).
  { intros x Hx. apply Hall. now apply in_map. }
  assert (Hbase_length : length (units_over f base) = length base) by apply map_length.
  assert (Hends : exists θ φ : list (list L * list L), θ = units_over f first /\ φ = units_over f last) by eauto.
  destruct Hends as (θ & φ & Eθ & Eφ). rewrite <- Eθ, <- Eφ in Hjoined.
  assert (Hin : inside θ /\ inside φ).
  { clear - Hjoined. revert θ Hjoined. induction n as [|n IH]; intros θ (ψ & (Hθ & Hψ & _) & H).
    - split; [exact Hθ|]. cbn in H. destruct H as [_ <-]. exact Hψ.
    - split; [exact Hθ|]. now apply (IH ψ). }
  destruct Hin as [[Hθ _] [Hφ _]].
  apply (segments_chain d_in d_out inside values (fun x => units_Gamma (fst x) (units_over f base))) in Hjoined
    as (x & y & Hx & Hy & HGx & HGy & Hchain).
  - apply (chain_values inside values (fun x => units_Gamma (fst x) (units_over f base)) snd) in Hchain; [|clear x y Hx Hy HGx HGy Hchain|exact Hx].
    + assert (Hx' : In (snd x) (values_at d_in d_out base first values)).
      { apply in_map, filter_In. split; [exact Hx|]. subst θ. now apply member_over. }
      assert (Hy' : In (snd y) (values_at d_in d_out base last values)).
      { apply in_map, filter_In. split; [exact Hy|]. subst φ. now apply member_over. }
      specialize (Hroom _ Hx'). rewrite forallb_forall in Hroom. specialize (Hroom _ Hy').
      apply leaves_room_iff in Hroom. lia.
    + intros x y Hx Hy (ψ & [Hψ _] & HGx & HGy).
      assert (Hapart : forall P Q, labelled_partition (length base) (length first) P ->
        labelled_partition (length base) (length first) Q -> units_Gamma P (units_over f base) ψ ->
        units_Gamma Q (units_over f base) ψ -> apart (sort_out (length base) P) (sort_out (length base) Q) = false).
      { intros P Q HP HQ HGP HGQ. rewrite <- Hbase_length in HP, HQ |- *.
        apply (common_not_apart d_in d_out (length first) (units_over f base) base_over_shaped P Q ψ); try assumption.
        now rewrite over_irreducible. }
      apply (check_close_sound _ (sort_out (length base) (fst x), snd x) (sort_out (length base) (fst y), snd y) Hclose).
      * now apply (in_map (fun e => (sort_out (length base) (fst e), snd e))).
      * now apply (in_map (fun e => (sort_out (length base) (fst e), snd e))).
      * exact (Hapart _ _ (Hpartition x Hx) (Hpartition y Hy) HGx HGy).
      * exact (Hapart _ _ (Hpartition y Hy) (Hpartition x Hx) HGy HGx).
  - intros x y. decide equality; [apply Z.eq_dec|apply list_eq_dec, code_eq_dec].
  - intros ψ Hψ. apply Hψ.
  - intros ψ (_ & P & HP & HG). rewrite Hbase_length in HP. apply Hall, in_map_iff in HP as (x & <- & Hx). now exists x.
  - intros x ψ χ _ [Hψ _] [Hχ _] Hlength HG HG' s.
    exact (point_line d_in d_out _ base_over_shaped (fst x) ψ χ Hψ Hχ Hlength HG HG' s).
Qed.

End Bounds.

Theorem sound_shortest_path : SoundShortestPath check_shortest_path.
Proof.
  intros K d_in d_out base first last points partitions bound H L f Hf.
  unfold check_shortest_path in H. apply andb_true_iff in H as [Hpath Hbound]. split.
  - apply joined_closed. replace (length first) with (length (units_over f first)) by apply map_length.
    apply (sound_path L d_in d_out (units_over f base) (units_over f first) (units_over f last)
      (map (units_over f) points)). now rewrite over_path.
  - intros n Hn. unfold check_path in Hpath. rewrite !andb_true_iff in Hpath. destruct Hpath as [[Hshape Hirreducible] _].
    destruct bound as [| |values]; cbn [check_bound] in Hbound; [|discriminate|].
    + apply Nat.eqb_eq in Hbound. destruct (same_network first last) eqn:E; [lia|].
      rewrite Hbound. exact (segments_between f Hf d_in d_out base first last n E Hn).
    + exact (check_potential_sound f Hf d_in d_out base first last Hshape Hirreducible (length partitions) values n Hbound Hn).
Qed.
