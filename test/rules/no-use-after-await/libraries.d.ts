// What the rule knows these libraries by.
declare module '@vue/runtime-core' {
  export function onMounted(hook: () => void, target?: object): void;
  export function getCurrentInstance(): object;
}

declare module 'react' {
  interface BaseSyntheticEvent<C> {
    readonly currentTarget: C;
    preventDefault(): void;
  }
  export type FormEvent<T> = BaseSyntheticEvent<T>;
  export function useState<T>(initial: T): [T, (value: T) => void];
}
