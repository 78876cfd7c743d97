import { describe, expect, it } from "vitest";
import { copiedPoints } from "../../../../src/claims/instances/copiedUnits.js";
import { itRefuses, printed, printedJson } from "../../runs.js";
import { dataText, networkText, scratchFolder, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());
const [recorded] = copiedPoints();
if (recorded === undefined) throw new Error("no point");
const { point } = recorded;
const rows = (vectors: readonly { toStrings(): readonly string[] }[]): string =>
  vectors.map((vector) => vector.toStrings().join(" ")).join("; ");
const DATA = fileOf(dataText(rows(point.data.inputs), rows(point.data.targets)));
const FORM = `--activation ${point.activation.name}`;

/** Above a strict minimum of one neuron with w = 1, a = 3 and B ≺ 0: copies with these shares. */
function copied(...shares: readonly number[]): string {
  const incoming = shares.map(() => "1").join("; ");
  return `landscape ${fileOf(networkText([incoming, shares.map((share) => 3 * share).join(" ")]))} ${DATA} ${FORM}`;
}

/** The signs and the label of each chamber, and whether it is shaded. */
function chambersIn(svg: string): (readonly [signs: string, label: string, isMarked: boolean])[] {
  const form = /class="chamber( marked)?"[^>]*>\n<text[^>]*>([+− ]+)<\/text>\n<text[^>]*>([^<]*)</g;
  return [...svg.matchAll(form)].map(([, marked, signs = "", label = ""]) => [
    signs,
    label,
    marked !== undefined,
  ]);
}

describe("equiloss landscape --svg", () => {
  it.each([
    [[0.5, 0.5], 3],
    [[1, 1, -1], 7],
  ])(
    "shows for shares %j the inertia in each of %d chambers, as it is found there",
    async (shares, count) => {
      const chambers = chambersIn(await printed(`${copied(...shares)} --svg`));
      expect(new Set(chambers.map(([signs]) => signs)).size).toBe(count);
      expect(chambers).toHaveLength(count);
      for (const [signs, label, isMarked] of chambers) {
        const list = signs.split(" ");
        const negative = list.filter((sign) => sign === "−").length;
        const share = (1 + negative) / (list.length - negative);
        const there = list.map((sign) => (sign === "−" ? -1 : share));
        const { inertia } = (await printedJson(`${copied(...there)} --json`)) as { inertia: number[] };
        expect(label).toBe(`(${inertia.join(", ")})`);
        // B ≺ 0: no negative eigenvalue for one positive share.
        expect(isMarked).toBe(list.length - negative === 1);
      }
    },
  );

  it("has a title, a description, colours of dark pages, and a dot where the network is", async () => {
    const svg = await printed(`${copied(0.5, 0.5)} --svg`);
    expect(svg).toMatch(
      /<title id="title">Chambers of shares.*<\/title>\n<desc id="description">Each picture/,
    );
    expect(svg).toContain("prefers-color-scheme: dark");
    expect(svg).toMatch(/class="dot" cx="276" cy="32"/);
    expect(svg).toContain(">Neurons 1, 2, shares (1/2, 1/2)<");
    expect(await printed(`${copied(3, -2)} --svg`)).not.toContain('class="dot" cx');
  });

  itRefuses("landscape", {
    [`examples/minimum.json examples/landscape-data.json --svg`]:
      "--svg: no neuron of an irreducible network has 2 or 3 copies here, so there are no chambers to draw; give a network with copies, such as examples/saddle.json, or leave it out",
    [`examples/saddle.json examples/landscape-data.json --svg --threshold 1`]:
      "option '--svg' cannot be used with option '--threshold <t>'; see equiloss landscape --help",
    [`examples/student.json examples/student-data.json --activation sigmoid --svg`]:
      "--svg: the Hessian is enclosed, so its inertia isn't known; give two layers without biases and an activation that is a polynomial or a quotient of two",
  });
});
