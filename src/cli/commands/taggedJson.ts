import { visibleJson } from "../terminal/visible.js";
import type { Outputs } from "./outputs.js";

/** A result as one line of JSON, which begins with its format. */
export function taggedJson<Name extends keyof Outputs>(name: Name, result: Outputs[Name]): string {
  return visibleJson({ format: `equiloss-${name}/1`, ...result });
}
