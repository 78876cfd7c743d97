import { type Dependencies, firstNode } from "../data/dependencies.js";
import { dependencyDrawing } from "../data/dependencyDrawing.js";
import type { Site } from "../data/site.js";
import { type Markup, el, trusted } from "./markup.js";

/** What claims and theorems rest on, drawn about one of them, from which one goes to its neighbours. */
export function dependencyPart({ dependencies }: Site): Markup {
  const { id, name } = firstNode(dependencies);
  const words = "What is drawn: by the arrow keys from node to node, and on by Enter";
  return el(
    "figure",
    { id: "dependencies", "aria-labelledby": "dependencies-title", "data-name": "dependencies" },
    el("h3", { id: "dependencies-title" }, "What claims and theorems rest on"),
    choice(dependencies, name),
    el(
      "div",
      { class: "plot wide", tabindex: 0, role: "group", "aria-label": words },
      trusted(dependencyDrawing(dependencies, id)),
    ),
    el("p", { class: "told", "aria-live": "polite" }),
    el(
      "figcaption",
      {},
      el(
        "p",
        {},
        "Left of a node is what it rests on directly, right of it what rests on it directly. Blue: a claim, which " +
          "rests on the theorems that it cites; green: a theorem, on its theory and the definitions that it uses; " +
          "purple: a definition; grey: a theory, on those that it requires. It is read from the claims and from the " +
          "files of the proofs.",
      ),
      files(id),
    ),
  );
}

function choice({ nodes }: Dependencies, first: string): Markup {
  return el(
    "form",
    { id: "depends-form", class: "tools", hidden: true, autocomplete: "off" },
    el(
      "label",
      {},
      el("span", {}, "Claim, theorem, definition or theory"),
      el("input", { id: "depends-of", list: "depends-names", size: 40, value: first, spellcheck: "false" }),
    ),
    el("button", { type: "submit" }, "Draw"),
    el(
      "datalist",
      { id: "depends-names" },
      nodes.map(({ name }) => el("option", { value: name })),
    ),
    el("p", { class: "refusal", role: "status" }),
  );
}

function files(id: string): Markup {
  const file = (type: "svg" | "csv", words: string): Markup =>
    el(
      "a",
      {
        class: type,
        href: `figures/dependencies.${type}`,
        download: `dependencies.${type}`,
        "aria-label": words,
      },
      type.toUpperCase(),
    );
  return el(
    "p",
    { class: "quiet files" },
    el("a", { id: "depends-entry", href: `#${id}` }, "to its entry"),
    " ",
    file("svg", "SVG of what it rests on"),
    " ",
    el(
      "button",
      { type: "button", class: "png", hidden: true, "aria-label": "PNG of what it rests on" },
      "PNG",
    ),
    " ",
    file("csv", "CSV of all that rests on what"),
  );
}
