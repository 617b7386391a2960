// A form whose handler comes late.
declare function save(data: unknown): Promise<void>;
declare function isAllowed(): Promise<boolean>;
declare const cached: boolean;

export async function submit(event: SubmitEvent): Promise<void> {
  await save(event.currentTarget);
  event.preventDefault();
  //^^^^^^^^^^^^^^^^^^ warn: `preventDefault` comes too late after an `await`: the event has been dispatched.
  console.log(event.currentTarget, event.target);
  //          ^^^^^^^^^^^^^^^^^^^ warn: `currentTarget` is `null` after an `await`, since the event has been dispatched.
}

export const inOneWay = async (event: MouseEvent): Promise<void> => {
  if (!cached) {
    await isAllowed();
  }
  event.stopPropagation();
  //^^^^^^^^^^^^^^^^^^^ warn: `stopPropagation` comes too late after an `await`: the event has been dispatched.
};

export async function inALoop(event: Event): Promise<void> {
  for (const part of [1, 2]) {
    console.log(event.currentTarget);
    //          ^^^^^^^^^^^^^^^^^^^ warn: `currentTarget` is `null` after an `await`, since the event has been dispatched.
    await save(part);
  }
}

export async function explained(event: SubmitEvent): Promise<void> {
  console.log('explained'); // What happens here:
  // First of all it is saved.
  await save(1);
  event.preventDefault();
  //^^^^^^^^^^^^^^^^^^ warn: `preventDefault` comes too late after an `await`: the event has been dispatched.
}

export async function whenItFails(event: Event): Promise<void> {
  try {
    await save(1);
  } catch {
    event.preventDefault();
    //^^^^^^^^^^^^^^^^^^ warn: `preventDefault` comes too late after an `await`: the event has been dispatched.
  }
}

export async function early(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const { currentTarget } = event;
  await save(currentTarget);
  console.log(currentTarget, event.type);
}

export async function again(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  await save(1);
  event.preventDefault();
}

export async function readLate(event: MouseEvent): Promise<void> {
  await save(1);
  console.log(event.currentTarget);
  //          ^^^^^^^^^^^^^^^^^^^ warn: `currentTarget` is `null` after an `await`, since the event has been dispatched.
}

export async function eitherOr(event: SubmitEvent): Promise<void> {
  if (cached) {
    await save(1);
    return;
  }
  event.preventDefault();
}

export async function elsewhere(event: SubmitEvent): Promise<void> {
  const stop = (): void => event.preventDefault();
  stop();
  await save(1);
}

export function sync(event: SubmitEvent): void {
  event.preventDefault();
}

// An event of one's own has no browser behind it.
export async function own(event: { preventDefault(): void }): Promise<void> {
  await save(1);
  event.preventDefault();
}
