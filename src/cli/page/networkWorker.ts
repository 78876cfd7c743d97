import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import type {
  NetworkAnswers,
  NetworkAsk,
  NumberedAnswer,
  NumberedAsk,
} from "../../report/data/networkWorker.js";
import type { Source } from "../files/source.js";
import { Playing } from "./playing.js";
import { readFiles } from "./readFiles.js";
import { classifyResult, compareResult, pairOf, pathResult, reduceResult } from "./results.js";

/** A worker of the page; types of Node have no name for it. */
interface Scope {
  onmessage: (event: { readonly data: NumberedAsk }) => void;
  postMessage: (answer: NumberedAnswer) => void;
}

const scope = globalThis as unknown as Scope;

/** The networks of the reader's files. */
let sources: readonly Source[] = [];

/** The path that is played. */
let playing: Playing | undefined;

scope.onmessage = ({ data }) => {
  scope.postMessage({ number: data.number, ...answered(data) });
};

/** The answer to a question, or what is to be repaired before there can be one. */
function answered(
  ask: NetworkAsk,
): { readonly answer: NetworkAnswers[NetworkAsk["ask"]] } | Pick<Refusal, "refused"> {
  try {
    return { answer: answerTo(ask) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { problem, repair, place } = error;
    return { refused: { problem, repair, ...(place === undefined ? {} : { place }) } };
  }
}

type Refusal = Extract<NumberedAnswer, { refused: unknown }>;

function answerTo(ask: NetworkAsk): NetworkAnswers[NetworkAsk["ask"]] {
  switch (ask.ask) {
    case "read":
      sources = readFiles(ask.files);
      return sources.map(({ place }) => place);
    case "classify":
      return classifyResult(entry(sources, ask.which), ask);
    case "reduce":
      return reduceResult(entry(sources, ask.which), ask);
    case "compare":
      return compareResult(pairOf(sources), ask);
    case "path":
      return pathResult(pairOf(sources), ask);
    case "play":
      playing = new Playing(ask.path);
      return playing.shape;
    case "frame":
      if (playing === undefined) throw new RangeError("a frame of no path");
      return playing.frame(ask.step, ask.view);
  }
}
