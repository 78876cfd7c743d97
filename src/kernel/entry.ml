(* What JavaScript calls: reads its values, and calls the checkers. It decides nothing about them. *)

open Checkers

(* A value of JavaScript. *)
type js

external int : js -> int = "equiloss_int"
external nat : js -> int = "equiloss_nat"
external numerator : js -> Native.t = "equiloss_numerator"
external denominator : js -> Native.t = "equiloss_denominator"
external length : js -> int = "equiloss_length"
external item : js -> int -> js = "equiloss_item"
external provide : string -> 'a -> unit = "equiloss_provide"

let list read value =
  let rec before i read_ones = if i = 0 then read_ones else before (i - 1) (read (item value (i - 1)) :: read_ones) in
  before (length value) []

let pair read_first read_second value = (read_first (item value 0), read_second (item value 1))

(* Certificates write t for label t, from 1 on, and 0, -1, ... for the blocks that have none. *)
let code value =
  let n = int value in
  if n > 0 then Label (n - 1) else Zero (-n)

let codes = list code

(* In lowest terms, as Coq has them. *)
let rational value = q2Qc { qnum = numerator value; qden = denominator value }
let vector = list rational
let network = list (pair vector vector)

let () =
  provide "check_enumeration" (fun r m partitions -> check_enumeration (nat r) (nat m) (list codes partitions));
  provide "check_path" (fun d_in d_out base first last points partitions ->
      path (nat d_in) (nat d_out) (network base) (network first) (network last) (list network points)
        (list codes partitions));
  provide "check_connected" (fun d_in d_out m base tree ->
      connected (nat d_in) (nat d_out) (nat m) (network base) (list (pair (pair codes (pair nat nat)) network) tree))
