(** Codes of units: which formal sum of an irreducible network each stands for, or which zero block it is in. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers FormalUnits FormalMatching.
Import ListNotations.

Section Codes.

Context {K : Field} {X : Type} (E : X -> X -> bool) (HE : equivalence E).
Add Field K_field24 : (field_laws K).

(** Things of one code are equivalent, and those of label t to the t-th of [xs]. *)
Definition coded (xs ys : list X) (Q : list code) : Prop :=
  length Q = length ys /\
  (forall j y t, nth_error ys j = Some y -> nth_error Q j = Some (Label t) ->
    exists x, nth_error xs t = Some x /\ E x y = true) /\
  (forall i j y y' z, nth_error ys i = Some y -> nth_error ys j = Some y' ->
    nth_error Q i = Some (Zero z) -> nth_error Q j = Some (Zero z) -> E y y' = true).

(** And only those: what is equivalent to one of [xs] has a label. *)
Definition coded_exactly (xs ys : list X) (Q : list code) : Prop :=
  coded xs ys Q /\
  (forall j y x z, nth_error ys j = Some y -> nth_error Q j = Some (Zero z) -> In x xs -> E x y = false) /\
  (forall i j y y' c c', nth_error ys i = Some y -> nth_error ys j = Some y' ->
    nth_error Q i = Some c -> nth_error Q j = Some c' -> E y y' = true -> c = c').

Lemma equivalent_alike : forall x y z, E x y = true -> (if E x z then one else zero) = (if E y z then one else zero :
  K).
Proof.
  intros x y z H. destruct HE as (_ & Hsym & Htrans). destruct (E x z) eqn:Hx, (E y z) eqn:Hy; try reflexivity.
  - now rewrite (Htrans y x z (Hsym _ _ H) Hx) in Hy.
  - now rewrite (Htrans x y z H Hy) in Hx.
Qed.

(** ** Sums over codes tell masses *)

(** One for what has the code of what is equivalent to x. *)
Definition code_at (xs ys : list X) (Q : list code) (x : X) (c : code) : K :=
  match c with
  | Label t => match nth_error xs t with Some y => if E y x then one else zero | None => zero end
  | Zero _ => if existsb (fun p => if code_eq_dec (fst p) c then E (snd p) x else false) (combine Q ys)
              then one else zero
  end.

Lemma code_at_right : forall xs ys Q x j y c, coded xs ys Q ->
  nth_error ys j = Some y -> nth_error Q j = Some c -> code_at xs ys Q x c = if E y x then one else zero.
Proof.
  intros xs ys Q x j y c (Hlength & Hlabel & Hzero) Hy Hc. destruct HE as (_ & Hsym & Htrans).
  destruct c as [t|z]; unfold code_at.
  - destruct (Hlabel j y t Hy Hc) as (x' & -> & Hx'). apply equivalent_alike, Hx'.
  - destruct (existsb _ _) eqn:Hexists.
    + apply existsb_exists in Hexists as ([c' y'] & Hin & Hx). cbn [fst snd] in Hx.
      destruct (code_eq_dec c' (Zero z)) as [->|]; [|easy]. apply In_nth_error in Hin as [i Hi].
      assert (Hi' : nth_error Q i = Some (Zero z) /\ nth_error ys i = Some y').
      { clear - Hi. revert ys i Hi. induction Q as [|c Q IH]; intros [|u ys] [|i] Hi; try easy.
        - now injection Hi as -> ->.
        - exact (IH ys i Hi). }
      destruct Hi' as [HQi Hyi]. pose proof (Hzero j i y y' z Hy Hyi Hc HQi) as Hyy'.
      now rewrite (Htrans y y' x Hyy' Hx).
    + destruct (E y x) eqn:Hyx; [|reflexivity]. exfalso. enough (false = true) by easy. rewrite <- Hexists.
      apply existsb_exists. exists (Zero z, y). split.
      * clear - Hy Hc. revert ys j Hy Hc. induction Q as [|c Q IH]; intros [|u ys] [|j] Hy Hc; try easy.
        -- injection Hy as ->. injection Hc as ->. now left.
        -- right. exact (IH ys j Hy Hc).
      * cbn [fst snd]. now destruct (code_eq_dec (Zero z) (Zero z)).
Qed.

Lemma class_mass_by_codes : forall xs ys Q row x, coded xs ys Q ->
  class_mass E (combine ys row) x = weighted (code_at xs ys Q x) (combine Q row).
Proof.
  intros xs ys Q row x H.
  assert (Hat : forall j y c, nth_error ys j = Some y -> nth_error Q j = Some c ->
    code_at xs ys Q x c = if E y x then one else zero) by (intros; now apply (code_at_right xs ys Q x j)).
  destruct H as (Hlength & _). revert Hat. generalize (code_at xs ys Q x). intros f Hat. clear HE. revert Q row Hlength
  Hat.
  induction ys as [|y ys IH]; intros [|c Q] [|s row] Hlength Hat; try easy.
  cbn [combine]. rewrite class_mass_cons, weighted_cons.
  rewrite (IH Q row) by (try (now injection Hlength); intros j; exact (Hat (S j))).
  rewrite (Hat 0 y c eq_refl eq_refl). destruct (E y x); ring.
Qed.

Lemma row_sum_is_mass : forall c Q (row : list K), row_sum c Q row = mass code_eq_dec (combine Q row) c.
Proof. reflexivity. Qed.

(** Rows with equal sums over all codes make equal formal sums. *)
Lemma equal_sums_same : forall xs ys Q (row row' : list K), coded xs ys Q ->
  (forall c, row_sum c Q row = row_sum c Q row') -> same_sum E (combine ys row) (combine ys row') = true.
Proof.
  intros xs ys Q row row' H Hsums. apply same_sum_spec; [exact HE|]. intro x.
  rewrite !(class_mass_by_codes xs ys Q) by exact H.
  apply (weighted_by_mass code_eq_dec _ _ _ _ (le_n _)). intro c. rewrite <- !row_sum_is_mass. apply Hsums.
Qed.

Lemma labels_coded : forall xs, coded xs xs (map Label (seq 0 (length xs))).
Proof.
  intro xs. split; [|split].
  - now rewrite map_length, seq_length.
  - intros j y t Hy Ht. exists y. rewrite nth_error_map in Ht.
    destruct (nth_error (seq 0 (length xs)) j) as [k|] eqn:Hk; [|easy]. injection Ht as ->.
    apply (nth_error_nth _ _ 0) in Hk. rewrite seq_nth in Hk by (apply nth_error_Some; congruence). cbn in Hk.
    subst t. split; [exact Hy|]. apply (proj1 HE).
  - intros i j y y' z _ _ Hi. rewrite nth_error_map in Hi. now destruct (nth_error (seq 0 (length xs)) i).
Qed.

Lemma row_sum_labels : forall (w : list K) c, row_sum c (map Label (seq 0 (length w))) w =
  match c with Label s => nth s w zero | Zero _ => zero end.
Proof.
  intros w c. unfold row_sum.
  enough (H : forall first, sum (map snd (filter (fun p => if code_eq_dec (fst p) c then true else false)
    (combine (map Label (seq first (length w))) w))) =
    match c with Label s => if s <? first then zero else nth (s - first) w zero | Zero _ => zero end).
  { rewrite H. destruct c as [s|z]; [|reflexivity]. cbn. f_equal. lia. }
  induction w as [|a w IH]; intro first; cbn [length seq map combine filter fst].
  - destruct c as [s|z]; [|reflexivity]. destruct (s <? first); [reflexivity|]. now destruct (s - first).
  - specialize (IH (S first)). destruct c as [s|z].
    + destruct (code_eq_dec (Label first) (Label s)) as [[= ->]|Hne].
      * cbn [map snd]. unfold sum in *. cbn [fold_right]. rewrite IH.
        assert (Hlt : (s <? S s) = true) by (apply Nat.ltb_lt; lia).
        rewrite Hlt, Nat.ltb_irrefl, Nat.sub_diag. cbn [nth]. ring.
      * rewrite IH. destruct (s <? first) eqn:Hs.
        -- apply Nat.ltb_lt in Hs. assert (Hs' : (s <? S first) = true) by (apply Nat.ltb_lt; lia). now rewrite Hs'.
        -- apply Nat.ltb_ge in Hs. assert (Hne' : s <> first) by congruence.
           assert (Hs' : (s <? S first) = false) by (apply Nat.ltb_ge; lia). rewrite Hs'.
           replace (s - first) with (S (s - S first)) by lia. reflexivity.
    + destruct (code_eq_dec (Label first) (Zero z)); [easy|exact IH].
Qed.

(** A row with the sums that a row of W has as its entries makes the same formal sum. *)
Lemma labelled_row_same : forall xs ys Q (row w : list K), coded xs ys Q -> length w = length xs ->
  (forall s, s < length w -> row_sum (Label s) Q row = nth s w zero) -> (forall z, row_sum (Zero z) Q row = zero) ->
  same_sum E (combine xs w) (combine ys row) = true.
Proof.
  intros xs ys Q row w H Hw Hlabel Hzero. apply same_sum_spec; [exact HE|]. intro x.
  rewrite (class_mass_by_codes xs xs _ w x (labels_coded xs)), (class_mass_by_codes xs ys Q row x H).
  transitivity (weighted (code_at xs ys Q x) (combine (map Label (seq 0 (length xs))) w)).
  - unfold weighted. f_equal. apply map_ext_in. intros [c s] Hin. f_equal. cbn [fst].
    apply in_combine_l, in_map_iff in Hin as (t & <- & _). reflexivity.
  - apply (weighted_by_mass code_eq_dec _ _ _ _ (le_n _)). intro c. rewrite <- !row_sum_is_mass, <- Hw, row_sum_labels.
    destruct c as [s|z]; [|symmetry; apply Hzero]. destruct (le_lt_dec (length w) s) as [Hs|Hs]; [|symmetry; auto].
    rewrite nth_overflow by exact Hs. symmetry. unfold row_sum.
    enough (Hnone : filter (fun p => if code_eq_dec (fst p) (Label s) then true else false) (combine Q row) = [])
      by now rewrite Hnone.
    destruct H as (Hlength & HQ & _). rewrite <- (app_nil_r (filter _ _)).
    assert (Hall : forall p, In p (combine Q row) -> fst p <> Label s).
    { intros [c t] Hp E'. cbn in E'. subst c. apply in_combine_l, In_nth_error in Hp as [j Hj].
      destruct (nth_error ys j) as [y|] eqn:Hy.
      - destruct (HQ j y s Hy Hj) as (x' & Hx' & _).
        assert (s < length xs) by (apply nth_error_Some; congruence). lia.
      - apply nth_error_None in Hy. assert (j < length Q) by (apply nth_error_Some; congruence). lia. }
    rewrite app_nil_r. clear - Hall. induction (combine Q row) as [|p l IH]; [reflexivity|]. cbn [filter].
    destruct (code_eq_dec (fst p) (Label s)) as [E'|_]; [now elim (Hall p (or_introl eq_refl))|].
    apply IH. intros q Hq. apply Hall. now right.
Qed.

(** ** Masses tell sums over codes *)

Lemma row_sum_of_mass : forall xs ys Q (row : list K) j y c, coded_exactly xs ys Q ->
  nth_error ys j = Some y -> nth_error Q j = Some c -> row_sum c Q row = class_mass E (combine ys row) y.
Proof.
  intros xs ys Q row j y c [Hcoded [Hapart Honly]] Hy Hc.
  assert (Hsame : forall i y' c', nth_error ys i = Some y' -> nth_error Q i = Some c' -> E y' y = true <-> c' = c).
  { intros i y' c' Hy' Hc'. split.
    - now apply (Honly i j).
    - intros ->. destruct Hcoded as (_ & Hlabel & Hzero). destruct c as [t|z].
      + destruct (Hlabel i y' t Hy' Hc') as (x & Hx & Hxy'). destruct (Hlabel j y t Hy Hc) as (x' & Hx' & Hxy).
        destruct HE as (_ & Hsym & Htrans). apply (Htrans y' x y); [now apply Hsym|]. congruence.
      + exact (Hzero i j y' y z Hy' Hy Hc' Hc). }
  destruct Hcoded as (Hlength & _). unfold row_sum, class_mass. f_equal.
  clear - Hsame Hlength. revert ys row Hlength Hsame. induction Q as [|c' Q IH]; intros [|y' ys] [|s row] Hlength
  Hsame; try easy.
  cbn [combine filter fst]. injection Hlength as Hlength.
  specialize (IH ys row Hlength (fun i => Hsame (S i))). specialize (Hsame 0 y' c' eq_refl eq_refl).
  destruct (code_eq_dec c' c) as [Hcc|Hcc], (E y' y) eqn:Hy; cbn [map snd]; try (now rewrite IH).
  - now apply Hsame in Hcc.
  - elim Hcc. now apply Hsame.
Qed.

Lemma row_sum_absent : forall c Q (row : list K), ~ In c Q -> row_sum c Q row = zero.
Proof.
  intros c Q row H. unfold row_sum. enough (E' : filter (fun p => if code_eq_dec (fst p) c then true else false)
    (combine Q row) = []) by now rewrite E'.
  revert row. induction Q as [|c' Q IH]; intros [|s row]; try reflexivity. cbn [combine filter fst].
  destruct (code_eq_dec c' c) as [->|_]; [elim H; now left|]. apply IH. intro Hin. apply H. now right.
Qed.

Lemma at_code : forall xs ys Q c, coded xs ys Q -> In c Q ->
  exists j y, nth_error ys j = Some y /\ nth_error Q j = Some c.
Proof.
  intros xs ys Q c (Hlength & _) H. apply In_nth_error in H as [j Hj]. destruct (nth_error ys j) as [y|] eqn:Hy.
  - now exists j, y.
  - apply nth_error_None in Hy. assert (j < length Q) by (apply nth_error_Some; congruence). lia.
Qed.

(** Equal formal sums have equal sums over all codes. *)
Lemma same_rows_sums : forall xs ys Q (row row' : list K), coded_exactly xs ys Q ->
  same_sum E (combine ys row) (combine ys row') = true -> forall c, row_sum c Q row = row_sum c Q row'.
Proof.
  intros xs ys Q row row' H Hsame c. destruct (in_dec code_eq_dec c Q) as [Hc|Hc].
  - destruct (at_code xs ys Q c (proj1 H) Hc) as (j & y & Hy & Hj).
    rewrite !(row_sum_of_mass xs ys Q _ j y c H Hy Hj). now apply same_sum_spec.
  - now rewrite !row_sum_absent.
Qed.

(** And those of a row of W have its entries, if the labels are all there. *)
Lemma labelled_row_sums : forall xs ys Q (row w : list K), coded_exactly xs ys Q -> distinct E xs ->
  length w = length xs -> (forall s, s < length xs -> In (Label s) Q) ->
  same_sum E (combine xs w) (combine ys row) = true ->
  (forall s, s < length w -> row_sum (Label s) Q row = nth s w zero) /\ forall z, row_sum (Zero z) Q row = zero.
Proof.
  intros xs ys Q row w H Hxs Hw Hall Hsame. rewrite same_sum_spec in Hsame by exact HE. split.
  - intros s Hs. destruct (at_code xs ys Q (Label s) (proj1 H)) as (j & y & Hy & Hj); [apply Hall; lia|].
    rewrite (row_sum_of_mass xs ys Q row j y _ H Hy Hj), <- Hsame.
    destruct H as [(_ & Hlabel & _) _]. destruct (Hlabel j y s Hy Hj) as (x & Hx & Hxy).
    rewrite <- (class_mass_same E HE _ x y Hxy). now apply class_mass_entry.
  - intro z. destruct (in_dec code_eq_dec (Zero z) Q) as [Hz|Hz]; [|now apply row_sum_absent].
    destruct (at_code xs ys Q (Zero z) (proj1 H) Hz) as (j & y & Hy & Hj).
    rewrite (row_sum_of_mass xs ys Q row j y _ H Hy Hj), <- Hsame.
    destruct H as (_ & Hapart & _). apply class_mass_absent. intros x Hx. apply (Hapart j y x z Hy Hj).
    apply in_map_iff in Hx as ([x' t] & <- & Hx). now apply in_combine_l in Hx.
Qed.

End Codes.
