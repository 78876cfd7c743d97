(** Points of the subspaces of signed labelled partitions: units turned back can be placed, and silent ones are free. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import SignedMeasure.
From Equiloss.Subspaces Require Import Positions.
Import ListNotations.

Local Open Scope nat_scope.

Lemma combine_app : forall {X Y : Type} (l1 l2 : list X) (k1 k2 : list Y), length l1 = length k1 ->
  combine (l1 ++ l2) (k1 ++ k2) = combine l1 k1 ++ combine l2 k2.
Proof.
  intros X Y l1 l2. induction l1 as [|x l1 IH]; intros [|y k1] k2 H; try easy. simpl. f_equal. apply IH.
  now injection H.
Qed.

Section Points.

Context {K : Field} {W A : VectorSpace K} (p : parity).

(** The network of which [l] are the units turned back, and [t] the outgoing vectors of the silent ones (0 beyond). *)
Fixpoint placed (P : list (option (code * bool))) (l : network W A) (t : list A) : network W A :=
  match P with
  | [] => []
  | None :: P' => (vzero, hd vzero t) :: placed P' l (tl t)
  | Some (_, b) :: P' => (if b then mirrored p (hd (vzero, vzero) l) else hd (vzero, vzero) l) :: placed P' (tl l) t
  end.

Lemma placed_length : forall P l t, length (placed P l t) = length P.
Proof. induction P as [|[[c b]|] P IH]; intros l t; simpl; try easy; f_equal; apply IH. Qed.

Lemma turned_back_placed : forall P l t, length l = length (audible P) -> turned_back p P (placed P l t) = l.
Proof.
  unfold turned_back. induction P as [|[[c b]|] P IH]; intros l t H; simpl.
  - now apply length_zero_iff_nil in H.
  - destruct l as [|u l]; [easy|]. injection H as H. simpl. rewrite (IH l t H).
    destruct b; [now rewrite mirrored_mirrored|easy].
  - exact (IH l (tl t) H).
Qed.

Lemma placed_silent : forall P l t u, In (None, u) (combine P (placed P l t)) -> fst u = vzero.
Proof.
  induction P as [|[[c b]|] P IH]; intros l t u; simpl; [easy| |]; (intros [E|Hu]; [|now apply IH in Hu]); [easy|].
  now injection E as <-.
Qed.

Lemma placed_gamma : forall base P l t, Gamma base (map fst (audible P)) l -> signed_Gamma p base P (placed P l t).
Proof.
  intros base P l t H. assert (Hlength : length l = length (audible P)).
  { destruct H as [-> _]. apply map_length. }
  split; [apply placed_length|]. split; [apply placed_silent|now rewrite turned_back_placed].
Qed.

Lemma placed_audible : forall P l t c b u, length l = length (audible P) ->
  In (Some (c, b), u) (combine P (placed P l t)) ->
  exists v, In (c, v) (combine (map fst (audible P)) l) /\ u = if b then mirrored p v else v.
Proof.
  induction P as [|[[d s]|] P IH]; intros l t c b u H Hu; [easy| |].
  - destruct l as [|v l]; [easy|]. destruct Hu as [E|Hu].
    + injection E as -> -> <-. exists v. split; [now left|easy].
    + destruct (IH l t c b u) as (v' & Hv & E); [now injection H|exact Hu|]. exists v'. split; [now right|exact E].
  - destruct Hu as [E|Hu]; [easy|]. now apply (IH l (tl t)).
Qed.

(** ** Silent units *)

(** A silent unit has any outgoing vector, one that isn't silent has a determined one. *)
Lemma audible_determined : forall base Q1 c b Q2 (l1 l2 : network W A) w a a',
  labelled_partition (length base) (length (audible (Q1 ++ Some (c, b) :: Q2)))
    (map fst (audible (Q1 ++ Some (c, b) :: Q2))) ->
  length l1 = length Q1 ->
  signed_Gamma p base (Q1 ++ Some (c, b) :: Q2) (l1 ++ (w, a) :: l2) ->
  signed_Gamma p base (Q1 ++ Some (c, b) :: Q2) (l1 ++ (w, a') :: l2) -> a = a'.
Proof.
  intros base Q1 c b Q2 l1 l2 w a a' HQ Hlength (_ & _ & H) (_ & _ & H').
  set (sum1 := block_sum c (map fst (audible Q1)) (turned_back p Q1 l1)).
  set (sum2 := block_sum c (map fst (audible Q2)) (turned_back p Q2 l2)).
  assert (Haudible : audible (Q1 ++ Some (c, b) :: Q2) = audible Q1 ++ (c, b) :: audible Q2)
    by (unfold audible; now rewrite flat_map_app).
  assert (Hin : In c (map fst (audible (Q1 ++ Some (c, b) :: Q2)))).
  { rewrite Haudible, map_app. apply in_elt. }
  assert (Hback : forall Q (l : network W A), length l = length Q ->
    length (turned_back p Q l) = length (audible Q)).
  { clear. induction Q as [|[[c b]|] Q IH]; intros [|u l] H; try easy; injection H as H;
      specialize (IH l H); unfold turned_back, audible in *; simpl; congruence. }
  assert (Hsum : forall x, block_sum c (map fst (audible (Q1 ++ Some (c, b) :: Q2)))
    (turned_back p (Q1 ++ Some (c, b) :: Q2) (l1 ++ (w, x) :: l2)) =
    vadd sum1 (vadd (if b then scale (parity_sign p) x else x) sum2)).
  { intro x. rewrite Haudible. unfold turned_back.
    rewrite (combine_app Q1 _ l1) by easy. rewrite flat_map_app. fold (turned_back p Q1 l1).
    rewrite map_app. unfold block_sum at 1.
    rewrite combine_app by (rewrite map_length; symmetry; now apply Hback).
    rewrite filter_app, map_app, vsum_app. f_equal. simpl. destruct (code_eq_dec c c); [|easy].
    unfold vsum. simpl. f_equal. now destruct b. }
  assert (E : vadd sum1 (vadd (if b then scale (parity_sign p) a else a) sum2) =
    vadd sum1 (vadd (if b then scale (parity_sign p) a' else a') sum2)).
  { rewrite <- !Hsum. destruct c as [t|z].
    - destruct HQ as (_ & HQ & _). apply HQ, nth_error_Some in Hin.
      destruct (nth_error base t) as [v|] eqn:Hv; [|easy].
      destruct H as (_ & _ & _ & H & _), H' as (_ & _ & _ & H' & _). now rewrite (H t v Hv), (H' t v Hv).
    - destruct H as (_ & _ & _ & _ & H), H' as (_ & _ & _ & _ & H'). now rewrite (H z), (H' z). }
  apply vadd_cancel in E. rewrite !(vadd_comm _ _ _ sum2) in E. apply vadd_cancel in E.
  destruct b; [|exact E]. now rewrite <- (sign_sign p a), E, sign_sign.
Qed.

Lemma silent_free : forall base P1 P2 (l1 l2 : network W A) u s, length l1 = length P1 ->
  signed_Gamma p base (P1 ++ None :: P2) (l1 ++ u :: l2) ->
  signed_Gamma p base (P1 ++ None :: P2) (l1 ++ (vzero, s) :: l2).
Proof.
  intros base P1 P2 l1 l2 u s Hlength (H & Hzero & HG). split; [|split].
  - rewrite !app_length in *. exact H.
  - intros v. specialize (Hzero v). rewrite !combine_app, !in_app_iff in * by easy. simpl in *.
    intros [Hv|[E|Hv]]; [apply Hzero; now left|now injection E as <-|apply Hzero; right; now right].
  - unfold turned_back in *. rewrite combine_app, flat_map_app in * by easy. exact HG.
Qed.

(** What is silent in P is silent in every Q whose subspace includes that of P. *)
Lemma silent_included : forall (base : network W A) P Q l i, (exists a : A, a <> vzero) -> length Q = length P ->
  labelled_partition (length base) (length (audible Q)) (map fst (audible Q)) ->
  Gamma base (map fst (audible P)) l ->
  (forall θ, signed_Gamma p base P θ -> signed_Gamma p base Q θ) ->
  nth_error P i = Some None -> nth_error Q i = Some None.
Proof.
  intros base P Q l i [a Ha] Hlength HQ Hl Hincluded Hi.
  assert (Hlt : i < length Q) by (rewrite Hlength; now apply position_below in Hi).
  apply position_exists in Hlt as [[[c b]|] HiQ]; [exfalso|exact HiQ]. apply Ha.
  apply (placed_gamma base P l []) in Hl.
  assert (Hlt : i < length (placed P l [])) by (rewrite placed_length; now apply position_below in Hi).
  apply position_exists in Hlt as [u Hu].
  apply nth_error_split in Hi as (P1 & P2 & -> & HP1), HiQ as (Q1 & Q2 & -> & HQ1), Hu as (l1 & l2 & E & Hl1).
  rewrite E in Hl. rewrite <- HP1 in Hl1, HQ1.
  apply (audible_determined base Q1 c b Q2 l1 l2 vzero); [exact HQ|exact (eq_trans Hl1 (eq_sym HQ1))| |];
    apply Hincluded; now apply (silent_free base P1 P2 l1 l2 u).
Qed.

(** ** Signs *)

(** Units turned back by the signs of P, turned again by those of Q. *)
Definition differs (P Q : list (option (code * bool))) (i : nat) : bool :=
  xorb (nth i (map snd (audible P)) false) (nth i (map snd (audible Q)) false).

Lemma turned_back_again : forall P Q, Forall2 (fun x y => x = None <-> y = None) P Q ->
  forall w a, turned_back p Q (placed P (network_of (length (audible P)) w a) []) =
    network_of (length (audible P)) (fun i => if differs P Q i then opposite (w i) else w i)
      (fun i => if differs P Q i then scale (parity_sign p) (a i) else a i).
Proof.
  intros P Q H. induction H as [|x y P Q Hxy _ IH]; intros w a; [easy|].
  destruct x as [[c b]|], y as [[d e]|]; try (destruct Hxy; intuition discriminate).
  - change (audible (Some (c, b) :: P)) with ((c, b) :: audible P). cbn [length].
    rewrite !network_of_S. cbn [placed hd tl]. unfold turned_back. cbn [combine flat_map fst snd app].
    fold (turned_back p Q (placed P (network_of (length (audible P)) (fun i => w (S i)) (fun i => a (S i))) [])).
    rewrite IH. f_equal. unfold differs. cbn [audible flat_map map app nth snd].
    destruct b, e; cbn [xorb]; rewrite ?mirrored_mirrored; easy.
  - exact (IH w a).
Qed.

End Points.
