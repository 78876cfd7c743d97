#!/usr/bin/env bash
# Makes kernel.js from the checkers of proofs/Checkers, and kernel.json, which says of what and with what. They come
# beside this file, or into the folder that is given. README.md says what has to be installed.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
to=$(realpath "${1:-.}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

quietly() {
  "$@" > "$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
  }
}

# Coq compiles those theories that Extract.v rests on. The extraction writes checkers.ml.
cp -r ../../proofs "$work/proofs"
find "$work/proofs" -name '*.vo*' -delete
cp Extract.v "$work/proofs/"
cd "$work/proofs"
echo Extract.v >> _CoqProject
quietly coq_makefile -f _CoqProject -o Makefile
quietly make --jobs="$(nproc)" Extract.vo

cd "$work"
cp "$here"/{native.ml,entry.ml,stubs.js} proofs/checkers.{ml,mli} .
ocamlc -c native.ml checkers.mli checkers.ml entry.ml
# Neither OCaml's library nor the runtime of js_of_ocaml, which has a file system: nothing of them is used.
ocamlc -nopervasives -no-check-prims -o kernel.byte native.cmo checkers.cmo entry.cmo
quietly js_of_ocaml --noruntime --pretty stubs.js kernel.byte -o kernel.js

coq=$(coqc --print-version | cut -d ' ' -f 1)
ocaml=$(ocamlc -version)
js_of_ocaml=$(js_of_ocaml --version)
cat > "$to/kernel.js" << END
// Made by src/kernel/build.sh with Coq $coq, OCaml $ocaml and js_of_ocaml $js_of_ocaml. Don't edit it.
const equilossCheckers = {};
// What the compiled program begins with, and has no use for.
const caml_fs_init = () => undefined;
const caml_register_global = () => undefined;
const caml_string_of_jsbytes = (text) => text;

$(cat kernel.js)

export default equilossCheckers;
END

# A line for each file: its digest.
digests() {
  local file
  for file in "$@"; do
    printf '    "%s": "%s",\n' "$file" "$(sha256sum < "$here/../../$file" | cut -d ' ' -f 1)"
  done | sed '$ s/,$//'
}

theories=$(cd proofs && ls Checkers/*.vo | sed 's,^,proofs/,; s,o$,,')
{
  printf '{\n  "command": "src/kernel/build.sh",\n'
  printf '  "coq": "%s",\n  "ocaml": "%s",\n  "js_of_ocaml": "%s",\n' "$coq" "$ocaml" "$js_of_ocaml"
  printf '  "kernel": "%s",\n' "$(sha256sum < "$to/kernel.js" | cut -d ' ' -f 1)"
  printf '  "sources": {\n'
  digests $theories src/kernel/{Extract.v,build.sh,entry.ml,native.ml,stubs.js}
  printf '  }\n}\n'
} > "$to/kernel.json"
