/** Functions of libraries whose promises never reject: what goes wrong is in their state, or told to a handler. */

import type { Expression } from '../syntax/ast.ts';
import type { Asking, SymbolInfo } from '../engine/questions.ts';
import { holdsOneOf, isOneOf, type NamedIn } from './members.ts';

export const NEVER_REJECT: readonly NamedIn[] = [
  // Unless `throwOnError` asks for it: https://tanstack.com/query/latest/docs/reference/QueryClient
  {
    module: '@tanstack/query-core',
    names: [
      'InfiniteQueryObserverBaseResult.fetchNextPage',
      'InfiniteQueryObserverBaseResult.fetchPreviousPage',
      'QueryClient.cancelQueries',
      'QueryClient.invalidateQueries',
      'QueryClient.prefetchInfiniteQuery',
      'QueryClient.prefetchQuery',
      'QueryClient.refetchQueries',
      'QueryClient.resetQueries',
      'QueryObserverBaseResult.refetch',
    ],
  },
  {
    module: '@trpc/react-query',
    names: [
      'DecorateQueryProcedure.cancel',
      'DecorateQueryProcedure.invalidate',
      'DecorateQueryProcedure.prefetch',
      'DecorateQueryProcedure.prefetchInfinite',
      'DecorateQueryProcedure.refetch',
      'DecorateQueryProcedure.reset',
      'DecorateRouter.invalidate',
    ],
  },
  // A navigation that fails is shown by the router, and told to its error handler.
  { module: '@angular/router', names: ['Router.navigate', 'Router.navigateByUrl'] },
  { module: '@tanstack/router-core', names: ['UseNavigateResult'] },
  { module: 'react-router', names: ['NavigateFunction'] },
];

/** @param symbol what the callee names, which may be a variable that holds such a function */
export function* neverRejects(callee: Expression, symbol: SymbolInfo | undefined): Asking<boolean> {
  return symbol !== undefined && ((yield* isOneOf(symbol, NEVER_REJECT)) || (yield* holdsOneOf(callee, NEVER_REJECT)));
}
