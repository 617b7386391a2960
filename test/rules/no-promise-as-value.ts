// A greeting card shop that now and then forgets to wait for a name.
import assert from 'node:assert';

interface Customer {
  readonly name: string;
}

declare function load(id: number): Promise<Customer>;
declare function nameOf(id: number): Promise<string>;
declare function find(id: number): Promise<Customer> | undefined;
declare const nothing: null;

export async function texts(id: number): Promise<string[]> {
  const name = nameOf(id);
  return [
    `Dear ${nameOf(id)}`,
    //      ^^^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
    'Dear ' + nameOf(id),
    //        ^^^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
    nameOf(id) + ', hello',
    //^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
    `Dear ${name}, dear ${await name}`,
    //      ^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
    `Dear ${(load(id) as Promise<Customer>)}`,
    //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
    `Dear ${await nameOf(id)}`,
    'Dear ' + (await nameOf(id)),
  ];
}

export function growing(id: number): string {
  let text = 'Dear ';
  text += nameOf(id);
  //      ^^^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
  return text;
}

export async function json(id: number, customer: Customer): Promise<string[]> {
  const stamp = Promise.resolve(1);
  return [
    JSON.stringify(load(id)),
    //             ^^^^^^^^ error: This promise is written as `{}`, since its value is not there yet.
    JSON.stringify({ customer: load(id), cards: [nameOf(id), 3], stamp }),
    //                         ^^^^^^^^ error: This promise is written as `{}`, since its value is not there yet.
    //                                           ^^^^^^^^^^ error: This promise is written as `{}`, since its value is not there yet.
    //                                                           ^^^^^ error: This promise is written as `{}`, since its value is not there yet.
    JSON.stringify({ customer, cards: await Promise.all([nameOf(id)]) }),
    JSON.stringify(await load(id)),
    JSON.stringify({ find }),
  ];
}

export async function respond(id: number): Promise<Response> {
  return Response.json({ customer: load(id) });
  //                               ^^^^^^^^ error: This promise is written as `{}`, since its value is not there yet.
}

export async function compare(id: number, other: Promise<Customer>): Promise<boolean[]> {
  const customer = load(id);
  //    ^^^^^^^^^^^^^^^^^^^ error: If `customer` rejects while this function waits for something else, nobody listens yet, and Node ends the process.
  return [
    load(id) === null,
    //^^^^^^ error: A promise is never `null` or `undefined`, whatever its value will be.
    undefined !== load(id),
    //            ^^^^^^^^ error: A promise is never `null` or `undefined`, whatever its value will be.
    (await load(id)) === null,
    find(id) === undefined,
    customer === other,
    // A map without the key gives `undefined`, whatever the type says.
    customer === undefined,
    load(id) instanceof Promise,
  ];
}

export async function assertions(id: number): Promise<void> {
  assert(load(id));
  //     ^^^^^^^^ error: This assertion cannot fail: a promise is truthy, whatever its value will be.
  assert.ok(nameOf(id), 'has a name');
  //        ^^^^^^^^^^ error: This assertion cannot fail: a promise is truthy, whatever its value will be.
  console.assert(load(id));
  //             ^^^^^^^^ error: This assertion cannot fail: a promise is truthy, whatever its value will be.
  assert(await load(id));
  assert.ok(find(id));
  console.log(load(id), `${nothing}`);
}

// Text of its own.
declare class Command extends Promise<string> {
  toString(): string;
}
declare const command: Command;
declare function tag(texts: TemplateStringsArray, ...values: readonly unknown[]): Promise<string>;

export const described = [`Runs ${command}`, tag`Runs ${nameOf(1)}`];

export function generic<P extends Promise<string>, T>(promise: P, value: T, anything: any, unsure: string | Promise<string>): string {
  return `${promise} ${value} ${anything} ${unsure}`;
  //        ^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
}

// Nothing of this name is known.
declare const own: { stringify(value: unknown): string; ok(value: unknown): void };
own.stringify(load(1));
own.ok(load(1));

export class Card {
  readonly greeting = `Dear ${nameOf(1)}`;
  //                          ^^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.

  get text(): string {
    return `Dear ${nameOf(1)}`;
    //             ^^^^^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
  }
}
