import { describe, expect, it } from "vitest";
import { citations } from "./citations.js";
import { plantedTree, printed } from "./tree.js";

const CLAIM = `
import type { Claim } from "./claim.js";
export const claim: Claim = {
  id: "prop-4.5",
  title: "…",
  evidence: [{ name: "count", run }],
  cites: {
    properties: ["prop-4.5/closed-form", "prop-4.5/recurrence"],
    tests: ["test/claims/prop-4.5.test.ts"],
  },
};
`;

const PROPERTIES = `
import { property } from "./property.js";
export const closedForm = property("prop-4.5/closed-form", "…", fc.nat(), () => true);
export const properties = [
  closedForm,
  property("prop-4.5/recurrence", "…", fc.nat(), () => true),
];
`;

const INTACT: Readonly<Record<string, string>> = {
  "src/claims/evidence/claim.ts": "export interface Claim { readonly id: string; readonly cites: object }",
  "src/claims/prop-4.5.ts": CLAIM,
  "src/claims/registry.ts": 'import { claim } from "./prop-4.5.js";\nexport const claims = [claim];',
  "properties/prop-4.5.ts": PROPERTIES,
  "properties/property.ts": "export function property(name: string) { return { name }; }",
  "test/claims/prop-4.5.test.ts": "",
};

/** What is found once the given files stand in for those of the intact tree; an undefined one is left out. */
function found(changes: Readonly<Record<string, string | undefined>>): string[] {
  const texts: Record<string, string> = {};
  for (const [path, text] of Object.entries({ ...INTACT, ...changes })) {
    if (text !== undefined) texts[path] = text;
  }
  return printed(citations(plantedTree(texts)));
}

function claimWith(before: string, after: string): Record<string, string> {
  expect(CLAIM).toContain(before);
  return { "src/claims/prop-4.5.ts": CLAIM.replace(before, after) };
}

function propertiesWith(before: string, after: string): Record<string, string> {
  expect(PROPERTIES).toContain(before);
  return { "properties/prop-4.5.ts": PROPERTIES.replace(before, after) };
}

const LISTED = '["prop-4.5/closed-form", "prop-4.5/recurrence"]';
const IMPORT = 'import type { Claim } from "./claim.js";';

function claimMapping(variable: string, from: string): Record<string, string> {
  const mapped = CLAIM.replace(LISTED, `${variable}.map((property) => property.name)`);
  return { "src/claims/prop-4.5.ts": mapped.replace(IMPORT, `import { ${variable} } from "${from}";`) };
}

