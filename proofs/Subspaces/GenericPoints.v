(** Generic vectors for a point of Γ_P, in characteristic 0: incoming ones that differ wherever Γ_P lets them, and
    outgoing ones of which no part of a block sums to 0. *)

From Coq Require Import List Arith Bool Lia FinFun Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import SignedMeasure.
From Equiloss.Subspaces Require Import Positions.
Import ListNotations.

Section Generic.

Context {K : Field} {W A : VectorSpace K}.
Add Field K_field : (field_laws K).

Context (characteristic : characteristic_zero K).

Lemma two_nonzero : @add K one one <> zero.
Proof. intro H. apply (characteristic 1). rewrite <- H. simpl. ring. Qed.

(** ** Incoming vectors: as many as there are blocks *)

Lemma multiple_nonzero : forall (V : VectorSpace K) n (v : V), v <> vzero -> scale (of_nat (S n)) v <> vzero.
Proof. intros V n v Hv E. apply Hv. apply scale_cancel with (of_nat (S n)); [apply characteristic|exact E]. Qed.

Lemma multiples_injective : forall (w : W), w <> vzero -> forall n k,
  scale (of_nat n) w = scale (of_nat k) w -> n = k.
Proof.
  intros w Hw.
  assert (Hplus : forall n d, scale (of_nat n) w <> scale (of_nat (n + S d)) w).
  { intros n d E. apply (multiple_nonzero W d w Hw). apply vadd_cancel with (scale (of_nat n) w).
    rewrite vadd_zero_r, <- scale_add_scalar, E. f_equal. clear E.
    induction n as [|n IH]; simpl in *; [ring|]. rewrite <- IH. ring. }
  intros n k E. destruct (Nat.lt_trichotomy n k) as [H|[H|H]]; [|exact H|]; exfalso.
  - apply (Hplus n (k - S n)). now replace (n + S (k - S n)) with k by lia.
  - apply (Hplus k (n - S k)). now replace (k + S (n - S k)) with n by lia.
Qed.

Lemma outside_vector : (exists w : W, w <> vzero) -> forall l : list W, exists v, ~ In v l.
Proof.
  intros [w Hw] l. set (multiples := map (fun n => scale (of_nat n) w) (seq 0 (S (length l)))).
  destruct (Forall_Exists_dec (fun v => In v l) (fun v => in_dec vector_eq_dec v l) multiples) as [H|H].
  - exfalso. rewrite Forall_forall in H. apply NoDup_incl_length in H.
    + unfold multiples in H. rewrite map_length, seq_length in H. lia.
    + apply Injective_map_NoDup; [|apply seq_NoDup]. intros n k. now apply multiples_injective.
  - apply Exists_exists in H. destruct H as [v [_ Hv]]. now exists v.
Qed.

(** Equal or opposite vectors among them are one. *)
Lemma outside_vectors : (exists w : W, w <> vzero) -> forall (l : list W) n, exists u : nat -> W,
  (forall z, z < n -> ~ In (u z) l) /\
  (forall z z', z < n -> z' < n -> u z = u z' \/ u z = opposite (u z') -> z = z').
