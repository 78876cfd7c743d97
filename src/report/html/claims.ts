import type { Refutation, ReportedClaim, ReportedVerdicts, Site } from "../data/site.js";
import { type Content, type Markup, all, el, inline } from "./markup.js";

/** The claims, with a field to search them and what the words of verdicts mean. */
export function claimsSection(site: Site): Markup {
  const kinds = [...new Set(site.claims.flatMap((claim) => claim.kinds.map(([kind]) => kind)))];
  return el(
    "section",
    { id: "claims", "aria-labelledby": "claims-title" },
    el("h2", { id: "claims-title" }, "Claims"),
    runParagraph(site),
    el(
      "div",
      { class: "tools", role: "search" },
      labelled(
        "Search",
        el("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false" }),
      ),
      labelled(
        "Kind of verdict",
        el(
          "select",
          { id: "kind" },
          el("option", { value: "" }, "any"),
          kinds.map((kind) => el("option", { value: kind }, kind)),
        ),
      ),
      el("output", { id: "count", for: "search kind" }, `${site.claims.length} claims`),
    ),
    el(
      "div",
      { id: "claim-list" },
      site.claims.map((claim) => claimEntry(claim, site)),
    ),
    meaningsPart(site),
  );
}

function runParagraph({ run, version }: Site): Markup {
  if (run === undefined)
    return el(
      "p",
      {},
      "No verdicts are shown, as no run was given to this report: each claim has the kinds of verdict that ",
      el("code", {}, "equiloss verify"),
      ` of version ${version} gives it. To have those of a run here, make the report with --verdicts.`,
    );
  return el(
    "div",
    { class: "note" },
    el(
      "p",
      {},
      "The verdicts below are those of an earlier run, of which the file ",
      el("code", {}, run.file),
      " tells:",
    ),
    el(
      "ul",
      {},
      [...run.lines, run.digest].map((line) => el("li", {}, line)),
    ),
    el("p", {}, "This page has not run it, and can't see whether somebody changed the file."),
  );
}

function claimEntry(claim: ReportedClaim, { theorems, check, run }: Site): Markup {
  const { id, title, source, statement, verdicts } = claim;
  const cited = theorems.filter(({ theorem }) => claim.theorems.includes(theorem));
  const certificates = check.certificates.filter(({ asked }) => asked.claim === id);
  return el(
    "details",
    { id, class: "claim", "data-kinds": claim.kinds.map(([kind]) => kind).join(",") },
    el(
      "summary",
      {},
      el("code", {}, id),
      " ",
      el("span", { class: "title" }, title),
      " ",
      el("span", { class: "badges" }, badgesOf(claim, run !== undefined)),
    ),
    el(
      "p",
      { class: "source" },
      source,
      " · ",
      el("a", { href: `#${id}` }, "link to this claim"),
      drawnLink(claim),
    ),
    statement === title ? undefined : el("p", { class: "statement" }, statement),
    claim.refutations.map(refutationPart),
    list("Hypotheses", claim.hypotheses),
    paragraph("Argument", claim.argument),
    paragraph("Limits", claim.limits),
    verdictsPart(verdicts, run !== undefined),
    theoremsPart(cited),
    paragraph("Left open by the theorems", claim.leavesOpen),
    list("Checks in every run", claim.checks),
    list("Laws on random cases", claim.properties),
    certificates.length === 0
      ? undefined
      : part(
          "Certificates",
          el(
            "ul",
            {},
            certificates.map(({ file, shows }) =>
              el("li", {}, el("a", { href: `#check=${file}` }, `check ${file} here`), ": ", inline(shows)),
            ),
          ),
        ),
  );
}

const drawnLink = ({ id, theorems }: ReportedClaim): Content =>
  theorems.length === 0 ? undefined : [" · ", el("a", { href: `#depends=${id}` }, "what it rests on, drawn")];

/** The badges of the run's verdicts; without a run, the kinds that a run gives, which are no verdicts. */
function badgesOf({ verdicts, kinds }: ReportedClaim, hasRun: boolean): Content {
  if (verdicts !== undefined)
    return verdicts.badges.map((badge) => el("span", { class: badgeClass(badge) }, badge));
  const words = kinds.map(([kind, count]) => (kind === "missing" ? kind : `${kind} × ${count}`));
  const told = hasRun ? "not in the run" : "not run here";
  return [
    el("span", { class: "badge none" }, told),
    words.map((word) => el("span", { class: "badge kind" }, word)),
  ];
}

function badgeClass(badge: string): string {
  const kind = ["FAILED", "refuted", "missing", "proved"].find((start) => badge.startsWith(start));
  return `badge ${(kind ?? "checked").toLowerCase()}`;
}

function verdictsPart(verdicts: ReportedVerdicts | undefined, hasRun: boolean): Markup {
  const told = hasRun ? "This claim was not in the run." : "Not run here.";
  if (verdicts === undefined) return part("Verdicts", el("p", {}, told));
  return part(
    "Verdicts of the run",
    verdicts.answer === undefined ? undefined : el("p", {}, el("strong", {}, "Answer: "), verdicts.answer),
    verdicts.note === undefined ? undefined : el("p", { class: "note" }, verdicts.note),
    el(
      "ul",
      {},
      verdicts.sentences.map(({ text, failed }) => el("li", { class: failed ? "failed" : undefined }, text)),
    ),
  );
}

function theoremsPart(theorems: Site["theorems"]): Markup | undefined {
  if (theorems.length === 0) return undefined;
  return part(
    "Theorems, in Coq",
    theorems.map(({ theorem, says, coq, theory, restsOn }) =>
      el(
        "details",
        { class: "theorem" },
        el("summary", {}, el("code", {}, theorem), ": ", says),
        el("pre", {}, coq),
        el(
          "p",
          {},
          `Proved in ${theory}.v, which rests on ${restsOn.length} others: `,
          el("a", { href: `#theorem-${theorem}` }, "its definitions and theories"),
        ),
      ),
    ),
  );
}

function refutationPart({ what, shownBy, corrected }: Refutation): Markup {
  return el(
    "div",
    { class: "refutation" },
    el("h3", {}, "Refuted as stated"),
    el("p", {}, what),
    el(
      "dl",
      {},
      shownBy.map(([name, value]) => all(el("dt", {}, name), el("dd", {}, value))),
    ),
    el("p", {}, el("strong", {}, "Corrected: "), corrected),
    el("p", { class: "quiet" }, "Both sides were evaluated when this report was made."),
  );
}

function meaningsPart({ meanings }: Site): Markup {
  return el(
    "details",
    { id: "meanings" },
    el("summary", {}, "What the words of verdicts mean"),
    el(
      "dl",
      {},
      meanings.map(([badge, meaning]) => all(el("dt", {}, inline(badge)), el("dd", {}, inline(meaning)))),
    ),
  );
}

const part = (name: string, ...content: readonly Content[]): Markup =>
  el("div", { class: "part" }, el("h3", {}, name), content);

const paragraph = (name: string, text: string | undefined): Markup | undefined =>
  text === undefined ? undefined : part(name, el("p", {}, text));

const list = (name: string, items: readonly string[]): Markup | undefined =>
  items.length === 0
    ? undefined
    : part(
        name,
        el(
          "ul",
          {},
          items.map((item) => el("li", {}, item)),
        ),
      );

const labelled = (name: string, field: Markup): Markup => el("label", {}, el("span", {}, name), field);
