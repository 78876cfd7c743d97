(** An accepted network lies in the subspace. *)

From Coq Require Import List Arith Bool Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import Slots CheckedPartitions CheckedMembership SoundEnumeration.
Import ListNotations.

Section Membership.

Context {K : Field}.
Add Field K_field_membership : (field_laws K).

Lemma same_entries_iff : forall v w : list K, same_entries v w = true <-> v = w.
Proof.
  induction v as [|x v IH]; intros [|y w]; cbn [same_entries]; try easy.
  destruct (scalar_eq_dec x y) as [->|H]; [rewrite IH|]; split; try easy; [now intros ->|now intros [= ->]|].
  intros [= E _]. now elim H.
Qed.

Lemma same_network_iff : forall θ φ : list (list K * list K), same_network θ φ = true <-> θ = φ.
Proof.
  induction θ as [|[w a] θ IH]; intros [|[w' a'] φ]; cbn [same_network fst snd]; try easy.
  rewrite !andb_true_iff, !same_entries_iff, IH. split; [now intros [[-> ->] ->]|now intros [= -> -> ->]].
Qed.

Lemma check_shape_sound : forall d_in d_out (θ : list (list K * list K)), check_shape d_in d_out θ = true ->
  units_shaped d_in d_out θ.
Proof.
  intros d_in d_out θ H u Hu. unfold check_shape in H. rewrite forallb_forall in H. apply H, andb_true_iff in Hu.
  now rewrite !Nat.eqb_eq in Hu.
Qed.

Lemma in_units_of : forall c (coded : list (code * (list K * list K))) u, In u (units_of c coded) <-> In (c, u) coded.
Proof.
  intros c coded u. unfold units_of. rewrite in_map_iff. split.
  - intros ([d v] & <- & H). apply filter_In in H as [H E]. apply same_code_iff in E. cbn [fst] in E. now subst d.
  - intro H. exists (c, u). split; [reflexivity|]. apply filter_In. split; [exact H|]. now apply same_code_iff.
Qed.

Lemma block_sum_of_units : forall c P (θ : list (list K * list K)) j,
  units_block_sum c P θ j = sum (map (fun u => nth j (snd u) zero) (units_of c (combine P θ))).
Proof.
  intros c P θ j. unfold units_block_sum, units_of. rewrite map_map. f_equal. f_equal. apply filter_ext. intro p.
  destruct (code_eq_dec (fst p) c) as [E|E]; symmetry; [now apply same_code_iff|].
  apply not_true_iff_false. now rewrite same_code_iff.
Qed.

Lemma entries_sum_length : forall n (l : list (list K)), (forall v, In v l -> length v = n) ->
  length (fold_right entries_sum (repeat zero n) l) = n.
Proof.
  intros n l. induction l as [|v l IH]; intro H; [apply repeat_length|]. cbn [fold_right]. unfold entries_sum at 1.
  rewrite map_length, combine_length, (H v), IH by (now left || (intros w Hw; apply H; now right)). apply Nat.min_id.
Qed.

Lemma nth_entries_sum : forall j (v w : list K), length v = length w ->
  nth j (entries_sum v w) zero = add (nth j v zero) (nth j w zero).
Proof.
  intros j v. revert j. induction v as [|x v IH]; intros [|j] [|y w] H; try easy; try (cbn; ring).
  injection H as H. now apply (IH j w).
Qed.

Lemma nth_of_sum : forall n j (l : list (list K)), (forall v, In v l -> length v = n) ->
  nth j (fold_right entries_sum (repeat zero n) l) zero = sum (map (fun v => nth j v zero) l).
Proof.
  intros n j l. induction l as [|v l IH]; intro H; [apply nth_repeat|]. cbn [fold_right map].
  assert (Hl : forall w, In w l -> length w = n) by (intros w Hw; apply H; now right).
  rewrite nth_entries_sum, IH by (assumption || rewrite entries_sum_length; auto; apply H; now left). reflexivity.
Qed.

Lemma check_block_sound : forall n w (a : list K) units, length a = n -> (forall u, In u units -> length (snd u) = n) ->
  check_block w a units = true ->
  (forall u, In u units -> fst u = w) /\ forall j, sum (map (fun u => nth j (snd u) zero) units) = nth j a zero.
Proof.
  intros n w a units Ha Hunits H. unfold check_block in H. rewrite andb_true_iff, forallb_forall, same_entries_iff in H.
  destruct H as [Hw Hsum]. split; [intros u Hu; now apply same_entries_iff, Hw|]. intro j. rewrite <- Hsum.
  replace (map (fun _ => zero) a) with (repeat (@zero K) n) by
    (rewrite <- Ha; clear; induction a as [|x a IH]; [reflexivity|cbn [length repeat map]; now rewrite IH]).
  rewrite nth_of_sum; [now rewrite map_map|]. intros v Hv. apply in_map_iff in Hv as (u & <- & Hu). now apply Hunits.
Qed.

Lemma check_labels_sound : forall base t (coded : list (code * (list K * list K))) i v,
  check_labels t base coded = true -> nth_error base i = Some v ->
  check_block (fst v) (snd v) (units_of (Label (t + i)) coded) = true.
Proof.
  induction base as [|u base IH]; intros t coded [|i] v H Hv; try easy; cbn [check_labels] in H;
    apply andb_true_iff in H as [Hu H].
  - injection Hv as <-. now rewrite Nat.add_0_r.
  - rewrite <- plus_n_Sm. exact (IH (S t) coded i v H Hv).
Qed.

