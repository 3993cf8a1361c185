// Data as views/packing.py packs it: an Arrow table of one cell.

/** The packed bytes. */
export function content(table) {
  return table.getChildAt(0).get(0);
}

export function equal(one, other) {
  return one.length === other.length && one.every((byte, k) => byte === other[k]);
}

export async function unpack(table) {
  const plain = new Blob([content(table)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(plain).text());
}
