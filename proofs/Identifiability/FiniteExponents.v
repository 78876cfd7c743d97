(** As many exponents as there are positive numbers μ determine the coefficients in Σ_i a_i μ_i^n: some combination of
    the powers vanishes at all μ but one, and by Descartes' rule not at that one. *)

From Coq Require Import List Arith Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import OrderedFields Coordinates.
From Equiloss.Identifiability Require Import PowerSums BothParities Expansions Descartes.
Import ListNotations.

Local Open Scope bool_scope.
Local Open Scope nat_scope.

Section FiniteExponents.

Context {K : OrderedField}.
Add Field finite_exponents_field : (field_laws K).

(** Σ_j d_j x^{n_j} *)
Definition combined (exponents : list nat) (d : list K) (x : K) : K :=
  sum (map (fun p => mul (snd p) (power x (fst p))) (combine exponents d)).

(** The coefficient of x^n in it, and the list of all. *)
Definition coefficient_of (exponents : list nat) (d : list K) (n : nat) : K :=
  sum (map snd (filter (fun p => fst p =? n) (combine exponents d))).

Lemma combined_cons : forall n exponents c d x,
  combined (n :: exponents) (c :: d) x = add (mul c (power x n)) (combined exponents d x).
Proof. reflexivity. Qed.

Lemma coefficient_cons : forall k exponents c d n,
  coefficient_of (k :: exponents) (c :: d) n =
  if k =? n then add c (coefficient_of exponents d n) else coefficient_of exponents d n.
Proof. intros. unfold coefficient_of. simpl. now destruct (k =? n). Qed.

Lemma at_point_seq : forall (f : nat -> K) x k first,
  at_point x (map f (seq first k)) = sum (map (fun i => mul (f (first + i)) (power x i)) (seq 0 k)).
Proof.
  intros f x. induction k as [|k IH]; intro first; [easy|]. cbn [seq map]. unfold at_point, sum in *. cbn [fold_right].
  rewrite IH. rewrite Nat.add_0_r. rewrite <- seq_shift, map_map. simpl power.
  assert (Hscale : forall (g : nat -> K) l,
    mul x (fold_right add zero (map g l)) = fold_right add zero (map (fun i => mul x (g i)) l)).
  { intros g l. induction l as [|i l IHl]; simpl; [ring|]. rewrite <- IHl. ring. }
  rewrite Hscale. f_equal; [ring|]. f_equal. apply map_ext. intro i. rewrite <- Nat.add_succ_comm. simpl. ring.
Qed.

Lemma sum_add : forall {X : Type} (f g : X -> K) l,
  sum (map (fun x => add (f x) (g x)) l) = add (sum (map f l)) (sum (map g l)).
Proof. intros X f g l. unfold sum. induction l as [|x l IH]; simpl; [ring|]. rewrite IH. ring. Qed.

Lemma sum_single : forall (c : K) x n k, n < k ->
  sum (map (fun i => if n =? i then mul c (power x i) else zero) (seq 0 k)) = mul c (power x n).
Proof.
  intros c x n k Hn. assert (H : forall k first, sum (map (fun i => if n =? i then mul c (power x i) else zero) (seq first k))
    = if (first <=? n) && (n <? first + k) then mul c (power x n) else zero).
  { clear k Hn. induction k as [|k IH]; intro first.
    - rewrite Nat.add_0_r. destruct (Nat.leb_spec first n), (Nat.ltb_spec n first); try easy; lia.
    - cbn [seq map]. unfold sum in *. cbn [fold_right]. rewrite IH.
      destruct (Nat.eqb_spec n first), (Nat.leb_spec (S first) n), (Nat.ltb_spec n (S first + k)),
        (Nat.leb_spec first n), (Nat.ltb_spec n (first + S k)); simpl; try lia; subst; ring. }
  rewrite H. simpl. destruct (Nat.ltb_spec n k); [easy|lia].
Qed.

(** The list of coefficients has this value, and no more terms than exponents. *)
Lemma dense_value : forall x k exponents d, length d = length exponents -> (forall n, In n exponents -> n < k) ->
  at_point x (map (coefficient_of exponents d) (seq 0 k)) = combined exponents d x.
Proof.
  intros x k exponents. induction exponents as [|n exponents IH]; intros [|c d] Hlength Hk; try discriminate Hlength.
  - rewrite at_point_seq. unfold combined, sum. simpl. generalize (seq 0 k). intro l.
    induction l as [|i l IHl]; [easy|]. simpl. rewrite IHl. unfold coefficient_of, sum. simpl. ring.
  - rewrite combined_cons, <- (IH d), !at_point_seq, <- (sum_single c x n k) by
      solve [now injection Hlength | intros; apply Hk; now right | apply Hk; now left].
    rewrite <- sum_add. f_equal. apply map_ext. intro i. rewrite Nat.add_0_l, coefficient_cons.
    destruct (n =? i); ring.
Qed.

Lemma coefficient_absent : forall exponents d n, ~ In n exponents -> coefficient_of exponents d n = @zero K.
Proof.
  induction exponents as [|k exponents IH]; intros [|c d] n H; try easy. rewrite coefficient_cons.
  destruct (Nat.eqb_spec k n) as [->|_]; [elim H; now left|]. apply IH. intro Hn. apply H. now right.
Qed.

Lemma dense_terms : forall k exponents d,
  nonzero_terms (map (coefficient_of exponents d) (seq 0 k)) <= length exponents.
Proof.
  intros k exponents d. unfold nonzero_terms. rewrite <- (map_length (coefficient_of exponents d) exponents).
  set (test := fun c : K => if scalar_eq_dec c zero then false else true).
  assert (E : filter test (map (coefficient_of exponents d) (seq 0 k)) =
    map (coefficient_of exponents d) (filter (fun n => test (coefficient_of exponents d n)) (seq 0 k))).
  { generalize (seq 0 k). intro l. induction l as [|n l IH]; [easy|]. simpl. rewrite IH.
    now destruct (test (coefficient_of exponents d n)). }
  rewrite E, !map_length. apply NoDup_incl_length; [apply NoDup_filter, seq_NoDup|].
  intros n Hn. apply filter_In in Hn as [_ Hn]. destruct (in_dec Nat.eq_dec n exponents) as [|Hout]; [easy|].
  rewrite (coefficient_absent _ _ _ Hout) in Hn. unfold test in Hn. now destruct (scalar_eq_dec zero zero).
Qed.

(** Distinct exponents, not all d_j = 0: not the polynomial 0. *)
Lemma dense_nonzero : forall k exponents d, NoDup exponents -> length d = length exponents ->
  (forall n, In n exponents -> n < k) -> (exists c, In c d /\ c <> zero) ->
  ~ (forall c, In c (map (coefficient_of exponents d) (seq 0 k)) -> c = @zero K).
Proof.
  intros k exponents d Hdistinct Hlength Hk (c & Hc & Hne) H. apply Hne.
  assert (Hplace : exists n, In n exponents /\ coefficient_of exponents d n = c).
  { clear H Hne Hk. revert d Hlength Hc. induction exponents as [|n exponents IH]; intros [|c' d] Hlength Hc; try easy.
    apply NoDup_cons_iff in Hdistinct as [Hn Hdistinct]. destruct Hc as [->|Hc].
    - exists n. split; [now left|]. rewrite coefficient_cons, Nat.eqb_refl, coefficient_absent by exact Hn. ring.
    - destruct (IH Hdistinct d) as (n' & Hn' & E); [now injection Hlength|exact Hc|]. exists n'. split; [now right|].
      rewrite coefficient_cons. destruct (Nat.eqb_spec n n') as [->|_]; [contradiction|exact E]. }
  destruct Hplace as (n & Hn & <-). apply H, in_map, in_seq. split; [lia|]. now apply Hk.
Qed.

Lemma combined_linear : forall exponents x,
  keeps scalar_plus (length exponents) (fun d => combined exponents d x).
Proof.
  intros exponents x s. induction exponents as [|n exponents IH]; intros [|c d] [|c' d'] Hd Hd'; try easy.
  - unfold combined, scalar_plus, sum. simpl. ring.
  - rewrite plus_cons, !combined_cons, IH by solve [now injection Hd | now injection Hd']. unfold scalar_plus. ring.
Qed.

(** A combination that vanishes at all of fewer points, and at no other positive one. *)
Lemma separating_combination : forall exponents (points : list K) (μ : K), NoDup exponents ->
  NoDup (μ :: points) -> (forall x, In x (μ :: points) -> less zero x) -> length exponents = S (length points) ->
  exists d, length d = length exponents /\ (forall x, In x points -> combined exponents d x = zero) /\
    combined exponents d μ <> zero.
Proof.
  intros exponents points μ Hexponents Hpoints Hpositive Hlength.
  destruct (common_zero (length points) (length exponents) (map (fun x d => combined exponents d x) points))
    as (d & Hd & Hne & Hzero).
  - intros f Hf. apply in_map_iff in Hf as (x & <- & _). apply combined_linear.
  - apply map_length.
  - lia.
  - exists d. split; [exact Hd|]. assert (Hvanish : forall x, In x points -> combined exponents d x = zero).
    { intros x Hx. apply (Hzero (fun d => combined exponents d x)), in_map_iff. now exists x. }
    split; [exact Hvanish|]. intro E.
    set (k := S (list_max exponents)).
    assert (Hk : forall n, In n exponents -> n < k).
    { intros n Hn. unfold k. apply le_n_S. now apply (proj1 (Forall_forall _ _) (proj1 (list_max_le _ _) (le_n _))). }
    assert (Hentry : exists c, In c d /\ c <> zero).
    { destruct (Exists_dec (fun c : K => c <> zero) d) as [H|H].
      - intro c. destruct (scalar_eq_dec c zero); [now right; intro|now left].
      - apply Exists_exists in H. exact H.
      - exfalso. apply Hne. clear - Hd H. rewrite <- Hd. clear Hd. unfold zeros. induction d as [|c d IH]; [easy|].
        simpl. destruct (scalar_eq_dec c zero) as [->|Hc]; [|elim H; now left].
        f_equal. apply IH. intro Hex. apply H. now right. }
    pose proof (fewer_roots_than_terms (μ :: points) _ (dense_nonzero k exponents d Hexponents Hd Hk Hentry) Hpoints) as Hroots.
    pose proof (dense_terms k exponents d) as Hterms.
    assert (Hall : forall x, In x (μ :: points) ->
      less zero x /\ at_point x (map (coefficient_of exponents d) (seq 0 k)) = zero).
    { intros x Hx. split; [now apply Hpositive|]. rewrite dense_value by easy. destruct Hx as [<-|Hx]; [exact E|].
      now apply Hvanish. }
    specialize (Hroots Hall). cbn [length] in Hroots. lia.
Qed.

(** Σ_j d_j Σ_i a_i λ_i^{n_j} = Σ_i a_i Σ_j d_j λ_i^{n_j} *)
Lemma weighted_combined : forall exponents d (l : list (K * K)), length d = length exponents ->
  (forall n, In n exponents -> power_sum l n = zero) -> weighted (combined exponents d) l = zero.
Proof.
  induction exponents as [|n exponents IH]; intros [|c d] l Hlength H; try discriminate Hlength.
  - rewrite (weighted_ext _ (fun _ => mul zero one)) by (intro; unfold combined, sum; simpl; ring).
    rewrite (weighted_scale zero (fun _ => one)). ring.
  - rewrite (weighted_ext _ (fun x => add (mul c (power x n)) (combined exponents d x))) by easy.
    rewrite weighted_add, IH, weighted_scale by solve [now injection Hlength | intros; apply H; now right].
    fold (power_sum l n). rewrite H by now left. ring.
Qed.

Lemma fibre_absent : forall (l : list (K * K)) μ, ~ In μ (map fst l) -> fibre l μ = zero.
Proof.
  intros l μ. induction l as [|u l IH]; intro H; [easy|]. rewrite fibre_cons.
  destruct (scalar_eq_dec (fst u) μ) as [E|_]; [elim H; now left|]. apply IH. intro Hin. apply H. now right.
Qed.

Lemma nodup_firstn : forall {X : Type} n (l : list X), NoDup l -> NoDup (firstn n l).
Proof.
  intros X n l H. revert n. induction H as [|x l Hx H IH]; intros [|n]; simpl; constructor; [|apply IH].
  intro Hin. apply Hx. rewrite <- (firstn_skipn n l). apply in_or_app. now left.
Qed.

(** With as many exponents as distinct positive λ_i, equal λ_i have a_i of sum 0. *)
Lemma positive_exponents : forall (l : list (K * K)) exponents, NoDup exponents ->
  (forall λ, In λ (map fst l) -> less zero λ) ->
  length (nodup scalar_eq_dec (map fst l)) <= length exponents ->
  (forall n, In n exponents -> power_sum l n = zero) -> forall μ, fibre l μ = zero.
Proof.
  intros l exponents Hexponents Hpositive Hmany Hzero μ.
  destruct (in_dec scalar_eq_dec μ (map fst l)) as [Hin|Hout]; [|now apply fibre_absent].
  set (points := remove scalar_eq_dec μ (nodup scalar_eq_dec (map fst l))).
  assert (Hnodup : NoDup points).
  { unfold points. assert (H := NoDup_nodup scalar_eq_dec (map fst l)). revert H.
    generalize (nodup scalar_eq_dec (map fst l)). intros k H. induction H as [|x k Hx H IH]; simpl; [constructor|].
    destruct (scalar_eq_dec μ x); [exact IH|]. constructor; [|exact IH]. intro E. now apply in_remove in E as [E _]. }
  assert (Hμ : ~ In μ points) by apply remove_In.
  assert (Hpoints : forall x, In x points <-> In x (map fst l) /\ x <> μ).
  { intro x. unfold points. split.
    - intro H. apply in_remove in H as [H Hne]. split; [now apply nodup_In in H|exact Hne].
    - intros [H Hne]. apply in_in_remove; [exact Hne|now apply nodup_In]. }
  assert (Hsize : S (length points) <= length exponents).
  { apply (Nat.le_trans _ (length (nodup scalar_eq_dec (map fst l)))); [|exact Hmany].
    apply (NoDup_incl_length (l := μ :: points)); [now constructor|].
    intros x [<-|Hx]; apply nodup_In; [exact Hin|now apply Hpoints]. }
  set (chosen := firstn (S (length points)) exponents).
  assert (Hchosen : forall n, In n chosen -> In n exponents).
  { intros n Hn. rewrite <- (firstn_skipn (S (length points)) exponents). apply in_or_app. now left. }
  destruct (separating_combination chosen points μ) as (d & Hd & Hvanish & Hne).
  - now apply nodup_firstn.
  - now constructor.
  - intros x [<-|Hx]; apply Hpositive; [exact Hin|now apply Hpoints].
  - apply firstn_length_le. exact Hsize.
  - pose proof (weighted_combined chosen d l Hd (fun n Hn => Hzero n (Hchosen n Hn))) as H.
    rewrite (weighted_others _ μ) in H.
    assert (Hrest : weighted (combined chosen d) (others μ l) = zero).
    { assert (Hall : forall u, In u (others μ l) -> combined chosen d (fst u) = zero).
      { intros u Hu. apply Hvanish, Hpoints. unfold others in Hu. apply filter_In in Hu as [Hu Hne'].
        split; [now apply in_map|]. now destruct (scalar_eq_dec (fst u) μ). }
      revert Hall. generalize (others μ l). intros k Hall. induction k as [|u k IH]; [easy|].
      rewrite weighted_cons, Hall, IH by solve [now left | intros; apply Hall; now right]. ring. }
    rewrite Hrest in H. replace (fibre l μ) with
      (mul (inv (combined chosen d μ)) (add (mul (combined chosen d μ) (fibre l μ)) zero)) by (field; exact Hne).
    rewrite H. ring.
Qed.

End FiniteExponents.
