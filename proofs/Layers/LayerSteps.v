(** Steps of reduction, and permutations, at one layer keep its measure; and every network is such a step of others. *)

From Coq Require Import List Arith Lia Permutation Field.
From Equiloss Require Import Statements.
From Equiloss.Layers Require Import Layers.
Import ListNotations.

(** ** The shapes *)

Section Shapes.

Context {K : Field}.

Lemma shaped_app : forall (before θ : list (matrix K)) d_in d_out,
  shaped d_in d_out (before ++ θ) <-> exists n, shaped d_in n before /\ shaped n d_out θ.
Proof.
  induction before as [|M before IH]; intros θ d_in d_out; cbn [app shaped].
  - split; [intro H; now exists d_in|now intros (n & -> & H)].
  - rewrite IH. split; [intros (HM & n & H)|intros (n & (HM & H) & Hθ)]; [exists n; tauto|].
    split; [exact HM|]. now exists n.
Qed.

Lemma shaped_unique : forall (θ : list (matrix K)) d n n', shaped d n θ -> shaped d n' θ -> n = n'.
Proof.
  induction θ as [|M θ IH]; intros d n n'; cbn [shaped]; [congruence|].
  intros [_ H] [_ H']. exact (IH _ _ _ H H').
Qed.

Lemma pair_units_cons : forall w (M M' : matrix K),
  pair_units (w :: M) M' = (w, map (fun row => nth 0 row zero) M') :: pair_units M (map (@tl K) M').
Proof.
  intros w M M'. unfold pair_units. cbn [length seq map nth]. f_equal. rewrite <- seq_shift, map_map.
  apply map_ext. intro i. cbn [nth]. f_equal. rewrite map_map. apply map_ext. now intros [|s row]; [destruct i|].
Qed.

Lemma pair_units_outgoing : forall (M M' : matrix K) u, In u (pair_units M M') -> length (snd u) = length M'.
Proof. intros M M' u H. apply in_map_iff in H as (i & <- & _). apply map_length. Qed.

End Shapes.

(** ** Measures *)

Section Measures.

Context {K : Field}.
Add Field K_field3 : (field_laws K).

Lemma units_measure_cons : forall u units w j,
  units_measure (u :: units) w j =
  add (if row_eq_dec (fst u) w then @nth K j (snd u) zero else zero) (units_measure units w j).
Proof. intros u units w j. rewrite !measure_is_mass. apply mass_cons. Qed.

Lemma units_measure_app : forall l l' w (j : nat),
  units_measure (l ++ l') w j = add (units_measure l w j) (@units_measure K l' w j).
Proof.
  induction l as [|u l IH]; intros l' w j; cbn [app].
  { change (units_measure [] w j) with (@zero K). ring. }
  rewrite !units_measure_cons, IH. ring.
Qed.

Lemma nth_add : forall (a b : list K) j, length a = length b ->
  nth j (map (fun p => add (fst p) (snd p)) (combine a b)) zero = add (nth j a zero) (nth j b zero).
Proof.
  induction a as [|s a IH]; intros [|t b] j H; try easy; [destruct j; cbn; ring|].
  injection H as H. destruct j as [|j]; [reflexivity|]. exact (IH b j H).
Qed.

Lemma nth_zeros : forall (a : list K) j, (forall s, In s a -> s = zero) -> nth j a zero = zero.
Proof. intros a j H. destruct (nth_in_or_default j a zero) as [Hin|E]; [now apply H|exact E]. Qed.

Lemma unit_reduction_measure : forall d (units units' : list (list K * list K)),
  (forall u, In u units -> length (snd u) = d) -> unit_reduction units units' -> same_units_measure units units'.
Proof.
  intros d units units' Hd H. destruct H as [l1 l2 l3 w a b|l1 l2 w a Ha]; intros v j.
  - rewrite !units_measure_app, !units_measure_cons, !units_measure_app, !units_measure_cons. cbn [fst snd].
    rewrite nth_add; [destruct (row_eq_dec w v); ring|].
    transitivity d; [apply (Hd (w, a))|symmetry; apply (Hd (w, b))]; rewrite !in_app_iff; simpl; [tauto|].
    right. right. apply in_app_iff. right. now left.
  - rewrite !units_measure_app, !units_measure_cons. cbn [fst snd]. rewrite nth_zeros by exact Ha.
    destruct (row_eq_dec w v); ring.
Qed.

Lemma permutation_measure : forall units units' : list (list K * list K),
  Permutation units units' -> same_units_measure units units'.
Proof.
  intros units units' H. induction H as [|u l l' H IH|u v l|l l' l'' H IH H' IH']; intros w j.
  - reflexivity.
  - now rewrite !units_measure_cons, IH.
  - rewrite !units_measure_cons. ring.
  - now rewrite IH.
Qed.

Lemma weaker_at_one_layer : forall d_in d_out
    (related related' : list (list K * list K) -> list (list K * list K) -> Prop) (θ θ' : list (matrix K)),
  (forall M M' N N', related (pair_units M M') (pair_units N N') -> related' (pair_units M M') (pair_units N N')) ->
  at_one_layer d_in d_out related θ θ' -> at_one_layer d_in d_out related' θ θ'.
Proof.
  intros d_in d_out related related' θ θ' H (Hθ & Hθ' & before & M & M' & N & N' & after & E & E' & Hlength & Hrelated).
  split; [exact Hθ|]. split; [exact Hθ'|]. exists before, M, M', N, N', after. auto.
Qed.

End Measures.

(** ** One unit more *)

Section OneMore.

Context {K : Field}.

Lemma combine_maps : forall {X Y Z : Type} (f : X -> Y) (g : X -> Z) (l : list X),
  combine (map f l) (map g l) = map (fun x => (f x, g x)) l.
Proof. intros X Y Z f g l. induction l as [|x l IH]; [easy|]. cbn [map combine]. now rewrite IH. Qed.

(** A wider pair fits where its rows are one longer and it has a row more. *)
Lemma wider_shaped : forall d_in d_out n (before after : list (matrix K)) (M M' N' : matrix K) w,
  shaped d_in d_out (before ++ M :: M' :: after) -> shaped d_in n before -> length w = n -> length N' = length M' ->
  (forall row, In row N' -> exists row', In row' M' /\ length row = S (length row')) ->
  shaped d_in d_out (before ++ (w :: M) :: N' :: after).
Proof.
  intros d_in d_out n before after M M' N' w H Hn Hw Hlength Hrows.
  apply shaped_app in H as (n' & Hbefore & HM & HM' & H).
  rewrite (shaped_unique _ _ _ _ Hbefore Hn) in *. apply shaped_app. exists n. split; [exact Hn|].
  split; [intros row [<-|Hrow]; [exact Hw|now apply HM]|]. split; [|now rewrite Hlength].
  intros row Hrow. destruct (Hrows row Hrow) as (row' & Hrow' & ->). cbn [length]. f_equal. now apply HM'.
Qed.

Lemma with_zero_unit : forall d_in d_out (before after : list (matrix K)) (M M' : matrix K) n w,
  shaped d_in d_out (before ++ M :: M' :: after) -> shaped d_in n before -> length w = n ->
  layer_reduction d_in d_out (before ++ (w :: M) :: map (cons zero) M' :: after) (before ++ M :: M' :: after).
Proof.
  intros d_in d_out before after M M' n w H Hn Hw. split; [|split; [exact H|]].
  - apply (wider_shaped d_in d_out n before after M M'); try assumption; [apply map_length|].
    intros row Hrow. apply in_map_iff in Hrow as (row' & <- & Hrow'). now exists row'.
  - exists before, (w :: M), (map (cons zero) M'), M, M', after. do 2 (split; [reflexivity|]).
    split; [apply map_length|]. rewrite pair_units_cons, !map_map. cbn [tl nth]. rewrite map_id.
    apply (drop_unit []). intros s Hs. now apply in_map_iff in Hs as (row & <- & _).
Qed.

Lemma with_unit_halved : forall d_in d_out (before after : list (matrix K)) (M M' : matrix K) w (parts : list (K * K)),
  shaped d_in d_out (before ++ (w :: M) ::
    map (fun p => add (fst (fst p)) (snd (fst p)) :: snd p) (combine parts M') :: after) ->
  layer_reduction d_in d_out
    (before ++ (w :: w :: M) :: map (fun p => fst (fst p) :: snd (fst p) :: snd p) (combine parts M') :: after)
    (before ++ (w :: M) :: map (fun p => add (fst (fst p)) (snd (fst p)) :: snd p) (combine parts M') :: after).
Proof.
  intros d_in d_out before after M M' w parts H. split; [|split; [exact H|]].
  - pose proof H as Hw. apply shaped_app in Hw as (n & Hn & Hw & _).
    apply (wider_shaped d_in d_out n _ _ _ _ _ _ H Hn); [now apply Hw; left|now rewrite !map_length|].
    intros row Hrow. apply in_map_iff in Hrow as (p & <- & Hp).
    exists (add (fst (fst p)) (snd (fst p)) :: snd p). split; [|easy].
    now apply (in_map (fun p => add (fst (fst p)) (snd (fst p)) :: snd p)).
  - eexists before, _, _, _, _, after. do 2 (split; [reflexivity|]). split; [now rewrite !map_length|].
    rewrite !pair_units_cons, !map_map. cbn [tl nth].
    pose proof (merge_units [] [] (pair_units M (map snd (combine parts M'))) w
      (map (fun p => fst (fst p)) (combine parts M')) (map (fun p => snd (fst p)) (combine parts M'))) as Hmerge.
    rewrite combine_maps, map_map in Hmerge. exact Hmerge.
Qed.

End OneMore.

Theorem layer_replacements_exist : LayerReplacementsExist.
Proof.
  intros K d_in d_out. split; [|split; [|split]].
  - intros θ θ'. apply weaker_at_one_layer. intros M M' N N'. apply (unit_reduction_measure (length M')).
    apply pair_units_outgoing.
  - intros θ θ'. apply weaker_at_one_layer. intros M M' N N'. apply permutation_measure.
  - intros before after M M' n w. apply with_zero_unit.
  - intros before after M M' w parts. apply with_unit_halved.
Qed.
