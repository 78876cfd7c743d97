(** Linear algebra on lists of scalars: kernels of linear forms, common zeros of few forms, and preimages of linear
    maps. *)

From Coq Require Import List Arith Field Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import AffineMaps.
Import ListNotations.

Local Open Scope nat_scope.

(** A map of K^n that keeps x + s·y. *)
Definition keeps {K : Field} {X : Type} (plus : K -> X -> X -> X) (n : nat) (f : list K -> X) : Prop :=
  forall s x y, length x = n -> length y = n -> f (scalars_plus s x y) = plus s (f x) (f y).

Section Coordinates.

Context {K : Field}.
Add Field K_field : (field_laws K).

Definition zeros (n : nat) : list K := repeat zero n.

Lemma zeros_length : forall n, length (zeros n) = n.
Proof. apply repeat_length. Qed.

Lemma plus_length : forall s (x y : list K), length x = length y -> length (scalars_plus s x y) = length x.
Proof. exact (list_towards_length (@scalar_plus K)). Qed.

Lemma plus_cons : forall s a b (x y : list K), scalars_plus s (a :: x) (b :: y) = scalar_plus s a b :: scalars_plus s x
    y.
Proof. easy. Qed.

Lemma plus_zeros : forall s (x : list K), scalars_plus s x (zeros (length x)) = x.
Proof.
  intros s x. induction x as [|a x IH]; [easy|]. cbn [length]. unfold zeros. cbn [repeat].
  rewrite plus_cons. f_equal; [unfold scalar_plus; ring|exact IH].
Qed.

Lemma plus_undo : forall s (x v : list K), length x = length v -> scalars_plus s (scalars_plus (opp s) x v) v = x.
Proof.
  intros s x. induction x as [|a x IH]; intros [|b v] H; try easy. injection H as H.
  rewrite !plus_cons, IH by exact H. f_equal. unfold scalar_plus. ring.
Qed.

Lemma plus_cancel : forall s (x y v : list K), length x = length v -> length y = length v ->
  scalars_plus s x v = scalars_plus s y v -> x = y.
Proof.
  intros s x. induction x as [|a x IH]; intros [|b y] [|c v] Hx Hy H; try easy.
  rewrite !plus_cons in H. injection H as Ha H. injection Hx as Hx. injection Hy as Hy.
  f_equal; [|exact (IH y v Hx Hy H)]. unfold scalar_plus in Ha.
  transitivity (add (add a (mul s c)) (opp (mul s c))); [ring|rewrite Ha; ring].
Qed.

Lemma plus_exchange : forall t a b (x y v : list K), length x = length v -> length y = length v ->
  scalars_plus (scalar_plus t a b) (scalars_plus t x y) v = scalars_plus t (scalars_plus a x v) (scalars_plus b y v).
Proof.
  intros t a b x. induction x as [|c x IH]; intros [|d y] [|e v] Hx Hy; try easy.
  injection Hx as Hx. injection Hy as Hy. rewrite !plus_cons, IH by easy. f_equal. unfold scalar_plus. ring.
Qed.

(** The first unit vector is split off. *)
Lemma cons_split : forall a (x : list K), a :: x = scalars_plus a (zero :: x) (one :: zeros (length x)).
Proof. intros a x. rewrite plus_cons, plus_zeros. f_equal. unfold scalar_plus. ring. Qed.

Lemma keeps_cons_zero : forall {X : Type} (plus : K -> X -> X -> X) n f, keeps plus (S n) f ->
  keeps plus n (fun x => f (zero :: x)).
Proof.
  intros X plus n f Hf s x y Hx Hy. rewrite <- Hf by (simpl; congruence). f_equal. rewrite plus_cons. f_equal.
  unfold scalar_plus. ring.
Qed.

Lemma keeps_cons : forall {X : Type} (plus : K -> X -> X -> X) n f a x, keeps plus (S n) f -> length x = n ->
  f (a :: x) = plus a (f (zero :: x)) (f (one :: zeros n)).
Proof.
  intros X plus n f a x Hf Hx. rewrite cons_split, Hf by (simpl; rewrite ?zeros_length; congruence). now rewrite Hx.
Qed.

Lemma form_zeros : forall n l, keeps scalar_plus n l -> l (zeros n) = @zero K.
Proof.
  intros n l Hl. rewrite <- (plus_zeros (opp one) (zeros n)), zeros_length, Hl by apply zeros_length.
  unfold scalar_plus. ring.
Qed.

