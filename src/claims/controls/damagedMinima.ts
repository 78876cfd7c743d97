import { type Damage, type Edits, type Honest, damages } from "./damage.js";
import { rows } from "./honest.js";

/** A student of six units near a minimum, to eight decimals, and vectors to three. */
export const spurious: Honest = {
  kind: "spurious",
  asked: { claim: "ext-spurious", k: 6 },
  body: {
    box: "1/1000000",
    center: [
      "49335191/50000000",
      "-5041339/100000000",
      "30801099/100000000",
      "22451581/100000000",
      "-60151191/100000000",
    ],
    congruences: [
      rows("0 1000 0 0 0; 0 -32 1000 0 0; 1000 -155 -115 0 0; -366 -153 82 1000 0; 228 0 -150 -220 1000"),
      rows("0 0 1000 0 0; 0 1000 144 0 0; 0 -88 -213 0 1000; 1000 168 -93 0 -434; -352 -175 -146 1000 783"),
    ],
    k: 6,
    loss: "1/50",
  },
};

/** A saddle with three negative eigenvalues, on the standard representation's copies. */
const FIVE: Edits = {
  "body.center": [
    "96160683/100000000",
    "-3954127/50000000",
    "7521301/20000000",
    "28754993/100000000",
    "-699723/1250000",
  ],
  "body.congruences": [
    rows("0 1000 0 0 0; 0 -43 1000 0 0; 1000 -184 -127 0 0; -460 -179 82 1000 0; 231 -22 -163 -161 1000"),
    rows("0 0 1000 0 0; 0 1000 207 0 0; 0 -113 -274 0 1000; 1000 222 -78 0 -537; -608 -272 -185 1000 924"),
  ],
  "body.k": 5,
};

/** A saddle with six, all on antisymmetric matrices. */
const OTHER: Edits = {
  "body.center": [
    "-58773019/100000000",
    "39115387/100000000",
    "-86243/6250000",
    "1677031/100000000",
    "26709891/25000000",
  ],
  "body.congruences": [
    rows("0 1000 0 0 0; 0 2 1000 0 0; 1000 -64 -3 0 0; -244 -138 -112 1000 0; 116 -70 -189 155 1000"),
    rows("0 0 1000 0 0; 0 0 -203 0 1000; 1000 0 -84 0 -341; 167 1000 307 0 -188; -314 -201 -160 1000 725"),
  ],
};

/** Spurious minima. */
export const damagedMinima: readonly Damage[] = damages(
  spurious,
  ["parameters", {}, { k: undefined }],
  ["parameters", {}, { k: 7 }],
  ["size", { "body.k": 4 }, { k: 4 }],
  ["size", { "body.k": 33 }, { k: 33 }],
  ["shape", { "body.center.4": undefined }],
  ["shape", { "body.congruences.1": undefined }],
  ["shape", { "body.congruences.1.4": undefined }],
  ["radius", { "body.box": "0" }],
  ["parallel", { "body.center.3": "0", "body.center.4": "0" }],
  ["parallel", { "body.center.1": "49335191/50000000" }],
  ["congruence", { "body.congruences.0.1.1": "2000" }],
  ["congruence", { "body.congruences.1.4.2": "0" }],
  // The first number is 1/1000 off.
  ["inclusion", { "body.center.0": "49385191/50000000" }],
  ["congruence", { "body.k": 7 }, { k: 7 }],
  ["inertia", FIVE, { k: 5 }],
  ["inertia", OTHER],
  ["instance", { "body.loss": "1/39" }],
  ["instance", { "body.loss": "0" }],
);
