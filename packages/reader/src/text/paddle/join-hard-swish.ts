import { numberOf, replaceStep, soleUser, withNumber } from './model-steps.ts';
import { floatOfAttribute, type ModelNode, type OnnxModel, writeAttribute } from './onnx-model.ts';

/**
 * Writes x · clip(x + 3, 0, 6) / 6 in the two steps x · hard sigmoid(x), which the runtime takes for one, the activation named
 * hard swish, and does together with the convolution before it.
 */
export function joinHardSwish(model: OnnxModel): void {
  for (const add of model.nodes.filter(({ operator }) => operator === 'Add')) {
    const sum = withNumber(model, add);
    const clip = soleUser(model, add, 'Clip');
    if (sum?.number !== 3 || clip === null || !isFromZeroToSix(model, clip)) continue;
    const product = soleUser(model, clip, 'Mul');
    const quotient = product === null ? null : soleUser(model, product, 'Div');
    if (product === null || quotient === null || !product.inputs.includes(sum.other)) continue;
    if (withNumber(model, quotient)?.number !== 6) continue;
    const sigmoid: ModelNode = {
      operator: 'HardSigmoid',
      inputs: [sum.other],
      outputs: add.outputs,
      rest: [writeAttribute('alpha', { float: 1 / 6 }), writeAttribute('beta', { float: 0.5 })],
    };
    replaceStep(model, add, sigmoid);
    replaceStep(model, clip);
    replaceStep(model, product);
    replaceStep(model, quotient, { ...product, inputs: [sum.other, ...add.outputs], outputs: quotient.outputs });
  }
}

function isFromZeroToSix(model: OnnxModel, clip: ModelNode): boolean {
  const [, least = '', most = ''] = clip.inputs;
  const from = floatOfAttribute(clip, 'min') ?? numberOf(model, least);
  const to = floatOfAttribute(clip, 'max') ?? numberOf(model, most);
  return from === 0 && to === 6;
}
