import { STEPS } from "../../data/player.js";
import { textElement } from "../elements.js";

/** What the controls control. */
export interface Controlled {
  /** Shows a step. */
  readonly go: (step: number) => void;
  readonly segments: () => number;
}

/** How long a step takes to play, in milliseconds. */
const STEP_TIME = 50;

/** How long each corner is shown to a reader who wants no motion. */
const CORNER_TIME = 1500;

/** The buttons and the slider by which a path is played. */
export class PlayerControls {
  readonly element = document.createElement("div");
  readonly #play: HTMLButtonElement;
  readonly #slider = document.createElement("input");
  readonly #told = document.createElement("output");
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  #step = 0;
  #isPlaying = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly controlled: Controlled) {
    this.element.className = "tools";
    this.#slider.type = "range";
    this.#slider.min = "0";
    this.#slider.ariaLabel = "Place on the path";
    this.#slider.addEventListener("input", () => {
      this.pause();
      this.controlled.go(Number(this.#slider.value));
    });
    this.#play = this.#button("Play", () => {
      if (this.#isPlaying) this.pause();
      else this.#start();
      this.controlled.go(this.#step);
    });
    this.#play.classList.add("main");
    this.element.append(
      this.#play,
      this.#button("Start", () => {
        this.#jump(0);
      }),
      this.#button("Step back", () => {
        this.#jump(this.#step - 1);
      }),
      this.#button("Step", () => {
        this.#jump(this.#step + 1);
      }),
      this.#button("Next corner", () => {
        this.#jump((Math.floor(this.#step / STEPS) + 1) * STEPS);
      }),
      this.#button("End", () => {
        this.#jump(this.#last());
      }),
      this.#slider,
      this.#told,
    );
  }

  /** Whether the path is being played. */
  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  /** Shows where the path is. */
  show(step: number): void {
    this.#step = step;
    this.#slider.max = String(this.#last());
    this.#slider.value = String(step);
    const segment = Math.min(Math.floor(step / STEPS) + 1, this.controlled.segments());
    const part = step - (segment - 1) * STEPS;
    const text = `segment ${segment} of ${this.controlled.segments()}, ${part}/${STEPS} of it`;
    this.#told.value = text;
    this.#slider.setAttribute("aria-valuetext", text);
  }

  /** Stops playing. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#isPlaying = false;
    this.#play.textContent = "Play";
  }

  /** To be called once a step is drawn: if the path is being played, the next one follows. */
  drawn(): void {
    if (!this.#isPlaying) return;
    const isStill = this.#still.matches;
    const next = isStill ? (Math.floor(this.#step / STEPS) + 1) * STEPS : this.#step + 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        if (next >= this.#last()) this.pause();
        this.controlled.go(Math.min(next, this.#last()));
      },
      isStill ? CORNER_TIME : STEP_TIME,
    );
  }

  #start(): void {
    if (this.#step >= this.#last()) this.#step = 0;
    this.#isPlaying = true;
    this.#play.textContent = "Pause";
  }

  #jump(step: number): void {
    this.pause();
    this.controlled.go(Math.max(0, Math.min(step, this.#last())));
  }

  #last(): number {
    return this.controlled.segments() * STEPS;
  }

  #button(name: string, act: () => void): HTMLButtonElement {
    const button = textElement("button", name);
    if (!(button instanceof HTMLButtonElement)) throw new RangeError("no button");
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
}
