/** The build tool that turns registry YAML into compiled catalogs; at run time nobody needs it. */
module org.mlsysim.registry.compiler {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires org.mlsysim.api;
}
