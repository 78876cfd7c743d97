import { seal } from "../checker/seal.js";
import { replaced } from "./scratch.js";

/** A change of a file, whose text is undefined if there is none. */
type Change = (text: string | undefined) => string;

const written =
  (text: string): Change =>
  () =>
    text;

/** Lines put before others that are there. */
const before =
  (...places: readonly (readonly [place: string, lines: string])[]): Change =>
  (text) =>
    places.reduce<string>((changed, [place, lines]) => replaced(changed, place, lines + place), text ?? "");

/** A file of the corpus, for a claim with r = 1 and m = 2. */
const corpus = (codes: number[]): Change => written(seal("least", "thm-3.1-dim", { codes, m: 2, r: 1 }));

/**
 * The kind `least`, followed step by step: a labelled partition without a zero block, for the claim that the
 * least
 * dimension is attained. By step, the files that it changes. No command makes it, so step 11 changes none,
 * and step 12 is a run.
 */
export const LEAST_KIND: ReadonlyMap<number, Readonly<Record<string, Change>>> = new Map<
  number,
  Readonly<Record<string, Change>>
>([
  [
    1,
    {
      "src/checker/SPEC.md": before(
        ['"enumeration" |', '"least" | '],
        ["enumeration {", 'least       {"codes": codes, "m", "r"}\n'],
        ["| enumeration    | thm-3.1-count ", "| least | thm-3.1-dim | r, m | |\n"],
        ["| `enumeration.ts`, `conn", "| `least.ts` | least: thm-3.1-dim |\n"],
        [
          "### enumeration: thm",
          "### least: thm-3.1-dim\n\nThe codes are a partition without a zero block.\n\n",
        ],
      ),
    },
  ],
  [
    2,
    {
      "src/checker/least.ts": written(`import { partition } from "./partition.js";
import { sizes } from "./request.js";
import { fields } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** Kind \`least\`: an acceptance proves that a labelled partition has no zero block. */
export function least(body: unknown, expected: Expected): string {
  const members = fields(body, ["codes", "m", "r"], "body");
  const [r, m] = sizes(members, expected);
  const codes = partition(members.codes, r, m, "body.codes");
  const isLeast = r >= 1 && codes.every((code) => code > 0);
  demand(isLeast, "member", "body.codes", "has a zero block");
  return \`a subspace for (\${r},\${m}) has the least dimension\`;
}
`),
    },
  ],
  [
    3,
    {
      "src/checker/kinds.ts": before(
        ["import { morse }", 'import { least } from "./least.js";\n'],
        [
          '  { kind: "independence"',
          '  { kind: "least", claims: ["thm-3.1-dim"], parameters: ["r", "m"], run: least },\n',
        ],
      ),
    },
  ],
  [
    4,
    {
      "src/certificate/leastCertificate.ts":
        written(`import { requireArguments } from "../exact/plainJavaScript.js";
import type { Certificate } from "./certificate.js";

/** The first units have labels of their own, and the others share the last. */
export function leastCertificate(r: number, m: number): Certificate {
  requireArguments({ size: { r, m } });
  const codes = Array.from({ length: m }, (_, unit) => Math.min(unit + 1, r));
  return { kind: "least", claim: "thm-3.1-dim", body: { codes, m, r } };
}
`),
      "src/certificate/index.ts": before([
        "export { fitsMorse",
        'export { leastCertificate } from "./leastCertificate.js";\n',
      ]),
    },
  ],
  [
    5,
    {
      "src/claims/thm-3.1-dim.ts": before(
        [
          "  ],\n  properties,",
          `    certificates("attained", {
      upTo: 4,
      what: "the checker verifies a partition without a zero block",
      range: (bound) => \`1 ≤ r ≤ m ≤ \${bound}\`,
      expected: (bound) => BigInt((bound * (bound + 1)) / 2),
      instances: (bound) =>
        [...widths(bound)].map(([r, m]) => ({
          certificate: leastCertificate(r, m),
          asked: { claim: "thm-3.1-dim", r, m },
        })),
    }),
`,
        ],
        [
          "import { labelledPartitions }",
          `import { leastCertificate } from "../certificate/leastCertificate.js";
import { certificates } from "./evidence/certificates.js";
`,
        ],
      ),
    },
  ],
  [
    6,
    {
      "src/claims/controls/honest.ts": before([
        "export const morse",
        `export const least: Honest = {
  kind: "least",
  asked: { claim: "thm-3.1-dim", r: 1, m: 2 },
  body: { codes: [1, 1], m: 2, r: 1 },
};

`,
      ]),
      "src/claims/controls/damagedLists.ts": before(
        ["morse, rows }", "least, "],
        [
          "  ...damages(\n    morse,",
          '  ...damages(least, ["member", { "body.codes.1": 0 }], ["parameters", {}, { m: undefined }]),\n',
        ],
      ),
      "src/claims/controls/damagedCertificates.ts": (text) =>
        (text ?? "").replace(/expected: (\d+)/, (_, count: string) => `expected: ${Number(count) + 2}`),
    },
  ],
  [
    7,
    {
      "test/checker/kinds/least.ts": written(`import fc from "fast-check";
import { leastCertificate } from "../../../src/certificate/leastCertificate.js";
import { leastHolds } from "../second/lists.js";
import { SIZES, type TestedKind, made } from "./kind.js";

export const least: TestedKind = {
  kind: "least",
  claims: ["thm-3.1-dim"],
  request: ({ r, m }) => ({ r, m }),
  accepted: 1,
  otherwise: {},
  says: {
    least: "a subspace for (1,2) has the least dimension",
    "member-zero-block": "body.codes: has a zero block",
  },
  certificates: fc.constantFrom(...SIZES).map(([r, m]) => made(leastCertificate(r, m), { r, m })),
  weight: 1,
  holds: leastHolds,
};
`),
      "test/checker/kinds/list.ts": before(
        ["import { morse }", 'import { least } from "./least.js";\n'],
        ["  morse,", "  least,\n"],
      ),
      "test/checker/second/lists.ts": before([
        "export function enumerationHolds",
        `export function leastHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "codes", "m", "r");
  const [r, m] = [whole(parts.r), whole(parts.m)];
  need(expected.r === r && expected.m === m && r >= 1);
  return partitionOf(parts.codes ?? null, r, m).zeroBlockCount === 0;
}

`,
      ]),
    },
  ],
  [
    8,
    {
      "test/checker/corpus/accept/least.json": corpus([1, 1]),
      "test/checker/corpus/reject/member-zero-block.json": corpus([1, 0]),
    },
  ],
  [
    9,
    {
      "test/certificate/leastCertificate.test.ts": written(`import { expect, test } from "vitest";
import { leastCertificate } from "../../src/certificate/leastCertificate.js";
import { SHOWN, checked } from "./producing.js";

test("is accepted", async () => {
  expect(await checked(leastCertificate(2, 4), { claim: "thm-3.1-dim", r: 2, m: 4 })).toEqual(SHOWN);
});
`),
    },
  ],
  [
    10,
    {
      "src/cli/commands/check/parameters.ts": before([
        '  ["ext-topology"',
        '  ["thm-3.1-dim", { needed: ["r", "m"], allowed: ["r", "m"] }],\n',
      ]),
    },
  ],
]);
