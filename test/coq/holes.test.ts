import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loopholesIn } from "../../src/coq/loopholes.js";
import { withCoq } from "./nativeRuns.js";
import { HAS_COQ } from "./tinyProofs.js";

const FOLDER = join(import.meta.dirname, "holes");

const use = (what: string): string => `proofs must not use ${what}`;
const plain = (
  name: string,
  why = "each call needs a variable bound by a match on one and the same parameter, around the call",
): string => `${name} is recursive in a way that isn't plain: ${why}`;
const CALL =
  "is called on something other than a variable that a match on its parameter binds around the call";
const INSIDE = "holds another recursive function";
const BINDS = "a match takes apart a type whose constructors or fields hold definitions";

/**
 * A file of `holes`, why its text is refused, and what is wrong with its compiled terms if Coq accepts them.
 */
const HOLES: Readonly<Record<string, readonly [text: string, compiled?: string]>> = {
  "7609-aliased-names": [use("Declare")],
  "12155-parameter-inline": [use("Parameter")],
  "12439-primitive": [use("Primitive")],
  "13439-cast": ["<: is only for Asymptotics/Thresholds"],
  "13439-virtual-machine": ["vm_compute is only for Asymptotics/Thresholds"],
  "16646-universe-checking": [use("Unset")],
  "16891-ill-typed": [use("change_no_check")],
  "17871-cast": [use("<<:")],
  "17871-machine-floats": [use("Floats")],
  "17871-native": [use("native_compute")],
  "18503-primitive-in-module": [use("Module")],
  "19402-by-another-library": ["proofs must not require Cyclic63: see LIBRARIES in libraries.ts"],
  "19402-machine-integers": [use("Uint63")],
  "19861-proof-using": [use("Proof using")],
  "20413-argument-beside": [plain("climb"), `climb ${CALL}`],
  "20413-opaque-argument": [plain("twist"), `twist ${CALL}`],
  "20455-match-on-match": [plain("descend", "it binds k again: choose another name"), `descend ${CALL}`],
  "20555-across-inner-fix": [use("fix"), `lost ${INSIDE}`],
  "21051-functors": [use("Module")],
  "21053-path-between-types": [plain("ferried"), `ferried ${CALL}`],
  "21682-cross-calls": [use("fix"), `outer ${INSIDE}`],
  "21683-passed-on": [plain("self", "self is used without a call"), "self is used without a call"],
  "21685-aliased-functors": [use("Module")],
  "21689-universe-instance": [use("@{")],
  "21690-sprop": [use("SProp")],
  "21692-primitive-arrays": [use("PArray")],
  "21697-sort-polymorphism": [use("Set")],
  "21701-without-arguments": [use("mutual declarations"), "even_steps, odd_steps is mutual"],
  "21702-with-definition": [use("Module")],
  "21736-register-inline": [use("Register")],
  "21797-uniform-arguments": [use("fix"), `around ${INSIDE}`],
  "21839-wrong-context": [use("fix"), `blurred ${INSIDE}`],
  "22021-lambda-domains": [use("fix"), `typed ${INSIDE}`],
  "22141-stuck-redex": [plain("stuck"), `stuck ${CALL}`],
  "22376-cumulative": [use("Polymorphic")],
  "22378-given-type": [
    "each constructor of pair must end in pair: anything else there could hold a definition",
    BINDS,
  ],
  "22378-record-with-value": ["types must not hold definitions", BINDS],
  "22378-sort-of-false": [use("False_sind"), BINDS],
  "22380-polymorphic-match": [use("Polymorphic")],
  "22382-counted-arguments": [use("fix"), "self is used without a call"],
  "22385-attribute": [use("#[attributes]")],
  "22386-cofix-term": [use("cofix"), "s is corecursive"],
  "22387-context": ["Context must not hold definitions: write a Definition"],
  "22387-fields-with-values": ["types must not hold definitions"],
  "22389-cofixpoints": [use("CoInductive"), "zeros is corecursive"],
  "22391-constructor-let": ["types must not hold definitions"],
  "guard-blank-in-name": [use('the sign "\u00a0"'), `climb ${CALL}`],
  "guard-coercion": [plain("unseen"), `unseen ${CALL}`],
  "guard-function": [use("Function"), `halved0 ${CALL}`],
  "guard-glued-signs": [
    "climb holds the sign =>@, which isn't known here: put blanks between signs, or write what it stands for",
    `climb ${CALL}`,
  ],
  "guard-hidden-binder": [plain("climb", "it binds k again: choose another name"), `climb ${CALL}`],
  "guard-let-fixpoint": [use("Let"), `climb ${CALL}`],
  "guard-mutual-theorems": [use("mutual declarations"), "first, second is mutual"],
  "guard-parameter-with-value": ["climb has unclear parameters: write (x : X)", `climb ${CALL}`],
  "guard-program": [use("Program"), `found ${CALL}`],
  "guard-proof-mode": ["written must have its body written, not built by tactics", `written ${CALL}`],
  "guard-rebound": [plain("masked", "it binds k again: choose another name"), `masked ${CALL}`],
  "guard-tactic": [use("fix"), `f ${CALL}`],
  "guard-tactic-looked-at": [plain("climb", "its body holds ltac"), "climb is used without a call"],
};

