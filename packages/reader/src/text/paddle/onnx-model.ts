import { type Field, joinBytes, readFields, readFloat, readNumbers, writeField, writeFloat } from './message-fields.ts';

// numbers of the fields of ONNX's messages (onnx.proto3)
const graphOfModel = 7;
const ofGraph = { node: 1, initializer: 5, output: 12 };
const ofNode = { input: 1, output: 2, operator: 4, attribute: 5 };
const ofAttribute = { name: 1, float: 2, number: 3, tensor: 5, graph: 6, numbers: 8, graphs: 11, type: 20 };
const ofTensor = { dims: 1, type: 2, floats: 4, name: 8, raw: 9 };
const nameOfValue = 1;
const float32 = 1;

/** A step of a model. `rest` is what is written of it beside the names, its attributes above all. */
export type ModelNode = { operator: string; inputs: string[]; outputs: string[]; rest: Uint8Array[] };

/** Numbers that a model comes with: 32-bit floats, or something else, which stays as it is written. */
export type Constant = { dims: number[]; floats: Float32Array } | { written: Uint8Array[] };

/** A neural network as ONNX writes it: its steps in an order in which they can be done, and its constants by name. */
export type OnnxModel = {
  nodes: ModelNode[];
  constants: Map<string, Constant>;
  outputs: Set<string>;
  restOfGraph: Uint8Array[];
  rest: Uint8Array[];
};

/** @throws Error where the bytes are no such model. */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  const fields = readFields(bytes);
  const graph = partsOf(fields, graphOfModel).flatMap(readFields);
  const nodes: ModelNode[] = [];
  const constants = new Map<string, Constant>();
  for (const tensor of partsOf(graph, ofGraph.initializer)) {
    constants.set(textOf(readFields(tensor), ofTensor.name), decodeConstant(tensor));
  }
  for (const written of partsOf(graph, ofGraph.node)) {
    const node = decodeNode(written);
    const tensor = node.operator === 'Constant' ? tensorOf(node) : null;
    if (tensor === null) nodes.push(node);
    else constants.set(node.outputs[0] ?? '', decodeConstant(tensor));
  }
  const known: number[] = Object.values(ofGraph).filter((number) => number !== ofGraph.output);
  return {
    nodes,
    constants,
    outputs: new Set(partsOf(graph, ofGraph.output).map((value) => textOf(readFields(value), nameOfValue))),
    restOfGraph: wholes(graph.filter(({ number }) => !known.includes(number))),
    rest: wholes(fields.filter(({ number }) => number !== graphOfModel)),
  };
}

/** The model's bytes, with all constants as initializers. */
export function encodeModel({ nodes, constants, restOfGraph, rest }: OnnxModel): Uint8Array {
  const written = nodes.map(({ operator, inputs, outputs, rest: more }) =>
    joinBytes([
      ...inputs.map((name) => writeField(ofNode.input, name)),
      ...outputs.map((name) => writeField(ofNode.output, name)),
      writeField(ofNode.operator, operator),
      ...more,
    ]),
  );
  const graph = [
    ...written.map((node) => writeField(ofGraph.node, node)),
    ...[...constants].map(([name, constant]) => writeField(ofGraph.initializer, encodeConstant(name, constant))),
    ...restOfGraph,
  ];
  return joinBytes([...rest, writeField(graphOfModel, joinBytes(graph))]);
}

/** The whole numbers of an attribute; none where it is not there. */
export function numbersOfAttribute(node: ModelNode, name: string): number[] {
  return numbersOf(attributeOf(node, name), ofAttribute.numbers);
}

/** The number of an attribute; null where it is not there. */
export function floatOfAttribute(node: ModelNode, name: string): number | null {
  const field = attributeOf(node, name).find(({ number }) => number === ofAttribute.float);
  return field === undefined ? null : readFloat(field);
}

/** Whether a step says anything under that name. */
export function hasAttribute(node: ModelNode, name: string): boolean {
  return attributeOf(node, name).length > 0;
}

