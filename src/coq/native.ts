import { readFileSync, statSync, writeFileSync } from "node:fs";
import { lastEntry } from "../exact/entry.js";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { InputError } from "../exact/inputError.js";
import { TemporaryFolder } from "../machine/temporaryFolder.js";
import { type Backend, CoqError, type ReportProgress } from "./backend.js";
import { batchFile, usingLibraries } from "./batchFile.js";
import { batchesOf } from "./batches.js";
import { type Ended, run } from "./childProcess.js";
import { compiledObjection } from "./compiled/compiledObjection.js";
import { neededBy } from "./shares.js";
import { Slots } from "./slots.js";
import { type Theory, moduleOf, requiredBy } from "./theory.js";
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
  /** The library that has a theory, by the theory's module. */
  readonly #homes = new Map<string, string>();
  #theories: readonly Theory[] = [];

  constructor(
    readonly version: string,
    hasChecker: boolean,
    folder: TemporaryFolder,
  ) {
    this.#folder = folder;
    this.recheck = hasChecker ? (theories) => this.#recheck(theories) : undefined;
  }

  async compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>> {
    this.#theories = theories;
    const failures = new Map<string, string>();
    const ended = new Map<string, Promise<void>>();
    const processes = availableParallelism();
    const slots = new Slots(processes);
    let done = 0;
    for (const batch of batchesOf(theories, processes)) {
      // None of these is the batch itself, which isn't known yet.
      const earlier = batch.flatMap(({ requires }) =>
        requires.flatMap((required) => ended.get(required) ?? []),
      );
      const job = async (): Promise<void> => {
        await Promise.all(earlier);
        await slots.use(() => this.#compileBatch(batch, failures));
        for (const { name } of batch) progress((done += 1), theories.length, name);
      };
      const end = job();
      for (const { name } of batch) ended.set(name, end);
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
    const homes = this.#homesOf(requiredBy(text));
    writeFileSync(join(this.#folder.path, "Audit.v"), usingLibraries(text, homes));
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

  /** Compiles theories together; if that fails, each alone, so that no other theory suffers. */
  async #compileBatch(batch: readonly Theory[], failures: Map<string, string>): Promise<void> {
    const sound = batch.filter(({ name, requires }) => {
      const broken = requires.find((required) => failures.has(required));
      if (broken !== undefined) failures.set(name, needs(broken));
      return broken === undefined;
    });
    const [first, second] = sound;
    if (first === undefined) return;
    const objection = await this.#compileTogether(sound, first);
    if (objection === undefined) return;
    if (second === undefined) failures.set(first.name, objection);
    else for (const theory of sound) await this.#compileBatch([theory], failures);
  }

  /** The objection to theories that are compiled as one file; undefined if there is none. */
  async #compileTogether(theories: readonly Theory[], first: Theory): Promise<string | undefined> {
    const library = `${theories.length === 1 ? "Only" : "From"}_${moduleOf(first.name)}`;
    const isOlder = (name: string): boolean => theories.every((theory) => theory.name !== name);
    const homes = this.#homesOf(theories.flatMap(({ requires }) => requires).filter(isOlder));
    const { text, inTheories } = batchFile(library, theories, homes);
    const path = join(this.#folder.path, library);
    writeFileSync(`${path}.v`, text);
    const { status, stderr } = await this.#coqc(`${library}.v`);
    if (status !== 0) return inTheories(complaint(stderr));
    const compiled = `${path}.vo`;
    // Another program may be called coqc.
    if (statSync(compiled, { throwIfNoEntry: false })?.isFile() !== true)
      return `coqc reported no error, and left no file ${library}.vo to be judged; install Coq anew`;
    const objection = compiledObjection(readFileSync(compiled), {
      library: `Equiloss.${library}`,
      recursions: theories.flatMap(({ source }) => writtenRecursions(source)),
    });
    if (objection === undefined || theories.length === 1)
      for (const { name } of theories) this.#homes.set(moduleOf(name), library);
    return objection;
  }

  /** The libraries of theories and of all that these rest on, by their modules. */
  #homesOf(theories: readonly string[]): Map<string, string> {
    const modules = neededBy(theories, this.#theories).map(({ name }) => moduleOf(name));
    return new Map([...this.#homes].filter(([module]) => modules.includes(module)));
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
    return this.#run("coqc", "-q", "-noglob", "-Q", ".", "Equiloss", file);
  }

  /** Lets coqchk read the compiled files and all that they rest on, and list their axioms. */
  async #recheck(theories: readonly string[]): Promise<void> {
    const libraries = [...new Set(this.#homesOf(theories).values())].map((library) => `Equiloss.${library}`);
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
