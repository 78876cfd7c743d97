import { createHash } from "node:crypto";
import { type JudgedEnds, type JudgedSetting, writtenVerdict } from "../../../certificate/judgedEnds.js";
import { JUDGED_FORMAT, judgedRun, parseJudgedEnds } from "../../../certificate/readJudgedEnds.js";
import { InputError } from "../../../exact/inputError.js";
import { judging } from "../../../shard/kinds/judging.js";
import { parseEnds } from "../../../training/endsFile.js";
import type { AnyRun } from "../../../training/trainedRun.js";
import { gatheredRuns, joinedRuns } from "../../files/gatheredRuns.js";
import { type Source, textOf } from "../../files/sources.js";
import { inSlot } from "../../options/slotOption.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { Hear } from "../../terminal/progress.js";

/** Which ends to judge. */
export interface EndsRequest {
  readonly ends: readonly Source[];
  /** Files with verdicts that needn't be found again. */
  readonly from: readonly Source[];
  readonly slot: string | undefined;
  /** Where the verdicts on the only file go. */
  readonly output?: string;
}

/** A file of ends of Figure 1, of which only the runs of the slot are there. */
interface AskedEnds {
  readonly setting: JudgedSetting;
  readonly width: number;
  readonly digest: string;
  readonly runs: readonly AnyRun[];
}

/**
 * The verdicts on the runs of each file, in the order of the file.
 *
 * @throws InputError if a file is none of ends of Figure 1, or one of `from` has no verdicts on these ends.
 */
export async function judgedEnds(request: EndsRequest, hear: Hear): Promise<JudgedEnds[]> {
  const { slot, output } = request;
  const files = request.ends.map((source) => askedEnds(source, slot));
  const from = verdictsOn(files, request.from);
  const total = files.reduce((sum, { runs }) => sum + runs.length, 0);
  const version = packageVersion();
  const judge = judging();
  const judged: JudgedEnds[] = [];
  let done = 0;
  for (const { setting, width, digest: ends, runs } of files) {
    const seeds = runs.map(({ seed }) => seed);
    const bySeed = new Map(runs.map((run) => [run.seed, run]));
    const header = { setting, width, ends, version } as const;
    const found = await gatheredRuns({
      seeds,
      known: joinedRuns(
        from.filter((file) => file.ends === ends),
        header,
        seeds,
      ),
      file:
        output === undefined
          ? undefined
          : {
              output,
              what: WHAT,
              header: { format: JUDGED_FORMAT, ...header },
              read: (value, place) => judgedRun(value, width, place),
            },
      make: function* (missing) {
        done += seeds.length - missing.length;
        for (const seed of missing) {
          const run = bySeed.get(seed);
          if (run === undefined) throw new RangeError(`no run of seed ${seed}`);
          hear(done, total);
          yield { seed, verdict: writtenVerdict(judge(run)) };
          done += 1;
        }
      },
    });
    judged.push({ ...header, runs: found });
  }
  return judged;
}

/** What the output is, for messages. */
export const WHAT = "a file of verdicts";

function askedEnds(source: Source, slot: string | undefined): AskedEnds {
  const { setting, width, runs } = parseEnds(textOf(source), source.place);
  if (setting === "fig5")
    throw new InputError("its runs are of fig5", "give ends of fig1 or fig1e, or add --svg", source.place);
  const digest = createHash("sha256").update(source.bytes).digest("hex");
  return { setting, width, digest: `sha256:${digest}`, runs: inSlot<AnyRun>(slot, runs) };
}

/** The files of verdicts, each of which has to be about one of the files of ends. */
function verdictsOn(
  files: readonly AskedEnds[],
  sources: readonly Source[],
): (JudgedEnds & { readonly place: string })[] {
  return sources.map((source) => {
    const { place } = source;
    const judged = parseJudgedEnds(textOf(source), place);
    if (files.some(({ digest }) => digest === judged.ends)) return { ...judged, place };
    throw new InputError(`has verdicts on other ends, ${judged.ends}`, "leave it out of --from", place);
  });
}
