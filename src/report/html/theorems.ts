import type { ReportedDefinition, ReportedTheorem, Site } from "../data/site.js";
import { dependencyPart } from "./dependencies.js";
import { figurePart } from "./figures.js";
import { type Content, type Markup, el } from "./markup.js";

/** Every theorem: which claims cite it, which theory proves it, and on which theories that rests. */
export function theoremsSection(site: Site): Markup {
  const { theorems, definitions, folders } = site;
  return el(
    "section",
    { id: "theorems", "aria-labelledby": "theorems-title" },
    el("h2", { id: "theorems-title" }, "Theorems"),
    el(
      "p",
      {},
      `${theorems.length} statements of proofs/Statements.v, the theories that prove them, and what these rest ` +
        "on, as the files of the proofs say. Whether Coq accepts them shows in a run of ",
      el("code", {}, "equiloss proofs"),
      ", not here.",
    ),
    dependencyPart(site),
    figurePart(folders),
    el("div", { class: "entries" }, theorems.map(theoremEntry)),
    el("h3", {}, "Definitions that the statements use"),
    el("div", { class: "entries" }, definitions.map(definitionEntry)),
  );
}

function theoremEntry(theorem: ReportedTheorem): Markup {
  const { theorem: name, statement, claims, says, coq, uses, theory, restsOn } = theorem;
  return el(
    "details",
    { id: `theorem-${name}`, class: "theorem" },
    el("summary", {}, el("code", {}, name), ": ", says),
    el(
      "p",
      {},
      "About ",
      claims.length === 0 ? "definitions, or a checker of certificates" : linksTo(claims, ""),
    ),
    el("pre", { id: `coq-${statement}` }, coq),
    usesLine(uses),
    el(
      "p",
      {},
      `Proved in ${theory}.v. `,
      el("a", { href: `#depends=theorem-${name}` }, "What it rests on, drawn"),
    ),
    restsOn.length === 0
      ? undefined
      : el("p", { class: "quiet" }, `It rests on ${restsOn.length} theories: ${restsOn.join(", ")}.`),
  );
}

function definitionEntry({ name, comment, coq, line, uses }: ReportedDefinition): Markup {
  return el(
    "details",
    { id: `coq-${name}`, class: "definition" },
    el("summary", {}, el("code", {}, name), comment === undefined ? undefined : `: ${comment}`),
    el("pre", {}, coq),
    usesLine(uses),
    el("p", { class: "quiet" }, `proofs/Statements.v, line ${line}`),
  );
}

const usesLine = (uses: readonly string[]): Markup | undefined =>
  uses.length === 0 ? undefined : el("p", {}, "Uses ", linksTo(uses, "coq-"), ".");

function linksTo(names: readonly string[], prefix: string): Content {
  return names.map((name, index) => [
    index === 0 ? undefined : ", ",
    el("a", { href: `#${prefix}${name}` }, el("code", {}, name)),
  ]);
}
