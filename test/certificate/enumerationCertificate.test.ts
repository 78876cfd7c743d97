import { describe, expect, it } from "vitest";
import { certificateText } from "../../src/certificate/certificateText.js";
import { enumerationCertificate, leastBytes } from "../../src/certificate/enumerationCertificate.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { ORIGIN, checked, SHOWN, bodyOf } from "./producing.js";

describe("an enumeration", () => {
  it.each([
    [1, 1],
    [1, 5],
    [2, 2],
    [3, 5],
    [5, 6],
  ])("of (%i, %i) is accepted, and is all labelled partitions", async (r, m) => {
    const certificate = enumerationCertificate(r, m);
    expect(await checked(certificate, { claim: "thm-3.1-count", r, m })).toEqual(SHOWN);
    const listed = bodyOf(certificate).partitions as number[][];
    expect(BigInt(listed.length)).toBe(labelledPartitionCount(r, m));
    expect(new Set(listed.map((codes) => LabelledPartition.of(codes, r).key)).size).toBe(listed.length);
    const bytes = Buffer.byteLength(JSON.stringify(listed));
    expect(leastBytes(BigInt(listed.length), m)).toBeLessThanOrEqual(BigInt(bytes));
    expect(leastBytes(BigInt(listed.length), m) * 5n).toBeGreaterThan(BigInt(bytes) * 3n);
  });

  it("reports progress", () => {
    const reports: number[] = [];
    certificateText(
      enumerationCertificate(2, 6, (done) => reports.push(done)),
      ORIGIN,
    );
    expect(labelledPartitionCount(2, 6)).toBe(1712n);
    expect(reports).toEqual([256, 512, 768, 1024, 1280, 1536]);
  });
});
