import type { Chosen, Drawing } from "../data/drawnFigure.js";
import { svgInPage } from "../data/svgInPage.js";
import { downloadPng, offer } from "./downloads.js";
import { Painting } from "./painting.js";

/**
 * Lets the reader download the figures, and draw those anew that have fields.
 *
 * @param script the text of the worker that draws.
 * @returns a function that draws a figure as the address says, `<name>&<field>=<value>…`, and goes there.
 */
export function startFigures(script: string): (address: string) => void {
  const painting = new Painting(script);
  const figures = new Map(
    [...document.querySelectorAll<HTMLElement>("figure[data-name]")].map((element) => {
      const box = new FigureBox(element, painting);
      return [box.name, box];
    }),
  );
  return (address) => {
    const [name = "", ...fields] = address.split("&");
    void figures.get(name)?.show(new URLSearchParams(fields.join("&")));
  };
}

/** A figure of the page. */
class FigureBox {
  readonly name: string;
  readonly #form: HTMLFormElement | null;

  constructor(
    private readonly element: HTMLElement,
    private readonly painting: Painting,
  ) {
    this.name = element.dataset.name ?? "";
    this.#form = element.querySelector("form.choices");
    const png = element.querySelector<HTMLButtonElement>("button.png");
    if (png !== null) {
      png.hidden = false;
      png.addEventListener("click", () => {
        const svg = element.querySelector<SVGSVGElement>(".plot svg");
        if (svg !== null) void downloadPng(svg, this.name);
      });
    }
    if (this.#form === null) return;
    this.#form.hidden = false;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#draw();
    });
    this.#form.addEventListener("change", () => void this.#draw());
  }

  /** Draws what an address says, and goes there. */
  async show(fields: URLSearchParams): Promise<void> {
    this.element.scrollIntoView();
    if (this.#form === null) return;
    for (const [name, value] of fields) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    await this.#draw();
  }

  async #draw(): Promise<void> {
    if (this.#form === null) return;
    const chosen = Object.fromEntries(
      [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]),
    );
    const refusal = this.#form.querySelector(".refusal");
    this.element.ariaBusy = "true";
    try {
      this.#put(await this.painting.draw({ name: this.name, chosen }));
      if (refusal !== null) refusal.textContent = "";
      history.replaceState(null, "", this.#address(chosen));
    } catch (error) {
      if (refusal !== null) refusal.textContent = `Not drawn: ${(error as Error).message}.`;
    }
    this.element.ariaBusy = null;
  }

  #put({ title, description, command, svg, csv }: Drawing): void {
    const set = (selector: string, text: string): void => {
      const part = this.element.querySelector(selector);
      if (part !== null) part.textContent = text;
    };
    set("h3", title);
    set(".description", description);
    set(".command", command ?? "");
    set("p.told", "");
    const plot = this.element.querySelector<HTMLElement>(".plot");
    if (plot !== null) {
      plot.innerHTML = svgInPage(svg);
      plot.ariaLabel = `${title}: by the arrow keys from value to value`;
    }
    const files = { svg: [svg, "image/svg+xml"], csv: [csv, "text/csv"] } as const;
    for (const [type, [text, mime]] of Object.entries(files)) {
      const link = this.element.querySelector<HTMLAnchorElement>(`a.${type}`);
      if (link !== null && text !== undefined) offer(link, text, mime);
    }
  }

  #address(chosen: Chosen): string {
    return `#draw=${[this.name, new URLSearchParams(chosen).toString()].join("&")}`;
  }
}
