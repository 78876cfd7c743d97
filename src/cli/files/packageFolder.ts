import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, four folders above the compiled file. */
const PACKAGE_FOLDER = fileURLToPath(new URL("../../../../", import.meta.url));

/** Whether the package has a file. A clone has more of them than an installed package. */
export function isInPackage(file: string): boolean {
  return existsSync(join(PACKAGE_FOLDER, file));
}

/**
 * A file of the repository as it is named from here. The installed package has no TypeScript but what it was
 * compiled to.
 */
export function namedFromHere(file: string): string {
  const there = isInPackage(file) ? file : `dist/${file.replace(/\.ts$/, ".js")}`;
  return relative(process.cwd(), join(PACKAGE_FOLDER, there)).replaceAll("\\", "/");
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
