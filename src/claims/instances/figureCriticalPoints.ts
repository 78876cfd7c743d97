import { entry } from "../../exact/entry.js";
import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { realActivation } from "../../landscape/activations/realActivation.js";
import type { EnclosedCost } from "../../landscape/enclosures/enclosedCost.js";
import { type LossSetting, enclosedDerivatives } from "../../landscape/enclosures/enclosedDerivatives.js";
import { intervalMultiLayer } from "../../landscape/enclosures/intervalMultiLayer.js";
import { dataSet } from "../../landscape/loss/data.js";
import { criticalBox } from "../../landscape/nearCritical/criticalBox.js";
import { enclosedHessian } from "../../landscape/nearCritical/enclosedHessian.js";
import { figureGrid } from "../../landscape/widthOne/teacherGrid.js";
import { asMultiLayer } from "../../network/anyNetwork.js";
import { twoLayerNetwork } from "../../network/twoLayerNetwork.js";

const PRECISION = 64;

/** Points are compared at this distance. */
const APART = rational(1n, 1000n);

/** Boxes about them reach no further than this. */
const BOX_RADIUS = rational(1n, 1n << 24n);

/** The units (w_1, w_2, a) of a network, times 2^48, and its number of negative eigenvalues. */
export interface RoundedPoint {
  readonly units: readonly (readonly [bigint, bigint, bigint])[];
  readonly negative: number;
}

/**
 * Near critical points of width 2 for the data of Figure 1: three by Newton's method from random starts, the
 * others where a search of pairs of squares (equiloss cover) had something left.
 */
export const WIDTH_TWO: readonly RoundedPoint[] = [
  {
    units: [
      [-200_395_005_751_889n, 200_715_463_428_598n, 445_937_583_897_197n],
      [88_887_827_689_295n, -130_362_186_239_196n, 680_025_216_498_471n],
    ],
    negative: 0,
  },
  {
    units: [
      [-3_096_457_270_170n, -205_367_856_114_112n, 609_289_604_027_267n],
      [-2_015_207_419_632n, 156_894_606_862_442n, 516_611_119_038_471n],
    ],
    negative: 1,
  },
  {
    units: [
      [-45_859_854_029_697n, -540_613_603_361_659n, 628_884_793_791_288n],
      [54_356_343_078_908n, 617_072_415_397_611n, 497_015_227_559_750n],
    ],
    negative: 1,
  },
  {
    units: [
      [-21_047_341_949_856n, -199_040_448_573_304n, 605_339_529_848_868n],
      [18_525_988_076_514n, 147_362_811_110_514n, 520_561_392_199_722n],
    ],
    negative: 1,
  },
  {
    units: [
      [-10_180_905_152_971n, -168_052_427_260_186n, 523_561_822_395_159n],
      [4_276_625_144_106n, 77_618_232_948_502n, 602_338_243_973_254n],
    ],
    negative: 0,
  },
  {
    units: [
      [-10_297_162_579_026n, -171_284_235_572_852n, 442_741_355_087_458n],
      [2_683_853_988_914n, 51_067_719_047_657n, 683_157_403_706_667n],
    ],
    negative: 1,
  },
  {
    units: [
      [-11_070_633_473_293n, -181_856_131_244_051n, 379_528_194_767_210n],
      [1_934_905_519_285n, 37_176_395_092_700n, 746_371_585_100_611n],
    ],
    negative: 0,
  },
  {
    units: [
      [-121_363_893_119_713n, -153_000_818_284_845n, 660_028_460_961_938n],
      [234_087_269_433_459n, 214_134_532_297_518n, 465_918_149_287_431n],
    ],
    negative: 0,
  },
  {
    units: [
      [-25_375_174_962_633n, -358_132_145_992_193n, 629_820_165_749_577n],
      [25_375_174_962_633n, 358_132_145_992_191n, 496_079_741_093_047n],
    ],
    negative: 2,
  },
  {
    units: [
      [-243_107_036_417_774n, -137_018_494_644_004n, -230_904_017_076_628n],
      [-22_527_704_574_835n, -25_684_650_608_996n, 1_356_729_096_945_862n],
    ],
    negative: 0,
  },
];

/** The same of width 3, by least squares. */
export const WIDTH_THREE: readonly RoundedPoint[] = [
  {
    units: [
      [156_285_124_236_355n, 125_004_797_024_562n, 285_964_707_949_425n],
      [-129_799_062_600_272n, 125_117_420_741_340n, 288_540_084_519_876n],
      [-13_213_063_749_663n, -160_430_922_281_804n, 551_383_862_362_084n],
    ],
    negative: 0,
  },
  {
    units: [
      [-149_175_564_534_977n, -114_616_481_078_742n, -286_508_487_810_995n],
      [-87_913_379_334_679n, 124_492_196_850_809n, 579_321_228_711_256n],
      [11_473_718_155_718n, -145_948_134_371_919n, 833_076_204_949_612n],
    ],
    negative: 0,
  },
  {
    units: [
      [120_229_540_167_516n, -111_637_792_305_251n, -300_507_705_971_787n],
      [110_539_652_697_330n, 122_874_721_869_010n, 584_323_804_719_522n],
      [-35_611_831_476_201n, -145_470_798_706_541n, 842_071_888_763_522n],
    ],
    negative: 0,
  },
];

