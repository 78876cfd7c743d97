(** Networks with their mirror images, under codes for both: which units have a code, and their outgoing vectors' sums.
    *)

From Coq Require Import List Arith Bool Lia Field.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import VectorSpaces.
From Equiloss.Reduction Require Import SignedMeasure.
From Equiloss.Checkers Require Import CheckedShortestMirroredPath.
Import ListNotations.

Local Open Scope nat_scope.

Section Cover.

Context {K : Field} (p : parity) (base : list (list K * list K)).
Add Field K_field_covers : (field_laws K).

Lemma parity_squared : forall x : K, mul (parity_sign p) (mul (parity_sign p) x) = x.
Proof. intro x. transitivity (mul (mul (parity_sign p) (parity_sign p)) x); [ring|]. rewrite parity_sign_square.
ring. Qed.

Lemma image_twice : forall u : list K * list K, units_mirrored p (units_mirrored p u) = u.
Proof.
intros [w a]. unfold units_mirrored. cbn [fst snd]. rewrite !map_map. f_equal.
  - rewrite <- (map_id w) at 2. apply map_ext. intro x. ring.
  - rewrite <- (map_id a) at 2. apply map_ext. exact parity_squared.
Qed.

Lemma image_entry : forall (u : list K * list K) j,
  nth j (snd (units_mirrored p u)) zero = mul (parity_sign p) (nth j (snd u) zero).
Proof.
intros [w a] j. unfold units_mirrored. cbn [fst snd]. transitivity (nth j (map (mul (parity_sign p)) a) (mul
    (parity_sign p) zero)).
  - f_equal. ring.
  - apply map_nth.
Qed.

Lemma side_injective : forall c c' s s', (forall t, c = Label t -> t < length base) -> (forall t, c' = Label t ->
  t < length base) ->
  side (length base) c s = side (length base) c' s' -> c = c' /\ s = s'.
