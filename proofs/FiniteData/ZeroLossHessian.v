(** Σ_k (J_k·v)² on K^n: it has as many positive eigenvalues as the rows of J are independent. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Index Require Import SecondVariation Order Inertia Sylvester MixedForms MixedInertia.
Import ListNotations.

Local Open Scope nat_scope.

Section Scalars.

Context {K : Field}.
Add Field scalars_field : (field_laws K).

Lemma two_equal_squares : forall a b : K,
  sum (map (fun row => mul (dot row [a; b]) (dot row [a; b])) [[one; zero]; [one; zero]]) =
  diagonal [add one one; zero] [a; b].
Proof. intros a b. unfold diagonal, dot, sum. simpl. ring. Qed.

Lemma sum_with_zero : forall s : K, add s zero = s.
Proof. intro s. ring. Qed.

End Scalars.

Section Hessian.

Context {K : OrderedField} (n : nat) (J : list (list K)).
Hypothesis HJ : forall row, In row J -> length row = n.
Add Field hessian_field : (field_laws K).

Definition squares_form (v : list K) : K := sum (map (fun row => mul (dot row v) (dot row v)) J).

Lemma dot_plus : forall (row x y : list K) s, length x = length row -> length y = length row ->
  dot row (scalars_plus s x y) = scalar_plus s (dot row x) (dot row y).
Proof.
  induction row as [|c row IH]; intros [|a x] [|b y] s Hx Hy; try easy; [unfold dot, scalar_plus, sum; simpl; ring|].
  rewrite plus_cons. change (add (mul c (scalar_plus s a b)) (dot row (scalars_plus s x y)) =
    scalar_plus s (add (mul c a) (dot row x)) (add (mul c b) (dot row y))).
  rewrite IH by solve [now injection Hx | now injection Hy]. unfold scalar_plus. ring.
Qed.

Lemma times_plus : keeps scalars_plus n (times J).
Proof.
  intros s x y Hx Hy. unfold times, scalars_plus, list_plus. induction J as [|row J' IH]; [easy|]. simpl.
  rewrite IH by (intros r Hr; apply HJ; now right). f_equal.
  apply dot_plus; rewrite (HJ row); easy || now left.
Qed.

(** The form is the square of J v. *)
Lemma form_is_square : forall v, squares_form v = diagonal (repeat one (length J)) (times J v).
Proof.
  intro v. unfold squares_form, diagonal, times. clear HJ. induction J as [|row J' IH]; [easy|].
  unfold sum in *. simpl. rewrite IH. ring.
Qed.

Definition in_kernel (v : list K) : Prop := length v = n /\ times J v = zeros (length J).

Lemma dot_all_zero : forall (y : list K), (forall x, length x = length y -> dot x y = zero) -> y = zeros (length y).
Proof.
  induction y as [|c y IH]; intro H; [easy|]. unfold zeros in *. simpl. f_equal.
  - specialize (H (one :: repeat zero (length y))). simpl in H. rewrite repeat_length in H. specialize (H eq_refl).
    change (add (mul one c) (dot (repeat zero (length y)) y) = zero) in H.
    assert (E : dot (repeat zero (length y)) y = zero).
    { clear. induction y as [|c y IH]; [easy|]. change (add (mul zero c) (dot (repeat zero (length y)) y) = zero).
      rewrite IH. ring. }
    rewrite E in H. rewrite <- H. ring.
  - apply IH. intros x Hx. specialize (H (zero :: x)). simpl in H. rewrite Hx in H. specialize (H eq_refl).
    change (add (mul zero c) (dot x y) = zero) in H. rewrite <- H. ring.
Qed.

Lemma dot_zeros : forall (x : list K) k, dot x (zeros k) = zero.
Proof.
  induction x as [|c x IH]; intros [|k]; try easy.
  change (add (mul c zero) (dot x (zeros k)) = zero). rewrite IH. ring.
Qed.

Lemma dot_linear : forall (x x' y : list K) s, length x = length y -> length x' = length y ->
  dot (scalars_plus s x x') y = scalar_plus s (dot x y) (dot x' y).
Proof.
  induction x as [|a x IH]; intros [|b x'] [|c y] s Hx Hx'; try easy; [unfold dot, scalar_plus, sum; simpl; ring|].
  rewrite plus_cons. change (add (mul (scalar_plus s a b) c) (dot (scalars_plus s x x') y) =
    scalar_plus s (add (mul a c) (dot x y)) (add (mul b c) (dot x' y))).
  rewrite IH by solve [now injection Hx | now injection Hx']. unfold scalar_plus. ring.
Qed.

Lemma kernel_inertia : exists z, inertia_on scalars_plus in_kernel (fun _ => @zero K) 0 0 z.
Proof.
  set (E := fun x y : list K => dot x (times J y)).
  assert (HE : bilinear_pairing (length J) n E).
  { split.
    - intros x Hx s y y' Hy Hy'. unfold E. rewrite times_plus by easy. apply dot_plus; unfold times; now rewrite map_length.
    - intros y Hy s x x' Hx Hx'. unfold E. apply dot_linear; unfold times; now rewrite map_length. }
  destruct (kernel_inertia_exists (length J) n E (fun _ _ => zero) HE) as (p & q & z & H).
  { split; [|easy]. intros x _ s y y' _ _. unfold scalar_plus. ring. }
  apply inertia_coordinates in H as (f & Hf). exists (p + q + z).
  apply (inertia_ext scalars_plus (kernel_of (length J) n E) in_kernel (fun _ => zero)); [|easy|].
  - intro y. unfold kernel_of, in_kernel, E. split; intros [Hy H]; (split; [exact Hy|]).
    + assert (Hlength : length (times J y) = length J) by (unfold times; now rewrite map_length).
      rewrite <- Hlength. apply dot_all_zero. intros x Hx. apply H. congruence.
    + intros x _. rewrite H. apply dot_zeros.
  - now apply (inertia_zero _ _ _ _ f).
Qed.

(** ** A regular value *)

Hypothesis regular : forall y, length y = length J -> exists v, length v = n /\ times J v = y.

Lemma plus_app : forall s (x x' y y' : list K), length x = length y ->
  scalars_plus s (x ++ x') (y ++ y') = scalars_plus s x y ++ scalars_plus s x' y'.
Proof.
  intros s. induction x as [|a x IH]; intros x' [|b y] y' H; try easy. cbn [app]. rewrite !plus_cons. cbn [app].
  f_equal. apply IH. now injection H.
Qed.

Lemma plus_zero_left : forall s (x : list K), scalars_plus s (zeros (length x)) x = map (mul s) x.
Proof.
  intros s. induction x as [|a x IH]; [easy|]. unfold zeros in *. cbn [length repeat]. rewrite plus_cons, IH. simpl.
  f_equal. unfold scalar_plus. ring.
Qed.

(** Preimages, chosen linearly, of the values that end in y. *)
Lemma partial_section : forall k, k <= length J -> exists s, keeps scalars_plus k s /\
  forall y, length y = k -> length (s y) = n /\ times J (s y) = zeros (length J - k) ++ y.
Proof.
  induction k as [|k IH]; intro Hk.
  - exists (fun _ => zeros n). split.
    + intros c x y _ _. rewrite <- (zeros_length (K := K) n) at 3. now rewrite plus_zeros.
    + intros y Hy. split; [apply zeros_length|]. apply length_zero_iff_nil in Hy. subst. rewrite Nat.sub_0_r, app_nil_r.
      apply vectors_zeros; [apply times_plus|]. unfold times. apply map_length.
  - destruct IH as (s & Hs & Hvalue); [lia|].
    destruct (regular (zeros (length J - S k) ++ one :: zeros k)) as (v & Hv & Ev).
    { rewrite app_length. cbn [length]. rewrite !zeros_length. lia. }
    exists (fun y => scalars_plus (hd zero y) (s (tl y)) v). split.
    + intros c [|a x] [|b y] Hx Hy; try easy. injection Hx as Hx. injection Hy as Hy. rewrite plus_cons. cbn [hd tl].
      rewrite Hs by easy. destruct (Hvalue x Hx) as [Hsx _], (Hvalue y Hy) as [Hsy _].
      apply plus_exchange; congruence.
    + intros [|a y] Hy; [easy|]. injection Hy as Hy. cbn [hd tl]. destruct (Hvalue y Hy) as [Hsy E].
      split; [rewrite plus_length; congruence|]. rewrite times_plus, E, Ev by easy.
      replace (zeros (length J - k) ++ y) with (zeros (length J - S k) ++ zero :: y).
      * rewrite plus_app by easy. rewrite plus_cons. f_equal.
        -- pose proof (plus_zeros a (zeros (K := K) (length J - S k))) as H. now rewrite zeros_length in H.
        -- f_equal; [unfold scalar_plus; ring|]. rewrite <- Hy. apply plus_zeros.
      * replace (length J - k) with (length J - S k + 1) by lia. unfold zeros. rewrite repeat_app, <- app_assoc. easy.
Qed.

Theorem regular_inertia : length J <= n /\
  inertia_on scalars_plus (fun v => length v = n) squares_form (length J) 0 (n - length J).
Proof.
  destruct (partial_section (length J) (le_n _)) as (s & Hs & Hvalue).
  assert (Hsection : forall y, length y = length J -> length (s y) = n /\ times J (s y) = y).
  { intros y Hy. destruct (Hvalue y Hy) as [Hl E]. split; [exact Hl|]. now rewrite Nat.sub_diag in E. }
  clear Hvalue. destruct kernel_inertia as [z Hz].
  assert (Hones : inertia_on scalars_plus (fun y : list K => length y = length J)
    (fun y => diagonal (repeat one (length J)) y) (length J) 0 0).
  { exists (fun y => y), (repeat one (length J)). rewrite repeat_length. split; [apply own_coordinates|]. split; [easy|].
    clear. induction (length J) as [|k IH]; simpl; constructor; [apply one_positive|exact IH]. }
  assert (Htimes : forall v, length (times J v) = length J) by (intro; unfold times; apply map_length).
  assert (Hinertia : inertia_on scalars_plus (fun v => length v = n) squares_form (length J + 0) (0 + 0) (0 + z)).
  { apply (inertia_sum scalars_plus scalars_plus scalars_plus (fun y => length y = length J) in_kernel
      (fun v => length v = n) (fun y v => scalars_plus one (s y) v)
      (fun y => diagonal (repeat one (length J)) y) (fun _ => zero)); try assumption.
    - intros y v Hy [Hv _]. destruct (Hsection y Hy) as [Hl _]. rewrite plus_length; congruence.
    - intros v Hv. destruct (Hsection (times J v) (Htimes v)) as [Hl E].
      exists (times J v), (scalars_plus (opp one) v (s (times J v))). split; [apply Htimes|]. split.
      + split; [rewrite plus_length; congruence|]. rewrite times_plus, E by easy.
        rewrite <- (Htimes v). generalize (times J v). intro y. clear.
        induction y as [|a y IH]; [easy|]. rewrite plus_cons, IH. unfold zeros. simpl. f_equal. unfold scalar_plus. ring.
      + revert Hl. generalize (s (times J v)). intros w Hw. rewrite <- Hv in Hw. clear - Hw. revert v Hw.
        induction w as [|a w IH]; intros [|b v] Hw; try easy. injection Hw as Hw. rewrite !plus_cons, (IH v Hw).
        f_equal. unfold scalar_plus. ring.
    - intros y v y' v' Hy [Hv Ev] Hy' [Hv' Ev'] E. destruct (Hsection y Hy) as [Hl Es], (Hsection y' Hy') as [Hl' Es'].
      assert (Ey : y = y').
      { pose proof (f_equal (times J) E) as H. rewrite !times_plus, Es, Es', Ev, Ev' in H by easy.
        rewrite <- Hy in H at 1. rewrite plus_zeros in H. rewrite <- Hy' in H at 1. now rewrite plus_zeros in H. }
      split; [exact Ey|]. subst y'. rewrite <- Hl in Hv, Hv'. clear - E Hv Hv'. revert v v' Hv Hv' E.
      induction (s y) as [|a w IH]; intros [|b v] [|b' v'] Hv Hv' E; try easy. rewrite !plus_cons in E.
      injection E as E E'. f_equal; [|apply IH; [now injection Hv|now injection Hv'|exact E']].
      unfold scalar_plus in E. replace b with (add (add a (mul one b)) (opp a)) by ring. rewrite E. ring.
    - intros c y v y' v' Hy [Hv _] Hy' [Hv' _]. destruct (Hsection y Hy) as [Hl _], (Hsection y' Hy') as [Hl' _].
      rewrite Hs by easy. rewrite <- Hl in Hv, Hv', Hl'. clear - Hv Hv' Hl'. revert v v' Hv Hv'. revert Hl'.
      generalize (s y') as w'. induction (s y) as [|a w IH]; intros [|a' w'] Hw [|b v] [|b' v'] Hv Hv'; try easy.
      rewrite !plus_cons. f_equal; [unfold scalar_plus; ring|]. apply IH; [now injection Hw|now injection Hv|now injection Hv'].
    - intros y v Hy [Hv Ev]. destruct (Hsection y Hy) as [Hl E]. rewrite form_is_square, times_plus, E, Ev by easy.
      rewrite <- Hy at 2. rewrite plus_zeros. ring. }
  rewrite !Nat.add_0_r in Hinertia. simpl in Hinertia.
  apply inertia_coordinates in Hinertia as Hcoordinates. destruct Hcoordinates as (f & Hf).
  pose proof (coordinates_unique scalars_plus _ _ _ _ _ Hf (own_coordinates n)) as Hn.
  replace (n - length J) with z by lia. split; [lia|exact Hinertia].
Qed.

End Hessian.

Theorem hessian_on_zero_loss : HessianOnZeroLoss.
Proof. intros K n J HJ Hregular. now apply regular_inertia. Qed.

Theorem hypersurfaces_are_not_enough : HypersurfacesAreNotEnough.
Proof.
  intro K. pose proof (one_positive (K := K)) as Hone. pose proof (positive_not_zero _ Hone) as Hne.
  exists [[one; zero]; [one; zero]]. split; [easy|]. split.
  { intros row [<-|[<-|[]]]; (split; [easy|]); now intros [= E]. }
  exists (fun v => v), [add one one; zero]. split; [apply own_coordinates|]. split.
  - intros [|a [|b [|]]] Hv; try easy. apply two_equal_squares.
  - constructor; [now apply add_positive; [|left]|]. constructor. constructor.
Qed.

Theorem second_variation_at_zero_loss : SecondVariationAtZeroLoss.
Proof.
  intros K W A X L θ δ H. unfold second_variation. apply sum_ext. intros x Hx. cbv zeta. rewrite H by exact Hx.
  apply sum_with_zero.
Qed.
