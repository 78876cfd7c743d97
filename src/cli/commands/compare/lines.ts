import { entry } from "../../../exact/entry.js";
import { decimalAbove, decimalBelow } from "../../../exact/numbers/decimal.js";
import { type Quotient, quotientOf } from "../../../exact/numbers/quotient.js";
import { listed, plural, shortened } from "../../terminal/lists.js";
import { briefRational, briefRationals } from "../../terminal/shortened.js";
import { withinWords } from "../../options/rangeOption.js";
import { visible } from "../../terminal/visible.js";
import type { CompareReport, LayersOfBoth, MismatchReport, UnitReport, WitnessReport } from "./report.js";

/** Digits of decimals that are rounded outwards. */
const DIGITS = 3;

/** A comparison for a person. */
export function compareLines(report: CompareReport): string {
  return [
    verdictLine(report),
    ...boundLines(report),
    ...mismatchLines(report),
    ...witnessLines(report),
    ...matchingLines(report),
    ...(report.output === undefined ? [] : [`B in the order of A: ${visible(report.output)}`]),
  ].join("\n");
}

function verdictLine({ verdict, activation, tolerance }: CompareReport): string {
  switch (verdict) {
    case "same":
      return "same: both compute the same for every activation";
    case "same-for-activation":
      return `same for ${String(activation)}: both compute the same for it, though not for every activation`;
    case "within":
      return `within the tolerance for ${String(activation)}: they may not compute the same, but nearly so`;
    case "different":
      return activation === undefined
        ? "different: there are activations for which they don't compute the same"
        : `different for ${activation}`;
    case "undecided":
      return `undecided for ${String(activation)}: they don't reduce to one network, and were not seen to differ${tolerance === undefined ? "" : " by more"}`;
  }
}

/** The bound, where it holds, and whether it is enough. */
function boundLines({ bound, tolerance, verdict, ...asked }: CompareReport): string[] {
  const inputs = withinWords(asked);
  const where = inputs === undefined ? "on the inputs of the data" : `for ${inputs}`;
  const allowed =
    tolerance === undefined || tolerance === "0" ? "" : `; the tolerance is ${above(tolerance)}`;
  if (bound !== undefined) return [`no output differs by more than ${above(bound)} ${where}${allowed}`];
  return inputs === undefined || verdict.startsWith("same") ? [] : ["no bound is known without a matching"];
}

function mismatchLines({
  mismatch,
  distance,
  leastDistance,
  unmatched,
  matching,
  verdict,
}: CompareReport): string[] {
  if (verdict.startsWith("same")) return [];
  if (matching === undefined) return ["the layers are too wide to find the nearest matching"];
  if (distance === undefined || leastDistance === undefined) return [];
  const least =
    distance === leastDistance
      ? ", which no other matching makes less"
      : leastDistance === "0"
        ? ""
        : `, and no matching makes it less than ${below(leastDistance)}`;
  return [
    ...(mismatch === undefined ? ["matched units have equal weights"] : mismatchOf(mismatch)),
    ...aloneLines(unmatched),
    `all weights together differ by ${above(distance)}${least}`,
  ];
}

function mismatchOf({ units, others }: MismatchReport): string[] {
  const [first, ...more] = units;
  if (first === undefined) return [];
  const match =
    others === "0" ? "all other units match exactly" : `all other units match within ${above(others)}`;
  const rest =
    more.length === 0
      ? ""
      : `; ${more.length} more ${plural(more.length, "unit")} ${otherUnits(first, more)}`;
  return [`${unitText(first)}${rest}; ${match}`];
}

/** "layer 2, bias of unit 4: 1/2 in A, 0 in B" */
function unitText({ layer, unit, unitOfB, weight, inA, inB, difference }: UnitReport): string {
  const what = weight === undefined ? "bias" : `weight ${weight}`;
  const partner = unit === unitOfB ? "" : ` (${unitOfB} of B)`;
  const values = briefRationals([inA, inB]).map((value, index) => `${value} in ${index === 0 ? "A" : "B"}`);
  return `layer ${layer}, ${what} of unit ${unit}${partner}: ${values.join(", ")}, ${above(difference)} apart`;
}

