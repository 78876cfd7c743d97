import { requireArguments } from "../exact/plainJavaScript.js";
import { claim as cooper21 } from "./cooper-2.1.js";
import { claim as cooper23 } from "./cooper-2.3.js";
import { claim as cooper33 } from "./cooper-3.3.js";
import { claim as cooper41 } from "./cooper-4.1.js";
import { claim as cooperSimsek } from "./cooper-simsek.js";
import { claim as cor41 } from "./cor-4.1.js";
import { claim as def21 } from "./def-2.1.js";
import { claim as def22 } from "./def-2.2.js";
import { claim as def31 } from "./def-3.1.js";
import { claim as def32 } from "./def-3.2.js";
import { claim as def33 } from "./def-3.3.js";
import { claim as def41 } from "./def-4.1.js";
import { claim as dimComparison } from "./dim-comparison.js";
import { claim as eq2 } from "./eq-2.js";
import { claim as eq5 } from "./eq-5.js";
import { claim as eq6 } from "./eq-6.js";
import { claim as extChannels } from "./ext-channels.js";
import { claim as extGeodesic } from "./ext-geodesic.js";
import { claim as extGeodesicOdd } from "./ext-geodesic-odd.js";
import { claim as extInertia } from "./ext-inertia.js";
import { claim as extParity } from "./ext-parity.js";
import { claim as extParityConnected } from "./ext-parity-connected.js";
import { claim as extParityCount } from "./ext-parity-count.js";
import { claim as extParityTopology } from "./ext-parity-topology.js";
import { claim as extParityRegimes } from "./ext-parity-regimes.js";
import { claim as extSaddle } from "./ext-saddle.js";
import { claim as extSemidefinite } from "./ext-semidefinite.js";
import { claim as extSpurious } from "./ext-spurious.js";
import { claim as extThreshold } from "./ext-threshold.js";
import { claim as extTopology } from "./ext-topology.js";
import { claim as extWidth1 } from "./ext-width-1.js";
import { claim as fig1 } from "./fig-1.js";
import { claim as fig1Count } from "./fig-1-count.js";
import { claim as fig2 } from "./fig-2.js";
import { claim as fig4 } from "./fig-4.js";
import { claim as fig5 } from "./fig-5.js";
import { claim as fig6Blue } from "./fig-6-blue.js";
import { claim as fig6 } from "./fig-6.js";
import { claim as fukumizu } from "./fukumizu.js";
import { claim as lem21 } from "./lem-2.1.js";
import { claim as lem46 } from "./lem-4.6.js";
import { claim as mlpConnected } from "./mlp-connected.js";
import { claim as mlpCount } from "./mlp-count.js";
import { claim as mlpCritical } from "./mlp-critical.js";
import { claim as mlpInvariance } from "./mlp-invariance.js";
import { claim as mlpOrder } from "./mlp-order.js";
import { claim as mlpRatio } from "./mlp-ratio.js";
import { claim as notInvariant } from "./not-invariant.js";
import { claim as openOtherCritical } from "./open-other-critical.js";
import { claim as openStrictSaddles } from "./open-strict-saddles.js";
import { claim as prop43 } from "./prop-4.3.js";
import { claim as prop44 } from "./prop-4.4.js";
import { claim as prop45 } from "./prop-4.5.js";
import { claim as rem21 } from "./rem-2.1.js";
import { claim as rem41 } from "./rem-4.1.js";
import { claim as rem42 } from "./rem-4.2.js";
import { claim as rem43 } from "./rem-4.3.js";
import { claim as rem44 } from "./rem-4.4.js";
import { claim as saddlesStay } from "./saddles-stay.js";
import { claim as thm31Connected } from "./thm-3.1-connected.js";
import { claim as thm31Count } from "./thm-3.1-count.js";
import { claim as thm31Dim } from "./thm-3.1-dim.js";
import { claim as thm31Distinct } from "./thm-3.1-distinct.js";
import { claim as thm31Path } from "./thm-3.1-path.js";
import { claim as thm42 } from "./thm-4.2.js";
import type { Claim } from "./evidence/claim.js";

/**
 * All claims, those without evidence included, in the order of the source texts, extensions last.
 *
 * @example claims[0]?.id === "fig-1"
 */
export const claims: readonly Claim[] = [
  fig1,
  def21,
  fig2,
  def22,
  lem21,
  rem21,
  eq2,
  def31,
  def32,
  def33,
  notInvariant,
  thm31Count,
  thm31Distinct,
  thm31Dim,
  thm31Connected,
  thm31Path,
  fig4,
  cor41,
  thm42,
  rem41,
  rem42,
  fig5,
  rem43,
  def41,
  prop43,
  prop44,
  saddlesStay,
  fukumizu,
  rem44,
  dimComparison,
  prop45,
  lem46,
  eq5,
  eq6,
  fig1Count,
  fig6,
  fig6Blue,
  mlpInvariance,
  mlpCount,
  mlpCritical,
  mlpConnected,
  mlpOrder,
  mlpRatio,
  openStrictSaddles,
  openOtherCritical,
  cooper21,
  cooper23,
  cooper33,
  cooper41,
  cooperSimsek,
  extThreshold,
  extTopology,
  extGeodesic,
  extSaddle,
  extParityCount,
  extParityRegimes,
  extInertia,
  extSemidefinite,
  extParity,
  extParityConnected,
  extGeodesicOdd,
  extParityTopology,
  extChannels,
  extWidth1,
  extSpurious,
];

/**
 * The claim with an id, undefined if there is none.
 *
 * @example claimById("def-3.2")?.id === "def-3.2"
 */
export function claimById(id: string): Claim | undefined {
  requireArguments({ text: { id } });
  return claims.find((claim) => claim.id === id);
}
