(** Paths of networks of several layers, checked. *)

From Coq Require Import List Arith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership.
Import ListNotations.

Fixpoint same_lists {X : Type} (same : X -> X -> bool) (l l' : list X) : bool :=
  match l, l' with
  | [], [] => true
  | x :: rest, y :: rest' => same x y && same_lists same rest rest'
  | _, _ => false
  end.

(** What columns count as where the first one holds the biases: that is a block of its own, with the first label. *)
Definition after_bias (c : code) : code := match c with Label t => Label (S t) | Zero z => Zero z end.
Definition columns_coded (biased : bool) (Q : list code) : list code :=
  if biased then Label 0 :: map after_bias Q else Q.

(** Zero blocks are numbered below this. *)
Definition zeros_end (Q : list code) : nat :=
  fold_right (fun c n => match c with Zero z => if n <=? z then S z else n | Label _ => n end) 0 Q.

(** Labelled partitions for all hidden layers. *)
Fixpoint check_tuple (r m : list nat) (P : list (list code)) : bool :=
  match r, m, P with
  | [], [], [] => true
  | r1 :: r', m1 :: m', P1 :: P' => check_partition r1 m1 P1 && check_tuple r' m' P'
  | _, _, _ => false
  end.

Section Layers.

Context {K : Field}.

(** Columns of a matrix whose rows have n entries. *)
Definition transposed (n : nat) (V : matrix K) : matrix K :=
  fold_right (fun row columns => map (fun p => fst p :: snd p) (combine row columns)) (repeat [] n) V.

(** The sums of the columns of one code, for each row; and for each row its sums over all codes. *)
Definition column_sums (rows : nat) (c : code) (Q : list code) (columns : matrix K) : list K :=
  fold_right entries_sum (repeat zero rows) (map snd (filter (fun p => same_code (fst p) c) (combine Q columns))).
Definition block_sums (codes Q : list code) (V : matrix K) : matrix K :=
  let columns := transposed (length Q) V in
  transposed (length V) (map (fun c => column_sums (length V) c Q columns) codes).

Definition rows_of (c : code) (coded : list (code * list K)) : matrix K :=
  map snd (filter (fun p => same_code (fst p) c) coded).
Fixpoint check_label_rows (t zeros : nat) (W : matrix K) (coded : list (code * list K)) : bool :=
  match W with
  | [] => true
  | w :: W' =>
      let sums := w ++ repeat zero zeros in
      forallb (same_entries sums) (rows_of (Label t) coded) && check_label_rows (S t) zeros W' coded
  end.
Definition check_zero_rows (zeros : nat) (coded : list (code * list K)) : bool :=
  forallb (fun z =>
    match rows_of (Zero z) coded with
    | [] => true
    | sums :: others => forallb (same_entries sums) others
    end) (seq 0 zeros).

(** V stands for W, whose rows have r entries. *)
Definition check_stands_for (r : nat) (Q P : list code) (W V : matrix K) : bool :=
  let zeros := zeros_end Q in
  let coded := combine P (block_sums (map Label (seq 0 r) ++ map Zero (seq 0 zeros)) Q V) in
  (length V =? length P) && forallb (label_below (length W)) P && forallb (fun row => length row =? length Q) V &&
  check_label_rows 0 zeros W coded && check_zero_rows (zeros_end P) coded.

(** φ is in Φ_P, whose last partition is that of the outputs. With biases the rows begin with them. *)
Fixpoint check_phi (biased : bool) (r : nat) (Q : list code) (P : list (list code)) (θ φ : list (matrix K)) : bool :=
  match θ, φ, P with
  | [], [], [] => true
  | W :: θ', V :: φ', P1 :: P' =>
      check_stands_for (if biased then S r else r) (columns_coded biased Q) P1 W V &&
      check_phi biased (length W) P1 P' θ' φ'
  | _, _, _ => false
  end.

Fixpoint check_shaped (d_in d_out : nat) (θ : list (matrix K)) : bool :=
  match θ with
  | [] => d_in =? d_out
  | M :: θ' => forallb (fun row => length row =? d_in) M && check_shaped (length M) d_out θ'
  end.
Definition check_layered (d_in d_out : nat) (widths : list nat) (biased : bool) (φ : layered K) : bool :=
  check_shaped d_in d_out (snd φ) && same_lists Nat.eqb (map (@length (list K)) (snd φ)) widths &&
  same_lists Nat.eqb (map (@length K) (fst φ)) (if biased then widths else []).

(** The matrices, with biases before them in each row if there are any. *)
Definition layered_rows (φ : layered K) : list (matrix K) := if has_biases φ then with_biases φ else snd φ.

Definition weights_only (biased : bool) (M : matrix K) : matrix K := if biased then map (@tl K) M else M.

(** In every hidden layer distinct rows, bias included, and units that the next one reads. *)
Fixpoint check_settled (biased : bool) (θ : list (matrix K)) : bool :=
  match θ with
  | [] => true
  | M :: θ' =>
      match θ' with
      | [] => true
      | M' :: _ =>
          check_irreducible (combine M (transposed (length M) (weights_only biased M'))) && check_settled biased θ'
      end
  end.

Definition same_layered (φ φ' : layered K) : bool :=
  same_lists same_entries (fst φ) (fst φ') && same_lists (same_lists same_entries) (snd φ) (snd φ').

Section Path.

Context (d_in d_out : nat) (widths : list nat) (θ : layered K).

Definition check_in_phi (P : list (list code)) (φ : layered K) : bool :=
  check_phi (has_biases θ) d_in (map Label (seq 0 d_in)) (P ++ [map Label (seq 0 d_out)]) (layered_rows θ)
    (layered_rows φ).

(** Whether [points] go on from φ to [last], each segment in the Φ_P of its tuple. *)
Fixpoint check_layered_segments (last φ : layered K) (points : list (layered K))
    (partitions : list (list (list code))) : bool :=
  match points, partitions with
  | [], [] => same_layered φ last
  | φ' :: points', P :: partitions' =>
      check_layered d_in d_out widths (has_biases θ) φ' && check_tuple (hidden_widths (snd θ)) (removelast widths) P &&
      check_in_phi P φ && check_in_phi P φ' && check_layered_segments last φ' points' partitions'
  | _, _ => false
  end.

End Path.

End Layers.

(** θ has two matrices or more, and no width is 0; there is a segment. *)
Definition check_layered_path (K : Field) (d_in d_out : nat) (θ first last : layered K)
    (points : list (layered K)) (partitions : list (list (list code))) : bool :=
  let widths := map (@length (list K)) (snd first) in
  let widths_of_θ := map (@length (list K)) (snd θ) in
  let biased := has_biases θ in
  check_layered d_in d_out widths_of_θ biased θ && (2 <=? length (snd θ)) &&
  forallb (fun n => 1 <=? n) (d_in :: widths_of_θ) && check_settled biased (layered_rows θ) &&
  check_layered d_in d_out widths biased first && (1 <=? length partitions) &&
  match points with
  | [] => false
  | φ :: points' => same_layered φ first && check_layered_segments d_in d_out widths θ last φ points' partitions
  end.
