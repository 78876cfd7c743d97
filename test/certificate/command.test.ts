import { describe, expect, it } from "vitest";
import { certificateText } from "../../src/certificate/certificateText.js";
import { enumerationCertificate } from "../../src/certificate/enumerationCertificate.js";
import { checkCertificate } from "../../src/checker/check.js";
import { type Json, reseal } from "../checker/seal.js";
import { ORIGIN } from "./producing.js";

describe("a command that is not well-formed Unicode", () => {
  it("gets no certificate, and one made by hand is rejected", async () => {
    const certificate = enumerationCertificate(1, 1);
    for (const origin of [
      { ...ORIGIN, command: "\ud800" },
      { ...ORIGIN, version: "\udc00" },
    ]) {
      expect(() => certificateText(certificate, origin)).toThrow(RangeError);
      const file = JSON.parse(certificateText(certificate, ORIGIN)) as Record<string, Json>;
      const verdict = await checkCertificate(reseal({ ...file, ...origin }), {
        claim: "thm-3.1-count",
        r: 1,
        m: 1,
      });
      expect(verdict).toMatchObject({ accepted: false, rule: "canonical" });
    }
  });
});
