// options: { "checkReasons": true }
interface Story {
  readonly title: string;
}

declare function fetchStory(id: number): Promise<Story>;

export function reasons(id: number, error: Error, anything: any, unknown: unknown): Promise<Story>[] {
  const text: string | undefined = id > 3 ? 'too many' : undefined;
  return [
    Promise.reject('no story'),
    //             ^^^^^^^^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
    Promise.reject(`no story ${id}`),
    //             ^^^^^^^^^^^^^^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
    Promise.reject(404),
    //             ^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
    Promise.reject(text),
    //             ^^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
    Promise.reject(),
    //^^^^^^^^^^^^^^ error: This rejects without a reason: nobody learns where it came from, and `error.message` is `undefined`.
    Promise.reject(error),
    Promise.reject(anything),
    Promise.reject(unknown),
    Promise.reject({ code: 404 }),
    new Promise((resolve, reject) => {
      if (id < 0) reject('no story');
      //                 ^^^^^^^^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
      else if (id === 0) reject(undefined);
      //                        ^^^^^^^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
      else if (id === 1) reject(error);
      else setTimeout(reject, 10);
      fetchStory(id).then(resolve, reject);
    }),
    new Promise((_, fail) => fail('no story')),
    //                            ^^^^^^^^^^ error: This rejects with what is no error: nobody learns where it came from, and `error.message` is `undefined`.
  ];
}

// Not a promise's.
declare const door: { reject(reason: string): Promise<Story> };
export const rejected = door.reject('no entry');
