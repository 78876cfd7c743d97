import type { Dependencies } from "../data/dependencies.js";
import { dependencyDrawing } from "../data/dependencyDrawing.js";
import { svgInPage } from "../data/svgInPage.js";
import type { Address } from "./address.js";
import { offer } from "./downloads.js";
import { byId } from "./elements.js";

/** Starts the drawing of what rests on what. The address keeps what it is about. */
export function startDependencies(dependencies: Dependencies, address: Address): void {
  const figure = byId("dependencies", HTMLElement);
  const form = byId("depends-form", HTMLFormElement);
  const field = byId("depends-of", HTMLInputElement);
  const plot = figure.querySelector<HTMLElement>(".plot");
  const refusal = figure.querySelector(".refusal");
  const svgLink = figure.querySelector<HTMLAnchorElement>("a.svg");
  const first = field.value;
  let shown = first;
  const show = (id: string): void => {
    const node = dependencies.nodes.find((one) => one.id === id);
    if (node === undefined || plot === null || id === shown) return;
    shown = id;
    const hadFocus = plot.contains(document.activeElement);
    const svg = dependencyDrawing(dependencies, id);
    plot.innerHTML = svgInPage(svg);
    if (svgLink !== null) offer(svgLink, svg, "image/svg+xml");
    field.value = node.name;
    const entry = byId("depends-entry", HTMLAnchorElement);
    entry.href = `#${id}`;
    entry.hidden = document.getElementById(id) === null;
    // The link that was followed is gone.
    if (hadFocus) plot.focus();
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const node = dependencies.nodes.find(({ name }) => name === field.value.trim());
    if (refusal !== null)
      refusal.textContent = node === undefined ? "Nothing is called that: take a name from the list." : null;
    if (node === undefined) return;
    show(node.id);
    address.tell(true, "");
  });
  address.keep("depends", {
    home: figure.id,
    read: () => (shown === first ? undefined : shown),
    show: (id = first) => {
      show(id);
    },
  });
}
