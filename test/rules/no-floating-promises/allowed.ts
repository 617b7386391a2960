// options: { "allowForKnownSafeCalls": ["track", { "from": "file", "name": "log" }], "allowForKnownSafePromises": [{ "from": "file", "name": "SafePromise" }] }

class SafePromise<T> extends Promise<T> {}

declare function track(event: string): Promise<void>;
declare function log(event: string): Promise<void>;
declare function start(): SafePromise<void>;
declare function save(): Promise<void>;

track('opened');
log('opened');
start();
start().then(() => undefined);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: This promise floats: if it rejects, the error is lost.
save();
//^^^^^ error: This promise floats: if `save()` rejects, the error is lost.

export {};
