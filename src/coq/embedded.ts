import { createRequire } from "node:module";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { entry } from "../exact/entry.js";
import { TemporaryFolder } from "../machine/temporaryFolder.js";
import { type Backend, CoqError, type ReportProgress } from "./backend.js";
import { EmbeddedDocument } from "./embeddedDocument.js";
import { needs } from "./native.js";
import { Shares, neededBy } from "./shares.js";
import { type Theory, requiredBy } from "./theory.js";

/** The command that installs the embedded Coq beside equiloss. In a clone `npm ci` has done it. */
export const INSTALL_EMBEDDED = "npm install jscoq@0.17.1";

/** Coq as compiled to JavaScript (npm's `jscoq`), undefined if it isn't installed. */
export function embeddedCoq(documents = documentsHere()): Backend | undefined {
  let manifest: string;
  try {
    manifest = createRequire(import.meta.url).resolve("jscoq/package.json");
  } catch {
    return undefined;
  }
  return new Embedded(manifest, documents);
}

/** Each document reads what most theories rest on. A fourth one would save less than a tenth of the time. */
const MOST_DOCUMENTS = 3;

/** Bytes of the machine's memory for each document. It needs 2 GB, and other programs need some too. */
const MEMORY = 3.5e9;

/** How many documents this machine can read at the same time. */
function documentsHere(): number {
  const limit = process.constrainedMemory();
  const memory = Math.min(totalmem(), limit > 0 ? limit : Infinity);
  return Math.max(1, Math.min(MOST_DOCUMENTS, availableParallelism(), Math.floor(memory / MEMORY)));
}

/** Processes with a document each, which together hold all theories. */
class Embedded implements Backend {
  readonly kind = "embedded";
  readonly version: string;
  readonly recheck = undefined;
  readonly #folder = new TemporaryFolder("jscoq");
  readonly #documents: readonly EmbeddedDocument[];
  #theories: readonly Theory[] = [];
  #audits = 0;

  constructor(manifest: string, documents: number) {
    const { version } = createRequire(import.meta.url)(manifest) as { version: string };
    this.version = `8.17 (jscoq ${version})`;
    this.#documents = Array.from({ length: documents }, (_, index) => {
      const folder = join(this.#folder.path, `${index + 1}`);
      return new EmbeddedDocument(manifest, folder, (child) => {
        this.#folder.watch(child);
      });
    });
  }

  async compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>> {
    this.#theories = theories;
    const shares = new Shares(theories, this.#documents.length);
    const settled = new Set<string>();
    const objections = new Map<string, string>();
    const read = async (document: EmbeddedDocument, index: number): Promise<void> => {
      for (const theory of shares.of(index)) {
        const { name, requires } = theory;
        const isReadable = requires.every((required) => document.holds(required));
        const objection = isReadable ? await document.add(theory) : undefined;
        if (objection !== undefined) objections.set(name, objection);
        if (settled.has(name)) continue;
        settled.add(name);
        progress(settled.size, theories.length, name);
      }
    };
    await Promise.all(this.#documents.map(read));
    const isHeld = (name: string): boolean => this.#documents.some((document) => document.holds(name));
    return failuresOf(theories, objections, isHeld);
  }

  together(theories: readonly string[]): string[][] {
    const first = (theory: string) => this.#documents.find((document) => document.holds(theory));
    return this.#documents
      .map((document) => theories.filter((theory) => first(theory) === document))
      .filter((group) => group.length > 0);
  }

  /** Asks the document that lacks the least of what the text requires, and adds that before. */
  async audit(text: string): Promise<string> {
    const needed = neededBy(requiredBy(text), this.#theories);
    const lackedBy = (document: EmbeddedDocument) => needed.filter(({ name }) => !document.holds(name));
    const document = entry(
      this.#documents.toSorted((a, b) => lackedBy(a).length - lackedBy(b).length),
      0,
    );
    for (const theory of lackedBy(document)) {
      const objection = await document.add(theory);
      if (objection !== undefined) throw new CoqError(objection);
    }
    // The document still has the earlier audits, and names must be distinct.
    const { failure, printed } = await document.load(`Audit${++this.#audits}`, text);
    if (failure !== undefined) throw new CoqError(failure);
    return printed;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#documents.map((document) => document.stop()));
    this.#folder.remove();
  }
}

/** The theories that fail, in their order. An objection counts whichever document has it. */
function failuresOf(
  theories: readonly Theory[],
  objections: ReadonlyMap<string, string>,
  isHeld: (theory: string) => boolean,
): Map<string, string> {
  const failures = new Map<string, string>();
  for (const { name, requires } of theories) {
    const broken = requires.find((required) => failures.has(required));
    const failure = broken === undefined ? objections.get(name) : needs(broken);
    if (failure !== undefined) failures.set(name, failure);
    else if (!isHeld(name)) failures.set(name, "Coq did not read all that it requires");
  }
  return failures;
}
