/** Files of a folder or a package: path with `/`, to content. */
export type Tree = ReadonlyMap<string, Uint8Array>;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

export interface Component {
  readonly path: string;
  readonly name: string;
  readonly element: Element;
}

export interface Table extends Component {
  /** Column definitions by logical name. */
  readonly columns: ReadonlyMap<string, Element>;
  readonly keys: readonly Element[];
  readonly forms: readonly Component[];
  readonly views: readonly Component[];
}

/** The solution as its rules see it. */
export interface Model {
  readonly tree: Tree;
  readonly documents: ReadonlyMap<string, Element>;
  readonly solution: Element;
  readonly languages: readonly string[];
  readonly tables: readonly Table[];
  readonly choices: readonly Component[];
  readonly roles: readonly Component[];
  readonly siteMaps: readonly Component[];
  readonly apps: readonly Component[];
  readonly controls: readonly Component[];
  readonly webResources: readonly Component[];
  readonly settings: readonly Component[];
  readonly relationships: readonly Component[];
}

export interface Problem {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

export declare const readTree: (folder: string) => Promise<Tree>;
export declare const replaceFiles: (folder: string, tree: Tree, keep: (path: string) => boolean) => Promise<void>;
export declare const textOf: (tree: Tree, path: string) => string;
export declare const parseXml: (text: string) => Element;
export declare const childrenOf: (element: Element, name: string) => readonly Element[];
export declare const childText: (element: Element, name: string) => string;
export declare const descendants: (element: Element, name: string) => readonly Element[];
export declare const readModel: (tree: Tree) => { readonly model: Model } | { readonly problems: readonly Problem[] };
export declare const lintSolution: (tree: Tree, version: string) => readonly Problem[];
export declare const lintPackage: (files: Tree) => readonly Problem[];
export declare const packageFiles: (tree: Tree, managed: boolean) => Tree;
export declare const zipFiles: (files: Tree) => Uint8Array;
