(** Steps in the subdivided star graph: where so many are computed, there are no fewer. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import OneSpareUnit Placements StarMoves SubdividedStar StarDistance StarWalks.
From Equiloss.Checkers Require Import CheckedPartitions CheckedStar SoundEnumeration.
Import ListNotations.

(** ** The cycles *)

Lemma first_place_is : forall c Q, first_place c Q = place c Q.
Proof.
intros c. induction Q as [|d Q IH]; [reflexivity|]. cbn [first_place place].
destruct (same_code d c) eqn:E, (code_eq_dec d c) as [H|H]; try reflexivity.
  - apply same_code_iff in E. contradiction.
  - apply same_code_iff in H. congruence.
  - now rewrite IH.
Qed.

Lemma places_in_are : forall P Q, places_in P Q = map (goes_to P Q) (seq 0 (length P)).
Proof.
intros P Q. unfold places_in, goes_to. induction P as [|c P IH]; [reflexivity|]. cbn [map length seq nth].
f_equal; [apply first_place_is|]. rewrite IH, <- seq_shift, map_map. reflexivity.
Qed.

Lemma nth_places_in : forall P Q i, i < length P -> nth i (places_in P Q) 0 = goes_to P Q i.
Proof.
intros P Q i Hi. rewrite places_in_are. rewrite (nth_indep _ 0 (goes_to P Q 0)) by now rewrite map_length,
    seq_length.
  rewrite map_nth, seq_nth by exact Hi. reflexivity.
Qed.

Lemma moved_are_displaced : forall P Q, moved_places (places_in P Q) = displaced P Q.
Proof.
intros P Q. unfold moved_places, displaced. rewrite places_in_are, map_length, seq_length.
induction (seq 0 (length P)) as [|i l IH]; [reflexivity|]. cbn [map combine filter fst snd].
rewrite (Nat.eqb_sym i). destruct (goes_to P Q i =? i); cbn [negb map fst]; now rewrite IH.
Qed.

Lemma iter_before : forall (g : nat -> nat) k i, Nat.iter k g (g i) = Nat.iter (S k) g i.
Proof. intros g. induction k as [|k IH]; intro i; [reflexivity|]. cbn [Nat.iter nat_rect]. f_equal. apply IH. Qed.

Section Cycle.

Context (g : nat -> nat) (permutation : list nat) (m i : nat).
Context (g_below : forall j, j < m -> g j < m) (g_permutation : forall j, j < m -> nth j permutation 0 = g j).

Lemma stays_above_sound : forall count j, j < m -> stays_above permutation i count j = true ->
  (exists k, k < count /\ Nat.iter k g j = i /\ forall l, l < k -> i <= Nat.iter l g j) \/
  forall l, l < count -> i <= Nat.iter l g j.
Proof.
induction count as [|count IH]; intros j Hj H; [right; lia|]. cbn [stays_above] in H.
destruct (Nat.eqb_spec j i) as [->|Hne]; [left; exists 0; repeat split; lia|].
destruct (Nat.ltb_spec j i) as [Hlt|Hge]; [discriminate|]. rewrite g_permutation in H by exact Hj.
destruct (IH (g j) (g_below j Hj) H) as [(k & Hk & E & Hl)|Hl].
  - left. exists (S k). split; [lia|]. split; [now rewrite <- iter_before|].
    intros [|l] Hlk; [exact Hge|]. rewrite <- iter_before. apply Hl. lia.
  - right. intros [|l] Hlk; [exact Hge|]. rewrite <- iter_before. apply Hl. lia.
Qed.

Lemma stays_above_always : i < m -> stays_above permutation i m (g i) = true ->
  forall n, n < m -> i <= Nat.iter n g i.
Proof.
intros Hi H. destruct (stays_above_sound m (g i) (g_below i Hi) H) as [(k & _ & E & Hl)|Hl].
  - assert (Hcycle : forall l, l <= k -> i <= Nat.iter l g i).
    { intros [|l] Hlk; [cbn; lia|]. rewrite <- iter_before. apply Hl. lia. }
    rewrite iter_before in E. assert (Hperiod : forall l, Nat.iter (l + S k) g i = Nat.iter l g i).
    { induction l as [|l IH]; [exact E|]. cbn [Nat.iter nat_rect plus]. f_equal. exact IH. }
    intros n _. induction n as [n IH] using lt_wf_ind.
    destruct (Nat.le_gt_cases n k) as [Hn|Hn]; [now apply Hcycle|].
    replace n with (n - S k + S k) by lia. rewrite Hperiod. apply IH. lia.
  - intros [|n] Hn; [cbn; lia|]. rewrite <- iter_before. apply Hl. lia.
Qed.

End Cycle.

Lemma filter_fewer : forall (X : Type) (test test' : X -> bool) (l : list X),
  (forall x, In x l -> test x = true -> test' x = true) -> length (filter test l) <= length (filter test' l).
Proof.
intros X test test'. induction l as [|x l IH]; intro H; [easy|]. cbn [filter].
assert (Hl : length (filter test l) <= length (filter test' l)) by (apply IH; intros y Hy; apply H; now right).
destruct (test x) eqn:E; [rewrite (H x (or_introl eq_refl) E); cbn [length]; lia|].
destruct (test' x); cbn [length]; lia.
Qed.

Lemma star_steps_below : forall r P Q, placement r P -> placement r Q ->
  fst (star_steps P Q) - snd (star_steps P Q) <= star_distance P Q.
Proof.
intros r P Q HP HQ. unfold star_steps, star_distance. cbn [fst snd]. rewrite moved_are_displaced, !first_place_is.
apply Nat.sub_le_mono_r, Nat.add_le_mono_l. unfold least_places. apply filter_fewer. intros i Hi H.
apply filter_In in Hi as [Hi _]. apply in_seq in Hi. apply forallb_forall. intros k Hk. apply in_seq in Hk.
apply Nat.leb_le. assert (Hlength : length (places_in P Q) = length P) by apply map_length.
rewrite Hlength, nth_places_in in H by lia.
apply (stays_above_always (goes_to P Q) (places_in P Q) (length P) i); try assumption; try lia.
  - intros j Hj. rewrite (proj1 (proj1 HP)) in *. now apply goes_to_permutes.
  - intros j Hj. now apply nth_places_in.
Qed.

(** ** Routes through the graph *)

Lemma adjacent_back : forall P Q, adjacent P Q -> adjacent Q P.
Proof. intros P Q [->|[H|H]]; [now left|right; now right|right; now left]. Qed.

Lemma route_back : forall r n P Q, arrangement r P -> route r n P Q -> route r n Q P.
Proof.
intros r. induction n as [|n IH]; intros P Q HP H; [now symmetry|]. destruct H as (P' & HP' & Hadjacent & H).
replace (S n) with (n + 1) by lia. apply (route_through r n 1 Q P' P); [now apply IH|]. exists P.
split; [exact HP|]. split; [now apply adjacent_back|reflexivity].
Qed.

Lemma route_arrangement : forall r n P Q, arrangement r P -> route r n P Q -> arrangement r Q.
Proof.
intros r. induction n as [|n IH]; intros P Q HP H; [now cbn in H; subst|]. destruct H as (P' & HP' & _ & H).
now apply (IH P').
Qed.

Lemma in_blanked : forall r P' P, arrangement r P' -> arrangement r P -> blank_filled P' P -> In P' (blanked P).
Proof.
intros r P' P HP' HP (l1 & l2 & t & -> & ->). apply in_flat_map. exists (length l1). split.
  - apply in_seq. rewrite app_length. cbn [length]. lia.
  - rewrite skipn_app, skipn_all, Nat.sub_diag, firstn_app, firstn_all, Nat.sub_diag. cbn [skipn app firstn].
    rewrite app_nil_r. replace (_ || _) with true; [now left|]. symmetry. rewrite <- existsb_app.
    apply existsb_exists.
    exists (Label t). split; [|now apply same_code_iff].
    assert (Ht : t < r) by (apply HP, in_elt). apply HP' in Ht. apply in_app_or in Ht as [Ht|[Ht|Ht]];
      [|discriminate Ht|];
      apply in_or_app; tauto.
Qed.

(** A route leaves P by an exit. *)
Lemma route_exit : forall r P Q n, arrangement r P -> P <> Q \/ In (Zero 0) P -> route r n P Q ->
  exists P' c k, In (P', c) (exits P) /\ placement r P' /\ c + k <= n /\ route r k P' Q.
Proof.
intros r P Q n HP Hne H. unfold exits. destruct (existsb (same_code (Zero 0)) P) eqn:E.
  - exists P, 0, n. split; [now left|]. split; [|now split].
    apply existsb_exists in E as (c & Hc & E). apply same_code_iff in E. now subst c.
  - assert (Hnone : ~ In (Zero 0) P).
    { intro Hin. rewrite <- not_true_iff_false in E. apply E, existsb_exists. exists (Zero 0). split; [exact Hin|].
      now apply same_code_iff. }
    destruct Hne as [Hne|Hin]; [|contradiction].
    induction n as [|n IH]; [contradiction|]. destruct H as (P' & HP' & Hadjacent & H).
    destruct Hadjacent as [<-|[Hfilled|Hfilled]].
    + destruct (IH H) as (P' & c & k & Hin & HP'' & Hk & Hroute). exists P', c, k. repeat (split; [assumption|]).
      split; [lia|exact Hroute].
    + elim Hnone. destruct Hfilled as (l1 & l2 & t & -> & _). apply in_elt.
    + exists P', 1, n. split; [|split; [now apply (filled_placement r P' P)|split; [lia|exact H]]].
      apply (in_map (fun Q => (Q, 1))). now apply (in_blanked r).
Qed.

Lemma same_codes_iff : forall P Q, same_codes P Q = true <-> P = Q.
Proof.
induction P as [|c P IH]; intros [|d Q]; cbn [same_codes]; try easy.
rewrite andb_true_iff, same_code_iff, IH. split; [now intros [-> ->]|now intros [= -> ->]].
Qed.

Lemma far_apart_sound : forall r P Q n k, arrangement r P -> arrangement r Q -> far_apart n P Q = true ->
  route r k P Q -> n <= k.
Proof.
intros r P Q n k HP HQ H Hroute. unfold far_apart in H. destruct (same_codes P Q) eqn:E.
{ apply Nat.eqb_eq in H. lia. }
  assert (Hne : P <> Q) by (intro E'; apply same_codes_iff in E'; congruence). clear E.
  rewrite forallb_forall in H. destruct (route_exit r P Q k HP (or_introl Hne) Hroute) as (P' & c & j & HinP & HP' &
    Hj & Hroute').
  specialize (H _ HinP). rewrite forallb_forall in H. apply (route_back r j P' Q (proj1 HP')) in Hroute'.
  assert (Hne' : Q <> P' \/ In (Zero 0) Q).
  { destruct (in_dec code_eq_dec (Zero 0) Q) as [Hin|Hnone]; [now right|left]. intros ->. apply Hnone, HP'. }
  destruct (route_exit r Q P' j HQ Hne' Hroute') as (Q' & c' & i & HinQ & HQ' & Hi & Hroute'').
  specialize (H _ HinQ). apply Nat.leb_le in H. cbn [fst snd] in H.
  apply (route_back r i Q' P' (proj1 HQ')) in Hroute''.
  pose proof (proj1 (route_at_least r Q' HQ' i) P' HP' Hroute'') as Hdistance.
  pose proof (star_steps_below r P' Q' HP' HQ'). lia.
Qed.
