import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/requireArguments.js";
import { InputError } from "../exact/inputError.js";
import { BACKEND_NAMES, type Backend, type BackendName, installationOf, startBackend } from "./backends.js";

/** A backend that was tried in vain. */
export interface PassedOver {
  readonly name: BackendName;
  readonly reason: string;
  readonly installed: boolean;
}

/** A backend, and those before it in the order that couldn't be had. */
export interface Choice {
  readonly backend: Backend;
  readonly passedOver: readonly PassedOver[];
}

/** Starts a backend; what `startBackend` does, unless a test plants another. */
export type Start = (name: BackendName, forced: boolean) => Promise<Backend>;

/**
 * The name of a backend, if one is asked for. None has to be started to see that there is no such.
 *
 * @throws InputError if it is unknown.
 */
export function requireKnownBackend(wanted: string): BackendName;
export function requireKnownBackend(wanted: string | undefined): BackendName | undefined;
export function requireKnownBackend(wanted: string | undefined): BackendName | undefined {
  if (wanted !== undefined) requireArguments({ text: { wanted } });
  const name = BACKEND_NAMES.find((known) => known === wanted);
  if (name !== undefined || wanted === undefined) return name;
  throw new InputError(
    `no backend ${JSON.stringify(wanted)}`,
    `choose among ${BACKEND_NAMES.join(", ")}`,
    "--backend",
  );
}

/**
 * The first backend that starts, in the given order, or the one that is asked for.
 *
 * @param wanted its name, if one is forced.
 * @param order {@link BACKEND_NAMES} unless only some come into question.
 * @throws InputError if the name is unknown; if the forced backend doesn't start, with how to install it; or if none starts.
 * @example (await chooseBackend("cpu")).backend.identity.name === "cpu"
 */
export async function chooseBackend(
  wanted: string | undefined,
  order: readonly BackendName[] = BACKEND_NAMES,
  start: Start = startBackend,
): Promise<Choice> {
  requireArguments({ "text[]": { order }, action: { start } });
  if (wanted !== undefined) return { backend: await forced(wanted, start), passedOver: [] };
  const passedOver: PassedOver[] = [];
  for (const name of order) {
    try {
      return { backend: await start(name, false), passedOver };
    } catch (error) {
      passedOver.push({ name, ...whyNot(error) });
    }
  }
  throw new InputError(
    `no backend starts: ${passedOver.map(({ name, reason }) => `${name} (${reason})`).join(", ")}`,
    `install one: ${installationOf("wasm")}`,
    "--backend",
  );
}

async function forced(wanted: string, start: Start): Promise<Backend> {
  const name = requireKnownBackend(wanted);
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
