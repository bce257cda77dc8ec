/**
 * Systems of many accelerators: nodes, racks, pods, fleets, the fabric between them, their storage
 * and how they fail.
 *
 * <p>Start at {@link org.mlsysim.api.system.Fleet}: it supplies its node, its accelerator and its
 * fabric to whoever requires them.
 */
@NullMarked
package org.mlsysim.api.system;

import org.jspecify.annotations.NullMarked;
