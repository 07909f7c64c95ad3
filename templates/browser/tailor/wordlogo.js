// The logo on the cover of a Word file. The same as `documents/formats/docx/logo.py`.
import { strFromU8 } from "fflate";
import { must } from "./wordxml.js";
/** @import { Picture } from "./picture.js" */
/** @import { WordFile } from "./wordfile.js" */

const ROOM = [61, 25]; // millimetres
const TOP = 20; // millimetres from the top of the page, and from its right edge
const PAGE = 210; // millimetres that the page is wide
const PIXEL = 25.4 / 96; // millimetres, in CSS
const EMU = 36000; // Office’s own measure to a millimetre
const RELATION = "rIdLogo";
const RELATIONS = "word/_rels/document.xml.rels";
const TYPES = "[Content_Types].xml";

/** @param {WordFile} file @param {Picture | null} picture @param {string} text what it says, for people who do not see it */
export function setLogo(file, picture, text) {
  if (!picture) return;
  const ending = picture.type.split("/")[1];
  const relation = `<Relationship Id="${RELATION}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/logo.${ending}"/>`;
  file.files[`word/media/logo.${ending}`] = Uint8Array.from(atob(picture.content), (letter) => letter.charCodeAt(0));
  file.write(RELATIONS, strFromU8(file.files[RELATIONS]).replace("</Relationships>", () => `${relation}</Relationships>`));
  const types = strFromU8(file.files[TYPES]);
  const known = types.includes(`Extension="${ending}"`);
  if (!known) file.write(TYPES, types.replace("</Types>", () => `<Default Extension="${ending}" ContentType="${picture.type}"/></Types>`));
  const cover = must([...file.body.children].find(({ localName }) => localName === "p"), "cover");
  cover.append(cover.ownerDocument.importNode(runOf(picture, text), true));
}

/** The run that holds it, in the corner of the page. @param {Picture} picture @param {string} text */
function runOf({ width, height }, text) {
  const shrink = Math.min(1, ROOM[0] / (width * PIXEL), ROOM[1] / (height * PIXEL));
  const [wide, high] = [width, height].map((side) => side * PIXEL * shrink);
  const emu = (/** @type {number} */ millimetres) => Math.round(millimetres * EMU);
  const size = `cx="${emu(wide)}" cy="${emu(high)}"`;
  const named = 'id="102" name="Logo"';
  const made = new DOMParser().parseFromString(
    `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu(PAGE - TOP - wide)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${emu(TOP)}</wp:posOffset></wp:positionV><wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr ${named}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
    "application/xml",
  ).documentElement;
  for (const part of made.querySelectorAll('[name="Logo"]')) part.setAttribute("descr", text);
  return made;
}
