// By its path and not by the package's name: the build puts it into the bundle, so the spec is a development
// dependency, and the demo's install, which is one for production, does not link those.
export * from '../../../spec/generated/codedValues.ts'
