import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/**
 * Uniform integers that depend on a seed and on a purpose. Both are hashed into the whole state of the
 * generator: the first number that xoroshiro128+ gives from a small seed s is s + const, so that seeds 5, 10,
 * 15, … would all begin with the same number modulo 5. SplitMix64 (Steele, Lea and Flood, 2014) is the
 * seeding method that the authors of the generator recommend.
 *
 * @param seed an integer, of which only the last 64 bits matter.
 * @param purpose a text: with another text, the same seed gives other numbers.
 * @returns a function of bounds least ≤ most, of 32 bits each, that returns the next number within them.
 * @throws RangeError if the seed is not an integer.
 * @example const die = seededIntegers(7, "die"); die(1, 6); // from 1 to 6
 */
export function seededIntegers(seed: number, purpose: string): (least: number, most: number) => number {
  let state = mixed(BigInt.asUintN(64, BigInt(seed)));
  for (const character of purpose) state = mixed(state ^ codePoint(character));
  const words = [1n, 2n].flatMap((step) => {
    const word = mixed(state + step * GOLDEN_GAMMA);
    return [Number(BigInt.asIntN(32, word >> 32n)), Number(BigInt.asIntN(32, word))];
  });
  const generator = xoroshiro128plusFromState(words);
  return (least, most) => uniformInt(generator, least, most);
}

/** The code point of a character. */
function codePoint(character: string): bigint {
  const code = character.codePointAt(0);
  if (code === undefined) throw new RangeError("the text is empty, but one character is needed");
  return BigInt(code);
}

/** 2^64 divided by the golden ratio, rounded to an odd integer. */
const GOLDEN_GAMMA = 0x9e3779b97f4a7c15n;

/** The next output of SplitMix64 after a state: a bijection of the numbers below 2^64. */
function mixed(state: bigint): bigint {
  let word = BigInt.asUintN(64, state + GOLDEN_GAMMA);
  word = BigInt.asUintN(64, (word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n);
  word = BigInt.asUintN(64, (word ^ (word >> 27n)) * 0x94d049bb133111ebn);
  return word ^ (word >> 31n);
}
