import type { Dependencies } from "../data/dependencies.js";
import { dependencyDrawing } from "../data/dependencyDrawing.js";
import { svgInPage } from "../data/svgInPage.js";
import { offer } from "./downloads.js";
import { byId } from "./elements.js";

/**
 * Starts the drawing of what rests on what.
 *
 * @returns a function that draws about the node of an id.
 */
export function startDependencies(dependencies: Dependencies): (id: string) => void {
  const figure = byId("dependencies", HTMLElement);
  const form = byId("depends-form", HTMLFormElement);
  const field = byId("depends-of", HTMLInputElement);
  const entry = byId("depends-entry", HTMLAnchorElement);
  const plot = figure.querySelector<HTMLElement>(".plot");
  const refusal = figure.querySelector(".refusal");
  const svgLink = figure.querySelector<HTMLAnchorElement>("a.svg");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const node = dependencies.nodes.find(({ name }) => name === field.value.trim());
    if (refusal !== null)
      refusal.textContent = node === undefined ? "Nothing is called that: take a name from the list." : null;
    if (node !== undefined) location.hash = `depends=${encodeURIComponent(node.id)}`;
  });
  return (id) => {
    const node = dependencies.nodes.find((one) => one.id === id);
    if (node === undefined || plot === null) return;
    const hadFocus = plot.contains(document.activeElement);
    const svg = dependencyDrawing(dependencies, id);
    plot.innerHTML = svgInPage(svg);
    if (svgLink !== null) offer(svgLink, svg, "image/svg+xml");
    field.value = node.name;
    entry.href = `#${id}`;
    entry.hidden = document.getElementById(id) === null;
    // The link that was followed is gone.
    if (hadFocus) plot.focus();
    else figure.scrollIntoView();
  };
}
