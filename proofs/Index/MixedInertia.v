(** Where E isn't 0, a plane with one sign of each kind splits off 2αᵀEω + c·ωᵀBω; so by induction its inertia is
    known. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps OrderedFields Coordinates.
From Equiloss.Index Require Import Order Inertia Sylvester MixedForms.
Import ListNotations.

Local Open Scope nat_scope.

Section Step.

Context {K : OrderedField}.
Add Field K_field : (field_laws K).

Context (a b : nat) (E B : list K -> list K -> K) (x0 y0 : list K) (jA jW : list K -> list K).
Context (HE : bilinear_pairing (S a) (S b) E) (HB : bilinear (S b) B)
  (Hx0 : length x0 = S a) (Hy0 : length y0 = S b) (Hne : E x0 y0 <> zero)
  (CA : linear_coordinates scalars_plus (fun x => length x = S a /\ E x y0 = zero) a jA)
  (CW : linear_coordinates scalars_plus (fun y => length y = S b /\ E x0 y = zero) b jW).

Definition smaller (b' : list K -> list K -> K) (x y : list K) : K := b' (jA x) (jW y).
Definition smaller_bend (y y' : list K) : K := B (jW y) (jW y').

Lemma smaller_pairing : bilinear_pairing a b (smaller E).
Proof.
  destruct HE as [Hr Hl], CA as (IA & _ & _ & LA), CW as (IW & _ & _ & LW). split.
  - intros x Hx s y y' Hy Hy'. unfold smaller. rewrite LW by easy. destruct (IA x Hx), (IW y Hy), (IW y' Hy').
    now apply Hr.
  - intros y Hy s x x' Hx Hx'. unfold smaller. rewrite LA by easy. destruct (IW y Hy), (IA x Hx), (IA x' Hx').
    now apply (Hl (jW y)).
Qed.

Lemma smaller_bend_bilinear : bilinear b smaller_bend.
Proof.
  destruct HB as [Hl Hs], CW as (IW & _ & _ & LW). split.
  - intros x Hx s y y' Hy Hy'. unfold smaller_bend. rewrite LW by easy. destruct (IW x Hx), (IW y Hy), (IW y' Hy').
    now apply Hl.
  - intros x y Hx Hy. destruct (IW x Hx), (IW y Hy). now apply Hs.
Qed.

(** E at sums of x0 or y0 and vectors of the kernels. *)
Lemma pairing_of_sums : forall s x t y, length x = a -> length y = b ->
  E (scalars_plus s (jA x) x0) (scalars_plus t (jW y) y0) = add (smaller E x y) (mul (mul s t) (E x0 y0)).
Proof.
  intros s x t y Hx Hy. destruct HE as [Hr Hl], CA as (IA & _), CW as (IW & _).
  destruct (IA x Hx) as [Hjx Ex], (IW y Hy) as [Hjy Ey].
  assert (Hty : length (scalars_plus t (jW y) y0) = S b) by (rewrite plus_length; congruence).
  rewrite (Hl _ Hty s (jA x) x0 Hjx Hx0 : E (scalars_plus s (jA x) x0) _ = _).
  rewrite !Hr, Ex, Ey by easy. unfold scalar_plus, smaller. ring.
Qed.

Lemma bend_of_sums : forall t y, length y = b ->
  B (scalars_plus t (jW y) y0) (scalars_plus t (jW y) y0) =
  add (smaller_bend y y) (add (mul (mul (add one one) t) (B y0 (jW y))) (mul (mul t t) (B y0 y0))).
Proof.
  intros t y Hy. destruct CW as (IW & _). destruct (IW y Hy) as [Hjy _].
  assert (Hty : length (scalars_plus t (jW y) y0) = S b) by (rewrite plus_length; congruence).
  rewrite (bilinear_left (S b)) by easy. rewrite !(proj1 HB) by easy. rewrite (proj2 HB (jW y) y0) by easy.
  unfold scalar_plus, smaller_bend. ring.
Qed.

Lemma kernels :
  (forall y, kernel_of a b (smaller E) y -> kernel_of (S a) (S b) E (jW y)) /\
  (forall y, kernel_of (S a) (S b) E y -> exists y', kernel_of a b (smaller E) y' /\ jW y' = y).
Proof.
  destruct (split_along a (fun x => E x y0) x0 jA (proj2 HE y0 Hy0) Hx0 Hne CA) as (OA & _ & _).
  destruct CA as (IA & _), CW as (IW & OW & _). split.
  - intros y [Hy Hy']. destruct (IW y Hy) as [Hjy Ey]. split; [exact Hjy|]. intros x Hx.
    destruct (OA x Hx) as (x' & Hx' & <-). destruct (IA x' Hx') as [Hjx _].
    rewrite (proj2 HE (jW y) Hjy _ (jA x') x0 Hjx Hx0 : E (scalars_plus _ (jA x') x0) _ = _), Ey.
    rewrite (Hy' x' Hx' : E (jA x') (jW y) = zero). unfold scalar_plus. ring.
  - intros y [Hy Hy']. destruct (OW y) as (y' & Hlength & <-); [split; [exact Hy|now apply Hy']|].
    exists y'. split; [|easy]. split; [exact Hlength|]. intros x Hx. apply Hy', IA, Hx.
Qed.

Lemma smaller_kernel : forall p q z,
  inertia_on scalars_plus (kernel_of (S a) (S b) E) (fun y => B y y) p q z <->
  inertia_on scalars_plus (kernel_of a b (smaller E)) (fun y => smaller_bend y y) p q z.
Proof.
  intros p q z. destruct kernels as [Hinto Honto], CW as (_ & _ & JW & LW). split.
  - apply (inertia_preimage scalars_plus scalars_plus _ _ jW); try easy.
    + intros s x y. apply kernel_closed, smaller_pairing.
    + intros y y' [Hy _] [Hy' _]. now apply JW.
    + intros s y y' [Hy _] [Hy' _]. now apply LW.
  - apply (inertia_image scalars_plus scalars_plus _ _ jW); try easy.
    + intros y y' [Hy _] [Hy' _]. now apply JW.
    + intros s y y' [Hy _] [Hy' _]. now apply LW.
