import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../machine/sha256.js";

/** The folder of the program's code, compiled or not. */
const CODE = fileURLToPath(new URL("..", import.meta.url));

/**
 * The SHA-256 of the program's own code: of the names and contents of its modules. Packages that it uses are
 * not among them; their versions are those that the program's version names.
 *
 * @param folder where the modules are.
 */
export function codeDigest(folder = CODE): string {
  const modules = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith(".d.ts"))
    .sort();
  return sha256(modules.map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`).join(""));
}
