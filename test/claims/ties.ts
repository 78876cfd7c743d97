import type { Claim } from "../../src/claims/evidence/claim.js";
import type { Statement } from "../../src/coq/statements.js";
import type { Property } from "../../properties/property.js";

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Modules by the names of their files, without the ending. */
export type Modules = Readonly<Record<string, Exports>>;

/** Every claim is in the file of its id and on the list, and every file beside the list holds one. */
export function claimFaults(listed: readonly Claim[], modules: Modules): string[] {
  const faults = Object.entries(modules).flatMap(([file, exports]) => {
    const { claim } = exports;
    if (!isClaim(claim)) return [`src/claims/${file}.ts holds no claim`];
    return [
      ...(claim.id === file ? [] : [`src/claims/${file}.ts holds the claim ${claim.id}`]),
      ...(listed.includes(claim) ? [] : [`${claim.id} is not on the list`]),
      ...Object.entries(exports)
        .filter(([name, value]) => name !== "claim" && isClaim(value))
        .map(([name]) => `src/claims/${file}.ts holds a second claim, ${name}`),
    ];
  });
  const strangers = listed.filter((claim) => claim.evidence.length > 0 && modules[claim.id]?.claim !== claim);
  return [...faults, ...strangers.map(({ id }) => `${id} has evidence, and no file of its own`)];
}

/**
 * Every file of properties is that of one claim, which rests on all of them; their names say so, each once.
 */
export function propertyFaults(listed: readonly Claim[], modules: Modules): string[] {
  const names = new Map<string, string>();
  const faults = Object.entries(modules).flatMap(([file, exports]) => {
    const claim = listed.find(({ id }) => id === file);
    if (claim === undefined) return [`properties/${file}.ts belongs to no claim`];
    const made = Object.values(exports).flat().filter(isProperty);
    const resting = new Set(claim.properties);
    return [
      ...(claim.properties === exports.properties ? [] : [`${file} doesn't rest on properties/${file}.ts`]),
      ...made
        .filter((property) => !resting.has(property))
        .map(({ name }) => `${file} doesn't rest on ${name}`),
      ...[...new Set(made)].flatMap(({ name }) => {
        const before = names.get(name);
        names.set(name, file);
        if (before !== undefined) return [`${name} is in properties/${before}.ts too`];
        return name.startsWith(`${file}/`) && name.length > file.length + 1
          ? []
          : [`${name} is not ${file}, a slash, and a name`];
      }),
    ];
  });
  const lost = listed.filter(({ id, properties }) => properties !== undefined && modules[id] === undefined);
  return [
    ...faults,
    ...lost.map(({ id }) => `${id} rests on properties that are not in properties/${id}.ts`),
  ];
}

/** Every claim with evidence has a test file of its name, which looks at the claim's own file. */
export function testFaults(listed: readonly Claim[], tests: Readonly<Record<string, string>>): string[] {
  return listed
    .filter(({ evidence }) => evidence.length > 0)
    .flatMap(({ id }) => {
      const text = tests[id];
      if (text === undefined) return [`${id} has evidence, and no test/claims/${id}.test.ts`];
      return text.includes(`from "../../src/claims/${id}.js"`)
        ? []
        : [`test/claims/${id}.test.ts doesn't test ${id}`];
    });
}

/** A claim has a theorem if and only if the comment on the theorem's statement names the claim. */
export function theoremFaults(
  listed: readonly Claim[],
  statements: readonly Pick<Statement, "theorem" | "claims">[],
): string[] {
  const dangling = listed.flatMap(({ id, theorems }) =>
    theorems === undefined
      ? []
      : theorems
          .filter(
            (name) => !statements.some(({ theorem, claims }) => theorem === name && claims.includes(id)),
          )
          .map((name) => `Statements.v has no ${name} for ${id}`),
  );
  const left = statements.flatMap(({ theorem, claims }) =>
    claims
      .filter((id) => listed.find((claim) => claim.id === id)?.theorems?.includes(theorem) !== true)
      .map((id) => `${theorem} is stated for ${id}, which doesn't have it`),
  );
  return [...dangling, ...left];
}

function isClaim(value: unknown): value is Claim {
  return typeof value === "object" && value !== null && "id" in value && "statement" in value;
}

function isProperty(value: unknown): value is Property {
  return typeof value === "object" && value !== null && "name" in value && "sample" in value;
}
