import type { ModelNode, OnnxModel } from './onnx-model.ts';

/** The steps that use a value. */
export function usersOf({ nodes }: OnnxModel, name: string): ModelNode[] {
  return nodes.filter(({ inputs }) => inputs.includes(name));
}

/** The step of the given operator that alone uses what a step makes; null where others do, or the model answers with it. */
export function soleUser(model: OnnxModel, { outputs: [name = ''] }: ModelNode, operator: string): ModelNode | null {
  const [user, ...others] = usersOf(model, name);
  if (user === undefined || others.length > 0 || model.outputs.has(name)) return null;
  return user.operator === operator ? user : null;
}

/** A step with one number and one other value: a sum, a product, a quotient by the number. Null where it is none. */
export function withNumber(
  model: OnnxModel,
  { operator, inputs: [a = '', b = ''] }: ModelNode,
): { number: number; other: string } | null {
  const [first, second] = [numberOf(model, a), numberOf(model, b)];
  if (second !== null && first === null) return { number: second, other: a };
  return first !== null && second === null && operator !== 'Div' ? { number: first, other: b } : null;
}

/** The only number of a constant; null where it holds more. */
export function numberOf({ constants }: OnnxModel, name: string): number | null {
  const constant = constants.get(name);
  if (constant === undefined || !('floats' in constant) || constant.dims.length > 1) return null;
  return constant.floats.length === 1 ? (constant.floats[0] ?? null) : null;
}

/** Adds a constant under a name of its own. */
export function addConstant(model: OnnxModel, dims: number[], floats: Float32Array): string {
  const name = `simplified.${model.constants.size}`;
  model.constants.set(name, { dims, floats });
  return name;
}

/** Puts steps in place of one step. */
export function replaceStep({ nodes }: OnnxModel, step: ModelNode, ...others: ModelNode[]): void {
  nodes.splice(nodes.indexOf(step), 1, ...others);
}
