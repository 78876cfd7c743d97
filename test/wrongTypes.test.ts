import { type ParameterDeclaration, SyntaxKind, type Type } from "ts-morph";
import { describe, expect, it } from "vitest";
import { CONTROL_GROUPS, type ControlGroupName } from "../src/claims/controls/groups.js";
import type { TwoLayerNetwork } from "../src/index.js";
import { repositoryTree } from "./guards/tree.js";
import { ENTRIES, EXPORTS, type Recorded, recordedCalls } from "./publicExamples.js";
import { behindGuard } from "./publicInterface.js";

/** By the name under which the type of each is declared below. */
const WRONG: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  none: null,
  object: {},
  list: [],
  text: "x",
  notANumber: Number.NaN,
  minusOne: -1,
  half: 0.5,
  integer: -5n,
  call: () => 1,
};
const TYPES = `export const nothing = undefined, none = null, object = {}, list: never[] = [], text = "x" as string,
  notANumber = 0 as number, minusOne = 0 as number, half = 0 as number, integer = 0n as bigint, call = () => 1;`;

/** Arguments that plain JavaScript may get wrong, and why no error says so. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "new InputError": "it makes an error, which must not end in another",
  "InputError#at": "it makes an error, which must not end in another",
  "Interval#scaled: minusOne": "an exponent may be negative",
  "RationalVector#slice: minusOne": "a list's slice counts from the end too",
  "mirrorUnits: a list of minusOne": "−1 is a sign",
  "doubleValue: minusOne": "it is for doubles",
  "doubleValue: half": "it is for doubles",
  "IntersectionGraph#partitionAt": "a search asks millions of times",
  "PlacementComplex#mapOf": "a matching asks millions of times",
  "PlacementComplex#cellOf": "a matching asks millions of times",
  checkCertificate: "its answer to what is no certificate is a verdict",
  "criticalCertificate: text": "the checker refuses other claims",
  "inertiaCertificate: text": "the checker refuses other claims",
  "placementMatching: none": "null is a root left out",
  "chooseBackend: a list of text": "a backend of another name does not start",
};

const tree = repositoryTree("src", "properties");
const types = tree.project.createSourceFile("src/wrongTypes.ts", TYPES);

/**
 * The parameters of all exported functions, of all constructors and methods: as "Interval.of",
 * "Interval#plus".
 */
function parametersByName(): Map<string, readonly ParameterDeclaration[]> {
  const found = new Map<string, readonly ParameterDeclaration[]>();
  for (const { path } of ENTRIES) {
    for (const [name, declarations] of tree.project.getSourceFileOrThrow(path).getExportedDeclarations()) {
      for (const declaration of declarations.filter(() => name in EXPORTS).map((one) => behindGuard(one))) {
        const call = declaration.asKind(SyntaxKind.FunctionDeclaration);
        if (call !== undefined) found.set(name, call.getParameters());
        const made = declaration.asKind(SyntaxKind.ClassDeclaration);
        if (made === undefined) continue;
        const isPublic = (member: { getScope(): string }): boolean => member.getScope() === "public";
        for (const constructor of made.getConstructors().filter(isPublic))
          found.set(`new ${name}`, constructor.getParameters());
        for (const method of made.getMethods().filter(isPublic))
          found.set(`${name}${method.isStatic() ? "." : "#"}${method.getName()}`, method.getParameters());
      }
    }
  }
  return new Map([...found].filter(([, parameters]) => parameters.length > 0));
}

/** The kinds of values that a type doesn't admit, and all numbers that no size, index or seed may be. */
function kindsAgainst(type: Type): string[] {
  const isNumber = type.isNumber();
  return Object.keys(WRONG).filter((kind) => {
    const given = types.getVariableDeclarationOrThrow(kind).getType();
    return (isNumber && given.isNumber()) || !given.isAssignableTo(type);
  });
}

/** Wrong values for a parameter; for a list, also lists that hold one. */
function wrongValues(parameter: ParameterDeclaration): [kind: string, value: unknown][] {
  const type = parameter.getType();
  const element = type.getArrayElementType();
  const optional = parameter.isOptional() ? "nothing" : "";
  const inList = (element === undefined ? [] : kindsAgainst(element)).map((kind): [string, unknown] => [
    `a list of ${kind}`,
    parameter.isRestParameter() ? WRONG[kind] : [WRONG[kind]],
  ]);
  if (parameter.isRestParameter()) return inList;
  // A function is refused where it is called, by the language.
  const isFunction = type.getNonNullableType().getCallSignatures().length > 0;
  const alone = isFunction ? [] : kindsAgainst(type).filter((kind) => kind !== optional);
  return [...alone.map((kind): [string, unknown] => [kind, WRONG[kind]]), ...inList];
}

