import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Project, ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import type { Claim, Evidence } from "../../src/claims/evidence/claim.js";
import type { Verdict } from "../../src/claims/evidence/verdict.js";
import { claimFaults, propertyFaults, testFaults } from "../claims/ties.js";
import { ROOT } from "../runEquiloss.js";
import { recipe } from "./recipe.js";
import { replaced } from "./scratch.js";
import { scratchFolder } from "../scratchFolder.js";

const FILE = "src/claims/ext-binomial.ts";
const REGISTRY = "src/claims/registry.ts";
const PROPERTIES = "properties/ext-binomial.ts";
const TEST = "test/claims/ext-binomial.test.ts";

const steps = recipe("A claim");
const folder = scratchFolder();

/** What the recipe has one write, with the list of claims as it is then. */
function written(): Map<string, string> {
  const [line = "", entry = ""] = (steps.get(REGISTRY) ?? "").split("\n");
  const list = replaced(readFileSync(join(ROOT, REGISTRY), "utf8"), "\n];", `\n${entry}\n];`);
  return new Map([...steps, [REGISTRY, `${line}\n${list}`]]);
}

interface Modules {
  readonly claims: readonly Claim[];
  readonly claim: Claim;
  readonly properties: object;
  readonly evidenceOf: (claim: Claim) => readonly Evidence[];
}

/** Copies compiled code, without its references to source maps. */
function copyCode(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith(".map") });
  for (const file of readdirSync(to, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js")) continue;
    const code = readFileSync(join(to, file), "utf8");
    writeFileSync(join(to, file), code.replace(/^\/\/# sourceMappingURL=.*$/m, ""));
  }
}

/**
 * Follows the recipe in a copy of the compiled program, with the claim's file as it is or changed, and loads
 * what comes of it.
 */
async function followed(name: string, change: (code: string) => string = (code) => code): Promise<Modules> {
  const copy = join(folder, name);
  mkdirSync(join(copy, "src"), { recursive: true });
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  for (const room of readdirSync(join(ROOT, "dist/src"))) {
    if (room !== "claims") symlinkSync(join(ROOT, "dist/src", room), join(copy, "src", room));
  }
  for (const part of ["src/claims", "properties"]) copyCode(join(ROOT, "dist", part), join(copy, part));
  for (const [path, code] of written()) {
    if (path.startsWith("test/")) continue;
    const { outputText } = ts.transpileModule(path === FILE ? change(code) : code, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(copy, path.replace(/\.ts$/, ".js")), outputText);
  }
  const load = async (path: string) =>
    (await import(pathToFileURL(join(copy, path)).href)) as Record<string, unknown>;
  const [registry, claim, properties, makers] = await Promise.all(
    [REGISTRY, FILE, PROPERTIES, "src/claims/evidence/evidenceOf.ts"].map((path) =>
      load(path.replace(/\.ts$/, ".js")),
    ),
  );
  return { ...registry, ...claim, ...properties, ...makers } as unknown as Modules;
}

async function verdicts({ claim, evidenceOf }: Modules): Promise<Verdict[]> {
  const context = { maxM: 4, seed: 1, progress: () => undefined };
  return Promise.all(evidenceOf(claim).map(async ({ run }) => run(context)));
}

describe("the recipe for a claim", () => {
  it("has one write the claim, two lines of the list, its properties and its test", () => {
    expect([...steps.keys()]).toEqual([FILE, REGISTRY, PROPERTIES, TEST]);
    expect(steps.get(REGISTRY)?.trim().split("\n")).toHaveLength(2);
  });

  it("is right TypeScript", () => {
    const project = new Project({
      tsConfigFilePath: join(ROOT, "tsconfig.json"),
      skipAddingFilesFromTsConfig: true,
    });
    const sources = [...written()].map(([path, code]) =>
      project.createSourceFile(join(ROOT, path), code, { overwrite: true }),
    );
    const diagnostics = sources.flatMap((source) => source.getPreEmitDiagnostics());
    expect(project.formatDiagnosticsWithColorAndContext(diagnostics)).toBe("");
  });

  it("leads to a listed claim with its properties and its test, whose evidence holds", async () => {
    const modules = await followed("true");
    const { claims, claim, properties } = modules;
    expect(claims.at(-1)).toBe(claim);
    expect(claimFaults([claim], { "ext-binomial": { claim } })).toEqual([]);
    expect(propertyFaults(claims.slice(-1), { "ext-binomial": { properties } })).toEqual([]);
    expect(testFaults([claim], { "ext-binomial": steps.get(TEST) ?? "" })).toEqual([]);
    expect(await verdicts(modules)).toMatchObject([
      { kind: "exhaustive", held: true, visited: "10", expected: "10" },
      { kind: "sampled", held: true, property: "ext-binomial/symmetric", cases: "200" },
    ]);
  });

  it.each([
    ["a false check", "count(m - 1, r);", "count(m, r);", /^the sum is \d+ at \(\d,\d\)$/],
    ["a wrong count", "(bound + 1)", "bound", /^visited 10 cases, expected 8$/],
  ])("doesn't hold with %s", async (name, before, after, failure) => {
    expect(steps.get(FILE)?.split(before)).toHaveLength(2);
    const [verdict] = await verdicts(await followed(name, (code) => code.replace(before, after)));
    expect(verdict).toMatchObject({ held: false, failure: expect.stringMatching(failure) as string });
  });
});
