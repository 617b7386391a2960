// What the rule knows these libraries by.
declare module '@angular/router' {
  export class Router {
    navigate(commands: readonly string[]): Promise<boolean>;
    load(commands: readonly string[]): Promise<boolean>;
  }
}

declare module 'react-router' {
  interface NavigateFunction {
    (to: string): void | Promise<void>;
  }
  export function useNavigate(): NavigateFunction;
}

declare module '@trpc/react-query' {
  type DecorateQueryProcedure = {
    invalidate(): Promise<void>;
    fetch(): Promise<string>;
  };
  export function useUtils(): { readonly post: DecorateQueryProcedure };
}
