// The oldest browsers that the page supports, and what in a built file they would not understand.
import { Linter } from "eslint";

/** For the build, which lowers newer syntax of scripts and styles. README.md and index.html name them too. */
export const BROWSERS = ["chrome111", "edge111", "firefox114", "safari16.4"];

/** Newer functions, which no build lowers. A use behind a check for the function is allowed by `typeof` or `in`. */
const STATIC =
  /^(AbortSignal\.any|Array\.fromAsync|Error\.isError|Intl\.(DurationFormat|Segmenter)|Iterator\.from|Map\.groupBy|Math\.sumPrecise|Object\.groupBy|Promise\.(try|withResolvers)|RegExp\.escape|URL\.(canParse|parse)|crypto\.randomUUID|scheduler\.yield)$/;
const METHOD =
  /^(toSorted|toReversed|toSpliced|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|isWellFormed|toWellFormed|checkVisibility|togglePopover|moveBefore|setHTMLUnsafe|getOrInsert|toBase64)$/;
const STYLE = /light-dark\(|(?<!selector\()(?<!@supports[^{]*\{[^@]*):has\(|[{;}]\s*&/;

const linter = new Linter();
const PARSER = { languageOptions: { ecmaVersion: 2022, sourceType: "module" } };

const newerFunctions = {
  create: (context) => ({
    CallExpression({ callee }) {
      if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") {
        return;
      }
      const { object, property } = callee;
      if (
        (object.type === "Identifier" && STATIC.test(`${object.name}.${property.name}`)) ||
        METHOD.test(property.name)
      ) {
        context.report({ node: callee, message: `${context.sourceCode.getText(callee).slice(-60)} is too new` });
      }
    },
  }),
};

/** Returns what the supported browsers would not understand in a script or style sheet. */
export function problemsIn(file, text) {
  if (file.endsWith(".css")) {
    const found = STYLE.exec(text);
    return found === null ? [] : [`${text.slice(found.index, found.index + 60)} is too new`];
  }
  const config = {
    ...PARSER,
    plugins: { browsers: { rules: { "newer-functions": newerFunctions } } },
    rules: { "browsers/newer-functions": "error" },
    linterOptions: { reportUnusedDisableDirectives: "off" },
  };
  return linter.verify(text, config, { allowInlineConfig: false }).map(({ message }) => message);
}
