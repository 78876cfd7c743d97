// Packages that may not be installed. Their types are unknown until they are loaded.
declare module "@tensorflow/tfjs-backend-webgpu";
declare module "@tensorflow/tfjs-node";
declare module "@tensorflow/tfjs-node-gpu";
declare module "webgpu";
