(** A bound by numbers of the subspaces: those of two that meet differ by at most 1. *)

From Coq Require Import List Arith ZArith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedShortestPath SoundEnumeration
  SegmentChains.
From Equiloss.Checkers Require Import PathsOver.
Import ListNotations.

Local Open Scope nat_scope.

Lemma leaves_room_iff : forall n x y, leaves_room n x y = true <-> (x + Z.of_nat n <= y)%Z.
Proof. intros n x y. unfold leaves_room. destruct (Z_dec' _ _) as [[H|H]|H]; split; intro; try easy; lia. Qed.

Lemma differ_by_one_iff : forall x y, differ_by_one x y = true <-> (y <= x + 1 /\ x <= y + 1)%Z.
Proof. intros x y. unfold differ_by_one. rewrite !orb_true_iff, !Z.eqb_eq. lia. Qed.

Lemma check_close_sound : forall l x y, check_close l = true -> In x l -> In y l ->
  apart (fst x) (fst y) = false -> apart (fst y) (fst x) = false -> (snd y <= snd x + 1)%Z.
Proof.
induction l as [|z l IH]; intros x y H Hx Hy E E'; [easy|]. cbn [check_close] in H.
    apply andb_true_iff in H as [Hz H].
  rewrite forallb_forall in Hz. destruct Hx as [<-|Hx], Hy as [<-|Hy].
  - lia.
  - specialize (Hz y Hy). rewrite E, orb_false_r in Hz. apply differ_by_one_iff in Hz. lia.
  - specialize (Hz x Hx). rewrite E', orb_false_r in Hz. apply differ_by_one_iff in Hz. lia.
  - now apply IH.
Qed.

Section Potential.

Context {K : Field} {L : OrderedField} (f : K -> L) (f_contains : contains f).
Context (d_in d_out : nat) (base first last : list (list K * list K)).
Context (base_checked : check_shape d_in d_out base = true) (base_irreducible : check_irreducible base = true).

Lemma check_potential_sound : forall count values n, check_potential d_in d_out base first last count values = true ->
  units_joined_closed (inside f d_in d_out base first) n (units_over f first) (units_over f last) -> count <= n.
Proof.
intros count values n H Hjoined. unfold check_potential in H. rewrite !andb_true_iff, negb_true_iff in H.
destruct H as [[[Hne Hall] Hclose] Hroom]. apply check_enumeration_complete in Hall as (_ & Hall & _).
rewrite forallb_forall in Hroom.
assert (Hn := segments_between f f_contains d_in d_out base first last n Hne Hjoined). destruct n as [|n]; [lia|].
destruct (ends_inside f d_in d_out base first (S n) _ _ Hjoined) as [[Hfirst _] [Hlast _]].
assert (Hpartition : forall x, In x values -> labelled_partition (length base) (length first) (fst x)).
{ intros x Hx. apply Hall. now apply in_map. }
  set (holds := fun (x : list code * Z) => units_Gamma (fst x) (units_over f base)).
  assert (Hclose' : forall x y, In x values -> In y values -> (exists ψ, (inside f d_in d_out base first) ψ /\
    holds x ψ /\ holds y ψ) ->
    (snd y <= snd x + 1)%Z).
  { intros x y Hx Hy (ψ & Hψ & HGx & HGy).
    assert (Hin : forall z, In z values -> In (sort_out (length base) (fst z), snd z)
      (map (fun e => (sort_out (length base) (fst e), snd e)) values)).
    { intros z Hz. exact (in_map (fun e => (sort_out (length base) (fst e), snd e)) _ _ Hz). }
    assert (Hapart := common_not_apart_over f f_contains d_in d_out base first base_checked base_irreducible).
    exact (check_close_sound _ _ _ Hclose (Hin x Hx) (Hin y Hy)
      (Hapart _ _ ψ (Hpartition x Hx) (Hpartition y Hy) Hψ HGx HGy)
      (Hapart _ _ ψ (Hpartition y Hy) (Hpartition x Hx) Hψ HGy HGx)). }
  assert (Hvalue : forall x units, In x values -> units_shaped d_in d_out (units_over f units) ->
    holds x (units_over f units) -> In (snd x) (values_at d_in d_out base units values)).
  { intros x units Hx Hunits HG. apply in_map, filter_In. split; [exact Hx|].
    exact (member_over f f_contains d_in d_out base base_checked _ _ Hunits HG). }
  assert (Hfound : exists x y, In x values /\ In y values /\ holds x (units_over f first) /\
    holds y (units_over f last) /\ chain (inside f d_in d_out base first) values holds n x y).
  { apply (segments_chain d_in d_out (inside f d_in d_out base first) values holds).
    - intros x y. decide equality; [apply Z.eq_dec|apply list_eq_dec, code_eq_dec].
    - intros ψ Hψ. apply Hψ.
    - intros ψ (_ & P & HP & HG). rewrite over_length in HP. apply Hall, in_map_iff in HP as (x & <- & Hx).
      now exists x.
    - intros x ψ χ _. exact (inside_line f d_in d_out base first base_checked (fst x) ψ χ).
    - exact Hjoined. }
  destruct Hfound as (x & y & Hx & Hy & HGx & HGy & Hchain).
  apply (chain_values (inside f d_in d_out base first) values holds snd Hclose') in Hchain; [|exact Hx].
  specialize (Hroom _ (Hvalue x first Hx Hfirst HGx)). rewrite forallb_forall in Hroom.
  specialize (Hroom _ (Hvalue y last Hy Hlast HGy)). apply leaves_room_iff in Hroom. lia.
Qed.

End Potential.
