// options: { "checkNeedless": true }
declare function cook(name: string): Promise<string>;
declare function log(text: string): void;

export const passedOn = new Promise<string>((resolve, reject) => cook('soup').then(resolve, reject));
//                          ^^^^^^^ error: There is a promise already: a `new Promise` around it adds nothing but places to lose errors.

export const inTwoSteps = new Promise<string>((resolve, reject) => {
//                            ^^^^^^^ error: There is a promise already: a `new Promise` around it adds nothing but places to lose errors.
  cook('soup').then(resolve).catch(reject);
});

export const changed = new Promise<string>((resolve, reject) => {
//                         ^^^^^^^ error: There is a promise already: a `new Promise` around it adds nothing but places to lose errors.
  cook('soup').then(meal => resolve(meal.trim()), reject);
});

export const caught = new Promise<string>(async (resolve, reject) => {
//                                        ^^^^^ error: This executor is async, so `new Promise` is not needed around it.
  try {
    resolve(await cook('soup'));
  } catch (error) {
    reject(error);
  }
});

export const caughtInSteps = new Promise<string>(async (resolve, reject) => {
//                                               ^^^^^ error: This executor is async, so `new Promise` is not needed around it.
  try {
    // Soup takes its time.
    const meal = await cook('soup');
    if (meal === '') {
      reject(new Error('nothing'));
      return;
    }
    log(`done:
    ${meal}`);
    resolve(
      await cook(
        meal,
      ),
    );
  } catch (error) {
    reject(error);
  }
});

export const logged = new Promise<string>(async (resolve, reject) => {
//                                        ^^^^^ error: This executor is async, so `new Promise` is not needed around it.
  try {
    resolve(await cook('soup'));
  } catch (error) {
    log('no soup');
    reject(error);
  }
});

export const twoThings = new Promise<string>((resolve, reject) => {
  log('started');
  cook('soup').then(resolve, reject);
});

declare function cookInSteps(step: (meal: string) => void): Promise<void>;
export const byCallback = new Promise<string>(resolve => {
  cookInSteps(resolve).catch(() => undefined);
});
