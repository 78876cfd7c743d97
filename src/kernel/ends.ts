import { KEYS } from "../checker/request.js";
import { type Expected, demand } from "../checker/verdict.js";

/** Reads a path's ends, which are the caller's: the kernel compares them with its first and last point. */
export function endsOf<Point>(
  { from, to }: Expected,
  read: (value: unknown, at: string) => Point,
): { readonly from: Point; readonly to: Point } {
  const hasEnds = from !== undefined && to !== undefined;
  demand(hasEnds, "parameters", "expected", "the caller names no networks from and to");
  return { from: read(ordered(from), "expected.from"), to: read(ordered(to), "expected.to") };
}

/** What the caller gives, with its keys in canonical order: they may come in any. */
function ordered(request: unknown): unknown {
  return JSON.parse(JSON.stringify(request, KEYS));
}
