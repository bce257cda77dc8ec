/**
 * From registry YAML to the resources of a module.
 *
 * <p>{@link org.mlsysim.registry.compiler.RegistryCompiler} runs in the build of mlsysim-hardware
 * and mlsysim-models; what it refuses, does not build.
 */
@NullMarked
package org.mlsysim.registry.compiler;

import org.jspecify.annotations.NullMarked;
