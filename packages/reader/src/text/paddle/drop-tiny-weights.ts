/** Numbers of the fields of ONNX's messages that lead to the weights, and its number for 32-bit floats (onnx.proto3). */
const graphOfModel = 7;
const nodeOfGraph = 1;
const initializerOfGraph = 5;
const attributeOfNode = 5;
const tensorOfAttribute = 5;
const dataTypeOfTensor = 2;
const rawDataOfTensor = 9;
const float32 = 1;

/** Smaller weights than this change no answer; the largest of the models are near 1. */
const tiny = 1e-20;

/**
 * A copy of an ONNX model in which weights too small to matter, of which PP-OCR's recognizer has thousands, are zero.
 * Processors are many times slower on numbers below 1.2e-38, which the runtime also makes out of larger ones where it
 * folds a scale into them; without them a line takes a third of the time.
 */
export function dropTinyWeights(model: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(model);
  for (const graph of partsOf(copy, graphOfModel)) {
    const constants = partsOf(graph, nodeOfGraph)
      .flatMap((node) => partsOf(node, attributeOfNode))
      .flatMap((attribute) => partsOf(attribute, tensorOfAttribute));
    for (const tensor of [...partsOf(graph, initializerOfGraph), ...constants]) {
      if (fieldsOf(tensor).some(({ number, value }) => number === dataTypeOfTensor && value === float32)) {
        partsOf(tensor, rawDataOfTensor).forEach(zeroTiny);
      }
    }
  }
  return copy;
}

function zeroTiny(floats: Uint8Array): void {
  const view = new DataView(floats.buffer, floats.byteOffset, floats.byteLength);
  for (let at = 0; at + 4 <= floats.byteLength; at += 4) {
    if (Math.abs(view.getFloat32(at, true)) < tiny) view.setUint32(at, 0, true);
  }
}

/** A field of a message: a number, or the bytes of a text or of a message within. */
type Field = { number: number; value: number | Uint8Array };

function partsOf(message: Uint8Array, wanted: number): Uint8Array[] {
  return fieldsOf(message).flatMap(({ number, value }) =>
    number === wanted && value instanceof Uint8Array ? [value] : [],
  );
}

/** Takes a message of protocol buffers apart; its parts share its bytes. */
function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < message.length) {
    const tag = readNumber();
    const number = Math.floor(tag / 8);
    const kind = tag % 8;
    if (kind === 0) fields.push({ number, value: readNumber() });
    else if (kind === 1) at += 8;
    else if (kind === 5) at += 4;
    else if (kind === 2) {
      const length = readNumber();
      fields.push({ number, value: message.subarray(at, at + length) });
      at += length;
    } else throw new Error('The model file is not in the format of ONNX.');
  }
  return fields;

  function readNumber(): number {
    let [value, factor] = [0, 1];
    for (let byte = 128; byte >= 128; factor *= 128) {
      byte = message[at++] ?? 0;
      value += (byte % 128) * factor;
    }
    return value;
  }
}
