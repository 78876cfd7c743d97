import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { enumerationCertificate } from "../../../src/certificate/enumerationCertificate.js";
import { type Submission, writeAccepted } from "../../../src/cli/files/writeAccepted.js";
import { InputError } from "../../../src/exact/inputError.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const submission: Submission = {
  file: join(folder, "list.json"),
  certificate: enumerationCertificate(1, 2),
  expected: { claim: "thm-3.1-count", r: 1, m: 2 },
  origin: { command: "none", version: "0.1.0" },
};
const tooLong = (limit: string): InputError => new InputError(`too long (${limit})`, "give less");

it("writes no certificate that the checker rejects, whatever the reason", async () => {
  const wrong = writeAccepted({ ...submission, expected: { ...submission.expected, m: 3 } }, tooLong);
  await expect(wrong).rejects.toThrow("made what parameters rejects: ");
  expect(existsSync(submission.file)).toBe(false);
  expect((await writeAccepted(submission, tooLong)).bytes).toBe(246);
  expect(existsSync(submission.file)).toBe(true);
});
