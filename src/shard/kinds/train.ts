import { chooseBackend } from "../../crosscheck/chooseBackend.js";
import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { isCount } from "../../machine/jsonFields.js";
import { sha256 } from "../../machine/sha256.js";
import { ENDS_FORMAT, endOfRun } from "../../training/endsFile.js";
import { figureSettings } from "../../training/figureSetting.js";
import { REPRODUCIBLE, SETTINGS } from "../../training/names.js";
import { train as trainStudents } from "../../training/train.js";
import type { JobKind, Parameters, Piece } from "./job.js";

/** The most seeds of a job. */
export const MOST_SEEDS = 10_000;

/** Students of a figure from many seeds, as `equiloss train` trains them. A piece is a seed. */
export const train: JobKind = {
  name: "train",
  hasInput: false,
  job(parameters) {
    const { setting, width, seeds, backend } = checked(parameters);
    return {
      pieces: seeds,
      expected: { runs: String(seeds) },
      expectedOf: () => ({ runs: "1" }),
      async *make(numbers): AsyncGenerator<Piece> {
        const chosen = await chooseBackend(backend);
        const request = { setting, width, seeds: numbers, backend: chosen.backend };
        for await (const run of trainStudents(request, () => undefined))
          yield { piece: run.seed, counts: { runs: "1" }, digest: sha256(JSON.stringify(run)), data: run };
      },
      data: {
        digestOf(value, piece, place) {
          const { seed } = endOfRun(value, { setting, width }, place);
          if (seed === piece) return sha256(JSON.stringify(value));
          throw new InputError(`is of seed ${seed}, not ${piece}`, "have it made anew", place);
        },
        file: "ends.json",
        header: ({ version }, { backend: installed = "" }) => {
          const command = `equiloss train ${setting} --width ${width} --seeds ${seeds} --backend ${backend}`;
          return { format: ENDS_FORMAT, setting, width, backend: installed, command, version };
        },
      },
    };
  },
  /** JavaScript leaves the last bits of e^x to the engine. */
  async environment(parameters) {
    const { backend } = checked(parameters);
    const { identity } = (await chooseBackend(backend)).backend;
    return { backend: `${identity.name} ${identity.version}`, node: process.version };
  },
};

interface Checked {
  readonly setting: (typeof SETTINGS)[number];
  readonly width: number;
  readonly seeds: number;
  readonly backend: (typeof REPRODUCIBLE)[number];
}

function checked({ setting: name, width, seeds, backend: typed }: Parameters): Checked {
  const setting = SETTINGS.find((known) => known === name);
  if (setting === undefined)
    throw refusal(`no figure ${String(name)}`, `choose among ${SETTINGS.join(", ")}`);
  const { widest } = figureSettings[setting];
  if (!isCount(width) || width < 1 || width > widest)
    throw refusal(`no width ${String(width)} of ${setting}`, `give 1 to ${widest}`);
  if (!isCount(seeds) || seeds < 1 || seeds > MOST_SEEDS)
    throw refusal(`${String(seeds)} seeds`, `give 1 to ${MOST_SEEDS}`);
  const backend = REPRODUCIBLE.find((known) => known === typed);
  if (backend === undefined)
    throw refusal(
      `no backend ${String(typed)}`,
      `choose ${entry(REPRODUCIBLE, 0)} or ${entry(REPRODUCIBLE, 1)}`,
    );
  return { setting, width, seeds, backend };
}

const refusal = (problem: string, repair: string): InputError => new InputError(problem, repair);
