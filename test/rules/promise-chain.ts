// A newsroom whose errors take wrong turns.
interface Story {
  readonly title: string;
}

declare function fetchStory(id: number): Promise<Story>;
declare function print(story: Story): void;
declare function log(error: unknown): void;
declare function close(): Promise<void>;
declare const presses: { then(done: (story: Story) => void, failed: (error: unknown) => void): void };

function publish(story: Story): Promise<void> {
  if (story.title === '') return Promise.reject(new Error('No title'));
  return Promise.resolve();
}

async function checked(story: Story): Promise<void> {
  await close();
  if (story.title === '') throw new Error('No title');
}

export function errorsBesideTheHandler(id: number): void {
  fetchStory(id).then(story => {
    if (story.title === '') throw new Error('No title');
    print(story);
  }, log);
  // ^^^ warn: This handler does not hear of errors in the handler next to it: they are lost.
  fetchStory(id).then(publish, log);
  //                           ^^^ warn: This handler does not hear of errors in the handler next to it: they are lost.
  void fetchStory(id).then(async story => {
    await publish(story);
  }, log);
  // ^^^ warn: This handler does not hear of errors in the handler next to it: they are lost.
  void fetchStory(id).then(async story => {
    print(story);
    await checked(story);
  }, log);
  // ^^^ warn: This handler does not hear of errors in the handler next to it: they are lost.
  fetchStory(id).then(story => fetchStory(story.title.length).then(publish), log);
  //                                                                         ^^^ warn: This handler does not hear of errors in the handler next to it: they are lost.
  fetchStory(id).then(story => print(story), log);
  fetchStory(id).then(story => fetchStory(story.title.length).then(print), log);
  fetchStory(id).then(publish).catch(log);
  fetchStory(id).then(publish, log).catch(log);
  presses.then(story => {
    throw new Error(story.title);
  }, log);
}

export async function heardOfByTheCaller(id: number): Promise<void> {
  await fetchStory(id).then(publish, log);
  return fetchStory(id).then(publish, log);
}

export function errorsInFinally(id: number): Promise<unknown>[] {
  return [
    fetchStory(id).finally(() => {
      throw new Error('Out of paper');
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: An error in `finally` takes the place of the one that was on its way, which nobody sees then.
    }),
    fetchStory(id).finally(() => close()),
    fetchStory(id).finally(() => {
      try {
        throw new Error('Out of paper');
      } catch (error) {
        log(error);
      }
    }),
  ];
}

// Texts as reasons are for the option to find.
export const refused = Promise.reject('no story');
