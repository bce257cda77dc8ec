/**
 * The annotation processor of mlsysim.
 *
 * <p>{@link org.mlsysim.processor.PortProcessor} is where to start: it finds the records, has
 * {@link org.mlsysim.processor.PortDeclaration} read them and {@link
 * org.mlsysim.processor.PortRules} judge them, and lets {@link org.mlsysim.processor.BuilderSource}
 * and {@link org.mlsysim.processor.ServiceFiles} write. What the API decides at run time is decided
 * here by the same rules; {@link org.mlsysim.processor.UnitTable} and {@link
 * org.mlsysim.processor.WireNames} are held to the API's by a test of the API.
 */
@NullMarked
package org.mlsysim.processor;

import org.jspecify.annotations.NullMarked;
