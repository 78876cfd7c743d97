(** Sequences of steps, of any kind. *)

From Coq Require Import List Arith Lia Relations.

Section Steps.

Context {X : Type} (step : X -> X -> Prop).

(** Steps that are steps of another kind. *)
Lemma steps_weaker : forall step' : X -> X -> Prop, (forall x y, step x y -> step' x y) ->
  forall x y, clos_refl_trans _ step x y -> clos_refl_trans _ step' x y.
Proof.
  intros step' H x y Hsteps. induction Hsteps as [x y Hstep|x|x y z _ IH _ IH'];
    [now apply rt_step, H|apply rt_refl|now apply rt_trans with y].
Qed.

(** What each step keeps. *)
Lemma steps_keep : forall P : X -> Prop, (forall x y, step x y -> P x -> P y) ->
  forall x y, clos_refl_trans _ step x y -> P x -> P y.
Proof. intros P H x y Hsteps. induction Hsteps as [x y Hstep|x|x y z _ IH _ IH']; eauto. Qed.

(** Steps that make something smaller end where there is none. *)
Lemma steps_end : forall (size : X -> nat) (fits final : X -> Prop),
  (forall x, fits x -> (exists y, step x y) \/ final x) -> (forall x y, step x y -> fits y /\ size y < size x) ->
  forall x, fits x -> exists y, clos_refl_trans _ step x y /\ final y.
Proof.
  intros size fits final Hstep Hsmaller.
  assert (H : forall n x, size x <= n -> fits x -> exists y, clos_refl_trans _ step x y /\ final y).
  { induction n as [|n IH]; intros x Hn Hx; (destruct (Hstep x Hx) as [[y Hy]|Hfinal];
      [|exists x; split; [apply rt_refl|exact Hfinal]]); destruct (Hsmaller x y Hy) as [Hfits Hless]; [lia|].
    destruct (IH y) as (z & Hz & Hfinal); [lia|exact Hfits|].
    exists z. split; [apply rt_trans with y; [now apply rt_step|exact Hz]|exact Hfinal]. }
  intros x. exact (H _ x (le_n _)).
Qed.

End Steps.
