setTimeout(() => {
  throw new RangeError('in a timer');
}, 1);