Proof.
intros [t|z] [t'|z'] s s' H H' E; try (destruct s, s'; discriminate E).
  - specialize (H t eq_refl). specialize (H' t' eq_refl). destruct s, s'; injection E as E; split; try reflexivity;
      try lia;
      f_equal; lia.
  - destruct s, s'; injection E as E; split; try reflexivity; try lia; f_equal; lia.
Qed.

(** ** The units with their codes, with images and turned back *)

Definition coded_pair : Type := (signed_code * (list K * list K))%type.
Definition upright_half (l : list coded_pair) := map (fun q => (cover_code (length base) false (fst q), snd q)) l.
Definition image_half (l : list coded_pair) := map (fun q => (cover_code (length base) true (fst q), units_mirrored p
  (snd q))) l.
Definition turned (l : list coded_pair) : list (code * (list K * list K)) :=
  flat_map (fun q : coded_pair => match fst q with
    | Some (c, mirror) => [(c, if mirror then units_mirrored p (snd q) else snd q)]
    | None => []
    end) l.

Lemma combine_cover : forall P (θ : list (list K * list K)), length θ = length P ->
  combine (cover (length base) P) (θ ++ map (units_mirrored p) θ) =
    upright_half (combine P θ) ++ image_half (combine P θ).
Proof.
intros P θ H. unfold cover, upright_half, image_half.
assert (Hhalf : forall (g : signed_code -> code) (h : list K * list K ->
    list K * list K), combine (map g P) (map h θ) =
    map (fun q => (g (fst q), h (snd q))) (combine P θ)).
  { clear H. intros g h. revert θ. induction P as [|c P IH]; intros [|u θ]; try reflexivity.
    cbn [map combine fst snd].
    now rewrite IH. }
  rewrite <- (Hhalf (cover_code (length base) true) (units_mirrored p)).
  replace (map (fun q => (cover_code (length base) false (fst q), snd q)) (combine P θ)) with (combine (map
    (cover_code (length base) false) P) θ).
  - clear Hhalf. generalize (map (cover_code (length base) true) P) as Q. generalize (map (units_mirrored p) θ) as φ.
    revert θ H.
    induction P as [|c P IH]; intros [|u θ] H φ Q; try discriminate H; [reflexivity|]. cbn [map combine app].
    f_equal. apply IH. now injection H.
  - rewrite <- (Hhalf _ (fun u => u)). now rewrite map_id.
Qed.

Lemma combine_turned : forall P (θ : list (list K * list K)), length θ = length P ->
  combine (map fst (audible P)) (units_turned_back p P θ) = turned (combine P θ).
Proof.
unfold units_turned_back, turned, audible.
induction P as [|c P IH]; intros [|u θ] H; try discriminate H; [reflexivity|]. injection H as H.
    specialize (IH θ H).
  cbn [combine flat_map fst snd]. destruct c as [[c mirror]|]; cbn [app map combine fst]; [now rewrite IH|exact IH].
Qed.

Section Coded.

Context (l : list coded_pair) (labels_below : forall t s u, In (Some (Label t, s), u) l -> t < length base).

Lemma in_cover : forall d u, In (d, u) (upright_half l ++ image_half l) ->
  exists q mirror, In q l /\ d = cover_code (length base) mirror (fst q) /\ u = if mirror :
    bool then units_mirrored p (snd q) else snd q.
Proof.
intros d u H. apply in_app_or in H as [H|H]; apply in_map_iff in H as (q & [= <- <-] & Hq);
    [exists q, false|exists q, true]; repeat split; exact Hq.
Qed.

Lemma in_side : forall c s u, (forall t, c = Label t -> t < length base) ->
  In (side (length base) c s, u) (upright_half l ++ image_half l) ->
  exists v, In (c, v) (turned l) /\ u = if s : bool then units_mirrored p v else v.
Proof.
intros c s u Hc H. apply in_cover in H as ([[[d s']|] v] & mirror & Hq & E & ->); cbn [fst snd cover_code] in *.
  - destruct (side_injective c d s (xorb s' mirror)) as [<- ->]; [exact Hc| |exact E|].
    { intros t ->. exact (labels_below t s' v Hq). }
    exists (if s' then units_mirrored p v else v). split.
    + apply in_flat_map. exists (Some (c, s'), v). split; [exact Hq|now left].
    + destruct s', mirror; cbn [xorb]; now rewrite ?image_twice.
  - destruct c, s; discriminate E.
Qed.

Lemma in_silent : forall u, In (Zero 0, u) (upright_half l ++ image_half l) ->
  exists v, In (None, v) l /\ (u = v \/ u = units_mirrored p v).
Proof.
intros u H. apply in_cover in H as ([[[d s']|] v] & mirror & Hq & E & ->); cbn [fst snd cover_code] in *.
  - destruct d, s', mirror; discriminate E.
  - exists v. split; [exact Hq|]. destruct mirror; [now right|now left].
Qed.

End Coded.

(** ** The sums of outgoing vectors *)

Definition block_entry (c : code) (l : list (code * (list K * list K))) (j : nat) : K :=
  sum (map (fun q => nth j (snd (snd q)) zero) (filter (fun q => if code_eq_dec (fst q) c then true else false) l)).

Lemma block_entry_app : forall c l l' j, block_entry c (l ++ l') j = add (block_entry c l j) (block_entry c l' j).
Proof.
intros c l l' j. unfold block_entry, sum. rewrite filter_app, map_app.
induction (map _ (filter _ l)) as [|x k IH]; cbn [app fold_right]; [ring|]. rewrite IH. ring.
Qed.

Lemma block_entry_cons : forall c q l j, block_entry c (q :: l) j =
  add (if code_eq_dec (fst q) c then nth j (snd (snd q)) zero else zero) (block_entry c l j).
Proof.
intros c q l j. unfold block_entry, sum. cbn [filter]. destruct (code_eq_dec (fst q) c); cbn [map fold_right]; ring.
Qed.

(** What a unit and its image contribute. *)
Lemma cover_contribution : forall d u c s j, (forall t s', d = Some (Label t, s') -> t < length base) ->
  (forall t, c = Label t -> t < length base) ->
  add (if code_eq_dec (cover_code (length base) false d) (side (length base) c s) then nth j (snd u) zero else zero)
    (if code_eq_dec (cover_code (length base) true d) (side (length base) c s) then nth j (snd (units_mirrored p u))
      zero else zero) =
  mul (if s : bool then parity_sign p else one) (block_entry c (turned [(d, u)]) j).
Proof.
intros d u c s j Hd Hc. destruct d as [[d s']|]; cbn [cover_code turned flat_map fst snd app].
  - rewrite block_entry_cons. replace (block_entry c [] j) with (@zero K) by reflexivity. cbn [fst snd].
    assert (Hside : forall mirror, side (length base) d mirror = side (length base) c s -> d = c /\ mirror = s).
    { intros mirror E. apply (side_injective d c mirror s); [|exact Hc|exact E]. intros t ->.
      exact (Hd t s' eq_refl). }
    destruct (code_eq_dec d c) as [->|Hne].
    + pose proof (image_entry u j) as Hu. pose proof (parity_squared (nth j (snd u) zero)) as Hu'.
      destruct (code_eq_dec (side (length base) c (xorb s' false)) (side (length base) c s)) as [E0|E0],
        (code_eq_dec (side (length base) c (xorb s' true)) (side (length base) c s)) as [E1|E1];
        try (apply Hside in E0 as [_ E0]); try (apply Hside in E1 as [_ E1]); destruct s, s'; cbn [xorb] in *;
        try congruence; rewrite ?Hu, ?Hu'; ring [Hu'].
    + destruct (code_eq_dec (side (length base) d (xorb s' false)) (side (length base) c s)) as [E|E];
        [now apply Hside in E|].
      destruct (code_eq_dec (side (length base) d (xorb s' true)) (side (length base) c s)) as [E'|E'];
        [now apply Hside in E'|ring].
  - replace (block_entry c [] j) with (@zero K) by reflexivity.
    destruct (code_eq_dec (Zero 0) (side (length base) c s)) as [E|E]; [destruct c, s; discriminate E|ring].
Qed.

Lemma cover_block : forall l c s j, (forall t s' u, In (Some (Label t, s'), u) l -> t < length base) ->
  (forall t, c = Label t -> t < length base) ->
  block_entry (side (length base) c s) (upright_half l ++ image_half l) j =
  mul (if s : bool then parity_sign p else one) (block_entry c (turned l) j).
Proof.
intros l c s j Hl Hc. rewrite block_entry_app. induction l as [|[d u] l IH]; [unfold block_entry; cbn; ring|].
specialize (IH (fun t s' v H => Hl t s' v (or_intror H))).
assert (Hturned : block_entry c (turned ((d, u) :: l)) j =
    add (block_entry c (turned [(d, u)]) j) (block_entry c (turned l) j)).
  { rewrite <- block_entry_app. f_equal. unfold turned. cbn [flat_map]. now rewrite app_nil_r. }
  assert (Hd : forall t s', d = Some (Label t, s') -> t < length base) by (intros t s' ->;
    exact (Hl t s' u (or_introl eq_refl))).
  pose proof (cover_contribution d u c s j Hd Hc) as Hone. rewrite Hturned. clear Hturned.
  set (b := block_entry c (turned [(d, u)]) j) in *. set (z := block_entry c (turned l) j) in *.
  unfold upright_half, image_half in *. cbn [map fst snd]. rewrite !block_entry_cons. cbn [fst snd].
  match goal with |- ?a = mul ?e (add b z) => transitivity (add (mul e b) (mul e z)); [|ring] end.
  rewrite <- Hone, <- IH. ring.
Qed.

Lemma silent_block : forall l j, (p = Even -> forall u, ~ In (None, u) l) ->
  block_entry (Zero 0) (upright_half l ++ image_half l) j = zero.
Proof.
intros l j. rewrite block_entry_app. induction l as [|[d u] l IH]; intro Hl; [unfold block_entry; cbn; ring|].
specialize (IH (fun E v H => Hl E v (or_intror H))). unfold upright_half, image_half in *.
cbn [map fst snd]. rewrite !block_entry_cons. cbn [fst snd].
assert (Hone : add (if code_eq_dec (cover_code (length base) false d) (Zero 0) then nth j (snd u) zero else zero)
    (if code_eq_dec (cover_code (length base) true d) (Zero 0) then nth j (snd (units_mirrored p u)) zero else zero)
      = zero).
  { destruct d as [[[t|z] s]|]; cbn [cover_code].
    - destruct s; cbn [xorb side]; destruct (code_eq_dec _ _) as [E|_]; try discriminate E;
        destruct (code_eq_dec _ _) as [E|_]; try discriminate E; ring.
    - destruct s; cbn [xorb side]; destruct (code_eq_dec _ _) as [E|_]; try discriminate E;
        destruct (code_eq_dec _ _) as [E|_]; try discriminate E; ring.
    - destruct (code_eq_dec (Zero 0) (Zero 0)) as [_|E]; [|now elim E]. rewrite image_entry. unfold parity_sign.
      destruct p; [ring|]. elim (Hl eq_refl u). now left. }
  match goal with |- add (add ?a ?x) (add ?b ?y) = _ => transitivity (add (add a b) (add x y)); [ring|] end.
  rewrite Hone, IH. ring.
Qed.

End Cover.
