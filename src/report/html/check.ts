import { MOST_MEBIBYTES, type ParameterName } from "../data/checkData.js";
import type { Site } from "../data/site.js";
import { type Content, type Markup, el } from "./markup.js";

const WIDTHS = ["r", "m", "k"] as const;

/** Parameters that are networks or data: files, or those that the page has. */
const FILES: Readonly<Partial<Record<ParameterName, string>>> = {
  network: "network θ, or the one that is pruned",
  from: "from: where the path starts",
  to: "to: where it ends",
  pruned: "pruned network",
  data: "data",
};

const TEXTS: Readonly<Partial<Record<ParameterName, string>>> = {
  activation: "activation, by its name",
  within: "within, as LOW:HIGH",
  bound: "bound",
};

/** The form by which a reader lets the checker judge a certificate in the page. */
export function checkSection(site: Site): Markup {
  return el(
    "section",
    { id: "check", "aria-labelledby": "check-title" },
    el("h2", { id: "check-title" }, "Re-check here"),
    el(
      "p",
      {},
      "The independent checker of equiloss, src/checker, runs in this page, off the page's own thread. You say " +
        "which claim a certificate must settle; the certificate has no say in that. Nothing leaves the page, and " +
        "what is shown below was computed just now.",
    ),
    el("noscript", {}, el("p", { class: "note" }, "To run the checker, the page needs JavaScript.")),
    el(
      "form",
      { id: "check-form", autocomplete: "off" },
      certificatePart(site),
      questionPart(site),
      el(
        "div",
        { class: "tools" },
        el("button", { type: "submit", class: "main" }, "Check"),
        el(
          "button",
          { type: "button", id: "check-all" },
          `Check all ${site.check.certificates.length} of the package`,
        ),
        el("button", { type: "button", id: "stop", disabled: true }, "Stop"),
      ),
    ),
    el("progress", { id: "progress", hidden: true, "aria-label": "Checking" }),
    el("p", { id: "status", role: "status" }),
    el("ol", {
      id: "results",
      "aria-label": "What was checked in this page, the latest first",
      reversed: true,
    }),
  );
}

function certificatePart({ check }: Site): Markup {
  return el(
    "fieldset",
    {},
    el("legend", {}, "Certificate"),
    labelled(
      "Which",
      el(
        "select",
        { id: "certificate" },
        check.certificates.map(({ file }) => el("option", { value: file }, file)),
        el("option", { value: "" }, "a file of yours"),
      ),
    ),
    el("p", { id: "shows", class: "quiet" }),
    el(
      "div",
      { id: "drop" },
      labelled(
        `Your own: choose it, or drop it anywhere on the page (at most ${MOST_MEBIBYTES} MiB)`,
        el("input", { id: "own", type: "file", accept: ".json,application/json" }),
      ),
    ),
    labelled(
      "Its text: change a digit to see what the checker says",
      el("textarea", { id: "text", rows: 5, spellcheck: "false" }),
    ),
    el(
      "p",
      { class: "quiet" },
      el("button", { type: "button", id: "seal" }, "Make the digest fit"),
      " as a forger would, so that a change is for the other rules to see",
    ),
  );
}

function questionPart({ check }: Site): Markup {
  const networks = Object.keys(check.networks);
  return el(
    "fieldset",
    {},
    el("legend", {}, "What it must show"),
    labelled(
      "Claim",
      el(
        "select",
        { id: "claim" },
        check.questions.map(({ claim }) => el("option", { value: claim }, claim)),
      ),
    ),
    el("label", { class: "box" }, el("input", { id: "refuted", type: "checkbox" }), " refuted as stated"),
    el(
      "div",
      { class: "parameters" },
      WIDTHS.map((name) =>
        field(name, name, el("input", { id: idOf(name), type: "text", inputmode: "numeric", size: 6 })),
      ),
      field(
        "parity",
        "parity",
        el(
          "select",
          { id: idOf("parity") },
          ["", "odd", "even"].map((value) => el("option", { value }, value)),
        ),
      ),
      Object.entries(FILES).map(([name, words]) => fileField(name, words, name === "data" ? [] : networks)),
      Object.entries(TEXTS).map(([name, words]) =>
        field(name, words, el("input", { id: idOf(name), type: "text", size: 16 })),
      ),
    ),
    el(
      "p",
      { id: "formula-note", class: "quiet", hidden: true },
      "For this claim the activation may be given too, as a formula: by ",
      el("code", {}, "equiloss check --activation"),
      ".",
    ),
  );
}

/** A choice among the networks of the page, or a file of the reader's. */
function fileField(name: string, words: string, networks: readonly string[]): Markup {
  const options: Content = [
    el("option", { value: "" }, "–"),
    networks.map((network) => el("option", { value: network }, network)),
    el("option", { value: "file" }, "a file of yours"),
  ];
  const file = el("input", {
    id: `${idOf(name)}-file`,
    type: "file",
    hidden: true,
    "aria-label": `${words}: file`,
  });
  return el(
    "div",
    { "data-parameter": name },
    labelled(words, el("select", { id: idOf(name) }, options)),
    file,
  );
}

const idOf = (name: string): string => `parameter-${name}`;

const field = (name: string, words: string, input: Markup): Markup =>
  el("div", { "data-parameter": name }, labelled(words, input));

const labelled = (name: string, input: Markup): Markup =>
  el("label", {}, el("span", {}, name, el("span", { class: "needed" })), input);