Qed.

(** The first coordinate is moved so that the terms of y0 with B vanish. *)
Definition moved (c s t : K) (y : list K) : K :=
  add s (opp (mul (mul c (inv (E x0 y0))) (add (B y0 (jW y)) (mul (mul t (inv (add one one))) (B y0 y0))))).

Lemma inertia_step : forall c p q z,
  inertia_on (pair_towards scalars_plus scalars_plus) (of_lengths a b) (mixed (smaller E) smaller_bend c) p q z ->
  inertia_on (pair_towards scalars_plus scalars_plus) (of_lengths (S a) (S b)) (mixed E B c) (S p) (S q) z.
Proof.
  intros c p q z H. destruct (split_along a (fun x => E x y0) x0 jA (proj2 HE y0 Hy0) Hx0 Hne CA) as (OA & VA & UA).
  destruct (split_along b (E x0) y0 jW (proj1 HE x0 Hx0) Hy0 Hne CW) as (OW & VW & UW).
  apply (inertia_sum (pair_towards scalar_plus scalar_plus) (pair_towards scalars_plus scalars_plus) _ (fun _ => True)
    (of_lengths a b) _ (fun u v => (scalars_plus (moved c (fst u) (snd u) (snd v)) (jA (fst v)) x0,
      scalars_plus (snd u) (jW (snd v)) y0)) _ (mixed (smaller E) smaller_bend c))
    with (6 := inertia_plane (E x0 y0) Hne) (7 := H).
  - intros [s t] [x y] _ [Hx Hy]. cbn [fst snd] in *. split; cbn [fst snd]; [now apply VA|now apply VW].
  - intros [x y] [Hx Hy]. cbn [fst snd] in *. destruct (OA x Hx) as (x' & Hx' & Ex), (OW y Hy) as (y' & Hy' & Ey).
    set (t := mul (inv (E x0 y0)) (E x0 y)) in *. set (s := mul (inv (E x0 y0)) (E x y0)) in *.
    exists (add s (add s (opp (moved c s t y'))), t), (x', y'). cbn [fst snd]. split; [easy|]. split; [now split|].
    f_equal; [|exact Ey]. rewrite <- Ex. f_equal. unfold moved. ring.
  - intros [s t] [x y] [s' t'] [x' y'] _ [Hx Hy] _ [Hx' Hy'] [= E1 E2]. cbn [fst snd] in *.
    apply UW in E2 as [-> ->]; [|easy|easy]. apply UA in E1 as [E1 ->]; [|easy|easy]. split; [|easy]. f_equal.
    unfold moved in E1. set (d := opp _) in E1. transitivity (add (add s d) (opp d)); [ring|]. rewrite E1. ring.
  - intros k [s t] [x y] [s' t'] [x' y'] _ [Hx Hy] _ [Hx' Hy']. cbn [fst snd] in *.
    destruct CA as (IA & _ & _ & LA), CW as (IW & _ & _ & LW).
    destruct (IA x Hx) as [Hjx _], (IA x' Hx') as [Hjx' _], (IW y Hy) as [Hjy _], (IW y' Hy') as [Hjy' _].
    unfold pair_towards. cbn [fst snd]. rewrite LA, LW by easy. f_equal.
    + rewrite <- plus_exchange by congruence. f_equal. unfold moved. rewrite LW by easy.
      rewrite (proj1 HB y0 Hy0) by easy. unfold scalar_plus. ring.
    + apply plus_exchange; congruence.
  - intros [s t] [x y] _ [Hx Hy]. cbn [fst snd] in *. unfold mixed. cbn [fst snd].
    rewrite pairing_of_sums, bend_of_sums by easy. unfold moved. field. split; [apply two_not_zero|exact Hne].
Qed.

End Step.

Section MixedInertia.

Context {K : OrderedField}.
Add Field K_field2 : (field_laws K).

Theorem mixed_inertia : forall a b (E B : list K -> list K -> K) p q z,
  bilinear_pairing a b E -> bilinear b B ->
  inertia_on scalars_plus (kernel_of a b E) (fun y => B y y) p q z ->
  exists ρ, b = ρ + (p + q + z) /\ ρ <= a /\
    (ρ = 0 -> forall x y, length x = a -> length y = b -> E x y = zero) /\ forall c u v w, signs [c] u v w ->
    inertia_on (pair_towards scalars_plus scalars_plus) (of_lengths a b) (mixed E B c)
      (ρ + (u * p + v * q)) (ρ + (u * q + v * p)) (a - ρ + ((u + v) * z + w * (p + q + z))).
Proof.
  induction a as [|a IH]; intros b E B p q z HE HB H; destruct (pairing_zero_or_not _ b E HE) as [H0|(x0 & y0 & Hx0 &
    Hy0 & Hne)].
  - exists 0. destruct (inertia_without_mixed 0 b E B p q z H0 H) as [Hb Hforms]. now repeat split.
  - elim Hne. destruct x0; [|easy]. exact (form_zeros 0 _ (proj2 HE y0 Hy0)).
  - exists 0. destruct (inertia_without_mixed (S a) b E B p q z H0 H) as [Hb Hforms].
    split; [exact Hb|]. split; [apply Nat.le_0_l|]. split; [easy|exact Hforms].
  - destruct b as [|b]; [elim Hne; destruct y0; [|easy]; exact (form_zeros 0 _ (proj1 HE x0 Hx0))|].
    destruct (kernel_coordinates a (fun x => E x y0) (proj2 HE y0 Hy0)) as (jA & CA); [now exists x0|].
    destruct (kernel_coordinates b (E x0) (proj1 HE x0 Hx0)) as (jW & CW); [now exists y0|].
    destruct (IH b (smaller jA jW E) (smaller_bend B jW) p q z) as (ρ & Hb & Ha & _ & Hforms).
    + now apply (smaller_pairing a b E x0 y0).
    + now apply (smaller_bend_bilinear b E B x0).
    + now apply (smaller_kernel a b E B x0 y0).
    + exists (S ρ). split; [simpl; congruence|]. split; [now apply le_n_S|]. split; [easy|].
      intros c u v w Hc.
      rewrite Nat.sub_succ. now apply (inertia_step a b E B x0 y0 jA jW), Hforms.
Qed.

(** If a vector other than 0 is paired with 0 only, the rank is smaller. *)
Theorem smaller_rank : forall a b (E B : list K -> list K -> K) p q z ρ x0,
  bilinear_pairing a b E -> bilinear b B ->
  inertia_on scalars_plus (kernel_of a b E) (fun y => B y y) p q z -> b = ρ + (p + q + z) ->
  length x0 = a -> x0 <> zeros a -> (forall y, length y = b -> E x0 y = zero) -> ρ < a.
Proof.
  intros [|a] b E B p q z ρ x0 HE HB H Hρ Hx0 Hne Hzero; [now destruct x0|].
  assert (Hcoordinate : exists l, keeps scalar_plus (S a) l /\ l x0 <> @zero K).
  { clear -Hx0 Hne. revert Hx0 Hne. generalize (S a). intros n. revert x0.
    induction n as [|n IH]; intros [|s x] Hx Hne; try easy.
    injection Hx as Hx. destruct (scalar_eq_dec s zero) as [->|Hs].
    - destruct (IH x Hx) as (l & Hl & Hlx).
      + intros ->. now apply Hne.
      + exists (fun x => l (tl x)). split; [|exact Hlx]. intros k [|c y] [|c' y'] Hy Hy'; try easy.
        apply Hl; [now injection Hy|now injection Hy'].
    - exists (hd zero). split; [|exact Hs]. now intros k [|c y] [|c' y'] Hy Hy'. }
  destruct Hcoordinate as (l & Hl & Hlx). destruct (kernel_coordinates a l Hl) as (j & C); [now exists x0|].
  destruct (split_along a l x0 j Hl Hx0 Hlx C) as (Hon & _ & _). destruct C as (Hinto & _ & _ & Hlinear).
  destruct (mixed_inertia a b (fun x y => E (j x) y) B p q z) as (ρ' & Hρ' & Hle & _).
  - split; [intros x Hx; now apply HE, Hinto|]. intros y Hy s x x' Hx Hx'. rewrite Hlinear by easy.
    destruct (Hinto x Hx), (Hinto x' Hx'). now apply (proj2 HE y Hy).
  - exact HB.
  - apply (inertia_ext scalars_plus (kernel_of (S a) b E) _ (fun y => B y y)); [|easy|exact H]. intro y. split.
    + intros [Hy Hk]. split; [exact Hy|]. intros x Hx. apply Hk, Hinto, Hx.
    + intros [Hy Hk]. split; [exact Hy|]. intros x Hx. destruct (Hon x Hx) as (x' & Hx' & <-).
      destruct (Hinto x' Hx') as [Hjx _].
      rewrite (proj2 HE y Hy _ (j x') x0 Hjx Hx0 : E (scalars_plus _ (j x') x0) y = _).
      rewrite (Hk x' Hx' : E (j x') y = zero), Hzero by exact Hy. unfold scalar_plus. ring.
  - lia.
Qed.

(** There is such a kernel. *)
Theorem kernel_inertia_exists : forall a b (E B : list K -> list K -> K),
  bilinear_pairing a b E -> bilinear b B ->
  exists p q z, inertia_on scalars_plus (kernel_of a b E) (fun y => B y y) p q z.
Proof.
  induction a as [|a IH]; intros b E B HE HB; destruct (pairing_zero_or_not _ b E HE) as [H0|(x0 & y0 & Hx0 & Hy0 &
    Hne)];
    try (destruct (inertia_exists_on_lists b B HB) as (p & q & z & H); exists p, q, z;
      apply (inertia_ext scalars_plus (fun y => length y = b) _ (fun y => B y y)); [|easy|exact H];
      intro y; split; [|now intros [Hy _]]; intro Hy; split; [exact Hy|]; intros x Hx; now apply H0).
  - elim Hne. destruct x0; [|easy]. exact (form_zeros 0 _ (proj2 HE y0 Hy0)).
  - destruct b as [|b]; [elim Hne; destruct y0; [|easy]; exact (form_zeros 0 _ (proj1 HE x0 Hx0))|].
    destruct (kernel_coordinates a (fun x => E x y0) (proj2 HE y0 Hy0)) as (jA & CA); [now exists x0|].
    destruct (kernel_coordinates b (E x0) (proj1 HE x0 Hx0)) as (jW & CW); [now exists y0|].
    destruct (IH b (smaller jA jW E) (smaller_bend B jW)) as (p & q & z & H).
    + now apply (smaller_pairing a b E x0 y0).
    + now apply (smaller_bend_bilinear b E B x0).
    + exists p, q, z. now apply (smaller_kernel a b E B x0 y0 jA jW).
Qed.

End MixedInertia.
