import { rational } from "../../exact/numbers/rational.js";
import type { Cover } from "./cover.js";
import type { ListedPoint } from "./listedPoint.js";
import type { Parts } from "./squareParts.js";

/** The critical points of width 1, data of Figures 1 and 5. The covers below show that they are all. */
export const FIGURE_POINTS: readonly ListedPoint[] = [
  {
    center: [
      rational(-921_075_275_186_020_941n, 1n << 68n),
      rational(-18_891_749_010_159_261_932n, 1n << 68n),
    ],
    radius: rational(1n, 1n << 62n),
    negative: 0n,
  },
];

/** Parts of the square on which G is monotone; `findParts` made it. */
export const FIGURE_PARTS: Parts = "////...//.//./....//./../././././..";

/** The plane outside the square; `findCover` made it. */
export const FIGURE_COVER: Cover = [
  [
    "/mmmm/mm/mm/mm/mm/Imm/mmmMm/mm/mmImmmiImmm/m/INmmi/IImm/mm/mm/mmmiii//INImm/IImmm/IImm/mm/ImmmImm/mm",
    "/Imm/MNmmi/IImm/mm/mm/mmmm/m/Im/MNImm/mmImm/mIImm/mmi/IImm/mmImm/IImm/mm/mmiii/IImm/IImm/mm/ImmmiImm",
    "i/IImm/mm/mm/mm/mm/ImmiImm/mm/IIImm/mm/IImm/Imm/IImm/mmi/m/mmm//IIMMImm/mm/mmImm/IImm/mmImm/IImm/mm/",
    "mm/mm/mImm/IIImm/mm/Imm/IImmm/IImm/mm/mm/mmii/IImmImm/mmiiImm/IImm/mm/mm/IIMImm/mm/mm/mm/mm/Imm/Mmm/",
    "IImm/mm/mm/IIImm/mmiImm/IImm/mm/mmmiii/IImm/mm/IIImm/mImm/mm/IIImm/mm/mm/mm/mm/IIImm/mm/IIImm/Imm/Mm",
    "m/Mm/IImm/mm/mm/mmmii/IIImm/IImm/mm/mmmImm/IImm/IImm/mm/mm/mmm/mm/IIm/IImm/mmm/mIImmi/IImm/mm/mm/mmi",
    "ii/IIImm/IImm/mm/mm/IIImmmm/IImm/mm/mm/mm/mm/IIImm/IImm/mmm/IImm/mm/IImmmi/IImm/mm/mm/mm/mm/IIImm/II",
    "MImmmm/mm/mm/mm/mm/Imm/Mmm/mm/IImm/miImm/IImm/mm/mm/mmmmii/IImm/IImmm/IImm/mm/IImm/mmImm/IImm/mm/mm/",
    "mmmm/IImm/Imm/IImm/mm/IImm/Immi/IImm/mm/mmiii/IImmm/IImm/mm/ImImm/IImm/mm/mm/mm/mm/ImImm/mm/IIImm/mm",
    "/IImm/Immi/IImm/mmi/m/mmm//IIMMImm/mm/Imm/IImm/Imm/IImm/mm/mm/mm/Imm/IIImm/mm/Imm/IImmmi/IImm/mm/mm/",
    "mmii/IImImm/mmiiImm/IImm/mm/mm/IIMImm/mm/mm/mm/mm/Imm/Mmm/IImm/mm/mm/IIImm/mmiImm/IImm/mm/mmmi/mI/Im",
    "Mmm/mm/IIImm/mmiImm/mm/IIImm/mm/mm/mm/mm/IImImm/mm/IIImm/Imm/Mmm/mmmMm/IImm/mm/mm/mmmii/IImImm/IImm/",
    "mm/mmii/INmm/IImm/IImm/mm/mm/mm/mm/IImmi/IImm/mm/mm/mm/MNm/Imm/MNmImm/IImm/mm/mm/mmiii/IIImm/ImmImm/",
    "mm/m/mIIImmm/IImm/mm/mm/mm/mm/IImImm/mmiImImm/mm/mmImmiiImm/mm/IImm/IImm/mm/mm/mm/mm/IImImm/mm/m/MNm",
    "IIMI",
  ].join(""),
  [
    "mm/mm/mm/mm/mm/mm/Imm/mmmMm/mm/mmImmmiImmm/m/INmmi/IImm/mm/mm/mmmiii//INImm/IImmm/IImm/mm/mImmmImm/m",
    "m/Imm/MNmmii/IImm/mm/mm/mmmm//Imm/MNImm/mm/ImMmm/mImImm/mmi/mIImm/mmImm/IImm/mm/mmiii/IImm/mImImm/mm",
    "/mImm/Nmm/ImMmmii/IImm/mm/mm/mm/mm/ImiiiiImm/mm/IIImm/mm/ImmImm/mImm/IImm/mmi/mm/mm//mIIMMmImm/mm/mi",
    "iiImm/mIImm/mm/NmmImm/IImm/mm/mm/mm/mmmIm/mmIImmImm/mm/mImm/IImmm/IImm/mm/mm/mmii/IImmiImm/mm/Imm/MN",
    "mm/mImImm/mm/mm/mmiIIMImm/mm/mm/mm/mm/Imm/mMm/mImImm/mm/mm/IImImm/mm/INmm/IImm/mm/mmi/mmmIm/ImmmMmm/",
    "mm/mIIImm/mmi/ImmMmm/mm/IIImm/mm/mm/mm/mm/IImImm/m/ImmIImm/Imm/Mmm/mmmMm/IImm/mm/mm/mmmii/IImImm/IIm",
    "m/mm/mmmImm/IImm/IImm/mm/mm/mm/mm/IImm/IImm/mmm/mi/mMi/ImmMImmi/IImm/mm/mm/mmiii/IIImm/IImm/mm/mm/II",
    "Immm/IImm/mm/mm/mm/mm/IIImm/mIImm/mmm/IImm/mm/IImmmi/IImm/mm/mm/mm/mm/IIImm/IIMImm/mm/mm/mm/mm/Imm/M",
    "mm/mm/IImm/Imm/IImm/mm/mm/mmmmii/IImm/IImmm/IImm/mm/IImm/Imm/IImm/mm/mm/mmmm/IImm/Imm/IImm/mm/IImm/I",
    "mmiii/IImm/mm/mmi/IImmm/ImmImmm/m/IImm/IImm/mm/mm/mm/mm/IImm/mm/IImmImm/mm/IImm/Immmii/IImm/mm/mm/mm",
    "/m/IImmMMImm/mm/Imm/IImm/Imm/IImm/mm/mm/mm/Imm/IImmiiImm/mm/Imm/IImmmi//mmMImImm/mm/mm/mm/IImmiiImm/",
    "mImm/IImm/mm/m/ImImMImm/mm/mm/mm/mm/Imm/Mmm/ImmImm/mm/mm/IImmi/mmMImm/mmiImmii/IImm/mm/mmm/IImm/mm/I",
    "ImImm/mImm/mm/IImmImm/mm/mm/mm/mm/IImmi/mINmm/mm/ImImiiiImmi/Imm/Mmm/M/ImImm/mm/mm/mm/IImImm/mmIImm/",
    "mm/Imm/IImm/miiiiIImm/mm/mm/mm/mmii/IImm/mm/mm/mMINImm/mm/mImImmiii/IImm/mm/mm/mm/IImmImmi/ImImm/mm/",
    "mm/mmImImm/mmMImmmm/mI/mm/NMImm/mm/mm/mm/mmii/IImm/mm/NMImm/mmiImImm/mmm/IImm/mm/IImmmiii/I/NImm/mm/",
    "m/mmm/miii/IIm/NImm/mmm/NImiImmmmMmI",
  ].join(""),
  [
    "/mmmm/mm/mm/mm/mm/Imm/Mmm/mm/ImmiImm/Imm/IImm/mm/mm/mm/IImm/IImm/mmiiImImm/mm/mImmmImm/Imm/IImm/mm/m",
    "m/mmm/IImm/Im/IImm/mm/mIImm/Immiii/IImm/mm/mm/IImmm/Imi//mmmMIm/NMmm/mmi/IImm/IImm/mm/mm/mm/mm/IImm/",
    "mm/IImmiiiImm/mm/IImm/Immmii/IImm/mm/mm/mm/m/IImmMMImm/mm/Imm/IImm/mImm/IImm/mm/mm/mm/Imm/IImmiImm/m",
    "m/Imm/IImmmiii/IImm/mm/mm/mm/IImmiImm/Imm/IImm/mm/mm/IIMImm/mm/mm/mm/mm/Imm/Mmm/IImm/mm/mm/IImmiiImm",
    "/mImmii/IImm/mm/mmmi/IImm/mm/IIImm/Imm/mm/IIImm/mm/mm/mm/mm/IIImm/mm/IIImmi/Im/Mmmm/M/IImm/mm/mm/mmi",
    "/IIImm/IImm/mm/Imm/IImm/mIImm/mm/mm/mm/mm/IImm/mIImm/mmm/IImmiii/IImm/mm/mm/mmi/IIImm/IImm/mm/mm/III",
    "mmmm/IImm/mm/mm/mm/mm/IImmImm/IImm/mmm/IImm/mm/IImmmmii/IImm/mm/mm/mm/mm/IImiImm/IIMImmmm/mm/mm/mm/m",
    "m/Imm/Mmm/mm/IImm/Imm/IImm/mm/mm/mmmi/IImm/IImmm/IImm/mm/IImm/Imm/IImm/mm/mm/mmmm/IImm/Imm/IImm/mm/I",
    "Imm/Immiii/IImm/mm/mmi/IImmm/ImImmm/m/IImm/IImm/mm/mm/mm/mm/IImm/mm/IImmmImm/mm/IImm/Immmii/IImm/mm/",
    "mm/mm/m/IIMMImm/mm/Imm/IImm/Imm/IImm/mm/mm/mm/Imm/IImmImm/mm/Imm/IImmmiii/IImm/mm/mm/mm/IImmiImm/Imm",
    "/IImm/mm/mm/IIMImm/mm/mm/mm/mm/Imm/Mmm/IImm/mm/mm/IImmiiImm/mmImmii/IImm/mm/mmm/IImm/mm/IIImm/Imm/mm",
    "/IImImm/mm/mm/mm/mm/IImmImm/mm/IImmImmi/Im/Mmmm/M/IImm/mm/mm/mm/IIImm/IImm/mm/Imm/IImm/mmiiIImm/mm/m",
    "m/mm/mmi/IImm/mmiiIImm/mm/ImImmiii/IImm/mm/mm/mm/IImmImmi/IImm/mm/mm/mImImm/mMImmmm/Im/m/NMImm/mm/mm",
    "/mm/mmi/IImm/mm/NMImm/mmmImImm/mmm/IImm/mm/IImmmiii/I/NImm/mm/m/mmm/mmi/IIm/NImm/mmmiImiImmmMI",
  ].join(""),
  [
    "/mmmm/mm/mm/mm/mm/Imm/Mmm/mm/Imm/mIm/NMmm/mImm/IImm/mm/mm/mm/IImm/IImm/mmiiImmImm/mm/mImmiImm/mImm/I",
    "Imm/mm/mm/mmm/IImm/Im/ImImm/mm/mmIImm/Immiii/IImm/mm/mm/IImm/mmImm/m/m/NMImm/NMmm/mmi/IImm/mIImm/mm/",
    "mm/mm/mm/IImm/mm/IImmi/NImm/mm/mImImm/mmImmiii/IImm/mm/mm/mm/mi/IImm/NMmMImm/mm/Im/mmiImImm/mmImm/II",
    "mm/mm/mm/mm/Imm/IImmi/mmMImm/mm/Immi/IImmi/m/mmiMImmmImm/mm/mm/mm/IImm/NImm/mImm/IImm/mm/m/mImmImmMI",
    "mm/mm/mm/mm/mm/Imm/Mmm/ImmiImm/mm/mm/mImImm/mm/NMImm/mmiImmii/IImm/mm/mmm/IImm/mm/IImImm/mImm/mm/IIm",
    "mImm/mm/mm/mm/mm/IImmiiImm/mm/IImiiImmi/Im/Mmmm/M/IImm/mm/mm/mm/IIImm/mIImm/mm/Imm/IImm/mmiIImm/mm/m",
    "m/mm/mmi/IImm/mmmIImm/mmm/IImmiii/IImm/mm/mm/mm/IIImmi/IImm/mm/mm/IImImmmm/ImmImm/mm/mm/mm/mm/IImmi/",
    "mMImm/IImm/mmm/IImm/mm/IImmmmii/IImm/mm/mm/mm/mm/IImiiIm/IIMI/mmmmmm/mm/mm/mm/Imm/Mmm/mm/IImm/Imm/II",
    "mm/mm/mm/mmmmi/IImm/IImmm/IImm/mm/IImm/Imm/IImm/mm/mm/mmmm/IImm/Imm/IImm/mm/IImm/Immi/IImm/mm/mmiii/",
    "IImmm/IImm/mm/ImmImmi/IImm/mm/mm/mm/mm/ImImm/mm/IIImm/mm/IImm/Immi/IImm/mmi/m/mmm//IIMMImm/mm/mmImm/",
    "IImm/mmmImm/IImm/mm/mm/mm/mImm/IImImm/mm/Imm/IImmm/IImm/mm/mm/mmii/IImmImm/mmi/ImmMmm/IImm/mm/mm/mmI",
    "IMImmmmmm/mm/mm/mm/mm/Imm/mMm/mImImm/mm/mm/IImImm/mm/INmm/IImm/mm/mmi/mmmIm/ImmmMmm/mm/mIIImm/mmi/Im",
    "mMmm/mm/IIImm/mm/mm/mm/mm/IImmImm/m/mImmIImm/Imm/mMmm/mm/MNmi/IImm/mm/mm/mmmii/IImmImm/mImImm/mm/mmi",
    "/INmm/IImm/IImm/mm/mm/mm/mm/ImImmi/IImmi/m/mm/mm/MNm/Im/MNmmIm/IImm/mm/mm/mmiii/IIImm/ImiImm/mm/m/mm",
    "IIImmm/IImm/mm/mm/mm/mm/IImImm/mmiiImImm/mm/mmImmiiImm/mm/IImm/IImm/mm/mm/mm/mm/IImImm/mm//mMN/ImmMI",
    "MI",
  ].join(""),
];
