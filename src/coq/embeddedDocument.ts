import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../exact/inputError.js";
import type { Answer, Ask } from "./jscoqProcess.js";
import { asModule } from "./modules.js";
import { type Theory, moduleOf } from "./theory.js";

/**
 * How Node runs Coq. Coq makes much that is soon garbage: with Node's own 16 MiB for what is new, collecting
 * takes a third of the time.
 */
const NODE = ["--stack-size=4000", "--max-old-space-size=4096", "--max-semi-space-size=64"];

/**
 * One process with one growing document. Each theory becomes a module of the document and imports earlier
 * modules. There are no compiled files.
 */
export class EmbeddedDocument {
  readonly #theories = new Set<string>();
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param manifest the `package.json` of jscoq.
   * @param folder for this document alone.
   * @param watch is called with the process before that begins.
   */
  constructor(
    readonly manifest: string,
    readonly folder: string,
    readonly watch: (child: ChildProcess) => void,
  ) {}

  /** Whether Coq accepted a theory here. */
  holds(theory: string): boolean {
    return this.#theories.has(theory);
  }

  /** Adds a theory; the document holds those that it requires. Returns Coq's objection. */
  async add({ name, source }: Theory): Promise<string | undefined> {
    const { failure } = await this.load(name, source);
    if (failure === undefined) this.#theories.add(name);
    return failure;
  }

  /** Adds a text as a module, as if it were a theory of this name, once what was asked before is answered. */
  load(name: string, source: string): Promise<Answer> {
    const text = asModule({ name, source }, (module) => module);
    const answer = this.#last.then(() => this.#ask(`${moduleOf(name)}.v`, text));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  }

  #ask(file: string, text: string): Promise<Answer> {
    const child = (this.#process ??= this.#start());
    const path = join(this.folder, file);
    writeFileSync(path, text);
    return new Promise((resolve, reject) => {
      const gone = (code: number | null): void => {
        const problem = `the embedded Coq ended with ${code ?? "a signal"} while it read ${file}`;
        reject(new InputError(problem, "free some memory, or install Coq 8.16 or later"));
      };
      child.once("exit", gone);
      child.once("message", (answer) => {
        child.off("exit", gone);
        resolve(answer as Answer);
      });
      child.send({ path } satisfies Ask);
    });
  }

  #start(): ChildProcess {
    mkdirSync(this.folder);
    const child = fork(
      fileURLToPath(new URL("jscoqProcess.js", import.meta.url)),
      [this.manifest, this.folder],
      { execArgv: NODE, stdio: ["ignore", "ignore", "pipe", "ipc"] },
    );
    this.watch(child);
    return child;
  }
}
