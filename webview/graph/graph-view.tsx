/** Who starts whom, and who waits for whom: a node for each function, however many tasks it had. */

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CriticalPath, GraphEdge, GraphNode } from '../../shared/panel/questions.ts';
import type { ViewProps } from '../app.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { Prose } from '../prose.tsx';
import { duration } from '../words.ts';
import { EdgeLine } from './edge-line.tsx';
import { place } from './layers.ts';
import { NodeBox } from './node-box.tsx';

/** Of the critical path: less is not worth a mark. */
const SMALLEST_SHARE = 0.01;

export function GraphView({ state, dispatch }: ViewProps): JSX.Element {
  const graph = useAnswer({ kind: 'graph', text: state.filter.text });
  const selected = state.selection.kind === 'task' ? state.selection.ref : undefined;
  const path = useAnswer({ kind: 'path', ref: selected });
  if (graph.kind === 'asked') return <p class="empty">…</p>;
  if (graph.kind === 'failed') return <p role="alert">{graph.message}</p>;
  const found = path.kind === 'answered' ? path.answer : undefined;
  return (
    <div class="graph">
      <Drawing {...graph.answer} path={found} state={state} dispatch={dispatch} />
      {found !== undefined && <PathText path={found} dispatch={dispatch} />}
    </div>
  );
}

interface DrawingProps extends ViewProps {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly path: CriticalPath | undefined;
}

function Drawing({ nodes, edges, path, state, dispatch }: DrawingProps): JSX.Element {
  // Counts change all the time while a program runs; who is connected to whom hardly ever.
  const shape = JSON.stringify(edges.map(({ from, to, kind }) => [from, to, kind]));
  const placed = useMemo(() => place(nodes.length, edges), [nodes.length, shape]);
  const shares = new Map(path?.shares.filter(({ share }) => share >= SMALLEST_SHARE).map(it => [it.site, it.share]));
  return (
    <div class="drawing">
      <svg width={placed.width} height={placed.height} role="group" aria-label="Functions, and who starts and awaits whom">
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" fill="context-stroke" />
          </marker>
        </defs>
        {edges.map(edge => (
          <EdgeLine
            key={`${edge.kind} ${edge.from} ${edge.to}`}
            edge={edge}
            from={placed.nodes[edge.from]!}
            to={placed.nodes[edge.to]!}
            names={[nodes[edge.from]!.name, nodes[edge.to]!.name]}
          />
        ))}
        {nodes.map((node, at) => (
          <NodeBox
            key={node.site}
            node={node}
            at={placed.nodes[at]!}
            share={shares.get(node.site)}
            isSelected={state.selection.kind === 'site' && state.selection.site === node.site}
            select={() => dispatch({ kind: 'select', selection: { kind: 'site', site: node.site } })}
          />
        ))}
      </svg>
    </div>
  );
}

function PathText({ path, dispatch }: Pick<ViewProps, 'dispatch'> & { readonly path: CriticalPath }): JSX.Element {
  return (
    <section class="path" aria-label="Critical path">
      <h3>
        Where{' '}
        <button class="link" onClick={() => dispatch({ kind: 'select', selection: { kind: 'task', ref: path.ref } })}>
          {duration(path.duration)}
        </button>{' '}
        went
      </h3>
      <ul>
        {path.sentences.map(sentence => (
          <li key={sentence}>
            <Prose text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
