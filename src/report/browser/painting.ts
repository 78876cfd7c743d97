import type { Drawing, DrawingAnswer, DrawingRequest } from "../data/drawnFigure.js";

/** A worker that draws figures; it is started when something is to be drawn. */
export class Painting {
  readonly #address: string;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param script the worker's text. */
  constructor(script: string) {
    this.#address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  }

  /**
   * Draws, one figure after the other.
   *
   * @throws Error with words for a reader if what was chosen can't be drawn.
   */
  draw(request: DrawingRequest): Promise<Drawing> {
    const drawing = this.#last.then(() => this.#answer(request));
    this.#last = drawing.catch(() => undefined);
    return drawing;
  }

  async #answer(request: DrawingRequest): Promise<Drawing> {
    this.#worker ??= new Worker(this.#address);
    const worker = this.#worker;
    const answer = await new Promise<DrawingAnswer>((settle) => {
      worker.onmessage = ({ data }: MessageEvent<DrawingAnswer>) => {
        settle(data);
      };
      worker.onerror = ({ message }) => {
        settle({ refused: `it was not drawn: ${message}` });
      };
      worker.postMessage(request);
    });
    if ("refused" in answer) throw new Error(answer.refused);
    return answer.drawing;
  }
}
