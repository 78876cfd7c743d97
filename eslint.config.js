import tseslint from "typescript-eslint";
import { silentDefaults } from "./eslint.silentDefaults.js";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "reports/", ".stryker*/", "coverage/", "src/kernel/*.js"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A loop counter or a residue in a message is what it looks like.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["src/**", "properties/**", "test/**", "bench/**"],
    rules: {
      // Prettier breaks code, but neither comments nor strings.
      "max-len": [
        "error",
        { code: 110, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
      ],
    },
  },
  {
    files: ["test/**", "bench/**"],
    rules: { "max-lines": "off", "max-lines-per-function": "off" },
  },
  ...silentDefaults,
  { files: ["*.js"], ...tseslint.configs.disableTypeChecked },
);
