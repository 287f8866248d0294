// Finds syntax and functions that the browsers in browsers.mjs do not support.
import { Linter } from "eslint";

/** Newer functions, which no build lowers. `crypto.randomUUID` is not new, but exists on secure origins only. */
const STATIC =
  /^(AbortSignal\.any|Array\.fromAsync|Error\.isError|Intl\.(DurationFormat|Segmenter)|Iterator\.from|Map\.groupBy|Math\.sumPrecise|Object\.groupBy|Promise\.(try|withResolvers)|RegExp\.escape|URL\.(canParse|parse)|crypto\.randomUUID|scheduler\.yield)$/;
const METHOD =
  /^(toSorted|toReversed|toSpliced|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|isWellFormed|toWellFormed|checkVisibility|togglePopover|moveBefore|setHTMLUnsafe|getOrInsert|toBase64)$/;
const STYLE = /light-dark\(|(?<!selector\()(?<!@supports[^{]*\{[^@]*):has\(|[{;}]\s*&/;

const linter = new Linter();

const newerFunctions = {
  create: (context) => {
    const check = ({ callee }) => {
      if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") {
        return;
      }
      const { object, property } = callee;
      const isNew = object.type === "Identifier" && STATIC.test(`${object.name}.${property.name}`);
      if (isNew || METHOD.test(property.name)) {
        context.report({ node: callee, message: `${context.sourceCode.getText(callee).slice(-60)} is too new` });
      }
    };
    return { CallExpression: check, NewExpression: check };
  },
};

/** Returns the uses of syntax and functions in a script or style sheet that the supported browsers lack. */
export function problemsIn(file, text) {
  if (file.endsWith(".css")) {
    const found = STYLE.exec(text);
    return found === null ? [] : [`${text.slice(found.index, found.index + 60)} is too new`];
  }
  const config = {
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    plugins: { browsers: { rules: { "newer-functions": newerFunctions } } },
    rules: { "browsers/newer-functions": "error" },
    linterOptions: { reportUnusedDisableDirectives: "off" },
  };
  return linter.verify(text, config, { allowInlineConfig: false }).map(({ message }) => message);
}
