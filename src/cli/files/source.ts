import { InputError } from "../../exact/inputError.js";
import { formatOf } from "../../formats/recognised.js";

/** The bytes of a file, for a thread to parse. */
export interface Source {
  /** The file as messages name it. */
  readonly place: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Files beside it that hold its weights, by their names. */
  readonly beside?: ReadonlyMap<string, Uint8Array>;
}

/**
 * The text of a file, without a byte order mark.
 *
 * @throws InputError if it is empty or not UTF-8.
 */
export function textOf({ place, bytes }: Source): string {
  if (bytes.length === 0) throw new InputError("an empty file", "give the whole file", place);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const format = formatOf(bytes);
    if (format === "text") throw new InputError("not UTF-8 text", "save the file as UTF-8", place);
    throw new InputError(`a file of the format ${format}, not text`, "give a file of JSON", place);
  }
}
