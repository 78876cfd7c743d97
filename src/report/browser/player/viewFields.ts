import type { CurveView, PlayedPath } from "../../data/player.js";
import { textElement } from "../elements.js";

/** Activations that the field suggests; it takes all others that the command line knows, too. */
const SUGGESTED = ["tanh", "sigmoid", "softplus", "relu", "gelu", "silu", "ratio:1,1:1,0,1", "poly:0,0,1"];

/** Of more inputs none can be chosen to run alone. */
const MOST_ALONE = 30;

/** The fields that say of which activation and inputs the curve is. */
export class ViewFields {
  readonly element = document.createElement("div");
  readonly #activation = document.createElement("input");
  readonly #low = document.createElement("input");
  readonly #high = document.createElement("input");
  readonly #along = document.createElement("select");
  #first = "";

  /**
   * @param name of the player, which ids begin with.
   * @param change is called when the reader has changed a field.
   */
  constructor(name: string, change: () => void) {
    this.element.className = "tools";
    const list = document.createElement("datalist");
    list.id = `${name}-activations`;
    list.append(...SUGGESTED.map((value) => new Option(value, value)));
    this.#activation.setAttribute("list", list.id);
    this.#activation.size = 14;
    for (const field of [this.#low, this.#high]) field.size = 5;
    this.element.append(
      labelled("Activation of the curve", this.#activation),
      labelled("Inputs from", this.#low),
      labelled("to", this.#high),
      labelled("Which run", this.#along),
      list,
    );
    for (const field of [this.#activation, this.#low, this.#high, this.#along]) {
      field.autocomplete = "off";
      field.addEventListener("change", change);
    }
  }

  /** Fills the fields for a path. */
  begin({ activation, isForOne }: PlayedPath, inputs: number): void {
    this.#activation.value = activation;
    this.#activation.disabled = isForOne === true;
    [this.#low.value, this.#high.value] = ["-3", "3"];
    const alone = Array.from(
      { length: inputs },
      (_, input) => new Option(`input ${input + 1} alone`, `${input}`),
    );
    this.#along.replaceChildren(new Option("all inputs together", "-1"), ...alone.slice(0, MOST_ALONE));
    const parent = this.#along.parentElement;
    if (parent !== null) parent.hidden = inputs === 1;
    this.#first = this.text;
  }

  get view(): CurveView {
    return {
      activation: this.#activation.value.trim(),
      low: this.#low.value.trim(),
      high: this.#high.value.trim(),
      along: Number(this.#along.value),
    };
  }

  /** The fields as a text for the address. */
  get text(): string {
    const { activation, low, high, along } = this.view;
    return [low, high, along, activation].join(" ");
  }

  /** Whether the fields are as they were filled. */
  get isFirst(): boolean {
    return this.text === this.#first;
  }

  /** Fills the fields as the text says; undefined for the first. */
  show(text = this.#first): void {
    const [low, high, along, ...activation] = text.split(" ");
    if (low === undefined || high === undefined || along === undefined) return;
    [this.#low.value, this.#high.value, this.#along.value] = [low, high, along];
    if (!this.#activation.disabled) this.#activation.value = activation.join(" ");
  }
}

function labelled(name: string, field: HTMLElement): HTMLLabelElement {
  const label = document.createElement("label");
  label.append(textElement("span", name), field);
  return label;
}
