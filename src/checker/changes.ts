import { type Rational, fields, hexadecimals, integer, list, rational, sum } from "./values.js";
import { demand } from "./verdict.js";

/** Counts work, and adds. */
export type Work = Readonly<{ spend: (work: number) => void; add: typeof sum }>;

/** For certificates that are as long as the work that they ask for. */
export const FREE: Work = { spend: () => undefined, add: sum };

/** The members of a path's body, its points as they are written, and the work that these may take. */
export type Line = Readonly<{ members: Record<string, unknown>; points: readonly Point[]; work: Work }>;

type Point = Readonly<{ value: unknown; at: string }>;

/**
 * Reads the body of a path, which has these members. Its points, which have members too, are all written out;
 * or there are the first and, for each segment, what changes in each member.
 */
export function lineOf(body: unknown, keys: readonly string[], keysOfPoint: readonly string[]): Line {
  const isWhole = !(typeof body === "object" && body !== null && "changes" in body);
  const members = fields(body, [...keys, ...(isWhole ? ["points"] : ["changes", "first"])].sort(), "body");
  if (isWhole) {
    const points = list(members.points, "body.points", (value, at) => ({ value, at }));
    return { members, points, work: FREE };
  }
  const work = limited();
  let value = fields(members.first, keysOfPoint, "body.first");
  const points: Point[] = [{ value, at: "body.first" }];
  const lists = JSON.stringify([value, members.theta]).split("[").length;
  list(members.changes, "body.changes", (change, at) => {
    work.spend(16 * lists);
    const parts = fields(change, keysOfPoint, at);
    const after = keysOfPoint.map((key) => [key, changed(value[key], parts[key], `${at}.${key}`, work)]);
    value = Object.fromEntries(after) as typeof value;
    points.push({ value, at });
  });
  return { members, points, work };
}

/** A list as changed at the places that come with what they become, in order; or a rational as replaced. */
function changed(value: unknown, change: unknown, at: string, work: Work): unknown {
  if (!Array.isArray(value)) {
    // Anything but a text is wrong in the first point, which is told when that is read.
    if (typeof value === "string") rational(change, at);
    return change;
  }
  const items = list(change, at, (item) => item);
  if (items.length === 0) return value;
  work.spend(value.length);
  const copy = list(value, at, (item) => item);
  for (let i = 0; i < items.length; i += 2) {
    const place = integer(items[i], `${at}[${i}]`);
    const isAfter = i === 0 ? place >= 0 : place > Number(items[i - 2]);
    demand(isAfter && place < copy.length, "change", `${at}[${i}]`, "not a place after the last");
    const next = changed(copy[place], items[i + 1], `${at}[${i + 1}]`, work);
    demand(next !== copy[place], "change", `${at}[${i + 1}]`, "the same value");
    copy[place] = next;
  }
  return copy;
}

/** A short text of changes can ask for much work. The unit is about that of adding 0. */
function limited(): Work {
  let left = 2 ** 27;
  const spend = (work: number): void => {
    left -= work;
    demand(left >= 0, "size", "body", "the changes take more than 2^27 units of work");
  };
  const add = (x: Rational, y: Rational): Rational => {
    const isSum = x.n !== 0n && y.n !== 0n;
    spend(isSum ? (hexadecimals(x.n * x.d * y.n * y.d) + 128) ** 2 / 128 : 1);
    if (isSum) return sum(x, y);
    return x.n === 0n ? y : x;
  };
  return { spend, add };
}
