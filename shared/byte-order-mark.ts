/** The mark that some editors put at the start of a file, which is no part of its text. */

const BYTE_ORDER_MARK = '\uFEFF';

export const byteOrderMarkOf = (raw: string): string => (raw.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '');

/** What a file says, as compilers and editors count it. */
export const withoutByteOrderMark = (raw: string): string => raw.slice(byteOrderMarkOf(raw).length);
