import type { Program } from "../../../shard/kinds/job.js";
import { codeDigest } from "../../../shard/program.js";
import { packageVersion } from "../../terminal/packageVersion.js";

/** This program, as plans and results name it. */
export function programHere(): Program {
  return { version: packageVersion(), code: codeDigest() };
}
