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
external is : js -> string -> bool = "equiloss_is"
external unknown : js -> 'a = "equiloss_unknown"
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

let integer value = Native.of_int (int value)

(* In lowest terms, as Coq has them. *)
let rational value = q2Qc { qnum = numerator value; qden = denominator value }
let vector = list rational
let network = list (pair vector vector)

let matrix = list vector

(* Biases, and matrices. *)
let layers = pair matrix (list matrix)

let inertia value = ((nat (item value 0), nat (item value 1)), nat (item value 2))

(* Vectors, the places at which they are the identity, further vectors, and three numbers. *)
let block value =
  (((matrix (item value 0), list nat (item value 1)), matrix (item value 2)), inertia (item value 3))

(* Factors for the incoming vectors, and for the outgoing ones, and two inertias. *)
let split value =
  ((matrix (item value 0), matrix (item value 1)), (block (item value 2), block (item value 3)))

(* Codes, and a sign for each. *)
let signed = pair codes (list integer)

(* Why no path is shorter: its name, and for a potential the partitions with their numbers. *)
let bound partition value =
  let name = item value 0 in
  if is name "EndsDiffer" then EndsDiffer
  else if is name "StarDistance" then StarDistance
  else if is name "Potential" then Potential (list (pair partition numerator) (item value 1))
  else unknown name

let parity value = if is value "Odd" then Odd else if is value "Even" then Even else unknown value

let claim value =
  if is value "ZerosAbove" then ZerosAbove
  else if is value "SaddleAbove" then SaddleAbove
  else if is value "NoStrictSaddle" then NoStrictSaddle
  else if is value "ZeroLossAbove" then ZeroLossAbove
  else unknown value

let () =
  provide "check_enumeration" (fun r m partitions -> check_enumeration (nat r) (nat m) (list codes partitions));
  provide "check_path" (fun d_in d_out base first last points partitions ->
      path (nat d_in) (nat d_out) (network base) (network first) (network last) (list network points)
        (list codes partitions));
  provide "check_shortest_path" (fun d_in d_out base first last points partitions reason ->
      shortest_path (nat d_in) (nat d_out) (network base) (network first) (network last) (list network points)
        (list codes partitions) (bound codes reason));
  provide "check_connected" (fun d_in d_out m base tree ->
      connected (nat d_in) (nat d_out) (nat m) (network base) (list (pair (pair codes (pair nat nat)) network) tree));
  provide "check_mirrored_path" (fun p d_in d_out base first last points partitions ->
      mirrored_path (parity p) (nat d_in) (nat d_out) (network base) (network first) (network last)
        (list network points)
        (list signed partitions));
  provide "check_shortest_mirrored_path" (fun p d_in d_out base first last points partitions reason ->
      shortest_mirrored_path (parity p) (nat d_in) (nat d_out) (network base) (network first) (network last)
        (list network points)
        (list signed partitions) (bound signed reason));
  provide "check_layered_path" (fun d_in d_out base first last points partitions ->
      layered_path (nat d_in) (nat d_out) (layers base) (layers first) (layers last) (list layers points)
        (list (list codes) partitions));
  provide "check_inertia" (fun form stated -> symmetric (matrix form) (block stated));
  provide "check_critical" (fun d_in d_out p q data base units shares ->
      copies (nat d_in) (nat d_out) (vector p) (vector q) (network data) (network base) (network units) (vector shares));
  provide "check_critical_instance" (fun asked d_in d_out p q data base units shares below above ->
      instances (claim asked) (nat d_in) (nat d_out) (vector p) (vector q) (network data) (network base) (network units)
        (vector shares) (block below) (block above));
  provide "check_splitting" (fun d_in d_out p q data base units shares below splits stated ->
      splitting (nat d_in) (nat d_out) (vector p) (vector q) (network data) (network base) (network units)
        (vector shares) (block below) (list split splits) (inertia stated))
