import { proofsIn, statementsText } from "../../../coq/checkProofs.js";
import type { Development } from "../../../coq/development.js";
import type { Theory } from "../../../coq/theory.js";
import { type WrittenText, writtenTextsIn } from "../../../coq/writtenTexts.js";
import { InputError } from "../../../exact/inputError.js";
import { present } from "../../options/present.js";
import type { ReportedDefinition, ReportedTheorem } from "../../../report/data/site.js";

/** Every proved statement: its text, the claims that it is about, and what its theory rests on. */
export function reportedTheorems(development: Development): ReportedTheorem[] {
  const texts = new Map(writtenTextsIn(statementsText(development)).map((text) => [text.name, text]));
  const theories = new Map(development.theories.map((theory) => [theory.name, theory]));
  return proofsIn(development).map(({ statement: { name, theorem, claims, says }, file }) => {
    const written = texts.get(name);
    if (written === undefined)
      throw new InputError(`has no definition of ${name}`, "install the package anew", "proofs/Statements.v");
    return {
      statement: name,
      theorem,
      claims,
      says,
      coq: written.text,
      uses: written.uses,
      theory: file,
      restsOn: restsOn(file, theories),
    };
  });
}

/** All theories that one requires, directly or through others, in the order of compilation. */
export function restsOn(name: string, theories: ReadonlyMap<string, Theory>): string[] {
  const found = new Set<string>();
  const visit = (from: string): void => {
    for (const required of theories.get(from)?.requires ?? NONE) {
      if (found.has(required)) continue;
      found.add(required);
      visit(required);
    }
  };
  visit(name);
  return [...theories.keys()].filter((theory) => found.has(theory));
}

const NONE: readonly string[] = [];

/** The definitions that statements use, directly or through others, in the order of the file. */
export function usedDefinitions(
  development: Development,
  theorems: readonly ReportedTheorem[],
): ReportedDefinition[] {
  const texts = writtenTextsIn(statementsText(development));
  const byName = new Map(texts.map((text) => [text.name, text]));
  const used = new Set<string>();
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      if (used.has(name)) continue;
      used.add(name);
      visit(byName.get(name)?.uses ?? NONE);
    }
  };
  visit(theorems.flatMap(({ uses }) => uses));
  const statements = new Set(theorems.map(({ statement }) => statement));
  return texts
    .filter(({ name }) => used.has(name) && !statements.has(name))
    .map(({ name, comment, text, line, uses }: WrittenText) => ({
      name,
      ...present({ comment: comment?.replace(/^\* /, "") }),
      coq: text,
      line,
      uses,
    }));
}
