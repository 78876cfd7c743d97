import type { RationalVector } from "../../../exact/vectors/rationalVector.js";
import { SHOWN, joined, plural } from "../../terminal/lists.js";
import { briefRational } from "../../terminal/shortened.js";
import type { Change } from "./changes.js";

/** The most segments that have a line of their own. */
const MAX_LINES = 30;

/** Vectors of more entries are shortened to fewer. */
const MAX_ENTRIES = 4;

/**
 * A line for each segment: which neurons change and how. Long paths, neurons and vectors are shortened.
 *
 * @param changes what each segment changes; only the first are asked for. Empty if that takes too long.
 * @param segments how many there are.
 * @param option the option that lists all.
 */
export function segmentLines(
  changes: Iterable<readonly Change[]>,
  segments: number,
  option: string,
): string[] {
  const shown = Math.min(segments, MAX_LINES);
  const lines: string[] = [];
  for (const segment of changes) {
    if (lines.length === shown) break;
    const place = (lines.length + 1).toString().padStart(shown.toString().length);
    lines.push(`${place}  ${segmentText(segment)}`);
  }
  const rest = segments - lines.length;
  const more = `… ${rest} ${lines.length === 0 ? "" : "more "}${plural(rest, "segment")}; ${option} has all`;
  return rest === 0 ? lines : [...lines, more];
}

function segmentText(changes: readonly Change[]): string {
  if (changes.length === 0) return "nothing changes";
  const neurons = [...new Set(changes.map(neuronOf))];
  const shown = new Set(neurons.slice(0, SHOWN));
  const listed = changes.filter((change) => shown.has(neuronOf(change)));
  const layers = [...new Set(listed.map(({ layer }) => layer))];
  const texts = layers.map((layer) => {
    const text = layerText(listed.filter((change) => change.layer === layer));
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
