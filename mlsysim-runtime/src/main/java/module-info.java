/** Everything assembled: catalogs, resolvers, plugin layers, configuration, JSON and YAML. */
@SuppressWarnings("requires-automatic") // Guice has no descriptor of its own
module org.mlsysim.runtime {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.google.common; // Guice is automatic and pulls in no explicit module
  requires com.google.guice;
  requires org.yaml.snakeyaml; // its limits, through Jackson's YAML factory
  requires transitive org.mlsysim.api;

  exports org.mlsysim.runtime;
  exports org.mlsysim.runtime.document;

  opens org.mlsysim.runtime to
      com.google.guice; // it calls package-private constructors and provider methods
}