/** What is wrong with the answer to a wrong argument; undefined if the error says what to give, and where. */
async function problemOf(
  { self, args, call }: Recorded,
  name: string,
  at: number,
  value: unknown,
): Promise<string | undefined> {
  const given = Object.assign(
    Array.from({ length: Math.max(args.length, at + 1) }, (_, i) => args[i]),
    { [at]: value },
  );
  try {
    const answer = await call.apply(self, given);
    // A generator begins with its first value.
    if (String(answer) === "[object Generator]") (answer as Generator).next();
  } catch (error) {
    if (!(error instanceof Error)) return "something else thrown";
    const { message } = error;
    const readable = new RegExp(`^${name} is not (?:a function|iterable)`).test(message);
    if (!readable && /Cannot |is not a function|is not iterable|Invalid |Do not know|\n/.test(message))
      return message;
    // A number out of range is told by the number.
    const told = typeof [value].flat()[0] === "number" ? `${name}\\b|${String(value)}` : `${name}\\b`;
    return new RegExp(`(?:^|\\W)(?:${told})`).test(message) ? undefined : message;
  }
  return "no error";
}

// One group of controls is enough for a call of `verify`: test/publicInterface.test.ts has one with all.
(CONTROL_GROUPS as ControlGroupName[]).splice(0, CONTROL_GROUPS.length, "frames");

const parameters = parametersByName();
const calls = await recordedCalls(tree);

async function problems(name: string): Promise<string[]> {
  const recorded = calls.get(name);
  if (recorded === undefined) return ["never called"];
  const list: string[] = [];
  for (const [at, parameter] of (parameters.get(name) ?? []).entries()) {
    for (const [kind, value] of wrongValues(parameter)) {
      if (name in EXCEPTIONS || `${name}: ${kind}` in EXCEPTIONS) continue;
      const problem = await problemOf(recorded, parameter.getName(), at, value);
      if (problem !== undefined) list.push(`${parameter.getName()}: ${kind}: ${problem}`);
    }
  }
  return list;
}

/** Whose answers are plain records, which are told by their JSON alone. */
const RECORDS =
  "smoothActivation enclosedCost orbitOf SignedLabelledPartition#toJSON redundancies distancePotential placementMatching chainComplexOf latticeOfFlats " +
  "orderComplex boundedActivation realActivation softplusWithSigmoid inertiaAbove unitsOnData checkCertificate certificateNetwork " +
  "enumerationCertificate connectedCertificate gradientFlowCounterexample " +
  "literalFormulaCounterexample criticalCertificate certificateActivation certificateData " +
  "differenceCertificate " +
  "independenceCertificate inertiaCertificate certificateLayers layeredPathCertificate " +
  "morseCertificate nearCriticalCertificate pathCertificate splittingCertificate spuriousCertificate writeCertificate " +
  "claimById chooseBackend readNetwork";

describe("what a function answers", () => {
  it("is JSON that can be read, and a text for all but records", async () => {
    const records: string[] = [];
    for (const [name, { answer }] of calls) {
      const value = await answer;
      if (String(value).includes("[object Object]")) records.push(name);
      // A backend holds the engine that runs it.
      if (typeof value !== "object" || value === null || name === "chooseBackend") continue;
      expect(JSON.parse(JSON.stringify(value)), name).toBeDefined();
    }
    expect(records).toEqual(RECORDS.split(" "));
  });
});

describe("a wrong argument from plain JavaScript", () => {
  it.each([...parameters.keys()])("is refused by %s, which says where and what to give", async (name) => {
    expect(await problems(name)).toEqual([]);
  });

  it("is tried with each function that the entry points export, but those without parameters", () => {
    const isWithout = /^(?:class |(?:async )?function\*? ?\w+\(\)|\(\) =>)/;
    const functions = Object.keys(EXPORTS).filter(
      (name) => typeof EXPORTS[name] === "function" && !isWithout.test(String(EXPORTS[name])),
    );
    expect([...parameters.keys()].filter((name) => name in EXPORTS).sort()).toEqual(functions.sort());
  });

  it.each([
    ["no error", (...[network]: unknown[]) => String(network)],
    ["Cannot read properties of undefined", (...[network]: unknown[]) => (network as TwoLayerNetwork).units],
  ])("is told by a planted function without a guard: %s", async (problem, call) => {
    expect(
      await problemOf({ self: undefined, args: [], call, answer: 0 }, "network", 0, undefined),
    ).toContain(problem);
  });
});
