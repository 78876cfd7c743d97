import {
  type CommandResult,
  type GivenChoices,
  type GivenFile,
  MOST_NETWORK_MEBIBYTES,
  type NetworkExample,
} from "../../data/networkWorker.js";
import type { Address } from "../address.js";
import { byId } from "../elements.js";
import { NetworkWorker, Refusal } from "../networkWorker.js";
import { PathPlayer } from "../player/player.js";
import { type ResultName, refusedElement, resultElement } from "./resultElement.js";

/** The form by which a reader has one or two networks examined. */
export class NetworksForm {
  readonly #form = byId("networks-form", HTMLFormElement);
  readonly #input = byId("networks-files", HTMLInputElement);
  readonly #chosen = byId("networks-chosen", HTMLElement);
  readonly #example = byId("networks-example", HTMLSelectElement);
  readonly #activation = byId("networks-activation", HTMLInputElement);
  readonly #tolerance = byId("networks-tolerance", HTMLInputElement);
  readonly #stop = byId("networks-stop", HTMLButtonElement);
  readonly #progress = byId("networks-progress", HTMLProgressElement);
  readonly #status = byId("networks-status", HTMLElement);
  readonly #results = byId("networks-results", HTMLElement);
  readonly #figure = byId("path", HTMLElement);
  readonly #worker: NetworkWorker;
  readonly #player: PathPlayer;
  #files: readonly File[] = [];
  /** Counts what was asked for. */
  #run = 0;

  /** @param script the address of the worker's script. */
  constructor(
    private readonly examples: readonly NetworkExample[],
    script: string,
    private readonly address: Address,
  ) {
    this.#worker = new NetworkWorker(script);
    this.#player = new PathPlayer(this.#figure, script, "path", address);
    this.#input.addEventListener("change", () => {
      if (this.#input.files !== null) this.take([...this.#input.files]);
    });
    this.#example.addEventListener("change", () => {
      this.#takeExample(this.#example.value);
      address.tell(true, "networks");
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#examine();
    });
    this.#stop.addEventListener("click", () => {
      this.#worker.stop();
    });
    this.#keepAddress();
  }

  /** Takes files of the reader's, and says what is wrong with them as far as is seen unread. */
  take(files: readonly File[]): void {
    this.#example.value = "";
    this.#choose(files);
  }

  #choose(files: readonly File[]): void {
    const large = files.find(({ size }) => size > MOST_NETWORK_MEBIBYTES * 2 ** 20);
    this.#files = large === undefined ? files : [];
    this.#chosen.textContent =
      this.#files.length === 0
        ? "No file is chosen."
        : this.#files.map(({ name, size }) => `${name}, ${size} bytes`).join("; ");
    this.#say(
      large === undefined
        ? ""
        : `${large.name} has ${Math.ceil(large.size / 2 ** 20)} MiB, and this page takes ` +
            `${MOST_NETWORK_MEBIBYTES} MiB at most: not read. The command line takes larger ones: equiloss classify.`,
    );
  }

  #takeExample(value: string): void {
    const example = value === "" ? undefined : this.examples[Number(value)];
    this.#example.value = example === undefined ? "" : value;
    if (example === undefined) return;
    this.#choose(example.files.map(({ place, text }) => new File([text], place)));
    this.#activation.value = example.activation;
    this.#tolerance.value = example.tolerance;
    void this.#examine();
  }

  /** The address keeps an example and the choices; the reader's own files can't be found again. */
  #keepAddress(): void {
    for (const [name, field] of [
      ["networks", this.#example],
      ["activation", this.#activation],
      ["tolerance", this.#tolerance],
    ] as const) {
      field.addEventListener("change", () => {
        this.address.tell(true);
      });
      this.address.keep(name, {
        home: "networks",
        read: () => (field.value === "" ? undefined : field.value),
        show: (text = "") => {
          if (text === field.value) return;
          if (field === this.#example) this.#takeExample(text);
          else field.value = text;
        },
      });
    }
  }

  /** Examines the files. What was being examined before is given up, and says nothing any more. */
  async #examine(): Promise<void> {
    if (!this.#stop.disabled) this.#worker.stop();
    this.#run += 1;
    const run = this.#run;
    this.#figure.hidden = true;
    byId("path-title", HTMLElement).hidden = true;
    this.#player.stop();
    this.#results.replaceChildren();
    if (this.#files.length === 0) {
      this.#say("No file is chosen: choose one or two, or an example.");
      return;
    }
    this.#lock(true);
    try {
      await this.#examineAll(this.#files);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (run === this.#run) this.#say(`Not examined: ${error.message}.`);
    } finally {
      if (run === this.#run) this.#lock(false);
    }
  }

  async #examineAll(files: readonly File[]): Promise<void> {
    const began = performance.now();
    const choices = this.#choices();
    this.#say("Reading.");
    const given = await Promise.all(files.map(givenFile));
    const places = await this.#worker.ask({ ask: "read", files: given });
    const works: (() => Promise<void>)[] = [];
    for (const [which, place] of places.entries())
      for (const ask of ["classify", "reduce"] as const)
        works.push(() => this.#result(ask, place, this.#worker.ask({ ask, which, ...choices })));
    const both = places.join(" and ");
    if (places.length === 2) {
      works.push(() => this.#result("compare", both, this.#worker.ask({ ask: "compare", ...choices })));
      works.push(() => this.#path(both, choices));
    }
    this.#progress.max = works.length;
    for (const [index, work] of works.entries()) {
      this.#progress.value = index;
      this.#say(`Examining ${both}: ${index} of ${works.length} results.`);
      await work();
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    this.#say(`Examined ${both} in this page, in ${seconds} s.`);
  }

  async #path(places: string, choices: GivenChoices): Promise<void> {
    const asked = this.#worker.ask({ ask: "path", ...choices });
    await this.#result("path", places, asked);
    const { path } = await asked.catch(() => ({ path: undefined }));
    if (path === undefined) return;
    this.#figure.hidden = false;
    byId("path-title", HTMLElement).hidden = false;
    await this.#player.play(path);
  }

  /** Shows a result once it is there; what is refused is shown in its place. */
  async #result(name: ResultName, place: string, asked: Promise<CommandResult>): Promise<void> {
    try {
      this.#results.append(resultElement(name, place, await asked));
    } catch (error) {
      if (!(error instanceof Refusal) || error.isStop) throw error;
      this.#results.append(refusedElement(name, place, error.message));
    }
  }

  #choices(): GivenChoices {
    const typed = ({ value }: HTMLInputElement): string | undefined => value.trim() || undefined;
    return { activation: typed(this.#activation), tolerance: typed(this.#tolerance) };
  }

  #lock(isWorking: boolean): void {
    this.#progress.hidden = !isWorking;
    this.#progress.removeAttribute("value");
    this.#stop.disabled = !isWorking;
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}

async function givenFile(file: File): Promise<GivenFile> {
  return { place: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
