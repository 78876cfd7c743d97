import type { Chosen, Drawing } from "../data/drawnFigure.js";
import { svgInPage } from "../data/svgInPage.js";
import type { Address } from "./address.js";
import { downloadPng, offer } from "./downloads.js";
import { Painting } from "./painting.js";
import { PathPlayer } from "./player/player.js";

/** What draws figures, and what plays paths. */
interface FigureScripts {
  /** The text of a worker. */
  readonly painter: string;
  /** The address of the text of a worker. */
  readonly networkScript: string;
}

/**
 * Lets the reader download the figures, draw those anew that have fields, and play the path of one that has a
 * path. The address keeps what is chosen.
 */
export function startFigures({ painter, networkScript }: FigureScripts, address: Address): void {
  const painting = new Painting(painter);
  for (const element of document.querySelectorAll<HTMLElement>("figure[data-name]")) {
    const { name } = element.dataset;
    if (name === undefined) continue;
    startPng(element, name);
    const form = element.querySelector<HTMLFormElement>("form.choices");
    if (form === null) continue;
    const figure = new DrawnBox(element, form, { name, painting, address });
    const way = element.querySelector<HTMLElement>(".way");
    if (way !== null) startWay(figure, way, new PathPlayer(way, networkScript, `${name}-way`, address));
  }
}

function startPng(element: HTMLElement, name: string): void {
  const png = element.querySelector<HTMLButtonElement>("button.png");
  if (png === null) return;
  png.hidden = false;
  png.addEventListener("click", () => {
    const svg = element.querySelector<SVGSVGElement>(".plot svg");
    if (svg !== null) void downloadPng(svg, name);
  });
}

/** Plays the path of a figure once the reader asks for it, and then each path that is drawn. */
function startWay(figure: DrawnBox, way: HTMLElement, player: PathPlayer): void {
  const button = figure.element.querySelector<HTMLButtonElement>("button.play-way");
  if (button === null) return;
  way.hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => {
    way.hidden = false;
    button.hidden = true;
    void figure.draw();
  });
  figure.drawn = ({ path }) => {
    if (!way.hidden && path !== undefined) void player.play(path);
  };
}

/** Where a figure belongs. */
interface Place {
  readonly name: string;
  readonly painting: Painting;
  readonly address: Address;
}

/** A figure that is drawn by what is chosen in its form. */
class DrawnBox {
  /** Called with each drawing that the page made. */
  drawn: (drawing: Drawing) => void = () => undefined;
  readonly #first: Chosen;
  /** What is drawn, as the address has it. */
  #shown: string | undefined;

  constructor(
    readonly element: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly place: Place,
  ) {
    this.#first = this.#chosen();
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.draw();
    });
    form.addEventListener("change", () => void this.draw());
    place.address.keep(place.name, {
      home: element.id,
      read: () => this.#shown,
      show: (text) => {
        if (text !== this.#shown) void this.#bringBack(text);
      },
    });
  }

  #chosen(): Chosen {
    const fields = [...new FormData(this.form)].filter(([, value]) => typeof value === "string");
    return Object.fromEntries(fields) as Chosen;
  }

  async #bringBack(text = ""): Promise<void> {
    const wanted = new URLSearchParams(text);
    for (const [name, first] of Object.entries(this.#first)) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = wanted.get(name) ?? first;
    }
    await this.draw();
  }

  /** Draws what is chosen, or says why it can't. */
  async draw(): Promise<void> {
    const chosen = this.#chosen();
    const refusal = this.form.querySelector(".refusal");
    this.element.ariaBusy = "true";
    try {
      const drawing = await this.place.painting.draw({ name: this.place.name, chosen });
      this.#put(drawing);
      this.drawn(drawing);
      if (refusal !== null) refusal.textContent = "";
      const changed = Object.entries(chosen).filter(([name, value]) => this.#first[name] !== value);
      this.#shown = changed.length === 0 ? undefined : new URLSearchParams(changed).toString();
      this.place.address.tell(false);
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
    const by = this.element.querySelector<HTMLElement>(".by");
    if (by !== null) by.hidden = command === undefined;
    if (command !== undefined) set(".command", command);
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
}
