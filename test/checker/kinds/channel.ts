import fc from "fast-check";
import { channel as pair, mirroredChannel } from "../../../src/claims/controls/damagedChannels.js";
import { channelHolds } from "../second/enclosed.js";
import { type Made, type TestedKind, made } from "./kind.js";

const MADE: readonly Made[] = [pair, mirroredChannel].map(({ kind, asked, body }) => {
  const { claim, ...request } = asked;
  return made({ kind, claim, body }, request);
});

export const channel: TestedKind = {
  kind: "channel",
  claims: ["fig-1"],
  request: ({ theta, data, activation }) => ({ theta, data, activation }),
  accepted: 2,
  otherwise: {
    "parameters-channel-theta": { theta: undefined },
    "parameters-channel-activation": { activation: "tanh" },
  },
  says: {
    channel:
      "a strict local minimum of the limit, within 1/500000, from which the loss rises along the channel of neurons 1, 2",
    "units-channel": "body.apart: not two or three units of theta",
    "units-channel-standing": "body.apart: units whose outgoing weights don't run off",
    "instance-channel": "body.slope: not the sign of L₂, or that is not certain",
    "shape-channel-affine": "body: not a limit of theta, of one output without biases",
  },
  certificates: fc.constantFrom(...MADE),
  weight: 1,
  holds: channelHolds,
};
