// Which documents Asynclens looks at.
import { PACK_SUFFIX, PROJECT_FILE } from '../shared/settings.ts';

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];
const SCHEMES = ['file', 'untitled'];

export const SOURCES = LANGUAGES.flatMap(language => SCHEMES.map(scheme => ({ language, scheme })));

/** Project files and packs are no sources, but the server reports the mistakes in them. */
export const PROJECT_FILES = { scheme: 'file', pattern: `**/{${PROJECT_FILE},*${PACK_SUFFIX}}` };
