import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { ACCEPTED, requestOf } from "./corpus.js";
import { type Json, reseal } from "./seal.js";

/** All places in a tree, as paths of keys. */
function placesOf(tree: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof tree !== "object" || tree === null) return [path];
  return [path, ...Object.entries(tree).flatMap(([key, value]) => placesOf(value, [...path, key]))];
}

function withNull(tree: Json, [key = "", ...rest]: readonly string[]): Json {
  if (Array.isArray(tree))
    return tree.map((entry, at) => (String(at) === key ? planted(entry, rest) : entry));
  const members = tree as Record<string, Json>;
  return { ...members, [key]: planted(members[key] ?? null, rest) };
}

function planted(entry: Json, rest: readonly string[]): Json {
  return rest.length === 0 ? null : withNull(entry, rest);
}

/** As the checker writes it: body.points[0].incoming. */
function placeText(path: readonly string[]): string {
  return path.map((key) => (/^[0-9]+$/.test(key) ? `[${key}]` : `.${key}`)).join("");
}

describe("a rejection's place", () => {
  it.each(ACCEPTED)("is the place in $name where null replaces a value", async ({ text }) => {
    const file = JSON.parse(text) as Record<string, Json>;
    let exact = 0;
    for (const path of placesOf(file.body ?? null)) {
      const body = path.length === 0 ? null : withNull(file.body ?? null, path);
      const verdict = await checkCertificate(reseal({ ...file, body }), requestOf(file));
      if (verdict.accepted) throw new Error(`null is accepted at ${placeText(path)}`);
      // Other rules may look at the value before. They name some place in the body.
      if (verdict.rule !== "shape") expect(verdict.where).toMatch(/^body(\.\w+|\[[0-9]+\])*$/);
      else {
        expect(verdict.where).toBe(`body${placeText(path)}`);
        exact += 1;
      }
    }
    expect(exact).toBeGreaterThan(0);
  });
});
