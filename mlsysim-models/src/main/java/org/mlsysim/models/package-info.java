/**
 * Workloads, and who runs them, as typed constants: {@link org.mlsysim.models.Models}, {@link
 * org.mlsysim.models.Datasets}, {@link org.mlsysim.models.Scenarios}, {@link
 * org.mlsysim.models.Personas}, {@link org.mlsysim.models.Platforms}.
 *
 * <p>The facts are the YAML files of {@code src/main/registry}; the build compiles them and refuses
 * a figure without provenance.
 */
@NullMarked
package org.mlsysim.models;

import org.jspecify.annotations.NullMarked;
