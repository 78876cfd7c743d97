import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, four folders above the compiled file. */
const PACKAGE_FOLDER = fileURLToPath(new URL("../../../../", import.meta.url));

/** Whether the package has a file. A clone has more of them than an installed package. */
export function isInPackage(file: string): boolean {
  return existsSync(join(PACKAGE_FOLDER, file));
}

/** The folder of the package's examples, as it is named from here: `examples` in a clone. */
export function examplesFolder(): string {
  return relative(process.cwd(), join(PACKAGE_FOLDER, "examples")).replaceAll("\\", "/");
}

/** A line of help that says where the examples are, if it isn't where they are looked for. */
export function examplesLine(): string {
  const folder = examplesFolder();
  return folder === "examples" ? "" : `\nThe folder examples is ${folder}`;
}
