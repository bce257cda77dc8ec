/**
 * Quantities: the units of mlsysim, their symbols, and the border to the {@code double} of the
 * laws.
 *
 * <p>Public values are JSR-385 quantities, so that adding FLOP to bytes does not compile; laws
 * compute on {@code double} in SI-coherent units, and {@link org.mlsysim.api.units.Units#in}
 * converts once on the way in, {@link org.mlsysim.api.units.Units#of} once on the way out.
 */
@NullMarked
package org.mlsysim.api.units;

import org.jspecify.annotations.NullMarked;
