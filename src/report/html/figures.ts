import type { Field } from "../data/drawnFigure.js";
import type { Figure, Site } from "../data/site.js";
import { svgInPage } from "../data/svgInPage.js";
import { type Markup, el, trusted } from "./markup.js";

/** The pictures, each with a caption that names a value, and its files. */
export function figuresSection({ figures }: Site): Markup {
  return el(
    "section",
    { id: "figures", "aria-labelledby": "figures-title" },
    el("h2", { id: "figures-title" }, "Figures"),
    el(
      "p",
      {},
      "Drawn when this report was made, and anew in the page for what you choose, by the same functions. Point at a " +
        "mark for its value; with the keyboard, go to a picture by Tab and from value to value by the arrow keys.",
    ),
    figures.map(figurePart),
  );
}

/** A picture with its title, what may be chosen, its values, and links to its files. */
export function figurePart(figure: Figure): Markup {
  const { name, title, description, command, svg, csv, fields, path } = figure;
  return el(
    "figure",
    { id: `figure-${name}`, "aria-labelledby": `figure-${name}-title`, "data-name": name },
    el("h3", { id: `figure-${name}-title` }, title),
    fields === undefined ? undefined : choices(name, title, fields),
    el(
      "div",
      {
        class: "plot",
        tabindex: 0,
        role: "group",
        "aria-label": `${title}: by the arrow keys from value to value`,
      },
      trusted(svgInPage(svg)),
    ),
    el("p", { class: "told", "aria-live": "polite" }),
    path === undefined
      ? undefined
      : [
          el("button", { type: "button", class: "play-way", hidden: true }, "Play the path of this way"),
          el("div", { class: "way", id: `way-${name}`, hidden: true }),
        ],
    el(
      "figcaption",
      {},
      el("p", { class: "description" }, description),
      el(
        "p",
        { class: "quiet files" },
        el(
          "span",
          { class: "by", hidden: command === undefined },
          "By ",
          el("code", { class: "command" }, command),
          ". ",
        ),
        link(name, "svg"),
        " ",
        el("button", { type: "button", class: "png", hidden: true, "aria-label": `PNG of ${title}` }, "PNG"),
        csv === undefined ? undefined : [" ", link(name, "csv")],
      ),
    ),
  );
}

const link = (name: string, type: "svg" | "csv"): Markup =>
  el(
    "a",
    {
      class: type,
      href: `figures/${name}.${type}`,
      download: `${name}.${type}`,
      "aria-label": `${type.toUpperCase()} of ${name}`,
    },
    type.toUpperCase(),
  );

/** The fields of a figure. They are shown once the page's script runs, which draws it anew. */
function choices(name: string, title: string, fields: readonly Field[]): Markup {
  return el(
    "form",
    { class: "choices tools", hidden: true, autocomplete: "off", "aria-label": `What to draw: ${title}` },
    fields.map((field) =>
      el("label", {}, el("span", {}, field.label), inputOf(field, `${name}-${field.name}`)),
    ),
    el("button", { type: "submit" }, "Draw"),
    el("p", { class: "refusal", role: "status" }),
  );
}

function inputOf({ name, value, options }: Field, id: string): Markup {
  const own = { id: id.replaceAll(/[^\w-]/g, "-"), name };
  if (options === undefined)
    return el("input", {
      ...own,
      type: "text",
      value,
      size: Math.max(8, value.length + 2),
      spellcheck: "false",
    });
  return el(
    "select",
    own,
    options.map((option) => el("option", { value: option, selected: option === value }, option)),
  );
}
