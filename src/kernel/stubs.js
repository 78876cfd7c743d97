// JavaScript's side of native.ml and entry.ml, in the JavaScript that js_of_ocaml can read: of 2009.

//Provides: equiloss_of_int
function equiloss_of_int(n) {
  return BigInt(n);
}

//Provides: equiloss_add
function equiloss_add(a, b) {
  return a + b;
}

//Provides: equiloss_mul
function equiloss_mul(a, b) {
  return a * b;
}

//Provides: equiloss_opp
function equiloss_opp(a) {
  return -a;
}

//Provides: equiloss_equal
function equiloss_equal(a, b) {
  return a === b ? 1 : 0;
}

//Provides: equiloss_less
function equiloss_less(a, b) {
  return a < b ? 1 : 0;
}

//Provides: equiloss_sign
function equiloss_sign(a) {
  return a > 0 ? 1 : a < 0 ? -1 : 0;
}

// Of a number that isn't negative.
//Provides: equiloss_half
function equiloss_half(a) {
  return a >> BigInt(1);
}

//Provides: equiloss_is_odd
function equiloss_is_odd(a) {
  return BigInt.asUintN(1, a) > 0 ? 1 : 0;
}

//Provides: equiloss_gcd
function equiloss_gcd(a, b) {
  if (a < 0) a = -a;
  if (b < 0) b = -b;
  while (b > 0) {
    var rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// Of a number by a divisor of it.
//Provides: equiloss_quotient
function equiloss_quotient(a, divisor) {
  return a / divisor;
}

// What comes from outside is looked at here, so that nothing but whole numbers goes on from here.
//Provides: equiloss_int
function equiloss_int(value) {
  var isSmall = Number.isInteger(value) && value > -1073741824 && value < 1073741824;
  if (!isSmall) throw new globalThis.RangeError("not a whole number between -2^30 and 2^30");
  return value | 0;
}

//Provides: equiloss_nat
//Requires: equiloss_int
function equiloss_nat(value) {
  if (value < 0) throw new globalThis.RangeError("a number below 0");
  return equiloss_int(value);
}

//Provides: equiloss_numerator
function equiloss_numerator(value) {
  if (typeof value.n !== "bigint") throw new globalThis.TypeError("a numerator is no BigInt");
  return value.n;
}

//Provides: equiloss_denominator
function equiloss_denominator(value) {
  if (typeof value.d !== "bigint" || value.d <= 0)
    throw new globalThis.RangeError("a denominator is no BigInt from 1 on");
  return value.d;
}

//Provides: equiloss_length
function equiloss_length(value) {
  if (!Array.isArray(value)) throw new globalThis.TypeError("not a list");
  return value.length;
}

//Provides: equiloss_item
function equiloss_item(value, index) {
  return value[index];
}

//Provides: equiloss_is
function equiloss_is(value, name) {
  return value === name ? 1 : 0;
}

//Provides: equiloss_unknown
function equiloss_unknown() {
  throw new globalThis.RangeError("not one of the names");
}

// Makes a function of OCaml's one of JavaScript's. What is true in OCaml is 1.
//Provides: equiloss_provide
//Requires: caml_call_gen
function equiloss_provide(name, check) {
  equilossCheckers[name] = function () {
    return caml_call_gen(check, Array.prototype.slice.call(arguments)) === 1;
  };
}

// Calls a function of OCaml's: with as many arguments as it takes, or with more, which what it returns then takes, or
// with fewer. What stands for a function that has some of its arguments says that it takes none, and takes any.
//Provides: caml_call_gen
function caml_call_gen(f, args) {
  var left = args.length - f.length;
  if (left === 0 || f.length === 0) return f.apply(null, args);
  if (left > 0) return caml_call_gen(f.apply(null, args.slice(0, f.length)), args.slice(f.length));
  return function () {
    return caml_call_gen(f, args.concat(Array.prototype.slice.call(arguments)));
  };
}
