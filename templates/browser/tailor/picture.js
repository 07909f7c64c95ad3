// A picture drawn anew from its pixels, no larger than a cover needs: nothing else of the file that it came from is left.
// The limits are the same as `knowledge/library/logos.py` has, which reads again what is saved here. Each packs the pixels in its own way.

/** What a picture may be: bytes of its file, and characters in base64 of what is kept; and pixels, of a picture as it is kept, of the longest side before and the shortest after. @typedef {{bytes: number, longest: number, fits: number[], side: number, least: number}} Limits */
/** A picture made clean: its content in base64, its media type, and its sides in pixels. @typedef {{content: string, type: string, width: number, height: number}} Picture */

const KINDS = [["iVBOR", "image/png"], ["/9j/", "image/jpeg"]];
const QUALITY = 0.92;

/** Why a picture is not taken, in words for the reader. */
export class NoPicture extends Error {}

/** @param {string} content in base64 @param {Limits} limits @returns {Promise<Picture>} */
export async function cleanPicture(content, limits) {
  const type = KINDS.find(([start]) => content.startsWith(start))?.[1];
  if (!type) throw new NoPicture("It is neither PNG nor JPEG. Save it as one of them in a picture program.");
  const image = await shown(`data:${type};base64,${content}`);
  const { naturalWidth: wide, naturalHeight: high } = image;
  if (Math.max(wide, high) > limits.side) throw new NoPicture(`It has a side of more than ${limits.side} pixels. Save it smaller in a picture program.`);
  const shrink = Math.min(1, limits.fits[0] / wide, limits.fits[1] / high);
  const [width, height] = [wide, high].map((side) => Math.round(side * shrink));
  if (Math.min(width, height) < limits.least) throw new NoPicture(`It would have only ${width} by ${height} pixels on the cover. Use a larger picture, or one that is less long and thin.`);
  const drawn = drawing(image, width, height, type);
  // A photograph saved as PNG takes much room, and is none the worse as JPEG.
  const made = drawn.content.length > limits.longest ? drawing(image, width, height, "image/jpeg") : drawn;
  if (made.content.length > limits.longest) throw new NoPicture("It takes up too much space. Save it smaller in a picture program.");
  return { ...made, width, height };
}

/** @param {string} address @returns {Promise<HTMLImageElement>} */
function shown(address) {
  return new Promise((done, refuse) => {
    const image = new Image();
    image.onload = () => (image.naturalWidth && image.naturalHeight ? done(image) : image.onerror?.(""));
    image.onerror = () => refuse(new NoPicture("It is damaged. Open it in a picture program, and save it again."));
    image.src = address;
  });
}

/** @param {HTMLImageElement} image @param {number} width @param {number} height @param {string} type */
function drawing(image, width, height, type) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) throw new NoPicture("This browser cannot draw pictures.");
  pen.imageSmoothingQuality = "high";
  if (type === "image/jpeg") {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
  }
  pen.drawImage(image, 0, 0, width, height);
  const [head, content] = canvas.toDataURL(type, QUALITY).split(",");
  return { content, type: head.slice("data:".length).split(";")[0] };
}
