(** Bounds of large integers, rounded to 26 binary digits, and such bounds of powers. *)

From Coq Require Import ZArith Lia.
From Equiloss Require Import Statements.

Local Open Scope Z_scope.

(** The bounds of x, in multiples of [unit]. *)
Definition bounded (unit x : Z) (b : Z * Z) : Prop := fst b * unit <= x <= snd b * unit.

(** Drops the last k binary digits: down, and up. *)
Definition round (k : Z) (b : Z * Z) : Z * Z := (Z.shiftr (fst b) k, - Z.shiftr (- snd b) k).

Lemma round_bounded : forall k unit x b,
  0 <= k -> 0 <= unit -> bounded unit x b -> bounded (2 ^ k * unit) x (round k b).
Proof.
  intros k unit x b Hk Hunit [Hlow Hhigh]. unfold bounded, round. cbn [fst snd].
  rewrite !Z.shiftr_div_pow2, !Z.mul_assoc by exact Hk.
  assert (Hfloor : forall y, y / 2 ^ k * 2 ^ k <= y).
  { intro y. rewrite Z.mul_comm. apply Z.mul_div_le. now apply Z.pow_pos_nonneg. }
  split.
  - apply Z.le_trans with (fst b * unit); [|exact Hlow]. now apply Z.mul_le_mono_nonneg_r.
  - apply Z.le_trans with (snd b * unit); [exact Hhigh|]. apply Z.mul_le_mono_nonneg_r; [exact Hunit|].
    specialize (Hfloor (- snd b)). lia.
Qed.

(** How many binary digits n has beyond 26. *)
Definition excess (n : Z) : Z := Z.max 0 (Z.log2 n - 25).

Lemma excess_nonneg : forall n, 0 <= excess n.
Proof. intro n. apply Z.le_max_l. Qed.

(** From bounds of x and their unit those of factor·x². *)
Definition squared (bounds : (Z * Z) * Z) (factor : Z) : (Z * Z) * Z :=
  let '(low, high, unit) := bounds in
  let high' := factor * (high * high) in
  let k := excess high' in
  (round k (factor * (low * low), high'), 2 ^ k * (unit * unit)).

(** Bounds of n^e and their unit. *)
Fixpoint power (n : Z) (e : positive) : (Z * Z) * Z :=
  match e with
  | xH => (n, n, 1)
  | xO e' => squared (power n e') 1
  | xI e' => squared (power n e') n
  end.

Lemma power_bounded : forall n e, 0 <= n ->
  0 <= fst (fst (power n e)) /\ 0 <= snd (power n e) /\ bounded (snd (power n e)) (n ^ Zpos e) (fst (power n e)).
Proof.
  intros n e Hn.
  assert (Hsquare : forall factor low high unit x k, 0 <= factor -> 0 <= low -> 0 <= unit -> 0 <= k ->
    bounded unit x (low, high) ->
    0 <= Z.shiftr (factor * (low * low)) k /\ 0 <= 2 ^ k * (unit * unit) /\
    bounded (2 ^ k * (unit * unit)) (factor * (x * x)) (round k (factor * (low * low), factor * (high * high)))).
  { intros factor low high unit x k Hfactor Hlow Hunit Hk [Hx Hx']. cbn [fst snd] in Hx, Hx'.
    assert (H0 : 0 <= low * unit) by now apply Z.mul_nonneg_nonneg.
    split; [apply Z.shiftr_nonneg; now repeat apply Z.mul_nonneg_nonneg|].
    split; [repeat apply Z.mul_nonneg_nonneg; try easy; now apply Z.pow_nonneg|].
    apply round_bounded; [exact Hk|now apply Z.mul_nonneg_nonneg|].
    unfold bounded. cbn [fst snd].
    replace (factor * (low * low) * (unit * unit)) with (factor * ((low * unit) * (low * unit))) by ring.
    replace (factor * (high * high) * (unit * unit)) with (factor * ((high * unit) * (high * unit))) by ring.
    split; (apply Z.mul_le_mono_nonneg_l; [exact Hfactor|]; apply Z.mul_le_mono_nonneg; lia). }
  induction e as [e IH|e IH|].
  - cbn [power]. unfold squared. destruct (power n e) as [[low high] unit]. cbn [fst snd] in *. destruct IH as [Hlow [Hunit IH]].
    replace (n ^ Z.pos e~1) with (n * (n ^ Z.pos e * n ^ Z.pos e))
      by (rewrite Pos2Z.inj_xI, Z.pow_add_r, Z.pow_twice_r, Z.pow_1_r by easy; ring).
    apply Hsquare; try easy. apply excess_nonneg.
  - cbn [power]. unfold squared. destruct (power n e) as [[low high] unit]. cbn [fst snd] in *. destruct IH as [Hlow [Hunit IH]].
    replace (n ^ Z.pos e~0) with (1 * (n ^ Z.pos e * n ^ Z.pos e)) by (rewrite Pos2Z.inj_xO, Z.pow_twice_r; ring).
    apply Hsquare; try easy. apply excess_nonneg.
  - unfold bounded. cbn [power fst snd]. rewrite Z.pow_1_r. lia.
Qed.
