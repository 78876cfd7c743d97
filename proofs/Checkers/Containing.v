(** A field that contains the numbers: there the membership of a network is checked with the same result. *)

From Coq Require Import List Arith Bool Field.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedPath SoundMembership.
Import ListNotations.

Local Open Scope nat_scope.

Section Containing.

Context {K L : Field} (f : K -> L) (f_contains : contains f).
Add Field L_field_containing : (field_laws L).

Definition over_unit (u : list K * list K) : list L * list L := (map f (fst u), map f (snd u)).

Lemma over_zero : f zero = zero.
Proof.
destruct f_contains as [Hadd _]. pose proof (Hadd zero zero) as E.
replace (@add K zero zero) with (@zero K) in E by (symmetry; apply (F_R (field_laws K))).
transitivity (add (add (f zero) (f zero)) (opp (f zero))); [ring|]. rewrite <- E. ring.
Qed.

Lemma over_entries : forall v w : list K, same_entries (map f v) (map f w) = same_entries v w.
Proof.
destruct f_contains as [_ Hinjective].
induction v as [|x v IH]; intros [|y w]; try reflexivity. cbn [map same_entries].
destruct (scalar_eq_dec (f x) (f y)) as [E|E], (scalar_eq_dec x y) as [E'|E']; try reflexivity; try apply IH.
  - elim E'. now apply Hinjective.
  - elim E. now rewrite E'.
Qed.

Lemma over_network : forall θ φ : list (list K * list K),
  same_network (units_over f θ) (units_over f φ) = same_network θ φ.
Proof.
induction θ as [|u θ IH]; intros [|v φ]; try reflexivity. unfold units_over in *.
cbn [map same_network fst snd]. now rewrite !over_entries, IH.
Qed.

Lemma over_all_zero : forall v : list K, all_zero (map f v) = all_zero v.
Proof.
destruct f_contains as [_ Hinjective]. unfold all_zero. induction v as [|x v IH]; [reflexivity|].
cbn [map forallb]. rewrite IH. f_equal. rewrite <- over_zero.
destruct (scalar_eq_dec (f x) (f zero)) as [E|E], (scalar_eq_dec x zero) as [E'|E']; try reflexivity.
  - elim E'. now apply Hinjective.
  - elim E. now rewrite E'.
Qed.

Lemma over_shape : forall d_in d_out units, check_shape d_in d_out (units_over f units) =
  check_shape d_in d_out units.
Proof.
intros d_in d_out. unfold check_shape, units_over. induction units as [|u units IH]; [reflexivity|].
cbn [map forallb fst snd]. now rewrite !map_length, IH.
Qed.

Lemma over_irreducible : forall units, check_irreducible (units_over f units) = check_irreducible units.
Proof.
unfold units_over. induction units as [|u units IH]; [reflexivity|]. cbn [map check_irreducible fst snd].
rewrite over_all_zero, IH. do 2 f_equal. f_equal. clear IH. induction units as [|v units IH]; [reflexivity|].
cbn [map existsb fst snd]. now rewrite over_entries, IH.
Qed.

Lemma over_sum : forall v w : list K, entries_sum (map f v) (map f w) = map f (entries_sum v w).
Proof.
destruct f_contains as [Hadd _]. unfold entries_sum. induction v as [|x v IH]; intros [|y w]; try reflexivity.
cbn [combine map fst snd]. now rewrite IH, Hadd.
Qed.

Lemma over_block : forall (w a : list K) units,
  check_block (map f w) (map f a) (units_over f units) = check_block w a units.
Proof.
intros w a units. unfold check_block, units_over. f_equal.
  - induction units as [|u units IH]; [reflexivity|]. cbn [map forallb fst snd]. now rewrite over_entries, IH.
  - rewrite <- over_entries. f_equal. induction units as [|u units IH].
    + cbn [map fold_right]. rewrite !map_map. apply map_ext. intros _. symmetry. exact over_zero.
    + cbn [map fold_right fst snd]. now rewrite IH, over_sum.
Qed.

Lemma over_combine : forall (X : Type) (P : list X) units,
  combine P (units_over f units) = map (fun p => (fst p, over_unit (snd p))) (combine P units).
