(* What stands in for definitions of Coq: each function is trusted to be the one that Extract.v names.

   Integers as JavaScript has them. *)

type t

external of_int : int -> t = "equiloss_of_int"
external add : t -> t -> t = "equiloss_add"
external mul : t -> t -> t = "equiloss_mul"
external opp : t -> t = "equiloss_opp"
external equal : t -> t -> bool = "equiloss_equal"
external less : t -> t -> bool = "equiloss_less"
external sign : t -> int = "equiloss_sign"
external half : t -> t = "equiloss_half"
external is_odd : t -> bool = "equiloss_is_odd"
external gcd : t -> t -> t = "equiloss_gcd"
external quotient : t -> t -> t = "equiloss_quotient"

let zero = of_int 0
let one = of_int 1
let succ n = add n one
let of_succ_int n = succ (of_int n)
let doubled n = add n n
let doubled_plus_1 n = succ (doubled n)

(* A number from 1 on by its last digit, as Coq has it: xI, xO, xH. *)
let case_of_positive odd even is_one n =
  if equal n one then is_one () else if is_odd n then odd (half n) else even (half n)

let case_of_integer is_zero positive negative n =
  let s = sign n in
  if s = 0 then is_zero () else if s > 0 then positive n else negative (opp n)

(* Z.ggcd: the greatest common divisor, which is not negative, and both numbers divided by it; where both are 0, they
   are their own quotients. A denominator is often 1. *)
let ggcd a b =
  let d = if equal b one then one else gcd a b in
  if equal d one then (one, (a, b))
  else if equal d zero then (zero, (zero, zero))
  else (d, (quotient a d, quotient b d))

(* Z_dec': whether a is less than b, or more, unless they are equal. *)
let order a b = if equal a b then None else Some (less a b)

let length l =
  let rec counted n = function [] -> n | _ :: rest -> counted (n + 1) rest in
  counted 0 l
