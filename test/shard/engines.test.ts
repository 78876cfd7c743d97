import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../../src/shard/engines/list.js";
import { scratchFolder } from "../scratchFolder.js";

const folder = scratchFolder();
const WORK = { folder: "'/jobs/a {b}'", program: "/usr/bin/node /opt/main.js", version: "1.2.3", slots: 8 };

function textOf(name: string, work = WORK): string {
  const engine = ENGINES.find((one) => one.name === name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  expect(engine.start).toContain(engine.file);
  return engine.text(work);
}

/** Runs a file of bash with a `parallel` that does one after the other, and with this program. */
function ran(text: string, env: NodeJS.ProcessEnv = {}): string[] {
  const file = join(folder, "file.sh");
  const parallel =
    'parallel() { shift 3; local word; while read -r word; do "$1" "$word"; done; }; export -f parallel\n';
  writeFileSync(file, parallel + text);
  const { stdout, stderr, status } = spawnSync("bash", [file], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  expect([stderr, status]).toEqual(["", 0]);
  return stdout.trimEnd().split("\n");
}

/** A program that prints its arguments, one in each pair of brackets. */
const PRINTS = { ...WORK, program: "printf '[%s]' run" };
const runs = (slot: number): string => `[run][shard][run][/jobs/a {b}][--slot][${slot}]`;

describe("the file for", () => {
  it("slurm is an array of all slots, each of which runs its own", () => {
    const text = textOf("slurm");
    expect(text.split("\n", 1)).toEqual(["#!/bin/bash"]);
    expect(/^#SBATCH --array=(.*)$/m.exec(text)?.[1]).toBe("0-7");
    const exec = textOf("slurm", PRINTS).replace(/^exec /m, "");
    expect(ran(exec, { SLURM_ARRAY_TASK_ID: "5" })).toEqual([runs(5)]);
  });

  it("parallel runs every slot once", () => {
    expect(textOf("parallel")).toContain("| parallel --will-cite --halt never slot {}\n");
    expect(ran(textOf("parallel", PRINTS))).toEqual([[0, 1, 2, 3, 4, 5, 6, 7].map(runs).join("")]);
  });

  it("snakemake has a rule for a slot, whose results are the input of the merge", () => {
    expect(textOf("snakemake", { ...WORK, slots: 25 })).toMatchInlineSnapshot(`
      "rule merged:
          input:
              expand("results/{slot}.json", slot=range(25)),
          output:
              "merged.json",
          shell:
              "/usr/bin/node /opt/main.js shard merge '/jobs/a {{b}}' --audit 3"


      rule slot:
          input:
              "plan.json",
          output:
              "results/{slot}.json",
          shell:
              "/usr/bin/node /opt/main.js shard run '/jobs/a {{b}}' --slot {wildcards.slot}"
      "
    `);
  });

  it("kubernetes is an Indexed Job with a pod for each slot, whose command has the index", () => {
    const job = JSON.parse(textOf("kubernetes")) as {
      readonly apiVersion: string;
      readonly kind: string;
      readonly spec: {
        readonly completionMode: string;
        readonly completions: number;
        readonly parallelism: number;
        readonly template: {
          readonly spec: {
            readonly restartPolicy: string;
            readonly volumes: readonly { readonly name: string }[];
            readonly containers: readonly {
              readonly image: string;
              readonly command: readonly string[];
              readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
            }[];
          };
        };
      };
    };
    const { spec } = job.spec.template;
    const [container] = spec.containers;
    expect([job.apiVersion, job.kind, job.spec.completionMode]).toEqual(["batch/v1", "Job", "Indexed"]);
    expect([job.spec.completions, job.spec.parallelism]).toEqual([8, 8]);
    // A Job takes no other policies, and the kubelet puts in $(…) of an argument.
    expect(["Never", "OnFailure"]).toContain(spec.restartPolicy);
    expect(container?.command).toEqual([
      "equiloss",
      "shard",
      "run",
      "/job",
      "--slot",
      "$(JOB_COMPLETION_INDEX)",
    ]);
    expect(container?.volumeMounts).toEqual([{ name: spec.volumes[0]?.name, mountPath: "/job" }]);
    expect(container?.image).toBe("equiloss:1.2.3");
  });
});
