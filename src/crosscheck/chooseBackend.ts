import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { InputError } from "../exact/inputError.js";
import { BACKEND_NAMES, type Backend, type BackendName, installationOf, startBackend } from "./backends.js";

/** A backend that didn't start. */
export interface PassedOver {
  readonly name: BackendName;
  readonly reason: string;
  readonly installed: boolean;
}

/** A backend, and those before it in the order that didn't start. */
export interface Choice {
  readonly backend: Backend;
  readonly passedOver: readonly PassedOver[];
}

/** Starts a backend, as `startBackend` does. Tests plant others. */
export type Start = (name: BackendName, forced: boolean) => Promise<Backend>;

/**
 * The name of the backend that is asked for, if any. No backend has to start for this.
 *
 * @throws InputError if the name is unknown.
 */
export function requireKnownBackend(text: string): BackendName;
export function requireKnownBackend(text: string | undefined): BackendName | undefined;
export function requireKnownBackend(text: string | undefined): BackendName | undefined {
  if (text !== undefined) requireArguments({ text: { name: text } });
  const name = BACKEND_NAMES.find((backend) => backend === text);
  if (name !== undefined || text === undefined) return name;
  throw new InputError(
    `no backend ${JSON.stringify(text)}`,
    `choose among ${BACKEND_NAMES.join(", ")}`,
    "--backend",
  );
}

/**
 * The first backend that starts, in the given order, or the one that is asked for.
 *
 * @param name the backend to use; if it is left out, the first that starts.
 * @param order the backends to try, by default all {@link BACKEND_NAMES}.
 * @throws InputError if the name is unknown, if the named backend doesn't start, with how to install it, or
 *   if no backend starts.
 * @example (await chooseBackend("cpu")).backend.identity.name === "cpu"
 */
export async function chooseBackend(
  name: string | undefined,
  order: readonly BackendName[] = BACKEND_NAMES,
  start: Start = startBackend,
): Promise<Choice> {
  requireArguments({ "text[]": { order }, action: { start } });
  if (name !== undefined) return { backend: await startNamed(name, start), passedOver: [] };
  const passedOver: PassedOver[] = [];
  for (const candidate of order) {
    try {
      return { backend: await start(candidate, false), passedOver };
    } catch (error) {
      passedOver.push({ name: candidate, ...whyNot(error) });
    }
  }
  throw new InputError(
    `no backend starts: ${passedOver.map((other) => `${other.name} (${other.reason})`).join(", ")}`,
    `install one: ${installationOf("wasm")}`,
    "--backend",
  );
}

async function startNamed(text: string, start: Start): Promise<Backend> {
  const name = requireKnownBackend(text);
  try {
    return await start(name, true);
  } catch (error) {
    throw new InputError(`${name} doesn't start: ${whyNot(error).reason}`, installationOf(name), "--backend");
  }
}

/** Why a backend doesn't start, in one line. */
export function whyNot(error: unknown): { reason: string; installed: boolean } {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND")
    return { reason: "not installed", installed: false };
  const message = error instanceof Error ? error.message : String(error);
  return { reason: entry(message.split("\n", 1), 0), installed: true };
}