/** A point with those before it in the list. */
export interface ListedCriticalPoint {
  readonly point: RoundedPoint;
  readonly before: readonly RoundedPoint[];
}

/** Each point of a list. */
export function listedPoints(points: readonly RoundedPoint[]): ListedCriticalPoint[] {
  return points.map((point, index) => ({ point, before: points.slice(0, index) }));
}

/**
 * A check of points: within 2^−24 of each there is exactly one critical point, with the number of negative
 * eigenvalues given and none that is 0; it is irreducible, and no earlier one with other order of units.
 */
export function criticalCheck(): ({ point, before }: ListedCriticalPoint) => string | undefined {
  let setting: LossSetting | undefined;
  return ({ point, before }) => {
    const { units, negative } = point;
    const isFar = (left: Rational, right: Rational): boolean => left.sub(right).abs().compare(APART) > 0;
    const values = unitsOf(point);
    const reducible = values.some(({ w, a }, index) => {
      const copied = values
        .slice(0, index)
        .some((other) => !w.some((x, place) => isFar(x, entry(other.w, place))));
      return copied || !isFar(a, rational(0n));
    });
    if (reducible) return "units that may be copies or silent";
    // The outgoing weights, sorted, are those of the same point only if they agree.
    const outgoing = sortedOutgoing(point);
    if (before.some((other) => !sortedOutgoing(other).some((a, index) => isFar(a, entry(outgoing, index))))) {
      return "perhaps a point again";
    }
    setting ??= figureSetting();
    const network = twoLayerNetwork(
      2,
      1,
      values.map(({ w, a }) => ({
        incoming: RationalVector.fromRationals(w),
        outgoing: RationalVector.fromRationals([a]),
      })),
    );
    const layers = intervalMultiLayer(asMultiLayer(network), PRECISION);
    const { gradient, hessian } = enclosedDerivatives(layers, setting);
    const matrix = enclosedHessian(hessian);
    const signs = enclosedSigns(matrix);
    const box = signs && criticalBox({ layers, gradient, matrix, signs }, setting, () => undefined);
    if (box === undefined) return `no critical point is proved near (${entry(units, 0).join(", ")})/2^48`;
    if (box.radius.compare(BOX_RADIUS) > 0) return "a box that is too large";
    return box.negative === negative ? undefined : `index ${box.negative}, not ${negative}`;
  };
}

function unitsOf({ units }: RoundedPoint): { readonly w: Rational[]; readonly a: Rational }[] {
  return units.map((unit) => {
    const [first, second, a] = unit.map((value) => rational(value, 1n << 48n)) as [
      Rational,
      Rational,
      Rational,
    ];
    return { w: [first, second], a };
  });
}

function sortedOutgoing(point: RoundedPoint): Rational[] {
  return unitsOf(point)
    .map(({ a }) => a)
    .sort((left, right) => left.compare(right));
}

/**
 * The loss ½Σ(f − y)² of the figure's data. The teacher's outputs aren't rational, so that the targets are
 * the numbers of the data, by which the cost finds enclosures of the outputs.
 */
function figureSetting(): LossSetting {
  const { points, units, precision } = figureGrid(PRECISION);
  const mean = Interval.enclosing(rational(units, 2n), precision);
  const data = [
    { i: 0n, j: 0n, output: mean },
    ...points.flatMap(({ i, j, odd }) => [
      { i, j, output: mean.plus(odd) },
      { i: -i, j: -j, output: mean.minus(odd) },
    ]),
  ];
  const one = Interval.enclosing(rational(1n), precision);
  const cost: EnclosedCost = {
    name: "squared",
    requireData: () => undefined,
    at: (output, target) => {
      const datum = entry(data, Number(entry(target, 0).lower >> BigInt(precision)));
      const error = entry(output, 0).minus(datum.output);
      return { value: error.power(2).scaled(-1), gradient: [error], hessian: [[one]] };
    },
  };
  const inputs = data.map(({ i, j }) => RationalVector.fromRationals([rational(i, 4n), rational(j, 4n)]));
  const targets = data.map((_, index) => RationalVector.of([BigInt(index)]));
  return { data: dataSet(inputs, targets), activation: realActivation("sigmoid"), cost };
}
