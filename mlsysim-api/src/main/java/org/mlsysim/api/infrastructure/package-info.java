/**
 * What surrounds a fleet: grids, datacenters, cooling, racks by power.
 *
 * <p>Start at {@link org.mlsysim.api.infrastructure.Environment}: energy, carbon, water and price
 * always come from the same one.
 */
@NullMarked
package org.mlsysim.api.infrastructure;

import org.jspecify.annotations.NullMarked;
