import { channel } from "./channel.js";
import { connected } from "./connected.js";
import { counterexample } from "./counterexample.js";
import { critical } from "./critical.js";
import { difference } from "./difference.js";
import { enumeration } from "./enumeration.js";
import { independence } from "./independence.js";
import { inertia } from "./inertia.js";
import type { TestedKind } from "./kind.js";
import { layeredPath } from "./layeredPath.js";
import { mirroredPath } from "./mirroredPath.js";
import { morse } from "./morse.js";
import { nearCritical } from "./nearCritical.js";
import { path } from "./path.js";
import { splitting } from "./splitting.js";
import { spurious } from "./spurious.js";

export const TESTED_KINDS: readonly TestedKind[] = [
  enumeration,
  connected,
  path,
  counterexample,
  critical,
  splitting,
  inertia,
  independence,
  morse,
  layeredPath,
  mirroredPath,
  difference,
  nearCritical,
  channel,
  spurious,
];
