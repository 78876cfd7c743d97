(** Cells of X_{r,m} by what they do with the first unit, and their facets; the labels may be any finite set. *)

From Coq Require Import List Arith Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import ListFacts.
From Equiloss.Counting Require Import Spread.
Import ListNotations.

Local Open Scope nat_scope.

(** The cells whose labels are those of a list. *)
Definition onto (labels : list nat) (n : nat) (g : list (option nat)) : Prop :=
  length g = n /\ forall t, In (Some t) g <-> In t labels.

(** The root: the labels at the first of n units, in order. *)
Definition placed (labels : list nat) (n : nat) : list (option nat) :=
  map Some labels ++ repeat None (n - length labels).

Definition without (t : nat) (labels : list nat) : list nat := remove Nat.eq_dec t labels.
Definition last_of (t : nat) (labels : list nat) : list nat := without t labels ++ [t].

Definition value_eq_dec (x y : option nat) : {x = y} + {x <> y}.
Proof. decide equality. apply Nat.eq_dec. Defined.

Definition cell_eq_dec (g h : list (option nat)) : {g = h} + {g <> h} := list_eq_dec value_eq_dec g h.

(** ** Facets *)

Lemma facet_filled : forall g h, facet g h -> length (filled h) = S (length (filled g)).
Proof.
  intros g h (b & a & t & -> & ->). unfold filled. rewrite !flat_map_app, !app_length. cbn [flat_map length app]. lia.
Qed.

Lemma facet_in : forall g h t, facet g h -> In (Some t) g -> In (Some t) h.
Proof.
  intros g h t (b & a & s & -> & ->). rewrite !in_app_iff. intros [H|[H|H]]; [now left|easy|now right; right].
Qed.

Lemma facet_cons : forall x g h, facet g h -> facet (x :: g) (x :: h).
Proof. intros x g h (b & a & t & -> & ->). now exists (x :: b), a, t. Qed.

Lemma facet_first : forall t g, facet (None :: g) (Some t :: g).
Proof. intros t g. now exists [], g, t. Qed.

Lemma facet_of_cons : forall t y h, facet y (Some t :: h) -> y = None :: h \/ exists y', y = Some t :: y' /\ facet y' h.
Proof.
  intros t y h ([|x b] & a & s & -> & E); injection E as <- E.
  - left. now rewrite E.
  - right. exists (b ++ None :: a). split; [easy|]. now exists b, a, s.
Qed.

Lemma facet_same : forall t g h, facet (Some t :: g) (Some t :: h) -> facet g h.
Proof.
  intros t g h H. apply facet_of_cons in H as [E|(y & E & H)]; [discriminate|]. now injection E as ->.
Qed.

(** A facet without t of a cell with t is made by leaving t out. *)
Lemma facet_without : forall t g h, facet g h -> In (Some t) h -> ~ In (Some t) g ->
  g = map (fun x => if value_eq_dec x (Some t) then None else x) h.
Proof.
  intros t g h (b & a & s & -> & ->) Hin Hout. rewrite in_app_iff in Hout.
  assert (Hsame : forall l, ~ In (Some t) l ->
    map (fun x => if value_eq_dec x (Some t) then None else x) l = l).
  { intros l Hl. rewrite <- (map_id l) at 2. apply map_ext_in. intros x Hx.
    destruct (value_eq_dec x (Some t)) as [->|_]; easy. }
  apply in_app_iff in Hin as [Hin|[Hin|Hin]]; [tauto| |simpl in Hout; tauto].
  injection Hin as ->. rewrite map_app. cbn [map]. rewrite !Hsame by (simpl in Hout; tauto).
  now destruct (value_eq_dec (Some t) (Some t)).
Qed.

(** ** Types of cells *)

Section Types.

Variable labels : list nat.
Hypothesis distinct : NoDup labels.

Lemma in_without : forall s t, In s (without t labels) <-> In s labels /\ s <> t.
Proof. intros s t. apply in_remove_iff. Qed.

Lemma without_nodup : forall t, NoDup (without t labels).
Proof. intro t. now apply nodup_remove. Qed.

Lemma without_length : forall t, In t labels -> S (length (without t labels)) = length labels.
Proof. intro t. now apply length_remove. Qed.

Lemma in_last_of : forall s t, In t labels -> In s (last_of t labels) <-> In s labels.
Proof.
  intros s t Ht. unfold last_of. rewrite in_app_iff, in_without. simpl. destruct (Nat.eq_dec s t) as [->|Hst].
  - tauto.
  - split; [intros [H|[H|[]]]; [tauto|congruence]|tauto].
Qed.

Lemma last_of_nodup : forall t, NoDup (last_of t labels).
Proof.
  intro t. apply NoDup_disjoint; [apply without_nodup|repeat constructor; easy|].
  intros s H [<-|[]]. now apply in_without in H.
Qed.

Lemma last_of_length : forall t, In t labels -> length (last_of t labels) = length labels.
Proof. intros t H. unfold last_of. rewrite app_length, <- (without_length t H). simpl. lia. Qed.

