@org.jspecify.annotations.NullMarked
package org.mlsysim.core.distributed;
