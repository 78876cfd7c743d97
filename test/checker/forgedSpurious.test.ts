import { it } from "vitest";
import { acceptedFile } from "./corpus.js";
import { expectJudged } from "./forgeries.js";

it("a forged certificate of a spurious minimum is refused by a rule, or accepted by both checkers", async () => {
  await expectJudged(acceptedFile("spurious").text);
});
