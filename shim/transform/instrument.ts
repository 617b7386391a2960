/** Finds what has to be inserted into a file, so that its tasks tell where they are. */

import type { AnyNode, Program } from 'acorn';
import type { SiteKind } from '../../shared/trace/site.ts';
import { CALLS, TASK } from '../runtime/names.ts';
import { disposalsIn, type Declaration } from './disposals.ts';
import { aroundBody, aroundModule } from './function-body.ts';
import { excerpt, functionName } from './function-name.ts';
import { isHelperCall } from './helpers.ts';
import { SITE, type Insertion } from './insertions.ts';
import { discardedCalls, isNoPromise, runningDefaults } from './operands.ts';
import { childrenOf, isFunction, type FunctionNode } from './parse.ts';
import { hasTopLevelAwait, isAdopted, isGenerator, taskForm, type TaskForm } from './task-form.ts';
import { isAwaitedByHelper, meaningOf, type YieldNode } from './yields.ts';

/** A site as it lies in the code that Node runs. */
export interface CodeSite {
  readonly kind: SiteKind;
  /** Offset in the source. */
  readonly at: number;
  readonly name: string;
  /** Index of the task's function, among the file's sites; `undefined` for a function outside of any task. */
  readonly owner: number | undefined;
}

export interface Instrumentation {
  /** In the order of their places. */
  readonly insertions: readonly Insertion[];
  readonly sites: readonly CodeSite[];
}

/** Whether the function or statement at an offset is to stay as it is: bundles hold code of libraries, too. */
export type IsLeftAlone = (at: number) => boolean;

export function instrument(source: string, program: Program, isLeftAlone: IsLeftAlone): Instrumentation {
  const walk = new Walk(source, isLeftAlone);
  walk.program(program);
  // Stable: what is inserted at one place stays in the order of the walk, from the outside in and back.
  return { insertions: walk.insertions.sort((a, b) => a.at - b.at), sites: walk.sites };
}

/** The task that the code at hand belongs to. */
interface Scope {
  readonly form: TaskForm;
  /** Index of its function. */
  readonly site: number;
}

interface Around {
  readonly before: string;
  readonly after: string;
  readonly site: number | undefined;
}

class Walk {
  readonly insertions: Insertion[] = [];
  readonly sites: CodeSite[] = [];
  readonly #source: string;
  readonly #isLeftAlone: IsLeftAlone;
  readonly #ancestors: AnyNode[] = [];
  /** What is to be put around nodes when the walk comes there. */
  readonly #around = new Map<AnyNode, Around>();
  /** Statements that end with a bracket more. */
  readonly #blocks = new Set<AnyNode>();
  #scope: Scope | undefined;
  readonly #disposalNames = new Set<string>();

  constructor(source: string, isLeftAlone: IsLeftAlone) {
    this.#source = source;
    this.#isLeftAlone = isLeftAlone;
  }

  program(program: Program): void {
    if (!hasTopLevelAwait(program)) return this.#children(program);
    const site = this.#site('module', program, '');
    const [before, after] = aroundModule(program, site);
    this.insertions.push(before);
    this.#scope = { form: 'async', site };
    this.#children(program);
    this.insertions.push(after);
  }

  #visit(node: AnyNode): void {
    const around = this.#around.get(node);
    if (around !== undefined) this.#insert(node.start, around.before, around.site);
    this.#inside(node);
    if (around !== undefined) this.#insert(node.end, around.after, around.site);
    if (this.#blocks.has(node)) this.#insert(node.end, '}');
  }

  #inside(node: AnyNode): void {
    if (isFunction(node)) return this.#function(node);
    if (node.type === 'ExpressionStatement') this.#discards(node.expression);
    if (this.#scope !== undefined && node.type === 'YieldExpression') this.#yield(node, this.#scope.form);
    else {
      if (this.#scope !== undefined) this.#suspension(node, this.#scope.form);
      this.#children(node);
    }
  }

  #children(node: AnyNode): void {
    this.#ancestors.push(node);
    for (const child of childrenOf(node)) this.#visit(child);
    this.#ancestors.pop();
  }

  #function(node: FunctionNode): void {
    const outer = this.#scope;
    const form = taskForm(node, this.#ancestors.at(-1));
    if (form === undefined || this.#isLeftAlone(node.start)) {
      this.#scope = undefined;
      this.#children(node);
    } else this.#task(node, form);
    this.#scope = outer;
  }

  #task(node: FunctionNode, form: TaskForm): void {
    const [named, around] = isAdopted(form) ? this.#asWritten(node) : [node, this.#ancestors];
    const kind = isGenerator(form) ? 'generator' : 'function';
    const site = this.#site(kind, methodOf(named, around.at(-1)) ?? named, functionName(named, around, this.#source));
    // A generator's parameters are evaluated long before its body begins.
    const defaults = form === 'async' ? runningDefaults(node) : [];
    for (const value of defaults) this.#callAround(value, `${CALLS.afterDefault}(${CALLS.beforeDefault}(),`);

