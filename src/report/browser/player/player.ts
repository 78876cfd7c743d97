import { entry } from "../../../exact/entry.js";
import { type Frame, type PlayedPath, type PlayedShape, STEPS } from "../../data/player.js";
import type { Address } from "../address.js";
import { textElement } from "../elements.js";
import { NetworkWorker, Refusal } from "../networkWorker.js";
import { PlayerControls } from "./controls.js";
import { CurveDrawing } from "./curveDrawing.js";
import { GraphDrawing, largestWeight } from "./graphDrawing.js";
import { Marks } from "./marks.js";
import { ViewFields } from "./viewFields.js";

/** A path that was opened: what is drawn of it. */
interface Opened {
  readonly shape: PlayedShape;
  readonly now: GraphDrawing;
}

/**
 * A player of paths in weight space: the network at both ends and in between, and its output along a line of
 * inputs. A worker computes each step exactly; the page only draws.
 */
export class PathPlayer {
  readonly #worker: NetworkWorker;
  readonly #controls: PlayerControls;
  readonly #fields: ViewFields;
  readonly #graphs = element("div", "graphs");
  readonly #curve = new CurveDrawing();
  readonly #words = element("p", "words");
  readonly #sameness = element("p", "sameness");
  readonly #told = element("p", "told");
  readonly #marks: Marks[] = [];
  #opened: Opened | undefined;
  /** The step that is wanted, and whether an earlier one is being computed. */
  #wanted = 0;
  #isComputing = false;
  /** What the address has of a path that isn't there yet. */
  #pending: { curve?: string | undefined; step?: string | undefined } = {};

  /**
   * @param figure an empty element with an id, which the player fills.
   * @param script the address of the worker's script.
   * @param name of the player in the page's address, and of its ids.
   */
  constructor(
    private readonly figure: HTMLElement,
    script: string,
    private readonly name: string,
    private readonly address: Address,
  ) {
    this.#worker = new NetworkWorker(script);
    this.#controls = new PlayerControls({
      go: (step) => {
        this.#wanted = step;
        void this.#draw();
      },
      segments: () => (this.#opened === undefined ? 1 : this.#opened.shape.segments),
    });
    this.#fields = new ViewFields(name, () => void this.#restart());
    this.#sameness.role = "status";
    this.#told.ariaLive = "polite";
    const curve = this.#stage("The output along the inputs: by the arrow keys from value to value");
    curve.append(this.#curve.svg);
    figure.classList.add("player");
    figure.replaceChildren(
      this.#controls.element,
      this.#words,
      this.#graphs,
      this.#fields.element,
      curve,
      this.#sameness,
      this.#told,
    );
    this.#keepAddress();
  }