Lemma vectors_zeros : forall n k f, keeps scalars_plus n f -> length (f (zeros n)) = k -> f (zeros n) = zeros k.
Proof.
  intros n k f Hf Hk. rewrite <- (plus_zeros (opp one) (zeros n)), zeros_length, Hf by apply zeros_length.
  rewrite <- Hk. clear. induction (f (zeros n)) as [|a x IH]; [easy|].
  rewrite plus_cons, IH. unfold scalar_plus, zeros. simpl. f_equal. ring.
Qed.

(** A linear condition that can be decided holds everywhere, or fails somewhere. *)
Lemma everywhere_or_not : forall n (P : list K -> Prop),
  (forall x, length x = n -> P x \/ ~ P x) ->
  (forall s x y, length x = n -> length y = n -> P x -> P y -> P (scalars_plus s x y)) ->
  (forall x, length x = n -> P x) \/ exists x, length x = n /\ ~ P x.
Proof.
  induction n as [|n IH]; intros P Hdecided Hlinear.
  - destruct (Hdecided [] eq_refl) as [H|H]; [left|right; now exists []]. now intros [|].
  - assert (Hone : length (one :: zeros n) = S n) by (simpl; now rewrite zeros_length).
    destruct (Hdecided (one :: zeros n) Hone) as [H1|H1]; [|right; now exists (one :: zeros n)].
    destruct (IH (fun x => P (zero :: x))) as [H|(x & Hx & H)].
    + intros x Hx. apply Hdecided. simpl. congruence.
    + intros s x y Hx Hy Px Py. specialize (Hlinear s (zero :: x) (zero :: y)). rewrite plus_cons in Hlinear.
      replace (scalar_plus s zero zero) with (@zero K) in Hlinear by (unfold scalar_plus; ring).
      apply Hlinear; simpl; congruence || easy.
    + left. intros [|a x] Hx; [easy|]. injection Hx as Hx. rewrite cons_split, Hx.
      apply Hlinear; [simpl; congruence|exact Hone|now apply H|exact H1].
    + right. exists (zero :: x). split; [simpl; congruence|exact H].
Qed.

Lemma form_zero_or_not : forall n l, keeps scalar_plus n l ->
  (forall x, length x = n -> l x = @zero K) \/ exists x, length x = n /\ l x <> zero.
Proof.
  intros n l Hl. apply (everywhere_or_not n (fun x => l x = zero)).
  - intros x _. destruct (scalar_eq_dec (l x) zero); auto.
  - intros s x y Hx Hy H H'. rewrite Hl, H, H' by easy. unfold scalar_plus. ring.
Qed.

(** The kernel of a form other than 0 has one coordinate less. *)
Lemma kernel_coordinates : forall n (l : list K -> K), keeps scalar_plus (S n) l ->
  (exists v, length v = S n /\ l v <> zero) ->
  exists j, linear_coordinates scalars_plus (fun x => length x = S n /\ l x = zero) n j.
