/**
 * The contract and the vocabulary of mlsysim: all a plugin author compiles against.
 *
 * @uses org.mlsysim.api.Resolver
 * @uses org.mlsysim.api.catalog.CatalogSource
 * @uses org.mlsysim.api.listener.PipelineListener
 */
module org.mlsysim.api {
  requires transitive java.measure;
  requires tech.units.indriya;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;

  exports org.mlsysim.api.catalog;
  exports org.mlsysim.api.discovery;
  exports org.mlsysim.api.error;
  exports org.mlsysim.api.hardware;
  exports org.mlsysim.api.infrastructure;
  exports org.mlsysim.api.listener;
  exports org.mlsysim.api.port;
  exports org.mlsysim.api.scenario;
  exports org.mlsysim.api.system;
  exports org.mlsysim.api.units;
  exports org.mlsysim.api.wall;
  exports org.mlsysim.api.wire;
  exports org.mlsysim.api.workload;
  exports org.mlsysim.api;

  uses org.mlsysim.api.Resolver;
  uses org.mlsysim.api.catalog.CatalogSource;
  uses org.mlsysim.api.listener.PipelineListener;
}
