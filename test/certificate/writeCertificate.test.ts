import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.js";
import { certificatePieces, certificateText } from "../../src/certificate/certificateText.js";
import { enumerationCertificate } from "../../src/certificate/enumerationCertificate.js";
import { partialPath } from "../../src/certificate/outputPlace.js";
import { type Written, writeCertificate } from "../../src/certificate/writeCertificate.js";
import { InputError } from "../../src/exact/inputError.js";
import { scratchFolder } from "../scratchFolder.js";

const folder = scratchFolder();

const ORIGIN = { command: 'equiloss certify "so"', version: "1.2.3" };
/** Of three megabytes and a half: several pieces. */
const ENTRIES = Array.from({ length: 3500 }, (_, n) => `${n}`.padEnd(1021, "."));
const large: Certificate = { kind: "enumeration", claim: "thm-3.1-count", body: { entries: ENTRIES } };
const small = enumerationCertificate(1, 2);
const LARGE_TEXT = certificateText(large, ORIGIN);

let path = "";
let number = 0;
beforeEach(() => {
  number += 1;
  path = join(folder, `certificate-${number}.json`);
});

const write = (certificate: Certificate = large): Written =>
  writeCertificate(path, () => certificate, ORIGIN);

/** The digest by another way: of the parsed object without it, serialized with sorted keys. */
function digestOf(text: string): string {
  const entries = Object.entries(JSON.parse(text) as object).filter(([key]) => key !== "digest");
  const rest = JSON.stringify(Object.fromEntries(entries));
  return `sha256:${createHash("sha256").update(rest).digest("hex")}`;
}

describe("a certificate's text", () => {
  it("has exactly the seven keys, in order, and a newline", () => {
    expect(certificateText(small, ORIGIN)).toBe(
      '{"body":{"m":2,"partitions":[[1,1],[1,0],[0,1]],"r":1},"claim":"thm-3.1-count",' +
        '"command":"equiloss certify \\"so\\"",' +
        `"digest":"${digestOf(certificateText(small, ORIGIN))}",` +
        '"format":"equiloss-cert/1","kind":"enumeration","version":"1.2.3"}\n',
    );
  });

  it("comes in pieces of about 64 KiB, with the digest at the end", () => {
    const pieces = certificatePieces(large, ORIGIN);
    const lengths: number[] = [];
    for (let step = pieces.next(); ; step = pieces.next()) {
      if (step.done === true) {
        expect(step.value).toBe(digestOf(LARGE_TEXT));
        break;
      }
      lengths.push(step.value.length);
    }
    const last = lengths.pop() ?? 0;
    for (const length of lengths) expect([length >= 2 ** 16, length < 2 ** 16 + 1024]).toEqual([true, true]);
    expect(last).toBeLessThan(2 ** 16 + 400);
    expect(last + lengths.reduce((sum, length) => sum + length, 0)).toBe(LARGE_TEXT.length);
  });
});

describe("writing a certificate", () => {
  it("leaves the text and nothing else, and tells its size and digest", () => {
    expect(write()).toEqual({ digest: digestOf(LARGE_TEXT), bytes: LARGE_TEXT.length });
    expect(readFileSync(path, "utf8") === LARGE_TEXT).toBe(true);
    expect(existsSync(partialPath(path))).toBe(false);
    expect(write(small).bytes).toBe(Buffer.byteLength(certificateText(small, ORIGIN)));
    expect(readFileSync(path, "utf8")).toBe(certificateText(small, ORIGIN));
  });

  it("counts bytes, not characters", () => {
    const certificate: Certificate = { kind: "enumeration", claim: "é😀", body: { ü: "→" } };
    const { bytes, digest } = write(certificate);
    expect(bytes).toBe(statSync(path).size);
    expect(readFileSync(path, "utf8")).toBe(certificateText(certificate, ORIGIN));
    expect(digest).toBe(digestOf(readFileSync(path, "utf8")));
  });

  it("shows nothing under the final name until all is there, and keeps an earlier file until then", () => {
    let looks = 0;
    const seen = (earlier: boolean): Certificate => ({
      kind: "enumeration",
      claim: "c",
      body: {
        list: {
          *[Symbol.iterator]() {
            for (let n = 0; n < 200_000; n += 1) {
              yield [n];
              if (n % 20_000 !== 0) continue;
              looks += 1;
              expect(existsSync(path)).toBe(earlier);
              if (earlier) expect(readFileSync(path, "utf8")).toBe("earlier");
              expect(existsSync(partialPath(path))).toBe(true);
            }
          },
        },
      },
    });
    write(seen(false));
    writeFileSync(path, "earlier");
    write(seen(true));
    expect(looks).toBe(20);
    expect(statSync(path).size).toBeGreaterThan(1_500_000);
  });

  it("makes the certificate only when it is clear that it can be written", () => {
    path = join(folder, "nowhere", "file");
    let made = 0;
    const attempt = (): unknown =>
      writeCertificate(
        path,
        () => {
          made += 1;
          return small;
        },
        ORIGIN,
      );
    expect(attempt).toThrow(InputError);
    expect(made).toBe(0);
  });
});

