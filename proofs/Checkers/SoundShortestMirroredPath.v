(** An accepted path for odd or even activations is a shortest one in the union of the signed subspaces. *)

From Coq Require Import List Arith ZArith Bool Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Counting Require Import SignedPartitionsCounted.
From Equiloss.Layers Require Import LayerLines.
From Equiloss.Checkers Require Import CheckedMembership CheckedMirroredPath CheckedStar CheckedShortestPath.
From Equiloss.Checkers Require Import CheckedShortestMirroredPath SoundMembership SoundPath SignedUnits
  SoundMirroredPath.
From Equiloss.Checkers Require Import Containing ContainingMirrors CompleteMembership SegmentChains SoundApart
  PathsOver.
From Equiloss.Checkers Require Import SoundPotential SoundStarSteps CoverSubspaces.
Import ListNotations.

Local Open Scope nat_scope.

Lemma distinct_codes_sound : forall l, distinct_codes l = true -> NoDup l.
Proof.
induction l as [|P l IH]; intro H; [constructor|]. cbn [distinct_codes] in H.
apply andb_true_iff in H as [HP H]. apply negb_true_iff in HP. constructor; [|now apply IH]. intro Hin.
rewrite <- not_true_iff_false in HP. apply HP, existsb_exists. exists P. split;
    [exact Hin|now apply same_codes_iff].
Qed.

Lemma check_signed_enumeration_complete : forall p r m partitions,
  check_signed_enumeration p r m partitions = true ->
  forall P, In P (map signed_codes partitions) <-> signed_partition p r m P.
Proof.
intros p r m partitions H. unfold check_signed_enumeration in H. rewrite !andb_true_iff, forallb_forall in H.
destruct H as [[Hall Hdistinct] Hcount]. apply Nat.eqb_eq in Hcount. apply distinct_codes_sound in Hdistinct.
rewrite <- (map_map signed_codes (cover r)) in Hdistinct. apply NoDup_map_inv in Hdistinct.
assert (Hsound : forall P, In P (map signed_codes partitions) -> signed_partition p r m P).
{ intros P HP. apply in_map_iff in HP as (partition & <- & HP). apply Hall in HP. unfold check_signs in HP.
  rewrite !andb_true_iff in HP. now apply check_signed_partition_sound. }
  intro P. split; [apply Hsound|]. intro HP. apply enumerate_signed_partitions_complete in HP. revert P HP.
  apply (NoDup_length_incl Hdistinct); [rewrite map_length, Hcount; constructor|].
  intros P HP. now apply enumerate_signed_partitions_complete, Hsound.
Qed.

(** ** Subspaces, over any field *)

Section Subspaces.

Context {K : Field} (p : parity) (d_in d_out m : nat) (base : list (list K * list K)).
Add Field K_field_shortest_mirrored : (field_laws K).
Context (base_shaped : units_shaped d_in d_out base).

Lemma check_signed_member_complete : forall P (θ : list (list K * list K)), units_shaped d_in d_out θ ->
  units_signed_Gamma p P base θ -> check_signed_member p d_in d_out base P θ = true.
Proof.
intros P θ Hθ (Hlength & Hsilent & HG). unfold check_signed_member. rewrite !andb_true_iff.
split; [split; [split|]|].
  - now apply Nat.eqb_eq.
  - now apply check_shape_complete.
  - apply forallb_forall. intros [[c|] u] Hu; [reflexivity|]. cbn [fst snd]. apply forallb_forall. intros s Hs.
    destruct (scalar_eq_dec s zero) as [_|Hne]; [reflexivity|]. elim Hne. exact (Hsilent u s Hu Hs).
  - apply check_member_complete; [exact base_shaped|now apply turned_back_shaped|exact HG].
Qed.

Lemma signed_common_not_apart : forall P Q (θ : list (list K * list K)),
  check_irreducible (base ++ map (units_mirrored p) base) = true ->
  signed_partition p (length base) m P -> signed_partition p (length base) m Q -> units_shaped d_in d_out θ ->
  units_signed_Gamma p P base θ -> units_signed_Gamma p Q base θ ->
  apart (sort_out (length base + length base) (cover (length base) P))
    (sort_out (length base + length base) (cover (length base) Q)) = false.
