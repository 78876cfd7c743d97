(** Paths for odd and even activations, checked. *)

From Coq Require Import List Arith ZArith Bool.
From Equiloss Require Import Statements.
From Equiloss.Checkers Require Import CheckedPartitions CheckedMembership.
Import ListNotations.

Local Open Scope nat_scope.

(** ** Signs: 1, −1 for a mirrored unit, 0 for a silent one

    The silent units are one zero block; it is that of the first sign 0. *)

Definition silent_block (coded : list (code * Z)) : option nat :=
  match find (fun q => Z.eqb (snd q) 0) coded with Some (Zero z, _) => Some z | _ => None end.
Definition in_silent (silent : option nat) (c : code) : bool :=
  match silent, c with Some y, Zero z => y =? z | _, _ => false end.
Definition check_sign (silent : option nat) (q : code * Z) : bool :=
  if in_silent silent (fst q) then Z.eqb (snd q) 0 else Z.eqb (snd q) 1 || Z.eqb (snd q) (-1).

(** Zero blocks are numbered again, without the silent one. *)
Definition without_silent (silent : option nat) (c : code) : code :=
  match silent, c with Some y, Zero (S z) => if y <=? z then Zero z else c | _, _ => c end.
Definition signed_codes (partition : list code * list Z) : list signed_code :=
  let coded := combine (fst partition) (snd partition) in
  let silent := silent_block coded in
  map (fun q => if in_silent silent (fst q) then None else Some (without_silent silent (fst q), Z.eqb (snd q) (-1)))
    coded.

(** The first unit of each zero block isn't mirrored; those of less than [next] were seen. *)
Fixpoint first_upright (next : nat) (coded : list (code * bool)) : bool :=
  match coded with
  | [] => true
  | (Label _, _) :: coded' => first_upright next coded'
  | (Zero z, mirror) :: coded' =>
      if z <? next then first_upright next coded' else negb mirror && first_upright (S next) coded'
  end.

Definition check_signed_partition (p : parity) (r m : nat) (P : list signed_code) : bool :=
  (length P =? m) &&
  match p with Odd => true | Even => forallb (fun c => match c with Some _ => true | None => false end) P end &&
  check_partition r (length (audible P)) (map fst (audible P)) && first_upright 0 (audible P).

Definition check_signs (p : parity) (r m : nat) (partition : list code * list Z) : bool :=
  let coded := combine (fst partition) (snd partition) in
  check_partition r m (fst partition) && (length (snd partition) =? m) &&
  forallb (check_sign (silent_block coded)) coded && check_signed_partition p r m (signed_codes partition).

Section Mirrors.

Context {K : Field} (p : parity) (d_in d_out : nat) (base : list (list K * list K)).

(** Silent units have incoming vector 0; the others, turned back, are in the subspace of their codes. *)
Definition check_signed_member (P : list signed_code) (θ : list (list K * list K)) : bool :=
  (length θ =? length P) && check_shape d_in d_out θ &&
  forallb (fun q : signed_code * (list K * list K) =>
    match fst q with None => all_zero (fst (snd q)) | Some _ => true end) (combine P θ) &&
  check_member d_in d_out base (map fst (audible P)) (units_turned_back p P θ).

(** The codes and signs of the coarsest partition. *)
Definition find_signed_code (known : list (list K * code)) (w : list K) : option signed_code :=
  if match p with Odd => all_zero w | Even => false end then Some None
  else match find_code known w with
    | Some c => Some (Some (c, false))
    | None => match find_code known (map opp w) with Some c => Some (Some (c, true)) | None => None end
    end.
Fixpoint signed_coarsest (known : list (list K * code)) (next : nat) (θ : list (list K * list K)) :
    list signed_code :=
  match θ with
  | [] => []
  | u :: θ' =>
      match find_signed_code known (fst u) with
      | Some c => c :: signed_coarsest known next θ'
      | None => Some (Zero next, false) :: signed_coarsest ((fst u, Zero next) :: known) (S next) θ'
      end
  end.
Definition coarsest_signed_codes (θ : list (list K * list K)) : list signed_code :=
  signed_coarsest (combine (map fst base) (map Label (seq 0 (length base)))) 0 θ.

(** Whether [points] go on from [θ] to [last], each segment in the subspace of its codes and signs. *)
Fixpoint check_mirrored_segments (last θ : list (list K * list K)) (points : list (list (list K * list K)))
    (partitions : list (list code * list Z)) : bool :=
  match points, partitions with
  | [], [] => same_network θ last
  | φ :: points', partition :: partitions' =>
      let P := signed_codes partition in
      check_signs p (length base) (length θ) partition && check_signed_member P θ && check_signed_member P φ &&
      check_mirrored_segments last φ points' partitions'
  | _, _ => false
  end.

End Mirrors.

(** θ with its mirror images is irreducible. *)
Definition check_mirrored_path (K : Field) (p : parity) (d_in d_out : nat) (base first last : list (list K * list K))
    (points : list (list (list K * list K))) (partitions : list (list code * list Z)) : bool :=
  check_shape d_in d_out base && check_irreducible (base ++ map (units_mirrored p) base) &&
  match points with
  | [] => false
  | θ :: points' =>
      let P := coarsest_signed_codes p base θ in
      same_network θ first && check_signed_partition p (length base) (length θ) P &&
      check_signed_member p d_in d_out base P θ &&
      check_mirrored_segments p d_in d_out base last θ points' partitions
  end.
