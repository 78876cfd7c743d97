(** The subspaces of signed labelled partitions: their union is the fibre of the odd or even measure. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Counting Require Import LabelledPartitions.
From Equiloss.Reduction Require Import Measure SignedMeasure SignedReduction Parities.
From Equiloss.Subspaces Require Import Gamma Expansion.
Import ListNotations.

Local Open Scope nat_scope.

Section SignedFibre.

Context {K : Field} {W A : VectorSpace K} (p : parity).
Hypothesis two : @add K one one <> zero.

(** Turning units back and leaving out silent ones keeps the odd or even measure. *)
Lemma turned_back_measure : forall P (θ : network W A), length θ = length P ->
  (forall u, In (None, u) (combine P θ) -> p = Odd /\ fst u = vzero) ->
  same_signed_measure p θ (turned_back p P θ).
Proof.
  induction P as [|c P IH]; intros [|u θ] Hlength H w; try discriminate Hlength; [easy|].
  injection Hlength as Hlength. specialize (IH θ Hlength (fun v Hv => H v (or_intror Hv)) w).
  rewrite (signed_measure_cons p u θ), IH. destruct c as [[c [|]]|].
  - change (turned_back p (Some (c, true) :: P) (u :: θ)) with (mirrored p u :: turned_back p P θ).
    rewrite (signed_measure_cons p (mirrored p u) (turned_back p P θ)). f_equal. symmetry.
    apply signed_measure_mirrored.
  - symmetry. apply (signed_measure_cons p u).
  - destruct (H u (or_introl eq_refl)) as [Hp Hu]. destruct u as [v a]. simpl in Hu. subst v.
    rewrite signed_measure_silent by exact Hp. apply vadd_zero.
Qed.

Lemma signed_gamma_measure : forall (base : network W A) m P θ,
  signed_partition p (length base) m P -> signed_Gamma p base P θ -> same_signed_measure p θ base.
Proof.
  intros base m P θ (_ & Hsilent & HP & _) (Hlength & Hzero & H).
  apply same_signed_measure_trans with (turned_back p P θ).
  - apply turned_back_measure; [exact Hlength|]. intros u Hu. split; [|now apply Hzero].
    apply in_combine_l in Hu. destruct p; [easy|]. now destruct (Hsilent eq_refl).
  - apply same_measure_signed. exact (gamma_measure base _ _ _ HP H).
Qed.

(** Where of two opposite incoming vectors only one occurs, the odd or even measure is the measure. *)
Lemma one_sided_measure : forall θ θ' : network W A,
  (forall u v, In u (θ ++ θ') -> In v (θ ++ θ') -> fst u = opposite (fst v) -> p = Even /\ fst u = fst v) ->
  same_signed_measure p θ θ' -> same_measure θ θ'.
Proof.
  intros θ θ' Hsides H w.
  assert (Habsent : forall v, ~ In v (map fst (θ ++ θ')) -> measure θ v = vzero /\ measure θ' v = vzero).
  { intros v Hv. rewrite map_app, in_app_iff in Hv. split; apply measure_absent; tauto. }
  destruct (in_dec vector_eq_dec w (map fst (θ ++ θ'))) as [Hw|Hw].
  2:{ now destruct (Habsent w Hw) as [-> ->]. }
  specialize (H w). unfold signed_measure in H.
  destruct (in_dec vector_eq_dec (opposite w) (map fst (θ ++ θ'))) as [Hopposite|Hopposite].
  - apply in_map_iff in Hw as (u & <- & Hu). apply in_map_iff in Hopposite as (v & E & Hv).
    destruct (Hsides v u Hv Hu E) as [Hp E']. rewrite <- E, E' in H. apply halves; [exact two|].
    unfold parity_sign in H. rewrite Hp in H. now rewrite !scale_one in H.
  - destruct (Habsent _ Hopposite) as [-> ->] in H. rewrite scale_vzero, !vadd_zero_r in H. exact H.
Qed.

(** ** A signed labelled partition for a point of the fibre *)

Section Signs.

Variables base θ : network W A.

Definition silent (u : W * A) : bool :=
  match p with Odd => if vector_eq_dec (fst u) vzero then true else false | Even => false end.

Definition sounding : network W A := filter (fun u => negb (silent u)) θ.

(** The place of an incoming vector among those of [base], then those of the units. *)
Definition place (w : W) : nat := position vector_eq_dec w (map fst base ++ map fst sounding).

(** A unit is mirrored if the opposite vector comes first. *)
Definition turned (u : W * A) : bool := place (opposite (fst u)) <? place (fst u).
Definition turn (u : W * A) : W * A := if turned u then mirrored p u else u.

(** The signs for a choice g of codes. *)
Definition signs (g : W -> code) (u : W * A) : code * bool := (g (fst (turn u)), turned u).
Definition signed_code_of (g : W -> code) (u : W * A) : signed_code := if silent u then None else Some (signs g u).

Lemma audible_codes : forall g, audible (map (signed_code_of g) θ) = map (signs g) sounding.
Proof.
  intro g. unfold sounding, audible, signed_code_of. generalize θ. intro l. induction l as [|u l IH]; [easy|].
  simpl. destruct (silent u); simpl; now rewrite IH.
Qed.

Lemma turned_back_codes : forall g, turned_back p (map (signed_code_of g) θ) θ = map turn sounding.
Proof.
  intro g. unfold sounding, turned_back, signed_code_of, turn. generalize θ. intro l.
  induction l as [|u l IH]; [easy|]. simpl. destruct (silent u); simpl; now rewrite IH.
Qed.

Lemma in_codes : forall g u, In (None, u) (combine (map (signed_code_of g) θ) θ) -> p = Odd /\ fst u = vzero.
Proof.
  intros g u. unfold signed_code_of, silent. generalize θ. intro l. induction l as [|v l IH]; [easy|].
  intros [E|H]; [|now apply IH]. injection E as E ->. destruct p; [|easy].
  now destruct (vector_eq_dec (fst u) vzero).
Qed.

(** Turned units have the first of two opposite vectors. *)
Lemma turn_first : forall u, In u sounding ->
  place (fst (turn u)) <= place (opposite (fst (turn u))) /\
  In (fst (turn u)) (map fst base ++ map fst sounding).
Proof.
  intros u Hu. assert (Hin : In (fst u) (map fst base ++ map fst sounding)).
  { apply in_or_app. right. now apply in_map. }
  unfold turn, turned. destruct (Nat.ltb_spec (place (opposite (fst u))) (place (fst u))) as [Hlt|Hge].
  - simpl. rewrite opposite_opposite. split; [lia|]. apply (position_lt vector_eq_dec).
    apply (position_lt vector_eq_dec) in Hin. unfold place in Hlt. lia.
  - split; [exact Hge|exact Hin].
Qed.

Lemma base_first : signed_irreducible p base -> forall u, In u base ->
  place (fst u) <= place (opposite (fst u)) /\ In (fst u) (map fst base ++ map fst sounding).
Proof.
  intros [_ Hirr] u Hu. assert (Hin := in_map fst _ _ Hu). split; [|apply in_or_app; now left].
  destruct (in_dec vector_eq_dec (opposite (fst u)) (map fst base)) as [H|H].
  - apply in_map_iff in H as (v & E & Hv). destruct (Hirr v u Hv Hu E) as [_ ->]. now rewrite <- E.
  - unfold place. rewrite position_app by exact Hin. apply (position_lt vector_eq_dec) in Hin.
    assert (Hbeyond := position_beyond vector_eq_dec (opposite (fst u)) (map fst base) (map fst sounding) H). lia.
Qed.

Lemma sides : signed_irreducible p base -> forall u v,
  In u (map turn sounding ++ base) -> In v (map turn sounding ++ base) -> fst u = opposite (fst v) ->
  p = Even /\ fst u = fst v.
Proof.
  intros Hirr u v Hu Hv E.
  assert (Hfirst : forall x, In x (map turn sounding ++ base) ->
    place (fst x) <= place (opposite (fst x)) /\ In (fst x) (map fst base ++ map fst sounding)).
  { intros x Hx. apply in_app_or in Hx as [Hx|Hx]; [|now apply base_first].
    apply in_map_iff in Hx as (y & <- & Hy). now apply turn_first. }
  destruct (Hfirst u Hu) as [Hu' Hin], (Hfirst v Hv) as [Hv' Hin']. rewrite E, opposite_opposite in Hu'.
  assert (Hsame : fst u = fst v).
  { apply (position_injective vector_eq_dec _ _ _ Hin Hin'). rewrite E. unfold place in *. lia. }
  split; [|exact Hsame]. assert (Hzero : fst v = vzero) by (apply (opposite_self two); congruence).
  apply in_app_or in Hv as [Hv|Hv].
  - apply in_map_iff in Hv as (y & <- & Hy). unfold sounding in Hy. apply filter_In in Hy as [_ Hy].
    destruct p eqn:Ep; [|easy]. exfalso. unfold silent in Hy. rewrite Ep in Hy.
    destruct (vector_eq_dec (fst y) vzero) as [|Hne]; [easy|]. apply Hne. unfold turn in Hzero.
    destruct (turned y); [|exact Hzero]. simpl in Hzero.
    now rewrite <- (opposite_opposite (fst y)), Hzero, opposite_zero.
  - apply (proj2 Hirr v v Hv Hv). now rewrite Hzero, opposite_zero.
Qed.

(** The first unit of a zero block isn't turned. *)
Lemma signs_canonical : forall g, (forall w z, g w = Zero z -> ~ In w (map fst base)) ->
  forall l1 z l2, map (signs g) sounding = l1 ++ (Zero z, true) :: l2 -> In (Zero z, false) l1.
Proof.
  intros g Hg l1 z l2 E. apply map_eq_app in E as (a & b & Hab & <- & E).
  destruct b as [|u b]; [easy|]. injection E as E Hturned E'.
  assert (Hz : g (opposite (fst u)) = Zero z) by (unfold turn in E; now rewrite Hturned in E).
  unfold turned in Hturned. apply Nat.ltb_lt in Hturned.
  destruct (in_dec vector_eq_dec (opposite (fst u)) (map fst a)) as [Hin|Hout].
  - apply in_map_iff in Hin as (v & Ev & Hv). apply in_map_iff. exists v. split; [|exact Hv].
    assert (Hnot : turned v = false).
    { unfold turned. rewrite Ev, opposite_opposite. apply Nat.ltb_ge. lia. }
    unfold signs, turn. now rewrite Hnot, Ev, Hz.
  - exfalso. revert Hturned. apply Nat.le_ngt. unfold place. rewrite Hab, map_app, app_assoc.
    assert (Hout' : ~ In (opposite (fst u)) (map fst base ++ map fst a)).
    { rewrite in_app_iff. intros [H|H]; [now apply (Hg _ z Hz)|easy]. }
    assert (Hbeyond := position_beyond vector_eq_dec _ _ (map fst (u :: b)) Hout').
    transitivity (length (map fst base ++ map fst a)); [|exact Hbeyond].
    change (map fst (u :: b)) with ([fst u] ++ map fst b). rewrite app_assoc.
    assert (Hin : In (fst u) ((map fst base ++ map fst a) ++ [fst u])) by (apply in_or_app; right; now left).
    rewrite position_app by exact Hin. apply (position_lt vector_eq_dec) in Hin. rewrite app_length in Hin.
    simpl in Hin. lia.
Qed.

Theorem signed_fibre : signed_irreducible p base -> same_signed_measure p θ base ->
  signed_Theta p base (length θ) θ.
Proof.
  intros Hirr Hmeasure.
  assert (Hturned : same_measure (map turn sounding) base).
  { apply one_sided_measure; [now apply sides|]. apply same_signed_measure_trans with θ; [|exact Hmeasure].
    apply same_signed_measure_sym. rewrite <- (turned_back_codes (fun _ => Zero 0)).
    apply turned_back_measure; [now rewrite map_length|apply in_codes]. }
  destruct (fibre_codes base (map turn sounding) (proj1 Hirr) Hturned) as (g & Hg & HP & H).
  exists (map (signed_code_of g) θ).
  assert (Hcodes : map fst (audible (map (signed_code_of g) θ)) = map (fun u => g (fst u)) (map turn sounding)).
  { now rewrite audible_codes, !map_map. }
  split; [split; [|split; [|split]]|split; [|split]].
  - apply map_length.
  - intros Hp Hin. apply in_map_iff in Hin as (u & E & _). unfold signed_code_of, silent in E. now rewrite Hp in E.
  - rewrite Hcodes. replace (length (audible _)) with (length (map turn sounding)); [exact HP|].
    now rewrite audible_codes, !map_length.
  - rewrite audible_codes. now apply signs_canonical.
  - now rewrite map_length.
  - intros u Hu. now apply in_codes in Hu.
  - rewrite Hcodes, turned_back_codes. exact H.
Qed.

End Signs.

End SignedFibre.

Theorem signed_theta_is_fibre : SignedThetaIsFibre.
Proof.
  intros K W A p base θ m two Hirr. split.
  - intros (P & HP & H). split; [|now apply (signed_gamma_measure p base m P)].
    destruct H as [-> _]. apply HP.
  - intros [<- H]. now apply signed_fibre.
Qed.

(** Θ with or without mirrored units. *)
Definition Theta_of {K : Field} {W A : VectorSpace K} (s : option parity) (base : network W A) (m : nat) :
    network W A -> Prop :=
  match s with None => Theta base m | Some p => signed_Theta p base m end.

Lemma theta_of_is_fibre : forall (K : Field) (W A : VectorSpace K) (s : option parity) (base θ : network W A) (m : nat),
  field_for (K := K) s -> irreducible_of s base ->
  (Theta_of s base m θ <-> length θ = m /\ same_measure_of s θ base).
Proof.
  intros K W A [p|] base θ m; [apply signed_theta_is_fibre|]. intros _. apply theta_is_fibre.
Qed.
