/**
 * Resolvers composed into one computation: a graph built from their declared ports, its plan, its
 * runs, its sweeps and its results.
 *
 * <p>It needs the API alone; resolvers, catalogs and listeners are handed in, or found as services
 * when something asks for them.
 */
module org.mlsysim.pipeline {
  requires transitive org.mlsysim.api;

  exports org.mlsysim.pipeline;
}
