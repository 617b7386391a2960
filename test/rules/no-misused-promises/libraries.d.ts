// What the rule knows these libraries by.
declare module 'react' {
  export function forwardRef<P>(render: (props: P, ref: unknown) => object): (props: P) => object;
  export function useCallback<T extends Function>(callback: T, dependencies: readonly unknown[]): T;
  export function useMemo<T>(factory: () => T, dependencies: readonly unknown[]): T;
}

declare module 'react-hook-form' {
  export type UseFormHandleSubmit = (
    onValid: (data: object) => unknown,
    onInvalid?: (errors: object) => unknown,
  ) => () => Promise<void>;
  export function useForm(): { handleSubmit: UseFormHandleSubmit };
}

declare module 'lodash' {
  interface LoDashStatic {
    debounce<T extends Function>(func: T, wait: number): T;
  }
  const lodash: LoDashStatic;
  export default lodash;
}

declare module '@tanstack/query-core' {
  export interface QueryObserverBaseResult {
    refetch: (options?: object) => Promise<object>;
    fetchOptimistic: (options?: object) => Promise<object>;
  }
  export function useQuery(): QueryObserverBaseResult;
}

declare module 'knex' {
  export namespace Knex {
    interface ChainableInterface<T> extends Promise<T> {
      toQuery(): string;
    }
    interface QueryBuilder extends ChainableInterface<object> {
      where(column: string): QueryBuilder;
      where(callback: (part: QueryBuilder) => void): QueryBuilder;
    }
  }
}

declare module 'mobx' {
  interface IActionFactory {
    <T extends Function>(work: T): T;
  }
  export const action: IActionFactory;
}
