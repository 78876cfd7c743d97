/**
 * The parity of a function, up to a part that the context absorbs: odd if f(−z) = −f(z), even if f(−z) =
 * f(z).
 *
 * @example mirroringOf("odd").silent === 1
 */
export type Parity = "odd" | "even";
