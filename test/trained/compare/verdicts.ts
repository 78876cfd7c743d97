import { entry } from "../../../src/exact/entry.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";
import { type Comparison, compareNetworks } from "../../../src/trained/compare/compareNetworks.js";
import { type Planted, planted } from "./planted.js";

/** What is wrong with what a comparison says of a pair whose verdicts are known; undefined if nothing is. */
export function wrong(pair: Planted, compare = compareNetworks): string | undefined {
  const [every, one] = [compare(pair.a, pair.b), compare(pair.a, pair.b, pair.activation)];
  const forOne = pair.same ? "same" : pair.sameForActivation ? "same-for-activation" : "different";
  if (every.verdict !== (pair.same ? "same" : "different")) return `${every.verdict} for every activation`;
  if (one.verdict !== forOne) return `${one.verdict} for ${pair.activation}`;
  return (
    wrongWitness(pair, every) ??
    wrongWitness(pair, one) ??
    wrongMatching(pair, one) ??
    wrongMismatch(pair, every)
  );
}

function wrongWitness({ same }: Planted, { verdict, witness }: Comparison): string | undefined {
  if (same || verdict !== "different")
    return witness === undefined ? undefined : "a witness of equal networks";
  return witness !== undefined && witness.difference.compare(0n) > 0 ? undefined : "no witness";
}

/** Each unit of A has a partner among its images, and all its images if it has as many. */
function wrongMatching({ images }: Planted, { matching }: Comparison): string | undefined {
  if (images === undefined) return undefined;
  if (matching?.length !== images.length) return "no matching";
  for (const [layer, { partners, partitions }] of matching.entries()) {
    for (const [unit, own] of entry(images, layer).entries()) {
      const partner = partners[unit];
      if (partner === undefined || !own.includes(partner))
        return `unit ${unit} of layer ${layer} has partner ${partner}, not one of ${own.join()}`;
      const code = entry(partitions.a, unit);
      const block = partitions.b.flatMap((other, place) => (other === code ? [place] : []));
      if (block.join() !== own.join())
        return `unit ${unit} of layer ${layer} is ${block.join()}, not ${own.join()}`;
    }
  }
  return undefined;
}

/** The one changed weight is named, with its size, and everything else matches. */
function wrongMismatch({ changed, images }: Planted, { nearest }: Comparison): string | undefined {
  if (changed === undefined || images === undefined) return undefined;
  const { layer, unit } = changed;
  const mismatch = nearest?.mismatch;
  const [first, ...more] = mismatch === undefined ? [] : mismatch.outliers;
  if (first === undefined) return "no unit stands out";
  if (more.length > 0) return `${more.length} units more than one stand out`;
  const size = formatRational(first.size);
  if (first.layer !== layer || first.unit !== unit || size !== "1/1073741824")
    return `unit ${first.unit} of layer ${first.layer} by ${size}, not unit ${unit} of layer ${layer}`;
  return mismatch?.others.equals(0n) === true ? undefined : "others differ, too";
}

/** The pairs of a range whose verdicts are wrong, and how many there are of each kind. */
export function judged(from: number, to: number): { faults: string[]; kinds: Record<string, number> } {
  const faults: string[] = [];
  const kinds: Record<string, number> = {};
  for (let number = from; number < to; number += 1) {
    const pair = planted(number);
    kinds[pair.kind] = (kinds[pair.kind] ?? 0) + 1;
    const fault = wrong(pair);
    if (fault !== undefined) faults.push(`${number} (${pair.kind}): ${fault}`);
  }
  return { faults, kinds };
}
