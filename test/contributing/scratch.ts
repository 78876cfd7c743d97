import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT, type Run } from "../runEquiloss.js";

/** A copy of a part of the repository, to follow a recipe in. Paths are relative to its folder. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), "equiloss-"));

  constructor(...paths: readonly string[]) {
    for (const path of paths) cpSync(join(ROOT, path), this.path(path), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), this.path("node_modules"), "dir");
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The text of a file, undefined if there is none. */
  read(name: string): string | undefined {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), "utf8") : undefined;
  }

  /** Writes a file; undefined takes it away. */
  write(name: string, text: string | undefined): void {
    if (text === undefined) rmSync(this.path(name));
    else {
      mkdirSync(dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
  }

  /** Runs node with these arguments in the folder. */
  run(...args: readonly string[]): Run {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: "utf8",
      cwd: this.folder,
      maxBuffer: 2 ** 26,
    });
    return { status, stdout, stderr };
  }

  /**
   * Compiles what has changed of the program: packages that count as those of this folder, to which they are
   * linked, are as they were.
   */
  build(): Run {
    return this.run("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--preserveSymlinks");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/**
 * A text with another in the place of a part.
 *
 * @throws Error unless the part appears once.
 */
export function replaced(text: string | undefined, part: string, other: string): string {
  const [before, after, ...more] = text?.split(part) ?? [];
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`not once: ${part}`);
  return `${before}${other}${after}`;
}
