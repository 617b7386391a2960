/** Questions of the panel, each with the function that answers it. */

import type { Answer, Question } from '../shared/panel/questions.ts';
import { activity } from './answers/activity.ts';
import { evidence } from './answers/evidence.ts';
import { graph } from './answers/graph.ts';
import { lanes } from './answers/lanes.ts';
import { overview } from './answers/overview.ts';
import { path } from './answers/path.ts';
import { sites } from './answers/sites.ts';
import { spans } from './answers/spans.ts';
import { story } from './answers/story.ts';
import { tasks } from './answers/tasks.ts';
import { warnings } from './answers/warnings.ts';
import type { Recording } from './recording.ts';

export function answer(recording: Recording, question: Question): Answer {
  switch (question.kind) {
    case 'overview':
      return overview(recording);
    case 'sites':
      return sites(recording, question.filter, question.sorting);
    case 'tasks':
      return tasks(recording, question);
    case 'story':
      return story(recording, question.ref);
    case 'warnings':
      return warnings(recording);
    case 'lanes':
      return lanes(recording, question.text);
    case 'spans':
      return spans(recording, question);
    case 'activity':
      return activity(recording, question.bins);
    case 'graph':
      return graph(recording, question.text);
    case 'path':
      return path(recording, question.ref);
    case 'evidence':
      return evidence(recording);
  }
}
