// Data as views/packing.py packs it.

/** A frame's plain head, and the packed bytes behind it. */
export function split(frame) {
  const from = 4, to = from + new DataView(frame.buffer, frame.byteOffset).getUint32(0, true);
  return { head: JSON.parse(new TextDecoder().decode(frame.subarray(from, to))), body: frame.subarray(to) };
}

export function equal(one, other) {
  return one.length === other.length && one.every((byte, k) => byte === other[k]);
}

export async function unpack(bytes) {
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(plain).text());
}