  #keepAddress(): void {
    const { name, address } = this;
    const home = this.figure.id;
    address.keep(`${name}-curve`, {
      home,
      read: () => {
        if (this.#opened === undefined) return this.#pending.curve;
        return this.#fields.isFirst ? undefined : this.#fields.text;
      },
      show: (curve) => {
        if (this.#opened === undefined) this.#pending.curve = curve;
        else void this.#showCurve(curve);
      },
    });
    address.keep(`${name}-step`, {
      home,
      read: () => {
        if (this.#opened === undefined) return this.#pending.step;
        return this.#wanted === 0 ? undefined : String(this.#wanted);
      },
      show: (step) => {
        if (this.#opened === undefined) this.#pending.step = step;
        else this.#showStep(step);
      },
    });
  }

  /** Takes a path, and shows its start, or the step that the address has. */
  async play(path: PlayedPath): Promise<void> {
    this.#controls.pause();
    this.#opened = undefined;
    await this.#refusing(async () => {
      const shape = await this.#worker.ask({ ask: "play", path });
      this.#fields.begin(path, entry(shape.widths, 0));
      const opened = await this.#open(shape);
      this.#opened = opened;
      // Only now it is known how many segments there are.
      this.#controls.show(0);
      const { curve, step } = this.#pending;
      this.#pending = {};
      if (curve !== undefined) await this.#showCurve(curve);
      if (step !== undefined) this.#showStep(step);
    });
  }

  /** Ends what is being computed; the next path starts anew. */
  stop(): void {
    this.#controls.pause();
    this.#worker.stop();
  }

  /** Draws both ends, and the start as the current step. */
  async #open(shape: PlayedShape): Promise<Opened> {
    const { view } = this.#fields;
    const start = await this.#worker.ask({ ask: "frame", step: 0, view });
    const end = await this.#worker.ask({ ask: "frame", step: shape.segments * STEPS, view });
    const largest = largestWeight([start, end]);
    const [now, first, last] = [start, still(start), still(end)].map((frame, at) => {
      const drawing = new GraphDrawing(shape, largest, at === 0);
      drawing.draw(frame);
      return drawing;
    }) as [GraphDrawing, GraphDrawing, GraphDrawing];
    this.#marks.splice(1);
    this.#graphs.replaceChildren(
      this.#graph("Now", now),
      this.#graph("Start", first),
      this.#graph("End", last),
    );
    this.#curve.begin(start);
    this.#wanted = 0;
    this.#show(start, now);
    return { shape, now };
  }

  #graph(name: string, { svg }: GraphDrawing): HTMLElement {
    const stage = this.#stage(`${name}: weights by the arrow keys`);
    stage.append(svg);
    const part = element("div", name === "Now" ? "graph now" : "graph");
    part.append(textElement("h4", name), stage);
    return part;
  }

  #showStep(text = "0"): void {
    if (this.#opened === undefined) return;
    this.#controls.pause();
    this.#wanted = stepIn(text, this.#opened.shape.segments * STEPS);
    void this.#draw();
  }

  async #showCurve(text: string | undefined): Promise<void> {
    this.#fields.show(text);
    await this.#restart();
  }

  /** Draws the curve of the start anew, for other inputs or another activation, and then the step. */
  async #restart(): Promise<void> {
    await this.#refusing(async () => {
      const { view } = this.#fields;
      const [start, now] = await Promise.all(
        [0, this.#wanted].map((step) => this.#worker.ask({ ask: "frame", step, view })),
      );
      if (start === undefined || now === undefined) return;
      this.#curve.begin(start);
      this.#show(now);
      await this.#draw();
    });
  }

  /** Draws the step that is wanted, once those before it are. */
  async #draw(): Promise<void> {
    if (this.#isComputing || this.#opened === undefined) return;
    this.#isComputing = true;
    await this.#refusing(async () => {
      let drawn: number | undefined;
      while (drawn !== this.#wanted) {
        const step = this.#wanted;
        this.#show(await this.#worker.ask({ ask: "frame", step, view: this.#fields.view }));
        drawn = step;
      }
    });
    this.#isComputing = false;
    if (!this.#controls.isPlaying) this.address.tell(false);
    this.#controls.drawn();
  }

  #show(frame: Frame, graph = this.#opened?.now): void {
    this.#controls.show(frame.step);
    graph?.draw(frame);
    this.#curve.draw(frame);
    this.#words.textContent = frame.words;
    // Words that change many times a second are not for reading aloud.
    this.#sameness.ariaLive = this.#controls.isPlaying ? "off" : "polite";
    this.#sameness.textContent = frame.sameness;
    this.#sameness.classList.toggle("same", frame.isSame === true);
    this.#sameness.classList.toggle("other", frame.isSame === false);
    for (const marks of this.#marks) marks.tell();
  }

  async #refusing(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#controls.pause();
      this.#sameness.classList.remove("same", "other");
      this.#sameness.textContent = `Not drawn: ${error.message}.`;
    }
  }

  #stage(words: string): HTMLElement {
    const stage = element("div", "stage");
    stage.tabIndex = 0;
    stage.role = "group";
    stage.ariaLabel = words;
    this.#marks.push(new Marks(stage, this.#told));
    return stage;
  }
}

/** A frame in which nothing is about to move. */
function still({ weights, biases }: Frame): Pick<Frame, "weights" | "biases"> {
  const stopped = (rows: Frame["weights"][number]): Frame["weights"][number] =>
    rows.map((row) => row.map((weight) => ({ ...weight, moves: false })));
  return { weights: weights.map(stopped), biases: biases && stopped(biases) };
}

function stepIn(text: string, last: number): number {
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), last) : 0;
}

function element(tag: string, className: string): HTMLElement {
  return textElement(tag, "", className);
}
