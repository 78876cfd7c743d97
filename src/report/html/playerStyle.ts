/** How the player of paths looks. */
export const PLAYER_STYLE = `
.player { border: 1px solid var(--line); border-radius: 8px; padding: 0.75rem 1rem; }
.player .tools { margin: 0.4rem 0; gap: 0.4rem 0.6rem; align-items: center; }
.player input[type="range"] { flex: 1 1 10rem; padding: 0; accent-color: var(--link); }
.player output { font-size: 0.9rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
.player .words { min-height: 3.2em; margin: 0.3rem 0; }
.player .graphs { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
.player .graph.now { grid-column: 1 / -1; }
.player .graph.now .stage { border-color: var(--link); }
.player .stage { border: 1px solid var(--line); border-radius: 6px; background: var(--panel); padding: 0.25rem; }
.player .stage svg { display: block; width: 100%; max-height: 24rem; margin: 0 auto; }
.player .graph:not(.now) .stage svg { max-height: 13rem; }
.player text { fill: var(--text); font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  text-anchor: middle; pointer-events: none; }
.player text.label { paint-order: stroke; stroke: var(--panel); stroke-width: 4px; }
.player .weight { stroke: var(--quiet); }
.player .weight line { stroke-dasharray: 1 5; }
.player .weight.positive { stroke: var(--link); } .player .weight.positive line { stroke-dasharray: none; }
.player .weight.negative { stroke: var(--bad); } .player .weight.negative line { stroke-dasharray: 9 4; }
.player .weight line.around { stroke: transparent; stroke-width: 14px; }
.player text.moves { font-weight: 700; fill: var(--link); }
.player text.moves.negative { fill: var(--bad); }
.player .neuron circle { fill: var(--ground); stroke: var(--text); stroke-width: 1.5; }
.player .neuron.moves circle { stroke: var(--link); stroke-width: 3; }
.player text.caption { fill: var(--quiet); }
.player .mark { cursor: pointer; }
.player .mark.current line:not(.around) { stroke: var(--text); }
.player .mark.current circle { fill: var(--warn); stroke: var(--text); }
.player .axes rect { fill: none; stroke: var(--line); } .player .axes line { stroke: var(--line); }
.player .axes text { fill: var(--quiet); } .player .axes text.end { text-anchor: end; }
.player polyline { fill: none; stroke-linejoin: round; }
.player .first polyline { stroke: var(--good); stroke-width: 11; stroke-opacity: 0.35; }
.player .now polyline { stroke: var(--text); stroke-width: 2; }
.player .now .output-1 { stroke-dasharray: 8 4; } .player .now .output-2 { stroke-dasharray: 2 4; }
.player .value circle { fill: var(--ground); stroke: var(--text); }
.player .sameness { border-left: 4px solid var(--line); padding-left: 0.75rem; min-height: 3.2em; }
.player .sameness.same { border-color: var(--good); } .player .sameness.other { border-color: var(--bad); }
#networks-results article { border-left: 4px solid var(--good); padding-left: 0.75rem; margin: 1rem 0; }
#networks-results article.refused { border-color: var(--warn); }
#networks-results h3 { margin-top: 0; }
#networks-results pre { white-space: pre-wrap; max-height: 24rem; overflow: auto; }
body.dropping #networks-drop { outline: 3px dashed var(--link); outline-offset: 4px; }
@media (max-width: 40rem) {
  .player .axes text { font-size: 21px; }
  #networks-results pre { font-size: 0.68rem; padding: 0.5rem; }
  .player { padding: 0.5rem; } .player .graphs { gap: 0.4rem; } .player .stage { padding: 0; }
  .player .tools > label { width: auto; } .player .words, .player .sameness { min-height: 6.2em; }
}
`;
