import { createNodeResolver, importX } from "eslint-plugin-import-x";

const EXTENSIONS = [".ts", ".tsx"];

/** Layers that every feature may use file by file; they are listed from the bottom up. */
const LAYERS = ["text", "browser", "api", "i18n", "ui"];

/** The features, and the other features that each may import. */
const FEATURES = {
  live: [],
  session: [],
  delivery: [],
  payments: ["live"],
  orders: ["delivery", "live", "payments", "session"],
  tickets: ["delivery", "live", "orders", "payments", "session"],
  account: ["session"],
  admin: ["live", "orders", "payments", "session", "tickets"],
  scan: ["session"],
};

const names = Object.keys(FEATURES);
const folder = (name) => `./src/${name}`;

const zones = [
  ...LAYERS.map((layer, index) => ({
    target: folder(layer),
    from: [...LAYERS.slice(index + 1), ...names, "app"].map(folder),
    message: `${layer} is below this folder and must not import it.`,
  })),
  ...names.map((feature) => ({
    target: folder(feature),
    from: [...names.filter((other) => other !== feature && !FEATURES[feature].includes(other)), "app"].map(folder),
    message: `${feature} may only import these features: ${FEATURES[feature].join(", ") || "none"} (eslint.boundaries.js).`,
  })),
  ...names.map((feature) => ({
    target: ["app", "test", ...names.filter((other) => other !== feature)].map(folder),
    from: folder(feature),
    except: ["./index.ts"],
    message: `Import ${feature} through its index.`,
  })),
];

/** Which part of the page may import which, and that no modules import each other in a cycle. */
export const boundaries = {
  files: ["src/**/*.{ts,tsx}"],
  plugins: { "import-x": importX },
  settings: {
    "import-x/extensions": EXTENSIONS,
    "import-x/parsers": { "@typescript-eslint/parser": EXTENSIONS },
    "import-x/resolver-next": [createNodeResolver({ extensions: EXTENSIONS })],
  },
  rules: {
    "import-x/no-cycle": ["error", { ignoreExternal: true }],
    "import-x/no-restricted-paths": ["error", { zones }],
  },
};
