import { InputError } from "../exact/inputError.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type CanonicalValue, type Streamed, canonicalPieces } from "./canonicalJson.js";
import { certificateVector } from "./certificateNetwork.js";
import { listed } from "./listed.js";

/**
 * How a path writes its points: all of them, or the first and what changes from each to the next.
 *
 * @example pathCertificate(theta, { points: [from], partitions: [] }, true, "changes").kind === "path"
 */
export type PathForm = "points" | "changes";

/** A network as certificates write it, by its members. */
export type WrittenPoint = Readonly<Record<string, Written>>;

type Written = string | readonly Written[];

/** The most characters of a certificate, by SPEC.md. */
export const MOST_CHARACTERS = 2 ** 28;

/** The texts of vectors as certificates have them. */
const TEXTS = new WeakMap<RationalVector, readonly string[]>();

/**
 * The texts of a vector, the same list for the same vector, which need not be compared.
 *
 * @param before a vector of which many entries may be the same.
 * @throws InputError as `certificateVector`.
 */
function textsOf(vector: RationalVector, before?: RationalVector): readonly string[] {
  const known = TEXTS.get(vector);
  if (known !== undefined) return known;
  // The vector keeps its texts.
  if (before !== undefined) vector.toStringsAfter(before);
  const texts = certificateVector(vector);
  TEXTS.set(vector, texts);
  return texts;
}

/** The members by which a certificate has the points of a path. */
export function pointMembers(
  form: PathForm,
  points: () => Iterable<WrittenPoint>,
): Readonly<Record<string, Streamed>> {
  if (form === "points") return { points: listed(points, (point) => point) };
  const [first] = points();
  if (first === undefined) throw new RangeError("a path without points");
  const changes = (): Iterable<CanonicalValue> => changesAlong(points());
  return { first, changes: listed(changes, (change) => change) };
}

/** The points of a polyline of two-layer networks as certificates write them. */
export function writtenUnits(points: () => Iterable<TwoLayerNetwork>): () => Generator<WrittenPoint> {
  return function* () {
    for (const { units } of points()) {
      yield {
        incoming: units.map(({ incoming }) => textsOf(incoming)),
        outgoing: units.map(({ outgoing }) => textsOf(outgoing)),
      };
    }
  };
}

/** The points of a polyline of networks of several layers as certificates write them. */
export function writtenLayers(points: () => Iterable<MultiLayerNetwork>): () => Generator<WrittenPoint> {
  return function* () {
    let before: MultiLayerNetwork | undefined;
    for (const { weights, biases } of points()) {
      const last = before;
      yield {
        biases: biases === undefined ? [] : biases.map((bias) => textsOf(bias)),
        weights: weights.map((rows, layer) =>
          rows.map((row, index) => textsOf(row, last?.weights[layer]?.[index])),
        ),
      };
      before = { weights, biases };
    }
  };
}

/**
 * What changes from each point to the next, by SPEC.md, "Changes": in each member of a network a list of
 * places, each followed by what becomes of it.
 */
export function* changesAlong(points: Iterable<WrittenPoint>): Generator<Record<string, CanonicalValue>> {
  let before: WrittenPoint | undefined;
  for (const point of points) {
    const start = before;
    if (start !== undefined)
      yield Object.fromEntries(
        Object.entries(point).map(([key, value]) => [key, changeOf(start[key], value)]),
      );
    before = point;
  }
}

/** The change of a value; an empty list if there is none. */
function changeOf(before: Written | undefined, after: Written): CanonicalValue {
  if (before === after) return [];
  if (typeof before !== "object" || typeof after !== "object") return after;
  return after.flatMap((value, place) => {
    const change = changeOf(before[place], value);
    return typeof change === "object" && isEmpty(change) ? [] : [place, change];
  });
}

function isEmpty(change: CanonicalValue): boolean {
  return Array.isArray(change) && change.length === 0;
}

/** The points of a path, each made when it is asked for, and the number of the numbers in all its codes. */
export interface MeasuredLine {
  readonly points: () => Iterable<WrittenPoint>;
  readonly segments: number;
  readonly codes: number;
}

/** The form of the shorter certificate, and about how many characters that has. */
export interface Measured {
  readonly form: PathForm;
  readonly characters: number;
}

/**
 * Measures both forms of a path.
 *
 * @throws InputError if neither fits into a certificate.
 */
export function measured({ points, segments, codes }: MeasuredLine): Measured {
  // Every code takes a digit and a comma.
  const least = 2 * codes;
  const [first] = points();
  if (first === undefined) throw new RangeError("a path without points");
  const each = charactersOf(first);
  const whole = least + (segments + 1) * each;
  let changes = least + each;
  if (changes <= MOST_CHARACTERS)
    for (const change of changesAlong(points())) {
      changes += charactersOf(change);
      if (changes > MOST_CHARACTERS) break;
    }
  const form = changes < whole ? "changes" : "points";
  const characters = Math.min(changes, whole);
  if (characters <= MOST_CHARACTERS) return { form, characters };
  throw new InputError(
    `the certificate would take about ${characters} bytes, the format's cap is ${MOST_CHARACTERS}`,
    "give networks with fewer neurons",
  );
}

function charactersOf(value: CanonicalValue): number {
  let characters = 1;
  for (const piece of canonicalPieces(value)) characters += piece.length;
  return characters;
}
