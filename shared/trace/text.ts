/** Text to bytes and back. */

// Every host has these; the language's own library, which is all that shared code may know, does not name them.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** As UTF-8. */
export const encodeText = (text: string): Uint8Array => encoder.encode(text);

/** As JSON in UTF-8. */
export const encodeJson = (value: unknown): Uint8Array => encodeText(JSON.stringify(value));

/** @throws TypeError for what is not UTF-8, SyntaxError for what is not JSON */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes));
