import type { Sign } from "../../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../../exact/entry.js";
import type { RationalVector } from "../../../exact/vectors/rationalVector.js";
import { SHOWN, joined, listed, plural } from "../../terminal/lists.js";
import { briefRational } from "../../terminal/shortened.js";
import type { Answer, SegmentChanges, SegmentSigns } from "./answer.js";
import type { Change } from "./changes.js";

/** The most segments that have a line of their own. */
const MAX_LINES = 30;

/** Vectors of more entries are shortened to fewer. */
const MAX_ENTRIES = 4;

/**
 * A line for each segment: which neurons change and how, and which are mirrored or silent in its subspace.
 * Long paths, neurons and vectors are shortened.
 *
 * @param answer of what it changes only the first segments are asked for; none if that takes too long.
 */
export function segmentLines({ changes, segments, allBy, mirroring }: Told): string[] {
  const shown = Math.min(segments, MAX_LINES);
  const lines: string[] = [];
  for (const segment of changes()) {
    if (lines.length === shown) break;
    const place = (lines.length + 1).toString().padStart(shown.toString().length);
    const signs = mirroring === undefined ? [] : entry(mirroring.signs, lines.length);
    lines.push([`${place}  ${segmentText(segment)}`, ...signTexts(signs)].join("; "));
  }
  const rest = segments - lines.length;
  const more = `… ${rest} ${lines.length === 0 ? "" : "more "}${plural(rest, "segment")}; ${allBy} has all`;
  return rest === 0 ? lines : [...lines, more];
}

/** What is told of an answer. */
type Told = Pick<Answer, "changes" | "segments" | "allBy" | "mirroring">;

function signTexts(signs: SegmentSigns): string[] {
  if (signs === null) return [];
  const withSign = (sign: Sign): number[] =>
    signs.flatMap((other, index) => (other === sign ? [index + 1] : []));
  const text = (word: string, neurons: readonly number[]): string[] =>
    neurons.length === 0 ? [] : [`${word}: ${plural(neurons.length, "neuron")} ${listed(neurons)}`];
  return [...text("mirrored", withSign(-1)), ...text("silent", withSign(0))];
}

/** What a segment changes, in words. Long lists of neurons and long vectors are shortened. */
export function segmentText(changes: SegmentChanges): string {
  if (typeof changes === "string") return changes;
  if (changes.length === 0) return "nothing changes";
  const neurons = [...new Set(changes.map(neuronOf))];
  const shown = new Set(neurons.slice(0, SHOWN));
  const told = changes.filter((change) => shown.has(neuronOf(change)));
  const layers = [...new Set(told.map(({ layer }) => layer))];
  const texts = layers.map((layer) => {
    const text = layerText(told.filter((change) => change.layer === layer));
    return layer === undefined ? text : `layer ${layer}: ${text}`;
  });
  const rest = neurons.length - shown.size;
  return [...texts, ...(rest === 0 ? [] : [`… ${rest} more ${plural(rest, "neuron")}`])].join("; ");
}

const neuronOf = ({ layer, neuron }: Change): string => `${layer} ${neuron}`;

function layerText(changes: readonly Change[]): string {
  const moves = alike(changes.filter(({ kind }) => kind === "move")).map(
    ({ neurons, way }) => `${named(neurons)} ${neurons.length === 1 ? "moves" : "move"} ${way}`,
  );
  const { gifts, others } = giftsAmong(changes.filter(({ kind }) => kind === "output"));
  const given = gifts.map(
    ({ giver, taker }) =>
      `neuron ${giver.neuron} gives its output ${vectorText(giver.before)} to neuron ${taker.neuron}`,
  );
  const outputs = alike(others).map(({ neurons, way }) => `${named(neurons)} ${way}`);
  return [...moves, ...given, ...(outputs.length === 0 ? [] : [`outputs: ${outputs.join(", ")}`])].join("; ");
}

/**
 * Pairs of neurons of which one has no output at the end, and the other none at first and then that of the
 * first.
 */
function giftsAmong(outputs: readonly Change[]): {
  readonly gifts: { readonly giver: Change; readonly taker: Change }[];
  readonly others: readonly Change[];
} {
  const takers = outputs.filter(({ before }) => before.isZero());
  const gifts = outputs.flatMap((giver) => {
    const place = takers.findIndex(({ after }) => giver.after.isZero() && after.equals(giver.before));
    return takers.splice(place, place < 0 ? 0 : 1).map((taker) => ({ giver, taker }));
  });
  const told = new Set(gifts.flatMap(({ giver, taker }) => [giver, taker]));
  return { gifts, others: outputs.filter((change) => !told.has(change)) };
}

/** "neuron 3", "neurons 2 and 4". */
function named(neurons: readonly number[]): string {
  return `${plural(neurons.length, "neuron")} ${joined(neurons)}`;
}

/** The changes of one kind, those of neurons that do the same together. */
function alike(changes: readonly Change[]): { neurons: number[]; way: string }[] {
  const groups = new Map<string, { neurons: number[]; way: string }>();
  for (const { neuron, before, after } of changes) {
    const key = `${before.key} ${after.key}`;
    const group = groups.get(key);
    if (group !== undefined) group.neurons.push(neuron);
    else groups.set(key, { neurons: [neuron], way: `from ${vectorText(before)} to ${vectorText(after)}` });
  }
  return [...groups.values()];
}

/** "1/2", "(1, 0)", "(1, 0, 1, … 781 more)". */
function vectorText(vector: RationalVector): string {
  const { dimension } = vector;
  const isShort = dimension <= MAX_ENTRIES;
  const texts = vector
    .slice(0, isShort ? dimension : MAX_ENTRIES - 1)
    .toStrings()
    .map(briefRational);
  if (dimension === 1) return texts.join();
  const rest = isShort ? [] : [`… ${dimension - texts.length} more`];
  return `(${[...texts, ...rest].join(", ")})`;
}
