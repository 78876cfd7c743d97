(** The networks of several layers that compute the function of an irreducible one for every activation are the union of
    the Φ_P. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import FormalUnits FormalMatching LayerNormalForms LayerReduction LayersConfluent.
From Equiloss.Layers Require Import FormalValues LayersDetermined UnitCodes.
Import ListNotations.

Section Fibre.

Context {K : Field}.

Definition fits (rm : nat * nat) (P : list code) : Prop := labelled_partition (fst rm) (snd rm) P.

(** ** Points of Φ_P *)

Lemma stands_for_coded : forall X (E : X -> X -> bool) xs ys Q P (W V : matrix K), equivalence E -> coded E xs ys Q ->
  (forall w, In w W -> length w = length xs) -> (forall t, In (Label t) P -> t < length W) -> stands_for Q P W V ->
  coded (same_sum E) (map (combine xs) W) (map (combine ys) V) P.
Proof.
  intros X E xs ys Q P W V HE HQ HW HP (Hlength & _ & Hlabel & Hzero). split; [|split].
  - now rewrite map_length.
  - intros j l t Hl Hj. rewrite nth_error_map in Hl. destruct (nth_error V j) as [row|] eqn:Hrow; [|easy].
    injection Hl as <-. destruct (nth_error W t) as [w|] eqn:Hw.
    + exists (combine xs w). rewrite nth_error_map, Hw. split; [reflexivity|].
      destruct (Hlabel j t row w Hj Hrow Hw) as [Hs Hz].
      apply (labelled_row_same E HE xs ys Q); try assumption. apply HW. now apply nth_error_In in Hw.
    + apply nth_error_None in Hw. apply nth_error_In in Hj. specialize (HP t Hj). lia.
  - intros i j l l' z Hl Hl' Hi Hj. rewrite nth_error_map in Hl, Hl'.
    destruct (nth_error V i) as [row|] eqn:Hrow; [|easy]. destruct (nth_error V j) as [row'|] eqn:Hrow'; [|easy].
    injection Hl as <-. injection Hl' as <-.
    apply (equal_sums_same E HE xs ys Q); [exact HQ|]. exact (Hzero i j z row row' Hi Hj Hrow Hrow').
Qed.

Lemma label_at : forall n i t, nth_error (map Label (seq 0 n)) i = Some (Label t) -> t = i /\ i < n.
Proof.
  intros n i t H. rewrite nth_error_map in H. destruct (nth_error (seq 0 n) i) as [k|] eqn:Hk; [|easy].
  injection H as ->. assert (Hi : i < n).
  { rewrite <- (seq_length n 0). apply nth_error_Some. congruence. }
  apply (nth_error_nth _ _ 0) in Hk. rewrite seq_nth in Hk by exact Hi. cbn in Hk. lia.
Qed.

Lemma Phi_formally_same : forall (θ φ : list (matrix K)) P X (E : X -> X -> bool) xs ys Q d_out, equivalence E ->
  coded E xs ys Q -> shaped (length xs) d_out θ -> shaped (length ys) d_out φ ->
  Forall2 fits (combine (hidden_widths θ) (hidden_widths φ)) P -> layers_Phi Q P θ φ -> formally_same θ φ X E xs ys.
Proof.
  induction θ as [|W θ IH]; intros φ P X E xs ys Q d_out HE HQ Hθ Hφ Hfits H; [now destruct P|].
  destruct φ as [|V φ]; [now destruct θ, P|]. destruct Hθ as [HW Hθ], Hφ as [HV Hφ].
  destruct P as [|P1 P].
  - destruct θ, φ; try (now cbn in H). cbn [layers_Phi] in H. cbn [formally_same].
    destruct H as (Hlength & _ & Hlabel & _). rewrite map_length, seq_length in Hlength.
    apply Forall2_nth_error; [now rewrite !map_length|]. intros j l l' Hl Hl'. rewrite nth_error_map in Hl, Hl'.
    destruct (nth_error W j) as [w|] eqn:Hw; [|easy]. destruct (nth_error V j) as [row|] eqn:Hrow; [|easy].
    injection Hl as <-. injection Hl' as <-.
    assert (Hj : nth_error (map Label (seq 0 (length W))) j = Some (Label j)).
    { assert (j < length W) by (apply nth_error_Some; congruence). rewrite nth_error_map.
      rewrite (nth_error_nth' _ 0) by (now rewrite seq_length). now rewrite seq_nth. }
    destruct (Hlabel j j row w Hj Hrow Hw) as [Hs Hz].
    apply (labelled_row_same E HE xs ys Q); try assumption. apply HW. now apply nth_error_In in Hw.
  - assert (Hphi : stands_for Q P1 W V /\ layers_Phi P1 P θ φ) by (destruct θ, φ; exact H).
    destruct Hphi as [Hstands Hphi]. cbn [formally_same].
    destruct θ as [|W' θ]; [now destruct P|]. destruct φ as [|V' φ]; [now destruct P|].
    inversion Hfits as [|a b l l' Hfit Hrest]; subst. destruct Hfit as (_ & Hlabels & _). cbn [fst snd] in Hlabels.
    apply (IH (V' :: φ) P _ (same_sum E) _ _ P1 d_out); try assumption.
    + now apply same_sum_equivalence.
    + apply (stands_for_coded X E xs ys Q); try assumption. intros t Ht. now apply Hlabels.
    + now rewrite map_length.
    + now rewrite map_length.
Qed.

(** ** Codes of a network with the same formal sums *)

Section Numbered.

Context {X : Type} (E : X -> X -> bool) (HE : equivalence E) (xs : list X) (Hxs : distinct E xs).

Lemma found_or_not : forall (l : list X) y,
  (exists t x, nth_error l t = Some x /\ E x y = true) \/ (forall x, In x l -> E x y = false).
Proof.
  induction l as [|x l IH]; intro y; [now right|]. destruct (E x y) eqn:Hxy; [left; now exists 0, x|].
  destruct (IH y) as [(t & u & Ht & Hu)|H]; [left; now exists (S t), u|right]. intros u [<-|Hu]; [exact Hxy|now apply
  H].
Qed.

Lemma distinct_snoc : forall zs y, distinct E zs -> (forall u, In u zs -> E u y = false) -> distinct E (zs ++ [y]).
Proof.
  intros zs y Hzs Hy i j u v Hu Hv Huv.
  assert (Hcase : forall k w, nth_error (zs ++ [y]) k = Some w ->
    (nth_error zs k = Some w) \/ (k = length zs /\ w = y)).
  { intros k w Hk. destruct (le_lt_dec (length zs) k) as [Hge|Hlt].
    - rewrite nth_error_app2 in Hk by exact Hge. destruct (k - length zs) as [|n] eqn:Hn.
      + right. injection Hk as ->. split; [lia|reflexivity].
      + now destruct n.
    - left. now rewrite nth_error_app1 in Hk. }
  destruct HE as (_ & Hsym & _).
  destruct (Hcase i u Hu) as [Hi|[-> ->]], (Hcase j v Hv) as [Hj|[-> ->]].
  - exact (Hzs i j u v Hi Hj Huv).
  - apply nth_error_In in Hi. now rewrite Hy in Huv.
  - apply nth_error_In in Hj. apply Hsym in Huv. now rewrite Hy in Huv.
  - reflexivity.
Qed.

(** From the zero blocks that were seen, of which [zs] has one thing each. *)
Lemma numbered : forall ys zs, distinct E zs -> (forall x u, In x xs -> In u zs -> E x u = false) ->
  exists Q more, length Q = length ys /\ zeros_in_order (length zs) Q /\
    distinct E (zs ++ more) /\ (forall x u, In x xs -> In u (zs ++ more) -> E x u = false) /\
    forall j y c, nth_error ys j = Some y -> nth_error Q j = Some c ->
      match c with
      | Label t => exists x, nth_error xs t = Some x /\ E x y = true
      | Zero z => exists u, nth_error (zs ++ more) z = Some u /\ E u y = true
      end.
Proof.
  induction ys as [|y ys IH]; intros zs Hzs Hapart.
  { exists [], []. rewrite app_nil_r. do 4 (split; [easy|]). intros [|j]; easy. }
  destruct (found_or_not xs y) as [(t & x & Ht & Hx)|Hnone].
  - destruct (IH zs Hzs Hapart) as (Q & more & Hlength & Horder & Hd & Ha & H). exists (Label t :: Q), more.
    split; [cbn; now f_equal|]. do 3 (split; [assumption|]). intros [|j] y' c Hy Hc; [|exact (H j y' c Hy Hc)].
    injection Hy as <-. injection Hc as <-. now exists x.
  - destruct (found_or_not zs y) as [(z & u & Hz & Hu)|Hnew].
    + destruct (IH zs Hzs Hapart) as (Q & more & Hlength & Horder & Hd & Ha & H). exists (Zero z :: Q), more.
      assert (Hlt : z < length zs) by (apply nth_error_Some; congruence).
      split; [cbn; now f_equal|]. split; [left; now split|]. do 2 (split; [assumption|]).
      intros [|j] y' c Hy Hc; [|exact (H j y' c Hy Hc)].
      injection Hy as <-. injection Hc as <-. exists u. rewrite nth_error_app1; [now split|exact Hlt].
    + destruct (IH (zs ++ [y])) as (Q & more & Hlength & Horder & Hd & Ha & H).
      * now apply distinct_snoc.
      * intros x u Hx Hu. apply in_app_or in Hu as [Hu|[<-|[]]]; [now apply Hapart|now apply Hnone].
      * exists (Zero (length zs) :: Q), (y :: more). rewrite <- app_assoc in Hd, Ha, H. cbn [app] in Hd, Ha, H.
        rewrite app_length, Nat.add_comm in Horder. cbn [length Nat.add] in Horder.
        split; [cbn; now f_equal|]. split; [right; now split|]. do 2 (split; [assumption|]).
        intros [|j] y' c Hy Hc; [|exact (H j y' c Hy Hc)].
        injection Hy as <-. injection Hc as <-. exists y. rewrite nth_error_app2, Nat.sub_diag by apply le_n.
        split; [reflexivity|apply (proj1 HE)].
Qed.

Lemma codes_exist : forall ys, exists Q, coded_exactly E xs ys Q /\ zeros_in_order 0 Q.
Proof.
  intro ys. destruct (numbered ys []) as (Q & zs & Hlength & Horder & Hd & Ha & H).
  { intros [|i] j x y Hx; easy. }
  { easy. }
  cbn [app length] in *. exists Q. split; [|exact Horder]. destruct HE as (_ & Hsym & Htrans).
  split; [split; [exact Hlength|split]|split].
  - intros j y t Hy Ht. exact (H j y _ Hy Ht).
  - intros i j y y' z Hy Hy' Hi Hj. destruct (H i y _ Hy Hi) as (u & Hu & Huy). destruct (H j y' _ Hy' Hj) as (v & Hv &
  Hvy).
    apply (Htrans y u y'); [now apply Hsym|]. congruence.
  - intros j y x z Hy Hz Hx. destruct (H j y _ Hy Hz) as (u & Hu & Huy). apply nth_error_In in Hu.
    destruct (E x y) eqn:Hxy; [|reflexivity].
    now rewrite <- (Ha x u Hx Hu), (Htrans x y u Hxy (Hsym _ _ Huy)).
  - intros i j y y' c c' Hy Hy' Hi Hj Hyy'. pose proof (H i y c Hy Hi) as Hc. pose proof (H j y' c' Hy' Hj) as Hc'.
    destruct c as [t|z], c' as [t'|z']; destruct Hc as (u & Hu & Huy), Hc' as (v & Hv & Hvy);
      assert (Huv : E u v = true) by (apply (Htrans u y v Huy), (Htrans y y' v Hyy'); now apply Hsym).
    + f_equal. exact (Hxs t t' u v Hu Hv Huv).
    + apply nth_error_In in Hu, Hv. now rewrite (Ha u v Hu Hv) in Huv.
    + apply nth_error_In in Hu, Hv. apply Hsym in Huv. now rewrite (Ha v u Hv Hu) in Huv.
    + f_equal. exact (Hd z z' u v Hu Hv Huv).
Qed.

Lemma found_label : forall ys Q, coded_exactly E xs ys Q ->
  (forall k x, nth_error xs k = Some x -> exists i, found E ys x i) -> forall t, In (Label t) Q <-> t < length xs.
Proof.
  intros ys Q H Hfound t. split.
  - intro Ht. destruct (at_code E xs ys Q (Label t) (proj1 H) Ht) as (j & y & Hy & Hj).
    destruct H as [(_ & Hlabel & _) _]. destruct (Hlabel j y t Hy Hj) as (x & Hx & _). apply nth_error_Some. congruence.
  - intro Ht. apply nth_error_Some in Ht. destruct (nth_error xs t) as [x|] eqn:Hx; [|easy].
    destruct (Hfound t x Hx) as (i & y & Hy & Hxy). destruct H as ((Hlength & Hlabel & _) & Hapart & _).
    destruct (nth_error Q i) as [c|] eqn:Hi.
    + destruct c as [t'|z]; [|apply nth_error_In in Hx; now rewrite (Hapart i y x z Hy Hi Hx) in Hxy].
      destruct (Hlabel i y t' Hy Hi) as (x' & Hx' & Hx'y). destruct HE as (_ & Hsym & Htrans).
      rewrite (Hxs t t' x x' Hx Hx' (Htrans x y x' Hxy (Hsym _ _ Hx'y))). now apply nth_error_In in Hi.
    + apply nth_error_None in Hi. assert (i < length ys) by (apply nth_error_Some; congruence). lia.
Qed.

End Numbered.

Lemma same_last : forall X (E : X -> X -> bool) xs ys (W V : matrix K),
  formally_same [W] [V] X E xs ys -> agree E xs ys W V.
Proof.
  intros X E xs ys W V H. cbn [formally_same] in H. unfold agree. revert V H.
  induction W as [|w W IH]; intros [|row V] H; inversion H; subst; constructor; auto.
Qed.

(** What counts in an irreducible network is in every network with the same formal sums. *)
Lemma all_there : forall (θ : list (matrix K)) W φ V X (E : X -> X -> bool) xs ys d_out, equivalence E ->
  distinct E xs -> shaped (length xs) d_out (W :: θ) -> settled (W :: θ) -> full xs W ->
  formally_same (W :: θ) (V :: φ) X E xs ys -> forall k x, nth_error xs k = Some x -> exists i, found E ys x i.
Proof.
  induction θ as [|W' θ IH]; intros W φ V X E xs ys d_out HE Hxs [HW Hθ] Hs Hfull H.
  - destruct φ; [|now cbn in H]. apply (all_found E HE xs ys W V Hxs HW Hfull). now apply same_last.
  - destruct φ as [|V' φ]; [now cbn in H|]. destruct Hs as [[Hd Hc] Hs].
    assert (Hfound : forall l, In l (map (combine xs) W) -> exists i, found (same_sum E) (map (combine ys) V) l i).
    { intros l Hl. apply In_nth_error in Hl as [k Hk].
      apply (IH W' φ V' _ (same_sum E) (map (combine xs) W) (map (combine ys) V) d_out) with (k := k); try assumption.
      - now apply same_sum_equivalence.
      - now apply sums_distinct.
      - now rewrite map_length.
      - intros i Hi. rewrite map_length in Hi. now apply Hc. }
    apply Forall2_choice in Hfound as [ρ Hρ]. apply found_rows_agree in Hρ.
    exact (all_found E HE xs ys W _ Hxs HW Hfull Hρ).
Qed.

Lemma codes_of_same : forall (θ : list (matrix K)) W φ V X (E : X -> X -> bool) xs ys Q d_out, equivalence E ->
  distinct E xs -> coded_exactly E xs ys Q -> (forall s, s < length xs -> In (Label s) Q) ->
  shaped (length xs) d_out (W :: θ) -> shaped (length ys) d_out (V :: φ) -> settled (W :: θ) ->
  formally_same (W :: θ) (V :: φ) X E xs ys ->
  exists P, Forall2 fits (combine (hidden_widths (W :: θ)) (hidden_widths (V :: φ))) P /\
    layers_Phi Q P (W :: θ) (V :: φ).
Proof.
  induction θ as [|W' θ IH]; intros W φ V X E xs ys Q d_out HE Hxs HQ Hall [HW Hθ] [HV Hφ] Hs H.
  - destruct φ; [|now cbn in H]. exists []. split; [constructor|]. cbn [layers_Phi]. apply same_last in H.
    pose proof (Forall2_lengths _ _ _ H) as Hlength. split; [now rewrite map_length, seq_length|].
    split; [intros row Hrow; rewrite (proj1 (proj1 HQ)); now apply HV|]. split.
    + intros i t row w Hi Hrow Hw. apply label_at in Hi as [-> Hi].
      destruct (Forall2_nth _ _ _ H i w Hw) as (row' & Hrow' & Hsame).
      replace row' with row in Hsame by congruence. apply (labelled_row_sums E HE xs ys); try assumption.
      apply HW. now apply nth_error_In in Hw.
    + intros i j z row row' Hi. rewrite nth_error_map in Hi. now destruct (nth_error (seq 0 (length W)) i).
  - destruct φ as [|V' φ]; [now cbn in H|]. destruct Hs as [[Hd Hc] Hs].
    pose proof (same_sum_equivalence (K := K) E HE) as HE'.
    assert (Hxs' : distinct (same_sum E) (map (combine xs) W)) by now apply sums_distinct.
    destruct (codes_exist (same_sum E) HE' (map (combine xs) W) Hxs' (map (combine ys) V)) as (P1 & HP1 & Horder).
    assert (Hlabels : forall t, In (Label t) P1 <-> t < length W).
    { intro t. rewrite <- (map_length (combine xs) W). apply (found_label _ HE' _ Hxs' (map (combine ys) V)); [exact
    HP1|].
      apply (all_there θ W' φ V' _ (same_sum E) _ _ d_out); try assumption; [now rewrite map_length|].
      intros i Hi. rewrite map_length in Hi. now apply Hc. }
    destruct (IH W' φ V' _ (same_sum E) (map (combine xs) W) (map (combine ys) V) P1 d_out) as (P & HP & Hphi);
      try assumption; try (now rewrite map_length); [intros s Hlt; rewrite map_length in Hlt; now apply Hlabels|].
    destruct HP1 as [(HP1 & Hlabel & Hzero) _]. rewrite map_length in HP1.
    assert (Hrow_at : forall i row, nth_error V i = Some row ->
      nth_error (map (combine ys) V) i = Some (combine ys row)) by (intros; now apply map_nth_error).
    exists (P1 :: P). split.
    + change (Forall2 fits ((length W, length V) :: combine (hidden_widths (W' :: θ)) (hidden_widths (V' :: φ))) (P1 ::
    P)).
      constructor; [|exact HP]. now split.
    + change (stands_for Q P1 W V /\ layers_Phi P1 P (W' :: θ) (V' :: φ)). split; [|exact Hphi].
      split; [now symmetry|]. split; [intros row Hrow; rewrite (proj1 (proj1 HQ)); now apply HV|]. split.
      * intros i t row w Hi Hrow Hw. destruct (Hlabel i _ t (Hrow_at i row Hrow) Hi) as (l & Hl & Hsame).
        rewrite nth_error_map, Hw in Hl. injection Hl as <-. apply (labelled_row_sums E HE xs ys); try assumption.
        apply HW. now apply nth_error_In in Hw.
      * intros i j z row row' Hi Hj Hrow Hrow'. apply (same_rows_sums E HE xs ys); [exact HQ|].
        exact (Hzero i j _ _ z (Hrow_at i row Hrow) (Hrow_at j row' Hrow') Hi Hj).
Qed.

End Fibre.

Theorem layer_fibre : LayerFibre.
Proof.
  intros K L d_in d_out θ φ infinite Hlength Hne Hθ Hφ Hirr.
  set (inputs := seq 0 d_in). pose proof eqb_equivalence as HE.
  assert (Hinputs : length inputs = d_in) by apply seq_length.
  assert (Hcoded : coded Nat.eqb inputs inputs (map Label (seq 0 d_in))).
  { replace (map Label (seq 0 d_in)) with (map Label (seq 0 (length inputs))) by now rewrite Hinputs.
    now apply labels_coded. }
  transitivity (formally_same θ φ nat Nat.eqb inputs inputs).
  - split.
    + intro H. destruct (telling_activation_exists infinite θ φ d_in Hlength Hne) as (σ & x & Hx & Htell).
      now apply Htell, H.
    + intros H σ x Hx. rewrite <- (read_inputs x d_in Hx).
      apply (formally_same_values σ θ φ nat Nat.eqb); [exact HE| |exact H].
      intros i j Hij. apply Nat.eqb_eq in Hij. now rewrite Hij.
  - split.
    + intro H. destruct θ as [|W θ]; [easy|]. destruct φ as [|V φ]; [easy|].
      destruct (codes_of_same θ W φ V nat Nat.eqb inputs inputs (map Label (seq 0 d_in)) d_out) as (P & HP & Hphi);
        try assumption; try (now rewrite Hinputs).
      * apply coordinates_distinct.
      * split; [exact Hcoded|]. split.
        -- intros j y x z _ Hj. rewrite nth_error_map in Hj. now destruct (nth_error (seq 0 d_in) j).
        -- intros i j y y' c c' Hy Hy' Hi Hj Hyy'. apply Nat.eqb_eq in Hyy'. subst y'.
           replace j with i in Hj; [congruence|]. apply (proj1 (NoDup_nth_error inputs) (seq_NoDup _ _)).
           ++ apply nth_error_Some. congruence.
           ++ congruence.
      * intros s Hs. apply in_map, in_seq. rewrite Hinputs in Hs. lia.
      * now apply (irreducible_settled _ d_in d_out).
      * exists P. split; [|exact Hphi]. split; [|exact HP]. unfold hidden_widths. rewrite !map_length.
        clear - Hlength. revert W V φ Hlength. induction θ as [|W' θ IH]; intros W V [|V' φ] Hlength; try easy.
        cbn [removelast length]. f_equal. apply IH. cbn [length] in *. lia.
    + intros (P & (_ & HP) & Hphi).
      apply (Phi_formally_same θ φ P nat Nat.eqb inputs inputs (map Label (seq 0 d_in)) d_out); try assumption;
        try exact HP; now rewrite Hinputs.
Qed.
