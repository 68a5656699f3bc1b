import { readName, readUint8, readUint16, readUint32 } from '../read-integer.ts';

const pointTags = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt', 'bkpt', 'lumi'];
const curveTags = ['rTRC', 'gTRC', 'bTRC', 'kTRC'];
const tableTags = ['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'gamt', 'pre0', 'pre1', 'pre2'];
/** How many parameters each function of a parametric curve has (ICC.1:2022, table 68). */
const curveParameters = [1, 3, 4, 5, 7];

/**
 * How many bytes of a tag of an ICC profile are numbers that colours are computed with; undefined when the tag is for
 * something else (text, devices, private use), or is of a type that it may not have. May exceed the data of a broken
 * tag.
 */
export function colorTagLength(name: string, data: Uint8Array): number | undefined {
  if (data.length < 12) return undefined;
  const type = readName(data, 0);
  if (pointTags.includes(name)) return type === 'XYZ ' ? 20 : undefined;
  if (name === 'chad') return type === 'sf32' ? 8 + 9 * 4 : undefined;
  if (name === 'cicp') return type === 'cicp' ? 12 : undefined;
  if (curveTags.includes(name)) return curveLength(type, data);
  if (tableTags.includes(name)) return tableLength(type, data);
  return undefined;
}

function curveLength(type: string, data: Uint8Array): number | undefined {
  if (type === 'curv') return 12 + 2 * readUint32(data, 8);
  const parameters = type === 'para' ? curveParameters[readUint16(data, 8)] : undefined;
  return parameters === undefined ? undefined : 12 + 4 * parameters;
}

function tableLength(type: string, data: Uint8Array): number | undefined {
  // Newer tables are a tree of curves and matrices inside the tag; they are taken whole.
  if (type === 'mAB ' || type === 'mBA ') return Math.max(32, data.length);
  if ((type !== 'mft1' && type !== 'mft2') || data.length < 52) return undefined;
  const inputs = readUint8(data, 8);
  const outputs = readUint8(data, 9);
  const grid = readUint8(data, 10) ** inputs * outputs;
  if (type === 'mft1') return 48 + 256 * inputs + grid + 256 * outputs;
  return 52 + 2 * (readUint16(data, 48) * inputs + grid + readUint16(data, 50) * outputs);
}
