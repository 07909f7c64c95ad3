// An address as a QR code: one path, black on white, so that it scans from any paper and in either scheme.
import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around it, which the standard asks for

/** @param {string} address @returns {SVGSVGElement} */
export function qr(address) {
  const { data, size } = encode(address, { ecc: "M", border: QUIET });
  let path = "";
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  }
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", `0 0 ${size} ${size}`);
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
