(** The same for networks with mirror images: a larger field makes no difference to what is checked. *)

From Coq Require Import List Arith ZArith Bool Field.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership CheckedMirroredPath Containing.
Import ListNotations.

Local Open Scope nat_scope.

Section Containing.

Context {K L : Field} (f : K -> L) (f_contains : contains f) (p : parity).
Add Field K_field_containing2 : (field_laws K).
Add Field L_field_containing2 : (field_laws L).

Lemma over_opp : forall x : K, f (opp x) = opp (f x).
Proof.
intro x. pose proof (proj1 f_contains x (opp x)) as E. replace (add x (opp x)) with (@zero K) in E by ring.
rewrite (over_zero f f_contains) in E. transitivity (add (opp (f x)) (add (f x) (f (opp x)))); [ring|].
    rewrite <- E. ring.
Qed.

Lemma over_sign : forall x : K, f (mul (parity_sign p) x) = mul (parity_sign p) (f x).
Proof.
intro x. destruct p; cbn [parity_sign].
  - replace (mul (opp one) x) with (opp x) by ring. rewrite over_opp. ring.
  - replace (mul one x) with x by ring. ring.
Qed.

Lemma over_mirrored : forall u : list K * list K, units_mirrored p (over_unit f u) = over_unit f (units_mirrored p u).
Proof.
intros [w a]. unfold units_mirrored, over_unit. cbn [fst snd]. rewrite !map_map.
f_equal; apply map_ext; intro x; symmetry; [apply over_opp|apply over_sign].
Qed.

Lemma over_images : forall units, units_over f units ++ map (units_mirrored p) (units_over f units) =
  units_over f (units ++ map (units_mirrored p) units).
Proof.
intro units. unfold units_over. rewrite map_app. f_equal. rewrite !map_map. apply map_ext. exact over_mirrored.
Qed.

Lemma over_turned_back : forall P units,
  units_turned_back p P (units_over f units) = units_over f (units_turned_back p P units).
Proof.
unfold units_turned_back. induction P as [|c P IH]; intros [|u units]; try reflexivity. specialize (IH units).
unfold units_over in *. cbn [map combine flat_map fst snd]. rewrite map_app, IH. f_equal.
destruct c as [[c [|]]|]; try reflexivity. cbn [map]. f_equal. exact (over_mirrored u).
Qed.

Lemma over_signed_member : forall d_in d_out base P θ,
  check_signed_member p d_in d_out (units_over f base) P (units_over f θ) = check_signed_member p d_in d_out base P θ.
Proof.
intros d_in d_out base P θ. unfold check_signed_member.
rewrite over_shape, over_turned_back, (over_member f f_contains). unfold units_over at 1. rewrite map_length.
    do 2 f_equal.
  rewrite over_combine. induction (combine P θ) as [|[[c|] u] l IH]; [reflexivity| |]; cbn [map forallb fst snd].
  - exact IH.
  - rewrite IH. f_equal. cbn [over_unit fst]. apply (over_all_zero f f_contains).
Qed.

Lemma over_signed_coarsest : forall base θ,
  coarsest_signed_codes p (units_over f base) (units_over f θ) = coarsest_signed_codes p base θ.
Proof.
intros base θ. unfold coarsest_signed_codes.
assert (Hknown : combine (map fst (units_over f base)) (map Label (seq 0 (length (units_over f base)))) =
    map (fun q => (map f (fst q), snd q)) (combine (map fst base) (map Label (seq 0 (length base))))).
  { unfold units_over. rewrite map_length. generalize (map Label (seq 0 (length base))).
    induction base as [|u base IH]; intros [|c codes]; try reflexivity. cbn [map combine fst snd]. now rewrite IH. }
  rewrite Hknown. clear Hknown. generalize (combine (map fst base) (map Label (seq 0 (length base)))) as known.
  generalize 0 as next. unfold units_over.
  induction θ as [|u θ IH]; intros next known; [reflexivity|]. cbn [map signed_coarsest fst snd].
  assert (Hfind : forall w, find_code (map (fun q => (map f (fst q), snd q)) known) (map f w) = find_code known w).
  { intro w. unfold find_code. clear - f_contains. induction known as [|q known IH]; [reflexivity|].
    cbn [map find fst snd].
    rewrite (over_entries f f_contains). now destruct (same_entries (fst q) w). }
  assert (Hsigned : find_signed_code p (map (fun q => (map f (fst q), snd q)) known) (map f (fst u)) =
    find_signed_code p known (fst u)).
  { unfold find_signed_code. rewrite (over_all_zero f f_contains), Hfind.
    replace (map opp (map f (fst u))) with (map f (map opp (fst u)))
      by (rewrite !map_map; apply map_ext; exact over_opp).
    now rewrite Hfind. }
  rewrite Hsigned. destruct (find_signed_code p known (fst u)) as [c|]; [now rewrite IH|]. f_equal.
  exact (IH (S next) ((fst u, Zero next) :: known)).
Qed.

Lemma over_mirrored_path : forall d_in d_out base first last points partitions,
  check_mirrored_path L p d_in d_out (units_over f base) (units_over f first) (units_over f last)
    (map (units_over f) points) partitions = check_mirrored_path K p d_in d_out base first last points partitions.
Proof.
intros d_in d_out base first last points partitions. unfold check_mirrored_path.
rewrite over_shape, over_images, (over_irreducible f f_contains). f_equal.
destruct points as [|θ points]; [reflexivity|]. cbn [map].
assert (Hlength : forall units, length (units_over f units) = length units) by (intro; apply map_length).
rewrite (over_network f f_contains), over_signed_coarsest, over_signed_member, !Hlength. f_equal.
revert θ partitions. induction points as [|φ points IH]; intros θ [|P partitions]; try reflexivity;
    cbn [map check_mirrored_segments].
  - apply (over_network f f_contains).
  - now rewrite !over_signed_member, !Hlength, IH.
Qed.

End Containing.
