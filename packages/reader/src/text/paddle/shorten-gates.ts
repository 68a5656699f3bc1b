import { addConstant, replaceStep, soleUser } from './model-steps.ts';
import type { ModelNode, OnnxModel } from './onnx-model.ts';

/**
 * Writes x + x · g as x · (g + 1), where g is a number for each channel of a picture (the gates of squeeze and excitation), so that
 * there is one step over the whole picture instead of two.
 */
export function shortenGates(model: OnnxModel): void {
  for (const product of model.nodes.filter(({ operator }) => operator === 'Mul')) {
    const sum = soleUser(model, product, 'Add');
    const gate = product.inputs.find((name) => isGate(model, name));
    const picture = product.inputs.find((name) => name !== gate);
    if (sum === null || gate === undefined || picture === undefined || !sum.inputs.includes(picture)) continue;
    const one = addConstant(model, [1], Float32Array.of(1));
    const raised: ModelNode = { operator: 'Add', inputs: [gate, one], outputs: product.outputs, rest: [] };
    replaceStep(model, product, raised);
    replaceStep(model, sum, { ...product, inputs: [picture, ...raised.outputs], outputs: sum.outputs });
  }
}

/** Whether a value goes back, through steps of one input each, to a mean over the whole picture. */
function isGate(model: OnnxModel, name: string): boolean {
  const maker = model.nodes.find(({ outputs }) => outputs.includes(name));
  if (maker === undefined) return false;
  if (maker.operator === 'GlobalAveragePool') return true;
  return ['HardSigmoid', 'Sigmoid', 'Relu', 'Conv'].includes(maker.operator) && isGate(model, maker.inputs[0] ?? '');
}
