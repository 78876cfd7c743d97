// Packages that may not be installed: loaded where they are, and taken for nothing in particular until looked
// at.
declare module "@tensorflow/tfjs-backend-webgpu";
declare module "@tensorflow/tfjs-node";
declare module "@tensorflow/tfjs-node-gpu";
declare module "webgpu";
