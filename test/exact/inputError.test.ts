import { describe, expect, it } from "vitest";
import { InputError } from "../../src/exact/inputError.js";

describe("InputError", () => {
  it("says problem and repair, and the place before them if there is one", () => {
    expect(new InputError("no rows", "add one").message).toBe("no rows; add one");
    expect(new InputError("no rows", "add one", "a.json:3").message).toBe("a.json:3: no rows; add one");
  });

  it("keeps its parts and its name", () => {
    const error = new InputError("no rows", "add one", "a.json");
    expect(error).toBeInstanceOf(Error);
    const { name, problem, repair, place } = error;
    expect([name, problem, repair, place]).toEqual(["InputError", "no rows", "add one", "a.json"]);
  });

  it("takes a place once", () => {
    const placed = new InputError("no rows", "add one").at("a.json");
    expect(placed.message).toBe("a.json: no rows; add one");
    expect(placed.at("b.json").message).toBe("a.json: no rows; add one");
  });
});
