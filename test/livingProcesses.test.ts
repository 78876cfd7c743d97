import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { isLiving, isLivingGroup } from "./livingProcesses.js";

/** A process in its own group that starts another one, tells its number, and never asks how it ended. */
const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], {
  detached: true,
  stdio: ["ignore", "pipe", "ignore"],
});
const pid = parent.pid ?? 0;
afterAll(() => parent.kill("SIGKILL"));

describe("living processes", () => {
  it("are not those that ended unasked, where the system tells them apart", async () => {
    const child = Number(await once(parent.stdout, "data"));
    const isTold = existsSync("/proc/self/stat");
    for (const end = Date.now() + 10_000; isTold && isLiving(child) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 10));
    // Its number still answers.
    expect(process.kill(child, 0)).toBe(true);
    expect([isLiving(child), isLiving(pid), isLivingGroup(pid)]).toEqual([!isTold, true, true]);
  });

  it("are gone with their group", async () => {
    const ended = once(parent, "close");
    process.kill(-pid, "SIGKILL");
    await ended;
    expect([isLiving(pid), isLivingGroup(pid)]).toEqual([false, false]);
  });
});
