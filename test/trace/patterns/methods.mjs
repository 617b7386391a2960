class Store {
  #log = async () => {
    await null;
  };
  async load() {
    await this.#log();
  }
  static async open() {
    await new Store().load();
  }
}
const api = {
  async get() {
    await Store.open();
  },
};
api.get();
// get: by program (awaited by nobody)
//   14 → Store.open
// Store.open: by get
//   9 → Store.load
// Store.load: by Store.open
//   6 → Store.#log
// Store.#log: by Store.load
//   3 → value
