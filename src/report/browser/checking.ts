import {
  type CheckData,
  MOST_MEBIBYTES,
  type OfferedCertificate,
  type WorkerRequest,
} from "../data/checkData.js";
import type { Address } from "./address.js";
import { byId } from "./elements.js";
import { Judge } from "./judge.js";
import { QuestionForm } from "./question.js";
import { resultOf, summaryOf } from "./results.js";
import { sealedText } from "./seal.js";
import { Refusal } from "./written.js";

const MOST_BYTES = MOST_MEBIBYTES * 2 ** 20;

/** Longer texts are not shown, as that is slow. */
const MOST_SHOWN = 200_000;

/**
 * Starts the form that lets the checker judge certificates. The address keeps which one is chosen.
 *
 * @returns a function that takes a file of the reader's.
 */
export function startChecking(
  data: CheckData,
  script: string,
  address: Address,
): (file: File) => Promise<void> {
  const checking = new Checking(data, script, address);
  return (file) => checking.take(file);
}

class Checking {
  readonly #certificate = byId("certificate", HTMLSelectElement);
  readonly #own = byId("own", HTMLInputElement);
  readonly #text = byId("text", HTMLTextAreaElement);
  readonly #shows = byId("shows", HTMLElement);
  readonly #form = byId("check-form", HTMLFormElement);
  readonly #stop = byId("stop", HTMLButtonElement);
  readonly #progress = byId("progress", HTMLProgressElement);
  readonly #status = byId("status", HTMLElement);
  readonly #results = byId("results", HTMLOListElement);
  readonly #question: QuestionForm;
  readonly #judge: Judge;
  /** A file of the reader's; while it is undefined, the text field has the certificate. */
  #file: File | undefined;
  /** What the text field held before anybody changed it. */
  #original = "";
  #isStopped = false;

  constructor(
    private readonly data: CheckData,
    script: string,
    address: Address,
  ) {
    this.#judge = new Judge(script);
    this.#question = new QuestionForm(data);
    this.#certificate.addEventListener("change", () => {
      this.choose(this.#certificate.value);
      address.tell(true, "check");
    });
    this.#own.addEventListener("change", () => void this.take(this.#own.files?.[0]));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#working(() => this.#checkOne());
    });
    byId("check-all", HTMLButtonElement).addEventListener("click", () => {
      void this.#working(() => this.#checkAll());
    });
    byId("seal", HTMLButtonElement).addEventListener("click", () => void this.#seal());
    this.#stop.addEventListener("click", () => {
      this.#isStopped = true;
      this.#judge.stop();
    });
    this.choose(this.#certificate.value);
    const first = this.#certificate.value;
    address.keep("check", {
      home: "check",
      read: () => (this.#certificate.value === first ? undefined : this.#certificate.value),
      show: (file = first) => {
        if (file !== this.#certificate.value) this.choose(file);
      },
    });
  }

  /** Chooses a certificate of the package, and fills in what it is to show. */
  choose(file: string): void {
    const offered = this.data.certificates.find((one) => one.file === file);
    this.#file = undefined;
    if (offered === undefined) {
      this.#certificate.value = "";
      this.#setText("");
      this.#shows.textContent = "Choose a file of yours below, or paste its text.";
      return;
    }
    this.#certificate.value = offered.file;
    this.#setText(offered.text);
    this.#shows.textContent = offered.shows;
    this.#question.fill(offered.asked);
  }

  /** Takes a file of the reader's. It stays as it is; a short one is shown as text. */
  async take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.choose("");
    if (file.size > MOST_BYTES) {
      this.#say(
        `${file.name} has ${mebibytes(file.size)}, and this page takes ${mebibytes(MOST_BYTES)} at most: not read. equiloss check takes larger ones.`,
      );
      return;
    }
    this.#file = file;
    this.#shows.textContent = `${file.name}, ${file.size} bytes`;
    if (file.size <= MOST_SHOWN) this.#setText(await file.text());
    this.#say(`${file.name} is chosen: say what it must show, then Check.`);
  }

  #setText(text: string): void {
    this.#text.value = text;
    // A text field has line ends of its own.
    this.#original = this.#text.value;
  }

  async #checkOne(): Promise<void> {
    const isChanged = this.#text.value !== this.#original;
    const certificate = isChanged || this.#file === undefined ? this.#exactText(isChanged) : this.#file;
    const { expected, words } = await this.#question.asked();
    const name = this.#file?.name ?? (this.#certificate.value || "your text");
    await this.#check({ certificate, expected }, isChanged ? `${name}, changed` : name, words);
  }

  /** Gives a changed text the digest that it should have, so that other rules have to see the change. */
  async #seal(): Promise<void> {
    const sealed = await sealedText(this.#text.value);
    if (sealed === undefined) this.#say("The text is not JSON with a digest, so it can't be given another.");
    else {
      this.#text.value = sealed;
      this.#say("The digest fits the text now. Check it.");
    }
  }

  #exactText(isChanged: boolean): string {
    const offered = this.data.certificates.find(({ file }) => file === this.#certificate.value);
    const text = isChanged || offered === undefined ? this.#text.value : offered.text;
    if (text === "") throw new Refusal("there is no certificate: choose one, or paste its text");
    if (text.length > MOST_BYTES) throw new Refusal(`the text is longer than ${mebibytes(MOST_BYTES)}`);
    return text;
  }

  async #checkAll(): Promise<void> {
    const { certificates } = this.data;
    for (const [index, offered] of certificates.entries()) {
      if (this.#isStopped) return;
      this.#progress.max = certificates.length;
      this.#progress.value = index;
      await this.#checkOffered(offered);
    }
  }

  async #checkOffered({ file, text, asked }: OfferedCertificate): Promise<void> {
    this.#question.fill(asked);
    const { expected, words } = await this.#question.asked();
    await this.#check({ certificate: text, expected }, file, words);
  }

  async #check(request: WorkerRequest, name: string, words: string): Promise<void> {
    const began = Date.now();
    let stage = "reading";
    const tell = (): void => {
      this.#say(`${stage} ${name}, ${Math.trunc((Date.now() - began) / 1000)} s`);
    };
    tell();
    const clock = setInterval(tell, 1000);
    const judged = await this.#judge.judge(request, () => {
      stage = "checking";
      tell();
    });
    clearInterval(clock);
    this.#results.prepend(resultOf(judged, name, words));
    this.#say(`${name}: ${summaryOf(judged)}`);
  }

  /** Does work with its fields locked and the progress shown; what is wrong with the question is said. */
  async #working(work: () => Promise<void>): Promise<void> {
    if (!this.#stop.disabled) return;
    this.#isStopped = false;
    this.#lock(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#say(`Not checked: ${error.message}.`);
    } finally {
      this.#lock(false);
    }
  }

  #lock(isWorking: boolean): void {
    this.#progress.hidden = !isWorking;
    this.#progress.removeAttribute("value");
    this.#stop.disabled = !isWorking;
    for (const button of this.#form.querySelectorAll("button"))
      if (button !== this.#stop) button.disabled = isWorking;
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;
