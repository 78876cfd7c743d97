import type { WorkerRequest } from "../data/checkData.js";

/** An error of what a reader typed or chose, in words. */
export class Refusal extends Error {}

/** The text of a file of JSON, read. */
type Fields = Readonly<Record<string, unknown>>;

/** Values as certificates write them. */
export type Written = WorkerRequest["expected"][string];

/** A whole number that was typed. */
export function written(name: string, text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new Refusal(`${name} is not a whole number from 1 on`);
  return Number(text);
}

/**
 * A network file as certificates write networks: units, or with several layers matrices.
 *
 * @throws Refusal if it is no network file of exact weights.
 */
export function writtenNetwork(text: string, place: string, isLayered: boolean): Written {
  const { weights, biases } = fieldsOf(text, place, "equiloss-network/1");
  const matrices = listOf(weights, place).map((matrix) => matrixOf(matrix, place));
  if (isLayered) return { biases: biases === undefined ? [] : matrixOf(biases, place), weights: matrices };
  const [first, second, ...more] = matrices;
  if (first === undefined || second === undefined || more.length > 0 || biases !== undefined)
    throw new Refusal(`${place}: for this claim a network must have two layers and no biases`);
  const fits = second.every((row) => row.length === first.length);
  if (!fits) return fail(place, "has matrices that don't fit");
  const outgoing = first.map((_, unit) => second.flatMap((row) => row.slice(unit, unit + 1)));
  return { incoming: first, outgoing };
}

/**
 * A data file as certificates write data.
 *
 * @throws Refusal if it is no data file of exact numbers.
 */
export function writtenData(text: string, place: string): Written {
  const { inputs, targets } = fieldsOf(text, place, "equiloss-data/1");
  return { inputs: matrixOf(inputs, place), targets: matrixOf(targets, place) };
}

/** Two rationals with a colon between, as LOW:HIGH. */
export function writtenRange(text: string): Written {
  const [low, high, ...more] = text.split(":");
  if (low === undefined || high === undefined || more.length > 0) throw new Refusal("within is not LOW:HIGH");
  return [writtenRational(low.trim(), "within"), writtenRational(high.trim(), "within")];
}

/** A rational in lowest terms, of "p" or "p/q". */
export function writtenRational(value: unknown, place: string): string {
  if (Number.isSafeInteger(value)) return String(value);
  const { p, q = "1" } = (typeof value === "string" ? RATIONAL.exec(value)?.groups : undefined) ?? NO_GROUPS;
  if (p === undefined)
    return fail(place, `has ${JSON.stringify(value)}, which is not "p", "p/q" or an integer`);
  const [numerator, denominator] = [BigInt(p), BigInt(q)];
  if (denominator === 0n) return fail(place, "has a denominator 0");
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const reduced = denominator / divisor;
  return reduced === 1n ? String(numerator / divisor) : `${numerator / divisor}/${reduced}`;
}

const RATIONAL = /^(?<p>-?[0-9]+)(?:\/(?<q>[0-9]+))?$/;
const NO_GROUPS: Readonly<Partial<Record<string, string>>> = {};

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

function fieldsOf(text: string, place: string, format: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(place, "is not JSON");
  }
  if (typeof value !== "object" || value === null) return fail(place, "is not an object");
  const fields = value as Fields;
  return fields.format === format ? fields : fail(place, `its format is not ${format}`);
}

function listOf(value: unknown, place: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(place, "lacks a list of numbers");
}

const matrixOf = (value: unknown, place: string): string[][] =>
  listOf(value, place).map((row) => listOf(row, place).map((number) => writtenRational(number, place)));

function fail(place: string, problem: string): never {
  throw new Refusal(`${place}: ${problem}`);
}
