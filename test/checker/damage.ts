import fc from "fast-check";
import { TESTED_KINDS } from "./kinds/list.js";
import { type Json, canonical, reseal } from "./seal.js";

/** An edit as four numbers, so that fast-check shrinks and replays it: which one, where, and with what. */
export type Edit = readonly [number, number, number, number];

const nat = fc.nat(1_000_000);
export const edits: fc.Arbitrary<Edit[]> = fc.array(fc.tuple(nat, nat, nat, nat), {
  minLength: 1,
  maxLength: 2,
});

/** What follows edits: nothing, or the right digest and canonical form. Or they edit the text itself. */
export const repairs = fc.constantFrom(
  "none" as const,
  "sealed" as const,
  "sealed" as const,
  "text" as const,
);

export function damage(text: string, changes: readonly Edit[], repair: "none" | "sealed" | "text"): string {
  if (repair === "text") return changes.reduce(editText, text);
  const file = JSON.parse(text) as Record<string, Json>;
  for (const change of changes) editTree(file, change);
  return repair === "sealed" ? reseal(file) : canonical(file);
}

type Holder = Json[] | Record<string, Json>;

/** A value by its holder and key. */
interface Place {
  readonly holder: Holder;
  readonly key: string;
}

function valueAt({ holder, key }: Place): Json {
  return (holder as Record<string, Json>)[key] ?? null;
}

function put({ holder, key }: Place, value: Json): void {
  if (Array.isArray(holder) && !(key in holder && /^[0-9]+$/.test(key))) return;
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** All places of a tree, depth first. */
function placesOf(value: Json, places: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return places;
  for (const key of Object.keys(value)) {
    const place = { holder: value, key };
    places.push(place);
    placesOf(valueAt(place), places);
  }
  return places;
}

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from[at % Math.max(from.length, 1)];
}

function editTree(file: Record<string, Json>, [which, where, other, what]: Edit): void {
  // The frame is a few members among many: four edits in five stay in the body.
  const places = placesOf((which >> 4) % 5 > 0 ? (file.body ?? null) : file);
  const leaves = places.filter((place) => typeof valueAt(place) !== "object");
  const lists = places.map(valueAt).filter((value) => Array.isArray(value));
  // Two in three edits change one leaf to a near miss: those reach the rules that are hardest to reach.
  if (which % 9 < 5) changeLeaf(pick(leaves, where), what);
  else if (which % 9 < 7) changeList(pick(lists, where), other, what);
  else changePlace(pick(places, where), pick(places, other), what);
}

function changeLeaf(place: Place | undefined, what: number): void {
  if (place === undefined) return;
  const value = valueAt(place);
  if (typeof value === "number") {
    const numbers = [
      value + 1,
      value - 1,
      -value,
      0,
      1,
      2,
      value + 2,
      2 ** 53,
      1e21,
      0.5,
      -(2 ** 53),
      String(value),
    ];
    put(place, pick(numbers, what) ?? 0);
  } else if (typeof value === "string") {
    put(place, pick(textsNear(value), what) ?? "");
  }
}

/** The kinds and claims that certificates may have. */
export const NAMES: readonly string[] = [
  ...new Set(TESTED_KINDS.flatMap(({ kind, claims }) => [kind, ...claims])),
];