Lemma onto_last_of : forall t n g, In t labels -> onto (last_of t labels) n g <-> onto labels n g.
Proof.
  intros t n g Ht. unfold onto. split; intros [Hn H]; (split; [exact Hn|]); intro s; rewrite H, in_last_of; easy.
Qed.

Lemma onto_none : forall n g, onto labels (S n) (None :: g) <-> onto labels n g.
Proof.
  intros n g. unfold onto. split; intros [Hn H].
  - split; [now injection Hn|]. intro t. rewrite <- H. simpl. split; [now right|now intros [E|E]].
  - split; [simpl; now rewrite Hn|]. intro t. rewrite <- H. simpl. split; [now intros [E|E]|now right].
Qed.

Lemma onto_again : forall t n g, In t labels -> onto labels n g -> onto labels (S n) (Some t :: g).
Proof.
  intros t n g Ht [Hn H]. split; [simpl; now rewrite Hn|]. intro s. rewrite <- H. simpl. split; [|now right].
  intros [E|E]; [|exact E]. injection E as <-. now apply H.
Qed.

Lemma onto_new : forall t n g, In t labels -> onto (without t labels) n g -> onto labels (S n) (Some t :: g).
Proof.
  intros t n g Ht [Hn H]. split; [simpl; now rewrite Hn|]. intro s. simpl. rewrite H, in_without.
  destruct (Nat.eq_dec s t) as [->|Hst]; [tauto|]. split; [|tauto]. intros [E|E]; [congruence|tauto].
Qed.

Lemma onto_some : forall t n g, onto labels (S n) (Some t :: g) ->
  In t labels /\ ((In (Some t) g /\ onto labels n g) \/ (~ In (Some t) g /\ onto (without t labels) n g)).
Proof.
  intros t n g [Hn H]. assert (Ht : In t labels) by (apply H; now left). split; [exact Ht|].
  destruct (in_dec value_eq_dec (Some t) g) as [Hin|Hout]; [left|right]; (split; [easy|]);
    (split; [now injection Hn|]); intro s.
  - rewrite <- H. simpl. split; [now right|]. intros [E|E]; [now rewrite <- E|exact E].
  - rewrite in_without, <- H. simpl. split.
    + intro Hs. split; [now right|]. intros ->. easy.
    + intros [[E|E] Hs]; [congruence|exact E].
Qed.

Lemma onto_without : forall t n g, onto (without t labels) n g -> ~ In (Some t) g.
Proof. intros t n g [_ H] Hin. now apply H, in_without in Hin. Qed.

(** A cell has as many units as labels at least. *)
Lemma onto_filled : forall n g, onto labels n g -> length labels <= length (filled g).
Proof.
  intros n g [_ H]. apply NoDup_incl_length; [exact distinct|]. intros t Ht. now apply in_filled, H.
Qed.

Lemma onto_length : forall n g, onto labels n g -> length labels <= n.
Proof.
  intros n g H. apply (Nat.le_trans _ (length (filled g))); [now apply (onto_filled n)|].
  destruct H as [<- _]. apply filled_length.
Qed.

(** The root is a vertex. *)
Lemma placed_onto : forall n, length labels <= n -> onto labels n (placed labels n).
Proof.
  intros n H. unfold placed. split; [rewrite app_length, map_length, repeat_length; lia|]. intro t.
  rewrite in_app_iff, in_map_iff. split.
  - intros [(s & E & Hs)|E]; [now injection E as <-|]. now apply repeat_spec in E.
  - intro Ht. left. now exists t.
Qed.

Lemma placed_filled : forall n, filled (placed labels n) = labels.
Proof.
  intro n. unfold placed, filled. rewrite flat_map_app.
  replace (flat_map _ (repeat None _)) with (@nil nat) by (induction (n - length labels); easy).
  rewrite app_nil_r. clear distinct. induction labels as [|t l IH]; [easy|]. cbn. now rewrite IH.
Qed.

(** The two roots of the copies for t are an edge and one of its ends. *)
Lemma placed_facet : forall t n, In t labels -> length labels <= n ->
  facet (placed (without t labels) n) (placed (last_of t labels) n).
Proof.
  intros t n Ht H. unfold placed. exists (map Some (without t labels)), (repeat None (n - length labels)), t. split.
  - rewrite <- (without_length t Ht) in *. now replace (n - _) with (S (n - S (length (without t labels)))) by lia.
  - rewrite (last_of_length t Ht). unfold last_of. rewrite map_app, <- app_assoc. easy.
Qed.

End Types.

Lemma without_first : forall τ others, NoDup (τ :: others) -> without τ (τ :: others) = others.
Proof.
  intros τ others H. unfold without. cbn [remove]. destruct (Nat.eq_dec τ τ) as [_|[]]; [|easy].
  apply notin_remove. now inversion_clear H.
Qed.

Lemma onto_nil : forall n g, onto [] n g -> g = placed [] n.
Proof.
  intros n g [<- H]. unfold placed. cbn [map app length]. rewrite Nat.sub_0_r.
  induction g as [|[t|] g IH]; [easy| |].
  - now destruct (proj1 (H t) (or_introl eq_refl)).
  - cbn. f_equal. apply IH. intro t. rewrite <- H. simpl. split; [now right|now intros [E|E]].
Qed.
