// An address as a QR code in SVG: one path, black on white, so that it can be scanned from any paper and in both schemes.
import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white margin, which the standard requires

const MOST = 27; // the largest version that a phone can read from paper, at the larger of the two sizes
const FINE = 85; // the most modules across, with the margin, at the smaller size

/**
 * The code; null if the address is too long for one that a phone can read from paper.
 * @param {string} address
 * @returns {SVGSVGElement | null}
 */
export function qr(address) {
  const code = encoded(address);
  if (!code) return null;
  const { data, size } = code;
  let path = "";
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  }
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", `0 0 ${size} ${size}`);
  if (size > FINE) made.setAttribute("class", "qr--large");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", "QR code that opens this list");
  made.setAttribute("shape-rendering", "crispEdges");
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("class", "qr__ground");
  ground.setAttribute("width", String(size));
  ground.setAttribute("height", String(size));
  const dark = document.createElementNS(SVG, "path");
  dark.setAttribute("class", "qr__dark");
  dark.setAttribute("d", path);
  made.append(ground, dark);
  return made;
}

/** @param {string} address */
function encoded(address) {
  try {
    return encode(address, { ecc: "M", border: QUIET, maxVersion: MOST });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
