/**
 * Accelerators: what a device can compute, hold and move, and what it draws.
 *
 * <p>Start at {@link org.mlsysim.api.hardware.HardwareNode}. Peaks are dense; sizes and rates are
 * quantities, so that 80 GiB is never taken for 80 GB.
 */
@NullMarked
package org.mlsysim.api.hardware;

import org.jspecify.annotations.NullMarked;
