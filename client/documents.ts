// Which documents Asynclens looks at.
import { PROJECT_FILE } from '../shared/settings.ts';

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];
const SCHEMES = ['file', 'untitled'];

export const SOURCES = LANGUAGES.flatMap(language => SCHEMES.map(scheme => ({ language, scheme })));

/** The project file is no source, but the server reports the mistakes in it. */
export const PROJECT_FILES = { scheme: 'file', pattern: `**/${PROJECT_FILE}` };