describe("citations", () => {
  it("finds nothing in an intact tree", () => {
    expect(found({})).toEqual([]);
  });

  it("follows a list of properties that is imported and mapped to names", () => {
    expect(found(claimMapping("properties", "../../properties/prop-4.5.js"))).toEqual([]);
  });

  it("sees that such a list has lost a property", () => {
    const lost = propertiesWith("  closedForm,\n", "");
    expect(found({ ...claimMapping("properties", "../../properties/prop-4.5.js"), ...lost })).toEqual([
      "properties/prop-4.5.ts:3: uncited-property: no claim cites prop-4.5/closed-form",
    ]);
  });

  it.each([
    ["a list from nowhere", claimMapping("properties", "../../properties/other.js")],
    ["a list that isn't there", claimMapping("others", "../../properties/prop-4.5.js")],
    ["a computed name", claimWith(LISTED, '["prop-4.5/closed-form", recurrence.name]')],
  ])("can't read %s", (_, changes) => {
    expect(found(changes)).toContain("src/claims/prop-4.5.ts:8: computed: cites what is not written out");
  });

  it("finds a cited property that isn't there", () => {
    expect(found(propertiesWith("prop-4.5/recurrence", "prop-4.5/recursion"))).toEqual([
      "properties/prop-4.5.ts:6: uncited-property: no claim cites prop-4.5/recursion",
      "src/claims/prop-4.5.ts:8: dangling-property: no property prop-4.5/recurrence",
    ]);
  });

  it("finds a property that no claim cites", () => {
    expect(found(claimWith(', "prop-4.5/recurrence"', ""))).toEqual([
      "properties/prop-4.5.ts:6: uncited-property: no claim cites prop-4.5/recurrence",
    ]);
  });

  it("finds a property of no claim, cited or not", () => {
    const changes = {
      ...claimWith("prop-4.5/recurrence", "prop-4.6/recurrence"),
      ...propertiesWith("prop-4.5/recurrence", "prop-4.6/recurrence"),
    };
    expect(found(changes)).toEqual([
      "properties/prop-4.5.ts:6: property-claim: prop-4.6/recurrence belongs to no claim",
    ]);
  });

  it("accepts a property of another claim", () => {
    const other = CLAIM.replace("prop-4.5", "prop-4.6").replace(LISTED, "[]");
    const changes = {
      "src/claims/prop-4.6.ts": other,
      "src/claims/registry.ts": 'import "./prop-4.5.js";\nimport "./prop-4.6.js";',
      ...claimWith("prop-4.5/recurrence", "prop-4.6/recurrence"),
      ...propertiesWith("prop-4.5/recurrence", "prop-4.6/recurrence"),
    };
    expect(found(changes)).toEqual([]);
  });

  it.each(["prop-4.5", "prop-4.5/"])("finds %s wanting as a name", (name) => {
    const changes = {
      ...claimWith("prop-4.5/recurrence", name),
      ...propertiesWith("prop-4.5/recurrence", name),
    };
    expect(found(changes)).toEqual([
      `properties/prop-4.5.ts:6: property-name: ${name} is not a claim id, a slash, and a name`,
    ]);
  });

  it("finds two properties of one name", () => {
    expect(found(propertiesWith("  closedForm,", '  property("prop-4.5/closed-form", "…"),'))).toEqual([
      "properties/prop-4.5.ts:5: property-name: prop-4.5/closed-form is the name of another property too",
    ]);
  });

  it.each(["`prop-4.5/${n}`", "name", ""])("finds a property named by %s", (name) => {
    expect(found(propertiesWith("  closedForm,", `  closedForm, property(${name}),`))).toEqual([
      "properties/prop-4.5.ts:5: computed: a property without a literal name",
    ]);
  });

  it("finds a cited test that isn't there", () => {
    expect(found({ "test/claims/prop-4.5.test.ts": undefined })).toEqual([
      "src/claims/prop-4.5.ts:9: dangling-test: no test test/claims/prop-4.5.test.ts",
    ]);
  });

  it.each(["src/claims/evidence/claim.ts", "./test/claims/prop-4.5.test.ts", "test/../src/claims/x.test.ts"])(
    "finds that %s is no test's path",
    (path) => {
      expect(found(claimWith("test/claims/prop-4.5.test.ts", path))).toEqual([
        `src/claims/prop-4.5.ts:9: dangling-test: no test ${path}`,
      ]);
    },
  );

  it("finds a test that isn't written out", () => {
    expect(found(claimWith('["test/claims/prop-4.5.test.ts"]', "tests"))).toEqual([
      "src/claims/prop-4.5.ts:9: computed: cites what is not written out",
    ]);
  });

  it("finds evidence that no test ever made fail", () => {
    expect(found(claimWith('["test/claims/prop-4.5.test.ts"]', "[]"))).toEqual([
      "src/claims/prop-4.5.ts:3: no-test: prop-4.5 has evidence, and no test that plants an error in it",
    ]);
  });

  it("asks for no test where there is no evidence", () => {
    const changes = claimWith('["test/claims/prop-4.5.test.ts"]', "[]")["src/claims/prop-4.5.ts"] ?? "";
    expect(found({ "src/claims/prop-4.5.ts": changes.replace('[{ name: "count", run }]', "[]") })).toEqual(
      [],
    );
  });

  it("finds citations that aren't written out at all", () => {
    const shorthand = CLAIM.replace(/cites: \{[^}]*\}/, "cites: cited");
    expect(found({ "src/claims/prop-4.5.ts": shorthand }).filter((line) => line.startsWith("src"))).toEqual([
      "src/claims/prop-4.5.ts:7: computed: cites what is not written out",
      "src/claims/prop-4.5.ts:7: computed: cites what is not written out",
    ]);
  });

  it("finds a claim in the file of another", () => {
    expect(found(claimWith('id: "prop-4.5"', 'id: "prop-4.6"'))).toContain(
      "src/claims/prop-4.5.ts:3: claim-id: the claim prop-4.6 is in another file",
    );
  });

  it("finds a claim whose id is computed", () => {
    expect(found(claimWith('id: "prop-4.5"', "id: `prop-${4.5}`"))).toContain(
      "src/claims/prop-4.5.ts:3: claim-id: the claim (no literal id) is in another file",
    );
  });

  it("finds a second claim in one file", () => {
    expect(found({ "src/claims/prop-4.5.ts": CLAIM + CLAIM.replace("claim:", "twin:") })).toEqual([
      "src/claims/prop-4.5.ts:14: claim-module: a second claim in one file",
    ]);
  });

  it.each([undefined, 'import { claim } from "./prop-4.6.js";'])(
    "finds a claim that isn't listed: %s",
    (registry) => {
      expect(found({ "src/claims/registry.ts": registry })).toEqual([
        "src/claims/prop-4.5.ts:3: unregistered: src/claims/registry.ts doesn't import src/claims/prop-4.5.ts",
      ]);
    },
  );

  it("finds a file named after a claim that holds none", () => {
    expect(found({ "src/claims/fig-4.ts": "export const twelve = 12n;" })).toEqual([
      "src/claims/fig-4.ts:1: claim-module: no claim in a file named after one",
    ]);
  });
});
