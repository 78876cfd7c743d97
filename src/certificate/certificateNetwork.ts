import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";

/** A network as certificates write it: one row per neuron, for incoming and for outgoing vectors alike. */
export interface CertificateNetwork {
  readonly incoming: string[][];
  readonly outgoing: string[][];
}

/** The weights as "p" or "p/q" in lowest terms. */
export function certificateNetwork({ neurons }: TwoLayerNetwork): CertificateNetwork {
  return {
    incoming: neurons.map((unit) => [...unit.incoming.toStrings()]),
    outgoing: neurons.map((unit) => [...unit.outgoing.toStrings()]),
  };
}
