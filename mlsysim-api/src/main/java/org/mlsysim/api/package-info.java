/**
 * The contract: three tiers of resolvers, their ports, their results.
 *
 * <p>A new law extends {@link org.mlsysim.api.BaseModel}, {@link org.mlsysim.api.BaseSolver} or
 * {@link org.mlsysim.api.BaseOptimizer}, declares an input record and a result record whose
 * components carry {@link org.mlsysim.api.port.Port}, and is provided as a service {@link
 * org.mlsysim.api.Resolver}. Nothing else is needed: pipelines, sweeps, the command line and tools
 * find it.
 */
@NullMarked
package org.mlsysim.api;

import org.jspecify.annotations.NullMarked;
