/**
 * Registered objects and where they come from.
 *
 * <p>A {@link org.mlsysim.api.catalog.CatalogSource} is the service that adds records; {@link
 * org.mlsysim.api.catalog.Catalogs} merges all sources and looks names up, scoped by type. Every
 * record carries its {@link org.mlsysim.api.catalog.Origin}: id, path and the provenance of its
 * figures.
 */
@NullMarked
package org.mlsysim.api.catalog;

import org.jspecify.annotations.NullMarked;
