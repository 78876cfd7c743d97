import { canonicalPieces } from "../../certificate/canonicalJson.js";
import type { Certificate } from "../../certificate/certificate.js";

/**
 * Tells certificates of one instance: two that say the same, and two that find one network critical on the
 * same data for two activations, which then only have to agree where that network evaluates them.
 */
export class DistinctCertificates {
  readonly #numbers = new Map<string, number>();
  readonly #activations = new Map<string, { readonly activation: string; readonly number: number }>();

  /** How many were added. */
  get size(): number {
    return this.#numbers.size;
  }

  /**
   * @param text the certificate's, with an origin that is the same for all.
   * @returns what is wrong if an earlier one is of the same instance: it is not added then.
   */
  add({ body }: Certificate, text: string): string | undefined {
    const number = this.size + 1;
    // It stands behind the body, and names all of the text.
    const name = text.slice(text.lastIndexOf('"digest":'));
    const twin = this.#numbers.get(name);
    if (twin !== undefined) return `certificate ${number} says the same as certificate ${twin}`;
    const { theta, data, activation } = body;
    if (theta !== undefined && data !== undefined && activation !== undefined) {
      const point = [...canonicalPieces({ theta, data })].join("");
      const own = [...canonicalPieces(activation)].join("");
      const other = this.#activations.get(point);
      if (other !== undefined && other.activation !== own)
        return `certificates ${other.number} and ${number} are of one network and the same data, but for the activation`;
      this.#activations.set(point, { activation: own, number });
    }
    this.#numbers.set(name, number);
    return undefined;
  }
}
