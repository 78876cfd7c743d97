import { InputError } from "../../exact/inputError.js";
import type { Within } from "../options/rangeOption.js";
import { note } from "../terminal/notes.js";
import type { ToldNetwork } from "./networks.js";

/** A network, and its file as messages name it. */
export interface PlacedNetwork extends Pick<ToldNetwork, "activation"> {
  readonly place: string;
}

/** What was asked that depends on the activation. */
export interface Bounded extends Within {
  readonly data?: unknown;
}

/** The option that needs an activation; undefined if none was given. */
function optionOf({ within, ball, data }: Bounded): string | undefined {
  if (within !== undefined || ball !== undefined) return "--within";
  return data === undefined ? undefined : "--data";
}

/**
 * The activation that a bound is for: the one that was named, else the one that the networks' files tell,
 * which is said on stderr.
 *
 * @param asked needs an activation if it has inputs.
 * @throws InputError if an activation is needed, and none is told, or several.
 */
export function neededActivation(
  named: string | undefined,
  networks: readonly PlacedNetwork[],
  asked: Bounded,
): string | undefined {
  const option = optionOf(asked);
  if (named !== undefined || option === undefined) return named;
  const told = networks.filter(({ activation }) => activation !== undefined);
  const [first] = told;
  if (first?.activation === undefined)
    throw new InputError("what the network computes depends on σ", "name it by --activation", option);
  const other = told.find(({ activation }) => activation !== first.activation);
  if (other !== undefined) {
    const problem = `${first.place} tells ${first.activation}, and ${other.place} ${String(other.activation)}`;
    throw new InputError(problem, "name one by --activation", option);
  }
  note(`${first.place}: --activation ${first.activation}, as the file tells`);
  return first.activation;
}
