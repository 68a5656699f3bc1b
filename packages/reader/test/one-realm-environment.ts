import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest gives each test file types of its own, and what a native library returns is of the outer ones: ONNX Runtime
 * would refuse its own numbers. Here both have one Float32Array.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.Float32Array = Float32Array;
  }
}