function textsNear(text: string): Json[] {
  const isRational = /^-?\d+(\/\d+)?$/.test(text);
  const opposite = text.startsWith("-") ? text.slice(1) : `-${text}`;
  const rationals: Json[] = [
    ...[opposite, "0", "1", "-1", "2", "1/2", "-1/2", "3/2", "1/3", "2/4", "1/0", "-0", "00", "+1", "1e3"],
    ...[`${text}0`, `${text}/1`, `${text}/2`, ` ${text}`, "0x1", "Infinity", "", Number(text) || 0],
    ...[
      "9".repeat(4096),
      "9".repeat(4097),
      `1/${"9".repeat(4096)}`,
      "9".repeat(100_000),
      `-${"7".repeat(4000)}`,
    ],
    // Near misses for the digits of a cell: another order, one unit without a label, one with another.
    ...[text.slice(1) + text.slice(0, 1), Array.from(text).reverse().join(""), text.replace(/[1-9]/, "0")],
    ...[text.replace(/0/, "1"), text.replace(/1/, "2"), text.replace(/2(?=[^2]*$)/, "0"), `${text}1`],
  ];
  const words: Json[] = [
    ...NAMES,
    ...["none", "distinct", "star", "potential", "leaves"],
    ...[
      "enters",
      "equiloss-cert/1",
      "equiloss-cert/2",
      `${text}x`,
      text.slice(1),
      "\ud800",
      "é",
      "toString",
      7,
    ],
    ...[text.toUpperCase(), "a".repeat(5000), "__proto__", '"\\\n\u2028'],
  ];
  return isRational ? rationals : words;
}

function changeList(items: Json[] | undefined, at: number, what: number): void {
  if (items === undefined || items.length === 0) return;
  const [first, second] = [at % items.length, (at + 1 + (what >> 4)) % items.length];
  const entry = structuredClone(items[first] ?? null);
  // The members of one entry become entries of their own.
  if (Array.isArray(entry) && what % 5 === 0) items.splice(first, 1, ...entry.map((one) => [one]));
  else if (what % 4 === 0) items.splice(first, 1);
  else if (what % 4 === 1) items.splice(second, 0, entry);
  else if (what % 4 === 2) [items[first], items[second]] = [items[second] ?? null, entry];
  else items[second] = entry;
}

function changePlace(place: Place | undefined, source: Place | undefined, what: number): void {
  if (place === undefined || source === undefined) return;
  const value = valueAt(place);
  const values: Json[] = [
    structuredClone(valueAt(source)),
    null,
    pick([true, false, {}, [], [[]], 0, "", -1], what >> 4) ?? null,
    nest(what % 13),
    [value],
    { [place.key]: value },
  ];
  const keys = [pick(["x", "__proto__", "constructor", "1"], what >> 4) ?? "", `${place.key} `];
  const which = what % 9;
  const key = keys[which - values.length];
  if (which < values.length) put(place, values[which] ?? null);
  else if (key !== undefined) put({ holder: place.holder, key }, value);
  else if (!Array.isArray(place.holder)) Reflect.deleteProperty(place.holder, place.key);
}

function nest(depth: number): Json {
  return depth === 0 ? [] : [nest(depth - 1)];
}

function editText(text: string, [which, where, other, what]: Edit): string {
  const at = where % (text.length + 1);
  const end = Math.min(at + 1 + (other % 40), text.length);
  const characters = Array.from('[]{}:,"\\ \n\t0123456789-+.eE/');
  const tokens = [...characters, "\ufeff", "\u0000", "null", "1e400", "[".repeat(100_000)];
  const options = [
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at) + text.slice(at, end) + text.slice(at),
    () => text.slice(0, at) + (pick(tokens, what) ?? "") + text.slice(at),
    () => text.slice(0, at) + (pick(tokens, what) ?? "") + text.slice(end),
    () => text.replace(/"([a-z]+)":/, (key) => `${key}0,${key}`),
    () => `${text.slice(0, -1)},${pick(text.match(/"[a-z]+":"[^"]*"/g) ?? [], what) ?? ""}}`,
    () =>
      pick(["\ufeff" + text, text + "\n", text + "\n\n", " " + text, text + " ", text + text, ""], what) ??
      "",
    () => "[".repeat(what) + text,
    () => text.replace(/":/g, '": '),
    () => text.replaceAll(/[0-9]/g, (digit) => (what % 10 === Number(digit) ? `${digit}0` : digit)),
  ];
  return pick(options, which)?.() ?? text;
}