Proof.
  intros Hw l. induction n as [|n [u [Hout Hinjective]]]; [exists (fun _ => vzero); split; lia|].
  destruct (outside_vector Hw (l ++ map u (seq 0 n) ++ map (fun z => opposite (u z)) (seq 0 n))) as [v Hv].
  rewrite !in_app_iff in Hv.
  assert (Hnew : forall z, z < n -> v <> u z /\ v <> opposite (u z)).
  { intros z Hz. split; intros ->; apply Hv; right; [left|right]; apply in_map_iff; exists z; (split; [easy|]);
      apply in_seq; lia. }
  exists (fun z => if z =? n then v else u z). split.
  - intros z Hz. destruct (Nat.eqb_spec z n); [tauto|apply Hout; lia].
  - intros z z' Hz Hz'. destruct (Nat.eqb_spec z n), (Nat.eqb_spec z' n); intro E; [lia| | |].
    + destruct (Hnew z'); [lia|]. now destruct E.
    + destruct (Hnew z) as [Hz1 Hz2]; [lia|]. destruct E as [E|E]; [now rewrite E in Hz1|].
      now rewrite E, opposite_opposite in Hz2.
    + apply Hinjective; [lia|lia|exact E].
Qed.

Lemma zeros_bounded : forall P, exists n, forall z, In (Zero z) P -> z < n.
Proof.
  induction P as [|[t|z] P [n Hn]]; [now exists 0| |]; [exists n|exists (S z + n)]; intros z' [E|Hz']; try easy.
  - now apply Hn.
  - injection E as ->. lia.
  - apply Hn in Hz'. lia.
Qed.

(** Blocks with different codes get different incoming vectors. *)
Lemma generic_incoming : forall (base : network W A) P, (exists w : W, w <> vzero) -> irreducible base ->
  (forall t, In (Label t) P -> t < length base) ->
  exists w : code -> W, (forall t, w (Label t) = fst (labelled base t)) /\
    forall c d, In c P -> In d P -> w c = w d -> c = d.
Proof.
  intros base P Hw Hbase HP. destruct (zeros_bounded P) as [n Hn].
  destruct (outside_vectors Hw (map fst base) n) as [u [Hout Hinjective]].
  assert (Hnew : forall t z, In (Label t) P -> In (Zero z) P -> fst (labelled base t) <> u z).
  { intros t z Ht Hz E. apply (Hout z); [now apply Hn|]. rewrite <- E. apply in_map, nth_In. now apply HP. }
  exists (fun c => match c with Label t => fst (labelled base t) | Zero z => u z end). split; [easy|].
  intros [t|z] [t'|z'] Hc Hd E.
  - f_equal. apply (labelled_incoming_injective base); try apply HP; assumption.
  - now apply Hnew in E.
  - symmetry in E. now apply Hnew in E.
  - f_equal. apply Hinjective; [now apply Hn..|now left].
Qed.

(** ** Outgoing vectors: no sum over a part of a block vanishes *)

Lemma total_constant : forall test m (v : A), exists n,
  total test m (fun _ => v) = scale (of_nat n) v /\ forall i, i < m -> test i = true -> n <> 0.
Proof.
  intros test m v. exists (length (filter test (seq 0 m))). split.
  - unfold total, vsum. induction (seq 0 m) as [|i l IH]; simpl; [now rewrite scale_zero|].
    rewrite IH. destruct (test i); simpl; [|apply vadd_zero].
    now rewrite scale_add_scalar, scale_one.
  - intros i Hi Htest E. apply length_zero_iff_nil in E.
    enough (H : In i (filter test (seq 0 m))) by now rewrite E in H.
    apply filter_In. split; [apply in_seq; lia|exact Htest].
Qed.

(** The same vector v everywhere, but at position k what makes the block sum to g. *)
Definition spread (block : nat -> bool) (m k : nat) (g v : A) (i : nat) : A :=
  vadd v (at_position k (vadd g (vopp (total block m (fun _ => v)))) i).

Lemma total_spread : forall (test block : nat -> bool) m k (g v : A), k < m ->
  total test m (spread block m k g v) =
  vadd (total test m (fun _ => v)) (if test k then vadd g (vopp (total block m (fun _ => v))) else vzero).
Proof. intros test block m k g v Hk. unfold spread. now rewrite total_vadd, total_at_position. Qed.

(** A part without k sums to a multiple of v; one with k to g less the multiple of v that the others sum to. *)
Lemma spread_part : forall (part block : nat -> bool) m k (g v : A) i j, k < m ->
  (forall n, scale (of_nat (S n)) v <> vzero /\ scale (of_nat (S n)) v <> g) ->
  (forall l, part l = true -> block l = true) ->
  i < m -> part i = true -> j < m -> block j = true -> part j = false ->
  total part m (spread block m k g v) <> vzero.
Proof.
  intros part block m k g v i j Hk Hv Hpart Hi Hpi Hj Hbj Hpj. rewrite total_spread by exact Hk.
  destruct (part k).
  - rewrite (total_split block part).
    rewrite (total_ext (fun l => block l && part l) part m (fun _ => v) (fun _ => v)); [|intros l _|easy].
    2: { destruct (part l) eqn:E; [now rewrite (Hpart l E)|apply andb_false_r]. }
    destruct (total_constant (fun l => block l && negb (part l)) m v) as [[|n] [-> Hn]].
    { exfalso. apply (Hn j Hj); [now rewrite Hbj, Hpj|easy]. }
    intro E. apply (proj2 (Hv n)). apply vadd_cancel with (vopp (scale (of_nat (S n)) v)).
    transitivity (@vzero K A); [vector_identity|]. rewrite <- E. vector_identity.
  - rewrite vadd_zero_r. destruct (total_constant part m v) as [[|n] [-> Hn]]; [now destruct (Hn i Hi Hpi)|].
    apply Hv.
Qed.

Lemma generic_outgoing : forall (base : network W A) P, (exists a : A, a <> vzero) -> irreducible base ->
  labelled_partition (length base) (length P) P ->
  exists a : nat -> A, (forall c, total (coded P c) (length P) a = required base c) /\
    forall c (part : nat -> bool) i j, (forall l, part l = true -> coded P c l = true) ->
      i < length P -> part i = true -> nth_error P j = Some c -> part j = false ->
      total part (length P) a <> vzero.
Proof.
  intros base P [b Hb] Hbase [_ [Hlabels _]].
  set (common := fun c => match c with Label t => vopp (snd (labelled base t)) | Zero _ => b end).
  set (place := fun c => match find (coded P c) (seq 0 (length P)) with Some k => k | None => 0 end).
  set (a := fun i => match nth_error P i with
    | Some c => spread (coded P c) (length P) (place c) (required base c) (common c) i
    | None => vzero
    end).
  assert (Hplace : forall i c, nth_error P i = Some c -> nth_error P (place c) = Some c).
  { intros i c Hi. unfold place. destruct (find _ _) as [k|] eqn:E.
    - apply find_some in E. now apply coded_iff.
    - apply find_none with (x := i) in E; [|apply in_seq; apply position_below in Hi; lia].
      apply coded_iff in Hi. congruence. }
  assert (Hcommon : forall c, In c P -> forall n,
    scale (of_nat (S n)) (common c) <> vzero /\ scale (of_nat (S n)) (common c) <> required base c).
  { intros [t|z] Hc n; simpl required; simpl common.
    - set (v := snd (labelled base t)).
      assert (Hv : v <> vzero) by (apply labelled_outgoing_nonzero; [exact Hbase|now apply Hlabels]).
      split; intro E.
      + apply (multiple_nonzero A n v Hv). transitivity (vopp (scale (of_nat (S n)) (vopp v))); [vector_identity|].
        rewrite E. apply scale_vzero.
      + apply (multiple_nonzero A (S n) v Hv). apply vadd_cancel with (scale (of_nat (S n)) (vopp v)).
        transitivity v; [simpl of_nat; vector_identity|now rewrite vadd_zero_r].
    - now split; apply multiple_nonzero. }
  assert (Ha : forall c test, (forall l, test l = true -> coded P c l = true) -> total test (length P) a =
    total test (length P) (spread (coded P c) (length P) (place c) (required base c) (common c))).
  { intros c test Htest. apply total_ext; [easy|]. intros i _ Hi. apply Htest, coded_iff in Hi.
    unfold a. now rewrite Hi. }
  exists a. split.
  - intro c. rewrite (Ha c) by easy. destruct (in_dec code_eq_dec c P) as [Hc|Hc].
    + apply In_nth_error in Hc. destruct Hc as [i Hi]. apply Hplace in Hi.
      rewrite total_spread by now apply position_below in Hi.
      rewrite (proj2 (coded_iff P c (place c)) Hi). vector_identity.
    + rewrite total_none.
      * destruct c as [t|z]; [|easy]. simpl. unfold labelled. rewrite nth_overflow; [easy|].
        apply Nat.nlt_ge. now rewrite <- Hlabels.
      * intros i _ Hi. apply coded_iff, nth_error_In in Hi. contradiction.
  - intros c part i j Hpart Hi Hpi Hj Hpj. rewrite (Ha c part Hpart).
    apply spread_part with i j; try assumption.
    + apply Hplace in Hj. now apply position_below in Hj.
    + apply Hcommon. now apply nth_error_In with j.
    + now apply position_below in Hj.
    + now apply coded_iff.
Qed.

End Generic.