    const [before, after] = aroundBody(node, form, this.#source, site);
    this.#ancestors.push(node);
    this.#scope = undefined;
    for (const parameter of node.params) this.#visit(parameter);
    this.#scope = { form, site };
    this.insertions.push(before);
    this.#visit(node.body);
    if (after !== undefined) this.insertions.push(after);
    this.#ancestors.pop();
  }

  /** The async function that a compiler made this generator of, and what is around it. */
  #asWritten(node: FunctionNode): [FunctionNode, readonly AnyNode[]] {
    const at = this.#ancestors.findLastIndex(isFunction);
    const outer = this.#ancestors[at];
    return outer !== undefined && isFunction(outer) ? [outer, this.#ancestors.slice(0, at)] : [node, []];
  }

  #suspension(node: AnyNode, form: TaskForm): void {
    switch (node.type) {
      case 'AwaitExpression':
        return this.#suspendAt(this.#kindOf('await', node.argument), CALLS.suspend, node, node.argument);
      case 'ForOfStatement':
        return node.await ? this.#suspendAt('forAwait', CALLS.forAwait, node, node.right) : undefined;
      case 'VariableDeclaration':
        this.#noteDisposals(node);
        return node.kind === 'await using' ? this.#disposals(node) : undefined;
      case 'ReturnStatement':
        if (!node.argument) return;
        // An async generator awaits what it returns.
        if (isGenerator(form)) return this.#returnOfGenerator(node, node.argument, form);
        if (!isNoPromise(node.argument)) this.#callAround(node.argument, `${CALLS.returned}(${TASK},`);
    }
  }

  #returnOfGenerator(node: AnyNode, value: AnyNode, form: TaskForm): void {
    if (!isAdopted(form)) this.#suspendAt('await', CALLS.suspend, node, value);
    else if (!isAwaitedByHelper(value)) this.#suspendAt('await', CALLS.adopt, node, value);
  }

  #yield(node: YieldNode, form: TaskForm): void {
    const { wait, handsOut } = meaningOf(node, this.#ancestors.at(-1), form);
    if (handsOut) this.#insert(node.start, `${CALLS.resumed}(${TASK},`);
    if (wait !== undefined) {
      const { kind, call, operand } = wait;
      if (operand !== undefined) this.#suspendAt(this.#kindOf(kind, operand), call, node, operand);
      else this.#insert(node.end, ` ${call}(${TASK},${SITE})`, this.#site(kind, node, ''));
    }
    this.#children(node);
    if (handsOut) this.#insert(node.end, ')');
  }

  #suspendAt(kind: SiteKind, call: string, node: AnyNode, operand: AnyNode): void {
    this.#callAround(operand, `${call}(${TASK},${SITE},`, this.#site(kind, node, excerpt(this.#source, operand)));
  }

  #disposals(node: Declaration): void {
    const found = disposalsIn(node, this.#ancestors.at(-1), this.#ancestors.at(-2), this.#source);
    if (found === undefined) return;
    const { hidden, keyword, parts, block } = found;
    this.insertions.push({ at: hidden.from, text: keyword, site: undefined, hides: true });
    this.#insert(hidden.to, '');
    for (const { node: part, before, after, named } of parts)
      this.#around.set(part, { before, after, site: this.#site('using', node, excerpt(this.#source, named)) });
    if (block !== undefined) this.#blocks.add(block);
  }

  /** Compilers keep the promise of a disposal in a variable, which is awaited next. */
  #noteDisposals({ declarations }: Declaration): void {
    for (const { id, init } of declarations) {
      if (id.type === 'Identifier' && isHelperCall(init, 'dispose')) this.#disposalNames.add(id.name);
    }
  }

  #kindOf(kind: SiteKind, operand: AnyNode): SiteKind {
    return operand.type === 'Identifier' && this.#disposalNames.has(operand.name) ? 'using' : kind;
  }

  #discards(expression: AnyNode): void {
    for (const { call, around } of discardedCalls(expression)) {
      if (this.#isLeftAlone(around.start)) continue;
      this.#callAround(call, `${CALLS.discard}(${SITE},`, this.#site('discard', around, excerpt(this.#source, call)));
    }
  }

  #callAround(operand: AnyNode, call: string, site?: number): void {
    const isList = operand.type === 'SequenceExpression';
    this.#around.set(operand, { before: isList ? `${call}(` : call, after: isList ? '))' : ')', site });
  }

  #site(kind: SiteKind, { start }: { start: number }, name: string): number {
    return this.sites.push({ kind, at: start, name, owner: this.#scope?.site }) - 1;
  }

  #insert(at: number, text: string, site?: number): void {
    this.insertions.push({ at, text, site: text.includes(SITE) ? site : undefined });
  }
}

/** A method begins before its parameters, where its function does by the grammar. */
function methodOf(node: FunctionNode, parent: AnyNode | undefined): AnyNode | undefined {
  if (parent?.type === 'MethodDefinition') return parent;
  return parent?.type === 'Property' && parent.method && parent.value === node ? parent : undefined;
}