Proof.
  induction n as [|n IH]; intros l Hl (v & Hv & Hne).
  - exists (fun _ => zeros 1). split; [|split; [|split]].
    + intros _ _. split; [easy|]. now apply form_zeros.
    + intros [|a [|]] [Hx H]; try easy. exists []. split; [easy|]. destruct v as [|b [|]]; try easy.
      assert (E : forall c, l [c] = mul c (l [one])).
      { intro c. pose proof (form_zeros 1 l Hl) as Hzero. unfold zeros in Hzero. cbn [repeat] in Hzero.
        rewrite (keeps_cons scalar_plus 0 l c []), Hzero by easy. unfold scalar_plus, zeros. cbn [repeat]. ring. }
      unfold zeros. cbn [repeat]. f_equal. symmetry. rewrite E in H, Hne.
      destruct (scalar_eq_dec a zero) as [|Ha]; [easy|]. elim Hne.
      replace (l [one]) with (mul (inv a) (mul a (l [one]))) by (field; exact Ha). rewrite H. ring.
    + now intros [|] [|].
    + intros s x y _ _. unfold zeros. cbn [repeat]. rewrite plus_cons. f_equal. unfold scalar_plus. ring.
  - destruct (scalar_eq_dec (l (one :: zeros (S n))) zero) as [E|E].
    + destruct (IH (fun x => l (zero :: x))) as (j & Hinto & Honto & Hinjective & Hlinear).
      * now apply keeps_cons_zero.
      * destruct v as [|a v]; [easy|]. injection Hv as Hv. exists v. split; [exact Hv|]. intro H. apply Hne.
        rewrite (keeps_cons scalar_plus (S n) l a v Hl Hv), H, E. unfold scalar_plus. ring.
      * exists (fun x => hd zero x :: j (tl x)). split; [|split; [|split]].
        -- intros [|a x] Hx; [easy|]. injection Hx as Hx. cbn [hd tl]. destruct (Hinto x Hx) as [Hlength H].
           split; [simpl; congruence|]. rewrite (keeps_cons scalar_plus (S n) l a _ Hl Hlength), H, E.
           unfold scalar_plus. ring.
        -- intros [|a x] [Hx H]; [easy|]. injection Hx as Hx.
           rewrite (keeps_cons scalar_plus (S n) l a x Hl Hx), E in H.
           destruct (Honto x) as (y & Hy & <-).
           { split; [exact Hx|]. etransitivity; [|exact H]. unfold scalar_plus. ring. }
           exists (a :: y). split; [simpl; congruence|easy].
        -- intros [|a x] [|b y] Hx Hy H; try easy. injection Hx as Hx. injection Hy as Hy. cbn [hd tl] in H.
           injection H as -> H. f_equal. now apply Hinjective.
        -- intros s [|a x] [|b y] Hx Hy; try easy. injection Hx as Hx. injection Hy as Hy.
           rewrite !plus_cons. cbn [hd tl]. now rewrite Hlinear.
    + exists (fun x => mul (opp (inv (l (one :: zeros (S n))))) (l (zero :: x)) :: x). split; [|split; [|split]].
      * intros x Hx. split; [simpl; congruence|]. rewrite (keeps_cons scalar_plus (S n) l _ x Hl Hx).
        unfold scalar_plus. field. exact E.
      * intros [|a x] [Hx H]; [easy|]. injection Hx as Hx. exists x. split; [exact Hx|]. f_equal.
        rewrite (keeps_cons scalar_plus (S n) l a x Hl Hx) in H. unfold scalar_plus in H.
        replace (l (zero :: x)) with (add (add (l (zero :: x)) (mul a (l (one :: zeros (S n)))))
          (opp (mul a (l (one :: zeros (S n)))))) by ring. rewrite H. field. exact E.
      * intros x y _ _ H. now injection H.
      * intros s x y Hx Hy. rewrite plus_cons. f_equal. rewrite (keeps_cons_zero scalar_plus (S n) l Hl s x y Hx Hy).
        unfold scalar_plus. ring.
Qed.

(** With a vector v where the form isn't 0, the kernel spans the space, in one way. *)
Lemma split_along : forall n (l : list K -> K) v j, keeps scalar_plus (S n) l -> length v = S n -> l v <> zero ->
  linear_coordinates scalars_plus (fun x => length x = S n /\ l x = zero) n j ->
  (forall x, length x = S n -> exists y, length y = n /\ scalars_plus (mul (inv (l v)) (l x)) (j y) v = x) /\
  (forall s y, length y = n -> length (scalars_plus s (j y) v) = S n /\ l (scalars_plus s (j y) v) = mul s (l v)) /\
  (forall s y s' y', length y = n -> length y' = n ->
    scalars_plus s (j y) v = scalars_plus s' (j y') v -> s = s' /\ y = y').
