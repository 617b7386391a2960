// options: {}
/// <reference path="images.d.ts" />
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

declare function takeScreenshot(): Promise<Buffer>;

export async function screenshot(): Promise<Buffer> {
  const image = PNG.sync.read(await takeScreenshot());
  //            ^^^^^^^^^^^^^ error: `PNG.sync.read` decodes an image synchronously: the more there is, the longer nothing else runs.
  return encode(image, 80).data;
  //     ^^^^^^ error: `encode` encodes an image synchronously: the more there is, the longer nothing else runs.
}

export async function copy(image: PNG): Promise<Buffer> {
  return PNG.sync.write(image);
  //     ^^^^^^^^^^^^^^ error: `PNG.sync.write` encodes an image synchronously: the more there is, the longer nothing else runs.
}
