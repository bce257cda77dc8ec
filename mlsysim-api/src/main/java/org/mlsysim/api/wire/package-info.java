/** The small tree between ports and any text format: what JSON, YAML and tools carry. */
@NullMarked
package org.mlsysim.api.wire;

import org.jspecify.annotations.NullMarked;