const sourceOf = (hole: string): string => readFileSync(join(FOLDER, `${hole}.v`), "utf8");

describe("proofs that known defects of the kernel would let pass", () => {
  it("are all listed here, and their numbers in the README of the proofs, and the other way round", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(HOLES)
        .map((hole) => `${hole}.v`)
        .sort(),
    );
    const numbers = (text: string): string[] => [...new Set(text.match(/#\d{4,5}\b/g) ?? [])].sort();
    const readme = readFileSync(join(import.meta.dirname, "../../proofs/README.md"), "utf8");
    expect(numbers(Object.keys(HOLES).map(sourceOf).join("\n"))).toEqual(numbers(readme));
  });

  it.each(Object.entries(HOLES))("are refused by their text: %s", (hole, [text]) => {
    const problems = loopholesIn("Hole.v", sourceOf(hole)).map(({ problem }) => problem);
    expect(problems).toContain(text);
  });
});

describe.runIf(HAS_COQ)("the installed Coq; skipped where there is no coqc", () => {
  // Where this Coq itself refuses a file, its defect came later or is gone.
  it("compiles terms that are refused, whatever their text", { timeout: 120_000 }, async () => {
    const theories = Object.entries(HOLES)
      .filter(([, [, compiled]]) => compiled !== undefined)
      .map(([hole]) => ({
        name: `Hole_${hole.replaceAll("-", "_")}`,
        source: sourceOf(hole),
        requires: [],
      }));
    const failures = await withCoq((coq) => coq.compile(theories, () => undefined));
    const accepted: string[] = [];
    for (const [hole, [, compiled]] of Object.entries(HOLES)) {
      if (compiled === undefined) continue;
      const failure = failures.get(`Hole_${hole.replaceAll("-", "_")}`);
      expect(failure, hole).toMatch(/^(?:the recursive function|a match|File )/);
      if (failure?.startsWith("File ") === true) continue;
      expect(failure, hole).toBe(compiled === BINDS ? BINDS : `the recursive function ${compiled}`);
      accepted.push(hole);
    }
    expect(accepted).toEqual(
      expect.arrayContaining(["22378-given-type", "22389-cofixpoints", "guard-coercion", "guard-tactic"]),
    );
  });

  it("has real ones: 8.16 takes these for proofs of False", { timeout: 120_000 }, async () => {
    const real = [
      "20413-argument-beside",
      "20455-match-on-match",
      "22378-sort-of-false",
      "guard-let-fixpoint",
    ].map((hole) => ({
      name: `Hole_${hole.replaceAll("-", "_")}`,
      source: sourceOf(hole),
      requires: [],
    }));
    await withCoq(async (coq) => {
      // Later versions may have closed them.
      if (!coq.version.startsWith("8.16")) return;
      const failures = await coq.compile(real, () => undefined);
      for (const { name } of real) {
        expect(failures.get(name)).toMatch(/^(?:the recursive function|a match)/);
        const answer = await coq.audit(`From Equiloss Require ${name}.\nPrint Assumptions ${name}.absurd.\n`);
        expect(answer).toContain("Closed under the global context");
      }
    });
  });
});
