const NAMESPACE = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number>>;

/** An element of SVG with these attributes, and what it holds. */
export function svgElement(
  name: string,
  attributes: Attributes,
  ...content: readonly SVGElement[]
): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  setAll(element, attributes);
  element.append(...content);
  return element;
}

/** Sets attributes; numbers have two digits after the point, which is a hundredth of a pixel. */
export function setAll(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
}

/** The title of a mark, by which its value is told. */
export function setTitle(mark: SVGElement, text: string): void {
  const title = mark.querySelector("title") ?? mark.appendChild(svgElement("title", {}));
  title.textContent = text;
}

/** A whole picture. @param size in the units of what is drawn in it. */
export function picture(width: number, height: number, ...content: readonly SVGElement[]): SVGElement {
  return svgElement("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, ...content);
}
