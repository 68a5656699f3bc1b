type WasmMemory = { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
// Node has it, but its types leave it to those of browsers
declare const WebAssembly: { Memory: { prototype: WasmMemory } };

const pageBytes = 65_536;

/**
 * Lets no WebAssembly memory of this thread grow beyond `mostBytes`. Decoders grow theirs through this one function and
 * take its refusal for "out of memory".
 */
export function limitWasmMemory(mostBytes: number): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (this: WasmMemory, pages) {
    if (this.buffer.byteLength + pages * pageBytes > mostBytes) throw new RangeError('WebAssembly memory is limited.');
    return grow.call(this, pages);
  };
}
