import { MOST_NETWORK_MEBIBYTES } from "../data/networkWorker.js";
import type { Site } from "../data/site.js";
import { type Markup, el } from "./markup.js";

const FORMATS =
  ".json,.npz,.npy,.safetensors,.onnx,.h5,.hdf5,.keras,.nnet,.csv,.bin,application/json,application/octet-stream";

/** The form by which a reader has networks of theirs examined in the page. */
export function networksSection({ examples }: Site): Markup {
  return el(
    "section",
    { id: "networks", "aria-labelledby": "networks-title" },
    el("h2", { id: "networks-title" }, "Your networks"),
    el(
      "p",
      {},
      "Which neurons of a trained network are copies, what it reduces to, whether two networks compute the same, " +
        "and a path from one to the other along which nothing is lost. The command line's own code computes this in " +
        "the page, exactly; your files stay on your machine.",
    ),
    el("noscript", {}, el("p", { class: "note" }, "To examine networks, the page needs JavaScript.")),
    el(
      "form",
      { id: "networks-form", autocomplete: "off" },
      filesPart(examples),
      choicesPart(),
      buttonsPart(),
    ),
    el("progress", { id: "networks-progress", hidden: true, "aria-label": "Examining" }),
    el("p", { id: "networks-status", role: "status" }),
    el("div", { id: "networks-results" }),
    el("h3", { id: "path-title", hidden: true }, "The path, played"),
    el("figure", { id: "path", hidden: true, "aria-labelledby": "path-title" }),
  );
}

function filesPart(examples: Site["examples"]): Markup {
  return el(
    "fieldset",
    { id: "networks-drop" },
    el("legend", {}, "One network, or two"),
    labelled(
      `Choose files, or drop them here: JSON of equiloss, npz, npy, safetensors, ONNX, Keras, HDF5, TensorFlow.js ` +
        `with its weights, NNet (at most ${MOST_NETWORK_MEBIBYTES} MiB each)`,
      el("input", { id: "networks-files", type: "file", multiple: true, accept: FORMATS }),
    ),
    el("p", { id: "networks-chosen", class: "quiet" }, "No file is chosen."),
    el(
      "div",
      { class: "tools" },
      labelled(
        "Or an example",
        el(
          "select",
          { id: "networks-example" },
          el("option", { value: "" }, "–"),
          examples.map(({ name }, index) => el("option", { value: index }, name)),
        ),
      ),
    ),
  );
}

function choicesPart(): Markup {
  return el(
    "div",
    { class: "tools" },
    labelled(
      "Activation (empty: for every one)",
      el("input", {
        id: "networks-activation",
        type: "text",
        size: 18,
        placeholder: "tanh, relu, poly:0,0,1, …",
      }),
    ),
    labelled(
      "Tolerance (empty: exact, or looked for)",
      el("input", { id: "networks-tolerance", type: "text", size: 10, placeholder: "1e-6" }),
    ),
  );
}

function buttonsPart(): Markup {
  return el(
    "div",
    { class: "tools" },
    el("button", { type: "submit", class: "main" }, "Examine"),
    el("button", { type: "button", id: "networks-stop", disabled: true }, "Stop"),
  );
}

const labelled = (name: string, field: Markup): Markup => el("label", {}, el("span", {}, name), field);
