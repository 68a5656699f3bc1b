import { addConstant, replaceStep, soleUser, usersOf, withNumber } from './model-steps.ts';
import { hasAttribute, type ModelNode, numbersOfAttribute, type OnnxModel, writeAttribute } from './onnx-model.ts';

/**
 * Folds a number that everything is multiplied by, and one that is added, into the convolution before them or those behind
 * them. Where neither can take them, they become a convolution of their own of one pixel, which stays in the order of numbers
 * that the runtime's convolutions work in.
 */
export function foldScales(model: OnnxModel): void {
  for (const convolution of model.nodes.filter(({ operator }) => operator === 'Conv')) foldBack(model, convolution);
  for (const product of model.nodes.filter(({ operator }) => operator === 'Mul')) foldOn(model, product);
}

/** The convolution with the numbers that follow it. */
function foldBack(model: OnnxModel, convolution: ModelNode): void {
  for (;;) {
    const step = soleUser(model, convolution, 'Mul') ?? soleUser(model, convolution, 'Add');
    const number = step === null ? undefined : withNumber(model, step)?.number;
    const weights = weightsOf(model, convolution);
    if (step === null || number === undefined || weights === null) return;
    const isScale = step.operator === 'Mul';
    setWeights(model, convolution, {
      ...weights,
      kernel: isScale ? weights.kernel.map((weight) => weight * number) : weights.kernel,
      bias: weights.bias.map((bias) => (isScale ? bias * number : bias + number)),
    });
    convolution.outputs = step.outputs;
    replaceStep(model, step);
  }
}

/** What is multiplied and added behind an activation, in the convolutions that follow. */
function foldOn(model: OnnxModel, product: ModelNode): void {
  const sum = soleUser(model, product, 'Add');
  const scaled = withNumber(model, product);
  const shift = sum === null ? undefined : withNumber(model, sum)?.number;
  const channels = channelsOf(model, scaled?.other ?? '');
  if (sum === null || scaled === null || shift === undefined || channels === null) return;
  const [result = ''] = sum.outputs;
  const users = usersOf(model, result);
  const weights = users.map((user) => (canTakeShift(user, result) ? weightsOf(model, user) : null));
  if (model.outputs.has(result) || weights.includes(null)) {
    const own = [
      addConstant(model, [channels, 1, 1, 1], new Float32Array(channels).fill(scaled.number)),
      addConstant(model, [channels], new Float32Array(channels).fill(shift)),
    ];
    const rest = [writeAttribute('group', { whole: channels }), writeAttribute('kernel_shape', { wholes: [1, 1] })];
    replaceStep(model, sum, { operator: 'Conv', inputs: [scaled.other, ...own], outputs: [result], rest });
  } else {
    for (const [i, user] of users.entries()) {
      const taken = weights[i];
      if (taken === null || taken === undefined) continue;
      const size = taken.kernel.length / taken.bias.length;
      setWeights(model, user, {
        ...taken,
        kernel: taken.kernel.map((weight) => weight * scaled.number),
        bias: taken.bias.map((bias, channel) => {
          const own = taken.kernel.subarray(channel * size, (channel + 1) * size);
          return bias + shift * own.reduce((total, weight) => total + weight, 0);
        }),
      });
      user.inputs[0] = scaled.other;
    }
    replaceStep(model, sum);
  }
  replaceStep(model, product);
}

/** At the rim of a picture a convolution sees nothing, which a shift of its weights would not know. */
function canTakeShift(user: ModelNode, name: string): boolean {
  const isFramed = numbersOfAttribute(user, 'pads').some((pad) => pad !== 0) || hasAttribute(user, 'auto_pad');
  return user.operator === 'Conv' && user.inputs[0] === name && !isFramed;
}

type Weights = { dims: number[]; kernel: Float32Array; bias: Float32Array };

function weightsOf(
  { constants }: OnnxModel,
  { operator, inputs: [, kernelName = '', biasName] }: ModelNode,
): Weights | null {
  const kernel = constants.get(kernelName);
  if (operator !== 'Conv' || kernel === undefined || !('floats' in kernel)) return null;
  const { dims, floats } = kernel;
  if (biasName === undefined) return { dims, kernel: floats, bias: new Float32Array(dims[0] ?? 0) };
  const bias = constants.get(biasName);
  return bias !== undefined && 'floats' in bias ? { dims, kernel: floats, bias: bias.floats } : null;
}

function setWeights(model: OnnxModel, convolution: ModelNode, { dims, kernel, bias }: Weights): void {
  const [picture = ''] = convolution.inputs;
  convolution.inputs = [picture, addConstant(model, dims, kernel), addConstant(model, [bias.length], bias)];
}

/** How many channels a value has, as the convolution that it comes from says; null where there is none. */
function channelsOf(model: OnnxModel, name: string): number | null {
  const maker = model.nodes.find(({ outputs }) => outputs.includes(name));
  if (maker === undefined) return null;
  if (maker.operator === 'Conv') {
    const dims = weightsOf(model, maker)?.dims ?? [];
    return dims.length === 4 ? (dims[0] ?? null) : null;
  }
  const keepsChannels = ['Mul', 'Relu', 'Clip', 'HardSigmoid', 'Sigmoid'].includes(maker.operator);
  return keepsChannels ? channelsOf(model, maker.inputs[0] ?? '') : null;
}
