import { type Rational, fields, hexadecimals, integer, list, sum } from "./values.js";
import { demand } from "./verdict.js";

/** Counts work, and adds. */
export type Work = Readonly<{ spend: (work: number) => void; add: typeof sum }>;

/** For certificates that are as long as the work that they ask for. */
export const FREE: Work = { spend: () => undefined, add: sum };

/** The members of a path's body, its points as they are written, and the work that these may take. */
export type Line = Readonly<{ members: Record<string, unknown>; points: readonly unknown[]; work: Work }>;

/**
 * Reads the body of a path, which has these members. Its points, which have members too, are all written out;
 * or there are the first and, for each segment, what changes in each member.
 */
export function lineOf(body: unknown, keys: readonly string[], keysOfPoint: readonly string[]): Line {
  const isWhole = !(typeof body === "object" && body !== null && "changes" in body);
  const members = fields(body, [...keys, ...(isWhole ? ["points"] : ["changes", "first"])].sort(), "body");
  if (isWhole) return { members, points: list(members.points, "body.points", (point) => point), work: FREE };
  let point = fields(members.first, keysOfPoint, "body.first");
  const points = [point];
  const lists = JSON.stringify([point, members.theta]).split("[").length;
  const work = limited();
  list(members.changes, "body.changes", (value, at) => {
    work.spend(16 * lists);
    const change = fields(value, keysOfPoint, at);
    const parts = keysOfPoint.map((key) => [key, changed(point[key], change[key], `${at}.${key}`, work)]);
    point = Object.fromEntries(parts) as typeof point;
    points.push(point);
  });
  return { members, points, work };
}

/** A list as changed at the places that come with what they become, in order; anything else is replaced. */
function changed(value: unknown, change: unknown, at: string, work: Work): unknown {
  if (!Array.isArray(value)) return change;
  const items = list(change, at, (item) => item);
  if (items.length === 0) return value;
  work.spend(value.length);
  const copy: unknown[] = [...value];
  for (let i = 0; i < items.length; i += 2) {
    const place = integer(items[i], `${at}[${i}]`);
    const next = changed(copy[place], items[i + 1], `${at}[${i + 1}]`, work);
    const isAfter = i === 0 ? place >= 0 : place > Number(items[i - 2]);
    const isChange = isAfter && place < copy.length && next !== copy[place];
    demand(isChange, "change", `${at}[${i}]`, "not a place after the last, with another value");
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
    const product = x.n * y.n;
    spend(product === 0n ? 1 : (hexadecimals(product * x.d * y.d) + 128) ** 2 / 128);
    return sum(x, y);
  };
  return { spend, add };
}