describe("a partial file", () => {
  /** A time of change that a file keeps only if nothing is written to it. */
  const LONG_AGO = new Date(2001, 1, 1);

  /** Writes with a partial file that holds this text, and expects the whole certificate. */
  function goOn(partial: string): void {
    writeFileSync(partialPath(path), partial);
    expect(write().digest).toBe(digestOf(LARGE_TEXT));
    expect(readFileSync(path, "utf8") === LARGE_TEXT).toBe(true);
    expect(existsSync(partialPath(path))).toBe(false);
  }

  it.each([0, 1, 2 ** 16, 2 ** 20, 2 ** 20 + 7, 3 * 2 ** 20])("of %i right bytes is continued", (length) => {
    goOn(LARGE_TEXT.slice(0, length));
  });

  it("of wrong bytes is overwritten, wherever the first of them is", () => {
    goOn(`${LARGE_TEXT.slice(0, 8)}x`);
    goOn(`${LARGE_TEXT.slice(0, 8)}x${LARGE_TEXT.slice(9)}`);
    goOn(`${LARGE_TEXT.slice(0, 2 ** 21)}x`);
    goOn(`${LARGE_TEXT.slice(0, 2 ** 21)}x${LARGE_TEXT.slice(2 ** 21 + 1)}`);
  });

  it("that is longer is cut, with a right beginning and with a wrong one", () => {
    goOn(`${LARGE_TEXT}\n`);
    goOn(`${LARGE_TEXT}${LARGE_TEXT}`);
    goOn(`${LARGE_TEXT.slice(0, 8)}${"x".repeat(LARGE_TEXT.length)}`);
  });

  it("keeps its bytes where they are right: none of them is written again", () => {
    const whole = Buffer.from(LARGE_TEXT);
    const stop: Certificate = {
      ...large,
      body: {
        entries: {
          *[Symbol.iterator]() {
            yield* ENTRIES.slice(0, 2000);
            throw new Error("planted");
          },
        },
      },
    };
    writeFileSync(partialPath(path), whole);
    utimesSync(partialPath(path), LONG_AGO, LONG_AGO);
    expect(() => write(stop)).toThrow("planted");
    expect(statSync(partialPath(path)).mtime).toEqual(LONG_AGO);
    whole[50] = 0;
    writeFileSync(partialPath(path), whole);
    utimesSync(partialPath(path), LONG_AGO, LONG_AGO);
    expect(() => write(stop)).toThrow("planted");
    expect(statSync(partialPath(path)).mtime).not.toEqual(LONG_AGO);
    expect(existsSync(path)).toBe(false);
  });

  it("stays when the work fails, and goes if it holds nothing", () => {
    const failing = (): never => {
      throw new RangeError("planted");
    };
    expect(() => writeCertificate(path, failing, ORIGIN)).toThrow("planted");
    expect(existsSync(partialPath(path))).toBe(false);
    writeFileSync(partialPath(path), '{"b');
    expect(() => writeCertificate(path, failing, ORIGIN)).toThrow("planted");
    expect(readFileSync(partialPath(path), "utf8")).toBe('{"b');
  });
});

describe("a file that can't be written", () => {
  function refusal(name: string): string {
    path = join(folder, name);
    const before = readdirSync(folder);
    let message = "none";
    try {
      write(small);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      message = (error as Error).message;
    }
    expect(readdirSync(folder)).toEqual(before);
    expect(message.startsWith(folder)).toBe(true);
    return message.slice(folder.length + 1);
  }

  it("because there is no such folder", () => {
    expect(refusal("none/x")).toBe("none/x: no such folder; make it, or name a file in another");
  });

  it("because its folder is a file", () => {
    writeFileSync(join(folder, "file"), "");
    expect(refusal("file/x")).toBe("file/x: its folder is a file; name a file in a folder");
  });

  it("because it is a folder", () => {
    mkdirSync(join(folder, "folder"));
    expect(refusal("folder")).toBe("folder: is a directory; name a file, new or to be replaced");
    expect(refusal("folder/")).toBe("folder/: is a directory; name a file, new or to be replaced");
    symlinkSync("folder", join(folder, "link"));
    expect(refusal("link")).toBe("link: is a directory; name a file, new or to be replaced");
  });

  it("because it is a device, or a pipe", () => {
    expect(spawnSync("mkfifo", [join(folder, "pipe")]).status).toBe(0);
    expect(refusal("pipe")).toBe("pipe: is not a regular file; name a file, new or to be replaced");
    symlinkSync("/dev/null", join(folder, "null"));
    expect(refusal("null")).toBe("null: is not a regular file; name a file, new or to be replaced");
  });

  it("because the partial file's place is taken", () => {
    const taken =
      "the place of its .equiloss-partial file is taken; take away what is there, or name another output";
    mkdirSync(join(folder, "a.equiloss-partial"));
    expect(refusal("a")).toBe(`a: ${taken}`);
    writeFileSync(join(folder, "precious"), "precious");
    symlinkSync("precious", join(folder, "b.equiloss-partial"));
    expect(refusal("b")).toBe(`b: ${taken}`);
    expect(readFileSync(join(folder, "precious"), "utf8")).toBe("precious");
    expect(spawnSync("mkfifo", [join(folder, "c.equiloss-partial")]).status).toBe(0);
    expect(refusal("c")).toBe(
      "c.equiloss-partial: is not a regular file; take it away, or name another output",
    );
  });

  it("because it is forbidden", () => {
    const theirs = join(folder, "theirs");
    mkdirSync(theirs, { mode: 0o555 });
    path = join(theirs, "x");
    const isRoot = process.geteuid?.() === 0;
    // Nothing is forbidden to root, who becomes another user for a moment.
    if (isRoot) process.seteuid?.(65534);
    try {
      expect(() => write(small)).toThrow(
        new InputError("no permission to write there", "name a file in a folder that is yours", path),
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    expect(readdirSync(theirs)).toEqual([]);
  });

  it("because its name is too long, alone or with .equiloss-partial", () => {
    const message = "its name is too long; name a file with a shorter name";
    for (const length of [1000, 255, 239]) {
      const name = "n".repeat(length);
      expect(refusal(name)).toBe(`${name}: ${message}`);
    }
  });

  it("for any other reason", () => {
    expect(refusal("\0")).toBe("\0: can't be written (ERR_INVALID_ARG_VALUE); name another file");
  });
});