Proof.
intros P Q θ Hirreducible HP HQ Hθ HGP HGQ.
assert (Himages : forall units : list (list K * list K), units_shaped d_in d_out units ->
    units_shaped d_in d_out (units ++ map (units_mirrored p) units)).
  { intros units H u Hu. apply in_app_or in Hu as [Hu|Hu]; [now apply H|]. apply in_map_iff in Hu as (v & <- & Hv).
    unfold units_mirrored. cbn [fst snd]. rewrite !map_length. now apply H. }
  destruct (as_networks d_in d_out _ (Himages base base_shaped) Hirreducible) as (W & A & base' & Hbase & Hlength &
    Has).
  destruct (Has _ (Himages θ Hθ)) as [θ' Hθ'].
  assert (Hr : length base' = length base + length base) by (rewrite Hlength, app_length, map_length; reflexivity).
  rewrite <- Hr. apply (apart_sound K W A base' θ'); [exact Hbase| | | |]; rewrite ?Hr.
  - exact (cover_labels p base P m HP).
  - exact (cover_labels p base Q m HQ).
  - apply Hθ'. exact (cover_gamma p base d_in d_out P m HP θ Hθ HGP).
  - apply Hθ'. exact (cover_gamma p base d_in d_out Q m HQ θ Hθ HGQ).
Qed.

End Subspaces.

(** ** The bound by numbers *)

Section Potential.

Context {K : Field} {L : OrderedField} (f : K -> L) (f_contains : contains f) (p : parity).
Context (d_in d_out : nat) (base first last : list (list K * list K)).
Context (base_checked : check_shape d_in d_out base = true).
Context (base_irreducible : check_irreducible (base ++ map (units_mirrored p) base) = true).

Definition signed_inside : list (list L * list L) -> Prop :=
  units_signed_point p d_in d_out (units_over f base) (length first).

Lemma check_signed_potential_sound : forall count values n,
  check_signed_potential p d_in d_out base first last count values = true ->
  units_joined_closed signed_inside n (units_over f first) (units_over f last) -> count <= n.
Proof.
intros count values n H Hjoined. unfold check_signed_potential in H. rewrite !andb_true_iff, negb_true_iff in H.
destruct H as [[[Hne Hall] Hclose] Hroom]. rewrite forallb_forall in Hroom.
assert (Hcomplete := check_signed_enumeration_complete _ _ _ _ Hall). rewrite map_map in Hcomplete.
assert (Hbase : units_shaped d_in d_out (units_over f base)) by (apply check_shape_sound; now rewrite over_shape).
destruct n as [|n].
{ destruct Hjoined as [_ E]. elim (ends_differ f f_contains first last Hne E). }
  assert (Hends : units_shaped d_in d_out (units_over f first) /\ units_shaped d_in d_out (units_over f last)).
  { assert (Hboth : forall k (θ φ : list (list L * list L)), units_joined_closed signed_inside k θ φ ->
      units_shaped d_in d_out θ /\ units_shaped d_in d_out φ).
    { induction k as [|k IH]; intros θ φ Hk; [now destruct Hk as [[Hθ _] <-]|].
      destruct Hk as (ψ & ([Hθ _] & _) & Hk). split; [exact Hθ|now apply (IH ψ)]. }
    exact (Hboth (S n) _ _ Hjoined). }
  destruct Hends as [Hfirst Hlast].
  assert (Hpartition : forall x, In x values -> signed_partition p (length base) (length first) (signed_codes (fst
    x))).
  { intros x Hx. apply Hcomplete. exact (in_map (fun e => signed_codes (fst e)) _ _ Hx). }
  set (holds := fun (x : list code * list Z * Z) => units_signed_Gamma p (signed_codes (fst x)) (units_over f base)).
  assert (Hclose' : forall x y, In x values -> In y values -> (exists ψ, signed_inside ψ /\ holds x ψ /\ holds y ψ) ->
    (snd y <= snd x + 1)%Z).
  { intros x y Hx Hy (ψ & [Hψ _] & HGx & HGy).
    set (sorted := fun e : list code * list Z * Z =>
      (sort_out (length base + length base) (cover (length base) (signed_codes (fst e))), snd e)) in *.
    assert (Hapart : forall v w, In v values -> In w values -> holds v ψ -> holds w ψ ->
      apart (fst (sorted v)) (fst (sorted w)) = false).
    { intros v w Hv Hw HGv HGw.
      pose proof (signed_common_not_apart p d_in d_out (length first) (units_over f base) Hbase
        (signed_codes (fst v)) (signed_codes (fst w)) ψ) as Hcommon.
      rewrite (over_images f f_contains), (over_irreducible f f_contains), over_length in Hcommon.
      apply Hcommon; try assumption; now apply Hpartition. }
    exact (check_close_sound _ _ _ Hclose (in_map sorted _ _ Hx) (in_map sorted _ _ Hy) (Hapart x y Hx Hy HGx HGy)
      (Hapart y x Hy Hx HGy HGx)). }
  assert (Hvalue : forall x units, In x values -> units_shaped d_in d_out (units_over f units) ->
    holds x (units_over f units) -> In (snd x) (signed_values_at p d_in d_out base units values)).
  { intros x units Hx Hunits HG. apply in_map, filter_In. split; [exact Hx|].
    rewrite <- (over_signed_member f f_contains). now apply check_signed_member_complete. }
  assert (Hfound : exists x y, In x values /\ In y values /\ holds x (units_over f first) /\
    holds y (units_over f last) /\ chain signed_inside values holds n x y).
  { apply (segments_chain d_in d_out signed_inside values holds).
    - intros x y. decide equality; [apply Z.eq_dec|]. decide equality; apply list_eq_dec;
        [apply Z.eq_dec|apply code_eq_dec].
    - intros ψ Hψ. apply Hψ.
    - intros ψ (_ & P & HP & HG). rewrite over_length in HP. apply Hcomplete, in_map_iff in HP as (x & <- & Hx).
      now exists x.
    - intros x ψ χ Hx [Hψ _] [Hχ _] Hlength HG HG'.
      assert (HP := Hpartition x Hx). rewrite <- (over_length f base) in HP.
      exact (signed_line p d_in d_out (units_over f base) Hbase _ _ ψ χ HP Hψ HG Hχ HG').
    - exact Hjoined. }
  destruct Hfound as (x & y & Hx & Hy & HGx & HGy & Hchain).
  apply (chain_values signed_inside values holds snd Hclose') in Hchain; [|exact Hx].
  specialize (Hroom _ (Hvalue x first Hx Hfirst HGx)). rewrite forallb_forall in Hroom.
  specialize (Hroom _ (Hvalue y last Hy Hlast HGy)). apply leaves_room_iff in Hroom. lia.
Qed.

End Potential.

Theorem sound_shortest_mirrored_path : SoundShortestMirroredPath check_shortest_mirrored_path.
Proof.
intros K p d_in d_out base first last points partitions bound H.
unfold check_shortest_mirrored_path in H. apply andb_true_iff in H as [Hpath Hbound]. split.
2: { exact (proj2 (sound_mirrored_path K p d_in d_out base first last points partitions Hpath)). }
  intros L f Hf. split.
  - apply joined_closed. rewrite <- (over_length f first).
    apply (sound_mirrored_path L p d_in d_out (units_over f base) (units_over f first) (units_over f last)
      (map (units_over f) points)). now rewrite (over_mirrored_path f Hf).
  - intros n Hn. unfold check_mirrored_path in Hpath. rewrite !andb_true_iff in Hpath.
    destruct Hpath as [[Hshape Hirreducible] _]. destruct bound as [| |values]; cbn [check_mirrored_bound] in Hbound.
    + apply Nat.eqb_eq in Hbound. destruct (same_network first last) eqn:E; [lia|]. destruct n as [|n]; [|lia].
      destruct Hn as [_ E']. elim (ends_differ f Hf first last E E').
    + discriminate.
    + exact (check_signed_potential_sound f Hf p d_in d_out base first last Hshape Hirreducible _ values n Hbound Hn).
Qed.
