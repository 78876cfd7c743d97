import { type JudgedSetting, writtenVerdict } from "../../certificate/judgedEnds.js";
import { JUDGED_FORMAT, judgedRun } from "../../certificate/readJudgedEnds.js";
import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { sha256 } from "../../machine/sha256.js";
import { parseEnds } from "../../training/endsFile.js";
import type { AnyRun } from "../../training/trainedRun.js";
import type { JobKind, Piece } from "./job.js";
import { judging } from "./judging.js";

/** What the runs of a file ended in, as `equiloss ends` judges them. A piece is a run. */
export const ends: JobKind = {
  name: "ends",
  hasInput: true,
  environment: () => Promise.resolve({}),
  job(_, input) {
    const { setting, width, runs } = judgedSetting(input);
    return {
      pieces: runs.length,
      expected: { runs: String(runs.length) },
      expectedOf: () => ({ runs: "1" }),
      *make(numbers): Generator<Piece> {
        const judge = judging();
        for (const piece of numbers) {
          const run = entry(runs, piece);
          const data = { seed: run.seed, verdict: writtenVerdict(judge(run)) };
          yield { piece, counts: { runs: "1" }, digest: sha256(JSON.stringify(data)), data };
        }
      },
      data: {
        digestOf(value, piece, place) {
          const { seed } = judgedRun(value, width, place);
          if (seed === entry(runs, piece).seed) return sha256(JSON.stringify(value));
          throw new InputError(`is of seed ${seed}`, "have it made anew", place);
        },
        file: "judged-ends.json",
        header: ({ version }) => ({ format: JUDGED_FORMAT, setting, width, ends: sha256(input), version }),
      },
    };
  },
};

function judgedSetting(input: string): {
  readonly setting: JudgedSetting;
  readonly width: number;
  readonly runs: readonly AnyRun[];
} {
  const { setting, width, runs } = parseEnds(input, "the file of ends");
  if (setting !== "fig5") return { setting, width, runs };
  throw new InputError("its runs are of fig5", "give ends of fig1 or fig1e");
}
