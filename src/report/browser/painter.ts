import { InputError } from "../../exact/inputError.js";
import { drawnFigure } from "../figures/drawnFigures.js";
import type { DrawingAnswer, DrawingRequest } from "../data/drawnFigure.js";

/** The worker itself; the types of a page have no name for it. */
interface Scope {
  onmessage: (event: MessageEvent<DrawingRequest>) => void;
  postMessage: (answer: DrawingAnswer) => void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  void draw(data).then((answer) => {
    scope.postMessage(answer);
  });
};

async function draw({ name, chosen }: DrawingRequest): Promise<DrawingAnswer> {
  try {
    return { drawing: await drawnFigure(name, chosen) };
  } catch (error) {
    if (error instanceof InputError || error instanceof RangeError) return { refused: error.message };
    throw error;
  }
}
