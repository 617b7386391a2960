/** Who starts whom, and who waits for whom: a node for each function, however many tasks it had. */

import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { GraphEdge, GraphNode } from '../../shared/panel/graph.ts';
import type { CriticalPath } from '../../shared/panel/questions.ts';
import { counted } from '../../shared/words.ts';
import type { ViewProps } from '../app.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { duration } from '../words.ts';
import { busiest, only, type Functions } from './busiest.ts';
import { EdgeLines } from './edge-line.tsx';
import { FunctionNode } from './function-node.tsx';
import { place } from './layers.ts';
import { PathText } from './path-text.tsx';
import { Sheet } from './sheet.tsx';

/** Of the critical path: less is not worth a mark. */
const SMALLEST_SHARE = 0.01;

/** Functions that are shown at first. */
const FEW = 24;

export function FunctionsGraph({ state, dispatch }: ViewProps): JSX.Element {
  const graph = useAnswer({ kind: 'graph', filter: state.filter });
  const selected = state.selection.kind === 'task' ? state.selection.ref : undefined;
  const path = useAnswer({ kind: 'path', ref: selected });
  if (graph.kind === 'asked') return <p class="empty">…</p>;
  if (graph.kind === 'failed') return <p role="alert">{graph.message}</p>;
  const found = path.kind === 'answered' ? path.answer : undefined;
  return (
    <div class="functions">
      <Chosen functions={graph.answer} path={found} state={state} dispatch={dispatch} />
      {found !== undefined && <PathText path={found} dispatch={dispatch} />}
    </div>
  );
}

interface ChosenProps extends ViewProps {
  readonly functions: Functions;
  readonly path: CriticalPath | undefined;
}

/** The busiest functions, or all. */
function Chosen({ functions, ...props }: ChosenProps): JSX.Element {
  const [showsAll, showAll] = useState(false);
  const count = functions.nodes.length - 1;
  // Chosen anew when functions come or go, not whenever one overtakes another: what is looked at stays where it is.
  const sites = useMemo(() => busiest(functions, FEW), [functions.nodes.map(({ site }) => site).join()]);
  const shown = showsAll || count <= sites.size ? functions : only(functions, sites);
  return (
    <div class="chosen">
      {(shown !== functions || showsAll) && (
        <p class="faint">
          {showsAll
            ? `All ${counted(count, 'function')}.`
            : `${shown.nodes.length - 1} of ${counted(count, 'function')}, those that took longest.`}{' '}
          <button class="link" onClick={() => showAll(!showsAll)}>
            {showsAll ? 'Show fewer' : 'Show all'}
          </button>
        </p>
      )}
      <Drawing {...shown} {...props} />
    </div>
  );
}

type DrawingProps = Functions & Omit<ChosenProps, 'functions'>;

function Drawing({ nodes, edges, path, state, dispatch }: DrawingProps): JSX.Element {
  // Counts change all the time while a program runs; who is connected to whom hardly ever.
  const shape = JSON.stringify(edges.map(({ from, to, kind }) => [from, to, kind]));
  const placed = useMemo(() => place(nodes.length, edges), [nodes.length, shape]);
  const shares = new Map(path?.shares.filter(({ share }) => share >= SMALLEST_SHARE).map(it => [it.site, it.share]));
  return (
    <Sheet label="Functions, and who starts and awaits whom" placed={placed}>
      {current => (
        <>
          <EdgeLines edges={edges} placed={placed} text={edge => inWords(edge, nodes)} />
          {nodes.map((node, at) => (
            <FunctionNode
              key={node.site}
              node={at}
              current={current}
              of={node}
              at={placed.nodes[at]!}
              share={shares.get(node.site)}
              isSelected={state.selection.kind === 'site' && state.selection.site === node.site}
              select={() => dispatch({ kind: 'select', selection: { kind: 'site', site: node.site } })}
            />
          ))}
        </>
      )}
    </Sheet>
  );
}

function inWords({ kind, from, to, count, total }: GraphEdge, nodes: readonly GraphNode[]): string {
  const [source, target] = [nodes[from]!.name, nodes[to]!.name];
  return kind === 'spawn'
    ? `${source} starts ${target}: ${counted(count, 'time')}`
    : `${source} waits for ${target}: ${counted(count, 'time')}, ${duration(total)}`;
}
