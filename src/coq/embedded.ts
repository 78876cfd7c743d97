import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../exact/inputError.js";
import { TemporaryFolder } from "../machine/temporaryFolder.js";
import { type Backend, CoqError, type ReportProgress } from "./backend.js";
import type { Answer, Ask } from "./jscoqProcess.js";
import { needs } from "./native.js";
import { type Theory, moduleOf } from "./theory.js";

/** The command that installs the embedded Coq beside equiloss. In a clone `npm ci` has done it. */
export const INSTALL_EMBEDDED = "npm install jscoq@0.17.1";

/** Coq as compiled to JavaScript (npm's `jscoq`), undefined if it isn't installed. */
export function embeddedCoq(): Backend | undefined {
  let manifest: string;
  try {
    manifest = createRequire(import.meta.url).resolve("jscoq/package.json");
  } catch {
    return undefined;
  }
  return new Embedded(manifest);
}

/**
 * One process with one growing document. Each theory becomes a module of the document and imports earlier
 * modules. There are no compiled files.
 */
class Embedded implements Backend {
  readonly kind = "embedded";
  readonly version: string;
  readonly recheck = undefined;
  readonly #folder = new TemporaryFolder("jscoq");
  readonly #manifest: string;
  #process: ChildProcess | undefined;
  #audits = 0;

  constructor(manifest: string) {
    this.#manifest = manifest;
    const { version } = createRequire(import.meta.url)(manifest) as { version: string };
    this.version = `8.17 (jscoq ${version})`;
  }

  async compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>> {
    const failures = new Map<string, string>();
    for (const [index, { name, source, requires }] of theories.entries()) {
      const broken = requires.find((required) => failures.has(required));
      if (broken !== undefined) failures.set(name, needs(broken));
      else {
        const module = moduleOf(name);
        const { failure } = await this.#load(`${module}.v`, asModule(module, source));
        if (failure !== undefined) failures.set(name, failure);
      }
      progress(index + 1, theories.length, name);
    }
    return failures;
  }

  async audit(text: string): Promise<string> {
    // The document still has the earlier audits, and names must be distinct.
    const name = `Audit${++this.#audits}`;
    const { failure, printed } = await this.#load(`${name}.v`, asModule(name, text));
    if (failure !== undefined) throw new CoqError(failure);
    return printed;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    }
    this.#folder.remove();
  }

  #start(): ChildProcess {
    const child = fork(
      fileURLToPath(new URL("jscoqProcess.js", import.meta.url)),
      [this.#manifest, this.#folder.path],
      {
        execArgv: ["--stack-size=4000", "--max-old-space-size=4096"],
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      },
    );
    this.#folder.watch(child);
    return child;
  }

  #load(file: string, text: string): Promise<Answer> {
    const path = join(this.#folder.path, file);
    writeFileSync(path, text);
    const child = (this.#process ??= this.#start());
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
}

/** A theory as a module. The theories that it requires are earlier modules of the document. */
function asModule(name: string, source: string): string {
  const body = source.replace(
    /\bFrom\s+Equiloss(?:\.\w+)?\s+Require\s+(Import\s+)?([\w\s]+\.)(?=\s|$)/g,
    (_, imported: string | undefined, names: string) => (imported === undefined ? "" : `Import ${names}`),
  );
  return `Module ${name}.\n${body}\nEnd ${name}.\n`;
}
