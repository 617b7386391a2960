async function main() { await }
