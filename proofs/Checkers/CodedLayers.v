(** Networks of Φ_P compute one function, with biases as without; and Φ_P holds the lines through its points. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Layers Require Import FormalUnits FormalValues UnitCodes LayerFibre.
From Equiloss.Checkers Require Import CheckedLayeredPath.
Import ListNotations.

Local Open Scope nat_scope.

Section Coded.

Context {K : Field} (biased : bool).
Add Field K_field_coded_layers : (field_laws K).

(** φ is in Φ_P; the codes of its outputs come last. *)
Fixpoint coded_layers (Q : list code) (P : list (list code)) (θ φ : list (matrix K)) : Prop :=
  match θ, φ, P with
  | [], [], [] => True
  | W :: θ', V :: φ', P1 :: P' =>
      (forall t, In (Label t) P1 -> t < length W) /\ stands_for (columns_coded biased Q) P1 W V /\
      coded_layers P1 P' θ' φ'
  | _, _, _ => False
  end.

Definition fitting (d_in d_out : nat) (θ : list (matrix K)) : Prop :=
  if biased then biased_shaped d_in d_out θ else shaped d_in d_out θ.

(** ** Values *)

Context {L : VectorSpace K} (e : L) (σ : L -> L).

Definition fed (x : list L) : list L := if biased then e :: x else x.
Definition values (θ : list (matrix K)) (x : list L) : list L :=
  if biased then biased_values e σ θ x else layers_values σ θ x.
Definition equal (u v : L) : bool := if vector_eq_dec u v then true else false.

Lemma equal_true : forall u v, equal u v = true <-> u = v.
Proof. intros u v. unfold equal. now destruct (vector_eq_dec u v). Qed.

Lemma equal_equivalence : equivalence equal.
Proof. split; [|split]; intros *; rewrite ?equal_true; congruence. Qed.

Lemma fitting_cons : forall d_in d_out M θ, fitting d_in d_out (M :: θ) ->
  (forall row, In row M -> length row = if biased then S d_in else d_in) /\ fitting (length M) d_out θ.
Proof. intros d_in d_out M θ. unfold fitting. now destruct biased. Qed.

Lemma values_one : forall M x, values [M] x = times_over M (fed x).
Proof. intros M x. unfold values, fed. now destruct biased. Qed.

Lemma values_cons : forall M M' θ x, values (M :: M' :: θ) x = values (M' :: θ) (map σ (times_over M (fed x))).
Proof. intros M M' θ x. unfold values, fed. now destruct biased. Qed.

Lemma coded_map : forall X Y (E : X -> X -> bool) (F : Y -> Y -> bool) f xs ys Q,
  (forall x y, E x y = true -> F (f x) (f y) = true) -> coded E xs ys Q -> coded F (map f xs) (map f ys) Q.
Proof.
  intros X Y E F f xs ys Q Hf (Hlength & Hlabel & Hzero). split; [now rewrite map_length|]. split.
  - intros j y t Hy Ht. rewrite nth_error_map in Hy. destruct (nth_error ys j) as [u|] eqn:Hu; [|easy].
    injection Hy as <-. destruct (Hlabel j u t Hu Ht) as (x & Hx & Hxu). exists (f x). rewrite nth_error_map, Hx.
    now split; [|apply Hf].
  - intros i j y y' z Hy Hy' Hi Hj. rewrite nth_error_map in Hy, Hy'.
    destruct (nth_error ys i) as [u|] eqn:Hu, (nth_error ys j) as [v|] eqn:Hv; try easy.
    injection Hy as <-. injection Hy' as <-. apply Hf. exact (Hzero i j u v z Hu Hv Hi Hj).
Qed.

Lemma coded_fed : forall xs ys Q, coded equal xs ys Q -> coded equal (fed xs) (fed ys) (columns_coded biased Q).
Proof.
  intros xs ys Q H. unfold fed, columns_coded. destruct biased; [|exact H].
  destruct H as (Hlength & Hlabel & Hzero).
  assert (Hat : forall j c, nth_error (map after_bias Q) j = Some c ->
    exists d, c = after_bias d /\ nth_error Q j = Some d).
  { intros j c Hc. rewrite nth_error_map in Hc. destruct (nth_error Q j) as [d|]; [|easy]. injection Hc as <-.
    now exists d. }
  split; [cbn [length]; now rewrite map_length, Hlength|]. split.
  - intros [|j] y t Hy Ht.
    + injection Hy as <-. injection Ht as <-. exists e. now split; [|apply equal_true].
    + apply Hat in Ht as ([s|z] & Ht & Hs); [|easy]. injection Ht as ->. exact (Hlabel j y s Hy Hs).
  - intros [|i] [|j] y y' z Hy Hy' Hi Hj; try easy. apply Hat in Hi as ([s|z1] & Ez & Hi); [easy|].
    apply Hat in Hj as ([s|z2] & Ez' & Hj); [easy|]. injection Ez as <-. injection Ez' as <-.
    exact (Hzero i j y y' z Hy Hy' Hi Hj).
Qed.

Lemma times_over_values : forall (M : matrix K) (x : list L),
  times_over M x = map (sum_value (fun v : L => v)) (map (combine x) M).
Proof.
  intros M x. unfold times_over. rewrite map_map. apply map_ext. intro row. unfold sum_value. f_equal.
  revert row. induction x as [|v x IH]; intros [|s row]; try reflexivity. cbn [combine map fst snd]. now rewrite IH.
Qed.

Lemma coded_times : forall xs ys Q P (W V : matrix K), coded equal xs ys Q ->
  (forall w, In w W -> length w = length xs) -> (forall t, In (Label t) P -> t < length W) -> stands_for Q P W V ->
  coded equal (times_over W xs) (times_over V ys) P.
Proof.
  intros xs ys Q P W V H HW HP Hstands. rewrite !times_over_values.
  apply (coded_map _ _ (same_sum equal) equal).
  - intros l l' Hl. apply equal_true. apply (same_sum_value equal equal_equivalence); [|exact Hl].
    intros u v. apply equal_true.
  - apply (stands_for_coded L equal xs ys Q); try assumption. apply equal_equivalence.
Qed.

Lemma coded_all : forall xs ys, coded equal xs ys (map Label (seq 0 (length xs))) -> xs = ys.
Proof.
  intros xs ys (Hlength & Hlabel & _). rewrite map_length, seq_length in Hlength.
  apply (nth_ext _ _ vzero vzero); [exact Hlength|]. intros j Hj.
  assert (Hy : nth_error ys j = Some (nth j ys vzero)) by (apply nth_error_nth'; lia).
  destruct (Hlabel j _ j Hy) as (x & Hx & E).
  - rewrite nth_error_map, (nth_error_nth' _ 0) by (now rewrite seq_length). now rewrite seq_nth.
  - apply equal_true in E. rewrite <- E. now apply nth_error_nth.
Qed.

Lemma coded_values : forall θ φ P Q d_in d_out xs ys, θ <> [] -> coded equal xs ys Q -> length xs = d_in ->
  fitting d_in d_out θ -> coded_layers Q P θ φ -> last P [] = map Label (seq 0 d_out) -> values θ xs = values φ ys.
Proof.
  induction θ as [|W θ IH]; intros [|V φ] P Q d_in d_out xs ys Hne HQ Hxs Hθ H Hlast; try easy.
  1: now destruct P.
  destruct P as [|P1 P]; [easy|]. cbn [coded_layers] in H. destruct H as (HP & Hstands & H).
  apply fitting_cons in Hθ as [HW Hθ]. apply coded_fed in HQ.
  assert (Hcoded : coded equal (times_over W (fed xs)) (times_over V (fed ys)) P1).
  { apply (coded_times _ _ (columns_coded biased Q)); try assumption. intros w Hw. rewrite (HW w Hw), <- Hxs.
    unfold fed. now destruct biased. }
  destruct θ as [|W' θ].
  - destruct φ, P; try (now cbn in H). rewrite !values_one. apply coded_all.
    cbn [last] in Hlast. rewrite Hlast in Hcoded. unfold times_over at 3. rewrite map_length.
    replace (length W) with d_out; [exact Hcoded|]. unfold fitting in Hθ. now destruct biased.
  - destruct φ as [|V' φ]; [now destruct P|].
    destruct P as [|P2 P]; [easy|]. rewrite !values_cons.
    apply (IH (V' :: φ) (P2 :: P) P1 (length W) d_out); try assumption; [easy| |].
    + apply (coded_map _ _ equal equal); [|exact Hcoded]. intros u v Huv. apply equal_true in Huv. subst v.
      now apply equal_true.
    + unfold times_over. now rewrite !map_length.
Qed.

End Coded.