Proof.
intro X. unfold units_over. induction P as [|c P IH]; intros [|u units]; try reflexivity. cbn [map combine fst snd].
now rewrite IH.
Qed.

Lemma over_units_of : forall c (coded : list (code * (list K * list K))),
  units_of c (map (fun p => (fst p, over_unit (snd p))) coded) = units_over f (units_of c coded).
Proof.
intros c coded. unfold units_of, units_over. induction coded as [|[d u] coded IH]; [reflexivity|].
cbn [map filter fst snd]. destruct (same_code d c); [cbn [map snd]|]; now rewrite IH.
Qed.

Lemma over_member : forall d_in d_out base P θ,
  check_member d_in d_out (units_over f base) P (units_over f θ) = check_member d_in d_out base P θ.
Proof.
intros d_in d_out base P θ. rewrite !check_member_is. unfold check_member_plainly. rewrite over_shape, over_combine.
f_equal; [f_equal; [f_equal|]|].
  - unfold units_over. now rewrite map_length.
  - generalize 0. unfold units_over. induction base as [|u base IH]; intro t; [reflexivity|].
    cbn [map check_labels fst snd]. now rewrite over_units_of, over_block, IH.
  - unfold check_zeros. rewrite map_length. set (coded := combine P θ).
    induction (seq 0 (length coded)) as [|z zs IH]; [reflexivity|]. cbn [forallb]. rewrite IH. f_equal.
    rewrite over_units_of. destruct (units_of (Zero z) coded) as [|u units]; [reflexivity|].
    change (units_over f (u :: units)) with (over_unit u :: units_over f units). cbn [over_unit fst].
    rewrite <- (over_block (fst u)). f_equal. clear - f_contains. induction d_out as [|n IH]; [reflexivity|].
    cbn [repeat map]. now rewrite over_zero, IH.
Qed.

Lemma over_coarsest : forall base θ, coarsest_codes (units_over f base) (units_over f θ) = coarsest_codes base θ.
Proof.
intros base θ. unfold coarsest_codes.
assert (Hknown : combine (map fst (units_over f base)) (map Label (seq 0 (length (units_over f base)))) =
    map (fun q => (map f (fst q), snd q)) (combine (map fst base) (map Label (seq 0 (length base))))).
  { unfold units_over. rewrite map_length. generalize (map Label (seq 0 (length base))).
    induction base as [|u base IH]; intros [|c codes]; try reflexivity. cbn [map combine fst snd]. now rewrite IH. }
  rewrite Hknown. clear Hknown. generalize (combine (map fst base) (map Label (seq 0 (length base)))) as known.
  generalize 0 as next. unfold units_over.
  induction θ as [|u θ IH]; intros next known; [reflexivity|]. cbn [map coarsest fst snd].
  assert (Hfind : find_code (map (fun q => (map f (fst q), snd q)) known) (map f (fst u)) = find_code known (fst u)).
  { unfold find_code. clear - f_contains. induction known as [|q known IH]; [reflexivity|]. cbn [map find fst snd].
    rewrite over_entries. now destruct (same_entries (fst q) (fst u)). }
  rewrite Hfind. destruct (find_code known (fst u)) as [c|]; [now rewrite IH|]. f_equal.
  exact (IH (S next) ((fst u, Zero next) :: known)).
Qed.

Lemma over_path : forall d_in d_out base first last points partitions,
  check_path L d_in d_out (units_over f base) (units_over f first) (units_over f last) (map (units_over f) points)
    partitions = check_path K d_in d_out base first last points partitions.
Proof.
intros d_in d_out base first last points partitions. unfold check_path. rewrite over_shape, over_irreducible.
    f_equal.
  destruct points as [|θ points]; [reflexivity|]. cbn [map].
  assert (Hlength : forall units, length (units_over f units) = length units) by (intro; apply map_length).
  rewrite over_network, over_coarsest, over_member, !Hlength. f_equal. revert θ partitions.
  induction points as [|φ points IH]; intros θ [|P partitions]; try reflexivity; cbn [map check_segments].
  - apply over_network.
  - now rewrite !over_member, !Hlength, IH.
Qed.

End Containing.
