import { rational } from "../../exact/numbers/rational.js";
import { type Activation, polynomialActivation, rationalActivation } from "./activation.js";
import { type Rectified, rectifiedActivation } from "./rectified.js";

const [zero, one, two] = [rational(0n), rational(1n), rational(2n)];

/**
 * σ(x) = 1 + (1 + x)/(1 + x²), a positive activation without symmetries or relations of its own: it is
 * neither even nor odd, nor one of these and a constant, and w·x ↦ σ(w·x), σ'(w·x) for distinct w are
 * independent, as their poles ±i/w tell.
 */
export const skewActivation: Activation = rationalActivation([two, one, one], [one, zero, one]);

/** σ(x) = max(0, x). */
export const relu: Rectified = rectifiedActivation(polynomialActivation([zero, one]));

/** σ(x) = max(0, x)³/(1 + x²), which is C² and grows like x. */
export const smoothRelu: Rectified = rectifiedActivation(
  rationalActivation([zero, zero, zero, one], [one, zero, one]),
);
