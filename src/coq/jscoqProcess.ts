/**
 * The process in which the embedded Coq runs. It loads the files that it is asked to, one after the other,
 * into one document, and answers with what Coq printed or objected to. Arguments: the package's manifest, a
 * private folder.
 *
 * jsCoq's own command line shares and wipes one temporary folder, and exits with 0 whatever happened. So this
 * drives its worker directly, with the messages of its `backend/coq-worker.ts`.
 */
import { entry } from "../exact/entry.js";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { compileFunction } from "node:vm";

/** A request to load a file. */
export interface Ask {
  readonly path: string;
}

/** The outcome of a request. */
export interface Answer {
  readonly printed: string;
  readonly failure: string | undefined;
}

type Message = readonly [kind: string, ...rest: unknown[]];
interface Worker {
  onmessage: (event: { readonly data?: Message } | Message) => void;
  postMessage(message: Message): void;
}

/** Libraries of the distribution that the proofs may use, in the order of dependence. */
const LIBRARIES = ["init", "coq-base", "coq-collections", "coq-arith", "coq-reals", "ltac2"];

const [manifest, folder] = [entry(process.argv, 2), entry(process.argv, 3)];
const base = dirname(manifest);
const requireThere = createRequire(manifest);

async function unpack(): Promise<string> {
  const sdk = join(folder, "libraries");
  interface Archive {
    readonly files: Readonly<
      Record<string, { readonly dir: boolean; async(type: "nodebuffer"): Promise<Buffer> }>
    >;
  }
  const zip = requireThere("jszip") as { loadAsync(data: Buffer): Promise<Archive> };
  for (const library of LIBRARIES) {
    const archive = await zip.loadAsync(readFileSync(join(base, "coq-pkgs", `${library}.coq-pkg`)));
    for (const [name, file] of Object.entries(archive.files)) {
      if (file.dir) continue;
      mkdirSync(dirname(join(sdk, name)), { recursive: true });
      writeFileSync(join(sdk, name), await file.async("nodebuffer"));
    }
  }
  return sdk;
}

/** Every folder with its name in Coq, and the plugins in these folders. */
function contents(root: string): { readonly paths: unknown[]; readonly plugins: string[] } {
  const paths: unknown[] = [];
  const plugins: string[] = [];
  const walk = (path: string, logical: readonly string[]): void => {
    paths.push([logical, [path, "."]]);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(path, entry.name), [...logical, entry.name]);
      else if (entry.name.endsWith(".cma")) plugins.push(join(path, entry.name));
    }
  };
  walk(root, []);
  return { paths, plugins };
}

function loadWorker(): Worker {
  const path = join(base, "backend/jsoo/jscoq_worker.bc.js");
  const module = { exports: {} as { jsCoq?: Worker } };
  const body = compileFunction(readFileSync(path, "utf8"), ["module", "exports", "require"], {
    filename: path,
  });
  body.call(globalThis, module, module.exports, requireThere);
  if (module.exports.jsCoq === undefined) throw new Error(`${path} exports no jsCoq`);
  return module.exports.jsCoq;
}

/** Text of a pretty-printed message. */
function words(box: unknown): string {
  if (!Array.isArray(box)) return "";
  switch (box[0]) {
    case "Pp_string":
      return String(box[1]);
    case "Pp_glue":
      return (box[1] as unknown[]).map(words).join("");
    case "Pp_box":
    case "Pp_tag":
      return words(box[2]);
    case "Pp_print_break":
      return " ";
    case "Pp_force_newline":
      return "\n";
    default:
      return "";
  }
}

interface Feedback {
  readonly span_id: number;
  readonly contents: readonly [string, ...unknown[]];
}

/** Sends a message, and reads answers until one settles the request. */
function exchange<Result>(
  worker: Worker,
  first: readonly Message[],
  read: (message: Message) => Result | undefined,
) {
  return new Promise<Result>((resolve) => {
    worker.onmessage = (event) => {
      const message = (Array.isArray(event) ? event : (event as { data?: Message }).data) as Message;
      // The worker sends answers during the call that asked. Reacting to them has to wait until that call
      // ends.
      process.nextTick(() => {
        const result = read(message);
        if (result !== undefined) resolve(result);
      });
    };
    for (const message of first) worker.postMessage(message);
  });
}

const problem = (message: Message): string =>
  words((message[1] as { pp?: unknown }).pp)
    .replace(/\s+/g, " ")
    .trim();

async function start(): Promise<Worker> {
  const { paths, plugins } = contents(await unpack());
  const worker = loadWorker();
  for (const plugin of plugins) worker.postMessage(["Register", plugin]);
  const init = ["Init", { implicit_libs: true, lib_path: paths }] as const;
  const failure = await exchange(worker, [init, ["NewDoc", { lib_init: ["Coq.Init.Prelude"] }]], (message) =>
    message[0] === "Ready" ? "" : message[0] === "CoqExn" ? problem(message) : undefined,
  );
  if (failure !== "") throw new Error(`the embedded Coq did not start: ${failure}`);
  return worker;
}

/** The sentence added last, at the end of the document. */
let tip = 1;

async function load(worker: Worker, path: string): Promise<Answer> {
  const from = tip;
  const span = tip + 1;
  const sentence = `Load "${path}".`;
  const printed: string[] = [];
  const failure = await exchange(worker, [["Add", from, span, sentence, false]], (message) => {
    if (message[0] === "CoqExn") return `${basename(path)}: ${problem(message)}`;
    // Libraries that it needs are still being read, so ask again.
    if (message[0] === "Pending") worker.postMessage(["Add", from, span, sentence, true]);
    if (message[0] === "Added") worker.postMessage(["Exec", span]);
    if (message[0] !== "Feedback") return undefined;
    const { span_id: id, contents: said } = message[1] as Feedback;
    if (said[0] === "Message" && (said[1] as readonly string[])[0] === "Notice") printed.push(words(said[3]));
    return said[0] === "Processed" && id === span ? "" : undefined;
  });
  if (failure === "") tip = span;
  else worker.postMessage(["Cancel", span]);
  return { printed: printed.join("\n"), failure: failure === "" ? undefined : failure };
}

let ready: Promise<Worker> | undefined;
process.on("message", (ask: Ask) => {
  ready ??= start();
  void ready.then((worker) => load(worker, ask.path)).then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit());
process.on("unhandledRejection", (error) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
