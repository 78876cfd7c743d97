import { describe, expect, it } from "vitest";
import { KINDS } from "../../src/checker/kinds.js";
import { accepted } from "./acceptedFiles.js";
import { read } from "./corpusCallers.js";
import { NAMES } from "./damage.js";
import { FORGED_FILES, PLACED_FILES } from "./smallFiles.js";

interface Named {
  readonly kind: string;
  readonly claim: string;
}

const NAMED = KINDS.flatMap(({ kind, claims }) => claims.map((claim): Named => ({ kind, claim })));

/** The kinds that no file of a list is of. */
function kindsWithout(files: readonly string[]): string[] {
  const kinds = files.map((file) => (JSON.parse(read(`accept/${file}`)) as Named).kind);
  return [...new Set(NAMED.map(({ kind }) => kind))].filter((kind) => !kinds.includes(kind));
}

describe("each kind that the checker knows", () => {
  it("is among the files that are forged, and among those whose places are told", () => {
    expect(kindsWithout(FORGED_FILES)).toEqual([]);
    expect(kindsWithout(PLACED_FILES)).toEqual([]);
    expect(kindsWithout(FORGED_FILES.filter((file) => !file.startsWith("morse")))).toEqual(["morse"]);
  });

  it("is accepted at least once in the corpus, for each of its claims", () => {
    const files = Object.keys(accepted).map((file) => JSON.parse(read(`accept/${file}`)) as Named);
    const without = (named: readonly Named[]): Named[] =>
      named.filter(({ kind, claim }) => !files.some((file) => file.kind === kind && file.claim === claim));
    const planted = { kind: "morse", claim: "thm-4.2" };
    expect(without([...NAMED, planted])).toEqual([planted]);
  });

  it("is a word that the fuzzer puts in the place of others, and so are its claims", () => {
    const words = NAMED.flatMap(({ kind, claim }) => [kind, claim]);
    expect([...words, "planted"].filter((word) => !NAMES.includes(word))).toEqual(["planted"]);
  });
});
