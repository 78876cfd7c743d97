(** All networks on an accepted path of several layers compute one function. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import UnitCodes.
From Equiloss.Checkers Require Import CheckedMembership CheckedLayeredPath SoundMembership.
From Equiloss.Checkers Require Import CodedLayers CodedLines SoundLayers.
Import ListNotations.

Lemma same_lists_sound : forall {X : Type} (same : X -> X -> bool), (forall x y, same x y = true -> x = y) ->
  forall l l', same_lists same l l' = true -> l = l'.
Proof.
  intros X same H. induction l as [|x l IH]; intros [|y l'] E; try easy. cbn [same_lists] in E.
  apply andb_true_iff in E as [E1 E2]. apply H in E1. apply IH in E2. congruence.
Qed.

Section Path.

Context {K : Field}.

Lemma check_phi_sound : forall biased d_out (θ φ : list (matrix K)) r Q P, fitting biased r d_out θ ->
  (forall t, In (Label t) Q -> t < r) -> check_phi biased r Q P θ φ = true -> coded_layers biased Q P θ φ.
Proof.
  intros biased d_out. induction θ as [|W θ IH]; intros [|V φ] r Q [|P1 P] Hθ HQ H; try easy.
  cbn [check_phi] in H. apply andb_true_iff in H as [Hstands H]. apply fitting_cons in Hθ as [HW Hθ].
  apply check_stands_for_sound in Hstands as [HP Hstands]; [|exact HW|].
  - cbn [coded_layers]. split; [exact HP|]. split; [exact Hstands|]. now apply (IH φ (length W)).
  - intros t Ht. unfold columns_coded in Ht. destruct biased; [|now apply HQ].
    destruct Ht as [[= <-]|Ht]; [lia|]. apply in_map_iff in Ht as ([s|z] & E & Hs); [|easy]. injection E as <-.
    apply HQ in Hs. lia.
Qed.

Lemma check_shaped_sound : forall (θ : list (matrix K)) d_in d_out, check_shaped d_in d_out θ = true ->
  shaped d_in d_out θ.
Proof.
  induction θ as [|M θ IH]; intros d_in d_out H; cbn [check_shaped shaped] in *; [now apply Nat.eqb_eq|].
  rewrite andb_true_iff, forallb_forall in H. destruct H as [HM H].
  split; [intros row Hrow; now apply Nat.eqb_eq, HM|now apply IH].
Qed.

Lemma check_layered_sound : forall d_in d_out widths biased (φ : layered K),
  check_layered d_in d_out widths biased φ = true -> layered_shaped d_in d_out widths biased φ.
Proof.
  intros d_in d_out widths biased φ H. unfold check_layered in H. rewrite !andb_true_iff in H.
  destruct H as [[H Hw] Hb]. pose proof (fun l l' => same_lists_sound Nat.eqb (fun m n => proj1 (Nat.eqb_eq m n)) l l').
  split; [now apply check_shaped_sound|]. auto.
Qed.

Lemma same_layered_sound : forall φ φ' : layered K, same_layered φ φ' = true -> φ = φ'.
Proof.
  intros [b V] [b' V'] H. apply andb_true_iff in H as [Hb HV]. cbn [fst snd] in *.
  assert (Hentries : forall v w : list K, same_entries v w = true -> v = w) by (intros v w; apply same_entries_iff).
  apply same_lists_sound in Hb; [|exact Hentries]. apply same_lists_sound in HV; [congruence|].
  now apply same_lists_sound.
Qed.

Context (d_in d_out : nat) (widths : list nat) (θ : layered K).
Context (θ_fits : fitting (has_biases θ) d_in d_out (layered_rows θ)).

(** A point of Φ_P. *)
Definition in_phi (P : list (list code)) (φ : layered K) : Prop :=
  layered_shaped d_in d_out widths (has_biases θ) φ /\
  coded_layers (has_biases θ) (map Label (seq 0 d_in)) (P ++ [map Label (seq 0 d_out)]) (layered_rows θ)
    (layered_rows φ).

Lemma check_in_phi_sound : forall P φ, layered_shaped d_in d_out widths (has_biases θ) φ ->
  check_in_phi d_in d_out θ P φ = true -> in_phi P φ.
Proof.
  intros P φ Hφ H. split; [exact Hφ|]. apply (check_phi_sound _ d_out _ _ d_in); [exact θ_fits| |exact H].
  intros t Ht. apply in_map_iff in Ht as (k & [= <-] & Hk). apply in_seq in Hk. lia.
Qed.

Lemma in_phi_widths : forall P φ, in_phi P φ -> widths <> [].
Proof.
  intros P φ [(_ & Hw & _) H] E. rewrite E in Hw. apply map_eq_nil in Hw.
  assert (Hrows : layered_rows φ = []).
  { unfold layered_rows, with_biases. rewrite Hw. destruct (has_biases φ); [|reflexivity]. now destruct (fst φ). }
  rewrite Hrows in H. destruct (layered_rows θ); cbn [coded_layers] in H; [|now destruct (P ++ _)].
  now destruct P.
Qed.

Lemma in_phi_alike : forall P φ, in_phi P φ -> layered_alike d_in d_out widths θ φ.
Proof.
  intros P φ H. pose proof (in_phi_widths P φ H) as Hne. destruct H as [Hφ H]. split; [exact Hφ|].
  intros L e σ x Hx. rewrite !layered_values_rows.
  rewrite (has_biases_shaped d_in d_out widths (has_biases θ) φ Hne Hφ). symmetry.
  apply (coded_values (has_biases θ) e σ _ _ (P ++ [map Label (seq 0 d_out)]) (map Label (seq 0 d_in)) d_in d_out);
    try assumption.
  - intro E. rewrite E in H. cbn [coded_layers] in H. destruct (layered_rows φ); [now destruct P|now destruct P].
  - rewrite <- Hx. apply labels_coded. apply equal_equivalence.
  - apply last_last.
Qed.

Lemma in_phi_towards : forall P φ φ' s, in_phi P φ -> in_phi P φ' -> in_phi P (layered_towards s φ φ').
Proof.
  intros P φ φ' s H H'. pose proof (in_phi_widths P φ H) as Hne. destruct H as [Hφ H], H' as [Hφ' H'].
  pose proof (layered_shaped_towards s _ _ _ _ _ _ Hφ Hφ') as Hline. split; [exact Hline|].
  replace (layered_rows (layered_towards s φ φ')) with (layers_towards s (layered_rows φ) (layered_rows φ')).
  - now apply coded_layers_towards.
  - unfold layered_rows. rewrite (has_biases_shaped _ _ _ _ _ Hne Hφ), (has_biases_shaped _ _ _ _ _ Hne Hφ').
    rewrite (has_biases_shaped _ _ _ _ _ Hne Hline). destruct (has_biases θ); [|reflexivity].
    symmetry. apply biases_towards.
Qed.

Lemma in_phi_segment : forall P φ φ', in_phi P φ -> in_phi P φ' ->
  layered_segment_inside (layered_alike d_in d_out widths θ) φ φ'.
Proof.
  intros P φ φ' H H'. split; [now apply (in_phi_alike P)|]. split; [now apply (in_phi_alike P)|].
  intro s. now apply (in_phi_alike P), in_phi_towards.
Qed.

Lemma check_layered_segments_sound : forall last points partitions φ, layered_alike d_in d_out widths θ φ ->
  check_layered_segments d_in d_out widths θ last φ points partitions = true ->
  layered_joined (layered_alike d_in d_out widths θ) (length partitions) φ last.
Proof.
  intros last. induction points as [|φ' points IH]; intros [|P partitions] φ Hφ H; try easy;
    cbn [check_layered_segments] in H.
  - apply same_layered_sound in H. now split.
  - rewrite !andb_true_iff in H. destruct H as [[[[Hshape _] HP] HP'] H]. apply check_layered_sound in Hshape.
    apply (check_in_phi_sound P φ (proj1 Hφ)) in HP. apply (check_in_phi_sound P φ' Hshape) in HP'.
    exists φ'. split; [now apply (in_phi_segment P)|]. apply IH; [now apply (in_phi_alike P)|exact H].
Qed.

(** There is a segment, so that the first network is a point of its Φ_P. *)
Lemma first_alike : forall last points partitions φ, layered_shaped d_in d_out widths (has_biases θ) φ ->
  1 <= length partitions -> check_layered_segments d_in d_out widths θ last φ points partitions = true ->
  layered_alike d_in d_out widths θ φ.
Proof.
  intros last [|φ' points] [|P partitions] φ Hφ Hn H; try easy.
  cbn [check_layered_segments] in H. rewrite !andb_true_iff in H. destruct H as [[[_ HP] _] _].
  now apply (in_phi_alike P), check_in_phi_sound.
Qed.

End Path.

Theorem sound_layered_path : SoundLayeredPath check_layered_path.
Proof.
  intros K d_in d_out θ first last points partitions H. unfold check_layered_path in H. rewrite !andb_true_iff in H.
  destruct H as [[[[[[Hθ Hdepth] _] _] Hfirst] Hn] H]. apply Nat.leb_le in Hdepth, Hn.
  apply check_layered_sound in Hθ, Hfirst. destruct points as [|φ points]; [easy|]. apply andb_true_iff in H as [E H].
  apply same_layered_sound in E. subst φ.
  assert (Hfits : fitting (has_biases θ) d_in d_out (layered_rows θ)).
  { apply (layered_rows_fitting d_in d_out (map (@length _) (snd θ))); [|exact Hθ]. now destruct (snd θ). }
  apply (check_layered_segments_sound d_in d_out _ θ Hfits last points); [|exact H].
  now apply (first_alike d_in d_out _ θ Hfits last points partitions).
Qed.
