/**
 * Everything physical in the registry, as typed constants: {@link org.mlsysim.hardware.Hardware},
 * {@link org.mlsysim.hardware.Systems}, {@link org.mlsysim.hardware.Infrastructure}.
 *
 * <p>The facts are the YAML files of {@code src/main/registry}; the build compiles them and refuses
 * a figure without provenance.
 */
@NullMarked
package org.mlsysim.hardware;

import org.jspecify.annotations.NullMarked;
