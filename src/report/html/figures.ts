import type { Figure, Site } from "../data/site.js";
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
      "Drawn when this report was made. Point at a mark for its value; with the keyboard, go to a picture by Tab " +
        "and from value to value by the arrow keys.",
    ),
    figures.map(figurePart),
  );
}

/** A picture with its title, its values, and links to its files. */
export function figurePart(figure: Figure): Markup {
  const { name, title, description, command, csv } = figure;
  return el(
    "figure",
    { id: `figure-${name}`, "aria-labelledby": `figure-${name}-title` },
    el("h3", { id: `figure-${name}-title` }, title),
    plotOf(figure),
    el("p", { class: "told", "aria-live": "polite" }),
    el(
      "figcaption",
      {},
      el("p", {}, description),
      el(
        "p",
        { class: "quiet" },
        command === undefined ? undefined : ["By ", el("code", {}, command), ". "],
        el("a", { href: `figures/${name}.svg`, download: `${name}.svg` }, "SVG"),
        csv === undefined
          ? undefined
          : [" · ", el("a", { href: `figures/${name}.csv`, download: `${name}.csv` }, "CSV")],
      ),
    ),
  );
}

function plotOf({ title, description, svg, standsAlone }: Figure): Markup {
  if (standsAlone === true) {
    const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    return el("div", { class: "plot" }, el("img", { src, alt: `${title}. ${description}` }));
  }
  const words = `${title}: by the arrow keys from value to value`;
  return el("div", { class: "plot", tabindex: 0, role: "group", "aria-label": words }, trusted(inPage(svg)));
}

/** A picture as part of a page: without what only a file has, and without names that others may have too. */
function inPage(svg: string): string {
  return svg
    .slice(svg.indexOf("<svg"))
    .replace(/<!--[\s\S]*?-->\s*/g, "")
    .replace(/ id="[^"]*"/g, "")
    .replace(/ xmlns(?::xlink)?="[^"]*"/g, "");
}
