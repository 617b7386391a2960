class Base {
  async run() {
    await null;
  }
}
class Derived extends Base {
  async run() {
    await super.run();
  }
}
new Derived().run();
// Derived.run: by program (awaited by nobody)
//   8 → Base.run
// Base.run: by Derived.run
//   3 → value
