import { posix } from "node:path";
import { statementsIn } from "../../src/coq/statements.js";
import { type WrittenClaim, writtenClaims } from "./claimModules.js";
import { propertyCalls } from "./propertyCalls.js";
import { type Finding, type Tree, filesIn, findingAt, pathOf } from "./tree.js";

export type CitationRule =
  | "claim-module"
  | "claim-id"
  | "unregistered"
  | "property-name"
  | "property-claim"
  | "uncited-property"
  | "dangling-property"
  | "dangling-test"
  | "no-test"
  | "dangling-theorem"
  | "uncited-theorem"
  | "computed";

const REGISTRY = "src/claims/registry.ts";

/**
 * Claims and what they cite, tied both ways: a cited property or test exists, a property belongs to a claim
 * and is cited, and a claim is in the file of its id and on the list of claims.
 */
export function citations(tree: Tree): Finding<CitationRule>[] {
  const claims = writtenClaims(tree);
  return [
    ...claimModules(tree, claims),
    ...citedProperties(tree, claims),
    ...citedTests(tree, claims),
    ...citedTheorems(tree, claims),
  ];
}

function claimModules(tree: Tree, claims: readonly WrittenClaim[]): Finding<CitationRule>[] {
  const misnamed = claims
    .filter(({ id, file }) => id === undefined || file !== `src/claims/${id}.ts`)
    .map(({ place, id }) =>
      findingAt(tree, place, "claim-id", `the claim ${id ?? "(no literal id)"} is in another file`),
    );
  const files = claims.map(({ file }) => file);
  const repeated = claims
    .filter(({ file }, index) => files.indexOf(file) < index)
    .map(({ place }) => findingAt(tree, place, "claim-module", "a second claim in one file"));
  // Claim ids have hyphens; modules that serve several claims are named in camel case.
  const missing = filesIn(tree, ["src/claims"])
    .filter((source) => source.getBaseName().includes("-") && !files.includes(pathOf(tree, source)))
    .map((source) => findingAt(tree, source, "claim-module", "no claim in a file named after one"));
  const registered = registeredFiles(tree);
  const forgotten = claims
    .filter(({ file }) => !registered.has(file))
    .map(({ place, file }) => findingAt(tree, place, "unregistered", `${REGISTRY} doesn't import ${file}`));
  return [...misnamed, ...repeated, ...missing, ...forgotten];
}

/** An import that isn't used is an error of the compiler, so that what is imported is on the list. */
function registeredFiles(tree: Tree): Set<string> {
  const imports = tree.project.getSourceFile(posix.join(tree.root, REGISTRY))?.getImportDeclarations() ?? [];
  return new Set(
    imports.map((declaration) =>
      posix.join("src/claims", declaration.getModuleSpecifierValue()).replace(/\.js$/, ".ts"),
    ),
  );
}

function citedProperties(tree: Tree, claims: readonly WrittenClaim[]): Finding<CitationRule>[] {
  const ids = new Set(claims.map(({ id }) => id));
  const cited = claims.flatMap(({ properties }) => properties);
  const citedNames = new Set(cited.map(({ text }) => text));
  const names = new Set<string>();
  const findings: Finding<CitationRule>[] = [];
  for (const { place, text } of propertyCalls(tree)) {
    const object = (rule: CitationRule, message: string) =>
      findings.push(findingAt(tree, place, rule, message));
    if (text === undefined) {
      object("computed", "a property without a literal name");
      continue;
    }
    const [id, name] = text.split("/");
    if (names.has(text)) object("property-name", `${text} is the name of another property too`);
    if (name === undefined || name === "")
      object("property-name", `${text} is not a claim id, a slash, and a name`);
    else if (!ids.has(id)) object("property-claim", `${text} belongs to no claim`);
    if (!citedNames.has(text)) object("uncited-property", `no claim cites ${text}`);
    names.add(text);
  }
  for (const { place, text } of cited) {
    if (text === undefined)
      findings.push(findingAt(tree, place, "computed", "cites what is not written out"));
    else if (!names.has(text))
      findings.push(findingAt(tree, place, "dangling-property", `no property ${text}`));
  }
  return findings;
}

function citedTests(tree: Tree, claims: readonly WrittenClaim[]): Finding<CitationRule>[] {
  const files = tree.project.getFileSystem();
  const isTest = (path: string) =>
    /^test\/.*\.test\.ts$/.test(path) &&
    posix.normalize(path) === path &&
    files.fileExistsSync(posix.join(tree.root, path));
  return claims.flatMap(({ place, id, hasEvidence, tests }) => {
    if (hasEvidence && tests.length === 0) {
      return [
        findingAt(tree, place, "no-test", `${id ?? ""} has evidence, and no test that plants an error in it`),
      ];
    }
    return tests.flatMap((test): Finding<CitationRule>[] => {
      if (test.text === undefined)
        return [findingAt(tree, test.place, "computed", "cites what is not written out")];
      return isTest(test.text) ? [] : [findingAt(tree, test.place, "dangling-test", `no test ${test.text}`)];
    });
  });
}

const STATEMENTS = "proofs/Statements.v";

/** A claim cites a theorem exactly if the comment on the theorem's statement names the claim. */
function citedTheorems(tree: Tree, claims: readonly WrittenClaim[]): Finding<CitationRule>[] {
  const files = tree.project.getFileSystem();
  const path = posix.join(tree.root, STATEMENTS);
  const statements = files.fileExistsSync(path) ? statementsIn(files.readFileSync(path)) : [];
  const dangling = claims.flatMap(({ id, theorems }) =>
    theorems.flatMap(({ place, text }): Finding<CitationRule>[] => {
      if (text === undefined) return [findingAt(tree, place, "computed", "cites what is not written out")];
      const stated = statements.some(
        (statement) => statement.theorem === text && statement.claims.includes(id ?? ""),
      );
      return stated
        ? []
        : [findingAt(tree, place, "dangling-theorem", `${STATEMENTS} has no ${text} for ${id ?? ""}`)];
    }),
  );
  const uncited = statements.flatMap(({ theorem, claims: ids }) =>
    ids.flatMap((wanted): Finding<CitationRule>[] => {
      const claim = claims.find(({ id }) => id === wanted);
      const cited = claim?.theorems.some(({ text }) => text === theorem) ?? false;
      const message = `${theorem} is stated for ${wanted}, which doesn't cite it`;
      return cited || claims.length === 0
        ? []
        : [{ rule: "uncited-theorem", file: STATEMENTS, line: 1, message }];
    }),
  );
  return [...dangling, ...uncited];
}
