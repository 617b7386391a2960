/** Functions of Node that look as if they might block, and why they are in no pack. */

export interface Judgement {
  readonly module: string;
  /** Matches whole names, as packs write them. */
  readonly names: RegExp;
  readonly because: string;
}

const NOT_BLOCKING: readonly Judgement[] = [
  {
    module: 'node:child_process',
    names: /exec|execFile|fork|spawn|ChildProcess\.\w+|Control\.\w+/,
    because: 'a process is started or told something, and nobody waits for it',
  },
  {
    module: 'node:crypto',
    names:
      /(?:Cipher|Decipher)\w*\.\w+|Hash\.\w+|Hmac\.\w+|createHash|createHmac|create(?:Cipher|Decipher)(?:iv)?|hash/,
    because: 'a cipher or a hash goes through data about as fast as memory is read',
  },
  {
    module: 'node:crypto',
    names: /Certificate\.\w+|KeyObject\.\w+|X509Certificate\.\w+|createPrivateKey|createPublicKey|createSecretKey/,
    because: 'a key or a certificate is small',
  },
  {
    module: 'node:crypto',
    names:
      /Sign\.\w+|Verify\.\w+|createSign|createVerify|sign|verify|(?:private|public)(?:De|En)crypt|(?:de|en)capsulate/,
    because: 'one operation on a key takes a millisecond or two',
  },
  {
    module: 'node:crypto',
    names: /DiffieHellman\.\w+|ECDH\.\w+|createDiffieHellman(?:Group)?|createECDH|diffieHellman|getDiffieHellman/,
    because: 'one exchange of keys takes a millisecond or two where the group is a known one',
  },
  {
    module: 'node:crypto',
    names: /(?:Crypto\.)?(?:getRandomValues|randomUUID)|randomInt|randomUUIDv7|timingSafeEqual/,
    because: 'a few bytes are taken from what is kept ready',
  },
  {
    module: 'node:crypto',
    names: /getCipherInfo|getCiphers|getCurves|getFips|getHashes|secureHeapUsed|setEngine|setFips/,
    because: 'a setting or a list is looked up',
  },
  {
    module: 'node:dgram',
    names: /Socket\.\w+/,
    because: 'an address is given to the system, and no packet is waited for',
  },
  { module: 'node:diagnostics_channel', names: /TracingChannel\.traceSync/, because: 'a function is called' },
  {
    module: 'node:inspector',
    names: /InspectorConsole\.\w+|Session\.\w+|(?:dom|loading|web)\w+|data\w+|put|re\w+/,
    because: 'a message is handed to the debugger',
  },
  {
    module: 'node:inspector',
    names: /close|open|url/,
    because: 'a server is started or ended; `open` waits only if it is told to',
  },
  {
    module: 'node:module',
    names: /ImportMeta\.resolve|Module\.require|createRequire|register|registerHooks|runMain/,
    because: 'modules are loaded once, when a program starts or first needs them',
  },
  {
    module: 'node:module',
    names:
      /ModuleHooks\.\w+|RequireResolve\.\w+|SourceMap\.\w+|enable\w+|findSourceMap|get\w+|isBuiltin|set\w+|sync\w+|wrap/,
    because: 'a setting or something in memory is looked up',
  },
  {
    module: 'node:os',
    names: /\w+/,
    because: 'the system is asked for a number or a name',
  },
  {
    module: 'node:process',
    names: /(?:\w+\.)?(?!loadEnvFile|getReport|writeReport)\w+/,
    because: 'the system is asked for a number or a name, or told something',
  },
  { module: 'node:sea', names: /\w+/, because: 'assets are part of the program, in memory' },
  {
    module: 'node:sqlite',
    names:
      /DatabaseSync\.(?:aggregate|create\w+|enable\w+|function|location|setAuthorizer)|StatementSync\.(?:columns|set\w+)/,
    because: 'something is set up or looked up in memory',
  },
  { module: 'node:sqlite', names: /SQLTagStore\.clear|Session\.close/, because: 'memory is let go' },
  {
    module: 'node:stream/iter',
    names: /\w+|\w+\.\w+/,
    because: 'values in memory are passed on; where they come from is what blocks',
  },
  {
    module: 'node:v8',
    names: /(?:Des|S)erializer\.\w+|cachedDataVersionTag|getCpp\w+|getHeap(?:Code|Space)?Statistics|is\w+/,
    because: 'a number or a value is looked up, or one value of many written',
  },
  {
    module: 'node:v8',
    names:
      /(?:StartupSnapshot\.)?(?:add|isBuilding|set)\w+|GCProfiler\.\w+|Sync\w+Handle\.stop|start\w+Profile|stopCoverage/,
    because: 'a measurement or a setting is begun or ended',
  },
  { module: 'node:vm', names: /\w+|\w+\.\w+/, because: 'code is run, which takes as long as that code does' },
  {
    module: 'node:worker_threads',
    names: /\w+|\w+\.\w+/,
    because: 'a message is put in a queue, or taken out if one is there',
  },
  {
    module: 'node:zlib',
    names: /create(?:Brotli|Deflate|Gunzip|Gzip|Inflate|Unzip|Zstd|ZipArchive)\w*|zipFiles|Zlib\.\w+|ZlibReset\.reset/,
    because: 'a stream is made or told something, and does its work later',
  },
  {
    module: 'node:zlib',
    names: /crc32|[gs]etMaxZipContentSize|Zip(?:Buffer|Entry|File)\.(?!\w*Sync$)\w+/,
    because: 'something in memory is looked up or changed, or a promise answers',
  },
  {
    module: 'node:zlib/iter',
    names: /\w+/,
    because: 'a step of a chain is made, which works when values come',
  },
];

/** @param candidate a name with its module before, as `blockingCandidates` gives it */
export function judgementOf(candidate: string): Judgement | undefined {
  return NOT_BLOCKING.find(({ module, names }) => new RegExp(`^${module}: (?:${names.source})$`).test(candidate));
}
