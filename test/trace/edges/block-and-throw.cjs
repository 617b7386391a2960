setTimeout(() => { const end = Date.now() + 90; while (Date.now() < end); throw new Error('after a block'); });
