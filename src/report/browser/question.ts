import type { Asked, CheckData, ParameterName, Question, WorkerRequest } from "../data/checkData.js";
import { byId } from "./elements.js";
import {
  Refusal,
  type Written,
  written,
  writtenData,
  writtenNetwork,
  writtenRange,
  writtenRational,
} from "./written.js";

const SELECTS: readonly string[] = ["parity", "network", "from", "to", "pruned", "data"];
const FILES: readonly string[] = ["network", "from", "to", "pruned", "data"];

/** The fields of what a certificate must show. */
export class QuestionForm {
  readonly #claim = byId("claim", HTMLSelectElement);
  readonly #refuted = byId("refuted", HTMLInputElement);
  readonly #fields = [...document.querySelectorAll<HTMLElement>("[data-parameter]")].map((box) => {
    const name = box.dataset.parameter as ParameterName;
    const type = SELECTS.includes(name) ? HTMLSelectElement : HTMLInputElement;
    const input: HTMLSelectElement | HTMLInputElement = byId<HTMLSelectElement | HTMLInputElement>(
      `parameter-${name}`,
      type,
    );
    const file = FILES.includes(name) ? byId(`parameter-${name}-file`, HTMLInputElement) : undefined;
    return { box, name, input, file };
  });

  readonly #networks: ReadonlyMap<string, string>;

  constructor(private readonly data: CheckData) {
    this.#networks = new Map(Object.entries(data.networks));
    this.#claim.addEventListener("change", () => {
      this.#show();
    });
    for (const { input, file } of this.#fields)
      if (file !== undefined)
        input.addEventListener("change", () => {
          file.hidden = input.value !== "file";
        });
    this.#show();
  }

  /** Fills in a question. */
  fill(asked: Asked): void {
    this.#claim.value = asked.claim;
    this.#refuted.checked = asked.refuted;
    for (const { name, input, file } of this.#fields) {
      input.value = Object.hasOwn(asked, name) ? String(asked[name]) : "";
      if (file !== undefined) file.hidden = true;
    }
    this.#show();
  }

  /**
   * What is filled in, as the checker takes it, and in words.
   *
   * @throws Refusal if something is missing, or is not as it should be.
   */
  async asked(): Promise<{ expected: WorkerRequest["expected"]; words: string }> {
    const question = this.#question();
    const { claim } = question;
    const given: [string, Written][] = this.#refuted.checked ? [["refuted", true]] : [];
    const words = [claim, ...(this.#refuted.checked ? ["refuted as stated"] : [])];
    for (const { name, input, file } of this.#fields) {
      if (!question.allowed.includes(name) || input.value === "") {
        if (question.needed.includes(name)) throw new Refusal(`for ${claim} you must say ${name}`);
        continue;
      }
      const chosen = file === undefined || input.value !== "file" ? undefined : file.files?.[0];
      if (input.value === "file" && chosen === undefined) throw new Refusal(`choose a file for ${name}`);
      const [value, place] =
        chosen === undefined ? [input.value, input.value] : [await chosen.text(), chosen.name];
      given.push([
        name === "network" ? question.networkIs : name,
        this.#written(name, value, place, question),
      ]);
      words.push(`${name} ${place}`);
    }
    return { expected: { claim, ...Object.fromEntries(given) }, words: words.join(", ") };
  }

  #written(name: ParameterName, value: string, place: string, { isLayered }: Question): Written {
    if (name === "r" || name === "m" || name === "k") return written(name, value);
    if (name === "data") return writtenData(value, place);
    if (name === "within") return writtenRange(value);
    if (name === "bound") return writtenRational(value, name);
    if (!FILES.includes(name)) return value;
    return writtenNetwork(this.#networks.get(value) ?? value, place, isLayered);
  }

  #question(): Question {
    const question = this.data.questions.find(({ claim }) => claim === this.#claim.value);
    if (question === undefined) throw new Refusal("choose a claim");
    return question;
  }

  /** Shows the fields that the claim takes. */
  #show(): void {
    const { needed, allowed, hasFormula } = this.#question();
    for (const { box, name } of this.#fields) {
      box.hidden = !allowed.includes(name);
      const mark = box.querySelector(".needed");
      if (mark !== null) mark.textContent = needed.includes(name) ? " (needed)" : "";
    }
    byId("formula-note", HTMLElement).hidden = !hasFormula;
  }
}
