/** What leads to the code. */

import type { JSX } from 'preact';
import type { SourcePlace } from '../../shared/panel/tasks.ts';
import { useHost } from '../host/use-answer.ts';
import { placeText } from '../words.ts';

export function PlaceLink({ place }: { readonly place: SourcePlace | undefined }): JSX.Element {
  const host = useHost();
  if (place === undefined) return <></>;
  return (
    <button class="link place" title={place.file} onClick={() => host.open(place)}>
      {placeText(place)}
    </button>
  );
}
