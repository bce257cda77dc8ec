/**
 * Registry data: accelerators, nodes, racks, fleets, fabrics, grids, prices.
 *
 * @provides org.mlsysim.api.catalog.CatalogSource
 */
module org.mlsysim.hardware {
  requires transitive org.mlsysim.api;

  exports org.mlsysim.hardware;

  provides org.mlsysim.api.catalog.CatalogSource with
      org.mlsysim.hardware.HardwareCatalog;
}