Lemma zeros_below : forall P next z, zeros_in_order next P -> In (Zero z) P -> z < next + length P.
Proof.
  induction P as [|[t|y] P IH]; intros next z H Hin; [easy| |]; cbn [zeros_in_order length] in *.
  - destruct Hin as [Hin|Hin]; [easy|]. apply (IH next z) in H; [lia|exact Hin].
  - destruct H as [[Hy H]|[-> H]], Hin as [[= ->]|Hin]; try lia; apply (IH _ z) in H; (lia || exact Hin).
Qed.

Lemma found_labels : forall found base t (coded : list (code * (list K * list K))),
  (forall c, found c = units_of c coded) -> check_found_labels found t base = check_labels t base coded.
Proof.
  intros found base t coded Hfound. revert t. induction base as [|u base IH]; intro t; [reflexivity|].
  cbn [check_found_labels check_labels]. now rewrite Hfound, IH.
Qed.

Lemma found_zeros : forall found d_out (coded : list (code * (list K * list K))),
  (forall c, found c = units_of c coded) -> check_found_zeros found d_out (length coded) = check_zeros d_out coded.
Proof.
  intros found d_out coded Hfound. unfold check_found_zeros, check_zeros. generalize (seq 0 (length coded)).
  induction l as [|z l IH]; [reflexivity|]. cbn [forallb]. rewrite IH, Hfound. f_equal. now destruct (units_of (Zero z) coded).
Qed.

Lemma check_member_is : forall d_in d_out (base : list (list K * list K)) P θ,
  check_member d_in d_out base P θ = check_member_plainly d_in d_out base P θ.
Proof.
  intros d_in d_out base P θ. unfold check_member. destruct (is_short (length θ)); [reflexivity|].
  unfold check_member_in_slots, check_member_plainly. cbv zeta. set (places := powers _ _ _ _).
  assert (Hfound : forall c, units_of c (slot (code_key places c) (shared_out (fun p => code_key places (fst p))
    (combine P θ))) = units_of c (combine P θ)).
  { intro c. unfold units_of. f_equal. apply filter_slot. intros [d u] E. apply same_code_iff in E. cbn [fst] in *.
    now subst d. }
  f_equal; [f_equal; now apply found_labels|now apply found_zeros].
Qed.

Lemma check_member_sound : forall d_in d_out (base : list (list K * list K)) r m P θ, labelled_partition r m P ->
  units_shaped d_in d_out base -> check_member d_in d_out base P θ = true ->
  units_shaped d_in d_out θ /\ units_Gamma P base θ.
Proof.
  intros d_in d_out base r m P θ (_ & _ & HP) Hbase H. rewrite check_member_is in H.
  unfold check_member_plainly in H. rewrite !andb_true_iff in H.
  destruct H as [[[Hlength Hshape] Hlabels] Hzeros]. apply Nat.eqb_eq in Hlength. apply check_shape_sound in Hshape.
  split; [exact Hshape|].
  assert (Hin : forall c u, In (c, u) (combine P θ) -> In c P /\ length (snd u) = d_out).
  { intros c u Hu. split; [exact (in_combine_l _ _ _ _ Hu)|]. now apply Hshape, (in_combine_r P _ c). }
  assert (Hlabel : forall t v, nth_error base t = Some v ->
    (forall u, In (Label t, u) (combine P θ) -> fst u = fst v) /\
    forall j, units_block_sum (Label t) P θ j = nth j (snd v) zero).
  { intros t v Hv. pose proof (check_labels_sound base 0 _ t v Hlabels Hv) as Hblock.
    apply (check_block_sound d_out) in Hblock as [Hw Hsum].
    - split; [intros u Hu; now apply Hw, in_units_of|]. intro j. now rewrite block_sum_of_units, Hsum.
    - now apply Hbase, (nth_error_In _ t).
    - intros u Hu. apply in_units_of, Hin in Hu. apply Hu. }
  assert (Hzero : forall z, exists w, (forall u, In (Zero z, u) (combine P θ) -> fst u = w) /\
    forall j, units_block_sum (Zero z) P θ j = zero).
  { intro z. pose proof (fun u => in_units_of (Zero z) (combine P θ) u) as Hof.
    destruct (units_of (Zero z) (combine P θ)) as [|u0 units] eqn:E.
    - exists []. split; [intros u Hu; now apply Hof in Hu|]. intro j. now rewrite block_sum_of_units, E.
    - assert (Hz : z < length (combine P θ)).
      { rewrite combine_length, Hlength, Nat.min_id. apply (zeros_below P 0); [exact HP|].
        apply (Hin _ u0), Hof. now left. }
      unfold check_zeros in Hzeros. rewrite forallb_forall in Hzeros.
      specialize (Hzeros z ltac:(apply in_seq; lia)). rewrite E in Hzeros.
      apply (check_block_sound d_out) in Hzeros as [Hw Hsum]; [|apply repeat_length|].
      + exists (fst u0). split; [intros u Hu; now apply Hw, Hof|]. intro j. rewrite block_sum_of_units, E, Hsum.
        apply nth_repeat.
      + intros u Hu. apply Hof, Hin in Hu. apply Hu. }
  split; [exact Hlength|]. split; [intros t u v Hu Hv; now apply (Hlabel t v)|]. split; [|split].
  - intros z u v Hu Hv. destruct (Hzero z) as (w & Hw & _). now rewrite (Hw u), (Hw v).
  - intros t v j Hv. now apply (Hlabel t v).
  - intros z j. now destruct (Hzero z) as (_ & _ & Hsum).
Qed.

End Membership.
