/**
 * The oldest browsers that the page supports, for the build, which lowers newer syntax of scripts and styles. README.md and
 * index.html name them too.
 */
export const BROWSERS = ["chrome111", "edge111", "firefox114", "safari16.4"];
