/** The few parts of libheif's JavaScript interface that are used here; the package has no types of its own for this entry. */
declare module 'libheif-js/wasm-bundle.js' {
  type Handle = { readonly handle: unique symbol };
  type Constant = { readonly value: number };

  type HeifImage = {
    handle: Handle;
    is_primary: () => boolean;
    get_width: () => number;
    get_height: () => number;
  };

  const libheif: {
    HeifDecoder: new () => { decode: (bytes: Uint8Array) => HeifImage[] };
    heif_colorspace: { heif_colorspace_YCbCr: Constant; heif_colorspace_RGB: Constant };
    heif_chroma: { heif_chroma_444: Constant; heif_chroma_interleaved_RGBA: Constant };
    /** Planes of the picture, or an error's code and message. */
    heif_js_decode_image2: (handle: Handle, colorspace: Constant, chroma: Constant) => unknown;
  };
  export default libheif;
}
