(** The critical cells beside the root are β(r,m) in number, and defined everywhere. *)

From Coq Require Import List Arith ZArith Relations Lia.
From Equiloss Require Import Statements.
From Equiloss.Foundations Require Import Sums Differences ListFacts.
From Equiloss.Counting Require Import Counts Spread.
From Equiloss.Topology Require Import SphereCount CellTypes Matching MatchingAcyclic.
Import ListNotations.

Local Open Scope nat_scope.

(** The critical cells beside the root. A copy with t elsewhere too has its own, and without a unit to spare none: then
    the root of the copy with t nowhere else is not matched. *)
Fixpoint spheres (n : nat) (labels : list nat) : list (list (option nat)) :=
  match n with
  | O => []
  | S n' =>
      match labels with
      | [] => []
      | τ :: others =>
          map (cons (Some τ)) (spheres n' others) ++
          flat_map (fun t => map (cons (Some t))
            ((if length labels <=? n' then spheres n' (last_of t labels) else [placed (without t labels) n']) ++
              spheres n' (without t labels))) others
      end
  end.

Lemma spheres_filled : forall n labels g, NoDup labels -> length labels <= n -> In g (spheres n labels) ->
  length (filled g) = n.
Proof.
  induction n as [|n IH]; intros [|τ others] g Hdistinct Hn H; [easy|easy|easy|].
  assert (Hcons : forall (t : nat) (l : list (list (option nat))) h, In h (map (cons (Some t)) l) ->
    (forall h', In h' l -> length (filled h') = n) -> length (filled h) = S n).
  { intros t l h Hh Hl. apply in_map_iff in Hh as (h' & <- & Hh). cbn. f_equal. now apply Hl. }
  cbn [spheres] in H. apply in_app_iff in H as [H|H].
  - apply (Hcons _ _ _ H). intros h Hh. apply (IH others); [now inversion_clear Hdistinct| |exact Hh].
    simpl in Hn. lia.
  - apply in_flat_map in H as (t & Ht & H). apply (Hcons _ _ _ H). intros h Hh.
    assert (Hlabel : In t (τ :: others)) by now right.
    assert (Hlength := without_length _ Hdistinct t Hlabel). apply in_app_iff in Hh as [Hh|Hh].
    + destruct (Nat.leb_spec (length (τ :: others)) n) as [Hspare|Hspare].
      * apply (IH (last_of t (τ :: others))); [now apply last_of_nodup|now rewrite last_of_length|exact Hh].
      * destruct Hh as [<-|[]]. rewrite placed_filled. lia.
    + apply (IH (without t (τ :: others))); [now apply without_nodup|lia|exact Hh].
Qed.

Lemma beta_zero : forall m, beta 0 m = 0%Z.
Proof. now intros [|m]. Qed.

Lemma spheres_length : forall n labels, NoDup labels -> length labels <= n ->
  Z.of_nat (length (spheres n labels)) = beta (length labels) n.
Proof.
  induction n as [|n IH]; intros [|τ others] Hdistinct Hn; [easy|easy|easy|].
  assert (Hothers : NoDup others) by now inversion_clear Hdistinct.
  cbn [spheres]. rewrite app_length, map_length, Nat2Z.inj_add, IH by (simpl in Hn; easy || lia).
  assert (Hnonneg : (0 <= beta (length others) n)%Z).
  { rewrite <- (IH others Hothers) by exact (le_S_n _ _ Hn). apply Nat2Z.is_nonneg. }
  set (labels := τ :: others) in *. assert (Hr : length labels = S (length others)) by easy.
  set (r := length others) in *.
  assert (Hwithout : forall t, In t others -> length (spheres n (without t labels)) = Z.to_nat (beta r n)).
  { intros t Ht. assert (H := without_length _ Hdistinct t (or_intror Ht)).
    apply Nat2Z.inj. rewrite Z2Nat.id, IH; [f_equal; lia|now apply without_nodup|lia|exact Hnonneg]. }
  destruct (Nat.leb_spec (length labels) n) as [Hspare|Hspare].
  - rewrite (length_flat_map_constant _ _ _ (beta (S r) n + beta r n)).
    2:{ intros t Ht. rewrite map_length, app_length, Hwithout, Nat2Z.inj_add, Z2Nat.id by easy. f_equal.
        rewrite <- Hr, <- (last_of_length labels Hdistinct t) by now right.
        apply IH; [now apply last_of_nodup|]. rewrite last_of_length; [exact Hspare|easy|now right]. }
    fold r. rewrite Hr in *. clearbody r. destruct r as [|r']; [now rewrite !beta_one, beta_zero|].
    rewrite beta_inside, (Nat2Z.inj_succ (S r')) by lia. cbn [Nat.sub]. ring.
  - rewrite (length_flat_map_constant _ _ _ (1 + beta r n)).
    2:{ intros t Ht. rewrite map_length, app_length, Hwithout, Nat2Z.inj_add, Z2Nat.id by easy. easy. }
    fold r. rewrite Hr in *. clearbody r. replace n with r in * by lia. clear. destruct r as [|[|r]]; [easy|easy|].
    rewrite !beta_diagonal, (factorial_S (S (S r))). rewrite (Nat2Z.inj_succ (S (S r))). ring.
Qed.

Lemma spheres_spec : forall n labels, NoDup labels -> length labels <= n -> forall g,
  In g (spheres n labels) <-> onto labels n g /\ mate labels g = g /\ g <> placed labels n.
Proof.
  induction n as [|n IH]; intros [|τ others] Hdistinct Hn; [|easy| |].
  1, 2: intro g; split; [easy|]; intros (H & _ & Hroot); now apply onto_nil in H.
  assert (Hothers : NoDup others) by now inversion_clear Hdistinct.
  assert (Hfirst := IH others Hothers (le_S_n _ _ Hn)).
  assert (Hlabel : forall t, In t others -> In t (τ :: others)) by now right.
  assert (Hlast : forall t, In t others -> length (τ :: others) <= n -> forall h,
    In h (spheres n (last_of t (τ :: others))) <->
    onto (τ :: others) n h /\ mate (last_of t (τ :: others)) h = h /\ h <> placed (last_of t (τ :: others)) n).
  { intros t Ht Hspare h. rewrite <- (onto_last_of (τ :: others) t n h (Hlabel t Ht)).
    apply IH; [now apply last_of_nodup|]. rewrite last_of_length; [exact Hspare|exact Hdistinct|now right]. }
  assert (Hwithout : forall t, In t others -> forall h, In h (spheres n (without t (τ :: others))) <->
    onto (without t (τ :: others)) n h /\ mate (without t (τ :: others)) h = h /\
    h <> placed (without t (τ :: others)) n).
  { intros t Ht. assert (H := without_length (τ :: others) Hdistinct t (Hlabel t Ht)).
    apply IH; [now apply without_nodup|]. lia. }
  assert (Hne : forall t h, In t others -> Some t :: h <> placed (τ :: others) (S n)).
  { intros t h Ht E. change (placed (τ :: others) (S n)) with (Some τ :: placed others n) in E. injection E as -> _.
    now inversion_clear Hdistinct. }
  assert (Hcases : length (τ :: others) <= n \/ n < length (τ :: others)) by lia.
  intro g. cbn [spheres].
  rewrite in_app_iff, in_map_iff, in_flat_map. split.
  - intros [(h & <- & Hh)|(t & Ht & Hg)].
    + apply Hfirst in Hh as (H & E & Hroot). split; [apply onto_new; [now left|now rewrite without_first]|].
      split; [|intro E'; now injection E' as E'].
      destruct Hcases as [Hspare|Hpoints]; [rewrite (mate_first_new τ others n), E by easy; easy|].
      apply mate_points. destruct H as [<- _]. exact Hpoints.
    + apply in_map_iff in Hg as (h & <- & Hh). apply in_app_iff in Hh as [Hh|Hh].
      * destruct (Nat.leb_spec (length (τ :: others)) n) as [Hspare|Hpoints].
        -- apply (Hlast t Ht Hspare) in Hh as (H & E & Hroot). split; [now apply onto_again; [apply Hlabel|]|].
           split; [now rewrite (mate_again τ others n), E by easy|now apply Hne].
        -- destruct Hh as [<-|[]]. assert (H := without_length (τ :: others) Hdistinct t (Hlabel t Ht)).
           assert (Honto : onto (without t (τ :: others)) n (placed (without t (τ :: others)) n)) by (apply
           placed_onto; lia).
           split; [now apply onto_new; [apply Hlabel|]|]. split; [|now apply Hne].
           apply mate_points. destruct Honto as [E _]. cbn [length]. now rewrite E.
      * apply (Hwithout t Ht) in Hh as (H & E & Hroot). split; [now apply onto_new; [apply Hlabel|]|].
        split; [|now apply Hne].
        destruct Hcases as [Hspare|Hpoints]; [now rewrite (mate_new τ others n), E by easy|].
        apply mate_points. destruct H as [<- _]. exact Hpoints.
  - intros (H & E & Hroot). revert E Hroot. pattern g. revert g H. apply (onto_types τ others n); [exact Hdistinct| | |
  | |].
    + intros h H E _. apply onto_length in H as Hspare; [|exact Hdistinct].
      rewrite (mate_none τ others n) in E by easy. discriminate.
    + intros h H E _. apply onto_length in H as Hspare; [|exact Hdistinct].
      rewrite (mate_first_again τ others n) in E by easy. discriminate.
    + intros h H E Hroot. left. exists h. split; [easy|]. apply Hfirst. split; [exact H|]. split.
      * destruct Hcases as [Hspare|Hpoints]; [rewrite (mate_first_new τ others n) in E by easy; now injection E|].
        apply mate_points. destruct H as [-> _]. now apply le_S_n.
      * intros ->. now apply Hroot.
    + intros t h Ht H E _. right. exists t. split; [exact Ht|]. apply in_map, in_app_iff. left.
      assert (Hspare := onto_length _ Hdistinct _ _ H). rewrite (proj2 (Nat.leb_le _ _) Hspare).
      apply (Hlast t Ht Hspare). split; [exact H|].
      destruct (cell_eq_dec h (placed (last_of t (τ :: others)) n)) as [->|Hroot].
      * rewrite (mate_root_last τ others n) in E by easy. injection E as E.
        now destruct (roots_differ τ others n Hdistinct Hspare t Ht).
      * rewrite (mate_again τ others n) in E by easy. now injection E as E.
    + intros t h Ht H E _. right. exists t. split; [exact Ht|]. apply in_map, in_app_iff.
      destruct (cell_eq_dec h (placed (without t (τ :: others)) n)) as [->|Hroot].
      * left. destruct (Nat.leb_spec (length (τ :: others)) n) as [Hspare|Hpoints]; [|now left].
        rewrite (mate_root_without τ others n) in E by easy. injection E as E.
        now destruct (roots_differ τ others n Hdistinct Hspare t Ht).
      * right. apply (Hwithout t Ht). split; [exact H|]. split; [|exact Hroot].
        destruct Hcases as [Hspare|Hpoints]; [rewrite (mate_new τ others n) in E by easy; now injection E|].
        apply mate_points. assert (H' := without_length (τ :: others) Hdistinct t (Hlabel t Ht)). destruct H as [-> _].
        lia.
Qed.

Lemma spheres_nodup : forall n labels, NoDup labels -> length labels <= n -> NoDup (spheres n labels).
Proof.
  assert (Hcons : forall (x : option nat) l, NoDup l -> NoDup (map (cons x) l)).
  { intros x l. apply nodup_map_on. intros g h _ _ E. now injection E. }
  induction n as [|n IH]; intros [|τ others] Hdistinct Hn; try constructor.
  cbn [spheres]. set (labels := τ :: others) in *.
  assert (Hothers : NoDup others /\ ~ In τ others) by (split; now inversion_clear Hdistinct).
  assert (Hhead : forall (t : nat) (g : list (option nat)) l, In g (map (cons (Some t)) l) -> hd_error g = Some (Some
  t)).
  { intros t g l H. now apply in_map_iff in H as (h & <- & _). }
  apply NoDup_disjoint.
  - apply Hcons, IH; [easy|]. now apply le_S_n.
  - apply (nodup_flat_map _ _ (fun g t => hd_error g = Some (Some t))); [easy| | |intros g t t' -> E; congruence].
    + intros t Ht. assert (Hlabel : In t labels) by now right. apply Hcons.
      assert (Hlength := without_length labels Hdistinct t Hlabel).
      assert (Hwithout : NoDup (without t labels)) by now apply without_nodup.
      assert (Hlast : NoDup (last_of t labels)) by now apply last_of_nodup.
      apply NoDup_disjoint; [|apply IH; [exact Hwithout|lia]|].
      * destruct (Nat.leb_spec (length labels) n); [|repeat constructor; easy].
        apply IH; [exact Hlast|now rewrite last_of_length].
      * intros h Hh H. apply spheres_spec in H as (H & _ & Hroot); [|exact Hwithout|lia].
        destruct (Nat.leb_spec (length labels) n); [|destruct Hh as [<-|[]]; easy].
        apply spheres_spec in Hh as (Hh & _); [|exact Hlast|now rewrite last_of_length].
        apply (onto_without _ _ _ _ H), Hh, in_last_of; easy.
    + intros t g. apply Hhead.
  - intros g H H'. apply in_flat_map in H' as (t & Ht & H'). apply Hhead in H, H'.
    rewrite H in H'. injection H' as ->. easy.
Qed.

Lemma onto_all : forall r m g, onto (seq 0 r) m g <-> partial_surjection r m g.
Proof.
  intros r m g. unfold onto, partial_surjection. split; intros [Hm H]; (split; [exact Hm|]); intro t; rewrite H, in_seq;
    lia.
Qed.

Theorem acyclic_matching : AcyclicMatching.
Proof.
  intros r m Hr. exists (mate (seq 0 r)), (placed (seq 0 r) m).
  assert (Hdistinct := seq_NoDup r 0). assert (Hlength : length (seq 0 r) <= m) by now rewrite seq_length.
  assert (Hspheres := spheres_spec m (seq 0 r) Hdistinct Hlength).
  assert (Htop : forall g, In g (spheres m (seq 0 r)) -> cell_of_dimension r m (m - r) g).
  { intros g H. split; [now apply onto_all, Hspheres|]. change (defined_values g) with (filled g).
    rewrite (spheres_filled m (seq 0 r)) by easy. lia. }
  split; [|split; [|split; [|split; [now apply mate_placed|split]]]].
  - intros g H. apply onto_all in H. destruct (mate_matches m _ Hdistinct g H) as [H' H'']. split; [now apply
  onto_all|].
    exact H''.
  - assert (Hsame : forall g h, clos_trans _ (gradient_step (partial_surjection r m) (mate (seq 0 r))) g h ->
      clos_trans _ (gradient_step (onto (seq 0 r) m) (mate (seq 0 r))) g h).
    { intros g h H. induction H as [g h (Hg & Hh & H)|g h k _ IH1 _ IH2]; [|now apply t_trans with h].
      constructor. split; [now apply onto_all|]. split; [now apply onto_all|exact H]. }
    intros g H. apply (mate_acyclic m _ Hdistinct g). now apply Hsame.
  - split; [now apply onto_all, placed_onto|]. change (length (filled (placed (seq 0 r) m)) = r + 0).
    now rewrite placed_filled, seq_length, Nat.add_0_r.
  - exists (spheres m (seq 0 r)). split; [now apply spheres_nodup|].
    split; [now rewrite spheres_length, seq_length|]. intro g. split.
    + intro H. split; [now apply Htop|]. now apply Hspheres.
    + intros ([H _] & E & Hroot). apply Hspheres. split; [now apply onto_all|easy].
  - intros g H E. destruct (cell_eq_dec g (placed (seq 0 r) m)) as [->|Hroot]; [now left|right].
    apply Htop, Hspheres. split; [now apply onto_all|easy].
Qed.
