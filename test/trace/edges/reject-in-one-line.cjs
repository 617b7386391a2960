const later = async () => { await null; await Promise.reject(Object.assign(new Error('no way'), { code: 'E_NO_WAY' })); }; later();
