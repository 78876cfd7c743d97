import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { tuples } from "../../combinatorics/tuples.js";
import { entry } from "../../exact/entry.js";
import { type Rational, parseRational, rational } from "../../exact/numbers/rational.js";
import type { Copies } from "./pointsAbove.js";

/** Lists β of 1, 2 and 3 copies: all positive, with negative ones, with zeros. */
const BETAS: readonly (readonly string[])[] = [
  ["1"],
  ["1/2 1/2", "1/3 2/3", "2 -1", "1 0"],
  ["1/2 1/3 1/6", "1 1 -1", "2 -1/2 -1/2", "1 0 0", "3/2 -1/2 0", "1/3 2/3 0"],
];

/** For a surjection with codes such as "121", all choices of a list for each of its blocks. */
function copiesOf(codes: string): Copies[] {
  const labels = Array.from(codes, Number);
  const surjection = LabelledPartition.of(labels, Math.max(...labels));
  const blocks = surjection.labelledBlocks;
  return [...tuples(blocks.map(({ length }) => entry(BETAS, length - 1)))].map((lists) => {
    const beta = new Array<Rational>(surjection.m).fill(rational(0n));
    for (const [block, members] of blocks.entries()) {
      const factors = entry(lists, block).split(" ").map(parseRational);
      members.forEach((member, place) => (beta[member] = entry(factors, place)));
    }
    return { surjection, beta };
  });
}

/** One unit copied twice or three times: 4 + 6 for r = 1, 2·(4 + 6) for r = 2. */
export function oneUnitCopied(r: number): Copies[] {
  return (r === 1 ? ["11", "111"] : ["121", "212", "1121", "2122"]).flatMap(copiesOf);
}

/** Both of two units copied, in an order of their own: 4·4 + 6·4. */
export function bothCopied(): Copies[] {
  return ["1221", "12112"].flatMap(copiesOf);
}
