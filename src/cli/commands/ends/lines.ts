import type { JudgedEnds, JudgedRun } from "../../../certificate/judgedEnds.js";
import { countsOfEnds } from "../../../certificate/countsOfEnds.js";
import { asDecimal } from "../../options/rounded.js";
import { binomialInterval } from "../../../combinatorics/counts/binomialInterval.js";

/** The verdicts as lines for a person, and the counts. */
export function endsLines({ width, runs }: JudgedEnds): string {
  const { zero, mirrored, minima, induced, saddles, channels, undecided } = countsOfEnds(runs);
  const { lower, upper } = binomialInterval(zero, runs.length);
  const failures = runs.length - zero;
  return [
    `width ${width}, ${runs.length} runs`,
    ...runs.map(runLine),
    `zero loss   ${zero} of ${runs.length}, ${percent(lower)} to ${percent(upper)} at 95 %; ` +
      `${mirrored} of these outside Θ, with mirrored units or a constant`,
    `failures    ${failures}: ${minima} strict local minima, ${induced} local minima with copies, ` +
      `${saddles} saddles, ${channels} on channels to infinity, ${undecided} undecided`,
  ].join("\n");
}

function percent(units: bigint): string {
  return `${units / 100n}.${(units % 100n).toString().padStart(2, "0")} %`;
}

function runLine({ seed, verdict }: JudgedRun): string {
  const name = `${seed}`.padStart(6);
  if (verdict.kind === "undecided") return `${name} undecided: ${verdict.reason}`;
  if (verdict.kind === "zero") {
    const where = verdict.theta ? "Θ" : "networks of zero loss outside Θ";
    return `${name} zero      loss ≤ ${asDecimal(verdict.loss)}, within ${asDecimal(verdict.distance)} of ${where}`;
  }
  const { kind, index, radius, loss, copies } = verdict;
  const units =
    copies === undefined ? "" : ` with copies ${copies.map((group) => group.join(" = ")).join(", ")}`;
  const minimum = copies === undefined ? "a strict local minimum" : "a local minimum";
  const point = (index === 0 ? minimum : `a saddle of index ${index}`) + units;
  const where = kind === "critical" ? point : `${point} of the limit, L₂ ${verdict.slope > 0 ? ">" : "<"} 0`;
  return `${name} ${kind.padEnd(9)} loss ${asDecimal(loss[1])}, within ${asDecimal(radius)} of ${where}`;
}
