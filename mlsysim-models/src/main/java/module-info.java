/**
 * Registry data: workloads, datasets, published figures, scenarios, personas and the walls.
 *
 * @provides org.mlsysim.api.catalog.CatalogSource
 */
module org.mlsysim.models {
  requires transitive org.mlsysim.api;

  exports org.mlsysim.models;

  provides org.mlsysim.api.catalog.CatalogSource with
      org.mlsysim.models.ModelsCatalog;
}
