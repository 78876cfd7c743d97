import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { VerificationResult } from "../src/claims/evidence/claimResult.js";
import { evidenceOf } from "../src/claims/evidence/evidenceOf.js";
import { claims } from "../src/claims/registry.js";

/**
 * Measures the seconds of each piece of evidence, and writes those that take long to
 * `src/cli/commands/verify/costs.json`: `npx tsx bench/evidenceCosts.ts`, on a quiet machine, after a build.
 * `verify` starts the longest first and tells by them how much is left; nothing else depends on them.
 */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const LISTED_FROM = 0.3;

const output = execFileSync(
  process.execPath,
  [at("../dist/src/cli/main.js"), "verify", "--proofs", "off", "--json"],
  {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  },
);
const result = JSON.parse(output) as VerificationResult;
const costs = claims.flatMap((claim) => {
  const verdicts = result.claims.find(({ id }) => id === claim.id)?.verdicts ?? [];
  return evidenceOf(claim).map(
    ({ name }, index) => [`${claim.id} ${name}`, verdicts[index]?.seconds ?? 0] as const,
  );
});
const listed = costs
  .filter(([, seconds]) => seconds >= LISTED_FROM)
  .sort(([, left], [, right]) => right - left)
  .map(([name, seconds]) => [name, Math.round(10 * seconds) / 10]);
writeFileSync(
  at("../src/cli/commands/verify/costs.json"),
  `${JSON.stringify(Object.fromEntries(listed), null, 2)}\n`,
);
process.stdout.write(`${listed.length} of ${costs.length} take ${LISTED_FROM} s or more\n`);
