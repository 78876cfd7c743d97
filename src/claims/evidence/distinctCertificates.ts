import { canonicalPieces } from "../../certificate/canonicalJson.js";
import type { Certificate } from "../../certificate/certificate.js";

/**
 * Finds two certificates of one instance. These are two that say the same, and two that find one network
 * critical on the same data for two activations, which may agree wherever the network evaluates them.
 */
export class DistinctCertificates {
  readonly #numbers = new Map<string, number>();
  readonly #activations = new Map<string, { readonly activation: string; readonly number: number }>();

  /** The number of certificates added. */
  get size(): number {
    return this.#numbers.size;
  }

  /**
   * @param text the certificate's, with an origin that is the same for all.
   * @returns what is wrong if an earlier one is of the same instance; then this one is not added.
   */
  add({ body }: Certificate, text: string): string | undefined {
    const number = this.size + 1;
    // The digest comes after the body, and is of all the text.
    const name = text.slice(text.lastIndexOf('"digest":'));
    const twin = this.#numbers.get(name);
    if (twin !== undefined) return `certificate ${number} says the same as certificate ${twin}`;
    const { theta, data, activation } = body;
    if (theta !== undefined && data !== undefined && activation !== undefined) {
      const point = [...canonicalPieces({ theta, data })].join("");
      const written = [...canonicalPieces(activation)].join("");
      const other = this.#activations.get(point);
      if (other !== undefined && other.activation !== written)
        return `certificates ${other.number} and ${number} are of one network and the same data, but for the activation`;
      this.#activations.set(point, { activation: written, number });
    }
    this.#numbers.set(name, number);
    return undefined;
  }
}