/** An attribute with a 32-bit float, a whole number, or several of them, as it is written. */
export function writeAttribute(
  name: string,
  value: { float: number } | { whole: number } | { wholes: readonly number[] },
): Uint8Array {
  const content = 'float' in value ? [writeFloat(ofAttribute.float, value.float), typed(1)] : [];
  if ('whole' in value) content.push(writeField(ofAttribute.number, value.whole), typed(2));
  if ('wholes' in value) content.push(...value.wholes.map((whole) => writeField(ofAttribute.numbers, whole)), typed(7));
  return writeField(ofNode.attribute, joinBytes([writeField(ofAttribute.name, name), ...content]));
}

function typed(type: number): Uint8Array {
  return writeField(ofAttribute.type, type);
}

function attributeOf({ rest }: ModelNode, name: string): Field[] {
  const attributes = rest.flatMap((field) => partsOf(readFields(field), ofNode.attribute)).map(readFields);
  return attributes.find((attribute) => textOf(attribute, ofAttribute.name) === name) ?? [];
}

/** Whether a step holds a model of its own, whose steps may use any value of this one. */
export function hasInnerModel({ rest }: ModelNode): boolean {
  return rest
    .flatMap((field) => partsOf(readFields(field), ofNode.attribute))
    .flatMap(readFields)
    .some(({ number }) => number === ofAttribute.graph || number === ofAttribute.graphs);
}

function decodeNode(node: Uint8Array): ModelNode {
  const fields = readFields(node);
  const named: number[] = [ofNode.input, ofNode.output, ofNode.operator];
  return {
    operator: textOf(fields, ofNode.operator),
    inputs: partsOf(fields, ofNode.input).map(toText),
    outputs: partsOf(fields, ofNode.output).map(toText),
    rest: wholes(fields.filter(({ number }) => !named.includes(number))),
  };
}

function tensorOf(node: ModelNode): Uint8Array | null {
  return partsOf(attributeOf(node, 'value'), ofAttribute.tensor)[0] ?? null;
}

function decodeConstant(tensor: Uint8Array): Constant {
  const fields = readFields(tensor);
  const isFloat = fields.some(({ number, value }) => number === ofTensor.type && value === float32);
  const [raw] = [...partsOf(fields, ofTensor.raw), ...partsOf(fields, ofTensor.floats)];
  if (!isFloat || raw === undefined)
    return { written: wholes(fields.filter(({ number }) => number !== ofTensor.name)) };
  return { dims: numbersOf(fields, ofTensor.dims), floats: new Float32Array(Uint8Array.from(raw).buffer) };
}

function encodeConstant(name: string, constant: Constant): Uint8Array {
  if ('written' in constant) return joinBytes([...constant.written, writeField(ofTensor.name, name)]);
  const { buffer, byteOffset, byteLength } = constant.floats;
  return joinBytes([
    ...constant.dims.map((size) => writeField(ofTensor.dims, size)),
    writeField(ofTensor.type, float32),
    writeField(ofTensor.name, name),
    writeField(ofTensor.raw, new Uint8Array(buffer, byteOffset, byteLength)),
  ]);
}

/** The whole numbers of a repeated field, written one by one or packed together. */
function numbersOf(fields: readonly Field[], wanted: number): number[] {
  return fields.flatMap(({ number, value }) => {
    if (number !== wanted) return [];
    return typeof value === 'number' ? [value] : readNumbers(value);
  });
}

function partsOf(fields: readonly Field[], wanted: number): Uint8Array[] {
  return fields.flatMap(({ number, value }) => (number === wanted && value instanceof Uint8Array ? [value] : []));
}

function textOf(fields: readonly Field[], wanted: number): string {
  const [text] = partsOf(fields, wanted);
  return text === undefined ? '' : toText(text);
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function wholes(fields: readonly Field[]): Uint8Array[] {
  return fields.map(({ whole }) => whole);
}
