import { parseRational } from "../../../exact/numbers/rational.js";
import { asDecimal } from "../../options/rounded.js";

/** The longest bar, in characters. */
const WIDTH = 30;

/**
 * How many neurons have their nearest at which distance, by powers of 10, with a mark where the tolerance is:
 * what lies above it are neurons with a copy.
 */
export function distanceLines(nearest: readonly string[], tolerance: string): string[] {
  const counts = new Map<number, number>();
  for (const text of nearest) {
    const power = powerOf(text);
    const before = counts.get(power);
    counts.set(power, before === undefined ? 1 : before + 1);
  }
  const powers = [...counts.keys()].sort((one, other) => one - other);
  const most = Math.max(...counts.values());
  const border = parseRational(tolerance).equals(0n) ? undefined : powerOf(tolerance);
  const lines = powers.flatMap((power, at) => {
    const count = Number(counts.get(power));
    const bar = "█".repeat(Math.max(1, Math.round((count * WIDTH) / most)));
    const before = powers[at - 1];
    const isBorder = border !== undefined && power >= border && (before === undefined || before < border);
    const label = power === -Infinity ? "0" : `1e${power}`;
    return [
      ...(isBorder ? [`    ${"".padEnd(6, "·")} tolerance ${asDecimal(tolerance)}`] : []),
      `    ${label.padEnd(6)} ${bar} ${count}`,
    ];
  });
  return ["  distances to the nearest neuron, from", ...lines];
}

/** The largest e with 10^e ≤ value; −∞ for 0. */
function powerOf(text: string): number {
  const { n, d } = parseRational(text);
  if (n === 0n) return -Infinity;
  let power = n.toString().length - d.toString().length;
  const reaches = power >= 0 ? n >= d * 10n ** BigInt(power) : n * 10n ** BigInt(-power) >= d;
  if (!reaches) power -= 1;
  return power;
}
