import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isGone, numberOf, thisProcess } from "../../src/machine/owner.js";

describe("the owner of a file", () => {
  const own = thisProcess();
  const as = (pid: number | string, started?: string): string => {
    const [where, , since] = own.split("-");
    return `${where ?? ""}-${pid}-${started ?? since ?? ""}`;
  };

  it("is this process, which is there", () => {
    expect(own).toMatch(/^[0-9a-f]{8}-[0-9]+-[0-9]*$/);
    expect([numberOf(own), isGone(own)]).toEqual([process.pid, false]);
  });

  it("is gone when it has ended", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => 0, 60_000)"]);
    const other = as(child.pid ?? 0, "");
    expect(isGone(other)).toBe(false);
    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGKILL");
    await ended;
    expect(isGone(other)).toBe(true);
  });

  it("is gone where its number was given to another, as far as the system tells when that began", () => {
    expect(isGone(as(process.pid, "1"))).toBe(existsSync("/proc/self/stat"));
    expect(isGone(as(process.pid, ""))).toBe(false);
  });

  it("on another machine is not known to be gone", () => {
    const { pid } = spawnSync("true");
    expect(isGone(as(pid))).toBe(true);
    expect(isGone(`00000000-${pid}-1`)).toBe(false);
  });

  it.each(["", "x", "00000000-0-1", "00000000--1-1", `${own}x`, "1234-5-6"])("is not in %j", (text) => {
    expect([numberOf(text), isGone(text)]).toEqual([undefined, false]);
  });
});
