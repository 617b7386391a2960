	/* a tab */ const fail = async () => { await null; setTimeout(() => { fail.length; throw { code: 7, toString: () => 'own words' }; }); }; await fail();
