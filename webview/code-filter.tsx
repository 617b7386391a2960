/** Which code's tasks all views show: that of a file, or one function. */

import type { JSX } from 'preact';
import type { CodeFile } from '../shared/panel/questions.ts';
import type { ViewProps } from './app.tsx';
import { useAnswer } from './host/use-answer.ts';
import { shortPaths } from './words.ts';

export function CodeFilter({
  state: { filter },
  dispatch,
  disabled,
}: ViewProps & { readonly disabled: boolean }): JSX.Element {
  const known = useAnswer({ kind: 'files' });
  const files = known.kind === 'answered' ? known.answer : [];
  const names = shortPaths(files.map(({ file }) => file));
  const inFile = files.filter(({ file }) => filter.file === '' || file === filter.file);
  return (
    <>
      <select
        aria-label="Show tasks of this file"
        value={filter.file}
        disabled={disabled}
        onChange={({ currentTarget: { value } }) => dispatch({ kind: 'filter', filter: { file: value, site: '' } })}
      >
        <option value="">any file</option>
        {files.map(({ file }, at) => (
          <option key={file} value={file}>
            {names[at]}
          </option>
        ))}
      </select>
      <select
        aria-label="Show tasks of this function"
        value={filter.site}
        disabled={disabled}
        onChange={({ currentTarget: { value } }) => dispatch({ kind: 'filter', filter: { site: value } })}
      >
        <option value="">any function</option>
        {inFile.length === 1
          ? inFile[0]!.functions.map(toOption)
          : inFile.map(({ file, functions }, at) => (
              <optgroup key={file} label={names[at]}>
                {functions.map(toOption)}
              </optgroup>
            ))}
      </select>
    </>
  );
}

const toOption = ({ site, name, place }: CodeFile['functions'][number]): JSX.Element => (
  <option key={site} value={site}>
    {`${name} (line ${place.line + 1})`}
  </option>
);
