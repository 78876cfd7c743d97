import { rational } from "../../exact/numbers/rational.js";
import { type Activation, polynomialActivation, rationalActivation } from "./activation.js";
import { type Rectified, rectifiedActivation } from "./rectified.js";

const [zero, one, two] = [rational(0n), rational(1n), rational(2n)];

/**
 * σ(x) = 1 + (1 + x)/(1 + x²), a positive activation without symmetries or relations of its own. It is
 * neither even nor odd, not even up to a constant. For distinct w the functions σ(w·x) and σ'(w·x) are
 * independent, since they have different poles ±i/w.
 */
export const skewActivation: Activation = rationalActivation([two, one, one], [one, zero, one]);

/** σ(x) = max(0, x). */
export const relu: Rectified = rectifiedActivation(polynomialActivation([zero, one]));

/** σ(x) = max(0, x)³/(1 + x²), which is C² and grows like x. */
export const smoothRelu: Rectified = rectifiedActivation(
  rationalActivation([zero, zero, zero, one], [one, zero, one]),
);
