// options: { "checkThenables": true }

interface Query<T> {
  where(condition: string): Query<T>;
  then<R>(onFulfilled: (rows: T[]) => R, onRejected: (error: unknown) => R): Promise<R>;
}

interface NotQuite {
  then(onFulfilled: () => void): void;
}

declare function query<T>(table: string): Query<T>;
declare const notQuite: NotQuite;

export async function orders(): Promise<void> {
  await query('orders').where('open');
  notQuite;
  await query('orders');
}
