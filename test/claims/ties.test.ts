import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/evidence/claim.js";
import { UNSHOWN } from "../cli/planted.js";
import { claims } from "../../src/claims/registry.js";
import { statementsIn } from "../../src/coq/statements.js";
import {
  type Exports,
  type Modules,
  claimFaults,
  propertyFaults,
  testFaults,
  theoremFaults,
} from "./ties.js";

/** Files of a folder with an ending, by their names without it. */
function names(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

async function modulesOf(folder: string, ...but: readonly string[]): Promise<Modules> {
  const load = async (name: string): Promise<[string, Exports]> => [
    name,
    (await import(pathToFileURL(resolve(folder, `${name}.ts`)).href)) as Exports,
  ];
  return Object.fromEntries(
    await Promise.all(
      names(folder, ".ts")
        .filter((name) => !but.includes(name))
        .map(load),
    ),
  );
}

const property = (name: string) => ({ name, statement: "…", sample: () => ({ held: true }) });
const [closedForm, recurrence] = [property("prop-4.5/closed-form"), property("prop-4.5/recurrence")];
const PROPERTIES = [closedForm, recurrence];
const claim = {
  ...UNSHOWN,
  id: "prop-4.5",
  evidence: [{ name: "count" }],
  properties: PROPERTIES,
  theorems: ["grows"],
} as unknown as Claim;
const bare: Claim = { ...UNSHOWN, id: "prop-4.6" };
const changed = (changes: object): Claim => ({ ...claim, ...changes });

describe("claims and their files", () => {
  it("hold each other in this repository", async () => {
    const modules = await modulesOf("src/claims", "registry", "index");
    expect(Object.keys(modules).length).toBeGreaterThan(50);
    expect(claimFaults(claims, modules)).toEqual([]);
  });

  it.each<[string, readonly Claim[], Modules, string[]]>([
    ["nothing where all is in its place", [claim, bare], { "prop-4.5": { claim } }, []],
    [
      "a claim in the file of another",
      [claim],
      { "prop-4.6": { claim } },
      ["src/claims/prop-4.6.ts holds the claim prop-4.5", "prop-4.5 has evidence, and no file of its own"],
    ],
    [
      "a second claim in one file",
      [claim],
      { "prop-4.5": { claim, twin: changed({}) } },
      ["src/claims/prop-4.5.ts holds a second claim, twin"],
    ],
    ["a claim that isn't listed", [], { "prop-4.5": { claim } }, ["prop-4.5 is not on the list"]],
    [
      "a file without a claim",
      [claim],
      { "prop-4.5": { claim }, "fig-4": { twelve: 12n } },
      ["src/claims/fig-4.ts holds no claim"],
    ],
    ["a listed claim of no file", [claim], {}, ["prop-4.5 has evidence, and no file of its own"]],
  ])("find %s", (_, listed, modules, expected) => {
    expect(claimFaults(listed, modules)).toEqual(expected);
  });
});

describe("claims and their properties", () => {
  it("hold each other in this repository", async () => {
    const modules = await modulesOf("properties", "property");
    expect(Object.keys(modules).length).toBeGreaterThan(30);
    expect(propertyFaults(claims, modules)).toEqual([]);
  });

  const named = (...list: readonly string[]) => {
    const properties = list.map(property);
    return [[changed({ properties })], { "prop-4.5": { properties } }] as const;
  };

  it.each<[string, readonly Claim[], Modules, string[]]>([
    [
      "nothing where all is in its place",
      [claim],
      { "prop-4.5": { properties: PROPERTIES, closedForm } },
      [],
    ],
    [
      "properties that their claim has nothing of",
      [changed({ properties: undefined })],
      { "prop-4.5": { properties: PROPERTIES } },
      [
        "prop-4.5 doesn't rest on properties/prop-4.5.ts",
        "prop-4.5 doesn't rest on prop-4.5/closed-form",
        "prop-4.5 doesn't rest on prop-4.5/recurrence",
      ],
    ],
    [
      "a claim that picks among its properties",
      [changed({ properties: [closedForm] })],
      { "prop-4.5": { properties: PROPERTIES } },
      ["prop-4.5 doesn't rest on properties/prop-4.5.ts", "prop-4.5 doesn't rest on prop-4.5/recurrence"],
    ],
    [
      "a property that its file's list has lost",
      [claim],
      { "prop-4.5": { properties: PROPERTIES, lost: property("prop-4.5/lost") } },
      ["prop-4.5 doesn't rest on prop-4.5/lost"],
    ],
    [
      "a file of no claim",
      [claim],
      { "prop-4.5": { properties: PROPERTIES }, "prop-4.7": { properties: [] } },
      ["properties/prop-4.7.ts belongs to no claim"],
    ],
    [
      "the properties of another claim",
      [changed({}), { ...bare, properties: claim.properties }] as readonly Claim[],
      { "prop-4.5": { properties: PROPERTIES } },
      ["prop-4.6 rests on properties that are not in properties/prop-4.6.ts"],
    ],
    ...["prop-4.5", "prop-4.5/", "prop-4.6/recurrence"].map(
      (name): [string, readonly Claim[], Modules, string[]] => [
        `the name ${name}`,
        ...named(name),
        [`${name} is not prop-4.5, a slash, and a name`],
      ],
    ),
    [
      "two properties of one name",
      ...named("prop-4.5/one", "prop-4.5/one"),
      ["prop-4.5/one is in properties/prop-4.5.ts too"],
    ],
  ])("find %s", (_, listed, modules, expected) => {
    expect(propertyFaults(listed, modules)).toEqual(expected);
  });
});

describe("claims and their tests", () => {
  it("hold each other in this repository", () => {
    const texts = names("test/claims", ".test.ts").map((name) => [
      name,
      readFileSync(`test/claims/${name}.test.ts`, "utf8"),
    ]);
    expect(testFaults(claims, Object.fromEntries(texts) as Record<string, string>)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    [
      "nothing where all is in its place",
      { "prop-4.5": 'import { claim } from "../../src/claims/prop-4.5.js";' },
      [],
    ],
    [
      "evidence that no test ever made fail",
      {},
      ["prop-4.5 has evidence, and no test/claims/prop-4.5.test.ts"],
    ],
    ["a test of something else", { "prop-4.5": "" }, ["test/claims/prop-4.5.test.ts doesn't test prop-4.5"]],
  ])("find %s", (_, tests, expected) => {
    expect(testFaults([claim, bare], tests)).toEqual(expected);
  });
});

describe("claims and their theorems", () => {
  it("hold each other in this repository", () => {
    const statements = statementsIn(readFileSync("proofs/Statements.v", "utf8"));
    expect(statements.length).toBeGreaterThan(30);
    expect(theoremFaults(claims, statements)).toEqual([]);
  });

  const grows = { theorem: "grows", claims: ["prop-4.5"] };

  it.each<[string, readonly string[] | undefined, readonly (typeof grows)[], string[]]>([
    ["nothing where claim and statement name each other", ["grows"], [grows], []],
    [
      "a theorem that isn't stated",
      ["grows", "shrinks"],
      [grows],
      ["Statements.v has no shrinks for prop-4.5"],
    ],
    [
      "a theorem that is stated for no claim",
      ["grows", "helps"],
      [grows, { theorem: "helps", claims: [] }],
      ["Statements.v has no helps for prop-4.5"],
    ],
    [
      "a theorem that is stated for another claim",
      ["grows"],
      [{ ...grows, claims: ["prop-4.6"] }],
      ["Statements.v has no grows for prop-4.5", "grows is stated for prop-4.6, which doesn't have it"],
    ],
    [
      "a statement that its claim doesn't have",
      undefined,
      [grows],
      ["grows is stated for prop-4.5, which doesn't have it"],
    ],
    [
      "a statement for no claim that there is",
      ["grows"],
      [{ ...grows, claims: ["prop-4.5", "prop-4.9"] }],
      ["grows is stated for prop-4.9, which doesn't have it"],
    ],
  ])("find %s", (_, theorems, statements, expected) => {
    expect(theoremFaults([changed({ theorems }), bare], statements)).toEqual(expected);
  });
});
