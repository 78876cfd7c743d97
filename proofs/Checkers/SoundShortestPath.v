(** An accepted path is a shortest one: no other inside Θ between its ends has fewer segments. *)

From Coq Require Import List Arith Bool Lia.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedMembership CheckedPath CheckedShortestPath SoundPath SegmentChains.
From Equiloss.Checkers Require Import Containing PathsOver SoundPotential SoundStar.
Import ListNotations.

Theorem sound_shortest_path : SoundShortestPath check_shortest_path.
Proof.
intros K d_in d_out base first last points partitions bound H L f Hf.
unfold check_shortest_path in H. apply andb_true_iff in H as [Hpath Hbound]. split.
  - apply joined_closed. rewrite <- (over_length f first).
    apply (sound_path L d_in d_out (units_over f base) (units_over f first) (units_over f last)
      (map (units_over f) points)). now rewrite (over_path f Hf).
  - intros n Hn. unfold check_path in Hpath. rewrite !andb_true_iff in Hpath.
    destruct Hpath as [[Hshape Hirreducible] _].
    destruct bound as [| |values]; cbn [check_bound] in Hbound.
    + apply Nat.eqb_eq in Hbound. destruct (same_network first last) eqn:E; [lia|].
      rewrite Hbound. exact (segments_between f Hf d_in d_out base first last n E Hn).
    + exact (check_star_sound f Hf d_in d_out base first last Hshape Hirreducible _ n Hbound Hn).
    + exact (check_potential_sound f Hf d_in d_out base first last Hshape Hirreducible _ values n Hbound Hn).
Qed.