/** Where the others are: in which layer, and which they are, as far as there is room. */
function otherUnits(first: UnitReport, more: readonly UnitReport[]): string {
  const isBias = [first, ...more].every(({ weight }) => weight === undefined);
  const places = more.map(({ layer, unit }) =>
    layer === first.layer ? `${unit}` : `${unit} of layer ${layer}`,
  );
  return `${more.length === 1 ? "differs" : "differ"}${isBias ? " in the bias" : ""} (${listed(places)})`;
}

function aloneLines(unmatched: LayersOfBoth | undefined): string[] {
  if (unmatched === undefined) return [];
  return (["a", "b"] as const).flatMap((name) =>
    unmatched[name].flatMap((units, layer) => {
      if (units.length === 0) return [];
      const other = name === "a" ? "B" : "A";
      const who = `${plural(units.length, "unit")} ${listed(units)} of ${name.toUpperCase()}`;
      return [
        `hidden layer ${layer + 1}: ${who} ${units.length === 1 ? "has" : "have"} no match in ${other}`,
      ];
    }),
  );
}

function witnessLines({ witness }: CompareReport): string[] {
  return witness === undefined ? [] : [witnessLine(witness)];
}

function witnessLine({ activation, input, output, difference, exact }: WitnessReport): string {
  const size = exact ? `by ${briefRational(difference)}` : `by at least ${below(difference)}`;
  return `for ${activation}, at the input (${listed(input)}), output ${output} differs ${size}`;
}

function matchingLines(report: CompareReport): string[] {
  const { matching, labelledPartitions: codes } = report;
  if (matching === undefined) return [];
  const lines = matching.flatMap((units, layer) => [
    `hidden layer ${layer + 1}, unit of A → of B: ${orderText(report, units, layer)}`,
    ...(codes === undefined ? [] : blockLines(entry(codes.a, layer), entry(codes.b, layer))),
  ]);
  return lines;
}

function orderText({ signs, scales }: CompareReport, units: readonly number[], layer: number): string {
  if (units.every((unit, index) => unit === index + 1) && signs === undefined && scales === undefined)
    return "in the same order";
  const pairs = units.flatMap((partner, index) => {
    if (partner === 0) return [];
    const scale = scales === undefined ? "1" : entry(entry(scales, layer), index);
    const notes = [
      ...(signs !== undefined && entry(entry(signs, layer), index) < 0 ? ["mirrored"] : []),
      ...(scale === "1" ? [] : [`scaled by ${briefRational(scale)}`]),
    ];
    return [`${index + 1} → ${partner}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`];
  });
  return pairs.length === 0 ? "none" : listed(pairs);
}

/** The units of both that are merged, and those without effect. */
function blockLines(a: readonly number[], b: readonly number[]): string[] {
  const blocks = new Map<number, Block>();
  const silent: Block = { a: [], b: [] };
  for (const [name, codes] of [["a", a] as const, ["b", b] as const]) {
    codes.forEach((code, unit) => {
      const block = code <= 0 ? silent : (blocks.get(code) ?? newBlock(blocks, code));
      block[name].push(unit + 1);
    });
  }
  const merged = [...blocks.values()].filter((block) => block.a.length > 1 || block.b.length > 1);
  return [
    ...shortened(
      merged.map((block) => `  merged into one: ${blockText(block)}`),
      (count) => `  … ${count} more`,
    ),
    ...(silent.a.length + silent.b.length === 0 ? [] : [`  without effect: ${blockText(silent)}`]),
  ];
}

/** Units of A and of B, counted from 1. */
interface Block {
  readonly a: number[];
  readonly b: number[];
}

function newBlock(blocks: Map<number, Block>, code: number): Block {
  const block: Block = { a: [], b: [] };
  blocks.set(code, block);
  return block;
}

function blockText({ a, b }: Block): string {
  const parts = [a.length === 0 ? "" : `${listed(a)} of A`, b.length === 0 ? "" : `${listed(b)} of B`];
  return parts.filter((part) => part !== "").join("; ");
}

function above(text: string): string {
  return decimalAbove(quotient(text), DIGITS);
}

function below(text: string): string {
  return decimalBelow(quotient(text), DIGITS);
}

function quotient(text: string): Quotient {
  const slash = text.indexOf("/");
  if (slash < 0) return quotientOf(BigInt(text));
  return quotientOf(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
}
