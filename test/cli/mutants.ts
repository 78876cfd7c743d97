import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, type Run } from "../runEquiloss.js";

/** An error in one place of the built code. */
export interface Mutant {
  /** Under dist/src, as compiled. */
  readonly file: string;
  /** Text that stands there once. */
  readonly from: string;
  readonly to: string;
}

/** A copy of the built code, in which errors may be planted. */
export class MutableBuild {
  private readonly folder = mkdtempSync(join(tmpdir(), "equiloss-"));

  constructor() {
    for (const name of ["dist", "package.json"])
      cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"), "junction");
  }

  /**
   * Runs `equiloss verify --json` on a claim with errors planted, and takes them out again.
   *
   * @throws Error unless each error's text stands once in its file.
   */
  verify(mutants: readonly Mutant[], claims: readonly string[]): Run {
    const whole = mutants.map(({ file }) => this.sourceOf(file));
    mutants.forEach((mutant) => {
      this.plant(mutant);
    });
    const main = join(this.folder, "dist", "src", "cli", "main.js");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [main, "verify", ...claims, "--max-m", "4", "--proofs", "off", "--seed", "1", "--json"],
      { encoding: "utf8", cwd: this.folder, maxBuffer: 256 * 1024 * 1024 },
    );
    // The last first, as two may be in one file.
    mutants.toReversed().forEach(({ file }, index) => {
      writeFileSync(this.pathOf(file), whole.at(-1 - index) ?? "");
    });
    return { status, stdout, stderr };
  }

  private plant({ file, from, to }: Mutant): void {
    const text = this.sourceOf(file);
    const places = text.split(from).length - 1;
    if (places !== 1) throw new Error(`"${from}" stands ${places} times in ${file}`);
    writeFileSync(
      this.pathOf(file),
      text.replace(from, () => to),
    );
  }

  private sourceOf(file: string): string {
    return readFileSync(this.pathOf(file), "utf8");
  }

  private pathOf(file: string): string {
    return join(this.folder, "dist", "src", file);
  }
}
