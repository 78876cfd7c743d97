(** What is O(|x|^k) and o(|x|^k) on K^n as x → 0. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Powers Coordinates.
Import ListNotations.

Local Open Scope nat_scope.

Section Orders.

Context {K : OrderedField} (n : nat).
Add Field orders_field : (field_laws K).

Definition in_cube (u : K) (x : list K) : Prop := length x = n /\ forall c, In c x -> within c u.

Definition bounded (k : nat) (r : list K -> K) : Prop :=
  exists M δ, at_most zero M /\ less zero δ /\
    forall u x, less zero u -> less u δ -> in_cube u x -> at_most (absolute (r x)) (mul M (power u k)).

Definition small (k : nat) (r : list K -> K) : Prop :=
  forall ε, less zero ε -> exists δ, less zero δ /\
    forall u x, less zero u -> less u δ -> in_cube u x -> at_most (absolute (r x)) (mul ε (power u k)).

(** Both at once. *)
Inductive order := O (k : nat) | o (k : nat).
Definition is (s : order) : (list K -> K) -> Prop := match s with O k => bounded k | o k => small k end.

Lemma smaller : forall x y : K, less zero x -> less zero y -> exists z, less zero z /\ at_most z x /\ at_most z y.
Proof.
  intros x y Hx Hy. destruct (less_total x y) as [H|[->|H]].
  - exists x. split; [easy|]. split; [apply at_most_refl|now left].
  - exists y. split; [easy|]. split; apply at_most_refl.
  - exists y. split; [easy|]. split; [now left|apply at_most_refl].
Qed.

Lemma is_ext : forall s r r', (forall x, length x = n -> r x = r' x) -> is s r -> is s r'.
Proof.
  intros [k|k] r r' E; simpl.
  - intros (M & δ & HM & Hδ & H). exists M, δ. split; [easy|]. split; [easy|]. intros u x Hu Huδ Hx.
    rewrite <- E by apply Hx. now apply H.
  - intros H ε Hε. destruct (H ε Hε) as (δ & Hδ & H'). exists δ. split; [easy|]. intros u x Hu Huδ Hx.
    rewrite <- E by apply Hx. now apply H'.
Qed.

Lemma at_most_mul_right : forall x y z : K, at_most zero z -> at_most x y -> at_most (mul x z) (mul y z).
Proof.
  intros x y z Hz H. replace (mul x z) with (mul z x) by ring. replace (mul y z) with (mul z y) by ring.
  now apply at_most_mul.
Qed.

Lemma power_nonneg : forall (u : K) k, less zero u -> at_most zero (power u k).
Proof. intros u k H. left. now apply power_positive. Qed.

Lemma absolute_zero_value : absolute (@zero K) = zero.
Proof. apply absolute_of_positive, at_most_refl. Qed.

Lemma is_zero : forall s, is s (fun _ => zero).
Proof.
  intros [k|k]; simpl.
  - exists zero, one. split; [apply at_most_refl|]. split; [apply one_positive|]. intros u x Hu _ _.
    rewrite absolute_zero_value. right. ring.
  - intros ε Hε. exists one. split; [apply one_positive|]. intros u x Hu _ _. rewrite absolute_zero_value.
    apply product_at_least_zero; [now left|now apply power_nonneg].
Qed.

Lemma is_add : forall s r r', is s r -> is s r' -> is s (fun x => add (r x) (r' x)).
Proof.
  intros [k|k] r r'; simpl.
  - intros (M & δ & HM & Hδ & H) (M' & δ' & HM' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2).
    exists (add M M'), d. split; [|split; [easy|]].
    { replace (@zero K) with (@add K zero zero) by ring. now apply at_most_add. }
    intros u x Hu Hud Hx. apply (at_most_trans _ _ _ (absolute_add _ _)).
    replace (mul (add M M') (power u k)) with (add (mul M (power u k)) (mul M' (power u k))) by ring.
    apply at_most_add; [apply H|apply H']; try easy; now apply (less_at_most _ d).
  - intros H H' ε Hε. destruct (H _ (half_positive ε Hε)) as (δ & Hδ & Hr).
    destruct (H' _ (half_positive ε Hε)) as (δ' & Hδ' & Hr'). destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2).
    exists d. split; [easy|]. intros u x Hu Hud Hx. apply (at_most_trans _ _ _ (absolute_add _ _)).
    replace (mul ε (power u k)) with
      (add (mul (mul ε (inv (add one one))) (power u k)) (mul (mul ε (inv (add one one))) (power u k)))
      by (field; apply two_not_zero).
    apply at_most_add; [apply Hr|apply Hr']; try easy; now apply (less_at_most _ d).
Qed.

(** Of a product of two, one bounded. *)
Definition times_order (k : nat) (s : order) : order := match s with O k' => O (k + k') | o k' => o (k + k') end.

Lemma power_plus : forall (u : K) j k, power u (j + k) = mul (power u j) (power u k).
Proof. intros u j k. induction j as [|j IH]; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma product_bound : forall a b c d : K, at_most zero a -> at_most zero c -> at_most a b -> at_most c d ->
  at_most (mul a c) (mul b d).
Proof.
  intros a b c d Ha Hc Hab Hcd. apply (at_most_trans _ (mul b c)); [now apply at_most_mul_right|].
  apply at_most_mul; [now apply (at_most_trans _ a)|easy].
Qed.

Lemma is_mul : forall k s r r', is (O k) r -> is s r' -> is (times_order k s) (fun x => mul (r x) (r' x)).
Proof.
  intros k s r r' (M & δ & HM & Hδ & H). destruct s as [k'|k']; simpl.
  - intros (M' & δ' & HM' & Hδ' & H'). destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2).
    exists (mul M M'), d. split; [now apply product_at_least_zero|]. split; [easy|]. intros u x Hu Hud Hx.
    rewrite absolute_mul, power_plus.
    replace (mul (mul M M') (mul (power u k) (power u k'))) with (mul (mul M (power u k)) (mul M' (power u k')))
      by ring.
    apply product_bound; try apply absolute_at_least_zero; [apply H|apply H']; try easy; now apply (less_at_most _ d).
  - intros H' ε Hε. assert (HM1 : less zero (add one M)) by (apply add_positive; [apply one_positive|easy]).
    destruct (H' (mul ε (inv (add one M)))) as (δ' & Hδ' & Hr'); [now apply less_mul, inverse_positive|].
    destruct (smaller δ δ' Hδ Hδ') as (d & Hd & Hd1 & Hd2). exists d. split; [easy|]. intros u x Hu Hud Hx.
    rewrite absolute_mul, power_plus. apply (at_most_trans _ (mul (mul (add one M) (power u k))
      (mul (mul ε (inv (add one M))) (power u k')))).
    + apply product_bound; try apply absolute_at_least_zero; [|apply Hr'; try easy; now apply (less_at_most _ d)].
      apply (at_most_trans _ (mul M (power u k))); [apply H; try easy; now apply (less_at_most _ d)|].
      apply at_most_mul_right; [now apply power_nonneg|]. replace M with (add zero M) at 1 by ring.
      apply at_most_add; [left; apply one_positive|apply at_most_refl].
    + right. field. now apply positive_not_zero.
Qed.

Lemma is_constant : forall c, is (O 0) (fun _ => c).
Proof.
  intro c. exists (absolute c), one. split; [apply absolute_at_least_zero|]. split; [apply one_positive|].
  intros u x _ _ _. right. simpl. ring.
Qed.

Lemma is_scaled : forall s c r, is s r -> is s (fun x => mul c (r x)).
Proof. intros [k|k] c r H; [exact (is_mul 0 (O k) _ _ (is_constant c) H)|exact (is_mul 0 (o k) _ _ (is_constant c)
  H)]. Qed.

Lemma small_bounded : forall k r, is (o k) r -> is (O k) r.
Proof.
  intros k r H. destruct (H one one_positive) as (δ & Hδ & H'). exists one, δ. split; [left; apply one_positive|].
  now split.
Qed.

Lemma bounded_small : forall k r, is (O (S k)) r -> is (o k) r.
Proof.
  intros k r (M & δ & HM & Hδ & H) ε Hε. assert (HM1 : less zero (add one M)) by
    (apply add_positive; [apply one_positive|easy]).
  destruct (smaller δ (mul ε (inv (add one M)))) as (d & Hd & Hd1 & Hd2); [easy|now apply less_mul, inverse_positive|].
  exists d. split; [easy|]. intros u x Hu Hud Hx. apply (at_most_trans _ (mul M (power u (S k)))).
  - apply H; try easy. now apply (less_at_most _ d).
  - simpl. replace (mul M (mul u (power u k))) with (mul (mul M u) (power u k)) by ring.
    apply at_most_mul_right; [now apply power_nonneg|].
    apply (at_most_trans _ (mul (add one M) (mul ε (inv (add one M))))); [|right; field; now apply positive_not_zero].
    apply product_bound; [easy|now left| |left; now apply (less_at_most _ d)].
    replace M with (add zero M) at 1 by ring. apply at_most_add; [left; apply one_positive|apply at_most_refl].
Qed.

Lemma bounded_less : forall k r, is (O (S k)) r -> is (O k) r.
Proof. intros k r H. now apply small_bounded, bounded_small. Qed.

Lemma small_less : forall k r, is (o (S k)) r -> is (o k) r.
Proof. intros k r H. now apply bounded_small, small_bounded. Qed.

Lemma is_sum : forall {Y : Type} s (r : Y -> list K -> K) (l : list Y), (forall y, In y l -> is s (r y)) ->
  is s (fun x => sum (map (fun y => r y x) l)).
Proof.
  intros Y s r l H. induction l as [|y l IH]; [apply is_zero|].
  apply (is_add s (r y) (fun x => sum (map (fun y => r y x) l))); [apply H; now left|].
  apply IH. intros y' Hy'. apply H. now right.
Qed.

(** Linear forms are O(|x|). *)
Lemma is_entry : forall j, is (O 1) (fun x => nth j x zero).
Proof.
  intro j. exists one, one. split; [left; apply one_positive|]. split; [apply one_positive|]. intros u x Hu _ [_ Hx].
  simpl. replace (mul one (mul u one)) with u by ring. destruct (nth_in_or_default j x zero) as [H| ->].
  - apply (proj1 (within_absolute _ _)), Hx, H.
  - rewrite absolute_zero_value. now left.
Qed.

End Orders.

(** A linear form on K^d is Σ_j y_j·l(e_j). *)
Lemma form_by_entries : forall {K : OrderedField} d (l : list K -> K), keeps scalar_plus d l ->
  exists c : list K, forall y, length y = d -> l y = sum (map (fun j => mul (nth j c zero) (nth j y zero)) (seq 0 d)).
Proof.
  intros K d. induction d as [|d IH]; intros l Hl.
  - exists []. intros [|] H; [|easy]. exact (form_zeros 0 l Hl).
  - destruct (IH _ (keeps_cons_zero _ _ _ Hl)) as (c & Hc). exists (l (one :: zeros d) :: c). intros [|a y] Hy; [easy|].
    injection Hy as Hy. rewrite (keeps_cons _ _ _ _ _ Hl Hy), (Hc y Hy). cbn [seq map nth]. unfold scalar_plus.
    rewrite <- seq_shift, map_map. cbn [sum fold_right]. unfold sum. cbn [fold_right].
    pose proof (field_laws K) as HK. destruct HK as [HR _ _ _]. destruct HR.
    rewrite (Rmul_comm a). apply Radd_comm.
Qed.

Lemma form_is : forall {K : OrderedField} n (l : list K -> K), keeps scalar_plus n l -> is n (O 1) l.
Proof.
  intros K n l Hl. destruct (form_by_entries n l Hl) as (c & Hc).
  apply (is_ext n (O 1) (fun x => sum (map (fun j => mul (nth j c zero) (nth j x zero)) (seq 0 n)))).
  - intros x Hx. now rewrite Hc.
  - apply (is_sum n (O 1) (fun j x => mul (nth j c zero) (nth j x zero))). intros j _.
      apply (is_scaled n (O 1)), is_entry.
Qed.