Proof.
  intros n l v j Hl Hv Hne (Hinto & Honto & Hinjective & _).
  assert (Hvalue : forall s y, length y = n ->
    length (scalars_plus s (j y) v) = S n /\ l (scalars_plus s (j y) v) = mul s (l v)).
  { intros s y Hy. destruct (Hinto y Hy) as [Hjy H]. split; [rewrite plus_length; congruence|].
    rewrite Hl, H by easy. unfold scalar_plus. ring. }
  split; [|split; [exact Hvalue|]].
  - intros x Hx. destruct (Honto (scalars_plus (opp (mul (inv (l v)) (l x))) x v)) as (y & Hy & E).
    + split; [rewrite plus_length; congruence|]. rewrite Hl by easy. unfold scalar_plus. field. exact Hne.
    + exists y. split; [exact Hy|]. rewrite E. apply plus_undo. congruence.
  - intros s y s' y' Hy Hy' E. assert (Es : s = s').
    { assert (E' := f_equal l E). rewrite !(fun s y H => proj2 (Hvalue s y H)) in E' by easy.
      replace s with (mul (inv (l v)) (mul s (l v))) by (field; exact Hne). rewrite E'. field. exact Hne. }
    split; [exact Es|]. subst s'. destruct (Hinto y Hy) as [Hjy _], (Hinto y' Hy') as [Hjy' _].
    apply Hinjective; [easy|easy|]. apply (plus_cancel s _ _ v); congruence.
Qed.

(** Fewer than n linear forms have a common zero other than 0. *)
Lemma common_zero : forall k n (forms : list (list K -> K)),
  (forall l, In l forms -> keeps scalar_plus n l) -> length forms = k -> k < n ->
  exists x, length x = n /\ x <> zeros n /\ forall l, In l forms -> l x = zero.
Proof.
  induction k as [|k IH]; intros [|n] forms Hforms Hlength Hk; try now apply Nat.nlt_0_r in Hk.
  - destruct forms; [|easy]. exists (one :: zeros n). split; [simpl; now rewrite zeros_length|].
    split; [|easy]. intro H. injection H as H. now apply (F_1_neq_0 (field_laws K)).
  - destruct forms as [|l forms]; [easy|]. injection Hlength as Hlength. apply Nat.succ_lt_mono in Hk.
    assert (Hl : keeps scalar_plus (S n) l) by (apply Hforms; now left).
    assert (Hrest : forall l', In l' forms -> keeps scalar_plus (S n) l') by (intros l' Hl'; apply Hforms; now right).
    destruct (form_zero_or_not (S n) l Hl) as [H|H].
    + destruct (IH (S n) forms Hrest Hlength) as (x & Hx & Hne & Hzero); [now apply Nat.lt_lt_succ_r|].
      exists x. split; [exact Hx|]. split; [exact Hne|]. intros l' [<-|Hl']; [now apply H|now apply Hzero].
    + destruct (kernel_coordinates n l Hl H) as (j & Hinto & Honto & Hinjective & Hlinear).
      destruct (IH n (map (fun l' x => l' (j x)) forms)) as (x & Hx & Hne & Hzero).
      * intros l' Hl' s x y Hx Hy. apply in_map_iff in Hl' as (l'' & <- & Hl'').
        rewrite Hlinear by easy. apply Hrest; [exact Hl''|now apply Hinto|now apply Hinto].
      * now rewrite map_length.
      * exact Hk.
      * exists (j x). destruct (Hinto x Hx) as [Hjx Hljx]. split; [exact Hjx|]. split.
        -- intro E. apply Hne, Hinjective; [exact Hx|apply zeros_length|]. rewrite E. symmetry.
           apply vectors_zeros; [exact Hlinear|]. now apply Hinto, zeros_length.
        -- intros l' [<-|Hl']; [exact Hljx|]. apply (Hzero (fun x => l' (j x))).
           apply in_map_iff. now exists l'.
Qed.

(** A linear map into the image of an injective one factors through it: finitely many preimages are chosen. *)
Lemma preimages : forall {X Y : Type} (plus : K -> X -> X -> X) (plus' : K -> Y -> Y -> Y) (S : X -> Prop) (h : X -> Y),
  (forall s x y, S x -> S y -> S (plus s x y)) ->
  (forall s x y, S x -> S y -> h (plus s x y) = plus' s (h x) (h y)) ->
  (forall x y, S x -> S y -> h x = h y -> x = y) ->
  forall n f, keeps plus' n f -> (forall x, length x = n -> exists p, S p /\ h p = f x) ->
  exists f', (forall x, length x = n -> S (f' x) /\ h (f' x) = f x) /\ keeps plus n f'.
Proof.
  intros X Y plus plus' S h Hclosed Hlinear Hinjective n f Hf Himage.
  assert (H : exists f', forall x, length x = n -> S (f' x) /\ h (f' x) = f x).
  { revert f Hf Himage. induction n as [|n IH]; intros f Hf Himage.
    - destruct (Himage [] eq_refl) as (p & Hp). exists (fun _ => p). now intros [|].
    - destruct (Himage (one :: zeros n)) as (p & Hp & Ep); [simpl; now rewrite zeros_length|].
      destruct (IH (fun x => f (zero :: x)) (keeps_cons_zero plus' n f Hf)) as (f' & Hf').
      + intros x Hx. apply Himage. simpl. congruence.
      + exists (fun x => plus (hd zero x) (f' (tl x)) p). intros [|a x] Hx; [easy|]. injection Hx as Hx. cbn [hd tl].
        destruct (Hf' x Hx) as [Hin E]. split; [now apply Hclosed|].
        rewrite Hlinear, E, Ep by easy. symmetry. now apply keeps_cons. }
  destruct H as (f' & Hf'). exists f'. split; [exact Hf'|]. intros s x y Hx Hy.
  assert (Hxy : length (scalars_plus s x y) = n) by (rewrite plus_length; congruence).
  destruct (Hf' x Hx) as [Hin E], (Hf' y Hy) as [Hin' E'], (Hf' _ Hxy) as [Hin'' E''].
  apply Hinjective; [easy|now apply Hclosed|]. rewrite Hlinear, E, E', E'' by easy. now apply Hf.
Qed.

End Coordinates.
