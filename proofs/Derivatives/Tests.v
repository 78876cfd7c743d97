(** The second derivative tells minima and saddles; and o(|h|^k) is the same in all coordinates. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers Coordinates.
From Equiloss.Derivatives Require Import Orders SmallVectors ChainRule Uniqueness.
Import ListNotations.

Local Open Scope nat_scope.

Section Change.

Context {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X).
Hypothesis Hf : linear_coordinates plus S n f.
Add Field change_field : (field_laws K).

Lemma within_sum : forall (a b t c : K) u e, less zero u -> within a (mul e u) -> within b u -> at_most (absolute c) t
  ->
  within (add a (mul b c)) (mul (add e t) u).
Proof.
  intros a b t c u e Hu Ha Hb Hc. apply within_absolute in Ha. apply within_absolute in Hb.
  apply (proj2 (within_absolute _ _)). apply (at_most_trans _ _ _ (absolute_add _ _)).
  replace (mul (add e t) u) with (add (mul e u) (mul u t)) by ring. apply at_most_add; [exact Ha|].
  rewrite absolute_mul. apply product_bound; try apply absolute_at_least_zero; easy.
Qed.

(** A linear map of K^k into S is bounded in the coordinates of S. *)
Lemma image_bounded : forall k (g : list K -> X), keeps plus k g -> (forall y, length y = k -> S (g y)) ->
  exists M, less zero M /\ forall u y, less zero u -> in_cube k u y -> of_size n f (mul M u) (g y).
Proof.
  induction k as [|k IH]; intros g Hg HS.
  - exists one. split; [apply one_positive|]. intros u y Hu [Hy _]. destruct y; [|easy].
    destruct (proj1 (proj2 Hf) (g []) (HS [] eq_refl)) as (x & Hx & E). exists x. split; [exact Hx|]. split; [exact E|].
    assert (Ex : x = zeros n).
    { assert (E' : scalars_plus one x x = x).
      { apply Hf; [rewrite plus_length; easy|easy|]. destruct Hf as (_ & _ & _ & Hkeeps). rewrite Hkeeps, E by easy.
        now rewrite <- Hg. }
      rewrite <- Hx. clear - E'. induction x as [|a x IH]; [easy|]. rewrite plus_cons in E'. injection E' as Ea Ex.
      unfold zeros in *. cbn [length repeat]. f_equal; [|now apply IH].
      replace a with (add (scalar_plus one a a) (opp a)) by (unfold scalar_plus; ring). rewrite Ea. ring. }
    subst x. intros c Hc. apply repeat_spec in Hc. subst c. apply (proj2 (within_absolute _ _)).
    rewrite absolute_zero_value. left. apply less_mul; [apply one_positive|easy].
  - destruct (IH _ (keeps_cons_zero _ _ _ Hg)) as (M & HM & H).
    { intros y Hy. apply HS. simpl. congruence. }
    assert (Hone : length (@one K :: zeros k) = Datatypes.S k) by (simpl; now rewrite zeros_length).
    destruct (proj1 (proj2 Hf) _ (HS _ Hone)) as (e & He & Ee). destruct (entries_bounded e) as (B & HB & HBe).
    exists (add M B). split; [apply add_positive; [easy|now left]|]. intros u y Hu [Hy Hentries].
    destruct y as [|a y]; [easy|]. injection Hy as Hy.
    destruct (H u y Hu) as (x & Hx & Ex & Hbound); [split; [easy|]; intros c Hc; apply Hentries; now right|].
    exists (scalars_plus a x e). split; [rewrite plus_length; congruence|]. split.
    + destruct Hf as (_ & _ & _ & Hkeeps). rewrite Hkeeps, Ex, Ee by easy. symmetry. now apply keeps_cons.
    + intros c Hc. apply (In_nth _ _ zero) in Hc as (j & Hj & <-). rewrite nth_plus by congruence.
      rewrite plus_length in Hj by congruence. apply within_sum; try easy.
      * apply Hbound, nth_In. congruence.
      * apply Hentries. now left.
      * apply HBe, nth_In. congruence.
Qed.

End Change.

Theorem coordinates_do_not_matter : CoordinatesDoNotMatter.
Proof.
  intros K X plus S n n' f f' k r Hf Hf' Hr ε Hε.
  destruct (image_bounded plus S n f Hf n' f') as (M & HM & H);
    [exact (proj2 (proj2 (proj2 Hf')))|exact (proj1 Hf')|].
  pose proof (power_positive M k HM) as HMk.
  destruct (Hr (mul ε (inv (power M k)))) as (δ & Hδ & Hsmall); [now apply less_mul, inverse_positive|].
  pose proof (inverse_positive M HM) as Hinverse. exists (mul (inv M) δ). split; [now apply less_mul|].
  intros u h Hu Huδ (y & Hy & <- & Hentries).
  replace (mul ε (power u k)) with (mul (mul ε (inv (power M k))) (power (mul M u) k)).
  - apply Hsmall; [now apply less_mul| |now apply H].
    apply (less_mul_left _ _ _ HM) in Huδ. revert Huδ. generalize (positive_not_zero M HM). clear. intros HM Huδ.
    assert (E : forall t : K, mul M (mul (inv M) t) = t).
    { intro t. pose proof (field_laws K) as HK. destruct HK as [HR _ _ Hinv]. destruct HR.
      rewrite Rmul_assoc, (Rmul_comm M), (Hinv M HM). apply Rmul_1_l. }
    now rewrite E in Huδ.
  - rewrite power_mul. generalize (positive_not_zero _ HMk). generalize (power M k). clear. intros t Ht.
    pose proof (field_laws K) as HK. destruct HK as [HR _ _ Hinv]. destruct HR.
    rewrite <- Rmul_assoc. f_equal. rewrite Rmul_assoc, (Hinv t Ht). apply Rmul_1_l.
Qed.

Section Test.

Context {K : OrderedField} {X : Type} (plus : K -> X -> X -> X) (S : X -> Prop) (n : nat) (f : list K -> X)
  (F : X -> K) (p : X) (b : X -> X -> K).
Hypothesis Hf : linear_coordinates plus S n f.
Hypothesis Hp : S p.
Hypothesis Hb : bilinear_on plus S b.
Hypothesis Hexpansion : second_derivative plus n f F p (fun _ => zero) (fun h => b h h).
Add Field test_field : (field_laws K).

Lemma half_of_positive : less zero (@inv K (add one one)).
Proof. apply inverse_positive, add_positive; [apply one_positive|left; apply one_positive]. Qed.

(** |F(p+h) − F(p) − ½q| ≤ e and e < |½q|: the sign is that of q. *)
Lemma below_if : forall a c q e : K, within (add a (opp (add c (add zero q)))) e -> less (add q e) zero -> less a c.
Proof.
  intros a c q e [_ H] Hq. apply less_by_difference. apply at_most_by_difference in H. apply less_opp in Hq.
  replace (add c (opp a)) with (add (opp (add q e)) (add e (opp (add a (opp (add c (add zero q))))))) by ring.
  now apply add_positive.
Qed.

Lemma above_if : forall a c q e : K, within (add a (opp (add c (add zero q)))) e -> less e q -> less c a.
Proof.
  intros a c q e [H _] Hq. apply less_by_difference. apply at_most_by_difference in H. apply less_by_difference in Hq.
  replace (add a (opp c)) with
    (add (add q (opp e)) (add (add a (opp (add c (add zero q)))) (opp (opp e)))) by ring.
  now apply add_positive.
Qed.

Lemma lower_values : forall h, S h -> less (b h h) zero -> forall u, less zero u ->
  exists h', of_size n f u h' /\ less (F (plus one p h')) (F p).
Proof.
  intros h Hh Hnegative u Hu. destruct (proj1 (proj2 Hf) h Hh) as (x & Hx & <-).
  set (q := b (f x) (f x)) in *. assert (Hε : less zero (mul (mul (opp q) (inv (add one one))) (inv (add one one)))).
  { apply less_mul; [|apply half_of_positive]. apply less_mul; [|apply half_of_positive]. now apply less_opp. }
  destruct (small_on_line n f 2 _ x Hx Hexpansion _ Hε) as (δ & Hδ & H).
  destruct (entries_bounded x) as (B & HB & HBx).
  destruct (smaller δ (mul u (inv B))) as (e & He & He1 & He2); [easy|now apply less_mul, inverse_positive|].
  destruct (between_zero_and e He) as (t & Ht & Hte). exists (f (multiple n t x)). split.
  - exists (multiple n t x). split; [now apply multiple_length|]. split; [easy|]. intros c Hc.
    apply (In_nth _ _ zero) in Hc as (j & Hj & <-). unfold multiple in *.
    rewrite plus_length in Hj by (rewrite zeros_length; congruence). rewrite zeros_length in Hj.
    rewrite nth_plus by (rewrite zeros_length; congruence). rewrite nth_zeros.
    replace (add zero (mul t (nth j x zero))) with (mul t (nth j x zero)) by ring.
    apply (proj2 (within_absolute _ _)). rewrite absolute_mul, (absolute_of_positive t) by now left.
    apply (at_most_trans _ (mul (mul u (inv B)) B)).
    + apply product_bound; [now left|apply absolute_at_least_zero| |apply HBx, nth_In; congruence].
      left. now apply (less_at_most _ e).
    + right. field. now apply positive_not_zero.
  - specialize (H t Ht (less_at_most _ _ _ Hte He1)). destruct Hb as [Hb1 Hb2].
    pose proof (in_space plus S n f Hf _ (multiple_length n t x Hx)) as Hspace.
    pose proof (in_space plus S n f Hf x Hx) as Hspace'.
    rewrite (form_at_multiple plus S n f Hf (b _)) in H by (easy || now apply Hb1).
    rewrite (form_at_multiple plus S n f Hf (fun v => b v (f x))) in H by (easy || now apply Hb2).
    fold q in H. apply within_absolute in H. eapply below_if; [exact H|].
    apply less_opp.
    replace (opp (add (mul (inv (add one one)) (mul t (mul t q))) (mul (mul (mul (opp q) (inv (add one one))) (inv
      (add one one))) (power t 2))))
      with (mul (mul t t) (mul (mul (opp q) (inv (add one one))) (inv (add one one)))) by (simpl; field;
        apply two_not_zero).
    apply less_mul; [now apply less_mul|exact Hε].
Qed.

(** The largest entry. *)
Lemma largest : forall y : list K, exists u, at_most zero u /\ (forall c, In c y -> within c u) /\
  (u = zero \/ exists j, j < length y /\ absolute (nth j y zero) = u).
Proof.
  induction y as [|c y (u & Hu & Hbound & Hreached)].
  - exists zero. split; [apply at_most_refl|]. split; [easy|now left].
  - destruct (less_total u (absolute c)) as [H|H].
    + exists (absolute c). split; [apply absolute_at_least_zero|]. split.
      * intros c' [<-|Hc']; [apply absolute_within|]. apply (proj2 (within_absolute _ _)).
        apply (at_most_trans _ u); [now apply (proj1 (within_absolute _ _)), Hbound|now left].
      * right. exists 0. split; [simpl; lia|easy].
    + exists u. split; [easy|]. split.
      * intros c' [<-|Hc']; [|now apply Hbound]. apply (proj2 (within_absolute _ _)).
        destruct H as [->|H]; [apply at_most_refl|now left].
      * destruct Hreached as [->|(j & Hj & E)]; [now left|]. right. exists (Datatypes.S j). split; [simpl; lia|easy].
Qed.

Lemma positive_signs : forall d k, signs d k 0 0 -> exists m, less zero m /\ forall c, In c d -> @at_most K m c.
Proof.
  induction d as [|c d IH]; intros k H; [exists one; split; [apply one_positive|easy]|].
  inversion H as [|? ? ? ? ? Hc Hd| |]; subst. destruct (IH _ Hd) as (m & Hm & Hbound).
  destruct (smaller m c Hm Hc) as (m' & Hm' & H1 & H2). exists m'. split; [easy|]. intros c' [<-|Hc']; [easy|].
  apply (at_most_trans _ m); [easy|now apply Hbound].
Qed.

Lemma square_at_least_zero : forall c : K, at_most zero (mul c c).
Proof.
  intro c. destruct (less_total zero c) as [H|[<-|H]]; [left; now apply less_mul|right; ring|].
  left. replace (mul c c) with (mul (opp c) (opp c)) by ring. apply less_opp in H. now apply less_mul.
Qed.

Lemma square_of_absolute : forall c : K, mul c c = mul (absolute c) (absolute c).
Proof. intro c. rewrite <- absolute_mul. symmetry. apply absolute_of_positive, square_at_least_zero. Qed.

Lemma diagonal_at_least : forall m (d y : list K) j, less zero m -> (forall c, In c d -> at_most m c) ->
  length y = length d -> j < length y -> at_most (mul m (mul (nth j y zero) (nth j y zero))) (diagonal d y).
Proof.
  intros m d. induction d as [|c d IH]; intros [|a y] j Hm Hd Hl Hj; try easy.
  injection Hl as Hl. change (diagonal (c :: d) (a :: y)) with (add (mul c (mul a a)) (diagonal d y)).
  assert (Hc : at_most (mul m (mul a a)) (mul c (mul a a))).
  { apply at_most_mul_right; [apply square_at_least_zero|apply Hd; now left]. }
  assert (Htail : forall d y, (forall c : K, In c d -> at_most m c) -> at_most zero (diagonal d y)).
  { clear - Hm. induction d as [|c d IH]; intros [|a y] Hd; try apply at_most_refl.
    change (diagonal (c :: d) (a :: y)) with (add (mul c (mul a a)) (diagonal d y)).
    replace (@zero K) with (@add K zero zero) by ring. apply at_most_add; [|apply IH; intros; apply Hd; now right].
    apply product_at_least_zero; [|apply square_at_least_zero]. apply (at_most_trans _ m); [now left|apply Hd;
      now left]. }
  destruct j as [|j]; cbn [nth].
  - replace (mul m (mul a a)) with (add (mul m (mul a a)) zero) by ring. apply at_most_add; [exact Hc|].
    apply Htail. intros; apply Hd; now right.
  - replace (mul m (mul (nth j y zero) (nth j y zero))) with (add zero (mul m (mul (nth j y zero) (nth j y zero)))) by
      ring.
    apply at_most_add.
    + apply (at_most_trans _ (mul m (mul a a))); [|exact Hc].
      apply product_at_least_zero; [now left|apply square_at_least_zero].
    + apply IH; try easy; [intros; apply Hd; now right|simpl in Hj; lia].
Qed.

Lemma strict_minimum : inertia_on plus S (fun h => b h h) n 0 0 -> exists δ, less zero δ /\
  forall u h, less zero u -> less u δ -> of_size n f u h -> less (F p) (F (plus one p h)) \/ plus one p h = p.
Proof.
  intros (g & d & Hg & Hdiagonal & Hsigns). destruct (positive_signs d n Hsigns) as (m & Hm & Hd).
  pose proof (coordinates_do_not_matter K X plus S n (length d) f g 2 _ Hf Hg Hexpansion) as Hg2.
  assert (Hε : less zero (mul (mul m (inv (add one one))) (inv (add one one)))).
  { apply less_mul; [|apply half_of_positive]. apply less_mul; [easy|apply half_of_positive]. }
  destruct (Hg2 _ Hε) as (δ & Hδ & H).
  destruct (image_bounded plus S (length d) g Hg n f) as (M & HM & Hsize);
    [exact (proj2 (proj2 (proj2 Hf)))|exact (proj1 Hf)|].
  exists (mul δ (inv M)). split; [now apply less_mul, inverse_positive|]. intros u h Hu Huδ (x & Hx & <- & Hentries).
  destruct (Hsize u x Hu) as (y & Hy & Ey & Hbound); [now split|].
  destruct (largest y) as (v & [Hv|<-] & Hlargest & Hreached).
  - destruct Hreached as [->|(j & Hj & Ej)]; [now elim (less_irreflexive K zero)|].
    left. assert (Hvδ : less v δ).
      { apply (at_most_less _ (mul M u)).
        - rewrite <- Ej. apply (proj1 (within_absolute _ _)), Hbound, nth_In. congruence.
        - replace δ with (mul M (mul δ (inv M))) by (field; now apply positive_not_zero). now apply less_mul_left. }
      specialize (H v (g y) Hv Hvδ). rewrite <- Ey. eapply above_if; [apply H; now exists y|].
      apply (less_at_most _ (mul (inv (add one one)) (mul m (mul (nth j y zero) (nth j y zero))))).
      * rewrite square_of_absolute, Ej. simpl. apply less_by_difference.
        replace (add (mul (inv (add one one)) (mul m (mul v v))) (opp (mul (mul (mul m (inv (add one one))) (inv (add
          one one))) (mul v (mul v one)))))
          with (mul (mul (mul m (inv (add one one))) (inv (add one one))) (mul v v)) by (field; apply two_not_zero).
        apply less_mul; [exact Hε|now apply less_mul].
      * apply at_most_mul; [left; apply half_of_positive|]. rewrite Hdiagonal by exact Hy. now apply diagonal_at_least.
  - right. clear Hreached. destruct (proj1 (proj2 Hf) p Hp) as (x0 & Hx0 & Ep).
    assert (Ez : f x = f (zeros n)).
    { assert (Hzeros : y = zeros (length d)).
      { rewrite <- Hy. clear - Hlargest. induction y as [|c y IH]; [easy|]. unfold zeros in *. cbn [length repeat].
        f_equal; [|apply IH; intros; apply Hlargest; now right].
        apply absolute_zero, (proj1 (within_absolute _ _)), Hlargest. now left. }
      rewrite <- Ey, Hzeros. assert (Hidempotent : forall k (φ : list K -> X), linear_coordinates plus S k φ ->
        plus one (φ (zeros k)) (φ (zeros k)) = φ (zeros k)).
      { intros k φ (_ & _ & _ & Hkeeps). rewrite <- Hkeeps by apply zeros_length. f_equal.
        pose proof (plus_zeros one (zeros (K := K) k)) as E. now rewrite zeros_length in E. }
      destruct (proj1 (proj2 Hf) (g (zeros (length d)))) as (z & Hz & E); [apply Hg, zeros_length|].
      rewrite <- E. f_equal. pose proof (Hidempotent _ g Hg) as E2. rewrite <- E in E2.
      destruct Hf as (_ & _ & Hinjective & Hkeeps). rewrite <- Hkeeps in E2 by easy.
      apply Hinjective in E2; [|rewrite plus_length; easy|easy]. rewrite <- Hz. clear - E2.
      induction z as [|a z IH]; [easy|]. rewrite plus_cons in E2. injection E2 as Ea Ez. unfold zeros in *.
        cbn [length repeat].
      f_equal; [|now apply IH]. replace a with (add (scalar_plus one a a) (opp a)) by (unfold scalar_plus; ring).
      rewrite Ea. ring. }
    rewrite Ez, <- Ep. destruct Hf as (_ & _ & _ & Hkeeps). rewrite <- Hkeeps by (easy || apply zeros_length). f_equal.
    rewrite <- Hx0. apply plus_zeros.
Qed.

End Test.
