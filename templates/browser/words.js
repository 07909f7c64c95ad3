// How text becomes words to search by: small letters, no accents, no apostrophes, so that ’ and ' and none are the same.
const BETWEEN = /[^a-z0-9]+/;
const IDLE = new Set("a an and are as at be by do for from has have how i in is it its me my of on or our the their them they this to was we what when who will with you your".split(" "));

export function plain(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f'’‘]/g, "").toLowerCase();
}

export function words(text) {
  return plain(text).split(BETWEEN).filter(Boolean);
}

// A query of idle words alone is searched as it stands.
export function wanted(query) {
  const all = words(query);
  const telling = all.filter((word) => !IDLE.has(word));
  return telling.length ? telling : all;
}
