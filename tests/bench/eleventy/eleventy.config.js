/** The site of the benchmark as Eleventy makes it: the same pages and lists, printed by functions from three files of data. */
export default function configure(config) {
  config.setQuietMode(true);
  return { dir: { input: "pages", output: "public" } };
}
