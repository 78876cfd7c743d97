import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { lastEntry } from "../exact/entry.js";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { InputError } from "../exact/inputError.js";
import { TemporaryFolder } from "../machine/temporaryFolder.js";
import { type Backend, CoqError, type ReportProgress } from "./backend.js";
import { type Ended, run } from "./childProcess.js";
import { compiledObjection } from "./compiled/compiledObjection.js";
import { type Theory, libraryOf } from "./theory.js";
import { writtenRecursions } from "./writtenRecursion.js";

/**
 * How Coq's processes get memory; it changes nothing that they compute. Coq's own choice is 256 MiB for what
 * is new, and a file that compiles in a second spends a quarter of it on 100,000 fresh pages. With 8 MiB for
 * what is new (`s`, in words), larger steps (`i`), fewer collections (`o`), and glibc's pages of 2 MiB, there
 * are 6,000. See the manuals of OCaml ("The runtime system") and glibc ("Tunables").
 */
const MEMORY = { OCAMLRUNPARAM: "s=1M,i=4M,o=1000", GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" };

/** The installed Coq, found by its `coqc` on the PATH; undefined if there is none. */
export async function nativeCoq(): Promise<Backend | undefined> {
  const folder = new TemporaryFolder("proofs");
  // If a program doesn't answer, it ends when this process does.
  const ask = (program: string, question: string): Promise<Ended | undefined> =>
    run(program, [question], {}, (child) => {
      folder.watch(child);
    });
  const asked = await ask("coqc", "--print-version");
  const version = asked?.status === 0 ? /^\S+/.exec(asked.stdout)?.[0] : undefined;
  if (version === undefined) {
    folder.remove();
    return undefined;
  }
  const hasChecker = (await ask("coqchk", "-v")) !== undefined;
  return new Native(version, hasChecker, folder);
}

/** Compiles in its own temporary folder, so that it neither writes nor reads among the sources. */
class Native implements Backend {
  readonly kind = "native";
  readonly recheck: Backend["recheck"];
  readonly #folder: TemporaryFolder;
  readonly #ended = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    readonly version: string,
    hasChecker: boolean,
    folder: TemporaryFolder,
  ) {
    this.#folder = folder;
    this.recheck = hasChecker ? (theories) => this.#recheck(theories) : undefined;
  }

  async compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>> {
    const failures = new Map<string, string>();
    const ended = new Map<string, Promise<void>>();
    const slots = new Slots(availableParallelism());
    let done = 0;
    for (const { name, source, requires } of theories) {
      const job = async (): Promise<void> => {
        for (const required of requires) await ended.get(required);
        const broken = requires.find((required) => failures.has(required));
        const failure =
          broken === undefined ? await slots.use(() => this.#compile(name, source)) : needs(broken);
        if (failure !== undefined) failures.set(name, failure);
        done += 1;
        progress(done, theories.length, name);
      };
      ended.set(name, job());
    }
    await Promise.all(ended.values());
    // In the order of the theories, not in the order in which they failed.
    return new Map(
      theories.flatMap(({ name }) => {
        const failure = failures.get(name);
        return failure === undefined ? [] : [[name, failure]];
      }),
    );
  }

  together(theories: readonly string[]): string[][] {
    return [[...theories]];
  }

  async audit(text: string): Promise<string> {
    writeFileSync(join(this.#folder.path, "Audit.v"), text);
    const { status, stdout, stderr } = await this.#coqc("Audit.v");
    if (status !== 0) throw new CoqError(complaint(stderr));
    return stdout;
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    // A running program may still write into the folder.
    await Promise.allSettled(this.#running);
    this.#folder.remove();
  }

  async #compile(name: string, source: string): Promise<string | undefined> {
    const path = join(this.#folder.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.v`, source);
    const { status, stderr } = await this.#coqc(`${name}.v`);
    if (status !== 0) return complaint(stderr);
    const compiled = `${path}.vo`;
    // Another program may be called coqc.
    if (statSync(compiled, { throwIfNoEntry: false })?.isFile() !== true)
      return `coqc reported no error, and left no file ${name}.vo to be judged; install Coq anew`;
    const expected = { library: libraryOf(name), recursions: writtenRecursions(source) };
    return compiledObjection(readFileSync(compiled), expected);
  }

  async #run(program: string, ...args: readonly string[]): Promise<Ended> {
    this.#ended.signal.throwIfAborted();
    // Who has set these knows better.
    const env = { ...MEMORY, ...process.env };
    const options = { cwd: this.#folder.path, env, signal: this.#ended.signal };
    const running = run(program, args, options, (child) => {
      this.#folder.watch(child);
    });
    this.#running.add(running);
    const ended = await running.finally(() => this.#running.delete(running));
    // A program that was ended says nothing about the proofs, so there is no verdict.
    if (ended?.status == null) {
      const end = ended === undefined ? "is gone" : `was ended, or took too long, at ${lastEntry(args)}`;
      throw new InputError(`${program} ${end}`, "free some memory, and try again");
    }
    return ended;
  }

  #coqc(file: string): Promise<Ended> {
    return this.#run("coqc", "-q", "-Q", ".", "Equiloss", file);
  }

  /** Lets coqchk read the compiled files and all that they rest on, and list their axioms. */
  async #recheck(theories: readonly string[]): Promise<void> {
    const libraries = theories.map(libraryOf);
    const ended = await this.#run("coqchk", "-o", "-silent", "-Q", ".", "Equiloss", ...libraries);
    if (ended.status !== 0) throw new CoqError(`coqchk: ${complaint(ended.stderr)}`);
    const report = ended.stdout + ended.stderr;
    const doubts = ["Axioms", "type-in-type", "unsafe \\(co\\)fixpoints", "positivity is assumed"].filter(
      (heading) => !new RegExp(`${heading}: <none>`).test(report),
    );
    if (doubts.length > 0) throw new CoqError(`coqchk doesn't say <none> for: ${doubts.join(", ")}`);
  }
}

/** Why a theory fails that requires a failed one. */
export const needs = (theory: string): string => `needs ${theory}, which failed`;

/** Coq's objection on one line, without the warnings before it. */
function complaint(stderr: string): string {
  const text = stderr.slice(Math.max(0, stderr.search(/^File "[^"]*", line [^\n]*\n(?:[^\n]*\n)?Error/m)));
  return text.replace(/\s+/g, " ").trim().slice(0, 600);
}

/** Runs jobs, no more than `count` at once. */
class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  async use<Result>(job: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
