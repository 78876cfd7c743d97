import { decimalValue } from "../exact/numbers/decimalText.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";

/**
 * The teacher of Figure 1(e) of Şimşek et al. 2021, for tanh: three hidden layers of 4 units with biases, as
 * the code published with the paper has it (jbrea/SymmetrySaddles.jl, scripts/training3.jl), digit by digit.
 * There it was fitted to sin(2x) + x + cos(3y) − 0.4(y − 1)² on the grid of `figureInputs`.
 *
 * @example hiddenWidths(layeredTeacher).join() === "4,4,4"
 */
export const layeredTeacher: MultiLayerNetwork = teacherOf([
  {
    weights: `-0.18295849092410896 0.7804681785573752
               0.07884022077670189 -0.1465591508168933
              -0.0006776100961034238 -0.5753342110597969
              -0.004087729656236544 0.18765919486973165`,
    biases: "2.5965546364462906 0.5436550791983767 0.1023093314704724 -0.2827111440903739",
  },
  {
    weights: `-1.4966248703636236 -0.12076718222817126 0.894756433267219 1.5114479474313065
              -0.22777233953771267 -2.0365527674966297 -0.48308633806391305 -2.5956210355303915
               2.281192356630861 -0.07241999324324101 -2.851031848646282 -6.108432396679688
               0.3665586834900288 1.128325600897833 2.8640316335653946 8.276582305785169`,
    biases: "1.376429442213494 0.03694563285674877 -2.8764368931239526 2.6449408721177603",
  },
  {
    weights: `1.8731785007685788 14.996529203089828 -1.6545236215750898 5.218306385868382
              3.7936449798531915 -1.1612043338560116 1.1178745772483494 -1.4514282248737453
             -9.89278446944757 0.4163114508522701 -5.0124951156923245 -3.326074479899465
             -1.0008398398686116 2.3821573915129037 -0.5335246759338316 0.5269891920106062`,
    biases: "-1.2307808733517698 1.8997166238206356 1.8468200537557915 1.0909995507783499",
  },
  {
    weights: "-2.039005552438561 -16.369169803157757 -11.109545132565406 -13.54102305403078",
    biases: "6.034865881710452",
  },
]);

/** A layer's matrix, a row on each line, and its biases, as decimals. */
interface LayerText {
  readonly weights: string;
  readonly biases: string;
}

function teacherOf(layers: readonly LayerText[]): MultiLayerNetwork {
  return multiLayerNetwork(
    layers.map(({ weights }) => weights.split("\n").map(vectorOf)),
    layers.map(({ biases }) => vectorOf(biases)),
  );
}

function vectorOf(text: string): RationalVector {
  return RationalVector.fromRationals(text.trim().split(/\s+/).map(decimal));
}

function decimal(text: string): Rational {
  const value = decimalValue(text);
  if (value === undefined) throw new RangeError(`${text} is no decimal`);
  return rational(value.numerator, value.denominator);
}
