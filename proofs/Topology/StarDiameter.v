(** The diameter of the graph of the subspaces for m = r + 1. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Topology Require Import OneSpareUnit Placements SubdividedStar StarMoves Cycles StarDistance StarWalks
  StarParity.
Import ListNotations.

Lemma star_distance_bound : forall r P Q, placement r P -> placement r Q -> star_distance P Q <= 3 * r / 2.
Proof.
  intros r P Q HP HQ. rewrite (star_distance_is r Q HQ P HP). pose proof (goes_to_permutes r Q HQ P HP) as Hpermutes.
  pose proof (blank_below r P HP) as Hp. pose proof (two_in_each (S r) _ Hpermutes (blank P)) as Htwo.
  assert (Hlabels : off_labels r Q P <= r).
  { apply le_S_n. transitivity (length (seq 0 (S r))); [|now rewrite seq_length].
    apply (NoDup_incl_length (l := blank P :: labels_off (S r) (goes_to P Q) (blank P))).
    - constructor; [rewrite in_labels_off; tauto|apply labels_off_nodup].
    - intros i [<-|Hi]; apply in_seq; [lia|]. apply in_labels_off in Hi. lia. }
  unfold off_labels in *. apply Nat.div_le_lower_bound; lia.
Qed.

(** ** No two are further apart *)

Lemma end_placement : forall r l1 l2 t, arrangement r (l1 ++ Label t :: l2) -> ~ In (Zero 0) (l1 ++ Label t :: l2) ->
  In (Label t) (l1 ++ l2) -> placement r (l1 ++ Zero 0 :: l2).
Proof.
  intros r l1 l2 t HD Hnone Ht. split; [|apply in_elt]. destruct HD as (Hlength & Hlabels & Hzero). split; [|split].
  - rewrite app_length in *. exact Hlength.
  - intro u. rewrite <- Hlabels. rewrite !in_app_iff in *. simpl.
    split; [intros [H|[E|H]]; [tauto|discriminate E|tauto]|intros [H|[E|H]]; [tauto| |tauto]].
    injection E as <-. tauto.
  - intros z Hz. apply in_app_or in Hz as [H|[E|H]]; [|now injection E|]; apply Hzero; rewrite in_app_iff; simpl; tauto.
Qed.

Lemma ends_exist : forall r D, arrangement r D -> ~ In (Zero 0) D ->
  exists P P', placement r P /\ placement r P' /\ blank_filled P D /\ blank_filled P' D /\ moved P P'.
Proof.
  intros r D HD Hnone. destruct (two_ends r D HD Hnone) as (l1 & l2 & l3 & t & -> & Hends).
  assert (HP : placement r (l1 ++ Zero 0 :: l2 ++ Label t :: l3)).
  { apply end_placement with t; [exact HD|exact Hnone|]. rewrite !in_app_iff. simpl. tauto. }
  assert (Hmoved : moved (l1 ++ Zero 0 :: l2 ++ Label t :: l3) (l1 ++ Label t :: l2 ++ Zero 0 :: l3)).
  { exists l1, l2, l3, t. now left. }
  pose proof (moved_placement r _ _ Hmoved HP) as HP'.
  exists (l1 ++ Zero 0 :: l2 ++ Label t :: l3), (l1 ++ Label t :: l2 ++ Zero 0 :: l3).
  repeat split; try exact Hmoved; try apply HP; try apply HP'; apply Hends; try apply HP; try apply HP'; tauto.
Qed.

(** One of the two ends of an edge is nearer to a placement, as the parities differ. *)
Lemma nearer_end : forall r D (f : list code -> nat) b k, arrangement r D -> ~ In (Zero 0) D ->
  (forall P, placement r P -> f P <= k /\ Nat.odd (f P) = xorb (odd_inversions P) b) ->
  exists P, placement r P /\ blank_filled P D /\ S (f P) <= k.
Proof.
  intros r D f b k HD Hnone Hf. destruct (ends_exist r D HD Hnone) as (P & P' & HP & HP' & Hend & Hend' & Hmoved).
  destruct (Hf P HP) as [Hk Hodd], (Hf P' HP') as [Hk' Hodd']. destruct (Nat.eq_dec (f P) k) as [E|Hne].
  - exists P'. split; [exact HP'|]. split; [exact Hend'|]. enough (f P' <> f P) by lia. intro E'. rewrite E', Hodd in
  Hodd'.
    rewrite (moved_odd r P P' HP Hmoved) in Hodd'. now destruct (odd_inversions P), b.
  - exists P. split; [exact HP|]. split; [exact Hend|]. lia.
Qed.

Lemma route_between : forall r P Q, placement r P -> placement r Q -> route r (2 * star_distance P Q) P Q.
Proof. intros r P Q HP HQ. apply moves_route; [exact HP|now apply (star_distance_moves r)]. Qed.

Lemma route_step : forall r n P P' Q, arrangement r P' -> adjacent P P' -> route r n P' Q -> route r (S n) P Q.
Proof. intros r n P P' Q HP' Hadjacent H. now exists P'. Qed.

Lemma route_last : forall r n P Q Q', arrangement r Q' -> adjacent Q Q' -> route r n P Q -> route r (S n) P Q'.
Proof.
  intros r n P Q Q' HQ' Hadjacent H. rewrite <- Nat.add_1_r. apply route_through with Q; [exact H|]. now exists Q'.
Qed.

Lemma routes_bounded : forall r P Q, arrangement r P -> arrangement r Q ->
  exists n, n <= 2 * (3 * r / 2) /\ route r n P Q.
Proof.
  intros r P Q HP HQ. pose proof (star_distance_bound r) as Hbound. pose proof (star_distance_odd r) as Hodd.
  destruct (in_dec code_eq_dec (Zero 0) P) as [HinP|HnoP], (in_dec code_eq_dec (Zero 0) Q) as [HinQ|HnoQ].
  - exists (2 * star_distance P Q). split; [apply Nat.mul_le_mono_l; now apply Hbound|now apply route_between].
  - destruct (nearer_end r Q (star_distance P) (odd_inversions P) (3 * r / 2) HQ HnoQ) as (B & HB & Hend & Hless).
    + intros B HB. split; [now apply Hbound|]. rewrite xorb_comm. now apply Hodd.
    + exists (S (2 * star_distance P B)). split; [lia|]. apply route_last with B; [exact HQ|right; now left|].
      now apply route_between.
  - destruct (nearer_end r P (fun A => star_distance A Q) (odd_inversions Q) (3 * r / 2) HP HnoP)
      as (A & HA & Hend & Hless).
    + intros A HA. split; [now apply Hbound|now apply Hodd].
    + exists (S (2 * star_distance A Q)). split; [lia|]. apply route_step with A; [apply HA|right; now right|].
      now apply route_between.
  - destruct (ends_exist r P HP HnoP) as (A & _ & HA & _ & HendA & _).
    destruct (nearer_end r Q (star_distance A) (odd_inversions A) (3 * r / 2) HQ HnoQ) as (B & HB & Hend & Hless).
    + intros B HB. split; [now apply Hbound|]. rewrite xorb_comm. now apply Hodd.
    + exists (S (S (2 * star_distance A B))). split; [lia|]. apply route_step with A; [apply HA|right; now right|].
      apply route_last with B; [exact HQ|right; now left|]. now apply route_between.
Qed.

(** ** Two as far *)

Section Twins.

Variables r h : nat.
Hypothesis half : 2 * h <= r <= 2 * h + 1.

(** Places i and i + h are exchanged for all i < h, and 2h with r, where the blank has to go. *)
Definition twin (i : nat) : nat := if i <? h then i + h else if i <? 2 * h then i - h else 2 * h + r - i.
Definition couple (i : nat) : nat := if i <? h then i else if i <? 2 * h then i - h else h.

Definition symbol_at (i : nat) : code := if i <? r then Label i else Zero 0.
Definition symbols_along (τ : nat -> nat) : list code := map (fun i => symbol_at (τ i)) (seq 0 (S r)).

Lemma twin_below : forall i, i < S r -> twin i < S r /\ twin (twin i) = i.
Proof.
  intros i Hi. unfold twin. destruct (Nat.ltb_spec i h); [|destruct (Nat.ltb_spec i (2 * h))].
  - destruct (Nat.ltb_spec (i + h) h), (Nat.ltb_spec (i + h) (2 * h)); lia.
  - destruct (Nat.ltb_spec (i - h) h); lia.
  - destruct (Nat.ltb_spec (2 * h + r - i) h), (Nat.ltb_spec (2 * h + r - i) (2 * h)); lia.
Qed.

Lemma couple_twin : forall i, i < S r -> couple (twin i) = couple i.
Proof.
  intros i Hi. unfold twin, couple. destruct (Nat.ltb_spec i h); [|destruct (Nat.ltb_spec i (2 * h))].
  - destruct (Nat.ltb_spec (i + h) h), (Nat.ltb_spec (i + h) (2 * h)); lia.
  - destruct (Nat.ltb_spec (i - h) h); lia.
  - destruct (Nat.ltb_spec (2 * h + r - i) h), (Nat.ltb_spec (2 * h + r - i) (2 * h)); lia.
Qed.

Lemma twin_last : forall i, i < S r -> twin i = r -> couple i = h /\ forall j, j < S r -> twin j = j -> j = i.
Proof.
  intros i Hi. unfold twin, couple. destruct (Nat.ltb_spec i h); [lia|]. destruct (Nat.ltb_spec i (2 * h)); [lia|].
  intro E. split; [easy|]. intros j Hj. destruct (Nat.ltb_spec j h); [lia|]. destruct (Nat.ltb_spec j (2 * h)); lia.
Qed.

Lemma along_nth : forall τ i, i < S r -> nth i (symbols_along τ) (Zero 0) = symbol_at (τ i).
Proof.
  intros τ i Hi. unfold symbols_along. rewrite (nth_indep _ (Zero 0) (symbol_at (τ 0))) by now rewrite map_length,
  seq_length.
  rewrite (map_nth (fun j => symbol_at (τ j))). now rewrite seq_nth.
Qed.

Lemma along_placement : forall τ, (forall i, i < S r -> exists j, j < S r /\ τ j = i) -> placement r (symbols_along τ).
Proof.
  intros τ Honto. assert (Hin : forall i, i < S r -> In (symbol_at i) (symbols_along τ)).
  { intros i Hi. destruct (Honto i Hi) as (j & Hj & <-). apply (in_map (fun k => symbol_at (τ k))), in_seq. lia. }
  split; [split; [|split]|].
  - unfold symbols_along. now rewrite map_length, seq_length.
  - intro t. split.
    + intro H. apply in_map_iff in H as (i & E & _). unfold symbol_at in E.
      destruct (Nat.ltb_spec (τ i) r); [|discriminate E]. now injection E as <-.
    + intro Ht. replace (Label t) with (symbol_at t); [apply Hin; lia|]. unfold symbol_at.
      now rewrite (proj2 (Nat.ltb_lt t r) Ht).
  - intros z H. apply in_map_iff in H as (i & E & _). unfold symbol_at in E.
    destruct (τ i <? r); [discriminate E|now injection E].
  - replace (Zero 0) with (symbol_at r); [apply Hin; lia|]. unfold symbol_at. now rewrite Nat.ltb_irrefl.
Qed.

Lemma twins_far : let P := symbols_along twin in let Q := symbols_along (fun i => i) in
  placement r P /\ placement r Q /\ r + h <= star_distance P Q.
Proof.
  intros P Q. assert (HP : placement r P).
  { apply along_placement. intros i Hi. exists (twin i). now apply twin_below. }
  assert (HQ : placement r Q) by (apply along_placement; intros i Hi; now exists i).
  split; [exact HP|]. split; [exact HQ|].
  assert (Hgoes : forall i, i < S r -> goes_to P Q i = twin i).
  { intros i Hi. unfold goes_to, P. rewrite along_nth by exact Hi.
    rewrite <- (along_nth (fun j => j)) by now apply twin_below. apply place_nth.
    - now apply (placement_nodup r).
    - rewrite (placement_length r) by exact HQ. now apply twin_below. }
  pose proof (blank_below r P HP) as Hp.
  assert (Hlast : twin (blank P) = r).
  { rewrite <- Hgoes, (blank_goes r Q P HP) by exact Hp. unfold blank.
    replace (Zero 0) with (nth r Q (Zero 0)); [|unfold Q; rewrite along_nth by lia; unfold symbol_at; now rewrite
    Nat.ltb_irrefl].
    apply place_nth; [now apply (placement_nodup r)|]. rewrite (placement_length r) by exact HQ. lia. }
  destruct (twin_last (blank P) Hp Hlast) as [Hcouple Hfixed].
  transitivity (off_labels r Q P + length (seq 0 h)).
  - rewrite seq_length. apply Nat.add_le_mono_r. apply le_S_n.
    transitivity (length (seq 0 (S r))); [now rewrite seq_length|].
    apply (NoDup_incl_length (l' := blank P :: labels_off (S r) (goes_to P Q) (blank P))); [apply seq_NoDup|].
    intros i Hi. apply in_seq in Hi.
    destruct (Nat.eq_dec i (blank P)) as [->|Hne]; [now left|right]. apply in_labels_off. repeat split; [lia| |exact
    Hne].
    rewrite Hgoes by lia. intro E. apply Hne, Hfixed; [lia|exact E].
  - apply (moves_at_least r Q _ P HP (star_distance_moves r Q HQ P HP) couple). split; [apply seq_NoDup|]. split;
  [|split].
    + rewrite Hcouple, in_seq. lia.
    + intros c Hc. apply in_seq in Hc. exists c. split; [lia|]. rewrite Hgoes by lia. unfold couple, twin.
      destruct (Nat.ltb_spec c h); lia.
    + intros i Hi _. rewrite Hgoes by exact Hi. now apply couple_twin.
Qed.

End Twins.

Theorem subdivided_star_diameter : SubdividedStarDiameter.
Proof.
  intros K W A base Hbase r. split.
  - intros P Q HP HQ. apply arrangement_iff in HP, HQ. destruct (routes_bounded r P Q HP HQ) as (n & Hn & H).
    exists n. split; [exact Hn|]. now apply walk_route.
  - pose proof (Nat.div_mod r 2 (Nat.neq_succ_0 1)) as E. pose proof (Nat.mod_upper_bound r 2 (Nat.neq_succ_0 1)) as
  Hmod.
    destruct (twins_far r (r / 2) ltac:(lia)) as (HP & HQ & Hfar).
    exists (symbols_along r (twin r (r / 2))), (symbols_along r (fun i => i)).
    split; [apply arrangement_iff, HP|]. split; [apply arrangement_iff, HQ|].
    intros n H. apply walk_route in H; [|exact Hbase|apply HP]. apply (proj1 (route_at_least r _ HQ n) _ HP) in H.
    replace (3 * r / 2) with (r + r / 2); [lia|]. replace (3 * r) with (r + r * 2) by lia.
    rewrite Nat.div_add by discriminate. apply Nat.add_comm.
Qed.
