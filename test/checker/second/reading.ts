import { formatRational, parseRational } from "../../../src/exact/numbers/rational.js";
import { unitOf, twoLayerNetwork, type TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { canonical, type Json } from "../seal.js";

export class Invalid extends Error {}

export type Members = Record<string, Json>;

export function isRecord(value: Json | undefined): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function need(condition: boolean): asserts condition {
  if (!condition) throw new Invalid();
}

export function members(value: Json | undefined, ...keys: string[]): Members {
  need(isRecord(value) && Object.keys(value).sort().join("|") === keys.sort().join("|"));
  return value;
}

export function entries(value: Json | undefined): Json[] {
  need(Array.isArray(value));
  return value;
}

export function whole(value: Json | undefined): number {
  need(Number.isSafeInteger(value));
  return value as number;
}

export function networkOf(value: Json | undefined): TwoLayerNetwork {
  const parts = members(value, "incoming", "outgoing");
  const [rows, columns] = [matrix(parts.incoming), matrix(parts.outgoing)];
  const [inputs, outputs] = [rows[0]?.length ?? 0, columns[0]?.length ?? 0];
  need(rows.length === columns.length && inputs > 0 && outputs > 0);
  need(rows.every((row) => row.length === inputs) && columns.every((column) => column.length === outputs));
  return twoLayerNetwork(
    inputs,
    outputs,
    rows.map((row, index) => unitOf(row, columns[index] ?? [])),
  );
}

export function matrix(value: Json | undefined): string[][] {
  return entries(value).map((row) =>
    entries(row).map((entry) => {
      need(typeof entry === "string" && /^-?\d+(\/\d+)?$/.test(entry) && !/\/0+$/.test(entry));
      need(entry.split("/").every((digits) => digits.replace("-", "").length <= 4096));
      need(formatRational(parseRational(entry)) === entry);
      return entry;
    }),
  );
}

/** Whether a path has the first point and what changes. */
export function hasChanges(body: Json | undefined): boolean {
  return isRecord(body) && "changes" in body;
}

/** The keys of a path's body that has these, and its points in either form. */
export function pathMembers(body: Json | undefined, ...keys: string[]): Members {
  return members(body, ...keys, ...(hasChanges(body) ? ["changes", "first"] : ["points"]));
}

/** The points of a path as they would be written in full. */
export function pointsOf({ points, first, changes }: Members): Json[] {
  if (changes === undefined) return entries(points);
  need(first !== undefined);
  const all = [structuredClone(first)];
  for (const change of entries(changes)) {
    const point = structuredClone(all.at(-1) ?? null);
    need(isRecord(point));
    const parts = members(change, ...Object.keys(point));
    for (const [key, part] of Object.entries(parts)) alter(entries(point[key]), entries(part), true);
    all.push(point);
  }
  return all;
}

/** Makes the changes in a list itself. */
function alter(list: Json[], changes: Json[], mayBeEmpty: boolean): void {
  need(changes.length % 2 === 0 && (mayBeEmpty || changes.length > 0));
  const places = changes.filter((_, index) => index % 2 === 0).map(whole);
  need(places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1)));
  for (const [index, place] of places.entries()) {
    const [before, change] = [list[place], changes[2 * index + 1]];
    need(before !== undefined && change !== undefined);
    if (Array.isArray(before)) alter(before, entries(change), false);
    else {
      matrix([[change]]);
      need(before !== change);
      list[place] = change;
    }
  }
}

/** The vectors of a matrix that has been read. */
export function vectors(rows: readonly string[][]): RationalVector[] {
  return rows.map((row) => RationalVector.parse(...row));
}

/** Whether a value is the caller's, if he gives one. Each value that has been read has one spelling. */
export function isAsked(value: Json | undefined, asked: unknown): boolean {
  return asked === undefined || canonical(value ?? null) === canonical(asked as Json);
}

export function sameDimensions(x: TwoLayerNetwork, y: TwoLayerNetwork): boolean {
  return x.inputDimension === y.inputDimension && x.outputDimension === y.outputDimension;
}
