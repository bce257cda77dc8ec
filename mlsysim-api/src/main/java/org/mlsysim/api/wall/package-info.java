/**
 * The walls: the constraints that bind an ML system, and the resolvers that compute them.
 *
 * <p>A {@link org.mlsysim.api.wall.Wall} is a registered record like a device or a workload; {@link
 * org.mlsysim.api.wall.Walls} looks them up by number, name, resolver and domain. Walls 1 to 22 are
 * the taxonomy; a plugin adds its own, from 23 on, through its {@link
 * org.mlsysim.api.catalog.CatalogSource} and names them in {@link
 * org.mlsysim.api.ResolverInfo#walls}.
 */
@NullMarked
package org.mlsysim.api.wall;

import org.jspecify.annotations.NullMarked;
