(** Networks of several layers with equal formal sums, if they are irreducible, are one another with units renumbered. *)

From Coq Require Import List Arith Permutation.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import FormalUnits FormalMatching LayerReduction LayersConfluent.
Import ListNotations.

Section Aligned.

Context {K : Field}.

(** Renumbering without biases. *)
Fixpoint aligned (ρ : list nat) (θ θ' : list (matrix K)) : Prop :=
  match θ, θ' with
  | [M], [N] => M = map (permuted_row ρ) N
  | M :: θ1, N :: θ1' => exists π, Permutation π (seq 0 (length N)) /\
      M = map (permuted_row ρ) (permuted_rows π N) /\ aligned π θ1 θ1'
  | _, _ => False
  end.

Lemma settled_renumbered : forall (θ θ' : list (matrix K)) (M N : matrix K) X (E : X -> X -> bool) xs ys d_out,
  equivalence E -> distinct E xs -> distinct E ys ->
  shaped (length xs) d_out (M :: θ) -> shaped (length ys) d_out (N :: θ') ->
  settled (M :: θ) -> settled (N :: θ') -> full xs M -> full ys N ->
  formally_same (M :: θ) (N :: θ') X E xs ys ->
  exists ρ, Permutation ρ (seq 0 (length ys)) /\ Forall2 (found E ys) xs ρ /\ aligned ρ (M :: θ) (N :: θ').
Proof.
  induction θ as [|M' θ IH]; intros θ' M N X E xs ys d_out HE Hxs Hys HM HN HsM HsN HfM HfN H;
    destruct θ' as [|N' θ']; cbn [formally_same] in H; try (now destruct θ); try (now destruct θ').
  - assert (Hagree : agree E xs ys M N).
    { clear - H. unfold agree. revert N H. induction M as [|row M IH]; intros [|row' N] H; inversion H; subst;
        constructor; auto. }
    destruct HM as [HM _], HN as [HN _].
    exact (matching E HE xs ys M N Hxs Hys HM HN HfM HfN Hagree).
  - destruct HM as [HM HθM], HN as [HN HθN], HsM as [[HdM HcM] HsM], HsN as [[HdN HcN] HsN].
    destruct (IH θ' M' N' _ (same_sum E) (map (combine xs) M) (map (combine ys) N) d_out) as (π & Hπ & Hfound & Hrest);
      try (now apply same_sum_equivalence); try assumption; try (now apply sums_distinct); try (now rewrite map_length);
      try (intros k Hk; rewrite map_length in Hk; auto; fail).
    rewrite map_length in Hπ. apply found_rows_agree in Hfound.
    assert (HfN' : full ys (permuted_rows π N)).
    { intros k Hk. destruct (HfN k Hk) as (row & Hrow & Hne). exists row. split; [|exact Hne].
      now apply permuted_rows_in. }
    destruct (matching E HE xs ys M (permuted_rows π N) Hxs Hys HM) as (ρ & Hρ & Hfound' & E'); try assumption.
    { intros row Hrow. apply HN. now apply (permuted_rows_in π N). }
    exists ρ. split; [exact Hρ|]. split; [exact Hfound'|]. now exists π.
Qed.

Lemma all_columns : forall n (row : list K), length row = n -> permuted_row (seq 0 n) row = row.
Proof.
  intros n row <-. unfold permuted_row. apply (nth_ext _ _ zero zero); [now rewrite map_length, seq_length|].
  intros i Hi. rewrite map_length, seq_length in Hi.
  rewrite (nth_indep _ zero ((fun j => nth j row zero) 0)) by now rewrite map_length, seq_length.
  now rewrite (map_nth (fun j => nth j row zero)), seq_nth.
Qed.

(** The whole network: its inputs stay where they are. *)
Lemma inputs_renumbered : forall d d_out (M M' N N' : matrix K) (θ θ' : list (matrix K)),
  shaped d d_out (M :: M' :: θ) -> shaped d d_out (N :: N' :: θ') -> settled (M :: M' :: θ) -> settled (N :: N' :: θ')
  ->
  formally_same (M :: M' :: θ) (N :: N' :: θ') nat Nat.eqb (seq 0 d) (seq 0 d) ->
  aligned (seq 0 d) (M :: M' :: θ) (N :: N' :: θ').
Proof.
  intros d d_out M M' N N' θ θ' [HM Hθ] [HN Hθ'] [[HdM HcM] HsM] [[HdN HcN] HsN] H.
  pose proof eqb_equivalence as HE. pose proof (coordinates_distinct d) as Hd.
  assert (HM' : forall row, In row M -> length row = length (seq 0 d)) by (rewrite seq_length; exact HM).
  assert (HN' : forall row, In row N -> length row = length (seq 0 d)) by (rewrite seq_length; exact HN).
  destruct (settled_renumbered θ θ' M' N' _ (same_sum Nat.eqb) (map (combine (seq 0 d)) M) (map (combine (seq 0 d)) N)
    d_out) as (π & Hπ & Hfound & Hrest);
    try assumption; try (now apply sums_distinct); try (now rewrite map_length); try (now apply same_sum_equivalence);
    try (intros k Hk; rewrite map_length in Hk; auto; fail).
  rewrite map_length in Hπ. apply found_rows_agree in Hfound. exists π. split; [exact Hπ|]. split; [|exact Hrest].
  assert (HN'' : forall row, In row (permuted_rows π N) -> length row = d).
  { intros row Hrow. apply HN. now apply (permuted_rows_in π N). }
  rewrite (rows_agree_equal d M (permuted_rows π N) HM HN'' Hfound).
  rewrite <- (map_id (permuted_rows π N)) at 1. apply map_ext_in. intros row Hrow. symmetry. now apply all_columns,
  HN''.
Qed.

End Aligned.
