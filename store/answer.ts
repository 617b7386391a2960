/** Questions of the panel, each with the function that answers it. */

import type { Answer, Question } from '../shared/panel/questions.ts';
import { activity } from './answers/activity.ts';
import { blocks } from './answers/blocks.ts';
import { brief } from './answers/brief.ts';
import { code } from './answers/code.ts';
import { evidence } from './answers/evidence.ts';
import { files } from './answers/files.ts';
import { graph } from './answers/graph.ts';
import { lanes } from './answers/lanes.ts';
import { neighbourhood } from './answers/neighbourhood.ts';
import { overview } from './answers/overview.ts';
import { path } from './answers/path.ts';
import { sites } from './answers/sites.ts';
import { spans } from './answers/spans.ts';
import { story } from './answers/story.ts';
import { tasks } from './answers/tasks.ts';
import { waiting } from './answers/waiting.ts';
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
    case 'files':
      return files(recording);
    case 'brief':
      return brief(recording, question.ref);
    case 'story':
      return story(recording, question.ref);
    case 'warnings':
      return warnings(recording);
    case 'lanes':
      return lanes(recording, question.filter);
    case 'spans':
      return spans(recording, question);
    case 'activity':
      return activity(recording, question.bins);
    case 'graph':
      return graph(recording, question.filter);
    case 'blocks':
      return blocks(recording);
    case 'neighbourhood':
      return neighbourhood(recording, question.ref);
    case 'waiting':
      return waiting(recording);
    case 'path':
      return path(recording, question.ref);
    case 'code':
      return code(recording, question.file, question.text);
    case 'evidence':
      return evidence(recording);
  }
}
